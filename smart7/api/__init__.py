"""Routes beside the pages: layers of the map, open data, downloads, the audit, which only read; signing in and out.

What a route needs is imported with its first request, or before it by the server: to listen needs none of it.
"""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send


async def layer(request: Request) -> Response:
    """Answer with the data of one layer of the map."""
    from smart7.api import layers

    return await layers.map_layer(request)


async def tile(request: Request) -> Response:
    """Answer with the accidents of one tile of the map."""
    from smart7.api import layers

    return await layers.crash_tile(request)


async def sign_tile(request: Request) -> Response:
    """Answer with the names and numbers of one tile of the map."""
    from smart7.api import signs

    return await signs.tile(request)


async def sign_picture(request: Request) -> Response:
    """Answer with the picture of all names and numbers, or with where each lies in it."""
    from smart7.api import signs

    return await signs.sheet(request)


async def ground(request: Request) -> Response:
    """Answer with the style of the online base map, where one is set."""
    from smart7.api import basemap

    return await basemap.answer(request)


async def now_driven(request: Request) -> Response:
    """Answer with where the vehicles of a feed are now."""
    from smart7.api import live

    return await live.answer(request)


async def now_coming(request: Request) -> Response:
    """Answer with the vehicles that come to a stop next."""
    from smart7.api import live

    return await live.arrivals(request)


async def now_drawn(request: Request) -> Response:
    """Answer with the vehicles of a feed as the map draws them."""
    from smart7.api import live

    return await live.marks(request)


async def bus_numbers(request: Request) -> Response:
    """Answer with the picture of the numbers that vehicles bear, or with where each lies in it."""
    from smart7.api import bullets

    return await bullets.sheet(request)


async def to_ask(request: Request) -> Response:
    """Answer with what to ask about, as text to take along."""
    from smart7.api import asks

    return await asks.sheet(request)


async def changes(request: Request) -> Response:
    """Answer with what changed between two days, as a file."""
    from smart7.api import revisions

    return await revisions.sheet(request)


async def newest(_request: Request) -> Response:
    """Answer with the id of the snapshot in service, '' for none: open pages ask whether it is still theirs."""
    from starlette.concurrency import run_in_threadpool

    from smart7 import store

    found = await run_in_threadpool(store.current_id)
    return Response(found or "", media_type="text/plain", headers={"Cache-Control": "no-store"})


async def acts(request: Request) -> Response:
    """Answer with what people did, as a file, for whoever may read it."""
    from smart7.api import audit

    return await audit.sheet(request)


async def sign_in(request: Request) -> Response:
    """Answer the form that signs in."""
    from smart7.api import signin

    return await signin.sign_in(request)


async def sign_out(request: Request) -> Response:
    """Answer the form that signs out."""
    from smart7.api import signin

    return await signin.sign_out(request)


class OpenData:
    """Answer `/api/v1/` whatever the method, so that every refusal is one the API explains."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        from smart7.api import v1

        response = await v1.answer(Request(scope, receive))
        await response(scope, receive, send)


class Downloads:
    """Answer `/download/` whatever the method."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        from smart7.api import download

        response = await download.answer(Request(scope, receive))
        await response(scope, receive, send)


ROUTES: Final[list[BaseRoute]] = [
    Route("/map-layers/{snapshot}/{edition}/{name}.json", layer),
    Route("/map-layers/{snapshot}/{edition}/accidents/{z:int}/{x:int}/{y:int}.json", tile),
    Route("/map-layers/{snapshot}/{edition}/signs/{z:int}/{x:int}/{y:int}.json", sign_tile),
    Route("/map-layers/{snapshot}/{edition}/signs/{lang}-{theme}.svg", sign_picture),
    Route("/map-layers/{snapshot}/{edition}/signs/{lang}.json", sign_picture),
    Route("/map-layers/ground-{theme}.json", ground),
    Route("/map-layers/{snapshot}/{edition}/buses/{lang}-{theme}.svg", bus_numbers),
    Route("/map-layers/{snapshot}/{edition}/buses/{lang}.json", bus_numbers),
    Route("/live/{feed}.json", now_driven),
    Route("/live/{feed}/arrivals.json", now_coming),
    Route("/live/{feed}/map.json", now_drawn),
    Route("/asks/{snapshot}.txt", to_ask),
    Route("/revisions/{snapshot}.csv", changes),
    Route("/newest.txt", newest),
    Route("/audit.csv", acts),
    Route("/signin", sign_in, methods=["POST"]),
    Route("/signout", sign_out, methods=["POST"]),
    Route("/api/v1", OpenData()),
    Route("/api/v1/{path:path}", OpenData()),
    Route("/download/{snapshot}/{name}", Downloads()),
]

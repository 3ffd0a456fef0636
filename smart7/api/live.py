"""Where vehicles are now, and which of them comes to a stop next: newest positions of a feed, each with its age.

An answer is made at most once in two seconds, however many ask.
"""

import json
import re
from functools import lru_cache
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from smart7 import buses, compress, fleet, heard, reading, store
from smart7.api.asked import wrong
from smart7.api.counts import whole
from smart7.api.layers import takes_packed
from smart7.api.problems import MEDIA, Problem
from smart7.i18n import LANGS, Lang, Text
from smart7.words import api as api_words
from smart7.words import live as words

HEADERS: Final = {
    "Cache-Control": f"public, max-age={heard.SECONDS}", "Vary": "Accept-Encoding", "Access-Control-Allow-Origin": "*",
}  # fmt: skip
NEWEST, ARRIVALS, MARKS = "newest", "arrivals", "marks"
STOP: Final = re.compile("[^,\\x00-\\x1f]{1,100}")


async def answer(request: Request) -> Response:
    """Answer with the newest positions of a feed."""
    return await answered(request, NEWEST)


async def arrivals(request: Request) -> Response:
    """Answer with the vehicles that come to a stop."""
    return await answered(request, ARRIVALS)


async def marks(request: Request) -> Response:
    """Answer with the vehicles as the map draws them."""
    return await answered(request, MARKS)


async def answered(request: Request, kind: str) -> Response:
    """Answer with one of the things that are told of a feed; a refusal says why, 404 where none is watched."""
    feed_id, packed = str(request.path_params["feed"]), takes_packed(request)
    stop = request.query_params.get("stop", "")
    try:
        if kind == ARRIVALS and not STOP.fullmatch(stop):
            raise wrong("stop", api_words.WANTED["stop"])
        made = await run_in_threadpool(asked_now, kind, feed_id, stop, packed)
    except Problem as problem:
        return problem.response(request.url.path, HEADERS)
    coding = {"Content-Encoding": "br"} if packed else {}
    return Response(made, media_type="application/json", headers=HEADERS | coding)


def asked_now(kind: str, feed_id: str, stop: str, packed: bool) -> bytes:
    """Return an answer as it is now; raises `Problem` where there is no such feed or nothing was ever heard of it."""
    written = heard.stamps(feed_id)
    snapshot = (store.current_id() or "") if kind == MARKS else ""
    made = None
    if written is not None:
        made = body(kind, feed_id, stop if kind == ARRIVALS else "", snapshot, written, heard.moment(), packed)
    if made is None:
        raise Problem("not-watched", known=", ".join(heard.feeds()) or "-")
    return made


@lru_cache(maxsize=256)
def body(
    kind: str, feed_id: str, stop: str, snapshot: str, _written: tuple[int, int], at: int, packed: bool
) -> bytes | None:  # fmt: skip
    """Return an answer as it is at a moment, packed with brotli or not; `_written` tells new files from old ones."""
    if kind == ARRIVALS:
        told: Any = heard.coming(feed_id, stop, at)
    else:
        told = heard.now(feed_id, at)
    if told is None:
        return None
    if kind == MARKS:
        told = drawn(told, snapshot)
    made = json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return compress.brief(made) if packed else made


def drawn(told: heard.Told, snapshot: str) -> list[dict[str, Any]]:
    """Return the vehicles of a feed as rows of the map, those heard of last on top; a click chooses their route."""
    routes = {row["key"]: row for row in reading.records(snapshot, "map/routes")} if snapshot else {}
    silent = told["silent_since"] is not None
    rows = []
    for one in sorted(told["vehicles"], key=lambda one: -one["age"]):
        key = f"route.{told['feed']}.{one.get('route', '')}"
        route, old = routes.get(key), silent or one["age"] > fleet.OLD_SECONDS
        way = one.get("heading", one.get("way"))
        named = {f"name_{lang}": tip(route, one["age"], old, lang) for lang in LANGS}
        rows.append(
            ({"key": key} if route else {})
            | {"lon": one["lon"], "lat": one["lat"], "icon": buses.bullet(key if route else ""), "old": old,
               "shape": buses.shape(way, old), "turn": -way if way is not None else 0, **named}
        )  # fmt: skip
    return rows


def tip(route: dict[str, Any] | None, age: int, old: bool, lang: Lang) -> str:
    """Return what is said of a vehicle where it is pointed at."""
    name = route[f"name_{lang}"] if route else words.NO_ROUTE.get(lang)
    said = words.TIP.format(lang, route=name, age=words.aged(age, lang))
    return said + (f" · {words.OLD.get(lang)}" if old else "")


PATHS: Final = ("/live/{feed}.json", "/live/{feed}/arrivals.json")


def operations(feed_schema: dict[str, Any]) -> dict[str, Any]:
    """Return what the API's document says of both addresses; `feed_schema` is that of a feed's id."""
    count, moment = {"type": "integer", "minimum": 0}, {"type": ["integer", "null"]}
    text = {"type": "string"}
    line = {"route": text, "direction": {"type": "integer", "enum": [0, 1]}}
    one = {"mark": text, "at": count, "age": count, "lat": {"type": "number"}, "lon": {"type": "number"}}
    besides = {**line, "heading": {"type": "number"}, "speed": {"type": "number"}, "trip": text, "next": text,
               "to": text, "way": count, "rests": {"const": True}}  # fmt: skip
    vehicle = {"type": "object", "required": list(one), "properties": one | besides, "additionalProperties": False}
    shared = {"feed": text, "now": count, "silent_since": moment}
    arrival = {**line, "to": text, "mark": text, "in_seconds": count, "age": count,
               "basis": {"type": "string", "enum": ["driven", "planned", "both"]}}  # fmt: skip
    answers = (
        {**shared, "asked_age": count, "vehicles": {"type": "array", "items": vehicle}},
        {**shared, "stop": text, "quality": {"const": "modelled"},
         "arrivals": {"type": "array", "items": whole(arrival)}},
    )  # fmt: skip
    feed = {"name": "feed", "in": "path", "required": True, "schema": feed_schema}
    stop = {"name": "stop", "in": "query", "required": True, "description": api_words.WANTED["stop"].en,
            "schema": {"type": "string", "pattern": f"^{STOP.pattern}$"}}  # fmt: skip
    said: tuple[tuple[Text, list[dict[str, Any]]], ...] = ((words.API_NEWEST, []), (words.API_ARRIVALS, [stop]))
    return {
        path: {"get": operation(name, about, [feed, *asked], whole(told))}
        for path, name, (about, asked), told in zip(PATHS, (NEWEST, ARRIVALS), said, answers, strict=True)
    }


def operation(name: str, about: Text, parameters: list[dict[str, Any]], told: dict[str, Any]) -> dict[str, Any]:
    """Return what the document says of one address."""
    refused = {"description": "Refused", "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/problem"}}}}
    return {
        "operationId": f"live_{name}",
        "summary": about.en,
        "parameters": parameters,
        "responses": {
            "200": {"description": about.en, "content": {"application/json": {"schema": told}}},
            **({"400": refused} if name == ARRIVALS else {}),
            "404": refused,
        },
    }

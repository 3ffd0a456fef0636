"""Answer `/asks/SNAPSHOT.txt`: what to ask about, as a file of text in the language and for the year of a link."""

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from smart7 import reading, store
from smart7.meetings import asking
from smart7.view import HIDE, View, of_link

ASKED: Final = ("lang", "year")


async def sheet(request: Request) -> Response:
    """Answer with the sheet; 404 for a snapshot, a year or a language there is not."""
    snapshot = request.path_params["snapshot"]
    if not store.readable(snapshot):
        return Response(status_code=404)
    known = reading.as_of(snapshot) if snapshot != store.current_id() else None
    given = {name: request.query_params[name] for name in ASKED if name in request.query_params}
    view = of_link({**given, "sample": HIDE}, reading.about(snapshot), known=known)
    if view is None:
        return Response(status_code=404)
    body = await run_in_threadpool(text, snapshot, view)
    name = f"smart7-asks-{snapshot}-{view.lang}.txt"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "public, max-age=86400"}
    return Response(body, media_type="text/plain; charset=utf-8", headers=headers)


def text(snapshot: str, view: View) -> str:
    """Return the sheet over a snapshot."""
    found = reading.headline_figures(snapshot, "", view.until, view.sample)
    return asking.sheet(asking.five(found, view.lang), snapshot, view)

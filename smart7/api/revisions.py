"""Answer `/revisions/SNAPSHOT.csv`: what changed between two days, the rows that may leave, as a file."""

from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from smart7 import changed, reading, store
from smart7.api import read
from smart7.view import View, of_link

COLUMNS: Final = (
    "what", "domain_id", "indicator_id", "name", "unit_id", "unit", "part", "period", "period_start", "period_end",
    "before", "after", "measure", "known", "times", "quality_before", "quality_after", "source_id", "source",
    "source_before",
)  # fmt: skip


async def sheet(request: Request) -> Response:
    """Answer with the file; 404 for a snapshot, a language or days there are not."""
    snapshot = request.path_params["snapshot"]
    if not await run_in_threadpool(store.readable, snapshot):
        return Response(status_code=404)
    given = dict(request.query_params)
    view = of_link({"lang": given.get("lang", "")}, reading.about(snapshot))
    span = changed.span_of(given, view) if view else None
    if view is None or span is None:
        return Response(status_code=404)
    body = await run_in_threadpool(text, snapshot, span, view)
    name = f"smart7-revisions-{span[0]}-{span[1]}-{snapshot}-{view.lang}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "public, max-age=86400"}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def text(snapshot: str, span: tuple[Any, Any], view: View) -> bytes:
    """Return the rows whose licence lets them leave, with a mark that a spreadsheet knows their letters by."""
    found = [row | {"measure": row[f"measure_{view.lang}"]} for row in changed.rows(snapshot, *span, view)]
    rows = [tuple(row[name] for name in COLUMNS) for row in found if row["leaves"]]
    return b"\xef\xbb\xbf" + read.as_csv(COLUMNS, rows)

"""The numbers that vehicles bear on the map: one picture of those of all routes, asked for where a feed is watched."""

import json

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from smart7 import buses, compress, reading
from smart7.api import layers
from smart7.i18n import LANGS, Lang
from smart7.kept import kept
from smart7.packs import signs as drawn
from smart7.packs.signs import Icon, Number


async def sheet(request: Request) -> Response:
    """Answer with the picture of all numbers, or without a theme with where each lies in it; 404 else."""
    snapshot, packed = layers.in_service(request), layers.takes_packed(request)
    lang, look = request.path_params["lang"], request.path_params.get("theme")
    if snapshot is None or lang not in LANGS or look not in (None, "light", "dark"):
        return Response(status_code=404)
    made = await run_in_threadpool(body, snapshot, lang, look or "", packed)
    return layers.answered(made, packed, kind="image/svg+xml" if look else "application/json")


def icons(snapshot: str, lang: Lang) -> list[Icon]:
    """Return the number of each route that runs or ran, and a ring for a vehicle whose route nobody knows."""
    rows = [row for row in reading.records(snapshot, "map/routes") if row["status"] != "planned"]
    kind = {"ended": "ended"}
    numbers = [
        drawn.of_numbers(
            buses.bullet(row["key"]),
            (Number(row[f"label_{lang}"], row["hue"], kind.get(row["status"], "routes")),),
        )
        for row in rows
    ]
    return [drawn.of_ring(buses.bullet("")), *numbers]


@kept(12)
def body(snapshot: str, lang: Lang, look: str, packed: bool) -> bytes:
    """Return the picture as SVG, or where each number lies in it as JSON, packed with brotli or not."""
    known = icons(snapshot, lang)
    if look:
        made = drawn.picture(known, look == "dark")
    else:
        made = json.dumps(drawn.mapping(known), separators=(",", ":")).encode()
    return compress.brief(made) if packed else made

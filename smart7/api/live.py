"""Where vehicles are now: the newest positions of a feed that is watched, each with its age.

The answer is made of one small file that the watch writes, at most once in two seconds, however many ask.
"""

import json
import time
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from smart7 import compress, fleet, store
from smart7.api.layers import takes_packed

SECONDS: Final = 2
"""For so long an answer is given again; a watch asks every 15 seconds."""
HEADERS: Final = {"Cache-Control": f"public, max-age={SECONDS}", "Vary": "Accept-Encoding"}


async def answer(request: Request) -> Response:
    """Answer with the newest positions of a feed; 404 where none is watched."""
    feed_id, packed = str(request.path_params["feed"]), takes_packed(request)
    body = await run_in_threadpool(newest, feed_id, packed, time.time())
    if body is None:
        return Response(status_code=404, headers=HEADERS)
    return Response(
        body, media_type="application/json", headers=HEADERS | ({"Content-Encoding": "br"} if packed else {})
    )


def newest(feed_id: str, packed: bool, now: float) -> bytes | None:
    """Return the answer about a feed, None where there is no such feed or nothing was ever heard of it."""
    try:
        path = fleet.newest(store.data_folder(), feed_id)
        written = path.stat().st_mtime_ns
    except (OSError, ValueError):
        return None
    return body(path, written, int(now) // SECONDS * SECONDS, packed)


@lru_cache(maxsize=64)
def body(path: Path, written: int, now: int, packed: bool) -> bytes | None:
    """Return the answer as it is at a moment, packed with brotli or not; `written` tells one file from the next."""
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    made = json.dumps(aged(told, now), separators=(",", ":"), allow_nan=False).encode()
    return compress.brief(made) if packed else made


def aged(told: dict[str, Any], now: int) -> dict[str, Any]:
    """Return what is told of a feed with the age of each position in seconds, and since when it is silent.

    `silent_since` is null while positions come; else the moment of the newest one, or of the last answer.
    """
    vehicles = [
        {name: value for name, value in one.items() if value is not None} | {"age": max(0, now - int(one["at"]))}
        for one in told["vehicles"]
    ]
    newest_at = max((int(one["at"]) for one in told["vehicles"]), default=int(told["asked"]))
    silent = now - newest_at > fleet.SILENT_SECONDS
    return {
        "feed": told["feed"], "now": now, "asked_age": max(0, now - int(told["asked"])),
        "silent_since": newest_at if silent else None, "vehicles": vehicles,
    }  # fmt: skip

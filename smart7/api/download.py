"""Answer `/download/SNAPSHOT/NAME`: a file of a snapshot, made by a child process the first time and kept.

`current` stands for the snapshot in service, or with `known` for the one that shows a day in the past. What is kept
goes when files of five other snapshots have been made since.
"""

import asyncio
import logging
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from smart7 import store, whole
from smart7.api import past
from smart7.api.problems import Problem
from smart7.packs import bundle

LOG: Final = logging.getLogger(__name__)
SECONDS: Final = bundle.LONGEST
KEPT: Final = 5
MOST_WAITING: Final = 8
NAME: Final = re.compile(r"[a-z0-9_-]{1,80}\.(parquet|csv|geojson|gtfs\.zip|zip)")
SNAPSHOT: Final = re.compile(r"\d{8}-[0-9a-f]{10}(-known)?(-nosample)?")
TYPES: Final = {
    "parquet": "application/vnd.apache.parquet",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "zip": "application/zip",
}
SHARED: Final = {"Access-Control-Allow-Origin": "*"}
# One file is made at a time: two would leave no processor for the pages.
POOL: Final = ThreadPoolExecutor(1, thread_name_prefix="download")
WAITING: set[object] = set()
MARK: Final = bundle.mark()


class NoRoom(Exception):
    """Raise when the disk does not take a file; carries the sentence of the process that should have written it."""


async def answer(request: Request) -> Response:
    """Answer with a file; every refusal is a problem with a sentence."""
    try:
        if request.method not in ("GET", "HEAD"):
            raise Problem("wrong-method")
        return await reply(request)
    except Problem as problem:
        return problem.response(request.url.path, SHARED)


async def reply(request: Request) -> Response:
    """Return the file asked for; raises `Problem`."""
    snapshot, name = request.path_params["snapshot"], request.path_params["name"]
    if snapshot == "current":
        now = await past.standing(request.query_params.get("known", ""))
        return RedirectResponse(f"/download/{now}/{name}", 307, {**SHARED, "Cache-Control": "no-store"})
    if not (SNAPSHOT.fullmatch(snapshot) and NAME.fullmatch(name) and store.readable(snapshot)):
        raise Problem("unknown-address", known="/api/v1/")
    tag = f'"{snapshot}-{name}-{MARK}"'
    headers = {**SHARED, "Cache-Control": "public, max-age=86400", "ETag": tag}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    path = place(snapshot) / name
    if not path.exists():
        await waited(snapshot, name, path)
    # Said to be in a coding, an answer is not packed again on the way: it would cost more than it saves.
    headers["Content-Encoding"] = "identity"
    return FileResponse(path, 200, headers, TYPES[name.rsplit(".", 1)[1]], filename=f"smart7-{snapshot}-{name}")


async def waited(snapshot: str, name: str, path: Path) -> None:
    """Wait until a file is made; raises `Problem` when it cannot be, or too many wait."""
    if len(WAITING) >= MOST_WAITING:
        raise Problem("too-busy")
    ticket = object()
    WAITING.add(ticket)
    try:
        made = await asyncio.get_running_loop().run_in_executor(POOL, partial(make, snapshot, name, path))
    except subprocess.TimeoutExpired:
        raise Problem("too-slow", seconds=SECONDS) from None
    except (NoRoom, whole.CannotWrite) as error:
        # The log holds where, how much is needed and how much is free; a visitor can do nothing about it.
        LOG.error("%s of %s was not made: %s", name, snapshot, error)
        raise Problem("no-room") from None
    finally:
        WAITING.discard(ticket)
    if not made:
        raise Problem("unknown-address", known="/api/v1/")


def make(snapshot: str, name: str, path: Path) -> bool:
    """Make a file in a child process; return whether the snapshot has it. Raises `NoRoom`."""
    if path.exists():
        return True
    if not bundle.offers(snapshot, name):
        return False
    with whole.told(path):
        sweep()
    command = [sys.executable, "-m", "smart7.packs.bundle", snapshot, name, str(path)]
    child = subprocess.run(command, cwd=store.ROOT, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)
    if child.returncode == bundle.NO_ROOM:
        raise NoRoom(child.stderr.strip())
    if child.returncode:
        LOG.warning("%s of %s was not made: %s", name, snapshot, child.stderr[-2000:])
    return path.exists()


@lru_cache(maxsize=1)
def shelf() -> Path:
    """Return the folder of made files: one that can be written."""
    folder = store.ROOT / ".cache" / "downloads"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="smart7-downloads-"))


def place(snapshot: str) -> Path:
    """Return the folder of a snapshot's files."""
    return shelf() / f"{snapshot}-{MARK}"


def sweep() -> None:
    """Delete the files of all but the snapshots of which a file was made last."""
    for folder in sorted(shelf().iterdir(), key=used, reverse=True)[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


def used(folder: Path) -> float:
    """Return when a folder was last written to; another process of the site may have deleted it meanwhile."""
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:
        return 0.0

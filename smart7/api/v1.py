"""Answer `/api/v1/`: rows kept as made, in the form and coding asked for, without getting in the way of the pages.

An answer is made once for each snapshot. A tag tells a reader who has it already that nothing changed, before
anything is read. What has to be read waits for one of two threads, and is refused when too many wait.
"""

import asyncio
import gzip
import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from smart7 import compress, store
from smart7.api import asked, counts, document, notes, page, past, read
from smart7.api.problems import Problem
from smart7.i18n import parse_lang

LOG: Final = logging.getLogger(__name__)
PREFIX: Final = "/api/v1/"
AT_ONCE: Final = 2
MOST_WAITING: Final = 64
KEPT_BYTES: Final = 32_000_000
SHARED: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Vary": "Accept, Accept-Encoding",
}
PREFLIGHT: Final = {
    **SHARED,
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
MAKERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "br": compress.brief,
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}


@dataclass(slots=True)
class Kept:
    """Bodies by key, up to a number of bytes; the one used longest ago goes first."""

    most: int = KEPT_BYTES
    held: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    size: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: str) -> bytes | None:
        """Return a body, None when it is not kept."""
        with self.lock:
            if key in self.held:
                self.held.move_to_end(key)
            return self.held.get(key)

    def put(self, key: str, body: bytes) -> None:
        """Keep a body, unless it is so large that it would push out all others."""
        with self.lock:
            if key in self.held or len(body) > self.most // 8:
                return
            self.held[key] = body
            self.size += len(body)
            while self.size > self.most:
                self.size -= len(self.held.popitem(last=False)[1])


KEPT: Final = Kept()
POOL: Final = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="api")
WAITING: set[object] = set()


async def answer(request: Request) -> Response:
    """Answer one request; every refusal is a problem with a sentence."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=PREFLIGHT)
    try:
        if request.method not in ("GET", "HEAD"):
            raise Problem("wrong-method")
        return await reply(request)
    except Problem as problem:
        return problem.response(request.url.path, SHARED)
    except Exception:
        code = secrets.token_hex(4)
        LOG.exception("The API failed, code %s", code)
        return Problem("failed", code=code).response(request.url.path, SHARED)


async def reply(request: Request) -> Response:
    """Return what is asked for, or that it has not changed; raises `Problem`."""
    snapshot = await past.standing(asked.known_of(request.query_params.getlist(asked.KNOWN) or None))
    mark, media, make = await plan(request, snapshot)
    codings = compress.accepted(request.headers.get("accept-encoding", ""))
    coding = next((name for name in MAKERS if name in codings), "identity")
    tag = f"{snapshot}-{mark}"
    headers = {**SHARED, "Cache-Control": "no-cache", "ETag": f'"{tag}-{coding}"'}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    body = KEPT.get(f"{tag}-{coding}")
    if body is None:
        body = await waited(partial(made, f"{tag}-{coding}", coding, make))
    if coding != "identity":
        headers["Content-Encoding"] = coding
    return Response(body, headers=headers, media_type=media)


async def plan(request: Request, snapshot: str) -> tuple[str, str, Callable[[], bytes]]:
    """Return mark, media type and maker of what is asked for; raises `Problem`."""
    path, query = request.url.path.removeprefix(PREFIX.rstrip("/")).lstrip("/"), request.scope["query_string"]
    if path == "":
        lang = parse_lang(request.query_params.get("lang"))
        return f"page-{lang}-{page.MARK}", "text/html", partial(page.html, snapshot, lang)
    if path == "openapi.json":
        return f"openapi-{page.MARK}", "application/json", partial(document.body, snapshot)
    if path == notes.PATH:
        mark, make = await run_in_threadpool(notes.plan, snapshot, query.decode("ascii", "replace"))
        return f"notes-{mark}-{page.MARK}", "application/json", make
    if path == counts.PATH:
        return f"counts-{page.MARK}", "application/json", partial(counts.body, snapshot)
    found = asked.read(path, query.decode("latin-1"), request.headers.get("accept", ""))
    media = asked.FORMS[found.form]
    return f"{found.mark}-{page.MARK}", media, partial(read.page, snapshot, found)


async def waited(make: Callable[[], bytes]) -> bytes:
    """Return what a thread of the API makes; raises `Problem` when too many wait for one."""
    if len(WAITING) >= MOST_WAITING:
        raise Problem("too-busy")
    ticket = object()
    WAITING.add(ticket)
    try:
        return await asyncio.get_running_loop().run_in_executor(POOL, make)
    except store.TooSlow:
        raise Problem("too-slow", seconds=read.SECONDS) from None
    except (store.NoSnapshot, store.BrokenSnapshot):
        raise Problem("no-snapshot") from None
    finally:
        WAITING.discard(ticket)


def made(key: str, coding: str, make: Callable[[], bytes]) -> bytes:
    """Make a body, pack it, and keep it; another request may have done so while this one waited."""
    found = KEPT.get(key)
    if found is None:
        body = make()
        found = MAKERS[coding](body) if coding != "identity" else body
        KEPT.put(key, found)
    return found

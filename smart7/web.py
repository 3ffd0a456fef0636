"""Middleware and routes around the application: language, compressed files, safe headers, fonts, errors."""

from __future__ import annotations

import base64
import hashlib
import importlib
import logging
import re
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from smart7 import ahead, catalog, compress, memory, oidc, sending, store
from smart7.api import basemap
from smart7.first import answer
from smart7.first.shell import INDEX, START
from smart7.i18n import parse_lang
from smart7.ledger import file as ledger
from smart7.words import errors

if TYPE_CHECKING:
    import streamlit as st
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG: Final = logging.getLogger(__name__)

# What the first visitor would wait for: Streamlit and the pages import these only when they draw.
HEAVY: Final = ("pandas", "pyarrow.pandas_compat", "altair", "duckdb", "pydeck")
# Seconds after which a thread that computes lets another have its go: five times as often as Python does it, since
# each answer to a visitor waits for that a dozen times.
SWITCH: Final = 0.001
# Addresses of pages: the overview is at the root.
ADDRESSES: Final = {"", *(page.id for page in catalog.PAGES[1:])}
# Inline styles are how Streamlit styles its elements; blob: carries components, workers and downloads, data:
# small images and icons. No other address is allowed, so the browser itself refuses outside requests.
POLICY: Final = {
    "default-src": "'self'",
    "script-src": "'self' blob: 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' data: blob:",
    "media-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "frame-src": "'self' data: blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
# Who serves an online base map is told which site asks, as many of them require; nobody else is told anything.
REFERRER: Final = "strict-origin-when-cross-origin" if basemap.chosen() else "same-origin"
HOST: Final = re.compile(r"[A-Za-z0-9.-]+(:\d+)?|\[[0-9A-Fa-f:]+\](:\d+)?")


@lru_cache(maxsize=64)
def policy(host: str) -> str:
    """Return the content security policy for pages asked from a host.

    The one inline script is allowed by its digest. WebSocket addresses are named because older browsers do
    not count them as the page's own.
    """
    digest = base64.b64encode(hashlib.sha256(START.encode()).digest()).decode()
    extra = {"script-src": f" 'sha256-{digest}'"}
    if HOST.fullmatch(host):
        extra["connect-src"] = f" ws://{host} wss://{host}"
    if online := basemap.chosen():
        extra["connect-src"] = extra.get("connect-src", "") + f" {online.origin}"
    return "; ".join(f"{name} {value}{extra.get(name, '')}" for name, value in POLICY.items())


def home(asked: str, query: str) -> str:
    """Return the address of the overview for a page that does not exist; it will say which one was asked for."""
    missing = "" if asked == catalog.PAGES[0].id else f"page={quote(asked[:60])}"
    held = "&".join(part for part in (query, missing) if part)
    return f"/?{held}" if held else "/"


def moved(asked: str, scope: Scope) -> Response:
    """Return the way to a page asked for with slashes too many: what it loads is named as seen from its own address."""
    query = scope["query_string"].decode("latin-1")
    return RedirectResponse(f"/{asked}{'?' * bool(query)}{query}", status_code=301)


class IndexPage:
    """Answer the first request of a visit with our page, which holds what the visitor came for already."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._known: str | None = None
        # The tag Streamlit's answer carries when it is its own first page, whatever the path.
        self._mark = FileResponse(INDEX, stat_result=INDEX.stat()).headers["etag"].strip('"')

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for a page; pass another one on, and lead it to the overview where it means a page."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = scope["path"].strip("/")
        if asked in ADDRESSES and scope["method"] in ("GET", "HEAD"):
            there = scope["path"] == f"/{asked}"
            response = await self._page(asked or catalog.PAGES[0].id, scope) if there else moved(asked, scope)
            await response(scope, receive, send)
            return
        theirs = False

        async def relay(message: Message) -> None:
            nonlocal theirs
            if message["type"] == "http.response.start":
                tag = Headers(raw=message["headers"]).get("etag", "")
                theirs = message["status"] == 200 and self._mark in tag
            if not theirs:
                await send(message)

        await self._app(scope, receive, relay)
        if theirs:
            there = home(asked, scope["query_string"].decode("latin-1"))
            await RedirectResponse(there, status_code=307)(scope, receive, send)

    async def _page(self, page_id: str, scope: Scope) -> Response:
        query = scope["query_string"].decode("latin-1")
        # While this thread opens a snapshot, looks for that of a day, waits for a ledger elsewhere or packs, nobody is
        # served.
        named = store.named()
        far = named != self._known or "known" in dict(parse_qsl(query, keep_blank_values=True))
        link = await run_in_threadpool(answer.link, page_id, query) if far else answer.link(page_id, query)
        # Open from here on, and not before: whoever asked meanwhile waits in a thread as well.
        self._known = named
        ready = None if link.page_id in answer.BESIDES else answer.at_hand(link)
        made = ready if ready is not None else await run_in_threadpool(answer.document, link)
        request = Headers(scope=scope)
        codings = compress.accepted(request.get("accept-encoding", ""))
        coding = next((name for name in compress.MAKERS if name in codings), "identity")
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding", "ETag": f'"{made.mark}-{coding}"'}
        if made.mark in request.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if coding != "identity":
            headers["Content-Encoding"] = coding
        body = made.body(coding) if coding == "br" else await run_in_threadpool(made.body, coding)
        return Response(body, headers=headers, media_type="text/html")


class SafeHeaders:
    """Add to every answer the headers that keep a browser from guessing, leaking and calling elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on and add the headers to its answer; the policy only goes with documents."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def relay(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = REFERRER
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
                    headers["Content-Security-Policy"] = policy(Headers(scope=scope).get("host", ""))
            await send(message)

        await self._app(scope, receive, relay)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Get ready before the first visitor: heavy imports, the snapshot in service, compressed files."""
    remember_theme()
    sys.setswitchinterval(SWITCH)
    memory.few_heaps()
    await run_in_threadpool(warm)
    SHELF.ask(compress.used_files())
    getting_ready = ahead.Ahead()
    getting_ready.start()
    ledger.IDLE.keep(ledger.SERVED)
    with memory.short_pauses():
        yield
    ledger.IDLE.keep(0)
    getting_ready.stop()


def warm() -> None:
    """Import what the pages need and open the snapshot in service, when there is one."""
    for name in HEAVY:
        importlib.import_module(name)
    try:
        if store.current_id() is not None:
            store.open_current()
    except store.BrokenSnapshot:
        # The pages say so to every visitor, with a code; a server that does not start says nothing.
        LOG.exception("The snapshot in service cannot be opened")
    # What was imported until now stays for good: set aside, no collection looks through it again.
    memory.give_back()


def remember_theme() -> None:
    """Let Streamlit write the theme once: it goes through all its settings six times in every run of a page.

    That is an eighth of what a run costs. There is no setting for it, and the theme never changes while it runs.
    """
    from streamlit.proto.NewSession_pb2 import CustomThemeConfig
    from streamlit.runtime import app_session

    written = app_session._populate_theme_msg

    @lru_cache(maxsize=16)
    def theme(section: str) -> CustomThemeConfig:
        made = CustomThemeConfig()
        written(made, section)
        return made

    def fill(msg: CustomThemeConfig, section: str = "theme") -> None:
        msg.MergeFrom(theme(section))

    app_session._populate_theme_msg = fill


def script_error(error: Exception) -> bool:
    """Log a page's failure under a short code and show the visitor one sentence with it."""
    import streamlit as st

    code = secrets.token_hex(4)
    LOG.error("Page failed, code %s", code, exc_info=error)
    lang = parse_lang(st.query_params.get("lang"))
    st.error(errors.SCRIPT_FAILED.format(lang, code=code))
    return True


SHELF: Final = compress.Shelf()
MIDDLEWARE: Final = [
    Middleware(SafeHeaders),
    Middleware(compress.FixedFiles, files=compress.served_files(), shelf=SHELF),
    Middleware(IndexPage),
    Middleware(sending.Sending),
    Middleware(oidc.Arrivals),
]
# Known fonts are answered by FixedFiles; this answers 404 for others instead of the first page.
ROUTES: Final[list[BaseRoute]] = [
    *oidc.ROUTES,
    Mount("/fonts", StaticFiles(directory=compress.package_folder("fontpkg_sarabun") / "files"), name="fonts"),
]

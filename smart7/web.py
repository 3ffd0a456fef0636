"""Middleware and routes around the application: language, compressed files, safe headers, fonts, errors."""

from __future__ import annotations

import argparse
import base64
import gc
import hashlib
import html
import importlib
import json
import logging
import re
import secrets
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from smart7 import catalog, compress
from smart7.api import basemap
from smart7.i18n import Lang, parse_lang
from smart7.markup import frame
from smart7.words import common, errors

if TYPE_CHECKING:
    import streamlit as st
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG: Final = logging.getLogger(__name__)

# What the first visitor would wait for: Streamlit and the pages import these only when they draw.
HEAVY: Final = ("pandas", "pyarrow.pandas_compat", "altair", "duckdb", "pydeck", "scipy.sparse.csgraph")
# Addresses of pages: the overview is at the root.
ADDRESSES: Final = {"", *(page.id for page in catalog.PAGES[1:])}
INDEX: Final = compress.package_folder("streamlit") / "static" / "index.html"
FONT: Final = "Sarabun, sans-serif"
# Settings Streamlit's page reads before it starts. With the address, a deep link does not first ask below its
# own path (an error and a wait); with the host settings, the live line opens without two questions before it;
# with the font, the first paint does not load another typeface (170 kB) that no page uses.
SETTINGS: Final = (
    "window.prerenderReady=false;window.__streamlit={BACKEND_BASE_URL:location.origin,"
    "HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false},"
    f'LIGHT_THEME:{{bodyFont:"{FONT}"}},DARK_THEME:{{bodyFont:"{FONT}"}}}};'
)
# The elements every page is made of. Streamlit asks for each only when the first one arrives.
DRAWN: Final = ("Html", "Selectbox", "Checkbox", "ArrowVegaLiteChart", "embed")
# The map draws a chart only of what is chosen; the way to look that holds claims draws no map.
DRAWN_WITH_MAP: Final = ("Html", "Selectbox", "Checkbox", "DeckGlJsonChart")
MAP: Final = "^/map/?([?](?!.*show=ledger)|$)"
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


def chunks(names: tuple[str, ...]) -> list[str]:
    """Return the addresses of parts of Streamlit's application."""
    folder = INDEX.parent / "static" / "js"
    return [f"/static/js/{path.name}" for name in names for path in sorted(folder.glob(f"{name}.*.js"))]


def start() -> str:
    """Return the one inline script: the settings, then ours."""
    script = Path(__file__).with_name("page.js").read_text(encoding="utf-8")
    return SETTINGS + script.replace("CHUNKS", json.dumps([[MAP, chunks(DRAWN_WITH_MAP)], ["", chunks(DRAWN)]]), 1)


START: Final = start()


@lru_cache(maxsize=2)
def index_page(lang: Lang) -> str:
    """Return the page every visit starts from, in one language: its name, font and words are ours."""
    title, about, plea = (
        html.escape(text.get(lang)) for text in (common.APP, errors.SITE_DESCRIPTION, errors.NO_SCRIPT)
    )
    font = '<link rel="preload" href="./fonts/Sarabun-Regular.ttf" as="font" type="font/ttf" crossorigin />'
    changes = {
        r'<html lang="[^"]*">': f'<html lang="{lang}">',
        r'<link\s+rel="preload"[^>]*>': font,
        r"<title>.*?</title>": f'<title>{title}</title>\n    <meta name="description" content="{about}" />',
        r'<!--(?:(?!-->).)*-->\s*<link rel="service-desc"[^>]*>': "",
        r"<script>.*?</script>": f"<script>{START}</script>",
        r"<noscript>.*?</noscript>": f"<noscript><p>{plea}</p></noscript>\n    <style>{frame.style_sheet()}</style>",
    }
    page = INDEX.read_text(encoding="utf-8")
    for pattern, ours in changes.items():
        page = re.sub(pattern, ours.replace("\\", r"\\"), page, count=1, flags=re.DOTALL)
    return page


@lru_cache(maxsize=6)
def index_body(lang: Lang, coding: str) -> bytes:
    """Return the first page's bytes in one language and content coding."""
    body = index_page(lang).encode()
    return body if coding == "identity" else compress.MAKERS[coding](body)


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


class IndexPage:
    """Put our first page, in the language of the link, in the place of the one Streamlit ships."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        # The tag Streamlit's answer carries when it is this file, compressed or not, whatever the path.
        self._mark = FileResponse(INDEX, stat_result=INDEX.stat()).headers["etag"].strip('"')

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on and exchange the answer when it is the first page."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        ours = False

        async def relay(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start":
                tag = Headers(raw=message["headers"]).get("etag", "")
                ours = message["status"] == 200 and self._mark in tag
            if not ours:
                await send(message)

        await self._app(scope, receive, relay)
        if ours:
            await self._page(scope)(scope, receive, send)

    def _page(self, scope: Scope) -> Response:
        asked = scope["path"].strip("/")
        if asked not in ADDRESSES:
            return RedirectResponse(home(asked, scope["query_string"].decode("latin-1")), status_code=307)
        query = parse_qs(scope["query_string"].decode("latin-1"))
        lang = parse_lang(query.get("lang", [None])[0])
        request = Headers(scope=scope)
        codings = compress.accepted(request.get("accept-encoding", ""))
        coding = next((name for name in compress.MAKERS if name in codings), "identity")
        mark = hashlib.blake2b(index_page(lang).encode(), digest_size=12).hexdigest()
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding", "ETag": f'"{mark}-{coding}"'}
        if mark in request.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if coding != "identity":
            headers["Content-Encoding"] = coding
        return Response(index_body(lang, coding), headers=headers, media_type="text/html")


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
    await run_in_threadpool(warm)
    SHELF.ask(compress.used_files())
    yield


def warm() -> None:
    """Import what the pages need and open the snapshot in service, when there is one."""
    for name in HEAVY:
        importlib.import_module(name)
    from smart7 import store

    try:
        if store.current_id() is not None:
            store.open_current()
    except store.BrokenSnapshot:
        # The pages say so to every visitor, with a code; a server that does not start says nothing.
        LOG.exception("The snapshot in service cannot be opened")
    # Streamlit collects garbage after every run of a page. What was imported until now stays for good: set
    # aside, it is not looked through again each time, for 130 ms in which no other visitor is answered.
    gc.collect()
    gc.freeze()


def script_error(error: Exception) -> bool:
    """Log a page's failure under a short code and show the visitor one sentence with it."""
    import streamlit as st

    code = secrets.token_hex(4)
    LOG.error("Page failed, code %s", code, exc_info=error)
    lang = parse_lang(st.query_params.get("lang"))
    st.error(errors.SCRIPT_FAILED.format(lang, code=code))
    return True


def prepare(shelf: compress.Shelf, say: Callable[[str], object] = print) -> None:
    """Make every copy the pages need, two files at a time, and tell the progress in lines."""
    started = time.monotonic()
    sources = compress.used_files()
    removed = shelf.sweep(compress.served_files().values())
    missing = [path for path in sources if not shelf.has(path)]
    ready = len(sources) - len(missing)
    say(f"compress: {ready} of {len(sources)} files are ready, {removed} old copies removed")
    with ThreadPoolExecutor(max_workers=2) as pool:
        for done, _ in enumerate(pool.map(shelf.fill, missing), start=1):
            if done % 25 == 0 or done == len(missing):
                say(f"compress: {done} of {len(missing)} files, {time.monotonic() - started:.1f} s")


SHELF: Final = compress.Shelf()
MIDDLEWARE: Final = [
    Middleware(SafeHeaders),
    Middleware(compress.FixedFiles, files=compress.served_files(), shelf=SHELF),
    Middleware(IndexPage),
]
# Known fonts are answered by FixedFiles; this answers 404 for others instead of the first page.
ROUTES: Final[list[BaseRoute]] = [
    Mount("/fonts", StaticFiles(directory=compress.package_folder("fontpkg_sarabun") / "files"), name="fonts"),
]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m smart7.web", description="Get the site's files ready.")
    parser.add_argument("--prepare", action="store_true", help="compress every file the pages load, once")
    if parser.parse_args().prepare:
        prepare(SHELF)
    else:
        parser.print_help()

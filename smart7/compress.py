"""Serve the fixed files a browser loads from compressed copies: made once per file and kept on disk."""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import os
import queue
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response

from smart7 import whole

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

LOG: Final = logging.getLogger(__name__)

CACHE: Final = Path(__file__).resolve().parents[1] / ".cache" / "static"
FAVICON: Final = Path(__file__).with_name("favicon.png")
# Where Streamlit takes a picture for one that is served already. For any other address it would look on the disk in
# each run of a page, under the lock on all files that pages offer, for which every other run then waits.
ICON: Final = "/app/static/favicon.png"
# The icon font of the bundle, and ours in its place with the icons in use (smart7/icons.py).
ICONS: Final = re.compile(r"/MaterialSymbols[^/]*\.woff2$")
OWN_ICONS: Final = Path(__file__).with_name("icons.woff2")
MAKERS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "br": lambda body: bytes(brotli.compress(body, quality=11)),
    # Level 9 makes files 0.3 % smaller than 6 and takes half as long again, and a visitor waits for this one.
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
# Everything else Streamlit ships (WOFF2, PNG, GIF) is compressed already.
COMPRESSIBLE: Final = frozenset({".js", ".css", ".json", ".ttf", ".svg"})
# Elements no page of this site draws; their chunks are compressed only when somebody asks for one.
UNUSED: Final = (
    "PlotlyChart.tsx",
    "EChartsChart.tsx",
    "GraphVizChart.tsx",
    "MermaidChart.tsx",
    "rehype-katex/index.js",
    "node-emoji/lib/index.js",
)
STALE_SECONDS: Final = 3600
YEAR: Final = "public, max-age=31536000, immutable"
# Fonts and icons have addresses that stay when what is there changes: a day on, what a browser has is used once more
# while it asks.
DAY: Final = "public, max-age=86400, stale-while-revalidate=31536000"
TYPES: Final = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".gif": "image/gif",
}


def brief(body: bytes) -> bytes:
    """Return a body packed with brotli quickly, for answers that are made while somebody waits."""
    return bytes(brotli.compress(body, quality=5))


def package_folder(package: str) -> Path:
    """Return the folder of an installed package without importing it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"The package {package} is not installed.")
    return Path(spec.origin).parent


@lru_cache(maxsize=1024)
def fingerprint(source: Path) -> str:
    """Return a hexadecimal digest of what is served of a file; read once, as installed files do not change."""
    return hashlib.blake2b(source.read_bytes(), digest_size=12).hexdigest()


@cache
def bundle() -> Path:
    """Return where the application's bundle lies, whose files are named by what is in them."""
    return package_folder("streamlit") / "static"


def bundle_files() -> dict[str, Path]:
    """Return every file of the application's bundle by the path a browser asks for it."""
    return {f"/{path.relative_to(bundle()).as_posix()}": path for path in (bundle() / "static").rglob("*.*")}


def served_files() -> dict[str, Path]:
    """Return every fixed file by the path a browser asks for it: the application's bundle and the fonts."""
    fonts = package_folder("fontpkg_sarabun") / "files"
    files = {url: OWN_ICONS if ICONS.search(url) else path for url, path in bundle_files().items()}
    files |= {f"/fonts/{path.name}": path for path in fonts.glob("*.ttf")}
    return files | {ICON: FAVICON, "/favicon.png": FAVICON}


def used_files() -> list[Path]:
    """Return the compressible files that the pages of this site can load, the largest first."""
    manifest: dict[str, dict[str, list[str]]] = json.loads((bundle() / "manifest.json").read_bytes())
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        key = waiting.pop()
        if key not in reached and not key.endswith(UNUSED):
            reached.add(key)
            waiting += manifest[key].get("imports", []) + manifest[key].get("dynamicImports", [])
    names = {f"/{name}" for key in reached for name in [manifest[key]["file"], *manifest[key].get("css", [])]}
    # The style sheet of the whole application is not loaded (`first/shell.py`).
    names -= {f"/{name}" for name in manifest["index.html"].get("css", [])}
    files = {
        path
        for url, path in served_files().items()
        if path.suffix in COMPRESSIBLE and (url in names or not url.startswith("/static/"))
    }
    return sorted(files, key=lambda path: path.stat().st_size, reverse=True)


def accepted(header: str) -> set[str]:
    """Return the content codings named in an Accept-Encoding header that are not refused with ``q=0``."""
    parts = (part.replace(" ", "").lower().partition(";q=") for part in header.split(","))
    return {name for name, _, weight in parts if not re.fullmatch(r"0(\.0*)?", weight)}


class Shelf:
    """Keep compressed copies in one folder, named by the content they were made from.

    A copy is written beside its place and moved there whole, so a process that is killed leaves either a
    complete copy or none. When the folder cannot be written, new copies go to a private temporary one.
    """

    def __init__(self, folder: Path = CACHE) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._spare: Path | None = None
        self._asked: set[tuple[bool, Path]] = set()
        self._queue: queue.PriorityQueue[tuple[bool, int, Path]] = queue.PriorityQueue()
        self._worker: threading.Thread | None = None

    def find(self, source: Path, coding: str) -> bytes | None:
        """Return the stored copy of a file in one coding, or None when it has not been made."""
        path = self._place(source, coding)
        return path.read_bytes() if path else None

    def make(self, source: Path, coding: str) -> bytes:
        """Return a file's copy in one coding, compressing and storing it when there is none yet."""
        found = self.find(source, coding)
        if found is not None:
            return found
        body = MAKERS[coding](source.read_bytes())
        try:
            self._write(f"{fingerprint(source)}.{coding}", body)
        except OSError as error:
            LOG.warning("A compressed copy of %s could not be stored: %s", source.name, error)
        return body

    def has(self, source: Path) -> bool:
        """Say whether a file's copies in every coding are stored."""
        return all(self._place(source, coding) for coding in MAKERS)

    def fill(self, source: Path) -> None:
        """Make and store a file's copies in every coding."""
        for coding in MAKERS:
            self.make(source, coding)

    def best(self, source: Path, codings: set[str]) -> tuple[str, bytes]:
        """Return the coding and body to answer with now; a missing Brotli copy is made in the background."""
        if source.suffix not in COMPRESSIBLE:
            return "identity", source.read_bytes()
        if "br" in codings:
            body = self.find(source, "br")
            if body is not None:
                return "br", body
            self.ask([source], awaited=True)
        if "gzip" in codings:
            return "gzip", self.make(source, "gzip")
        return "identity", source.read_bytes()

    def ask(self, sources: Iterable[Path], *, awaited: bool = False) -> None:
        """Have missing copies of some files made in the background, each once; what is `awaited` before the rest."""
        with self._lock:
            fresh = [source for source in sources if (awaited, source) not in self._asked]
            for source in fresh:
                self._queue.put((not awaited, len(self._asked), source))
                self._asked.add((awaited, source))
            if fresh and self._worker is None:
                # A daemon, so that stopping the server does not wait for a large file.
                self._worker = threading.Thread(target=self._work, name="compress", daemon=True)
                self._worker.start()

    def sweep(self, sources: Iterable[Path]) -> int:
        """Remove copies of files that are no longer served and abandoned partial ones; return how many."""
        current = {fingerprint(source) for source in sources}
        old = [path for path in self._folder.glob("*.*") if not _wanted(path, current)]
        try:
            for path in old:
                path.unlink(missing_ok=True)
        except OSError as error:
            LOG.warning("Old compressed copies cannot be removed: %s", error)
        return len(old)

    def _work(self) -> None:
        if sys.platform == "linux":
            # Visitors come first: on Linux a priority belongs to the thread.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 15)
        while True:
            *_, source = self._queue.get()
            try:
                self.fill(source)
            except OSError as error:
                LOG.warning("%s could not be compressed: %s", source.name, error)

    def _place(self, source: Path, coding: str) -> Path | None:
        places = (folder / f"{fingerprint(source)}.{coding}" for folder in (self._folder, self._spare) if folder)
        return next((path for path in places if path.is_file()), None)

    def _write(self, name: str, body: bytes) -> None:
        whole.write(self._writable() / name, body)

    def _writable(self) -> Path:
        with self._lock:
            if self._spare is None:
                try:
                    self._folder.mkdir(parents=True, exist_ok=True)
                except OSError as error:
                    LOG.warning("The folder for compressed files cannot be made: %s", error)
                if not os.access(self._folder, os.W_OK):
                    # A fresh private folder: a fixed name in a shared place could be filled by somebody else.
                    self._temporary = tempfile.TemporaryDirectory(prefix="smart7-", ignore_cleanup_errors=True)
                    self._spare = Path(self._temporary.name)
            return self._spare or self._folder


class FixedFiles:
    """Answer requests for known files in the best coding the browser accepts; pass every other request on."""

    def __init__(self, app: ASGIApp, files: Mapping[str, Path], shelf: Shelf) -> None:
        self._app = app
        self._files = files
        self._shelf = shelf

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on one request; only exact names of known files count, so no path can stray."""
        asks = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        source = self._files.get(scope["path"]) if asks else None
        if source is None:
            await self._app(scope, receive, send)
            return
        response = await run_in_threadpool(self._reply, source, Headers(scope=scope))
        await response(scope, receive, send)

    def _reply(self, source: Path, request: Headers) -> Response:
        mark = fingerprint(source)
        coding, body = self._shelf.best(source, accepted(request.get("accept-encoding", "")))
        lasting = YEAR if source.parent.parent == bundle() / "static" else DAY
        headers = {"Cache-Control": lasting, "Vary": "Accept-Encoding", "ETag": f'"{mark}-{coding}"'}
        if mark in request.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if coding != "identity":
            headers["Content-Encoding"] = coding
        return Response(body, headers=headers, media_type=TYPES.get(source.suffix))


def _wanted(path: Path, current: set[str]) -> bool:
    try:
        return path.stem in current or (path.suffix == ".part" and time.time() - path.stat().st_mtime < STALE_SECONDS)
    except FileNotFoundError:
        # Another process has just moved its finished copy into place.
        return True

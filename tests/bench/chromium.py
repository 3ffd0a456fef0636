"""A browser of our own: visits timed inside the page, and what each visit sends over the wire."""

import base64
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

SCRIPT = Path(__file__).with_name("painted.js").read_text("utf-8")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
QUIET = 1200
PATIENCE = 60_000


def program() -> str | None:
    """Return the path of an installed Chromium, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next((path for path in map(shutil.which, names) if path), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """Start a browser and end it with the block."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program(), args=list(ARGUMENTS))
        try:
            yield started
        finally:
            started.close()


@contextmanager
def visitor(started: Browser) -> Iterator[BrowserContext]:
    """Give a visitor who has never been here: nothing cached, no cookies."""
    context = started.new_context(viewport={"width": 1280, "height": 900}, locale="th-TH")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(SCRIPT)
    try:
        yield context
    finally:
        context.close()


def settled(context: BrowserContext, url: str) -> tuple[Page, str]:
    """Open a page, wait until nothing changes any more, and return it with what it then shows."""
    page = context.new_page()
    page.goto(url, wait_until="commit")
    page.evaluate(f"bench.quiet({QUIET})")
    return page, str(page.evaluate("bench.seen()"))


@dataclass(frozen=True, slots=True)
class Visited:
    """One visit in milliseconds from its start: until a figure could be read, until the page was complete; and CLS."""

    read: float
    complete: float
    moved: float


def visit(context: BrowserContext, url: str, wanted: str) -> Visited:
    """Open a page and time it until it shows what is wanted."""
    page = context.new_page()
    page.goto(url, wait_until="commit")
    shown = float(page.evaluate("wanted => bench.until(wanted)", wanted))
    drawn = float(page.evaluate("bench.quiet(300).then(() => bench.drawn)"))
    read, moved = (float(page.evaluate(f"bench.{name}")) for name in ("read", "moved"))
    page.close()
    return Visited(read, max(shown, drawn), moved)


def choose(page: Page, option: int, wanted: str = "") -> float:
    """Choose an option of the page's first choice; return milliseconds from the click until it is shown.

    Without what is wanted, the last change before a stretch of quiet counts.
    """
    page.locator("[data-testid=stMain] [data-testid=stSelectbox] input").first.click()
    place = page.locator("[role=option]").nth(option)
    place.wait_for()
    place.hover()
    page.evaluate("wanted => {bench.changed = bench.drawn = 0; bench.shown = wanted && bench.until(wanted)}", wanted)
    page.mouse.down()
    page.mouse.up()
    if wanted:
        shown = float(page.evaluate("bench.shown"))
        drawn = float(page.evaluate("bench.quiet(300).then(() => bench.drawn)"))
    else:
        shown = drawn = float(page.evaluate(f"bench.quiet({QUIET})"))
    return max(shown, drawn) - float(page.evaluate("bench.began"))


@dataclass  # no slots: the browser's library notes each handler on its owner
class Wire:
    """What one visit sent and received."""

    host: str
    received: int = 0
    live: int = 0
    live_packed: int = 0
    files: list[tuple[int, str]] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    _asked: dict[str, str] = field(default_factory=dict)
    _packer: Any = field(default_factory=lambda: zlib.compressobj(wbits=-15))

    def asked(self, event: dict[str, Any]) -> None:
        """Note a request, and whether it leaves for another host."""
        url = event["request"]["url"]
        self._asked[event["requestId"]] = url
        if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).netloc != self.host:
            self.outside.append(url)

    def finished(self, event: dict[str, Any]) -> None:
        """Add a finished download."""
        size = int(event["encodedDataLength"])
        self.received += size
        self.files.append((size, self._asked.get(event["requestId"], "?")))

    def frame(self, event: dict[str, Any]) -> None:
        """Add a message of the live line, as it is and as the line compresses it."""
        data = event["response"]["payloadData"]
        body = base64.b64decode(data) if event["response"]["opcode"] == 2 else data.encode()
        self.live += len(body)
        self.live_packed += len(self._packer.compress(body) + self._packer.flush(zlib.Z_SYNC_FLUSH))


def on_the_wire(context: BrowserContext, url: str) -> Wire:
    """Open a page, wait until it is at rest, and return what went over the wire."""
    page = context.new_page()
    wire = Wire(urlsplit(url).netloc)
    session = context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", wire.asked)
    session.on("Network.loadingFinished", wire.finished)
    session.on("Network.webSocketFrameReceived", wire.frame)
    session.send("Network.enable")
    page.goto(url, wait_until="commit")
    page.evaluate(f"bench.quiet({QUIET})")
    page.close()
    return wire

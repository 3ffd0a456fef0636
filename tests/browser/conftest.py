"""A real browser on a real server: what these tests share."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Locator,
    Page,
    ViewportSize,
    WebSocket,
    expect,
    sync_playwright,
)
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

import manage
from smart7 import store
from smart7.register.rights import Role
from tests import people

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "These tests need Chromium: on Debian or Ubuntu, apt-get install chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
Scheme = Literal["light", "dark"]
DESK: dict[str, ViewportSize] = {"viewport": {"width": 1400, "height": 900}}
START_SECONDS = 240
# For what comes in a second where nothing else runs: patience costs nothing, and busy machines draw slowly.
WAIT_SECONDS = 60
# Each text within an element whose colour stands out less than WCAG asks (4.5) from what is painted behind it; the
# number of a sample figure is an outline, and a drawing has its own colours.
FAINT = """root => {
  const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = e => {
    if (!e) return [255, 255, 255];
    const [r, g, b, alpha = 1] = parts(getComputedStyle(e).backgroundColor);
    if (alpha === 1) return [r, g, b];
    const under = behind(e.parentElement);
    return [r, g, b].map((v, n) => alpha * v + (1 - alpha) * under[n]);
  };
  const says = e => [...e.childNodes].some(c => c.nodeType === 3 && c.textContent.trim());
  return [...document.querySelectorAll(root + ' *')]
    .filter(e => says(e) && e.checkVisibility() && !e.closest('svg, .s7-hollow, .s7-sample .s7-value'))
    .map(e => [e, ...[light(parts(getComputedStyle(e).color)), light(behind(e))].sort((a, b) => a - b)])
    .filter(([, low, high]) => (high + 0.05) / (low + 0.05) < 4.5)
    .map(([e]) => e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 40));
}"""
# Whether the page has the colours of the night, which come with what the server draws of it.
NIGHT = "night => getComputedStyle(document.documentElement).getPropertyValue('--s7-night') === night"
# Goes to an address as a click on a link within the site does.
FOLLOW = """address => {
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  document.querySelector('[data-testid="stMain"]').scrollTo(0, 0);
}"""
# What goes along from page to page once it was chosen, though a link does not say it.
CARRIED = {"year", "sample", "known", "layers"}
# What the page was told before this was asked is drawn when it is answered, as is what `page.js` does a little later.
AWHILE = "later => new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), later))"
DUSK_MS = 200
# Adds up how far what stands on a page moves while it comes.
MOVED = """(() => {
  window.moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) window.moved += e.value; }))
    .observe({ type: "layout-shift", buffered: true });
})()"""
MOST_MOVED = 0.05
# Somebody who was here before: the first minute does not open by itself.
KNOWN = "localStorage.setItem('s7-minute', 'away')"
expect.set_options(timeout=WAIT_SECONDS * 1000)


def pytest_collection_modifyitems(items):
    """Mark everything in this folder, so that no test here can run where there is no browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; without one the tests are skipped, or fail where they are required."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        (pytest.fail if os.environ.get("SMART7_BROWSER") == "required" else pytest.skip)(MISSING)
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@dataclass
class Server:
    """A running site: its address, its log and its data folder."""

    port: int
    log: Path
    data: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8")


@pytest.fixture(scope="session")
def server(snapshot, tmp_path_factory) -> Iterator[Server]:
    """Serve the snapshot of the real data as `manage.py run` does, with nothing got ready, until the last test."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log.txt"
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "tests.browser.quiet:app",
        "--port",
        str(port),
        *manage.UVICORN,
    ]
    with log.open("w") as file:
        process = subprocess.Popen(
            command, cwd=store.ROOT, stdout=file, stderr=file, env=os.environ | {"PYTHONUTF8": "1"}
        )
    site = Server(port, log, store.data_folder())
    deadline = time.monotonic() + START_SECONDS
    try:
        while not answers(site.url + "/_stcore/health"):
            assert process.poll() is None and time.monotonic() < deadline, f"The server did not start:\n{site.said}"
            time.sleep(0.1)
        yield site
    finally:
        process.terminate()
        process.wait(timeout=20)


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=2).close()
    except urllib.error.URLError:
        return False
    return True


@dataclass
class Tab:
    """One tab: what is on it, everything it asked for, and everything it complained about."""

    page: Page
    server: Server
    snapshot: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    listening: list[tuple[str, Callable[..., object]]] = field(default_factory=list)
    sessions: list[CDPSession] = field(default_factory=list)
    runs: int = 0
    running: bool = False
    carries: bool = False

    def __post_init__(self) -> None:
        self.size = self.page.viewport_size
        self.listen("request", lambda request: self.asked.append(request.url))
        self.listen("websocket", lambda line: self.asked.append(line.url))
        self.listen("pageerror", lambda error: self.complaints.append(str(error)))
        self.listen("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def listen(self, event: str, heard: Callable[..., object]) -> None:
        """Listen to what happens on the page, until it is left."""
        self.listening.append((event, heard))
        self.page.on(event, heard)

    def session(self) -> CDPSession:
        """Return a line to the browser's own tools, until the page is left."""
        self.sessions.append(self.page.context.new_cdp_session(self.page))
        return self.sessions[-1]

    def sign_in(self, role: Role = "officer") -> "Tab":
        """Let the browser bear the cookie of somebody who has signed in, until the page is left."""
        mark = {"url": self.server.url, "httpOnly": True, "sameSite": "Strict"}
        held = people.session(role).items()
        self.page.context.add_cookies([{"name": name, "value": value, **mark} for name, value in held])
        return self

    def leave(self) -> None:
        """Leave the page as the next test wants to find it: blank, at its own size, with nothing left of this one."""
        self.page.context.clear_cookies(name=people.COOKIE)
        self.page.evaluate("location.origin !== 'null' && sessionStorage.clear()")
        self.page.goto("about:blank")
        for event, heard in self.listening:
            self.page.remove_listener(event, heard)
        for session in self.sessions:
            session.detach()
        self.page.mouse.move(0, 0)
        if self.size is not None and self.page.viewport_size != self.size:
            self.page.set_viewport_size(self.size)

    def open(self, address: str) -> "Tab":
        """Follow a link from outside, and wait until its page is drawn."""
        self.page.goto(self.server.url + address, wait_until="commit")
        return self.drawn()

    def hear_runs(self) -> "Tab":
        """Hear of every run of the page from the first on, for who goes from page to page in it."""
        self.listen("websocket", self.hear)
        self.listen("framenavigated", lambda frame: self.note(frame.url))
        return self

    def note(self, address: str) -> None:
        """Note whether something was chosen that goes along to other pages."""
        self.carries = self.carries or not CARRIED.isdisjoint(parse_qs(urlsplit(address).query))

    def hear(self, line: WebSocket) -> None:
        """Note when a run is asked for, and when it has ended."""

        def sent(frame: str | bytes) -> None:
            if isinstance(frame, bytes) and BackMsg.FromString(frame).WhichOneof("type") == "rerun_script":
                self.runs, self.running = self.runs + 1, True

        def received(frame: str | bytes) -> None:
            message = ForwardMsg.FromString(frame) if isinstance(frame, bytes) else ForwardMsg()
            if (
                message.WhichOneof("type") == "script_finished"
                and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
            ):
                self.running = False

        line.on("framesent", sent)
        line.on("framereceived", received)

    def ran(self, before: int) -> None:
        """Wait until more runs than before were asked for, and the last has ended."""
        deadline = time.monotonic() + START_SECONDS
        while self.running or self.runs <= before:
            assert time.monotonic() < deadline, f"The page was not drawn in {START_SECONDS} seconds"
            self.page.wait_for_timeout(20)

    def go(self, address: str) -> "Tab":
        """Follow a link within the site: nothing is loaded anew, and the page declares its language as before."""
        if self.page.url != self.server.url + address:
            self.ran(self.runs - 1)
            before = self.runs
            self.page.evaluate(FOLLOW, address)
            self.ran(before)
            self.page.evaluate(AWHILE, 0)
        return self.drawn()

    def by_night(self, dark: bool) -> "Tab":
        """Let the device be dark or light, and wait until the page is."""
        if not self.page.evaluate(NIGHT, str(int(dark))):
            self.page.emulate_media(color_scheme="dark" if dark else "light")
            self.until(NIGHT, str(int(dark)))
            self.page.evaluate(AWHILE, DUSK_MS)
            self.ran(self.runs - 1)
            self.page.evaluate(AWHILE, 0)
        return self.drawn()

    def drawn(self) -> "Tab":
        """Wait until the foot of the page, which comes last, names the snapshot."""
        expect(self.main.locator(".s7-foot").filter(has_text=self.snapshot)).to_be_visible()
        expect(self.page.locator('[data-test-script-state="notRunning"]')).to_be_attached()
        return self

    @property
    def main(self) -> Locator:
        return self.page.get_by_test_id("stMain")

    @property
    def outside(self) -> list[str]:
        """What was asked of any other host than the server."""
        own = ("", f"127.0.0.1:{self.server.port}")
        return [url for url in self.asked if urlsplit(url).netloc not in own]

    def card(self, name: str) -> Locator:
        return self.main.get_by_role("article", name=name, exact=True)

    def list(self, label: str) -> Locator:
        """Return a field with a list, moved into sight: a list closes when the page is moved below it.

        The list hears that the page was moved with the next frame, which on a busy machine comes after the next key.
        """
        field = self.main.get_by_role("combobox", name=label, exact=True)
        field.scroll_into_view_if_needed()
        self.page.evaluate(AWHILE, 0)
        return field

    def until(self, expression: str, argument: object = None) -> None:
        """Wait until a JavaScript expression holds.

        Asked from outside each time: playwright's own `wait_for_function` evaluates a string within
        the page when it has to ask twice, and the policy of this site forbids the page to do that.
        """
        deadline = time.monotonic() + WAIT_SECONDS
        while not self.page.evaluate(expression, argument):
            assert time.monotonic() < deadline, f"Not so after {WAIT_SECONDS} seconds: {expression}"
            time.sleep(0.05)

    def faint(self, root: str) -> Sequence[str]:
        """Return the texts within an element that stand out too little from what is behind them."""
        return self.page.evaluate(FAINT, root)

    def choose(self, label: str, option: str) -> "Tab":
        """Choose an option of a list; its name is typed, since a long list draws only what is in sight."""
        self.list(label).click()
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option, exact=True).click()
        return self


@pytest.fixture(scope="session")
def tab_class() -> type[Tab]:
    """Return what a tab is, for a fixture that keeps one open through several tests."""
    return Tab


def patient(browser: Browser, **options: object) -> BrowserContext:
    """Return a browser that has been nowhere, which waits for a download as long as for anything else."""
    made = browser.new_context(**DESK | options)
    made.set_default_timeout(WAIT_SECONDS * 1000)
    return made


@pytest.fixture(scope="session")
def context(browser) -> Iterator[BrowserContext]:
    """Return a browser that keeps its cache from test to test, as a visitor's does."""
    shared = patient(browser)
    shared.add_init_script(KNOWN)
    shared.add_init_script(MOVED)
    yield shared
    shared.close()


@pytest.fixture(scope="session")
def shared_page(context) -> Page:
    """Return the one page of that browser that most tests take in turn.

    Where a page is opened in the process of the page before, the browser does not have to read all scripts anew: that
    is a third of what opening a page takes.
    """
    return context.new_page()


@pytest.fixture
def tab(shared_page, server, snapshot) -> Iterator[Tab]:
    """Open a tab; at its end nothing may have been asked of another host.

    A test that gives the page what would stay on it, such as a script for every load, takes `new_tab`.
    """
    opened = Tab(shared_page, server, snapshot)
    yield opened
    opened.leave()
    assert opened.outside == []


@pytest.fixture(scope="session")
def read_tabs(browser, server, snapshot) -> Iterator[Callable[[str], Tab]]:
    """Return a function that gives the one tab that is read in a language, wherever it was left."""
    kept: dict[str, Tab] = {}

    def tab_in(lang: str) -> Tab:
        if lang not in kept:
            context = patient(browser)
            context.add_init_script(KNOWN)
            kept[lang] = Tab(context.new_page(), server, snapshot).hear_runs()
        return kept[lang]

    yield tab_in
    for each in kept.values():
        each.page.context.close()


@pytest.fixture
def look(read_tabs) -> Iterator[Callable[..., Tab]]:
    """Return a function that goes to an address by a link within the site, at a size, by day or by night.

    Where a test before chose what goes along from page to page, the site is opened anew.
    For tests of what a page shows, and of what a click there leads to: loading the application is most of what opening
    a page takes. They leave it to the next as it is, on whichever page, and nothing typed, folded out or lying over it.
    """
    looked: list[Tab] = []

    def at(address: str, width: int = 1400, height: int = 900, *, dark: bool = False) -> Tab:
        lang = "en" if "lang=en" in address else "th"
        tab = read_tabs(lang)
        if tab not in looked:
            looked.append(tab)
            tab.asked.clear()
            tab.complaints.clear()
        tab.page.set_viewport_size({"width": width, "height": height})
        tab.ran(tab.runs - 1)
        elsewhere = tab.page.url != tab.server.url + address
        if tab.page.evaluate("document.documentElement.lang") != lang or (elsewhere and tab.carries):
            tab.carries = False
            tab.page.emulate_media(color_scheme="dark" if dark else "light")
            tab.open(address).until("!document.getElementById('s7-first')")
        return tab.by_night(dark).go(address)

    yield at
    for each in looked:
        each.page.mouse.move(0, 0)
        assert each.outside == []
        # A map asks for every frame as long as it is open, beside whatever test comes next.
        if each.page.get_by_test_id("stDeckGlJsonChart").count():
            each.go(f"/glossary?lang={each.page.evaluate('document.documentElement.lang')}")


@pytest.fixture(scope="session")
def other_pages(browser) -> Iterator[Callable[..., Page]]:
    """Return a function that gives the one page of another browser with some options."""
    kept: dict[str, Page] = {}

    def page_with(**options: object) -> Page:
        name = repr(sorted(options.items()))
        if name not in kept:
            context = patient(browser, **options)
            context.add_init_script(KNOWN)
            kept[name] = context.new_page()
        return kept[name]

    yield page_with
    for each in kept.values():
        each.context.close()


@pytest.fixture
def other_tab(other_pages, server, snapshot) -> Iterator[Callable[..., Tab]]:
    """Return a function that opens a tab of another browser than `tab`: dark, narrow, or merely another.

    Its page goes to the next test that asks for the same options, at the size and in the light that one asks for.
    """
    lent: list[Tab] = []

    def lend(*, viewport: ViewportSize = DESK["viewport"], color_scheme: Scheme = "light", **options: object) -> Tab:
        page = other_pages(**options)
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=color_scheme)
        lent.append(Tab(page, server, snapshot))
        return lent[-1]

    yield lend
    for each in lent:
        each.leave()


@pytest.fixture
def new_tab(browser, server, snapshot) -> Iterator[Callable[..., Tab]]:
    """Return a function that opens a tab of a browser of its own, whose cache is empty, or that was `first` here."""
    contexts = []

    def make(*, first: bool = False, **options: object) -> Tab:
        contexts.append(patient(browser, **options))
        if not first:
            contexts[-1].add_init_script(KNOWN)
        return Tab(contexts[-1].new_page(), server, snapshot)

    yield make
    for each in contexts:
        each.close()


@pytest.fixture(scope="module")
def lines(browser):
    """Return a page and the tabs that had it: its live line can be opened when the last of them is not shut."""
    context, tabs = browser.new_context(), []
    page = context.new_page()
    page.route_web_socket(
        re.compile("/_stcore/stream"), lambda line: line.close() if tabs[-1].shut else line.connect_to_server()
    )
    yield page, tabs
    context.close()


@pytest.fixture
def cut_off(lines, tab_class, server, snapshot):
    """Return a tab whose live line cannot be opened until it is let."""
    page, tabs = lines
    page.set_viewport_size(DESK["viewport"])
    tabs.append(tab_class(page, server, snapshot))
    tabs[-1].shut = True
    yield tabs[-1]
    tabs[-1].leave()


def opened(tab, address):
    """Open a page without waiting for the live one."""
    tab.page.goto(tab.server.url + address, wait_until="commit")
    return tab

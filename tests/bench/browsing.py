"""Visits in a real browser, each beside Streamlit's one-line page in the same run."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench import chromium, machine, server
from tests.bench.report import Line, middle

REPEATS = 5
HELLO = "import streamlit as st\n\nst.write('Hello')\n"
TUTORIAL = Path(__file__).with_name("tutorial.py").read_text("utf-8")
PAGES = ("environment", "education", "")
FIRST, REPEAT, CHANGE = 1.5, 1.6, 0.45
READ_FIRST, READ_REPEAT, MOVED = 0.35, 0.5, 0.05
# Of the tutorial page's change, for a year that nobody has asked for.
COLD = 0.55
# Those in sight when the list is opened: what lies below would have to be scrolled to.
COLD_YEARS = range(2, 7)


@dataclass(slots=True)
class Timed:
    """One page under measurement: what it shows in each state, and its times."""

    name: str
    url: str
    chooses: bool = True
    shown: dict[int, str] = field(default_factory=dict)
    first: list[float] = field(default_factory=list)
    repeat: list[float] = field(default_factory=list)
    change: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    read_first: list[float] = field(default_factory=list)
    read_repeat: list[float] = field(default_factory=list)
    moved: list[float] = field(default_factory=list)


def measure() -> Iterator[Line]:
    """Yield first visit, repeat visit and filter change of each page, with their ratios to the one-line page."""
    if chromium.program() is None:
        yield Line("browser", None, "ms", note="no Chromium on this machine")
        return
    with (
        server.plain(HELLO) as hello, server.plain(TUTORIAL) as tutorial, server.site() as site,
        chromium.browser() as started,
    ):  # fmt: skip
        plain = Timed("Streamlit's one-line page", hello, chooses=False)
        ours = [Timed(f"/{name}", f"{site}/{name}") for name in PAGES]
        found = [plain, *ours, Timed("tutorial page", tutorial)]
        for timed in found:
            get_ready(started, timed)
        # In turn, so that whatever else the machine does falls on all of them alike.
        for _ in range(REPEATS):
            for timed in found:
                go_round(started, timed)
        yield from lines(plain, found)


def get_ready(started: Browser, timed: Timed) -> None:
    """Learn what a page shows in each state; this also warms the server, as its first visitors do."""
    with chromium.visitor(started) as context:
        page, timed.shown[0] = chromium.settled(context, timed.url)
        if not timed.chooses:
            return
        timed.cold = [chromium.choose(page, year) for year in COLD_YEARS]
        for option in (1, 0):
            chromium.choose(page, option)
            timed.shown[option] = str(page.evaluate("bench.seen()"))
        assert timed.shown[0] != timed.shown[1], f"{timed.name} shows the same for two years"


def go_round(started: Browser, timed: Timed) -> None:
    """Time one first visit, one repeat visit and two filter changes."""
    machine.await_calm()
    with chromium.visitor(started) as context:
        first, again = (chromium.visit(context, timed.url, timed.shown[0]) for _ in range(2))
        timed.first.append(first.complete)
        timed.repeat.append(again.complete)
        timed.read_first.append(first.read)
        timed.read_repeat.append(again.read)
        timed.moved += [first.moved, again.moved]
        if timed.chooses:
            page, _ = chromium.settled(context, timed.url)
            for option in (1, 0):
                timed.change.append(chromium.choose(page, option, timed.shown[option]))


def lines(plain: Timed, found: list[Timed]) -> Iterator[Line]:
    """Yield what was measured, in milliseconds and as ratios."""
    first, repeat = middle(plain.first) or 1.0, middle(plain.repeat) or 1.0
    for timed in found:
        yield Line(f"{timed.name}: first visit", middle(timed.first), "ms")
        yield Line(f"{timed.name}: repeat visit", middle(timed.repeat), "ms")
        if timed.chooses:
            yield Line(f"{timed.name}: filter change", middle(timed.change), "ms",
                       note=f"a year nobody asked for yet: {middle(timed.cold):.0f} ms")  # fmt: skip
    tutorial = middle(found[-1].change) or 1.0
    for timed in found[1:]:
        judged = timed.name.startswith("/")
        parts = (("first visit", timed.first, first, FIRST), ("repeat visit", timed.repeat, repeat, REPEAT),
                 ("filter change", timed.change, repeat, CHANGE))  # fmt: skip
        for what, times, base, goal in parts:
            ratio = (middle(times) or 0.0) / base
            beside = "repeat visit" if what == "filter change" else what
            yield Line(f"{timed.name}: {what} / one-line page's {beside}", ratio, "", goal if judged else None)
        if judged:
            yield from early(timed, first, repeat, tutorial)


def early(timed: Timed, first: float, repeat: float, tutorial: float) -> Iterator[Line]:
    """Yield how soon a figure can be read, what moves meanwhile, and a year never asked for beside the tutorial's."""
    read, again = (middle(times) or 0.0 for times in (timed.read_first, timed.read_repeat))
    yield Line(f"{timed.name}: first figure read / one-line page's first visit", read / first, "", READ_FIRST,
               f"{read:.0f} ms")  # fmt: skip
    yield Line(f"{timed.name}: first figure read again / one-line page's repeat visit", again / repeat, "", READ_REPEAT,
               f"{again:.0f} ms")  # fmt: skip
    yield Line(f"{timed.name}: layout shift (CLS), the most of {len(timed.moved)} visits", max(timed.moved), "", MOVED)
    cold = (middle(timed.cold) or 0.0) / tutorial
    yield Line(f"{timed.name}: a year never asked for / tutorial page's change", cold, "", COLD)

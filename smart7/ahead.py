"""Get ready what visitors can reach with one click, and have memory given back, at moments when nobody waits.

A thread of the lowest priority makes pages of other years and of the other language before anybody asks for them: at
a start, and when another snapshot is put in service. It stops for every visitor, and is bounded by what is kept.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from smart7 import catalog, daily, memory, parts, reading, store
from smart7.first import answer
from smart7.past import days
from smart7.turn import TURNS, Turns
from smart7.view import View, of_link, years

LOG: Final = logging.getLogger(__name__)
BREATH: Final = 0.25
"""Seconds without a visitor before the next piece of work begins."""
LOOK: Final = 2.0
"""Seconds between two looks at what is in service."""
SETTLED: Final = 20.0
"""Seconds without a visitor before memory is given back."""
LONGEST: Final = 600.0
"""Seconds of visitors who never cease to come after which it is given back all the same."""
RECENT: Final = 10
"""How many years are got ready, the newest first; few ask for those before them."""
LIVELY: Final = tuple(page.id for page in catalog.PAGES if page.id not in ("indicator", "present", "signin"))

Work = Callable[[], object]


def work(snapshot: str) -> Iterator[Work]:
    """Yield what there is to get ready over a snapshot, the likeliest first."""
    about = reading.about(snapshot)
    links = [{"year": str(year), "lang": lang} for year in years(about)[:RECENT] for lang in ("th", "en")]
    views = [view for link in links if (view := of_link(link, about))]
    for view in views:
        for page_id in LIVELY:
            yield from page(snapshot, page_id, view, {}, arrived_at=view in views[:2])
    for view in views[:2]:
        for indicator in parts.figures_by_id(snapshot, view):
            yield from page(snapshot, "indicator", view, {"id": indicator})


def page(
    snapshot: str, page_id: str, view: View, asked: dict[str, str], *, arrived_at: bool = True
) -> Iterator[Work]:  # fmt: skip
    """Yield what makes one page ready: all its parts, then its charts in both appearances.

    Its first answer is put together of them where visits begin there; of a year one goes on to, the parts are enough.
    """
    pairs = tuple(sorted(asked.items()))
    link = answer.Link(page_id, view.lang, snapshot, pairs, view, days.reach(snapshot), store.set_aside(snapshot))
    yield partial(answer.document, link) if arrived_at else partial(answer.content_of, link, view)
    for dark in (False, True):
        yield partial(draw, snapshot, page_id, view, asked, dark)


def draw(snapshot: str, page_id: str, view: View, asked: dict[str, str], dark: bool) -> None:
    """Get the charts of a page ready in one appearance."""
    for one in charts(snapshot, page_id, view, asked):
        one.packed(snapshot, view.lang, dark)


def charts(snapshot: str, page_id: str, view: View, asked: dict[str, str]) -> list[parts.Panel]:
    """Return the charts of a page that are drawn; only domains and indicators have some."""
    found: list[parts.Panel] = []
    if page_id == "indicator":
        found = [*parts.indicator_panels(snapshot, asked["id"], view, ""), *daily.panels(snapshot, asked["id"], view)]
    elif page_id in catalog.DOMAIN_IDS:
        found = daily.page_panels(snapshot, page_id, view)
    return [one for one in found if one.drawn]


class Ahead:
    """The thread that gets pages ready and gives memory back, until it is stopped."""

    def __init__(self, turns: Turns = TURNS) -> None:
        self._turns = turns
        self._tidied, self._busy_since = -1, time.monotonic()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="ahead", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the piece of work at hand."""
        self._over.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        if sys.platform == "linux":
            # Visitors come first: on Linux a priority belongs to the thread.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
        ready = ""
        while not self._over.wait(LOOK):
            try:
                snapshot = store.current_id()
                if snapshot is not None and snapshot != ready:
                    ready = snapshot
                    self.get_ready(snapshot)
            except Exception:  # noqa: BLE001 - as of a piece: it goes on with the next snapshot
                LOG.exception("Nothing could be got ready over %s", ready)
            self.tidy()

    def tidy(self) -> None:
        """Give memory back once after the last visitor, when nobody has come for a while or all have come for long."""
        now = time.monotonic()
        if self._turns.runs == self._tidied:
            self._busy_since = now
        elif self._turns.quiet() >= SETTLED or now - self._busy_since >= LONGEST:
            self._tidied, self._busy_since = self._turns.runs, now
            memory.give_back()

    def get_ready(self, snapshot: str) -> int:
        """Do all the work over a snapshot while nobody waits and it is in service; return how many pieces."""
        done = 0
        for piece in work(snapshot):
            while self._turns.quiet() < BREATH:
                if self._over.wait(BREATH):
                    return done
            if self._over.is_set() or store.current_id() != snapshot:
                return done
            try:
                piece()
            except Exception:  # noqa: BLE001 - it is for comfort only: whatever it is, the page it belongs to says it
                LOG.exception("A page could not be got ready over %s", snapshot)
            done += 1
            self.tidy()  # all of it may take many minutes, on a busy machine hours
        self._tidied = -1  # it leaves things behind as visitors do
        return done

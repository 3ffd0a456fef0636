"""Let a few runs of pages work at a time, in the order in which they came, and say when nobody is waiting.

Python works for one thread at a time. Fifty runs at once would each be as slow as all of them together, and so would
the server's answers beside them; one after another, most visitors are served long before the last one is.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

AT_ONCE: Final = 2
PATIENCE: Final = 2.0
"""Seconds after which a run goes on without a turn: one that takes long must not hold up everybody."""


class Turns:
    """The turns of one server."""

    def __init__(self, at_once: int = AT_ONCE, patience: float = PATIENCE) -> None:
        self._turns = threading.Semaphore(at_once)
        self._patience = patience
        self._own = threading.local()
        self._lock = threading.Lock()
        self._there = 0
        self._since = time.monotonic()
        self.runs = 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for a turn and work in it."""
        self._come(1)
        try:
            self._take()
            yield
        finally:
            self._give_back()
            self._come(-1)

    @contextmanager
    def let_go(self) -> Iterator[None]:
        """Give the turn to somebody else while this run waits for another process."""
        had = self._give_back()
        try:
            yield
        finally:
            if had:
                self._take()

    def quiet(self) -> float:
        """Return for how many seconds no run has been there, 0 while one is."""
        with self._lock:
            return 0.0 if self._there else time.monotonic() - self._since

    def _take(self) -> None:
        self._own.has = self._turns.acquire(timeout=self._patience)

    def _give_back(self) -> bool:
        had: bool = getattr(self._own, "has", False)
        if had:
            self._own.has = False
            self._turns.release()
        return had

    def _come(self, step: int) -> None:
        with self._lock:
            self._there += step
            self.runs += step > 0
            self._since = time.monotonic()


TURNS: Final = Turns()

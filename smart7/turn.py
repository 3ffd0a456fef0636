"""Let a few runs of pages work at a time, in the order in which they came, and say when nobody is waiting.

Python works for one thread at a time. Fifty runs at once would each be as slow as all of them together, and so would
the server's answers beside them; one after another, most visitors are served long before the last one is.
"""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

AT_ONCE: Final = 2
PATIENCE: Final = 2.0
"""Seconds after which a run goes on without a turn: one that takes long must not hold up everybody."""


class Turns:
    """The turns of one server."""

    def __init__(self, at_once: int = AT_ONCE, patience: float = PATIENCE) -> None:
        self._free = at_once
        self._waiting: deque[threading.Lock] = deque()
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
        with self._lock:
            if self._free:
                self._free -= 1
                self._own.has = True
                return
            mine = threading.Lock()
            mine.acquire()
            self._waiting.append(mine)
        self._own.has = mine.acquire(timeout=self._patience)
        if not self._own.has:
            with self._lock:
                # Handed over in the moment in which patience ended, or not waited for any longer.
                self._own.has = mine not in self._waiting
                if not self._own.has:
                    self._waiting.remove(mine)

    def _give_back(self) -> bool:
        had: bool = getattr(self._own, "has", False)
        if had:
            self._own.has = False
            with self._lock:
                # Handed to whoever has waited longest: let free, it would go to somebody who has just come.
                if self._waiting:
                    self._waiting.popleft().release()
                else:
                    self._free += 1
        return had

    def _come(self, step: int) -> None:
        with self._lock:
            self._there += step
            self.runs += step > 0
            self._since = time.monotonic()


TURNS: Final = Turns()

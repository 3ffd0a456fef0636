"""Let a few runs of pages work at a time, in the order in which they came.

Python works for one thread at a time. Fifty runs at once would each be as slow as all of them together, and so would
the server's answers beside them; one after another, most visitors are served long before the last one is.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

AT_ONCE: Final = 2
PATIENCE: Final = 2.0
"""Seconds after which a run goes on without a turn: one that takes long must not hold up everybody."""
_turns: Final = threading.Semaphore(AT_ONCE)
_own: Final = threading.local()


@contextmanager
def taken() -> Iterator[None]:
    """Wait for a turn and work in it."""
    _own.has = _turns.acquire(timeout=PATIENCE)
    try:
        yield
    finally:
        give_back()


@contextmanager
def let_go() -> Iterator[None]:
    """Give the turn to somebody else while this run waits for another process."""
    had = getattr(_own, "has", False)
    give_back()
    try:
        yield
    finally:
        if had:
            _own.has = _turns.acquire(timeout=PATIENCE)


def give_back() -> None:
    """Give a turn back, where there is one."""
    if getattr(_own, "has", False):
        _own.has = False
        _turns.release()

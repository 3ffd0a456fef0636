"""What the server asks of the system's memory: few heaps, and what is free given back at quiet moments."""

import atexit
import ctypes
import gc
import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pyarrow as pa

LOG: Final = logging.getLogger(__name__)
HEAPS: Final = 2
ARENA_MAX: Final = -8
"""How `mallopt` of the GNU library names the most heaps; its header has no other place for it."""

PAUSE: Final = 0.1
"""Seconds that a collection may take while visitors wait."""
EVERYTHING: Final = 2
"""How Python numbers a collection that looks at all there is."""

# What is still set aside at the end would be missed by the interpreter's last collection: DuckDB reports it as lost.
atexit.register(gc.unfreeze)


def few_heaps() -> None:
    """Have all threads share two heaps, and Arrow the system's memory: before the first visitor.

    Every run of a page is a thread of its own, and with a heap for each of many threads what one gave back is of no
    use to the others: a tenth more memory after a crowd.
    """
    pa.set_memory_pool(pa.system_memory_pool())
    gnu("mallopt", ARENA_MAX, HEAPS)


@contextmanager
def short_pauses() -> Iterator[None]:
    """Keep collections short while visitors are there: what one of them took long to look through is set aside.

    All wait while everything is looked through: a quarter of a second, several times a minute, where many come and
    go. What was in use then mostly stays so, and is looked at again by the next `give_back`.
    """
    began = 0.0

    def heard(phase: str, told: dict[str, int]) -> None:
        nonlocal began
        if told["generation"] < EVERYTHING:
            return
        if phase == "start":
            began = time.monotonic()
        elif time.monotonic() - began > PAUSE:
            gc.freeze()

    gc.callbacks.append(heard)
    try:
        yield
    finally:
        gc.callbacks.remove(heard)


def give_back() -> None:
    """Collect what nobody can reach any more, set the rest aside from the next collections, return free memory.

    What is kept for all visitors stays for long; set aside, it is not looked through while somebody waits. Before
    each collection all of it is looked at again, so nothing is lost for good.
    """
    began = time.monotonic()
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gnu("malloc_trim", 0)
    LOG.debug("Memory was given back in %.0f ms", (time.monotonic() - began) * 1000)


def gnu(name: str, *values: int) -> Any:  # noqa: ANN401
    """Call a function of the GNU library with whole numbers and return what it gives, None where there is none."""
    called = getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
    return None if called is None else called(*values)

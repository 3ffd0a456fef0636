"""What the server asks of the system's memory: few heaps, and what is free given back at quiet moments."""

import atexit
import ctypes
import gc
import logging
import sys
import time
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


class Pauses:
    """Keeps collections short while visitors are there: what one of them took long to look at is set aside.

    All wait while everything is looked through: a quarter of a second, several times a minute, where many come and
    go. What was in use then mostly stays so, and is looked at again by the next `give_back`.
    """

    def __init__(self) -> None:
        self._began = 0.0

    def begin(self) -> None:
        """Hear of every collection from now on."""
        gc.callbacks.append(self.heard)

    def end(self) -> None:
        """Hear of no more."""
        gc.callbacks.remove(self.heard)

    def heard(self, phase: str, told: dict[str, int]) -> None:
        """Note when a collection of everything begins, and set aside what it left when it took long."""
        if told["generation"] < EVERYTHING:
            return
        if phase == "start":
            self._began = time.monotonic()
        elif time.monotonic() - self._began > PAUSE:
            gc.freeze()


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

"""The server's event loop, which wakes and looks up seldom while runs of pages work beside it.

Python works for one thread at a time, and a loop lets another one go first each time it asks the system for news. A
run sends some 25 messages, each of which woke the loop, had it look for news four times, and made both threads wait
for one another as often.
"""

import asyncio
import selectors
import time
from collections import deque
from collections.abc import Callable
from contextvars import Context
from typing import Final, TypeVarTuple, Unpack

Given = TypeVarTuple("Given")
MOMENT: Final = 0.004
"""Seconds that what threads hand over may lie; Streamlit itself lets messages lie for 10 ms."""
LOOK: Final = 0.002
"""Seconds from one look for news to the next while there is work at hand."""


class Seldom(selectors.DefaultSelector):
    """A selector that looks for news only every `LOOK` seconds while its loop has work at hand."""

    def __init__(self) -> None:
        super().__init__()
        self._next = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what is ready: at once and perhaps nothing where `timeout` is 0 and the last look is not long ago."""
        if timeout is not None and timeout <= 0 and time.monotonic() < self._next:
            return []
        found = super().select(timeout)
        self._next = time.monotonic() + LOOK
        return found


class Loop(asyncio.SelectorEventLoop):
    """A loop that takes what threads hand over by the handful: the first at once, then one handful a `MOMENT`."""

    def __init__(self) -> None:
        super().__init__(Seldom())
        self._handed: deque[asyncio.Handle] = deque()
        self._comes = False

    def call_soon_threadsafe(
        self,
        callback: Callable[[Unpack[Given]], object],
        *args: *Given,
        context: Context | None = None,
    ) -> asyncio.Handle:
        """Have something called soon, in the order in which it was handed over; safe from every thread."""
        if self.is_closed():
            raise RuntimeError("Event loop is closed")
        handle = asyncio.Handle(callback, args, self, context)
        # In this order: whoever finds the loop coming has laid down first what the loop will find.
        self._handed.append(handle)
        if not self._comes:
            self._comes = True
            super().call_soon_threadsafe(self._take)
        return handle

    def _take(self) -> None:
        if self._handed:
            self.call_later(MOMENT, self._take)
            for _ in range(len(self._handed)):
                handle = self._handed.popleft()
                if not handle.cancelled():
                    handle._run()  # noqa: SLF001 - as the loop calls what it holds itself
            return
        self._comes = False
        if self._handed:  # laid down after the look, before the loop was seen to have gone
            self._comes = True
            self.call_soon(self._take)

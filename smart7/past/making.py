"""Put together what was known on a day: one day at a time, in its own process, as often as one may ask for it.

Whoever asks for a day that is being made waits for the same work, and it goes on when they leave.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smart7 import publish
from smart7.i18n import Text
from smart7.words import past as words

LOG: Final = logging.getLogger(__name__)
HOUR: Final = 3600.0
EACH: Final = 4
"""New days that one address may ask for within an hour without an account."""
ALL: Final = 20
"""New days that all of them may ask for within an hour."""
WAITING: Final = 3
"""Days that are being made or wait for it."""
PATIENCE: Final = 120
"""Seconds for which a day waits for another process of the site that makes one."""


class Refused(Exception):
    """Raise when a day is not made now; `why` is half a sentence."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(eq=False, slots=True)
class Job:
    """One day that is being made: whether that has ended, and whether it failed."""

    day: date
    ended: threading.Event = field(default_factory=threading.Event)
    failed: bool = False


class Making:
    """What one server makes of the past."""

    def __init__(
        self,
        build: Callable[[date], Iterable[str]] = publish.as_known,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._build, self._clock, self._pause = build, clock, pause
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._jobs: dict[date, Job] = {}
        self._asked: deque[tuple[float, str]] = deque()

    def ask(self, day: date, address: str | None) -> Job:
        """Return the work on a day, begun now or by somebody before; raises `Refused`.

        `address` is where somebody without an account asks from, None for somebody with one.
        """
        with self._lock:
            if day in self._jobs:
                return self._jobs[day]
            if publish.read_only():
                raise Refused(words.READ_ONLY)
            if len(self._jobs) >= WAITING:
                raise Refused(words.MANY_WAIT)
            if address is not None:
                self._count(address)
            job = self._jobs[day] = Job(day)
        threading.Thread(target=self._make, args=(job,), name=f"as known {day}", daemon=True).start()
        return job

    def _count(self, address: str) -> None:
        now = self._clock()
        while self._asked and now - self._asked[0][0] > HOUR:
            self._asked.popleft()
        if len(self._asked) >= ALL or sum(one == address for _, one in self._asked) >= EACH:
            raise Refused(words.MANY_ASKED)
        self._asked.append((now, address))

    def _make(self, job: Job) -> None:
        try:
            with self._turn:
                self._until_made(job.day)
        except Exception:
            LOG.exception("What was known on %s could not be put together", job.day)
            job.failed = True
        finally:
            with self._lock:
                del self._jobs[job.day]
            job.ended.set()

    def _until_made(self, day: date) -> None:
        """Make a day; while another process of the site makes one, wait. Raises what the build raises."""
        for second in range(PATIENCE + 1):
            try:
                for _line in self._build(day):
                    continue
                return
            except publish.AnotherDay:
                if second == PATIENCE:
                    raise
                self._pause(1)


MAKING: Final = Making()

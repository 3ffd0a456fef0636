"""Watch live addresses, in a process of its own: ask, keep the newest positions, and put minutes by for a take.

What is served is two small files per feed: where each vehicle was last, and which of them comes to which stop. Nobody
who looks at the site makes this process do anything.
"""

import json
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from smart7 import fleet, whole
from smart7.saying import say
from smart7.vehicles import asking, keep, minute, realtime, take
from smart7.vehicles.coming import Coming
from smart7.vehicles.refused import Refused
from smart7.vehicles.sift import BEHIND_SECONDS, Left, sift
from smart7.words import positions as words

EVERY: Final = 15.0
LONGEST: Final = 900.0
"""Seconds between two questions: as a rule, and at most after failures."""
MINUTE: Final = 60.0
FOLD: Final = 3600.0
REMEMBERED: Final = 60
"""Moments of a vehicle by which what it tells again is known; a take finds out what comes again still later."""
SHOWN_SECONDS: Final = 1800
"""A position older than that is nothing of now."""
TOLD: Final = ("route", "direction", "to", "next", "way", "rests")
Say = Callable[[str], object]


@dataclass(slots=True)
class Watched:
    """One feed that is watched: what its server said last, and what waits to be written."""

    data: Path
    feed: fleet.Feed
    say: Say
    seen: asking.Seen = asking.Seen()
    next_at: float = 0.0
    failures: int = 0
    told: float = 0.0
    silent: bool = False
    folded_at: float = 0.0
    minute_at: float = 0.0
    heard: dict[str, dict[int, None]] = field(default_factory=dict)
    newest: dict[str, dict[str, Any]] = field(default_factory=dict)
    rows: list[pa.Table] = field(default_factory=list)
    left: Left = field(default_factory=Counter)
    coming: Coming = field(init=False)

    def __post_init__(self) -> None:
        """Begin to look where the vehicles of the feed come to."""
        self.coming = Coming(self.data, self.feed.feed_id)

    def step(self, now: float) -> None:
        """Ask where it is time to, and write what has to be; nothing a server or disk does ends the watch."""
        if now >= self.next_at:
            self.ask(now)
            self.notice(now)
        if self.rows and now >= self.minute_at + MINUTE:
            self.put_by()
        if now >= self.folded_at + FOLD:
            self.folded_at = now
            self.fold()

    def ask(self, now: float) -> None:
        """Ask the address once; what cannot be used counts as a failure, after each of which the wait doubles."""
        try:
            content, self.seen = asking.ask(self.feed.address, self.seen)
            if content is not None:
                self.take_in(content, now)
            self.failures, wait = 0, EVERY
        except asking.NoAnswer as none:
            wait = self.failed(none.why.both(), none.leave)
        except Refused as refusal:
            wait = self.failed(str(refusal), 0)
        except OSError as error:
            self.say(str(error))
            wait = EVERY
        self.next_at = now + wait

    def failed(self, why: str, leave: float) -> float:
        """Say that nothing came, and return how long to wait."""
        self.failures += 1
        wait = float(min(LONGEST, max(EVERY * 2 ** min(self.failures, 10), leave)))
        self.seen = asking.Seen()
        self.say(words.FAILED.both(feed=self.feed.feed_id, why=why, seconds=f"{wait:.0f}"))
        return wait

    def take_in(self, content: bytes, now: float) -> None:
        """Keep the positions of a message: the newest for whoever looks, all that are new for the next minute."""
        secret = keep.key(self.data)
        rows = realtime.read(content, fleet.host(self.feed.address), now, keep.marker(secret)).rows
        made = sift(realtime.raw(rows), int(now * 1000))
        self.left.update(made.left)
        fresh = [self.is_new(row, secret) for row in made.table.to_pylist()]
        if any(fresh):
            self.minute_at = self.minute_at if self.rows else now
            self.rows.append(made.table.filter(pa.array(fresh)))
            self.coming.add(self.rows[-1])
        self.newest = {mark: row for mark, row in self.newest.items() if row["at"] > now - SHOWN_SECONDS}
        self.heard = {mark: told for mark, told in self.heard.items() if max(told) > now - 2 * BEHIND_SECONDS}
        self.write_newest(now)

    def is_new(self, row: dict[str, Any], secret: bytes) -> bool:
        """Return whether a position was not told before; the last ones of each vehicle are remembered.

        One that is older than the newest is new as well when it comes for the first time: it came late.
        """
        at = keep.moment_of(row["service_date"], row["second"])
        moments = self.heard.setdefault(row["vehicle"], {})
        latest, known = max(moments, default=0), at in moments
        moments.pop(at, None)
        moments[at] = None  # what is told again and again is never what is forgotten
        if known:
            self.left[row["service_date"], "duplicate"] += 1
            return False
        if len(moments) > REMEMBERED:
            del moments[next(iter(moments))]
        if at < latest:
            return True
        self.told = max(self.told, at)
        self.newest[row["vehicle"]] = {
            "mark": keep.mark_of_day(secret, row["vehicle"], row["service_date"]), "at": at,
            "lat": round(row["latitude"], 6), "lon": round(row["longitude"], 6), "heading": row["heading"],
            "speed": row["speed"], "route": row["route_id"], "direction": row["direction_id"], "trip": row["trip_id"],
        }  # fmt: skip
        return True

    def write_newest(self, now: float) -> None:
        """Write the newest position of each vehicle, and who comes to which stop, whole; raises `CannotWrite`."""
        if why := self.coming.prepare(*hour_of(now)):
            self.say(words.NO_LINES.both(feed=self.feed.feed_id, why=why))
        on_lines, stops = self.coming.look(now)
        vehicles = [row | placed_on(on_lines.get(mark)) for mark, row in self.newest.items()]
        expected = {
            stop: [self.expected(one) for one in those if one["vehicle"] in self.newest]
            for stop, those in stops.items()
        }
        feed, home = {"feed": self.feed.feed_id, "asked": now}, (self.data, self.feed.feed_id)
        for path, told in ((fleet.ahead(*home), {"stops": expected}), (fleet.newest(*home), {"vehicles": vehicles})):
            with whole.told(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            whole.write(path, json.dumps(feed | told, separators=(",", ":"), allow_nan=False).encode())

    def expected(self, one: dict[str, Any]) -> dict[str, Any]:
        """Return a vehicle that comes to a stop as it may be shown: by its mark of the day, with the moment."""
        row = self.newest[one["vehicle"]]
        line = {name: one[name] for name in ("route", "direction", "to", "basis")}
        return {"mark": row["mark"], **line, "at": row["at"], "due": row["at"] + one["due_in"]}

    def notice(self, now: float) -> None:
        """Say once that a feed fell silent, and that it is back."""
        self.told = self.told or now
        silent = now - self.told > fleet.SILENT_SECONDS
        if silent != self.silent:
            self.silent = silent
            since = f"{datetime.fromtimestamp(self.told + keep.OFFSET, UTC):%Y-%m-%d %H:%M:%S}"
            self.say((words.SILENT if silent else words.BACK).both(feed=self.feed.feed_id, since=since))

    def put_by(self) -> None:
        """Write the positions of a minute for the next take; a disk that refuses is asked again with the next one."""
        name = f"{datetime.fromtimestamp(self.minute_at, UTC):%Y%m%dT%H%M%S%f}Z.parquet"
        path = keep.minutes(self.data, self.feed.feed_id) / name
        try:
            minute.write(path, self.rows, self.left)
        except OSError as error:
            self.say(str(error))
            self.minute_at = time.time()
            return
        self.rows, self.left = [], Counter()

    def fold(self) -> None:
        """Take the minutes that were put by into their days, unless another command is under way."""
        if not any(keep.minutes(self.data, self.feed.feed_id).glob("*.parquet")):
            return
        try:
            report = take.take_watched(self.data, self.feed)
        except (Refused, OSError) as error:
            self.say(str(error))
            return
        for _, refusal in report.faults:
            self.say(f"{self.feed.feed_id}: {refusal}")
        self.say(words.FOLDED.both(feed=self.feed.feed_id, kept=f"{report.kept:,}"))


def hour_of(now: float) -> tuple[date, int]:
    """Return the service day of a moment and the hour of it."""
    day, second = keep.service_day(now)
    return day, second // 3600


def placed_on(found: dict[str, Any] | None) -> dict[str, Any]:
    """Return what a line tells of a vehicle that is on it; of one that rests only that it does."""
    return {} if found is None else {name: found[name] for name in TOLD if name in found}


class Watch:
    """All feeds with an address; who sets or clears one need not start the watch again."""

    def __init__(self, data: Path, say: Say) -> None:
        self.data, self.say = data, say
        self.feeds: dict[str, Watched] = {}
        self.told_none = False

    def look(self) -> None:
        """Read which feeds have an address now."""
        asked: dict[str, fleet.Feed] = {}
        for name in fleet.names(self.data):
            try:
                feed = fleet.read(self.data, name)
            except (fleet.BadFeed, OSError) as error:
                self.say(Refused("bad_feed", file=error).args[0])
                continue
            if feed is not None and fleet.fits(feed.address):
                asked[name] = feed
        for name, feed in asked.items():
            if name not in self.feeds or self.feeds[name].feed != feed:
                self.let_go(name)
                self.feeds[name] = Watched(self.data, feed, self.say)
                host = fleet.host(feed.address)
                self.say(words.ASKING.both(feed=name, host=host, seconds=f"{EVERY:.0f}"))
        for name in self.feeds.keys() - asked.keys():
            self.let_go(name)
        if not asked and not self.told_none:
            self.say(words.NO_ADDRESS.both())
        self.told_none = not asked

    def let_go(self, name: str) -> None:
        """Watch a feed no longer; what waits of it is put by, and nothing of it is newest any more."""
        if watched := self.feeds.pop(name, None):
            if watched.rows:
                watched.put_by()
            for path in (fleet.newest(self.data, name), fleet.ahead(self.data, name)):
                try:
                    with whole.told(path):
                        path.unlink(missing_ok=True)
                except OSError as error:
                    self.say(str(error))

    def step(self, now: float) -> float:
        """Do what there is to do, and return how many seconds there is nothing."""
        self.look()
        for watched in self.feeds.values():
            watched.step(now)
        waits = [watched.next_at - now for watched in self.feeds.values()]
        return max(0.2, min([EVERY, *waits]))

    def end(self) -> None:
        """Put by what waits."""
        for watched in self.feeds.values():
            if watched.rows:
                watched.put_by()


def watch(data: Path) -> int:
    """Ask the live addresses until the process is asked to end."""
    over = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: over.set())
    watching = Watch(data, say)
    while not over.wait(watching.step(time.time())):
        pass
    watching.end()
    return 0

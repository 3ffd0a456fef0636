"""Take positions in: read what there is, keep what says where a vehicle was, count the rest, all of it or nothing."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from smart7 import fleet, whole
from smart7.vehicles import found, keep, merge, minute, realtime, together
from smart7.vehicles import recipe as recipes
from smart7.vehicles.boxes import Boxes
from smart7.vehicles.found import Item
from smart7.vehicles.known import Known
from smart7.vehicles.refused import Refused
from smart7.vehicles.sift import ROWS, Left, Raw, sift

MOST_ROWS: Final = 5_000_000
MOST_SPOOLS: Final = 400
"""What is more is put in place first, so that a take of many files that is cut off has lost little."""
TOGETHER: Final = 20_000
BUFFER: Final = 8
"""Rows of messages that are sifted together, and how many times before they are written."""
SAY_SECONDS: Final = 15.0


@dataclass(slots=True)
class Report:
    """What a take found: rows read, positions of it kept, rows left out by reason, files read, known and refused."""

    read: int = 0
    kept: int = 0
    left: Counter[str] = field(default_factory=Counter)
    files: int = 0
    known: int = 0
    lies: int = 0
    """Messages that tell a time of themselves which cannot be true."""
    without: int = 0
    """Messages that hold no positions at all."""
    faults: list[tuple[str, Refused]] = field(default_factory=list)
    days: dict[date, int] = field(default_factory=dict)
    in_place: bool = False
    """Whether some of it is kept already, whatever becomes of the rest."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """How far a take is: files looked at, rows read, and positions that are in place."""

    files: int
    read: int
    kept: int


def take(
    data: Path, feed: fleet.Feed, paths: Iterable[Path], say: Callable[[SoFar], object] = lambda _: None
) -> Report:
    """Take files into a feed and return what came of each row; `say` hears now and then how far it is.

    Raises `Refused` where the feed cannot be used, another command is under way, or the disk refused what came after
    that which was put in place; and `CannotWrite`, with nothing changed.
    """
    recipe, report = recipes.read(data, feed.recipe) if feed.recipe else None, Report()
    with alone_with(data, feed, report) as folder:
        taking = Taking(data, feed.feed_id, recipe, report, say)
        for one in found.walk(paths, folder / together.ROOM):
            taking.look(one)
            if taking.full():
                taking.put_in_place()
                taking.begin()
        taking.put_in_place()
    return report


def take_watched(data: Path, feed: fleet.Feed) -> Report:
    """Take the minutes of a feed that were watched; each is gone in the step in which its rows are kept.

    Raises as `take` does.
    """
    report = Report()
    with alone_with(data, feed, report):
        taking = Taking(data, feed.feed_id, None, report, lambda _: None)
        for path in sorted(keep.minutes(data, feed.feed_id).glob("*.parquet")):
            taking.minute(path)
        taking.put_in_place()
    return report


@contextmanager
def alone_with(data: Path, feed: fleet.Feed, report: Report) -> Iterator[Path]:
    """Lend the folder of a feed to one command alone; what it began and did not finish is swept away.

    Where a disk refuses something when a part has happened already, that is said: `CannotWrite` says that nothing has.
    """
    folder = fleet.folder(data, feed.feed_id)
    with together.by_itself(fleet.room(data)):
        try:
            with whole.told(folder / together.ROOM):
                yield folder
        except whole.CannotWrite as error:
            if report.in_place or together.has_happened(folder):
                raise Refused("cut_off", place=error.place, why=error.why.both(detail=error.detail)) from error
            raise
        finally:
            with suppress(OSError):  # the next command finishes it
                together.settle(folder)


class Taking:
    """A take under way: rows that were read lie in `.taking/` until the days they belong to are written."""

    def __init__(
        self, data: Path, feed_id: str, recipe: recipes.Recipe | None, report: Report, say: Callable[[SoFar], object]
    ) -> None:
        self.data, self.feed_id, self.recipe, self.report, self.say = data, feed_id, recipe, report, say
        self.said = time.monotonic()
        self.folder = fleet.folder(data, feed_id)
        self.mark = keep.marker(keep.key(data))
        self.known = Known(data, feed_id)
        self.begin()

    def begin(self) -> None:
        """Begin with nothing read."""
        self.room = together.begin(self.folder)
        self.spools: list[Path] = []
        self.gone: dict[str, None] = {}
        self.rows: list[realtime.Row] = []
        self.buffer: list[pa.Table] = []
        self.days: set[date] = set()
        self.left: Left = Counter()
        self.read = self.good = self.noted = 0

    def full(self) -> bool:
        """Return whether so much was read that it should be put in place."""
        return self.good > MOST_ROWS or len(self.spools) > MOST_SPOOLS

    def look(self, one: found.Found) -> None:
        """Read one file, unless it was taken before; a refusal is noted with its name."""
        if not isinstance(one, Item):
            self.report.faults.append(one)
            return
        digest = one.digest()
        try:
            fresh = self.message(one, digest) if one.content is not None else self.boxes(one, digest)
        except Refused as refusal:
            self.report.faults.append((one.name, refusal))
            return
        self.report.known += not fresh
        self.report.files += fresh
        self.noted += fresh
        self.tell()

    def tell(self) -> None:
        """Say how far the take is, where nothing was said for a while."""
        if time.monotonic() - self.said >= SAY_SECONDS:
            report = self.report
            files = report.files + report.known + len(report.faults)
            self.say(SoFar(files, report.read + self.read, report.kept))
            self.said = time.monotonic()

    def message(self, item: Item, digest: str) -> bool:
        """Read one message; return False for one that was taken before."""
        if self.known.has_poll(digest):
            return False
        positions = realtime.read(item.content or b"", item.name, item.latest, self.mark)
        self.report.lies += positions.lies
        self.report.without += not positions.rows
        self.rows += positions.rows
        self.known.add_poll(digest, len(positions.rows))
        if len(self.rows) > TOGETHER:
            self.gather()
        return True

    def boxes(self, item: Item, digest: str) -> bool:
        """Read one file of boxes, all of it or nothing; return False for one that was taken before."""
        if self.known.has(digest):
            return False
        if self.recipe is None:
            raise Refused("needs_recipe", file=item.name, feed=self.feed_id)
        assert item.path is not None
        self.flush()
        was = self.read, self.good, self.left.copy(), self.days.copy()
        file = Boxes(item.path, item.name, self.recipe, item.latest, self.mark)
        spool = self.room / f"spool-{len(self.spools)}.parquet"
        try:
            with whole.told(spool), pq.ParquetWriter(spool, ROWS) as writer:
                for raw in file.rows():
                    writer.write_table(self.sifted(raw))
                    self.tell()
        except BaseException:
            spool.unlink(missing_ok=True)
            self.read, self.good, self.left, self.days = was
            raise
        if file.broken:
            self.read += file.broken
            day = max(self.days, default=keep.service_day(item.latest)[0])
            self.left[day, "broken_row"] += file.broken
        self.spools.append(spool)
        self.known.add(digest, self.read - was[0])
        return True

    def minute(self, path: Path) -> None:
        """Put a minute among what was read, and let it go once that is in place; one that is damaged is noted."""
        try:
            watched = minute.read(path)
        except Refused as refusal:
            self.report.faults.append((path.name, refusal))
            return
        self.left.update(watched.left)
        self.days |= watched.days
        self.good += watched.rows
        self.read += watched.rows + watched.left.total()
        self.spools.append(path)
        self.gone[path.relative_to(self.folder).as_posix()] = None
        self.noted += 1
        self.report.files += 1

    def gather(self) -> None:
        """Sift the rows of messages that were read; those that are good wait to be written."""
        if self.rows:
            self.buffer.append(self.sifted(realtime.raw(self.rows)))
            self.rows = []
        if len(self.buffer) > BUFFER:
            self.flush()

    def sifted(self, raw: Raw) -> pa.Table:
        """Return the good ones of some rows and count the others."""
        made = sift(raw, self.read)
        self.read += len(raw)
        self.good += made.table.num_rows
        self.left.update(made.left)
        self.days.update(made.table["service_date"].unique().to_pylist())
        return made.table

    def flush(self) -> None:
        """Write what waits in memory to the disk."""
        if self.rows:
            self.gather()
        if self.buffer:
            spool = self.room / f"spool-{len(self.spools)}.parquet"
            with whole.told(spool):
                pq.write_table(pa.concat_tables(self.buffer), spool)
            self.spools.append(spool)
            self.buffer = []

    def put_in_place(self) -> None:
        """Let all that was read be kept in one step."""
        self.flush()
        if not self.noted:
            return
        moves: dict[str, Any] = {}
        kept: dict[date, int] = {}
        gone = {day for day in self.days if keep.forgotten(self.data, self.feed_id, day)}
        self.left.update(merge.late(self.room, self.spools, gone))
        days = self.days - gone
        before = {day: rows_of(keep.positions(self.data, self.feed_id, day)) for day in days}
        if days:
            kept, judged = merge.merged(self.room, self.data, self.feed_id, self.spools, days, self.tell)
            self.left.update(judged)
            moves = {f"positions/{day.isoformat()}.parquet": merge.drafted(self.room, day).name for day in kept}
        moves |= self.counted() | self.known.write(self.room) | self.gone
        together.put_in_place(self.folder, moves)
        self.told({day: kept.get(day, 0) - before[day] for day in days})

    def counted(self) -> dict[str, str]:
        """Write drafts of how many rows of each day were not kept; return which takes which place."""
        moves = {}
        for day in sorted({day for day, _ in self.left}):
            counts = Counter(keep.read_left_out(self.data, self.feed_id, day))
            counts.update({reason: count for (of, reason), count in self.left.items() if of == day})
            name = f"left-{day.isoformat()}.parquet"
            keep.write_left_out(self.room / name, self.feed_id, day, dict(counts))
            moves[f"left_out/{day.isoformat()}.parquet"] = name
        return moves

    def told(self, more: dict[date, int]) -> None:
        """Add what is in place now to the report."""
        report = self.report
        report.in_place = True
        report.read += self.read
        report.kept += sum(more.values())
        for (_, reason), count in self.left.items():
            report.left[reason] += count
        for day, count in more.items():
            report.days[day] = report.days.get(day, 0) + count


def rows_of(path: Path) -> int:
    """Return how many rows a Parquet file has, 0 where there is none."""
    return int(pq.read_metadata(path).num_rows) if path.exists() else 0

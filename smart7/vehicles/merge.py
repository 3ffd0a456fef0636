"""Put rows that came in beside those of their days, in the order of vehicles and time, and judge them together.

DuckDB sorts, and takes to the disk what does not fit into its share of memory; what it hands back is judged vehicle by
vehicle and written as it comes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from smart7 import whole
from smart7.vehicles import judge, keep
from smart7.vehicles.sift import ROWS, Left

MEMORY: Final = "100MB"
BATCH: Final = 60_000
COLUMNS: Final = ", ".join(name for name in ROWS.names if name != "seq")
# Rows that were kept before stand first, so that what is told again is what repeats.
SORTED: Final = f"""
select {COLUMNS} from (
    select {COLUMNS}, seq from read_parquet($new) where list_contains($days, service_date)
    union all
    select {COLUMNS}, -1 as seq from read_parquet($kept)
) order by service_date, vehicle, second, seq
"""  # noqa: S608
LATE: Final = """
select service_date, count(*) from read_parquet($new) where list_contains($days, service_date) group by all
"""
FORGOTTEN: Final = "forgotten"


@contextmanager
def sorting(room: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend a database in memory that spills into a folder."""
    settings: dict[str, Any] = {
        "memory_limit": MEMORY, "threads": 2, "temp_directory": str(room), "preserve_insertion_order": False,
    }  # fmt: skip
    with duckdb.connect(config=settings) as connection:
        yield connection


def merged(
    room: Path, data: Path, feed_id: str, new: list[Path], days: set[date], tell: Callable[[], None]
) -> tuple[dict[date, int], Left]:
    """Write the positions of some days with what is new of them, as drafts in `room` named after their day.

    Returns how many positions each day has now, and how many rows of it were not kept; `new` are Parquet files of
    `ROWS`; `tell` is called after each day. Raises `CannotWrite`.
    """
    kept = [path for day in sorted(days) if (path := keep.positions(data, feed_id, day)).exists()]
    nothing = room / "nothing.parquet"
    keep.write_positions(nothing, [keep.POSITIONS.empty_table()])
    counts: dict[date, int] = {}
    left: Left = Counter()
    pa.default_memory_pool().release_unused()  # what was held to read with is held to sort with now
    with whole.told(nothing), sorting(room) as connection:
        asked = {"new": texts(new), "kept": texts(kept or [nothing]), "days": sorted(days)}
        reader = connection.sql(SORTED, params=asked).to_arrow_reader(BATCH)
        for day, groups in groupby(of_vehicles(once(reader, left)), key=lambda group: group["service_date"][0].as_py()):
            counts[day] = keep.write_positions(drafted(room, day), together(judged(groups, day, feed_id, left)))
            tell()
    return counts, left


def late(room: Path, new: list[Path], days: set[date]) -> Left:
    """Return how many new rows are of days that were forgotten, and so not kept."""
    if not days:
        return Counter()
    with whole.told(room), sorting(room) as connection:
        rows = connection.execute(LATE, {"new": texts(new), "days": sorted(days)}).fetchall()
    return Counter({(day, FORGOTTEN): count for day, count in rows})


def texts(paths: list[Path]) -> list[str]:
    """Return paths as DuckDB takes them."""
    return [str(path) for path in paths]


def drafted(room: Path, day: date) -> Path:
    """Return where the positions of a day lie until they take their place."""
    return room / f"positions-{day.isoformat()}.parquet"


def once(reader: Iterable[pa.RecordBatch], left: Left) -> Iterator[pa.Table]:
    """Yield rows that come by day, vehicle and second without those that repeat the one before, which are counted.

    So no vehicle has more rows than a day has seconds, however often a file says the same, or calls all by one name.
    """
    before: tuple[Any, ...] | None = None
    for batch in reader:
        table = pa.Table.from_batches([batch])
        if not table.num_rows:
            continue
        fresh = np.ones(table.num_rows, np.bool_)
        fresh[0] = before is None or moment(table, 0) != before
        fresh[1:] = differ(table, ("second", "vehicle", "service_date"))
        before = moment(table, table.num_rows - 1)
        if not fresh.all():
            repeated = table.filter(pa.array(~fresh))["service_date"].value_counts().to_pylist()
            left.update({(one["values"], judge.DUPLICATE): one["counts"] for one in repeated})
            table = table.filter(pa.array(fresh))
        yield table


def moment(table: pa.Table, row: int) -> tuple[Any, ...]:
    """Return day, vehicle and second of a row."""
    return tuple(table[name][row].as_py() for name in ("service_date", "vehicle", "second"))


def differ(table: pa.Table, names: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which rows but the first differ from the one before in any of some columns."""
    pairs = ((table[name].slice(1), table[name].slice(0, table.num_rows - 1)) for name in names)
    found: np.ndarray[tuple[int], np.dtype[np.bool_]] = np.logical_or.reduce(
        [np.asarray(pc.not_equal(*pair), np.bool_) for pair in pairs]
    )
    return found


def of_vehicles(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Yield the rows of each vehicle on each day from rows that come in this order."""
    held: list[pa.Table] = []
    for table in tables:
        for first, last in pairwise([0, *changes(table), table.num_rows]):
            piece = table.slice(first, last - first)
            if held and not same(held[-1], piece):
                yield pa.concat_tables(held)
                held = []
            held.append(piece)
    if held:
        yield pa.concat_tables(held)


def changes(table: pa.Table) -> list[int]:
    """Return the rows at which another day or vehicle begins."""
    return [int(at) + 1 for at in np.flatnonzero(differ(table, ("service_date", "vehicle")))]


def same(one: pa.Table, other: pa.Table) -> bool:
    """Return whether two pieces are of one vehicle on one day."""
    return all(one[name][0] == other[name][0] for name in ("vehicle", "service_date"))


def judged(groups: Iterator[pa.Table], day: date, feed_id: str, left: Left) -> Iterator[pa.Table]:
    """Yield what is kept of each vehicle on a day, with the feed's name, and count the rest."""
    for group in groups:
        kept, counts = judge.judge(*(group[name].to_numpy() for name in ("second", "latitude", "longitude")))
        for reason, count in counts.items():
            left[day, reason] += count
        rows = group if kept.all() else group.filter(pa.array(kept))
        yield rows.append_column("feed_id", pa.array([feed_id] * rows.num_rows, pa.string()))


def together(tables: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """Yield tables as fewer large ones."""
    held: list[pa.Table] = []
    rows = 0
    for table in tables:
        held.append(table)
        rows += table.num_rows
        if rows >= keep.ROWS_TOGETHER:
            yield pa.concat_tables(held).combine_chunks()
            held, rows = [], 0
    if held:
        yield pa.concat_tables(held).combine_chunks()

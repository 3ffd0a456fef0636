"""Put rows that came in beside those of their days, in the order of vehicles and time, and judge them together.

DuckDB sorts, and takes to the disk what does not fit into its share of memory; what it hands back is judged vehicle by
vehicle and written as it comes.
"""

from collections import Counter
from collections.abc import Callable, Iterator
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

MEMORY: Final = "120MB"
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
        for day, groups in groupby(of_vehicles(reader), key=lambda group: group["service_date"][0].as_py()):
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


def of_vehicles(reader: Any) -> Iterator[pa.Table]:  # noqa: ANN401
    """Yield the rows of each vehicle on each day from rows that come in this order."""
    held: list[pa.Table] = []
    for batch in reader:
        table = pa.Table.from_batches([batch])
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
    if table.num_rows < 2:
        return []
    found = [
        np.asarray(pc.not_equal(table[name].slice(1), table[name].slice(0, table.num_rows - 1)))
        for name in ("service_date", "vehicle")
    ]
    return [int(at) + 1 for at in np.flatnonzero(found[0] | found[1])]


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

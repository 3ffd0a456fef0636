"""A simulated day as the tables that statements of `queries/vehicles/` read, for tests and for the bench."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from smart7.vehicles import keep, near, placed, placed_table, plan, simulated
from smart7.vehicles import lines as patterns
from smart7.vehicles import positions as read_positions
from smart7.vehicles.aggregate import typed
from smart7.vehicles.feed import Feed
from tests.vehicles import sent


@dataclass(frozen=True, slots=True)
class Tables:
    """The files of a day, by table; everything before the first statement."""

    positions: Path
    placed: Path
    planned: Path
    pattern_stops: Path

    def by_name(self) -> dict[str, list[Path]]:
        """Return them as an engine takes them."""
        return {name: [getattr(self, name)] for name in self.__slots__}


def positions(feed: Feed, day: date, path: Path, seed: int = 7) -> Path:
    """Write what the boxes of the vehicles send on a day, in the order of a file that was taken."""
    drawn = patterns.of(feed)
    rows = sent.positions(drawn, simulated.drive(feed, drawn, day, seed))
    rows = rows.sort_values(["vehicle", "second"], kind="stable").drop_duplicates(["vehicle", "second"])
    kept = pa.Table.from_pandas(rows, preserve_index=False).select(keep.POSITIONS.names).cast(keep.POSITIONS)
    keep.write_positions(path, [kept])
    return path


def tables(feed: Feed, day: date, folder: Path) -> Tables:
    """Drive a day, send its positions, place them, and write what statements begin with."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Tables(*(folder / f"{name}.parquet" for name in Tables.__slots__))
    drawn = patterns.of(feed)
    sent_rows = read_positions.read(positions(feed, day, made.positions), drawn)
    runs = placed.place(sent_rows, drawn, near.grid_of(drawn))
    pq.write_table(placed_table.rows(feed, drawn, day, sent_rows, runs), made.placed)
    for rows, path in ((plan.planned(feed, drawn, day), made.planned), (drawn.stops, made.pattern_stops)):
        frame: pd.DataFrame = rows.drop(columns="pattern", errors="ignore")
        pq.write_table(pa.Table.from_pandas(frame, typed(frame), preserve_index=False), path)
    return made

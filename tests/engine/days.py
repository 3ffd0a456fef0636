"""A simulated day as the tables that statements of `queries/vehicles/` read, for tests and for the bench."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from smart7.vehicles import lines as patterns
from smart7.vehicles import plan, sent, simulated
from smart7.vehicles.feed import Feed
from smart7.vehicles.lines import Lines
from smart7.vehicles.sample import typed
from smart7.vehicles.simulated import Driven

KINDS = {
    "second": pa.int32(), "latitude": pa.float64(), "longitude": pa.float64(), "speed": pa.float64(),
    "heading": pa.float64(), "doubt": pa.float64(), "along_m": pa.float64(), "off_m": pa.float64(),
}  # fmt: skip
POSITIONS = ("feed_id", "service_date", "vehicle", "second", "latitude", "longitude", "speed", "heading", "route_id",
             "direction_id", "trip_id", "start_second")  # fmt: skip


def simulate(feed: Feed, day: date, seed: int = 7) -> tuple[Lines, Driven]:
    """Return the patterns of a feed and a day driven along them."""
    drawn = patterns.of(feed)
    return drawn, simulated.drive(feed, drawn, day, seed)


def written(rows: pd.DataFrame, path: Path, **kinds: pa.DataType) -> Path:
    """Write rows as one Parquet file with the types that the tables have."""
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = typed(rows)
    for name, kind in kinds.items():
        schema = schema.set(schema.get_field_index(name), pa.field(name, kind))
    pq.write_table(pa.Table.from_pandas(rows, schema, preserve_index=False), path, compression="zstd")
    return path


def positions(drawn: Lines, driven: Driven, path: Path) -> Path:
    """Write what the boxes of the vehicles send that day."""
    rows = sent.positions(drawn, driven)[list(POSITIONS)]
    return written(rows, path, second=pa.int32())


def placed(driven: Driven, path: Path) -> Path:
    """Write where vehicles truly were at their stops, with a run to the depot that serves none."""
    rows = driven.passes.assign(
        second=driven.passes["second"].astype(int), along_m=0.0, off_m=0.0, doubt=0.1
    ).drop(columns=["stop_sequence", "stop_id", "error_s", "dwell_s"])  # fmt: skip
    dead = rows.groupby("vehicle", as_index=False).last()
    dead = dead.assign(run_id=dead["vehicle"] + "-0", trip_id=None, start_second=np.nan)
    return written(pd.concat([rows, dead]), path, second=pa.int32())


def tables(feed: Feed, day: date, folder: Path) -> dict[str, list[Path]]:
    """Write every table that is there before the first statement runs; passes are those that were driven."""
    drawn, driven = simulate(feed, day)
    # Times as measured ones are: no whole seconds, and some that nobody is sure of.
    doubt = np.linspace(0.0, 1.0, len(driven.passes))
    passes = driven.passes.assign(doubt=doubt, error_s=doubt * 20.0)
    driven = replace(driven, passes=passes)
    return {
        "positions": [positions(drawn, driven, folder / "positions.parquet")],
        "placed": [placed(driven, folder / "placed.parquet")],
        "passes": [written(passes, folder / "passes.parquet")],
        "planned": [written(plan.planned(feed, drawn, day), folder / "planned.parquet", second=pa.int32())],
        "pattern_stops": [written(drawn.stops.drop(columns="pattern"), folder / "pattern_stops.parquet")],
    }

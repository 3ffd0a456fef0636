"""Write the tables of one day from its positions: placed, passes, then every statement after them."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from smart7 import engine
from smart7.engine import statements
from smart7.ingest.gtfs import load as gtfs
from smart7.vehicles import feed as feeds
from smart7.vehicles import lines, near, placed, placed_table, plan, positions
from smart7.vehicles.aggregate import aggregate, typed
from smart7.vehicles.feed import Feed
from smart7.vehicles.judged import REASONS, REPEATED
from smart7.vehicles.lines import Lines
from smart7.vehicles.near import Grid
from smart7.vehicles.placed import Runs
from smart7.vehicles.positions import Positions


@dataclass(frozen=True, slots=True)
class Network:
    """A feed, its lines and the grid of what passes near: what every day of it is placed along."""

    feed: Feed
    lines: Lines
    grid: Grid


@dataclass(frozen=True, slots=True)
class Counts:
    """How many positions a day has, how many of them were placed, and how many were left out, by reason."""

    positions: int
    placed: int
    left_out: tuple[tuple[str, int], ...]


@lru_cache(maxsize=2)
def network(data: Path, feed_id: str, _sources: str) -> Network:
    """Return a feed of planned service from its text, kept as long as the sources of a day stay the same.

    Raises `BadInput` where the text cannot be read.
    """
    with duckdb.connect() as connection:
        gtfs.prepare(connection)
        gtfs.load_feed(connection, feed_id, data / gtfs.FOLDER / feed_id)
        feed = feeds.read(connection, feed_id)
    drawn = lines.of(feed)
    return Network(feed, drawn, near.grid_of(drawn))


def written(known: Network, day: date, source: Path, out: Path) -> Counts:
    """Write every table of a day into a folder."""
    sent = positions.read(source, known.lines)
    runs = placed.place(sent, known.lines, known.grid)
    planned = plan.planned(known.feed, known.lines, day)
    write(out / "placed.parquet", placed_table.rows(known.feed, known.lines, day, sent, runs))
    write(out / "planned.parquet", pa.Table.from_pandas(planned, typed(planned), preserve_index=False))
    stops = known.lines.stops.drop(columns="pattern")
    write(out / "pattern_stops.parquet", pa.Table.from_pandas(stops, typed(stops), preserve_index=False))
    counts = Counts(len(sent.second) + sent.repeated, len(runs.position), left_out(runs, sent))
    del sent, runs  # the engine needs the memory
    tables = {name: [out / f"{name}.parquet"] for name in ("placed", "planned", "pattern_stops")}
    passes = statements.read("passes")
    by = engine.chosen()
    by.run(passes.sql, {name: tables[name] for name in passes.reads}, out / "passes.parquet")
    aggregate(by, tables | {"positions": [source], "passes": [out / "passes.parquet"]}, out)
    return counts


def write(path: Path, table: pa.Table) -> None:
    """Write a table as it is written and read quickest: only texts repeat themselves, and nobody looks one up."""
    texts = [
        field.name for field in table.schema if pa.types.is_string(field.type) or pa.types.is_dictionary(field.type)
    ]
    numbers = [name for name in table.schema.names if name not in texts]
    pq.write_table(table, path, compression="zstd", compression_level=1, use_dictionary=texts, write_statistics=numbers)


def left_out(runs: Runs, sent: Positions) -> tuple[tuple[str, int], ...]:
    """Return how many positions were left out, by reason; with those that were placed they are all there are."""
    counts = np.bincount(runs.reason[runs.reason >= 0], minlength=len(REASONS))
    counts[REPEATED] += sent.repeated
    return tuple((reason, int(count)) for reason, count in zip(REASONS, counts, strict=True) if count)

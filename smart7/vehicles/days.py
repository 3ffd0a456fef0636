"""From the positions of a closed day to its sums: placed, passes, then every statement after them.

A day's folder is made aside and swapped in whole. What it was made from stands in `made`, as a digest; a day of the
same digest is passed over. Days are made one after another, or by two processes at once, so that memory does not grow
with them.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from smart7 import engine, fleet, whole
from smart7.alone import alone
from smart7.engine import statements
from smart7.ingest.gtfs import load as gtfs
from smart7.vehicles import feed as feeds
from smart7.vehicles import keep, lines, near, placed, placed_table, plan, positions
from smart7.vehicles.aggregate import aggregate
from smart7.vehicles.feed import Feed
from smart7.vehicles.judged import REASONS, REPEATED
from smart7.vehicles.lines import Lines
from smart7.vehicles.near import Grid
from smart7.vehicles.placed import Runs
from smart7.vehicles.positions import Positions
from smart7.vehicles.sample import typed

ROOT: Final = Path(__file__).resolve().parents[2]
MADE: Final = "made"
MAKING: Final = ".making"  # not below `days`, where whoever reads finds whole days only
CODE: Final = ("smart7/vehicles/*.py", "smart7/engine/*.py", "queries/vehicles/*.sql", "smart7/schema/gtfs_load.sql")
MEMORY: Final = "600MB"  # of the engine in each of two processes


@dataclass(frozen=True, slots=True)
class Network:
    """A feed, its lines and the grid of what passes near: what every day of it is placed along."""

    feed: Feed
    lines: Lines
    grid: Grid


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a day: whether it was made now, positions, placed ones, and those left out by reason."""

    day: date
    fresh: bool
    positions: int = 0
    placed: int = 0
    left_out: tuple[tuple[str, int], ...] = ()


def make(data: Path, feed_id: str, days: Iterable[date], workers: int = 1) -> list[Made]:
    """Make the days that are not made of what there is now; return one entry per day, in their order.

    Raises `Busy` while another process makes days of the feed, what the engine raises, `CannotWrite`, and `BadInput`
    where the feed of planned service cannot be read.
    """
    wanted, home = sorted(days), fleet.folder(data, feed_id)
    with alone(home / "days"):
        shutil.rmtree(home / MAKING, ignore_errors=True)  # what a killed process left
        sources = digest_of_sources(data, feed_id)
        # A cluster divides the work by itself.
        if workers < 2 or len(wanted) < 2 or engine.chosen().name != "duckdb":
            return [make_day(data, feed_id, day, sources) for day in wanted]
        with ProcessPoolExecutor(workers, get_context("spawn"), initializer=limit) as pool:
            return list(pool.map(make_day, *zip(*((data, feed_id, day, sources) for day in wanted), strict=True)))


def closed(data: Path, feed_id: str, now: datetime) -> list[date]:
    """Return the service days with positions that are over: nothing more is driven on them."""
    local = now.astimezone(UTC) + timedelta(seconds=keep.OFFSET - keep.DAY_BEGINS)
    return [day for day in keep.days(data, feed_id) if day < local.date()]


def limit() -> None:
    """Give the engine of one of several processes its share of the memory."""
    os.environ.setdefault(engine.MEMORY_VARIABLE, MEMORY)


def make_day(data: Path, feed_id: str, day: date, sources: str) -> Made:
    """Make one day, unless it is made of just this already; the folder is swapped in whole."""
    source = keep.positions(data, feed_id, day)
    with source.open("rb") as file:
        digest = hashlib.sha256(sources.encode() + hashlib.file_digest(file, "sha256").digest()).hexdigest()
    home = keep.aggregates(data, feed_id, day)
    if (home / MADE).exists() and (home / MADE).read_text("utf-8").strip() == digest:
        return Made(day, fresh=False)
    draft = fleet.folder(data, feed_id) / MAKING / f"{day.isoformat()}-{os.getpid()}"
    with whole.told(home):
        draft.mkdir(parents=True)
        made = written(network(data, feed_id, sources), day, source, draft)
        (draft / MADE).write_text(f"{digest}\n", "utf-8")
        swap(draft, home)
    return made


def swap(draft: Path, home: Path) -> None:
    """Let a finished folder take its place; what lay there is deleted after it."""
    home.parent.mkdir(parents=True, exist_ok=True)
    whole.flush(draft)
    old = draft.with_name(f"{draft.name}-old")
    if home.exists():
        home.rename(old)
    draft.rename(home)
    whole.settle(home.parent)
    shutil.rmtree(old, ignore_errors=True)


@lru_cache(maxsize=2)
def network(data: Path, feed_id: str, _sources: str) -> Network:
    """Return a feed of planned service from its text, kept as long as the text stays the same."""
    with duckdb.connect() as connection:
        gtfs.prepare(connection)
        gtfs.load_feed(connection, feed_id, data / gtfs.FOLDER / feed_id)
        feed = feeds.read(connection, feed_id)
    drawn = lines.of(feed)
    return Network(feed, drawn, near.grid_of(drawn))


def digest_of_sources(data: Path, feed_id: str) -> str:
    """Return a digest of all but positions that a day is made of: the feed's text, the code, the engine."""
    digest = hashlib.sha256(f"{engine.chosen().name} {duckdb.__version__} {np.__version__}".encode())
    code = [path for pattern in CODE for path in ROOT.glob(pattern)]
    for path in [*sorted((data / gtfs.FOLDER / feed_id).glob("*.*")), *sorted(code)]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def written(known: Network, day: date, source: Path, out: Path) -> Made:
    """Write every table of a day into a folder."""
    sent = positions.read(source, known.lines)
    runs = placed.place(sent, known.lines, known.grid)
    left = left_out(runs, sent)
    planned = plan.planned(known.feed, known.lines, day)
    write(out / "placed.parquet", placed_table.rows(known.feed, known.lines, day, sent, runs))
    write(out / "planned.parquet", pa.Table.from_pandas(planned, typed(planned), preserve_index=False))
    stops = known.lines.stops.drop(columns="pattern")
    write(out / "pattern_stops.parquet", pa.Table.from_pandas(stops, typed(stops), preserve_index=False))
    frame = pd.DataFrame(left, columns=["reason", "rows"]).assign(feed_id=known.feed.feed_id, service_date=day)
    write(out / "left_out.parquet", pa.Table.from_pandas(frame, keep.LEFT_OUT, preserve_index=False))
    tables = {name: [out / f"{name}.parquet"] for name in ("placed", "planned", "pattern_stops")}
    passes = statements.read("passes")
    by = engine.chosen()
    by.run(passes.sql, {name: tables[name] for name in passes.reads}, out / "passes.parquet")
    aggregate(by, tables | {"positions": [source], "passes": [out / "passes.parquet"]}, out)
    return Made(day, True, len(sent.second) + sent.repeated, len(runs.position), tuple(left))


def write(path: Path, table: pa.Table) -> None:
    """Write a table as the engine reads it quickest."""
    pq.write_table(table, path, compression="zstd", compression_level=1)


def left_out(runs: Runs, sent: Positions) -> list[tuple[str, int]]:
    """Return how many positions were left out, by reason; with those that were placed they are all there are."""
    counts = np.bincount(runs.reason[runs.reason >= 0], minlength=len(REASONS))
    counts[REPEATED] += sent.repeated
    return [(reason, int(count)) for reason, count in zip(REASONS, counts, strict=True) if count]

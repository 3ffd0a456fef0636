"""From the positions of a closed day to its sums: placed, passes, then every statement after them.

A day's folder is made aside and swapped in whole. What it was made from stands in `made`, as a digest; a day of the
same digest is passed over. Days are made one after another, or by two processes at once, so that memory does not grow
with them.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
import scipy

from smart7 import engine, fleet, whole
from smart7.alone import alone
from smart7.engine.duck import Duck
from smart7.ingest.gtfs import load as gtfs
from smart7.vehicles import keep, making
from smart7.vehicles.written import Network, network, written

ROOT: Final = Path(__file__).resolve().parents[2]
MAKERS: Final = (
    "aggregate", "feed", "follow", "judged", "lines", "matched", "near", "onto", "placed", "placed_table", "plan",
    "positions", "steps", "written",
)  # fmt: skip
"""The modules of this folder that a day is made by; a change to another one makes no day anew."""
CODE: Final = (
    *(f"smart7/vehicles/{name}.py" for name in MAKERS), "queries/vehicles/*.sql", "smart7/schema/gtfs_load.sql",
)  # fmt: skip
MEMORY: Final = "600MB"  # of the engine in each of two processes


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a day: whether it was made now, positions, placed ones, and those left out by reason."""

    day: date
    fresh: bool
    positions: int = 0
    placed: int = 0
    left_out: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A day to be made: of which positions, and the digest of all it is made of."""

    data: Path
    feed_id: str
    day: date
    digest: str


def make(data: Path, feed_id: str, days: Iterable[date], workers: int = 1) -> list[Made]:
    """Make the days that are not made of what there is now; return one entry per day, in their order.

    Raises `Busy` while another process makes days of the feed, what the engine raises, `CannotWrite`, and `BadInput`
    where the feed of planned service cannot be read.
    """
    wanted, home = sorted(days), fleet.folder(data, feed_id)
    with alone(home / "days"), making.room(home):
        sources = digest_of_sources(data, feed_id)
        orders = (order for day in wanted if (order := stale(data, feed_id, day, sources)) is not None)
        made = {one.day: one for one in carried_out(orders, sources, min(workers, len(wanted)))}
    return [made.get(day, Made(day, fresh=False)) for day in wanted]


def stale(data: Path, feed_id: str, day: date, sources: str) -> Order | None:
    """Return what is to be done for a day, None where it is made of just this, or its positions were forgotten."""
    if keep.forgotten(data, feed_id, day):
        return None
    with keep.positions(data, feed_id, day).open("rb") as file:
        digest = hashlib.sha256(sources.encode() + hashlib.file_digest(file, "sha256").digest()).hexdigest()
    said = keep.aggregates(data, feed_id, day) / keep.MADE
    known = said.exists() and said.read_text("utf-8").strip() == digest
    return None if known else Order(data, feed_id, day, digest)


def carried_out(orders: Iterator[Order], sources: str, workers: int) -> Iterator[Made]:
    """Make days, several at a time where there are several workers."""
    first = next(orders, None)
    if first is None:
        return
    along, orders = network(first.data, first.feed_id, sources), chain([first], orders)
    by = engine.chosen()
    # A cluster divides the work by itself.
    if workers < 2 or not isinstance(by, Duck):
        yield from (make_day(order, along) for order in orders)
        return
    by.close()  # its threads would not be in a copy of this process
    with ProcessPoolExecutor(workers, processes(), initializer=begin, initargs=(along, workers)) as pool:
        yield from pool.map(make_one, orders)


def processes() -> BaseContext:
    """Return how processes are begun: as copies of this one, with program and network in them, where the system can.

    To read the program anew takes as long as half a day of a city.
    """
    return get_context("fork" if sys.platform == "linux" else "spawn")


def closed(data: Path, feed_id: str, now: datetime) -> list[date]:
    """Return the service days with positions that are over: nothing more is driven on them."""
    local = now.astimezone(UTC) + timedelta(seconds=keep.OFFSET - keep.DAY_BEGINS)
    return [day for day in keep.days(data, feed_id) if day < local.date()]


ALONG: list[Network] = []  # what a process that makes days for another one makes them along


def begin(along: Network, workers: int) -> None:
    """Begin as one of several processes: with the network of all days, and a share of memory and processors."""
    os.environ.setdefault(engine.MEMORY_VARIABLE, MEMORY)
    by = engine.chosen()
    if isinstance(by, Duck):
        by.threads = max(1, by.threads // workers)
    ALONG[:] = [along]


def make_one(order: Order) -> Made:
    """Make one day in a process that has begun."""
    return make_day(order, ALONG[0])


def make_day(order: Order, along: Network) -> Made:
    """Make one day; its folder is swapped in whole."""
    data, feed_id, day = order.data, order.feed_id, order.day
    home = keep.aggregates(data, feed_id, day)
    draft = fleet.folder(data, feed_id) / making.MAKING / f"{day.isoformat()}-{os.getpid()}"
    with whole.told(home):
        draft.mkdir(parents=True)
        made = written(along, day, keep.positions(data, feed_id, day), draft)
        keep.write_left_out(draft / "left_out.parquet", feed_id, day, dict(made.left_out))
        (draft / keep.MADE).write_text(f"{order.digest}\n", "utf-8")
        making.swap(draft, home)
    return Made(day, True, made.positions, made.placed, made.left_out)


def digest_of_sources(data: Path, feed_id: str) -> str:
    """Return a digest of all but positions that a day is made of: the feed's text, the code, the engine."""
    versions = f"{engine.chosen().name} {duckdb.__version__} {np.__version__} {scipy.__version__}"
    digest = hashlib.sha256(versions.encode())
    code = [path for pattern in CODE for path in ROOT.glob(pattern)]
    for path in [*sorted((data / gtfs.FOLDER / feed_id).glob("*.*")), *sorted(code)]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()

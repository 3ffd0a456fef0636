"""Positions of vehicles: taken, placed, passes, sums of days; DuckDB, and a Spark cluster on loopback beside it.

One day is simulated over the feed of the songthaew. The others are copies of it under other dates, so that every size
is made of the same day and only their number grows.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree
from tempfile import TemporaryDirectory
from typing import Final

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from smart7 import fleet, queries, store
from smart7.vehicles import feed as feeds
from smart7.vehicles import keep
from tests import cluster
from tests.bench import machine, memory, query_times
from tests.bench.report import Line
from tests.engine import agree, days

FEED: Final = "songthaew_2018"
FIRST: Final = date(2026, 1, 5)  # a Monday, and so is every other day: they are copies
# At 50 million positions, a quarter of a city; a smaller size has its share of the seconds.
SECONDS, OF_MILLIONS, GIGABYTES, SPREAD, QUERY_MS = 90.0, 50, 2.0, 15.0, 30.0
CLOCKS: Final = {"seconds": "seconds by the clock", "processor": "seconds of processors"}
STEPS: Final = ("read", "placed", "planned", "passes", "aggregates", "written")
RECIPE: Final = """[file]
time = "epoch"
speed = "m/s"

[columns]
vehicle = "unit"
time = "at"
latitude = "lat"
longitude = "lon"
speed = "speed"
"""


@dataclass(frozen=True, slots=True)
class Costs:
    """What days of one size cost by one engine: all of them, and a part of them in one process, step by step."""

    whole: dict[str, float]
    parts: dict[str, float]

    def a_million(self, name: str) -> float:
        """Return the seconds of a million positions, by the clock or of a processor."""
        return 1e6 * self.whole[name] / self.whole["positions"]

    def of_step(self, name: str) -> float:
        """Return the seconds that one step of a million positions takes."""
        return 1e6 * self.parts[name] / self.parts["positions"]


def measure(millions: tuple[float, ...] = (5, 50), with_spark: bool = False) -> Iterator[Line]:
    """Yield seconds and memory of each size, and by how much the cost of a million differs between them."""
    with TemporaryDirectory(prefix="smart7-bench-") as name:
        data = folder(Path(name) / "data")
        rows, size = first_day(data)
        yield Line(
            "vehicles: a simulated day", rows / 1e6, "million positions", note=f"{size / rows:.1f} bytes each kept"
        )
        yield from taking(data, Path(name), rows)
        costs: dict[tuple[str, str], list[float]] = {}
        for wanted in millions:
            found: dict[str, Costs] = {}
            for engine in ("duckdb", "spark") if with_spark else ("duckdb",):
                found[engine] = yield from of_size(data, Path(name), engine, wanted, rows)
                for what in CLOCKS:
                    costs.setdefault((engine, CLOCKS[what]), []).append(found[engine].a_million(what))
            if with_spark:
                yield from side_by_side(found["duckdb"], found["spark"])
        for (engine, clock), each in costs.items():
            if len(each) > 1:
                apart = 100 * (max(each) / min(each) - 1)
                yield Line(f"vehicles: {clock} of a million, {engine}, largest against smallest", apart, "%", SPREAD)
    yield from pages()


def folder(data: Path) -> Path:
    """Return a copy of the data folder with a feed of positions in it, and a recipe of their boxes."""
    copytree(store.ROOT / "data", data, ignore=ignore_patterns("snapshots", ".*", "ledger*", "pictures", "vehicles"))
    (data / "recipes" / "bench-boxes").mkdir()
    (data / "recipes" / "bench-boxes" / "boxes.toml").write_text(RECIPE, "utf-8")
    fleet.write(data, fleet.Feed(FEED, recipe="bench-boxes"))
    return data


def first_day(data: Path) -> tuple[int, int]:
    """Drive one day and keep its positions; return how many and how large the file is."""
    with store.cursor(store.open_current()) as cursor:
        feed = feeds.read(cursor, FEED)
    path = days.positions(feed, FIRST, keep.positions(data, FEED, FIRST))
    return pq.read_metadata(path).num_rows, path.stat().st_size


def taking(data: Path, place: Path, rows: int) -> Iterator[Line]:
    """Yield what it costs to take that day from a file of boxes, into a folder of its own."""
    own = folder(place / "taken")
    file = place / "boxes.csv"
    moment = keep.moment_of(FIRST, 0)
    duckdb.sql(
        f"copy (select vehicle as unit, {moment} + second as at, latitude as lat, longitude as lon, speed "  # noqa: S608
        f"from read_parquet('{keep.positions(data, FEED, FIRST)}') order by second) to '{file}' (format csv)"
    )
    found, peak = alone("take", own, str(file))
    yield Line(f"vehicles: take {rows:,} positions of boxes from CSV", found["seconds"], "s",
               note=a_million(found, rows))  # fmt: skip
    yield Line("vehicles: take, memory at the most", peak, "GB", 0.5)


def of_size(data: Path, place: Path, engine: str, millions: float, rows: int) -> Generator[Line, None, Costs]:
    """Yield the lines of one size by one engine; return what it cost."""
    count = max(1, round(millions * 1e6 / rows))
    copies(data, count)
    # What was made before, by the other engine or as a part of another size, is made again.
    rmtree(fleet.folder(data, FEED) / "days", ignore_errors=True)
    what = f"vehicles: {count * rows / 1e6:,.1f} million positions to sums of {count} days, {engine}"
    if engine == "duckdb":
        found, peak = alone("make", data, FIRST.isoformat(), str(count), str(min(2, os.cpu_count() or 1)))
        parts, _ = alone("make", data, (FIRST + timedelta(weeks=count)).isoformat(), "1", "1")
    else:
        with cluster.running(place / "cluster", memory="2g") as one:
            found, peak = alone("make", data, FIRST.isoformat(), str(count), "1", beside=one, SMART7_ENGINE=one.url)
            parts = found
    goal = SECONDS * found["positions"] / 1e6 / OF_MILLIONS
    yield Line(what, found["seconds"], "s", goal if engine == "duckdb" else None, split(parts, found))
    share = 100 * found["processor"] / found["seconds"] / (os.cpu_count() or 1)
    yield Line(f"{what}, of processors", found["processor"], "s", note=f"{share:.0f} % of what there was")
    yield Line(f"{what}, memory at the most", peak, "GB", GIGABYTES if engine == "duckdb" else None,
               "all processes" if engine == "duckdb" else "without master and workers")  # fmt: skip
    yield from held(fleet.folder(data, FEED) / "days", place / f"{millions}-{count}")
    return Costs(found, parts)


def side_by_side(duckdb_costs: Costs, spark_costs: Costs) -> Iterator[Line]:
    """Yield how many times what DuckDB takes Spark takes: by the clock, of a processor, and for each step."""
    size = f"vehicles: {duckdb_costs.whole['positions'] / 1e6:,.1f} million positions, spark to duckdb"
    pairs = {"by the clock": (duckdb_costs.a_million("seconds"), spark_costs.a_million("seconds")),
             "of a processor": (duckdb_costs.a_million("processor"), spark_costs.a_million("processor"))}  # fmt: skip
    for step in STEPS:
        pairs[f"{step}, one process"] = duckdb_costs.of_step(step), spark_costs.of_step(step)
    for what, (one, other) in pairs.items():
        note = f"duckdb {one:.2f} s, spark {other:.2f} s a million"
        yield Line(f"{size}, {what}", other / one if one else None, "times", note=note)


def held(made: Path, before: Path) -> Iterator[Line]:
    """Yield how many rows differ from what another engine made of the same days; the first one's are kept for that."""
    if before.exists():
        files = [path.relative_to(made) for path in sorted(made.glob("*/*.parquet"))]
        apart = sum(len(agree.differences(before / file, made / file)) for file in files)
        yield Line(f"vehicles: rows of {len(files)} files that differ between the engines", apart, "rows", 0)
    else:
        made.rename(before)


def a_million(found: dict[str, float], rows: float) -> str:
    """Return what a million rows cost, by the clock and of a processor."""
    seconds, processor = (1e6 * found[name] / rows for name in ("seconds", "processor"))
    return f"{seconds:.2f} s a million, {processor:.2f} s of one core"


def split(parts: dict[str, float], found: dict[str, float]) -> str:
    """Return what a million positions cost in all, and each step in one process."""
    each = 1e6 / parts["positions"]
    steps = ", ".join(f"{name} {parts[name] * each:.2f}" for name in STEPS)
    joined = f"; cluster joined in {found['joined']:.0f} s" if "joined" in found else ""
    return f"{a_million(found, found['positions'])}; steps by themselves: {steps}{joined}"


def copies(data: Path, count: int) -> None:
    """Let so many days, and one more, have the positions of the first."""
    first = pq.read_table(keep.positions(data, FEED, FIRST))
    at = first.schema.get_field_index("service_date")
    for n in range(1, count + 1):
        day = FIRST + timedelta(weeks=n)
        path = keep.positions(data, FEED, day)
        if not path.exists():
            dates = pa.repeat(pa.scalar(day, pa.date32()), first.num_rows)
            keep.write_positions(path, [first.set_column(at, "service_date", dates)])


def alone(
    step: str, data: Path, *rest: str, beside: cluster.Cluster | None = None, **settings: str
) -> tuple[dict[str, float], float]:
    """Run one step in a process of its own; return what it tells, and the gigabytes it held at the most.

    What a cluster works is counted with it.
    """
    command = [sys.executable, "-m", "tests.bench.one_vehicles", step, str(data), FEED, *rest]
    machine.await_calm()
    peak, before = 0.0, memory.worked(beside.process.pid) if beside else 0.0
    spent = 0.0
    environment = os.environ | {"SMART7_DATA": str(data)} | settings
    with subprocess.Popen(command, cwd=store.ROOT, stdout=subprocess.PIPE, text=True, env=environment) as child:
        while child.poll() is None:
            peak = max(peak, memory.added(child.pid, "Pss") or 0.0)
            spent = max(spent, memory.worked(child.pid) + memory.worked(beside.process.pid) - before) if beside else 0.0
            time.sleep(0.2)
        said = child.stdout.read() if child.stdout else ""
    if child.returncode:
        raise RuntimeError(f"{step} ended with code {child.returncode}")
    told = json.loads(said.splitlines()[-1])
    return told | ({"processor": spent} if beside else {}), peak / 1e3


def pages() -> Iterator[Line]:
    """Yield the slowest query of the page of service over the snapshot in service: positions no longer matter there."""
    asked = {name: query for name, query in queries.load_all().items() if name.startswith("service/")}
    known = {name: query for name, query in asked.items() if set(query.params) <= set(query_times.USUAL)}
    snapshot = store.open_current()
    times = {name: query_times.timed(snapshot, name, {key: query_times.USUAL[key][0] for key in query.params})[0]
             for name, query in known.items()}  # fmt: skip
    lacking = f"{len(asked) - len(known)} more take parameters that USUAL lacks"
    slowest = max(times.values(), default=None)
    yield Line(f"vehicles: slowest of {len(times)} queries of the page", slowest, "ms", QUERY_MS, lacking)

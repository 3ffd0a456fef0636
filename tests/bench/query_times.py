"""Every query file over snapshots of growing size, with the parameters of a usual visit and of the worst one."""

import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import Any

from smart7 import queries
from tests.bench import data, machine
from tests.bench.data import Size
from tests.bench.report import Line, middle, times

REPEATS = 15
GOALS = {data.SMALL: 30.0, data.MIDDLE: 60.0, data.LARGE: 60.0}
# Read as records by every page, and never as a frame.
AS_RECORDS = {"indicators/cards", "units/cards"}
# What a page asks for; several values where some cost more than others.
USUAL: dict[str, tuple[Any, ...]] = {
    "lang": ("th",),
    "until": (date(2026, 9, 30),),
    "sample": (True,),
    "domain": ("", "education"),
    "indicator": ("attendance", "enrolment", "paper-sheets-saved", "waste-collected"),
    "unit": ("bench-school-1", "division-finance", "khonkaen-city"),
    "feed": ("songthaew_2018",),
    "route": ("st2",),
    "stop": ("", "st_terminal_1"),
    "place": ("school-suan-sanuk",),
    "count": ("kasikorn-jomphon",),
    "units": ("bench-school-1~bench-school-2",),
    "indicators": ("attendance~enrolment~waste-collected",),
    "keys": ("~".join(f"attendance/bench-school-{n}/fiscal_year:2024-10-01" for n in range(1, 41)),),
    "since": (date(2026, 10, 1),),
    "year": (2026,),
    "owner": ("open.observations",),
    "direction": (0,),
    "day": (date(2018, 12, 8),),
    "month": (date(2018, 12, 1),),
    "type": ("",),
    "nth": (2,),
    "hour": (-1,),
}


def measure(large: bool) -> Iterator[Line]:
    """Yield, for each size, the slowest queries and whether all keep the goal."""
    for size in (data.SMALL, data.MIDDLE, *([data.LARGE] if large else [])):
        with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
            began = perf_counter()
            data.snapshot(Path(name), size)
            took = perf_counter() - began
            with data.in_service(Path(name)) as snapshot_id:
                yield from of_size(snapshot_id, size, took)


def of_size(snapshot_id: str, size: Size, took: float) -> Iterator[Line]:
    """Yield the lines of one size."""
    found, unknown = every_query(snapshot_id)
    figures = figures_in(snapshot_id)
    note = f"made in {took:.0f} s"
    yield Line(f"{size.name}: slowest of {len(found)} queries", max(m for m, _ in found.values()), "ms", GOALS[size],
               f"{figures:,} figures, {note}")  # fmt: skip
    for name in sorted(found, key=lambda key: -found[key][0])[:5]:
        typical, worst = found[name]
        yield Line(f"{size.name}: {name}", typical, "ms", GOALS[size], f"worst {worst:.1f} ms")
    for name in unknown:
        yield Line(f"{size.name}: {name}", None, "ms", GOALS[size], "USUAL in query_times.py lacks a parameter")


def every_query(snapshot_id: str) -> tuple[dict[str, tuple[float, float]], list[str]]:
    """Return median and worst time of each query's costliest parameters, and the queries that cannot be asked."""
    found, unknown = {}, []
    for name, query in queries.load_all().items():
        if not set(query.params) <= set(USUAL):
            unknown.append(name)
            continue
        machine.await_calm()
        cases = product(*(USUAL[parameter] for parameter in query.params))
        found[name] = max(timed(snapshot_id, name, dict(zip(query.params, case, strict=True))) for case in cases)
    return found, unknown


def timed(snapshot_id: str, name: str, parameters: dict[str, Any]) -> tuple[float, float]:
    """Return median and worst milliseconds of one query with its parameters, rows read as the pages read them."""
    read = queries.records if name in AS_RECORDS else queries.run
    found = times(lambda: read(snapshot_id, name, **parameters), REPEATS)
    return middle(found) or 0.0, max(found)


def figures_in(snapshot_id: str) -> int:
    """Return how many figures a snapshot holds."""
    return int(queries.run(snapshot_id, "frame/snapshot")["figures"].iloc[0])

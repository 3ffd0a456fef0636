"""One step of a bench over positions, in a process of its own: `python -m tests.bench.one_vehicles STEP DATA FEED ...`.

`take FILE` takes one file, `make FIRST DAYS WORKERS` makes days a week apart; both print their cost as JSON.
"""

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from smart7 import engine, fleet
from smart7.vehicles import days, keep, placed, placed_table, plan, positions, take, written
from tests.bench import memory


def clocked(spent: Counter[str], name: str, action: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that counts the seconds it takes."""

    def timed(*given: Any, **named: Any) -> Any:
        began = time.perf_counter()
        try:
            return action(*given, **named)
        finally:
            spent[name] += time.perf_counter() - began

    return timed


def taken(data: Path, feed_id: str, file: str) -> dict[str, float]:
    """Take one file; return seconds and rows."""
    feed = fleet.read(data, feed_id)
    assert feed is not None
    began, before = time.perf_counter(), memory.worked(os.getpid())
    report = take.take(data, feed, [Path(file)])
    assert not report.faults, report.faults
    return {
        "seconds": time.perf_counter() - began, "processor": memory.worked(os.getpid()) - before, "rows": report.read,
    }  # fmt: skip


def made(data: Path, feed_id: str, first: date, count: int, workers: int) -> dict[str, float]:
    """Make days; return seconds, those of each step where one process makes all, and positions."""
    spent: Counter[str] = Counter()
    by = engine.chosen()
    for home, name, step in (
        (positions, "read", "read"), (placed, "place", "placed"), (placed_table, "rows", "placed"),
        (plan, "planned", "planned"), (written, "aggregate", "aggregates"), (written, "write", "written"),
    ):  # fmt: skip
        setattr(home, name, clocked(spent, step, getattr(home, name)))
    if by.name == "spark":
        # A cluster is joined once, not by every day.
        began = time.perf_counter()
        by.session()
        spent["joined"] = time.perf_counter() - began
    began, before = time.perf_counter(), memory.worked(os.getpid())
    wanted = [first + timedelta(weeks=n) for n in range(count)]
    found = days.make(data, feed_id, wanted, workers)
    spent["seconds"], spent["processor"] = time.perf_counter() - began, memory.worked(os.getpid()) - before
    assert all(one.fresh for one in found)
    spent["passes"] = spent["seconds"] - sum(spent[name] for name in (
        "read", "placed", "planned", "aggregates", "written"))  # fmt: skip
    spent["positions"] = sum(one.positions for one in found)
    spent["kept"] = sum(path.stat().st_size for day in wanted for path in keep.aggregates(data, feed_id, day).iterdir())
    by.close()
    return dict(spent)


if __name__ == "__main__":
    step, folder, feed_name, *rest = sys.argv[1:]
    if step == "take":
        print(json.dumps(taken(Path(folder), feed_name, rest[0])))
    else:
        print(json.dumps(made(Path(folder), feed_name, date.fromisoformat(rest[0]), int(rest[1]), int(rest[2]))))

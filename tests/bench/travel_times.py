"""Minutes before and after for 400 places by more than 5,000 cells: first time, after a changed setting, memory.

Run as a program with the folder of a built snapshot, it measures once in a process of its own and prints JSON.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import pandas as pd

from smart7 import store
from smart7.ingest.build import Options, build
from tests.bench import data, machine
from tests.bench.report import Line, middle

PLACES, REPEATS = 400, 5
COLD, CHANGED, GIGABYTES = 2.0, 1.0, 1.0


def measure() -> Iterator[Line]:
    """Yield seconds and memory, each the middle or worst of five processes that share nothing."""
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        folder = prepare(Path(name))
        found = [child(folder) for _ in range(REPEATS)]
    what = f"{found[0]['places']} places by {found[0]['cells']:,} cells"
    note = f"median of {REPEATS} processes, three cases and two crossed"
    yield Line(f"before and after, {what}, first time", middle(f["cold"] for f in found), "s", COLD, note)
    yield Line("a changed setting", middle(f["changed"] for f in found), "s", CHANGED, "light rail every 8 minutes")
    yield Line("another walk limit", middle(f["walk"] for f in found), "s", CHANGED, "changes before too")
    yield Line("all answers of one comparison", middle(f["answers"] for f in found), "s")
    yield Line("a setting asked for again", 1000 * (middle(f["again"] for f in found) or 0), "ms")
    peaks = [f["peak"] for f in found if f["peak"] is not None]
    yield Line("before and after, peak memory", max(peaks, default=None), "GB", GIGABYTES, "with everything it kept")


def prepare(to: Path) -> Path:
    """Build the project's data with as many places as the goal names, the new ones beside a stop each."""
    shutil.copytree(store.ROOT / "data", to, ignore=shutil.ignore_patterns("snapshots"), dirs_exist_ok=True)
    stops = pd.concat([pd.read_csv(path) for path in sorted(to.glob("gtfs/*/stops.txt"))])
    chance = random.Random(7)
    path = to / "catalog" / "places.csv"
    kinds = ("school", "hospital", "market", "terminal")
    known = pd.read_csv(path)
    placed = int(known.dropna(subset=["lat"])["kind"].isin(kinds).sum())
    rows: list[dict[str, object]] = [
        {
            "place_id": f"bench-{n}", "kind": kinds[n % 4], "name_th": f"Place {n}", "name_en": f"Place {n}",
            "lat": float(near["stop_lat"]) + chance.uniform(-0.01, 0.01),
            "lon": float(near["stop_lon"]) + chance.uniform(-0.01, 0.01),
            "municipal_school": "no", "source_id": known["source_id"][0], "confidence": "estimated",
        }
        for n, near in enumerate(stops.sample(PLACES - placed, replace=True, random_state=7).to_dict("records"))
    ]  # fmt: skip
    data.append(path, rows)
    build(Options(folder=to, as_of=data.AS_OF, with_sample=False))
    return to


def child(folder: Path) -> dict[str, Any]:
    """Measure once in a process of its own."""
    machine.await_calm()
    command = [sys.executable, "-m", "tests.bench.travel_times", str(folder)]
    done = subprocess.run(command, cwd=store.ROOT, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main(folder: str) -> None:
    """Print what one process takes for the first comparison, and for those after it."""
    os.environ["SMART7_DATA"] = folder
    from smart7.transit import answers, compare

    snapshot_id = store.open_current()
    cold, first = timed(lambda: compare.run(snapshot_id))
    usual = first.settings
    changed, other = timed(lambda: compare.run(snapshot_id, replace(usual, lrt_headway_min=8.0)))
    walk, _ = timed(lambda: compare.run(snapshot_id, replace(usual, walk_limit_m=1000.0, feeders=True)))
    again, _ = timed(lambda: compare.run(snapshot_id, usual))
    asked, _ = timed(lambda: every_answer(answers, other))
    cells, places = len(first.cells), len(first.places)
    times = {"cold": cold, "changed": changed, "walk": walk, "again": again, "answers": asked}
    print(json.dumps({"cells": cells, "places": places, "peak": peak(), **times}))


def every_answer(answers: Any, found: Any) -> None:
    """Ask everything that can be asked of a comparison."""
    for ask in (answers.by_place, answers.within, answers.hospitals, answers.balance):
        ask(found)
    for kind in answers.KINDS:
        answers.by_cell(found, kind)
        answers.by_tambon(found, kind)


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    """Return how many seconds an action took, and its result."""
    began = perf_counter()
    result = action()
    return perf_counter() - began, result


def peak() -> float | None:
    """Return the most memory this process had, in gigabytes, or None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e9


if __name__ == "__main__":
    main(sys.argv[1])

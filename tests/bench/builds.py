"""The production build of 250 thousand figures from CSV: how long it takes and how much memory it needs."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from smart7 import store
from tests.bench import data, machine
from tests.bench.report import Line, middle

REPEATS = 3
SECONDS, GIGABYTES = 10, 1.0


def measure() -> Iterator[Line]:
    """Build three times in a child process each and yield seconds, memory and size."""
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        folder = data.folder(Path(name), data.SMALL)
        with (folder / data.FIGURES).open("rb") as file:
            figures = sum(1 for _ in file) - 1
        found = [child(folder) for _ in range(REPEATS)]
        what = f"build of {figures:,} figures from CSV"
        yield Line(what, middle(seconds for seconds, _ in found), "s", SECONDS, f"median of {REPEATS}")
        peaks = [peak for _, peak in found if peak is not None]
        yield Line(f"{what}, peak memory", max(peaks, default=None), "GB", GIGABYTES)
        size = sum(path.stat().st_size for path in folder.glob("snapshots/*.duckdb")) / 1e6
        yield Line("size of its snapshot", size, "MB")


def child(folder: Path) -> tuple[float, float | None]:
    """Build once; return seconds and peak memory in gigabytes (None where the system does not tell it)."""
    command = [sys.executable, "-m", "smart7.ingest.build", "--data", str(folder), "--as-of", str(data.AS_OF)]
    machine.await_calm()
    began = perf_counter()
    process = subprocess.Popen(command, cwd=store.ROOT, stdout=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        code, peak = process.wait(), None
    else:
        _, status, usage = os.wait4(process.pid, 0)
        code = process.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e9
    if code:
        raise RuntimeError(f"the build ended with code {code}")
    return perf_counter() - began, peak

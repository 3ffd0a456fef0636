"""A pack of twenty items: seconds and memory of each file, and what a page's reply costs while one is built."""

import json
import subprocess
import sys
from collections.abc import Iterator
from tempfile import TemporaryDirectory

from tests.bench import machine, page_times, server
from tests.bench.report import Line, middle

REPEATS, VISITS = 3, 12
GOALS = {"pdf": 3.0, "handout": 3.0, "pptx": 4.0, "xlsx": 3.0}
MEMORY_MB, SLOWER = 600, 1.5


def child(kind: str) -> dict[str, float]:
    """Build one file in a process of its own, as the page and the command line do."""
    command = [sys.executable, "-m", "tests.bench.one_pack", kind]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    found: dict[str, float] = json.loads(said)
    return found


def measure() -> Iterator[Line]:
    """Yield a line for each kind of file, the memory, and the page beside it."""
    peak = 0.0
    for kind, goal in GOALS.items():
        machine.await_calm()
        runs = [child(kind) for _ in range(REPEATS)]
        peak = max(peak, *(run["peak"] for run in runs))
        note = f"{runs[0]['slides']:.0f} slides, slides included, median of {REPEATS}"
        yield Line(f"pack: {kind}", middle(run["seconds"] for run in runs), "s", goal, note)
    yield Line("pack: memory at the most", peak, "MB", MEMORY_MB, "both processes, what they share counted twice")
    yield beside()


def beside() -> Line:
    """Return how much slower a page replies while a pack is built."""
    with server.site() as address:
        visit = page_times.Visit(address)
        visit.page("overview")
        machine.await_calm()
        alone = middle(visit.page("overview")[0] for _ in range(VISITS)) or 1.0
        command = [sys.executable, "-m", "smart7.packs", "monthly-council", "--out"]
        during: list[float] = []
        with TemporaryDirectory() as name, subprocess.Popen([*command, name], stdout=subprocess.DEVNULL) as work:
            while work.poll() is None:
                during.append(visit.page("overview")[0])
        visit.close()
    note = f"{alone:.0f} ms alone, {middle(during) or 0:.0f} ms beside it, median of {len(during)}"
    return Line("page while a pack is built, times as long", (middle(during) or 0) / alone, "", SLOWER, note)

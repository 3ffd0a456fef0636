"""Visitors at once, 10 to 300: how long they wait, what goes wrong, and what the server's memory comes to.

All meet one server, as people do: the first crowd finds it just started, as after a publish; those after it find what
others asked for before them. Client and server share the machine. Nobody has a browser; see `crowd.py`.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from smart7 import store
from smart7.ingest import build
from tests.bench import data, machine, memory, server
from tests.bench.report import Line
from tests.bench.server import Address

SECONDS, QUIET, LEFT = 60, 60, 3
FEW, ROUNDS, ROUND, MANY = (10, 50), 3, 150, 300
GOALS = {ROUND: 500.0, MANY: 2000.0}
FIRST_ANSWER, MEGABYTES, GROWTH = 150.0, 600.0, 1.10
SWAPPING, BUILD_AFTER = 50, 15


@dataclass
class Crowd:
    """What one crowd found, and the memory of the server's largest process before it, meanwhile, and after it."""

    found: dict[str, Any]
    before: float | None
    during: list[float] = field(default_factory=list)
    after: float | None = None

    @property
    def errors(self) -> int:
        """Return how many pages went wrong."""
        return sum(self.found["errors"].values())

    def said(self) -> str:
        """Return all but the time of the slow ones, in words."""
        found, middle = self.found, self.during[len(self.during) // 2] if self.during else None
        held = " / ".join("?" if size is None else f"{size:.0f}" for size in (self.before, middle, self.after))
        return (
            f"p50 {found['p50']:.0f} ms, {found['rate']:.1f} runs a second, {self.errors} errors, "
            f"{found['wire'] / 1000:.0f} kB a run ({found['raw'] / 1000:.0f} kB unpacked); "
            f"memory {held} MB before, halfway and after; client {found['client_cpu']:.0%} of a core"
        )


def measure() -> Iterator[Line]:
    """Yield the lines of every crowd, of memory, and of a snapshot that changes under a crowd."""
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        folder = Path(name)
        data.project_data(folder)
        with server.over(folder) as address:
            cold = crowd(address, FEW[-1])
            yield slow(cold, "the server just started")
            for visitors in FEW:
                yield slow(crowd(address, visitors))
            yield from rounds(address)
            yield from many(address)
            yield from swap(address, folder)


def crowd(address: Address, visitors: int, *more: str) -> Crowd:
    """Let a crowd in, wait until it has left, and return what it found."""
    machine.await_calm()
    before = memory.largest(address.pids)
    child = let_in(address, visitors, *more)
    during = memory.while_running(child, address.pids)
    found = figures(child)
    time.sleep(LEFT)
    return Crowd(found, before, during, memory.largest(address.pids))


def let_in(address: str, visitors: int, *more: str) -> subprocess.Popen[str]:
    """Start a crowd; each asks for other pages than the one before it."""
    seed = str(time.time_ns() % 1_000_000)
    command = [sys.executable, "-m", "tests.bench.crowd", address, f"--visitors={visitors}", f"--seconds={SECONDS}"]
    return subprocess.Popen([*command, f"--seed={seed}", *more], cwd=store.ROOT, stdout=subprocess.PIPE, text=True)


def figures(child: subprocess.Popen[str]) -> dict[str, Any]:
    """Return what a crowd printed, once it has ended."""
    said, _ = child.communicate()
    if child.returncode:
        raise RuntimeError(f"the crowd ended with {child.returncode}")
    found: dict[str, Any] = json.loads(said)
    return found


def slow(seen: Crowd, what: str = "") -> Line:
    """Return how long 95 of 100 pages of a crowd took at most."""
    visitors = seen.found["visitors"]
    name = f"{visitors} visitors{', ' * bool(what)}{what}: 95 of 100 pages within"
    goal = None if what else GOALS.get(visitors)
    return Line(name, seen.found["p95"], "ms", goal, seen.said())


def errors(seen: Crowd, what: str) -> Line:
    """Return how many pages went wrong, and how."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in seen.found["errors"].items())
    return Line(f"{what}: errors", seen.errors, "", 0, kinds or f"{seen.found['runs']} runs")


def rounds(address: Address) -> Iterator[Line]:
    """Yield three rounds of the same size, and what memory comes to after them and a minute later."""
    seen = []
    for number in range(1, ROUNDS + 1):
        seen.append(crowd(address, ROUND))
        yield slow(seen[-1], "" if number == 1 else f"round {number}")
    total = sum(one.errors for one in seen)
    yield Line(f"{ROUNDS} rounds of {ROUND}: errors", total, "", 0)
    time.sleep(QUIET)
    later, shared = memory.largest(address.pids), memory.added(address.pids[0], "Pss")
    first, last = seen[0].after, seen[-1].after
    yield most(f"{ROUNDS} rounds of {ROUND}", [size for one in seen for size in one.during])
    grown = last / first if first and last else None
    yield Line(f"memory after round {ROUNDS} / after round 1", grown, "", GROWTH)
    note = f"Pss {shared:.0f} MB" if shared else ""
    yield Line(f"memory after {ROUNDS} rounds and {QUIET} s of quiet", later, "MB", MEGABYTES, note)


def most(what: str, sizes: list[float]) -> Line:
    """Return the most memory the server held while a crowd was there."""
    return Line(f"{what}: most memory (Rss)", max(sizes, default=0.0) or None, "MB", MEGABYTES)


def many(address: Address, where: str = "", *more: str) -> Iterator[Line]:
    """Yield the largest crowd, and how long somebody new waits for the first answer meanwhile; `where` they meet."""
    seen = crowd(address, MANY, "--probe", *more)
    what = f"{MANY} visitors{where}"
    yield Line(f"{what}: 95 of 100 pages within", seen.found["p95"], "ms", GOALS[MANY], seen.said())
    yield errors(seen, what)
    note = f"{seen.found['probes']} documents, whole"
    yield Line(f"{what}: first answer, 95 of 100 within", seen.found["probe_p95"], "ms", FIRST_ANSWER, note)
    yield most(what, seen.during)


def swap(address: Address, folder: Path) -> Iterator[Line]:
    """Yield what a crowd notices of a build that puts another snapshot in service: nothing but new figures."""
    old = (folder / "snapshots" / "current").read_text("utf-8").strip()
    day = data.AS_OF + timedelta(days=1)
    wanted = build.Options(folder=folder, as_of=day)
    new = build.snapshot_id_of(wanted, build.digest_of(wanted))
    machine.await_calm()
    before = memory.largest(address.pids)
    child = let_in(address, SWAPPING, "--snapshots", old, new)
    time.sleep(BUILD_AFTER)
    command = [sys.executable, "-m", "smart7.ingest.build", "--data", str(folder), "--as-of", str(day)]
    subprocess.run(command, cwd=store.ROOT, check=True, stdout=subprocess.DEVNULL)
    built = time.time()
    during = memory.while_running(child, address.pids)
    seen = Crowd(figures(child), before, during, memory.largest(address.pids))
    yield slow(seen, "a build meanwhile")
    yield errors(seen, "a build meanwhile")
    yield after_swap(seen.found["snapshots"], old, new, built)


def after_swap(pages: dict[str, list[float]], old: str, new: str, built: float) -> Line:
    """Return how late the old snapshot, or one nobody knows, was last shown; a page counts by when it was asked for."""
    late = max((last for name, (_, _, last) in pages.items() if name != new), default=0.0) - built
    shown = ", ".join(f"{pages.get(name, [0])[0]:.0f} pages of the {age}" for age, name in (("old", old), ("new", new)))
    # A build that ended after the crowd had left says nothing.
    measured = max(0.0, late) if new in pages else None
    return Line("a build meanwhile: old snapshot still asked for after it", measured, "s", 0, shown)

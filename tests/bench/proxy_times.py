"""One process and two behind nginx, as `deploy/` ships them: how many runs of pages they carry, and how large a crowd.

Visitors and nginx need processors too. So that two processes can be compared with one on a machine that has no
processor for each, both are held to the same share of one: every tenth of a second each may run for its part of it.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from smart7 import store
from tests.bench import crowd_times, data, machine, memory
from tests.bench.report import Line, middle
from tests.bench.server import Address
from tests.server import proxied
from tests.server.proxied import Site

GOAL = 1.7
ROUNDS, SECONDS = 3, 15
# At each process, enough to keep it busy; as many at one as at the other, so that only their number differs.
VISITORS = 4
TURN, SHARE = 0.1, 0.3


def measure() -> Iterator[Line]:
    """Yield the runs a second of one process, of two, and how they compare; the visitors are a process too."""
    what = "two processes behind nginx against one"
    if proxied.NGINX is None:
        yield Line(what, None, "times", note=proxied.MISSING)
        return
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        folder = Path(name) / "data"
        data.project_data(folder)
        with proxied.site(Path(name), folder) as site:
            found = [rates(site) for _ in range(ROUNDS)]
            yield from together(site)
    note = f"{VISITORS} visitors a process, without a pause; each held to {SHARE:.0%} of a processor"
    yield Line("runs a second, one process behind nginx", middle(one for one, _ in found), "", note=note)
    yield Line("runs a second, two processes behind nginx", middle(two for _, two in found), "", note=note)
    shown = ", ".join(f"{two / one:.2f}" for one, two in found)
    yield Line(what, middle(two / one for one, two in found), "times", GOAL, f"{ROUNDS} rounds: {shown}", least=True)


def together(site: Site) -> Iterator[Line]:
    """Yield what a crowd finds at both processes together, once they are ready and others have been there."""
    address = Address(site.url)
    address.pids = tuple(process.child.pid for process in site.processes.values() if process.child)
    memory.settle(address.pids)
    crowd_times.crowd(address, crowd_times.ROUND, certified(site))
    yield from crowd_times.many(address, " at two processes", certified(site))


def certified(site: Site) -> str:
    """Return how a crowd is told whom to trust."""
    return f"--certificate={site.certificate}"


def rates(site: Site) -> tuple[float, float]:
    """Return the runs a second of one process and of both, measured close to each other."""
    with held([process.child.pid for process in site.processes.values() if process.child]):
        return rate(site, "1" * VISITORS), rate(site, "12" * VISITORS)


def rate(site: Site, numbers: str) -> float:
    """Return the runs a second that visitors of certain processes get."""
    machine.await_calm()
    line = [sys.executable, "-m", "tests.bench.proxy_client", site.url, str(site.certificate), numbers, str(SECONDS)]
    return float(subprocess.run(line, cwd=store.ROOT, check=True, capture_output=True, encoding="utf-8").stdout)


@contextmanager
def held(processes: list[int]) -> Iterator[None]:
    """Let each process run for its share of the time only, one after the other, until the block ends."""
    over = Event()

    def turns() -> None:
        while not over.is_set():
            until = time.monotonic() + TURN
            for process in processes:
                os.kill(process, signal.SIGCONT)
                time.sleep(TURN * SHARE)
                os.kill(process, signal.SIGSTOP)
            time.sleep(max(0.0, until - time.monotonic()))

    holder = Thread(target=turns)
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    holder.start()
    try:
        yield
    finally:
        over.set()
        holder.join()
        for process in processes:
            os.kill(process, signal.SIGCONT)

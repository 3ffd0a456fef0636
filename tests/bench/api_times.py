"""The API of one server process on this machine, load generator included, and a Parquet file of a million rows."""

import asyncio
import shutil
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlsplit

import manage
from smart7 import catalog, store
from tests.bench import data, server
from tests.bench.page_times import Visit
from tests.bench.report import Line

READERS = 8
SECONDS = 10.0
MILLION = data.Size("1 million", 165, 18)
LISTS = [f"/api/v1/figures?domain={d.id}&offset={n}" for d in catalog.DOMAINS for n in range(0, 700, 100)]


@dataclass
class Load:
    """What a few readers found who each ask again as soon as they are answered."""

    times: list[float] = field(default_factory=list)
    statuses: set[int] = field(default_factory=set)
    size: int = 0

    @property
    def rate(self) -> float:
        """Return answers a second."""
        return len(self.times) / SECONDS

    @property
    def slow(self) -> float:
        """Return the milliseconds that 95 of 100 answers keep within."""
        return quantiles(self.times, n=20)[-1]


def load(address: str, paths: list[str], headers: str = "") -> Load:
    """Ask paths in turn over a few open lines for a while."""
    found = Load()
    asyncio.run(readers(urlsplit(address).port or 80, paths, headers, found))
    return found


async def readers(port: int, paths: list[str], headers: str, found: Load) -> None:
    """Run all readers until the time is over."""
    until = time.perf_counter() + SECONDS
    await asyncio.gather(*(reader(port, paths[n:] + paths[:n], headers, found, until) for n in range(READERS)))


async def reader(port: int, paths: list[str], headers: str, found: Load, until: float) -> None:
    """Ask again and again over one line."""
    incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
    turn = 0
    while time.perf_counter() < until:
        path = paths[turn % len(paths)]
        turn += READERS + 1
        began = time.perf_counter()
        outgoing.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n{headers}\r\n".encode())
        head = await incoming.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
        found.size += len(await incoming.readexactly(length)) if b" 304 " not in head[:16] else 0
        found.times.append((time.perf_counter() - began) * 1000)
        found.statuses.add(int(head[9:12]))
    outgoing.close()


def measure() -> Iterator[Line]:
    """Yield lists and repeats of them with a page open, what a page feels of it, and the large download."""
    with server.site() as address:
        visit = Visit(address)
        visit.page("education")
        alone = median(visit.page("education")[0] for _ in range(9))
        lists = load(address, LISTS)
        note = f"{READERS} readers, {len(LISTS)} lists of 100 rows, {lists.size / len(lists.times) / 1000:.0f} kB each"
        yield Line("figures list, a page open", lists.rate, "/s", 200, note, least=True)
        yield Line("figures list, 95 of 100 within", lists.slow, "ms", 100, f"answers {sorted(lists.statuses)}")
        seen = with_repeats(address)
        yield Line("not changed (304)", seen.rate, "/s", 800, f"answers {sorted(seen.statuses)}", least=True)
        fresh = [f"/api/v1/figures?offset={n}&limit=100" for n in range(12000)]
        new = load(address, fresh)
        yield Line("figures list, every one another", new.rate, "/s", note=f"95 of 100 within {new.slow:.0f} ms")
        felt = page_under_load(visit, address)
        yield Line("a page's run while the API is asked without pause", felt, "ms", 500, f"{alone:.0f} ms alone")
        visit.close()
    yield download()


def with_repeats(address: str) -> Load:
    """Ask for what the readers have already."""
    with server.OPENER.open(urllib.request.Request(f"{address}{LISTS[0]}", headers={"Accept-Encoding": "gzip"})) as it:
        tag = it.headers["etag"]
    return load(address, LISTS[:1], f"If-None-Match: {tag}\r\n")


def page_under_load(visit: Visit, address: str) -> float:
    """Return the median run of a page while the readers ask."""
    thread = threading.Thread(target=load, args=(address, LISTS))
    thread.start()
    times = []
    while thread.is_alive():
        times.append(visit.page("education")[0])
    thread.join()
    return median(times)


def download() -> Line:
    """Return how long a million figures as Parquet take, from the first byte asked to the last one here."""
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        folder = Path(name)
        snapshot = data.snapshot(folder, MILLION)
        for made_before in (store.ROOT / ".cache" / "downloads").glob(f"{snapshot}-*"):
            shutil.rmtree(made_before)
        port = server.free_port()
        command = ["uvicorn", "app:app", "--host=127.0.0.1", f"--port={port}", *manage.UVICORN]
        with server.running(command, port, store.ROOT, SMART7_DATA=str(folder)) as address:
            with data.in_service(folder):
                rows = store.fetch(snapshot, "select count(*) from open.observations", {}, 60)[1][0][0]
            began = time.perf_counter()
            with server.OPENER.open(f"{address}/download/{snapshot}/observations.parquet") as it:
                size = len(it.read())
            seconds = time.perf_counter() - began
    return Line(f"{rows:,} rows as Parquet, made and sent", seconds, "s", 2.0, f"{size / 1e6:.1f} MB")

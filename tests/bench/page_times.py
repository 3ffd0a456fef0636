"""Every page in the real server: how long a run of its script takes, and how many queries it asks."""

import json
import re
import socket
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from smart7 import catalog
from tests.bench import machine, server
from tests.bench.report import Line, middle

REPEATS = 15
GOAL = 150.0
# Fiscal years nobody has asked for, where nothing is got ready ahead: what the server works, what travels.
COLD_YEARS = (2022, 2021, 2020)
COLD_MS, COLD_KB = 60.0, 40.0
COLD_PAGES = ("overview", *(domain.id for domain in catalog.DOMAINS))
SETTLE = 25.0  # seconds in which everything is got ready
ANSWERS, ANSWER_KB, SECONDS = 400.0, 60.0, 4.0


class Visit:
    """A visitor without a browser: one live line to the server, over which pages are asked for."""

    def __init__(self, address: str) -> None:
        """Open the line."""
        url = address.replace("http", "ws", 1) + "/_stcore/stream"
        self._address = address
        self._line = connect(url, subprotocols=["streamlit"], origin=address, max_size=None)
        self._packer = zlib.compressobj(wbits=-15)
        self.packed = 0

    def page(self, name: str, query: str = "") -> tuple[float, int]:
        """Have a page run; return milliseconds until the last of it is here, and its bytes.

        `packed` counts the bytes as the line compresses them.
        """
        asked = BackMsg()
        asked.rerun_script.page_name = name
        asked.rerun_script.query_string = query
        began, size = perf_counter(), 0
        self._line.send(asked.SerializeToString())
        while True:
            received = self._line.recv(timeout=60)
            size += len(received)
            self.packed += len(self._packer.compress(received) + self._packer.flush(zlib.Z_SYNC_FLUSH))
            message = ForwardMsg.FromString(received)
            if message.WhichOneof("type") == "script_finished":
                return (perf_counter() - began) * 1000, size

    def forget(self) -> None:
        """Have the server drop everything it has cached."""
        self._line.send(BackMsg(clear_cache=True).SerializeToString())
        server.OPENER.open(f"{self._address}/bench/forget").close()

    def close(self) -> None:
        """Close the line."""
        self._line.close()


def measure() -> Iterator[Line]:
    """Yield each page's warm run with its queries, then the first run of a fresh server."""
    yield from measure_ready()
    with server.site(BENCH_STARTS="cold") as address:
        first, _ = fresh(address, catalog.PAGES[1].id)
        for page in catalog.PAGES:
            yield of_page(address, page.id)
        for page in COLD_PAGES:
            yield from of_year(address, page, "nothing got ready", None)
        yield Line("first visitor's first page, server just started", first, "ms", note="script run")


def measure_ready() -> Iterator[Line]:
    """Yield what a year costs that nobody has asked for yet, as visitors meet it: got ready while nobody waited."""
    with server.site() as address:
        fresh(address, catalog.PAGES[1].id)
        time.sleep(SETTLE)
        for page in COLD_PAGES:
            yield from of_year(address, page, "as got ready ahead", COLD_MS)
        yield from first_answers(address)


def of_page(address: str, page: str) -> Line:
    """Return a page's line: the median of its warm runs, and queries cold and warm."""
    machine.await_calm()
    visit = Visit(address)
    runs(address)
    visit.forget()
    visit.page(page)
    cold = runs(address)[-1]
    shown = [visit.page(page) for _ in range(REPEATS)]
    warm = runs(address)[-REPEATS:]
    visit.close()
    note = (
        f"queries {cold['queries']} cold, {max(run['queries'] for run in warm)} warm; cold run {cold['ms']:.0f} ms; "
        f"answered in {middle(ms for ms, _ in shown):.0f} ms; {shown[-1][1] / 1000:.0f} kB"
    )
    return Line(f"page {page}: warm run of its script", middle(run["ms"] for run in warm), "ms", GOAL, note)


def of_year(address: str, page: str, how: str, goal: float | None) -> Iterator[Line]:
    """Yield what a year costs that nobody has asked for: the server's time and what travels."""
    machine.await_calm()
    visit = Visit(address)
    if goal is None:
        visit.forget()
    visit.page(page)
    runs(address)
    found = []
    for year in COLD_YEARS:
        visit.packed = 0
        _, size = visit.page(page, f"year={year}")
        found.append((runs(address)[-1]["ms"], visit.packed / 1000, size / 1000))
    visit.close()
    worked, travels, plain = (middle(values) for values in zip(*found, strict=True))
    yield Line(f"page {page}: a year never asked for, {how}", worked, "ms", goal)
    if goal is not None:
        yield Line(f"page {page}: a year never asked for, on the live line", travels, "kB", COLD_KB,
               f"{plain:.0f} kB before the line compresses it")  # fmt: skip


def first_answers(address: str) -> Iterator[Line]:
    """Yield how often a second the first answer is given, to two who ask all the time, and how large it is."""
    place = urlsplit(address)
    request = f"GET /people?lang=en HTTP/1.1\r\nHost: {place.netloc}\r\nAccept-Encoding: br\r\n\r\n".encode()
    machine.await_calm()
    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(ask_on, (place.hostname, place.port), request) for _ in range(2)]
        counts, sizes = zip(*(one.result() for one in asked), strict=True)
    yield Line("first answers a second", sum(counts) / SECONDS, "", ANSWERS, "the client on the same cores", least=True)
    yield Line("first answer of a domain, compressed", max(sizes) / 1000, "kB", ANSWER_KB)


def ask_on(place: tuple[str | None, int | None], request: bytes) -> tuple[int, int]:
    """Ask the same on one connection for a while; return how often it was answered, and the size of an answer."""
    over, count, size = perf_counter() + SECONDS, 0, 0
    with socket.create_connection(place) as line:
        while perf_counter() < over:
            line.sendall(request)
            head, _, body = line.recv(65536).partition(b"\r\n\r\n")
            size = int(re.search(rb"content-length: (\d+)", head)[1])
            missing = size - len(body)
            while missing > 0:
                missing -= len(line.recv(65536))
            count += 1
    return count, size


def fresh(address: str, page: str) -> tuple[float, float]:
    """Return script time and time to the answer of a page nobody has asked for."""
    visit = Visit(address)
    answered, _ = visit.page(page)
    visit.close()
    return runs(address)[-1]["ms"], answered


def runs(address: str) -> list[dict[str, float]]:
    """Return what the server noted since it was last asked."""
    with server.OPENER.open(f"{address}/bench/runs") as answer:
        noted: list[dict[str, float]] = json.load(answer)
        return noted

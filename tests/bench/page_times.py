"""Every page in the real server: how long a run of its script takes, and how many queries it asks."""

import json
from collections.abc import Iterator
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from smart7 import catalog
from tests.bench import machine, server
from tests.bench.report import Line, middle

REPEATS = 15
GOAL = 150.0


class Visit:
    """A visitor without a browser: one live line to the server, over which pages are asked for."""

    def __init__(self, address: str) -> None:
        """Open the line."""
        url = address.replace("http", "ws", 1) + "/_stcore/stream"
        self._line = connect(url, subprotocols=["streamlit"], origin=address, max_size=None)

    def page(self, name: str, query: str = "") -> tuple[float, int]:
        """Have a page run; return milliseconds until the last of it is here, and its bytes."""
        asked = BackMsg()
        asked.rerun_script.page_name = name
        asked.rerun_script.query_string = query
        began, size = perf_counter(), 0
        self._line.send(asked.SerializeToString())
        while True:
            received = self._line.recv(timeout=60)
            size += len(received)
            message = ForwardMsg.FromString(received)
            if message.WhichOneof("type") == "script_finished":
                return (perf_counter() - began) * 1000, size

    def forget(self) -> None:
        """Have the server drop everything it has cached."""
        self._line.send(BackMsg(clear_cache=True).SerializeToString())

    def close(self) -> None:
        """Close the line."""
        self._line.close()


def measure() -> Iterator[Line]:
    """Yield each page's warm run with its queries, then the first run of a fresh server."""
    with server.site() as address:
        first, _ = fresh(address, catalog.PAGES[1].id)
        for page in catalog.PAGES:
            yield of_page(address, page.id)
        yield Line("first visitor's first page, server just started", first, "ms", note="script run")


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

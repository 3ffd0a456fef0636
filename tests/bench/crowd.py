"""Visitors without browsers, many at once, in one process: `python -m tests.bench.crowd ADDRESS --visitors 50`.

Each holds a live line and opens two pages every ten seconds: one of twelve, a year, Thai or English, all at random.
Nobody is in step with anybody, and who waits for a page opens the next one only after it. Bounded, and loopback only.
"""

import argparse
import asyncio
import ipaddress
import json
import random
import re
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import median, quantiles
from urllib.parse import urlencode, urlsplit

import pandas as pd
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.frames import Frame, Opcode

from smart7 import catalog, store
from tests.bench import messages

MOST_VISITORS, MOST_SECONDS = 500, 300
PERIOD, PAGES_A_PERIOD = 10.0, 2
PATIENCE = 30.0  # seconds; who waits longer has seen an error
KEPT_RUNS = 10  # `global.maxCachedMessageAge`
YEARS = range(2017, 2027)
PAGES = ("overview", *(domain.id for domain in catalog.DOMAINS), "indicator", "units", "sources", "map")
PROBES_A_SECOND = 5
FOOT, SNAPSHOT = b"s7-foot", re.compile(rb"\d{8}-[0-9a-f]{10}(?:-nosample)?")
# As a browser asks for it; how far back the packing looks is the server's choice.
PACKING = ClientPerMessageDeflateFactory(client_max_window_bits=True)


@dataclass
class Found:
    """What all visitors found."""

    names: tuple[bytes, ...] = ()
    times: list[float] = field(default_factory=list)
    ended: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    raw: int = 0
    wire: int = 0
    snapshots: dict[str, list[float]] = field(default_factory=dict)
    probes: list[float] = field(default_factory=list)


@dataclass
class Run:
    """One page on its way."""

    done: asyncio.Future
    began: float
    size: int = 0
    foot: set[bytes] = field(default_factory=set)
    named: set[bytes] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)


class Live(ClientConnection):
    """A live line whose messages are read where they come in: a queue for each would cost more than the reading."""

    wire = 0
    heard = None

    def data_received(self, data: bytes) -> None:
        """Count what came over the wire."""
        self.wire += len(data)
        super().data_received(data)

    def process_event(self, event) -> None:
        """Hand over a message; all else is the library's."""
        if isinstance(event, Frame) and event.opcode is Opcode.BINARY and event.fin and self.heard:
            self.heard(bytes(event.data))
        else:
            super().process_event(event)


class Visitor:
    """One visitor: a live line, what a browser would have kept, and the page on its way."""

    def __init__(self, address: str, indicators: list[str], found: Found, chance: random.Random) -> None:
        """Note where to go; the line is opened with the first page."""
        self.address, self.indicators, self.found, self.chance = address, indicators, found, chance
        self.line: Live | None = None
        self.kept: dict[str, tuple[int, set[bytes]]] = {}
        self.count = 0
        self.run: Run | None = None

    async def stay(self, begin: float, until: float) -> None:
        """Open pages until the time is over."""
        now = asyncio.get_running_loop().time
        due = begin
        while due < until:
            await asyncio.sleep(max(0.0, due - now()))
            await self.page()
            due = max(due + PERIOD / PAGES_A_PERIOD * self.chance.uniform(0.5, 1.5), now())
        await self.leave()

    async def page(self) -> None:
        """Open one page and note how it went."""
        began = time.time()
        try:
            run = await self.shown()
        except (OSError, WebSocketException) as error:
            self.found.errors[f"line lost: {type(error).__name__}"] += 1
            await self.leave()
        except TimeoutError:
            self.found.errors[f"not within {PATIENCE:.0f} s"] += 1
            self.found.times.append(PATIENCE * 1000)
            await self.leave()
        else:
            self.note(run, began)

    async def shown(self) -> Run:
        """Ask for a page and wait until all of it is here."""
        if self.line is None:
            await self.arrive()
        run = self.run = Run(asyncio.get_running_loop().create_future(), time.perf_counter())
        await self.line.send(self.asked())
        gone = asyncio.ensure_future(self.line.wait_closed())
        try:
            await asyncio.wait({run.done, gone}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
        if not run.done.done():
            raise ConnectionError if self.line.state.name != "OPEN" else TimeoutError
        return run

    async def arrive(self) -> None:
        """Open the line."""
        self.kept.clear()
        url = self.address.replace("http", "ws", 1) + "/_stcore/stream"
        self.line = await connect(
            url, subprotocols=["streamlit"], origin=self.address, max_size=None, compression=None, proxy=None,
            extensions=[PACKING], create_connection=Live, ping_interval=None, open_timeout=PATIENCE,
        )  # fmt: skip
        self.line.heard = self.heard

    async def leave(self) -> None:
        """Close the line, where there is one."""
        line, self.line, self.run = self.line, None, None
        if line is not None:
            self.found.wire += line.wire
            line.heard = None
            with suppress(OSError, WebSocketException):
                await line.close()

    def asked(self) -> bytes:
        """Return the request of a page at random, naming what is kept as a browser does."""
        page = self.chance.choice(PAGES)
        link = {"year": str(self.chance.choice(YEARS)), "lang": self.chance.choice(("th", "en"))}
        if page == "indicator":
            link["id"] = self.chance.choice(self.indicators)
        asked = BackMsg()
        asked.rerun_script.page_name = "" if page == "overview" else page
        asked.rerun_script.query_string = urlencode(link)
        asked.rerun_script.cached_message_hashes.extend(self.kept)
        return asked.SerializeToString()

    def heard(self, data: bytes) -> None:
        """Take one message of the page on its way."""
        run = self.run
        if run is None or run.done.done():
            return
        run.size += len(data)
        message = messages.read(data)
        if message.error:
            run.errors.append(message.error)
        named = {name for name in self.found.names if name in data}
        if FOOT in data:
            run.foot.update(SNAPSHOT.findall(data))
        if message.keep_as:
            self.kept[message.keep_as] = (self.count, named)
        if message.refers_to:
            _, named = self.kept.get(message.refers_to, (0, None))
            if named is None:
                run.errors.append("a message nobody kept")
                named = set()
            self.kept[message.refers_to] = (self.count, named)
        run.named |= named
        if message.finished is not None and message.finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self.end(run, message.finished)

    def end(self, run: Run, status: int) -> None:
        """Close the books on a run and let go of what a browser would."""
        if status != ForwardMsg.FINISHED_SUCCESSFULLY:
            run.errors.append(ForwardMsg.ScriptFinishedStatus.Name(status).lower())
        self.count += 1
        self.kept = {name: kept for name, kept in self.kept.items() if kept[0] > self.count - KEPT_RUNS}
        run.done.set_result((time.perf_counter() - run.began) * 1000)

    def note(self, run: Run, began: float) -> None:
        """Add a run that ended to what all found."""
        self.run = None
        found = self.found
        found.times.append(run.done.result())
        found.ended.append(asyncio.get_running_loop().time())
        found.raw += run.size
        found.errors.update(run.errors)
        if len(run.foot) != 1 or not run.named <= run.foot:
            found.errors["two snapshots in one page" if run.foot else "a page without its foot"] += 1
        for name in run.foot:
            times = found.snapshots.setdefault(name.decode(), [0, began, began])
            times[:] = [times[0] + 1, min(times[1], began), max(times[2], began)]


async def probing(address: str, found: Found, until: float) -> None:
    """Ask for the document of a page a few times a second, however long the answers take."""
    now, asked = asyncio.get_running_loop().time, []
    while now() < until:
        asked.append(asyncio.ensure_future(probe(address, found)))
        await asyncio.sleep(1 / PROBES_A_SECOND)
    await asyncio.gather(*asked)


async def probe(address: str, found: Found) -> None:
    """Ask for one document as a new visitor does and note the milliseconds until the whole of it is here."""
    where, page = urlsplit(address), random.choice(PAGES[1:])
    began = time.perf_counter()
    try:
        incoming, outgoing = await asyncio.open_connection(where.hostname, where.port)
        head = f"GET /{page}?lang=en HTTP/1.1\r\nHost: {where.netloc}\r\nAccept-Encoding: gzip, br\r\n"
        outgoing.write(f"{head}Connection: close\r\n\r\n".encode())
        answer = await asyncio.wait_for(incoming.read(), PATIENCE)
        outgoing.close()
    except (OSError, TimeoutError) as error:
        found.errors[f"no document: {type(error).__name__}"] += 1
        return
    if not answer.startswith(b"HTTP/1.1 200"):
        found.errors[f"document: {answer[9:12].decode('latin-1')}"] += 1
    found.probes.append((time.perf_counter() - began) * 1000)


async def gather(given: argparse.Namespace, indicators: list[str], found: Found) -> None:
    """Let everybody in over the first ten seconds, and wait for the last one to leave."""
    began = asyncio.get_running_loop().time()
    until = began + given.seconds
    visitors = [Visitor(given.address, indicators, found, random.Random(given.seed + n)) for n in range(given.visitors)]
    stays = [v.stay(began + PERIOD * n / len(visitors), until) for n, v in enumerate(visitors)]
    await asyncio.gather(*stays, *([probing(given.address, found, until)] if given.probe else []))
    found.ended = [ended for ended in found.ended if began + PERIOD <= ended <= until]


def figures(found: Found, given: argparse.Namespace, cpu: float) -> dict[str, object]:
    """Return the figures of a crowd."""
    runs = max(1, len(found.times))
    return {
        "visitors": given.visitors, "runs": len(found.times),
        "rate": len(found.ended) / max(1.0, given.seconds - PERIOD),
        "p50": median(found.times or [0]), "p95": within(found.times), "slowest": max(found.times, default=0),
        "errors": dict(found.errors), "raw": found.raw / runs, "wire": found.wire / runs, "snapshots": found.snapshots,
        "probes": len(found.probes), "probe_p95": within(found.probes), "client_cpu": cpu,
    }  # fmt: skip


def within(times: list[float]) -> float:
    """Return the milliseconds that 95 of 100 keep within."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else max(times, default=0)


def bounded(given: argparse.Namespace) -> argparse.Namespace:
    """Return what was asked for, where it stays on this machine and within the limits; raises `ValueError`."""
    host = urlsplit(given.address).hostname or ""
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise ValueError("only a server on this machine")
    if not 1 <= given.visitors <= MOST_VISITORS or not 1 <= given.seconds <= MOST_SECONDS:
        raise ValueError(f"at most {MOST_VISITORS} visitors for {MOST_SECONDS} seconds")
    return given


def main() -> None:
    """Send a crowd to a server that runs and print one line of figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.crowd", description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--visitors", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--probe", action="store_true", help="ask for documents too, five a second")
    parser.add_argument("--snapshots", nargs="*", default=[], help="ids of which a page may name only its own")
    try:
        given = bounded(parser.parse_args())
    except ValueError as error:
        parser.error(str(error))
    indicators = pd.read_csv(store.ROOT / "data" / "catalog" / "indicators.csv")["indicator_id"].tolist()
    found = Found(tuple(name.encode() for name in given.snapshots))
    began, cpu = time.perf_counter(), time.process_time()
    asyncio.run(gather(given, indicators, found))
    print(json.dumps(figures(found, given, (time.process_time() - cpu) / (time.perf_counter() - began))))


if __name__ == "__main__":
    main()

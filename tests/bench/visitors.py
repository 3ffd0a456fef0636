"""One visitor without a browser: a live line, pages at random, and what a browser would keep of them."""

import asyncio
import random
import re
import ssl
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.frames import Frame, Opcode

from smart7 import catalog
from tests.bench import messages

PERIOD, PAGES_A_PERIOD = 10.0, 2
PATIENCE = 30.0  # seconds; who waits longer has seen an error
KEPT_RUNS = 10  # `global.maxCachedMessageAge`
YEARS = range(2017, 2027)
PAGES = ("overview", *(domain.id for domain in catalog.DOMAINS), "indicator", "units", "sources", "map")
FOOT, SNAPSHOT = b"s7-foot", re.compile(rb"\d{8}-[0-9a-f]{10}(?:-nosample)?")
# As a browser asks for it; how far back the packing looks is the server's choice.
PACKING = ClientPerMessageDeflateFactory(client_max_window_bits=True)


@dataclass
class Found:
    """What all visitors found."""

    names: tuple[bytes, ...] = ()
    trust: ssl.SSLContext | None = None
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


@dataclass(frozen=True)
class Told:
    """What one message tells: the snapshots it names, and those of the foot of a page in it."""

    named: set[bytes]
    foot: set[bytes]


class Live(ClientConnection):
    """A live line whose messages are read where they come in: a queue for each would cost more than the reading."""

    wire = 0
    heard = lost = None

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

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits for a page that nothing more will come."""
        super().connection_lost(exc)
        if self.lost:
            self.lost()


class Visitor:
    """One visitor: a live line, what a browser would have kept, and the page on its way."""

    def __init__(self, address: str, indicators: list[str], found: Found, chance: random.Random) -> None:
        """Note where to go; the line is opened with the first page."""
        self.address, self.indicators, self.found, self.chance = address, indicators, found, chance
        self.line: Live | None = None
        self.kept: dict[str, tuple[int, Told]] = {}
        self.count = 0
        self.run: Run | None = None

    async def stay(self, begin: float, until: float, every: float = PERIOD / PAGES_A_PERIOD) -> None:
        """Open pages, one every so many seconds, until the time is over."""
        now = asyncio.get_running_loop().time
        due = begin
        while due < until:
            await asyncio.sleep(max(0.0, due - now()))
            await self.page()
            due = max(due + every * self.chance.uniform(0.5, 1.5), now())
        await self.leave()

    async def page(self) -> None:
        """Open one page and note how it went."""
        began = time.time()
        try:
            run = await self.shown()
        except TimeoutError:
            self.found.errors[f"not within {PATIENCE:.0f} s"] += 1
            self.found.times.append(PATIENCE * 1000)
            await self.leave()
        except (OSError, WebSocketException) as error:
            self.found.errors[f"line lost: {type(error).__name__}"] += 1
            await self.leave()
        else:
            self.note(run, began)

    async def shown(self) -> Run:
        """Ask for a page and wait until all of it is here."""
        if self.line is None:
            await self.arrive()
        run = self.run = Run(asyncio.get_running_loop().create_future(), time.perf_counter())
        await self.line.send(self.asked())
        await asyncio.wait_for(run.done, PATIENCE)
        return run

    async def arrive(self) -> None:
        """Open the line."""
        self.kept.clear()
        url = self.address.replace("http", "ws", 1) + "/_stcore/stream"
        self.line = await connect(
            url, subprotocols=["streamlit"], origin=self.address, max_size=None, compression=None, proxy=None,
            extensions=[PACKING], create_connection=Live, ping_interval=None, open_timeout=PATIENCE,
            ssl=self.found.trust,
        )  # fmt: skip
        self.line.heard, self.line.lost = self.heard, self.lost

    async def leave(self) -> None:
        """Close the line, where there is one."""
        line, self.line, self.run = self.line, None, None
        if line is not None:
            self.found.wire += line.wire
            line.heard = line.lost = None
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

    def lost(self) -> None:
        """End the page on its way: its line is gone."""
        if self.run is not None and not self.run.done.done():
            self.run.done.set_exception(ConnectionError())

    def heard(self, data: bytes) -> None:
        """Take one message of the page on its way."""
        run = self.run
        if run is None or run.done.done():
            return
        run.size += len(data)
        message = messages.read(data)
        run.errors += [message.error] if message.error else []
        # The page of the sources offers other snapshots to compare with: to offer one is not to show it.
        named = set() if message.choice else {name for name in self.found.names if name in data}
        told = self.told(run, message, Told(named, set(SNAPSHOT.findall(data)) if FOOT in data else set()))
        run.named |= told.named
        run.foot |= told.foot
        if message.finished is not None and message.finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self.end(run, message.finished)

    def told(self, run: Run, message: messages.Message, own: Told) -> Told:
        """Return what a message tells, or the one it stands for does; keep it as a browser would."""
        if message.refers_to:
            if message.refers_to not in self.kept:
                run.errors.append("a message nobody kept")
            _, own = self.kept.get(message.refers_to, (0, own))
        if kept_as := message.keep_as or message.refers_to:
            self.kept[kept_as] = (self.count, own)
        return own

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

"""The live line: what is sent arrives as it was, packed once for all, and leaves by the handful."""

import asyncio
import random
import zlib
from contextlib import asynccontextmanager

import pytest
import uvicorn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from smart7.serving import line
from smart7.serving.line import LEAST, Gathering, Line, packed
from smart7.serving.loop import Loop

WINDOWS = (9, 12, 15)


@asynccontextmanager
async def served(app, **options):
    """Serve an application on a free port of this machine; gives its address."""
    config = uvicorn.Config(app, port=0, ws=Line, lifespan="off", log_level="error", **options)
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"ws://127.0.0.1:{port}/"
    finally:
        server.should_exit = True
        await task


def sending(*messages, close=True):
    """Return an application that sends messages to everybody and closes the line."""

    async def app(scope, receive, send):
        await receive()
        await send({"type": "websocket.accept"})
        for message in messages:
            await send({"type": "websocket.send", "text" if isinstance(message, str) else "bytes": message})
        if close:
            await send({"type": "websocket.close"})
        else:
            while (await receive())["type"] != "websocket.disconnect":
                pass

    return app


def run(made):
    with asyncio.Runner(loop_factory=Loop) as runner:
        return runner.run(asyncio.wait_for(made, 30))


async def everything(address, **options):
    """Return all messages of a line until it is closed."""
    found = []
    async with connect(address, max_size=None, proxy=None, **options) as there:
        try:
            while True:
                found.append(await there.recv())
        except ConnectionClosed:
            return found


def text(size, seed=1):
    return " ".join(random.Random(seed).choices(("ขอนแก่น", "figure", "unit", "2569"), k=size // 7 + 1)).encode()[:size]


MESSAGES = [b"", b"x", text(LEAST - 1), text(LEAST), text(5_000), text(300_000), "ข้อความ", "ตัวเลข " * 900,
            random.Random(3).randbytes(70_000)]  # fmt: skip


@pytest.mark.parametrize("offer", [
    {"compression": None}, {}, *({"compression": None, "extensions": [ClientPerMessageDeflateFactory(
        server_max_window_bits=bits, client_max_window_bits=True)]} for bits in WINDOWS),
])  # fmt: skip
def test_every_browser_reads_what_was_sent_in_its_order(offer):
    async def exchange():
        async with served(sending(*MESSAGES)) as address:
            return await everything(address, **offer)

    assert run(exchange()) == MESSAGES


def test_a_server_told_not_to_pack_does_not():
    async def exchange():
        told = served(sending(text(9_000)), ws_per_message_deflate=False)
        async with told as address, connect(address, proxy=None) as there:
            return there.protocol.extensions, await there.recv()

    assert run(exchange()) == ([], text(9_000))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(min_size=1, max_size=4000) | st.text(max_size=2000).map(str.encode), st.sampled_from(WINDOWS))
def test_a_packed_message_reads_as_it_was_by_whoever_knows_no_other(message, bits):
    there = zlib.decompressobj(wbits=-bits)
    assert there.decompress(packed(message, bits) + b"\x00\x00\xff\xff") == message


def test_what_many_are_sent_is_packed_once(monkeypatch):
    made = []
    monkeypatch.setattr(line.zlib, "compressobj", lambda **how: made.append(how) or compress(**how))
    line._packed.clear()
    page = text(40_000, seed=11)

    async def exchange():
        async with served(sending(page)) as address:
            return await asyncio.gather(*(everything(address, compression=None, extensions=[
                ClientPerMessageDeflateFactory(client_max_window_bits=True)]) for _ in range(12)))  # fmt: skip

    assert run(exchange()) == [[page]] * 12
    assert len([how for how in made if how == {"wbits": -15}]) == 1


def test_what_is_kept_of_packed_messages_is_bounded():
    for seed in range(60):
        packed(random.Random(seed).randbytes(500_000), 15)
    assert line._packed.currsize <= line.MOST
    line._packed.clear()


def test_a_message_larger_than_a_page_is_sent_and_not_kept():
    line._packed.clear()
    message = random.Random(5).randbytes(line.LARGEST + 1000)

    async def exchange():
        async with served(sending(message)) as address:
            return await everything(address)

    assert run(exchange()) == [message]
    assert line._packed.currsize == 0


def test_messages_of_one_moment_leave_in_one_piece():
    there = Written()

    async def write():
        gathering = Gathering(there, asyncio.get_running_loop())
        for n in range(20):
            gathering.write(b"%d " % n)
        assert there.pieces == []
        await asyncio.sleep(0.05)
        gathering.write(b"next")
        await asyncio.sleep(0.05)

    run(write())
    assert there.pieces == [b"".join(b"%d " % n for n in range(20)), b"next"]


def test_a_line_that_closes_has_written_all_and_a_lost_one_is_not_written_to():
    closing, lost = Written(), Written()

    async def write():
        loop = asyncio.get_running_loop()
        first, second = Gathering(closing, loop), Gathering(lost, loop)
        first.write(b"last words")
        first.close()
        second.write(b"to nobody")
        lost.closed = True
        await asyncio.sleep(0.05)

    run(write())
    assert (closing.pieces, closing.closed, lost.pieces) == ([b"last words"], True, [])


class Written:
    """A transport that notes what is written."""

    def __init__(self):
        self.pieces, self.closed = [], False

    def write(self, data):
        assert not self.closed
        self.pieces.append(data)

    def close(self):
        self.closed = True

    def is_closing(self):
        return self.closed


compress = zlib.compressobj

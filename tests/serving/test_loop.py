"""The server's loop: it takes all that threads hand over, in order and soon, and looks for news seldom."""

import asyncio
import random
import selectors
import socket
import threading
import time

import pytest

from smart7.serving.loop import LOOK, MOMENT, Loop, Seldom


@pytest.fixture
def loop():
    made = Loop()
    yield made
    made.close()


def test_what_threads_hand_over_is_called_once_and_in_the_order_of_each(loop):
    called, threads, each = [], 8, 500

    def hand_over(who: int) -> None:
        chance = random.Random(who)
        for number in range(each):
            loop.call_soon_threadsafe(called.append, (who, number))
            if chance.random() < 0.05:
                time.sleep(chance.random() * 3 * MOMENT)

    async def until_all_came() -> None:
        hands = [threading.Thread(target=hand_over, args=(who,)) for who in range(threads)]
        for hand in hands:
            hand.start()
        while len(called) < threads * each:
            await asyncio.sleep(0.01)

    loop.run_until_complete(asyncio.wait_for(until_all_came(), 30))
    assert len(called) == threads * each
    for who in range(threads):
        assert [number for by, number in called if by == who] == list(range(each))


def test_nothing_handed_over_while_the_loop_goes_to_rest_lies_until_the_next_thing_comes(loop):
    """A thread hands over one thing at a time, around the moment at which the loop stops looking for more."""
    waits, chance = [], random.Random(7)

    def one_by_one() -> None:
        for _ in range(200):
            came, began = threading.Event(), time.monotonic()
            loop.call_soon_threadsafe(came.set)
            assert came.wait(5)
            waits.append(time.monotonic() - began)
            time.sleep(MOMENT * chance.uniform(0.9, 1.1))
        loop.call_soon_threadsafe(loop.stop)

    hand = threading.Thread(target=one_by_one)
    hand.start()
    loop.run_forever()
    hand.join()
    assert len(waits) == 200


def test_a_loop_at_rest_takes_the_first_thing_at_once_and_the_rest_by_the_handful(loop, monkeypatch):
    woken = []
    wake = loop._write_to_self
    monkeypatch.setattr(loop, "_write_to_self", lambda: (woken.append(1), wake()))
    came = []

    async def burst() -> None:
        await asyncio.to_thread(lambda: [loop.call_soon_threadsafe(came.append, n) for n in range(300)])
        while len(came) < 300:
            await asyncio.sleep(0)

    loop.run_until_complete(burst())
    assert came == list(range(300))
    assert len(woken) < 10


def test_what_was_called_off_is_not_called(loop):
    came = []
    loop.call_soon_threadsafe(came.append, "called off").cancel()
    loop.call_soon_threadsafe(came.append, "called")
    loop.call_soon_threadsafe(loop.stop)
    loop.run_forever()
    assert came == ["called"]


def test_a_fault_in_what_was_handed_over_is_told_and_the_rest_goes_on(loop):
    told, came = [], []
    loop.set_exception_handler(lambda _loop, about: told.append(type(about["exception"])))
    loop.call_soon_threadsafe(lambda: 1 / 0)
    loop.call_soon_threadsafe(came.append, "after it")
    loop.call_soon_threadsafe(loop.stop)
    loop.run_forever()
    assert (told, came) == ([ZeroDivisionError], ["after it"])


def test_a_closed_loop_says_so_as_every_loop_does():
    gone = Loop()
    gone.close()
    for _ in range(3):
        with pytest.raises(RuntimeError, match="closed"):
            gone.call_soon_threadsafe(print)


def test_with_work_at_hand_the_system_is_asked_for_news_once_a_while(monkeypatch):
    clock, asked = [100.0], []
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(selectors.DefaultSelector, "select", lambda _self, timeout: asked.append(timeout) or [])
    seldom = Seldom()
    for _ in range(50):
        seldom.select(0)
        clock[0] += LOOK / 10
    assert asked == [0] * 5
    seldom.select(None)
    seldom.select(LOOK)
    assert asked[5:] == [None, LOOK]
    seldom.close()


def test_who_writes_is_read_though_the_loop_always_has_work_at_hand(loop):
    here, there = socket.socketpair()
    here.setblocking(False)

    async def read() -> bytes:
        busy = True

        def work() -> None:
            if busy:
                loop.call_soon(work)

        work()
        there.send(b"news")
        found = await asyncio.wait_for(loop.sock_recv(here, 10), 5)
        busy = False
        return found

    assert loop.run_until_complete(read()) == b"news"
    here.close(), there.close()

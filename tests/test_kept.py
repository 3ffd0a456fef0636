"""What is kept: made once, however many ask for it at the same moment, and bounded."""

import threading
import time

import pytest

from smart7 import kept


def test_it_is_made_once_for_all_who_ask_at_the_same_moment():
    made, start = [], threading.Barrier(8)

    @kept.kept(10)
    def slow(name: str) -> str:
        made.append(name)
        time.sleep(0.05)
        return name.upper()

    found = []

    def ask():
        start.wait()
        found.append(slow("a"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == ["a"] and found == ["A"] * 8


def test_the_ones_used_longest_ago_make_room():
    made = []

    @kept.kept(2)
    def one(n: int) -> int:
        made.append(n)
        return n

    for n in (1, 2, 1, 3, 1, 2):
        assert one(n) == n
    assert made == [1, 2, 3, 2]


def test_where_things_are_weighed_all_together_weigh_no_more_than_was_said():
    made = []

    @kept.kept(10, len)
    def text(n: int) -> str:
        made.append(n)
        return n * "x"

    for n in (4, 5, 4, 3, 5, 4, 11, 11):
        assert text(n) == n * "x"
    assert made == [4, 5, 3, 5, 4, 11, 11] and text.cache.currsize <= 10


def test_a_text_is_kept_as_the_bytes_that_are_sent_and_weighed_as_such():
    made = []

    @kept.kept_as_sent(20, len)
    def text(n: int) -> str:
        made.append(n)
        return n * "ก"

    assert [text(n).decode() for n in (2, 4, 2, 6)] == ["กก", "กกกก", "กก", "กกกกกก"]
    assert made == [2, 4, 6] and text.cache.currsize == 18
    kept.forget()
    assert text(6) == 6 * "ก".encode() and made == [2, 4, 6, 6]


def test_what_failed_is_not_kept_and_keeps_nobody_waiting():
    tries = []

    @kept.kept(2)
    def fails(n: int) -> int:
        tries.append(n)
        raise ValueError(n)

    for _ in range(2):
        with pytest.raises(ValueError):
            fails(1)
    assert tries == [1, 1]


def test_what_is_at_hand_is_told_from_what_would_have_to_be_made():
    @kept.kept(2)
    def one(n: int) -> int:
        return n

    assert kept.at_hand(one, 1) is None
    one(1)
    assert kept.at_hand(one, 1) == 1
    kept.forget()
    assert kept.at_hand(one, 1) is None

"""Turns: a few at a time, nobody held up for ever, and whether anybody is there."""

import threading
import time

import pytest

from smart7.turn import Turns


def crowd(turns, visitors, work):
    """Let so many visitors come at once, each to do the same."""

    def visit():
        with turns.taken():
            work()

    threads = [threading.Thread(target=visit) for _ in range(visitors)]
    for thread in threads:
        thread.start()
    return threads


def test_no_more_work_at_a_time_than_there_are_turns():
    turns, lock, at_once = Turns(at_once=2, patience=60), threading.Lock(), []
    there = 0

    def work():
        nonlocal there
        with lock:
            there += 1
            at_once.append(there)
        time.sleep(0.01)
        with lock:
            there -= 1

    for thread in crowd(turns, 12, work):
        thread.join()
    assert len(at_once) == 12 and max(at_once) == 2


def test_a_run_that_takes_long_does_not_hold_up_the_others():
    turns, over, done = Turns(at_once=1, patience=0.05), threading.Event(), threading.Event()
    long = crowd(turns, 1, over.wait)
    while turns.quiet():
        time.sleep(0.001)
    (other,) = crowd(turns, 1, done.set)
    assert done.wait(20)
    over.set()
    for thread in (*long, other):
        thread.join()


def test_who_waits_for_another_process_lets_others_go_first():
    turns, done = Turns(at_once=1, patience=60), threading.Event()
    with turns.taken():
        with turns.let_go():
            (other,) = crowd(turns, 1, done.set)
            assert done.wait(20)
        other.join()


def test_a_turn_is_given_back_by_a_run_that_fails():
    turns = Turns(at_once=1, patience=60)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), turns.taken():
            raise ZeroDivisionError
    with turns.taken():
        assert turns.quiet() == 0
    assert turns.quiet() >= 0 and turns.runs == 4


def test_it_is_quiet_only_while_nobody_is_there():
    turns = Turns()
    with turns.taken():
        assert turns.quiet() == 0
    before = turns.quiet()
    time.sleep(0.01)
    assert turns.quiet() > before


def test_who_has_waited_longest_comes_next_and_nobody_who_has_just_come():
    turns, order, came = Turns(at_once=1, patience=60), [], threading.Semaphore(0)

    def visit(number):
        came.release()
        with turns.taken():
            order.append(number)

    with turns.taken():
        threads = []
        for number in range(20):
            threads.append(threading.Thread(target=visit, args=(number,)))
            threads[-1].start()
            came.acquire()
            while len(turns._waiting) <= number:
                time.sleep(0.0005)
    # At once, before any of those who wait was woken.
    with turns.taken():
        order.append("newcomer")
    for thread in threads:
        thread.join()
    assert order == [*range(20), "newcomer"]


def test_a_turn_that_was_not_waited_for_goes_to_the_next():
    turns, done, over = Turns(at_once=1, patience=0.05), threading.Event(), threading.Event()
    long = crowd(turns, 1, over.wait)
    while turns.quiet():
        time.sleep(0.001)
    with turns.taken():  # without a turn, its patience at an end
        pass
    over.set()
    for thread in long:
        thread.join()
    for thread in crowd(turns, 3, done.set):
        thread.join()
    assert turns._free == 1 and not turns._waiting

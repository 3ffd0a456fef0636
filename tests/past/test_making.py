"""A day in the past is put together one at a time, as often as one may ask, and never twice at once."""

import threading
from datetime import date, timedelta

import pytest

from smart7 import publish
from smart7.past import making
from smart7.past.making import Making, Refused
from smart7.words import past as words

DAY = date(2026, 3, 12)


@pytest.fixture
def gate():
    """Let builds wait until the test opens the gate."""
    opened = threading.Event()
    yield opened
    opened.set()


def test_who_asks_for_a_day_that_is_being_made_waits_for_the_same_work(gate):
    built = []

    def build(day):
        built.append(day)
        gate.wait(10)
        yield "built"

    found = Making(build)
    first = found.ask(DAY, "192.0.2.1")
    assert found.ask(DAY, "192.0.2.2") is first and not first.ended.is_set()
    gate.set()
    assert first.ended.wait(10) and built == [DAY] and not first.failed
    assert found.ask(DAY, None) is not first


def test_days_are_made_one_at_a_time_and_few_wait(gate):
    there, most = [0], [0]

    def build(_day):
        there[0] += 1
        most[0] = max(most[0], there[0])
        gate.wait(10)
        there[0] -= 1
        yield ""

    found = Making(build)
    jobs = [found.ask(DAY + timedelta(days=n), None) for n in range(making.WAITING)]
    with pytest.raises(Refused) as refused:
        found.ask(DAY - timedelta(days=1), None)
    assert refused.value.why == words.MANY_WAIT
    gate.set()
    assert all(job.ended.wait(10) for job in jobs) and most == [1]


def ask_often(found, times, address):
    """Ask for so many days, each done before the next; return how many were refused."""
    refused = 0
    for n in range(times):
        try:
            found.ask(DAY + timedelta(days=n), address(n)).ended.wait(10)
        except Refused as error:
            assert error.why == words.MANY_ASKED
            refused += 1
    return refused


def test_without_an_account_one_address_asks_for_a_few_days_an_hour():
    now = [0.0]
    found = Making(lambda _day: [], clock=lambda: now[0])
    assert ask_often(found, making.EACH + 2, lambda _: "192.0.2.1") == 2
    assert ask_often(found, 1, lambda _: "192.0.2.2") == 0
    now[0] = making.HOUR + 1
    assert ask_often(found, 1, lambda _: "192.0.2.1") == 0


def test_without_an_account_all_addresses_together_ask_for_a_number_of_days_an_hour():
    found = Making(lambda _day: [], clock=lambda: 0.0)
    assert ask_often(found, making.ALL + 3, lambda n: f"192.0.2.{n}") == 3
    assert ask_often(found, 5, lambda _: None) == 0  # whoever has an account may


def test_a_day_waits_for_another_process_that_makes_one():
    tried = []

    def build(day):
        tried.append(day)
        if len(tried) < 3:
            raise publish.AnotherDay("busy")
        return []

    job = Making(build, pause=lambda _: None).ask(DAY, None)
    assert job.ended.wait(10) and not job.failed and len(tried) == 3


def test_a_build_that_fails_is_over_and_said_to_have_failed(caplog):
    def build(_day):
        raise publish.BuildFailed("no room")

    found = Making(build)
    job = found.ask(DAY, None)
    assert job.ended.wait(10) and job.failed and "could not be put together" in caplog.text
    assert found.ask(DAY, None) is not job


def test_an_installation_that_only_reads_makes_no_day(monkeypatch):
    monkeypatch.setenv("SMART7_READONLY", "1")
    with pytest.raises(Refused) as refused:
        Making(lambda _day: []).ask(DAY, None)
    assert refused.value.why == words.READ_ONLY

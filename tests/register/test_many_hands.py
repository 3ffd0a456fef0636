"""Many hand in and approve at once while others read: nothing is lost or doubled, and nobody waits long.

The same as `manage.py bench register` measures, through the page over live lines, for two minutes. Only on a machine
that has nothing else to do do the times say something.
"""

from collections.abc import Iterator

import pytest

from smart7.ledger import audit
from tests.bench import machine, register_times
from tests.bench.register_times import HAND_IN, OFFICERS, READING, SECONDS, Load
from tests.bench.report import Line

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def load() -> Iterator[tuple[Load, Line, float]]:
    """Let everybody at a server of their own and publish; return what came of it, and how idle the machine was."""
    with register_times.ground() as address:
        idle = machine.idle_share(2.0) if machine.TIMES.exists() else 1.0
        found = register_times.loaded(address)
        yield found, register_times.published(), idle


def test_of_what_is_handed_in_nothing_is_lost_doubled_or_other_than_sent(load):
    found, *_ = load
    assert found.wrong == [] and not found.done.errors
    assert len(found.done.handed) >= OFFICERS * SECONDS / register_times.EVERY * 0.9 and found.done.approved


def test_what_was_approved_is_in_service_after_a_publish(load):
    found, published, _ = load
    assert (published.measured, audit.verify()) == (0, "")
    assert register_times.unlike(found.plan, found.done) == []


def test_a_hand_in_takes_seconds_and_readers_wait_hardly_longer_than_alone(load):
    found, _, idle = load
    told = "\n".join(f"{line.what}: {line.measured}" for line in register_times.lines(found))
    if idle < machine.IDLE_SHARE:
        pytest.skip(f"other programs keep the machine busy, so these say nothing:\n{told}")
    assert register_times.within(found.done.seconds["whole"]) <= HAND_IN, told
    assert found.busy["p95"] <= READING * found.quiet["p95"], told
    assert not found.busy["errors"], told

"""Two servers over one data folder that publish at once: what was approved is published whole and once, or refused."""

import os
import shutil
import subprocess
import sys
from datetime import date

import pytest

from smart7 import store
from smart7.ledger import audit, book, handed
from smart7.register import publish, steps
from smart7.register.rights import Person
from smart7.words import steps as words
from tests.handing import cell, checked, on, town_of_register

MONTH = date(2026, 8, 1)
OFFICER = Person("ofi", "Officer", "officer", "division-1")
APPROVER = Person("app", "Approver", "approver", "division-1")
# A process as one of the servers: it waits for its turn, publishes as a page does, and says what came of it.
PUBLISHES = """
import sys
from smart7.register import publish
from smart7.register.rights import Person, Refused
who = Person("app", "Approver", "approver", "division-1")
print("ready", flush=True)
sys.stdin.readline()
try:
    print("published", *publish.publish(who), sep="\\n", flush=True)
except Refused as refused:
    print("refused", refused.why.en, sep="\\n", flush=True)
"""


@pytest.fixture(scope="module")
def built(new_town):
    """Build a small town once, for the tests of this file to copy."""
    return town_of_register(new_town()).build().folder


@pytest.fixture
def town(kept_in, built, tmp_path, monkeypatch):
    """Return a copy of the town with its snapshot in service and an empty ledger."""
    folder = shutil.copytree(built, tmp_path / "town")
    monkeypatch.setenv("SMART7_DATA", str(folder))
    yield folder
    store.close_all()


def approved(indicator, value):
    """Hand in one figure, let it be approved, and return the submission."""
    with on(date.today()):
        submission = steps.hand_in(OFFICER, checked("division-1", MONTH, cells=(cell(indicator, value),)))
        steps.approve(APPROVER, [submission])
    return submission


def test_two_servers_that_publish_at_once_publish_each_figure_once_and_whole(town):
    submissions = [approved("visits", 120), approved("bins", 60)]
    given = {**os.environ, "PYTHONPATH": str(store.ROOT)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": store.ROOT, "env": given}
    servers = [subprocess.Popen([sys.executable, "-c", PUBLISHES], **pipes) for _ in range(2)]
    assert [server.stdout.readline() for server in servers] == ["ready\n", "ready\n"]
    for server in servers:
        server.stdin.write("go\n")
        server.stdin.flush()
    ends = [server.communicate()[0].splitlines() for server in servers]
    assert all(server.returncode == 0 for server in servers)
    said = sorted(end[0] for end in ends)
    assert said in (["published", "refused"], ["published", "published"])
    for end in ends:
        assert end[0] == "published" or end[1] == words.BUSY.en
        # Whoever came after the other had finished found nothing left to do.
    with book.opened() as ledger:
        for one in submissions:
            states = [step[0] for step in handed.steps(ledger, one)]
            assert states == ["handed_in", "approved", "publishing", "published"]
            assert handed.get(ledger, one).snapshot_id == store.named()
    assert audit.verify() == "" and store.sound(store.named())
    with store.cursor(store.named()) as cursor:
        found = cursor.execute(
            "select value from observations where source_id = 'register' and period_start = $month order by value",
            {"month": MONTH},
        ).fetchall()
    assert [value for (value,) in found if value in (60, 120)] == [60, 120]


def test_who_published_second_has_nothing_left_to_do(town):
    approved("visits", 120)
    list(publish.publish(APPROVER))
    assert list(publish.publish(APPROVER)) == [words.NOTHING.both()]

"""Hostile statements, each beside a page's query: none reads outside, writes, hangs, or disturbs another reader."""

import threading
import time
from pathlib import Path

import pytest

from smart7 import queries, store
from smart7.sandbox.run import Limits, Result, Run, close_all
from tests.sandbox.hostile import FIRST, REST, Attempt

TOKEN = "tok3n-of-the-house"
LIMITS = Limits(seconds=1.5)
SLACK = 6
"""Seconds that starting a child and ending it may take on a busy machine, beyond the limit."""


@pytest.fixture
def house(snapshot, tmp_path, monkeypatch):
    """Return a folder with a secret beside the snapshot, and a secret in the environment."""
    (tmp_path / "secret.csv").write_text(f"a,b\n{TOKEN},1\n", "utf-8")
    monkeypatch.setenv("SECRET_OF_THE_HOUSE", TOKEN)
    yield tmp_path
    close_all()


def written(attempt: Attempt, house: Path) -> str:
    """Return a statement with its paths filled in."""
    return attempt.sql.replace("{secret}", str(house / "secret.csv")).replace("{out}", str(house / "out.csv"))


def told(run: Run) -> tuple[str, str]:
    """Return how a statement ended, and everything that came back of it."""
    if isinstance(run.outcome, Result):
        return "fine", repr((run.outcome, run.page(0, 100)))
    return (run.outcome.rule if run.outcome.kind == "refused" else run.outcome.kind), repr(run.outcome)


class Reader(threading.Thread):
    """A visitor whose page asks the same all the while."""

    def __init__(self, snapshot):
        super().__init__(daemon=True)
        self.snapshot, self.done, self.odd, self.times = snapshot, threading.Event(), [], 0
        self.usual = self.ask()

    def ask(self):
        return queries.run(self.snapshot, "sources/checks", lang="th").to_csv()

    def run(self):
        while not self.done.is_set():
            try:
                if self.ask() != self.usual:
                    self.odd.append("other rows")
            except Exception as error:
                self.odd.append(repr(error))
            self.times += 1
            time.sleep(0.02)

    def stop(self):
        self.done.set()
        self.join()
        return self.odd


def hold(attempt: Attempt, snapshot: str, house: Path) -> None:
    """Run one statement beside a page and hold it to everything."""
    file = store.path_of(snapshot)
    before = (file.stat().st_size, file.stat().st_mtime_ns, sorted(file.parent.iterdir()))
    reader = Reader(snapshot)
    reader.start()
    began = time.monotonic()
    run = Run(snapshot, written(attempt, house), {}, LIMITS)
    assert run.wait(LIMITS.seconds + SLACK), "it hangs"
    took = time.monotonic() - began
    ended, everything = told(run)
    run.close()
    assert ended in attempt.ends.split()
    assert TOKEN not in everything
    assert took < LIMITS.seconds + SLACK
    assert not (house / "out.csv").exists()
    assert (file.stat().st_size, file.stat().st_mtime_ns, sorted(file.parent.iterdir())) == before
    assert reader.stop() == [] and reader.times


@pytest.mark.parametrize("attempt", FIRST, ids=lambda attempt: attempt.sql[:60])
def test_a_hostile_statement_comes_to_nothing(attempt, snapshot, house):
    hold(attempt, snapshot, house)


@pytest.mark.slow
@pytest.mark.parametrize("attempt", REST, ids=lambda attempt: ascii(attempt.sql[:60]))
def test_another_hostile_statement_comes_to_nothing(attempt, snapshot, house):
    hold(attempt, snapshot, house)


def test_there_are_enough_of_them_and_none_twice():
    statements = [attempt.sql for attempt in (*FIRST, *REST)]
    assert len(set(statements)) == len(statements) >= 60


def test_the_secret_can_be_read_where_nothing_guards_it(house):
    assert TOKEN in (house / "secret.csv").read_text("utf-8")

"""From a figure handed in to a figure in the snapshot; what fails or is killed on the way leaves nothing half done."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import date

import pytest

from smart7 import publish as builds
from smart7 import store
from smart7.alone import alone
from smart7.ingest import build as ingest
from smart7.ingest import shelf
from smart7.ledger import audit, book, evidence, handed
from smart7.register import publish, steps
from smart7.register.rights import READER, Person, Refused
from smart7.words import steps as words
from tests.handing import cell, checked, on, town_of_register
from tests.served import Kept

MONTH = date(2026, 8, 1)
OFFICER = Person("ofi", "Officer", "officer", "division-1")
APPROVER = Person("app", "Approver", "approver", "division-1")


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


def approved(value: float = 120, indicator: str = "visits", day: date | None = None) -> str:
    """Hand in one figure, let it be approved, and return the submission."""
    with on(day or date.today()):
        submission = steps.hand_in(OFFICER, checked("division-1", MONTH, cells=(cell(indicator, value),)))
        steps.approve(APPROVER, [submission])
    return submission


def state_of(submission: str) -> str:
    """Return the state of a submission as it stands in the ledger."""
    with book.opened() as ledger:
        found = handed.get(ledger, submission)
    return "publishing" if found.publishing else found.state


def in_service(indicator: str = "visits", also: str = "and known_to is null") -> list[float]:
    """Return the figures of the month in the snapshot in service, those held true or all of them."""
    sql = (
        f"select value from observations where indicator_id = $id and period_start = $month {also} order by known_from"  # noqa: S608
    )
    with store.cursor(store.named()) as cursor:
        return [value for (value,) in cursor.execute(sql, {"id": indicator, "month": MONTH}).fetchall()]


# --- all is well


def test_a_figure_goes_from_a_unit_into_the_snapshot(town):
    submission, before = approved(), store.named()
    assert in_service() == [100]
    said = list(publish.publish(APPROVER))
    assert in_service() == [120] and store.named() != before and store.bare(store.named())
    assert state_of(submission) == "published" and any(store.named() in line for line in said)
    with book.opened() as ledger:
        assert handed.get(ledger, submission).snapshot_id == store.named()
    acts = [one.after.split()[0] for one in audit.read(act="publish")]
    assert (acts, audit.verify()) == (["published", "publishing"], "")


def test_a_correction_leaves_the_figure_before_it_with_the_time_it_was_believed(town, in_process):
    first = approved(120, day=date(2026, 10, 5))
    list(publish.publish(APPROVER))
    second = approved(130, day=date(2026, 10, 9))
    assert (state_of(first), in_service()) == ("published", [120])
    list(publish.publish(APPROVER))
    assert [state_of(one) for one in (first, second)] == ["superseded", "published"]
    assert (in_service(), in_service(also="")) == ([130], [100, 120, 130])


def test_where_nothing_waits_nothing_is_built(town, in_process):
    before = store.named()
    assert list(publish.publish(APPROVER)) == [words.NOTHING.both()]
    assert store.named() == before and audit.read() == []


@pytest.mark.parametrize("who", [READER, OFFICER, Person("e", "E", "editor", "")], ids=lambda who: who.role)
def test_only_those_who_may_publish(town, who):
    submission = approved()
    with pytest.raises(Refused):
        list(publish.publish(who))
    assert state_of(submission) == "approved"


def test_one_publishes_at_a_time(town):
    submission = approved()
    with alone(town / publish.ROOM), pytest.raises(Refused, match="under way already"):
        list(publish.publish(APPROVER))
    assert state_of(submission) == "approved"


def test_the_command_publishes_and_says_so(town, in_process, capsys):
    submission = approved()
    assert publish.main([]) == 0
    assert state_of(submission) == "published" and store.named() in capsys.readouterr().out
    assert {one.who for one in audit.read(act="publish")} == {"console"}


# --- a build that fails


def test_a_failed_build_leaves_everything_as_it_was_and_says_why(town, in_process, capsys):
    submission, before = approved(), (store.named(), in_service())
    broken = town / "catalog" / "units.csv"
    sound = broken.read_bytes()
    broken.write_bytes(sound + b"not a unit\n")
    assert publish.main([]) == 1
    assert words.NOT_PUBLISHED.en in capsys.readouterr().out
    assert (store.named(), in_service()) == before and state_of(submission) == "approved"
    with book.opened() as ledger:
        assert "units.csv" in handed.get(ledger, submission).said
    # A build for another reason does not bring it into service.
    broken.write_bytes(sound)
    ingest.build(ingest.Options(town, date.today(), with_sample=False))
    assert in_service() == [100]
    list(publish.publish(APPROVER))
    assert (state_of(submission), in_service()) == ("published", [120])


def test_what_was_in_service_all_the_same_stays_published_when_going_on_fails(town, in_process, monkeypatch):
    submission = approved()
    with monkeypatch.context() as cut, pytest.raises(KeyboardInterrupt):
        cut.setattr(publish, "settle", lambda *given: (_ for _ in ()).throw(KeyboardInterrupt))
        list(publish.publish(APPROVER))
    assert (state_of(submission), in_service()) == ("publishing", [120])
    broken = town / "catalog" / "units.csv"
    broken.write_bytes(broken.read_bytes() + b"not a unit\n")
    other = approved(50, "bins")
    with pytest.raises(builds.BuildFailed):
        list(publish.publish(APPROVER))
    assert [state_of(one) for one in (submission, other)] == ["published", "approved"]
    assert in_service() == [120]


# --- killed at every step

# Reads numbers; for each, forks a process that is killed at the step of that number, a step being just before or just
# after something is written; writes how it ended. A number of 0 lets it come to its end.
KILLED = """
import sys
from datetime import date
from smart7 import publish as builds, store, whole
from smart7.ingest import build as ingest, handed as approved, shelf
from smart7.ledger import audit, evidence, handed
from smart7.register import publish, steps
from smart7.register.rights import Person
from tests import killing
from tests.handing import cell, checked
def quick(*, as_before):
    # Which snapshot a build would make is known by what it would read of the ledger.
    folder = store.data_folder()
    shelf.move_current(folder / "snapshots", sys.argv[2] if approved.rows(folder, date.today()) else sys.argv[1])
    yield "built"
def whole_build(*, as_before):
    yield ingest.build(ingest.Options(store.data_folder(), date.today(), False))
builds.build = whole_build if sys.argv[3] == "build" else quick
def hand_in():
    cells = (cell("visits", 120.0), cell("bins", 60.0))
    given = checked("division-1", date(2026, 8, 1), cells=cells)
    files = [("a.csv", b"1"), ("b.csv", b"2")]
    return steps.hand_in(Person("ofi", "Officer", "officer", "division-1"), given, "note", files) and 0
ticked = [(handed, "decide"), (audit, "note"), (whole, "put"), (whole, "move"), (handed, "add"), (evidence, "keep"),
          (publish, "begin"), (publish, "settle"), (steps, "enter")]
for home, name in ticked:
    killing.ticking(home, name)
killing.serve(lambda nth: hand_in() if sys.argv[3] == "hand_in" else publish.main([]))
"""
# Every fourth step in the gate, every step in `--slow`.
EVERY = [4, pytest.param(1, marks=pytest.mark.slow)]
KILLS = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed like this on Windows")


class Killer:
    """Runs an act again and again and has it killed at a step."""

    def __init__(self, folder, ledger: Kept, *arguments: str) -> None:
        self.folder, self.ledger = folder, ledger
        self.snapshots = {path.name for path in (folder / "snapshots").iterdir()}
        self.current = (folder / "snapshots" / "current").read_bytes()
        self.child = subprocess.Popen(
            [sys.executable, "-c", KILLED, *arguments], cwd=store.ROOT, text=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(store.ROOT)},
        )  # fmt: skip

    def afresh(self) -> None:
        """Put everything back."""
        store.close_all()
        self.ledger.put_back()
        shutil.rmtree(self.folder / "evidence", ignore_errors=True)
        for path in (self.folder / "snapshots").iterdir():
            if path.name not in self.snapshots:
                path.unlink()
        (self.folder / "snapshots" / "current").write_bytes(self.current)

    def run(self, nth: int) -> int:
        """Run the act, killed at a step or, for 0, to its end; return how it ended."""
        print(nth, file=self.child.stdin, flush=True)
        return int(self.child.stdout.readline())


@pytest.fixture
def killer(town, keeping):
    """Return a maker of killers, ended with the test; what they put back is as it was kept, or else as it stands."""
    made = []

    def make(*arguments: str, ledger: Kept | None = None) -> Killer:
        made.append(Killer(town, ledger or keeping(), *arguments))
        return made[-1]

    yield make
    for one in made:
        one.child.stdin.close()
        one.child.wait()


def killed_at_every_step(killer: Killer, submission: str, every: int = 1) -> int:
    """Kill publishing at one step after the other and go on each time; return how many steps there are."""
    nth, ended = 1, -signal.SIGKILL
    while True:
        killer.afresh()
        ended = killer.run(nth)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        # Published is what is in service, whatever else.
        assert state_of(submission) in ("approved", "publishing", "published")
        assert in_service() in ([100], [120]) and (state_of(submission) != "published" or in_service() == [120])
        assert state_of(submission) != "approved" or in_service() == [100]
        assert killer.run(0) == 0
        assert (state_of(submission), in_service(), audit.verify()) == ("published", [120], "")
        with book.opened() as ledger:
            assert [step[0] for step in handed.steps(ledger, submission)].count("published") == 1
        nth += every
    return nth


@KILLS
@pytest.mark.parametrize("every", EVERY)
def test_killed_at_any_step_publishing_loses_nothing_and_goes_on(town, in_process, killer, keeping, every):
    before, submission = store.named(), approved()
    ledger = keeping()
    list(publish.publish(APPROVER))
    after = store.named()
    store.close_all()
    shelf.move_current(town / "snapshots", before)
    assert killed_at_every_step(killer(before, after, "publish", ledger=ledger), submission, every) > 12


@KILLS
@pytest.mark.slow
def test_killed_at_any_step_of_the_build_too_publishing_loses_nothing_and_goes_on(town, killer):
    submission = approved()
    assert killed_at_every_step(killer("", "", "build"), submission) > 20


@KILLS
@pytest.mark.parametrize("every", EVERY)
def test_killed_at_any_step_a_hand_in_is_whole_or_not_there_and_is_there_once_when_it_is_sent_again(
    town, killer, every
):
    killing, nth = killer("", "", "hand_in"), 1 - every
    while True:
        nth += every
        killing.afresh()
        if killing.run(nth) == 0:
            break
        for again in (False, True):
            if again:
                assert killing.run(0) == 0
            with book.opened() as ledger:
                found = handed.every(ledger)
                assert len(found) == 1 if again else len(found) < 2
                for one in found:
                    assert one.state == "handed_in" and len(handed.figures(ledger, one.submission_id)) == 2
                    files = handed.files(ledger, one.submission_id)
                    assert [evidence.content_of(file.file) for file in files] == [b"1", b"2"]
            assert len(audit.read()) == len(found) and audit.verify() == ""
    assert nth > 12


# --- as known at


def test_what_was_known_at_a_day_is_built_beside_what_is_in_service_and_found_again(town, in_process):
    approved(120, day=date(2026, 10, 5))
    approved(130, day=date(2026, 10, 9))
    list(publish.publish(APPROVER))
    in_force, known = store.named(), {}
    for day, value in ((4, 100), (5, 120)):
        then = date(2026, 10, day)
        assert store.as_known(then) is None
        assert ingest.main(["--data", str(town), "--as-known-at", then.isoformat()]) == 0
        known[day] = store.as_known(then)
        sql = "select value, s.as_of from observations, snapshot as s where period_start = $month and known_to is null"
        with store.cursor(known[day]) as cursor:
            found = cursor.execute(f"{sql} and indicator_id = 'visits'", {"month": MONTH}).fetchall()
        assert found == [(value, then)]
    assert store.named() == in_force == store.current_id() and in_force in store.kept()
    assert not set(known.values()) & set(store.kept()) and all(store.readable(one) for one in known.values())
    path = store.path_of(known[5])
    made = path.stat().st_ino
    assert ingest.main(["--data", str(town), "--as-known-at", "2026-10-05"]) == 0
    assert (path.stat().st_ino, store.as_known(date(2026, 10, 5))) == (made, known[5])


def test_a_day_is_built_in_a_process_of_its_own_one_at_a_time(town):
    with alone(town / ".known"), pytest.raises(builds.BuildFailed, match="another day"):
        list(builds.as_known(date(2026, 10, 5)))
    said = list(builds.as_known(date(2026, 10, 5)))
    assert store.as_known(date(2026, 10, 5)) in said[-1]
    assert store.as_known(date(2026, 10, 6)) is None

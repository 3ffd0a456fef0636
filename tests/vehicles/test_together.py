"""Whatever ends a take, a kill or a full disk, all of it is there or nothing, and none of it twice."""

import itertools
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from smart7 import fleet, whole
from smart7.alone import alone
from smart7.vehicles import forget, keep, take, together
from smart7.vehicles.refused import Refused
from tests import disks
from tests.vehicles import sending
from tests.vehicles.sending import DAY, FEED, NOON

ROOT = Path(__file__).parents[2]
# Reads numbers; for each, forks a process that takes what there is and is killed at that step.
KILLED = """
import shutil, sys
from pathlib import Path
from smart7 import whole
from smart7.vehicles import __main__ as commands
from tests import killing
for home, name in ((Path, "replace"), (Path, "unlink"), (whole, "flush"), (whole, "settle"), (shutil, "rmtree")):
    killing.ticking(home, name)
killing.serve(lambda nth: commands.main(sys.argv[1:]))
"""


@pytest.fixture
def data(tmp_path):
    """Make a town with a day that was taken, and what is to be taken next: more of that day, and another one."""
    data = sending.town(tmp_path / "data")
    take.take(data, FEED, [sending.folder(tmp_path / "first", sending.drive(range(NOON, NOON + 60, 15)))])
    fleet.write(data, FEED)
    more = sending.drive(range(NOON + 60, NOON + 120, 15)) | sending.drive(range(NOON + 86_400, NOON + 86_460, 15))
    more |= {"odd.pb": sending.message(NOON, {"lat": 0.0})}
    more |= {"boxes.csv": sending.table(["80-9,02/11/2569 12:00:00,16.4,102.8,36", "80-9,,16.4,102.8,36"])}
    sending.folder(tmp_path / "more", more)
    return data


def state(data: Path) -> tuple[object, ...]:
    """Return all that a take changes: rows, what was left out, and how many files are known."""
    rows = sorted(tuple(map(str, row.values())) for row in sending.rows(data))
    return tuple(rows), tuple(sorted(sending.left(data).items())), len(known(data))


def known(data: Path) -> list[str]:
    return keep.taken(data, "city_bus").read_text("utf-8").splitlines()


def restore(folder: Path, files: dict[str, bytes]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed like this on Windows")
def test_killed_at_any_step_a_take_loses_no_whole_file_and_doubles_none(data, tmp_path):
    start, old = disks.everything(data / "vehicles"), state(data)
    home = data / "vehicles" / "city_bus"
    left, again, nth, ended = set(), set(), 0, -signal.SIGKILL
    line = ["take", "city_bus", str(tmp_path / "more")]
    with subprocess.Popen([sys.executable, "-c", KILLED, *line], cwd=ROOT, text=True, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          env=os.environ | {"SMART7_DATA": str(data)}) as killer:  # fmt: skip
        while ended == -signal.SIGKILL:
            restore(data / "vehicles", start)
            nth += 1
            print(nth, file=killer.stdin, flush=True)
            ended = int(killer.stdout.readline())
            together.settle(home)
            left.add(state(data))
            if nth % 9 == 1:
                take.take(data, FEED, [tmp_path / "more"])
                again.add(state(data))
        killer.stdin.close()
    new = state(data)
    assert (ended, left, again) == (0, {old, new}, {new})
    assert nth > 30
    assert new != old


def test_whatever_step_a_full_disk_refuses_a_take_can_be_done_again(data, tmp_path):
    start, old = disks.everything(data / "vehicles"), state(data)
    left = set()
    for nth in itertools.count(1):
        restore(data / "vehicles", start)
        said = refused_at(nth, data, tmp_path / "more")
        left.add(state(data))
        if said is None:
            break
        assert is_true(said, state(data) == old)
    assert nth > 5 and old in left and len(left) == 2


def refused_at(nth: int, data: Path, files: Path) -> str | None:
    """Take files while the n-th step fails for want of room; return what is said, None where it is not reached."""
    with pytest.MonkeyPatch.context() as patch:
        reached = disks.failing_at(patch, nth)
        try:
            take.take(data, FEED, [files])
        except (whole.CannotWrite, Refused) as error:
            return str(error)
        return "" if reached() else None


def is_true(said: str, as_before: bool) -> bool:
    """Return whether what is said of a refusal is so; nothing is said where all of it was taken all the same."""
    nothing, part = "Nothing was changed" in said, "A part is taken and stays" in said
    return nothing == as_before and part == (bool(said) and not as_before)


def test_a_take_in_several_steps_says_nothing_was_changed_only_where_that_is_so(data, tmp_path, monkeypatch):
    monkeypatch.setattr(take, "MOST_ROWS", 1)
    monkeypatch.setattr(take, "TOGETHER", 0)
    files = sending.folder(tmp_path / "few", sending.drive(range(NOON + 60, NOON + 90, 15)))
    start, old = disks.everything(data / "vehicles"), state(data)
    told, left, again = set(), set(), set()
    for nth in itertools.count(1, 3):
        restore(data / "vehicles", start)
        said = refused_at(nth, data, files)
        left.add(state(data))
        if said is None:
            break
        assert is_true(said, state(data) == old), said
        told.add(said.rpartition(". ")[2])
        if said and nth % 9 == 1:
            take.take(data, FEED, [files])
            again.add(state(data))
    assert len(left) > 2 and again == {state(data)}
    assert told == {"", "Nothing was changed.", "A part is taken and stays; take the same again for the rest."}


def test_a_disk_that_is_full_says_so_in_one_sentence_and_is_as_it_was(tmp_path):
    polls = sending.folder(tmp_path / "polls", sending.drive(range(NOON, NOON + 60_000, 15), vehicles=20))
    with disks.small(tmp_path / "disk", 2) as place:
        data = sending.town(place / "data")
        keep.key(data)
        disks.fill(place, 300_000)
        with pytest.raises(whole.CannotWrite):
            take.take(data, FEED, [polls])
        assert set(disks.everything(data / "vehicles")) == {"key", ".lock"}


def test_one_command_at_a_time(data, tmp_path):
    with alone(fleet.room(data)), pytest.raises(Refused, match="Another command"):
        take.take(data, FEED, [tmp_path / "more"])


def test_what_was_cut_off_after_its_note_is_finished_by_the_next_command(data):
    home = data / "vehicles" / "city_bus"
    room = together.begin(home)
    (room / "draft").write_bytes(b"new")
    whole.write(room / together.NOTE, b'{"positions/x.parquet": "draft", "taken.csv": null}')
    assert together.settle(home)
    assert (home / "positions" / "x.parquet").read_bytes() == b"new"
    assert not (home / "taken.csv").exists()
    assert not together.settle(home)


def test_days_that_are_forgotten_leave_their_sums_and_their_counts(data, tmp_path):
    take.take(data, FEED, [tmp_path / "more"])
    made = keep.aggregates(data, "city_bus", DAY)
    sending.folder(made, dict.fromkeys(("placed.parquet", "passes.parquet", "driven_trips.parquet", "made"), b"x"))
    left = sending.left(data)
    assert forget.forget(data, "city_bus", DAY.replace(day=3)) == 1
    assert [day.day for day in keep.days(data, "city_bus")] == [3]
    assert sorted(path.name for path in made.iterdir()) == ["driven_trips.parquet", "made"]
    assert sending.left(data) == left
    assert take.take(data, FEED, [tmp_path / "more"]).files == 0


def test_nothing_is_forgotten_while_days_are_measured_and_what_a_killed_one_left_goes_too(data, tmp_path):
    take.take(data, FEED, [tmp_path / "more"])
    home = data / "vehicles" / "city_bus"
    with alone(home / "days"), pytest.raises(Refused, match="Another command"):
        forget.forget(data, "city_bus", DAY.replace(day=3))
    assert DAY in keep.days(data, "city_bus")
    sending.folder(home / ".making" / "2026-11-02-1", {"placed.parquet": b"x"})
    forget.forget(data, "city_bus", DAY.replace(day=3))
    assert not (home / ".making").exists() and DAY not in keep.days(data, "city_bus")


def test_a_day_that_is_not_over_is_not_forgotten(data):
    with pytest.raises(Refused, match="closed"):
        forget.forget(data, "city_bus", DAY.replace(year=2999))

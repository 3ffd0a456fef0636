"""The folder of a day takes its place whole: whatever ends that, a kill or a disk, a day that was there is there."""

import errno
import itertools
import os
import shutil
from pathlib import Path

import pytest

from smart7 import fleet, whole
from smart7.vehicles import forget, keep, making
from tests import disks, killing
from tests.vehicles import sending
from tests.vehicles.sending import DAY

FEED = "city_bus"
NAMES = (*keep.OF_VEHICLES, "driven_days.parquet", keep.MADE)


def drafted(data: Path) -> tuple[Path, Path]:
    """Make a day of a feed anew, of old content, with a draft of new content; return draft and place."""
    shutil.rmtree(data, ignore_errors=True)
    keep.write_positions(keep.positions(data, FEED, DAY), [keep.POSITIONS.empty_table()])
    home = sending.folder(keep.aggregates(data, FEED, DAY), dict.fromkeys(NAMES, b"old"))
    aside = fleet.folder(data, FEED) / making.MAKING / f"{DAY}-123"
    return sending.folder(aside, dict.fromkeys(NAMES, b"new")), home


def swapped(draft: Path, home: Path, at: int) -> bool:
    """Let a draft take its place in a process that is killed at a step; return whether it was done before."""
    child = os.fork()
    if not child:
        killing.STEPS.update(done=0, last=at)
        for owner, name in ((Path, "rename"), (making, "exchanged"), (shutil, "rmtree"), (whole, "settle")):
            killing.ticking(owner, name)
        try:
            making.swap(draft, home)
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


@pytest.fixture(params=["one step", "two steps"])
def ways(request, monkeypatch):
    """Let folders change places as the system has it, and as one that has no single step for it."""
    if request.param == "two steps":
        monkeypatch.setattr(making, "exchanged", lambda one, other: False)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed like this on Windows")
@pytest.mark.usefixtures("ways")
def test_killed_at_any_step_a_day_is_the_old_one_or_the_new_one_and_its_sums_are_never_forgotten(tmp_path):
    for at in itertools.count(1):
        draft, home = drafted(tmp_path / "data")
        done = swapped(draft, home, at)
        assert forget.forget(tmp_path / "data", FEED, DAY.replace(day=3)) == 1
        left = disks.everything(home)
        assert set(left) == {"driven_days.parquet", keep.MADE} and len(set(left.values())) == 1
        assert not draft.parent.exists()
        if done:
            break
    assert at > 4 and set(left.values()) == {b"new"}


@pytest.mark.usefixtures("ways")
def test_what_a_disk_refuses_leaves_the_day_that_was_there(tmp_path, monkeypatch):
    draft, home = drafted(tmp_path / "data")
    before = disks.everything(home)
    real = Path.rename

    def rename(self, to):
        if self == draft:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return real(self, to)

    monkeypatch.setattr(Path, "rename", rename)
    try:
        making.swap(draft, home)
    except OSError:
        assert disks.everything(home) == before
    else:
        assert set(disks.everything(home).values()) == {b"new"}, "as one step nothing is renamed"

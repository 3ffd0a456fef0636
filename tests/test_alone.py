"""One command at a time in a folder, whoever runs it."""

import os
import threading

import pytest

from smart7 import whole
from smart7.alone import Busy, alone
from smart7.words import disk as words
from tests import disks


def test_a_second_one_is_kept_out_until_the_first_is_done(tmp_path):
    with alone(tmp_path / "room"), pytest.raises(Busy), alone(tmp_path / "room"):
        raise AssertionError("it went in")
    with alone(tmp_path / "room"):
        assert (tmp_path / "room" / ".lock").exists()


def test_one_that_waits_comes_in_when_the_first_is_done(tmp_path):
    done = []

    def second() -> None:
        with alone(tmp_path, waits=True):
            done.append("second")

    with alone(tmp_path):
        waiting = threading.Thread(target=second)
        waiting.start()
        done.append("first")
    waiting.join()
    assert done == ["first", "second"]


def test_a_folder_that_takes_no_lock_is_told(tmp_path):
    with disks.small(tmp_path / "disk", 1) as place:
        os.system(f"mount -o remount,ro {place}")
        with pytest.raises(whole.CannotWrite) as refused, alone(place / "room"):
            raise AssertionError("it went in")
    assert refused.value.why == words.READ_ONLY


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root makes files for others")
def test_a_lock_that_root_makes_belongs_to_who_owns_the_folder(tmp_path):
    os.chown(tmp_path, 4321, 4322)
    with alone(tmp_path):
        about = (tmp_path / ".lock").stat()
    assert (about.st_uid, about.st_gid) == (4321, 4322)

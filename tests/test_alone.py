"""One command at a time in a folder, whoever runs it."""

import os

import pytest

from smart7.alone import Busy, alone


def test_a_second_one_is_kept_out_until_the_first_is_done(tmp_path):
    with alone(tmp_path / "room"), pytest.raises(Busy), alone(tmp_path / "room"):
        raise AssertionError("it went in")
    with alone(tmp_path / "room"):
        assert (tmp_path / "room" / ".lock").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root makes files for others")
def test_a_lock_that_root_makes_belongs_to_who_owns_the_folder(tmp_path):
    os.chown(tmp_path, 4321, 4322)
    with alone(tmp_path):
        about = (tmp_path / ".lock").stat()
    assert (about.st_uid, about.st_gid) == (4321, 4322)

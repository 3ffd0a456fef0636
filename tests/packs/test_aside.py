"""Files take their places all together or not at all, and what killed processes left is swept."""

import argparse
import os
import time
from pathlib import Path

import pytest

from smart7 import whole
from smart7.packs import __main__ as command
from smart7.packs import aside, bundle
from tests import disks

NAMES = ("a.pdf", "b.pdf", "c.pdf")


def drafts(*given):
    """Write the files of a pack, as the command asks for them."""
    for name in NAMES:
        yield Path(whole.write(given[-1] / name, b"new"))


@pytest.fixture
def pack(tmp_path, monkeypatch):
    """Return what makes a pack of three small files in a folder."""
    monkeypatch.setattr(command, "drafts", drafts)
    return lambda: command.make(None, argparse.Namespace(out=tmp_path), "s", ["th"])


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("before", [NAMES, ("b.pdf",), ()])
def test_whichever_step_a_disk_refuses_all_files_of_a_pack_are_new_or_none_is(
    tmp_path, pack, monkeypatch, before, linked
):
    if not linked:
        monkeypatch.setattr(os, "link", lambda *_: (tmp_path / "nothing").stat())
    refused = 0
    for reached in disks.at_every_step():
        for path in tmp_path.iterdir():
            path.unlink()
        for name in before:
            with (tmp_path / name).open("wb") as file:
                file.write(b"old")
        try:
            pack()
        except whole.CannotWrite:
            refused += 1
            assert reached() and disks.everything(tmp_path) == dict.fromkeys(before, b"old")
        else:
            assert disks.everything(tmp_path) == dict.fromkeys(NAMES, b"new")
    assert refused == 3 * 3 + 3, "each is written, flushed and moved, and moved once more"


def left(home: Path, seconds: float) -> Path:
    """Make what a process left in a folder that was killed some seconds ago."""
    folder = home / f"{aside.PREFIX}{seconds:.0f}"
    folder.mkdir()
    (folder / "draft").write_bytes(b"half")
    os.utime(folder, (time.time() - seconds,) * 2)
    return folder


def test_what_a_killed_pack_left_is_swept_by_the_next_and_nothing_that_may_be_under_way(tmp_path, pack):
    young, old = left(tmp_path, 60), left(tmp_path, 2 * aside.PACK)
    pack()
    assert young.exists() and not old.exists()


def test_what_is_left_of_a_download_whose_process_was_ended_is_swept_by_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "collection", lambda *_: b"{}")
    young, old = left(tmp_path, 60), left(tmp_path, bundle.LONGEST + 60)
    bundle.make_in_place("s", "stops.geojson", tmp_path / "stops.geojson")
    assert young.exists() and not old.exists()
    assert (tmp_path / "stops.geojson").read_bytes() == b"{}"

"""Files take their places all together or not at all."""

import argparse
import os
from pathlib import Path

import pytest

from smart7 import whole
from smart7.packs import __main__ as command
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

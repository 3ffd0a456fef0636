"""What leaves the house on a disk that fills up: every file of a pack or none, a download whole or not at all."""

import os
import subprocess
import sys

import pytest

from smart7 import store, whole
from smart7.packs import __main__ as command
from smart7.packs import bundle
from smart7.words import disk as words
from tests import disks


@pytest.mark.parametrize("leave", [0, 30_000, 400_000])
def test_the_files_of_a_pack_are_all_there_or_none(snapshot, tmp_path, capsys, leave):
    with disks.small(tmp_path / "disk", 1) as place:
        (place / "kept.txt").write_text("kept")
        disks.fill(place, leave)
        before = disks.everything(place)
        options = ["--out", str(place / "out"), "--lang", "en", "--only", "pptx", "--only", "xlsx"]
        status = command.main(["budget-hearing", *options])
        said = capsys.readouterr().err
        names = {path.suffix for path in (place / "out").rglob("*.*")} if (place / "out").exists() else set()
        if status:
            assert (status, names) == (1, set()) and disks.everything(place) == before
            assert words.FULL.en in said and words.FULL.th in said and "Traceback" not in said
        else:
            assert names == {".pptx", ".xlsx"}
        assert leave > 0 or status == 1


@pytest.mark.parametrize("name", ["targets.csv", "observations.parquet", "stops.geojson", bundle.EVERYTHING])
@pytest.mark.parametrize("leave", [0, 9000])
def test_a_download_without_room_ends_with_one_sentence_and_leaves_nothing(snapshot, tmp_path, name, leave):
    with disks.small(tmp_path / "disk", 1) as place:
        disks.fill(place, leave)
        before = disks.everything(place)
        line = [sys.executable, "-m", "smart7.packs.bundle", snapshot, name, str(place / "x" / name)]
        child = subprocess.run(line, cwd=store.ROOT, capture_output=True, encoding="utf-8", check=False)
        assert child.returncode == bundle.NO_ROOM and words.FULL.en in child.stderr and "Traceback" not in child.stderr
        assert disks.everything(place) == before


def test_a_pack_for_a_read_only_folder_is_refused_in_one_sentence(snapshot, tmp_path, capsys):
    with disks.small(tmp_path / "disk", 1) as place:
        os.system(f"mount -o remount,ro {place}")
        assert command.main(["budget-hearing", "--out", str(place / "out"), "--only", "xlsx"]) == 1
    assert words.READ_ONLY.en in capsys.readouterr().err


def test_the_sentence_of_a_download_says_how_much_is_needed(snapshot, tmp_path, monkeypatch):
    disks.failing_at(monkeypatch, 1)
    with pytest.raises(whole.CannotWrite, match="the disk is full"):
        bundle.make(snapshot, "stops.geojson", tmp_path / "stops.geojson")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []

"""A backup is put back only when it is what was backed up, and only where nothing is; each fault is one sentence."""

import json
import os
import shutil
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from smart7 import whole
from smart7.backup import __main__ as backups
from smart7.backup import copying, manifest, restore
from smart7.backup.refused import Refused
from tests import disks
from tests.backup import killed, place

LEDGER = "data/ledger.sqlite"
SNAPSHOT = f"data/snapshots/{place.CURRENT}.duckdb"


@pytest.fixture
def backup(data, out) -> Path:
    """Return a backup that was just made."""
    return backups.back_up(out)


def flip(file: Path, at: int = -1) -> None:
    """Flip one bit of a file, in its middle."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2 if at < 0 else at] ^= 1
    file.write_bytes(bytes(content))


def refused(backup: Path, capsys, tmp_path: Path) -> str:
    """Return the one sentence a restoring ends with; nothing may have been made."""
    capsys.readouterr()
    assert restore.main([str(backup), "--to", str(tmp_path / "again")]) == 1
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and " / " in told.err
    assert not (tmp_path / "again").exists() and not list(tmp_path.glob(".again*"))
    return told.err


@pytest.mark.parametrize("name", [LEDGER, SNAPSHOT, "data/observations/own.csv", "data/attachments/ab/abcdef.pdf"])
def test_a_flipped_bit_in_any_file_is_found(backup, name, capsys, tmp_path):
    flip(backup / name)
    said = refused(backup, capsys, tmp_path)
    assert f"{name.removeprefix('data/')} does not hold what was backed up" in said


@pytest.mark.parametrize("name", [LEDGER, SNAPSHOT, "data/catalog/units.csv"])
def test_a_file_that_was_cut_is_found(backup, name, capsys, tmp_path):
    size = (backup / name).stat().st_size
    os.truncate(backup / name, size // 2)
    assert f"has {size // 2} bytes instead of {size}" in refused(backup, capsys, tmp_path)


def test_a_file_that_is_missing_or_no_file_is_found(backup, capsys, tmp_path):
    (backup / "data" / "template.pptx").unlink()
    assert "template.pptx is missing" in refused(backup, capsys, tmp_path)
    (backup / "data" / "template.pptx").symlink_to(backup / LEDGER)
    assert "template.pptx is missing" in refused(backup, capsys, tmp_path)


def test_of_several_faults_the_first_is_named_and_the_others_are_counted(backup, capsys, tmp_path):
    shutil.rmtree(backup / "data" / "snapshots")
    assert "is missing, and 5 more files are damaged" in refused(backup, capsys, tmp_path)


@pytest.mark.parametrize("at", [0, 40, 200, 900])
def test_a_flipped_bit_in_the_list_is_found(backup, at, capsys, tmp_path):
    flip(backup / manifest.LIST, at)
    assert "manifest.json does not hold what was backed up" in refused(backup, capsys, tmp_path)


@pytest.mark.parametrize("name", [manifest.LIST, manifest.DIGEST])
def test_a_backup_without_its_list_is_not_used(backup, name, capsys, tmp_path):
    (backup / name).unlink()
    said = refused(backup, capsys, tmp_path)
    assert ("never finished" if name == manifest.LIST else "does not hold what was backed up") in said


@pytest.mark.parametrize("content", [None, {}, {"manifest.json": "{}"}, {"manifest.json": "[1]", "data/a": "b"}])
def test_a_folder_of_something_else_is_told_to_be_no_backup(content, capsys, tmp_path):
    foreign = tmp_path / "foreign"
    for name, text in (content or {}).items():
        (foreign / name).parent.mkdir(parents=True, exist_ok=True)
        (foreign / name).write_text(text, "utf-8")
    if content == {}:
        foreign.mkdir()
    assert "is no backup of this program" in refused(foreign, capsys, tmp_path)


def relisted(backup: Path, **changes: object) -> None:
    """Change the list of a backup as somebody would who knows how it is sealed."""
    told = json.loads((backup / manifest.LIST).read_text("utf-8")) | changes
    content = json.dumps(told).encode()
    (backup / manifest.LIST).write_bytes(content)
    (backup / manifest.DIGEST).write_text(f"{sha256(content).hexdigest()}  {manifest.LIST}\n", "utf-8")


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "a/../../b", "C:\\x", "a\\..\\..\\b", ""])
def test_a_list_that_leads_out_of_the_folder_is_none(backup, name, capsys, tmp_path):
    relisted(backup, files=[{"name": name, "size": 1, "sha256": ""}])
    assert "is no backup of this program" in refused(backup, capsys, tmp_path)


def test_a_list_of_another_program_is_none_and_that_of_a_newer_version_is_told_so(backup, capsys, tmp_path):
    relisted(backup, program="another")
    assert "is no backup of this program" in refused(backup, capsys, tmp_path)
    relisted(backup, program="khon-kaen-7-smart", format=2)
    assert "newer version" in refused(backup, capsys, tmp_path)


def test_a_ledger_that_does_not_hold_the_rows_it_held_is_found(backup, capsys, tmp_path):
    told = json.loads((backup / manifest.LIST).read_text("utf-8"))["ledger"]
    relisted(backup, ledger={**told, "rows": {**told["rows"], "views": 4}})
    assert "ledger.sqlite does not hold what was backed up" in refused(backup, capsys, tmp_path)


def test_a_file_the_list_does_not_name_is_not_put_back(backup, tmp_path, data):
    (backup / "data" / ".DS_Store").write_text("x")
    (backup / "data" / "ledger.sqlite-wal").write_text("x")
    restore.restore(backup, tmp_path / "again")
    assert place.held(tmp_path / "again") == place.expected(data)


# --- where to


@pytest.mark.parametrize("there", ["folder", "file", "link", "hidden"])
def test_where_something_is_nothing_is_restored_and_nothing_is_touched(backup, there, capsys, tmp_path):
    to = tmp_path / "again"
    if there in ("folder", "hidden"):
        to.mkdir()
        (to / (".own" if there == "hidden" else "own")).write_text("mine", "utf-8")
    elif there == "file":
        to.write_text("mine", "utf-8")
    else:
        to.symlink_to(tmp_path / "nowhere")
    before = disks.everything(tmp_path)
    assert restore.main([str(backup), "--to", str(to)]) == 1
    assert "name a new or an empty folder. Nothing was overwritten." in capsys.readouterr().err
    assert disks.everything(tmp_path) == before and to.is_symlink() == (there == "link")


@pytest.mark.parametrize("to", ["empty", "new/and/deep"])
def test_an_empty_folder_or_a_new_one_is_filled(backup, data, to, tmp_path):
    (tmp_path / "empty").mkdir()
    restore.restore(backup, tmp_path / to)
    assert place.held(tmp_path / to) == place.expected(data)


def test_a_disk_that_is_too_small_is_told_and_left_empty(backup, tmp_path):
    with disks.small(tmp_path / "disk", 1) as small:
        with pytest.raises(whole.CannotWrite, match=r"the disk is full; at least 1\.\d MB is needed"):
            restore.restore(backup, small / "again")
        assert list(small.iterdir()) == []
        with pytest.raises(Refused, match="a disk is mounted"):
            restore.restore(backup, small)


def test_a_step_that_fails_leaves_nothing_behind(backup, tmp_path):
    refused = 0
    for reached in disks.at_every_step():
        shutil.rmtree(tmp_path / "again", ignore_errors=True)
        try:
            restore.restore(backup, tmp_path / "again")
        except whole.CannotWrite:
            refused += 1
            assert reached() and not list(tmp_path.glob(".again*")) and not (tmp_path / "again").exists()
        if refused >= 10:
            break
    assert refused >= 10


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_whenever_it_is_killed_the_place_is_not_there_or_whole(backup, data, tmp_path):
    to, at = tmp_path / "again", 1
    while not killed.finishes(lambda: restore.restore(backup, to), at):
        assert not to.exists() or place.held(to) == place.expected(data)
        shutil.rmtree(to, ignore_errors=True)
        at += 1
    assert at > 20, "it was killed at every write that reaches the disk"
    assert place.held(to) == place.expected(data) and not list(tmp_path.glob(".again*"))


def test_what_changes_between_the_check_and_the_copy_is_found(backup, tmp_path, monkeypatch):
    real = copying.copy

    def copy(source: Path, target: Path, name: str) -> manifest.Entry:
        if name == "template.pptx":
            flip(source)
        return real(source, target, name)

    monkeypatch.setattr(copying, "copy", copy)
    with pytest.raises(Refused, match="template.pptx does not hold"):
        restore.restore(backup, tmp_path / "again")
    assert not (tmp_path / "again").exists()


# --- at the terminal


def test_what_to_do_next_is_said(backup, capsys, tmp_path):
    capsys.readouterr()
    assert restore.main([str(backup), "--to", str(tmp_path / "again")]) == 0
    said = capsys.readouterr().out
    assert f"SMART7_DATA={tmp_path / 'again'} python3 manage.py run" in said
    assert "stop the site, move the old data folder away" in said
    assert f"snapshot {place.CURRENT}" in said and "3 rows of the ledger" in said


def test_a_backup_can_be_checked_without_restoring_it(backup, capsys):
    capsys.readouterr()
    assert restore.main([str(backup), "--check"]) == 0
    assert "is whole: 16 files" in capsys.readouterr().out
    flip(backup / LEDGER)
    assert restore.main([str(backup), "--check"]) == 1
    assert "cannot be used" in capsys.readouterr().err

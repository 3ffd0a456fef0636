"""A file is written whole or not at all, and a disk that refuses is one sentence in two languages."""

import errno
import os
import pickle
import sqlite3
import tempfile
import time
from pathlib import Path

import duckdb
import pytest

from smart7 import whole
from smart7.words import disk as words
from tests import disks


def test_what_is_written_takes_the_place_of_what_was_there_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "a.txt"
    for content in (b"old", b"new"):
        assert whole.write(path, content) == path
    assert disks.everything(tmp_path) == {"a.txt": b"new"}


@pytest.mark.parametrize("before", [{}, {"a.txt": b"old"}])
def test_whichever_step_fails_the_old_file_stays_or_the_new_one_is_whole(tmp_path, before):
    refused = 0
    for reached in disks.at_every_step():
        for path in tmp_path.iterdir():
            path.unlink()
        for name, content in before.items():
            with (tmp_path / name).open("wb") as file:
                file.write(content)
        try:
            whole.write(tmp_path / "a.txt", b"new")
        except whole.CannotWrite:
            refused += 1
            assert reached() and disks.everything(tmp_path) == before
        else:
            assert disks.everything(tmp_path) == {"a.txt": b"new"}
    assert refused == 3, "the write, its flush and the move; the folder's flush comes when all is done"


def test_what_killed_processes_left_beside_a_file_is_swept_and_nothing_else_is(tmp_path):
    old = (".a.txt.12-3.part", ".b.json.7-140.part")
    others = (".mine.part", "a.txt.12-3.part", ".a.txt.12-3.part.txt", "b.json")
    for name in (*old, *others, ".young.txt.12-3.part"):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (time.time() - (60 if "young" in name else 2 * whole.LEFT_SECONDS),) * 2)
    (tmp_path / ".folder.txt.12-3.part").mkdir()
    os.utime(tmp_path / ".folder.txt.12-3.part", (0, 0))
    whole.write(tmp_path / "a.txt", b"new")
    left = {"a.txt", ".folder.txt.12-3.part", ".young.txt.12-3.part", *others}
    assert {path.name for path in tmp_path.iterdir()} == left


def test_what_a_process_of_its_own_could_not_write_is_said_by_the_one_that_began_it(tmp_path):
    error = whole.CannotWrite(words.FULL, tmp_path / "a.txt", 5)
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, whole.CannotWrite)
    assert (again.why, again.place, again.need, again.detail) == (error.why, error.place, error.need, error.detail)


def test_an_error_of_the_one_who_writes_is_passed_on_and_leaves_nothing(tmp_path):
    with pytest.raises(KeyError), whole.draft(tmp_path / "a.txt") as own:
        own.write_bytes(b"half")
        raise KeyError("a")
    assert disks.everything(tmp_path) == {}


def test_a_full_disk_is_told_with_what_is_needed_and_what_is_free(tmp_path):
    with disks.small(tmp_path / "disk", 1) as place:
        whole.write(place / "a.txt", b"old")
        with pytest.raises(whole.CannotWrite) as refused:
            whole.write(place / "a.txt", b"x" * 2_500_000)
        assert disks.everything(place) == {"a.txt": b"old"}
    assert refused.value.why == words.FULL
    said = str(refused.value)
    assert "the disk is full; at least 2.5 MB is needed and 1.0 MB is free. Nothing was changed." in said
    assert words.FULL.th in said and str(place) in said
    assert "disk" not in refused.value.said.en.split(": ")[0], "a page names no folder"


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), words.FULL),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), words.QUOTA),
        (OSError(errno.EROFS, "Read-only file system", "/else/where"), words.READ_ONLY),
        (OSError(errno.EFBIG, "File too large"), words.TOO_LARGE),
        (OSError(errno.EIO, "Input/output error"), words.FAILED),
        (PermissionError(errno.EACCES, "Permission denied"), words.FORBIDDEN),
        (duckdb.IOException('Could not write file "a.duckdb": No space left on device'), words.FULL),
        (duckdb.OutOfMemoryException("... exceeding max_temp_directory_size"), words.FULL),
        (duckdb.FatalException("invalidated. Original error: Disk quota exceeded"), words.QUOTA),
        (duckdb.IOException("Could not fsync file"), words.FAILED),
        (sqlite3.OperationalError("database or disk is full"), words.FULL),
        (sqlite3.OperationalError("attempt to write a readonly database"), words.READ_ONLY),
        (sqlite3.OperationalError("disk I/O error"), words.FAILED),
    ],
)
def test_whatever_library_is_refused_the_reason_is_told(tmp_path, error, why):
    with pytest.raises(whole.CannotWrite) as refused, whole.told(tmp_path / "a", 5_000_000):
        raise error
    assert refused.value.why == why and refused.value.__cause__ is error
    for lang, needed in (("th", "ต้องใช้อย่างน้อย 5.0 MB"), ("en", "at least 5.0 MB is needed")):
        assert needed in refused.value.said.get(lang) and needed in str(refused.value)


@pytest.mark.parametrize(
    "error",
    [
        ValueError("No space left on device"),
        FileNotFoundError(errno.ENOENT, "No such file", "input.csv"),
        PermissionError(errno.EACCES, "Permission denied", "/somewhere/input.csv"),
        duckdb.ConversionException("Could not convert string"),
        sqlite3.IntegrityError("NOT NULL constraint failed"),
    ],
)
def test_an_error_that_is_not_the_disk_s_is_left_as_it_is(tmp_path, error):
    with pytest.raises(type(error)) as raised, whole.told(tmp_path / "a"):
        raise error
    assert raised.value is error


def test_a_folder_that_vanished_is_told(tmp_path):
    with pytest.raises(whole.CannotWrite) as refused:
        whole.write(tmp_path / "gone" / "a.txt", b"x")
    assert refused.value.why == words.GONE and not (tmp_path / "gone").exists()


def test_a_read_only_disk_is_told_and_left_as_it_was(tmp_path):
    with disks.small(tmp_path / "disk", 1) as place:
        whole.write(place / "a.txt", b"old")
        os.system(f"mount -o remount,ro {place}")
        with pytest.raises(whole.CannotWrite) as refused:
            whole.write(place / "a.txt", b"new")
        assert disks.everything(place) == {"a.txt": b"old"}
    assert refused.value.why == words.READ_ONLY


@pytest.mark.parametrize(("refuses", "why"), [("full", words.FULL), ("locked", words.FORBIDDEN)])
def test_a_system_that_lends_no_folder_aside_is_told(tmp_path, monkeypatch, refuses, why):
    with disks.small(tmp_path / "disk", 1) as place:
        monkeypatch.setenv("TMPDIR", str(place))
        monkeypatch.setattr(tempfile, "tempdir", None)
        monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(place)])
        disks.fill(place) if refuses == "full" else os.system(f"mount -o remount,ro {place}")
        with pytest.raises(whole.CannotWrite) as refused, whole.room_aside():
            raise AssertionError("it was lent")
    assert refused.value.why == why


def test_a_folder_aside_is_gone_at_the_end():
    with whole.room_aside() as room:
        whole.write(room / "a.txt", b"x")
    assert not room.exists()


@pytest.mark.parametrize(("outer", "inner", "told"), [(0, 0, "inner"), (0, 5, "inner"), (9, 5, "outer")])
def test_of_a_part_and_a_whole_the_one_that_knows_of_more_is_told(tmp_path, outer, inner, told):
    with (
        pytest.raises(whole.CannotWrite) as refused,
        whole.told(tmp_path / "outer", outer),
        whole.told(tmp_path / "inner", inner),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert f"/{told} " in str(refused.value) and refused.value.why == words.FULL


def test_sizes_are_rounded_up_so_that_something_is_never_nothing():
    assert [whole.megabytes(size) for size in (0, 1, 100_000, 100_001, 2_000_000_000)] == [
        "0.0", "0.1", "0.1", "0.2", "2,000.0",
    ]  # fmt: skip


def test_a_folder_is_flushed_with_its_files(tmp_path, monkeypatch):
    flushed = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    for name in "ab":
        (tmp_path / name).touch()
    whole.flush(Path(tmp_path))
    assert len(flushed) == (2 if os.name == "nt" else 3)

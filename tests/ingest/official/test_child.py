"""The process that reads a file: what ends it is told as what it was, and only what is too heavy is called that."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from smart7 import whole
from smart7.ingest.official import child
from smart7.ingest.official.findings import Refused
from smart7.office import apart
from smart7.words import disk as words
from tests.ingest.official.test_take import RECIPE

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and devices")


@pytest.fixture
def folder(tmp_path) -> Path:
    """Return the folder of a recipe."""
    (tmp_path / "people-tables").mkdir()
    (tmp_path / "people-tables" / "recipe.toml").write_text(RECIPE, "utf-8")
    return tmp_path / "people-tables"


@pytest.fixture
def table(tmp_path) -> Path:
    """Return a table of people by year that is longer than what is kept back before it is written."""
    path = tmp_path / "a.csv"
    path.write_text("ปี,คน\n" + "2560,130000\n" * 5000, "utf-8")
    return path


@POSIX
def test_a_child_that_is_ended_by_the_system_had_too_much_to_bear(folder, table, tmp_path, monkeypatch):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nkill -9 $$\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(Refused, match="could not be read within"):
        child.read(table, folder, tmp_path / "rows.csv", {})


def test_a_child_that_takes_too_long_had_too_much_to_bear(folder, table, tmp_path, monkeypatch):
    monkeypatch.setattr(child, "SECONDS", 0.01)
    with pytest.raises(Refused, match="could not be read within"):
        child.read(table, folder, tmp_path / "rows.csv", {})


@POSIX
def test_more_rows_than_may_be_written_are_too_many(folder, table, tmp_path):
    script = "import sys; from smart7.ingest.official import child; child.WRITTEN_MB = 0; child.main(*sys.argv[1:])"
    line = [sys.executable, "-c", script, *map(str, (table, folder, tmp_path / "rows.csv")), "{}"]
    done = subprocess.run(line, cwd=apart.ROOT, capture_output=True, encoding="utf-8")
    assert json.loads(done.stdout)["refused"] == "too_heavy"


def test_a_child_that_fails_otherwise_is_a_fault_of_the_program_and_says_which(folder, table, tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "ROOT", tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    with pytest.raises(RuntimeError, match="No module named"):
        child.read(table, folder, tmp_path / "rows.csv", {})


@POSIX
def test_no_room_for_the_rows_is_told_as_the_disk_that_is_full(folder, table, tmp_path):
    with pytest.raises(OSError) as refused:
        child.read(table, folder, Path("/dev/full"), {})
    assert refused.value.errno == errno.ENOSPC
    with pytest.raises(whole.CannotWrite) as told, whole.told(tmp_path / ".take"):
        child.read(table, folder, Path("/dev/full"), {})
    assert told.value.why == words.FULL


def test_a_file_that_the_system_does_not_give_out_is_named_with_the_reason(folder, tmp_path):
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(Refused, match=f"a.csv cannot be read: {os.strerror(errno.EISDIR)}"):
        child.read(tmp_path / "a.csv", folder, tmp_path / "rows.csv", {})

"""Files that take their places together: wherever the disk refuses or the undoing stops, all are as before."""

import errno
import itertools
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from smart7 import whole
from smart7.ingest.official import accept
from tests import disks

SIZE = 100_000
BEFORE = {"catalog/a.csv": b"a" * SIZE, "observations/b.csv": b"b" * SIZE}
AFTER = {"catalog/a.csv": b"A" * SIZE, "observations/b.csv": b"B" * SIZE, "points/c.csv": b"C" * SIZE}


def begun(data: Path) -> Path:
    """Write the files as they are before a take; return their folder."""
    for name, content in BEFORE.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        with (data / name).open("wb") as file:
            file.write(content)
    (data / accept.ROOM).mkdir(exist_ok=True)
    return data


def full_from(patch: pytest.MonkeyPatch, n: int) -> Callable[[], bool]:
    """Let the n-th content and every one after it find no room, as the disk is full and stays so.

    Gives whether it came to that.
    """
    real, count, reached = Path.write_bytes, itertools.count(1), []

    def write_bytes(path: Path, content: bytes) -> int:
        if next(count) >= n:
            reached.append(n)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, content)

    patch.setattr(Path, "write_bytes", write_bytes)
    return lambda: bool(reached)


def test_a_full_disk_that_stays_full_is_undone_whichever_content_it_refuses(tmp_path):
    begun(tmp_path)
    for n in itertools.count(1):
        with pytest.MonkeyPatch.context() as patch:
            reached = full_from(patch, n)
            with suppress(whole.CannotWrite):
                accept.put_in_place(tmp_path, AFTER)
            accept.settle(tmp_path)
        assert disks.everything(tmp_path) == BEFORE
        if not reached():
            break
    assert n == len(BEFORE) + 1 + len(AFTER) + 1


def test_a_small_disk_is_as_it_was_however_much_room_it_had(tmp_path):
    met = set()
    for leave in range(0, 700_000, 50_000):
        with disks.small(tmp_path / "disk", 1.5) as data:
            ballast = disks.fill(begun(data), leave)
            try:
                accept.put_in_place(data, AFTER)
                met.add("taken")
            except whole.CannotWrite:
                met.add("noted" if (data / accept.ROOM / accept.NOTE).exists() else "kept")
            accept.settle(data)
            ballast.unlink()
            assert disks.everything(data) == BEFORE, leave
    assert met == {"kept", "noted", "taken"}


def test_an_undoing_that_is_cut_off_at_any_step_goes_on_where_it_stopped(tmp_path):
    for n in itertools.count(1):
        accept.put_in_place(begun(tmp_path), AFTER)
        with pytest.MonkeyPatch.context() as patch:
            reached = disks.failing_at(patch, n)
            with suppress(OSError):
                accept.settle(tmp_path)
        accept.settle(tmp_path)
        assert disks.everything(tmp_path) == BEFORE
        if not reached():
            break
    assert n > len(BEFORE) + 1

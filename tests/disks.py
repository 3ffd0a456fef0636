"""Disks that refuse: a real file system of a few megabytes, and a stub whose n-th step fails."""

import errno
import itertools
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

STEPS = ((Path, "write_bytes"), (Path, "replace"), (os, "fsync"))


@contextmanager
def small(place: Path, megabytes: float) -> Iterator[Path]:
    """Lend an empty file system of a size at a place; skips the test where the machine lets none be made."""
    place.mkdir(exist_ok=True)
    size = f"size={int(megabytes * 1_000_000)}"
    mount = shutil.which("mount")
    made = mount and subprocess.run([mount, "-t", "tmpfs", "-o", size, "none", place], capture_output=True)
    if not made or made.returncode:
        pytest.skip("this machine lets no small file system be made")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def fill(place: Path, leave: int = 0) -> Path:
    """Fill a small file system but for some bytes; return the file that takes the room."""
    ballast = place / "ballast"
    with ballast.open("wb") as file:
        file.write(b"\0" * max(0, shutil.disk_usage(place).free - leave))
    return ballast


def everything(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(number: int = errno.ENOSPC) -> NoReturn:
    """Refuse as a disk does, a full one unless told otherwise."""
    raise OSError(number, os.strerror(number))


def failing_at(patch: pytest.MonkeyPatch, n: int) -> Callable[[], bool]:
    """Let the n-th step that writes, flushes or moves a file fail for want of room; gives whether it came to that."""
    count = itertools.count(1)
    reached = []

    def stub(real: Callable[..., object]) -> Callable[..., object]:
        def step(*given: object, **options: object) -> object:
            if next(count) == n:
                reached.append(n)
                refused()
            return real(*given, **options)

        return step

    for home, name in STEPS:
        patch.setattr(home, name, stub(getattr(home, name)))
    return lambda: bool(reached)


def at_every_step() -> Iterator[Callable[[], bool]]:
    """Let the first step fail, then the second, and so on to the first run in which no step is left to fail.

    Gives whether it came to that in this run.
    """
    for n in itertools.count(1):
        with pytest.MonkeyPatch.context() as patch:
            reached = failing_at(patch, n)
            yield reached
        if not reached():
            return

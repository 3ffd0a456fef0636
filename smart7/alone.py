"""Keep others out of a folder while something in it changes."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from smart7 import whole

LOCK: Final = ".lock"
AGAIN: Final = 0.2
"""Seconds after which a system that lets nobody wait for long is asked once more."""


class Busy(Exception):
    """Raise when another command of the kind is under way in the same folder."""


@contextmanager
def alone(folder: Path, *, waits: bool = False) -> Iterator[None]:
    """Keep others out of a folder; the system lets go of the lock when a process is killed.

    Raises `Busy` unless it waits, `whole.CannotWrite` where the folder takes no lock.
    """
    with whole.told(folder / LOCK):
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / LOCK).open("a+")
    with file:
        hand_over(file.fileno(), folder)
        try:
            take(file.fileno(), waits=waits)
        except OSError:
            raise Busy from None
        yield


def take(handle: int, *, waits: bool) -> None:
    """Take the lock of an open file; raises `OSError` where somebody else has it, unless it waits."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        return
    import msvcrt

    while True:
        try:
            return msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            if not waits:
                raise
        time.sleep(AGAIN)


def hand_over(handle: int, folder: Path) -> None:
    """Let who owns a folder own what root has made in it, so that the service can use it later."""
    if sys.platform != "win32" and os.geteuid() == 0:
        owner = folder.stat()
        with suppress(OSError):  # not every disk lets root do that
            os.chown(handle, owner.st_uid, owner.st_gid)

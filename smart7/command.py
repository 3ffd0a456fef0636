"""What the commands that change the data folder share: one at a time, a refusal of the disk in words, a clean end."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from smart7 import whole


class Busy(Exception):
    """Raise when another command of the kind is under way in the same folder."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep others out of a folder; the system lets go of the lock when a process is killed. Raises `Busy`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a+") as file:
        hand_over(file.fileno(), folder)
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy from None
        yield


def hand_over(handle: int, folder: Path) -> None:
    """Let who owns a folder own what root has made in it, so that the service can use it later."""
    if sys.platform != "win32" and os.geteuid() == 0:
        owner = folder.stat()
        os.chown(handle, owner.st_uid, owner.st_gid)


def status(work: Callable[[], int]) -> int:
    """Return the exit status of some work: 1, with one sentence, where the disk refuses."""
    try:
        return work()
    except whole.CannotWrite as error:
        print(error, file=sys.stderr)
        return 1


def start(main: Callable[[], int]) -> None:
    """Run a program to its end: Thai is printed whatever the terminal speaks, and Ctrl-C is no fault."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)

"""Keep others out of a folder while something in it changes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):
    """Raise when another command of the kind is under way in the same folder."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep others out of a folder; the system lets go of the lock when a process is killed. Raises `Busy`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a+") as file:
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

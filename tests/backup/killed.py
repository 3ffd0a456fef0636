"""A process that is killed at its n-th flush to the disk."""

import os
import signal
from collections.abc import Callable


def finishes(work: Callable[[], object], at: int) -> bool:
    """Do some work in a process that is killed at its n-th flush; return whether it was done before."""
    child = os.fork()
    if child == 0:
        try:
            arm(at)
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def arm(at: int) -> None:
    """Let the n-th flush of this process be its last act, and let it print nothing."""
    real, count = os.fsync, iter(range(1, 10_000))

    def fsync(handle: int) -> None:
        real(handle)
        if next(count) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    os.fsync = fsync
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

"""What a child process runs that does something again and again, each time in a fork that is killed at a step.

A step is just before or just after something that changes the disk. The tests write the number of a step to its input
and read how that fork ended.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

STEPS = {"done": 0, "last": 0}


def tick() -> None:
    """Count a step; the last one there is to be is the end of this process."""
    STEPS["done"] += 1
    if STEPS["done"] == STEPS["last"]:
        os.kill(os.getpid(), signal.SIGKILL)


def around(real: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function with a step before and one after it."""

    def step(*given: Any, **named: Any) -> Any:
        tick()
        done = real(*given, **named)
        tick()
        return done

    return step


def ticking(home: Any, name: str) -> None:
    """Let a function of a module or class have a step before and one after it."""
    setattr(home, name, around(getattr(home, name)))


def serve(act: Callable[[int], int]) -> None:
    """Do something for each number read, killed at that step, and write how it ended; an act gives its exit status."""
    for line in sys.stdin:
        STEPS["last"] = int(line)
        child = os.fork()
        if not child:
            sys.stdout = sys.stderr
            os._exit(act(STEPS["last"]))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)

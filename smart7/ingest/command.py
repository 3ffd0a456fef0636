"""What the commands that change the data folder share: a refusal of the disk in words, a clean end."""

import sys
from collections.abc import Callable

from smart7 import whole


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

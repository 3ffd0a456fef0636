"""Say how far a command is; that nobody listens any more, or that what they keep is full, stops none halfway."""

import os
import sys
from pathlib import Path


def say(line: str) -> None:
    """Print a line at once; after a pipe that was closed, or a full disk, the rest is said to nobody."""
    try:
        print(line, flush=True)
    except OSError:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115

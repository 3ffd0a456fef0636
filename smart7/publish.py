"""Start a build as a child process; the one way from the running app to a build."""

import os
import subprocess
import sys
from collections.abc import Iterator

from smart7 import store


class BuildFailed(Exception):
    """Raise when a build refuses its input; carries the table of faults it printed."""


def build() -> Iterator[str]:
    """Build a snapshot in a child process and yield each line it prints; raises `BuildFailed`."""
    command = [sys.executable, "-m", "smart7.ingest.build", "--data", str(store.data_folder())]
    # Whatever the terminal speaks, what the child says is read as UTF-8.
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    child = subprocess.Popen(
        command, cwd=store.ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    assert child.stdout is not None
    said: list[str] = []
    for line in child.stdout:
        said.append(line.rstrip())
        yield said[-1]
    if child.wait() != 0:
        raise BuildFailed("\n".join(said))

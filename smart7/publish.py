"""Start a build or the import of a feed as a child process; the one way from the running app to either."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

from smart7 import store, whole
from smart7.alone import Busy, alone
from smart7.turn import TURNS
from smart7.words import steps

FEEDS: Final = "smart7.ingest.gtfs"


class BuildFailed(Exception):
    """Raise when a child process refuses its input; carries what it printed."""


class AnotherDay(BuildFailed):
    """Raise when what was known at another day is being built, by this process or another."""


def build(*, as_before: bool = False) -> Iterator[str]:
    """Build a snapshot in a child process and yield each line it prints; raises `BuildFailed`.

    With sample figures, or as the one in service was built before.
    """
    bare = as_before and store.bare(store.named() or "")
    yield from run("smart7.ingest.build", "--data", str(store.data_folder()), *(["--no-sample"] if bare else []))


def as_known(day: date) -> Iterator[str]:
    """Build what was known at a day unless it is there, and yield each line; `store.as_known` then says its id.

    One at a time, as anybody may ask for a day. Raises `BuildFailed`, and `AnotherDay` while another is built.
    """
    try:
        with alone(store.data_folder() / ".known"):
            yield from run("smart7.ingest.build", "--data", str(store.data_folder()), "--as-known-at", day.isoformat())
    except Busy:
        raise AnotherDay(steps.BUSY_KNOWN.both()) from None


def read_only() -> bool:
    """Return whether this installation takes nothing in from its pages."""
    return os.environ.get("SMART7_READONLY") == "1"


def look_at_feed(content: bytes, file: str, name: str) -> dict[str, Any]:
    """Return what is found in a zip and what it would change under a name; raises `BuildFailed`.

    Nothing is loaded. The report has `findings`, `changes`, `refused` and `replaces`, as the child's JSON has them.
    """
    with sent(content, file) as path:
        command = command_of(FEEDS, "--data", str(store.data_folder()), "import", str(path), "--as", name, "--json")
        with TURNS.let_go():
            child = subprocess.run(command, cwd=store.ROOT, env=environment(), capture_output=True, encoding="utf-8")
    try:
        report: dict[str, Any] = json.loads(child.stdout)
    except ValueError:
        raise BuildFailed(child.stderr) from None
    return report


def import_feed(content: bytes, file: str, name: str, replacing: str) -> Iterator[str]:
    """Put a zip in service under a name and yield each line the child prints; raises `BuildFailed`.

    `replacing` is what the report said of the feed that was there: another by now is not replaced.
    """
    if read_only():
        raise BuildFailed("SMART7_READONLY=1")
    with sent(content, file) as path:
        options = ["--as", name, "--yes", "--replacing", replacing]
        yield from run(FEEDS, "--data", str(store.data_folder()), "import", str(path), *options)


@contextmanager
def sent(content: bytes, file: str) -> Iterator[Path]:
    """Keep a file that was sent for as long as a child reads it, under a name that is safe on every system.

    Raises `BuildFailed` where it cannot be written.
    """
    name = re.sub(r"[^\w.-]+", "_", Path(file).stem).strip(".")[:60] + ".zip"
    try:
        with whole.room_aside() as folder:
            yield whole.write(folder / name, content)
    except whole.CannotWrite as error:
        raise BuildFailed(str(error)) from error


def run(module: str, *arguments: str) -> Iterator[str]:
    """Run a module of the build side and yield each line it prints; raises `BuildFailed`."""
    child = subprocess.Popen(
        command_of(module, *arguments), cwd=store.ROOT, env=environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    assert child.stdout is not None
    said: list[str] = []
    with TURNS.let_go():  # the child may take minutes, in which others shall not wait for this run
        for line in child.stdout:
            said.append(line.rstrip())
            yield said[-1]
        code = child.wait()
    if code != 0:
        raise BuildFailed("\n".join(said))


def command_of(module: str, *arguments: str) -> list[str]:
    """Return the command that runs a module of this project with the Python that runs now."""
    return [sys.executable, "-m", module, *arguments]


def environment() -> dict[str, str]:
    """Return the environment of a child; whatever the terminal speaks, what it says is read as UTF-8."""
    return os.environ | {"PYTHONIOENCODING": "utf-8"}

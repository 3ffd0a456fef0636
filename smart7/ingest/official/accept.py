"""Let a set of files take their places together: whoever looks later, or pulls the plug, finds all of it or none.

What the files were is kept in `.take/` with a note of them. They change, a snapshot is built, and only then is the
note removed. A take whose note is still there has not happened: the next command puts back what was there.
"""

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from smart7 import whole
from smart7.alone import Busy, alone

ROOM: Final = ".take"
NOTE: Final = "note.json"
READING: Final = "reading-"


def put_in_place(data: Path, contents: Mapping[str, bytes]) -> None:
    """Write a set of files by their names below the data folder; `keep` or `settle` must follow."""
    room = data / ROOM
    kept: dict[str, str | None] = {}
    for number, name in enumerate(contents):
        was = data / name
        kept[name] = None
        if was.exists():
            kept[name] = f"was-{number}"
            whole.write(room / f"was-{number}", was.read_bytes())
    whole.write(room / NOTE, json.dumps(kept).encode())
    for name, content in contents.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        whole.write(data / name, content)


def keep(data: Path) -> None:
    """Let the new files stay: from here on the take has happened."""
    (data / ROOM / NOTE).unlink()
    whole.settle(data / ROOM)
    sweep(data)


def settle(data: Path) -> bool:
    """Put back what a take that was cut off had changed, and return whether there was one; call it `alone`.

    What was kept is moved, not written: where a take was cut off by a full disk there is no room to write it.
    """
    note = data / ROOM / NOTE
    there = note.exists()
    if there:
        kept = json.loads(note.read_text("utf-8"))
        for name, was in kept.items():
            if was is None:
                (data / name).unlink(missing_ok=True)
            elif (data / ROOM / was).exists():  # else moved back already, by an undoing that was cut off itself
                (data / ROOM / was).replace(data / name)
        for folder in {(data / name).parent for name in kept}:
            if folder.is_dir():  # a new one may not have been made yet
                whole.settle(folder)
        note.unlink()
        whole.settle(data / ROOM)
    sweep(data)
    return there


def sweep(data: Path) -> None:
    """Delete what was kept of files, and drafts that were never finished."""
    for left in (data / ROOM).glob("was-*"):
        left.unlink()
    for left in [*(data / ROOM).glob(".*.part"), *(data / ROOM).glob(f"{READING}*")]:
        shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
    for folder in ("catalog", "observations", "points", "days"):
        for left in (data / folder).glob(".*.part"):
            left.unlink(missing_ok=True)


def put_back_cut_off(data: Path) -> None:
    """Before a build: put back what a take that was cut off had changed, unless it is still under way."""
    if (data / ROOM / NOTE).exists():
        with suppress(Busy), alone(data / ROOM):
            settle(data)

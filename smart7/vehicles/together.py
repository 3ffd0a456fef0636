"""Let a set of files of a feed take their places together: whoever pulls the plug finds all of them or none.

Everything new is written to `.taking/` first, to its last byte. Then a note says what goes where: from there on the
take has happened, and whoever comes next moves what was not moved yet. Before it, nothing has.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from smart7 import whole
from smart7.alone import Busy, alone
from smart7.vehicles.refused import Refused

ROOM: Final = ".taking"
NOTE: Final = "note.json"


@contextmanager
def by_itself(room: Path) -> Iterator[None]:
    """Keep other commands of vehicles out; raises `Refused` while one is under way."""
    try:
        with whole.told(room / ROOM), alone(room):
            yield
    except Busy:
        raise Refused("busy") from None


def begin(feed: Path) -> Path:
    """Finish or sweep away what was cut off, and return an empty folder for what is new; call it `by_itself`."""
    settle(feed)
    room = feed / ROOM
    with whole.told(room):
        room.mkdir(parents=True)
    return room


def put_in_place(feed: Path, moves: Mapping[str, str | None]) -> None:
    """Let drafts of `.taking/` take their places, by the names these have below the feed's folder; None deletes.

    Raises `CannotWrite` with nothing changed.
    """
    room = feed / ROOM
    with whole.told(room):
        for draft in moves.values():
            if draft is not None:
                whole.flush(room / draft)
        for folder in {(feed / name).parent for name in moves}:
            folder.mkdir(parents=True, exist_ok=True)
        whole.flush_folder(room)
    whole.write(room / NOTE, json.dumps(moves).encode())
    settle(feed)


def has_happened(feed: Path) -> bool:
    """Return whether a note says what goes where, so that a take stays whatever became of its moves."""
    return (feed / ROOM / NOTE).exists()


def settle(feed: Path) -> bool:
    """Finish what a note says, sweep away the rest, and return whether there was such a note."""
    room = feed / ROOM
    note = room / NOTE
    there = has_happened(feed)
    if there:
        moves: dict[str, str | None] = json.loads(note.read_text("utf-8"))
        for name, draft in moves.items():
            if draft is None:
                (feed / name).unlink(missing_ok=True)
            elif (room / draft).exists():  # else it was moved already
                (room / draft).replace(feed / name)
        for folder in {(feed / name).parent for name in moves}:
            whole.settle(folder)
        note.unlink()
        whole.settle(room)
    shutil.rmtree(room, ignore_errors=True)
    return there

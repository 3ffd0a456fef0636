"""Put a feed in the place of another as one step: whoever looks, or pulls the plug, finds the old one or the new one.

The new feed waits in `.swap-NAME` beside the old, and a note says that an import is under way. The two change places,
a snapshot is built, and only then is the note removed. An import whose note is still there has not happened: the next
command puts the old feed back.
"""

import ctypes
import hashlib
import json
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from smart7 import whole
from smart7.alone import Busy, alone

DRAFT: Final = ".draft"
NOTE: Final = ".import-"
HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux; RENAME_SWAP of macOS is 2 too


def new_draft(gtfs: Path) -> Path:
    """Return an empty folder that no build reads."""
    draft = gtfs / DRAFT
    draft.mkdir()
    return draft


def settle(gtfs: Path) -> list[str]:
    """Undo imports that were cut off, delete what they left, and return the feeds concerned; call it `alone`."""
    undone = []
    for note in sorted(gtfs.glob(f"{NOTE}*")):
        name = note.name.removeprefix(NOTE)
        put_back(gtfs, name)
        undone.append(name)
    for left in [*gtfs.glob(f"{DRAFT}*"), *gtfs.glob(".swap-*"), *gtfs.glob(f".{NOTE}*")]:
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    return undone


def put_back_cut_off(gtfs: Path) -> None:
    """Before a build: undo an import that was cut off, unless it is still under way."""
    if any(gtfs.glob(f"{NOTE}*")):
        with suppress(Busy), alone(gtfs):
            settle(gtfs)


def put_in_place(gtfs: Path, name: str, draft: Path) -> None:
    """Let a draft and the feed in service change places; `keep` or `put_back` must follow."""
    whole.flush(draft)
    waiting = gtfs / f".swap-{name}"
    draft.rename(waiting)
    write_note(gtfs, name)
    change_places(waiting, gtfs / name)


def keep(gtfs: Path, name: str) -> None:
    """Let the new feed stay: from here on the import has happened."""
    (gtfs / f"{NOTE}{name}").unlink()
    whole.settle(gtfs)
    shutil.rmtree(gtfs / f".swap-{name}", ignore_errors=True)


def put_back(gtfs: Path, name: str) -> None:
    """Put the old feed back, at whatever step its replacement stopped."""
    note = gtfs / f"{NOTE}{name}"
    wanted = json.loads(note.read_text("utf-8"))["old"]
    feed, waiting, between = (gtfs / part for part in (name, f".swap-{name}", f".was-{name}"))
    if not wanted:
        if feed.exists():
            feed.rename(waiting)
    elif digest_of(feed) != wanted:
        if digest_of(waiting) == wanted:
            change_places(waiting, feed)
        else:  # moved away by the first of three renames
            if feed.exists():
                feed.rename(waiting)
            between.rename(feed)
    note.unlink()
    for left in (waiting, between):
        shutil.rmtree(left, ignore_errors=True)


def change_places(waiting: Path, feed: Path) -> None:
    """Let two folders change places, in one step where the system has one; `feed` may not be there yet."""
    if not feed.exists():
        waiting.rename(feed)
    elif not exchanged(waiting, feed):
        between = feed.with_name(f".was-{feed.name}")
        feed.rename(between)
        waiting.rename(feed)
        between.rename(waiting)
    whole.flush_folder(feed.parent)


def exchanged(one: Path, other: Path) -> bool:
    """Return whether the system let two paths change places as one step; not every system and disk can."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            return bool(library.renameat2(HERE, first, HERE, second, EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        pass
    return False


def write_note(gtfs: Path, name: str) -> None:
    """Write down, for whoever comes after a power cut, that an import of a feed began and what it replaces."""
    whole.write(gtfs / f"{NOTE}{name}", json.dumps({"old": digest_of(gtfs / name)}).encode())


def digest_of(feed: Path) -> str:
    """Return a digest of the files of a feed, '' where there is none."""
    if not feed.is_dir():
        return ""
    digest = hashlib.sha256()
    for path in sorted(feed.iterdir()):
        digest.update(f"{path.name} {path.stat().st_size} ".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()

"""`manage.py restore BACKUP --to DIR`: put a backup back as a data folder, in an empty place and nowhere else."""

import argparse
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from smart7 import seal, whole
from smart7.backup import copying, manifest
from smart7.backup.copying import Progress, say
from smart7.backup.manifest import DATA, UNFINISHED, Manifest
from smart7.backup.refused import Refused
from smart7.ledger import book, copies
from smart7.ledger.served.named import named
from smart7.words import backup as words
from smart7.words import disk


def arguments() -> argparse.ArgumentParser:
    """Return what the command line takes."""
    parser = argparse.ArgumentParser(prog="manage.py restore", description=__doc__)
    parser.add_argument("backup", type=Path, help="a folder smart7-<day and time> that manage.py backup made")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--to", type=Path, help="the data folder to make; new or empty")
    way.add_argument("--check", action="store_true", help="only read the backup and say whether it is whole")
    return parser


def check(backup: Path) -> Manifest:
    """Read a backup from end to end and return its list; raises `Refused` where it is not what was backed up."""
    held = manifest.read(backup)
    manifest.verify(backup, held, Progress(words.CHECKING, held.size))
    look_into(backup / DATA, held, backup)
    return held


def look_into(data: Path, held: Manifest, backup: Path) -> None:
    """Hold the ledger to its rows and each snapshot to its seal; raises `Refused`."""
    if held.ledger is not None:
        if not copies.known(held.ledger):
            raise Refused(words.NEWER, place=backup)
        try:
            found = copies.look_through(data / copies.NAME)
        except copies.Broken as error:
            raise manifest.damaged(backup, copies.NAME, manifest.filled(words.UNREADABLE, why=error)) from error
        if found != held.ledger:
            raise manifest.damaged(backup, copies.NAME, words.FLIPPED)
    for entry in held.files:
        if entry.name.endswith(".duckdb") and seal.holds(data / entry.name) is False:
            raise manifest.damaged(backup, entry.name, words.FLIPPED)


def restore(backup: Path, to: Path) -> Manifest:
    """Put a backup back as a data folder, whole or not at all; raises `Refused`, `whole.CannotWrite`."""
    to = to.absolute()
    require_empty(to)
    held = check(backup)
    say_found(backup, held)
    need = copying.room_for(*(entry.size for entry in held.files))
    with whole.told(to, need), drafted(to) as draft:
        free = whole.room(draft)
        say(words.RESTORE_NEEDS, need=whole.megabytes(need), free=whole.megabytes(free))
        if free < need:
            raise whole.CannotWrite(disk.FULL, to, need)
        put_back(backup, held, draft)
        look_into(draft, held, backup)
        copying.settle(draft)
        require_empty(to)
        if held.ledger is None or not named():
            take_place(draft, to)
        else:
            note = to.with_name(f".{to.name}.restoring")
            put_ledger(draft / copies.NAME, held, held.ledger, note)
            # What a server keeps cannot be taken back: from here on only names change, and a second try goes on.
            try:
                (draft / copies.NAME).unlink()
                take_place(draft, to)
            except OSError as error:
                raise Refused(words.LEDGER_ALONE, place=to, why=error.strerror) from error
            with suppress(OSError):
                note.unlink()
    return held


def put_ledger(file: Path, held: Manifest, ledger: copies.Held, note: Path) -> None:
    """Write the ledger into the server that is named; raises `Refused` for one in use.

    A note of which backup it is of is there before the server keeps it. With that note, a ledger which the server holds
    already, just as it is here, was put there by a try that was cut off.
    """
    begun = note.exists() and note.read_text("utf-8") == held.digest
    try:
        with copies.put(file, again=begun) as put:
            if put.rows != {name: ledger.rows.get(name, 0) for name in put.rows}:
                raise Refused(words.LEDGER_REFUSED, why=put.rows)
            whole.write(note, held.digest.encode())
    except copies.Filled:
        raise Refused(words.LEDGER_IN_USE) from None
    except sqlite3.Error as error:
        raise Refused(words.LEDGER_REFUSED, why=error) from error
    say(words.LEDGER_PUT, rows=sum(put.rows.values()))


def require_empty(to: Path) -> None:
    """Raise `Refused` unless a place is new or an empty folder."""
    if os.path.lexists(to) and (to.is_symlink() or not to.is_dir() or any(to.iterdir())):
        raise Refused(words.NOT_EMPTY, place=to)
    if to.is_mount():
        raise Refused(words.A_MOUNT, place=to)


@contextmanager
def drafted(to: Path) -> Iterator[Path]:
    """Lend a folder beside a place; what has not taken its place by the end is gone."""
    draft = to.with_name(f".{to.name}.restoring{UNFINISHED}")
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def take_place(draft: Path, to: Path) -> None:
    """Let a folder that is on the disk take its place in one step."""
    if to.exists():
        to.rmdir()
    draft.rename(to)
    whole.settle(to.parent)


def put_back(backup: Path, held: Manifest, draft: Path) -> None:
    """Copy the files of a backup, each held to its digest once more on the way."""
    progress, done = Progress(words.COPYING, held.size), 0
    for entry in held.files:
        try:
            same = copying.copy(backup / DATA / entry.name, draft / entry.name, entry.name) == entry
        except copying.Unread as error:
            raise manifest.damaged(backup, entry.name, manifest.filled(words.UNREADABLE, why=error)) from error
        if not same:
            raise manifest.damaged(backup, entry.name, words.FLIPPED)
        done += entry.size
        progress(done)


def say_found(backup: Path, held: Manifest) -> None:
    """Say that a backup is whole, and what it is."""
    size = whole.megabytes(held.size)
    say(words.SOUND, place=backup, count=len(held.files), size=size, at=held.made_at, digest=held.digest)


def main(line: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 when it is done, else 1 and one sentence."""
    given = arguments().parse_args(line)
    try:
        if given.check:
            say_found(given.backup, check(given.backup))
            return 0
        held = restore(given.backup, given.to)
    except (Refused, book.Unavailable, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    place, snapshot = given.to.absolute(), held.snapshot or words.NONE.both()
    say(words.RESTORED, place=place, count=len(held.files), rows=held.rows, snapshot=snapshot)
    say(words.NEXT, place=place)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`manage.py backup --out DIR`: a copy of everything people entered and put in, made while the site runs."""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from smart7 import alone, store, whole
from smart7.backup import copying, manifest, sources
from smart7.backup.copying import Progress, say
from smart7.backup.manifest import DATA, LIST, UNFINISHED, Entry, Manifest
from smart7.backup.refused import Refused
from smart7.ledger import book, copies
from smart7.words import backup as words
from smart7.words import disk

PATIENCE_SECONDS: Final = 600.0


def arguments() -> argparse.ArgumentParser:
    """Return what the command line takes."""
    parser = argparse.ArgumentParser(prog="manage.py backup", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder of the backups, better on another disk")
    parser.add_argument("--keep", type=int, default=0, help="delete all but the newest N backups there afterwards")
    return parser


def back_up(out: Path, keep: int = 0) -> Path:
    """Make a backup in a folder and return it; raises `Refused`, `whole.CannotWrite`, with nothing left behind."""
    began, data = time.monotonic(), store.data_folder()
    if not data.is_dir():
        raise Refused(words.NO_DATA, place=data)
    if out.resolve().is_relative_to(data.resolve()):
        raise Refused(words.INSIDE, place=data)
    with whole.told(out / LIST):
        out.mkdir(parents=True, exist_ok=True)
        with by_itself(out):
            sweep(out)
            place = unused(out)
            with drafted(place) as draft:
                made = fill(draft, data)
            for snapshot_id in made.left_out:
                say(words.LEFT_OUT, id=snapshot_id)
            seconds = f"{time.monotonic() - began:.1f}"
            say(words.DONE, place=place, size=whole.megabytes(made.size), seconds=seconds, digest=made.digest)
            let_go(out, keep)
    return place


@contextmanager
def by_itself(out: Path) -> Iterator[None]:
    """Keep other backups out of the folder."""
    try:
        with alone.alone(out):
            yield
    except alone.Busy:
        raise Refused(words.BUSY, place=out) from None


def unused(out: Path) -> Path:
    """Return a name of now for a backup; waits for the next second where this one has one."""
    while (place := out / f"smart7-{datetime.now(UTC):%Y%m%dT%H%M%SZ}").exists():
        time.sleep(0.1)
    return place


@contextmanager
def drafted(place: Path) -> Iterator[Path]:
    """Lend a folder that takes its place in one step when that went well, and is gone when not.

    Only its owner may look into it: the ledger holds names and what passwords are compared with.
    """
    draft = place.with_name(f".{place.name}{UNFINISHED}")
    draft.mkdir(mode=0o700)
    try:
        yield draft
        copying.settle(draft)
        draft.rename(place)
        whole.settle(place.parent)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def fill(draft: Path, data: Path) -> Manifest:
    """Copy everything into a draft, read it back, and write its list."""
    made_at = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}"
    need = require_room(draft, data)
    with whole.told(draft, need), still(data):
        # The ledger first: what it names of pictures and evidence is there by then, and is never deleted.
        held, entries = copy_ledger(draft)
        files = copying.copy_as_one(partial(sources.found, data), draft)
    say(words.FILES, count=len(files), size=whole.megabytes(sum(entry.size for entry in files)))
    entries += sorted(files, key=lambda entry: entry.name)
    pointer = draft / DATA / sources.SNAPSHOTS / "current"
    snapshot = pointer.read_text("utf-8").strip() if pointer.exists() else ""
    made = Manifest(made_at, snapshot, held, tuple(entries), tuple(sources.left_out(data)))
    manifest.verify(draft, made, Progress(words.CHECKING, made.size))
    say(words.READ_BACK)
    manifest.write(draft, made)
    return manifest.parsed(draft, (draft / LIST).read_bytes(), manifest.digest_of(draft / LIST))


def require_room(draft: Path, data: Path) -> int:
    """Say how much room a backup needs and has, and return the bytes; raises `whole.CannotWrite` with too little."""
    found = sources.found(data)
    need = copying.room_for(copies.size(), *(source.size for source in found.values()))
    say(words.NEEDS, need=whole.megabytes(need), free=whole.megabytes(whole.room(draft)))
    if whole.room(draft) < need:
        raise whole.CannotWrite(disk.FULL, draft.parent, need)
    return need


@contextmanager
def still(data: Path) -> Iterator[None]:
    """Keep imports from beginning meanwhile, and wait for one that is under way; raises `Refused` after a while.

    On a disk that became read-only nothing can change, and a backup is wanted most.
    """
    until, told = time.monotonic() + PATIENCE_SECONDS, False
    with ExitStack() as held:
        for room in sources.ROOMS:
            while (data / room).is_dir() and os.access(data / room, os.W_OK):
                try:
                    held.enter_context(alone.alone(data / room))
                    break
                except alone.Busy:
                    if time.monotonic() > until:
                        raise Refused(words.UNDER_WAY, place=data / room) from None
                    if not told:
                        say(words.WAITING)
                    told = True
                    time.sleep(0.2)
        yield


def copy_ledger(draft: Path) -> tuple[copies.Held | None, list[Entry]]:
    """Copy the ledger into a draft, and say how much it holds; raises `Refused` for one that is damaged."""
    (draft / DATA).mkdir()
    file = draft / DATA / copies.NAME
    try:
        held = copies.take(file)
    except copies.Broken as error:
        raise Refused(words.LEDGER_BROKEN, place=store.data_folder() / copies.NAME, why=error) from error
    if held is None:
        say(words.NO_LEDGER)
        return None, []
    whole.flush(file)
    size = file.stat().st_size
    say(words.LEDGER, rows=sum(held.rows.values()), size=whole.megabytes(size))
    return held, [Entry(copies.NAME, size, manifest.digest_of(file))]


def sweep(out: Path) -> None:
    """Delete backups that were never finished."""
    for left in out.glob(f".smart7-*{UNFINISHED}"):
        shutil.rmtree(left)
        say(words.SWEPT, name=left.name)


def let_go(out: Path, keep: int) -> None:
    """Delete all but the newest backups, where a number to keep is given; a name is gone before its files are."""
    held = sorted(path for path in out.glob("smart7-*Z") if manifest.looks_like_one(path))
    for old in held[:-keep] if keep > 0 else []:
        gone = old.rename(old.with_name(f".{old.name}{UNFINISHED}"))
        shutil.rmtree(gone)
        say(words.LET_GO, name=old.name)


def main(line: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 when the backup is made, else 1 and one sentence."""
    given = arguments().parse_args(line)
    try:
        back_up(given.out, given.keep)
    except (Refused, book.Unavailable, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())

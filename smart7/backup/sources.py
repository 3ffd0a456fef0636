"""What of a data folder goes into a backup: all that people put there, and the snapshots that are in use.

Left out are snapshots that a build makes again, what was being written, and locks. Notes of an import that was cut
off go along: whoever builds in the restored folder puts back what it had changed, as here.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smart7 import store
from smart7.alone import LOCK
from smart7.backup.refused import Refused
from smart7.ledger import book
from smart7.words import backup as words

SNAPSHOTS: Final = "snapshots"
# Where days of vehicles are made, and what an engine does not hold in memory: made again, and never still meanwhile.
MADE_ASIDE: Final = (".making", ".spill-")
# Where the lock lies of what changes several files together, or files and ledger.
ROOMS: Final = (".publish", ".take", "gtfs", "vehicles")
Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class Source:
    """A file to back up: where it lies, its size in bytes, and what tells that it was changed."""

    path: Path
    size: int
    stamp: Stamp


def found(data: Path) -> dict[str, Source]:
    """Return what there is to back up, by its name below the data folder; all but the ledger."""
    names = [*sorted(inputs(data, "", frozenset())), *snapshots(data)]
    return {name: source for name in names if (source := looked_at(data, name)) is not None}


def inputs(data: Path, below: str, above: frozenset[str]) -> Iterator[str]:
    """Yield the names of the files below a folder; folders elsewhere that are linked to are followed."""
    folder = data / below
    real = os.path.realpath(folder)
    if real in above:  # a link that leads back
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{below}{entry.name}"
            if name == SNAPSHOTS or name.startswith(book.path().name) or passing(entry.name):
                continue
            if entry.is_dir():
                yield from inputs(data, f"{name}/", above | {real})
            else:
                yield name


def passing(name: str) -> bool:
    """Return whether a file or folder of that name is a lock, or not written to its end."""
    return name == LOCK or name.startswith(MADE_ASIDE) or (name.startswith(".") and name.endswith(".part"))


def snapshots(data: Path) -> Iterator[str]:
    """Yield the names of the snapshot in service and of the frozen ones, with their seals and marks."""
    folder = data / SNAPSHOTS
    if store.named() in chosen(data):
        yield f"{SNAPSHOTS}/current"
    for one in sorted(chosen(data)):
        ends = (".duckdb", ".seal", ".frozen")
        yield from (f"{SNAPSHOTS}/{one}{end}" for end in ends if (folder / f"{one}{end}").exists())


def wanted(data: Path) -> set[str]:
    """Return the snapshot in service and those that a view or an agenda is frozen on."""
    frozen = {path.stem for path in (data / SNAPSHOTS).glob("[!.]*.frozen")}
    return {one for one in (store.named(), *frozen) if one}


def chosen(data: Path) -> set[str]:
    """Return the snapshots that go along: those in use that are whole."""
    return {one for one in wanted(data) if store.sound(one)}


def left_out(data: Path) -> list[str]:
    """Return the snapshots in use that are not whole, and so are not kept for anybody."""
    return sorted(wanted(data) - chosen(data))


def looked_at(data: Path, name: str) -> Source | None:
    """Return a file as it is now, None where it is gone by now; raises `Refused` for what is no file."""
    path = data / name
    try:
        about = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise Refused(words.NO_FILE, name=name, why="-> " + str(path.readlink())) from None
        return None
    if not stat.S_ISREG(about.st_mode):
        raise Refused(words.NO_FILE, name=name, why=stat.filemode(about.st_mode))
    return Source(path, about.st_size, (about.st_size, about.st_mtime_ns, about.st_ino))

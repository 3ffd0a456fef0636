"""Copy files and hash them on the way, and tell now and then how far that is."""

import hashlib
import os
import stat
import time
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import Final

from smart7 import saying, whole
from smart7.backup.manifest import BLOCK, DATA, Entry
from smart7.backup.refused import Refused
from smart7.backup.sources import Source
from smart7.i18n import Text
from smart7.words import backup as words

PASSES: Final = 20
EVERY_SECONDS: Final = 2.0
# What a file takes beyond its bytes: its last block, half filled, and its place in folder and list.
A_FILE: Final = 6000


class Progress:
    """Says a line every few seconds: how many bytes are done, of how many."""

    def __init__(self, line: Text, size: int) -> None:
        self.line, self.size, self.said = line, whole.megabytes(size), time.monotonic()

    def __call__(self, done: int) -> None:
        """Say how far it is, unless that was said just now."""
        if time.monotonic() - self.said > EVERY_SECONDS:
            self.said = time.monotonic()
            say(self.line, done=whole.megabytes(done), size=self.size)


def say(line: Text, **values: object) -> None:
    """Print a line in both languages."""
    saying.say(line.both(**values))


def room_for(*sizes: int) -> int:
    """Return how many bytes of a disk files of these sizes take."""
    return sum(size + A_FILE for size in sizes)


class Unread(Exception):
    """Raise where a file that is to be copied cannot be read; as a text it is what the system says."""


def blocks(source: Path) -> Generator[bytes]:
    """Yield the content of a file; raises `FileNotFoundError`, and `Unread` for whatever else the system says."""
    try:
        with source.open("rb") as file:
            while block := file.read(BLOCK):
                yield block
    except FileNotFoundError:
        raise
    except OSError as error:
        raise Unread(error.strerror) from error


def copy(source: Path, target: Path, name: str) -> Entry:
    """Copy a file to a new place, on the disk to its last byte; return its name, size and digest."""
    digest, size, about = hashlib.sha256(), 0, source.stat()
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(blocks(source)) as content, target.open("xb") as new:
        for block in content:
            digest.update(block)
            size += new.write(block)
        new.flush()
        os.fsync(new.fileno())
    os.utime(target, ns=(about.st_atime_ns, about.st_mtime_ns))
    # What only its owner may read, such as a key, stays so; who could write to the copy still can.
    target.chmod(stat.S_IMODE(target.stat().st_mode) & (stat.S_IMODE(about.st_mode) | stat.S_IWUSR | stat.S_IRUSR))
    return Entry(name, size, digest.hexdigest())


def settle(folder: Path) -> None:
    """Make sure that the names below a folder are on the disk as well."""
    for below, _, _ in os.walk(folder):
        whole.flush_folder(Path(below))


def copy_as_one(found: Callable[[], dict[str, Source]], draft: Path) -> list[Entry]:
    """Copy what is found so that all copies were true at one moment; raises `Refused` where it never stays still.

    It is looked for again after each pass: what changed meanwhile is copied again, until nothing did.
    """
    held: dict[str, tuple[Source, Entry]] = {}
    changed: list[str] = []
    for _ in range(PASSES):
        now = found()
        changed = [name for name in {**held, **now} if name not in held or held[name][0] != now.get(name)]
        if not changed:
            return [entry for _, entry in held.values()]
        progress, done = Progress(words.COPYING, sum(now[name].size for name in changed if name in now)), 0
        for name in changed:
            held.pop(name, None)
            (draft / DATA / name).unlink(missing_ok=True)
            if name in now and (entry := copied(now[name], draft / DATA / name, name)):
                held[name] = now[name], entry
                progress(done := done + entry.size)
    raise Refused(words.CHANGING, name=changed[0])


def copied(source: Source, target: Path, name: str) -> Entry | None:
    """Copy a file, None where it is gone by now; raises `Refused` where it cannot be read."""
    try:
        return copy(source.path, target, name)
    except FileNotFoundError:
        target.unlink(missing_ok=True)
        return None
    except Unread as error:
        raise Refused(words.NO_FILE, name=name, why=error) from error

"""Seal a snapshot: its size and a digest of its bytes, in a file beside it, tell whoever opens it that it is whole.

The seal is written before `current` moves, so a snapshot that a build of this version put in service has one. A file
without a seal comes from an older version or was put there by hand: it is for the reader to open it and look.
"""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from smart7 import whole

BLOCK: Final = 1 << 20
BLOCKS: Final = 64
Stamp = tuple[int, ...]


def place(snapshot: Path) -> Path:
    """Return where the seal of a snapshot's file lies."""
    return snapshot.with_suffix(".seal")


def write(snapshot: Path, seal: Path | None = None) -> None:
    """Write the seal of a snapshot's file as it is; raises `whole.CannotWrite`."""
    whole.write(seal or place(snapshot), json.dumps(made_of(snapshot)).encode())


def made_of(snapshot: Path) -> dict[str, Any]:
    """Return size and digest of a file: of every byte up to 64 MB, of 64 stretches of a larger one, ends included.

    That is 0.1 s at most, and finds what a full disk, a broken copy or a cut leaves: a header, an end or whole
    stretches that are not there. The build itself reads every row of every table back.
    """
    size = snapshot.stat().st_size
    digest = hashlib.blake2b(digest_size=32)
    with snapshot.open("rb") as file:
        for start in stretches(size):
            file.seek(start)
            digest.update(file.read(BLOCK))
    return {"size": size, "digest": digest.hexdigest()}


def stretches(size: int) -> list[int]:
    """Return where the stretches of a file begin that go into its digest."""
    if size <= BLOCK * BLOCKS:
        return list(range(0, size, BLOCK))
    return [n * (size - BLOCK) // (BLOCKS - 1) for n in range(BLOCKS)]


def stamp(snapshot: Path) -> Stamp | None:
    """Return what changes when a snapshot's file or its seal does, None where there is no such file."""
    found: list[int] = []
    for path in (snapshot, place(snapshot)):
        try:
            about = path.stat()
        except (OSError, ValueError):
            if path == snapshot:
                return None
            continue
        found += [about.st_size, about.st_mtime_ns, about.st_ino]
    return tuple(found)


def holds(snapshot: Path) -> bool | None:
    """Return whether a snapshot's file is what its seal says, None where it has no seal.

    What was found is kept until file or seal change: asking again costs two looks at the folder.
    """
    now = stamp(snapshot)
    try:
        return False if now is None else _compared(snapshot, now)
    except OSError:
        return False  # not kept: a disk that fails once, or too many open files, say nothing about the next look


@lru_cache(maxsize=64)
def _compared(snapshot: Path, _now: Stamp) -> bool | None:
    try:
        said = json.loads(place(snapshot).read_bytes())
        return bool(said["size"] == snapshot.stat().st_size and said == made_of(snapshot))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return False

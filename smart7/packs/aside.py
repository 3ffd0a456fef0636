"""Where files lie until they take their places: in a folder beside those, which is gone afterwards."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from smart7 import whole

PREFIX: Final = ".making-"
PACK: Final = 3600.0
"""Seconds that no pack takes to be made."""


@contextmanager
def room(home: Path, longest: float) -> Iterator[Path]:
    """Lend a folder in another one, which is made where there is none; raises what the disk says.

    What a process was killed over goes first: folders to which nothing came for longer than any file takes, in seconds.
    """
    home.mkdir(parents=True, exist_ok=True)
    whole.sweep(home.glob(f"{PREFIX}*"), longest)
    with TemporaryDirectory(prefix=PREFIX, dir=home) as folder:
        yield Path(folder)


def put_in_place(files: Sequence[Path], home: Path) -> list[Path]:
    """Let finished files take their places and return these; on an error what they replaced is back, in all of them."""
    old: dict[Path, Path | None] = {}
    try:
        for file in files:
            place = home / file.name
            old[place] = keep(place, file.with_name(f".was-{file.name}")) if place.exists() else None
            file.replace(place)
    except BaseException:
        for place, kept in old.items():
            kept.replace(place) if kept else place.unlink(missing_ok=True)
        raise
    whole.settle(home)
    return list(old)


def keep(file: Path, other: Path) -> Path:
    """Keep a file under another name as well, and return that; it takes no room where the disk knows links."""
    try:
        os.link(file, other)
    except OSError:
        shutil.copy2(file, other)
    return other

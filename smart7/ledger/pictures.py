"""Pictures people add to agendas: files beside the ledger, named by what is in them, never changed or deleted."""

import re
from hashlib import sha256
from pathlib import Path
from typing import Final

from smart7 import store, whole

NAME: Final = re.compile(r"[0-9a-f]{40}\.(png|jpg)")
MOST: Final = 1000


class Full(Exception):
    """Raise when as many pictures are kept as may be."""


def folder() -> Path:
    """Return the folder of the pictures, in the data folder."""
    return store.data_folder() / "pictures"


def keep(content: bytes, kind: str) -> str:
    """Keep a picture, `png` or `jpg`, and return its name; on disk whole or not at all.

    Raises `Full`, and `whole.CannotWrite` where the disk refuses.
    """
    home = folder()
    path = home / f"{sha256(content).hexdigest()[:40]}.{kind}"
    if path.exists():
        return path.name
    with whole.told(path, len(content)):
        home.mkdir(parents=True, exist_ok=True)
    if sum(1 for _ in home.glob("[!.]*")) >= MOST:
        raise Full
    return whole.write(path, content).name


def read(name: str) -> bytes | None:
    """Return a picture by its name, None where there is none."""
    path = folder() / name
    return path.read_bytes() if NAME.fullmatch(name) and path.is_file() else None

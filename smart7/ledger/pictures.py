"""Pictures people add to agendas: files beside the ledger, named by what is in them, never changed or deleted."""

import os
import re
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from smart7 import store

NAME: Final = re.compile(r"[0-9a-f]{40}\.(png|jpg)")
MOST: Final = 1000


class Full(Exception):
    """Raise when as many pictures are kept as may be."""


def folder() -> Path:
    """Return the folder of the pictures, in the data folder."""
    return store.data_folder() / "pictures"


def keep(content: bytes, kind: str) -> str:
    """Keep a picture, `png` or `jpg`, and return its name; on disk whole or not at all. Raises `Full`."""
    home = folder()
    path = home / f"{sha256(content).hexdigest()[:40]}.{kind}"
    if path.exists():
        return path.name
    home.mkdir(parents=True, exist_ok=True)
    if sum(1 for _ in home.iterdir()) >= MOST:
        raise Full
    with NamedTemporaryFile(dir=home, prefix=".", delete=False) as draft:
        draft.write(content)
        draft.flush()
        os.fsync(draft.fileno())
    Path(draft.name).chmod(0o644)
    Path(draft.name).replace(path)
    return path.name


def read(name: str) -> bytes | None:
    """Return a picture by its name, None where there is none."""
    path = folder() / name
    return path.read_bytes() if NAME.fullmatch(name) and path.is_file() else None

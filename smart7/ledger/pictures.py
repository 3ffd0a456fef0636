"""Pictures people add to agendas: files beside the ledger, named by what is in them, never changed.

The ledger says who added which and how large it is. A picture that an administrator frees is gone, its rows stay.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from smart7 import store, whole
from smart7.ledger import audit, book, quotas
from smart7.ledger.book import Ledger

NAME: Final = re.compile(r"[0-9a-f]{40}\.(png|jpg)")
MOST: Final = 1000


class Full(Exception):
    """Raise when as many pictures are kept as may be."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture that is kept: its size in bytes, whose it is and since when, '' where the ledger does not know."""

    name: str
    size: int
    account: str
    at: str


def folder() -> Path:
    """Return the folder of the pictures, in the data folder."""
    return store.data_folder() / "pictures"


def keep(content: bytes, kind: str, *, account: str, where: str = "") -> str:
    """Keep a picture of an account, `png` or `jpg`, and return its name; on disk whole or not at all, with the act.

    Raises `Full`, `quotas.Full`, and `whole.CannotWrite` where the disk refuses.
    """
    home = folder()
    path = home / f"{sha256(content).hexdigest()[:40]}.{kind}"
    if path.exists():
        return path.name
    with whole.told(path, len(content)):
        home.mkdir(parents=True, exist_ok=True)
    if sum(1 for _ in home.glob("[!.]*")) >= MOST:
        raise Full
    written = False
    try:
        with book.opened(writing=True) as ledger:
            if path.exists():  # somebody else sent the same meanwhile
                return path.name
            quotas.room(ledger, "pictures", account, len(content))
            written = bool(whole.write(path, content))
            append(ledger, Picture(path.name, len(content), account, now()), None)
            audit.note(ledger, account, "picture.add", path.name, "", f"{len(content)} bytes", where)
    except BaseException:
        if written:
            with suppress(*book.FAULTS):  # where the ledger cannot be asked, it stays
                forget(path)
        raise
    return path.name


def forget(path: Path) -> None:
    """Delete a picture that was refused, unless the ledger names it after all.

    A server may have kept what it could not answer, and somebody else may have added the same.
    """
    with book.opened(writing=True) as ledger:
        newest = "select freed_at from pictures where name = ? order by entry desc limit 1"
        row = ledger.execute(newest, [path.name]).fetchone()
        if row is None or row["freed_at"]:
            path.unlink(missing_ok=True)


def free(name: str, *, account: str, where: str = "") -> bool:
    """Delete a picture, with the act in the audit; return whether there was one. Raises `whole.CannotWrite`.

    The act comes first, so that no picture goes without a trace; one that the disk did not let go can be freed again.
    """
    path = folder() / name
    if not NAME.fullmatch(name) or not path.is_file():
        return False
    held = next(one for one in every() if one.name == name)
    with book.opened(writing=True) as ledger:
        append(ledger, held, now())
        audit.note(ledger, account, "held.free", name, f"{held.size} bytes", "", where)
    with whole.told(path):
        path.unlink(missing_ok=True)
    return True


def every() -> list[Picture]:
    """Return the pictures that are kept, the largest first."""
    with book.opened() as ledger:
        rows = ledger.execute(
            "select * from pictures where entry in (select max(entry) from pictures group by name)"
        ).fetchall()
    known = {row["name"]: row for row in rows}
    found = [
        Picture(
            path.name, path.stat().st_size,
            known[path.name]["account"] if path.name in known else "",
            known[path.name]["at"] if path.name in known else "",
        )
        for path in folder().glob("[!.]*")
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.size, one.name))


def read(name: str) -> bytes | None:
    """Return a picture by its name, None where there is none."""
    path = folder() / name
    return path.read_bytes() if NAME.fullmatch(name) and path.is_file() else None


def append(ledger: Ledger, picture: Picture, freed_at: str | None) -> None:
    """Write one row, the only way into the table."""
    ledger.execute(
        "insert into pictures (name, bytes, account, at, freed_at) values (?, ?, ?, ?, ?)",
        [picture.name, picture.size, picture.account, picture.at, freed_at],
    )


def now() -> str:
    """Return this moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()

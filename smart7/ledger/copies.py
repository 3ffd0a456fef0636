"""Copies of the ledger: taken while others write, and looked through before anybody relies on them."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smart7.ledger import book

NAME: Final = "ledger.sqlite"


class Broken(Exception):
    """Raise when a ledger's file is not whole; as a text it is what SQLite says."""


@dataclass(frozen=True)
class Held:
    """What a ledger holds: the version of its schema, and the number of rows of each table."""

    version: int
    rows: dict[str, int]


def known(held: Held) -> bool:
    """Return whether this version of the project can read a ledger."""
    return held.version <= len(book.STEPS)


def size() -> int:
    """Return how many bytes a copy of the ledger may take, 0 where there is none."""
    parts = (book.path(), book.path().with_name(f"{book.path().name}-wal"))
    return sum(part.stat().st_size for part in parts if part.exists())


def take(to: Path) -> Held | None:
    """Copy the ledger as it stands between two transactions to a new file; None where there is none.

    The copy is one file without a log. Those who write meanwhile wait for nothing: with its write-ahead log SQLite
    reads the state of one moment, and all pages in one step. Raises `Broken`, and what SQLite says of the disk.
    """
    if not book.path().exists():
        return None
    with closing(sqlite3.connect(to)) as target:
        try:
            with closing(reading(book.path(), "&immutable=1" if lies_still(book.path()) else "")) as source:
                source.backup(target)
        except sqlite3.DatabaseError as error:
            raise judged(error) from error
        target.execute("pragma journal_mode = delete")
    return look_through(to)


def look_through(file: Path) -> Held:
    """Return what a copy holds after every page and every reference of it was looked at; raises `Broken`."""
    try:
        with closing(reading(file, "&immutable=1")) as copy:
            said = [row[0] for row in copy.execute("pragma integrity_check(3)")]
            said = [] if said == ["ok"] else said
            said += [f"{row[0]} refers to no row of {row[2]}" for row in copy.execute("pragma foreign_key_check")]
            if said:
                raise Broken(said[0])
            query = "select name from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~'"
            names = [row[0] for row in copy.execute(query)]
            counts = {name: copy.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names}  # noqa: S608
            return Held(book.version(copy), counts)
    except sqlite3.DatabaseError as error:
        raise judged(error) from error


def lies_still(file: Path) -> bool:
    """Return whether a ledger lies on a disk that takes nothing, with no log beside it; SQLite needs to be told."""
    log = file.with_name(f"{file.name}-wal")
    return not os.access(file.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def reading(file: Path, more: str = "") -> sqlite3.Connection:
    """Open a ledger to read it only; it stays at the version of its schema."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro{more}", uri=True, timeout=book.WAIT_SECONDS)


def judged(error: sqlite3.DatabaseError) -> Exception:
    """Return `Broken` where SQLite cannot make a ledger of a file; what it says of a disk stays as it is."""
    found = getattr(error, "sqlite_errorcode", 0) & 0xFF
    none = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN)
    return Broken(str(error)) if found in none else error

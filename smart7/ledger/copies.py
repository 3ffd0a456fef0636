"""Copies of the ledger: taken while others write, and looked through before anybody relies on them.

A copy is a file of SQLite, whichever store the ledger lies in: the tables are the same, so one made of a server can be
read, verified and put back like any other, into a data folder or into an empty server.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smart7.ledger import audit, book
from smart7.ledger.book import Ledger
from smart7.ledger.file import WAIT_SECONDS
from smart7.ledger.served.named import named

NAME: Final = "ledger.sqlite"
# Every table there is, those that others refer to first.
TABLES: Final = tuple(re.findall(r"create table (\w+)", "".join(book.STEPS)))


class Filled(Exception):
    """Raise when a ledger that is to be written into holds something already."""


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
    if named():
        with book.opened() as held:
            return int(held.execute("select pg_database_size(current_database())").fetchone()[0])
    parts = (book.path(), book.path().with_name(f"{book.path().name}-wal"))
    return sum(part.stat().st_size for part in parts if part.exists())


def take(to: Path) -> Held | None:
    """Copy the ledger as it stands between two transactions to a new file; None where there is none."""
    return take_served(to) if named() else take_file(to)


def take_served(to: Path) -> Held:
    """Copy the ledger of a server to a new file, as it stands at one moment; nobody waits for it.

    Raises `book.Unavailable`, and what SQLite says of the disk.
    """
    with book.opened() as source, closing(sqlite3.connect(to, isolation_level=None)) as target:
        book.bring_up(target)
        target.execute("begin")
        move(source, target)
        target.execute("commit")
    return look_through(to)


@contextmanager
def put(file: Path, *, again: bool = False) -> Iterator[Held]:
    """Write a copy into the empty ledger of the server that is named, and give what it holds; kept when that ends well.

    The file is brought to the newest schema for that. Where it is put `again`, a ledger that is as the copy, by its
    rows and the head of its audit, stays as it is.

    Raises `Filled` where there is something already, `book.Unavailable` and `book.NewerLedger`.
    """
    with closing(sqlite3.connect(file, isolation_level=None)) as source, book.opened(writing=True) as target:
        source.row_factory = sqlite3.Row
        book.bring_up(source)
        if not any(counted(target).values()):
            move(source, target)
        elif not (again and alike(source, target)):
            raise Filled
        yield Held(book.version(target), counted(target))


def alike(one: Ledger, other: Ledger) -> bool:
    """Return whether two ledgers hold as many rows in each table, and the same acts."""
    return counted(one) == counted(other) and audit.head_of(one) == audit.head_of(other)


def move(source: Ledger, target: Ledger) -> None:
    """Write every row of a ledger into another that is empty, with the highest number each table ever gave."""
    for table in TABLES:
        rows = source.execute(f'select * from "{table}"').fetchall()  # noqa: S608 - a table of the schema
        names = list(rows[0].keys()) if rows else []
        places = ", ".join("?" for _ in names)
        statement = f"insert into {table} ({', '.join(names)}) values ({places})"  # noqa: S608
        for row in rows:
            target.execute(statement, list(row))
        if rows and (used := book.used(source, table)):
            number(target, table, used)


def number(ledger: Ledger, table: str, used: int) -> None:
    """Let a table go on after the highest number it ever gave, whether that entry is still there or not."""
    ledger.execute(f"update {book.numbers(ledger)} set seq = ? where name = ?", [used, table])  # noqa: S608


def counted(ledger: Ledger) -> dict[str, int]:
    """Return the number of rows of each table."""
    return {name: ledger.execute(f"select count(*) from {name}").fetchone()[0] for name in TABLES}  # noqa: S608


def take_file(to: Path) -> Held | None:
    """Copy the ledger's file as it stands between two transactions to a new one; None where there is none.

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
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro{more}", uri=True, timeout=WAIT_SECONDS)


def judged(error: sqlite3.DatabaseError) -> Exception:
    """Return `Broken` where SQLite cannot make a ledger of a file; what it says of a disk stays as it is."""
    found = getattr(error, "sqlite_errorcode", 0) & 0xFF
    none = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN)
    return Broken(str(error)) if found in none else error

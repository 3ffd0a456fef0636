"""One transaction of a ledger on a server of PostgreSQL; what goes wrong is raised as SQLite's module would raise it.

Those who write wait for each other from their first moment on, so that the audit is one chain whoever writes it.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, Final

import psycopg
from psycopg import conninfo, errors
from psycopg.pq import TransactionStatus

from smart7.ledger.faults import NewerLedger, Unavailable
from smart7.ledger.served.pool import Line, Row, place, pool
from smart7.ledger.served.spelling import BASE, spelled, step
from smart7.words import ledger as words

VARIABLE: Final = "SMART7_LEDGER"
NUMBERS: Final = "ledger_numbers"
SCHEMES: Final = ("postgresql://", "postgres://")
# Any number will do, as long as every writer names the same.
WRITERS: Final = "select pg_advisory_xact_lock(1405112693)"
# Asked of the catalogue itself: what looks a name up may remember that there was none before another made it.
FOUNDED: Final = (
    "select 1 from pg_tables where tablename = 'ledger_version' and schemaname = any(current_schemas(false))"
)
BEGIN: Final = {True: "begin isolation level read committed", False: "begin isolation level repeatable read read only"}
Cells = Sequence[Any] | Mapping[str, Any]
Steps = Sequence[Sequence[str]]


class Served:
    """An open transaction that takes the statements of the ledger as SQLite does."""

    def __init__(self, line: Line) -> None:
        self.line = line

    def execute(self, statement: str, cells: Cells = (), /) -> psycopg.Cursor[Row]:
        """Run a statement and return its rows."""
        return self.line.execute(spelled(statement), given(cells))

    def executemany(self, statement: str, many: Iterable[Cells], /) -> psycopg.Cursor[Row]:
        """Run a statement for each of many rows."""
        cursor = self.line.cursor()
        cursor.executemany(spelled(statement), [given(cells) for cells in many])
        return cursor


def named() -> str:
    """Return the address of the server that this installation keeps its ledger on, '' for a file of its own.

    Raises `Unavailable` for a setting that is no such address.
    """
    address = os.environ.get(VARIABLE, "").strip()
    if not address:
        return ""
    if not address.startswith(SCHEMES):
        raise Unavailable(words.BAD_ADDRESS, detail=repr(address.partition(":")[0][:20]))
    try:
        conninfo.conninfo_to_dict(address)
    except psycopg.Error as error:
        # What libpq quotes may be the password.
        raise Unavailable(words.BAD_ADDRESS, detail=str(error).partition('"')[0].strip(" :")) from None
    return address


@contextmanager
def transaction(address: str, steps: Steps | None, *, writing: bool = False) -> Iterator[Served]:
    """Open a ledger for one transaction: kept at the end, and on the server's disk by then; undone on an error.

    It is brought to the schema of all `steps`, the statements of each, before; None reads it as it stands. Raises
    `NewerLedger` and `Unavailable`.
    """
    with told(address), pool(address).lent(partial(begin, address=address, steps=steps, writing=writing)) as line:
        try:
            yield Served(line)
            line.execute("commit")
        except BaseException:
            undo(line)
            raise


def begin(line: Line, address: str, steps: Steps | None, writing: bool) -> None:
    """Begin a transaction over the newest schema."""
    while True:
        line.execute(BEGIN[writing])
        if writing:
            line.execute(WRITERS)
        if steps is None or (found := version(line)) == len(steps):
            return
        undo(line)
        if found > len(steps):
            raise NewerLedger(words.NEWER, place(address), found=found, known=len(steps))
        bring_up(line, steps)


def undo(line: Line) -> None:
    """Undo what a transaction did, where there is still one."""
    if not line.closed and line.info.transaction_status in (TransactionStatus.INTRANS, TransactionStatus.INERROR):
        line.execute("rollback")


def version(line: Line) -> int:
    """Return the version of a ledger's schema, 0 where there is none."""
    if line.execute(FOUNDED).fetchone() is None:
        return 0
    found = line.execute("select version from ledger_version").fetchone()
    return int(found[0]) if found else 0


def bring_up(line: Line, steps: Steps) -> None:
    """Take a ledger to the newest schema, all of it or nothing; another process may have done so meanwhile."""
    line.execute(BEGIN[True])
    try:
        line.execute(WRITERS)
        done = version(line)
        for statement in () if line.execute(FOUNDED).fetchone() else BASE:
            line.execute(statement)
        for statement in (one for given in steps[done:] for written in given for one in step(written)):
            line.execute(statement)
        line.execute("update ledger_version set version = greatest(version, %s)", [len(steps)])
        line.execute("commit")
    except BaseException:
        undo(line)
        raise


def given(cells: Cells) -> Cells:
    """Return values as they can be kept: yes and no as numbers, and no NUL, which PostgreSQL has in no text."""

    def kept(cell: object) -> object:
        if isinstance(cell, str):
            return cell.replace("\0", "\ufffd")
        return int(cell) if isinstance(cell, bool) else cell

    if isinstance(cells, Mapping):
        return {name: kept(cell) for name, cell in cells.items()}
    return [kept(cell) for cell in cells]


@contextmanager
def told(address: str) -> Iterator[None]:
    """Raise what the driver raises as SQLite's module would: the same kind, or `Unavailable` where it is the server."""
    try:
        yield
    except psycopg.Error as error:
        raise alike(error, address) from error


def alike(error: psycopg.Error, address: str) -> sqlite3.Error:
    """Return an error of the driver as one of SQLite's module, which names its kinds alike."""
    reasons = {
        errors.DiskFull: words.FULL, errors.ReadOnlySqlTransaction: words.READ_ONLY,
        errors.LockNotAvailable: words.BUSY, errors.TooManyConnections: words.BUSY,
        psycopg.OperationalError: words.UNREACHABLE, psycopg.InterfaceError: words.UNREACHABLE,
    }  # fmt: skip
    detail = error.diag.message_primary or (str(error).strip().splitlines() or ["-"])[0]
    for kind, why in reasons.items():
        if isinstance(error, kind):
            return Unavailable(why, f"{place(address)}: {detail}")
    same = next(kind.__name__ for kind in type(error).__mro__ if hasattr(sqlite3, kind.__name__))
    fault: sqlite3.Error = getattr(sqlite3, same)(detail)
    return fault

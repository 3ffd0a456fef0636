"""One transaction of a ledger on a server of PostgreSQL; what goes wrong is raised as SQLite's module would raise it.

Those who write wait for each other from their first moment on, so that the audit is one chain whoever writes it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Final

import psycopg
from psycopg import errors
from psycopg.pq import TransactionStatus

from smart7.ledger.faults import NewerLedger, Unavailable
from smart7.ledger.served.named import FOUNDED, Served, schema_of
from smart7.ledger.served.pool import Line, place, pool
from smart7.ledger.served.spelling import BASE, step
from smart7.words import ledger as words

# Any number will do, as long as every writer names the same.
WRITERS: Final = "select pg_advisory_xact_lock(1405112693)"
BEGIN: Final = {True: "begin isolation level read committed", False: "begin isolation level repeatable read read only"}
Steps = Sequence[Sequence[str]]


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
        if steps is None or (found := schema_of(line)) == len(steps):
            return
        undo(line)
        if found > len(steps):
            raise NewerLedger(words.NEWER, place(address), found=found, known=len(steps))
        bring_up(line, steps)


def undo(line: Line) -> None:
    """Undo what a transaction did, where there is still one."""
    if not line.closed and line.info.transaction_status in (TransactionStatus.INTRANS, TransactionStatus.INERROR):
        line.execute("rollback")


def bring_up(line: Line, steps: Steps) -> None:
    """Take a ledger to the newest schema, all of it or nothing; another process may have done so meanwhile."""
    line.execute(BEGIN[True])
    try:
        line.execute(WRITERS)
        done = schema_of(line)
        for statement in () if line.execute(FOUNDED).fetchone() else BASE:
            line.execute(statement)
        for statement in (one for given in steps[done:] for written in given for one in step(written)):
            line.execute(statement)
        line.execute("update ledger_version set version = greatest(version, %s)", [len(steps)])
        line.execute("commit")
    except BaseException:
        undo(line)
        raise


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

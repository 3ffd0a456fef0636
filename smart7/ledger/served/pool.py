"""Lines to a server of PostgreSQL: kept open between transactions, opened anew where the server was restarted."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from psycopg import conninfo
from psycopg.pq import TransactionStatus

from smart7.ledger.faults import Unavailable
from smart7.words import ledger as words

WAIT_SECONDS: Final = 10
AT_ONCE: Final = 16
"""Transactions of one process at a time; whoever is too many waits."""
IDLE: Final = 4
"""Lines kept open while nobody asks anything."""
# A server that is gone is noticed in seconds, and a process that hangs holds up nobody for long.
USUAL: Final = {
    "connect_timeout": 5, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 2,
    "tcp_user_timeout": 15_000, "application_name": "smart7", "client_encoding": "UTF8",
    "options": f"-c lock_timeout={WAIT_SECONDS}s -c idle_in_transaction_session_timeout=60s -c synchronous_commit=on",
}  # fmt: skip
Line = psycopg.Connection["Row"]
Begin = Callable[[Line], None]


class Row:
    """A row whose cells are asked for by number or by the name of their column, as SQLite's module gives it."""

    __slots__ = ("cells", "names")

    def __init__(self, names: dict[str, int], cells: Sequence[Any]) -> None:
        self.names, self.cells = names, cells

    def __getitem__(self, key: int | str) -> Any:  # noqa: ANN401
        """Return a cell."""
        return self.cells[self.names[key] if isinstance(key, str) else key]

    def __iter__(self) -> Iterator[Any]:
        """Yield the cells."""
        return iter(self.cells)

    def __len__(self) -> int:
        """Return how many cells there are."""
        return len(self.cells)

    def keys(self) -> list[str]:
        """Return the names of the columns."""
        return list(self.names)


def rows(cursor: psycopg.Cursor[Any]) -> Callable[[Sequence[Any]], Row]:
    """Return what makes a row of the cells that a statement gave."""
    names = {column.name: place for place, column in enumerate(cursor.description or ())}
    return lambda cells: Row(names, cells)


class Pool:
    """The lines of this process to one server."""

    def __init__(self, address: str) -> None:
        self.address, self.idle = address, list[Line]()
        self.places = threading.BoundedSemaphore(AT_ONCE)

    @contextmanager
    def lent(self, begin: Begin) -> Iterator[Line]:
        """Lend a line on which something was begun; it is kept for the next where nothing is open on it any more.

        Raises `Unavailable`, and what the driver says.
        """
        if not self.places.acquire(timeout=WAIT_SECONDS):
            raise Unavailable(words.BUSY, place(self.address))
        try:
            line = self.begun(begin)
            try:
                yield line
            finally:
                self.take_back(line)
        finally:
            self.places.release()

    def begun(self, begin: Begin) -> Line:
        """Return a line on which something was begun: one that is open, or a new one where it has died meanwhile."""
        while True:
            try:
                line, kept = self.idle.pop(), True
            except IndexError:
                line, kept = connected(self.address), False
            try:
                begin(line)
            except psycopg.OperationalError:
                died = line.closed
                line.close()
                if not (kept and died):
                    raise
            except BaseException:
                line.close()
                raise
            else:
                return line

    def take_back(self, line: Line) -> None:
        """Keep a line for the next, unless it is broken, within a transaction, or one too many."""
        sound = not line.closed and line.info.transaction_status == TransactionStatus.IDLE
        if sound and len(self.idle) < IDLE:
            self.idle.append(line)
        else:
            line.close()


POOLS: Final[dict[str, Pool]] = {}
LOCK: Final = threading.Lock()
# A process that was forked would speak over the lines of its parent.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=POOLS.clear)


def pool(address: str) -> Pool:
    """Return the lines of this process to a server."""
    with LOCK:
        return POOLS.setdefault(address, Pool(address))


def connected(address: str) -> Line:
    """Return a new line; what the address says itself goes before what is usual here."""
    given: dict[str, Any] = {**USUAL, **conninfo.conninfo_to_dict(address)}
    # Nothing is prepared on the server, so that one with a newer schema, or a proxy in between, breaks no statement.
    return psycopg.connect(**given, autocommit=True, prepare_threshold=None, row_factory=rows)


def place(address: str) -> str:
    """Return which server and which of its databases an address names, without user and password."""
    try:
        given = conninfo.conninfo_to_dict(address)
    except psycopg.Error:
        return "?"
    # Of a password with an @ in it that was not escaped, libpq takes the end for the host.
    host = str(given.get("host") or given.get("hostaddr") or "localhost").rpartition("@")[2]
    return f"{host}:{given.get('port') or 5432}/{given.get('dbname') or given.get('user') or ''}"

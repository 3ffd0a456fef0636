"""Connections to the ledger's file, and those that a server keeps open between two reads.

Opening one takes 2.3 ms on the disk of a small server, most of it reading the schema anew and making a log that its
end takes away again; a read over one that is open takes 0.03.
"""

import sqlite3
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

WAIT_SECONDS: Final = 10.0
SERVED: Final = 4
"""Connections that a server keeps; whoever is too many opens one for themselves."""
Place = tuple[int, int]


def connected(path: Path) -> sqlite3.Connection:
    """Open the ledger's file with a write-ahead log, making it where there is none."""
    # Kept open it serves one run of a page after the other, never two at once.
    book = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        book.row_factory = sqlite3.Row
        write_ahead(book)
        # The default of a write-ahead log may lose the last writes when the machine stops.
        book.execute("pragma synchronous = full")
        book.execute("pragma foreign_keys = on")
    except BaseException:
        book.close()
        raise
    return book


def write_ahead(book: sqlite3.Connection) -> None:
    """Keep a write-ahead log; SQLite itself does not wait when another connection is just beginning or ending one."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            book.execute("pragma journal_mode = wal")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)


def undo(book: sqlite3.Connection) -> None:
    """Undo what a transaction did; SQLite has done so itself where the disk was full."""
    if book.in_transaction:
        book.execute("rollback")


def fold_in(book: sqlite3.Connection) -> None:
    """Bring what was written from the log into the file, as far as nobody reads what was before.

    The last connection that closes does so by itself; while a server keeps some open none is the last, and a plain copy
    of the file would lack what was written.
    """
    with suppress(sqlite3.OperationalError):  # what was written is safe in the log, and is folded in another time
        book.execute("pragma wal_checkpoint(passive)")


class Idle:
    """Connections of one process that nobody uses just now: none is kept until a server says how many."""

    def __init__(self) -> None:
        self.most = 0
        self._lock = threading.Lock()
        self._free: list[tuple[Place, sqlite3.Connection]] = []

    def take(self, path: Path) -> sqlite3.Connection | None:
        """Return a connection to the file that lies at a path now, None where there is none."""
        now = place(path)
        while (held := self._any()) is not None:
            if held[0] == now:
                return held[1]
            held[1].close()
        return None

    def _any(self) -> tuple[Place, sqlite3.Connection] | None:
        with self._lock:
            return self._free.pop() if self._free else None

    def give(self, where: Place | None, book: sqlite3.Connection) -> None:
        """Keep a connection on which nothing is open for the next who reads, or close it.

        `where` is the file that it was opened on, which another may have taken the place of meanwhile.
        """
        with self._lock:
            if keep := where is not None and len(self._free) < self.most:
                self._free.append((where, book))
        if not keep:
            book.close()

    def keep(self, most: int) -> None:
        """Keep so many from here on; those beyond are closed."""
        with self._lock:
            self.most, over = most, self._free[most:]
            del self._free[most:]
        for _, book in over:
            book.close()


def place(path: Path) -> Place | None:
    """Return what a file is known by, whatever its name: another that takes its place is another."""
    try:
        about = path.stat()
    except FileNotFoundError:
        return None
    return about.st_dev, about.st_ino


IDLE: Final = Idle()

"""Whether a server keeps the ledger, and what its transactions take: asked everywhere, so the driver is not loaded."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from smart7.ledger.faults import Unavailable
from smart7.ledger.served.spelling import spelled
from smart7.words import ledger as words

if TYPE_CHECKING:
    import psycopg

    from smart7.ledger.served.pool import Line, Row

VARIABLE: Final = "SMART7_LEDGER"
NUMBERS: Final = "ledger_numbers"
SCHEMES: Final = ("postgresql://", "postgres://")
# Asked of the catalogue itself: what looks a name up may remember that there was none before another made it.
FOUNDED: Final = (
    "select 1 from pg_tables where tablename = 'ledger_version' and schemaname = any(current_schemas(false))"
)
Cells = Sequence[Any] | Mapping[str, Any]


def named() -> str:
    """Return the address of the server that this installation keeps its ledger on, '' for a file of its own.

    Raises `Unavailable` for a setting that is no such address.
    """
    address = os.environ.get(VARIABLE, "").strip()
    if not address:
        return ""
    if not address.startswith(SCHEMES):
        raise Unavailable(words.BAD_ADDRESS, detail=repr(address.partition(":")[0][:20]))
    from psycopg import Error, conninfo  # here, as a ledger that is a file needs no driver

    try:
        conninfo.conninfo_to_dict(address)
    except Error as error:
        # What libpq quotes may be the password.
        raise Unavailable(words.BAD_ADDRESS, detail=str(error).partition('"')[0].strip(" :")) from None
    return address


class Served:
    """An open transaction that takes the statements of the ledger as SQLite does."""

    def __init__(self, line: "Line") -> None:
        self.line = line

    def execute(self, statement: str, cells: Cells = (), /) -> "psycopg.Cursor[Row]":
        """Run a statement and return its rows."""
        return self.line.execute(spelled(statement), given(cells))

    def executemany(self, statement: str, many: Iterable[Cells], /) -> "psycopg.Cursor[Row]":
        """Run a statement for each of many rows."""
        cursor = self.line.cursor()
        cursor.executemany(spelled(statement), [given(cells) for cells in many])
        return cursor


def schema_of(line: "Line") -> int:
    """Return the version of a ledger's schema, 0 where there is none."""
    if line.execute(FOUNDED).fetchone() is None:
        return 0
    found = line.execute("select version from ledger_version").fetchone()
    return int(found[0]) if found else 0


def given(cells: Cells) -> Cells:
    """Return values as they can be kept: yes and no as numbers, and no NUL, which PostgreSQL has in no text."""

    def kept(cell: object) -> object:
        if isinstance(cell, str):
            return cell.replace("\0", "\ufffd")
        return int(cell) if isinstance(cell, bool) else cell

    if isinstance(cells, Mapping):
        return {name: kept(cell) for name, cell in cells.items()}
    return [kept(cell) for cell in cells]

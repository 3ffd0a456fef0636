"""Run the SQL files of the schema on a snapshot in the making."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import duckdb

SCHEMA: Final = Path(__file__).resolve().parent.parent / "schema"


def run_script(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Run one file of the schema."""
    for statement in statements(name):
        connection.execute(statement)


@cache
def statements(name: str) -> list[duckdb.Statement]:
    """Return what a file of the schema says, parsed once: that is a tenth of what the next small build takes."""
    return duckdb.extract_statements((SCHEMA / name).read_text("utf-8"))


def ask(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    """Return the rows of one file of the schema that is a query."""
    (query,) = statements(name)
    return connection.execute(query).fetchall()

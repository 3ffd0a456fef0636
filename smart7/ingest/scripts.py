"""Run the SQL files of the schema on a snapshot in the making."""

from pathlib import Path
from typing import Any, Final

import duckdb

SCHEMA: Final = Path(__file__).resolve().parent.parent / "schema"


def run_script(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Run one file of the schema."""
    connection.execute((SCHEMA / name).read_text("utf-8"))


def ask(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    """Return the rows of one file of the schema that is a query."""
    return connection.execute((SCHEMA / name).read_text("utf-8")).fetchall()

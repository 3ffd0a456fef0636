"""Make the schema `open`: documented views of the rows that may leave in bulk."""

from typing import Final

import duckdb
import pandas as pd

from smart7.ingest.catalogue import insert
from smart7.ingest.scripts import ask, run_script
from smart7.words.withheld import REASONS

TABLES: Final = """
    select c.table_name || '.' || c.column_name, c.comment
    from duckdb_columns() as c
    semi join (select view_name as table_name from duckdb_views() where schema_name = 'open') as v using (table_name)
    where c.schema_name = 'main' and c.comment is not null
"""


def make(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the views and say what each view and column holds; raises `ValueError` for one without words."""
    run_script(connection, "open.sql")
    reasons = [(reason_id, reason.th, reason.en) for reason_id, reason in REASONS.items()]
    insert(connection, "reasons", pd.DataFrame(reasons, columns=["reason_id", "reason_th", "reason_en"]))
    run_script(connection, "open_happened.sql")
    run_script(connection, "open_driven.sql")
    run_script(connection, "open_places.sql")
    describe(connection)


def describe(connection: duckdb.DuckDBPyConnection) -> None:
    """Write what `open_words.sql` says as comments on views and columns, all in one go.

    A column of a view that bears the name of a table means what it means there, where that says so.
    """
    words = {("column", name): meaning for name, meaning in connection.execute(TABLES).fetchall()}
    words |= {(what, name): meaning for what, name, meaning in ask(connection, "open_words.sql")}
    comments: list[str] = []
    for view, column in columns(connection):
        if not column:
            comments.append(comment(f"view open.{view}", words.get(("view", view))))
        else:
            meaning = words.get(("column", f"{view}.{column}"), words.get(("column", column)))
            comments.append(comment(f"column open.{view}.{column}", meaning))
    connection.execute("".join(comments))


def columns(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Return each view of the schema `open` with an empty name, then with each of its columns."""
    listed = connection.execute(
        "select table_name, column_name from duckdb_columns() where schema_name = 'open'"
    ).fetchall()
    return [(view, "") for view in sorted({view for view, _ in listed})] + listed


def comment(what: str, meaning: str | None) -> str:
    """Return the statement of a comment; raises `ValueError` where there are no words for it."""
    if not meaning:
        raise ValueError(f"open_words.sql says nothing of the {what}")
    written = meaning.replace("'", "''")
    return f"comment on {what} is '{written}';"

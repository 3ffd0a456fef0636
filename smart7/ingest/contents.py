"""What a snapshot holds, counted before it is closed and again after it was opened anew."""

from pathlib import Path
from typing import Final

import duckdb

from smart7 import whole
from smart7.words import disk as words

# The one table that keeps what the others held cannot count itself.
OWN: Final = "contents"
# When it was built is the only cell that two builds of the same sources do not share.
BESIDES: Final = {"snapshot": " exclude (built_at)"}
# What it estimates is how many rows a table has in store, deleted ones among them: where that is none, there is none.
TABLES: Final = """
    select table_name, estimated_size > 0 from duckdb_tables() where not temporary and table_name <> $own order by 1
"""
# A sum of hashes does not depend on the order of the rows. DuckDB's hash may be another in its next version: it is
# for comparing what one program wrote and read back, not for keeping.
ROWS: Final = """select '{name}' as table_name, hash(one) as digest from (select *{besides} from "{name}") as one"""
COUNT: Final = "select table_name, count(*), sum(digest::hugeint)::varchar from ({rows}) group by table_name"
NO_ROWS: Final = (0, "0")
Contents = list[tuple[str, int, str]]


def counted(connection: duckdb.DuckDBPyConnection) -> Contents:
    """Return name, number of rows and digest of every table, asked for together, as most tables are small."""
    tables = connection.execute(TABLES, {"own": OWN}).fetchall()
    rows = [ROWS.format(name=name, besides=BESIDES.get(name, "")) for name, has_rows in tables if has_rows]
    found = connection.execute(COUNT.format(rows=" union all ".join(rows))).fetchall() if rows else []
    sums = {name: (count, digest) for name, count, digest in found}
    return [(name, *sums.get(name, NO_ROWS)) for name, _ in tables]


def keep(connection: duckdb.DuckDBPyConnection) -> Contents:
    """Count every table, write that into the snapshot, and return it; the last thing that is written."""
    found = counted(connection)
    columns = [list(column) for column in zip(*found, strict=True)]
    connection.execute(f"insert into {OWN} select unnest(?), unnest(?), unnest(?)", columns)  # noqa: S608
    return found


def kept(connection: duckdb.DuckDBPyConnection) -> Contents:
    """Return what a snapshot says it holds."""
    return connection.execute(f"select table_name, row_count, digest from {OWN} order by 1").fetchall()  # noqa: S608


def read_back(path: Path, expected: Contents) -> None:
    """Open a finished file anew, to read only, and hold it to what was counted; raises `whole.CannotWrite`."""
    if path.with_name(f"{path.name}.wal").exists() or not holds(path, expected):
        raise whole.CannotWrite(words.NOT_WHOLE, path, path.stat().st_size if path.exists() else 0)


def holds(path: Path, expected: Contents) -> bool:
    """Return whether a file holds every table with the rows that were counted, and says so itself."""
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            return kept(connection) == expected == counted(connection)
    except duckdb.Error:
        return False

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
TABLES: Final = "select table_name from duckdb_tables() where not temporary and table_name <> $own order by 1"
# A sum of hashes does not depend on the order of the rows. DuckDB's hash may be another in its next version: it is
# for comparing what one program wrote and read back, not for keeping.
COUNT: Final = """
    select count(*), coalesce(sum(hash(one)::hugeint), 0)::varchar from (select *{besides} from "{name}") as one
"""
Contents = list[tuple[str, int, str]]


def counted(connection: duckdb.DuckDBPyConnection) -> Contents:
    """Return name, number of rows and digest of every table."""
    names = [name for (name,) in connection.execute(TABLES, {"own": OWN}).fetchall()]
    found: Contents = []
    for name in names:
        sql = COUNT.format(name=name, besides=BESIDES.get(name, ""))
        [(rows, digest)] = connection.execute(sql).fetchall()
        found.append((name, rows, digest))
    return found


def keep(connection: duckdb.DuckDBPyConnection) -> Contents:
    """Count every table, write that into the snapshot, and return it; the last thing that is written."""
    found = counted(connection)
    connection.executemany(f"insert into {OWN} values (?, ?, ?)", found)  # noqa: S608
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

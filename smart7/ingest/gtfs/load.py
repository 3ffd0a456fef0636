"""Load feeds of GTFS text into the tables of `schema/transit.sql`."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from smart7.ingest import tables
from smart7.ingest.catalogue import insert
from smart7.ingest.faults import BadInput, Fault, fault
from smart7.ingest.gtfs.files import COLUMNS, NEEDED, REQUIRED, about, as_table
from smart7.ingest.scripts import ask, run_script
from smart7.office.written import other_mark

LONGEST_LINE: Final = 1_000_000
FOLDER: Final = "gtfs"
FEED_COLUMNS: Final = (
    "feed_id", "status", "title_th", "title_en", "note_th", "note_en", "source_id", "as_of", "position", "publisher",
    "version", "start_date", "end_date",
)  # fmt: skip


def feeds(data: Path) -> list[str]:
    """Return the ids of the feeds of a data folder; a draft's name begins with a dot."""
    folders = (data / FOLDER).glob("[!.]*") if (data / FOLDER).is_dir() else ()
    return sorted(folder.name for folder in folders if folder.is_dir())


def load(connection: duckdb.DuckDBPyConnection, data: Path) -> None:
    """Load every feed of a data folder; raises `BadInput` with the faults of all of them."""
    faults: list[Fault] = []
    for feed_id in feeds(data):
        try:
            load_feed(connection, feed_id, data / FOLDER / feed_id)
        except BadInput as error:
            faults += error.faults
    if faults:
        raise BadInput(faults)


def load_feed(connection: duckdb.DuckDBPyConnection, feed_id: str, folder: Path) -> None:
    """Load one folder of GTFS text under an id.

    The tables of `macros.sql` and `transit.sql` are there. Raises `BadInput` before any of them is written to.
    """
    described = describe(feed_id, folder)
    for name in COLUMNS:
        stage(connection, feed_id, folder, name)
    connection.execute("set variable feed_id = ?", [feed_id])
    refuse_unreadable(connection, feed_id)
    insert(connection, "gtfs_feeds", described)
    run_script(connection, "gtfs_load.sql")
    for name in COLUMNS:
        connection.execute(f"drop table raw_{name}")


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Give an empty database the tables that feeds are loaded into, away from any snapshot."""
    run_script(connection, "macros.sql")
    run_script(connection, "transit.sql")


def describe(feed_id: str, folder: Path) -> pd.DataFrame:
    """Return the one row of `gtfs_feeds` as `about.csv` says it; a feed without one is an imported feed."""
    table = replace(about(feed_id), path="about.csv")
    if not (folder / table.path).exists():
        told = {"status": "imported", "title_th": feed_id, "title_en": feed_id, "position": 100}
        return pd.DataFrame([told], columns=[*FEED_COLUMNS]).assign(feed_id=feed_id)
    try:
        rows, faults = tables.read(folder, table)
    except BadInput as error:
        faults = error.faults
    if faults:
        raise BadInput(placed(faults, feed_id))
    return rows.head(1).reindex(columns=[*FEED_COLUMNS]).assign(feed_id=feed_id)


def stage(connection: duckdb.DuckDBPyConnection, feed_id: str, folder: Path, name: str) -> None:
    """Copy a file's cells as text into the table `raw_<name>`, a column that it lacks as nulls."""
    path = folder / f"{name}.txt"
    header = header_of(path, feed_id, name)
    chosen = ", ".join(
        f"nullif(trim(c{header.index(column)}), '') as {column}" if column in header else f"null::varchar as {column}"
        for column in COLUMNS[name]
    )
    if not header:
        connection.execute(f"create or replace temp table raw_{name} as select 0 as line, {chosen} limit 0")
        return
    # Columns go by their place: nothing a feed writes becomes part of a statement.
    columns = ", ".join(f"'c{n}': 'varchar'" for n in range(len(header)))
    statement = f"""create or replace temp table raw_{name} as
        select row_number() over () + 1 as line, {chosen}
        from read_csv(?, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
            columns = {{{columns}}}, max_line_size = {LONGEST_LINE})"""  # noqa: S608
    try:
        connection.execute(statement, [str(path)])
    except duckdb.Error as error:
        raise BadInput(reasons(folder, feed_id, name, error)) from None


def header_of(path: Path, feed_id: str, name: str) -> list[str]:
    """Return the column names of a file, none where a file that may be missing is; raises `BadInput`."""
    shown = f"{feed_id}/{name}.txt"
    if not path.exists():
        if name in REQUIRED:
            raise BadInput([fault(shown, 0, "", "no_file")])
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline(LONGEST_LINE)
            file.seek(0)
            header = [cell.strip() for cell in next(csv.reader(file), [])]
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput(reasons(path.parent, feed_id, name, error)) from None
    if mark := other_mark(first, COLUMNS[name]):
        raise BadInput([fault(shown, 1, "", "not_commas", mark=mark)])
    faults = [
        fault(shown, 1, column, "missing_column", name=column)
        for column in (NEEDED.get(name, ()) if header or name in REQUIRED else ())
        if column not in header
    ]
    faults += [
        fault(shown, 1, column, "repeated_column", name=column) for column in COLUMNS[name] if header.count(column) > 1
    ]
    if faults:
        raise BadInput(faults)
    return header


def reasons(folder: Path, feed_id: str, name: str, error: Exception) -> list[Fault]:
    """Return why a file cannot be read as CSV, found by reading it again slowly, line by line."""
    table = replace(as_table(feed_id, name), path=f"{name}.txt")
    try:
        faults = tables.split(tables.decode(folder / table.path, table), table).faults
    except BadInput as found:
        faults = found.faults
    first = str(error).splitlines()[0][:200]
    return placed(faults, feed_id) or [fault(f"{feed_id}/{name}.txt", 0, "", "broken_csv", why=first)]


def refuse_unreadable(connection: duckdb.DuckDBPyConnection, feed_id: str) -> None:
    """Raise `BadInput` with every cell of the staged files that keeps a feed from being loaded."""
    faults = [
        fault(f"{feed_id}/{file}", line, column, problem, value=cell, key=cell, where=where, first=first)
        for file, line, column, problem, cell, where, first in ask(connection, "gtfs_checks.sql")
    ]
    if faults:
        raise BadInput(faults)


def placed(faults: list[Fault], feed_id: str) -> list[Fault]:
    """Return faults with the feed before the name of the file."""
    return [replace(item, file=f"{feed_id}/{item.file}") for item in faults]

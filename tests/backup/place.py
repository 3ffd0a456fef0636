"""A small data folder, what lies in its ledger, and what should come back of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb

from smart7 import seal
from smart7.engine import duck
from smart7.ledger import book
from smart7.vehicles import making
from tests import disks

FROZEN, OLD, CURRENT = "20261126-a", "20261127-b", "20261128-c"
INPUTS = {
    "catalog/units.csv": "unit_id\nschool-1\n",
    "observations/own.csv": "indicator_id,value\na,1\n",
    "gtfs/bus/stops.txt": "stop_id\n1\n",
    "recipes/roads/recipe.toml": "source = 'roads'\n",
    "attachments/ab/abcdef.pdf": "evidence",
    "pictures/0123456789012345678901234567890123456789.png": "a picture",
    "template.pptx": "the master",
    "vehicles/key": "0123456789abcdef",
    "vehicles/city_bus/positions/2026-11-02.parquet": "positions",
}


def make(folder: Path) -> Path:
    """Fill a data folder, the one in `SMART7_DATA`, and return it."""
    passing = {"gtfs/.lock": "", "catalog/.units.csv.12-3.part": "half"}
    passing |= {f"vehicles/city_bus/{making.MAKING}/2026-11-02-77/placed.parquet": "half"}
    passing |= {f"{duck.spill(folder).name}/duckdb_temp_storage-0.tmp": "half"}
    for name, content in {**INPUTS, **passing}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    (folder / "vehicles" / "key").chmod(0o600)
    for snapshot_id in (FROZEN, OLD, CURRENT):
        snapshot(folder, snapshot_id)
    (folder / "snapshots" / "current").write_text(CURRENT, "utf-8")
    (folder / "snapshots" / f"{FROZEN}.frozen").touch()
    append(3)
    return folder


def snapshot(data: Path, snapshot_id: str) -> Path:
    """Write a file that is a snapshot as far as the store looks, and seal it."""
    path = data / "snapshots" / f"{snapshot_id}.duckdb"
    path.parent.mkdir(exist_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"create table snapshot as select '{snapshot_id}' as id")
    seal.write(path)
    return path


def append(count: int, name: str = "a view") -> None:
    """Append rows to the ledger, each in a transaction of its own."""
    for number in range(count):
        with book.opened(writing=True) as ledger:
            ledger.execute(
                "insert into views (view_id, name, note, owner, question, policy, snapshot_id, at)"
                " values (?, ?, '', '', 'v=1', 'live', '', '2026-11-28')",
                [f"view-{number}", name],
            )


def rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table of a ledger's file."""
    with closing(sqlite3.connect(file)) as ledger:
        names = ledger.execute("select name from sqlite_master where type = 'table' order by 1").fetchall()
        return {name: ledger.execute(f'select * from "{name}" order by 1').fetchall() for (name,) in names}  # noqa: S608


def expected(data: Path) -> dict[str, bytes]:
    """Return what a restored folder holds beside its ledger."""
    kept = [*INPUTS, "snapshots/current", f"snapshots/{FROZEN}.frozen"]
    kept += [f"snapshots/{one}.{end}" for one in (FROZEN, CURRENT) for end in ("duckdb", "seal")]
    return {name: (data / name).read_bytes() for name in kept}


def held(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds, without its ledger."""
    return {name: content for name, content in disks.everything(folder).items() if name != "ledger.sqlite"}

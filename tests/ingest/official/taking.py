"""Take a file of `files/` by its recipe in memory, as `manage.py take` does before a yes."""

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from smart7.ingest.official import recipe, take
from smart7.ingest.official.record import Line, Record

ROOT = Path(__file__).parents[3]
FILES = Path(__file__).parent / "files"
TODAY = date(2026, 11, 28)


def taken(source: str, file: Path | str, data: Path = ROOT / "data", **asked: str) -> tuple[take.Taken, Record]:
    """Return what was read of a file by a recipe, and the record as it would stand; nothing is written."""
    record = Record(data)
    found = recipe.read(data / "recipes" / source)
    with TemporaryDirectory() as room:
        return take.look(FILES / file, found, record, TODAY, take.Asked(**asked), Path(room)), record


def made(source: str, file: Path | str, data: Path = ROOT / "data", **asked: str) -> list[Line]:
    """Return the rows that a file adds to the record, every table together; it must have no faults."""
    return added(*taken(source, file, data, **asked))


def added(found: take.Taken, record: Record) -> list[Line]:
    """Return the rows that were added to the record in memory, every table together; there must be no faults."""
    assert not found.report.faults.kept, [fault.place() for fault in found.report.faults.kept]
    tables = ("observations/", "points/", "days/", "catalog/targets.csv")
    return [line for name, rows in record.files.items() if name.startswith(tables) for line in rows.added]


def copied(to: Path) -> Path:
    """Return a copy of the input files."""
    ignored = shutil.ignore_patterns("snapshots", ".take", "ledger*", "pictures")
    return Path(shutil.copytree(ROOT / "data", to / "data", ignore=ignored))

"""Name what a feed holds and nothing here reads: whole files of GTFS, and fares by zone."""

import csv
from pathlib import Path
from typing import Final

from smart7.ingest.gtfs.archive import KNOWN
from smart7.ingest.gtfs.files import COLUMNS
from smart7.ingest.gtfs.findings import Finding, found

READ: Final = frozenset(f"{name}.txt" for name in COLUMNS)
ZONES: Final = ("origin_id", "destination_id", "contains_id")


def check(folder: Path) -> list[Finding]:
    """Return a note on the files that are left unread, and one on zones where fares go by them."""
    names = sorted(path.name for path in folder.iterdir() if path.name in KNOWN - READ)
    notes = [found("info", "not_read", names=", ".join(names))] if names else []
    return notes + ([found("info", "fare_zones", "fare_rules.txt")] if fares_by_zone(folder / "fare_rules.txt") else [])


def fares_by_zone(path: Path) -> bool:
    """Return whether a rule of a fare names a zone; a file that cannot be read has been found out already."""
    if not path.exists():
        return False
    with path.open(encoding="utf-8-sig", newline="") as file:
        return any((row.get(name) or "").strip() for row in csv.DictReader(file) for name in ZONES)

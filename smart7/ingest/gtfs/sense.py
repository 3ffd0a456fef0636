"""Ask of a feed what GTFS does not: is it of this city, are its years CE, does any trip run, are its stops placed.

And what GTFS asks in another way: whether trips run in the coming days, and what drives on its routes.
"""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import duckdb

from smart7.ingest.faults import BadInput
from smart7.ingest.gtfs import load
from smart7.ingest.gtfs.files import COLUMNS
from smart7.ingest.gtfs.findings import Finding, Severity, found
from smart7.ingest.scripts import SCHEMA
from smart7.words import vehicles

KHON_KAEN: Final = (16.4322, 102.8236)
FAR_KM: Final = 60
RULES: Final[dict[str, Severity]] = {
    "swapped": "error", "buddhist_year": "error", "no_service_day": "error", "elsewhere": "warning",
    "some_elsewhere": "warning", "past_two_days": "warning", "past_midnight": "info", "no_trips_soon": "warning",
    "last_trips": "warning", "tiny_headway": "warning", "extended_type": "info",
}  # fmt: skip


def check(folder: Path, day: date) -> list[Finding]:
    """Return what makes no sense here as of a day; nothing where a column is missing, as the validator says that."""
    with duckdb.connect() as connection:
        load.prepare(connection)
        try:
            for name in COLUMNS:
                load.stage(connection, "feed", folder, name)
        except BadInput:
            return []
        sql = (SCHEMA / "gtfs_sense.sql").read_text("utf-8")
        given = {"lat": KHON_KAEN[0], "lon": KHON_KAEN[1], "far_km": FAR_KM, "day": day}
        rows = connection.execute(sql, given).fetchall()
    return [finding(day, *row) for row in rows if row[0] != "extended_type" or int(row[4]) in vehicles.EXTENDED]


def finding(day: date, rule: str, file: str, line: int, count: int, value: str) -> Finding:
    """Return one row of the query as a finding."""
    values: dict[str, object] = {"value": value, "distance": value, "count": f"{count:,}"}
    if rule == "buddhist_year":
        values["fixed"] = f"{int(value[:4]) - 543}{value[4:]}"
    elif rule == "tiny_headway":
        values["fixed"] = int(value) * 60
    elif rule == "no_trips_soon":
        values |= {"first": day, "last": day + timedelta(days=6), "file": file}
    elif rule == "last_trips":
        values["file"] = file
    elif rule == "extended_type":
        values["kind"] = vehicles.named(int(value))
    return replace(found(RULES[rule], rule, file, line, **values), count=count)

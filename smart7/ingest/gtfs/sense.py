"""Ask of a feed what GTFS does not: is it of this city, are its years CE, does any trip run, are its stops placed."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import duckdb

from smart7.ingest.faults import BadInput
from smart7.ingest.gtfs import load
from smart7.ingest.gtfs.files import COLUMNS
from smart7.ingest.gtfs.findings import Finding, Severity, found
from smart7.ingest.scripts import SCHEMA

KHON_KAEN: Final = (16.4322, 102.8236)
FAR_KM: Final = 60
RULES: Final[dict[str, Severity]] = {
    "swapped": "error", "buddhist_year": "error", "no_service_day": "error", "elsewhere": "warning",
    "some_elsewhere": "warning", "past_two_days": "warning", "past_midnight": "info",
}  # fmt: skip


def check(folder: Path) -> list[Finding]:
    """Return what does not make sense here; nothing where a column is missing, which the validator says."""
    with duckdb.connect() as connection:
        load.prepare(connection)
        try:
            for name in COLUMNS:
                load.stage(connection, "feed", folder, name)
        except BadInput:
            return []
        sql = (SCHEMA / "gtfs_sense.sql").read_text("utf-8")
        given = {"lat": KHON_KAEN[0], "lon": KHON_KAEN[1], "far_km": FAR_KM}
        rows = connection.execute(sql, given).fetchall()
    return [finding(*row) for row in rows]


def finding(rule: str, file: str, line: int, count: int, value: str) -> Finding:
    """Return one row of the query as a finding."""
    values = {"value": value, "distance": value, "count": f"{count:,}"}
    if rule == "buddhist_year":
        values["fixed"] = f"{int(value[:4]) - 543}{value[4:]}"
    return replace(found(RULES[rule], rule, file, line, **values), count=count)

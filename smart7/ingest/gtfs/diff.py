"""What changes when one feed takes the place of another: routes, stops, service, and places near a stop."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from smart7.formats import MISSING, number
from smart7.i18n import Text
from smart7.ingest.gtfs import load
from smart7.ingest.scripts import SCHEMA, run_script
from smart7.words import feeds as words

NEAR_M: Final = 500
MOVED_M: Final = 50
DECIMALS: Final = {"headway": 1, "service_hours": 1, "vehicle_km": 1}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind (a key of `words.CHANGES`), about what, and what it was and will be."""

    kind: str
    id: str
    name: Text
    what: Text
    before: str
    after: str


def compare(before: Path | None, after: Path, places: Path) -> list[Change]:
    """Return what changes from one folder of GTFS text to another, or from nothing; raises `BadInput`."""
    with duckdb.connect() as connection:
        load.prepare(connection)
        if before is not None:
            load.load_feed(connection, "before", before)
        load.load_feed(connection, "after", after)
        load_places(connection, places)
        run_script(connection, "service.sql")
        sql = (SCHEMA / "gtfs_diff.sql").read_text("utf-8")
        rows = connection.execute(sql, {"near_m": NEAR_M, "moved_m": MOVED_M}).fetchall()
    return [change(*row) for row in rows]


def load_places(connection: duckdb.DuckDBPyConnection, places: Path) -> None:
    """Load where places are, as far as that is known; none where the file is not there."""
    connection.execute(
        "create table places (place_id varchar, name_th varchar, name_en varchar, lat double, lon double)"
    )
    if places.exists():
        connection.execute(
            "insert into places select place_id, name_th, name_en, cast(lat as double), cast(lon as double)"
            " from read_csv(?, all_varchar = true) where lat is not null and lon is not null",
            [str(places)],
        )


def change(
    kind: str, id_: str, name_th: str | None, name_en: str | None, day_type: str, measure: str,
    before: float | None, after: float | None, before_end: float | None, after_end: float | None,
) -> Change:  # fmt: skip
    """Return one row of the query in words."""
    name = Text(name_th or id_, name_en or id_) if name_th or name_en or id_ else words.NETWORK
    return Change(
        kind, id_, name, subject(measure, day_type), amount(measure, before, before_end),
        amount(measure, after, after_end),
    )  # fmt: skip


def subject(measure: str, day_type: str) -> Text:
    """Return what changed, with the kind of day where there is one."""
    if not measure:
        return words.NOTHING
    what = words.MEASURES[measure]
    day = words.DAY_TYPES.get(day_type)
    return Text(f"{what.th} ({day.th})", f"{what.en} ({day.en})") if day else what


def amount(measure: str, value: float | None, end: float | None) -> str:
    """Return a figure as people read it, which is the same in both languages; a dash where there is none."""
    if measure == "span" and value is not None and end is not None:
        return f"{clock(value)}–{clock(end)}"
    return number(value, DECIMALS.get(measure, 0), "en") if measure else MISSING


def clock(seconds: float) -> str:
    """Return seconds after midnight as hours and minutes, past 24 as GTFS writes them."""
    return f"{int(seconds) // 3600:02}:{int(seconds) % 3600 // 60:02}"


def table(changes: list[Change]) -> str:
    """Return the changes for a terminal, a block to a kind."""
    if not changes:
        return words.NO_CHANGE.both()
    lines = []
    for kind, title in words.CHANGES.items():
        own = [item for item in changes if item.kind == kind]
        lines += [f"{title.both()} ({len(own)})"] if own else []
        for item in own[: words.SHOWN]:
            lines.append(f"    {told(item)}")
        if len(own) > words.SHOWN:
            lines.append(f"    {words.AND_MORE.both(count=len(own) - words.SHOWN)}")
    return "\n".join(lines)


def told(item: Change) -> str:
    """Return what changed about one thing, and from what to what."""
    name = "" if item.kind == "network" else f"{item.name.both()}  "
    if item.what is words.NOTHING:
        return f"{name}({item.id})"
    return f"{name}{item.what.both()}: {item.before} → {item.after}"

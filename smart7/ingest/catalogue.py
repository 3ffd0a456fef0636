"""Read the catalogue, hold its files to one another, and load it into a snapshot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pandas as pd

from smart7 import catalog
from smart7.edits import Edit
from smart7.ingest import edited, geo, specs, tables
from smart7.ingest.columns import Table
from smart7.ingest.faults import BadInput, Fault, fault

KEYS = {
    "sources.csv": "source_id",
    "units.csv": "unit_id",
    "breakdowns.csv": "breakdown_id",
    "indicators.csv": "indicator_id",
    "editions.csv": "edition_id",
}


@dataclass(slots=True)
class Catalogue:
    """The catalogue's files as typed frames, by file name."""

    frames: dict[str, pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return one file's frame, such as `units.csv`."""
        return self.frames[name]

    def ids(self, name: str) -> set[object]:
        """Return the ids a file declares."""
        return set(self.frames[name][KEYS[name]]) if name in self.frames else set()


def read(folder: Path, changed: Sequence[Edit] = ()) -> tuple[Catalogue, list[Fault]]:
    """Return the catalogue with changes laid over it, and the faults of all its files at once.

    A fault in a row that a change touched names the change after the file.
    """
    found = Catalogue({})
    faults: list[Fault] = []
    for table in specs.CATALOGUE:
        try:
            found.frames[table.name], of_file = tables.read(
                folder, table, [one for one in changed if one.file == table.name]
            )
            faults += of_file
        except BadInput as error:
            faults += error.faults
    for table in specs.CATALOGUE:
        if table.name in found.frames:
            faults += dangling(found.frames[table.name], table, found)
    if "targets.csv" in found.frames:
        faults += impossible_targets(found["targets.csv"])
    faults += read_places(folder, found)
    found.frames["edits"] = edited.rows(changed)
    return found, [of_change(one, found) for one in faults]


def of_change(one: Fault, found: Catalogue) -> Fault:
    """Return a fault with the change that touched its row, if any, after the name of its file."""
    touched = found.frames[one.file].attrs.get(tables.TOUCHED, {}) if one.file in found.frames else {}
    return replace(one, file=f"{one.file} ({touched[one.line]})") if one.line in touched else one


def read_places(folder: Path, found: Catalogue) -> list[Fault]:
    """Add the outlines to the catalogue; return their faults and those of positions and assumptions."""
    frames = found.frames
    declared = frames.get("geo.csv", pd.DataFrame())
    frames["outlines"], faults = geo.read(folder, declared)
    for name in ("places.csv", "traffic_counts.csv"):
        faults += half_positions(frames[name], name) if name in frames else []
    return faults + (disordered(frames["assumptions.csv"]) if "assumptions.csv" in frames else [])


def half_positions(frame: pd.DataFrame, name: str) -> list[Fault]:
    """Return a fault for each row with a latitude or a longitude only."""
    half = frame[frame["lat"].isna() != frame["lon"].isna()]
    return [fault(name, int(line), "lat", "half_position") for line in half["line"]]


def disordered(frame: pd.DataFrame) -> list[Fault]:
    """Return a fault for each assumption whose value lies outside its own range."""
    faults = []
    for row in frame.dropna(subset=["value", "low", "high"]).to_dict("records"):
        if not row["low"] <= row["value"] <= row["high"]:
            about = {name: row[name] for name in ("value", "low", "high")}
            faults.append(fault("assumptions.csv", row["line"], "value", "assumption_disordered", **about))
    return faults


def indicators_of(found: Catalogue) -> pd.DataFrame:
    """Return the indicators, or a frame without rows where their file cannot be read."""
    columns = [column.name for column in specs.INDICATORS.columns]
    return found.frames.get("indicators.csv", pd.DataFrame(columns=columns))


def dangling(frame: pd.DataFrame, table: Table, known: Catalogue) -> list[Fault]:
    """Return a fault for each cell that points to an id nobody declares."""
    faults = []
    for column in table.columns:
        where = column.refers_to
        if where not in known.frames:
            continue
        ids = known.ids(where)
        for cell, line in zip(frame[column.name], frame["line"], strict=True):
            named = cell if isinstance(cell, list) else [cell]
            lost = [value for value in named if value is not None and value not in ids]
            faults += [
                fault(table.name, int(line), column.name, "unknown_reference", value=value, where=where)
                for value in lost
            ]
    return faults


def impossible_targets(frame: pd.DataFrame) -> list[Fault]:
    """Return a fault for each target without a value, or whose end comes before its beginning."""
    faults = []
    for row in frame.to_dict("records"):
        if row["low"] is None and row["high"] is None:
            faults.append(fault("targets.csv", row["line"], "low", "target_without_value"))
        for first, second in (("period_from", "period_to"), ("low", "high")):
            a, b = row[first], row[second]
            if a is not None and b is not None and b < a:
                faults.append(fault("targets.csv", row["line"], second, "target_reversed", first=a, second=b))
    return faults


def known_at(found: Catalogue, day: date, *, past: bool) -> Catalogue:
    """Return the catalogue with the targets set by a day; of the past, without what happened or was said after it."""
    targets = found["targets.csv"]
    frames = {**found.frames, "targets.csv": in_force(targets[targets["known_from"] <= day])}
    for name, column in (("events.csv", "date"), ("plan_claims.csv", "said_on")) if past else ():
        frames[name] = found[name][found[name][column] <= day]
    return Catalogue(frames)


def in_force(targets: pd.DataFrame) -> pd.DataFrame:
    """Return targets in which one without an end ends the day before the next of its indicator, unit and authority."""
    ordered = targets.sort_values("period_from", kind="stable")
    following = ordered.groupby(["indicator_id", "unit_id", "authority"])["period_from"].shift(-1)
    ends = [
        after - timedelta(days=1) if end is None and isinstance(after, date) else end
        for end, after in zip(ordered["period_to"], following, strict=True)
    ]
    return ordered.assign(period_to=pd.Series(ends, index=ordered.index, dtype=object)).loc[targets.index]


def without_sample(found: Catalogue) -> Catalogue:
    """Return the catalogue with no sample units and no sample profiles."""
    units = found["units.csv"]
    frames = {**found.frames, "units.csv": units[~units["sample"].astype(bool)]}
    frames["sample_profiles.csv"] = found["sample_profiles.csv"].iloc[:0]
    return Catalogue(frames)


def load(connection: duckdb.DuckDBPyConnection, found: Catalogue) -> None:
    """Write the catalogue into the tables of a new snapshot."""
    insert(connection, "domains", domains())
    insert(connection, "authorities", authorities())
    insert(connection, "sources", found["sources.csv"])
    insert(connection, "editions", found["editions.csv"])
    insert(connection, "units", found["units.csv"].rename(columns={"sample": "is_sample"}))
    insert(connection, "breakdowns", found["breakdowns.csv"])
    insert(connection, "communities", found["communities.csv"])
    indicators = found["indicators.csv"].rename(columns={"domain": "domain_id"})
    insert(connection, "indicators", indicators)
    insert(connection, "indicator_codes", codes(indicators))
    insert(connection, "indicator_aims", listed(indicators, "indicator_id", "aims", "aim"))
    events = found["events.csv"].rename(columns={"domain": "domain_id"})
    insert(connection, "events", events)
    insert(connection, "event_indicators", listed(events, "event_id", "indicator_ids", "indicator_id"))
    insert(connection, "targets", found["targets.csv"])
    insert(connection, "breaks", found["breaks.csv"])
    insert(connection, "indicator_parts", found["parts.csv"])
    insert(connection, "comparable", found["comparable.csv"])
    not_used = found["not_used.csv"].rename(columns={"domain": "domain_id"})
    insert(connection, "not_used", not_used)
    for name in ("places", "population", "assumptions", "traffic_counts"):
        insert(connection, name, found[f"{name}.csv"])
    claims = found["plan_claims.csv"].drop(columns="line").rename(columns={"planned_line": "line"})
    insert(connection, "plan_claims", claims)
    insert(connection, "outlines", found["outlines"])
    insert(connection, "edits", found["edits"])


def insert(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Append a frame to a table, column by column name; columns the table lacks are left out."""
    if frame.empty:
        return
    rows = frame[connection.table(table).columns].astype(object)
    rows = rows.where(rows.notna(), None)
    # DuckDB finds a frame by the name of its variable.
    connection.execute(f"insert into {table} by name select * from rows")  # noqa: S608


def domains() -> pd.DataFrame:
    """Return the registry's domains as rows."""
    return pd.DataFrame(
        [
            {
                "domain_id": d.id, "position": n, "name_th": d.name.th, "name_en": d.name.en,
                "international": d.international,
            }
            for n, d in enumerate(catalog.DOMAINS, 1)
        ]
    )  # fmt: skip


def authorities() -> pd.DataFrame:
    """Return who sets targets as rows, in the order in which they lead."""
    rows = [(one, n, name.th, name.en) for n, (one, name) in enumerate(catalog.AUTHORITIES.items(), 1)]
    return pd.DataFrame(rows, columns=["authority_id", "position", "name_th", "name_en"])


def codes(indicators: pd.DataFrame) -> pd.DataFrame:
    """Return one row per indicator and framework code; a trailing ? marks a code not verified."""
    rows = listed(indicators, "indicator_id", "codes", "code")
    rows["verified"] = ~rows["code"].astype(str).str.endswith("?")
    rows["code"] = rows["code"].astype(str).str.rstrip("?")
    return rows.drop_duplicates(["indicator_id", "code"])


def listed(frame: pd.DataFrame, key: str, column: str, name: str) -> pd.DataFrame:
    """Return one row per item of a column of lists."""
    rows = frame[[key, column]].explode(column).dropna(subset=[column])
    return rows.rename(columns={column: name}).drop_duplicates().reset_index(drop=True)

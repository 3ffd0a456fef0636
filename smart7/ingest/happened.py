"""Read and load what happened where and when: points in `data/points/`, days with their hours in `data/days/`."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import duckdb
import pandas as pd

from smart7.ingest import spots, tables
from smart7.ingest.catalogue import Catalogue, dangling, half_positions, indicators_of, insert
from smart7.ingest.columns import Table
from smart7.ingest.faults import BadInput, Fault, fault
from smart7.ingest.grid import TAMBONS, containing
from smart7.ingest.scripts import run_script
from smart7.ingest.specs_happened import days as days_spec
from smart7.ingest.specs_happened import points as points_spec

FOLDERS: Final[dict[str, Callable[[str], Table]]] = {"points": points_spec, "days": days_spec}
# From the smallest: a point belongs to the first it lies in.
AREAS: Final = ("municipality", "district")
OUTLINES: Final = "select layer, geometry from outlines where layer = ? order by outline_id"


def read(folder: Path, found: Catalogue) -> list[Fault]:
    """Add the frames `points` and `days` (columns as declared, plus `file` and `line`) to what was found.

    Returns the faults of all files. Either folder may be missing.
    """
    faults: list[Fault] = []
    for name, spec in FOLDERS.items():
        frames, of_folder = read_folder(folder, name, spec, found)
        faults += of_folder
        found.frames[name] = pd.concat(frames, ignore_index=True)
        faults += repeated(found.frames[name], spec("").key)
    unread = {(one.file, one.line) for one in faults if one.column in ("value", "hourly", "hours")}
    faults += wrong_days(found.frames["days"], indicators_of(found), unread)
    if "standards.csv" in found.frames:
        faults += overlapping(found.frames["standards.csv"])
    return faults


def read_folder(
    folder: Path, name: str, spec: Callable[[str], Table], found: Catalogue
) -> tuple[list[pd.DataFrame], list[Fault]]:
    """Return the rows of each file of a folder, an empty frame first, and their faults."""
    frames, faults = [pd.DataFrame(columns=[*spec("").names, "line", "file"])], []
    for path in sorted((folder / name).glob("*.csv")):
        table = spec(f"{name}/{path.name}")
        try:
            frame, wrong = tables.read(folder, table)
        except BadInput as error:
            faults += error.faults
            continue
        faults += wrong + dangling(frame, table, found)
        faults += half_positions(frame, path.name) if "lat" in frame else []
        frames.append(frame.assign(file=path.name))
    return frames, faults


def repeated(frame: pd.DataFrame, key: Iterable[str]) -> list[Fault]:
    """Return a fault for each row whose key a row of an earlier file has; within a file it was named already."""
    names = list(key)
    known = frame.dropna(subset=names)
    again = known[known.duplicated(names, keep=False)]
    places: dict[tuple[Any, ...], dict[str, int]] = {}
    faults = []
    for file, line, *parts in again[["file", "line", *names]].itertuples(index=False, name=None):
        there = places.setdefault(tuple(parts), {})
        if there and file not in there:
            first_file, first_line = next(iter(there.items()))
            shown = " / ".join(map(str, parts))
            faults.append(fault(file, line, names[0], "duplicate", first=f"{first_file}:{first_line}", key=shown))
        there.setdefault(file, line)
    return faults


def wrong_days(frame: pd.DataFrame, indicators: pd.DataFrame, unread: Collection[tuple[str, int]]) -> list[Fault]:
    """Return the faults of days that hold nothing, count their hours wrongly or lie outside the indicator's range.

    What could not be read at all was named already; `unread` are files and lines of that.
    """
    ranges = {row["indicator_id"]: (row["range_min"], row["range_max"]) for row in indicators.to_dict("records")}
    faults = []
    for row in frame.to_dict("records"):
        low, high = ranges.get(row["indicator_id"], (None, None))
        faults += wrong_day(row, low, high) if (row["file"], row["line"]) not in unread else []
    return faults


def wrong_day(row: dict[Any, Any], low: float | None, high: float | None) -> list[Fault]:
    """Return the faults of one day."""
    file, line = row["file"], int(row["line"])
    measured = [value for value in row["hourly"] or () if value is not None]
    faults = []
    if row["value"] is None and not measured:
        faults.append(fault(file, line, "value", "day_without_value"))
    if row["hourly"] is not None and row["hours"] is not None and row["hours"] != len(measured):
        faults.append(fault(file, line, "hours", "hours_disagree", hours=int(row["hours"]), found=len(measured)))
    for column, values in (("value", [row["value"]]), ("hourly", measured)):
        for value in values:
            if value is not None and not at_least(low, value) <= value <= at_most(high, value):
                ends = {"low": "-∞" if low is None else f"{low:.12g}", "high": "∞" if high is None else f"{high:.12g}"}
                faults.append(fault(file, line, column, "out_of_range", value=f"{value:.12g}", **ends))
                break
    return faults


def at_least(low: float | None, value: float) -> float:
    """Return a lower bound, the value itself where there is none."""
    return value if low is None else low


def at_most(high: float | None, value: float) -> float:
    """Return an upper bound, the value itself where there is none."""
    return value if high is None else high


def overlapping(standards: pd.DataFrame) -> list[Fault]:
    """Return a fault for each standard that ends before it begins or while the next is in force already."""
    faults = []
    known = standards.dropna(subset=["indicator_id", "valid_from"]).sort_values(["indicator_id", "valid_from"])
    rows = known.to_dict("records")
    for row in rows:
        end, start = row["valid_to"], row["valid_from"]
        if end is not None and end < start:
            faults.append(fault("standards.csv", row["line"], "valid_to", "target_reversed", first=start, second=end))
    for row, following in pairwise(rows):
        end, at = row["valid_to"], following["valid_from"]
        if following["indicator_id"] == row["indicator_id"] and (end is None or end >= at):
            faults.append(fault("standards.csv", row["line"], "valid_to", "standards_overlap", following=at))
    return faults


def load(connection: duckdb.DuckDBPyConnection, found: Catalogue, as_of: date) -> None:
    """Write standards, points, days and hours into the tables of a new snapshot, as far as they had happened."""
    insert(connection, "standards", found["standards.csv"])
    points, days = (found[name][found[name]["day"] <= as_of] for name in FOLDERS)
    insert(connection, "points", placed(connection, points))
    insert(connection, "days", with_hours(days))
    insert(connection, "hours", hours_of(days))


def placed(connection: duckdb.DuckDBPyConnection, points: pd.DataFrame) -> pd.DataFrame:
    """Return points with the tambon and the area they lie in."""
    at = points.assign(lat=points["lat"].astype(float), lon=points["lon"].astype(float))
    tambons = connection.execute(TAMBONS).fetchall()
    outline = containing(at, [name for name, _ in tambons], [shape for _, shape in tambons])
    shapes = [row for layer in AREAS for row in connection.execute(OUTLINES, [layer]).fetchall()]
    area = containing(at, [name for name, _ in shapes], [shape for _, shape in shapes])
    known = at["lat"].notna()
    return points.assign(outline_id=outline.where(known, None), area=area.where(area.notna() | ~known, "elsewhere"))


def with_hours(days: pd.DataFrame) -> pd.DataFrame:
    """Return days with how many hours were measured, counted where the hours themselves are there."""
    counted = [None if hourly is None else sum(value is not None for value in hourly) for hourly in days["hourly"]]
    hours = [own if own is not None else count for own, count in zip(days["hours"], counted, strict=True)]
    return days.assign(hours=pd.Series(hours, index=days.index, dtype=object))


def hours_of(days: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each hour that was measured: indicator_id, unit_id, day, hour, value."""
    kept = days[days["hourly"].notna()]
    rows = [
        (indicator, unit, day, hour, value)
        for indicator, unit, day, hourly in zip(
            *(kept[name] for name in ("indicator_id", "unit_id", "day", "hourly")), strict=True
        )
        for hour, value in enumerate(hourly)
        if value is not None
    ]
    return pd.DataFrame(rows, columns=["indicator_id", "unit_id", "day", "hour", "value"])


def work_out(connection: duckdb.DuckDBPyConnection) -> None:
    """Work out what pages read: verdicts, months and hours of days; schools near points, places where most happened."""
    run_script(connection, "happened_days.sql")
    run_script(connection, "happened_points.sql")
    spots.add(connection)
    run_script(connection, "happened_spots.sql")

"""Read files of figures: typed, with whole periods, values worked out, and every fault named."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from smart7 import calendar
from smart7.calendar import Period
from smart7.ingest import tables
from smart7.ingest.faults import BadInput, Fault, fault
from smart7.ingest.specs import observations as spec
from smart7.office.signs import CellError, Problem

PUBLISHED = "published.csv"
COLUMNS = [*spec("").names, "file", "line"]
AMOUNTS = ("value", "numerator", "denominator")


def read(folder: Path, indicators: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Return the figures of every CSV file in `observations/` (columns `COLUMNS`) and their faults."""
    frames: list[pd.DataFrame] = []
    faults: list[Fault] = []
    there = {path.name for path in (folder / "observations").glob("*.csv")}
    for name in sorted((there | {PUBLISHED}) - {"not_used.csv"}):
        try:
            frame, found = read_file(folder, name, indicators)
            frames.append(frame)
            faults += found
        except BadInput as error:
            faults += error.faults
    whole = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=COLUMNS)
    return whole, faults


def read_file(folder: Path, name: str, indicators: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Return the figures of one file and its faults."""
    frame, faults = tables.read(folder, spec(f"observations/{name}"))
    frame["breakdown"] = frame["breakdown"].fillna("")
    frame["file"] = name
    unread = {f.line for f in faults if f.column in AMOUNTS}
    faults += complete_periods(frame, name)
    faults += work_out_values(frame, indicators, name, unread)
    return frame[COLUMNS], faults


def complete_periods(frame: pd.DataFrame, name: str) -> list[Fault]:
    """Fill in the last day of each period, and name the periods that do not exist."""
    keys = list(zip(frame["period_kind"], frame["period_start"], frame["period_end"], strict=True))
    ends: dict[tuple[Any, ...], date | None] = {}
    problems: dict[tuple[Any, ...], Problem] = {}
    for key in set(keys):
        try:
            ends[key] = None if None in key[:2] else period_end(*key)
        except CellError as error:
            problems[key] = error.problem
    frame["period_end"] = pd.Series([ends.get(key) for key in keys], index=frame.index, dtype=object)
    return [
        fault(name, int(line), "period_start", problems[key][0], **problems[key][1])
        for key, line in zip(keys, frame["line"], strict=True)
        if key in problems
    ]


def period_end(kind: calendar.PeriodKind, start: date, end: date | None) -> date:
    """Return the last day of a period; raises `CellError` where no such period begins or ends there."""
    if kind == "span":
        return span_end(start, end)
    whole = calendar.containing(kind, start)
    if whole.start != start:
        raise CellError("bad_period", start=start, kind=kind, example=whole.start)
    if end is not None and end != whole.end:
        raise CellError("end_disagrees", end=end, kind=kind, expected=whole.end)
    return whole.end


def span_end(start: date, end: date | None) -> date:
    """Return the last day of a span; raises `CellError` without one, or where another kind names it."""
    if end is None or end < start:
        raise CellError("span_needs_end")
    for kind in calendar.KINDS:
        if kind != "span" and calendar.containing(kind, start) == Period(kind, start, end):
            raise CellError("span_is_kind", start=start, end=end, kind=kind)
    return end


def work_out_values(frame: pd.DataFrame, indicators: pd.DataFrame, name: str, unread: set[int]) -> list[Fault]:
    """Work out ratios from their parts, and name rows whose value is missing or impossible.

    `unread` are the lines one of whose amounts is a fault already.
    """
    once = indicators.drop_duplicates("indicator_id").set_index("indicator_id")
    about = once.reindex(frame["indicator_id"]).reset_index(drop=True)
    read = (about["over_time"].notna() & about["scale"].notna()).to_numpy()
    numbers = {column: pd.to_numeric(frame[column]).to_numpy(dtype=float, na_value=np.nan) for column in AMOUNTS}
    weighed = ["ratio", "mean"]
    by_parts = (about["over_time"].isin(weighed) | about["over_units"].isin(weighed)).to_numpy()
    zero = by_parts & (numbers["denominator"] == 0)
    divisor = np.where(numbers["denominator"] == 0, np.nan, numbers["denominator"])
    scale = pd.to_numeric(about["scale"]).to_numpy(dtype=float, na_value=np.nan)
    value = np.where(by_parts, numbers["numerator"] / divisor * scale, numbers["value"])
    for column, values in {**numbers, "value": value}.items():
        frame[column] = values
    low = pd.to_numeric(about["range_min"]).to_numpy(dtype=float, na_value=np.nan)
    high = pd.to_numeric(about["range_max"]).to_numpy(dtype=float, na_value=np.nan)
    absent = read & np.isnan(value) & ~zero & ~frame["line"].isin(unread).to_numpy()
    return [
        *mark(frame, name, "denominator", "zero_denominator", zero),
        *mark(frame, name, "numerator", "needs_parts", absent & by_parts),
        *mark(frame, name, "value", "needs_value", absent & ~by_parts),
        *outside(frame, name, (value < low) | (value > high), low, high),
        *mark(frame, name, "known_to", "interval", intervals_reversed(frame)),
    ]


def intervals_reversed(frame: pd.DataFrame) -> np.ndarray:
    """Return which rows stop being known before they were known."""
    known_from = pd.to_datetime(frame["known_from"])
    known_to = pd.to_datetime(frame["known_to"])
    return (known_to <= known_from).to_numpy(dtype=bool, na_value=False)


def mark(frame: pd.DataFrame, name: str, column: str, problem: str, rows: np.ndarray) -> list[Fault]:
    """Return the named fault for each marked row."""
    return [fault(name, int(line), column, problem) for line in frame["line"][rows]]


def outside(frame: pd.DataFrame, name: str, rows: np.ndarray, low: np.ndarray, high: np.ndarray) -> list[Fault]:
    """Return a fault for each row outside its indicator's range, with the range."""
    return [
        fault(
            name, int(frame["line"].iloc[i]), "value", "out_of_range",
            value=plain(frame["value"].iloc[i]), low=plain(low[i], "-∞"), high=plain(high[i], "∞"),
        )
        for i in np.flatnonzero(rows)
    ]  # fmt: skip


def plain(value: float, without: str = "") -> str:
    """Return a number as people write it, without exponent; `without` stands for none."""
    return without if np.isnan(value) else f"{value:.12g}"

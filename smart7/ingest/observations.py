"""Read files of figures: typed, with whole periods, values worked out, and every fault named."""

from pathlib import Path

import numpy as np
import pandas as pd

from smart7 import calendar
from smart7.ingest import tables
from smart7.ingest.faults import Fault, fault
from smart7.ingest.specs import observations as spec

COLUMNS = [
    "indicator_id", "unit_id", "breakdown", "period_kind", "period_start", "period_end", "value", "numerator",
    "denominator", "partial", "quality", "source_id", "as_of", "known_from", "known_to", "note_th", "note_en",
    "formula_th", "formula_en", "file", "line",
]  # fmt: skip


def read(folder: Path, indicators: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Return the figures of every CSV file in `observations/` (columns `COLUMNS`) and their faults."""
    frames, faults = [], []
    for path in sorted((folder / "observations").glob("*.csv")):
        if path.name != "not_used.csv":
            frame, found = read_file(folder, path.name, indicators)
            frames.append(frame)
            faults += found
    whole = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=COLUMNS)
    return whole, faults


def read_file(folder: Path, name: str, indicators: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Return the figures of one file and its faults."""
    frame, faults = tables.read(folder, spec(f"observations/{name}"))
    frame["breakdown"] = frame["breakdown"].fillna("")
    frame["file"] = name
    faults += complete_periods(frame, name)
    faults += work_out_values(frame, indicators, name)
    return frame[COLUMNS], faults


def complete_periods(frame: pd.DataFrame, name: str) -> list[Fault]:
    """Fill in the last day of each period, and name the periods that do not exist."""
    faults: list[Fault] = []
    ends: dict[tuple[object, ...], object] = {}
    keys = list(zip(frame["period_kind"], frame["period_start"], frame["period_end"], strict=True))
    for row, key in enumerate(keys):
        if None in key[:2]:
            continue
        if key not in ends:
            ends[key] = period_end(*key)
        if isinstance(ends[key], tuple):
            problem, values = ends[key]  # type: ignore[misc]
            faults.append(fault(name, int(frame["line"].iloc[row]), "period_start", problem, **values))
    frame["period_end"] = [None if isinstance(ends.get(key), tuple) else ends.get(key) for key in keys]
    return faults


def period_end(kind: calendar.PeriodKind, start: object, end: object) -> object:
    """Return the last day of a period, or the problem with it as (name, values)."""
    if kind == "span":
        return end if end is not None and end >= start else ("span_needs_end", {})  # type: ignore[operator]
    whole = calendar.containing(kind, start)  # type: ignore[arg-type]
    if whole.start != start:
        return ("bad_period", {"start": start, "kind": kind, "example": whole.start})
    if end is not None and end != whole.end:
        return ("end_disagrees", {"end": end, "kind": kind, "expected": whole.end})
    return whole.end


def work_out_values(frame: pd.DataFrame, indicators: pd.DataFrame, name: str) -> list[Fault]:
    """Work out ratios from their parts, and name rows whose value is missing or impossible."""
    about = indicators.set_index("indicator_id").reindex(frame["indicator_id"]).reset_index(drop=True)
    known = about["over_time"].notna().to_numpy()
    numbers = {
        column: pd.to_numeric(frame[column]).to_numpy(dtype=float, na_value=np.nan)
        for column in ("value", "numerator", "denominator")
    }
    by_parts = (about["over_time"].isin(["ratio", "mean"]) | about["over_units"].isin(["ratio", "mean"])).to_numpy()
    zero = by_parts & (numbers["denominator"] == 0)
    divisor = np.where(numbers["denominator"] == 0, np.nan, numbers["denominator"])
    scale = pd.to_numeric(about["scale"]).to_numpy(dtype=float, na_value=np.nan)
    value = np.where(by_parts, numbers["numerator"] / divisor * scale, numbers["value"])
    for column, values in {**numbers, "value": value}.items():
        frame[column] = values
    low = pd.to_numeric(about["range_min"]).to_numpy(dtype=float, na_value=np.nan)
    high = pd.to_numeric(about["range_max"]).to_numpy(dtype=float, na_value=np.nan)
    absent = known & np.isnan(value) & ~zero
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


def outside(
    frame: pd.DataFrame, name: str, rows: np.ndarray, low: np.ndarray, high: np.ndarray
) -> list[Fault]:
    """Return a fault for each row outside its indicator's range, with the range."""
    return [
        fault(
            name, int(frame["line"].iloc[i]), "value", "out_of_range",
            value=f"{frame['value'].iloc[i]:g}", low=f"{low[i]:g}", high=f"{high[i]:g}",
        )
        for i in np.flatnonzero(rows)
    ]  # fmt: skip

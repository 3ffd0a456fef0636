"""Make up figures for what only the municipality's registers hold, so that the shape can be seen.

They belong to sample units only, come from a fixed seed per indicator, and have what real registers have:
seasons, gaps, late units and corrections.
"""

from datetime import date, timedelta
from typing import Any, Final
from zlib import crc32

import numpy as np
import pandas as pd

from smart7 import calendar, catalog
from smart7.calendar import Period, PeriodKind
from smart7.ingest.catalogue import Catalogue
from smart7.ingest.faults import Fault, fault

FIRST_DAY: Final = date(2016, 10, 1)
LAST_DAY: Final = date(2026, 9, 30)
SOURCE: Final = "sample-generator"
FILE: Final = "sample"
GAP_SHARE: Final = 0.02
CORRECTED_SHARE: Final = 0.015
LATE_EVERY: Final = 5  # every fifth unit of a kind is late with its last periods
SIZE_SPREAD: Final = {"city": 0.0, "school": 0.35, "centre": 0.25, "division": 0.3}

# Factor by calendar month, January first.
SEASONS: Final[dict[str, tuple[float, ...]]] = {
    "none": (1.0,) * 12,
    "school": (1.1, 1.1, 0.8, 0.2, 0.8, 1.15, 1.15, 1.15, 1.1, 0.7, 1.15, 1.1),
    "rain": (0.3, 0.3, 0.4, 0.6, 1.1, 1.7, 1.9, 1.9, 1.6, 1.1, 0.7, 0.4),
    "burning": (1.7, 1.8, 1.8, 1.3, 0.7, 0.5, 0.4, 0.4, 0.5, 0.8, 1.0, 1.3),
    "festival": (1.15, 0.95, 0.95, 1.5, 0.9, 0.85, 0.9, 0.9, 0.85, 0.95, 1.1, 1.4),
    "budget": (0.9, 0.9, 1.0, 0.9, 1.0, 1.1, 1.1, 1.2, 1.5, 0.6, 0.8, 0.9),
    # Spent so far: a fiscal year starts again at nothing in October.
    "cumulative": (0.26, 0.34, 0.42, 0.5, 0.58, 0.67, 0.75, 0.85, 1.0, 0.06, 0.12, 0.18),
}


def figures(found: Catalogue, published: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return sample observations and sample targets for indicators no public source covers."""
    covered = set(published.loc[~published["unit_id"].isin(compared_with(found)), "indicator_id"])
    profiles = found["sample_profiles.csv"]
    profiles = profiles[~profiles["indicator_id"].isin(covered)]
    indicators = found["indicators.csv"].set_index("indicator_id")
    units = found["units.csv"]
    units = units[units["sample"].astype(bool)]
    rows: list[dict[str, Any]] = []
    goals: list[dict[str, Any]] = []
    for profile in profiles.to_dict("records"):
        about = {**indicators.loc[profile["indicator_id"]].to_dict(), **profile}
        own = units[units["kind"] == about["level"]]
        rows += one_indicator(about, list(own["unit_id"]))
        goals += targets(about, list(own["unit_id"]), own["parent"].dropna().unique().tolist())
    return number_lines(pd.DataFrame(rows)), pd.DataFrame(goals)


def compared_with(found: Catalogue) -> set[object]:
    """Return the units that are there for comparison only: what they report says nothing of the city."""
    units = found["units.csv"]
    return set(units.loc[units["kind"].isin(("peer_city", "peer_province")), "unit_id"])


def lacks_source(found: Catalogue) -> list[Fault]:
    """Return a fault where figures are to be made up and the catalogue does not say by whom."""
    wanted = "sample_profiles.csv" in found.frames and len(found["sample_profiles.csv"]) > 0
    if not wanted or "sources.csv" not in found.frames or SOURCE in found.ids("sources.csv"):
        return []
    return [fault("sources.csv", 0, "source_id", "unknown_reference", value=SOURCE, where="sources.csv")]


def number_lines(rows: pd.DataFrame) -> pd.DataFrame:
    """Give each made-up row the place it would have in a file."""
    return rows.assign(file=FILE, line=range(1, len(rows) + 1))


def one_indicator(about: dict[str, Any], unit_ids: list[str]) -> list[dict[str, Any]]:
    """Return every sample row of one indicator over its sample units."""
    rng = np.random.default_rng(crc32(about["indicator_id"].encode()))
    periods = covered_periods(about["period_kind"])
    rows = []
    for n, unit_id in enumerate(unit_ids):
        size = size_of(about["level"], unit_id)
        level = 1 + rng.normal(0, 0.06) * headroom(about) if len(unit_ids) > 1 else 1.0
        late = len(unit_ids) > 1 and n % LATE_EVERY == LATE_EVERY - 1
        last = len(periods) - late * (2 if about["period_kind"] in ("month", "quarter") else 1)
        for index, period in enumerate(periods[:last]):
            skipped = rng.random() < GAP_SHARE and index < len(periods) - 13
            value = expected(about, period) * level * (1 + rng.normal(0, about["noise"]))
            if not skipped:
                rows += versions(about, unit_id, period, value, size, rng)
    return rows


def size_of(level: str, unit_id: str) -> float:
    """Return how large a sample unit is beside its like, the same for all its figures."""
    rng = np.random.default_rng(crc32(unit_id.encode()))
    return float(np.exp(rng.normal(0, SIZE_SPREAD.get(level, 0.0))))


def headroom(about: dict[str, Any]) -> float:
    """Return how far units may differ, 0 to 1: little where the level is close to the most that is possible."""
    if not about["range_max"]:
        return 1.0
    return float(min(1.0, max(0.0, 3 * (1 - about["end"] / about["range_max"]))))


def covered_periods(kind: PeriodKind) -> list[Period]:
    """Return the whole periods of a kind within the sample years."""
    found = calendar.containing(kind, FIRST_DAY)
    periods = []
    while found.end <= LAST_DAY:
        if found.start >= FIRST_DAY:
            periods.append(found)
        found = calendar.following(found)
    return periods


def progress(day: date) -> float:
    """Return how far a day lies through the sample years, 0 to 1."""
    return min(1.0, max(0.0, (day - FIRST_DAY).days / (LAST_DAY - FIRST_DAY).days))


def expected(about: dict[str, Any], period: Period) -> float:
    """Return the level a profile gives for a period: its path over the years times its season."""
    path = float(about["start"] + (about["end"] - about["start"]) * progress(period.end))
    season = SEASONS[about["season"]][period.end.month - 1]
    return path * (season if about["period_kind"] in ("month", "quarter") else 1.0)


def versions(
    about: dict[str, Any], unit_id: str, period: Period, value: float, size: float, rng: np.random.Generator
) -> list[dict[str, Any]]:
    """Return the rows of one figure: one, or two where it was corrected later."""
    due = int(about["due_days"] or 60)
    known = period.end + timedelta(days=int(due * rng.uniform(0.4, 1.0)))
    row = {
        "indicator_id": about["indicator_id"], "unit_id": unit_id, "period_kind": period.kind,
        "period_start": period.start, "period_end": period.end, "partial": False, "quality": "sample",
        "source_id": SOURCE, "as_of": known, "known_from": known, "known_to": None,
    }  # fmt: skip
    size_now = size * (1 + rng.normal(0, 0.01))
    if rng.random() >= CORRECTED_SHARE:
        return spread(about, row, value, size_now)
    corrected = known + timedelta(days=int(rng.integers(30, 200)))
    first = spread(about, {**row, "known_to": corrected}, value * rng.uniform(0.93, 1.07), size_now)
    again = {**row, "as_of": corrected, "known_from": corrected}
    return first + spread(about, again, value, size_now)


def spread(about: dict[str, Any], row: dict[str, Any], value: float, size: float) -> list[dict[str, Any]]:
    """Return a figure's total and, where its profile has them, its parts; the parts make up the total."""
    parts = [(name, float(share)) for name, share in (part.rsplit(":", 1) for part in about["breakdown"] or [])]
    total = {**row, "breakdown": "", **amounts(about, value, size)}
    if about["over_time"] in ("ratio", "mean"):
        even = sum(share * leaning(name) for name, share in parts)
        return [total] + [
            {**row, "breakdown": name, **amounts(about, value * leaning(name) / even, size * share)}
            for name, share in parts
        ]
    return [total] + [{**row, "breakdown": name, **amounts(about, value * share, size)} for name, share in parts]


def leaning(name: str) -> float:
    """Return how far a part lies above or below the total, the same for a part at all times."""
    return 1 + (crc32(name.encode()) % 21 - 10) / 100


def amounts(about: dict[str, Any], value: float, size: float) -> dict[str, float | None]:
    """Return value, numerator and denominator within the indicator's range."""
    by_parts = about["over_time"] in ("ratio", "mean") or about["over_units"] in ("ratio", "mean")
    if not by_parts:
        grown = value * size if about["over_units"] == "sum" else value
        return {
            "value": within(about, round(grown, about["decimals"])),
            "numerator": None,
            "denominator": None,
        }
    value = within(about, value)
    denominator = max(1, round((about["denominator"] or 100) * size))
    exact = value / about["scale"] * denominator
    numerator = round(exact, 0 if about["over_time"] != "mean" and exact >= 1 else 2)
    rounded = numerator / denominator * about["scale"]
    if rounded != within(about, rounded):  # rounding alone must not leave the range
        numerator, rounded = exact, value
    return {"value": rounded, "numerator": float(numerator), "denominator": float(denominator)}


def within(about: dict[str, Any], value: float) -> float:
    """Return a value moved inside the indicator's range."""
    low = about["range_min"] if about["range_min"] is not None else -np.inf
    high = about["range_max"] if about["range_max"] is not None else np.inf
    return float(min(max(value, low), high))


def targets(about: dict[str, Any], unit_ids: list[str], parents: list[str]) -> list[dict[str, Any]]:
    """Return one target a year for each sample unit, and for the sample city where units add up."""
    if about["target_start"] is None or about["direction"] == "context":
        return []
    grows = about["over_units"] == "sum"
    holders = {unit_id: size_of(about["level"], unit_id) if grows else 1.0 for unit_id in unit_ids}
    if about["level"] != "city" and about["over_units"] != "none":
        holders.update(dict.fromkeys(parents, sum(holders.values()) if grows else 1.0))
    year = calendar.year_kind(about["period_kind"])
    return [
        target(about, unit_id, period, times) for unit_id, times in holders.items() for period in covered_periods(year)
    ]


def target(about: dict[str, Any], unit_id: str, period: Period, times: float) -> dict[str, Any]:
    """Return the target of one unit and year; a yearly sum's target is its period's target times the periods."""
    goal = about["target_start"] + (about["target_end"] - about["target_start"]) * progress(period.end)
    if about["over_time"] == "sum":
        times *= {"month": 12, "quarter": 4}.get(about["period_kind"], 1)
    goal = round(goal * times, about["decimals"])
    side = "low" if about["direction"] == "higher" else "high"
    return {
        "indicator_id": about["indicator_id"], "unit_id": unit_id, "authority": next(iter(catalog.AUTHORITIES)),
        "period_from": period.start, "period_to": period.end, "low": None, "high": None, side: goal,
        "quality": "sample", "source_id": SOURCE, "known_from": period.start, "note_th": None, "note_en": None,
    }  # fmt: skip

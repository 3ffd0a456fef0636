"""How long the ways from stop to stop take at an hour: as driven lately where that is known, else as planned."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow.parquet as pq

from smart7 import fleet
from smart7.vehicles.lines import Floats, Lines

DAYS: Final = 28
"""So many of the newest days that were measured are looked at."""
LEAST: Final = 5
"""Runs that a stretch needs at an hour; one with fewer is taken as it was all day, and then as it is planned."""
STRETCH: Final = ["route_id", "direction_id", "stop_sequence", "from_stop_id", "to_stop_id"]
SUMS: Final = ["runs", "run_s", "dwell_s"]
FILE: Final = "driven_stretches.parquet"


@dataclass(frozen=True, slots=True)
class Legs:
    """The way to each row of `Lines.stops` from the one before: seconds on it, then standing at its end.

    `driven` says which were driven; the others are as planned, and nobody is taken to stand there.
    """

    way_s: Floats
    stand_s: Floats
    driven: npt.NDArray[np.bool_]


def day_type(day: date) -> str:
    """Return of which kind a day is, as days that were measured are told apart."""
    return ("weekday", "saturday", "sunday")[max(0, day.weekday() - 4)]


def measured(data: Path, feed_id: str) -> pd.DataFrame:
    """Return what was driven on the newest days, as sums by stretch, kind of day and hour; no rows where nothing was.

    Only days of real positions are here: what a sample drives is in no folder of a feed.
    """
    files = sorted((fleet.folder(data, feed_id) / "days").glob(f"[12]*/{FILE}"))[-DAYS:]
    days = [
        pq.read_table(path, columns=[*STRETCH, "hour", *SUMS]).to_pandas().assign(
            day_type=day_type(date.fromisoformat(path.parent.name))
        )
        for path in files
    ]  # fmt: skip
    if not days:
        return pd.DataFrame(columns=[*STRETCH, "day_type", "hour", *SUMS])
    rows = pd.concat(days, ignore_index=True)
    sums: pd.DataFrame = rows.groupby([*STRETCH, "day_type", "hour"], as_index=False)[SUMS].sum()
    return sums


def at_hour(lines: Lines, driven: pd.DataFrame, kind: str, hour: int) -> Legs:
    """Return how long each leg takes on a kind of day at an hour."""
    stops = lines.stops
    first = np.concatenate([[True], np.diff(stops["pattern"].to_numpy()) != 0])
    way = np.where(first, 0.0, np.diff(lines.due, prepend=0.0))
    keys = stops[["route_id", "direction_id", "stop_sequence", "stop_id"]].rename(columns={"stop_id": "to_stop_id"})
    keys = keys.assign(from_stop_id=stops["stop_id"].shift().where(~first))[STRETCH]
    stand, known = np.zeros(len(stops)), np.zeros(len(stops), bool)
    # The whole day first, so that what is known of the hour takes its place.
    for rows in (driven, driven[(driven["day_type"] == kind) & (driven["hour"] == hour)]):
        sums = rows.groupby(STRETCH)[SUMS].sum()
        found = sums[sums["runs"] >= LEAST].reindex(pd.MultiIndex.from_frame(keys))
        there = found["runs"].notna().to_numpy()
        runs = found["runs"].to_numpy(float)[there]
        way[there] = found["run_s"].to_numpy(float)[there] / runs
        stand[there] = found["dwell_s"].to_numpy(float)[there] / runs
        known |= there
    return Legs(way, stand, known)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A stop that a vehicle comes to: which row of `Lines.stops`, after how many seconds, how far that was driven.

    `basis`: 'driven' where every leg up to there was, 'planned' where none was, else 'both'.
    """

    row: int
    seconds: float
    basis: str


def ahead(lines: Lines, legs: Legs, pattern: int, along: float, furthest: float) -> list[Ahead]:
    """Return the stops ahead of a place along a pattern that are reached within some seconds.

    Of the leg it is on, a vehicle needs the share that lies ahead; at each stop on the way it stands as others did.
    """
    rows = np.flatnonzero(lines.stops["pattern"].to_numpy() == pattern)
    at = lines.stops["along_m"].to_numpy()[rows]
    place = int(np.searchsorted(at, along, "right"))
    found: list[Ahead] = []
    seconds, parts = 0.0, set[bool]()
    for n in range(place, len(rows)):
        row = int(rows[n])
        if n:
            length = at[n] - at[n - 1]
            share = min(1.0, (at[n] - along) / length) if n == place and length > 0 else 1.0
            stood = legs.stand_s[rows[n - 1]] if n > place else 0.0
            seconds += float(stood + share * legs.way_s[row])
            parts.add(bool(legs.driven[row]))
        if seconds > furthest:
            break
        found.append(Ahead(row, seconds, "both" if len(parts) == 2 else "driven" if True in parts else "planned"))
    return found

"""Match the runs of a day to the trips that were planned: in their order, each to one at most, as near as can be."""

from typing import Final

import numpy as np
import pandas as pd

from smart7.vehicles.lines import Floats, Ints, Lines
from smart7.vehicles.placed import Runs
from smart7.vehicles.positions import Positions

FURTHEST: Final = 1_800.0  # seconds from its plan beyond which a run is none of it
CLOSEST: Final = 300.0
EARLY: Final = 1.5  # times as unlikely as leaving late by as much
ROUNDED: Final = 1e-5  # share of a sum by which two may differ that were added up in another order
SETS_OUT: Final = 60.0  # metres along at which a run has left its first stop


def trips(lines: Lines, runs: Runs, sent: Positions, planned: pd.DataFrame) -> pd.DataFrame:
    """Return trip_id and start_second of each run, missing where it is matched to no trip of `planned`.

    What a vehicle tells is taken as it is told; the others are matched to what is left of the plan.
    """
    second = sent.second[runs.position]
    start = starts(lines, runs.pattern, runs.run, runs.along, second)
    tells = np.flatnonzero(sent.trip[runs.position] >= 0)
    seen, first = np.unique(runs.run[tells], return_index=True)
    row = runs.position[tells[first]]
    found = pd.DataFrame({"trip_id": np.full(len(start), None, object), "start_second": np.full(len(start), np.nan)})
    found.loc[seen, "trip_id"] = lines.trips["trip_id"].to_numpy(object)[sent.trip[row]]
    found.loc[seen, "start_second"] = sent.start[row]
    left = planned
    if len(seen):
        found.loc[seen, "start_second"] = filled(found.loc[seen], start[seen], planned)
        gone = set(zip(found.loc[seen, "trip_id"], found.loc[seen, "start_second"], strict=True))
        keys = zip(planned["trip_id"], planned["start_second"], strict=True)
        left = planned[np.array([key not in gone for key in keys], bool)]
    matching = match(runs.pattern, np.where(np.isin(np.arange(len(start)), seen), np.nan, start), left)
    some = np.flatnonzero(matching >= 0)
    for name in found.columns:
        found.loc[some, name] = left[name].to_numpy()[matching[some]]
    return found


def filled(told: pd.DataFrame, start: Floats, planned: pd.DataFrame) -> Floats:
    """Return when the trips that were told set out by the plan: as told, or else their departure nearest to the run."""
    known: Floats = told["start_second"].to_numpy(float).copy()
    due = planned.groupby("trip_id")["start_second"]
    for n in np.flatnonzero(np.isnan(known) & told["trip_id"].isin(list(due.groups)).to_numpy() & ~np.isnan(start)):
        times = due.get_group(told["trip_id"].iloc[n]).to_numpy(float)
        known[n] = times[np.argmin(np.abs(times - start[n]))]
    return known


def starts(lines: Lines, pattern: Ints, run: Ints, along: Floats, second: Floats) -> Floats:
    """Return when each run left its first stop, or would have done: NaN where it never moved on.

    A run that is first seen on its way is reckoned back with the times of the plan. `pattern` is of each run; the
    rest of each placed position, in the order of run and time.
    """
    moved = np.flatnonzero(along > SETS_OUT)
    seen, first = np.unique(run[moved], return_index=True)
    found = np.full(len(pattern), np.nan)
    row = moved[first]
    found[seen] = second[row] - lines.due_along(pattern[seen], along[row])
    return found


def match(pattern: Ints, start: Floats, planned: pd.DataFrame) -> Ints:
    """Return for each run the row of `planned` (pattern, start_second) it is matched to, -1 for none."""
    found = np.full(len(pattern), -1)
    rows = planned.groupby("pattern").indices
    for number in np.unique(pattern):
        mine = np.flatnonzero((pattern == number) & ~np.isnan(start))
        mine = mine[np.argsort(start[mine], kind="stable")]
        due = np.asarray(rows.get(number, ()), np.int64)
        if len(mine) and len(due):
            due = due[np.argsort(planned["start_second"].to_numpy()[due], kind="stable")]
            paired = in_order(start[mine], planned["start_second"].to_numpy(float)[due])
            found[mine] = np.where(paired >= 0, due[paired], -1)
    return found


def in_order(came: Floats, due: Floats) -> Ints:
    """Return for each run the planned departure it is matched to, -1 for none, both in the order of their times.

    Of all ways to match them in their order it is the one with the least sum of what each is off its plan, where a
    run or a trip that is left alone costs half of the furthest that two may lie apart.
    """
    apart = float(np.clip(0.9 * np.median(np.diff(due)), CLOSEST, FURTHEST)) if len(due) > 1 else FURTHEST
    alone = apart / 2.0
    late = came[:, None] - due[None]
    cost = np.where(late < 0.0, -EARLY * late, late)
    ramp = alone * np.arange(len(due) + 1)
    least = np.empty((len(came) + 1, len(due) + 1))
    least[0] = ramp
    for n in range(len(came)):
        row = least[n] + alone
        row[1:] = np.minimum(row[1:], least[n, :-1] + cost[n])
        # Leaving trips alone, one after another, goes along the row.
        least[n + 1] = np.minimum.accumulate(row - ramp) + ramp
    return traced(least, cost, alone)


def traced(least: Floats, cost: Floats, alone: float) -> Ints:
    """Return the matches that the least sum is made of, from the last one back."""
    found = np.full(len(cost), -1)
    run, trip = len(cost), cost.shape[1]
    while run and trip:
        if alike(least[run, trip], least[run - 1, trip - 1] + cost[run - 1, trip - 1]):
            run, trip = run - 1, trip - 1
            found[run] = trip
        elif alike(least[run, trip], least[run - 1, trip] + alone):
            run -= 1
        else:
            trip -= 1
    return found


def alike(one: float, other: float) -> bool:
    """Return whether two sums are the same but for rounding; `np.isclose` takes thirty times as long for a pair."""
    return bool(abs(one - other) <= 1e-8 + ROUNDED * abs(other))

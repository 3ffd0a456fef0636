"""Drive the trips of a feed through a day that never was: the true passes at stops.

What is driven is known, so that tests can hold against it what is measured from the positions it would send; and it
stands in for positions in the demonstration, marked as every sample is. The same feed, day and seed drive the same day.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from smart7.vehicles.feed import Feed
from smart7.vehicles.lines import Floats, Ints, Lines
from smart7.vehicles.plan import departures

PASSES: Final = (
    "feed_id", "service_date", "route_id", "direction_id", "pattern_id", "run_id", "vehicle", "trip_id", "start_second",
    "stop_sequence", "stop_id", "second", "error_s", "dwell_s", "doubt",
)  # fmt: skip
# How much longer a way takes in each hour of the day than at noon.
SLOWNESS: Final = np.array([0.85] * 6 + [1.0, 1.25, 1.2] + [1.0] * 6 + [1.1, 1.3, 1.25, 1.05] + [0.9] * 17)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a day is driven: shares of trips, seconds."""

    missed: float = 0.04  # share of trips that never leave
    held: float = 0.08  # share of trips held up on the way, which bunches those behind
    held_s: float = 400.0  # mean of a hold-up
    late_s: float = 50.0  # mean and spread of leaving late
    dwell_s: float = 14.0  # mean time at a stop
    turn_s: float = 240.0  # least time at the end of a line
    uneven: float = 0.12  # spread of the time between two stops, as a share


@dataclass(frozen=True)
class Driven:
    """A day as it was driven.

    runs: pattern (a number), route_id, trip_id, start_second, exact, run_id, vehicle; left and arrived in seconds.
    passes: as the table `passes`. missed: pattern_id, route_id, direction_id, trip_id, start_second.
    calls: one row per run and stop: run (a number), along_m, arrives, leaves.
    """

    feed_id: str
    day: date
    seed: int
    runs: pd.DataFrame
    missed: pd.DataFrame
    passes: pd.DataFrame
    calls: pd.DataFrame = field(repr=False)


def drive(feed: Feed, lines: Lines, day: date, seed: int, habits: Habits = Habits()) -> Driven:  # noqa: B008
    """Drive one day of a feed."""
    rng = np.random.default_rng([seed, day.toordinal()])
    due = departures(feed, lines, day).join(lines.patterns.drop(columns="length_m"), on="pattern")
    gone = rng.random(len(due)) < habits.missed
    columns = ["pattern_id", "route_id", "direction_id", "trip_id", "start_second"]
    runs = due[~gone].reset_index(drop=True)
    calls = ways(feed, lines, runs, habits, rng)
    runs = with_vehicles(lines, runs, calls.groupby("run")["leaves"].last().to_numpy(), habits, rng)
    left = runs["left"].to_numpy()[calls["run"]]
    calls = calls.assign(arrives=calls["arrives"] + left, leaves=calls["leaves"] + left)
    passes = runs.loc[calls["run"]].reset_index(drop=True).assign(
        feed_id=feed.feed_id, service_date=day, stop_sequence=calls["stop_sequence"], stop_id=calls["stop_id"],
        second=calls["leaves"], dwell_s=calls["leaves"] - calls["arrives"], error_s=0.0, doubt=0.0,
    )  # fmt: skip
    missed = due.loc[gone, columns].reset_index(drop=True)
    return Driven(feed.feed_id, day, seed, runs, missed, passes[list(PASSES)], calls)


def ways(feed: Feed, lines: Lines, runs: pd.DataFrame, habits: Habits, rng: np.random.Generator) -> pd.DataFrame:
    """Return one row per run and stop, when it arrives there and leaves in seconds after leaving the first stop.

    run, stop_sequence, stop_id, along_m, arrives, leaves; nobody stands at the first and the last stop.
    """
    of_trip = feed.calls.merge(lines.trips[["trip_id", "pattern"]], on="trip_id")
    placed = lines.stops[["pattern", "stop_sequence", "along_m"]]
    first = lines.trips.drop_duplicates("pattern").merge(feed.calls, on="trip_id")[["pattern", "nth", "stop_sequence"]]
    placed = first.merge(placed, on=["pattern", "stop_sequence"])[["pattern", "nth", "along_m"]]
    of_trip = of_trip.merge(placed, on=["pattern", "nth"]).sort_values(["trip_id", "nth"], ignore_index=True)
    rows, run = spread(runs["trip_id"], of_trip["trip_id"])
    calls = of_trip.loc[rows, ["stop_sequence", "stop_id", "along_m", "arrival_s", "departure_s"]]
    calls = calls.reset_index(drop=True).assign(run=run)
    begins = np.flatnonzero(np.diff(run, prepend=-1))
    inside = np.ones(len(calls), bool)
    inside[begins] = inside[np.append(begins[1:], len(calls)) - 1] = False
    arrival, departure = calls["arrival_s"].to_numpy(float), calls["departure_s"].to_numpy(float)
    hop = arrival - np.concatenate([[0.0], departure[:-1]])
    start = runs["start_second"].to_numpy()[run] + arrival - arrival[begins][run]
    slow = SLOWNESS[np.clip(start // 3600, 0, len(SLOWNESS) - 1).astype(int)]
    pace = rng.lognormal(0.0, 0.05, len(runs))[run] * rng.lognormal(0.0, habits.uneven, len(calls))
    stands = np.where(inside, rng.gamma(2.0, habits.dwell_s / 2.0, len(calls)) * slow + departure - arrival, 0.0)
    held = np.where(
        inside & (rng.random(len(calls)) < habits.held / 8), rng.exponential(habits.held_s, len(calls)), 0.0
    )
    moves = np.maximum(hop * 0.92 * slow * pace, 5.0)
    moves[begins] = 0.0
    passed = np.cumsum(moves + stands + held)
    leaves = passed - passed[begins][run]
    return calls.assign(arrives=leaves - stands - held, leaves=leaves)


def spread(wanted: pd.Series, held: pd.Series) -> tuple[Ints, Ints]:
    """Return for each wanted id the rows that hold it, and which of the wanted ids each row is for.

    What is held lies together by id.
    """
    counts = held.value_counts()
    firsts = pd.Series(np.arange(len(held)), index=held).groupby(level=0).first()
    many, first = (wanted.map(found).to_numpy(np.int64) for found in (counts, firsts))
    which = np.repeat(np.arange(len(wanted)), many)
    return np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + first[which], which


def with_vehicles(
    lines: Lines, runs: pd.DataFrame, lasts: Floats, habits: Habits, rng: np.random.Generator
) -> pd.DataFrame:
    """Return the runs, in the order they were due, with their vehicle, when they left and when they arrived.

    A run takes whoever waits longest at its first stop, of its own route where it can; who waits nowhere comes from
    the depot. A vehicle that arrives late leaves late.
    """
    ends = lines.stops.groupby("pattern")["stop_id"].agg(["first", "last"])
    waiting: dict[str, list[tuple[bool, float, int, str]]] = {}
    late = np.maximum(rng.normal(habits.late_s, habits.late_s, len(runs)), -30.0)
    took, left, count = np.zeros(len(runs), np.int64), np.zeros(len(runs)), 0
    first, last = (ends[name].to_numpy()[runs["pattern"]] for name in ("first", "last"))
    for n, (route, start) in enumerate(zip(runs["route_id"], runs["start_second"], strict=True)):
        here = waiting.setdefault(first[n], [])
        free = [(one[3] != route, one[1], one[2]) for one in here if one[1] <= start + 120]
        if free:
            _, ready, took[n] = min(free)
            here[:] = [one for one in here if one[2] != took[n]]
        else:
            took[n], ready, count = count, 0.0, count + 1
        left[n] = max(start + late[n], ready)
        waiting.setdefault(last[n], []).append((False, left[n] + lasts[n] + habits.turn_s, int(took[n]), route))
    named = np.array([f"v{number:04d}" for number in range(max(count, 1))], object)[took]
    nth = pd.Series(took).groupby(took).cumcount() + 1
    return runs.assign(vehicle=named, run_id=named + "-" + nth.astype(str).to_numpy(object), left=left,
                       arrived=left + lasts)  # fmt: skip

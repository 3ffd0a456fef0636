"""Judge what was found in a day: how doubtful each run is, and why each other position belongs to none."""

from typing import Final

import numpy as np
import pandas as pd

from smart7.vehicles.follow import LEFT_OUT, Chosen, Points, cost_of
from smart7.vehicles.lines import Floats, Ints, Lines
from smart7.vehicles.near import Near

SURE: Final = 150.0  # metres by which the best pattern must explain more than the next for a doubt of a quarter
SILENT: Final = 90.0  # seconds between two points in which nobody knows where a vehicle was
STANDING: Final = 1.0  # metres a second
TERMINUS: Final = 250.0  # metres from the end of a line within which standing is waiting for the next trip
HURRY: Final = 2.5  # times as fast as planned, from which on a way along a line serves nobody
HURRY_ON_A_PART: Final = 1.5  # the same where it begins or ends on the way: so does a leg from the depot or to it
MOVING: Final = 2.0  # metres a second along a line
LEAST: Final = 500.0  # metres of a dead run that is worth counting
REASONS: Final = ("repeated", "off_route", "layover", "depot", "dead_run", "off_every_route")
REPEATED, OFF_ROUTE, LAYOVER, DEPOT, DEAD_RUN, OFF_EVERY_ROUTE = range(len(REASONS))


def doubts(points: Points, near: Near, chosen: Chosen, lines: Lines, told: Floats) -> Floats:
    """Return the doubt of each run, from 0, sure, to 1.

    Two things make a doubt: another pattern that explains the same points nearly as well, one half where it does so
    just as well; and silence, one half where nothing is known between the ends. `told` is the share of a run's points
    that name their route, of which nobody need doubt.
    """
    if not len(chosen.run):
        return np.zeros(0)
    first, last = ends_of(chosen.run)
    begin, end = chosen.point[first], chosen.point[last]
    metres = chosen.along[last] - chosen.along[first]
    explained = explained_by(points, near, (begin, end), metres, lines)
    runs, own = np.arange(len(begin)), chosen.pattern[first]
    best = explained[runs, own].copy()
    explained[runs, own] = -np.inf
    margin = np.clip((best - explained.max(axis=1)) / SURE, -20.0, 20.0)
    unsure = (1.0 - told) / (1.0 + np.exp(margin))
    hop = np.diff(points.time, append=0.0)
    silent = np.concatenate([[0.0], np.cumsum(np.where(hop > SILENT, hop, 0.0))])
    dark = (silent[end] - silent[begin]) / np.maximum(points.time[end] - points.time[begin], 1.0)
    found: Floats = 1.0 - (1.0 - unsure) * (1.0 - 0.5 * dark)
    return found


def served(points: Points, chosen: Chosen, lines: Lines) -> Chosen:
    """Return the runs without those that went too fast to stop for anybody: they were dead runs along a line."""
    first, last = ends_of(chosen.run)
    if not len(first):
        return chosen
    pattern, along, time = chosen.pattern[first], chosen.along, points.time[chosen.point]
    due = lines.due_along(pattern, along[last]) - lines.due_along(pattern, along[first])
    # Who waits on the way or at an end is no slower while it moves.
    same = chosen.run[1:] == chosen.run[:-1]
    hop = np.where(same & (np.diff(along) > MOVING * np.diff(time)), np.diff(time), 0.0)
    took = np.add.reduceat(np.append(0.0, hop), first)
    whole = (along[first] <= TERMINUS) & (along[last] >= lines.lengths[pattern] - TERMINUS)
    kept = (due <= np.where(whole, HURRY, HURRY_ON_A_PART) * took)[chosen.run]
    number = np.unique(chosen.run[kept], return_inverse=True)[1].reshape(-1)
    return Chosen(chosen.point[kept], number, chosen.pattern[kept], chosen.along[kept])


def ends_of(runs: Ints) -> tuple[Ints, Ints]:
    """Return where each run begins and where it ends in rows that lie together by run."""
    begins = np.concatenate([[True], runs[1:] != runs[:-1]]) if len(runs) else np.zeros(0, bool)
    first = np.flatnonzero(begins)
    return first, np.append(first[1:], len(runs))[: len(first)] - 1


def numbers(size: int, begin: Ints, end: Ints) -> Ints:
    """Return for each of so many points the number of the run it lies in, ends included, -1 outside of all."""
    found = np.full(size, -1)
    many = end - begin + 1
    inside = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + np.repeat(begin, many)
    found[inside] = np.repeat(np.arange(len(begin)), many)
    return found


def explained_by(points: Points, near: Near, ends: tuple[Ints, Ints], metres: Floats, lines: Lines) -> Floats:
    """Return the metres that each pattern would explain of each run's points, 0 where it is driven the other way."""
    begin, end = ends
    run = numbers(len(points.vehicle), begin, end)[near.point]
    # Of several places on one pattern the nearest; they lie together.
    group = np.flatnonzero(np.concatenate([[True], (np.diff(near.point) != 0) | (np.diff(near.pattern) != 0)]))
    least = np.repeat(np.minimum.reduceat(near.away, group), np.diff(np.append(group, len(near.away))))
    rows = np.flatnonzero((run >= 0) & (near.away == least))
    shape = (len(begin), len(lines.patterns))
    key = run[rows] * shape[1] + near.pattern[rows]
    late = near.point[rows] - ((begin + end) / 2.0)[run[rows]]

    def summed(values: Floats | None) -> Floats:
        return np.bincount(key, values, shape[0] * shape[1]).astype(np.float64).reshape(shape)

    along, count = near.along[rows], summed(None)
    onward = summed(late * along) - summed(late) * summed(along) / np.maximum(count, 1.0)
    share = count / (end - begin + 1)[:, None]
    rest = np.maximum(lines.lengths[None] - metres[:, None], 0.0)
    found = share * metres[:, None] - summed(cost_of(near.away[rows])) - LEFT_OUT * rest
    return np.where(onward > 0.0, np.maximum(found, 0.0), 0.0)


def speeds(points: Points, x: Floats, y: Floats) -> Floats:
    """Return the speed at each point in metres a second, over the two points before and after it."""
    size = len(points.time)
    place = np.arange(size)
    begin = np.maximum(place - np.minimum(points.nth, 2), 0)
    left = np.minimum(place + 2, size - 1)
    end = np.where(points.vehicle[left] == points.vehicle, left, place)
    took = points.time[end] - points.time[begin]
    found: Floats = np.hypot(x[end] - x[begin], y[end] - y[begin]) / np.maximum(took, 1.0)
    return found


def reasons(points: Points, near: Near, lines: Lines, speed: Floats) -> Ints:
    """Return why a position near each point belongs to no run, as a number into `REASONS`."""
    on_line, at_end = np.zeros((2, len(points.time)), bool)
    on_line[near.point] = True
    ends = np.minimum(near.along, lines.lengths[near.pattern] - near.along) <= TERMINUS
    at_end[near.point[ends]] = True
    stands = speed < STANDING
    return np.where(stands, np.where(at_end, LAYOVER, DEPOT), np.where(on_line, DEAD_RUN, OFF_EVERY_ROUTE))


def dead_runs(points: Points, run: Ints, speed: Floats) -> pd.DataFrame:
    """Return the ways driven outside of runs: vehicle (a number), begins, ends in seconds, metres, run.

    `run` of the points is -1 outside of runs; of a dead run it is the run that follows, or else the one before.
    """
    size = len(points.time)
    going = (run < 0) & (speed >= STANDING)
    joined = going[1:] & going[:-1] & (points.vehicle[1:] == points.vehicle[:-1])
    first = np.flatnonzero(going & ~np.append(False, joined))
    last = np.flatnonzero(going & ~np.append(joined, False))
    # A point stands for the way half back to the one before it and half on to the next one.
    before, after = points.path[np.maximum(first - 1, 0)], points.path[np.minimum(last + 1, size - 1)]
    metres = (points.path[last] + after - points.path[first] - before) / 2.0
    kept = metres >= LEAST
    first, last, metres = first[kept], last[kept], metres[kept]
    inside = np.flatnonzero(run >= 0)
    if not len(inside):
        return pd.DataFrame({name: [] for name in ("vehicle", "begins", "ends", "metres", "run")})
    place = np.searchsorted(inside, last)
    later, earlier = inside[np.minimum(place, len(inside) - 1)], inside[np.maximum(place - 1, 0)]
    follows = (place < len(inside)) & (points.vehicle[later] == points.vehicle[np.minimum(last, size - 1)])
    owner = np.where(follows, later, earlier)
    found = pd.DataFrame({
        "vehicle": points.vehicle[first], "begins": points.time[first], "ends": points.time[last],
        "metres": metres, "run": run[owner],
    })  # fmt: skip
    # A vehicle that ran on no line all day has no dead runs of one either.
    own: pd.DataFrame = found[points.vehicle[owner] == points.vehicle[first]].reset_index(drop=True)
    return own

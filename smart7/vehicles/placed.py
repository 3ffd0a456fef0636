"""Place the positions of a day along the patterns of a feed: runs, each with route, direction, trip and a doubt.

Every position is either placed or left out with a reason; the two add up. In short: positions are thinned to a point
for each 45 seconds, `follow.py` cuts each vehicle's points into runs, and each position between the ends of a run is
put on the run's line near where its points say it is, then kept from going back.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy.optimize import isotonic_regression

from smart7.vehicles import follow
from smart7.vehicles.follow import Chosen, Points
from smart7.vehicles.judged import OFF_ROUTE, dead_runs, doubts, ends_of, numbers, reasons, served, speeds
from smart7.vehicles.lines import Bools, Floats, Ints, Lines
from smart7.vehicles.near import REACH, Grid, Near, look, nth_of
from smart7.vehicles.onto import on_line
from smart7.vehicles.positions import Positions

EVERY: Final = 45.0  # seconds to a point
AROUND: Final = 120.0  # seconds before and after a run in which its line is still looked at
LAP: Final = 1_000_000.0  # more seconds than a day and more metres than a line has


@dataclass(frozen=True, slots=True)
class Runs:
    """What was found: one value per run in `pattern`, `vehicle` (numbers) and `doubt`.

    Per placed position: `position` (its place in the day), `run`, `along` and `off` in metres. `reason`: of each
    position of the day, -1 where it is placed. `dead`: as `judged.dead_runs` has it.
    """

    pattern: Ints
    vehicle: Ints
    doubt: Floats
    position: Ints
    run: Ints
    along: Floats
    off: Floats
    reason: Ints
    dead: pd.DataFrame


def place(day: Positions, lines: Lines, grid: Grid) -> Runs:
    """Return the runs of a day and the place of each position along them."""
    points, x, y, of_point = thinned(day)
    near = allowed(look(grid, x, y, np.argsort(points.nth, kind="stable")), day, of_point, lines)
    chosen = served(points, follow.follow(points, near, lines.lengths), lines)
    first, last = ends_of(chosen.run)
    pattern, vehicle, begins, ends = spans(chosen, points)
    position, run = within(day, vehicle, begins, ends)
    second = day.second[position]
    should = expected(chosen, points, run, second)
    along, off = on_line(lines, pattern[run], day.x[position], day.y[position], should)
    since, until = points.time[chosen.point[first]], points.time[chosen.point[last]]
    served_by = there(run, along, second <= since[run] + EVERY / 2, second >= until[run] - EVERY / 2)
    position, run, along, off = position[served_by], run[served_by], along[served_by], off[served_by]
    close = off <= REACH
    run_of_point = numbers(len(points.time), chosen.point[first], chosen.point[last])
    speed = speeds(points, x, y)
    reason = reasons(points, near, lines, speed)[
        np.repeat(np.arange(len(of_point)), np.diff(of_point, append=len(day.x)))
    ]
    reason[position] = np.where(close, -1, OFF_ROUTE)
    named = np.bincount(np.maximum(run_of_point, 0), (run_of_point >= 0) & (day.route[of_point] >= 0), len(pattern))
    told = named / np.maximum(np.bincount(run_of_point[run_of_point >= 0], minlength=len(pattern)), 1)
    position, run, along, off = position[close], run[close], along[close], off[close]
    return Runs(
        pattern, vehicle, doubts(points, near, chosen, lines, told[: len(pattern)]), position, run,
        forward_only(run, along), off, reason, dead_runs(points, run_of_point, speed),
    )  # fmt: skip


def thinned(day: Positions) -> tuple[Points, Floats, Floats, Ints]:
    """Return points 45 seconds apart, the middles of what was sent meanwhile, and the first position of each."""
    key = day.vehicle * 1_000_000 + (day.second // EVERY).astype(np.int64)
    first = ends_of(key)[0]
    many = np.diff(np.append(first, len(key)))
    time, x, y = (np.add.reduceat(values, first) / many for values in (day.second, day.x, day.y))
    vehicle = day.vehicle[first]
    nth = nth_of(vehicle)
    hop = np.where(nth == 0, 0.0, np.hypot(np.diff(x, prepend=0.0), np.diff(y, prepend=0.0)))
    return Points(vehicle, nth, time, np.cumsum(hop)), x, y, first


def allowed(near: Near, day: Positions, of_point: Ints, lines: Lines) -> Near:
    """Return the places near points without those that contradict what a vehicle tells of its route and direction."""
    route, direction = day.route[of_point][near.point], day.direction[of_point][near.point]
    if (route < 0).all():
        return near
    routes = pd.factorize(lines.patterns["route_id"], sort=True)[0]
    kept = (route < 0) | (routes[near.pattern] == route)
    directions = lines.patterns["direction_id"].to_numpy()
    kept &= (route < 0) | (direction < 0) | (directions[near.pattern] == direction)
    return Near(near.point[kept], near.pattern[kept], near.branch[kept], near.along[kept], near.away[kept])


def spans(chosen: Chosen, points: Points) -> tuple[Ints, Ints, Floats, Floats]:
    """Return pattern and vehicle of each run, and from when to when positions are looked at for it.

    That is a little more than its points, so that leaving the first stop and reaching the last are in it, but never
    more than half of the time to the run before and after.
    """
    first, last = ends_of(chosen.run)
    vehicle = points.vehicle[chosen.point[first]]
    since, until = points.time[chosen.point[first]], points.time[chosen.point[last]]
    same = vehicle[1:] == vehicle[:-1]
    middle = np.where(same, (until[:-1] + since[1:]) / 2.0, np.nan)
    begins = np.fmax(since - AROUND, np.append(np.nan, middle)[: len(since)])
    ends = np.fmin(until + AROUND, np.append(middle, np.nan)[: len(until)])
    return chosen.pattern[first], vehicle, begins, ends


def within(day: Positions, vehicle: Ints, begins: Floats, ends: Floats) -> tuple[Ints, Ints]:
    """Return the positions that lie within runs, and in which."""
    moment = day.vehicle * LAP + day.second
    run = np.searchsorted(vehicle * LAP + begins, moment, "right") - 1
    inside = run >= 0
    inside[inside] = moment[inside] < (vehicle * LAP + ends)[run[inside]]
    position = np.flatnonzero(inside)
    return position, run[position]


def expected(chosen: Chosen, points: Points, run: Ints, second: Floats) -> Floats:
    """Return how far along its run each position should be, from the points before and after it."""
    if not len(run):
        return np.zeros(0)
    moment = points.time[chosen.point]
    first, last = ends_of(chosen.run)
    kept = np.clip(second, moment[first][run], moment[last][run])
    found: Floats = np.interp(run * LAP + kept, chosen.run * LAP + moment, chosen.along)
    return found


def there(run: Ints, along: Floats, head: Bools, tail: Bools) -> Bools:
    """Return which positions around a run are of it: not those on the way to its beginning, nor those after its end.

    Who drives home from the last stop, or comes to the first one, along the line, seems to go back on it. So around
    its last point a run ends at the furthest place that was reached, and around its first one it begins at the nearest.
    """
    first, last = ends_of(run)
    if not len(first):
        return np.ones(0, bool)
    group, many = np.cumsum(np.append(0, np.diff(run) != 0)), last - first + 1
    place = np.arange(len(run))
    lowest = np.repeat(np.minimum.reduceat(np.where(head, along, np.inf), first), many)
    highest = np.repeat(np.maximum.reduceat(np.where(tail, along, -np.inf), first), many)
    begins = np.minimum.reduceat(np.where(head & (along <= lowest), place, len(run)), first)
    ends = np.maximum.reduceat(np.where(tail & (along >= highest), place, -1), first)
    begins, ends = np.where(begins < len(run), begins, first), np.where(ends >= 0, ends, last)
    found: Bools = (place >= begins[group]) & (place <= ends[group])
    return found


def forward_only(run: Ints, along: Floats) -> Floats:
    """Return the places of runs such that none goes back: the nearest to what was measured, by least squares.

    Positions lie in the order of run and time.
    """
    inner = np.flatnonzero((run[2:] == run[1:-1]) & (run[:-2] == run[1:-1])) + 1
    smooth = along.copy()
    smooth[inner] = (along[inner - 1] + 2.0 * along[inner] + along[inner + 1]) / 4.0
    # All runs at once: each lies a lap further on, so that none meets another.
    found: Floats = isotonic_regression(smooth + run * LAP).x - run * LAP if len(run) else along
    return np.asarray(np.maximum(found, 0.0))

"""Follow each vehicle through its day: of all ways to cut it into runs along patterns, the one that explains most.

What a run explains is the metres by which the vehicle came forward along the pattern. It costs something to begin,
something for the part of its pattern that it leaves out, and every point something the further it lies from the line;
going back costs what it goes back. A day between runs explains nothing and costs nothing. So a vehicle that comes from
the depot along a road that a bus line uses is no run of it, one that turns in the middle of a line ends its run there,
and a street that is driven there and back is two places, told apart by what came before and what comes after.

All vehicles go forward together, point by point, so that each step is a few operations on whole arrays.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from smart7.vehicles.lines import Floats, Ints
from smart7.vehicles.near import BRANCHES, REACH, Near

BEGIN: Final = 400.0  # metres that a run must explain to be worth beginning
LEFT_OUT: Final = 0.15  # cost of each metre of the pattern that a run leaves out
FAR: Final = 60.0  # cost in metres of a point that lies as far away as one can
SKIPPED: Final = 40.0  # cost of a point that lies nowhere on the line
STRAYED: Final = 2  # points off the line, one after another, that may still be a bad signal
BACK: Final = 90.0  # metres by which a place may seem to go back
FASTEST: Final = 30.0  # metres a second
SILENCE: Final = 1_500.0  # seconds without a point on the line after which a run is over


@dataclass(frozen=True, slots=True)
class Points:
    """Points of all vehicles in the order of vehicle and time.

    vehicle (a number), nth of the vehicle, time in seconds, path: metres driven from point to point since its first.
    """

    vehicle: Ints
    nth: Ints
    time: Floats
    path: Floats


@dataclass(frozen=True, slots=True)
class Chosen:
    """The points that belong to runs, in the order of vehicle and time: which point, run (a number), pattern, along."""

    point: Ints
    run: Ints
    pattern: Ints
    along: Floats


def cost_of(away: Floats) -> Floats:
    """Return what it costs in metres that points lie away from a line."""
    found: Floats = FAR * (away / REACH) ** 2
    return found


def follow(points: Points, near: Near, lengths: Floats) -> Chosen:
    """Return the runs that explain most of what the vehicles drove."""
    if not len(near.point):
        none = np.zeros(0, np.int64)
        return Chosen(none, none, none, np.zeros(0))
    order = np.lexsort((near.pattern * BRANCHES + near.branch, points.vehicle[near.point], points.nth[near.point]))
    point = near.point[order]
    vehicle, nth, pattern = points.vehicle[point], points.nth[point], near.pattern[order]
    rows = Rows(
        vehicle, nth, points.time[point], points.path[point], pattern, near.along[order], cost_of(near.away[order]),
        (vehicle * len(lengths) + pattern) * (int(near.branch.max()) + 1), near.branch[order],
        LEFT_OUT * near.along[order], LEFT_OUT * (lengths[pattern] - near.along[order]),
    )  # fmt: skip
    came, last = forward(rows, int(vehicle.max()) + 1, int(near.branch.max()) + 1, len(lengths))
    row, run = backward(came, last)
    order_of = np.lexsort((nth[row], vehicle[row]))
    row, run = row[order_of], run[order_of]
    number = np.unique(vehicle[row] * (int(run.max()) + 1 if len(run) else 1) - run, return_inverse=True)[1]
    return Chosen(point[row], number.reshape(-1), pattern[row], rows.along[row])


@dataclass(frozen=True, slots=True)
class Rows:
    """Places near points, by nth, vehicle, pattern and branch; `slot` is where the branches of a pattern begin."""

    vehicle: Ints
    nth: Ints
    time: Floats
    path: Floats
    pattern: Ints
    along: Floats
    cost: Floats
    slot: Ints
    branch: Ints
    enter: Floats
    leave: Floats


def forward(rows: Rows, vehicles: int, branches: int, patterns: int) -> tuple[Ints, Ints]:
    """Return for each row where the best way to it came from, and for each vehicle where the best day ends.

    Where from: a row; below -1 a new run after the one that ended in row -2 - n; -1 a vehicle's first run.
    """
    slots = vehicles * patterns * branches
    score, held = np.full(slots, -np.inf), np.full((4, slots), -1e12)  # along, time, path, nth of who was there last
    who = np.full(slots, -1)
    best, ended = np.zeros(vehicles), np.full(vehicles, -1)
    came = np.full(len(rows.vehicle), -1)
    edges = np.flatnonzero(np.concatenate([[True], rows.nth[1:] != rows.nth[:-1], [True]]))
    for begin, end in zip(edges[:-1], edges[1:], strict=True):
        here = slice(begin, end)
        vehicle, cost = rows.vehicle[here], rows.cost[here]
        top = best[vehicle] - BEGIN - rows.enter[here] - cost
        source = -2 - ended[vehicle]
        now = np.stack([rows.along[here], rows.time[here], rows.path[here], rows.nth[here].astype(float)])
        for branch in range(branches):
            slot = rows.slot[here] + branch
            gained = score[slot] - cost + step(now, held[:, slot])
            better = gained > top
            top = np.where(better, gained, top)
            source = np.where(better, who[slot], source)
        came[here] = source
        slot = rows.slot[here] + rows.branch[here]
        score[slot], held[:, slot], who[slot] = top, now, np.arange(begin, end)
        leaving = top - rows.leave[here]
        groups = np.flatnonzero(np.concatenate([[True], vehicle[1:] != vehicle[:-1]]))
        most = np.maximum.reduceat(leaving, groups)
        which = vehicle[groups]
        ahead = np.zeros(vehicles, bool)
        ahead[which] = most > best[which]
        best[which] = np.maximum(best[which], most)
        winner = np.flatnonzero((leaving == best[vehicle]) & ahead[vehicle])
        ended[vehicle[winner]] = winner + begin
    return came, ended


def step(now: Floats, before: Floats) -> Floats:
    """Return the metres that a step along a pattern explains, minus infinity where nobody can have driven it.

    Both have rows along, time, path and nth, and a column for each place.
    """
    came, took, path, points = now - before
    # Nobody explains more metres than were driven.
    explained = np.minimum(came, 1.3 * path + 30.0) - 0.5 * np.maximum(came - 1.6 * path - 150.0, 0.0)
    # What was driven off the line explains nothing; a point or two can be a bad signal.
    explained = np.where(points - 1.0 > STRAYED, np.minimum(explained, 0.0), explained)
    possible = (came >= -BACK) & (came <= FASTEST * took + 150.0) & (took <= SILENCE)
    found: Floats = np.where(possible, explained - SKIPPED * (points - 1.0), -np.inf)
    return found


def backward(came: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Return the rows of the best day of each vehicle and the number of the run of each, counted from its last one."""
    row, run = last[last >= 0], np.zeros(int((last >= 0).sum()), np.int64)
    found: list[tuple[Ints, Ints]] = []
    while len(row):
        found.append((row, run))
        source = came[row]
        run = run + (source < -1)
        row = np.where(source < -1, -2 - source, source)
        run, row = run[row >= 0], row[row >= 0]
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate([row for row, _ in found]), np.concatenate([run for _, run in found])

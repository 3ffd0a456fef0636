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
from smart7.vehicles.near import REACH, Near

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
    """Return the runs that explain most of what the vehicles drove.

    Places come step by step: those of the first points of all vehicles, then those of the second ones.
    """
    if not len(near.point):
        none = np.zeros(0, np.int64)
        return Chosen(none, none, none, np.zeros(0))
    came, last = forward(points, near, lengths)
    row, run = backward(came, last)
    order = np.argsort(near.point[row])  # by vehicle and time
    row, run = row[order], run[order]
    point = near.point[row]
    number = np.unique(points.vehicle[point] * (int(run.max()) + 1 if len(run) else 1) - run, return_inverse=True)[1]
    return Chosen(point, number.reshape(-1), near.pattern[row], near.along[row])


class Held:
    """Who was last at each branch of each way, and when: nobody yet."""

    def __init__(self, size: int) -> None:
        self.score, self.who = np.full(size, -np.inf), np.full(size, -1)
        self.along, self.time, self.path, self.nth = np.full((4, size), -1e12)


def forward(points: Points, near: Near, lengths: Floats) -> tuple[Ints, Ints]:
    """Return for each place where the best way to it came from, and for each vehicle where the best day ends.

    Where from: a place; below -1 a new run after the one that ended in place -2 - n; -1 a vehicle's first run.
    """
    vehicles, branches = int(points.vehicle[-1]) + 1, int(near.branch.max()) + 1
    slots = slots_of(points, near, vehicles, len(lengths)) * branches
    held = Held(int(slots.max()) + branches)
    best, ended = np.zeros(vehicles), np.full(vehicles, -1)
    came = np.full(len(near.point), -1)
    nth = points.nth[near.point]
    edges = np.flatnonzero(np.concatenate([[True], nth[1:] != nth[:-1], [True]]))
    for begin, end in zip(edges[:-1], edges[1:], strict=True):
        here = slice(begin, end)
        point, along, cost = near.point[here], near.along[here], cost_of(near.away[here])
        vehicle = points.vehicle[point]
        now = along, points.time[point], points.path[point], nth[here]
        top = best[vehicle] - BEGIN - LEFT_OUT * along - cost
        gained, source = onward(now, held, slots[here], branches)
        gained -= cost
        better = gained > top
        top = np.where(better, gained, top)
        came[here] = np.where(better, source, -2 - ended[vehicle])
        slot = slots[here] + near.branch[here]
        held.along[slot], held.time[slot], held.path[slot], held.nth[slot] = now
        held.score[slot], held.who[slot] = top, np.arange(begin, end)
        leaving = top - LEFT_OUT * (lengths[near.pattern[here]] - along)
        groups = np.flatnonzero(np.concatenate([[True], vehicle[1:] != vehicle[:-1]]))
        most, which = np.maximum.reduceat(leaving, groups), vehicle[groups]
        ahead = np.zeros(vehicles, bool)
        ahead[which] = most > best[which]
        best[which] = np.maximum(best[which], most)
        winner = np.flatnonzero((leaving == best[vehicle]) & ahead[vehicle])
        ended[vehicle[winner]] = winner + begin
    return came, ended


def slots_of(points: Points, near: Near, vehicles: int, patterns: int) -> Ints:
    """Return for each place a number of its vehicle and pattern; no number is of two that never meet."""
    pairs = points.vehicle[near.point] * patterns + near.pattern
    meet = np.zeros(vehicles * patterns, bool)
    meet[pairs] = True
    found: Ints = (np.cumsum(meet) - 1)[pairs]
    return found


def onward(now: tuple[Floats, Floats, Floats, Ints], held: Held, slot: Ints, branches: int) -> tuple[Floats, Ints]:
    """Return for each place the best score with which a run comes there, less what lies off the line, and its row.

    `now` is along, time, path and nth of the places; `slot` where the branches of their ways begin. Minus infinity
    where nobody can have come from any.
    """
    along, time, path, nth = now
    pairs = (slot[:, None] + np.arange(branches)).reshape(-1)
    took = np.repeat(time, branches) - held.time[pairs]
    metres = np.repeat(along, branches) - held.along[pairs]
    which = np.flatnonzero((took <= SILENCE) & (metres >= -BACK) & (metres <= FASTEST * took + 150.0))
    here, before, metres = which // branches, pairs[which], metres[which]
    found, source = np.full(len(pairs), -np.inf), np.full(len(pairs), -1)
    found[which] = held.score[before] + explained(metres, path[here] - held.path[before], nth[here] - held.nth[before])
    source[which] = held.who[before]
    best = np.argmax(found.reshape(-1, branches), axis=1) + np.arange(len(slot)) * branches
    return found[best], source[best]


def explained(metres: Floats, path: Floats, points: Floats) -> Floats:
    """Return the metres that steps explain, by how far they came, were driven, and in how many points."""
    # Nobody explains more metres than were driven.
    found = np.minimum(metres, 1.3 * path + 30.0) - 0.5 * np.maximum(metres - 1.6 * path - 150.0, 0.0)
    # What was driven off the line explains nothing; a point or two can be a bad signal.
    found = np.where(points - 1.0 > STRAYED, np.minimum(found, 0.0), found)
    return np.asarray(found - SKIPPED * (points - 1.0))


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

"""Follow each vehicle through its day: of all ways to cut it into runs along patterns, the one that explains most.

What a run explains is the metres by which the vehicle came forward along the pattern. It costs something to begin,
something for the part of its pattern that it leaves out, and every point something the further it lies from the line;
going back costs what it goes back. A day between runs explains nothing and costs nothing. So a vehicle that comes from
the depot along a road that a bus line uses is no run of it, one that turns in the middle of a line ends its run there,
and a street that is driven there and back is two places, told apart by what came before and what comes after.

All vehicles go forward together, point by point, so that each step is a few operations on whole arrays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
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
TOGETHER: Final = 20_000  # steps that are weighed at once: few enough to stay near the processor


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


@dataclass(frozen=True, slots=True)
class Onward:
    """What it explains to come to places from others: the place, the one before (-1: none), the metres."""

    row: Ints
    before: Ints
    gain: Floats


def forward(points: Points, near: Near, lengths: Floats) -> tuple[Ints, Ints]:
    """Return for each place where the best way to it came from, and for each vehicle where the best day ends.

    Where from: a place; below -1 a new run after the one that ended in place -2 - n; -1 a vehicle's first run.
    """
    vehicle, cost, skipped = points.vehicle[near.point], cost_of(near.away), LEFT_OUT * near.along
    rest = LEFT_OUT * (lengths[near.pattern] - near.along)
    edges = edges_of(points.nth[near.point])
    (first, *others) = [(one, np.searchsorted(one.row, edges)) for one in onward(points, near, len(lengths), edges)]
    gain, before = first[0].gain, first[0].before
    best, ended = np.zeros(int(points.vehicle[-1]) + 1), np.full(int(points.vehicle[-1]) + 1, -1)
    came, score = np.empty(len(vehicle), np.int64), np.full(len(vehicle) + 1, -np.inf)
    for step, (begin, end) in enumerate(pairwise(edges.tolist())):
        here = slice(begin, end)
        who, source = vehicle[here], before[here]
        now = best[who]
        gained = score[source] + gain[here]
        for one, parts in others:
            part = slice(parts[step], parts[step + 1])
            take_better(gained, source, Onward(one.row[part] - begin, one.before[part], one.gain[part]), score)
        top, gained = now - BEGIN - skipped[here] - cost[here], gained - cost[here]
        came[here] = np.where(gained > top, source, -2 - ended[who])
        score[here] = top = np.maximum(top, gained)
        leaving = top - rest[here]
        ahead = np.flatnonzero(leaving > now)
        if len(ahead):
            most, which = leaving[ahead], who[ahead]
            np.maximum.at(best, which, most)
            winner = most == best[which]
            ended[which[winner]] = ahead[winner] + begin
    return came, ended


def edges_of(steps: Ints) -> Ints:
    """Return where the places of each step begin, and the end of all."""
    return np.flatnonzero(np.concatenate([[True], steps[1:] != steps[:-1], [True]]))


def take_better(gained: Floats, source: Ints, other: Onward, score: Floats) -> None:
    """Let places come from others where that is worth more."""
    worth = score[other.before] + other.gain
    better = np.flatnonzero(worth > gained[other.row])
    gained[other.row[better]], source[other.row[better]] = worth[better], other.before[better]


def onward(points: Points, near: Near, patterns: int, edges: Ints) -> Iterator[Onward]:
    """Yield what it explains to come to each place from the one before it on each branch of the same way.

    The first is of all places; the next ones of those whose pattern has so many branches near the vehicle. A gain is
    minus infinity where nobody can have come from there.
    """
    pairs = points.vehicle[near.point] * patterns + near.pattern
    branches = np.zeros(int(pairs.max()) + 1, np.int64)
    for n in range(int(near.branch.max()) + 1):
        branches[pairs[near.branch == n]] = n + 1
    starts = np.cumsum(branches) - branches
    slot, many = starts[pairs], branches[pairs]
    own, wanted = slot + near.branch, [np.flatnonzero(many > n) for n in range(int(many.max()))]
    for row, before in zip(wanted, seen_before(slot, own, wanted, edges), strict=True):
        yield Onward(row, before, gains(points, near, row, before))


def seen_before(slot: Ints, own: Ints, wanted: list[Ints], edges: Ints) -> list[Ints]:
    """Return for each branch and the rows that want it which row was last there, -1 where none was."""
    last = np.full(int(own.max()) + 1, -1)
    found = [np.empty(len(row), np.int64) for row in wanted]
    asked = [(found[n], slot[row] + n, np.searchsorted(row, edges)) for n, row in enumerate(wanted)]
    numbered = np.arange(len(own))
    for step, (begin, end) in enumerate(pairwise(edges.tolist())):
        for rows, places, parts in asked:
            part = slice(parts[step], parts[step + 1])
            rows[part] = last[places[part]]
        last[own[begin:end]] = numbered[begin:end]
    return found


def gains(points: Points, near: Near, row: Ints, before: Ints) -> Floats:
    """Return what steps to places from those before them explain, minus infinity where nobody can have made them."""
    found = np.full(len(row), -np.inf)
    for part in (slice(begin, begin + TOGETHER) for begin in range(0, len(row), TOGETHER)):
        to, since = near.point[row[part]], near.point[before[part]]
        took = points.time[to] - points.time[since]
        metres = near.along[row[part]] - near.along[before[part]]
        can = (took <= SILENCE) & (metres >= -BACK) & (metres <= FASTEST * took + 150.0) & (before[part] >= 0)
        worth = explained(metres, points.path[to] - points.path[since], points.nth[to] - points.nth[since])
        found[part] = np.where(can, worth, -np.inf)
    return found


def explained(metres: Floats, path: Floats, points: Ints) -> Floats:
    """Return the metres that steps explain, by how far they came, were driven, and in how many points."""
    # Nobody explains more metres than were driven.
    found = np.minimum(metres, 1.3 * path + 30.0) - 0.5 * np.maximum(metres - 1.6 * path - 150.0, 0.0)
    # What was driven off the line explains nothing; a point or two can be a bad signal.
    found = np.where(points - 1 > STRAYED, np.minimum(found, 0.0), found)
    return np.asarray(found - SKIPPED * (points - 1))


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

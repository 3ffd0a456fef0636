"""Which route runs left of which on what they share, so that lines cross as seldom as they must."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import atan2, pi
from typing import Final

import numpy as np

from smart7.ingest.lines.hops import Course, Hop, hop_of

AHEAD_M: Final = 150.0
"""How far from a stop it is looked at where a line goes."""
Lines = Mapping[Hop, np.ndarray]


def lanes(courses: Sequence[Course], lines: Lines) -> dict[Hop, tuple[str, ...]]:
    """Return the routes of each hop from left to right, as one looks from its first stop to its second.

    For each two routes it is asked who turns off to the left where they part; that holds along all they share. Who
    has more of the others to the right of it runs farther left; of equals, the one that comes first in the list.
    """
    users: dict[Hop, list[int]] = {}
    for number, course in enumerate(courses):
        for hop in dict.fromkeys(course.hops):
            users.setdefault(hop, []).append(number)
    found = {}
    for hop, own in users.items():
        score = dict.fromkeys(own, 0)
        for one, other in combinations(own, 2):
            side = left_of(courses[one], courses[other], hop, lines)
            score[one] -= side
            score[other] += side
        found[hop] = tuple(courses[number].route for number in sorted(own, key=lambda n: (score[n], n)))
    return found


def left_of(one: Course, other: Course, hop: Hop, lines: Lines) -> int:
    """Return 1 where a route runs left of another on a hop, as one looks along the hop, -1 where right of it."""
    at = one.hops.index(hop)
    there = other.hops.index(hop)
    step = 1 if one.stops[at] == other.stops[there] else -1
    along = parting(one.stops, at + 1, 1, other.stops, there + (step > 0), step, lines)
    if not along:
        back = parting(one.stops, at, -1, other.stops, there + (step < 0), -step, lines)
        along = -back or 1
    return along if one.stops[at] == hop[0] else -along


def parting(
    mine: Sequence[str], at: int, step: int, theirs: Sequence[str], there: int, their_step: int, lines: Lines
) -> int:
    """Return 1 where the first of two that go on together turns off to the left, -1 to the right, 0 if they never part.

    Both stand at the same stop, `at` and `there`, and have come from the same stop.
    """
    while True:
        before, now = mine[at - step], mine[at]
        at, there = at + step, there + their_step
        if not (0 <= at < len(mine) and 0 <= there < len(theirs)):
            return 0
        if mine[at] != theirs[there]:
            break
    came = heading(lines, now, before)
    turns = [(heading(lines, now, ahead) - came) % (2 * pi) for ahead in (mine[at], theirs[there])]
    # Clockwise from where both came lies the left, so who has turned less counter-clockwise is right of the other.
    return 0 if turns[0] == turns[1] else 1 if turns[0] > turns[1] else -1


def heading(lines: Lines, start: str, end: str) -> float:
    """Return the direction in which a hop leaves a stop, in radians counter-clockwise from east."""
    hop = hop_of(start, end)
    line = lines[hop] if start == hop[0] else lines[hop][::-1]
    run = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    ahead = [np.interp(min(AHEAD_M, run[-1]), run, line[:, axis]) for axis in (0, 1)]
    return atan2(ahead[1] - line[0, 1], ahead[0] - line[0, 0])


def offsets(course: Course, found: Mapping[Hop, tuple[str, ...]]) -> list[float]:
    """Return by how many lanes a route runs right of the middle of each of its hops, as it rides."""
    away = []
    for start, hop in zip(course.stops, course.hops, strict=False):
        side = found[hop].index(course.route) - (len(found[hop]) - 1) / 2
        away.append(side if start == hop[0] else -side)
    return away

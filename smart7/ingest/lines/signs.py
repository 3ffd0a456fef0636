"""Where the numbers of routes stand: at the ends of a line, and along it as often as there is room at some zoom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np

from smart7.ingest.lines.draw import length, ridden, run
from smart7.ingest.lines.hops import Course, Hop
from smart7.ingest.lines.lanes import Lines

EVERY_M: Final = 1200.0
"""How far apart numbers stand along a line at the closest zoom."""


@dataclass(frozen=True, slots=True)
class Sign:
    """The numbers of some routes at a place in metres.

    `kind` is 'end' or 'way'; `way` the direction along the line, at an end away from it; `rank` the order in which
    signs of a kind are given room, 0 first.
    """

    kind: str
    at: np.ndarray
    way: np.ndarray
    routes: tuple[str, ...]
    rank: int


def ends(courses: Sequence[Course], lines: Lines, places: Mapping[str, np.ndarray]) -> Iterator[Sign]:
    """Yield a sign for each stop at which routes end, with all that end there; a loop ends nowhere."""
    found: dict[str, dict[str, np.ndarray]] = {}
    for course in courses:
        if course.stops[0] == course.stops[-1]:
            continue
        for stop, hop in ((course.stops[0], course.hops[0]), (course.stops[-1], course.hops[-1])):
            line = ridden(lines, hop, stop)
            found.setdefault(stop, {})[course.route] = line[0] - line[min(1, len(line) - 1)]
    for stop, own in found.items():
        away = np.sum([unit(way) for way in own.values()], axis=0)
        yield Sign("end", places[stop], unit(away), tuple(own), 0)


def along(courses: Sequence[Course], lines: Lines, lanes: Mapping[Hop, tuple[str, ...]]) -> Iterator[Sign]:
    """Yield signs along every stretch on which the same routes run, each stretch once."""
    seen: set[Hop] = set()
    for course in courses:
        hops = list(zip(course.hops, course.stops, strict=False))
        for _, stretch in groupby(hops, key=lambda pair: frozenset(lanes[pair[0]])):
            own = [(hop, start) for hop, start in stretch if hop not in seen]
            if own:
                seen.update(hop for hop, _ in own)
                yield from spaced(own, lines, lanes)


def spaced(stretch: Sequence[tuple[Hop, str]], lines: Lines, lanes: Mapping[Hop, tuple[str, ...]]) -> Iterator[Sign]:
    """Yield the signs of one stretch, in the middles of equal parts of it; those in the order of halving come first."""
    parts = [ridden(lines, hop, start) for hop, start in stretch]
    whole = np.vstack([parts[0][:1], *(part[1:] for part in parts)])
    count = max(1, round(length(whole) / EVERY_M))
    hop, start = stretch[len(stretch) // 2]
    routes = lanes[hop] if start == hop[0] else lanes[hop][::-1]
    for rank, number in enumerate(halving(count)):
        at, way = place(whole, (number + 0.5) / count * length(whole))
        yield Sign("way", at, way, routes, rank)


def halving(count: int) -> list[int]:
    """Return 0 to count - 1, the middle first, then the middles of the halves, and so on."""
    order, spans = list[int](), [(0, count)]
    while spans:
        start, end = spans.pop(0)
        if start < end:
            middle = (start + end - 1) // 2
            order.append(middle)
            spans += [(start, middle), (middle + 1, end)]
    return order


def place(line: np.ndarray, at: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the position so far along a line, and the direction there."""
    along = run(line)
    number = min(max(int(np.searchsorted(along, at, side="right")), 1), len(line) - 1)
    share = (at - along[number - 1]) / max(along[number] - along[number - 1], 1e-9)
    start, end = line[number - 1], line[number]
    return start + share * (end - start), unit(end - start)


def unit(way: np.ndarray) -> np.ndarray:
    """Return a direction of length 1; one of no length points north."""
    size = float(np.linalg.norm(way))
    return way / size if size > 0 else np.array([0.0, 1.0])


def crossings(courses: Sequence[Course], calls: Mapping[str, set[str]], least: int) -> Iterator[tuple[str, int]]:
    """Yield each stop of the drawing at which at least so many routes call, with how many; most first."""
    drawn = {stop for course in courses for stop in course.stops}
    found = sorted(
        ((stop, len(own)) for stop, own in calls.items() if stop in drawn), key=lambda pair: (-pair[1], pair[0])
    )
    yield from ((stop, count) for stop, count in found if count >= least)

"""Routes as hops from stop to stop: what two of them share, and the one line that each hop is drawn along."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from math import cos, radians
from typing import Final

import numpy as np
import shapely

from smart7.ingest.grid import METRES_PER_DEGREE

Hop = tuple[str, str]
"""Two stops next to each other on a route, in the order of their ids."""
FINEST_M: Final = 40.0
"""A line is looked at in steps of at most this length when it is cut at its stops."""
LOOSE_M: Final = 4.0
"""By so much a line may be simplified: less than a pixel at the closest zoom that shows two stops."""
TOGETHER_M: Final = 120.0
"""Stops that all lie this close to one another are drawn as one: lines a finger apart are no streets."""
THROUGH_M: Final = 60.0
"""A route that passes a stop this close, where others call, shares the street with them."""


@dataclass(frozen=True, slots=True)
class Course:
    """A route in metres from the middle of its feed: the stops it is drawn through, in order, and its own line."""

    route: str
    stops: tuple[str, ...]
    line: np.ndarray

    @property
    def hops(self) -> list[Hop]:
        """Return its hops in order, each by its two stops."""
        return [hop_of(*pair) for pair in pairwise(self.stops)]


@dataclass(frozen=True, slots=True)
class Plane:
    """Metres east and north of a middle: true to a few in a thousand within a city."""

    lon: float
    lat: float

    @property
    def scale(self) -> np.ndarray:
        """Return metres per degree of longitude and of latitude."""
        return METRES_PER_DEGREE * np.array([cos(radians(self.lat)), 1.0])

    def metres(self, degrees: np.ndarray) -> np.ndarray:
        """Return positions in metres; degrees is (n, 2) of lon, lat."""
        found: np.ndarray = np.multiply(degrees.astype(float).reshape(-1, 2) - [self.lon, self.lat], self.scale)
        return found

    def degrees(self, metres: np.ndarray) -> np.ndarray:
        """Return positions in degrees; metres is (n, 2) of east, north."""
        found: np.ndarray = np.add(metres.astype(float).reshape(-1, 2) / self.scale, [self.lon, self.lat])
        return found


def hop_of(one: str, other: str) -> Hop:
    """Return the hop between two stops, whichever way it is ridden."""
    return (one, other) if one < other else (other, one)


def without_repeats(stops: Iterable[str]) -> tuple[str, ...]:
    """Return stops in order, each once where it follows itself."""
    kept: list[str] = []
    for stop in stops:
        if not kept or kept[-1] != stop:
            kept.append(stop)
    return tuple(kept)


def together(stops: Mapping[str, np.ndarray], calls: Mapping[str, int]) -> dict[str, str]:
    """Return for each stop the one it is drawn at: of stops close together the one with most calls.

    The closest come together first, and never two that lie farther apart than that.
    """
    names = sorted(stops, key=lambda stop: (-calls[stop], stop))
    places = np.stack([stops[stop] for stop in names])
    pairs = shapely.STRtree(shapely.points(places)).query(shapely.points(places), "dwithin", TOGETHER_M).T
    apart = np.linalg.norm(places[pairs[:, 0]] - places[pairs[:, 1]], axis=1)
    groups = {number: [number] for number in range(len(names))}
    for one, other in pairs[np.lexsort((pairs[:, 1], pairs[:, 0], apart.round(3)))].tolist():
        both = sorted({*groups[one], *groups[other]})
        spread = np.linalg.norm(places[both][:, None] - places[both][None], axis=2).max()
        if spread <= TOGETHER_M:
            groups |= dict.fromkeys(both, both)
    return {names[number]: names[own[0]] for number, own in groups.items()}


def cut(line: np.ndarray, stops: np.ndarray) -> list[np.ndarray]:
    """Return the parts of a line between stops, in their order; stops is (n, 2).

    The stops are set on the line so that they come in order and lie, in all, as close to it as can be: a line that
    passes a stop twice is cut where the route is at that time.
    """
    if len(line) < 2:
        return [np.stack(pair) for pair in pairwise(stops)]
    fine = shapely.get_coordinates(shapely.segmentize(shapely.LineString(line), FINEST_M))
    apart = np.linalg.norm(fine[None, :, :] - stops[:, None, :], axis=2)
    best = apart[:1]
    for row in apart[1:]:
        best = np.vstack([best, row + np.minimum.accumulate(best[-1])])
    places = [int(np.argmin(best[-1]))]
    for row in best[-2::-1]:
        places.append(int(np.argmin(row[: places[-1] + 1])))
    places.reverse()
    return [fine[start : end + 1] for start, end in pairwise(places)]


def drawn(
    courses: Sequence[Course], stops: Mapping[str, np.ndarray]
) -> tuple[dict[Hop, np.ndarray], dict[str, np.ndarray]]:
    """Return the line of each hop, from its first to its second stop, and where each stop lies on those lines.

    The first route that has a hop gives its line, so that all who share it run beside one another.
    """
    lines: dict[Hop, np.ndarray] = {}
    ends: dict[str, list[np.ndarray]] = {}
    for course in courses:
        parts = cut(course.line, np.stack([stops[stop] for stop in course.stops]))
        for (start, end), part in zip(pairwise(course.stops), parts, strict=True):
            if hop_of(start, end) in lines:
                continue
            sound = part if len(part) > 1 else np.stack([stops[start], stops[end]])
            lines[hop_of(start, end)] = sound if start < end else sound[::-1]
            ends.setdefault(start, []).append(sound[0])
            ends.setdefault(end, []).append(sound[-1])
    places = {stop: np.mean(found, axis=0) for stop, found in ends.items()}
    return {hop: pinned(line, places[hop[0]], places[hop[1]]) for hop, line in lines.items()}, places


def pinned(line: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return a line made plain, from one place to another."""
    return plain(np.vstack([start[None], line[1:-1], end[None]]), LOOSE_M)


def plain(line: np.ndarray, metres: float) -> np.ndarray:
    """Return a line with as few points as lie so many metres from it at most."""
    found: np.ndarray = shapely.get_coordinates(shapely.simplify(shapely.LineString(line), metres))
    return found


def through(courses: Sequence[Course], stops: Mapping[str, np.ndarray]) -> list[Course]:
    """Return routes drawn also through stops they pass without calling, where others call on the same way.

    From A to C past B counts where some route goes from A to B and some from B to C. All who go from A to C are drawn
    alike, by the line of the first.
    """
    beside: dict[str, set[str]] = {}
    parts: dict[Hop, np.ndarray] = {}
    for course in courses:
        own = cut(course.line, np.stack([stops[stop] for stop in course.stops]))
        for hop, part in zip(course.hops, own, strict=True):
            parts.setdefault(hop, part)
            beside.setdefault(hop[0], set()).add(hop[1])
            beside.setdefault(hop[1], set()).add(hop[0])
    passed = {hop: passing(part, sorted(beside[hop[0]] & beside[hop[1]]), stops) for hop, part in parts.items()}
    found = []
    for course in courses:
        ways = [(*passed[hop], end) for hop, end in zip(course.hops, course.stops[1:], strict=True)]
        found.append(replace(course, stops=(course.stops[0], *chain.from_iterable(ways))))
    return found


def passing(part: np.ndarray, between: Sequence[str], stops: Mapping[str, np.ndarray]) -> tuple[str, ...]:
    """Return the one of some stops that a hop passes closest to, where it is close enough, or none."""
    if not between or len(part) < 2:
        return ()
    line = shapely.LineString(part)
    away = {stop: float(shapely.distance(line, shapely.Point(stops[stop]))) for stop in between}
    closest = min(between, key=away.__getitem__)
    return (closest,) if away[closest] <= THROUGH_M else ()

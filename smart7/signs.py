"""Where names and numbers stand on the map so that none covers another: pure.

A place is looked for in each band of zoom by itself. What is placed in a band overlaps nothing else at any zoom of it:
marks keep their size in pixels while the places they belong to move apart, so that is asked of the whole band and not
of its ends.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import asinh, pi, radians, tan
from typing import Final

from smart7.theme import TILE

FARTHEST: Final = 10
CLOSEST: Final = 16
"""Bands of zoom; the last also holds what is closer. Farther away than the first nothing is named."""
FEWER: Final = 4
"""By so many zooms a tile is larger than usual: a screen takes one or two of them."""
HALF: Final = 0.5
"""A band reaches by so much zoom to either side of its number, as tiles do."""
ENDLESS: Final = 30
GAP: Final = 2.0
"""Pixels that stay free round each mark."""
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that wants a place: its picture, where it belongs, its size, and where it may stand from there.

    `spots` are middles of its picture in pixels right of and below the position, the best first. Marks of one `family`
    stay `apart` pixels away from each other. One that `waits` for another picture is placed only where that one is.
    """

    icon: str
    lon: float
    lat: float
    width: float
    height: float
    spots: tuple[Spot, ...] = ((0.0, 0.0),)
    family: str = ""
    apart: float = 0.0
    waits: str = ""
    about: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark and where it stands: pixels right of and below its position."""

    mark: Mark
    spot: Spot


@lru_cache(maxsize=10_000)
def world(lon: float, lat: float) -> tuple[float, float]:
    """Return a position in pixels of the world at zoom 0, from its north-west corner."""
    return (lon + 180) / 360 * TILE, (1 - asinh(tan(radians(lat))) / pi) / 2 * TILE


def place(marks: Iterable[Mark], band: int, before: Iterable[Placed] = (), taken: Sequence[Mark] = ()) -> list[Placed]:
    """Return the marks that find room in a band, in the order given; who stood somewhere before stays there if it can.

    `taken` is what is drawn anyway, such as stations: nothing is placed over it.
    """
    scales = 2 ** (band - HALF), 2 ** (band + HALF if band < CLOSEST else ENDLESS)
    stood = {one.mark.icon: one.spot for one in before}
    fixed = [Placed(mark, mark.spots[0]) for mark in taken]
    found: list[Placed] = []
    icons: set[str] = set()
    for mark in marks:
        if mark.waits and mark.waits not in icons:
            continue
        if any(too_near(mark, one.mark, scales) for one in found if mark.family and one.mark.family == mark.family):
            continue
        spots = sorted(mark.spots, key=lambda spot: spot != stood.get(mark.icon))
        free = (spot for spot in spots if not any(overlap(mark, spot, one, scales) for one in (*fixed, *found)))
        spot = next(free, None)
        if spot is not None:
            found.append(Placed(mark, spot))
            icons.add(mark.icon)
    return found


def bands(marks: Sequence[Mark], taken: Sequence[Mark] = ()) -> dict[int, list[Placed]]:
    """Return what stands where in each band, from far to close."""
    found: dict[int, list[Placed]] = {}
    for band in range(FARTHEST, CLOSEST + 1):
        found[band] = place(marks, band, found.get(band - 1, ()), taken)
    return found


def overlap(mark: Mark, spot: Spot, other: Placed, scales: tuple[float, float]) -> bool:
    """Return whether two marks overlap at any scale from one to another."""
    here, there = world(mark.lon, mark.lat), world(other.mark.lon, other.mark.lat)
    low, high = scales
    sizes = (mark.width + other.mark.width) / 2 + GAP, (mark.height + other.mark.height) / 2 + GAP
    for axis in (0, 1):
        moves, apart = here[axis] - there[axis], spot[axis] - other.spot[axis]
        if moves == 0:
            if abs(apart) >= sizes[axis]:
                return False
            continue
        ends = sorted(((-sizes[axis] - apart) / moves, (sizes[axis] - apart) / moves))
        low, high = max(low, ends[0]), min(high, ends[1])
    return low < high


def too_near(mark: Mark, other: Mark, scales: tuple[float, float]) -> bool:
    """Return whether two of a family stand too close anywhere in a band, which is at its farther end."""
    here, there = world(mark.lon, mark.lat), world(other.lon, other.lat)
    return max(abs(here[axis] - there[axis]) for axis in (0, 1)) * scales[0] < max(mark.apart, other.apart)

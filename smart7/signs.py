"""Where names and numbers stand on the map so that none covers another: pure.

A place is looked for in each band of zoom by itself. What is placed in a band overlaps nothing else at any zoom of it:
marks keep their size in pixels while the places they belong to move apart, so that is asked of the whole band and not
of its ends.
"""

from collections import defaultdict
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
    """Something that wants a place: its name, where it belongs, its size, and where it may stand from there.

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
    picture: str = ""  # where many share one
    about: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def shows(self) -> str:
        """Return the picture that is drawn."""
        return self.picture or self.icon


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark and where it stands: pixels right of and below its position."""

    mark: Mark
    spot: Spot


@lru_cache(maxsize=10_000)
def world(lon: float, lat: float) -> tuple[float, float]:
    """Return a position in pixels of the world at zoom 0, from its north-west corner."""
    return (lon + 180) / 360 * TILE, (1 - asinh(tan(radians(lat))) / pi) / 2 * TILE


class Ground:
    """What stands in a band, by fields so wide and high that nobody reaches past the next one at any zoom of it."""

    def __init__(self, marks: Iterable[Mark], farthest: float) -> None:
        reaches = [reach(mark) for mark in marks] or [(1.0, 1.0)]
        self._fields = tuple(farthest / (2 * max(axis)) for axis in zip(*reaches, strict=True))
        self._there: defaultdict[tuple[int, int], list[Placed]] = defaultdict(list)

    def _field(self, mark: Mark) -> tuple[int, int]:
        across, down = world(mark.lon, mark.lat)
        return int(across * self._fields[0]), int(down * self._fields[1])

    def put(self, one: Placed) -> None:
        """Let a mark stand."""
        self._there[self._field(one.mark)].append(one)

    def near(self, mark: Mark) -> list[Placed]:
        """Return who could overlap a mark wherever it stands; all others cannot."""
        x, y = self._field(mark)
        fields = ((x + right, y + below) for right in (-1, 0, 1) for below in (-1, 0, 1))
        return [one for field in fields for one in self._there.get(field, ())]


def place(marks: Sequence[Mark], band: int, before: Iterable[Placed] = (), taken: Sequence[Mark] = ()) -> list[Placed]:
    """Return the marks that find room in a band, in the order given; who stood somewhere before stays there if it can.

    `taken` is what is drawn anyway, such as stations: nothing is placed over it.
    """
    scales = 2 ** (band - HALF), 2 ** (band + HALF if band < CLOSEST else ENDLESS)
    stood = {one.mark.icon: one.spot for one in before}
    ground = Ground((*marks, *taken), scales[0])
    for mark in taken:
        ground.put(Placed(mark, mark.spots[0]))
    found: list[Placed] = []
    icons: set[str] = set()
    families: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.waits and mark.waits not in icons:
            continue
        if mark.family and any(too_near(mark, one, scales) for one in families[mark.family]):
            continue
        there = ground.near(mark)
        spots = sorted(mark.spots, key=lambda spot: spot != stood.get(mark.icon))
        free = (spot for spot in spots if not any(overlap(mark, spot, one, scales) for one in there))
        spot = next(free, None)
        if spot is not None:
            found.append(Placed(mark, spot))
            ground.put(found[-1])
            families[mark.family].append(mark)
            icons.add(mark.icon)
    return found


def band(zoom: float) -> int:
    """Return the band that holds a zoom."""
    return min(round(zoom), CLOSEST)


def bands(marks: Sequence[Mark], taken: Sequence[Mark] = ()) -> dict[int, list[Placed]]:
    """Return what stands where in each band, from far to close."""
    found: dict[int, list[Placed]] = {}
    for each in range(FARTHEST, CLOSEST + 1):
        found[each] = place(marks, each, found.get(each - 1, ()), taken)
    return found


def reach(mark: Mark) -> tuple[float, float]:
    """Return how far across and down from its position a mark keeps others away, in pixels, wherever it stands."""
    across, down = zip(*mark.spots, strict=True)
    return (mark.width + GAP) / 2 + max(map(abs, across)), (mark.height + GAP) / 2 + max(map(abs, down))


def overlap(mark: Mark, spot: Spot, other: Placed, scales: tuple[float, float]) -> bool:
    """Return whether two marks overlap at any scale from one to another."""
    here, there = world(mark.lon, mark.lat), world(other.mark.lon, other.mark.lat)
    sizes = (mark.width + other.mark.width) / 2 + GAP, (mark.height + other.mark.height) / 2 + GAP
    low, high = scales
    for axis in (0, 1):
        moves, apart = here[axis] - there[axis], spot[axis] - other.spot[axis]
        if moves == 0:
            if abs(apart) >= sizes[axis]:
                return False
            continue
        ends = (-sizes[axis] - apart) / moves, (sizes[axis] - apart) / moves
        low, high = max(low, min(ends)), min(high, max(ends))
        if low >= high:
            return False
    return True


def too_near(mark: Mark, other: Mark, scales: tuple[float, float]) -> bool:
    """Return whether two of a family stand too close anywhere in a band, which is at its farther end."""
    here, there = world(mark.lon, mark.lat), world(other.lon, other.lat)
    return max(abs(here[axis] - there[axis]) for axis in (0, 1)) * scales[0] < max(mark.apart, other.apart)

"""The part of the world that a map on paper shows, and where a position lies on its sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, log, log2, pi, radians, tan
from typing import Any, Final

from smart7 import lines, theme

Box = tuple[float, float, float, float]
Layers = Mapping[str, Any]
"""What each layer draws, as `api.layers.layer` gives it, by name."""

WIDTH: Final = 1000
MARGIN: Final = 24
TALLEST: Final = 1150
ROW: Final = 22
TOP: Final = MARGIN + 2 * ROW
ROUND: Final = 0.03
"""Room round what is drawn, as a share of its width."""
EARTH: Final = 6_371_000
OUTLINES: Final = ("district", "municipality", "lake", "highway", "tambons")
LINES: Final = ("routes", "ended", "plan")


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that is drawn: Mercator, from its north-west corner, in pixels per radian."""

    west: float
    north: float
    scale: float
    width: float
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a position lies on the sheet."""
        return (
            round(MARGIN + (radians(lon) - self.west) * self.scale, 1),
            round(TOP + (self.north - mercator(lat)) * self.scale, 1),
        )

    @property
    def zoom(self) -> float:
        """Return the zoom at which a map on a screen is as large."""
        return log2(self.scale * 2 * pi / theme.TILE)

    def lane(self, lat: float) -> float:
        """Return how wide the line of a route is."""
        return min(max(self.metres(lines.LANE_M, lat), lines.LANE_PX[0]), lines.LANE_PX[1])

    def metres(self, length: float, lat: float) -> float:
        """Return how long a length is on the sheet."""
        return round(length * self.scale / EARTH / cos(radians(lat)), 1)


def mercator(lat: float) -> float:
    """Return how far north of the equator a latitude is drawn, in radians."""
    return log(tan(pi / 4 + radians(lat) / 2))


def extent(layers: Layers) -> Box:
    """Return the box round all routes and stations, or round the ground where there are none."""
    points = [tuple(point) for name in LINES for row in layers.get(name, ()) for point in row["path"]]
    points += [(row["lon"], row["lat"]) for name in ("stations", "stops") for row in layers.get(name, ())]
    if not points:
        points = [point for name in OUTLINES for ring in rings(layers.get(name)) for point in ring]
    lons, lats = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def look(box: Box) -> Window:
    """Return the window that shows a box with some room round it, as wide as the sheet."""
    west, south, east, north = radians(box[0]), mercator(box[1]), radians(box[2]), mercator(box[3])
    room = max(east - west, north - south, radians(0.01)) * ROUND
    wide, high = max(east - west, radians(0.01)) + 2 * room, max(north - south, radians(0.01)) + 2 * room
    width = WIDTH - 2 * MARGIN
    scale = min(width / wide, TALLEST / high)
    # What is left and right of a tall box is drawn too: the sheet is always as wide.
    return Window((west + east) / 2 - width / scale / 2, north + room, scale, width, high * scale)


def seen(lon: float, lat: float, zoom: float, width: float, height: float) -> Window:
    """Return the window of a map on a screen: its middle, its zoom, and its size in pixels."""
    scale = theme.TILE * 2**zoom / (2 * pi)
    return Window(radians(lon) - width / 2 / scale, mercator(lat) + height / 2 / scale, scale, width, height)


def rings(collection: Mapping[str, Any] | None) -> Iterator[list[tuple[float, float]]]:
    """Yield the lines of a GeoJSON collection's outlines."""
    for feature in (collection or {}).get("features", ()):
        kind, points = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        depth = {"LineString": 0, "Polygon": 1, "MultiLineString": 1, "MultiPolygon": 2}[kind]
        for _ in range(depth - 1):
            points = [ring for part in points for ring in part]
        yield from points if depth else [points]

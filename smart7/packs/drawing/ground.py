"""The map for paper: the layers of the screen drawn on the server as SVG, with legend, scale and attribution."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import pairwise
from math import atan, cos, degrees, exp, hypot, log, log2, pi, radians, tan
from typing import Any, Final

from smart7 import lines, symbols, theme
from smart7.packs import signs
from smart7.packs.drawing import raster
from smart7.packs.drawing.pictures import SCALE
from smart7.packs.signs import Icon

Box = tuple[float, float, float, float]
Layers = Mapping[str, Any]
"""What each layer draws, as `api.layers.layer` gives it, by name."""

WIDTH: Final = 1000
MARGIN: Final = 24
TALLEST: Final = 1150
ROW: Final = 22
TOP: Final = MARGIN + 2 * ROW
LETTERS: Final = 135
ROUND: Final = 0.03
"""Room round what is drawn, as a share of its width."""
EARTH: Final = 6_371_000
OUTLINES: Final = ("district", "municipality", "lake", "highway", "tambons")
LINES: Final = ("routes", "ended", "plan")
LENGTHS_KM: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20)
INK: Final = theme.palette()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the sheet besides the map: its title, the legend by layer, notes, and the scale's words."""

    title: str
    legend: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    km: str


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


def png(layers: Layers, box: Box | None, chosen: tuple[Any, ...], sheet: Sheet) -> bytes:
    """Return the map as PNG."""
    return raster.png(svg(layers, box, chosen, sheet).decode(), SCALE)


def svg(layers: Layers, box: Box | None, chosen: tuple[Any, ...], sheet: Sheet) -> bytes:
    """Return the map as SVG: the box asked for, else all routes and stations; letters stay letters."""
    window = look(box or extent(layers))
    foot = [*legend(sheet), *notes(sheet)]
    bottom = TOP + window.height + ROW
    height = bottom + ROW * len(foot) + MARGIN
    frame = f'x="{MARGIN}" y="{TOP}" width="{window.width:.1f}" height="{window.height:.1f}"'
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}"'
        f' viewBox="0 0 {WIDTH} {height:.0f}" font-family="{theme.FONT}, sans-serif" font-size="14">',
        f"<title>{escape(sheet.title)}</title>",
        f'<rect width="100%" height="100%" fill="{INK.surface}"/>',
        f'<g transform="translate({MARGIN} {MARGIN + 22})">{words(sheet.title, 0, size=22, weight=700)}</g>',
        f'<clipPath id="window"><rect {frame}/></clipPath><g clip-path="url(#window)">',
        *drawn(layers, window), *highlight(chosen, window),
        "</g>", f'<rect {frame} fill="none" stroke="{INK.grid}"/>',
        *scale_bar(window, sheet.km),
        *(f'<g transform="translate({MARGIN} {bottom + ROW * (n + 1):.1f})">{line}</g>' for n, line in enumerate(foot)),
        "</svg>",
    ]  # fmt: skip
    return "\n".join(body).encode()


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


def rings(collection: Mapping[str, Any] | None) -> Iterator[list[tuple[float, float]]]:
    """Yield the lines of a GeoJSON collection's outlines."""
    for feature in (collection or {}).get("features", ()):
        kind, points = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        depth = {"LineString": 0, "Polygon": 1, "MultiLineString": 1, "MultiPolygon": 2}[kind]
        for _ in range(depth - 1):
            points = [ring for part in points for ring in part]
        yield from points if depth else [points]


def drawn(layers: Layers, window: Window) -> Iterator[str]:
    """Yield every layer that is there, from below to above."""
    for name in OUTLINES:
        yield outline(name, rings(layers.get(name)), window)
    if "walk" in layers:
        yield from (walk(row, window, metres) for row in layers["walk"] for metres in (800, 400))
    for name in LINES:
        yield from (line(name, row, window) for row in layers.get(name, ()))
    yield from (dot(row, window, 4, INK.ground["stop"], INK.surface, 1) for row in layers.get("stops", ()))
    for row in layers.get("stations", ()):
        yield doubt(row, window, row["accuracy_m"], INK.ground["plan"])
    yield from (dot(row, window, 6, INK.surface, INK.ground["plan"], 2.5) for row in layers.get("stations", ()))
    yield from (mark(row, window) for row in layers.get("accidents", ()))
    yield from (dot(row, window, 9, "none", INK.ground["death"], 2.5) for row in layers.get("spots", ()))
    for name in reversed(list(symbols.SYMBOLS)):
        rows = layers.get(name, ())
        yield from (doubt(row, window, row["doubt_m"], INK.ground["place"]) for row in rows if row.get("doubt_m"))
        yield from map(partial(symbol, name, window), rows)
    for placed, icon in layers.get("names", ()):
        x, y = window.at(placed.mark.lon, placed.mark.lat)
        yield name_of(icon, (x + placed.spot[0], y + placed.spot[1]))


def outline(name: str, edges: Iterable[Iterable[tuple[float, float]]], window: Window) -> str:
    """Return areas of the ground; the highway is a line."""
    fill = {"lake": INK.ground["water"], "district": INK.ground["land"]}.get(name, "none")
    width = {"highway": 5, "municipality": 2.5, "lake": 0}.get(name, 1)
    edge = INK.ground["road" if name == "highway" else "edge"]
    path = " ".join(trace(points, window) for points in edges)
    return f'<path d="{path}" fill="{fill}" fill-rule="evenodd" stroke="{edge}" stroke-width="{width}"/>'


def trace(points: Iterable[tuple[float, float]], window: Window) -> str:
    """Return a line through positions as a path."""
    return trace_at(window.at(lon, lat) for lon, lat in points)


def trace_at(points: Iterable[tuple[float, float]]) -> str:
    """Return a line through points of the sheet as a path."""
    return "M" + "L".join("{} {}".format(*point) for point in points)


def line(name: str, row: Mapping[str, Any], window: Window) -> str:
    """Return a route in its lane: in its colour where it runs or ran, grey where it ended, dashed as a plan."""
    own = "#{:02x}{:02x}{:02x}".format(*row["light"][:3])
    colour = {"ended": INK.ground["ended"], "plan": INK.ground["plan"]}.get(name, own)
    dash = ' stroke-dasharray="9 5"' if name == "plan" else ""
    width = window.lane(row["path"][0][1])
    path = trace_at(aside(row, window, width))
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"{dash}/>'


def aside(row: Mapping[str, Any], window: Window, width: float) -> list[tuple[float, float]]:
    """Return the points of a route on the sheet, each so many widths right of its street as its lane says."""
    points = [window.at(lon, lat) for lon, lat in row["path"]]
    ways = [(x - w, y - v) for (w, v), (x, y) in pairwise(points)]
    ways = [*ways, ways[-1]] if ways else [(1.0, 0.0)]
    moved = []
    for n, ((x, y), lanes) in enumerate(zip(points, row["aside"], strict=True)):
        before, after = ways[max(n - 1, 0)], ways[n]
        east, south = before[0] + after[0], before[1] + after[1]
        long = hypot(east, south) or 1.0
        moved.append((round(x - south / long * lanes * width, 1), round(y + east / long * lanes * width, 1)))
    return moved


def name_of(icon: Icon, at: tuple[float, float]) -> str:
    """Return a name, a ring or numbers with their middle somewhere on the sheet."""
    shapes, letters = signs.parts(icon, at[0] - icon.width / 2, at[1] - icon.height / 2, INK)
    rim = f' paint-order="stroke" stroke="{INK.ground["land"]}" stroke-width="{signs.HALO}"' if icon.lines else ""
    return "".join(shapes) + "".join(
        f'<text x="{one.x}" y="{one.y}" font-size="{one.size}" font-weight="600" text-anchor="middle"'
        f' fill="{one.fill}"{rim}>{escape(one.text)}</text>'
        for one in letters
    )


def dot(row: Mapping[str, Any], window: Window, radius: int, fill: str, stroke: str, width: float) -> str:
    """Return a stop or a station."""
    x, y = window.at(row["lon"], row["lat"])
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" stroke="{stroke}" stroke-width="{width}"/>'


def walk(row: Mapping[str, Any], window: Window, metres: int) -> str:
    """Return how far a walk from a station reaches, widened by how far off the station may be."""
    return doubt(row, window, row["accuracy_m"] + metres, INK.ground["plan"], 0.04)


def doubt(row: Mapping[str, Any], window: Window, metres: float, colour: str, opacity: float = 0.07) -> str:
    """Return a faint disc of so many metres round a position."""
    x, y = window.at(row["lon"], row["lat"])
    radius = window.metres(metres, row["lat"])
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}" fill-opacity="{opacity}" stroke="{colour}"' \
           ' stroke-opacity="0.4"/>'  # fmt: skip


def symbol(name: str, window: Window, row: Mapping[str, Any]) -> str:
    """Return a place as the shape of its kind."""
    x, y = window.at(row["lon"], row["lat"])
    size = 0.5 if name == "villages" else 0.75
    return f'<g transform="translate({x - 12 * size:.1f} {y - 12 * size:.1f}) scale({size})">{symbols.swatch(name)}</g>'


def mark(row: Mapping[str, Any], window: Window) -> str:
    """Return accidents of one cell of the grid: larger for more, of another shape where somebody died."""
    x, y = window.at(row["lon"], row["lat"])
    size, half = row["size"] / 36, row["size"] / 3
    colour = INK.ground["death" if row["deaths"] else "crash"]
    shape = (
        f'<path d="{symbols.CRASHES[row["icon"]]}" fill="{colour}" fill-opacity="0.8" transform="scale({size:.2f})"/>'
    )
    count = (
        f'<text x="{x}" y="{y + 4:.1f}" font-size="10" text-anchor="middle" fill="{INK.surface}">{row["points"]}</text>'
    )
    placed = f'<g transform="translate({x - half:.1f} {y - half:.1f})">{shape}</g>'
    return placed + (count if row["points"] > 1 else "")


def highlight(chosen: tuple[Any, ...], window: Window) -> Iterator[str]:
    """Yield what is chosen, over everything else."""
    colour = INK.ground["chosen"]
    if chosen and chosen[0] == "path":
        row = {"path": json.loads(chosen[1]), "aside": [lane * lines.LANE for lane in json.loads(chosen[2])]}
        width = window.lane(row["path"][0][1])
        path = trace_at(aside(row, window, width))
        yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width * lines.CHOSEN}" opacity="0.8"/>'
    elif chosen:
        x, y = window.at(chosen[1], chosen[2])
        yield f'<circle cx="{x}" cy="{y}" r="14" fill="none" stroke="{colour}" stroke-width="5"/>'


def scale_bar(window: Window, km: str) -> Iterator[str]:
    """Yield a bar of a round length, at most a quarter of the map wide, in its lower left corner."""
    lat = degrees(2 * atan(exp(window.north - window.height / window.scale)) - pi / 2)
    fitting = [n for n in LENGTHS_KM if window.metres(1000 * n, lat) <= window.width / 4] or [LENGTHS_KM[0]]
    x, y, length = MARGIN + 14, TOP + window.height - 16, window.metres(1000 * fitting[-1], lat)
    yield f'<path d="M{x} {y - 6:.1f}v6h{length}v-6" fill="none" stroke="{INK.ink}" stroke-width="2"/>'
    yield f'<g transform="translate({x + 6} {y - 8:.1f})">{words(km.format(km=f"{fitting[-1]:g}"), 0)}</g>'


def legend(sheet: Sheet) -> Iterator[str]:
    """Yield a row for each layer: what it looks like and what it means, in as many lines as that takes."""
    for name, meaning in sheet.legend:
        for n, text in enumerate(textwrap.wrap(meaning, LETTERS - 5, break_long_words=False)):
            mark = f'<g transform="translate(0 -14) scale(0.75)">{symbols.swatch(name)}</g>' if n == 0 else ""
            yield mark + words(text, 28)


def notes(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of the notes."""
    for note in sheet.notes:
        for text in textwrap.wrap(note, LETTERS, break_long_words=False):
            yield words(text, 0, colour=INK.muted)


def words(text: str, x: float, *, size: int = 14, weight: int = 400, colour: str = INK.ink) -> str:
    """Return a line of text."""
    return f'<text x="{x}" font-size="{size}" font-weight="{weight}" fill="{colour}">{escape(text)}</text>'

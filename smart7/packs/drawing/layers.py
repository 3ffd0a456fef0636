"""The layers of a map on paper as SVG, from below to above: outlines, lines, stops and stations, places, names."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape
from itertools import pairwise
from math import hypot
from typing import Any, Final

from smart7 import lines, symbols, theme
from smart7.packs import signs
from smart7.packs.drawing.window import LINES, OUTLINES, Layers, Window, rings
from smart7.packs.signs import Icon

INK: Final = theme.palette()


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

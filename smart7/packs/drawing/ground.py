"""The map for paper: the layers of the screen drawn on the server as SVG, with legend, scale and attribution."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from math import atan, degrees, exp, pi
from typing import Any, Final

from smart7 import symbols, theme
from smart7.packs.drawing import raster
from smart7.packs.drawing.layers import INK, drawn, highlight
from smart7.packs.drawing.pictures import SCALE
from smart7.packs.drawing.window import MARGIN, ROW, TOP, WIDTH, Box, Layers, Window, extent, look

LETTERS: Final = 135
LENGTHS_KM: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the sheet besides the map: its title, the legend by layer, notes, and the scale's words."""

    title: str
    legend: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    km: str


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


def bare(layers: Layers, window: Window, alt: str) -> str:
    """Return the map alone as SVG that fills its box, cut where that is narrower; `alt` is what is heard of it."""
    return (
        f'<svg viewBox="{MARGIN} {TOP} {window.width:g} {window.height:g}" preserveAspectRatio="xMidYMid slice"'
        f' role="img" aria-label="{escape(alt)}">{"".join(drawn(layers, window))}</svg>'
    )


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

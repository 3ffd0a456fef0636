"""The board drawn: where each tile stands, and its shape, the same on the screen, on paper and in PowerPoint.

A verdict is told by shape before colour: a square in the tile is on target, a diamond is near, a triangle pointing
down is off; in outline where it is of an older period. What is known without a verdict is pale with a dot, a sample is
hatched with a dashed edge, and where nothing is known there is a thin edge only. `target` is no tile: it is the dashed
line that a chart's target is drawn with.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from smart7 import theme
from smart7.i18n import Lang
from smart7.meetings import board
from smart7.meetings.slide import Row
from smart7.packs.composition import grid, measure
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Line, Mark, Placed, Tiles, Words
from smart7.words import board as board_words
from smart7.words import slides as words

LARGEST: Final = 0.27
BETWEEN: Final = 0.78  # of the step from tile to tile that a tile takes
NAMES: Final = 3.6
COUNTS: Final = 1.3  # of them for how many are known
LEGEND: Final = 0.17
SHAPES: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "on": ((0.29, 0.29), (0.71, 0.29), (0.71, 0.71), (0.29, 0.71)),
    "near": ((0.5, 0.21), (0.79, 0.5), (0.5, 0.79), (0.21, 0.5)),
    "off": ((0.24, 0.31), (0.76, 0.31), (0.5, 0.76)),
}
"""Corners of the shape of each verdict, in a tile of one by one."""
DOT: Final = 0.13  # how far the dot of a known figure reaches from the middle of its tile
ROUND: Final = 0.16
EDGES: Final[dict[str | bool, float]] = {
    True: 0.12,
    "on": 0.02,
    "near": 0.02,
    "off": 0.02,
    "known": 0.02,
    "sample": 0.07,
    "missing": 0.06,
}
"""How thick the edge of each look is for its tile; `True` is that of an older period."""
INSIDE: Final = theme.palette().surface
INCH: Final = 100  # units of a drawing


def strip(row: Row, at: Box, lang: Lang) -> Placed:
    """Return one row of the board across a place."""
    size = min(LARGEST, at.height, at.width / max(1, len(row.tiles)) * BETWEEN)
    return Placed(at, Tiles(tuple(marks(row, at, size)), f"{row.name}: {said(row, lang)}"))


def marks(row: Row, at: Box, size: float) -> Iterator[Mark]:
    """Yield the tiles of a row from left to right."""
    for n, tile in enumerate(row.tiles):
        left = at.left + n * size / BETWEEN
        place = Box(left, at.top + (at.height - size) / 2, size, size)
        yield Mark(place, tile.look, tile.then, tile.name)


def whole(rows: Sequence[Row], at: Box, lang: Lang) -> Iterator[Placed]:
    """Yield the whole board: a row to a domain, its name and count at the left, tiles of one size."""
    step = at.height / max(1, len(rows))
    most = max((len(row.tiles) for row in rows), default=1)
    size = min(LARGEST, step * 0.7, (at.width - NAMES) / most * BETWEEN)
    for n, row in enumerate(rows):
        place = Box(at.left, at.top + n * step, at.width, step)
        top, high = place.top + (step - grid.line("small")) / 2, grid.line("small")
        yield Placed(Box(place.left, top, NAMES - COUNTS, high), Words((Line(row.name, bold=True),)))
        counted = Words((Line(row.said, colour="muted"),), right=True)
        yield Placed(Box(place.left + NAMES - COUNTS, top, COUNTS - 0.1, high), counted)
        tiles = Box(at.left + NAMES, place.top, at.width - NAMES, step)
        yield Placed(tiles, Tiles(tuple(marks(row, tiles, size)), f"{row.name}: {said(row, lang)}"))


def said(row: Row, lang: Lang) -> str:
    """Return the counts of a row in words."""
    return ", ".join(f"{named(look, then, lang)} {count}" for look, then, count in board.counts((row,)))


def named(look: str, then: bool, lang: Lang) -> str:
    """Return what a kind of tile means."""
    name = board_words.STANDINGS[look].get(lang)
    return words.LOOK_THEN.format(lang, look=name) if then else name


def legend(rows: Sequence[Row], at: Box, lang: Lang) -> Iterator[Placed]:
    """Yield what each kind of tile means and how many there are, beside one another."""
    left, top = at.left, at.top
    for look, then, count in board.counts(rows):
        text = f"{named(look, then, lang)} {count}"
        wide = measure.inches(text) + 0.08
        if left + LEGEND + 0.1 + wide > at.right and left > at.left:
            left, top = at.left, top + grid.line("small")
        mark = Box(left, top + (grid.line("small") - LEGEND) / 2, LEGEND, LEGEND)
        yield Placed(mark, Tiles((Mark(mark, look, then),), ""))
        yield Placed(Box(left + LEGEND + 0.1, top, wide, grid.line("small")), Words((Line(text, colour="muted"),)))
        left += LEGEND + 0.1 + wide + 0.22


def svg(tiles: Tiles, at: Box, *, css: bool = False) -> str:
    """Return tiles as SVG as large as their place; `css` leaves what each is called to be pointed at."""
    wide, high = (round(side * INCH, 2) for side in (at.width, at.height))
    drawn = "".join(tile(mark, at, css=css) for mark in tiles.marks)
    space = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}"'
    size = "" if css else f' width="{wide:g}" height="{high:g}"'
    return f'<svg {space}{size} overflow="visible">{drawn}</svg>'


def tile(mark: Mark, at: Box, *, css: bool) -> str:
    """Return one tile of a drawing, drawn in a square of one by one."""
    size = mark.box.width * INCH
    left, top = (mark.box.left - at.left) * INCH, (mark.box.top - at.top) * INCH
    name = f"<title>{escape(mark.name)}</title>" if css and mark.name else ""
    return f'<g transform="translate({left:.1f} {top:.1f}) scale({size:.2f})">{name}{"".join(drawn(mark))}</g>'


def drawn(mark: Mark) -> Iterator[str]:
    """Yield field and shape of a tile."""
    if mark.look == "target":
        dash = f'stroke="{line_of(mark)}" stroke-width="0.14" stroke-dasharray="0.42 0.18"'
        yield f'<path d="M-0.3 0.5H1.3" {dash}/>'
        return
    edge = EDGES[mark.then or mark.look]
    inner, dashed = 1 - edge, ' stroke-dasharray="0.16 0.1"' if mark.look == "sample" else ""
    yield (
        f'<rect x="{edge / 2:.3f}" y="{edge / 2:.3f}" width="{inner:.3f}" height="{inner:.3f}" rx="{ROUND}"'
        f' fill="{field_of(mark) or "none"}" stroke="{line_of(mark)}" stroke-width="{edge}"{dashed}/>'
    )
    if mark.look in SHAPES:
        corners = " ".join(f"{x},{y}" for x, y in SHAPES[mark.look])
        look = f'fill="none" stroke="{line_of(mark)}" stroke-width="0.09"' if mark.then else f'fill="{INSIDE}"'
        yield f'<polygon points="{corners}" {look}/>'
    elif mark.look == "known":
        yield f'<circle cx="0.5" cy="0.5" r="{DOT}" fill="{theme.palette().muted}"/>'
    elif mark.look == "sample":
        for begin, end in (((0.06, 0.5), (0.5, 0.06)), ((0.06, 0.94), (0.94, 0.06)), ((0.5, 0.94), (0.94, 0.5))):
            stroke = f'stroke="{line_of(mark)}" stroke-width="0.06"'
            yield f'<path d="M{begin[0]} {begin[1]}L{end[0]} {end[1]}" {stroke}/>'


def field_of(mark: Mark) -> str:
    """Return the colour a tile is filled with, '' for none."""
    palette = theme.palette()
    if mark.look == "known":
        return palette.grid
    return palette.status[mark.look] if mark.look in SHAPES and not mark.then else ""


def line_of(mark: Mark) -> str:
    """Return the colour of the edge of a tile."""
    palette = theme.palette()
    if mark.look in SHAPES:
        return palette.status[mark.look]
    colours = {"known": palette.grid, "target": palette.status["on"], "sample": palette.quality["sample"]}
    return colours.get(mark.look, palette.ground["ended"])

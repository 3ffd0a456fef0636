"""The board drawn: where each tile stands, and its shape, the same on the screen, on paper and in PowerPoint.

A verdict is told by shape before colour: a square is on target, a diamond is near, a triangle pointing down is off;
in outline where it is of an older period. What is known without a verdict is a grey square, a sample is hatched, and
where nothing is known there is a pale edge only.
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
from smart7.words import slides as words

LARGEST: Final = 0.27
BETWEEN: Final = 0.78  # of the step from tile to tile that a tile takes
NAMES: Final = 2.85
LEGEND: Final = 0.17
OUTLINES: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "on": ((0, 0), (1, 0), (1, 1), (0, 1)),
    "near": ((0.5, -0.08), (1.08, 0.5), (0.5, 1.08), (-0.08, 0.5)),
    "off": ((-0.04, 0.04), (1.04, 0.04), (0.5, 1)),
}
"""Corners of each verdict in a box of one by one."""
PLAIN: Final = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
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
    size = min(LARGEST, step * 0.6, (at.width - NAMES) / most * BETWEEN)
    for n, row in enumerate(rows):
        place = Box(at.left, at.top + n * step, at.width, step)
        name = Box(place.left, place.top + (step - 2 * grid.line("small")) / 2, NAMES - 0.2, 2 * grid.line("small"))
        yield Placed(name, Words((Line(row.name, bold=True), Line(row.said, colour="muted"))))
        tiles = Box(at.left + NAMES, place.top, at.width - NAMES, step)
        yield Placed(tiles, Tiles(tuple(marks(row, tiles, size)), f"{row.name}: {said(row, lang)}"))


def said(row: Row, lang: Lang) -> str:
    """Return the counts of a row in words."""
    return ", ".join(f"{named(look, then, lang)} {count}" for look, then, count in board.counts((row,)))


def named(look: str, then: bool, lang: Lang) -> str:
    """Return what a kind of tile means."""
    name = words.LOOKS[look].get(lang)
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
        left += LEGEND + 0.1 + wide + 0.28


def svg(tiles: Tiles, at: Box, *, css: bool = False) -> str:
    """Return tiles as SVG as large as their place; `css` leaves what each is called to be pointed at."""
    wide, high = (round(side * INCH, 2) for side in (at.width, at.height))
    drawn = "".join(shape(mark, at, css=css) for mark in tiles.marks)
    space = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}"'
    size = "" if css else f' width="{wide:g}" height="{high:g}"'
    return f'<svg {space}{size} overflow="visible">{drawn}</svg>'


def shape(mark: Mark, at: Box, *, css: bool) -> str:
    """Return one tile of a drawing."""
    size = mark.box.width * INCH
    left, top = (mark.box.left - at.left) * INCH, (mark.box.top - at.top) * INCH
    corners = " ".join(f"{left + x * size:.1f},{top + y * size:.1f}" for x, y in inset(mark))
    name = f"<title>{escape(mark.name)}</title>" if css and mark.name else ""
    lines = "".join(hatch(left, top, size)) if mark.look == "sample" else ""
    return f'<g>{name}<polygon points="{corners}" {looks(mark, size)}/>{lines}</g>'


def inset(mark: Mark) -> Iterator[tuple[float, float]]:
    """Yield the corners of a tile; an outline is drawn inside its edge."""
    for x, y in OUTLINES.get(mark.look, PLAIN):
        yield ((x - 0.5) * (1 - edge(mark)) + 0.5, (y - 0.5) * (1 - edge(mark)) + 0.5)


def edge(mark: Mark) -> float:
    """Return how thick the edge of a tile is for its size."""
    return 0.14 if mark.then else 0.08 if mark.look in ("missing", "sample") else 0.0


def looks(mark: Mark, size: float) -> str:
    """Return how the field and the edge of a tile are drawn."""
    fill, line = colours(mark)
    dashed = ' stroke-dasharray="3 2"' if mark.look == "missing" else ""
    stroke = f' stroke="{line}" stroke-width="{size * edge(mark):.1f}"{dashed}' if line else ""
    return f'fill="{fill or "none"}"{stroke}'


def colours(mark: Mark) -> tuple[str, str]:
    """Return the colours of field and edge of a tile, '' for none."""
    palette = theme.palette()
    if mark.look in OUTLINES:
        colour = palette.status[mark.look]
        return ("", colour) if mark.then else (colour, "")
    if mark.look == "known":
        return palette.muted, ""
    return "", palette.quality["sample"]


def hatch(left: float, top: float, size: float) -> Iterator[str]:
    """Yield the strokes across a sample's tile."""
    colour = theme.palette().quality["sample"]
    for part in (0.5, 1.0, 1.5):
        begin, end = max(0.0, part - 1), min(1.0, part)
        yield (
            f'<path d="M{left + begin * size:.1f},{top + end * size:.1f}'
            f'L{left + end * size:.1f},{top + begin * size:.1f}" stroke="{colour}" stroke-width="{size * 0.08:.1f}"/>'
        )

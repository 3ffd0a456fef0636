"""Tables that PowerPoint draws itself: how wide their columns are, and how many rows fit on a slide."""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from PIL import ImageFont
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches, Pt

from smart7 import compress
from smart7.meetings.slide import Table
from smart7.packs.slides import text
from smart7.packs.slides.text import INK, Box, Style

PRECISE: Final = 10  # letters are measured this many times as large
SLACK: Final = 1.12  # lines break at words, never just where they are full
EDGES: Final = 0.24
LINE, GAP = 0.245, 0.075  # inches of a line of text, and of what is above and below a row
LEAST: Final = 26 / 72
ROOM: Final = 4.4


def add(page: Any, table: Table, alt: str, at: Box) -> None:  # noqa: ANN401
    """Add a table, its first line the names of the columns."""
    lines = len(table.rows) + 1
    frame = page.shapes.add_table(lines, max(1, len(table.header)), *at.emu[:3], Inches(LEAST * lines))
    frame.name = "Table"
    text.describe(frame, alt)
    for n, width in enumerate(columns(table, at.width)):
        frame.table.columns[n].width = Inches(width)
    for line, cells in enumerate((table.header, *table.rows)):
        for n, said in enumerate(cells):
            cell = frame.table.cell(line, n)
            cell.margin_top = cell.margin_bottom = Pt(2)
            align = PP_ALIGN.RIGHT if n in table.numbers else PP_ALIGN.LEFT
            colour = INK if line else MSO_THEME_COLOR.BACKGROUND_1
            text.write(cell.text_frame, [(said, Style(text.SMALLEST, bold=line == 0, colour=colour, align=align))])


@lru_cache(maxsize=2)
def face(bold: bool) -> ImageFont.FreeTypeFont:
    """Return the letters a table is measured by; those of the typeface that offices have are narrower."""
    file = compress.package_folder("fontpkg_sarabun") / "files" / f"Sarabun-{'Bold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(file, text.SMALLEST * PRECISE, layout_engine=ImageFont.Layout.BASIC)


def inches(said: str, *, bold: bool) -> float:
    """Return how wide a text is on one line."""
    return face(bold).getlength(said.replace("\n", " ")) / PRECISE / 72


def columns(table: Table, total: float) -> list[float]:
    """Return the widths of columns in inches: what each needs; where that is too much, the widest give way."""
    lines = (table.header, *table.rows)
    needs = [max(inches(row[at], bold=row is table.header) for row in lines) + EDGES for at in range(len(table.header))]
    if sum(needs) <= total:
        return [need * total / sum(needs) for need in needs]
    left, cap = total, 0.0
    for n, need in enumerate(ordered := sorted(needs)):
        cap = left / (len(ordered) - n)
        if need > cap:
            break
        left -= need
    return [min(need, cap) for need in needs]


def heights(table: Table, total: float) -> list[float]:
    """Return how high each line is, the names of the columns first, in inches."""
    widths = columns(table, total)
    found = []
    for row in (table.header, *table.rows):
        lines = max(
            lines_of(inches(cell, bold=row is table.header), width) for cell, width in zip(row, widths, strict=True)
        )
        found.append(max(LEAST, lines * LINE + GAP))
    return found


def lines_of(long: float, width: float) -> int:
    """Return how many lines a text takes in a column: one where it fits, else more than it would if cut anywhere."""
    room = width - EDGES / 1.2
    return 1 if long <= room else math.ceil(long * SLACK / room)


def parts(table: Table | None, total: float) -> Iterator[Table]:
    """Yield a table in parts that fit on a slide, about as long as one another."""
    if table is None or not table.rows:
        return
    head, *high = heights(table, total)
    room = ROOM - head
    cuts = cut(high, room)
    even = cut(high, min(room, sum(high) / len(cuts) + max(high)))
    for start, end in cuts if len(even) > len(cuts) else even:
        yield Table(table.header, table.rows[start:end], table.numbers)


def cut(high: list[float], room: float) -> list[tuple[int, int]]:
    """Return where rows begin and end on each page."""
    found, start, used = [], 0, 0.0
    for n, each in enumerate(high):
        if n > start and used + each > room:
            found.append((start, n))
            start, used = n, 0.0
        used += each
    return [*found, (start, len(high))]

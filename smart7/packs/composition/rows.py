"""Tables on pages: how wide their columns are, how high their lines, and how many of them a page holds."""

from collections.abc import Iterator
from math import sqrt
from typing import Final

from smart7.meetings.slide import Table
from smart7.packs.composition import grid, measure
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Placed, Rows

MOST: Final = 7
"""Rows of a slide; what is more stands in the annex."""
EDGES: Final = 0.24
GAP: Final = 0.13  # inches above and below the words of a row


def placed(table: Table, at: Box, alt: str) -> Placed:
    """Return a table at the top of a place, as high as its lines are."""
    high = heights(table, at.width)
    rows = Rows(table, tuple(columns(table, at.width)), tuple(high), alt)
    return Placed(Box(at.left, at.top, at.width, sum(high)), rows)


def columns(table: Table, total: float) -> list[float]:
    """Return the widths of columns in inches: what each needs; where that is too much, the widest give way.

    Those that give way share what is left by the root of what they need, so that rows are about as low as can be.
    """
    needs = [
        max(measure.inches(row[at], bold=row is table.header) for row in (table.header, *table.rows)) + EDGES
        for at in range(len(table.header))
    ]
    if sum(needs) <= total:
        return [need * total / sum(needs) for need in needs]
    left, cap = total, 0.0
    for n, need in enumerate(ordered := sorted(needs)):
        cap = left / (len(ordered) - n)
        if need > cap:
            break
        left -= need
    roots = sum(sqrt(need) for need in needs if need > cap)
    return [left * sqrt(need) / roots if need > cap else need for need in needs]


def heights(table: Table, total: float) -> list[float]:
    """Return how high each line is, the names of the columns first, in inches."""
    widths = columns(table, total)
    return [
        max(
            measure.lines(cell, width - EDGES / 1.2, bold=row is table.header)
            for cell, width in zip(row, widths, strict=True)
        )
        * grid.line("small")
        + GAP
        for row in (table.header, *table.rows)
    ]


def first(table: Table, most: int, room: float) -> Table:
    """Return the first rows of a table: no more than there is room for, one at the least."""
    kept = Table(table.header, table.rows[:most], table.numbers)
    while len(kept.rows) > 1 and sum(heights(kept, grid.ACROSS)) > room:
        kept = Table(table.header, kept.rows[:-1], table.numbers)
    return kept


def pages(table: Table, alt: str) -> Iterator[tuple[Box, Rows]]:
    """Yield a table by the page, about as many rows on each, every column as wide on all of them."""
    if not table.rows:
        return
    widths, (head, *high) = tuple(columns(table, grid.ACROSS)), heights(table, grid.ACROSS)
    room = grid.ANNEX.height - head
    cuts = cut(high, room)
    even = cut(high, min(room, sum(high) / len(cuts) + max(high)))
    for start, end in cuts if len(even) > len(cuts) else even:
        part = Table(table.header, table.rows[start:end], table.numbers)
        lines = (head, *high[start:end])
        yield Box(grid.EDGE, grid.ANNEX.top, grid.ACROSS, sum(lines)), Rows(part, widths, lines, alt)


def cut(high: list[float], room: float) -> list[tuple[int, int]]:
    """Return where rows begin and end on each page."""
    found, start, used = [], 0, 0.0
    for n, each in enumerate(high):
        if n > start and used + each > room:
            found.append((start, n))
            start, used = n, 0.0
        used += each
    return [*found, (start, len(high))]

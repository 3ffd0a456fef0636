"""Find the header of a sheet among titles, merged cells and storeys, and the recipe's columns in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from smart7.ingest.official.recipe import Column, Recipe
from smart7.office.cells import clean

WITHIN: Final = 60
Cell = Any
Span = tuple[tuple[int, int], tuple[int, int]]
"""First and last (row, column) of merged cells, counted from 0 in the rows that are handed over."""


@dataclass(frozen=True)
class Header:
    """Where a sheet's header is: rows before the data, the headings, and the position of each column."""

    rows: int
    names: tuple[str, ...]
    at: dict[str, int]
    each: tuple[tuple[int, tuple[str, ...]], ...]
    titles: tuple[str, ...]

    @cached_property
    def width(self) -> int:
        """Return how many cells a row has up to the last one with a heading."""
        return max((at for at, name in enumerate(self.names, 1) if name), default=0)

    @cached_property
    def told(self) -> list[str]:
        """Return the headings without the empty ones."""
        return [name for name in self.names if name]


def squeezed(text: str) -> str:
    """Return a heading as headings are compared: without spaces, in small letters."""
    return re.sub(r"\s", "", text).lower()


def shown(cell: Cell) -> str:
    """Return a cell of a header as text."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else clean(str(cell), set())


def filled(rows: Sequence[Sequence[Cell]], merged: Sequence[Span] | None) -> list[list[str]]:
    """Return the texts of header rows, each merged cell filled with its text.

    Where a file does not tell what is merged, an empty cell of an upper storey belongs to what stands left of it.
    """
    width = max(map(len, rows), default=0)
    texts = [[shown(row[at]) if at < len(row) else "" for at in range(width)] for row in rows]
    if merged is not None:
        for (top, left), (bottom, right) in merged:
            text = texts[top][left] if left < width else ""
            for storey in texts[top : bottom + 1]:
                storey[left : right + 1] = [text] * len(storey[left : right + 1])
        return texts
    for storey in texts[:-1]:
        before = ""
        for at, text in enumerate(storey):
            before = text or before
            storey[at] = before if texts[-1][at] else text
    return texts


def joined(texts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return one heading for each column: its storeys joined, what repeats told once."""
    names = []
    for storeys in zip(*texts, strict=True):
        parts = list(dict.fromkeys(part for part in storeys if part))
        names.append(" / ".join(parts))
    return tuple(names)


def find(rows: Sequence[Sequence[Cell]], recipe: Recipe, merged: Sequence[Span] | None) -> Header | None:
    """Return the first header that has every column the recipe needs, None where there is none."""
    if recipe.header_rows == 0:
        width = max(map(len, rows), default=0)
        return placed(recipe, 0, tuple(f"#{at}" for at in range(1, width + 1)), [""] * width, ())
    storeys = recipe.header_rows
    for first in range(min(WITHIN, len(rows) - storeys + 1)):
        spans = None if merged is None else [moved(span, first) for span in merged if touches(span, first, storeys)]
        texts = filled(rows[first : first + storeys], spans)
        titles = tuple(shown(cell) for row in rows[:first] for cell in row if shown(cell))
        if found := placed(recipe, first + storeys, joined(texts), texts[-1], titles):
            return found
    return None


def touches(span: Span, first: int, storeys: int) -> bool:
    """Return whether merged cells begin within a header of so many rows."""
    return first <= span[0][0] < first + storeys


def moved(span: Span, first: int) -> Span:
    """Return merged cells as counted from a row on."""
    (top, left), (bottom, right) = span
    return (top - first, left), (bottom - first, right)


def placed(
    recipe: Recipe, rows: int, names: tuple[str, ...], lowest: Sequence[str], titles: tuple[str, ...]
) -> Header | None:
    """Return a header in which every needed column has its place, None where one is not there."""
    at: dict[str, int] = {}
    each: list[tuple[int, tuple[str, ...]]] = []
    for column in recipe.columns:
        if column.place == "heading":
            position = position_of(column, names, lowest)
            if position is not None:
                at[column.name] = position
            elif not column.optional:
                return None
        elif column.place == "at":
            at[column.name] = column.at - 1
        elif column.place == "each" and column.pattern is not None:
            fits = [(position, column.pattern.fullmatch(name)) for position, name in enumerate(names)]
            each = [(position, tuple(fit.groups(""))) for position, fit in fits if fit]
            if not each:
                return None
    return Header(rows, names, at, tuple(each), titles)


def position_of(column: Column, names: Sequence[str], lowest: Sequence[str]) -> int | None:
    """Return where a column stands: by its whole heading, or by the lowest storey where that is unique."""
    for heading in column.headings:
        wanted = squeezed(shown(heading))
        for found in (names, lowest):
            positions = [at for at, name in enumerate(found) if squeezed(name) == wanted]
            if len(positions) == 1 or (positions and found is names):
                return positions[0]
    return None


def lacking(rows: Sequence[Sequence[Cell]], recipe: Recipe) -> list[str]:
    """Return the headings that stand nowhere near the top of a sheet, or all where they never stand together."""
    there = {squeezed(shown(cell)) for row in rows[:WITHIN] for cell in row}
    needed = [c for c in recipe.columns if c.place == "heading" and not c.optional]
    last = {c.name: {squeezed(heading.split(" / ")[-1]) for heading in c.headings} for c in needed}
    lost = [c.headings[0] for c in needed if not last[c.name] & there]
    patterns = [c.pattern.pattern for c in recipe.columns if c.place == "each" and c.pattern is not None]
    return lost or [c.headings[0] for c in needed] + patterns

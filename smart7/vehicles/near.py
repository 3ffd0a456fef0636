"""Which patterns pass near a place, and how far along them it is: looked up in a grid that is made once for a feed.

A street driven there and back, a ring and a crossing with itself give a pattern several places near one point. The grid
has each of them; which one is meant only a whole run tells (`follow.py`).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from smart7.vehicles.lines import Floats, Ints, Lines

STEP: Final = 40.0  # metres between the points of a line that the grid knows, and the width of its cells
REACH: Final = 150.0  # metres from a line within which a position can belong to it
BRANCHES: Final = 4  # most places of one pattern near one cell that are kept
TOGETHER: Final = 2_000  # points whose places are worked out at once: few enough to stay near the processor


@dataclass(frozen=True, slots=True)
class Grid:
    """What passes near each cell: `first[n]` is where the rows of `cells[n]` begin.

    Rows: pattern (a number), branch (0 and up), along in metres, x, y and the way the line goes there, east and north.
    """

    corner: tuple[float, float]
    width: int
    cells: Ints
    first: Ints
    pattern: Ints
    branch: Ints
    along: Floats
    x: Floats
    y: Floats
    east: Floats
    north: Floats


@dataclass(frozen=True, slots=True)
class Near:
    """Places along patterns near some points, those of one point together: which, pattern, branch, along, away."""

    point: Ints
    pattern: Ints
    branch: Ints
    along: Floats
    away: Floats


def grid_of(lines: Lines) -> Grid:
    """Return the grid of a feed."""
    parts = [sampled(lines, n) for n in range(len(lines.patterns))]
    pattern = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    along, x, y, east, north = np.concatenate(parts).T
    corner = (float(x.min()) - 2 * REACH, float(y.min()) - 2 * REACH)
    width = int((x.max() - corner[0] + 2 * REACH) // STEP) + 1
    sample, cell, away = around(x, y, corner, width)
    order = np.lexsort((sample, cell))
    sample, cell, away = sample[order], cell[order], away[order]
    kept = nearest_of_each_pass(sample, cell, away, pattern)
    sample, cell, away = sample[kept], cell[kept], away[kept]
    branch = nth_of(cell * len(parts) + pattern[sample])
    few = branch < BRANCHES
    sample, cell, branch = sample[few], cell[few], branch[few]
    cells, first = np.unique(cell, return_index=True)
    return Grid(
        corner, width, cells, np.append(first, len(cell)), pattern[sample], branch,
        *(values[sample] for values in (along, x, y, east, north)),
    )  # fmt: skip


def sampled(lines: Lines, pattern: int) -> Floats:
    """Return points of a line a step apart: metres along, x, y and the way it goes, east and north (n, 5)."""
    length = float(lines.lengths[pattern])
    along = np.linspace(0.0, length, max(2, int(np.ceil(length / STEP)) + 1))
    number = np.full(len(along), pattern)
    x, y = lines.places(number, along)
    before, after = (np.column_stack(lines.places(number, along + by)) for by in (-STEP / 2, STEP / 2))
    way = after - before
    way /= np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    return np.column_stack([along, x, y, way])


def around(x: Floats, y: Floats, corner: tuple[float, float], width: int) -> tuple[Ints, Ints, Floats]:
    """Return every pair of a point and a cell whose middle is within reach of it, with the metres between them."""
    many = int(REACH // STEP) + 1
    offsets = np.stack(np.meshgrid(np.arange(-many, many + 1), np.arange(-many, many + 1)), -1).reshape(-1, 2)
    column = ((x - corner[0]) // STEP).astype(np.int64)[:, None] + offsets[:, 0]
    row = ((y - corner[1]) // STEP).astype(np.int64)[:, None] + offsets[:, 1]
    away = np.hypot(
        corner[0] + (column + 0.5) * STEP - x[:, None],
        corner[1] + (row + 0.5) * STEP - y[:, None],
    )
    sample, nth = np.nonzero(away <= REACH)
    return sample, (column + row * width)[sample, nth], away[sample, nth]


def nearest_of_each_pass(sample: Ints, cell: Ints, away: Floats, pattern: Ints) -> Ints:
    """Return the rows in which a line is nearer to a cell than just before and just after, by cell and point."""
    joined = (cell[1:] == cell[:-1]) & (sample[1:] == sample[:-1] + 1) & (pattern[sample[1:]] == pattern[sample[:-1]])
    before = np.where(np.append(False, joined), np.append(np.inf, away[:-1]), np.inf)
    after = np.where(np.append(joined, False), np.append(away[1:], np.inf), np.inf)
    return np.flatnonzero((away < before) & (away <= after))


def nth_of(keys: Ints) -> Ints:
    """Return for each row how many rows before it in a row have the same key; equal keys lie together."""
    begins = np.concatenate([[True], keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, bool)
    place = np.arange(len(keys))
    return place - np.maximum.accumulate(np.where(begins, place, 0))


def look(grid: Grid, x: Floats, y: Floats, turn: Ints) -> Near:
    """Return where along which patterns some points lie, each point in its turn."""
    x, y = x[turn], y[turn]
    column, row = ((x - grid.corner[0]) // STEP).astype(np.int64), ((y - grid.corner[1]) // STEP).astype(np.int64)
    inside = (column >= 0) & (column < grid.width) & (row >= 0)
    cell = np.where(inside, column + row * grid.width, -1)
    place = np.minimum(np.searchsorted(grid.cells, cell), len(grid.cells) - 1)
    many = np.where(grid.cells[place] == cell, grid.first[place + 1] - grid.first[place], 0)
    edges = np.append(0, np.cumsum(many))
    rows = np.arange(edges[-1]) - np.repeat(edges[:-1] - grid.first[place], many)
    along, away = np.empty((2, len(rows)))
    for part in (slice(begin, begin + TOGETHER) for begin in range(0, len(x), TOGETHER)):
        these = slice(edges[part.start], edges[min(part.stop, len(x))])
        along[these], away[these] = beside(
            grid, rows[these], np.repeat(x[part], many[part]), np.repeat(y[part], many[part])
        )
    return Near(np.repeat(turn, many), grid.pattern[rows], grid.branch[rows], along, away)


def beside(grid: Grid, rows: Ints, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return how far along its line each point lies near a row of the grid, and how far from it."""
    dx, dy, east, north = x - grid.x[rows], y - grid.y[rows], grid.east[rows], grid.north[rows]
    forward = dx * east + dy * north
    # Past the end of a line, or round a sharp bend, the place stays where the grid knows it.
    on = np.clip(forward, -STEP, STEP)
    return np.maximum(grid.along[rows] + on, 0.0), np.hypot(dy * east - dx * north, forward - on)

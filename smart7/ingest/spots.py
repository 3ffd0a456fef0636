"""Find the places where most happened, by a rule that anybody can follow with a pencil (docs/method.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import duckdb
import numpy as np
import pandas as pd

from smart7.ingest.catalogue import insert
from smart7.ingest.grid import METRES_PER_DEGREE

CELL_M: Final = 100.0
"""A place is a square of three by three cells."""
ROUGHEST_M: Final = 250
"""Points whose position may be off by more do not count: they would heap up where nothing happened."""
LEAST: Final = 3
MOST: Final = 20
DAYS: Final = 730
YEARS: Final = 2
POINTS: Final = """
    select point_id, kind, year(day) as year, coalesce(deaths, 0) as deaths, coalesce(injuries, 0) as injuries, lat, lon
    from points
    where lat is not null and coalesce(accuracy_m, 0) <= $roughest
      and (area <> 'elsewhere' or not exists (from outlines where layer in ('municipality', 'district')))
      and kind in (select kind from points group by kind having max(day) - min(day) >= $days)
    order by point_id
"""
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """What happened in one cell: the points, in which years, how many died and were injured."""

    points: tuple[str, ...]
    years: frozenset[int]
    deaths: int
    injuries: int


def add(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill `spot_points`: which point belongs to the place of which rank."""
    found = connection.execute(POINTS, {"roughest": ROUGHEST_M, "days": DAYS}).df()
    rows = [
        (point, str(kind), rank)
        for kind, own in found.groupby("kind")
        for rank, square in enumerate(ranked(held(own)), 1)
        for cell in square
        for point in cell.points
    ]
    insert(connection, "spot_points", pd.DataFrame(rows, columns=["point_id", "kind", "rank"]))


def held(points: pd.DataFrame) -> dict[Cell, Held]:
    """Return what each cell holds, cells in order; the columns are those of `POINTS`."""
    found: dict[Cell, list[dict[str, Any]]] = {}
    rows, columns = (at.tolist() for at in cells_of(points))
    for row, column, record in zip(rows, columns, points.to_dict("records"), strict=True):
        found.setdefault((row, column), []).append({str(name): value for name, value in record.items()})
    return {cell: together(found[cell]) for cell in sorted(found)}


def together(records: list[dict[str, Any]]) -> Held:
    """Return what some points of one cell are together."""
    deaths, injuries = (sum(int(record[name]) for record in records) for name in ("deaths", "injuries"))
    years = frozenset(int(record["year"]) for record in records)
    return Held(tuple(str(record["point_id"]) for record in records), years, deaths, injuries)


def cells_of(points: pd.DataFrame) -> list[np.ndarray]:
    """Return row and column of each point on a lattice of 100 m, anchored at 0°, 0°."""
    step = CELL_M / METRES_PER_DEGREE
    across = step / np.cos(np.radians(round(float(points["lat"].median()))))
    return [np.floor(points[name].to_numpy() / size).astype(int) for name, size in (("lat", step), ("lon", across))]


def ranked(cells: dict[Cell, Held]) -> list[list[Held]]:
    """Return what the cells of each place hold, the place where most happened first; no cell belongs to two."""
    left, found = dict(cells), list[list[Held]]()
    while len(found) < MOST and (best := fullest(left)) is not None:
        found.append([left.pop(cell) for cell in block(best) if cell in left])
    return found


def block(middle: Cell) -> list[Cell]:
    """Return the three by three cells round a cell."""
    row, column = middle
    return [(row + up, column + across) for up in (-1, 0, 1) for across in (-1, 0, 1)]


def fullest(left: Mapping[Cell, Held]) -> Cell | None:
    """Return the middle of the square where most happened, then most died, then most were injured; None for none.

    At least three, in at least two different years.
    """
    most, best = (LEAST - 1, 0, 0), None
    for middle in left:
        there = [left[cell] for cell in block(middle) if cell in left]
        points = sum(len(one.points) for one in there)
        if points < max(LEAST, most[0]):
            continue
        total = (points, sum(one.deaths for one in there), sum(one.injuries for one in there))
        if total > most and len(frozenset().union(*(one.years for one in there))) >= YEARS:
            most, best = total, middle
    return best

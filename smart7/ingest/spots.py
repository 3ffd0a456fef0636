"""Find the places where most happened, by a rule that anybody can follow with a pencil (docs/method.md)."""

from collections.abc import Mapping
from typing import Final

import duckdb
import numpy as np
import pandas as pd

from smart7.ingest.grid import METRES_PER_DEGREE

CELL_M: Final = 100.0
"""A place is a square of three by three cells."""
ROUGHEST_M: Final = 250
"""Points whose position may be off by more do not count: they would heap up where nothing happened."""
LEAST: Final = 3
MOST: Final = 20
DAYS: Final = 730
YEARS: Final = 2
POINTS: Final = f"""
    select point_id, kind, year(day) as year, coalesce(deaths, 0) as deaths, coalesce(injuries, 0) as injuries, lat, lon
    from points
    where lat is not null and coalesce(accuracy_m, 0) <= {ROUGHEST_M}
      and kind in (select kind from points group by kind having max(day) - min(day) >= {DAYS})
    order by point_id
"""
Cell = tuple[int, int]


def add(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `spot_points`: which point belongs to the place of which rank."""
    found = connection.execute(POINTS).df()
    ranked = [rank(own) for _, own in found.groupby("kind")]
    columns = ["point_id", "kind", "rank"]
    rows = pd.concat(ranked) if ranked else pd.DataFrame(columns=columns)
    connection.register("ranked", rows[columns].astype({"point_id": str, "kind": str, "rank": int}))
    connection.execute("insert into spot_points by name select * from ranked")
    connection.unregister("ranked")


def rank(points: pd.DataFrame) -> pd.DataFrame:
    """Return the points that lie in a place, with its rank; the columns are those of `POINTS`."""
    own = points.assign(cell=cells_of(points))
    left = {cell: rows for cell, rows in own.groupby("cell", sort=True)}
    found = []
    while len(found) < MOST:
        best = fullest(left)
        if best is None:
            break
        taken = [left.pop(cell) for cell in block(best) if cell in left]
        found.append(pd.concat(taken).assign(rank=len(found) + 1))
    return pd.concat(found) if found else own.iloc[:0].assign(rank=0)


def cells_of(points: pd.DataFrame) -> list[Cell]:
    """Return the cell of each point: row and column on a lattice of 100 m, anchored at 0°, 0°."""
    step = CELL_M / METRES_PER_DEGREE
    across = step / np.cos(np.radians(round(float(points["lat"].median()))))
    rows, columns = np.floor(points["lat"] / step).astype(int), np.floor(points["lon"] / across).astype(int)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def block(middle: Cell) -> list[Cell]:
    """Return the three by three cells round a cell."""
    row, column = middle
    return [(row + up, column + across) for up in (-1, 0, 1) for across in (-1, 0, 1)]


def fullest(left: Mapping[Cell, pd.DataFrame]) -> Cell | None:
    """Return the middle of the square where most happened, then most died, then most were injured; None for none.

    At least three, in at least two different years.
    """
    best: tuple[tuple[int, int, int], Cell] | None = None
    sums = {cell: (len(rows), int(rows["deaths"].sum()), int(rows["injuries"].sum())) for cell, rows in left.items()}
    for middle in left:
        there = [sums[cell] for cell in block(middle) if cell in sums]
        total = (sum(n for n, _, _ in there), sum(n for _, n, _ in there), sum(n for _, _, n in there))
        if total[0] < LEAST or (best is not None and total <= best[0]):
            continue
        if len({year for cell in block(middle) if cell in left for year in left[cell]["year"]}) >= YEARS:
            best = (total, middle)
    return best[1] if best else None

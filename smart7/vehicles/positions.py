"""Read the positions of one day, in the order of vehicle and time, with places in metres and names as numbers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from smart7.vehicles.lines import Floats, Ints, Lines

NAMES: Final = ("vehicle", "route_id", "trip_id")
COLUMNS: Final = ("vehicle", "second", "latitude", "longitude", "route_id", "direction_id", "trip_id", "start_second")


@dataclass(frozen=True, slots=True)
class Positions:
    """The positions of one day.

    vehicle: a number into `vehicles`. route: a number of the feed's routes in their order, direction, trip: a number of
    the feed's trips as `lines` has them; -1 where a position tells nothing, or nothing that the feed has. start: NaN
    where not told. repeated: how many rows were left out because their vehicle told of that second already.
    """

    vehicles: npt.NDArray[np.object_]
    vehicle: Ints
    second: Floats
    x: Floats
    y: Floats
    route: Ints
    direction: Ints
    trip: Ints
    start: Floats
    repeated: int


def read(path: Path, lines: Lines) -> Positions:
    """Return the positions of one file."""
    return of(pq.read_table(path, columns=list(COLUMNS), read_dictionary=list(NAMES)), lines)


def of(table: pa.Table, lines: Lines) -> Positions:
    """Return the positions of a table as the table `positions` has them."""
    vehicle, vehicles = numbered(table["vehicle"])
    second = table["second"].to_numpy().astype(np.int64)
    fresh = in_order(vehicle * 1_000_000 + second)
    x, y = lines.metres(*(table[name].to_numpy()[fresh] for name in ("latitude", "longitude")))
    route, trip = told(table, lines)
    direction = filled(table["direction_id"], -1).astype(np.int64)
    if (trip >= 0).any():
        # Who names a trip names its route and direction too.
        of_trip = lines.trips["pattern"].to_numpy()[np.maximum(trip, 0)]
        routes = pd.factorize(lines.patterns["route_id"], sort=True)[0]
        route = np.where(trip >= 0, routes[of_trip], route)
        direction = np.where(trip >= 0, lines.patterns["direction_id"].to_numpy()[of_trip], direction)
    return Positions(
        vehicles, vehicle[fresh], second[fresh].astype(float), x, y, route[fresh], direction[fresh], trip[fresh],
        filled(table["start_second"], np.nan)[fresh], len(second) - len(x),
    )  # fmt: skip


def in_order(moments: Ints) -> slice | Ints:
    """Return which rows are the first of their vehicle and second, in this order; all, where they come so already."""
    if (np.diff(moments) > 0).all():
        return slice(None)
    order = np.argsort(moments, kind="stable")
    ordered = moments[order]
    first: Ints = order[np.concatenate([[True], ordered[1:] != ordered[:-1]])]
    return first


def numbered(column: Any) -> tuple[Ints, npt.NDArray[np.object_]]:  # noqa: ANN401 pyarrow carries no types
    """Return names as numbers in their order, -1 for none, and the names."""
    whole = column.combine_chunks()
    whole = whole if pa.types.is_dictionary(whole.type) else whole.dictionary_encode()
    names = np.array(whole.dictionary.to_pylist(), object)
    rank = np.argsort(np.argsort(names.astype(str), kind="stable"), kind="stable")
    codes = filled(whole.indices, -1).astype(np.int64)
    return np.where(codes >= 0, rank[codes] if len(names) else -1, -1), np.sort(names.astype(str)).astype(object)


def filled(column: Any, nothing: float) -> npt.NDArray[Any]:  # noqa: ANN401 pyarrow carries no types
    """Return a column of numbers with something in the place of what is missing."""
    if column.null_count == len(column):
        return np.full(len(column), float(nothing))
    if not column.null_count:
        return np.asarray(column.to_numpy())
    return np.nan_to_num(column.to_numpy(zero_copy_only=False).astype(float), nan=nothing) if nothing == nothing else (
        np.asarray(column.to_numpy(zero_copy_only=False), float)
    )  # fmt: skip


def told(table: pa.Table, lines: Lines) -> tuple[Ints, Ints]:
    """Return the numbers of the routes and trips that positions tell of, -1 for none and for unknown ones."""
    found = []
    for name, known in (("route_id", lines.patterns["route_id"]), ("trip_id", lines.trips["trip_id"])):
        if table[name].null_count == len(table):
            found.append(np.full(len(table), -1))
            continue
        codes, names = numbered(table[name])
        ids = sorted(set(known)) if name == "route_id" else list(known)
        place = pd.Index(ids).get_indexer(pd.Index(names))
        found.append(np.where(codes >= 0, place[codes], -1))
    return found[0], found[1]

"""Lay a grid of about 250 m over everything within 2 km of a stop, for travel times from anywhere."""

from math import cos, radians
from typing import Final

import duckdb
import numpy as np
import pandas as pd
import shapely

from smart7.ingest.catalogue import insert

STEP_M: Final = 250.0
WITHIN_M: Final = 2000.0
METRES_PER_DEGREE: Final = 111_195.0  # of latitude, on a sphere of 6,371 km
STOPS: Final = """
    select s.lat, s.lon from gtfs_stops as s join gtfs_feeds as f using (feed_id)
    where f.status in ('recorded', 'planned') and s.lat is not null and s.lon is not null
    order by s.lat, s.lon
"""
TAMBONS: Final = "select outline_id, geometry from outlines where layer = 'tambon' order by outline_id"


def grid(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill `cells` from the stops of the networks of record and plan, each with the tambon it lies in."""
    stops = connection.execute(STOPS).df().to_numpy(dtype=float)
    if not len(stops):
        return
    frame = cells(stops)
    tambons = connection.execute(TAMBONS).fetchall()
    frame["outline_id"] = containing(frame, [str(name) for name, _ in tambons], [str(shape) for _, shape in tambons])
    insert(connection, "cells", frame)


def cells(stops: np.ndarray) -> pd.DataFrame:
    """Return the cells (cell_id, lat, lon) whose centre lies within 2 km of a stop; stops is (n, 2) lat, lon.

    The lattice is anchored at 0°, 0° and stretched for the whole degree of latitude nearest to the stops, so a cell
    keeps its id when a stop is added.
    """
    lat_step = STEP_M / METRES_PER_DEGREE
    lon_step = lat_step / cos(radians(round(float(np.median(stops[:, 0])))))
    reach = int(WITHIN_M // STEP_M) + 1
    offsets = np.arange(-reach, reach + 1)
    rows = np.floor(stops[:, 0] / lat_step).astype(int)[:, None, None] + offsets[None, :, None]
    columns = np.floor(stops[:, 1] / lon_step).astype(int)[:, None, None] + offsets[None, None, :]
    rows, columns = np.broadcast_arrays(rows, columns)
    lat, lon = (rows + 0.5) * lat_step, (columns + 0.5) * lon_step
    north = (lat - stops[:, 0, None, None]) * METRES_PER_DEGREE
    east = (lon - stops[:, 1, None, None]) * METRES_PER_DEGREE * np.cos(np.radians(stops[:, 0]))[:, None, None]
    near = north**2 + east**2 <= WITHIN_M**2
    found = np.unique(np.stack([rows[near], columns[near]], axis=1), axis=0)
    ids = [f"{row}-{column}" for row, column in found]
    return pd.DataFrame({"cell_id": ids, "lat": (found[:, 0] + 0.5) * lat_step, "lon": (found[:, 1] + 0.5) * lon_step})


def containing(frame: pd.DataFrame, names: list[str], shapes: list[str]) -> "pd.Series[str]":
    """Return the name of the area each cell lies in; the first where outlines overlap, none outside all."""
    found = pd.Series([None] * len(frame), index=frame.index, dtype=object)
    for name, shape in reversed(list(zip(names, shapes, strict=True))):
        area = shapely.from_geojson(shape)
        shapely.prepare(area)
        found[shapely.contains_xy(area, frame["lon"], frame["lat"])] = name
    return found

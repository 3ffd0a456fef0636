"""The network, the cells and the places of a snapshot as arrays, in metres and minutes."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from smart7 import queries
from smart7.transit import assumptions as assumed
from smart7.transit.assumptions import Assumptions, Incomplete

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Minutes = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

RECORD: Final = "songthaew_2018"
PLAN: Final = "lrt_plan"
HANDED_IN: Final = "imported"
"""The status of a network that was handed in as a GTFS file."""
METRES_PER_DEGREE: Final = 111_195.0  # of latitude, on a sphere of 6,371 km


def quality(status: str) -> str:
    """Return the quality of what a network of a status runs: as it was handed in, else how often is assumed here."""
    return "submitted" if status == HANDED_IN else "estimated"


@dataclass(frozen=True, slots=True)
class Stops:
    """S stops: where they are (S, 2) in metres (NaN where unknown), how far off that may be, whether planned."""

    ids: list[tuple[str, str]]
    xy: Floats
    accuracy_m: Floats
    planned: Bools


@dataclass(frozen=True, slots=True)
class Hops:
    """H rides from one stop to the next, in the order of their routes.

    `nodes` (H, 2) are the places in a vehicle, N of them, a hop leads between; `stops` (H, 2) the stops beneath;
    `route` (H,) indexes `routes`; `minutes` and `headway_min` (H,) are those of the feed.
    """

    routes: list[tuple[str, str]]
    route: Ints
    nodes: Ints
    stops: Ints
    minutes: Floats
    headway_min: Floats

    @property
    def node_count(self) -> int:
        """Return N, the number of places in a vehicle."""
        return int(self.nodes.max()) + 1 if len(self.nodes) else 0


@dataclass(frozen=True, slots=True)
class Network:
    """Everything travel times are worked out from; `cells` and `places` keep their rows, `*_xy` are (n, 2) metres."""

    stops: Stops
    hops: Hops
    cells: pd.DataFrame
    cells_xy: Floats
    places: pd.DataFrame
    places_xy: Floats
    unplaced: int
    tambons: pd.DataFrame
    assumptions: Assumptions


@lru_cache(maxsize=3)
def load(snapshot_id: str) -> Network:
    """Return the network of a snapshot; raises `Incomplete` where it has no network, cells or assumptions."""
    names = ("stops", "hops", "cells", "places", "tambons", "assumptions")
    return build({name: queries.run(snapshot_id, f"transit/{name}") for name in names})


def build(tables: dict[str, pd.DataFrame]) -> Network:
    """Return a network from frames as `queries/transit/` returns them, by the name of the query."""
    found = assumed.read(tables["assumptions"])
    for name in ("hops", "cells"):
        if tables[name].empty:
            raise Incomplete(name)
    lat0 = float(tables["cells"]["lat"].mean())
    stops, cells = tables["stops"].reset_index(drop=True), tables["cells"].reset_index(drop=True)
    unplaced = tables["places"]["lat"].isna()
    places = tables["places"][~unplaced].reset_index(drop=True)
    ids = [(str(feed), str(stop)) for feed, stop in zip(stops["feed_id"], stops["stop_id"], strict=True)]
    return Network(
        stops=Stops(ids, metres(stops, lat0), floats(stops["accuracy_m"].fillna(0)),
                    (stops["feed_id"] == PLAN).to_numpy()),
        hops=hops_of(tables["hops"], ids),
        cells=cells,
        cells_xy=metres(cells, lat0),
        places=places,
        places_xy=metres(places, lat0),
        unplaced=int(unplaced.sum()),
        tambons=tables["tambons"],
        assumptions=found,
    )  # fmt: skip


def floats(column: "pd.Series[float]") -> Floats:
    """Return a column as numbers, NaN where there is none."""
    return np.asarray(column, dtype=np.float64)


def metres(frame: pd.DataFrame, lat0: float) -> Floats:
    """Return positions (n, 2) east and north of 0°, 0° in metres, true near the latitude lat0."""
    east = floats(frame["lon"]) * METRES_PER_DEGREE * np.cos(np.radians(lat0))
    return np.column_stack([east, floats(frame["lat"]) * METRES_PER_DEGREE])


def hops_of(frame: pd.DataFrame, stops: list[tuple[str, str]]) -> Hops:
    """Return hops with a place in a vehicle at every end; hops that follow each other on a route share one."""
    rows = frame.dropna(subset=["seconds", "headway_s"])
    rows = rows.sort_values(["feed_id", "route_id", "direction_id", "from_seq"], ignore_index=True)
    place = {stop: number for number, stop in enumerate(stops)}
    feeds = rows["feed_id"].astype(str)
    ends = [
        np.array([place[pair] for pair in zip(feeds, rows[end].astype(str), strict=True)], dtype=np.int64)
        for end in ("from_stop", "to_stop")
    ]
    line = rows.groupby(["feed_id", "route_id", "direction_id"], sort=False).ngroup().to_numpy()
    begins = np.ones(len(rows), dtype=bool)
    begins[1:] = (line[1:] != line[:-1]) | (ends[0][1:] != ends[1][:-1])
    start = np.arange(len(rows)) + np.cumsum(begins) - 1
    routes = list(dict.fromkeys(zip(feeds, rows["route_id"].astype(str), strict=True)))
    number = {route: n for n, route in enumerate(routes)}
    route = [number[pair] for pair in zip(feeds, rows["route_id"].astype(str), strict=True)]
    return Hops(
        routes=routes,
        route=np.array(route, dtype=np.int64),
        nodes=np.column_stack([start, start + 1]).astype(np.int64),
        stops=np.column_stack(ends).astype(np.int64),
        minutes=floats(rows["seconds"]) / 60,
        headway_min=floats(rows["headway_s"]) / 60,
    )

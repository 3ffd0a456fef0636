"""Small networks on a plane of metres, whose minutes a person can work out by hand."""

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import pandas as pd

from smart7.transit import assumptions
from smart7.transit import network as networks
from smart7.transit import settings as choices
from smart7.transit.compare import Comparison, compare, without_plan
from smart7.transit.network import METRES_PER_DEGREE, PLAN, RECORD, Network
from smart7.transit.settings import Settings

# Walking 6 km/h over 1.5 times the straight distance is 0.015 minutes a metre: 100 m take 1.5 minutes.
PACE = 0.015
USUAL = {
    "songthaew_headway_min": (20, 10, 40),
    "songthaew_speed_kmh": (18, 12, 24),
    "lrt_headway_min": (10, 5, 20),
    "lrt_speed_kmh": (30, 20, 40),
    "tram_noi_headway_min": (16, 8, 32),
    "tram_noi_speed_kmh": (15, 10, 20),
    "walk_speed_kmh": (6, 6, 6),
    "detour_factor": (1.5, 1.5, 1.5),
    "walk_limit_m": (800, 400, 1200),
    "transfer_penalty_min": (3, 0, 6),
    "transfer_walk_m": (300, 150, 400),
    "feeder_headway_min": (10, 8, 20),
}
COLUMNS = {
    "stops": ["feed_id", "stop_id", "lat", "lon", "accuracy_m"],
    "hops": ["feed_id", "route_id", "direction_id", "from_seq", "from_stop", "to_stop", "seconds", "headway_s"],
    "cells": ["cell_id", "lat", "lon", "outline_id"],
    "places": ["place_id", "kind", "name_th", "name_en", "lat", "lon", "municipal_school"],
    "tambons": ["outline_id", "name_th", "name_en"],
}


@dataclass
class Town:
    """A network in the making; positions are metres east and north of a point on the equator."""

    assumed: dict[str, tuple[float, float, float]] = field(default_factory=lambda: dict(USUAL))
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {name: [] for name in COLUMNS})

    def stop(
        self, stop_id: str, x: float | None, y: float = 0, feed: str = RECORD, accuracy: int | None = None
    ) -> None:
        """Add a stop, without a position where x is None."""
        self.rows["stops"].append({"feed_id": feed, "stop_id": stop_id, **at(x, y), "accuracy_m": accuracy})

    def line(self, route: str, stops: str, minutes: float, headway: float, feed: str = RECORD, ways: int = 2) -> None:
        """Add a route over stops named by one letter each, so many minutes from each to the next."""
        for direction, order in enumerate((stops, stops[::-1])[:ways]):
            self.rows["hops"] += [
                {"feed_id": feed, "route_id": route, "direction_id": direction, "from_seq": n, "from_stop": a,
                 "to_stop": b, "seconds": minutes * 60, "headway_s": headway * 60}
                for n, (a, b) in enumerate(pairwise(order), 1)
            ]  # fmt: skip

    def cell(self, x: float, y: float = 0, tambon: str | None = None) -> None:
        """Add a cell."""
        self.rows["cells"].append({"cell_id": f"c{len(self.rows['cells'])}", **at(x, y), "outline_id": tambon})

    def place(self, x: float | None, y: float = 0, kind: str = "school") -> None:
        """Add a place, without a position where x is None."""
        place_id = f"p{len(self.rows['places'])}"
        names = {"name_th": place_id, "name_en": place_id, "municipal_school": False}
        self.rows["places"].append({"place_id": place_id, "kind": kind, **names, **at(x, y)})

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables as the queries return them."""
        found = {name: pd.DataFrame(self.rows[name], columns=columns) for name, columns in COLUMNS.items()}
        found["stops"]["accuracy_m"] = found["stops"]["accuracy_m"].astype("Int32")
        assumed = [dict(zip(("value", "low", "high"), values, strict=True)) for values in self.assumed.values()]
        found["assumptions"] = pd.DataFrame(assumed).assign(assumption_id=list(self.assumed))
        return found

    def network(self) -> Network:
        """Return the network."""
        return networks.build(self.tables())

    def compare(self, **chosen: Any) -> Comparison:
        """Return before and after with the default settings but for those given."""
        network, settings = self.network(), self.settings(**chosen)
        return compare(network, settings, without_plan(network, settings))

    def settings(self, **chosen: Any) -> Settings:
        """Return the default settings but for those given."""
        return replace(choices.defaults(assumptions.read(self.tables()["assumptions"])), **chosen)


def at(x: float | None, y: float) -> dict[str, float | None]:
    """Return a position in degrees."""
    if x is None:
        return {"lat": None, "lon": None}
    return {"lat": y / METRES_PER_DEGREE, "lon": x / METRES_PER_DEGREE}


def three_stops() -> Town:
    """Return a line A, B, C of 3 km hops: 6 minutes each, every 20 minutes, both ways."""
    town = Town()
    for n, name in enumerate("ABC"):
        town.stop(name, 3000 * n)
    town.line("one", "ABC", minutes=6, headway=20)
    return town


def with_red_line() -> Town:
    """Return the line of three stops, 200 m beside it stations R and S near A and C, and the red line: 5 minutes."""
    town = three_stops()
    town.stop("R", 0, 200, feed=PLAN, accuracy=100)
    town.stop("S", 6000, 200, feed=PLAN, accuracy=100)
    for route in ("red", "red_p1"):
        town.line(route, "RS", minutes=5, headway=10, feed=PLAN)
    return town

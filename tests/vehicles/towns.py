"""Small feeds on a plane of metres, with ways that are hard to follow, written as the tables a snapshot holds."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd

from smart7.vehicles import lines as patterns
from smart7.vehicles.feed import WEEK, Feed
from smart7.vehicles.lines import Lines

DAY = date(2026, 11, 2)
METRES = 111_195.0
Points = Sequence[tuple[float, float]]


def feed_of(ways: dict[str, Points], *, stops_every: float = 400.0, headway: int = 1_200, speed: float = 6.0) -> Feed:
    """Return a feed of one trip to a way, named `route/direction`, from 6 to 21 o'clock."""
    trips, calls, stops, shapes = [], [], [], []
    for name, points in ways.items():
        route, direction = name.split("/")[:2]
        trip = name.replace("/", "-")
        line = np.array(points, float)
        ends = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
        at = np.linspace(0.0, ends[-1], int(ends[-1] / stops_every) + 1)
        trips.append((trip, route, int(direction), "daily", trip))
        shapes += [(trip, y / METRES, x / METRES) for x, y in line]
        for n, place in enumerate(at, 1):
            x, y = (float(np.interp(place, ends, axis)) for axis in line.T)
            stop = f"s{round(x)}_{round(y)}"
            stops.append((stop, y / METRES, x / METRES))
            calls.append((trip, n, n, stop, 21_600 + round(place / speed), 21_600 + round(place / speed)))
    week = dict.fromkeys(WEEK, True)
    return Feed(
        "town",
        pd.DataFrame(trips, columns=["trip_id", "route_id", "direction_id", "service_id", "shape_id"]),
        pd.DataFrame(calls, columns=["trip_id", "nth", "stop_sequence", "stop_id", "arrival_s", "departure_s"]),
        pd.DataFrame(
            [(trip[0], 21_600, 75_600, headway, False) for trip in trips],
            columns=["trip_id", "start_s", "end_s", "headway_s", "exact_times"],
        ),
        pd.DataFrame(stops, columns=["stop_id", "lat", "lon"]).drop_duplicates("stop_id"),
        pd.DataFrame(shapes, columns=["shape_id", "lat", "lon"]),
        pd.DataFrame([{"service_id": "daily", **week, "start_date": date(2026, 1, 1), "end_date": date(2026, 12, 31)}]),
        pd.DataFrame({"service_id": [], "date": [], "exception_type": []}),
    )


def both(route: str, points: Points) -> dict[str, Points]:
    """Return a way there and the same way back."""
    return {f"{route}/0": points, f"{route}/1": list(reversed(points))}


# A street there and back on one and the same line; a ring; a way with a spur that is driven in and out; and a branch:
# two ends to one trunk.
STREET = both("street", [(0, 0), (3_000, 0), (6_000, 1_500)])
RING = {"ring/0": [(0, 0), (2_000, 0), (2_000, 2_000), (0, 2_000), (0, 0)]}
SPUR = both("spur", [(0, 300), (2_500, 300), (2_500, 1_500), (2_500, 300), (5_500, 300)])
BRANCH = both("branch_a", [(0, -200), (4_000, -200), (6_000, 1_200)]) | both(
    "branch_b", [(0, -200), (4_000, -200), (6_000, -1_600)]
)
LASSO = {"lasso/0": [(0, 600), (2_000, 600), (3_000, 1_600), (4_000, 600), (2_000, 600), (0, 600)]}


def lengths(points: Points) -> float:
    """Return how long a way is in metres."""
    return sum(float(np.hypot(b[0] - a[0], b[1] - a[1])) for a, b in pairwise(points))


def lines_of(ways: dict[str, Points]) -> tuple[Feed, Lines]:
    """Return a feed and its lines."""
    feed = feed_of(ways)
    return feed, patterns.of(feed)

"""Patterns of a feed as lines in metres: which trips follow them, where their stops lie, what lies at a place along.

A pattern is a route, a direction and a way. Its line is the shape of its trips, or straight from stop to stop where
a feed has no shapes. Metres are east and north of the middle of the feed, on a plane: over a city that is off by less
than one in a thousand.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from smart7.vehicles.feed import Feed

METRES_PER_DEGREE: Final = 111_195.0
FINE: Final = 20.0  # metres between the places where a stop is tried

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Lines:
    """The patterns of a feed and their lines.

    patterns: one row per pattern, its place is its number: pattern_id, route_id, direction_id, length_m.
    trips: trip_id, service_id, pattern (a number), first_s (when it leaves the first stop of its stop times).
    stops: one row per pattern and stop: feed_id, pattern_id, route_id, direction_id, stop_sequence, stop_id, along_m,
    length_m; with pattern (a number).
    due: for each row of `stops`, after how many seconds the first trip of the pattern is there.
    x, y, along: the points of all lines, one after another; `first[n]` is where those of pattern n begin.
    """

    feed_id: str
    patterns: pd.DataFrame
    trips: pd.DataFrame
    stops: pd.DataFrame
    middle: tuple[float, float]
    x: Floats
    y: Floats
    along: Floats
    first: Ints
    due: Floats

    @property
    def lengths(self) -> Floats:
        """Return the length of each pattern in metres."""
        return self.along[self.first[1:] - 1]

    @property
    def starts(self) -> Floats:
        """Return for each pattern where it begins on the one line that all of them make, laid end to end."""
        return np.concatenate([[0.0], np.cumsum(self.lengths + 1.0)[:-1]])

    def metres(self, latitude: Floats, longitude: Floats) -> tuple[Floats, Floats]:
        """Return metres east and north of the middle of the feed."""
        return flat(self.middle, latitude, longitude)

    def degrees(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return latitude and longitude of places in metres."""
        lat, lon = self.middle
        return y / METRES_PER_DEGREE + lat, x / (METRES_PER_DEGREE * np.cos(np.radians(lat))) + lon

    def places(self, pattern: Ints, along: Floats) -> tuple[Floats, Floats]:
        """Return where in metres one is who has come so far along a pattern."""
        laid = self.along + np.repeat(self.starts, np.diff(self.first))
        wanted = self.starts[pattern] + np.clip(along, 0.0, self.lengths[pattern])
        return np.interp(wanted, laid, self.x), np.interp(wanted, laid, self.y)

    def due_along(self, pattern: Ints, along: Floats) -> Floats:
        """Return after how many seconds the plan has a run so far along its pattern."""
        laid = self.starts[self.stops["pattern"].to_numpy()] + self.stops["along_m"].to_numpy()
        # A place beyond an end would lie on the pattern that is laid after this one or before it.
        return np.interp(self.starts[pattern] + np.clip(along, 0.0, self.lengths[pattern]), laid, self.due)


def flat(middle: tuple[float, float], latitude: Floats, longitude: Floats) -> tuple[Floats, Floats]:
    """Return metres east and north of a place, by which to lay a city on a plane."""
    lat, lon = middle
    return (longitude - lon) * METRES_PER_DEGREE * np.cos(np.radians(lat)), (latitude - lat) * METRES_PER_DEGREE


def of(feed: Feed) -> Lines:
    """Return the patterns of a feed."""
    trips, calls = ways(feed)
    middle = float(feed.stops["lat"].mean()), float(feed.stops["lon"].mean())
    at_stop = calls.join(feed.stops.set_index("stop_id"), on="stop_id")
    shapes = {shape: rows[["lat", "lon"]].to_numpy() for shape, rows in feed.shapes.groupby("shape_id")}
    kept, drawn, along = [], [], []
    for row in trips.drop_duplicates("way").to_dict("records"):
        stops = at_stop[at_stop["trip_id"] == row["trip_id"]].dropna(subset="lat")
        points = shapes.get(row["shape_id"], stops[["lat", "lon"]].to_numpy())
        line = without_repeats(np.column_stack(flat(middle, points[:, 0], points[:, 1])))
        if len(line) > 1 and len(stops) > 1:
            x, y = flat(middle, stops["lat"].to_numpy(), stops["lon"].to_numpy())
            kept.append({str(name): value for name, value in row.items()})
            drawn.append(line)
            along.append(stops.assign(along_m=along_line(line, x, y)))
    return put_together(feed.feed_id, middle, trips, kept, drawn, along)


def ways(feed: Feed) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the trips of a feed with the way each goes (a number), and their calls.

    Trips go the same way when route, direction, shape and stops are the same.
    """
    calls = feed.calls
    stops = calls.groupby("trip_id", sort=False)["stop_id"].agg("\n".join).rename("called")
    trips = feed.trips.join(stops, on="trip_id", how="inner")
    trips = trips.join(calls[calls["nth"] == 1].set_index("trip_id")["departure_s"].rename("first_s"), on="trip_id")
    keys = ["route_id", "direction_id", "shape_id", "called"]
    return trips.assign(way=trips.groupby(keys, sort=True, dropna=False).ngroup()).sort_values(
        ["way", "trip_id"]
    ), calls


def put_together(
    feed_id: str,
    middle: tuple[float, float],
    trips: pd.DataFrame,
    kept: list[dict[str, Any]],
    drawn: list[Floats],
    stops: list[pd.DataFrame],
) -> Lines:
    """Return the lines of the ways that can be drawn; trips along others are left out."""
    number = {row["way"]: n for n, row in enumerate(kept)}
    patterns = pd.DataFrame(kept, columns=trips.columns)[["shape_id", "route_id", "direction_id"]]
    patterns["pattern_id"] = names(patterns)
    measured = [np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))]) for line in drawn]
    patterns["length_m"] = [line[-1] for line in measured]
    called = pd.concat([one.assign(pattern=n) for n, one in enumerate(stops)], ignore_index=True)
    called = called.join(patterns.drop(columns="shape_id"), on="pattern").assign(feed_id=feed_id)
    joined = np.concatenate(drawn)
    due = called["departure_s"] - called.groupby("pattern")["departure_s"].transform("first")
    return Lines(
        feed_id,
        patterns[["pattern_id", "route_id", "direction_id", "length_m"]],
        trips.assign(pattern=trips["way"].map(number)).dropna(subset="pattern").astype({"pattern": np.int64})[
            ["trip_id", "service_id", "pattern", "first_s"]
        ].reset_index(drop=True),
        called[["feed_id", "pattern_id", "route_id", "direction_id", "stop_sequence", "stop_id", "along_m", "length_m",
                "pattern"]],
        middle, joined[:, 0], joined[:, 1], np.concatenate(measured),
        np.concatenate([[0], np.cumsum([len(line) for line in drawn])]).astype(np.int64), due.to_numpy(float),
    )  # fmt: skip


def names(patterns: pd.DataFrame) -> pd.Series:
    """Return an id for each pattern: its shape's, told apart by a number where several follow one shape."""
    ends = patterns["route_id"] + "-" + patterns["direction_id"].astype(str)
    named = patterns["shape_id"].where(patterns["shape_id"].notna(), ends)
    nth = named.groupby(named).cumcount()
    return named.where(nth == 0, named + "~" + (nth + 1).astype(str))


def without_repeats(line: Floats) -> Floats:
    """Return a line (n, 2) without points that stand where the one before stood."""
    found: Floats = line[np.concatenate([[True], np.any(np.diff(line, axis=0) != 0, axis=1)])]
    return found


def along_line(line: Floats, x: Floats, y: Floats) -> Floats:
    """Return how far along a line (n, 2) stops lie that are called at in their order, in metres.

    Of all ways to put the stops on the line without going back it is the one on which they stand nearest to it, so
    that a street driven twice, and a loop, give each call its own place.
    """
    ends = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    tried = np.linspace(0.0, ends[-1], max(2 * len(x), int(np.ceil(ends[-1] / FINE)) + 1))
    at_x, at_y = np.interp(tried, ends, line[:, 0]), np.interp(tried, ends, line[:, 1])
    away = (x[:, None] - at_x) ** 2 + (y[:, None] - at_y) ** 2
    best, came = away[0], np.zeros(away.shape, np.int64)
    for n in range(1, len(x)):
        # One place on at least: two calls are never at one place.
        before = np.concatenate([[np.inf], np.minimum.accumulate(best)[:-1]])
        lowest = np.concatenate([[np.inf], best[:-1]]) == before
        came[n] = np.maximum.accumulate(np.where(lowest, np.arange(len(tried)) - 1, 0))
        best = away[n] + before
    place = np.zeros(len(x), np.int64)
    place[-1] = int(np.argmin(best))
    for n in range(len(x) - 1, 0, -1):
        place[n - 1] = came[n, place[n]]
    return refined(line, ends, tried[place], x, y)


def refined(line: Floats, ends: Floats, near: Floats, x: Floats, y: Floats) -> Floats:
    """Return the nearest place on a line within half a step of the place that was tried, for each stop."""
    fine = near[:, None] + np.linspace(-FINE / 2, FINE / 2, 21)
    fine = np.clip(fine, 0.0, ends[-1])
    away = (np.interp(fine, ends, line[:, 0]) - x[:, None]) ** 2 + (np.interp(fine, ends, line[:, 1]) - y[:, None]) ** 2
    found: Floats = fine[np.arange(len(x)), np.argmin(away, axis=1)]
    return np.asarray(np.maximum.accumulate(found))

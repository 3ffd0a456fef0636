"""From the tables of a feed to the drawing of its routes: `line_paths`, `line_signs` and `line_stops`."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import duckdb
import numpy as np
import pandas as pd

from smart7.ingest.catalogue import insert
from smart7.ingest.lines import draw, hops, hues, lanes, signs
from smart7.ingest.lines.draw import Drawn
from smart7.ingest.lines.hops import Course, Plane
from smart7.ingest.lines.signs import Sign
from smart7.ingest.scripts import ask, run_script

DEGREES: Final = 5
"""Decimals of a position: about a metre."""
CROSSING: Final = 3
"""A stop at which so many routes call, or more, is an interchange."""
FELT_M: Final = 10.0
"""So far from where it is seen a line may be found by the pointer: its broad line is wider than that at any zoom."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How one feed is drawn: a line and a colour for each route, signs, and interchanges with how many routes call."""

    lines: dict[str, Drawn]
    hues: dict[str, int]
    signs: list[Sign]
    crossings: list[tuple[str, int]]
    places: dict[str, np.ndarray]


def add(connection: duckdb.DuckDBPyConnection) -> None:
    """Make and fill the tables of `lines.sql` from every feed; a phase of a planned line is drawn by itself."""
    run_script(connection, "lines.sql")
    rows = ask(connection, "lines_courses.sql")
    for feed, phase in sorted({(row[0], row[2]) for row in rows}):
        own = [row for row in rows if (row[0], row[2]) == (feed, phase)]
        plane = Plane(*(float(np.mean([at[axis] for row in own for at in row[4]])) for axis in (0, 1)))
        stops = {stop: plane.metres(np.array(at))[0] for row in own for stop, at in zip(row[3], row[4], strict=True)}
        courses = [Course(row[1], hops.without_repeats(row[3]), plane.metres(np.array(row[5] or []))) for row in own]
        made = drawing([course for course in courses if len(course.stops) > 1], stops)
        for table, frame in frames(feed, made, plane).items():
            if not (phase and table != "line_paths"):
                insert(connection, table, frame)


def drawing(courses: Sequence[Course], stops: dict[str, np.ndarray]) -> Drawing:
    """Return how the routes of one feed are drawn; stops are positions in metres."""
    if not courses:
        return Drawing({}, {}, [], [], {})
    calls = Counter(stop for course in courses for stop in set(course.stops))
    one = hops.together({stop: stops[stop] for stop in calls}, calls)
    merged = [replace(course, stops=hops.without_repeats(one[stop] for stop in course.stops)) for course in courses]
    merged = [course if len(course.stops) > 1 else apart for course, apart in zip(merged, courses, strict=True)]
    called = {stop: {course.route for course in merged if stop in course.stops} for stop in set(one.values())}
    ways = hops.through(merged, stops)
    lines, places = hops.drawn(ways, stops)
    order = lanes.lanes(ways, lines)
    drawn = {way.route: draw.drawn(way, lines, lanes.offsets(way, order)) for way in ways}
    found = hues.hues([way.route for way in ways], hues.weights(order))
    told = [*signs.ends(ways, lines, places), *signs.along(ways, lines, order)]
    return Drawing(drawn, found, told, list(signs.crossings(ways, called, CROSSING)), places)


def frames(feed: str, made: Drawing, plane: Plane) -> dict[str, pd.DataFrame]:
    """Return the rows of each table for one feed."""
    paths = [
        {"route_id": route, "hue": made.hues[route], "path": written(plane.degrees(line.points), DEGREES),
         "lanes": written(line.offsets, 2), "plain": written(plane.degrees(hops.plain(line.points, FELT_M)), DEGREES)}
        for route, line in made.lines.items()
    ]  # fmt: skip
    at = [plane.degrees(sign.at)[0].round(DEGREES) for sign in made.signs]
    told = [
        {"kind": sign.kind, "lon": lon, "lat": lat, "east": round(float(sign.way[0]), 3),
         "north": round(float(sign.way[1]), 3), "routes": list(sign.routes), "rank": sign.rank}
        for sign, (lon, lat) in zip(made.signs, at, strict=True)
    ]  # fmt: skip
    met = [
        dict(zip(("lon", "lat"), plane.degrees(made.places[stop])[0].round(DEGREES), strict=True))
        | {"stop_id": stop, "routes": count}
        for stop, count in made.crossings
    ]
    columns = {
        "line_paths": ("route_id", "hue", "path", "lanes", "plain"),
        "line_signs": ("kind", "lon", "lat", "east", "north", "routes", "rank"),
        "line_stops": ("stop_id", "lon", "lat", "routes"),
    }
    rows = {"line_paths": paths, "line_signs": told, "line_stops": met}
    return {name: pd.DataFrame(rows[name], columns=[*columns[name]]).assign(feed_id=feed) for name in columns}


def written(numbers: np.ndarray, decimals: int) -> str:
    """Return numbers as JSON, rounded."""
    rounded: Any = np.round(numbers, decimals)
    return json.dumps((rounded + 0.0).tolist(), separators=(",", ":"))

"""Rows of the open views as GeoJSON (RFC 7946)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from smart7 import queries, store

# How the rows of a view are drawn, and the columns that hold the place.
SHAPES: Final = {
    "routes": "line", "stops": "point", "stations": "point", "places": "point", "points": "point",
    "outlines": "outline",
}  # fmt: skip
PLACE: Final = {"point": ("lat", "lon"), "outline": ("geometry",), "line": ()}
Lines = Mapping[tuple[str, str], Any]


def lines(snapshot: str, seconds: float) -> Lines:
    """Return the lines of each route that may leave, by feed and route."""
    _, rows = store.fetch(snapshot, queries.get("open/lines").sql, {}, seconds)
    return {(feed, route): json.loads(drawn) for feed, route, drawn in rows}


def features(
    view: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]], drawn: Lines
) -> Iterator[dict[str, object]]:
    """Yield rows as features; one whose place nobody knows has no geometry."""
    shape = SHAPES[view]
    for row in rows:
        record = dict(zip(names, row, strict=True))
        kept = {name: value for name, value in record.items() if name not in PLACE[shape]}
        yield {"type": "Feature", "geometry": geometry(shape, record, drawn), "properties": kept}


def geometry(shape: str, record: Mapping[str, Any], drawn: Lines) -> object:
    """Return the geometry of a row, None where it has none."""
    if shape == "outline":
        return json.loads(record["geometry"])
    if shape == "line":
        found = drawn.get((record["feed_id"], record["route_id"]))
        return {"type": "MultiLineString", "coordinates": found} if found else None
    if record["lat"] is None or record["lon"] is None:
        return None
    return {"type": "Point", "coordinates": [record["lon"], record["lat"]]}

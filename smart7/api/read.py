"""Ask the snapshot for one page of rows and write them as JSON, CSV or GeoJSON."""

import csv
import io
import json
import math
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from smart7 import store
from smart7.api import ids
from smart7.api.asked import FURTHEST, Asked
from smart7.packs import geo, tables

SECONDS: Final = 5.0


def sql_of(asked: Asked) -> tuple[str, str, dict[str, object]]:
    """Return the SELECT of a page, the one that counts all rows, and their parameters.

    Only names that are declared in `resources.py` are written into the text; values are parameters.
    """
    conditions, values = ["true"], dict[str, object]()
    for name, value in asked.values:
        filter_ = asked.resource.filters[name]
        mark = f"v_{name}"
        values[mark] = list(value) if isinstance(value, tuple) else value
        if filter_.kind == "known":
            conditions.append(f"known_from <= ${mark} and (known_to is null or known_to > ${mark})")
        elif isinstance(value, tuple):
            conditions.append(f"{filter_.column} = any(${mark})")
        else:
            conditions.append(f"{filter_.column} {filter_.operator} ${mark}")
    rows = f"from open.{asked.resource.name} where {' and '.join(conditions)}"
    order = ", ".join(asked.resource.order)
    return (
        f"select * {rows} order by {order} limit {asked.limit} offset {asked.offset}",
        f"select count(*) {rows}",
        values,
    )  # noqa: S608


def page(snapshot: str, asked: Asked) -> bytes:
    """Return one page of rows in the form asked for; raises `store.TooSlow`, and `Problem` for an unknown id."""
    ids.check(snapshot, asked, SECONDS)
    select, count, values = sql_of(asked)
    names, rows = store.fetch(snapshot, select, values, SECONDS)
    total = asked.offset + len(rows)
    if len(rows) == asked.limit or (asked.offset and not rows):
        total = counted(snapshot, count, tuple((name, hashable(value)) for name, value in values.items()))
    if asked.form == "csv":
        return as_csv(names, rows)
    about = about_page(snapshot, asked, total)
    if asked.form == "geojson":
        lines = drawn(snapshot) if asked.resource.shape == "line" else {}
        features = list(geo.features(asked.resource.name, names, rows, lines))
        return as_json({"type": "FeatureCollection", **about, "features": features})
    return as_json({**about, "data": [dict(zip(names, row, strict=True)) for row in rows]})


@lru_cache(maxsize=512)
def counted(snapshot: str, sql: str, values: tuple[tuple[str, Any], ...]) -> int:
    """Return how many rows there are in all; asked once, as a snapshot does not change."""
    given = {name: list(value) if isinstance(value, tuple) else value for name, value in values}
    _, rows = store.fetch(snapshot, sql, given, SECONDS)
    return int(rows[0][0])


def hashable(value: object) -> object:
    """Return a value that can be a key."""
    return tuple(value) if isinstance(value, list) else value


def about_page(snapshot: str, asked: Asked, total: int) -> dict[str, object]:
    """Return what a page says of itself: snapshot, rows in all, and where the next page is."""
    following = asked.offset + asked.limit
    more = following < total and following <= FURTHEST
    return {
        "snapshot_id": snapshot,
        "as_of": as_of(snapshot),
        "total": total,
        "limit": asked.limit,
        "offset": asked.offset,
        "next": asked.address(following) if more else None,
    }


@lru_cache(maxsize=8)
def as_of(snapshot: str) -> date:
    """Return the day on which a snapshot's knowledge ends."""
    _, rows = store.fetch(snapshot, "select as_of from open.snapshot", {}, SECONDS)
    day: date = rows[0][0]
    return day


def as_json(value: object) -> bytes:
    """Return JSON; days and moments in ISO form, never a number that JSON does not know."""
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=plain, allow_nan=False)
    except ValueError:
        text = json.dumps(finite(value), ensure_ascii=False, separators=(",", ":"), default=plain)
    return text.encode()


def finite(value: object) -> object:
    """Return a value in which what is not a number is missing."""
    if isinstance(value, dict):
        return {key: finite(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [finite(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def plain(value: object) -> object:
    """Return what JSON has no kind for as text."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def as_csv(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> bytes:
    """Return rows as CSV in UTF-8 (RFC 4180); an empty cell is a missing value, and no text is a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([cell(value) for value in row] for row in rows)
    return buffer.getvalue().encode()


def cell(value: object) -> object:
    """Return a value as a cell of CSV holds it: days in ISO form, true and false in small letters, texts defused."""
    if value is None:
        return ""
    if isinstance(value, str):
        return tables.defused(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date | datetime) else value


@lru_cache(maxsize=4)
def drawn(snapshot: str) -> geo.Lines:
    """Return the lines of each route that may leave."""
    return geo.lines(snapshot, SECONDS)

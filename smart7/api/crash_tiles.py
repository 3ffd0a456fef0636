"""Accidents of one tile of the map as GeoJSON: far out together by cells, near each by itself."""

from collections.abc import Mapping
from functools import lru_cache
from json import dumps
from math import sqrt
from typing import Any, Final

from smart7 import calendar, compress, crashes, formats, queries
from smart7.i18n import Lang, parse_lang
from smart7.words import crashes as words
from smart7.words.happened import CAUSES

Asked = tuple[tuple[str, str], ...]
ASKED: Final = (*crashes.SLUGS, "lang")
SIZES: Final = (26, 54)
"""Pixels of the smallest and the largest cell."""
ALONE: Final = 18
MANY: Final = 400
"""So many accidents, or more, make the largest cell."""


@lru_cache(maxsize=600)
def body(snapshot: str, tile: tuple[int, int, int], packed: bool, asked: Asked) -> bytes:
    """Return a tile as JSON, packed with brotli or not; raises `ValueError` for a tile or a value there cannot be."""
    z, x, y = tile
    if not crashes.FARTHEST <= z <= crashes.CLOSEST or not (0 <= x < 2**z and 0 <= y < 2**z):
        raise ValueError(f"no tile {z}/{x}/{y}")
    given = dict(asked)
    rows = queries.records(snapshot, "map/crash_tile", z=z, x=x, y=y, **crashes.narrowed(given))
    lang = parse_lang(given.get("lang"))
    collection = {"type": "FeatureCollection", "features": [feature(row, lang) for row in rows]}
    made = dumps(collection, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return compress.brief(made) if packed else made


def cells(snapshot: str, asked: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return accidents together by cells for a picture on paper: lon, lat, icon, size and how many."""
    rows = queries.records(snapshot, "map/crash_cells", **crashes.narrowed(asked))
    return [
        {"lon": row["lon"], "lat": row["lat"], "icon": icon(row), "size": size(row), "points": row["points"],
         "deaths": row["deaths"] or 0}
        for row in rows
    ]  # fmt: skip


def feature(row: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """Return a mark: where, of which shape and size, and what it says when pointed at."""
    text = formats.number(row["points"], 0, lang) if row["points"] > 1 else ""
    about = {"icon": icon(row), "size": size(row), "text": text, "deaths": row["deaths"] or 0}
    about[f"name_{lang}"] = told(row, lang)
    return {
        "type": "Feature", "geometry": {"type": "Point", "coordinates": [row["lon"], row["lat"]]}, "properties": about
    }  # fmt: skip


def icon(row: dict[str, Any]) -> str:
    """Return the shape of a mark: of one accident or several, with deaths, injuries or neither."""
    if row["points"] > 1:
        return "cell-deaths" if row["deaths"] else "cell"
    return "deaths" if row["deaths"] else "injuries" if row["injuries"] else "crash"


def size(row: dict[str, Any]) -> int:
    """Return how large a mark is in pixels; its area grows with the number."""
    if row["points"] == 1:
        return ALONE
    low, high = SIZES
    return round(low + (high - low) * sqrt(min(row["points"], MANY) / MANY))


def told(row: dict[str, Any], lang: Lang) -> str:
    """Return what a mark says: how many, deaths and injuries as far as they are stated."""
    said = [one(row, lang)] if row["points"] == 1 else [words.CELL.format(lang, points=number(row["points"], lang))]
    said += [words.DIED.format(lang, count=number(row["deaths"], lang))] if row["deaths"] else []
    said += [words.HURT.format(lang, count=number(row["injuries"], lang))] if row["injuries"] else []
    if row["accuracy_m"]:
        said.append(words.OFF.format(lang, metres=number(row["accuracy_m"], lang)))
    return " · ".join(said)


def one(row: dict[str, Any], lang: Lang) -> str:
    """Return year, hour and cause of one accident; the day is left to the open data."""
    said = [words.ONE.format(lang, year=calendar.counted(row["year"], lang))]
    if row["hour"] is not None:
        said.append(words.AT.format(lang, hour=f"{row['hour']:02d}"))
    if row["cause"] in CAUSES:
        said.append(CAUSES[row["cause"]].get(lang))
    return " · ".join(said)


def number(value: float, lang: Lang) -> str:
    """Return a whole number as a language writes it."""
    return formats.number(value, 0, lang)

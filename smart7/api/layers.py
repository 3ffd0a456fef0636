"""Read-only routes beside the pages: what the layers of the map draw, per snapshot.

A browser keeps each answer for good: a snapshot never changes, and another release asks at another address.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from smart7 import compress, formats, lines, maps, queries, store, theme
from smart7.api import crash_tiles
from smart7.i18n import LANGS, Lang, parse_lang
from smart7.transit import answers, compare
from smart7.transit import settings as choices
from smart7.transit.assumptions import Incomplete
from smart7.words import crashes as crash_words
from smart7.words import travel as words

FOREVER: Final = "public, max-age=31536000, immutable"
PLACES: Final = {
    "schools": ("school", "university"),
    "hospitals": ("hospital", "health"),
    "markets": ("market",),
    "terminals": ("terminal",),
    "landmarks": ("government", "landmark", "commerce"),
    "villages": ("village",),
}
LINES: Final = {"routes": ("recorded", "imported"), "ended": ("ended",), "plan": ("planned",)}
FELT: Final = {lines.felt(name): name for name in LINES}
POINTS: Final = {"stops": ("recorded", "imported", "ended"), "stations": ("planned",)}
OUTLINES: Final = {
    "district": "district", "municipality": "municipality", "lake": "lake", "highway": "highway", "tambons": "tambon",
}  # fmt: skip
SAVED: Final = "saved"
NOTHING: Final[Mapping[str, str]] = {}
ASKED: Final = (*choices.SLUGS.values(), "to", "lang")
GROUND: Final = ("district", "municipality", "lake", "highway")
NAMES: Final = (*PLACES, *LINES, *FELT, *POINTS, *OUTLINES, "counts", "spots")


async def crash_tile(request: Request) -> Response:
    """Answer with the accidents of one tile of the map; 404 for what there is not."""
    snapshot, packed = in_service(request), takes_packed(request)
    if snapshot is None:
        return Response(status_code=404)
    tile = tuple(request.path_params[part] for part in "zxy")
    asked = tuple((key, value) for key, value in sorted(request.query_params.items()) if key in crash_tiles.ASKED)
    try:
        body = await run_in_threadpool(crash_tiles.body, snapshot, tile, packed, asked)
    except ValueError:
        return Response(status_code=404)
    return answered(body, packed)


def in_service(request: Request) -> str | None:
    """Return the snapshot that an address names, None where no page can show it or this release is no longer there."""
    snapshot, edition = (str(request.path_params[part]) for part in ("snapshot", "edition"))
    there = store.current_id() is not None and store.readable(snapshot)
    return snapshot if edition == maps.edition() and there else None


def takes_packed(request: Request) -> bool:
    """Return whether who asks can unpack brotli."""
    return "br" in compress.accepted(request.headers.get("accept-encoding", ""))


def answered(body: bytes, packed: bool, kind: str = "application/json") -> Response:
    """Return an answer that a browser keeps for good."""
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if packed:
        headers["Content-Encoding"] = "br"
    return Response(body, media_type=kind, headers=headers)


async def map_layer(request: Request) -> Response:
    """Answer with the data of one layer of the map over one snapshot; 404 for what there is not."""
    snapshot, packed, name = in_service(request), takes_packed(request), request.path_params["name"]
    if name not in (*NAMES, SAVED) or snapshot is None:
        return Response(status_code=404)
    given = sorted(request.query_params.items()) if name == SAVED else ()
    asked = tuple((key, value) for key, value in given if key in ASKED)
    try:
        body = await run_in_threadpool(layer_body, snapshot, name, packed, asked)
    except (KeyError, ValueError, Incomplete):
        return Response(status_code=404)
    return answered(body, packed)


@lru_cache(maxsize=80)
def layer_body(snapshot: str, name: str, packed: bool, asked: tuple[tuple[str, str], ...] = ()) -> bytes:
    """Return a layer's data as JSON, packed with brotli or not; `asked` are the settings of minutes saved."""
    drawn = saved(snapshot, dict(asked)) if name == SAVED else layer(snapshot, name)
    body = json.dumps(drawn, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return compress.brief(body) if packed else body


def saved(snapshot: str, asked: dict[str, str]) -> list[dict[str, Any]]:
    """Return the cells with the minutes saved to the nearest place of a kind, told in the language asked for.

    Raises `ValueError` for settings there are not, `KeyError` without a kind, `Incomplete` without a network.
    """
    settings, refused = choices.from_link(asked, compare.assumptions(snapshot))
    if refused or asked["to"] not in answers.KINDS:
        raise ValueError(refused)
    lang = parse_lang(asked.get("lang"))
    rows = answers.by_cell(compare.run(snapshot, settings), asked["to"])
    lon, lat = rows["lon"].round(5), rows["lat"].round(5)
    minutes = [rows[f"saved_{end}"].round(1) for end in ("mid", "low", "high")]
    return [
        {"lon": x, "lat": y, "saved": mid, f"name_{lang}": told(mid, low, high, lang)}
        for x, y, mid, low, high in zip(lon, lat, *minutes, strict=True)
    ]


def told(mid: float, low: float, high: float, lang: Lang) -> str:
    """Return what a cell saves or loses in words, with the range."""
    text = words.CELL if mid >= 0 else words.CELL_LOST
    ends = (low, high) if mid >= 0 else (-high, -low)
    written = [formats.number(value + 0.0, 1, lang) for value in (abs(mid), *ends)]
    return text.format(lang, mid=written[0], low=written[1], high=written[2])


def layer(snapshot: str, name: str, narrowed: Mapping[str, str] = NOTHING) -> Any:  # noqa: ANN401
    """Return what a layer draws: a list of rows, or a GeoJSON collection for outlines.

    `narrowed` says which accidents a picture shows; a browser asks for them tile by tile.
    """
    if name in OUTLINES:
        return collection(queries.run(snapshot, "map/outlines"), OUTLINES[name])
    if name in LINES:
        return [line(row) for row in routes(snapshot, name)]
    if name in FELT:
        return [named(row) | {"path": json.loads(row["plain"])} for row in routes(snapshot, FELT[name])]
    if name in POINTS:
        rows = queries.run(snapshot, "map/stops")
        unsaid = ["status", "label_th", "label_en"] + ([] if name == "stations" else ["links"])
        return list(records(rows[rows["status"].isin(POINTS[name])].drop(columns=unsaid)))
    if name == "counts":
        return list(records(queries.run(snapshot, "map/counts")))
    if name == "accidents":
        return crash_tiles.cells(snapshot, narrowed)
    if name == "spots":
        return [spot(row) for row in queries.records(snapshot, "map/spots", lang="th")]
    rows = queries.run(snapshot, "map/places")
    return list(records(rows[rows["kind"].isin(PLACES[name])].drop(columns="kind")))


def routes(snapshot: str, name: str) -> Iterable[dict[str, Any]]:
    """Return the routes of a layer; a phase lies under the whole line."""
    rows = queries.run(snapshot, "map/routes")
    return records(rows[rows["status"].isin(LINES[name]) & ~rows["is_phase"]])


def named(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return by what a thing is known."""
    return {key: row[key] for key in ("key", "name_th", "name_en")}


def spot(row: dict[str, Any]) -> dict[str, Any]:
    """Return a place where most accidents happened, with its rank as text."""
    rank, points = str(row["rank"]), row["points"]
    named = {f"name_{lang}": crash_words.SPOT_TIP.format(lang, rank=rank, points=points) for lang in LANGS}
    return {"key": row["key"], "lon": row["lon"], "lat": row["lat"], "label": rank, **named}


def records(rows: pd.DataFrame) -> Iterable[dict[str, Any]]:
    """Yield rows as dictionaries in which missing numbers are 0, as a radius that is not known is."""
    for row in rows.to_dict("records"):
        yield {str(key): 0 if value != value else value for key, value in row.items()}


def line(row: dict[str, Any]) -> dict[str, Any]:
    """Return a route with its path, how far aside each point runs, and its colours on light and on dark land.

    A feed that was handed in keeps the colours it states, as riders know its routes by them; all others have the
    colour of the number that the build gave them.
    """
    stated = row["color"] if row["status"] == "imported" else ""
    kept = named(row) | {
        "path": json.loads(row["path"]),
        "aside": [round(lane * lines.LANE, 2) for lane in json.loads(row["lanes"])],
    }
    for name, dark in (("light", False), ("dark", True)):
        kept[name] = theme.rgb(theme.of_route(stated, row["hue"], dark))
    return kept


def collection(rows: pd.DataFrame, kind: str) -> dict[str, Any]:
    """Return the outlines of a kind as a GeoJSON collection."""
    features = [
        {
            "type": "Feature", "geometry": json.loads(row["geometry"]),
            "properties": {"name_th": row["name_th"], "name_en": row["name_en"]},
        }
        for row in records(rows[rows["layer"] == kind])
    ]  # fmt: skip
    return {"type": "FeatureCollection", "features": features}

"""Names and numbers of the map: the picture that holds them, and which stand where in a tile of a band of zoom."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from json import dumps, loads
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from smart7 import compress, lines, reading, signs, theme
from smart7.api import layers
from smart7.i18n import LANGS, Lang, parse_lang
from smart7.kept import kept
from smart7.packs import signs as drawn
from smart7.packs.signs import Icon, Number
from smart7.signs import Mark, Placed
from smart7.words import map as words

Asked = tuple[tuple[str, str], ...]
ASKED: Final = ("layers", "lang")
RING: Final = "ring"
STATION: Final = 16
"""Pixels that a station takes, with the ring round one that routes of record pass."""
BESIDE: Final = 11
"""Pixels from the middle of a stop to where its name begins."""
OUT: Final = 6
"""Pixels from the end of a line to its numbers."""
APART: Final = 230.0
"""Pixels at least between two of the same numbers."""


@dataclass(frozen=True, slots=True)
class Board:
    """Every picture of a snapshot in a language, and the marks that want a place with their layers, in their order."""

    icons: tuple[Icon, ...]
    marks: tuple[tuple[str, Mark], ...]


@kept(8)
def board(snapshot: str, lang: Lang) -> Board:
    """Return what may stand on the map: first the ends of lines, then stations, interchanges, and along the lines."""
    layer = {status: name for name, statuses in layers.LINES.items() for status in statuses}
    routes = {row["key"]: row for row in reading.records(snapshot, "map/routes")}
    icons: dict[str, Icon] = {RING: drawn.of_ring(RING)}
    rows = reading.records(snapshot, "map/signs")
    told = [(row["kind"], on := layer[row["status"]], numbered(row, routes, on, lang, icons)) for row in rows]
    marks = [(on, mark) for kind, on, mark in told if kind == "end"]
    marks += [("stations", named(row, "plan", lang, icons)) for row in stations(snapshot)]
    for row in reading.records(snapshot, "map/crossings"):
        if row["status"] != "planned":
            marks += [(layer[row["status"]], mark) for mark in crossing(row, lang, icons)]
    marks += [(on, mark) for kind, on, mark in told if kind == "way"]
    return Board(tuple(icons.values()), tuple(marks))


def stations(snapshot: str) -> list[dict[str, Any]]:
    """Return the stations of the plan, those first that routes of record pass."""
    planned = [row for row in reading.records(snapshot, "map/stops") if row["status"] == "planned"]
    return sorted(planned, key=lambda row: -row["links"])


def numbered(row: dict[str, Any], routes: dict[str, Any], on: str, lang: Lang, icons: dict[str, Icon]) -> Mark:
    """Return the numbers of some routes of a layer at the end of a line or along it."""
    keys = loads(row["keys"])
    given = tuple(Number(routes[key][f"label_{lang}"], routes[key]["hue"], on) for key in keys)
    name = "n." + ".".join(key.removeprefix("route.") for key in keys)
    icon = icons.setdefault(name, drawn.of_numbers(name, given))
    at = outside(row["east"], row["north"], icon) if row["kind"] == "end" else ((0.0, 0.0),)
    said = routes[keys[0]][f"name_{lang}"]
    if len(keys) > 1:
        said = words.TOGETHER.format(lang, routes=", ".join(number.label for number in given))
    about = {f"name_{lang}": said} | ({"key": keys[0]} if len(keys) == 1 else {})
    return Mark(name, row["lon"], row["lat"], icon.width, icon.height, at, family=name, apart=APART, about=about)


def outside(east: float, north: float, icon: Icon) -> tuple[signs.Spot, ...]:
    """Return where numbers may stand past the end of a line that comes from the other side, the best first."""
    across, down = icon.width / 2 + OUT, icon.height / 2 + OUT
    ahead = (across * east, -down * north)
    aside = [(across, 0.0), (-across, 0.0), (0.0, down), (0.0, -down)]
    return ahead, *sorted(aside, key=lambda spot: -(spot[0] * east - spot[1] * north))[:3]


def named(row: dict[str, Any], colour: str, lang: Lang, icons: dict[str, Icon], waits: str = "") -> Mark:
    """Return the name of a stop or a station, which stands beside it."""
    said = row.get(f"label_{lang}") or row[f"name_{lang}"]
    icon = icons.setdefault(row["key"], drawn.of_name(row["key"], said, colour))
    right, down = BESIDE + icon.width / 2, icon.height / 2
    level = ((right, 0.0), (-right, 0.0))
    raised = tuple((x, y) for y in (-down, down) for x, _ in level)
    centred = ((0.0, -BESIDE - down), (0.0, BESIDE + down))
    about = {"key": row["key"], f"name_{lang}": said}
    return Mark(
        row["key"],
        row["lon"],
        row["lat"],
        icon.width,
        icon.height,
        (*level, *raised, *centred),
        waits=waits,
        about=about,
    )


def crossing(row: dict[str, Any], lang: Lang, icons: dict[str, Icon]) -> tuple[Mark, Mark]:
    """Return the ring of an interchange and its name, which stands only where the ring does."""
    said = words.CROSSING.format(lang, name=row[f"name_{lang}"], routes=row["routes"])
    name = named(row, "place", lang, icons, waits=f"ring.{row['key']}")
    about = {"key": row["key"], f"name_{lang}": said}
    ring = Mark(f"ring.{row['key']}", row["lon"], row["lat"], drawn.RING, drawn.RING, picture=RING, about=about)
    return ring, name


@kept(40)
def standing(snapshot: str, shown: tuple[str, ...], lang: Lang) -> dict[int, list[Placed]]:
    """Return what stands where in each band of zoom, for some layers together; no name lies on a station or symbol."""
    marks = [mark for layer, mark in board(snapshot, lang).marks if layer in shown]
    kinds = {kind for name in lines.BARRED if name in shown for kind in layers.PLACES[name]}
    discs = [row for row in reading.records(snapshot, "map/places") if row["kind"] in kinds]
    discs += stations(snapshot) if "stations" in shown else []
    return signs.bands(marks, [Mark(row["key"], row["lon"], row["lat"], STATION, STATION) for row in discs])


async def tile(request: Request) -> Response:
    """Answer with the names and numbers of one tile; 404 for what there is not."""
    snapshot, packed = layers.in_service(request), layers.takes_packed(request)
    if snapshot is None:
        return Response(status_code=404)
    at = tuple(request.path_params[part] for part in "zxy")
    asked = tuple((key, value) for key, value in sorted(request.query_params.items()) if key in ASKED)
    try:
        made = await run_in_threadpool(body, snapshot, at, packed, asked)
    except ValueError:
        return Response(status_code=404)
    return layers.answered(made, packed)


async def sheet(request: Request) -> Response:
    """Answer with the picture of all names and numbers, or without a theme with where each lies in it; 404 else."""
    snapshot, packed = layers.in_service(request), layers.takes_packed(request)
    lang, look = request.path_params["lang"], request.path_params.get("theme")
    if snapshot is None or lang not in LANGS or look not in (None, "light", "dark"):
        return Response(status_code=404)
    if look is None:
        return layers.answered(await run_in_threadpool(mapping, snapshot, lang, packed), packed)
    made = await run_in_threadpool(picture, snapshot, lang, look == "dark", packed)
    return layers.answered(made, packed, kind="image/svg+xml")


def on_paper(snapshot: str, shown: Sequence[str], lang: Lang, zoom: float) -> list[tuple[Placed, Icon]]:
    """Return what stands where on a map of a zoom, with its picture; nothing where the map is too far away."""
    icons = {icon.name: icon for icon in board(snapshot, lang).icons}
    there = standing(snapshot, lines.told(shown), lang)
    return [(one, icons[one.mark.shows]) for one in there.get(signs.band(zoom), ())]


@lru_cache(maxsize=400)
def body(snapshot: str, tile: tuple[int, int, int], packed: bool, asked: Asked) -> bytes:
    """Return a tile as JSON, packed with brotli or not; raises `ValueError` for one there cannot be."""
    z, x, y = tile
    given = dict(asked)
    shown = lines.told(given.get("layers", "").split("."))
    band = z + signs.FEWER
    if not signs.FARTHEST <= band <= signs.CLOSEST or not (0 <= x < 2**z and 0 <= y < 2**z):
        raise ValueError(f"no tile {z}/{x}/{y}")
    there = standing(snapshot, shown, parse_lang(given.get("lang")))[band]
    features = [feature(one) for one in there if within(one.mark, tile)]
    made = dumps(
        {"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")
    ).encode()
    return compress.brief(made) if packed else made


def within(mark: Mark, tile: tuple[int, int, int]) -> bool:
    """Return whether a mark belongs to a tile."""
    z, x, y = tile
    across, down = (int(at / theme.TILE * 2**z) for at in signs.world(mark.lon, mark.lat))
    return (across, down) == (x, y)


def feature(one: Placed) -> dict[str, Any]:
    """Return a mark as the map takes it: where, which picture, how high, how far off its position, and what it says."""
    mark = one.mark
    about = {"icon": mark.shows, "size": mark.height, "off": [round(part, 1) for part in one.spot], **mark.about}
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [mark.lon, mark.lat]}, "properties": about}


@kept(8)
def picture(snapshot: str, lang: Lang, dark: bool, packed: bool) -> bytes:
    """Return the picture of all names and numbers as SVG."""
    made = drawn.picture(board(snapshot, lang).icons, dark)
    return compress.brief(made) if packed else made


@kept(8)
def mapping(snapshot: str, lang: Lang, packed: bool) -> bytes:
    """Return where each name and number lies in the picture, as JSON."""
    made = dumps(drawn.mapping(board(snapshot, lang).icons), separators=(",", ":")).encode()
    return compress.brief(made) if packed else made

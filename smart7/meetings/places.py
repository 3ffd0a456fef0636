"""Slides of places: the map with its layers, and what the planned light rail would change of travel times."""

import json
from functools import partial
from typing import Any, Final

import pandas as pd

from smart7 import figures, formats, theme
from smart7.charts import ground
from smart7.i18n import Lang
from smart7.meetings import chosen
from smart7.meetings.agenda import Item
from smart7.meetings.made import Made
from smart7.meetings.room import Lost, Room
from smart7.meetings.slide import Chart, Notes, Shown, Table
from smart7.transit import answers, compare
from smart7.transit.assumptions import Incomplete
from smart7.words import common
from smart7.words import map as map_words
from smart7.words import meetings as kinds
from smart7.words import slides as words

OPENS_WITH: Final = ("routes", "plan", "stations", "hospitals")
BASE: Final = ("district", "municipality", "lake", "highway")
OUTLINES: Final[dict[str, tuple[str, ...]]] = {**{name: (name,) for name in BASE}, "tambons": ("tambon",)}
LINES: Final = {"routes": ("recorded", "imported"), "ended": ("ended",), "plan": ("planned",)}
STOPS: Final = {"stops": ("recorded", "imported", "ended"), "stations": ("planned",), "walk": ("planned",)}
Mark = tuple[Any, ...]
PLACES: Final = {
    "schools": ("school", "university"), "hospitals": ("hospital", "health"), "markets": ("market",),
    "terminals": ("terminal",), "landmarks": ("government", "landmark", "commerce"), "villages": ("village",),
}  # fmt: skip
HAPPENED: Final = {"accidents": "map/crash_cells", "spots": "map/spots"}
COUNTED: Final = {"schools": "school", "hospitals": "hospital", "markets": "market", "terminals": "terminal"}
SOURCES_MOST: Final = 5
WITHIN_M: Final = 500
MINUTES: Final = 30
SIZE: Final = 620


def chart_of_map(room: Room, item: Item) -> Made:
    """Return the map with its layers and what is chosen on it.

    The headline tells of what is chosen, else counts places near a planned station where both are shown.
    """
    listed_layers, _, key = item.subject.partition("~")
    wanted = [name for name in listed_layers.split(".") if name and name != "none"]
    wanted = wanted if listed_layers else list(OPENS_WITH)
    for name in wanted:
        if name not in map_words.LAYERS:
            raise Lost(words.NOT_THERE, value=name)
    names = {name: room.say(map_words.LAYERS[name]) for name in map_words.LAYERS}
    layers = {name: layer(room, name) for name in dict.fromkeys((*BASE, *wanted)) if known(name)}
    listed = ", ".join(names[name] for name in wanted) or room.say(map_words.NO_LAYERS)
    shown, said, mark, source, network = about(room, wanted, key, listed)
    drawing = partial(drawn, {name: rows for name, rows in layers.items() if rows}, names, room.lang, mark)
    alt = room.say(words.MAP_ALT, layers=listed, headline=said)
    picture = Chart("map", {}, pd.DataFrame(), drawing, listed, "", 0, alt)
    notes = Notes(f"{said}\n{listed}", room.say(words.METHOD_MAP), (room.say(words.ASKED["plan"]),))
    line = room.say(common.SOURCES, sources="; ".join(credited(room, wanted, source)))
    drill = f"/map?layers={'.'.join(wanted) or 'none'}" + (f"&pick={key}" if key else "")
    return Made(said, listed, picture, shown, notes, drill, source=line, caption=listed,
                kicker=network or room.say(kinds.KINDS["map"]))  # fmt: skip


def credited(room: Room, wanted: list[str], first: str) -> list[str]:
    """Return the sources of what a map shows, what is chosen first, the ground last."""
    held = OUTLINES | LINES | STOPS | PLACES | {"counts": ("count",), **dict.fromkeys(HAPPENED, ("accident",))}
    kinds = [kind for name in (*wanted, *BASE) for kind in held[name]]
    by_kind: dict[str, list[str]] = {}
    for row in room.records("map/drawn_from"):
        by_kind.setdefault(row["what"], []).append(row["source"])
    every = [source for kind in kinds for source in by_kind.get(kind, ())]
    return [source for source in dict.fromkeys((first, *every)) if source][:SOURCES_MOST]


def about(room: Room, wanted: list[str], key: str, listed: str) -> tuple[tuple[Shown, ...], str, Mark, str, str]:
    """Return figures, headline, what is drawn over the map, source and network of what a map is about."""
    if not key:
        shown = near(room, wanted)
        return shown, said_near(room, wanted, shown) or room.say(words.MAP_ONLY, layers=listed), (), "", ""
    found, row = chosen.thing(room, key)
    routes = room.records("map/routes") if found.kind in chosen.ROUTES else []
    paths = {route["key"]: json.loads(route["path"]) for route in routes}
    shown = chosen.of(room, found)
    mark = chosen.mark(found, row, paths)
    source = found.source or (shown[0].source if shown else "")
    return shown, chosen.headline(room, found, shown), mark, source, found.network


def drawn(layers: dict[str, Any], names: dict[str, str], lang: Lang, mark: Mark) -> dict[str, Any]:
    """Return the specification of the map, small enough for a slide."""
    return ground.picture(layers, names, lang, mark) | {"width": SIZE, "height": SIZE}


def known(name: str) -> bool:
    """Return whether a layer has anything to draw on paper."""
    return any(name in layers for layers in (OUTLINES, LINES, STOPS, PLACES, HAPPENED, ("counts",)))


def layer(room: Room, name: str) -> Any:  # noqa: ANN401
    """Return what a layer draws: a list of rows, or a GeoJSON collection for outlines."""
    if name in OUTLINES:
        rows = room.rows("map/outlines")
        return collection(rows[rows["layer"].isin(OUTLINES[name])])
    if name in LINES:
        rows = room.rows("map/routes")
        return [line(row) for row in figures.records(rows[rows["status"].isin(LINES[name]) & ~rows["is_phase"]])]
    if name in STOPS:
        rows = room.rows("map/stops")
        return figures.records(rows[rows["status"].isin(STOPS[name])])
    if name == "counts":
        return room.records("map/counts")
    if name in HAPPENED:
        every = {"year": 0, "hours": "", "cause": ""} if name == "accidents" else {}
        return room.records(HAPPENED[name], **every)
    rows = room.rows("map/places")
    return figures.records(rows[rows["kind"].isin(PLACES[name])])


def collection(rows: pd.DataFrame) -> dict[str, Any]:
    """Return outlines as a GeoJSON collection, None-like when there are none."""
    features = [{"type": "Feature", "geometry": json.loads(text), "properties": {}} for text in rows["geometry"]]
    return {"type": "FeatureCollection", "features": features} if features else {}


def line(row: dict[str, Any]) -> dict[str, Any]:
    """Return a route with its path as points and the colour it has on the map as numbers."""
    stated = row["color"] if row["status"] == "imported" else ""
    return {"path": json.loads(row["path"]), "color": theme.rgb(theme.of_route(stated, row["hue"]))}


def near(room: Room, chosen: list[str]) -> tuple[Shown, ...]:
    """Return how many places of each kind on the map lie near a planned station."""
    if "stations" not in chosen:
        return ()
    rows = room.rows("map/reach")
    rows = rows[(rows["feed_id"] == "lrt_plan") & (rows["within_m"] == WITHIN_M)]
    # How often it would run does not matter to where a station lies.
    rows = rows[rows["headway_max"] == rows["headway_max"].max()]
    by_kind = {row["kind"]: row for row in figures.records(rows)}
    return tuple(near_figure(room, by_kind[COUNTED[name]]) for name in chosen if COUNTED.get(name) in by_kind)


def near_figure(room: Room, row: dict[str, Any]) -> Shown:
    """Return how many places of a kind lie near a planned station as a figure."""
    kind = room.say(words.PLACES[row["kind"]])
    written = f"{formats.number(row['reached'], 0, room.lang)}/{formats.number(row['places'], 0, room.lang)}"
    return Shown(
        key=f"reach/lrt_plan/{row['kind']}:{WITHIN_M}", name=kind, value=float(row["reached"]), shown=written,
        measure=kind, decimals=0, unit=row["title"], period="", quality="modelled",
        quality_name=room.quality("modelled"), source="", is_sample=False,
    )  # fmt: skip


def said_near(room: Room, chosen: list[str], shown: tuple[Shown, ...]) -> str:
    """Return the headline of a map that shows stations and places, '' for another."""
    if not shown:
        return ""
    reached, _, total = shown[0].shown.partition("/")
    return room.say(words.PLACES_NEAR, kind=shown[0].name, reached=reached, total=total, metres=WITHIN_M)


def travel(room: Room, item: Item) -> Made:
    """Return how many points reach a kind of place in time, today and with the light rail as planned."""
    kind = item.subject or "hospital"
    try:
        rows = answers.within(compare.run(room.snapshot_id))
    except Incomplete:
        raise Lost(words.NO_NETWORK) from None
    own = figures.records(rows[rows["kind"] == kind])
    if not own:
        raise Lost(words.NO_NETWORK)
    said = said_within(room, kind, next((row for row in own if row["minutes"] == MINUTES), own[0]))
    shown = tuple(
        one for row in own for one in (minutes_figure(room, row, "before"), minutes_figure(room, row, "after"))
    )
    notes = Notes(said, room.say(words.METHOD_TRAVEL), (room.say(words.ASKED["plan"]), room.say(words.ASKED["source"])))
    chart = bars(room, own)
    told = room.say(words.METHOD_TRAVEL)
    return Made(said, told, chart, shown, notes, "/map?show=change", table=ranges(room, own), caption=told,
                kicker=room.say(words.TRAVEL))  # fmt: skip


def said_within(room: Room, kind: str, row: dict[str, Any]) -> str:
    """Return the headline of travel times: how many points gain, with the range; all of it modelled."""
    low, mid, high = (formats.number(row[f"gained_{end}"], 0, room.lang) for end in answers.ENDS)
    text = words.WITHIN if row["gained_mid"] > 0 else words.WITHIN_NONE
    return room.say(text, kind=room.say(words.PLACE_KINDS[kind]), minutes=row["minutes"], gained=mid, low=low,
                    high=high, cells=formats.number(row["cells"], 0, room.lang))  # fmt: skip


def minutes_figure(room: Room, row: dict[str, Any], when: str) -> Shown:
    """Return how many points are within a time, before or after, as a figure."""
    name = room.say(words.CELLS_WITHIN, minutes=row["minutes"])
    measure = words.POINTS
    return Shown(
        key=f"within/{row['kind']}/{when}:{row['minutes']}", name=name, value=float(row[f"{when}_mid"]),
        shown=formats.figure(row[f"{when}_mid"], measure, "number", 0, room.lang), measure=room.say(measure),
        decimals=0, unit=room.say(words.BEFORE_PLAN if when == "before" else words.AFTER_PLAN), period="",
        quality="modelled", quality_name=room.quality("modelled"), source="", is_sample=False,
    )  # fmt: skip


def bars(room: Room, own: list[dict[str, Any]]) -> Chart:
    """Return points within each time, today beside the plan."""
    cells = [
        {
            "label": room.say(words.MINUTES, minutes=row["minutes"]), "value": float(row[f"{when}_mid"]),
            "series": room.say(text), "is_sample": False, "measure": room.say(words.POINTS),
            "number": formats.number(row[f"{when}_mid"], 0, room.lang),
            "short": room.say(words.MINUTES, minutes=row["minutes"]),
        }
        for row in own
        for when, text in (("before", words.BEFORE_PLAN), ("after", words.AFTER_PLAN))
    ]  # fmt: skip
    rows = pd.DataFrame(cells)
    return room.chart(
        "groups x=label y=value color=series", rows, room.say(words.AFTER_PLAN), room.say(words.POINTS), 0
    )


def ranges(room: Room, own: list[dict[str, Any]]) -> Table:
    """Return the same as a table with the range of each."""
    header = ("", words.BEFORE_PLAN, words.RANGE, words.AFTER_PLAN, words.RANGE)
    rows = []
    for row in own:
        cells = [room.say(words.MINUTES, minutes=row["minutes"])]
        for when in ("before", "after"):
            low, mid, high = (formats.number(row[f"{when}_{end}"], 0, room.lang) for end in answers.ENDS)
            cells += [mid, f"{low} – {high}"]
        rows.append(tuple(cells))
    names = (room.say(words.WITHIN_TIME), *(room.say(text) for text in header[1:] if not isinstance(text, str)))
    return Table(names, tuple(rows), numbers=(1, 2, 3, 4))

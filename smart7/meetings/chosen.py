"""What is chosen on a map's slide: where it lies, and the few figures its card on the map page leads with."""

from dataclasses import dataclass
from typing import Any, Final

from smart7 import formats
from smart7.i18n import Text
from smart7.meetings.room import Lost, Room
from smart7.meetings.slide import Shown
from smart7.transit import network
from smart7.words import map as words
from smart7.words import slides

ROUTES: Final = ("route", "planned")
STOPS: Final = ("stop", "station")
MOST: Final = 3
UNEVEN: Final = 1  # minutes that a mean wait may lie above half the headway
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Thing:
    """What is chosen: its key and kind, what it is called, the network it is of, and the source of that."""

    key: str
    kind: str
    item_id: str
    feed_id: str
    name: str
    network: str
    status: str
    source: str


def thing(room: Room, key: str) -> tuple[Thing, Row]:
    """Return what has a key, and its row; raises `Lost` when the snapshot does not know it."""
    row = next((row for row in room.records("map/search") if row["key"] == key), None)
    if row is None:
        raise Lost(slides.NOT_THERE, value=key)
    feeds = {feed["feed_id"]: feed for feed in room.records("map/feeds")}
    feed = feeds.get(row["feed_id"], {})
    found = Thing(key, row["kind"], row["item_id"], row["feed_id"], row["name"], str(feed.get("title") or ""),
                  str(feed.get("status") or ""), str(feed.get("source") or ""))  # fmt: skip
    return found, row


def mark(found: Thing, row: Row, paths: dict[str, list[Any]]) -> tuple[Any, ...]:
    """Return how a thing is drawn over the map, nothing where it is not known where it lies."""
    if found.kind in ROUTES:
        return ("path", paths[found.key]) if found.key in paths else ()
    return ("point", row["west"], row["south"]) if row["west"] is not None else ()


def headline(room: Room, found: Thing, shown: tuple[Shown, ...]) -> str:
    """Return what is chosen with the first of its figures."""
    kind = room.say(words.KINDS[found.kind])
    if not shown:
        return room.say(slides.CHOSEN_ONLY, kind=kind, name=found.name)
    # Stops near a place may be of a network that does not run.
    what = " · ".join(part for part in (shown[0].name, shown[0].unit if not found.feed_id else "") if part)
    return room.say(slides.CHOSEN, kind=kind, name=found.name, what=what, shown=shown[0].shown)


def of(room: Room, found: Thing) -> tuple[Shown, ...]:
    """Return the figures of a thing's card."""
    if found.kind in ROUTES:
        return route(room, found)[:MOST]
    if found.kind in STOPS:
        return stop(room, found)[:MOST]
    return counted(room, found) if found.kind == "count" else near(room, found)[:MOST]


def route(room: Room, found: Thing) -> tuple[Shown, ...]:
    """Return what a route runs on a weekday: how often, how long, how many stops; the worse direction counts."""
    rows = room.records("map/route", feed=found.feed_id, route=found.item_id)
    weekday = [row for row in rows if row["day_type"] == "weekday"]
    if not weekday:
        return ()
    often = max((row["mean_headway_min"] for row in weekday if row["mean_headway_min"] is not None), default=None)
    waits = [row["mean_wait_min"] for row in weekday if row["mean_wait_min"] is not None]
    # A long gap makes the mean headway fit nobody: then it does not stand alone.
    wait = max(waits, default=None) if often and max(waits, default=0) > often / 2 + UNEVEN else None
    cells = (
        (words.HEADWAY, often, words.EVERY, "minutes", 0),
        (words.WAIT, wait, words.WAIT_MINUTES, "wait", 0),
        (words.LENGTH, weekday[0]["length_km"], words.KM, "km", 1),
        (words.STOPS, weekday[0]["stops"], slides.COUNT_STOPS, "count", 0),
    )
    return tuple(one(room, found, *cell) for cell in cells if cell[1] is not None)


def stop(room: Room, found: Thing) -> tuple[Shown, ...]:
    """Return how many routes call at a stop, and how often the one that comes most often."""
    rows = room.records("map/stop", feed=found.feed_id, stop=found.item_id)
    routes = [row for row in rows if row["route_key"]]
    often = min((row["headway_min"] for row in routes if row["headway_min"] is not None), default=None)
    cells: list[tuple[Text, float | None, Text, str, int]] = [
        (words.ROUTES_HERE, len({row["route_key"] for row in routes}), slides.COUNT_ROUTES, "count", 0),
        (words.HEADWAY, often, words.EVERY, "minutes", 0),
    ]
    return tuple(one(room, found, *cell) for cell in cells if cell[1] is not None)


def near(room: Room, found: Thing) -> tuple[Shown, ...]:
    """Return how many stops of each network lie within a walk of a place."""
    rows = [row for row in room.records("map/place", place=found.item_id) if row["stop"]]
    return tuple(
        one(room, found, words.NEAR_STOPS, len([row for row in rows if row["feed"] == feed]), slides.COUNT_STOPS,
            "count", 0, unit=feed, source=rows[0]["source"] or "")
        for feed in dict.fromkeys(row["feed"] for row in rows)
    )  # fmt: skip


def counted(room: Room, found: Thing) -> tuple[Shown, ...]:
    """Return how many vehicles were counted at a point; nobody published it officially."""
    row = room.records("map/count", count=found.item_id)[0]
    return (one(room, found, words.KINDS["count"], row["vehicles"], words.COUNTED, "vehicles", 0,
                source=row["source"] or "", quality="reported"),)  # fmt: skip


def one(
    room: Room, found: Thing, name: Text, value: float | None, said: Text, part: str, decimals: int, *,
    unit: str = "", source: str = "", quality: str = "",
) -> Shown:  # fmt: skip
    """Return one figure of what is chosen; how a network runs is assumed here, unless it was handed in."""
    own = quality or (network.quality(found.status) if found.feed_id else "modelled")
    return Shown(
        key=f"{found.key}/{unit or found.network}/{part}", name=room.say(name),
        value=None if value is None else float(value),
        shown=room.say(said, **{part: formats.number(value, decimals, room.lang)}), measure="", decimals=decimals,
        unit=unit, period="", quality=own, quality_name=room.quality(own),
        source=source or found.source, is_sample=False,
    )  # fmt: skip

"""The card of what is chosen on the map: a route, a stop or station, a place, a point where traffic was counted."""

from typing import Any

import streamlit as st

from smart7 import charts, formats, queries
from smart7.components import data, frame, link, panels
from smart7.components.frame import View
from smart7.components.markup import link as anchor
from smart7.components.markup import more, table, tag, wrap
from smart7.i18n import Lang, Text
from smart7.words import common
from smart7.words import map as words
from smart7.words.units import CONFIDENCE

Fact = tuple[Text, str]


def show(thing: dict[str, Any] | None, feeds: dict[str, dict[str, Any]], view: View) -> None:
    """Draw the card of a thing, or say how to choose one."""
    if thing is None:
        frame.html(tag("p", view.say(words.NOTHING_CHOSEN), "s7-note"))
        return
    feed = feeds.get(thing["feed_id"])
    kind = thing["kind"]
    if kind in ("route", "planned"):
        frame.html(card(thing, route(thing, view), feed, view))
        hours(thing["feed_id"], view, route=thing["item_id"])
        frame.html(reached(thing["feed_id"], view, route=thing["item_id"]))
    elif kind in ("stop", "station"):
        frame.html(card(thing, stop(thing, view), feed, view))
        hours(thing["feed_id"], view, stop=thing["item_id"])
        frame.html(reached(thing["feed_id"], view, stop=thing["item_id"]))
    elif kind == "count":
        frame.html(card(thing, counted(thing, view), None, view))
    else:
        row = data.records("map/place", place=thing["item_id"], lang=view.lang)[0]
        facts = [*position(row, view), (common.NOTE, row["note"] or "")]
        frame.html(card(thing, facts, None, view) + near_stops(thing, view))


def card(thing: dict[str, Any], facts: list[Fact], feed: dict[str, Any] | None, view: View) -> str:
    """Return a card: name, kind, facts, and where they come from."""
    title = tag("h2", thing["name"]) + tag("p", f"{view.say(words.KINDS[thing['kind']])} · {thing['other_name']}")
    pairs = "".join(tag("dt", view.say(label)) + tag("dd", said) for label, said in facts if said)
    foot = ""
    if feed is not None:
        status = view.say(words.STATUS[feed["status"]])
        pairs += tag("dt", view.say(words.TODAY)) + tag("dd", status)
        pairs += tag("dt", view.say(words.NETWORK)) + tag("dd", feed["title"])
        if feed["source"]:
            pairs += tag("dt", view.say(common.SOURCE)) + tag("dd", feed["source"])
        mark = panels.quality_mark("estimated" if feed["status"] != "imported" else "submitted", view)
        assumed = tag("span", f" {view.say(words.ASSUMED)}") if feed["status"] != "imported" else ""
        foot = wrap("p", mark + assumed, "s7-note")
    css = "s7-card" + (" s7-planned" if feed and feed["status"] == "planned" else "")
    return wrap("article", title + wrap("dl", pairs) + foot, css, aria_label=thing["name"])


def route(thing: dict[str, Any], view: View) -> list[Fact]:
    """Return what a route runs on a weekday, direction by direction."""
    rows = data.records("map/route", feed=thing["feed_id"], route=thing["item_id"], lang=view.lang)
    weekday = [row for row in rows if row["day_type"] == "weekday"] or rows
    if not weekday:
        return [(words.HEADWAY, view.say(words.NO_SERVICE))]
    first = weekday[0]
    fare = (
        view.say(words.BAHT, fare=number(first["fare_baht"], view))
        if first["fare_baht"]
        else view.say(words.FARE_UNKNOWN)
    )
    facts: list[Fact] = [(words.OPERATOR, first["operator"] or formats.MISSING), (words.FARE, fare)]
    for row in weekday:
        towards = view.say(words.TOWARDS, headsign=row["headsign"]) + ": " if row["headsign"] else ""
        every = view.say(
            words.EVERY_WORST,
            minutes=number(row["mean_headway_min"], view),
            worst=number(row["worst_headway_min"], view),
        )
        facts.append((words.HEADWAY, f"{towards}{every}"))
        facts.append(
            (
                words.SPAN,
                span(row, view),
            )
        )
    facts += [
        (words.LENGTH, view.say(words.KM, km=number(first["length_km"], view, 1))),
        (words.STOPS, number(first["stops"], view)),
        (words.SPEED, view.say(words.KMH, speed=number(first["speed_kmh"], view))),
        (words.VEHICLES, number(sum(row["peak_vehicles"] for row in weekday), view)),
    ]
    return facts


def span(row: dict[str, Any], view: View) -> str:
    """Return when the first and the last trip leave, and how many there are."""
    hours = f"{clock(row['first_s'])}–{clock(row['last_s'])}"
    return f"{hours} · {view.say(words.TRIPS)} {number(row['trips'], view)}"


def number(value: float | None, view: View, decimals: int = 0) -> str:
    """Return a number as the language writes it."""
    return formats.number(value, decimals, view.lang)


def clock(seconds: float | None) -> str:
    """Return seconds of a service day as people write the hour; after midnight it starts anew."""
    if seconds is None:
        return formats.MISSING
    minutes = int(seconds) // 60
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def stop(thing: dict[str, Any], view: View) -> list[Fact]:
    """Return where a stop is and which routes call there."""
    rows = data.records("map/stop", feed=thing["feed_id"], stop=thing["item_id"], lang=view.lang)
    first = rows[0]
    headway = view.say(words.EVERY, minutes=number(first["headway_min"], view)) if first["headway_min"] else ""
    routes = ", ".join(row["route"] for row in rows if row["route"])
    return [
        (words.ROUTES_HERE, routes),
        (words.HEADWAY, headway or view.say(words.NO_SERVICE)),
        *position(first, view),
    ]


def position(row: dict[str, Any], view: View) -> list[Fact]:
    """Return how well a position is known, from whom, as of when."""
    if row["lat"] is None:
        where = view.say(words.POSITION_UNKNOWN)
    elif row["accuracy_m"]:
        where = view.say(words.WITHIN, metres=number(row["accuracy_m"], view))
    else:
        where = view.say(words.POSITION_UNSAID)
    sure = view.say(CONFIDENCE[row["confidence"]]) if row["confidence"] else ""
    return [
        (words.POSITION, " · ".join(part for part in (where, sure) if part)),
        (common.SOURCE, row["source"] or ""),
        (words.AS_OF, data.day_words(row["as_of"], view.lang)),
    ]


def near_stops(thing: dict[str, Any], view: View) -> str:
    """Return the stops within 800 m of a place, network by network."""
    rows = [row for row in data.records("map/place", place=thing["item_id"], lang=view.lang) if row["stop"]]
    listed = [
        tag("h4", feed) + wrap("ul", "".join(near_stop(row, view) for row in rows if row["feed"] == feed), "s7-list")
        for feed in dict.fromkeys(row["feed"] for row in rows)
    ]
    body = "".join(listed) or tag("p", view.say(words.NEAR_NONE), "s7-note")
    return frame.heading(view.say(words.NEAR_STOPS), 3) + body


def near_stop(row: dict[str, Any], view: View) -> str:
    """Return a stop near a place: how far and how often."""
    often = view.say(words.NO_SERVICE)
    if row["headway_min"]:
        often = view.say(words.EVERY, minutes=number(row["headway_min"], view))
    name = anchor(row["stop"], link.address("map", pick=row["stop_key"]))
    return wrap("li", name + tag("span", f" {metres(row['distance_m'], view)} · {often}"))


def metres(distance: float, view: View) -> str:
    """Return a distance in metres."""
    return view.say(words.METRES, metres=number(distance, view))


def counted(thing: dict[str, Any], view: View) -> list[Fact]:
    """Return what was counted at a point of the road network."""
    row = data.records("map/count", count=thing["item_id"], lang=view.lang)[0]
    return [
        (common.VALUE, view.say(words.COUNTED, vehicles=number(row["vehicles"], view))),
        (common.SOURCE, row["source"]),
        (words.AS_OF, data.day_words(row["as_of"], view.lang)),
        (common.NOTE, row["note"] or ""),
    ]


def hours(feed: str, view: View, route: str = "", stop: str = "") -> None:
    """Draw departures by hour of a weekday."""
    query = queries.get("map/hours")
    rows = data.rows(query.name, feed=feed, route=route, stop=stop)
    if rows.empty or query.title is None:
        return
    title = query.title.get(view.lang)
    frame.html(frame.heading(title, 3))
    spec = hours_chart(data.snapshot(), feed, route, stop, view.lang, view.dark)
    st.vega_lite_chart(spec, theme=None, width="stretch", alt=panels.alternative(title, rows, view))
    names = [view.say(words.HOUR), view.say(words.TRIPS), view.say(words.HEADWAY)]
    body = [
        [
            f"{row['label']}:00",
            number(row["trips"], view),
            number(row["mean_headway_min"], view),
        ]
        for row in data.records(query.name, feed=feed, route=route, stop=stop)
    ]
    frame.html(more(view.say(words.HOURS_TABLE), table(names, body, caption=title, numbers=(1, 2))))


@st.cache_data(max_entries=200, show_spinner=False)
def hours_chart(snapshot: str, feed: str, route: str, stop: str, lang: Lang, dark: bool) -> charts.Spec:
    """Return the chart of departures by hour, built once for all who look at the same."""
    rows = data.rows_of(snapshot, "map/hours", (("feed", feed), ("route", route), ("stop", stop)))
    written = [formats.number(trips, 0, lang) for trips in rows["trips"]]
    return charts.build(queries.get("map/hours").chart, rows.assign(shown=written), lang, dark)


def reached(feed: str, view: View, route: str = "", stop: str = "") -> str:
    """Return the schools, hospitals, markets and terminals near a stop or along a route."""
    rows = data.records("map/reached", feed=feed, route=route, stop=stop, lang=view.lang)
    items = [
        wrap(
            "li",
            anchor(row["name"], link.address("map", pick=row["key"]))
            + tag("span", f" {view.say(words.KINDS[row['kind']])} · {metres(row['distance_m'], view)}"),
        )
        for row in rows
    ]
    listed = wrap("ul", "".join(items), "s7-list") if items else tag("p", view.say(words.REACHES_NONE), "s7-note")
    return frame.heading(view.say(words.REACHES), 3) + listed

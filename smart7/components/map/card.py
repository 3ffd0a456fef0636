"""The card of what is chosen on the map: a route, a stop or station, a place, a point where traffic was counted."""

from typing import Any, Final

import streamlit as st

from smart7 import charts, formats, queries, reading
from smart7.components import data, frame, link
from smart7.components.map import crashes
from smart7.components.map.tables import of_feed
from smart7.i18n import Lang, Text
from smart7.markup import panels
from smart7.markup.pieces import heading, more, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.markup.strip import clock
from smart7.transit import network
from smart7.transit.answers import KINDS
from smart7.view import View
from smart7.words import common, vehicles
from smart7.words import map as words
from smart7.words import strip as strip_words
from smart7.words.units import CONFIDENCE

Fact = tuple[Text, str]
BUS: Final = 3


ASKED_BY: dict[str, str] = {"route": "route", "planned": "route", "stop": "stop", "station": "stop"}
"""By which parameter of a query a kind of thing is asked for."""


def show(thing: dict[str, Any], feeds: dict[str, dict[str, Any]], view: View) -> None:
    """Draw the card of a thing."""
    feed = feeds.get(thing["feed_id"])
    asked_by = ASKED_BY.get(thing["kind"])
    if asked_by is not None:
        facts = route(thing, view) if asked_by == "route" else stop(thing, view)
        frame.html(card(thing, facts, feed, view) + (to_strip(thing, view) if asked_by == "route" else ""))
    elif thing["kind"] == "spot":
        frame.html(card(thing, crashes.facts(thing["key"], view), None, view) + crashes.rule(view))
    elif thing["kind"] == "count":
        frame.html(card(thing, counted(thing, view), None, view))
    else:
        row = data.records("map/place", place=thing["item_id"], lang=view.lang)[0]
        facts = [*position(row, view), (common.NOTE, row["note"] or "")]
        frame.html(card(thing, facts, None, view) + to_change(thing["kind"], view) + near_stops(thing, view))


def to_strip(thing: dict[str, Any], view: View) -> str:
    """Return the way to a route's stops in order."""
    there = link.address("map", show="line", pick=thing["key"])
    return wrap("p", anchor(view.say(strip_words.ALL_STOPS), there), "s7-line")


def show_service(thing: dict[str, Any] | None, feeds: dict[str, dict[str, Any]], view: View) -> None:
    """Draw departures by hour of a route or stop beside what lies near it."""
    if thing is None or thing["kind"] not in ASKED_BY:
        return
    asked = {"route": "", "stop": "", ASKED_BY[thing["kind"]]: thing["item_id"]}
    left, right = st.columns(2, gap="medium")
    with left:
        hours(feeds[thing["feed_id"]], asked, view)
    with right:
        frame.html(reached(thing["feed_id"], asked, view))


def card(thing: dict[str, Any], facts: list[Fact], feed: dict[str, Any] | None, view: View) -> str:
    """Return a card: name, kind, facts, and where they come from."""
    other = tag("span", thing["other_name"], lang="en" if view.lang == "th" else "th")
    kind = view.say(words.KINDS[thing["kind"]])
    also = tag("span", kind) if thing["other_name"] == thing["name"] else tag("span", f"{kind} · ") + other
    title = tag("h2", thing["name"]) + wrap("p", also)
    pairs = "".join(tag("dt", view.say(label)) + tag("dd", said) for label, said in facts if said)
    foot = ""
    if feed is not None:
        status = view.say(words.STATUS[feed["status"]])
        pairs += tag("dt", view.say(words.TODAY)) + tag("dd", status)
        pairs += tag("dt", view.say(words.NETWORK)) + tag("dd", feed["title"])
        if feed["source"]:
            pairs += tag("dt", view.say(words.NETWORK_SOURCE)) + tag("dd", feed["source"])
        foot = assumed(feed, view)
    css = "s7-card" + (" s7-planned" if feed and feed["status"] == "planned" else "")
    return wrap("article", title + wrap("dl", pairs) + foot, css, aria_label=thing["name"])


def assumed(feed: dict[str, Any], view: View) -> str:
    """Return how far a network's service is assumed, each assumption with its range."""
    mark = panels.quality_mark(network.quality(feed["status"]), view)
    if feed["status"] == network.HANDED_IN:
        return wrap("p", mark, "s7-note")
    told = " ".join((view.say(words.ASSUMED), of_feed(feed["feed_id"], view)))
    return wrap("p", mark + tag("span", f" · {told}"), "s7-note")


def credit(feed: dict[str, Any], view: View) -> str:
    """Return how sure a chart of a network's service is, and which network it is of."""
    mark = panels.quality_mark(network.quality(feed["status"]), view)
    told = [feed["title"], *([] if feed["status"] == network.HANDED_IN else [view.say(words.ASSUMED)])]
    return wrap("p", mark + tag("span", " · " + " · ".join(told)), "s7-note")


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
    facts: list[Fact] = [
        # Feeds call whatever drives on a road a bus, so only what says more is shown.
        *([] if first["route_type"] == BUS else [(words.VEHICLE, view.say(vehicles.named(first["route_type"])))]),
        (words.OPERATOR, first["operator"] or formats.MISSING),
        (words.FARE, fare),
    ]
    facts += [fact for row in directions(weekday, view) for fact in service(row, view)]
    facts += [
        (words.LENGTH, view.say(words.KM, km=number(first["length_km"], view, 1))),
        (words.STOPS, number(first["stops"], view)),
        (words.SPEED, view.say(words.KMH, speed=number(first["speed_kmh"], view))),
        (words.VEHICLES, number(sum(row["peak_vehicles"] for row in weekday), view)),
    ]
    return facts


def directions(rows: list[dict[str, Any]], view: View) -> list[dict[str, Any]]:
    """Return what runs in each direction with its name, or once where both are served alike."""
    alike = {tuple(row[name] for name in ("trips", "first_s", "last_s", "mean_headway_min", "worst_headway_min",
                                                 "median_headway_min", "mean_wait_min"))
             for row in rows}  # fmt: skip
    if len(rows) > 1 and len(alike) == 1:
        return [rows[0] | {"towards": view.say(words.BOTH_WAYS)}]
    return [
        row | {"towards": view.say(words.TOWARDS, headsign=row["headsign"]) if row["headsign"] else ""} for row in rows
    ]


def service(row: dict[str, Any], view: View) -> list[Fact]:
    """Return how often a route runs in a direction, and from when to when."""
    mean, worst, median = (number(row[f"{name}_headway_min"], view) for name in ("mean", "worst", "median"))
    every = view.say(words.EVERY, minutes=mean)
    if worst != mean:
        every = view.say(words.EVERY_WORST, minutes=mean, worst=worst, median=median)
    wait = view.say(words.WAIT_MINUTES, wait=number(row["mean_wait_min"], view, 1))
    hours = f"{clock(row['first_s'])}–{clock(row['last_s'])}"
    return [
        (words.HEADWAY, ": ".join(part for part in (row["towards"], every) if part)),
        *([] if row["mean_wait_min"] is None else [(words.WAIT, wait)]),
        (words.SPAN, view.say(words.TRIPS_A_DAY, hours=hours, trips=number(row["trips"], view))),
    ]


def number(value: float | None, view: View, decimals: int = 0) -> str:
    """Return a number as the language writes it."""
    return formats.number(value, decimals, view.lang)


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
        tag("h4", feed, "s7-sub")
        + wrap("ul", "".join(near_stop(row, view) for row in rows if row["feed"] == feed), "s7-list")
        for feed in dict.fromkeys(row["feed"] for row in rows)
    ]
    body = "".join(listed) or tag("p", view.say(words.NEAR_NONE), "s7-note")
    return heading(view.say(words.NEAR_STOPS), 3) + body + tag("p", view.say(words.OFF_NOTE), "s7-note")


def near_stop(row: dict[str, Any], view: View) -> str:
    """Return a stop near a place: how far and how often."""
    often = view.say(words.NO_SERVICE)
    if row["headway_min"]:
        often = view.say(words.EVERY, minutes=number(row["headway_min"], view))
    name = anchor(row["stop"], link.address("map", pick=row["stop_key"]))
    return wrap("li", name + tag("span", f" {metres(row, view)} · {often}"))


def metres(row: dict[str, Any], view: View) -> str:
    """Return a distance in metres with how far off it may be."""
    return view.say(words.METRES_OFF, metres=number(row["distance_m"], view), slack=number(row["slack_m"], view))


def to_change(kind: str, view: View) -> str:
    """Return the way to what the plan would change for places of a kind."""
    if kind not in KINDS:
        return ""
    text = view.say(words.CHANGE_HERE, kind=view.say(words.KINDS[kind]).lower())
    to = "" if kind == KINDS[0] else kind
    return wrap("p", anchor(text, link.address("map", show="change", to=to)), "s7-line")


def counted(thing: dict[str, Any], view: View) -> list[Fact]:
    """Return what was counted at a point of the road network."""
    row = data.records("map/count", count=thing["item_id"], lang=view.lang)[0]
    return [
        (common.VALUE, view.say(words.COUNTED, vehicles=number(row["vehicles"], view))),
        (common.SOURCE, row["source"]),
        (words.AS_OF, data.day_words(row["as_of"], view.lang)),
        (common.NOTE, row["note"] or ""),
    ]


def hours(feed: dict[str, Any], asked: dict[str, str], view: View) -> None:
    """Draw departures by hour of a weekday."""
    query = queries.get("map/hours")
    rows = data.rows(query.name, feed=feed["feed_id"], **asked)
    if rows.empty or query.title is None:
        return
    title = query.title.get(view.lang)
    frame.html(heading(title, 3))
    spec = hours_chart(data.snapshot(), feed["feed_id"], tuple(asked.items()), view.lang, view.dark)
    st.vega_lite_chart(spec, theme=None, width="stretch", alt=panels.alternative(title, rows, view))
    names = [view.say(words.HOUR), view.say(words.TRIPS), view.say(words.HEADWAY)]
    body = [
        [f"{row['label']}:00", number(row["trips"], view), number(row["mean_headway_min"], view)]
        for row in data.records(query.name, feed=feed["feed_id"], **asked)
    ]
    numbers = more(view.say(words.HOURS_TABLE), table(names, body, caption=title, numbers=(1, 2)))
    frame.html(credit(feed, view) + numbers)


@st.cache_data(max_entries=200, show_spinner=False)
def hours_chart(snapshot: str, feed: str, asked: tuple[tuple[str, str], ...], lang: Lang, dark: bool) -> charts.Spec:
    """Return the chart of departures by hour, built once for all who look at the same."""
    rows = reading.rows(snapshot, "map/hours", tuple(sorted((("feed", feed), *asked))))
    written = [formats.number(trips, 0, lang) for trips in rows["trips"]]
    return charts.build(queries.get("map/hours").chart, rows.assign(shown=written), lang, dark)


def reached(feed: str, asked: dict[str, str], view: View) -> str:
    """Return the schools, hospitals, markets and terminals near a stop or along a route."""
    rows = data.records("map/reached", feed=feed, lang=view.lang, **asked)
    items = [
        wrap(
            "li",
            anchor(row["name"], link.address("map", pick=row["key"]))
            + tag("span", f" {view.say(words.KINDS[row['kind']])} · {metres(row, view)}"),
        )
        for row in rows
    ]
    listed = wrap("ul", "".join(items), "s7-list") if items else tag("p", view.say(words.REACHES_NONE), "s7-note")
    note = tag("p", view.say(words.OFF_NOTE), "s7-note") if items else ""
    return heading(view.say(words.REACHES), 3) + note + listed

"""The tables of the map page: networks, routes, reach, and the assumptions all of them rest on."""

from collections.abc import Iterable
from typing import Any

from smart7 import formats
from smart7.components import data, frame, link
from smart7.components.frame import View
from smart7.components.map_card import clock
from smart7.components.markup import link as anchor
from smart7.components.markup import more, table, tag
from smart7.words import map as words


def show(feeds: dict[str, dict[str, Any]], view: View) -> None:
    """Draw the networks side by side; routes, reach and assumptions open on demand."""
    frame.html(
        frame.heading(view.say(words.NETWORKS))
        + networks(view)
        + tag("p", view.say(words.ASSUMED), "s7-note")
        + more(view.say(words.MEASURES), "".join(routes(feed, view) for feed in feeds.values()))
        + more(view.say(words.REACH), tag("p", view.say(words.REACH_NOTE), "s7-note") + reach(view))
        + more(view.say(words.ASSUMPTIONS), assumptions(view))
    )


def number(value: float | None, view: View, decimals: int = 0) -> str:
    """Return a number as the language writes it."""
    return formats.number(value, decimals, view.lang)


def networks(view: View) -> str:
    """Return what each network runs on a weekday as a table."""
    header = [
        words.NETWORK, words.TODAY, words.YEAR, words.ROUTE, words.STOPS, words.LENGTH_KM, words.TRIPS,
        words.VEHICLE_KM, words.SERVICE_HOURS, words.VEHICLES,
    ]  # fmt: skip
    body = [
        [
            row["title"], view.say(words.STATUS[row["status"]]), str(frame.calendar_year(row["year"], view.lang)),
            *(number(row[name], view) for name in ("routes", "stops")), number(row["length_km"], view, 1),
            *(number(row[name], view) for name in ("trips", "vehicle_km", "service_hours", "peak_vehicles")),
        ]
        for row in data.records("map/networks", lang=view.lang)
    ]  # fmt: skip
    return table([view.say(name) for name in header], body, numbers=range(2, 10))


def routes(feed: dict[str, Any], view: View) -> str:
    """Return the weekday service of a feed's routes as a table."""
    header = [
        words.ROUTE, words.DIRECTION, words.SPAN, words.TRIPS, words.HEADWAY_MIN, words.WORST_MIN, words.LENGTH_KM,
        words.STOPS, words.SPEED_KMH, words.VEHICLE_KM, words.SERVICE_HOURS, words.VEHICLES,
    ]  # fmt: skip
    rows = [row for row in data.records("map/service", lang=view.lang) if row["feed_id"] == feed["feed_id"]]
    body = [
        [
            anchor(row["route"], link.address("map", pick=row["key"])), str(row["direction_id"] + 1),
            f"{clock(row['first_s'])}–{clock(row['last_s'])}", number(row["trips"], view),
            *(number(row[name], view) for name in ("mean_headway_min", "worst_headway_min")),
            number(row["length_km"], view, 1), number(row["stops"], view),
            *(number(row[name], view) for name in ("speed_kmh", "vehicle_km", "service_hours", "peak_vehicles")),
        ]
        for row in rows
    ]  # fmt: skip
    return table([view.say(name) for name in header], body, caption=feed["title"], numbers=range(3, 12)) if body else ""


def reach(view: View) -> str:
    """Return, by network, how many places of each kind lie near a stop with a service that often."""
    rows = data.records("map/reach", lang=view.lang)
    return "".join(reach_of(title, rows, view) for title in dict.fromkeys(row["title"] for row in rows))


def reach_of(title: str, rows: Iterable[dict[str, Any]], view: View) -> str:
    """Return the reach of one network as a table: a row for each kind and distance, a column for each headway."""
    mine = [row for row in rows if row["title"] == title]
    often = sorted({row["headway_max"] for row in mine})
    cells = {(row["kind"], row["within_m"], row["headway_max"]): row for row in mine}
    lines = list(dict.fromkeys((row["kind"], row["within_m"]) for row in mine))
    header = [view.say(words.PLACE), view.say(words.DISTANCE), *(view.say(words.EVERY_UP_TO, minutes=n) for n in often)]
    body = [
        [
            view.say(words.KINDS[kind]), view.say(words.METRES, metres=metres),
            *(share(cells[kind, metres, n], view) for n in often),
        ]
        for kind, metres in lines
    ]  # fmt: skip
    return table(header, body, caption=title, numbers=range(1, 2 + len(often)))


def share(row: dict[str, Any], view: View) -> str:
    """Return how many of how many places are reached."""
    return view.say(words.OF, reached=number(row["reached"], view), places=number(row["places"], view))


def assumptions(view: View) -> str:
    """Return every assumption with its range and reason."""
    header = [words.ASSUMPTION_NAME, words.ASSUMPTION, words.RANGE, words.REASON]
    body = [
        [
            row["assumption_id"].replace("_", " "), f"{written(row['value'], view)} {row['measure']}",
            f"{written(row['low'], view)}–{written(row['high'], view)}",
            row["reason"] + (f" ({row['source']})" if row["source"] else ""),
        ]
        for row in data.records("map/assumptions", lang=view.lang)
    ]  # fmt: skip
    return table([view.say(name) for name in header], body, caption=view.say(words.ASSUMPTIONS))


def written(value: float, view: View) -> str:
    """Return a number with the decimals it has, one at most."""
    return number(value, view, 0 if float(value).is_integer() else 1)

"""The tables of the map page: networks, routes, reach, and the assumptions all of them rest on."""

from collections.abc import Iterable
from typing import Any

from smart7 import formats
from smart7.components import data, frame
from smart7.components.map import legend
from smart7.i18n import Text
from smart7.kept import kept_as_sent
from smart7.markup import panels
from smart7.markup.pieces import heading, more, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.markup.strip import clock
from smart7.view import View
from smart7.words import map as words

REACHED = ("school", "hospital", "market", "terminal", "village")
"""Kinds of places whose reach is shown; a village point stands for people, who are not counted yet."""


def show(view: View) -> None:
    """Draw the networks side by side; routes, reach and assumptions open on demand."""
    frame.html(tables(data.snapshot(), view))


@kept_as_sent(40)
def tables(_snapshot: str, view: View) -> str:
    """Return all tables over the snapshot of this run, which they are kept for."""
    feeds = {row["feed_id"]: row for row in data.records("map/feeds", lang=view.lang)}
    return (
        heading(view.say(words.NETWORKS))
        + networks(view)
        + modelled(words.ASSUMED, view, legend.handed_in(feeds, view))
        + more(view.say(words.MEASURES), "".join(routes(feed, view) for feed in feeds.values()))
        + more(view.say(words.REACH), modelled(words.REACH_NOTE, view) + reach(view))
        + more(view.say(words.ASSUMPTIONS), assumptions(view))
    )


def modelled(note: Text, view: View, besides: str = "") -> str:
    """Return a note beside the mark of what is modelled, and what is not."""
    said = "".join(f" · {part}" for part in (view.say(note), besides) if part)
    return wrap("p", panels.quality_mark("modelled", view) + tag("span", said), "s7-note")


def number(value: float | None, view: View, decimals: int = 0) -> str:
    """Return a number as the language writes it."""
    return formats.number(value, decimals, view.lang)


def networks(view: View) -> str:
    """Return what each network runs on a weekday as a table."""
    header = [
        words.NETWORK, words.YEAR, words.ROUTE_COUNT, words.STOPS, words.LENGTH_KM, words.TRIPS,
        words.VEHICLE_KM, words.SERVICE_HOURS, words.VEHICLES,
    ]  # fmt: skip
    body = [
        [
            row["title"], year(row, view),
            *(number(row[name], view) for name in ("routes", "stops")), number(row["length_km"], view, 1),
            *(number(row[name], view) for name in ("trips", "vehicle_km", "service_hours", "peak_vehicles")),
        ]
        for row in data.records("map/networks", lang=view.lang)
    ]  # fmt: skip
    return table([view.say(name) for name in header], body, numbers=range(1, 9))


def year(row: dict[str, Any], view: View) -> str:
    """Return the year a network is about; that of a plan is only promised."""
    counted = str(view.counted(row["year"]))
    return view.say(words.YEAR_PLANNED, year=counted) if row["status"] == "planned" else counted


def routes(feed: dict[str, Any], view: View) -> str:
    """Return the weekday service of a feed's routes as a table that opens on demand."""
    header = [
        words.ROUTE, words.DIRECTION, words.SPAN, words.TRIPS, words.HEADWAY_MIN, words.MEDIAN_MIN, words.WORST_MIN,
        words.WAIT_MIN, words.LENGTH_KM, words.STOPS, words.SPEED_KMH, words.VEHICLE_KM, words.SERVICE_HOURS,
        words.VEHICLES,
    ]  # fmt: skip
    rows = [row for row in data.records("map/service", lang=view.lang) if row["feed_id"] == feed["feed_id"]]
    body = [
        [
            anchor(row["route"], view.address("map", pick=row["key"])), str(row["direction_id"] + 1),
            f"{clock(row['first_s'])}–{clock(row['last_s'])}", number(row["trips"], view),
            *(number(row[name], view) for name in ("mean_headway_min", "median_headway_min", "worst_headway_min")),
            number(row["mean_wait_min"], view, 1),
            number(row["length_km"], view, 1), number(row["stops"], view),
            *(number(row[name], view) for name in ("speed_kmh", "vehicle_km", "service_hours", "peak_vehicles")),
        ]
        for row in rows
    ]  # fmt: skip
    shown = table([view.say(name) for name in header], body, caption=feed["title"], numbers=range(2, 14))
    return more(feed["title"], shown) if body else ""


def reach(view: View) -> str:
    """Return, by network, how many places of each kind lie near a stop with a service that often."""
    rows = [row for row in data.records("map/reach", lang=view.lang) if row["kind"] in REACHED]
    return "".join(more(title, reach_of(title, rows, view)) for title in dict.fromkeys(row["title"] for row in rows))


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
    """Return how many of how many places are reached, and between which numbers that may lie."""
    ends = {"low": number(row["reached_low"], view), "high": number(row["reached_high"], view)}
    return view.say(words.OF, reached=number(row["reached"], view), places=number(row["places"], view), **ends)


def assumptions(view: View) -> str:
    """Return every assumption with its range and reason."""
    header = [words.ASSUMPTION_NAME, words.ASSUMPTION, words.RANGE, words.REASON]
    body = [
        [
            assumption(row, view), f"{written(row['value'], view)} {row['measure']}",
            f"{written(row['low'], view)}–{written(row['high'], view)}",
            row["reason"] + (f" ({row['source']})" if row["source"] else ""),
        ]
        for row in all_assumptions(view)
    ]  # fmt: skip
    return table([view.say(name) for name in header], body, caption=view.say(words.ASSUMPTIONS))


def assumption(row: dict[str, Any], view: View) -> str:
    """Return what an assumption is called; one this release does not know goes by its id."""
    known = words.ASSUMPTION_NAMES.get(row["assumption_id"])
    return view.say(known) if known else str(row["assumption_id"])


def all_assumptions(view: View) -> list[dict[str, Any]]:
    """Return every assumption in the order they are named in, those without a name last."""
    order = list(words.ASSUMPTION_NAMES)
    rows = data.records("map/assumptions", lang=view.lang)
    return sorted(
        rows, key=lambda row: order.index(row["assumption_id"]) if row["assumption_id"] in order else len(order)
    )


def of_feed(feed_id: str, view: View) -> str:
    """Return what is assumed of a feed, each with its range."""
    return " · ".join(
        view.say(
            words.ASSUMED_RANGE, name=assumption(row, view), measure=row["measure"],
            **{end: written(row[end], view) for end in ("value", "low", "high")},
        )
        for row in all_assumptions(view)
        if row["applies_to"] == feed_id
    )  # fmt: skip


def written(value: float, view: View) -> str:
    """Return a number with the decimals it has, one at most."""
    return number(value, view, 0 if float(value).is_integer() else 1)

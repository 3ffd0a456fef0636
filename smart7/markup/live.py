"""Vehicles now, in words: how many and how old, who comes to a stop next, and each of them as a list."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from smart7 import calendar, fleet, formats, heard
from smart7.markup import panels, strip
from smart7.markup.pieces import heading, tag, wrap
from smart7.view import View
from smart7.words import live as words

MOST: Final = 80
"""So many vehicles stand in the list; a city's whole fleet is looked at on the map, or a route at a time."""
Told = Mapping[str, Any]
Names = Mapping[str, str]
"""What stops are called, by key."""
Routes = Mapping[str, Mapping[str, Any]]


def clock(at: int) -> str:
    """Return the hour of a moment."""
    return f"{heard.local(at):%H:%M:%S}"


def since(at: int, view: View) -> str:
    """Return a moment with its day."""
    when = heard.local(at)
    return f"{calendar.format_date(when.date(), view.lang, short=True)} {when:%H:%M}"


def state(told: Told, title: str, seconds: int, view: View) -> str:
    """Return how many vehicles of a feed are on the map and how old they are, or since when it is silent."""
    if told["silent_since"] is not None:
        said = view.say(words.SILENT, title=title, since=since(told["silent_since"], view))
        return tag("p", said, "s7-note s7-silent")
    fresh = [one for one in told["vehicles"] if one["age"] <= fleet.OLD_SECONDS]
    if not told["vehicles"]:
        return tag("p", view.say(words.NOBODY, title=title, time=clock(told["now"])), "s7-note")
    said = view.say(words.AS_AT, title=title, count=len(fresh), time=clock(told["now"]), seconds=seconds)
    old = len(told["vehicles"]) - len(fresh)
    also = " · " + view.say(words.OLD_COUNT, count=old) if old else ""
    return tag("p", said + also, "s7-note")


def expected(told: Told, stop: str, routes: Routes, names: Names, view: View) -> str:
    """Return who comes to a stop next, each with the age of the position that says so; nobody of a silent feed."""
    title = heading(view.say(words.NEXT, stop=stop), 3)
    if told["silent_since"] is not None:
        return title + tag("p", view.say(words.NOT_SAID, since=since(told["silent_since"], view)), "s7-note")
    items = "".join(one_expected(one, told["feed"], told["stop"], routes, names, view) for one in told["arrivals"])
    listed = wrap("ol", items, "s7-coming") if items else tag("p", view.say(words.NOBODY_COMES), "s7-note")
    mark = panels.quality_mark("modelled", view)
    return title + listed + wrap("p", mark + tag("span", f" · {view.say(words.RULE)}"), "s7-note")


def one_expected(one: Told, feed: str, stop: str, routes: Routes, names: Names, view: View) -> str:
    """Return one vehicle that comes to a stop: its number, where to, in how many minutes, how old its position is."""
    if one["in_seconds"] < words.MINUTE:
        when = view.say(words.DUE)
    else:
        minutes = formats.number(one["in_seconds"] / words.MINUTE, 0, view.lang)
        when = view.say(words.IN_MINUTES, minutes=minutes)
    age = view.say(words.POSITION, age=words.aged(one["age"], view.lang))
    parts = (line(one, feed, routes, names, view, at=stop), tag("strong", when), tag("span", f"({age})"))
    return wrap("li", " ".join(filter(None, parts)))


def line(one: Told, feed: str, routes: Routes, names: Names, view: View, at: str = "") -> str:
    """Return the number of a vehicle's route and where it goes, as far as is known; at its last stop no further."""
    route = routes.get(f"route.{feed}.{one.get('route', '')}")
    number = strip.bullet(route, view) if route else tag("span", view.say(words.NO_ROUTE))
    to = names.get(f"stop.{feed}.{one.get('to', '')}")
    if not to:
        return number
    return f"{number} " + tag("span", view.say(words.ENDS) if one["to"] == at else view.say(words.TOWARDS, stop=to))


def listed(told: Sequence[Told], routes: Routes, names: Names, view: View) -> str:
    """Return every vehicle: its line, its next stop and how old its position is; old ones say so."""
    rows = [(feed["feed"], one) for feed in told for one in feed["vehicles"]]
    rows.sort(key=lambda row: (row[0], str(row[1].get("route", "~")), row[1].get("direction", 9), row[1]["age"]))
    items = "".join(wrap("li", one_listed(one, feed, routes, names, view)) for feed, one in rows[:MOST])
    more = tag("p", view.say(words.MORE, count=len(rows) - MOST), "s7-note") if len(rows) > MOST else ""
    return wrap("ul", items, "s7-coming", aria_label=view.say(words.LIST)) + more


def one_listed(one: Told, feed: str, routes: Routes, names: Names, view: View) -> str:
    """Return one vehicle of the list."""
    coming = names.get(f"stop.{feed}.{one.get('next', '')}")
    said = [
        *([view.say(words.NEXT_STOP, stop=coming)] if coming else []),
        *([view.say(words.RESTS)] if one.get("rests") else []),
        view.say(words.POSITION, age=words.aged(one["age"], view.lang)),
        *([view.say(words.OLD)] if one["age"] > fleet.OLD_SECONDS else []),
    ]
    return line(one, feed, routes, names, view) + " " + tag("span", " · ".join(said))

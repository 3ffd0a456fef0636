"""A route as riders read it: a strip of its stops with what lies near each; and the index of all routes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from smart7 import formats, theme
from smart7.markup.pieces import link, more, tag, wrap
from smart7.view import View
from smart7.words import map as map_words
from smart7.words import strip as words

Row = Mapping[str, Any]
FIRST: Final = 3
"""So many places stand at a stop; more open on a click."""


def bullet(route: Row, view: View) -> str:
    """Return a route's number as the map has it: on its colour, the number of a plan on dashes."""
    label = route[f"label_{view.lang}"]
    if route["status"] == "planned":
        return tag("span", label, "s7-bullet s7-bullet-plan")
    colours = theme.palette(view.dark)
    fill = colours.ground["ended"] if route["status"] == "ended" else colours.lines[route["hue"] % len(colours.lines)]
    return tag("span", label, "s7-bullet", style=f"background:{fill};color:{theme.ink_on(fill)}")


def index(routes: Iterable[Row], chosen: str, view: View) -> str:
    """Return the numbers of all routes as links to their strips."""
    items = []
    for route in routes:
        here = {"aria_current": "page"} if route["key"] == chosen else {}
        name = {"aria_label": route[f"name_{view.lang}"], "title": route[f"name_{view.lang}"]}
        items.append(wrap("li", wrap("a", bullet(route, view), href=address(route["key"], view), **name, **here)))
    return wrap("nav", wrap("ul", "".join(items), "s7-bullets"), aria_label=view.say(words.ROUTES))


def address(key: str, view: View) -> str:
    """Return the link to a route's strip."""
    return view.address("map", show="line", pick=key)


def strip(calls: Sequence[Row], route: Row, routes: Mapping[str, Row], view: View) -> str:
    """Return the stops of a route in order; of a plan without times, since nobody knows them."""
    timed = route["status"] != "planned"
    items = "".join(stop(call, timed, route, routes, view) for call in calls)
    name = view.say(words.STRIP, name=route[f"name_{view.lang}"])
    colours = theme.palette(view.dark)
    fill = colours.ground["plan"] if not timed else colours.lines[route["hue"] % len(colours.lines)]
    css = "s7-strip" if timed else "s7-strip s7-strip-plan"
    return wrap("ol", items, css, aria_label=name, style=f"--s7-line:{fill}")


def stop(call: Row, timed: bool, route: Row, routes: Mapping[str, Row], view: View) -> str:
    """Return one stop: its name, where to change, when vehicles leave, what is near, minutes to the next."""
    name = wrap("p", link(call["stop"], view.address("map", pick=call["key"], at="pick")), "s7-stop")
    parts = [name]
    if not call["placed"]:
        parts.append(tag("p", view.say(words.NOT_PLACED), "s7-note"))
    parts.append(changes(call, route, routes, view))
    if timed:
        parts += [leaving(call["first_s"], call["last_s"], view)]
    parts.append(near(json.loads(call["places"]), view))
    if timed and call["minutes"] is not None:
        parts.append(tag("p", minutes(call["minutes"], view), "s7-hop"))
    return wrap("li", "".join(parts))


def minutes(value: float, view: View) -> str:
    """Return how long it is to the next stop."""
    if round(value) < 1:
        return view.say(words.UNDER)
    return view.say(words.MINUTES, minutes=formats.number(value, 0, view.lang))


def leaving(first: int | None, last: int | None, view: View) -> str:
    """Return the first and the last departure, '' where nothing departs."""
    if first is None or last is None:
        return ""
    return tag("p", view.say(words.DEPARTURES, first=clock(first), last=clock(last)), "s7-note")


def clock(seconds: float | None) -> str:
    """Return seconds of a service day as people write the hour; after midnight it starts anew."""
    if seconds is None:
        return formats.MISSING
    minutes = int(seconds) // 60
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def changes(call: Row, route: Row, routes: Mapping[str, Row], view: View) -> str:
    """Return the numbers of the other routes that call at a stop, as links."""
    feed = route["feed_id"]
    others = [routes[key] for name in json.loads(call["others"]) if (key := f"route.{feed}.{name}") in routes]
    if not others:
        return ""
    linked = "".join(
        wrap("li", wrap("a", bullet(other, view), href=address(other["key"], view),
                        aria_label=other[f"name_{view.lang}"]))
        for other in others
    )  # fmt: skip
    return wrap("div", tag("span", view.say(words.CHANGE)) + wrap("ul", linked, "s7-bullets"), "s7-change")


def near(places: Sequence[Row], view: View) -> str:
    """Return the places within a walk of a stop, the closest first; all but a few open on a click."""
    if not places:
        return ""
    listed = [place(row, view) for row in places]
    first, rest = listed[:FIRST], listed[FIRST:]
    body = wrap("ul", "".join(first), "s7-near", aria_label=view.say(words.NEAR))
    if rest:
        body += more(view.say(words.NEAR_MORE, count=len(rest)), wrap("ul", "".join(rest), "s7-near"))
    return body


def place(row: Row, view: View) -> str:
    """Return a place near a stop: its name, kind, and how far it is."""
    far = view.say(
        map_words.METRES_OFF,
        metres=formats.number(row["metres"], 0, view.lang), slack=formats.number(row["slack"], 0, view.lang),
    )  # fmt: skip
    kind = view.say(map_words.KINDS[row["kind"]])
    return wrap(
        "li", link(row["name"], view.address("map", pick=row["key"], at="pick")) + tag("span", f" {kind} · {far}")
    )

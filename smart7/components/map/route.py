"""A route's page: the index of all routes, then one of them stop by stop."""

from typing import Any

from smart7.components import data, frame, link
from smart7.components.map import card
from smart7.kept import kept
from smart7.markup import strip
from smart7.markup.pieces import heading, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import map as map_words
from smart7.words import strip as words


def show(view: View) -> None:
    """Draw the index and the route the link asks for."""
    routes = {row["key"]: row for row in data.records("map/routes")}
    chosen = link.pick("pick", routes, "", keep=False)
    link.show_notices(view.lang)
    listed = [row for row in routes.values() if not row["is_phase"]]
    frame.html(strip.index(listed, chosen, view))
    if not chosen:
        frame.html(tag("p", view.say(words.NO_ROUTE), "s7-note"))
        return
    frame.html(page(data.snapshot(), chosen, view))


@kept(80)
def page(_snapshot: str, chosen: str, view: View) -> str:
    """Return one route: its name, what is known of its service, and its stops."""
    routes = {row["key"]: row for row in data.records("map/routes")}
    feeds = {row["feed_id"]: row for row in data.records("map/feeds", lang=view.lang)}
    route = routes[chosen]
    feed, item = route["feed_id"], chosen.removeprefix(f"route.{route['feed_id']}.")
    calls = data.records("map/strip", feed=feed, route=item, lang=view.lang)
    title = wrap("h2", strip.bullet(route, view) + tag("span", route[f"title_{view.lang}"]), "s7-route")
    status = tag("p", f"{feeds[feed]['title']} · {view.say(map_words.STATUS[route['status']])}", "s7-note")
    away = wrap("p", anchor(view.say(words.ON_MAP), link.address("map", pick=chosen)), "s7-line")
    return title + status + service(route, item, feeds[feed], view) + away + strip.strip(calls, route, routes, view)


def service(route: dict[str, Any], item: str, feed: dict[str, Any], view: View) -> str:
    """Return the first and last departure each way, and how far that is assumed; of a plan that nothing is known."""
    if route["status"] == "planned":
        return tag("p", view.say(words.UNKNOWN), "s7-note")
    rows = data.records("map/route", feed=route["feed_id"], route=item, lang=view.lang)
    weekday = [row for row in rows if row["day_type"] == "weekday"] or rows
    said = "".join(tag("li", way(row, view)) for row in weekday)
    note = words.STATED if feed["status"] == "imported" else words.BETWEEN
    listed = heading(view.say(words.WEEKDAY), 3) + wrap("ul", said, "s7-list") if said else ""
    return listed + tag("p", view.say(note), "s7-note") + card.assumed(feed, view)


def way(row: dict[str, Any], view: View) -> str:
    """Return the first and last departure in one direction."""
    said = view.say(words.DEPARTURES, first=strip.clock(row["first_s"]), last=strip.clock(row["last_s"]))
    return view.say(words.WAY, towards=row["headsign"], departures=said) if row["headsign"] else said

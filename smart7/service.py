"""Service as driven as the parts of a page: what a link asks for, and what stands above, in and below its charts.

The live page and the first answer of the server show the same parts. Nothing here knows Streamlit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any, Final

from smart7 import calendar, queries, reading
from smart7.figures import records
from smart7.kept import kept
from smart7.markup import service as markup
from smart7.markup.pieces import heading, link, tag, wrap
from smart7.markup.worst import hour, worst
from smart7.parts import Panel
from smart7.questions.happened.asked import WAY, Happened, to_link
from smart7.questions.happened.lines import line_of, source_of, towards
from smart7.reading import asked
from smart7.view import View
from smart7.words import panels as panel_words
from smart7.words import service as words
from smart7.words.beside import ASK_ON

Row = dict[str, Any]
PARAMETERS: Final = ("line", "way", "day", "stop", "type", "hour")
MEASURED: Final = "modelled"
METRES: Final = 111_195
"""Metres of a degree of latitude."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is looked at: a route's direction on a day; a stop of it; days of a type and an hour of its month.

    `type` is '' for all days, `hour` -1 for all hours.
    """

    feed: str
    route: str
    direction: int
    day: date
    stop: int
    type: str
    hour: int

    @property
    def line(self) -> str:
        """Return the route as a link writes it."""
        return f"{self.feed}.{self.route}"

    @property
    def way(self) -> dict[str, object]:
        """Return route and direction as the queries ask for them."""
        return {"feed": self.feed, "route": self.route, "direction": self.direction}

    @property
    def month(self) -> date:
        """Return the first day of the month that is looked at."""
        return self.day.replace(day=1)


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen, in its order: each list as a link writes it, with what it is called.

    `line` is the route the other lists are of: the one with most days where a link names none.
    """

    line: str
    lines: dict[str, str]
    ways: dict[str, str]
    days: dict[str, str]
    stops: dict[str, str]
    hours: dict[str, str]
    types: dict[str, str]

    def of(self, name: str) -> dict[str, str]:
        """Return the list of a parameter of the link."""
        return {"line": self.lines, "way": self.ways, "day": self.days, "stop": self.stops, "type": self.types,
                "hour": self.hours}[name]  # fmt: skip


def lines(snapshot: str, view: View) -> list[Row]:
    """Return the routes and directions of which days were driven."""
    return reading.records(snapshot, "service/lines", asked(lang=view.lang, sample=view.sample))


def hidden(snapshot: str, view: View) -> bool:
    """Return whether there are days, all of them samples that are hidden."""
    return bool(reading.records(snapshot, "service/lines", asked(lang=view.lang, sample=True)))


@kept(400)
def offered(snapshot: str, view: View, line: str, way: str, day: str) -> Offered:
    """Return what can be chosen of a route, a direction and a day; the first of each where one does not exist.

    There has to be at least one line.
    """
    every = lines(snapshot, view)
    routes = {line_of(row): f"{row['label']} · {row['name']}" for row in every}
    line = line if line in routes else line_of(max(every, key=lambda row: row["days"]))
    ways = {str(row["direction_id"]): towards(row, view.lang) for row in every if line_of(row) == line}
    way = way if way in ways else next(iter(ways))
    own = next(row for row in every if line_of(row) == line and str(row["direction_id"]) == way)
    wanted = {"feed": own["feed_id"], "route": own["route_id"], "direction": own["direction_id"]}
    found = reading.records(snapshot, "service/days", asked(**wanted, sample=view.sample))
    days = {row["service_date"].isoformat(): row["service_date"] for row in reversed(found)}
    named = {iso: calendar.format_date(calendar.as_day(when), view.lang) for iso, when in days.items()}
    when = date.fromisoformat(day if day in named else next(iter(named)))
    drawn = records(reading.rows(snapshot, "service/strings", asked(**wanted, day=when, lang=view.lang)))
    # Nobody waits at the last stop.
    stops = dict(sorted({row["stop_sequence"]: row["stop"] for row in drawn}.items())[:-1])
    hours = sorted({row["second"] // 3600 for row in drawn if row["kind"] == "driven"})
    clock = {str(one): f"{hour(one)}–{hour(one + 1)}" for one in hours}
    types = {name: view.say(text) for name, text in words.TYPES.items()}
    return Offered(
        line,
        routes,
        ways,
        named,
        {str(nth): stop for nth, stop in stops.items()},
        {"": view.say(words.EVERY_HOUR), **clock},
        types,
    )


def chosen(found: Offered, picked: Mapping[str, str]) -> Choice:
    """Return what is looked at; each part that is not picked is the first there is, a stop that of the middle."""
    line = picked.get("line") or found.line
    feed, _, route = line.partition(".")
    stops = list(found.stops) or ["1"]
    return Choice(
        feed, route, int(picked.get("way") or next(iter(found.ways))),
        date.fromisoformat(picked.get("day") or next(iter(found.days))), int(picked.get("stop") or middle(stops)),
        picked.get("type", ""), int(picked.get("hour") or -1),
    )  # fmt: skip


def middle(stops: list[str]) -> str:
    """Return the stop in the middle of a route: at its first one vehicles are sent off evenly."""
    return stops[len(stops) // 2]


def own_line(snapshot: str, choice: Choice, view: View) -> Row:
    """Return the row of the route and direction that is looked at."""
    return next(
        row for row in lines(snapshot, view) if line_of(row) == choice.line and row["direction_id"] == choice.direction
    )


@kept(400)
def head(snapshot: str, choice: Choice, view: View) -> str:
    """Return which route is looked at, whether it is a sample, and how many trips of the day were run."""
    line = own_line(snapshot, choice, view)
    title = heading(f"{line['label']} · {line['name']} · {towards(line, view.lang)}")
    day = day_of(snapshot, choice, view)
    return title + markup.sample_note(day["quality"], view) + markup.of_day(day, view)


def day_of(snapshot: str, choice: Choice, view: View) -> Row:
    """Return the day that is looked at."""
    found = reading.records(snapshot, "service/days", asked(**choice.way, sample=view.sample))
    return next(row for row in found if calendar.as_day(row["service_date"]) == choice.day)


@kept(400)
def day_panels(snapshot: str, choice: Choice, view: View) -> list[Panel]:
    """Return the charts of a day: every vehicle by distance and time, the gaps at a stop."""
    day = day_of(snapshot, choice, view)
    credit = markup.credit(
        day["quality"], day[f"source_{view.lang}"], calendar.format_date(choice.day, view.lang), view
    )
    common = {**choice.way, "day": choice.day, "lang": view.lang}
    made = [panel(snapshot, "service/strings", common, view)]
    made.append(panel(snapshot, "service/gaps", {**common, "nth": choice.stop}, view))
    return [replace(one, below=credit + one.below) for one in made]


def panel(snapshot: str, name: str, parameters: Mapping[str, object], view: View) -> Panel:
    """Return one chart of a day with what it says."""
    query, wanted = queries.get(name), asked(**parameters)
    rows = reading.rows(snapshot, name, wanted)
    title = query.title.get(view.lang) if query.title else name
    held = records(rows)
    said = markup.gaps_say(held, view) if name == "service/gaps" else view.say(words.STRINGS_SAY)
    driven = any(row["kind"] == "driven" for row in held)
    note = tag("p", said, "s7-note")
    alt = view.say(panel_words.ALT, title=title, summary=said) if driven else ""
    return Panel(name, wanted, heading(title) + note, alt, "", drawn=driven)


def of_month(choice: Choice, view: View) -> dict[str, object]:
    """Return what the queries of a month ask for."""
    return {**choice.way, "month": choice.month, "type": choice.type, "sample": view.sample}


@kept(400)
def months(snapshot: str, choice: Choice, view: View) -> str:
    """Return the month beside the one before and the same a year ago, and what was worst in it."""
    line, wanted = own_line(snapshot, choice, view), of_month(choice, view)
    rows = reading.records(snapshot, "service/months", asked(**wanted))
    credit = credit_of_month(snapshot, choice, view)
    stops = reading.records(snapshot, "service/stops", asked(**wanted, lang=view.lang))
    hours = reading.records(snapshot, "service/hours", asked(**wanted))
    table = markup.months(rows, markup.months_wanted(choice.day), line["exact"], view)
    sample = any(row["samples"] for row in rows)
    bad = worst(stops, hours, stretches(snapshot, choice, view), sample, view)
    tables = markup.by_hour(hours, view) + markup.by_stop(stops, view)
    return table + credit + bad + credit + tables + ask_on(choice, view)


def credit_of_month(snapshot: str, choice: Choice, view: View) -> str:
    """Return quality, period and source of what is said of the month; one made-up day makes it a sample."""
    rows = reading.records(snapshot, "service/months", asked(**of_month(choice, view)))
    quality = "sample" if any(row["samples"] for row in rows) else MEASURED
    period = view.say(words.PERIOD, month=markup.month_of(choice.month, view), type=view.say(words.TYPES[choice.type]))
    days = reading.records(snapshot, "service/days", asked(**choice.way, sample=view.sample))
    return markup.credit(quality, source_of(days, quality, view.lang), period, view) if rows else ""


def ask_on(choice: Choice, view: View) -> str:
    """Return the way to the explorer, where the same month of the route can be asked about further."""
    month = calendar.containing("month", choice.day)
    question = Happened(
        "service", "excess-wait", places=(f"{choice.line}{WAY}{choice.direction}",), start=month.start, end=month.end,
        type=choice.type, by="hour",
    )  # fmt: skip
    return wrap("p", link(view.say(ASK_ON), view.address("explore", **to_link(question))), "s7-note")


def stretches(snapshot: str, choice: Choice, view: View) -> list[Row]:
    """Return the stretches of the route in the month, at the hour that is looked at."""
    wanted = asked(**of_month(choice, view), hour=choice.hour, lang=view.lang)
    return reading.records(snapshot, "service/stretches", wanted)


@kept(400)
def end(snapshot: str, choice: Choice, view: View) -> str:
    """Return what colours mean, the stretches as a table, what the day rests on, how each measure is defined."""
    left = reading.records(snapshot, "service/left_out", asked(feed=choice.feed, day=choice.day))
    return (
        (markup.legend(view) if paths(snapshot, choice, view) else "")
        + credit_of_month(snapshot, choice, view)
        + markup.by_stretch(stretches(snapshot, choice, view), view)
        + markup.rests_on(left, view)
        + markup.definitions(view)
    )


Point = tuple[float, float]


def paths(snapshot: str, choice: Choice, view: View) -> list[tuple[Row, list[Point]]]:
    """Return each stretch with a speed and the points (lon, lat) it is drawn along, as far as the route has a line."""
    line = [(row["lon"], row["lat"]) for row in reading.records(snapshot, "service/shape", asked(**choice.way))]
    if len(line) < 2:
        return []
    placed = along(line)
    found = stretches(snapshot, choice, view)
    return [(row, cut(placed, row["from_m"], row["to_m"])) for row in found if None not in (row["to_m"], row["speed"])]


def along(line: list[Point]) -> list[tuple[float, Point]]:
    """Return each point of a line with its metres from the first."""
    placed, walked = [(0.0, line[0])], 0.0
    narrow = cos(radians(line[0][1]))
    for (west, south), (east, north) in pairwise(line):
        walked += METRES * hypot((east - west) * narrow, north - south)
        placed.append((walked, (east, north)))
    return placed


def cut(placed: list[tuple[float, Point]], start: float, stop: float) -> list[Point]:
    """Return the points of a line from so many metres to so many."""
    inner = [point for metres, point in placed if start < metres < stop]
    return [at(placed, start), *inner, at(placed, stop)]


def at(placed: list[tuple[float, Point]], metres: float) -> Point:
    """Return the point so many metres along a line, its end where it is shorter."""
    for (before, one), (after, other) in pairwise(placed):
        if metres <= after:
            share = max(0.0, metres - before) / ((after - before) or 1.0)
            return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])
    return placed[-1][1]

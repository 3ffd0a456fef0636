"""The slide of a line's service in a month: a day of it by distance and time, three sentences, the month beside others.

What is made up stands in no headline, and its lines are dashed as on the page.
"""

import re
from datetime import date
from functools import partial
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import pandas as pd

from smart7 import calendar, charts, formats
from smart7.meetings.agenda import Item
from smart7.meetings.made import Made
from smart7.meetings.room import Lost, Room
from smart7.meetings.slide import Chart, Notes, Shown, Table
from smart7.questions.happened.asked import WAY
from smart7.questions.happened.lines import line_of, source_of, towards
from smart7.words import driven, slides
from smart7.words import service as words

Row = dict[str, Any]
MEASURES: Final = ("excess-wait", "wait", "headway", "bunched", "long-gaps", "on-time", "trips-run", "speed")
BY_PLAN: Final = ("excess-wait", "bunched", "long-gaps", "on-time", "trips-run")
"""What is held against the plan: an estimate where its headways are assumptions."""
LEAST_MIN: Final = 0.05
STRINGS: Final = "service/strings"
SUBJECT: Final = re.compile(r"(?P<line>[^~@]+)(?:@(?P<way>\d+))?(?:~(?P<month>\d{4}-\d{2}))?")


def of_address(address: str) -> str:
    """Return the subject of a line in a month as a link to the page of service shows it, a text itself."""
    if "?" not in address:
        return address
    asked = dict(parse_qsl(urlsplit(address).query))
    way, day = asked.get("way", ""), asked.get("day", "")
    return asked.get("line", "") + (f"{WAY}{way}" if way else "") + (f"~{day[:7]}" if day else "")


def service(room: Room, item: Item) -> Made:
    """Return a line's month: the one asked for, else the last one of the line with most days."""
    line, month = wanted(room, item.subject)
    way = {"feed": line["feed_id"], "route": line["route_id"], "direction": line["direction_id"]}
    every = room.records("service/days", **way)
    days = [row for row in every if month_of(row["service_date"]) == month]
    rows = room.records("service/months", **way, month=month, type="")
    if not days or not rows or month_of(rows[0]["month"]) != month:
        raise Lost(slides.NOT_THERE, value=item.subject)
    own = rows[0]
    day = drawn_day(days)
    named = room.say(words.SLIDE_LINE, line=line["label"], way=towards(line, room.lang))
    names = [name for name in MEASURES if any(row[column(name)] is not None for row in rows)]
    shown = tuple(
        figure(room, line | {"source": source_of(every, quality_of(row), room.lang)}, named, row, name)
        for row in rows
        for name in names
    )
    said = sentences(room, rows)
    when = calendar.format_date(day, room.lang)
    method = " · ".join(room.say(driven.MEASURES[name].says) for name in ("excess-wait", "bunched", "long-gaps"))
    notes = Notes("\n".join(said), method, (room.say(slides.ASKED["sample" if own["samples"] else "source"]),))
    held = {"line": line_of(line), "way": str(line["direction_id"]), "day": day.isoformat()}
    kicker = room.say(words.SLIDE_KICKER, month=label(own, room))
    return Made(
        headline(room, own, named), named, strings(room, way, day, named), shown, notes, f"/service?{urlencode(held)}",
        table=table(room, rows, shown), body="\n".join(said),
        kicker=room.say(words.SLIDE_MADE_UP, said=kicker) if own["samples"] else kicker,
        caption=room.say(words.SLIDE_CAPTION, day=when, said=room.say(words.STRINGS_SAY)),
        source=room.sources([source] if (source := source_of(every, quality_of(own), room.lang)) else []),
    )  # fmt: skip


def wanted(room: Room, subject: str) -> tuple[Row, date]:
    """Return the line and the first day of the month that are asked for; raises `Lost` where there is no such line."""
    lines = room.records("service/lines")
    if not lines:
        raise Lost(words.SLIDE_NOTHING)
    asked = SUBJECT.fullmatch(subject)
    name, way, month = (asked["line"], asked["way"], asked["month"]) if asked else ("", None, None)
    found = [
        row for row in lines
        if name in ("", line_of(row)) and way in (None, str(row["direction_id"]))
    ]  # fmt: skip
    if not found:
        raise Lost(slides.NOT_THERE, value=subject)
    line = found[0] if name else max(found, key=lambda row: row["days"])
    return line, date.fromisoformat(f"{month}-01") if month else month_of(line["last_day"])


def month_of(day: date) -> date:
    """Return the first day of the month of a day."""
    return calendar.as_day(day).replace(day=1)


def drawn_day(days: list[Row]) -> date:
    """Return the day that is drawn: the last weekday that was measured, else the last day."""
    weekdays = [row for row in days if row["day_type"] == "weekday"]
    return calendar.as_day((weekdays or days)[-1]["service_date"])


def label(row: Row, room: Room) -> str:
    """Return the month of a row by its name."""
    return calendar.label(calendar.containing("month", calendar.as_day(row["month"])), room.lang)


def quality_of(month: Row) -> str:
    """Return the quality of a month's days; one made-up day makes it a sample."""
    return "sample" if month["samples"] else "modelled"


def headline(room: Room, own: Row, named: str) -> str:
    """Return how long riders waited beyond the plan; of made-up days only that they are."""
    if own["samples"]:
        return room.say(words.SLIDE_SAMPLE, line=named)
    if own["excess_wait"] is None:
        return room.say(words.SLIDE_UNJUDGED, line=named)
    text = words.SLIDE_WAITS if own["excess_wait"] >= LEAST_MIN else words.SLIDE_KEEPS
    return room.say(text, line=named, excess=number(room, "excess-wait", own))


def sentences(room: Room, rows: list[Row]) -> tuple[str, str, str]:
    """Return three sentences: how many trips were run, how long riders waited, how that stands beside other months."""
    own, *others = rows
    told = {name.replace("-", "_"): number(room, name, own) for name in MEASURES}
    counts = {name: formats.number(own[name], 0, room.lang) for name in ("days", "run", "planned")}
    beside = ", ".join(
        room.say(words.SLIDE_MONTH, month=label(row, room), excess=number(room, "excess-wait", row)) for row in others
    )
    trips = room.say(words.SLIDE_TRIPS, month=label(own, room), percent=told["trips_run"], **counts)
    return (
        room.say(words.SLIDE_MADE_UP, said=trips) if own["samples"] else trips,
        room.say(words.SLIDE_WAIT, **told),
        room.say(words.SLIDE_BESIDE, months=beside) if beside else room.say(words.SLIDE_ALONE),
    )


def column(name: str) -> str:
    """Return the column of a query that holds a measure."""
    return name.replace("-", "_")


def number(room: Room, name: str, row: Row) -> str:
    """Return a measure of a month without its unit, a dash for none."""
    return formats.number(row[column(name)], driven.MEASURES[name].decimals, room.lang)


def figure(room: Room, line: Row, named: str, row: Row, name: str) -> Shown:
    """Return one measure of a month as a figure of the slide."""
    about, value = driven.MEASURES[name], row[column(name)]
    estimated = name in BY_PLAN and line["assumed"]
    quality = "sample" if row["samples"] else "estimated" if estimated else "modelled"
    unit = room.say(about.unit)
    written = formats.number(value, about.decimals, room.lang)
    return Shown(
        key=f"service/{line_of(line)}{WAY}{line['direction_id']}/{name}:{row['month']}", name=room.say(about.name),
        value=value, shown=written if value is None else f"{written}{formats.NBSP}{unit}", measure=unit,
        decimals=about.decimals, unit=named, period=label(row, room), quality=quality,
        quality_name=room.quality(quality), source=line["source"], is_sample=bool(row["samples"]),
    )  # fmt: skip


def table(room: Room, rows: list[Row], shown: tuple[Shown, ...]) -> Table:
    """Return the measures month beside month; figures come month after month."""
    header = [room.say(words.MEASURE)]
    header += [room.say(words.DAYS_OF, month=label(row, room), days=row["days"]) for row in rows]
    count = len(shown) // len(rows)
    columns = [shown[n * count : (n + 1) * count] for n in range(len(rows))]
    lines = tuple((cells[0].name, *(one.shown for one in cells)) for cells in zip(*columns, strict=True))
    return Table(tuple(header), lines, numbers=tuple(range(1, len(header))))


def strings(room: Room, way: Row, day: date, named: str) -> Chart | None:
    """Return a day as lines of distance by time, None where no run of it is known.

    It is a picture: a workbook would hand out its rows, and no run of a vehicle leaves.
    """
    rows = room.rows(STRINGS, **way, day=day)
    if not (rows["kind"] == "driven").any():
        return None
    header = "strings x=second y=along_m"
    kind, fields = charts.parse(header)
    when = calendar.format_date(day, room.lang)
    runs = rows.loc[rows["kind"] == "driven", "string_id"].nunique()
    alt = room.say(words.SLIDE_ALT, line=named, day=when, runs=formats.number(runs, 0, room.lang))
    drawing = partial(charts.build, header, rows, room.lang, False)
    return Chart(kind, fields, pd.DataFrame(), drawing, named, "", 0, alt)

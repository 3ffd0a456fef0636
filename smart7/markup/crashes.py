"""Accidents as markup: what is known of them as a whole, tables by year, hours and cause, places and schools."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from smart7 import calendar, formats
from smart7.i18n import Text
from smart7.markup.panels import quality_mark
from smart7.markup.pieces import heading, more, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import common
from smart7.words import crashes as words
from smart7.words.happened import CAUSES, VEHICLES
from smart7.words.map import LAYERS

Row = dict[str, Any]
Rows = Sequence[Row]
NAMES: dict[str, dict[str, Text]] = {"cause": CAUSES, "vehicle": VEHICLES}


def about(counts: Rows, near: Row, credits: Rows, view: View) -> str:
    """Return what is known of accidents as a whole, how exact it is, and where it comes from."""
    whole = [row for row in counts if row["what"] == "all"]
    points, placed, stated, fatal = (
        sum(row[name] for row in whole) for name in ("points", "placed", "accuracy_stated", "fatal")
    )
    first, last = min(row["first_day"] for row in whole), max(row["last_day"] for row in whole)
    roughest = max(row["accuracy_m"] or 0 for row in whole)
    amounts = {"points": number(points, view), "placed": number(placed, view)}
    said = [view.say(words.ABOUT, first=day(first, view), last=day(last, view), **amounts)]
    said += [view.say(words.FATAL_ONLY)] if fatal == points else []
    said += [view.say(words.ACCURACY_UNSAID, count=number(placed - stated, view))] if placed > stated else []
    said += [view.say(words.ACCURACY, metres=number(roughest, view))] if roughest else []
    said += [view.say(words.NEAR, **ends(near, view)), view.say(words.NO_DETAILS)]
    return heading(view.say(LAYERS["accidents"])) + tag("p", " · ".join(said), "s7-note") + credit(credits, view)


def credit(credits: Rows, view: View) -> str:
    """Return where accidents come from, as good as the weakest source, and whether their rows may leave."""
    own = [row for row in credits if row["accidents"]]
    source, licence = ("; ".join(dict.fromkeys(row[name] for row in own)) for name in ("source", "licence"))
    leaves = view.say(words.OPEN if all(row["open"] for row in own) else words.CLOSED)
    weakest = max((row["quality"] for row in own), key=list(common.QUALITY).index)
    said = tag("span", f"· {view.say(common.SOURCE)}: {source} ({licence}) · {leaves}")
    return wrap("p", quality_mark(weakest, view) + " " + said, "s7-note")


def ends(row: Row, view: View) -> dict[str, str]:
    """Return how many lie near a school, and the fewest and most by how exact the positions are."""
    columns = {"points": "points", "low": "points_low", "high": "points_high"}
    return {name: number(row[column], view) for name, column in columns.items()}


def years(rows: Rows, view: View) -> str:
    """Return accidents, deaths and injuries by year and area as a table."""
    header = [words.YEAR, common.LEVELS["area"], words.POINTS, words.DEATHS, words.INJURIES]
    body = [
        [
            str(view.counted(int(row["part"]))), view.say(words.AREAS[row["area"]]), number(row["points"], view),
            *(stated(row, name, view) for name in ("deaths", "injuries")),
        ]
        for row in rows if row["what"] == "year"
    ]  # fmt: skip
    title = view.say(words.YEARS)
    names = [view.say(name) for name in header]
    return more(title, table(names, body, caption=title, numbers=(2, 3, 4), fits=True))


def stated(row: Row, name: str, view: View) -> str:
    """Return a sum, and of how many accidents it is where not all sources state it; a dash where none does."""
    total, of = row[name], row[f"{name}_stated"]
    if total is None or of == row["points"]:
        return number(total, view)
    return view.say(words.STATED, total=number(total, view), stated=number(of, view))


def parts(what: str, rows: Rows, view: View) -> str:
    """Return accidents by hours, cause or vehicle and area as a table, '' where no source states any."""
    mine = [row for row in rows if row["what"] == what]
    if not any(row["part"] for row in mine):
        return ""
    areas = [area for area in words.AREAS if any(row["area"] == area for row in mine)]
    known = {(row["part"], row["area"]): row["points"] for row in mine}
    body = [
        [part_name(what, part, view), *(number(known.get((part, area), 0), view) for area in areas)]
        for part in dict.fromkeys(row["part"] for row in mine)
    ]
    header = [view.say(words.PART_NAMES[what]), *(view.say(words.AREAS[area]) for area in areas)]
    title = view.say(words.PARTS[what])
    return more(title, table(header, body, caption=title, numbers=range(1, len(header)), fits=True))


def part_name(what: str, part: str, view: View) -> str:
    """Return what hours, a cause or a vehicle are called."""
    if not part:
        return view.say(words.UNSAID)
    if what == "hours":
        return hours(part, view)
    return view.say(NAMES[what].get(part, Text(part, part)))


def hours(band: str, view: View) -> str:
    """Return a band of hours such as `6-8` in words."""
    start, end = (int(hour) for hour in band.split("-"))
    return view.say(words.BETWEEN, start=f"{start:02d}", end=f"{end:02d}")


def spots(rows: Rows, view: View) -> str:
    """Return the places where most happened, with the rule by which they were found."""
    header = [words.RANK, words.PLACE, words.POINTS, words.DEATHS, words.INJURIES, words.SPAN, words.POSITIONS,
              words.SCHOOLS]  # fmt: skip
    body = [
        [
            anchor(str(row["rank"]), view.address("map", layers="accidents.spots", pick=row["key"])), where(row, view),
            *(number(row[name], view) for name in ("points", "deaths", "injuries")), span(row, view),
            positions(row, view), row["schools"] or view.say(words.NO_SCHOOL),
        ]
        for row in rows
    ]  # fmt: skip
    title, rule = view.say(LAYERS["spots"]), tag("p", view.say(words.RULE), "s7-note")
    if not body:
        return more(title, rule + tag("p", view.say(words.NO_SPOTS), "s7-note"))
    return more(title, rule + table([view.say(name) for name in header], body, caption=title, numbers=(2, 3, 4)))


def where(row: Row, view: View) -> str:
    """Return where a place lies: its tambon, and its middle in degrees."""
    at = f"{row['lat']:.4f}, {row['lon']:.4f}"
    return " · ".join(part for part in (row["tambon"], view.say(words.AREAS[row["area"]]), at) if part)


def span(row: Row, view: View) -> str:
    """Return from when to when something happened at a place."""
    return f"{day(row['first_day'], view)} – {day(row['last_day'], view)}"


def positions(row: Row, view: View) -> str:
    """Return how sure the positions of a place are."""
    if row["unsaid"] == row["points"]:
        return view.say(words.NONE_SAID)
    return view.say(words.SURE, sure=number(row["sure"], view), points=number(row["points"], view))


def schools(rows: Rows, view: View) -> str:
    """Return accidents within 300 m of each school, with what uncertain positions would change."""
    body = [
        [
            anchor(row["name"], view.address("map", pick=row["key"])),
            view.say(words.RANGE, **ends(row, view)),
            *(number(row[name], view) for name in ("deaths", "injuries")),
        ]
        for row in rows
    ]  # fmt: skip
    if not body:
        return ""
    header = [view.say(name) for name in (common.LEVELS["school"], words.POINTS, words.DEATHS, words.INJURIES)]
    title, note = view.say(words.BY_SCHOOL), tag("p", view.say(words.BY_SCHOOL_NOTE), "s7-note")
    return more(title, note + table(header, body, caption=title, numbers=(1, 2, 3), fits=True))


def facts(row: Row, view: View) -> list[tuple[Text, str]]:
    """Return what is known of one place where most happened."""
    amounts = [(words.POINTS, "points"), (words.DEATHS, "deaths"), (words.INJURIES, "injuries")]
    return [
        (words.PLACE, where(row, view)),
        *((label, number(row[name], view)) for label, name in amounts),
        (words.SPAN, span(row, view)),
        (words.POSITIONS, positions(row, view)),
        (words.SCHOOLS, row["schools"] or view.say(words.NO_SCHOOL)),
    ]


def number(value: float | None, view: View) -> str:
    """Return a whole number as the language writes it."""
    return formats.number(value, 0, view.lang)


def day(when: date, view: View) -> str:
    """Return a day as the language writes it."""
    return calendar.format_date(calendar.as_day(when), view.lang, short=True)

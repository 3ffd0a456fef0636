"""Days and hours of a station as markup: what stands above, beside and below their charts."""

from collections.abc import Callable, Sequence
from datetime import date
from statistics import fmean
from typing import Any

from smart7 import calendar, formats
from smart7.i18n import Text
from smart7.markup.panels import quality_mark
from smart7.markup.pieces import heading, more, table, tag, wrap
from smart7.view import View
from smart7.words import common
from smart7.words import days as words
from smart7.words import panels as panel_words

Rows = Sequence[dict[str, Any]]
FISCAL: tuple[int, ...] = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)


def head(station: dict[str, Any], standards: Rows, view: View) -> str:
    """Return which station this is, what it measured, and by which standards its days are judged."""
    first, last = (day(station[name], view) for name in ("first_day", "last_day"))
    known = {"days": number(station["days"], view), "first": first, "last": last}
    area = view.say(common.LEVELS[station["kind"]]).lower()
    point = station["kind"] == "station"
    said = [view.say(words.STATION, **known) if point else view.say(words.OF_AREA, area=area, **known)]
    if station["hours"]:
        hours = number(station["hours"], view)
        said.append(view.say(words.HOURLY, hours=hours, last=day(station["latest"], view)))
    if station["accuracy_m"]:
        said.append(view.say(words.PLACED, metres=number(station["accuracy_m"], view)))
    title = heading(view.say(words.HEADING, station=station["name"]))
    return title + tag("p", " · ".join(said), "s7-note") + ruled(station, standards, view)


def ruled(station: dict[str, Any], standards: Rows, view: View) -> str:
    """Return the standards with the day each came into force, '' where there is none."""
    if not standards:
        return ""
    values = ", ".join(
        view.say(words.SINCE, value=number(row["high"], view, 1), day=day(row["valid_from"], view)) for row in standards
    )
    measure = f" {standards[0]['measure']}"
    source = station["standard_source"]
    return tag("p", view.say(words.STANDARD, values=values + measure, source=source), "s7-note")


def others(stations: Rows, view: View) -> str:
    """Return the names of stations that are not shown, '' for none."""
    names = ", ".join(row["name"] for row in stations)
    return tag("p", view.say(words.OTHERS, names=names), "s7-note") if names else ""


def credit(station: dict[str, Any], measure: str, view: View) -> str:
    """Return quality, unit of measure, station and source of what a chart shows."""
    unit = f"{view.say(common.MEASURE)}: {measure} · " if measure else ""
    said = f"· {unit}{station['name']} · {view.say(common.SOURCE)}: {station['source']}"
    return wrap("p", quality_mark(station["quality"], view) + " " + tag("span", said), "s7-note")


def summary(name: str, rows: Rows, view: View) -> str:
    """Return in a sentence what a chart of days shows, '' where its title says it."""
    if name != "calendar":
        note = words.NOTES[name]
        return (
            view.say(note, hours=number(sum(row["hours"] for row in rows), view)) if name == "hours" else view.say(note)
        )
    few = sum(row["verdict"] == "few" for row in rows)
    said = [found(rows, view), *([view.say(words.FEW, count=few)] if few else []), view.say(words.GAP)]
    return " · ".join(said)


def found(rows: Rows, view: View) -> str:
    """Return how many days of a year were measured and how many of them were over the standard."""
    over, gaps = (sum(row["verdict"] == kind for row in rows) for kind in ("over", "gap"))
    year = calendar.label(calendar.containing("fiscal_year", calendar.as_day(rows[0]["day"])), view.lang)
    return view.say(words.FOUND, year=year, measured=len(rows) - gaps, days=len(rows), over=over)


def finding(name: str, rows: Rows, view: View) -> str:
    """Return the headline of a chart of days: how many were over, or the month in which most of them were."""
    if name == "days/calendar":
        return found(rows, view)
    worst = max(rows, key=lambda row: (row["value"], row["month_start"]))
    if not worst["value"]:
        return view.say(words.NEVER_OVER)
    when = month(worst["month_start"], view)
    return view.say(words.WORST, month=when, over=number(worst["value"], view), judged=number(worst["judged"], view))


def numbers(name: str, rows: Rows, title: str, view: View) -> str:
    """Return the numbers of a chart as a table that opens on demand."""
    header, body = TABLES[name](rows, view)
    shown = table(header, body, caption=title, numbers=range(1, len(header)))
    return more(view.say(panel_words.NUMBERS), shown)


Table = tuple[list[str], list[list[str]]]


def by_month(rows: Rows, view: View) -> Table:
    """Return the months of a calendar: days measured, days over, mean and highest day."""
    names = (words.MONTH, words.MEASURED, words.OVER, words.MEAN, words.HIGHEST)
    body = []
    for start in dict.fromkeys(calendar.as_day(row["day"]).replace(day=1) for row in rows):
        mine = [row for row in rows if calendar.as_day(row["day"]).replace(day=1) == start]
        known = [row["value"] for row in mine if row["verdict"] not in ("gap", "few")]
        mean, highest = (fmean(known), max(known)) if known else (None, None)
        over = sum(row["verdict"] == "over" for row in mine)
        amounts = [number(len(known), view), number(over, view) if known else formats.MISSING]
        body.append([month(start, view), *amounts, *(number(value, view, 1) for value in (mean, highest))])
    return [view.say(name) for name in names], body


def over_by_year(rows: Rows, view: View) -> Table:
    """Return days over of days judged, a row to each fiscal year and a column to each month."""
    return months_of_years(rows, lambda row: f"{row['value']:.0f}/{row['judged']}", view)


def means_by_year(rows: Rows, view: View) -> Table:
    """Return monthly means, a row to each fiscal year and a column to each month."""
    return months_of_years(rows, lambda row: number(row["value"], view, int(row["decimals"])), view)


def months_of_years(rows: Rows, written: Callable[[dict[str, Any]], str], view: View) -> Table:
    """Return months as a table: a row to each fiscal year, a column to each of its months."""
    known = {calendar.as_day(row["month_start"]): written(row) for row in rows}
    years = sorted({calendar.fiscal_year_of(start) for start in known})
    body = [
        [
            calendar.label(calendar.period("fiscal_year", date(year - 1, 10, 1)), view.lang, short=True),
            *(known.get(date(year - (n >= 10), n, 1), formats.MISSING) for n in FISCAL),
        ]
        for year in years
    ]
    return [view.say(words.YEAR), *(view.say(calendar.MONTHS_SHORT[n - 1]) for n in FISCAL)], body


def over_by_season(rows: Rows, view: View) -> Table:
    """Return days over of days judged, a row to each year and a column to each season."""
    known = {(row["season_year"], row["season"]): f"{row['value']:.0f}/{row['judged']}" for row in rows}
    body = [
        [str(view.counted(year)), *(known.get((year, season), formats.MISSING) for season in words.SEASONS)]
        for year in dict.fromkeys(row["season_year"] for row in rows)
    ]
    return [view.say(words.YEAR), *map(view.say, words.SEASONS.values())], body


def means_by_hour(rows: Rows, view: View) -> Table:
    """Return the mean of each hour of the day by season."""
    known = {(row["hour"], row["season"]): number(row["value"], view, int(row["decimals"])) for row in rows}
    body = [
        [f"{hour:02d}", *(known.get((hour, season), formats.MISSING) for season in words.SEASONS)]
        for hour in sorted({row["hour"] for row in rows})
    ]
    return [view.say(words.HOUR), *map(view.say, words.SEASONS.values())], body


def shape(rows: Rows, view: View) -> Table:
    """Return lowest, middle and highest mean of each month, and the latest year's."""
    year = view.say(words.OF_YEAR, year=view.counted(rows[0]["fiscal_year"]))
    header = [*(view.say(name) for name in (words.MONTH, words.LOWEST, words.MIDDLE, words.HIGHEST)), year]
    body = [
        [
            view.say(calendar.MONTHS[row["month"] - 1]),
            *(number(row[name], view, int(row["decimals"])) for name in ("low", "value", "high", "latest")),
        ]
        for row in rows
    ]
    return header, body


TABLES: dict[str, Callable[[Rows, View], Table]] = {
    "calendar": by_month, "over": over_by_year, "seasons": over_by_season, "hours": means_by_hour,
    "months": means_by_year, "shape": shape,
}  # fmt: skip


def alternative(title: str, station: dict[str, Any], said: str, view: View) -> str:
    """Return what a chart says to those who do not see it."""
    return f"{title}, {station['name']}: {said}"


def number(value: float | None, view: View, decimals: int = 0) -> str:
    """Return a number as the language writes it."""
    return formats.number(value, decimals, view.lang)


def day(when: date, view: View) -> str:
    """Return a day as the language writes it."""
    return calendar.format_date(calendar.as_day(when), view.lang, short=True)


def month(start: date, view: View) -> str:
    """Return a month as the language writes it."""
    return calendar.label(calendar.containing("month", start), view.lang)


def label(text: Text, station: dict[str, Any], view: View) -> str:
    """Return a text that names a station."""
    return view.say(text, station=station["name"])

"""Service as driven as markup: a day in words, months side by side, tables of stops and stretches."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from smart7 import calendar, formats
from smart7.i18n import Text
from smart7.markup.panels import quality_mark
from smart7.markup.pieces import heading, more, table, tag, wrap
from smart7.markup.worst import hour, number
from smart7.view import View
from smart7.words import driven
from smart7.words import passes as pass_words
from smart7.words import positions as position_words
from smart7.words import service as words

Row = Mapping[str, Any]
Rows = Sequence[Row]
MEASURES: Final = (
    "headway", "headway-variation", "wait", "excess-wait", "bunched", "long-gaps", "on-time", "trips-run", "speed",
    "lost",
)  # fmt: skip


def measured(name: str, value: float | None, view: View, *, unit: bool = True) -> str:
    """Return a measure with its unit, a dash for none."""
    about = driven.MEASURES[name]
    if value is None:
        return formats.MISSING
    written = number(value, view, about.decimals)
    joint = "" if about.unit.en == "%" else " "
    return f"{written}{joint}{view.say(about.unit)}" if unit else written


def column(name: str) -> str:
    """Return the column of a query that holds a measure."""
    return name.replace("-", "_")


def month_of(day: date, view: View, *, short: bool = False) -> str:
    """Return the month of a day."""
    return calendar.label(calendar.containing("month", day), view.lang, short=short)


def sample_note(quality: str, view: View) -> str:
    """Return that what follows is made up, '' where it was measured."""
    return tag("p", view.say(words.SAMPLE), "s7-note s7-sample-note", role="note") if quality == "sample" else ""


def credit(quality: str, source: str, period: str, view: View) -> str:
    """Return quality, period and source of what stands above."""
    said = f"· {period} · {view.say(words.SOURCE, source=source or formats.MISSING)}"
    return wrap("p", quality_mark(quality, view) + " " + tag("span", said), "s7-note")


def of_day(found: Row, view: View) -> str:
    """Return in a sentence how many trips of a day were run."""
    day = calendar.format_date(calendar.as_day(found["service_date"]), view.lang)
    said = view.say(
        words.DAY_SAYS, day=day, run=number(found["run"], view, 0), planned=number(found["planned"], view, 0)
    )
    unseen = view.say(words.UNSEEN, count=number(found["unseen"], view, 0)) if found["unseen"] else ""
    return tag("p", " · ".join(part for part in (said, unseen) if part), "s7-note")


def gaps_say(rows: Rows, view: View) -> str:
    """Return in a sentence how many gaps at a stop were bunched or long."""
    own = [row for row in rows if row["kind"] == "driven"]
    if not own:
        return view.say(words.NO_GAPS)
    amounts = {how: number(sum(row["how"] == how for row in own), view, 0) for how in ("bunched", "long")}
    return view.say(words.GAPS_SAY, stop=own[0]["stop"], gaps=number(len(own), view, 0), **amounts)


def months(rows: Rows, wanted: Sequence[date], exact: bool, view: View) -> str:
    """Return what was measured in each month side by side, with the plan where there is one."""
    header = [view.say(words.MEASURE)]
    header += [
        view.say(words.DAYS_OF, month=month_of(calendar.as_day(row["month"]), view, short=True), days=row["days"])
        for row in rows
    ]
    body = [[name_of(name, view), *(month_cell(name, row, exact, view) for row in rows)] for name in MEASURES]
    title = view.say(words.MONTHS)
    missing = [month for month in wanted if month not in {calendar.as_day(row["month"]) for row in rows}]
    names = ", ".join(month_of(month, view) for month in missing)
    note = tag("p", view.say(words.NOT_MEASURED, months=names), "s7-note") if missing else ""
    return heading(title) + table(header, body, caption=title, numbers=range(1, len(header)), fits=True) + note


def name_of(name: str, view: View) -> str:
    """Return what a measure is called, with its unit."""
    about = driven.MEASURES[name]
    return f"{view.say(about.name)} ({view.say(about.unit)})"


def month_cell(name: str, row: Row, exact: bool, view: View) -> str:
    """Return one measure of a month; beside a headway stands the planned one."""
    if name == "on-time" and row["on_time"] is None and not exact:
        return view.say(words.NOT_TIMED)
    written = measured(name, row[column(name)], view, unit=False)
    if name == "headway":
        return view.say(words.OF_PLANNED, value=written, planned=number(row["planned_headway"], view))
    return written


def by_hour(rows: Rows, view: View) -> str:
    """Return the hours of the day as a table that opens on demand."""
    header = [
        words.HOUR.get(view.lang),
        *header_of("headway", "wait", "excess-wait", "bunched", "long-gaps", view=view),
    ]
    body = [[f"{hour(row['hour'])}–{hour(row['hour'] + 1)}", *cells_of(row, view)] for row in rows]
    title = view.say(words.HOURS)
    return more(title, table(header, body, caption=title, numbers=range(1, len(header))))


def by_stop(rows: Rows, view: View) -> str:
    """Return the stops of a route as a table that opens on demand."""
    header = [
        words.STOP.get(view.lang),
        *header_of("headway", "wait", "excess-wait", "bunched", "long-gaps", view=view),
    ]
    body = [[row["stop"] or row["stop_id"], *cells_of(row, view)] for row in rows]
    title = view.say(words.STOPS)
    return more(title, table(header, body, caption=title, numbers=range(1, len(header))))


def header_of(*names: str, view: View) -> list[str]:
    """Return the headers of measures, the number of gaps they rest on last."""
    return [*(name_of(name, view) for name in names), view.say(words.GAPS)]


def cells_of(row: Row, view: View) -> list[str]:
    """Return the measures of an hour or a stop, the number of gaps they rest on last."""
    shown = ("headway", "wait", "excess-wait", "bunched", "long-gaps")
    return [*(measured(name, row[column(name)], view, unit=False) for name in shown), number(row["gaps"], view, 0)]


def by_stretch(rows: Rows, view: View) -> str:
    """Return the stretches of a route as a table."""
    speed, minutes = driven.MEASURES["speed"].unit.get(view.lang), driven.MINUTES.get(view.lang)
    header = [
        view.say(words.STRETCH), name_of("speed", view), f"{view.say(words.QUICK)} ({speed})",
        f"{view.say(words.LOST_EACH)} ({minutes})", name_of("lost", view), view.say(words.RUNS),
    ]  # fmt: skip
    body = [
        [
            view.say(words.BETWEEN, start=row["from_stop"], end=row["to_stop"]), number(row["speed"], view),
            number(row["quick"], view), number(row["lost_each"], view), number(row["lost"], view, 0),
            number(row["runs"], view, 0),
        ]
        for row in rows
    ]  # fmt: skip
    title = view.say(words.STRETCHES)
    return more(title, table(header, body, caption=title, numbers=range(1, len(header))), opened=True)


def rests_on(rows: Rows, view: View) -> str:
    """Return what a day rests on, and what was left out of it by reason; '' for a sample, which has no positions."""
    if not rows or rows[0]["quality"] == "sample":
        return ""
    day = rows[0]
    amounts = {name: number(day[name], view, 0) for name in ("positions", "vehicles", "runs")}
    said = [view.say(words.RESTS_ON, **amounts)]
    said += [view.say(words.DOUBT, doubt=number(day["doubt"] / day["runs"], view, 2))] if day["runs"] else []
    said += [view.say(words.SILENT, minutes=number(day["silent_s"] / 60, view, 0))] if day["silent_s"] else []
    reasons = ", ".join(
        f"{view.say(reason_of(row['reason']))} {number(row['rows'], view, 0)}" for row in rows if row["reason"]
    )
    said.append(view.say(words.LEFT_OUT, reasons=reasons) if reasons else view.say(words.NONE_LEFT_OUT))
    return tag("p", " · ".join(said), "s7-note")


def reason_of(reason: str) -> Text:
    """Return a reason in words, as it is written where there are none."""
    known: Mapping[str, Text] = {**position_words.REASONS, **pass_words.REASONS}
    return known.get(reason, Text(reason, reason))


def definitions(view: View) -> str:
    """Return how each measure is defined, on demand."""
    listed = "".join(
        tag("dt", view.say(driven.MEASURES[name].name)) + tag("dd", view.say(driven.MEASURES[name].says))
        for name in MEASURES
    )
    return more(view.say(words.HOW_MEASURED), wrap("dl", listed, "s7-notes"))


def legend(view: View) -> str:
    """Return what the colours of the map mean, the slowest first: it stands out most from the land."""
    items = ""
    for n, (_, text) in enumerate(reversed(words.SPEEDS)):
        mark = wrap("span", "", "s7-speed", style=f"background:var(--s7-ramp-{n})", aria_hidden="true")
        items = wrap("li", mark + tag("span", view.say(text))) + items
    return wrap("ul", items, "s7-legend", aria_label=view.say(words.LEGEND))


def months_wanted(day: date) -> tuple[date, date, date]:
    """Return the first days of the month of a day, of the month before, and of the same month a year ago."""
    month = day.replace(day=1)
    before = month.replace(year=month.year - 1, month=12) if month.month == 1 else month.replace(month=month.month - 1)
    return month, before, month.replace(year=month.year - 1)

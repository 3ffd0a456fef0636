"""Slides of one indicator: its years, an earlier one against the newest, its units side by side."""

from dataclasses import replace
from typing import Any

import pandas as pd

from smart7 import catalog, figures
from smart7.calendar import Period, as_year
from smart7.figures import Figure
from smart7.meetings import headline
from smart7.meetings.agenda import Item
from smart7.meetings.made import Made
from smart7.meetings.room import Room, explorer
from smart7.meetings.slide import Chart, Notes, Shown, Table
from smart7.words import common
from smart7.words import slides as words

SERIES = "series x=at y=value text=number"
PROMISES = "promises x=said y=promised text=shown"
RANKED = "ranked y=label x=value text=shown"
SAID_MOST, SAID_HALF = 9, 5
"""How many figures are written beside the points of a line that has a whole slide, or half of one."""
BARS = "bars x=label y=value text=number"


def indicator(room: Room, item: Item) -> Made:
    """Return one indicator over its years, the newest figure large."""
    figure = room.figure(item.subject)
    return years(room, figure, where_of(room, figure), "")


def where_of(room: Room, figure: Figure) -> str:
    """Return of which domain an indicator is, and of which place it speaks."""
    return f"{catalog.domain(figure.domain_id).name.get(room.lang)} · {room.say(common.LEVELS[figure.level])}"


def years(room: Room, figure: Figure, where: str, unit_id: str) -> Made:
    """Return an indicator over its years for one unit, or the one it leads with."""
    rows = room.rows("present/series", indicator=figure.indicator_id, unit=unit_id)
    said = headline.of(figure, room.lang)
    return Made(
        headline=headline.finding(figure, room.lang),
        kicker=where,
        subhead=figure.about.get(room.lang),
        caption=caption(room, figure, rows),
        chart=drawn_years(room, figure, rows),
        table=announcements(room, figure, rows) if announced(figure) else None,
        figures=newest_first(room.leads(figure, unit_id), room.each(figure, rows)),
        notes=notes(room, figure, said),
        drill=explorer(figure.indicator_id, rows) if not unit_id else f"/units?unit={unit_id}",
    )


def drawn_years(room: Room, figure: Figure, rows: pd.DataFrame, *, half: bool = False) -> Chart | None:
    """Return the chart of an indicator's years, None where there is one alone; `half` where it has half a slide."""
    return promises(room, figure, rows) if announced(figure) else series(room, figure, rows, half=half)


def series(room: Room, figure: Figure, rows: pd.DataFrame, *, half: bool = False) -> Chart | None:
    """Return the years of an indicator as a line, one figure as nothing."""
    if len(rows) < 2:
        return None
    drawn = room.drawn(figure, rows)
    drawn["number"] = said_of(drawn, SAID_HALF if half else SAID_MOST)
    measure = figure.measure.get(room.lang)
    return room.chart(SERIES, drawn, figure.name.get(room.lang), measure, figure.decimals)


def said_of(rows: pd.DataFrame, most: int) -> list[str]:
    """Return what is written beside each point: all of a few, else the ends and the extremes, '' for the rest."""
    held = rows["value"]
    if len(rows) <= most:
        return list(rows["number"])
    marked = {0, len(rows) - 1, int(held.argmin()), int(held.argmax())}
    return [text if n in marked else "" for n, text in enumerate(rows["number"])]


def caption(room: Room, figure: Figure, rows: pd.DataFrame) -> str:
    """Return what one sees in the years of an indicator, and what must be known to trust it."""
    told = [room.say(words.SHAPE_ONLY)] if figure.is_sample else [seen(room, figure, rows)]
    return " · ".join(part for part in (*told, headline.note(figure, room.lang)) if part)


def seen(room: Room, figure: Figure, rows: pd.DataFrame) -> str:
    """Return where the years of an indicator begin and end, and their highest and lowest where those lie between."""
    held = figures.records(rows.dropna(subset=["value"]))
    if len(held) < 2:
        return ""
    first, last = held[0], held[-1]
    ends = {name: room.written(figure, one["value"]) for name, one in (("first", first), ("last", last))}
    said = room.say(words.SEEN, **ends, start=first["short"], end=last["short"])
    for text, pick in ((words.SEEN_HIGHEST, max), (words.SEEN_LOWEST, min)):
        found = pick(held, key=lambda one: one["value"])
        if found["value"] not in (first["value"], last["value"]) and not announced(figure):
            said += room.say(text, value=room.written(figure, found["value"]), period=found["short"])
    return said


def announced(figure: Figure) -> bool:
    """Return whether a figure is itself a year, which no axis of amounts can show."""
    return figure.value_kind == "year"


def promises(room: Room, figure: Figure, rows: pd.DataFrame) -> Chart | None:
    """Return the years that were promised against the years they were promised in, one alone as nothing."""
    if len(rows) < 2:
        return None
    said = [as_year(day) for day in rows["period_start"]]
    drawn = room.drawn(figure, rows).assign(said=said, promised=rows["value"])
    return room.chart(PROMISES, drawn, figure.name.get(room.lang), figure.measure.get(room.lang), 0)


def announcements(room: Room, figure: Figure, rows: pd.DataFrame) -> Table:
    """Return the years that were said, each with when and where it was said, the newest first."""
    header = tuple(room.say(text) for text in (common.PERIOD, common.VALUE, common.SOURCE))
    shown = reversed(room.each(figure, rows))
    return Table(header, tuple((one.period, one.shown, one.source) for one in shown), numbers=(1,))


def newest_first(lead: Shown, others: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Return the figure a slide leads with, then the others from the newest back."""
    return (lead, *(one for one in reversed(others) if one.key != lead.key))


def change(room: Room, item: Item) -> Made:
    """Return an earlier year of an indicator against its newest, as two bars."""
    subject, _, year = item.subject.partition(":")
    figure = room.figure(subject)
    rows = room.rows("present/series", indicator=subject)
    if len(rows) < 2:
        said = headline.of(figure, room.lang)
        if len(rows) == 1 and not figure.is_sample:
            said = room.say(words.ONE_PERIOD, name=figure.name.get(room.lang))
        return Made(said, figure.about.get(room.lang), None, (room.leads(figure),), notes(room, figure, said),
                    explorer(subject, rows), kicker=where_of(room, figure))  # fmt: skip
    old = earlier(rows, int(year or 0))
    two = rows.iloc[[old, -1]]
    said = told(room, figure, figures.records(two))
    if announced(figure):
        return replace(years(room, figure, where_of(room, figure), ""), headline=said)
    drawn = room.drawn(figure, two).assign(label=two["short"])
    chart = room.chart(BARS, drawn, figure.name.get(room.lang), figure.measure.get(room.lang), figure.decimals)
    shown_two = newest_first(room.leads(figure), room.each(figure, two))
    return Made(
        said, figure.about.get(room.lang), chart, shown_two, notes(room, figure, said), explorer(subject, two),
        kicker=where_of(room, figure), caption=headline.note(figure, room.lang),
    )  # fmt: skip


def earlier(rows: pd.DataFrame, year: int) -> int:
    """Return the place of the year asked for, else of the oldest counted in the same way as the newest."""
    before = range(len(rows) - 1)
    asked = [n for n in before if int(rows["at"].iloc[n]) == year]
    same = [n for n in before if rows["era"].iloc[n] == rows["era"].iloc[-1]]
    return asked[-1] if asked else same[0] if same else len(rows) - 2


def told(room: Room, figure: Figure, two: list[dict[str, Any]]) -> str:
    """Return the headline of two years of an indicator."""
    old, new = two
    if figure.is_sample:
        return headline.of(figure, room.lang)
    if old["era"] != new["era"] or old["incomplete"] or new["incomplete"]:
        return room.say(words.NOT_COMPARABLE, name=figure.name.get(room.lang), before=old["short"])
    before = Period(old["period_kind"], old["period_start"], old["period_end"])
    return headline.between(figure, old["value"], before, room.lang)


def comparison(room: Room, item: Item) -> Made:
    """Return the units an indicator is measured by, ranked; the headline speaks of real ones only."""
    subject, _, year = item.subject.partition(":")
    figure = room.figure(subject)
    rows = room.rows("present/by_unit", indicator=subject, year=int(year or 0))
    name, measure = figure.name.get(room.lang), figure.measure.get(room.lang)
    if rows.empty:
        said = room.say(words.NO_UNITS, name=name)
        return Made(said, "", None, (), notes(room, figure, said), explorer(subject), kicker=where_of(room, figure))
    real = rows[~rows["is_sample"]]
    found = [(row["label"], row["value"], room.written(figure, row["value"])) for row in figures.records(real)]
    said = headline.extremes(name, found, str(rows["short"].iloc[0]), room.lang)
    drawn = room.drawn(figure, rows)
    chart = room.chart(RANKED, drawn, name, measure, figure.decimals)
    return Made(
        said, figure.about.get(room.lang), chart, room.each(figure, rows), notes(room, figure, said),
        explorer(subject, rows), kicker=where_of(room, figure),
        caption=f"{rows['period'].iloc[0]} · {figure.about.get(room.lang)}",
    )  # fmt: skip


def notes(room: Room, figure: Figure, said: str) -> Notes:
    """Return what whoever presents an indicator has to say, and is likely to be asked."""
    lines = [said, figure.about.get(room.lang)]
    lines += [text.get(room.lang) for text in (figure.note, figure.break_note) if text]
    source = figure.provenance
    method = room.say(words.METHOD, formula=source.formula.get(room.lang), owner=source.owner.get(room.lang))
    return Notes("\n".join(lines), method, tuple(room.say(words.ASKED[name]) for name in asked(figure)))


def asked(figure: Figure) -> list[str]:
    """Return which questions a figure calls for."""
    if figure.value is None:
        return ["missing"]
    if figure.is_sample:
        return ["sample", "source"]
    better = headline.judged(headline.moved(figure.change, figure.decimals), figure.direction)
    found = [] if better is None else ["better" if better else "worse"]
    found += ["missed"] if figure.judged_real.judgement in ("near", "off") else []
    found += ["late"] if figure.late else []
    return [*found, "source"]


def table(room: Room, shown: tuple[Shown, ...]) -> Table:
    """Return figures of several indicators as a table: name, value, period, how it stands, quality."""
    header = (common.INDICATOR, common.VALUE, common.PERIOD, common.STATUS_NAME, common.QUALITY_NAME)
    rows = tuple((one.name, one.shown, one.period, one.status_name, one.quality_name) for one in shown)
    return Table(tuple(room.say(text) for text in header), rows, numbers=(1,))

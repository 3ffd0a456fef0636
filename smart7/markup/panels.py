"""What stands round a chart: what it says to those who do not see it, its credit, its numbers, dated events."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from smart7 import calendar, formats
from smart7.i18n import Lang, Text
from smart7.markup import findings, terms
from smart7.markup.pieces import more, table, tag, wrap
from smart7.view import View
from smart7.words import common, domain
from smart7.words import panels as words

HIDDEN_COLUMNS = ("source", "is_sample", "decimals", "measure", "value")
OF_TARGETS = ("target_low", "target_high", "whose", "other_low", "other_high", "other")
"""Columns that a table leaves out where there is no target."""


def shown(rows: pd.DataFrame, name: str, lang: Lang) -> pd.DataFrame:
    """Return rows with the column `shown`: each value written with its unit of measure."""
    if "value" not in rows or "quality" not in rows:
        return rows
    values = rows["value"].tolist()
    told = {"quality_name": [quality_name(quality, lang) for quality in rows["quality"]]}
    if "promised" in rows:
        told["shown"] = [formats.figure(v, Text("-", "-"), "year", 0, lang) for v in values]
        return rows.assign(**told)
    decimals = rows["decimals"].tolist()
    parts = zip(values, rows["measure"], decimals, strict=True)
    told["shown"] = [with_measure(value, measure, places, lang) for value, measure, places in parts]
    told["number"] = [formats.number(v, d, lang) for v, d in zip(values, decimals, strict=True)]
    return steps(rows.assign(**told), lang)


def with_measure(value: float | None, measure: str, decimals: int, lang: Lang) -> str:
    """Return a value with the unit of measure of its row."""
    return formats.figure(value, Text(measure, measure), "percent" if measure == "%" else "number", decimals, lang)


def quality_name(quality: str | None, lang: Lang) -> str:
    """Return the name of a quality, a dash where there is no figure to have one."""
    return common.QUALITY[quality].get(lang) if isinstance(quality, str) else formats.MISSING


def steps(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Return the steps of a flow with names of their own, and with words where there is no figure."""
    if "step" not in rows:
        return rows
    pairs = zip(rows["step"], rows["label"], strict=True)
    label = [words.STEPS[step].get(lang) if step in words.STEPS else name for step, name in pairs]
    return rows.assign(label=label, shown=rows["shown"].where(rows["value"].notna(), words.NO_FIGURE.get(lang)))


def figures_of(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as plain dictionaries."""
    names = [str(name) for name in rows]
    return [dict(zip(names, row, strict=True)) for row in zip(*(rows[name].tolist() for name in rows), strict=True)]


def shades(kind: str, fields: Mapping[str, str], rows: pd.DataFrame, view: View) -> str:
    """Return what the shades of a grid of cells stand for, as narrow cells hold no figures; '' for other charts."""
    if kind != "heat":
        return ""
    most = rows.sort_values(fields["value"], na_position="first")[fields["text"]].iloc[-1]
    return tag("p", view.say(domain.SHADES, most=most), "s7-note")


def says(rule: str, rows: list[dict[str, Any]], view: View) -> str:
    """Return the headline of a panel, made from its rows by the rule its query names; '' where there is none."""
    said = findings.said(rule, rows, view) if rule else ""
    made_up = any(row.get("is_sample") for row in rows)
    return tag("p", said, "s7-says s7-none" if made_up else "s7-says") if said else ""


def alternative(title: str, rows: pd.DataFrame, view: View) -> str:
    """Return what a chart says to those who do not see it."""
    label = rows["label"].astype(str)
    if "step" in rows:
        said = "; ".join(f"{name} {figure}" for name, figure in zip(label, rows["shown"], strict=True))
        return view.say(words.ALT, title=title, summary=said)
    summary = view.say(words.SUMMARY, count=len(rows), first=label.iloc[0], last=label.iloc[-1])
    return view.say(words.ALT, title=title, summary=summary)


def credit(rows: pd.DataFrame, view: View) -> str:
    """Return period, quality and source of what a chart shows."""
    marks = "".join(quality_word(name, view) + " " for name in distinct(rows["quality"]))
    periods = distinct(rows["period"])
    span = periods[0] if len(periods) == 1 else f"{periods[0]} – {periods[-1]}" if periods else ""
    sources = "; ".join(distinct(rows["source"]))
    measures = distinct(rows["measure"])
    measure = f"{view.say(common.MEASURE)}: {measures[0]} · " if len(measures) == 1 else ""
    said = tag("span", f"· {measure}{span} · {view.say(common.SOURCE)}: {sources}")
    return wrap("p", marks + said, "s7-note")


def events_note(rows: pd.DataFrame) -> str:
    """Return in words what the event marks of a chart stand for."""
    if "event" not in rows or rows["event"].isna().all():
        return ""
    marked = rows.dropna(subset=["event"])
    said = [f"▼ {label}: {event}" for label, event in zip(marked["label"], marked["event"], strict=True)]
    return tag("p", " · ".join(said), "s7-note")


def told(above: str, below: str) -> str:
    """Return a panel without a chart of the browser's as one block."""
    return wrap("div", wrap("div", above) + (wrap("div", below) if below else ""), "s7-panel")


def quality_mark(quality: str, view: View) -> str:
    """Return the mark and name of a quality."""
    name = view.say(common.QUALITY[quality])
    return tag("span", name, f"s7-quality s7-q-{quality}", style=f"--s7-q:var(--s7-quality-{quality})")


def quality_word(quality: str, view: View) -> str:
    """Return the mark and name of a quality, which lead to what it means."""
    style = f"--s7-q:var(--s7-quality-{quality})"
    return terms.word(quality, view.say(common.QUALITY[quality]), view, f"s7-quality s7-q-{quality}", style=style)


def distinct(values: Iterable[Any]) -> list[str]:
    """Return the distinct known values in the order they come."""
    return [str(v) for v in dict.fromkeys(values) if v is not None and v == v]


def numbers(rows: pd.DataFrame, title: str, view: View) -> str:
    """Return a chart's rows as a table that opens on demand."""
    told = [c for c in rows.columns if c not in HIDDEN_COLUMNS and c in words.COLUMNS]
    names = [c for c in told if c not in OF_TARGETS or rows[c].notna().any()]
    header = [view.say(words.COLUMNS[name]) for name in names]
    cells = [[written(value, name, view) for value in rows[name].tolist()] for name in names]
    body = list(zip(*cells, strict=True))
    numeric = [n for n, name in enumerate(names) if name in ("shown", "done", "total")]
    return more(view.say(words.NUMBERS), table(header, body, caption=title, numbers=numeric))


def written(value: Any, column: str, view: View) -> str:  # noqa: ANN401
    """Return a cell as text: qualities by name, years as people count them, numbers with separators."""
    if value is None or value != value:
        return formats.MISSING
    if column == "quality":
        return view.say(common.QUALITY[value])
    if column in ("said", "promised"):
        return formats.figure(value, Text("-", "-"), "year", 0, view.lang)
    return formats.number(value, 0, view.lang) if isinstance(value, float) else str(value)


def timeline(events: Iterable[dict[str, Any]], view: View) -> str:
    """Return dated events as a list along a line; promises are drawn hollow."""
    items = []
    for event in events:
        when = tag("time", event_day(event, view), datetime=f"{event['date']:%Y-%m-%d}")
        kind = view.say(common.EVENT_KINDS[event["kind"]])
        mark = quality_mark(event["quality"], view)
        detail = event["detail"] if isinstance(event["detail"], str) else ""
        small = wrap("small", tag("span", f"{detail} ") + mark + tag("span", f" · {event['source']}"))
        css = "s7-promise" if event["kind"] == "promise" else ""
        items.append(wrap("li", when + tag("span", f"{event['title']} ({kind})") + small, css))
    return wrap("ol", "".join(items), "s7-timeline")


def event_day(event: dict[str, Any], view: View) -> str:
    """Return an event's date, no more exact than it is known."""
    day = event["date"].date() if hasattr(event["date"], "date") else event["date"]
    if event["date_precision"] == "day":
        return calendar.format_date(day, view.lang, short=True)
    kind: calendar.PeriodKind = "month" if event["date_precision"] == "month" else "calendar_year"
    return calendar.label(calendar.containing(kind, day), view.lang, short=True)

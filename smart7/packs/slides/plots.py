"""What PowerPoint shall draw for each kind of chart: names along an axis and series, whose numbers are the figures."""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Final

import pandas as pd
from pptx.enum.chart import XL_CHART_TYPE as TYPES

from smart7.i18n import Lang
from smart7.meetings.slide import Chart
from smart7.words import packs as words
from smart7.words.panels import COLUMNS

PARTS_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of numbers with a mark on each that is a sample; `role` is value or target.

    `shown` holds the numbers as people read them where no number format writes them so, such as Buddhist years.
    """

    name: str
    values: list[float | None]
    samples: list[bool]
    role: str = "value"
    xs: list[float] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart as PowerPoint takes it: its type, names along the axis, and series.

    `ends` are those of the axis of values, None where it begins at nothing or as PowerPoint likes.
    """

    kind: Any
    names: list[str]
    series: list[Series]
    ends: tuple[float, float] | None = None


def is_native(chart: Chart) -> bool:
    """Return whether PowerPoint draws a chart itself."""
    return chart.kind in PLOTS and not chart.rows.empty


def plot(chart: Chart, lang: Lang) -> Plot:
    """Return what PowerPoint shall draw for a chart."""
    plan = PLOTS[chart.kind](chart, lang)
    written = chart.fields.get("text", "")
    if written in chart.rows and len(plan.series) == 1 and not (plan.series[0].xs or plan.series[0].shown):
        said = {number(v): str(text) for v, text in zip(chart.rows[value_of(chart)], chart.rows[written], strict=True)}
        texts = [said.get(value, "") for value in plan.series[0].values]
        if any(
            digits(text) != digits(form(v, chart.decimals))
            for text, v in zip(texts, plan.series[0].values, strict=True)
            if v is not None
        ):
            plan.series[0].shown.extend(texts)
    return plan


def value_of(chart: Chart) -> str:
    """Return the column of a chart's values."""
    return next(
        (chart.fields[part] for part in ("x", "y") if chart.fields.get(part) in ("value", "done", "trips")), "value"
    )


def form(value: float, decimals: int) -> str:
    """Return a number as Office writes it in a chart."""
    return f"{value:,.{decimals}f}"


def digits(text: str) -> str:
    """Return the digits a text begins with, without what is between them."""
    found = re.match(r"[^\d]*([\d,.]*)", text)
    return found[1].replace(",", "").rstrip(".") if found else ""


def number(value: Any) -> float | None:  # noqa: ANN401
    """Return a cell as a number, None where it is missing."""
    return None if value is None or pd.isna(value) else float(value)


def flags(rows: pd.DataFrame) -> list[bool]:
    """Return which rows are samples."""
    return [bool(flag) for flag in rows["is_sample"]] if "is_sample" in rows else [False] * len(rows)


def column(chart: Chart, name: str, default: str) -> str:
    """Return the column that plays a part in a chart."""
    return chart.fields.get(name, default)


def pivoted(rows: pd.DataFrame, along: str, by: str | None, value: str, only: str) -> tuple[list[str], list[Series]]:
    """Return names along the axis and a series for each group, in the order of the rows."""
    names = list(dict.fromkeys(str(name) for name in rows[along]))
    groups: dict[Hashable, pd.DataFrame] = dict(list(rows.groupby(by, sort=False))) if by else {only: rows}
    found = []
    for group, part in groups.items():
        held = {str(n): (number(v), s) for n, v, s in zip(part[along], part[value], flags(part), strict=True)}
        cells = [held.get(name, (None, False)) for name in names]
        found.append(Series(str(group), [v for v, _ in cells], [s for _, s in cells]))
    return names, found


def series(chart: Chart, lang: Lang) -> Plot:
    """Return a line over the years with its target; it breaks where the way of counting changes."""
    rows, value = chart.rows, column(chart, "y", "value")
    along = "period" if "period" in rows else column(chart, "x", "at")
    by = "era" if "era" in rows and rows["era"].nunique() > 1 else None
    names, found = pivoted(rows, along, by, value, chart.measure)
    named = [chart.measure, *(words.NEW_COUNT.format(lang, name=chart.measure) for _ in found[1:])]
    lines = [Series(name, s.values, s.samples) for name, s in zip(named, found, strict=True)]
    for bound in ("target_low", "target_high"):
        held = rows.dropna(subset=[bound]) if bound in rows else rows.iloc[:0]
        told = held["whose"] if "whose" in held else pd.Series(None, index=held.index, dtype=object)
        # One line for each whose target it is: what one asks for is no way to what another asks.
        for whose, own in held.groupby(told.where(told.notna(), COLUMNS[bound].get(lang)), sort=False):
            asked = {str(name): number(value) for name, value in zip(own[along], own[bound], strict=True)}
            lines.append(Series(str(whose), [asked.get(name) for name in names], [False] * len(names), "target"))
    return Plot(TYPES.LINE_MARKERS, names, lines)


def months(chart: Chart, lang: Lang) -> Plot:
    """Return a line over months or quarters."""
    along = "period" if "period" in chart.rows else column(chart, "x", "at")
    return Plot(TYPES.LINE_MARKERS, *pivoted(chart.rows, along, None, column(chart, "y", "value"), chart.measure))


def lines(chart: Chart, lang: Lang) -> Plot:
    """Return a line for each series."""
    rows, along, by = chart.rows, column(chart, "x", "period"), column(chart, "color", "series")
    found = pivoted(rows, along, by if by in rows else None, column(chart, "y", "value"), chart.measure)
    return Plot(TYPES.LINE_MARKERS, *found)


def standing(chart: Chart, lang: Lang) -> Plot:
    """Return standing bars, side by side where there are several series."""
    rows, along, by = chart.rows, column(chart, "x", "label"), chart.fields.get("color")
    found = pivoted(rows, along, by, column(chart, "y", "value"), chart.measure)
    return Plot(TYPES.COLUMN_CLUSTERED, *found)


def lying(chart: Chart, lang: Lang) -> Plot:
    """Return lying bars, the first row on top; the most on top where they are ranked."""
    value = column(chart, "x", "value")
    rows = chart.rows.sort_values(value, ascending=False, kind="stable") if chart.kind == "ranked" else chart.rows
    # Amounts in another unit of measure have no place on the same axis.
    if "measure" in rows and rows["measure"].nunique() > 1:
        rows = rows[rows["measure"] == rows["measure"].iloc[0]]
    return Plot(TYPES.BAR_CLUSTERED, *pivoted(rows, column(chart, "y", "label"), None, value, chart.measure))


def progress(chart: Chart, lang: Lang) -> Plot:
    """Return what is done and what is left as stacked lying bars."""
    done, total = column(chart, "x", "done"), column(chart, "total", "total")
    rows = chart.rows.assign(rest=chart.rows[total] - chart.rows[done])
    names, (first,) = pivoted(rows, column(chart, "y", "label"), None, done, COLUMNS["done"].get(lang))
    _, (rest,) = pivoted(rows, column(chart, "y", "label"), None, "rest", words.REST.get(lang))
    return Plot(TYPES.BAR_STACKED, names, [first, rest])


def stacked(chart: Chart, lang: Lang) -> Plot:
    """Return parts on one another, one bar to a name."""
    rows, along, by = chart.rows, column(chart, "y", "label"), column(chart, "color", "series")
    return Plot(TYPES.BAR_STACKED, *pivoted(rows, along, by, column(chart, "x", "value"), chart.measure))


def doughnut(chart: Chart, lang: Lang) -> Plot:
    """Return a ring where the parts make a whole, lying bars where they do not."""
    value = column(chart, "x", "value")
    found = pivoted(chart.rows, column(chart, "y", "label"), None, value, chart.measure)
    return Plot(TYPES.DOUGHNUT if makes_whole(chart) else TYPES.BAR_CLUSTERED, *found)


def makes_whole(chart: Chart) -> bool:
    """Return whether few parts, none missing or below nothing, add up to the whole that their rows name."""
    values = chart.rows[column(chart, "x", "value")]
    if values.isna().any() or (values < 0).any() or not 2 <= len(values) <= PARTS_MOST or "whole" not in chart.rows:
        return False
    whole = float(chart.rows["whole"].iloc[0])
    return whole > 0 and abs(float(values.sum()) - whole) <= 0.005 * whole


def ranges(chart: Chart, lang: Lang) -> Plot:
    """Return the least, the middle and the most of each row as bars side by side."""
    along = column(chart, "y", "label")
    parts = [pivoted(chart.rows, along, None, chart.fields[part], chart.fields[part]) for part in ("x", "mid", "x2")]
    named = [Series(name.get(lang), s.values, s.samples) for name, (_, (s,)) in zip(words.RANGE, parts, strict=True)]
    return Plot(TYPES.BAR_CLUSTERED, parts[0][0], named)


def points(chart: Chart, lang: Lang) -> Plot:
    """Return a point for each row by two of its figures."""
    rows = chart.rows
    xs, ys = rows[column(chart, "x", "x")].astype(float), rows[column(chart, "y", "y")].astype(float)
    names = [str(name) for name in rows["label"]] if "label" in rows else [str(n) for n in range(1, len(rows) + 1)]
    return Plot(TYPES.XY_SCATTER, names, [Series(chart.measure, list(ys), flags(rows), xs=list(xs))])


def promises(chart: Chart, lang: Lang) -> Plot:
    """Return promised years as a line of points over when they were promised; no year is an amount from nothing."""
    rows, name = chart.rows, "short" if "short" in chart.rows else "label"
    values = [number(value) for value in rows[column(chart, "y", "promised")]]
    shown = [str(text) for text in rows[column(chart, "text", "shown")]]
    known = [value for value in values if value is not None]
    line = Series(chart.measure, values, flags(rows), shown=shown)
    return Plot(TYPES.LINE_MARKERS, [str(text) for text in rows[name]], [line], (min(known) - 1, max(known) + 1))


def boxes(chart: Chart, lang: Lang) -> Plot:
    """Return every figure as a point on the line of its group."""
    by, value = column(chart, "y", "label"), column(chart, "x", "value")
    found = []
    for n, (group, part) in enumerate(chart.rows.groupby(by, sort=False), 1):
        found.append(Series(str(group), [float(n)] * len(part), flags(part), xs=[float(v) for v in part[value]]))
    return Plot(TYPES.XY_SCATTER, [], found)


PLOTS: Final[dict[str, Callable[[Chart, Lang], Plot]]] = {
    "series": series, "months": months, "lines": lines, "multiples": lines, "bars": standing, "groups": standing,
    "ranked": lying, "lying": lying, "flow": lying, "funnel": lying, "progress": progress, "stacked": stacked,
    "doughnut": doughnut, "ranges": ranges, "scatter": points, "promises": promises, "boxes": boxes,
}  # fmt: skip

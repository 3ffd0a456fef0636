"""Charts of days and hours: a calendar against the standard, months and seasons, hours of the day, shape of a year."""

from datetime import date
from typing import Any, Final

import altair as alt
import pandas as pd

from smart7 import calendar, formats
from smart7.charts import bars, compare
from smart7.charts.look import HEIGHT, Drawn, Fields, Look, layered, time_axis, tooltip
from smart7.figures import records
from smart7.i18n import Text
from smart7.words import days as words

ROW: Final = 22
SHAPES: Final = {"low": "square", "within": "square", "over": "triangle-up", "far": "cross", "few": "circle",
                 "unjudged": "square"}  # fmt: skip
SIGNS: Final = ("over", "far", "few")
"""What is told by a shape in the cell too."""
MARK: Final = 34
DAYS: Final = list(range(1, 32))
NAMED: Final = [1, 5, 10, 15, 20, 25, 30]
"""Days that are named; on a telephone no more find room side by side."""
LINES: Final = {"x": "label", "y": "value", "color": "series"}


def calendar_of(rows: pd.DataFrame, _fields: Fields, look: Look) -> Drawn:
    """Return days as cells, a row to each month, coloured by the standard of the day; what is over has a shape too."""
    known = rows.assign(kind=[kind(row) for row in records(rows)])
    known = known.assign(
        dom=[day.day for day in known["day"]],
        month=[
            calendar.label(calendar.containing("month", calendar.as_day(day)), look.lang, short=True)
            for day in known["day"]
        ],
        label=[calendar.format_date(calendar.as_day(day), look.lang, short=True) for day in known["day"]],
        shown=[told(row, look) for row in records(known)],
        series=[words.CLASSES[name].get(look.lang) if name != "gap" else "" for name in known["kind"]],
    )[["dom", "month", "label", "shown", "kind", "series"]]
    x = {"field": "dom", "type": "ordinal", "title": None, "scale": {"domain": DAYS, "padding": 0.06},
         "axis": {"values": NAMED, "labelAngle": 0, "orient": "top", "domain": False, "ticks": False}}  # fmt: skip
    y = alt.Y("month:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False))
    names = [name for name in words.CLASSES if name in set(known["kind"])]
    legend = alt.Legend(title=None, orient="bottom", columns=2, labelLimit=320, symbolStrokeWidth=0)
    base = look.over(known).encode(x=x, y=y, tooltip=tooltip(known, look))
    every = base.mark("rect", fillOpacity=0, stroke=look.colours.grid, strokeWidth=1)
    cell = base.transformed(filter="datum.kind !== 'gap'").mark("rect", strokeWidth=0)
    signs = " || ".join(f"datum.kind === '{name}'" for name in SIGNS)
    sign = base.transformed(filter=signs).mark("point", filled=True, size=MARK, opacity=1)
    layers = [every, cell.encode(color=alt.Color("series:N", scale=colours(names, look), legend=legend))]
    if set(SIGNS) & set(names):  # marks that come to none would be a group without a name for who hears the page
        shape = alt.Shape("series:N", scale=shapes(names, look), legend=legend)
        layers.append(sign.encode(shape=shape, fill=alt.value(look.colours.surface)))
    return layered(*layers, height=ROW * known["month"].nunique() + 10)


def colours(names: list[str], look: Look) -> alt.Scale:
    """Return the colour of each kind of day."""
    own = look.colours
    told_by = {"low": own.ramp[1], "within": own.ramp[3], "over": own.ground["more"], "far": own.status["off"],
               "few": own.muted, "unjudged": own.ramp[2]}  # fmt: skip
    return alt.Scale(domain=[words.CLASSES[n].get(look.lang) for n in names], range=[told_by[n] for n in names])


def shapes(names: list[str], look: Look) -> alt.Scale:
    """Return the shape of each kind of day."""
    return alt.Scale(domain=[words.CLASSES[n].get(look.lang) for n in names], range=[SHAPES[n] for n in names])


def kind(row: dict[str, Any]) -> str:
    """Return how a day stands to the standard: by half of it and twice of it too."""
    verdict, value, standard = row["verdict"], row["value"], row["standard"]
    if verdict == "within" and value <= standard / 2:
        return "low"
    return "far" if verdict == "over" and value > 2 * standard else str(verdict)


def told(row: dict[str, Any], look: Look) -> str:
    """Return a day in words: its value, the standard, hours measured."""
    if row["kind"] == "gap":
        return words.NOT_MEASURED.get(look.lang)
    said = [written(row["value"], row, look)] if row["value"] is not None else []
    if row["standard"] is not None:
        limit = formats.number(row["standard"], row["decimals"], look.lang)
        said.append(words.LIMIT.format(look.lang, value=limit))
    if row["hours"] is not None:
        said.append(words.HOURS_OF.format(look.lang, hours=int(row["hours"])))
    return " · ".join([*said, words.CLASSES[row["kind"]].get(look.lang)])


def written(value: float | None, row: dict[str, Any], look: Look) -> str:
    """Return a value with the unit of measure of its row."""
    measure = Text(row["measure"], row["measure"])
    return formats.figure(value, measure, "number", int(row["decimals"]), look.lang)


def over(rows: pd.DataFrame, _fields: Fields, look: Look) -> Drawn:
    """Return days over the standard as a grid, a row to each fiscal year and a column to each month."""
    named = rows.assign(
        month=[calendar.MONTHS_SHORT[day.month - 1].get(look.lang) for day in rows["month_start"]],
        year=[year_words(int(year), look) for year in rows["fiscal_year"]],
        label=[month_words(day, look) for day in rows["month_start"]],
        text=[of_judged(row) for row in records(rows)],
        shown=[
            words.OVER_OF.format(look.lang, over=int(row["value"]), judged=int(row["judged"])) for row in records(rows)
        ],
    )
    order = [calendar.MONTHS_SHORT[n].get(look.lang) for n in (9, 10, 11, *range(9))]
    drawn = bars.heat(named, {"x": "month", "y": "year", "value": "value", "text": "text"}, look, len(order))
    for layer in drawn["layer"]:
        layer["encoding"]["x"]["scale"] = {"domain": order}
    return drawn


def of_judged(row: dict[str, Any]) -> str:
    """Return days over, with the days measured beside it where those are fewer than three quarters of the month."""
    whole = row["judged"] * 4 >= row["days_in_month"] * 3
    return f"{row['value']:.0f}" if whole else f"{row['value']:.0f}/{row['judged']}"


def month_words(day: date, look: Look) -> str:
    """Return a month as the language writes it."""
    return calendar.label(calendar.containing("month", calendar.as_day(day)), look.lang)


def year_words(year: int, look: Look) -> str:
    """Return a fiscal year (CE) as the language writes it, short."""
    return calendar.label(calendar.period("fiscal_year", date(year - 1, 10, 1)), look.lang, short=True)


def seasons(rows: pd.DataFrame, _fields: Fields, look: Look) -> Drawn:
    """Return days over the standard as standing bars, one of each season to a year."""
    named = rows.assign(
        year=[str(calendar.counted(int(year), look.lang)) for year in rows["season_year"]],
        series=[words.SEASONS[name].get(look.lang) for name in rows["season"]],
        shown=[
            words.OVER_OF.format(look.lang, over=int(row["value"]), judged=int(row["judged"])) for row in records(rows)
        ],
    ).assign(label=lambda own: own["series"] + " " + own["year"])
    return compare.groups(named, {"x": "year", "y": "value", "color": "series"}, look)


def by_hour(rows: pd.DataFrame, _fields: Fields, look: Look) -> Drawn:
    """Return a line over the hours of the day for each season."""
    named = rows.assign(
        label=[f"{int(hour):02d}" for hour in rows["hour"]],
        series=[words.SEASONS[name].get(look.lang) for name in rows["season"]],
        shown=[written(row["value"], row, look) for row in records(rows)],
    ).assign(period=lambda own: own["series"])
    drawn = compare.lines(named, LINES, look)
    for layer in drawn["layer"]:
        layer["encoding"]["x"]["axis"] = {"labelAngle": 0, "labelOverlap": True}
    return drawn


def months(rows: pd.DataFrame, _fields: Fields, look: Look) -> Drawn:
    """Return monthly means as a line that breaks where a month was not measured enough."""
    named = rows.assign(
        label=[month_words(day, look) for day in rows["month_start"]],
        shown=[written(row["value"], row, look) for row in records(rows)],
        event=[
            (words.DAYS_OF if row["value"] is not None else words.TOO_FEW).format(
                look.lang, days=int(row["days"]), all=int(row["days_in_month"])
            )
            for row in records(rows)
        ],
    )[["at", "value", "label", "shown", "event", "month_start"]]
    base = look.over(named).encode(
        x=alt.X("at:Q", axis=time_axis(look, named, "at"), title=None, scale=alt.Scale(zero=False, nice=False)),
        y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=5), scale=alt.Scale(domainMin=0)),
    )
    line = base.mark("line", strokeWidth=1.8, color=look.colours.accent, invalid="break-paths-show-domains")
    measured = base.transformed(filter="isValid(datum.value)")
    dot = measured.mark("point", size=26, opacity=0.9, color=look.colours.accent).encode(tooltip=tooltip(named, look))
    return layered(line, dot, height=HEIGHT - 40)


def shape(rows: pd.DataFrame, _fields: Fields, look: Look) -> Drawn:
    """Return the middle of each month over a band from lowest to highest, and the latest year beside it."""
    year = words.OF_YEAR.format(look.lang, year=calendar.counted(int(rows["fiscal_year"].iloc[0]), look.lang))
    middle = words.MIDDLE.get(look.lang)
    named = rows.assign(
        label=[calendar.MONTHS_SHORT[int(month) - 1].get(look.lang) for month in rows["month"]], series=middle
    )
    own = named.dropna(subset=["latest"]).assign(value=lambda some: some["latest"], series=year)
    both = pd.concat([named, own], ignore_index=True)
    both = both.assign(shown=[written(row["value"], row, look) for row in records(both)], period=both["series"])
    x = alt.X("label:N", sort=None, title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True))
    y = alt.Y("low:Q", title=None, axis=alt.Axis(tickCount=5))
    band = look.over(named).mark("area", opacity=0.18, color=look.colours.accent).encode(x=x, y=y, y2="high:Q")
    lines = compare.lines(both, LINES, look)
    first = band.spec({})
    return {"layer": [first, *({"data": lines["data"], **layer} for layer in lines["layer"])], "height": HEIGHT}

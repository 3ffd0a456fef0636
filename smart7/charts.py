"""Rows to Vega-Lite specifications: pure, small, in the project's look; drawn elsewhere.

A query file names its chart in its header (`chart: bars x=year y=value color=part`); the words after the kind
say which column plays which part.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import pandas as pd

from smart7 import calendar, theme
from smart7.i18n import Lang
from smart7.words.panels import COLUMNS

Fields = Mapping[str, str]
Spec = dict[str, Any]
HEIGHT: Final = 280
ROW: Final = 34


@dataclass(frozen=True, slots=True)
class Look:
    """In which language and appearance a chart is drawn."""

    lang: Lang
    dark: bool

    @property
    def colours(self) -> theme.Palette:
        """Return the colours of the appearance."""
        return theme.palette(self.dark)

    def name(self, column: str) -> str:
        """Return what a column is called."""
        return COLUMNS[column].get(self.lang)


def parse(chart: str) -> tuple[str, dict[str, str]]:
    """Return the kind of a chart and its fields from a header such as `bars x=year y=value`."""
    kind, *pairs = chart.split()
    return kind, dict(pair.split("=", 1) for pair in pairs)


def build(chart: str, rows: pd.DataFrame, lang: Lang, dark: bool) -> Spec:
    """Return the specification of a chart over its rows; raises `KeyError` for an unknown kind."""
    kind, fields = parse(chart)
    drawn = KINDS[kind](rows, fields, Look(lang, dark))
    spec: Spec = (drawn if isinstance(drawn, alt.FacetChart) else drawn.properties(width="container")).to_dict()
    for noise in ("$schema", "config"):
        spec.pop(noise, None)
    return spec | theme.vega_config(lang, dark)


def hollow(look: Look) -> dict[str, Any]:
    """Return the encodings that draw a sample figure hollow and dashed."""
    return {
        "fillOpacity": alt.condition("datum.is_sample", alt.value(0.1), alt.value(1.0)),
        "strokeDash": alt.condition("datum.is_sample", alt.value([4, 3]), alt.value([1, 0])),
        "stroke": alt.value(look.colours.accent),
    }


def tooltip(rows: pd.DataFrame, look: Look) -> list[alt.Tooltip]:
    """Return what shows when a mark is pointed at: every column that has a name, as text."""
    named = ("label", "period", "shown", "rooms", "event", "quality_name")
    titles = {"quality_name": "quality"}
    return [alt.Tooltip(f"{c}:N", title=look.name(titles.get(c, c))) for c in named if c in rows]


def names_axis(limit: int = 220) -> alt.Axis:
    """Return an axis of names: horizontal text, cut only when very long."""
    return alt.Axis(labelLimit=limit, ticks=False, domain=False)


def bars(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.LayerChart:
    """Return standing bars in the order of the rows, the figure above each, events of a year as a mark."""
    base = alt.Chart(rows).encode(
        x=alt.X(f"{fields['x']}:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y(f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=4, format=",.0f"), scale=alt.Scale(padding=24)),
    )
    layers = [
        base.mark_bar(cornerRadiusEnd=3, strokeWidth=1.5).encode(tooltip=tooltip(rows, look), **hollow(look)),
        base.mark_text(dy=-9).encode(text=f"{fields['text']}:N"),
    ]
    if fields.get("note") in rows and rows[fields["note"]].notna().any():
        noted = alt.Chart(rows[rows[fields["note"]].notna()]).encode(x=alt.X(f"{fields['x']}:N", sort=None))
        layers.append(
            noted.mark_text(fontSize=16, dy=-10, color=look.colours.ink, text="\u25bc").encode(
                y=alt.value(HEIGHT), tooltip=tooltip(rows, look)
            )
        )
    return alt.layer(*layers).properties(height=HEIGHT)


def flow(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.LayerChart:
    """Return steps under one another, each as wide as its share of the first.

    A step in another unit of measure (waste turned into electricity) keeps the width of the step it comes from.
    """
    first = rows[fields["x"]].iloc[0]
    same = rows["measure"] == rows["measure"].iloc[0]
    share = (rows[fields["x"]] / first).where(same).ffill()
    return lying(rows.assign(share=share), "share", fields, look)


def parts(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.LayerChart:
    """Return the parts of a figure as lying bars in the order of the rows."""
    return lying(rows, fields["x"], fields, look)


def time_axis(look: Look) -> alt.Axis:
    """Return an axis of years as the language counts them."""
    shift = calendar.ERA_OFFSET if look.lang == "th" else 0
    return alt.Axis(tickMinStep=1, tickCount=10, labelExpr=f"format(datum.value + {shift}, 'd')", grid=False)


def series(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.LayerChart:
    """Return a line over the years with its target, which may step, and a mark on years with events."""
    colours = look.colours
    x = alt.X(f"{fields['x']}:Q", axis=time_axis(look), title=None, scale=alt.Scale(zero=False, padding=24))
    y = alt.Y(f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=False, padding=20))
    base = alt.Chart(rows).encode(x=x)
    dash = [5, 4] if rows["is_sample"].any() else [1, 0]
    layers = [base.mark_line(strokeDash=dash, color=colours.accent).encode(y=y)]
    for bound in ("target_low", "target_high"):
        if rows[bound].notna().any():
            step = base.transform_filter(f"isValid(datum.{bound})").mark_line(
                interpolate="step", color=colours.status["on"], strokeWidth=2, strokeDash=[2, 3]
            )
            layers.append(step.encode(y=alt.Y(f"{bound}:Q")))
    dot = base.mark_point(size=80, filled=True, opacity=1, strokeWidth=2).encode(
        y=y,
        stroke=alt.value(colours.accent),
        fill=alt.condition("datum.is_sample", alt.value(colours.surface), alt.value(colours.accent)),
        tooltip=tooltip(rows, look),
    )
    layers += [dot, base.mark_text(dy=-14, fontSize=12).encode(y=y, text=f"{fields['text']}:N")]
    if "event" in rows and rows["event"].notna().any():
        mark = base.transform_filter("isValid(datum.event)").mark_rule(color=colours.muted, strokeDash=[1, 3])
        layers.insert(0, mark.encode(tooltip=tooltip(rows, look)))
        flag = base.transform_filter("isValid(datum.event)").mark_text(text="\u25bc", fontSize=15, dy=-4)
        layers.append(flag.encode(y=alt.value(0), tooltip=tooltip(rows, look)))
    return alt.layer(*layers).properties(height=HEIGHT + 20)


def months(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.LayerChart:
    """Return a line over months or quarters."""
    dash = [4, 3] if rows["is_sample"].any() else [1, 0]
    base = alt.Chart(rows).encode(
        x=alt.X(f"{fields['x']}:Q", axis=time_axis(look), title=None, scale=alt.Scale(zero=False, nice=False)),
        y=alt.Y(f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=False)),
    )
    line = base.mark_line(strokeWidth=1.8, strokeDash=dash, color=look.colours.accent)
    dot = base.mark_point(size=26, opacity=0.9, color=look.colours.accent).encode(tooltip=tooltip(rows, look))
    return alt.layer(line, dot).properties(height=HEIGHT - 40)


def multiples(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.FacetChart:
    """Return one small line for each unit, all on the same scale."""
    dash = [3, 2] if rows["is_sample"].any() else [1, 0]
    base = alt.Chart(rows).encode(
        x=alt.X(f"{fields['x']}:Q", title=None, axis=None, scale=alt.Scale(zero=False)),
        y=alt.Y(f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=2), scale=alt.Scale(zero=False)),
    )
    line = base.mark_line(strokeDash=dash, color=look.colours.accent)
    dot = base.mark_point(size=18, color=look.colours.accent).encode(tooltip=tooltip(rows, look))
    small = alt.layer(line, dot).properties(width=190, height=64)
    header = alt.Header(labelLimit=200, title=None)
    return small.facet(facet=alt.Facet(f"{fields['by']}:N", sort=None, header=header, title=None), columns=4)


def lying(rows: pd.DataFrame, width: str, fields: Fields, look: Look) -> alt.LayerChart:
    """Return lying bars, one to a row, with the figure as text at the start of each."""
    base = alt.Chart(rows).encode(
        y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis()),
        x=alt.X(f"{width}:Q", title=None, axis=None, scale=alt.Scale(domainMin=0)),
    )
    bar = base.mark_bar(strokeWidth=1.5).encode(tooltip=tooltip(rows, look), **hollow(look))
    plate = look.colours.ink if rows["is_sample"].any() else look.colours.on_accent
    text = base.mark_text(align="left", dx=8, fontWeight=600, color=plate).encode(
        x=alt.value(0), text=f"{fields['text']}:N"
    )
    return alt.layer(bar, text).properties(height=(ROW + 12) * max(1, len(rows)))


def funnel(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.LayerChart:
    """Return lying bars that share a middle, each step under the one it comes from, widths by square root.

    A step may be a hundredth of the one before; by its root it stays visible, and the figure is written on it.
    """
    half = rows.assign(right=rows[fields["x"]].clip(lower=0) ** 0.5 / 2).assign(left=lambda d: -d["right"])
    base = alt.Chart(half).encode(y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis()))
    bar = base.mark_bar(strokeWidth=1.5).encode(
        x=alt.X("left:Q", axis=None), x2="right:Q", tooltip=tooltip(rows, look), **hollow(look)
    )
    plate = look.colours.ink if rows["is_sample"].any() else look.colours.on_accent
    text = base.mark_text(fontWeight=600, fontSize=15, color=plate).encode(
        x=alt.datum(0), text=f"{fields['text']}:N"
    )
    return alt.layer(bar, text).properties(height=(ROW + 8) * max(1, len(rows)))


def heat(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.LayerChart:
    """Return a grid of cells, darker for more, with the figure written in each."""
    value, colours = fields["value"], look.colours
    middle = float(rows[value].min() + rows[value].max()) / 2
    base = alt.Chart(rows).encode(
        x=alt.X(f"{fields['x']}:N", sort=None, title=None, axis=alt.Axis(labelAngle=0, orient="top", domain=False)),
        y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis()),
    )
    cell = base.mark_rect(stroke=colours.surface, strokeWidth=2).encode(
        color=alt.Color(f"{value}:Q", scale=alt.Scale(range=list(colours.ramp)), legend=None),
        tooltip=tooltip(rows, look),
    )
    # The ramp runs towards the ink in both appearances, so text on its far half takes the surface's colour.
    above = alt.condition(f"datum['{value}'] > {middle}", alt.value(colours.surface), alt.value(colours.ink))
    text = base.mark_text(fontSize=12).encode(text=f"{fields['text']}:N", color=above)
    return alt.layer(cell, text).properties(height=30 * rows[fields["y"]].nunique() + 30)


def progress(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.LayerChart:
    """Return done of total, one to a row: an outline for the total, filled as far as is done."""
    base = alt.Chart(rows).encode(y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis()))
    length = alt.X(f"{fields['total']}:Q", title=None, axis=alt.Axis(tickCount=4, format=",.0f"))
    total = base.mark_bar(fillOpacity=0, stroke=look.colours.muted).encode(x=length)
    done = base.mark_bar().encode(x=f"{fields['x']}:Q", tooltip=tooltip(rows, look), **hollow(look))
    text = base.mark_text(align="left", dx=6).encode(x=f"{fields['total']}:Q", text=f"{fields['text']}:N")
    return alt.layer(total, done, text).properties(height=ROW * max(1, len(rows)) + 30)


def promises(rows: pd.DataFrame, fields: Fields, look: Look) -> alt.LayerChart:
    """Return promised years against the years they were promised in; the dotted line is where they would meet."""
    low = float(min(rows[fields["x"]].min(), rows[fields["y"]].min())) - 0.5
    high = float(rows[fields["y"]].max()) + 1
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    shift = calendar.ERA_OFFSET if look.lang == "th" else 0
    axis = alt.Axis(tickMinStep=1, labelExpr=f"format(datum.value + {shift}, 'd')")
    ends = pd.DataFrame({"at": [low, high]})
    meets = alt.Chart(ends).mark_line(strokeDash=[2, 4], color=look.colours.muted)
    meets = meets.encode(x=alt.X("at:Q", scale=scale), y=alt.Y("at:Q", scale=scale))
    base = alt.Chart(rows).encode(
        x=alt.X(f"{fields['x']}:Q", scale=scale, axis=axis, title=look.name("said")),
        y=alt.Y(f"{fields['y']}:Q", scale=scale, axis=axis, title=look.name("promised")),
    )
    line = base.mark_line(strokeDash=[6, 4], color=look.colours.accent)
    dot = base.mark_point(size=140, filled=True, strokeWidth=2.5, opacity=1).encode(
        stroke=alt.value(look.colours.accent), fill=alt.value(look.colours.surface), tooltip=tooltip(rows, look)
    )
    text = base.mark_text(align="left", dx=12, dy=4).encode(text=f"{fields['text']}:N")
    return alt.layer(meets, line, dot, text).properties(height=HEIGHT + 40)


KINDS: Final[dict[str, Callable[[pd.DataFrame, Fields, Look], alt.LayerChart | alt.FacetChart]]] = {
    "bars": bars,
    "flow": flow,
    "funnel": funnel,
    "heat": heat,
    "lying": parts,
    "months": months,
    "multiples": multiples,
    "progress": progress,
    "promises": promises,
    "series": series,
}

"""Charts of amounts: bars, funnels, progress, and grids of cells."""

from typing import Final

import altair as alt
import pandas as pd

from smart7.charts.look import HEIGHT, ROW, Drawn, Fields, Look, hollow, layered, names_axis, tooltip

WIDE: Final = 380
"""From so many pixels on a grid of cells has its figures in the usual size."""
FIGURE: Final = 5.6
"""Pixels that a letter of a small figure takes."""
LETTER: Final = 6.8
"""Pixels that a letter of a figure behind a bar takes."""


def bars(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return standing bars in the order of the rows, the figure above each, events of a year as a mark."""
    top = float(rows[fields["y"]].max()) or 1.0
    base = look.over(rows).encode(
        x=alt.X(f"{fields['x']}:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y(
            f"{fields['y']}:Q",
            title=None,
            axis=alt.Axis(tickCount=4, tickMinStep=1, format=",.0f"),
            scale=alt.Scale(domain=[0, 1.12 * top], nice=False),
        ),
    )
    layers = [
        base.mark("bar", cornerRadiusEnd=3, strokeWidth=1.5).encode(tooltip=tooltip(rows, look), **hollow(look)),
        base.mark("text", dy=-9).encode(text=f"{fields['text']}:N"),
    ]
    if fields.get("note") in rows and rows[fields["note"]].notna().any():
        noted = look.over(rows[rows[fields["note"]].notna()]).encode(x=alt.X(f"{fields['x']}:N", sort=None))
        layers.append(
            noted.mark("text", fontSize=16, dy=-10, color=look.colours.ink, text="\u25bc").encode(
                y=alt.value(HEIGHT), tooltip=tooltip(rows, look)
            )
        )
    return layered(*layers, height=HEIGHT)


def parts(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return the parts of a figure as lying bars in the order of the rows."""
    return lying(rows, fields["x"], fields, look)


def lying(rows: pd.DataFrame, width: str, fields: Fields, look: Look) -> Drawn:
    """Return lying bars, one to a row, with the figure as text behind each, for which the longest leaves room."""
    longest = float(rows[width].max()) or 1.0
    needs = LETTER * max(map(len, rows[fields["text"]].dropna().astype(str)), default=1) + 8
    base = look.over(rows.assign(end=rows[width].clip(lower=0))).encode(
        y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis())
    )
    # However narrow the chart, the longest bar ends where its figure still has room.
    most = {"expr": f"{longest} * width / max(width - {needs:.0f}, width / 4)"}
    scale = alt.Scale(domainMin=0, domainMax=most, nice=False)
    bar = base.mark("bar", strokeWidth=1.5).encode(
        x=alt.X(f"{width}:Q", title=None, axis=None, scale=scale), tooltip=tooltip(rows, look), **hollow(look)
    )
    text = base.mark("text", align="left", dx=8, fontWeight=600).encode(x="end:Q", text=f"{fields['text']}:N")
    return layered(bar, text, height=(ROW + 12) * max(1, len(rows)))


def funnel(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return lying bars that share a middle, each step under the one it comes from, widths by square root.

    A step may be a hundredth of the one before; by its root it stays visible, and the figure is written beside it.
    """
    half = rows.assign(right=rows[fields["x"]].clip(lower=0) ** 0.5 / 2).assign(left=lambda d: -d["right"])
    base = look.over(half).encode(y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis()))
    widest = float(half["right"].max()) or 1.0
    # The right side keeps room for the figure of the widest step.
    scale = alt.Scale(domain=[-widest, 2.4 * widest], nice=False)
    bar = base.mark("bar", strokeWidth=1.5).encode(
        x=alt.X("left:Q", axis=None, scale=scale), x2="right:Q", tooltip=tooltip(rows, look), **hollow(look)
    )
    text = base.mark("text", align="left", dx=8, fontWeight=600).encode(x="right:Q", text=f"{fields['text']}:N")
    return layered(bar, text, height=(ROW + 8) * max(1, len(rows)))


def progress(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return done of total, one to a row: an outline for the total, filled as far as is done."""
    base = look.over(rows).encode(y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis()))
    length = alt.X(f"{fields['total']}:Q", title=None, axis=alt.Axis(tickCount=4, format=",.0f"))
    total = base.mark("bar", fillOpacity=0, stroke=look.colours.muted).encode(x=length)
    done = base.mark("bar").encode(x=f"{fields['x']}:Q", tooltip=tooltip(rows, look), **hollow(look))
    text = base.mark("text", align="left", dx=6).encode(x=f"{fields['total']}:Q", text=f"{fields['text']}:N")
    return layered(total, done, text, height=ROW * max(1, len(rows)) + 30)


def columns_axis() -> alt.Axis:
    """Return an axis above the cells, on which no name touches the next."""
    return alt.Axis(labelAngle=0, orient="top", domain=False, labelOverlap="greedy", labelSeparation=8)


def heat(rows: pd.DataFrame, fields: Fields, look: Look, columns: int = 0) -> Drawn:
    """Return a grid of cells, darker for more, with the figure written in each; `columns` where some are empty."""
    value, colours = fields["value"], look.colours
    middle = float(rows[value].min() + rows[value].max()) / 2
    base = look.over(rows).encode(
        x=alt.X(f"{fields['x']}:N", sort=None, title=None, axis=columns_axis()),
        y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis()),
    )
    cell = base.mark("rect", strokeWidth=2).encode(
        stroke=alt.condition("datum.is_sample", alt.value(colours.muted), alt.value(colours.surface)),
        fillOpacity=alt.condition("datum.is_sample", alt.value(0.3), alt.value(1.0)),
        color=alt.Color(f"{value}:Q", scale=alt.Scale(range=list(colours.ramp)), legend=None),
        tooltip=tooltip(rows, look),
    )
    # The ramp runs towards the ink in both appearances, so text on its far half takes the surface's colour;
    # the cells of samples are pale all over.
    above = alt.condition(
        f"datum['{value}'] > {middle} && !datum.is_sample", alt.value(colours.surface), alt.value(colours.ink)
    )
    # On a narrow screen the cells may be too small for figures; they show when pointed at, and in the table.
    widest = max(map(len, rows[fields["text"]].dropna().astype(str)), default=1)
    needs = (columns or rows[fields["x"]].nunique()) * (FIGURE * widest + 2)
    room = alt.condition(f"width >= {min(needs, WIDE)}", alt.value(1), alt.value(0))
    text = base.mark("text", fontSize={"expr": f"width >= {WIDE} ? 12 : 10"}).encode(
        text=f"{fields['text']}:N", color=above, opacity=room
    )
    return layered(cell, text, height=30 * rows[fields["y"]].nunique() + 30)


def ranges(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return lying ranges, one to a row, with the middle as a dot, its words above, and a line at nothing."""
    colours = look.colours
    names = alt.Axis(labelLimit=220, labelPadding=12, ticks=False, domain=False)
    base = look.over(rows).encode(
        y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names, scale=alt.Scale(paddingOuter=0.5))
    )
    axis = alt.Axis(tickCount=5, tickMinStep=1, format=",.0f", orient="top", title=None)
    ends = [min(0.0, float(rows[fields["x"]].min())), max(5.0, float(rows[fields["x2"]].max()))]
    x = alt.X(f"{fields['x']}:Q", axis=axis, scale=alt.Scale(domain=ends, nice=False))
    pale = alt.condition("datum.is_sample", alt.value(0.1), alt.value(0.45))
    bar = base.mark("bar", height=8, cornerRadius=4, strokeWidth=1)
    dot = base.mark("point", filled=True, size=110, opacity=1, color=colours.accent)
    # The words of all rows stand under one another at the right edge, where no name and no bar is in their way.
    words = base.mark("text", align="right", dy=-13, fontSize=12)
    nothing = look.over(pd.DataFrame({"at": [0]})).mark("rule", strokeWidth=1.5, color=colours.muted).encode(x="at:Q")
    layers = [
        nothing,
        bar.encode(x=x, x2=f"{fields['x2']}:Q", tooltip=tooltip(rows, look), **hollow(look) | {"fillOpacity": pale}),
        dot.encode(x=f"{fields['mid']}:Q", tooltip=tooltip(rows, look)),
        words.encode(x=alt.value("width"), text=f"{fields['text']}:N"),
    ]
    return layered(*layers, height=(len(rows) + 1) * (ROW + 8))

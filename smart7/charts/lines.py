"""Charts over time: a series with its target and events, months, promises."""

import math
from collections.abc import Iterator
from typing import Any, Final, cast

import altair as alt
import pandas as pd

from smart7 import calendar
from smart7.charts.look import HEIGHT, Drawn, Fields, Layer, Look, layered, time_axis, tooltip
from smart7.charts.told import INWARDS, Side, told_of

# A target that was chosen or leads, then one that stands beside it; each with the column that says whose it is.
BOUNDS: Final = (
    ("target_low", "whose", True), ("target_high", "whose", True), ("other_low", "other", False),
    ("other_high", "other", False),
)  # fmt: skip

PLACES: Final[tuple[Side, ...]] = ("left", "center", "right")
RIM: Final = 4
"""Pixels round the letters of a figure that are kept free."""
ROOM: Final = 30
"""Pixels over the highest figure and under the lowest, so that what is written there stands off the axis."""
SAID_MOST: Final = 12
"""How many figures of a line are written out; more would stand on one another."""


def series(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return a line over the years with its target, which may step, and a mark on years with events."""
    colours = look.colours
    x = alt.X(
        f"{fields['x']}:Q", axis=time_axis(look, rows, fields["x"]), title=None, scale=alt.Scale(zero=False, padding=24)
    )
    # Where every value is the same an axis has nothing to span but what lies between it and nought.
    scale = alt.Scale(zero=bool(rows[fields["y"]].nunique() < 2), padding=ROOM)
    y = alt.Y(f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=5), scale=scale)
    base = look.over(rows).encode(x=x)
    dash = [5, 4] if rows["is_sample"].any() else [1, 0]
    layers: list[Layer] = []
    for bound, whose, colour in BOUNDS:
        if bound in rows and rows[bound].notna().any():
            ink = colours.status["on"] if colour else colours.muted
            # Each year has its own piece: what one authority asked for in one year is no way to what another asks.
            piece = base.transformed(filter=f"isValid(datum.{bound})")
            piece = piece.transformed(calculate=f"datum['{fields['x']}'] - 0.5", **{"as": "begins"})
            piece = piece.transformed(calculate=f"datum['{fields['x']}'] + 0.5", **{"as": "ends"})
            step = piece.mark("rule", color=ink, strokeWidth=2.5, strokeDash=[7, 3] if colour else [2, 3])
            layers.append(step.encode(x=alt.X("begins:Q"), x2=alt.X2("ends"), y=alt.Y(f"{bound}:Q")))
            for own, align, down in told_of(rows, bound, whose, fields, look):
                off = {"dx": INWARDS if align == "right" else -INWARDS, "dy": down}
                name = look.over(own).mark("text", align=align, color=ink, **off)
                layers.append(name.encode(x=x, y=alt.Y(f"{bound}:Q"), text="told:N"))
    # A frame of all columns costs ten times as much to choose from.
    bare = rows[list(dict.fromkeys(fields.values()))]
    places = beside(bare, worth_saying(bare, fields["y"]), fields["y"])
    held = [(look.over(own).encode(x=x, y=y), placed(side, low)) for own, side, low in places]
    said = [(one.encode(text=alt.Text(f"{fields['text']}:N")), at) for one, at in held]
    # A rim, so that no target runs through a figure; the line itself is never cut by one.
    rim = {"color": colours.surface, "stroke": colours.surface, "strokeWidth": RIM}
    layers += [one.mark("text", **at, **rim) for one, at in said]
    # The line stops where the way of counting changes.
    layers.append(base.mark("line", strokeDash=dash, color=colours.accent).encode(y=y, detail=alt.Detail("era:N")))
    dot = base.mark("point", size=80, filled=True, opacity=1, strokeWidth=2).encode(
        y=y,
        stroke=alt.StrokeValue(colours.accent),
        fill=alt.condition("datum.is_sample", alt.value(colours.surface), alt.value(colours.accent)),
        tooltip=tooltip(rows, look),
    )
    layers += [dot, *(one.mark("text", **at) for one, at in said)]
    if "event" in rows and rows["event"].notna().any():
        mark = base.transformed(filter="isValid(datum.event)").mark("rule", color=colours.muted, strokeDash=[1, 3])
        layers.insert(0, mark.encode(tooltip=tooltip(rows, look)))
        flag = base.transformed(filter="isValid(datum.event)").mark("text", text="\u25bc", fontSize=15, dy=-4)
        layers.append(flag.encode(y=alt.value(0), tooltip=tooltip(rows, look)))
    return layered(*layers, height=HEIGHT + 20)


def beside(rows: pd.DataFrame, worth: pd.DataFrame, at: str) -> Iterator[tuple[pd.DataFrame, Side, bool]]:
    """Yield the rows whose value is written, by where the line leaves room: under a low, and inwards at the ends."""
    around = [math.inf, *(math.inf if value != value else value for value in rows[at].tolist()), math.inf]
    ends = {0: "left", len(rows) - 1: "right"}
    said = set(worth.index)
    found: dict[tuple[Side, bool], list[int]] = {(align, under): [] for align in PLACES for under in (False, True)}
    for n, index in enumerate(rows.index):
        if index in said:
            low = around[n + 1] < min(around[n], around[n + 2])
            found[cast(Side, ends.get(n, "center")), low].append(n)
    for (align, under), own in found.items():
        if own:
            yield rows.iloc[own], align, under


def placed(side: Side, low: bool) -> dict[str, Any]:
    """Return where a figure stands from its dot."""
    return {"dy": 17 if low else -14, "align": side, "fontSize": 12}


def worth_saying(rows: pd.DataFrame, at: str) -> pd.DataFrame:
    """Return the rows whose value is written beside its dot: all of a few, else the ends and the extremes."""
    if len(rows) <= SAID_MOST:
        return rows
    marked = {rows.index[0], rows.index[-1], rows[at].idxmin(), rows[at].idxmax()}
    return rows[rows.index.isin(marked)]


def months(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return a line over months or quarters."""
    dash = [4, 3] if rows["is_sample"].any() else [1, 0]
    base = look.over(rows).encode(
        x=alt.X(
            f"{fields['x']}:Q",
            axis=time_axis(look, rows, fields["x"]),
            title=None,
            scale=alt.Scale(zero=False, nice=False),
        ),
        y=alt.Y(f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=False)),
    )
    line = base.mark("line", strokeWidth=1.8, strokeDash=dash, color=look.colours.accent)
    dot = base.mark("point", size=26, opacity=0.9, color=look.colours.accent).encode(tooltip=tooltip(rows, look))
    return layered(line, dot, height=HEIGHT - 40)


def promises(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return promised years against the years they were promised in; the dotted line is where they would meet."""
    low = float(min(rows[fields["x"]].min(), rows[fields["y"]].min())) - 0.5
    high = float(rows[fields["y"]].max()) + 1
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    shift = calendar.ERA_OFFSET if look.lang == "th" else 0
    axis = alt.Axis(tickMinStep=1, tickCount=6, labelExpr=f"format(datum.value + {shift}, 'd')")
    ends = pd.DataFrame({"at": [low, high]})
    meets = look.over(ends).mark("line", strokeDash=[2, 4], color=look.colours.muted)
    meets = meets.encode(x=alt.X("at:Q", scale=scale), y=alt.Y("at:Q", scale=scale))
    base = look.over(rows).encode(
        x=alt.X(f"{fields['x']}:Q", scale=scale, axis=axis, title=look.name("said")),
        y=alt.Y(f"{fields['y']}:Q", scale=scale, axis=axis, title=look.name("promised")),
    )
    line = base.mark("line", strokeDash=[6, 4], color=look.colours.accent)
    dot = base.mark("point", size=140, filled=True, strokeWidth=2.5, opacity=1).encode(
        stroke=alt.value(look.colours.accent),
        fill=alt.value(look.colours.surface),
        tooltip=tooltip(rows, look),
    )
    text = base.mark("text", align="left", dx=12, dy=4).encode(text=f"{fields['text']}:N")
    return layered(meets, line, dot, text, height=HEIGHT + 40)

"""Charts that compare several things: lines, standing and ranked bars, small multiples, scatter, boxes.

Their rows hold one figure each: `series` says which line or colour it belongs to, `label` what it is about.
"""

from typing import Any

import altair as alt
import pandas as pd

from smart7.charts.look import HEIGHT, ROW, Drawn, Fields, Look, channel, hollow, layered, names_axis, tooltip

FEW = 6  # names that stand upright under their bars and points
SHORT = 2  # letters of names that stand upright however many there are, such as hours
DASHES = [[1, 0], [7, 3], [2, 2], [9, 3, 2, 3], [4, 4], [12, 3], [1, 3], [6, 2, 1, 2]]


def colours(names: list[str], look: Look) -> alt.Scale:
    """Return a scale with a colour of the theme for each name, in their order."""
    series = look.colours.series
    return alt.Scale(domain=names, range=[series[n % len(series)] for n in range(len(names))])


def legend(names: list[str], *, lines: bool = False) -> alt.Legend | None:
    """Return a legend under the chart where there is more than one name."""
    if len(names) < 2:
        return None
    symbol: dict[str, Any] = {"symbolType": "stroke", "symbolSize": 500, "symbolStrokeWidth": 3} if lines else {}
    return alt.Legend(title=None, orient="bottom", columns=2, labelLimit=320, symbolLimit=40, **symbol)


def several(rows: pd.DataFrame, fields: Fields, look: Look, *, lines: bool = False) -> alt.Color:
    """Return the colours of series in the order of the rows."""
    names = list(dict.fromkeys(rows[fields["color"]]))
    return alt.Color(f"{fields['color']}:N", scale=colours(names, look), legend=legend(names, lines=lines))


def dashes(rows: pd.DataFrame, fields: Fields) -> alt.StrokeDash:
    """Return the dashes of series, so that they can be told apart without colours."""
    names = list(dict.fromkeys(rows[fields["color"]]))
    scale = alt.Scale(domain=names, range=[DASHES[n % len(DASHES)] for n in range(len(names))])
    return alt.StrokeDash(f"{fields['color']}:N", scale=scale, legend=legend(names, lines=True))


def periods_axis(rows: pd.DataFrame, fields: Fields) -> alt.Axis:
    """Return the axis of periods: upright names where they are few or short, slanted ones else."""
    names = rows[fields["x"]].astype(str).unique()
    upright = len(names) <= FEW or max(map(len, names)) <= SHORT
    return alt.Axis(labelAngle=0 if upright else -40, labelOverlap=True)


def lines(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return a line for each series over the periods, in the order of the rows; samples have hollow points.

    A line is broken where the rows' `segment` changes.
    """
    base = look.over(rows).encode(
        x=alt.X(f"{fields['x']}:N", sort=None, title=None, axis=periods_axis(rows, fields)),
        y=alt.Y(f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=False, padding=16)),
        color=several(rows, fields, look, lines=True),
    )
    line = base.mark("line").encode(strokeDash=dashes(rows, fields), detail=alt.Detail("segment:N"))
    real = base.transformed(filter="!datum.is_sample").mark("point", size=55, filled=True, opacity=1)
    hollow_dot = base.transformed(filter="datum.is_sample").mark(
        "point", size=60, strokeWidth=2, opacity=1, fill=look.colours.surface, strokeDash=[2, 2]
    )
    # Only what there is: marks that come to none would be a group without a name for who hears the page.
    held = set(rows["is_sample"].astype(bool))
    dots = [dot for sample, dot in ((False, real), (True, hollow_dot)) if sample in held]
    return layered(line, *(dot.encode(tooltip=tooltip(rows, look)) for dot in dots), height=HEIGHT + 40)


def groups(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return standing bars side by side, one of each series to a period."""
    bar = look.over(rows).mark("bar", strokeWidth=1.5, cornerRadiusEnd=2).encode(
        x=alt.X(f"{fields['x']}:N", sort=None, title=None, axis=periods_axis(rows, fields)),
        xOffset=alt.XOffset(f"{fields['color']}:N", sort=None),
        y=alt.Y(f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=5)),
        color=several(rows, fields, look),
        tooltip=tooltip(rows, look),
        **hollow(look),
    )  # fmt: skip
    return layered(bar, height=HEIGHT + 40)


def ranked(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return lying bars with the most on top, what is below nothing to the left, the figure at each end."""
    most = rows.sort_values(fields["x"], ascending=False, kind="stable")
    low, high = min(0.0, float(most[fields["x"]].min())), max(0.0, float(most[fields["x"]].max()))
    room = 0.28 * ((high - low) or 1.0)
    scale = alt.Scale(domain=[low - room if low < 0 else 0.0, high + room], nice=False)
    base = look.over(most).encode(
        y=alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis()),
        x=alt.X(f"{fields['x']}:Q", title=None, axis=None, scale=scale),
    )
    bar = base.mark("bar", strokeWidth=1.5).encode(tooltip=tooltip(rows, look), **hollow(look))
    shown = base.encode(text=f"{fields['text']}:N")
    right = shown.transformed(filter=f"datum['{fields['x']}'] >= 0").mark("text", align="left", dx=6, fontSize=12)
    left = shown.transformed(filter=f"datum['{fields['x']}'] < 0").mark("text", align="right", dx=-6, fontSize=12)
    return layered(bar, right, left, height=(ROW - 4) * max(1, most[fields["y"]].nunique()) + 8)


def multiples(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return a small chart for each series, on one scale where they share a unit of measure."""
    dash = [4, 3] if rows["is_sample"].all() else [1, 0]
    base = look.over(rows).encode(
        x=alt.X(f"{fields['x']}:N", sort=None, title=None, axis=alt.Axis(labelAngle=-40, labelOverlap=True)),
        y=alt.Y(f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=3), scale=alt.Scale(zero=False)),
    )
    line = base.mark("line", strokeDash=dash, color=look.colours.accent, strokeWidth=1.8)
    dot = base.mark("point", size=24, color=look.colours.accent, opacity=0.9).encode(tooltip=tooltip(rows, look))
    one = layered(line, dot, width=180, height=110)
    names = list(dict.fromkeys(rows[fields["color"]]))
    head = alt.Header(title=None, labelLimit=170, labelAnchor="start")
    split = channel(alt.Facet(f"{fields['color']}:N", sort=names, header=head))
    every = {"data": one.pop("data"), "facet": split, "columns": 4, "spec": one}
    # Two units of measure have no scale in common.
    return every | {"resolve": {"scale": {"y": "independent"}}} if rows["measure"].nunique() > 1 else every


def scatter(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return one point for each thing by two of its figures, named; `said_x` and `said_y` are the axes."""
    x_name, y_name = (str(rows[column].iloc[0]) for column in ("said_x", "said_y"))
    scale = alt.Scale(zero=False, padding=28)
    base = look.over(rows).encode(
        x=alt.X(f"{fields['x']}:Q", title=x_name, scale=scale, axis=alt.Axis(tickCount=6)),
        y=alt.Y(f"{fields['y']}:Q", title=y_name, scale=scale, axis=alt.Axis(tickCount=5)),
    )
    dot = base.mark("point", size=110, strokeWidth=2, opacity=1, filled=True).encode(
        stroke=alt.value(look.colours.accent),
        fill=alt.condition("datum.is_sample", alt.value(look.colours.surface), alt.value(look.colours.accent)),
        strokeDash=alt.condition("datum.is_sample", alt.value([2, 2]), alt.value([1, 0])),
        tooltip=tooltip(rows, look),
    )
    name = base.mark("text", align="left", dx=9, dy=-6, fontSize=12).encode(text=f"{fields['text']}:N")
    return layered(dot, name, height=HEIGHT + 120)


def boxes(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return the spread of each group as a box from quarter to quarter, with every figure as a point on it."""
    y = alt.Y(f"{fields['y']}:N", sort=None, title=None, axis=names_axis())
    x = alt.X(f"{fields['x']}:Q", title=None, axis=alt.Axis(tickCount=6), scale=alt.Scale(zero=False, padding=12))
    base = look.over(rows).encode(x=x, y=y)
    dash = [4, 3] if rows["is_sample"].all() else [1, 0]
    taken = {"low": "min", "first": "q1", "mid": "median", "third": "q3", "high": "max"}
    steps = [{"op": op, "field": fields["x"], "as": name} for name, op in taken.items()]
    whole = base.transformed(aggregate=steps, groupby=[fields["y"]])
    middle = whole.encode(y=y)
    reach = middle.mark("rule", color=look.colours.muted, strokeDash=dash).encode(
        x=alt.X("low:Q", title=None), x2="high:Q"
    )
    box = middle.mark(
        "bar", size=26, fillOpacity=0.25, color=look.colours.accent, stroke=look.colours.accent, strokeDash=dash
    ).encode(x=alt.X("first:Q", title=None), x2="third:Q")
    tick = middle.mark("tick", thickness=3, size=26, color=look.colours.ink).encode(x=alt.X("mid:Q", title=None))
    dot = base.mark("point", size=36, strokeWidth=1.5).encode(
        stroke=alt.value(look.colours.accent),
        fill=alt.value(look.colours.surface),
        strokeDash=alt.condition("datum.is_sample", alt.value([2, 2]), alt.value([1, 0])),
        tooltip=tooltip(rows, look),
    )
    return layered(reach, box, tick, dot, height=56 * max(1, rows[fields["y"]].nunique()) + 30)

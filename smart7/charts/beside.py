"""One place strong among others that are quiet, each named at the end of its line."""

from collections.abc import Sequence
from typing import Any, Final
from unicodedata import category

import altair as alt
import pandas as pd

from smart7.charts.look import HEIGHT, Drawn, Fields, Layer, Look, layered, time_axis, tooltip

TALL: Final = HEIGHT + 60
APART: Final = 17.0
"""Pixels from one name to the next."""
LETTER: Final = 6.6
"""Pixels a letter of a name takes, about."""
LONG: Final = 16
"""More periods than this leave room for small marks only."""
DASHES: Final = ([1, 0], [7, 3], [2, 2], [9, 3, 2, 3], [4, 4], [12, 3], [1, 3], [6, 2, 1, 2])
STRENGTHS: Final = {False: ("!datum.own", 1.6, 45, 400), True: ("datum.own", 3.6, 100, 700)}
"""Which places, how wide their lines, large their marks and heavy their names: the others quiet, our own strong."""
SHAPES: Final = (
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "cross",
    "triangle-down",
    "triangle-right",
    "triangle-left",
)


def beside(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return a line a place over the years, broken where a year is missing; the rows say which is our own.

    Names stand in a column to the right, in the order of the last figures; each with the mark and colour of its line.
    """
    names = list(dict.fromkeys(rows[fields["color"]]))
    ends = domain(rows[fields["y"]])
    room = min(190, 30 + LETTER * max(letters(name) for name in names))
    wide = f"width - min({room:.0f}, 0.5 * width)"
    across = alt.X(
        f"{fields['x']}:Q", axis=time_axis(look, rows, fields["x"]), title=None,
        scale=alt.Scale(zero=False, nice=False, padding=12, range=[0, {"expr": wide}]),
    )  # fmt: skip
    up = alt.Y(
        f"{fields['y']}:Q", title=None, axis=alt.Axis(tickCount=5), scale=alt.Scale(domain=ends, nice=False, zero=False)
    )
    marks = told_apart(names, rows, fields, look)
    dashes = alt.StrokeDash(f"{fields['color']}:N", scale=scale(names, DASHES), legend=None)
    base = look.over(rows).encode(x=across, y=up)
    layers: list[Layer] = []
    held = [STRENGTHS[own] for own in sorted(set(rows["own"].astype(bool)))]
    long = rows[fields["x"]].nunique() > LONG
    for which, width, size, _ in held:  # our own over the others
        one = base.transformed(filter=which)
        line = one.mark("line", strokeWidth=width)
        layers.append(line.encode(color=marks["color"], strokeDash=dashes, detail=alt.Detail("segment:N")))
        dot = one.mark("point", filled=True, opacity=1, size=size / 2.5 if long else size)
        layers.append(dot.encode(**marks, tooltip=tooltip(rows, look)))
    named = look.over(column_of_names(rows, fields, ends)).encode(y=alt.Y("name_at:Q"))
    # In their column at the right each with a mark as on the line.
    at, beyond = ({"value": {"expr": f"{wide} + {gap}"}} for gap in (14, 24))
    for which, _, size, weight in held:
        one = named.transformed(filter=which)
        layers.append(one.mark("point", filled=True, opacity=1, size=size).encode(**marks, x=at))
        text = one.mark("text", align="left", fontSize=12, fontWeight=weight, color=look.colours.ink)
        layers.append(text.encode(x=beyond, text=f"{fields['color']}:N"))
    return layered(*layers, height=TALL)


def told_apart(names: list[str], rows: pd.DataFrame, fields: Fields, look: Look) -> dict[str, Any]:
    """Return the channels of marks: the accent for our own, the other colours of series and shapes for the others."""
    own = set(rows.loc[rows["own"].astype(bool), fields["color"]])
    others = [name for name in names if name not in own]
    quiet = look.colours.series[1:]
    of = {name: quiet[n % len(quiet)] for n, name in enumerate(others)}
    colours = [of.get(name, look.colours.accent) for name in names]
    by = f"{fields['color']}:N"
    return {
        "color": alt.Color(by, scale=scale(names, colours), legend=None),
        "shape": alt.Shape(by, scale=scale(names, SHAPES), legend=None),
    }


def scale(names: list[str], ways: Sequence[Any]) -> alt.Scale:
    """Return a scale with one of some ways for each name, in their order."""
    return alt.Scale(domain=names, range=[ways[n % len(ways)] for n in range(len(names))])


def domain(values: pd.Series) -> list[float]:
    """Return the ends of the axis: a little beyond the least and the most."""
    low, high = float(values.min()), float(values.max())
    room = 0.08 * ((high - low) or abs(high) or 1.0)
    return [0.0 if 0 <= low < 2 * room else low - room, high + room]


def column_of_names(rows: pd.DataFrame, fields: Fields, ends: list[float]) -> pd.DataFrame:
    """Return one row a place with `name_at`: where its name stands, as near to its last figure as the others let it."""
    last = rows.sort_values(fields["x"], kind="stable").groupby(fields["color"], sort=False).tail(1)
    last = last.sort_values(fields["y"], ascending=False, kind="stable")
    step = (ends[1] - ends[0]) / TALL
    wanted = [(ends[1] - value) / step for value in last[fields["y"]]]
    return last.assign(name_at=[ends[1] - pixel * step for pixel in spread(wanted, APART, TALL - 6)])


def spread(wanted: list[float], apart: float, end: float) -> list[float]:
    """Return places from top to bottom, at least so far apart and not beyond the end, near where they are wanted.

    >>> spread([10.0, 12.0, 80.0], 17, 100)
    [10.0, 27.0, 80.0]
    """
    found: list[float] = []
    for place in wanted:
        found.append(max(place, found[-1] + apart) if found else place)
    below = end
    for n in range(len(found) - 1, -1, -1):
        found[n] = min(found[n], below)
        below = found[n] - apart
    return found


def letters(name: str) -> int:
    """Return how many letters of a name take room: a sign above or below another takes none."""
    return sum(category(sign) != "Mn" for sign in name)

"""Panels that are drawn as plain markup, so that they are there in the first answer and fit a telephone.

A query file names one in its header as it names a chart (`chart: mirror y=label x=value side=series`). Rows are those
of the query with `shown` and `number`, the value in words. Who does not see a picture hears its alternative text and
has the table under it.
"""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, Final

from smart7 import calendar
from smart7.charts.beside import spread
from smart7.formats import number
from smart7.markup import cards
from smart7.markup.pieces import masked, tag, wrap
from smart7.view import View
from smart7.words import domain as words

Row = dict[str, Any]
Fields = Mapping[str, str]
NAMED_EACH: Final = 5
"""One of so many rows of a mirror has its name; the first and the last have theirs."""
WHOLE: Final = 10.0
"""How thick all the money of a year is drawn, in rem."""
LEAST: Final = 3.2
"""The room of one kind of money, so that two lines of words fit."""
BEND: Final = 50
UNIT: Final = 20
"""Units of a drawing to the rem."""


def mirror(rows: Sequence[Row], fields: Fields, view: View) -> str:
    """Return two series as bars to either side of a middle, a row to each label, on one scale from zero."""
    sides = list(dict.fromkeys(row[fields["side"]] for row in rows))
    labels = list(dict.fromkeys(row[fields["y"]] for row in rows))
    held = {(row[fields["y"]], row[fields["side"]]): row for row in rows}
    most = max(row[fields["x"]] for row in rows)
    head = "".join(tag("b", name) for name in (sides[0], "", *sides[1:2]))
    body = ""
    for n, label in enumerate(labels):
        ends = n in (0, len(labels) - 1)
        named = tag("span", label) if ends or (n % NAMED_EACH == 0 and len(labels) - n > 2) else "<span></span>"
        bars = [bar(held.get((label, side)), label, most, fields, told=ends) for side in sides[:2]]
        both = bars[0] + named + (bars[1] if len(bars) > 1 else "<div></div>")
        body += wrap("div", both, "s7-told" if ends else "")
    return wrap("div", wrap("div", head, "s7-mirror-head") + body, "s7-mirror")


def bar(row: Row | None, label: str, most: float, fields: Fields, *, told: bool) -> str:
    """Return one bar of a mirror, with its value where that is to be told."""
    if row is None:
        return "<div></div>"
    said = escape(f"{row[fields['side']]} {label}: {row['shown']}")
    figure = tag("em", row["number"]) if told else ""
    return f'<div><i style="width:{100 * row[fields["x"]] / most:.1f}%" title="{said}">{figure}</i></div>'


def each(rows: Sequence[Row], fields: Fields, view: View) -> str:
    """Return a small line for each series, all on one scale, with its latest value."""
    names = list(dict.fromkeys(row[fields["series"]] for row in rows))
    own = {name: [row for row in rows if row[fields["series"]] == name] for name in names}
    latest = [f"{mine[-1]['shown']} ({mine[-1][fields['x']]})" for mine in own.values()]
    lines = {name: [row[fields["y"]] for row in mine] for name, mine in own.items()}
    known = [value for values in lines.values() for value in values]
    decimals = int(rows[0]["decimals"])
    ends = {"low": number(min(known), decimals, view.lang), "high": number(max(known), decimals, view.lang)}
    scale = tag("p", view.say(words.ONE_SCALE, **ends), "s7-note")
    return cards.multiples(lines, latest, dashed=all(row["is_sample"] for row in rows)) + scale


def cells(rows: Sequence[Row], fields: Fields, view: View) -> str:
    """Return months as cells, a row to each year, darker for more; a month without a figure stays empty."""
    most = max((row[fields["value"]] for row in rows), default=0) or 1
    held = {(row[fields["y"]], int(row[fields["x"]])): row for row in rows}
    years = list(dict.fromkeys(row[fields["y"]] for row in rows))
    head = "<span></span>" + "".join(tag("span", view.say(name)) for name in calendar.MONTHS_SHORT)
    body = ""
    for year in years:
        line = "".join(cell(held.get((year, month)), most, fields) for month in range(1, 13))
        body += wrap("div", tag("span", year) + line)
    shade = view.say(words.SHADES, most=number(most, int(rows[0]["decimals"]), view.lang))
    return wrap("div", wrap("div", head, "s7-cells-head") + body, "s7-cells") + tag("p", shade, "s7-note")


def cell(row: Row | None, most: float, fields: Fields) -> str:
    """Return one month; its shade grows with the root of its value, so that quiet months can be told apart too."""
    if row is None:
        return '<i class="s7-gap"></i>'
    share = 100 * (max(0.0, row[fields["value"]]) / most) ** 0.5
    return f'<i style="--s7-heat:{share:.0f}%" title="{escape(row["period"] + ": " + row["shown"])}"></i>'


def through(rows: Sequence[Row], fields: Fields, view: View) -> str:
    """Return what comes in on the left and what goes out on the right, joined by bands as wide as the amounts."""
    sides = [[row for row in rows if row[fields["side"]] == side] for side in ("in", "out")]
    whole = max(sum(row[fields["x"]] for row in side) for side in sides)
    thick = [[WHOLE * row[fields["x"]] / whole for row in side] for side in sides]
    rooms = [[max(LEAST, one) for one in side] for side in thick]
    height = max(sum(side) for side in rooms)
    lists = [
        listed(side, room, height, fields, whole, view) for side, room in zip(sides, rooms, strict=True)
    ]  # fmt: skip
    bands = [banded(one, room, height, right=bool(n)) for n, (one, room) in enumerate(zip(thick, rooms, strict=True))]
    style = f"height:{height:.1f}rem"
    css = "s7-through" + (" s7-made-up" if rows[0]["is_sample"] else "")
    return wrap("div", lists[0] + "".join(bands) + lists[1], css, style=style)


def listed(rows: Sequence[Row], rooms: Sequence[float], height: float, fields: Fields, whole: float, view: View) -> str:
    """Return the names and amounts of one side, each in the middle of its room."""
    top = (height - sum(rooms)) / 2
    inner = ""
    for row, room in zip(rows, rooms, strict=True):
        share = f"{100 * row[fields['x']] / whole:.0f}%"
        said = tag("span", row[fields["y"]]) + " " + wrap("b", tag("span", f"{row['number']} · {share}"))
        inner += wrap("div", wrap("p", said), style=f"top:{top:.2f}rem;height:{room:.2f}rem")
        top += room
    return wrap("div", inner)


def banded(thick: Sequence[float], rooms: Sequence[float], height: float, *, right: bool) -> str:
    """Return the bands between one side and the middle, as a mask over a coloured ground."""
    side = (height - sum(rooms)) / 2
    middle = (height - WHOLE) / 2
    paths = ""
    for one, room in zip(thick, rooms, strict=True):
        outer = side + (room - one) / 2
        ends = [(outer, outer + one), (middle, middle + one)]
        (a, b), (c, d) = (tuple(round(UNIT * y, 1) for y in end) for end in (ends[::-1] if right else ends))
        paths += (
            f"<path d='M0 {a}C{BEND} {a} {BEND} {c} 100 {c}L100 {d}C{BEND} {d} {BEND} {b} 0 {b}Z'"
            " stroke='white' stroke-width='0'/>"
        )
        side += room
        middle += one
    drawn = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 {UNIT * height:.0f}'"
        f" preserveAspectRatio='none' fill-opacity='0.55'>{paths}</svg>"
    )
    return masked(drawn, "s7-bands")


def slope(rows: Sequence[Row], fields: Fields, view: View) -> str:
    """Return two values of each row as a line from the left to the right, with its name at both ends."""
    both = [(row[fields["before"]], row[fields["after"]]) for row in rows]
    low, high = min(min(pair) for pair in both), max(max(pair) for pair in both)
    at = [[100 - 100 * (value - low) / ((high - low) or 1.0) for value in end] for end in zip(*both, strict=True)]
    paths = "".join(
        f"<path vector-effect='non-scaling-stroke' d='M0 {a:.1f}L100 {b:.1f}'/>" for a, b in zip(*at, strict=True)
    )
    drawn = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' preserveAspectRatio='none'"
        f" stroke='black' stroke-width='2' fill='none'>{paths}</svg>"
    )
    ends = [
        ended(rows, [f"{row[fields['y']]} {row[said]}" if n == 0 else f"{row[said]}" for row in rows], where)
        for n, (said, where) in enumerate(zip(("shown_before", "shown_after"), at, strict=True))
    ]
    return wrap("div", ends[0] + wrap("div", masked(drawn, "s7-trace s7-own")) + ends[1], "s7-slope")


def ended(rows: Sequence[Row], said: Sequence[str], where: Sequence[float]) -> str:
    """Return the words at one end of a slope, kept apart from one another."""
    order = sorted(range(len(rows)), key=lambda n: where[n])
    apart = spread([where[n] for n in order], 11.0, 100.0)
    held = (tag("span", said[n], style=f"top:{place:.1f}%") for n, place in zip(order, apart, strict=True))
    return wrap("div", "".join(held))


Drawer = Callable[[Sequence[Row], Fields, View], str]
KINDS: Final[dict[str, Drawer]] = {"cells": cells, "each": each, "mirror": mirror, "through": through}


def drawn(kind: str, fields: Fields, rows: Sequence[Row], alt: str, view: View) -> str:
    """Return a picture with what it says to those who do not see it."""
    return wrap("div", KINDS[kind](rows, fields, view), "s7-picture", role="img", aria_label=alt)

"""The few figures that lead a domain, told large: value, verdict, a chart with target and neighbours, what one sees."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from smart7 import beside, calendar, formats, metrics, verdicts
from smart7.calendar import Period
from smart7.figures import Figure
from smart7.markup import cards, plot
from smart7.markup.captions import caption
from smart7.markup.pieces import Safe, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.meetings import headline
from smart7.view import View
from smart7.words import domain as words

Row = dict[str, Any]
HALF: Final = {"month": 1 / 24, "quarter": 1 / 8}
"""How far a target reaches to either side of a period, in years, where that is not half a year."""
YEARLY: Final = 0.5
NAMED: Final = 2
"""How many other places are named under a chart; the page of the indicator names all."""
FEWEST: Final = 2
"""Periods that are drawn beside one another; one alone stands beside other places."""
BARS: Final = 7
"""How many periods have a bar, the newest."""


def heroes(figures: Sequence[Figure], rows: Sequence[Row], view: View, snapshot: str) -> str:
    """Return figures told large; `rows` are those of the query `domain/leading`."""
    told = "".join(
        hero(figure, [row for row in rows if row["indicator_id"] == figure.indicator_id], view, snapshot)
        for figure in figures
    )
    return wrap("div", told, "s7-heroes") if told else ""


def hero(figure: Figure, rows: Sequence[Row], view: View, snapshot: str) -> str:
    """Return one figure told large."""
    own = [row for row in rows if not row["place"] and row["unit_id"] == figure.unit_id and row["value"] is not None]
    last = own[-1]["era"] if own else 0
    whole = [row for row in own if not row["incomplete"] and row["era"] == last]
    others = [row for row in rows if row["place"] and row["value"] is not None]
    said = caption(figure, whole, others, view.lang)
    name = figure.name.get(view.lang)
    parts = [
        wrap("h2", anchor(name, view.address("indicator", id=figure.indicator_id))),
        cards.value(figure, view),
        cards.place(figure, view),
        cards.status_line(figure, view),
        *chart(figure, own, others, said, view),
        cards.change(figure, view),
        cards.remarks(figure, view),
        cards.provenance(figure, view, snapshot),
    ]
    style = f"--s7-card:var(--s7-domain-{figure.domain_id})"
    return wrap("article", "".join(parts), "s7-card s7-hero", style=style, aria_label=name)


def chart(figure: Figure, own: Sequence[Row], others: Sequence[Row], said: str, view: View) -> list[str]:
    """Return the chart of a figure with what one sees.

    That is a line where periods follow one another, else a bar for each period; of one period alone the same of other
    places.
    """
    alt = view.say(words.ALT, name=figure.name.get(view.lang), said=said)
    named = verdicts.whose(figure.aim, view.lang) if figure.aim else ""
    own = [row for row in own if not row["incomplete"]]
    told = tag("p", said, "s7-caption")
    line = plot.Line(stretches(own))
    if all(len(one) == 1 for one in line.stretches):
        return [bars(figure, own, others, named, alt, view), told]
    quiet = [plot.Line(stretches(rows)) for rows in by_place(others, own[0], own[-1])]
    aims = steps(own)
    named = named or view.say(words.OF_OTHER_PERIODS) if aims else named
    drawn = plot.lines(line, quiet, aims, named, partial(written, figure, view), alt)
    return [drawn, told, under(line, quiet, aims, others, named, view)]


def under(
    line: plot.Line,
    quiet: Sequence[plot.Line],
    aims: Sequence[plot.Step],
    others: Sequence[Row],
    named: str,
    view: View,
) -> str:
    """Return what is drawn dashed and in grey, where that is not said in the chart, and where its axis begins."""
    unsaid = aims and plot.widest(aims, plot.along(line.points)) is None
    names = list(dict.fromkeys(row["label"] for row in others)) if quiet else []
    said = [view.say(words.DASHED, whose=named)] if unsaid else []
    said += [view.say(words.QUIET, names=listed(names, view))] if names else []
    up, _ = plot.upright(plot.drawn(line, quiet, aims))
    said += [view.say(words.AXIS)] if up.low > 0 else []
    return tag("p", " · ".join(said), "s7-note") if said else ""


def listed(names: Sequence[str], view: View) -> str:
    """Return names in a row: a few of them, and how many more there are."""
    told = ", ".join(names[:NAMED])
    return view.say(words.AND_MORE, names=told, count=len(names) - NAMED) if len(names) > NAMED else told


def by_place(others: Sequence[Row], first: Row, last: Row) -> list[list[Row]]:
    """Return the rows of each other place that lie within the periods of our own line."""
    within = [row for row in others if first["period_end"] <= row["period_end"] <= last["period_end"]]
    places = list(dict.fromkeys(row["place"] for row in within))[: beside.MOST - 1]
    return [[row for row in within if row["place"] == place and not row["incomplete"]] for place in places]


def stretches(rows: Sequence[Row]) -> tuple[tuple[plot.Point, ...], ...]:
    """Return rows as stretches of a line: one ends where a period is missing or is counted another way."""
    found: list[list[plot.Point]] = []
    before: Row | None = None
    for row in rows:
        joined = before is not None and row["era"] == before["era"] and goes_on(row, before)
        if not joined:
            found.append([])
        found[-1].append(plot.Point(at(row), row["value"], row["short"]))
        before = row
    return tuple(tuple(one) for one in found)


def goes_on(row: Row, before: Row) -> bool:
    """Return whether a line may be drawn from one period to the next; days and spans are no series of periods."""
    if row["period_kind"] in ("date", "span"):
        return True
    return metrics.follows(period(row), period(before))


def period(row: Row) -> Period:
    """Return the period of a row."""
    return Period(row["period_kind"], calendar.as_day(row["period_start"]), calendar.as_day(row["period_end"]))


def at(row: Row) -> float:
    """Return where a row stands on an axis of years (CE)."""
    own = period(row)
    return beside.position(own.kind, own.start, own.end)


def steps(own: Sequence[Row]) -> list[plot.Step]:
    """Return the bounds of the targets of some years, those of neighbouring years joined where they are the same."""
    found: list[plot.Step] = []
    for name in ("target_low", "target_high"):
        for row in own:
            if row[name] is None:
                continue
            half = HALF.get(row["period_kind"], YEARLY)
            begins, ends = at(row) - half, at(row) + half
            if found and found[-1].value == row[name] and begins - found[-1].ends < half / 5:
                found[-1] = plot.Step(found[-1].begins, ends, row[name])
            else:
                found.append(plot.Step(begins, ends, row[name]))
    return found


def bars(figure: Figure, own: Sequence[Row], others: Sequence[Row], named: str, alt: str, view: View) -> str:
    """Return each period of a figure as a bar, of one alone those of other places beside it, and its target across."""
    if figure.value is None or figure.unit is None or figure.period is None:
        return ""
    drawn = [plot.Bar(row["short"], row["value"], written(figure, view, row["value"]), own=row is own[-1])
             for row in own[-BARS:]]  # fmt: skip
    if len(own) < FEWEST:
        same = [row for row in others if period(row) == figure.period]
        drawn = [plot.Bar(figure.unit.get(view.lang), figure.value, written(figure, view, figure.value))]
        drawn += [plot.Bar(row["label"], row["value"], written(figure, view, row["value"]), own=False) for row in same]
    bounds = [bound for bound in (figure.target.low, figure.target.high) if bound is not None]
    aimed = f"{named} {headline.bounds(figure.target, figure, view.lang)}" if named else ""
    return plot.lying(drawn, bounds, aimed, alt)


def written(figure: Figure, view: View, value: float) -> str:
    """Return a value as the chart of a figure writes it, without its unit of measure."""
    if figure.value_kind == "year":
        return headline.first_value(figure, value, view.lang)
    small = "%" if figure.value_kind == "percent" else ""
    return Safe(formats.number(value, figure.decimals, view.lang) + small)

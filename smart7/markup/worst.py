"""What is worst in a month of service, drawn: a bar for each of the stops, hours and stretches that cost most time."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from smart7 import formats
from smart7.i18n import Text
from smart7.markup.pieces import heading, tag, wrap
from smart7.view import View
from smart7.words import service as words

Row = Mapping[str, Any]
Rows = Sequence[Row]
MOST: Final = 3
"""So many of each are named."""
LEAST_MIN: Final = 0.05
"""A wait longer than planned by less than this reads as none."""


class Bar(NamedTuple):
    """One of the worst: its name, the minutes it costs and how they are written, what else is known, a sentence."""

    name: str
    minutes: float
    written: str
    besides: str
    says: str


def worst(stops: Rows, hours: Rows, stretches: Rows, sample: bool, view: View) -> str:
    """Return the stops and hours where riders wait longest beyond the plan, and the stretches that cost most time.

    What is made up is drawn hollow. The sentences are heard, the bars are seen.
    """
    groups = (
        (words.WORST_STOPS, [of_stop(row, view) for row in most(stops, "excess_wait")]),
        (words.WORST_HOURS, [of_hour(row, view) for row in most(hours, "excess_wait")]),
        (words.WORST_STRETCHES, [of_stretch(row, view) for row in most(stretches, "lost")]),
    )
    drawn = "".join(group(title, bars, sample, view) for title, bars in groups if bars)
    none = tag("p", view.say(words.NO_WORST), "s7-note")
    return heading(view.say(words.WORST)) + (wrap("div", drawn, "s7-worst") if drawn else none)


def most(rows: Rows, name: str) -> Rows:
    """Return the rows in which something is largest, those where it is next to nothing left out."""
    known = [row for row in rows if row[name] is not None and row[name] >= LEAST_MIN]
    return sorted(known, key=lambda row: -row[name])[:MOST]


def group(title: Text, bars: Sequence[Bar], sample: bool, view: View) -> str:
    """Return the worst of one kind under what their bars mean, on a scale of their own from zero."""
    longest = max(bar.minutes for bar in bars) or 1.0
    rows = "".join(line(bar, 100 * bar.minutes / longest, view) for bar in bars)
    listed = wrap("ul", rows, "s7-hollow-bars" if sample else "")
    return wrap("section", tag("h3", view.say(title), "s7-sub") + listed)


def line(bar: Bar, share: float, view: View) -> str:
    """Return one bar with its number; whoever listens hears the sentence."""
    long = wrap("div", tag("i", "", style=f"width:{share:.1f}%"))
    amount = tag("b", view.say(words.MINUTES, minutes=bar.written))
    seen = tag("span", bar.name) + long + amount + tag("small", bar.besides)
    return wrap("li", tag("span", bar.says, "s7-heard") + wrap("div", seen, aria_hidden="true"))


def of_stop(row: Row, view: View) -> Bar:
    """Return by how much riders wait longer than planned at a stop."""
    amounts = {"excess": number(row["excess_wait"], view), "wait": number(row["wait"], view)}
    says = view.say(words.WORST_STOP, stop=row["stop"], **amounts)
    return Bar(
        row["stop"], row["excess_wait"], amounts["excess"], view.say(words.WORST_WAIT, wait=amounts["wait"]), says
    )


def of_hour(row: Row, view: View) -> Bar:
    """Return by how much riders wait longer than planned in an hour, and how uneven the gaps are."""
    uneven = {"bunched": number(row["bunched"], view), "long": number(row["long_gaps"], view)}
    ends = {"start": hour(row["hour"]), "end": hour(row["hour"] + 1)}
    excess = number(row["excess_wait"], view)
    says = view.say(words.WORST_HOUR, excess=excess, **ends, **uneven)
    return Bar("–".join(ends.values()), row["excess_wait"], excess, view.say(words.WORST_UNEVEN, **uneven), says)


def of_stretch(row: Row, view: View) -> Bar:
    """Return what each run loses on a stretch, all of them together, and how fast they are."""
    ends = {"start": row["from_stop"], "end": row["to_stop"]}
    amounts = {name: number(row[name], view) for name in ("speed", "quick")}
    amounts["each"], lost = number(row["lost_each"], view), number(row["lost"], view, 0)
    says = view.say(words.WORST_STRETCH, lost=lost, **ends, **amounts)
    return Bar(view.say(words.BETWEEN, **ends), row["lost"], lost, view.say(words.WORST_SPEED, **amounts), says)


def hour(of_day: int) -> str:
    """Return an hour of the service day as people write it."""
    return f"{of_day % 24:02d}:00"


def number(value: float | None, view: View, digits: int = 1) -> str:
    """Return a number as the language writes it, a dash for none."""
    return formats.number(value, digits, view.lang)

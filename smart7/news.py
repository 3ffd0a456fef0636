"""What became known of each indicator since a day; pure, over the rows of `overview/changed` and leading figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

from smart7 import calendar, catalog
from smart7.figures import Figure

What = Literal["first", "newer", "grown", "corrected", "older", "parts"]
"""The first figure; one of a newer period; more of a period; another value; other periods; units or parts only."""


BESIDES: Final = ("older", "parts")
"""What changes no figure that leads."""

SPANS: Final = (30, 90, 365)
"""How many days back one may look with one click: a month, a quarter, a year."""

USUAL: Final = 90
"""How many days back one looks without a choice."""


@dataclass(frozen=True, slots=True)
class News:
    """What happened to an indicator since a day.

    `known` is the day on which the last of it became known, `count` how many figures did, `replaced` the value that
    the leading figure had before it was corrected, where that was one figure.
    """

    what: What
    figure: Figure
    known: date
    count: int
    corrected: int
    replaced: float | None


def usual(as_of: date) -> date:
    """Return the day since which changes are told where no other is chosen."""
    return back(as_of, USUAL)


def back(as_of: date, days: int) -> date:
    """Return the day some days before the snapshot's knowledge ends."""
    return as_of - timedelta(days=days)


def day_of(chosen: str, as_of: date) -> date | None:
    """Return the day a link chooses, the usual one for ''; None for what is no day, or one yet to come."""
    if not chosen:
        return usual(as_of)
    try:
        day = date.fromisoformat(chosen)
    except ValueError:
        return None
    return day if date(calendar.FIRST_YEAR, 1, 1) <= day <= as_of and chosen == day.isoformat() else None


def told(rows: Iterable[Mapping[str, Any]], figures: Iterable[Figure]) -> list[News]:
    """Return the news of each indicator, those of leading figures first, of these the latest.

    Of an indicator whose leading figure is made up there is none.
    """
    leading = {one.indicator_id: one for one in figures if not one.is_sample}
    found = [one(row, leading[row["indicator_id"]]) for row in rows if row["indicator_id"] in leading]
    return sorted(found, key=lambda news: (news.what in BESIDES, -news.known.toordinal(), *place(news.figure)))


def one(row: Mapping[str, Any], figure: Figure) -> News:
    """Return the news of one indicator."""
    what = happened(row, figure)
    replaced = row["replaced"] if what == "corrected" and row["leading"] == 1 else None
    return News(what, figure, row["known"], row["figures"], row["corrected"], replaced)


def happened(row: Mapping[str, Any], figure: Figure) -> What:
    """Return what happened to an indicator, by what is new of the figure it leads with."""
    if figure.value is None:
        return "parts"
    if not row["leading"]:
        return "older"
    if row["leading"] == row["leading_corrected"]:
        return "corrected"
    if row["leading_before"]:
        return "grown"
    return "newer" if row["own_before"] else "first"


def place(figure: Figure) -> tuple[int, str]:
    """Return where an indicator stands among news of one day: by domain, then by id."""
    return catalog.position(figure.domain_id), figure.indicator_id

"""The overview, block by block: each made once for all who look at the same, for the live page and the first answer."""

from datetime import date
from typing import Final

from smart7 import board, news, reading
from smart7.board import Choice
from smart7.figures import Figure
from smart7.kept import kept
from smart7.ledger import book, meetings
from smart7.markup import asks as asks_markup
from smart7.markup import board as board_markup
from smart7.markup import changes as changes_markup
from smart7.markup import legend as legend_markup
from smart7.markup import overview as markup
from smart7.reading import asked
from smart7.view import View

MEETINGS: Final = 3
"""How many of the last meetings are offered as days to look back to."""


def blocks(snapshot: str, view: View, choice: Choice, since: date) -> list[str]:
    """Return the blocks in their order."""
    return [
        lead(snapshot, view),
        legend(snapshot, view, choice),
        rows(snapshot, view, choice.order),
        asks(snapshot, view),
        changes(snapshot, view, since, meeting_days(view.as_of)),
    ]


def figures(snapshot: str, view: View) -> tuple[Figure, ...]:
    """Return the figure each indicator leads with."""
    return reading.headline_figures(snapshot, "", view.until, view.sample)


@kept(400)
def lead(snapshot: str, view: View) -> str:
    """Return the sentence above the board."""
    return markup.lead(figures(snapshot, view), view)


@kept(400)
def legend(snapshot: str, view: View, choice: Choice) -> str:
    """Return the legend of the board, which is its filter too."""
    return legend_markup.legend(figures(snapshot, view), choice, view)


@kept(100)
def rows(snapshot: str, view: View, order: str) -> str:
    """Return the board: the same whatever it is narrowed to."""
    found = figures(snapshot, view)
    if order == board.BY_AIM:
        return board_markup.rows(board.by_aim(found), view, marked=True)
    names = reading.records(snapshot, "overview/by_name", asked(lang=view.lang))
    place = {row["indicator_id"]: n for n, row in enumerate(names)}
    return board_markup.rows(sorted(found, key=lambda one: place[one.indicator_id]), view, marked=False)


@kept(400)
def asks(snapshot: str, view: View) -> str:
    """Return what to ask about."""
    return asks_markup.block(figures(snapshot, view), view, snapshot)


@kept(400)
def changes(snapshot: str, view: View, since: date, days: tuple[date, ...]) -> str:
    """Return what changed since a day; `days` are those of meetings, which may be chosen besides."""
    found = figures(snapshot, view)
    rows = reading.records(snapshot, "overview/changed", asked(since=since, until=view.until))
    return changes_markup.block(found, news.told(rows, found), since, days, view)


def meeting_days(until: date) -> tuple[date, ...]:
    """Return the days of the last meetings in the ledger up to a day; none where it cannot be read."""
    try:
        return tuple(meetings.days(until, MEETINGS))
    except book.FAULTS:
        return ()

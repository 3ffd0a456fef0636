"""The overview: one sentence, the board with its legend, what to ask about, what changed."""

from datetime import date

from smart7 import board, news, overview
from smart7.board import Choice
from smart7.components import data, frame, link
from smart7.view import View


def show(view: View) -> None:
    """Draw the overview, block by block."""
    snapshot = data.snapshot()
    asked, since = choice(snapshot, view), chosen_day(view)
    link.show_notices(view.lang)
    for block in overview.blocks(snapshot, view, asked, since):
        frame.html(block)


def choice(snapshot: str, view: View) -> Choice:
    """Return what the link asks of the board; it does not go along to other pages."""
    known = board.choices(overview.figures(snapshot, view))
    usual = board.Choice()
    picked = {name: link.pick(name, known[name], getattr(usual, name), keep=False) for name in board.PARAMETERS}
    return board.Choice(**picked)


def chosen_day(view: View) -> date:
    """Return the day since which changes are told: the one of the link, else the usual one; another is said."""
    asked = link.asked("since")
    day = news.day_of(asked, view.as_of)
    if day is None:
        link.refuse("since", asked)
    return day or news.usual(view.as_of)

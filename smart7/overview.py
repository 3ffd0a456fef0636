"""The overview, block by block: each made once for all who look at the same, for the live page and the first answer."""

from smart7 import board, reading
from smart7.board import Choice
from smart7.figures import Figure
from smart7.kept import kept
from smart7.markup import board as board_markup
from smart7.markup import legend as legend_markup
from smart7.markup import overview as markup
from smart7.reading import asked
from smart7.view import View


def blocks(snapshot: str, view: View, choice: Choice) -> list[str]:
    """Return what stands below the sentence and the choice of the year, in its order."""
    return [legend(snapshot, view, choice), rows(snapshot, view, choice.order), changes(snapshot, view)]


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


@kept(100)
def changes(snapshot: str, view: View) -> str:
    """Return what changed since the period before."""
    return markup.changes(figures(snapshot, view), view)

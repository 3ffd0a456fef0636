"""The overview: seven domains as cards, what changed, how many are late, aims and adoption as tables."""

from smart7 import parts
from smart7.components import data, frame
from smart7.markup.pieces import tag
from smart7.view import View
from smart7.words import overview as words


def show(view: View) -> None:
    """Draw the overview from one query of figures and one of the adoption matrix."""
    frame.html(tag("p", view.say(words.INTRO), "s7-definition"))
    frame.period_bar(view)
    frame.html(parts.overview_body(data.snapshot(), view))

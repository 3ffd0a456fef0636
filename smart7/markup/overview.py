"""The sentence above the board of the overview."""

from collections.abc import Sequence

from smart7 import tally
from smart7.figures import Figure
from smart7.markup.pieces import link as anchor
from smart7.markup.pieces import tag, wrap
from smart7.meetings import headline
from smart7.view import View
from smart7.words import board as board_words


def lead(found: Sequence[Figure], view: View) -> str:
    """Return the sentence above the board: how many are known, judged and on target; then what moved most."""
    counted = tally.published(found)
    then = headline.of_their_time(counted, view.lang)
    moved = headline.moved_most(found, min(view.until, view.as_of))
    told = [tag("span", then)] if then else []
    told += [most(moved, view)] if moved else []
    rest = wrap("p", " · ".join(told), "s7-line") if told else ""
    return tag("p", headline.of_board(counted, view.lang), "s7-lead") + rest


def most(moved: Figure, view: View) -> str:
    """Return what moved most; its name leads to it."""
    name = moved.name.get(view.lang)
    before, _, after = view.say(board_words.MOVED_MOST, said=headline.of(moved, view.lang)).partition(name)
    return tag("span", before) + anchor(name, view.address("indicator", id=moved.indicator_id)) + tag("span", after)

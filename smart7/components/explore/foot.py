"""What stands under an answer of either kind: its qualities and its sources."""

from smart7 import figures
from smart7.components.explore.take import Taken
from smart7.markup import panels
from smart7.markup.pieces import tag, wrap
from smart7.view import View
from smart7.words import common


def credit(shown: Taken, view: View) -> str:
    """Return the qualities and the sources of what is shown; nothing for an answer that counts figures."""
    qualities = [name for name in common.QUALITY if name in set(shown.own["quality_grade"].dropna())]
    marks = " ".join(panels.quality_mark(name, view) for name in qualities)
    said = figures.credit(shown.sources(), view.lang)
    return wrap("p", f"{marks} {tag('span', f'· {said}')}", "s7-note") if said else ""

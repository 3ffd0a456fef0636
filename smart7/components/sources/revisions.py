"""The page about revisions: what changed between two days, and how each indicator is revised."""

from datetime import timedelta

from smart7 import changed
from smart7.components import data, frame, link
from smart7.view import View


def show(view: View) -> None:
    """Draw the page for the days of the link; days that cannot be compared are said, and the usual ones compared."""
    given = {name: asked for name in changed.NAMES if (asked := link.asked(name))}
    span = changed.span_of(given, view)
    if span is None:
        for name, asked in given.items():
            link.refuse(name, asked)
        span = view.as_of - timedelta(days=changed.USUAL), view.as_of
    link.show_notices(view.lang)
    for block in changed.blocks(data.snapshot(), *span, view):
        frame.html(block)

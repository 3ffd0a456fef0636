"""The programme of 2017: what was promised, who took part, what is there today."""

from smart7 import programme
from smart7.components import data, frame, panels
from smart7.view import View


def show(view: View) -> None:
    """Draw the page from the figures of all domains, the units of 2017 and dated events."""
    snapshot = data.snapshot()
    frame.html(programme.lead(snapshot, view) + programme.body(snapshot, view))
    for panel in programme.since(snapshot, view):
        panels.draw(panel, view)

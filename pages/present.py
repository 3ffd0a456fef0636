"""Present: the agendas of meetings, and one of them as a deck that fills the screen."""

from smart7.components import frame, present

with frame.page("present") as view:
    present.show(view)

"""Present: the agendas of meetings, and one of them as a deck that fills the screen."""

from smart7.components import frame, present

view = frame.open_page("present")
present.show(view)
frame.close_page(view)

"""Present: the agendas of meetings, and one of them as a deck that fills the screen."""

from smart7.components import frame
from smart7.components.present import page

with frame.page("present") as view:
    page.show(view)

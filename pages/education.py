"""Smart Education: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

with frame.page("education") as view:
    indicators.show("education", view)
    panels.show_all("education", view)

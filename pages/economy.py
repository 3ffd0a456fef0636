"""Smart Economy: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

with frame.page("economy") as view:
    indicators.show("economy", view)
    panels.show_all("economy", view)

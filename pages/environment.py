"""Smart Environment: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

with frame.page("environment") as view:
    indicators.show("environment", view)
    panels.show_all("environment", view)

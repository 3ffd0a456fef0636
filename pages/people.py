"""Smart People: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

with frame.page("people") as view:
    indicators.show("people", view)
    panels.show_all("people", view)

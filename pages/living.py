"""Smart Living: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

with frame.page("living") as view:
    indicators.show("living", view)
    panels.show_all("living", view)

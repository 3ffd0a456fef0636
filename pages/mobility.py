"""Smart Mobility: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

view = frame.open_page("mobility")
indicators.show("mobility", view)
panels.show_all("mobility", view)
frame.close_page(view)

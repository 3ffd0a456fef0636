"""Smart Environment: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

view = frame.open_page("environment")
indicators.show("environment", view)
panels.show_all("environment", view)
frame.close_page(view)

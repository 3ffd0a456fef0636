"""Smart Economy: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

view = frame.open_page("economy")
indicators.show("economy", view)
panels.show_all("economy", view)
frame.close_page(view)

"""Smart Education: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

view = frame.open_page("education")
indicators.show("education", view)
panels.show_all("education", view)
frame.close_page(view)

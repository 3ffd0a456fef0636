"""Smart People: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

view = frame.open_page("people")
indicators.show("people", view)
panels.show_all("people", view)
frame.close_page(view)

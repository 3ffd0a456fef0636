"""Smart Governance: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

view = frame.open_page("governance")
indicators.show("governance", view)
panels.show_all("governance", view)
frame.close_page(view)

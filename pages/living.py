"""Smart Living: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

view = frame.open_page("living")
indicators.show("living", view)
panels.show_all("living", view)
frame.close_page(view)

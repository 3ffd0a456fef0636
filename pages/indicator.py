"""One indicator: its series, its units, its parts, its rows and how it is worked out."""

from smart7.components import frame, indicator

view = frame.open_page("indicator")
indicator.show(view)
frame.close_page(view)

"""Explore: ask by filling in a sentence; chart, table, downloads and saved views of the answer."""

from smart7.components import explore, explore_views, frame

explore_views.hold_snapshot()
view = frame.open_page("explore")
explore.show(view)
frame.close_page(view)

"""Explore: ask by filling in a sentence; chart, table, downloads and saved views of the answer."""

from smart7.components import explore, explore_views, frame

explore_views.hold_snapshot()
with frame.page("explore") as view:
    explore.show(view)

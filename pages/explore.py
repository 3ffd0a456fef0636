"""Explore: ask by filling in a sentence; chart, table, downloads and saved views of the answer."""

from smart7.components import frame
from smart7.components.explore import page, views

views.hold_snapshot()
with frame.page("explore") as view:
    page.show(view)

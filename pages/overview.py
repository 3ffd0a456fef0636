"""The overview: the seven Smart domains at a glance, what changed and how many are late."""

from smart7.components import frame, overview

view = frame.open_page("overview")
overview.show(view)
frame.close_page(view)

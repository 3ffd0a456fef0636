"""The overview: the seven Smart domains at a glance, what changed and how many are late."""

from smart7.components import frame, overview

with frame.page("overview") as view:
    overview.show(view)

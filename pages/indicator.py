"""One indicator: its series, its units, its parts, its rows and how it is worked out."""

from smart7.components import frame, indicator

with frame.page("indicator") as view:
    indicator.show(view)

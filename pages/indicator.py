"""One indicator: its series, its units, its parts, its rows and how it is worked out."""

from smart7.components import frame
from smart7.components.indicator import page

with frame.page("indicator") as view:
    page.show(view)

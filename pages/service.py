"""Service as it was driven: a route's day, its gaps, its month beside others, its speeds."""

from smart7.components import frame
from smart7.components.service import page

with frame.page("service") as view:
    page.show(view)

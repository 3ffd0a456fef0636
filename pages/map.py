"""The map: routes as recorded, the planned light rail, what they reach, and what the plan would change."""

from smart7.components import frame
from smart7.components.map import page

with frame.page("map") as view:
    page.show(view)

"""The map: routes as recorded, the planned light rail, what they reach, and what the plan would change."""

from smart7.components import frame, map_page

with frame.page("map") as view:
    map_page.show(view)

"""The map: routes as recorded, the planned light rail, what they reach, and what the plan would change."""

from smart7.components import frame, map_page

view = frame.open_page("map")
map_page.show(view)
frame.close_page(view)

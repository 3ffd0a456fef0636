"""Smart Mobility: the ways to the map and to service as driven, its indicators, panels, what the plan would change."""

from smart7.components import frame, indicators, panels
from smart7.components.map import travel
from smart7.words import map as words
from smart7.words import service

with frame.page("mobility") as view:
    frame.lead_on(words.LEAD_ON, "map", view)
    frame.lead_on(service.LEAD_ON, "service", view)
    indicators.show("mobility", view)
    panels.show_all("mobility", view)
    travel.folded(view)

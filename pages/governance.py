"""Smart Governance: its indicators, then one panel per query file."""

from smart7.components import frame, indicators, panels

with frame.page("governance") as view:
    indicators.show("governance", view)
    panels.show_all("governance", view)

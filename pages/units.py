"""Units: a school, centre or division across its indicators, and what it owes."""

from smart7.components import frame, units

view = frame.open_page("units")
units.show(view)
frame.close_page(view)

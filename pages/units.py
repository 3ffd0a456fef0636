"""Units: a school, centre or division across its indicators, and what it owes."""

from smart7.components import frame, units

with frame.page("units") as view:
    units.show(view)

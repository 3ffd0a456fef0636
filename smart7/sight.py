"""From where the map is looked at: the whole city, or a box with some room round it; pure."""

from math import cos, log2, radians
from typing import Final

import pydeck as pdk

from smart7.theme import TILE

# The whole Red line, from Samran to Tha Phra, stands in a map 560 pixels high with its names.
CENTRE: Final = (102.83, 16.4435)
ZOOM: Final = 10.85
CLOSEST: Final = 13.5  # a place stands among what is round it
SMALLEST: Final = (330, 540)
"""Width and height of the map on a phone, where what is zoomed to has to fit."""
NUDGE: Final = 1e-9
"""Degrees by which a map that is to be looked at anew is told to move: a browser only follows a view that changed."""


def view(box: tuple[float, float, float, float] | None, looks: int = 0) -> pdk.ViewState:
    """Return the whole city, or what shows a box of west, south, east and north with some room round it."""
    moved = looks * NUDGE
    if box is None:
        return pdk.ViewState(longitude=CENTRE[0] + moved, latitude=CENTRE[1] + moved, zoom=ZOOM + moved)
    west, south, east, north = box
    parts = (east - west, (north - south) / cos(radians((north + south) / 2)))
    fitting = (log2(360 / TILE * most / max(part, 1e-6)) for part, most in zip(parts, SMALLEST, strict=True))
    zoom = min(CLOSEST, *fitting)
    return pdk.ViewState(
        longitude=(west + east) / 2 + moved, latitude=(south + north) / 2 + moved, zoom=round(zoom, 2) + moved
    )

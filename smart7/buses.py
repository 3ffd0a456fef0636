"""Vehicles on the map: a drop that points the way they go, with the number of their route on it; pure.

A drop is full where its position is new and hollow where it is old; a round one goes nobody knows where.
"""

from typing import Final
from urllib.parse import quote

import pydeck as pdk

from smart7.theme import Palette

BOX: Final = 48
SCALE: Final = 2
"""Pixels of the picture for each pixel of the map."""
SHAPES: Final = {"going": "M24 2 34.6 13.4A15 15 0 1 1 13.4 13.4Z", "somewhere": "M24 9A15 15 0 1 1 23.99 9Z"}
FADED: Final = 166
"""Opacity, of 255, of what is old: still three times as bright or dark as the land."""
OLD: Final = "-old"
METRES: Final = 430
"""A drop is so wide on the land, within so many pixels: a city's whole fleet must not cover the city."""
DROP_PX: Final = (28, BOX)
NUMBER_PX: Final = (14, 20)


def bullet(key: str) -> str:
    """Return the picture of the number of a route, by its key; that of a vehicle without one for ''."""
    return f"b.{key}"


def shape(way: float | None, old: bool) -> str:
    """Return which drop a vehicle is; `way` is None where nobody knows where it goes."""
    return ("somewhere" if way is None else "going") + OLD * old


def atlas(colours: Palette) -> str:
    """Return all drops beside one another as one picture."""
    drawn = "".join(
        f'<path transform="translate({n * BOX},0)" d="{path}" fill="{colours.surface if old else colours.ink}" '
        f'stroke="{colours.ink if old else colours.surface}" stroke-width="2.5"'
        + ' stroke-dasharray="5 3"' * old + "/>"
        for n, (path, old) in enumerate((path, old) for old in (False, True) for path in SHAPES.values())
    )  # fmt: skip
    wide, high = BOX * 2 * len(SHAPES), BOX
    size = f'width="{wide * SCALE}" height="{high * SCALE}" viewBox="0 0 {wide} {high}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>'
    return "data:image/svg+xml;charset=utf-8," + quote(svg)


def mapping() -> dict[str, dict[str, int | bool]]:
    """Return where each drop lies in the picture."""
    names = [*SHAPES, *(name + OLD for name in SHAPES)]
    size = BOX * SCALE
    return {name: {"x": n * size, "y": 0, "width": size, "height": size, "mask": False} for n, name in enumerate(names)}


def layers(data: str, name: str, picture: str, places: str, colours: Palette) -> list[pdk.Layer]:
    """Return the layers of the vehicles of one feed.

    `data` is where they are asked for, which says the moment, so that another moment is asked for anew; `picture` and
    `places` are where the numbers are, and where each lies in it.
    """
    faded = f"old ? [0, 0, 0, {FADED}] : [0, 0, 0, 255]"
    shared = {"data": data, "get_position": "[lon, lat]", "get_color": faded, "pickable": True}
    shared |= {"size_units": pdk.types.String("meters")}
    return [
        pdk.Layer(
            "IconLayer", id=f"bus-{name}", icon_atlas=pdk.types.String(atlas(colours)), icon_mapping=mapping(),
            get_icon="shape", get_size=METRES, get_angle="turn",
            size_min_pixels=DROP_PX[0], size_max_pixels=DROP_PX[1], **shared,
        ),
        pdk.Layer(
            "IconLayer", id=f"bus-number-{name}", icon_atlas=pdk.types.String(picture),
            icon_mapping=pdk.types.String(places), get_icon="icon", get_size=METRES * NUMBER_PX[1] / DROP_PX[1],
            size_min_pixels=NUMBER_PX[0], size_max_pixels=NUMBER_PX[1], **shared,
        ),
    ]  # fmt: skip

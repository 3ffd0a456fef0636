"""Layers of routes: lines side by side where they share a street, the plan dashed, names and numbers on them; pure."""

import json
from collections.abc import Container, Sequence
from typing import Any, Final

import pydeck as pdk

from smart7 import signs, theme
from smart7.theme import Palette, rgb

NAMED: Final = ("routes", "ended", "plan", "stations")
"""Layers whose names and numbers stand on the map."""
BARRED: Final = ("schools", "hospitals", "markets", "terminals", "landmarks")
"""Layers whose symbols no name or number may lie on."""
BROAD: Final = 16
"""Pixels of what a finger finds of a line."""
UNSEEN: Final = 0.01
"""Opacity of what only the pointer finds; the map does not pick what is fully transparent."""
LANE_M: Final = 36.0
LANE_PX: Final = (2.2, 4.5)
LANE: Final = 1.25
"""A line is so many metres wide, within so many pixels; the next one beside it begins after a quarter more."""
CHOSEN: Final = 2.2
"""So many times as wide is the line of what is chosen."""


def told(layers: Container[str]) -> tuple[str, ...]:
    """Return those of some layers that names and numbers are of, or may not lie on."""
    return tuple(name for name in (*NAMED, *BARRED) if name in layers)


def paths(name: str, data: str, there: str, colours: Palette) -> list[pdk.Layer]:
    """Return lines of routes: those that run or ran in full, side by side where they share a street; planned dashed.

    `data` is where they are asked for as they are seen, `there` as the pointer finds them. The browser draws again all
    that can be pointed at with each move of the pointer: a press of more than 250 ms is none, and without a graphics
    card each thousand points take 30. So the broad lines have few, and what has none beside it is felt only by those.
    """
    look: dict[str, Any] = {"get_color": "light" if colours is theme.LIGHT else "dark", **lane()}
    if name == "ended":
        look["get_color"] = rgb(colours.ground["ended"])
    if name == "plan":
        # Dashes are measured along the whole line: its points lie closer together than a dash is long.
        dashed = [{"@@type": "PathStyleExtension", "highPrecisionDash": True}]
        look = {"get_color": rgb(colours.ground["plan"]), "get_width": 4, "extensions": dashed}
        look |= {"get_dash_array": [3, 2], "width_units": pdk.types.String("pixels")}
    broad: dict[str, Any] = {"get_color": rgb(colours.ground["land"], UNSEEN), "get_width": BROAD}
    broad |= {"width_units": pdk.types.String("pixels")}
    return [
        pdk.Layer(
            "PathLayer",
            data=asked,
            id=layer_id,
            get_path="path",
            cap_rounded=name != "plan",
            joint_rounded=True,
            pickable=asked == there or name == "routes",
            **drawn,
        )
        # A line that cannot be seen lies under the one that can, as broad as a finger.
        for layer_id, asked, drawn in ((felt(name), there, broad), (name, data, look))
    ]


def felt(name: str) -> str:
    """Return what a layer of lines is called as the pointer finds it."""
    return f"{name}-touch"


def lane(broader: float = 1.0) -> dict[str, Any]:
    """Return how wide a line is, so many times, and how far beside the middle of its street it runs.

    The browser moves it aside by widths of what it draws, so that lines lie side by side at every zoom; `aside` is
    counted in those.
    """
    return {
        "get_width": LANE_M * broader,
        "width_units": pdk.types.String("meters"),
        "width_min_pixels": LANE_PX[0] * broader,
        "width_max_pixels": LANE_PX[1] * broader,
        "extensions": [{"@@type": "PathStyleExtension", "offset": True}],
        "get_offset": "aside",
    }


def names(tiles: str, picture: str, mapping: str) -> list[pdk.Layer]:
    """Return names and numbers, asked for tile by tile, with the picture that holds them and where each lies in it.

    What stands where so that none covers another is worked out by the server for each band of zoom (`signs`).
    """
    return [
        pdk.Layer(
            "TileLayer",
            data=tiles,
            id="names",
            min_zoom=signs.FARTHEST - signs.FEWER,
            max_zoom=signs.CLOSEST - signs.FEWER,
            tile_size=theme.TILE * 2**signs.FEWER,
            refinement_strategy=pdk.types.String("no-overlap"),
            point_type=pdk.types.String("icon"),
            icon_atlas=pdk.types.String(picture),
            icon_mapping=pdk.types.String(mapping),
            icon_size_units=pdk.types.String("pixels"),
            get_icon="properties.icon",
            get_icon_size="properties.size",
            get_icon_pixel_offset="properties.off",
            pickable=True,
        )
    ]


def highlight(chosen: Sequence[Any], colours: Palette) -> list[pdk.Layer]:
    """Return what is chosen, drawn over everything else; the browser cannot make a disc of a line of one name."""
    if not chosen:
        return []
    colour = rgb(colours.ground["chosen"])
    if chosen[0] == "path":
        aside = [lanes * LANE / CHOSEN for lanes in json.loads(chosen[2])]
        return [
            pdk.Layer(
                "PathLayer", data=[{"path": json.loads(chosen[1]), "aside": aside}], id="chosen-way", get_path="path",
                get_color=colour, cap_rounded=True, joint_rounded=True, opacity=0.8, **lane(CHOSEN),
            )
        ]  # fmt: skip
    return [
        pdk.Layer(
            "ScatterplotLayer", data=[{"at": [chosen[1], chosen[2]]}], id="chosen", get_position="at", get_radius=14,
            radius_units=pdk.types.String("pixels"), filled=False, stroked=True, get_line_color=colour,
            get_line_width=5, line_width_units=pdk.types.String("pixels"),
        )
    ]  # fmt: skip

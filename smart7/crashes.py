"""Accidents on the map: how they are narrowed in a link, and the layers that draw them; pure.

Far out they come together by cells, near each by itself. The browser asks for what it shows, tile by tile, so what
travels depends on the view and not on how many accidents there are.
"""

from collections.abc import Mapping
from typing import Any, Final

import pydeck as pdk

from smart7 import symbols, theme
from smart7.questions.happened import BANDS
from smart7.theme import Palette, rgb
from smart7.words.happened import CAUSES

Narrowed = tuple[tuple[str, str], ...]
SLUGS: Final = {"when": "year", "hours": "hours", "cause": "cause"}
"""Name in a link to parameter of a query."""
YEARS: Final = range(1900, 2101)
FARTHEST: Final = 7
CLOSEST: Final = 16
"""Zoom of the tiles that hold every accident by itself, but for those within some 9 m."""
SOLID: Final = 0.85
"""Opacity of the marks: what lies under them stays to be guessed."""
UNSEEN: Final = 0.01
"""Opacity of what only the pointer finds; the map does not pick what is fully transparent."""
BESIDE: Final = [13, -13]
"""Pixels by which the rank of a place stands off its middle, where the number of its accidents is."""
LEAST_PX: Final = 9
"""A place where most happened stays this large however far away it is looked at."""


def narrowed(asked: Mapping[str, str]) -> dict[str, Any]:
    """Return the parameters of a query that a link asks for; raises `ValueError` for a value there cannot be."""
    year, hours, cause = (asked.get(name, "") for name in SLUGS)
    known = (
        (not year or (year.isascii() and year.isdecimal() and int(year) in YEARS))
        and (not hours or hours in BANDS)
        and (not cause or cause in CAUSES)
    )
    if not known:
        raise ValueError(f"no accidents of {year} {hours} {cause}")
    return {"year": int(year or 0), "hours": hours, "cause": cause}


def tiles(address: str, colours: Palette) -> list[pdk.Layer]:
    """Return the layer of accidents; `address` is that of a tile, with {z}, {x} and {y} in it."""
    mark, deadly = (rgb(colours.ground[name], SOLID) for name in ("crash", "death"))
    surface = rgb(colours.ground["land"])
    return [
        pdk.Layer(
            "TileLayer",
            data=address,
            id="accidents",
            min_zoom=FARTHEST,
            max_zoom=CLOSEST,
            tile_size=theme.TILE,
            refinement_strategy=pdk.types.String("no-overlap"),
            point_type=pdk.types.String("icon+text"),
            icon_atlas=pdk.types.String(symbols.atlas(symbols.CRASHES)),
            icon_mapping=symbols.mapping(symbols.CRASHES),
            icon_size_units=pdk.types.String("pixels"),
            get_icon="properties.icon",
            get_icon_size="properties.size",
            get_icon_color=f"properties.deaths > 0 ? {deadly} : {mark}",
            text_font_family=pdk.types.String(theme.FONT),
            text_font_weight=600,
            text_size_units=pdk.types.String("pixels"),
            get_text="properties.text",
            get_text_size=12,
            get_text_color=surface,
            pickable=True,
            auto_highlight=True,
        )
    ]


def rings(address: str, colours: Palette) -> list[pdk.Layer]:
    """Return the places where most happened as numbered rings of their true size."""
    colour = rgb(colours.ground["death"])
    common: dict[str, Any] = {"data": address, "get_position": "[lon, lat]"}
    return [
        pdk.Layer(
            "ScatterplotLayer", id="spots", get_radius=150, radius_units=pdk.types.String("meters"),
            radius_min_pixels=LEAST_PX, filled=True, get_fill_color=rgb(colours.surface, UNSEEN), stroked=True,
            get_line_color=colour, get_line_width=2.5, line_width_units=pdk.types.String("pixels"), pickable=True,
            **common,
        ),
        pdk.Layer(
            "TextLayer", id="spots-rank", get_text="label", get_size=13, get_pixel_offset=BESIDE,
            get_color=rgb(colours.ink), font_family=pdk.types.String(theme.FONT), font_weight=600,
            pickable=False, **common,
        ),
    ]  # fmt: skip

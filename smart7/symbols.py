"""Shapes of what stands on a map: places and accidents told apart by shape before colour, and the legend's pictures."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from smart7.theme import palette

# Drawn in a box of 24 by 24.
SYMBOLS: Final[Mapping[str, str]] = {
    "schools": "M12 2 22 9v13h-7v-7H9v7H2V9z",
    "hospitals": "M9 2h6v7h7v6h-7v7H9v-7H2V9h7z",
    "markets": "M2 9 5 3h14l3 6zM4 11h16v11h-6v-6h-4v6H4z",
    "terminals": "M5 2h14q2 0 2 2v14h-2v3h-4v-3H9v3H5v-3H3V4q0-2 2-2zm1 3v6h12V5z",
    "landmarks": "M12 1 15 9h8l-6.500 5 2.500 8L12 17l-7 5 2.500-8L1 9h8z",
    "villages": "M12 8a4 4 0 1 0 .01 0z",
    "counts": "M12 2 22 12 12 22 2 12z",
}
# Accidents: one with deaths, with injuries, with neither; several of them in a cell, with deaths or without.
CRASHES: Final[Mapping[str, str]] = {
    "deaths": "M6 2l6 6 6-6 4 4-6 6 6 6-4 4-6-6-6 6-4-4 6-6-6-6z",
    "injuries": "M12 2 23 21H1z",
    "crash": "M12 5a7 7 0 1 0 .01 0z",
    "cell": "M12 1a11 11 0 1 0 .01 0z",
    "cell-deaths": "M7.500 1h9L23 7.500v9L16.500 23h-9L1 16.500v-9z",
}
BOX: Final = 48  # pixels of a symbol in the picture of all symbols
SWATCHES: Final[Mapping[str, str]] = {
    "routes": '<path d="M1 12h22" stroke="{accent}" stroke-width="4"/>',
    "ended": '<path d="M1 12h22" stroke="{ended}" stroke-width="4"/>',
    "plan": '<path d="M1 12h22" stroke="{plan}" stroke-width="4" stroke-dasharray="6 4"/>',
    "stations": '<circle cx="12" cy="12" r="7" fill="{surface}" stroke="{plan}" stroke-width="3"/>',
    "stops": '<circle cx="12" cy="12" r="5" fill="{stop}"/>',
    "walk": '<g fill="none" stroke="{plan}" stroke-width="1.5"><circle cx="12" cy="12" r="10"/>'
    '<circle cx="12" cy="12" r="5"/></g>',
    "less": '<circle cx="12" cy="12" r="9" fill="{less}"/>',
    "same": '<circle cx="12" cy="12" r="4" fill="{same}"/>',
    "more": '<circle cx="12" cy="12" r="8" fill="{more}" stroke="{place}" stroke-width="3"/>',
    "accidents": '<path d="{cross}" fill="{death}" transform="scale(.55)"/><path d="{triangle}" fill="{crash}"'
    ' transform="translate(10 9) scale(.6)"/>',
    "spots": '<circle cx="12" cy="12" r="9" fill="none" stroke="{death}" stroke-width="3"/>',
    "buses": '<path d="M12 1 17.300 6.700A7.500 7.500 0 1 1 6.700 6.700Z" fill="{ink}"/>',
    "tambons": '<path d="M3 5h18v14H3z" fill="none" stroke="{edge}" stroke-width="2"/>',
}


def swatch(name: str, dark: bool = False) -> str:
    """Return what a layer of the map looks like, as SVG in a box of 24 by 24."""
    colours = palette(dark)
    named = {**colours.ground, "accent": colours.accent, "surface": colours.surface, "ink": colours.ink,
             "cross": CRASHES["deaths"], "triangle": CRASHES["injuries"]}  # fmt: skip
    if name in SWATCHES:
        return SWATCHES[name].format(**named)
    return f'<path fill-rule="evenodd" d="{SYMBOLS[name]}" fill="{named["count" if name == "counts" else "place"]}"/>'


def atlas(shapes: Mapping[str, str] = SYMBOLS) -> str:
    """Return shapes beside one another as one picture, those of all places if no others are given."""
    drawn = "".join(
        f'<path transform="translate({n * BOX},0) scale({BOX / 24})" d="{path}"/>'
        for n, path in enumerate(shapes.values())
    )
    size = f'width="{BOX * len(shapes)}" height="{BOX}"'
    return "data:image/svg+xml;charset=utf-8," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} fill="black" fill-rule="evenodd">{drawn}</svg>'
    )


def mapping(shapes: Mapping[str, str] = SYMBOLS) -> dict[str, dict[str, Any]]:
    """Return where each shape lies in the picture; `mask` lets the layer colour it."""
    size = {"y": 0, "width": BOX, "height": BOX, "mask": True}
    return {name: {"x": n * BOX, **size} for n, name in enumerate(shapes)}

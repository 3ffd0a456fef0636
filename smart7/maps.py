"""Layers to a map: pure, in the project's colours, without a tile, style or glyph from anywhere.

What a layer draws is asked for by the browser from this server (`api/layers.py`), once per snapshot; the map
itself only says which layers, in which colours. So a choice sends a few kilobytes, not the city.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode

import pydeck as pdk

from smart7 import buses, crashes, lines, symbols, theme
from smart7.i18n import Lang
from smart7.sight import view
from smart7.theme import Palette, rgb

OPENS_WITH: Final = ("routes", "plan", "stations", "schools")
# From below to above.
ORDER: Final = (
    "tambons", "walk", "routes", "ended", "plan", "stops", "stations", "villages", "landmarks", "counts", "markets",
    "terminals", "hospitals", "schools", "spots", "accidents",
)  # fmt: skip
DOUBTED: Final = ("schools", "hospitals", "markets", "terminals", "landmarks")
"""Places each of which somebody may have to find; the others are counts, or stand for a whole village."""
UNSEEN: Final = 0.01
"""Opacity of what only the pointer finds; the map does not pick what is fully transparent."""
MADE_BY: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Scene:
    """What a map shows: the snapshot it reads, the layers, what is chosen, from where it is looked at.

    `chosen` is ('path', points, lanes), both as JSON, or ('point', lon, lat).

    `looks` counts how often somebody asked to look there. `anew` is a layer in which nothing is to be marked as
    clicked any more, and a number: the browser forgets a click only with the name of its layer. `narrowed` says
    which accidents are shown and in which language they speak, as the parts of an address.
    """

    snapshot: str
    layers: tuple[str, ...]
    chosen: tuple[Any, ...] = ()
    box: tuple[float, float, float, float] | None = None
    looks: int = 0
    anew: tuple[str, int] = ("", 0)
    narrowed: crashes.Narrowed = ()


def deck(scene: Scene, lang: Lang, dark: bool, style: str = "") -> pdk.Deck:
    """Return the map of a scene; what is chosen is drawn on top.

    `style` is where the style of an online base map is asked for, '' for our own ground.
    """
    colours = theme.palette(dark)
    drawn = base(scene, colours, style)
    for name in ORDER:
        if name in scene.layers:
            drawn += LAYERS[name](name, scene, colours)
    for layer in drawn:
        layer.id += f"-{scene.anew[1]}" * (layer.id == scene.anew[0])
    drawn += names(scene, lang, dark)
    return stage(drawn + lines.highlight(scene.chosen, colours), view(scene.box, scene.looks), lang, style)


def with_buses(drawn: pdk.Deck, feeds: Sequence[str], at: int, scene: Scene, lang: Lang, dark: bool) -> pdk.Deck:
    """Return a map with the vehicles of some feeds over it, as they are at a moment; the map itself stays as it is."""
    picture = address(scene.snapshot, f"buses/{lang}-{'dark' if dark else 'light'}", "svg")
    places = address(scene.snapshot, f"buses/{lang}")
    made = copy(drawn)
    made.layers = list(drawn.layers)
    for feed in feeds:
        data = f"/live/{quote(feed)}/map.json?at={at}"
        made.layers += buses.layers(data, feed, picture, places, theme.palette(dark))
    return made


def stage(layers: list[pdk.Layer], seen: pdk.ViewState, lang: Lang, style: str) -> pdk.Deck:
    """Return a map of layers; a style is only named where there is one, as an empty one asks a service for its own."""
    named = {"map_style": style} if style else {}
    tooltip = {"text": "{name_" + lang + "}"}
    return pdk.Deck(layers=layers, initial_view_state=seen, map_provider=None, tooltip=tooltip, **named)


def saved(
    snapshot: str, kind: str, settings: tuple[tuple[str, str], ...], lang: Lang, dark: bool, style: str = ""
) -> pdk.Deck:
    """Return the map of minutes saved to the nearest place of a kind; `settings` are the parts of its link."""
    colours = theme.palette(dark)
    scene = Scene(snapshot, ("plan", "stations"))
    query = urlencode({**dict(settings), "to": kind, "lang": lang})
    less, same, more, ink = (rgb(colours.ground[name]) for name in ("less", "same", "more", "place"))
    # Larger where more is saved or lost, and with an edge where it is lost: not told by colour alone.
    cells = pdk.Layer(
        "ScatterplotLayer",
        data=f"{address(snapshot, 'saved')}?{query}",
        id="saved",
        get_position="[lon, lat]",
        get_radius="saved > 15 || saved < -15 ? 130 : saved >= 1 ? 55 + saved * 5 : saved <= -1 ? 55 - saved * 5 : 40",
        get_fill_color=f"saved >= 1 ? {less} : saved <= -1 ? {more} : {same}",
        stroked=True,
        get_line_color=f"saved <= -1 ? {ink} : {less[:3] + [0]}",
        get_line_width=1.5,
        line_width_units=pdk.types.String("pixels"),
        pickable=True,
    )
    ground = base(scene, colours, style)
    planned = [*paths("plan", scene, colours), *stations("stations", scene, colours)]
    return stage([*ground, cells, *planned], view(None), lang, style)


def address(snapshot: str, name: str, kind: str = "json") -> str:
    """Return where the browser asks for the data of a layer, which it keeps for good."""
    return f"/map-layers/{quote(snapshot)}/{edition()}/{name}.{kind}"


@cache
def edition() -> str:
    """Return a name for the code that makes the layers: another release may draw more from the same snapshot."""
    made = blake2b(digest_size=4)
    for path in sorted([*MADE_BY.rglob("*.py"), *(MADE_BY.parent / "queries" / "map").glob("*.sql")]):
        made.update(path.read_bytes())
    return made.hexdigest()


def base(scene: Scene, colours: Palette, style: str) -> list[pdk.Layer]:
    """Return the ground: the district, the municipality, the lake and the highway; outlines over an online one."""
    land, edge, water, road = (rgb(colours.ground[name]) for name in ("land", "edge", "water", "road"))
    if style:
        clear = rgb(colours.ground["land"], 0)
        return [area("district", scene, clear, edge, 1.5), area("municipality", scene, clear, edge, 2.5)]
    return [
        area("district", scene, land, edge, 1.5),
        area("municipality", scene, rgb(colours.ground["road"], 0.18), edge, 2.5),
        area("lake", scene, water, water, 0),
        area("highway", scene, road, road, 4),
    ]


def area(name: str, scene: Scene, fill: list[int], line: list[int], width: float, pickable: bool = False) -> pdk.Layer:
    """Return a layer of outlines."""
    return pdk.Layer(
        "GeoJsonLayer",
        data=address(scene.snapshot, name),
        id=name,
        filled=fill[3] > 0,
        stroked=width > 0,
        get_fill_color=fill,
        get_line_color=line,
        get_line_width=width,
        line_width_units=pdk.types.String("pixels"),
        pickable=pickable,
    )


def tambons(name: str, scene: Scene, colours: Palette) -> list[pdk.Layer]:
    """Return the outlines of the tambons; a fill that cannot be seen lets the pointer find them."""
    return [area(name, scene, rgb(colours.ground["land"], UNSEEN), rgb(colours.ground["edge"]), 1, pickable=True)]


def paths(name: str, scene: Scene, colours: Palette) -> list[pdk.Layer]:
    """Return lines of routes."""
    return lines.paths(name, address(scene.snapshot, name), address(scene.snapshot, lines.felt(name)), colours)


def names(scene: Scene, lang: Lang, dark: bool) -> list[pdk.Layer]:
    """Return names of stations and interchanges and numbers of routes, where the layers they belong to are shown."""
    asked = urlencode({"lang": lang, "layers": ".".join(lines.told(scene.layers))})
    tile = f"{address(scene.snapshot, 'signs/{z}/{x}/{y}')}?{asked}"
    picture = address(scene.snapshot, f"signs/{lang}-{'dark' if dark else 'light'}", "svg")
    shown = any(name in scene.layers for name in lines.NAMED)
    return lines.names(tile, picture, address(scene.snapshot, f"signs/{lang}")) if shown else []


def dots(name: str, scene: Scene, colours: Palette) -> list[pdk.Layer]:
    """Return stops as small discs."""
    unseen = rgb(colours.surface, UNSEEN)
    return [
        disc(f"{name}-touch", scene, 11, "pixels", unseen, unseen, 0, source=name, pickable=True),
        disc(name, scene, 4, "pixels", rgb(colours.ground["stop"]), rgb(colours.surface), 1, pickable=True),
    ]


def stations(name: str, scene: Scene, colours: Palette) -> list[pdk.Layer]:
    """Return planned stations hollow, over a faint disc as wide as their position may be off."""
    plan, unseen = colours.ground["plan"], rgb(colours.surface, UNSEEN)
    return [
        disc(f"{name}-touch", scene, 12, "pixels", unseen, unseen, 0, source=name, pickable=True),
        disc("doubt", scene, "accuracy_m", "meters", rgb(plan, 0.10), rgb(plan, 0.35), 1, source=name),
        disc(name, scene, 6, "pixels", rgb(colours.surface), rgb(plan), 2.5, pickable=True),
    ]


def walks(name: str, scene: Scene, colours: Palette) -> list[pdk.Layer]:
    """Return how far a walk from a station reaches, widened by how far off the station may be."""
    plan = colours.ground["plan"]
    return [
        disc(f"{name}-{metres}", scene, f"accuracy_m + {metres}", "meters", rgb(plan, 0.04), rgb(plan, 0.5), 1,
             source="stations")
        for metres in (800, 400)
    ]  # fmt: skip


def disc(
    name: str, scene: Scene, radius: Any, units: str, fill: list[int], line: list[int], width: float,  # noqa: ANN401
    source: str = "", pickable: bool = False,
) -> pdk.Layer:  # fmt: skip
    """Return a layer of discs, their radius in pixels or in metres."""
    return pdk.Layer(
        "ScatterplotLayer",
        data=address(scene.snapshot, source or name),
        id=name,
        get_position="[lon, lat]",
        get_radius=radius,
        radius_units=pdk.types.String(units),
        filled=True,
        stroked=True,
        get_fill_color=fill,
        get_line_color=line,
        get_line_width=width,
        line_width_units=pdk.types.String("pixels"),
        pickable=pickable,
        auto_highlight=pickable,
    )


def marks(name: str, scene: Scene, colours: Palette) -> list[pdk.Layer]:
    """Return places of a kind, each kind with a shape of its own, over a faint disc where a position is rough."""
    colour = colours.ground["count"] if name == "counts" else colours.ground["place"]
    faint = rgb(colours.ground["place"], 0.06), rgb(colours.ground["place"], 0.3)
    return [
        *([disc(f"{name}-doubt", scene, "doubt_m", "meters", *faint, 1, source=name)] if name in DOUBTED else []),
        pdk.Layer(
            "IconLayer",
            data=address(scene.snapshot, name),
            id=name,
            get_position="[lon, lat]",
            icon_atlas=pdk.types.String(symbols.atlas()),
            icon_mapping=symbols.mapping(),
            get_icon=pdk.types.String(name),
            get_size=18 if name != "villages" else 12,
            get_color=rgb(colour),
            pickable=True,
            auto_highlight=True,
        ),
    ]


def accidents(_name: str, scene: Scene, colours: Palette) -> list[pdk.Layer]:
    """Return accidents, asked for tile by tile."""
    asked = f"?{urlencode(scene.narrowed)}" if scene.narrowed else ""
    return crashes.tiles(address(scene.snapshot, "accidents/{z}/{x}/{y}") + asked, colours)


def spots(name: str, scene: Scene, colours: Palette) -> list[pdk.Layer]:
    """Return the places where most accidents happened."""
    return crashes.rings(address(scene.snapshot, name), colours)


LAYERS: Final = {
    "tambons": tambons, "walk": walks, "routes": paths, "ended": paths, "plan": paths, "stops": dots,
    "stations": stations, **dict.fromkeys(symbols.SYMBOLS, marks), "accidents": accidents,
    "spots": spots,
}  # fmt: skip

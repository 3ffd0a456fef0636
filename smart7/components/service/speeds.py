"""The stretches of a route on the map, coloured and as broad as they are slow."""

import pydeck as pdk
import streamlit as st

from smart7 import maps, service, theme
from smart7.api import basemap
from smart7.components import frame
from smart7.i18n import Lang
from smart7.markup import service as markup
from smart7.markup.pieces import heading
from smart7.service import Choice
from smart7.sight import view as sight
from smart7.theme import rgb
from smart7.view import View
from smart7.words import service as words

HEIGHT = 560
BROADEST, NARROWEST = 11, 4
"""Pixels of the slowest and of the quickest stretch: speed is told by more than its colour."""


def show(snapshot: str, choice: Choice, view: View) -> None:
    """Draw the map of a route's speeds, where the route has a line."""
    if not service.paths(snapshot, choice, view):
        return
    line = service.own_line(snapshot, choice, view)
    frame.html(heading(view.say(words.STRETCHES)))
    drawn = deck(snapshot, choice, view, view.lang, view.dark)
    st.pydeck_chart(drawn, height=HEIGHT, key="service-map", alt=view.say(words.MAP_ALT, line=line["label"]))


def colours(dark: bool) -> tuple[str, ...]:
    """Return the colour of each class of speed, the slowest first: it stands out most from the land."""
    return tuple(reversed(theme.palette(dark).ramp))


@st.cache_resource(max_entries=60, show_spinner=False)
def deck(snapshot: str, choice: Choice, view: View, lang: Lang, dark: bool) -> pdk.Deck:
    """Return the map of a route's stretches, made once for all who look at the same."""
    found = service.paths(snapshot, choice, view)
    inks, steps = colours(dark), len(words.SPEEDS) - 1
    rows = []
    for row, path in found:
        kind = next(n for n, (limit, _) in enumerate(words.SPEEDS) if row["speed"] < limit)
        name = view.say(words.BETWEEN, start=row["from_stop"], end=row["to_stop"])
        said = f"{name}: {markup.measured('speed', row['speed'], view)}"
        width = BROADEST - (BROADEST - NARROWEST) * kind / steps
        rows.append({"path": path, "colour": rgb(inks[kind]), "width": width, f"name_{lang}": said})
    layer = pdk.Layer(
        "PathLayer", data=rows, id="stretches", get_path="path", get_color="colour", get_width="width",
        width_units=pdk.types.String("pixels"), joint_rounded=True, pickable=True, auto_highlight=True,
    )  # fmt: skip
    points = [point for _, path in found for point in path]
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    scene, style = maps.Scene(snapshot, ()), basemap.style(dark)
    ground = maps.base(scene, theme.palette(dark), style)
    return maps.stage([*ground, layer], sight((west, south, east, north)), lang, style)

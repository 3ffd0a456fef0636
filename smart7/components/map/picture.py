"""The map as a picture for print, drawn on the server from the same layers, and what both are drawn from."""

from functools import partial
from typing import Any

import streamlit as st

from smart7 import maps
from smart7.api import layers as drawn
from smart7.api import signs
from smart7.components import data, frame
from smart7.components.map import legend as map_legend
from smart7.markup.pieces import more, tag, wrap
from smart7.packs.drawing import ground, window
from smart7.view import View
from smart7.words import map as words


def show(scene: maps.Scene, feeds: dict[str, dict[str, Any]], view: View) -> None:
    """Draw the buttons that take the map away as a picture, where the networks come from, and the credits."""
    rows = data.records("map/credits", lang=view.lang)
    sources = list(dict.fromkeys(f"{row['source']} ({row['licence']})" for row in rows))
    name = f"khon-kaen-map-{scene.snapshot}"
    # The files are made later, outside of the run, so what the run knows goes along.
    with st.container(horizontal=True):
        for kind, label in (("png", words.PNG), ("svg", words.SVG)):
            made = partial(draw, kind, scene, feeds, sources, view)
            st.download_button(view.say(label), made, f"{name}.{kind}", on_click="ignore", key=f"map-{kind}")
    listed = dict.fromkeys(f"{row['source']} · {row['publisher']} · {row['licence']}" for row in rows)
    notes = "".join(tag("dt", feed["title"]) + tag("dd", feed["note"] or "") for feed in feeds.values())
    frame.html(
        more(view.say(words.ABOUT), wrap("dl", notes, "s7-notes"))
        + more(view.say(words.CREDITS), wrap("ul", "".join(tag("li", one) for one in listed), "s7-list"))
    )


def draw(kind: str, scene: maps.Scene, feeds: dict[str, dict[str, Any]], sources: list[str], view: View) -> bytes:
    """Return the map of a scene as PNG or SVG."""
    wanted = {name: "stations" if name == "walk" else name for name in (*drawn.GROUND, *scene.layers)}
    layers = {name: drawn.layer(scene.snapshot, source, dict(scene.narrowed)) for name, source in wanted.items()}
    zoom = window.look(scene.box or window.extent(layers)).zoom
    layers["names"] = signs.on_paper(scene.snapshot, scene.layers, view.lang, zoom)
    make = ground.png if kind == "png" else ground.svg
    return make(layers, scene.box, scene.chosen, sheet(scene, feeds, sources, view))


def sheet(scene: maps.Scene, feeds: dict[str, dict[str, Any]], sources: list[str], view: View) -> ground.Sheet:
    """Return the words on the sheet: title, legend, what is assumed, where everything comes from."""
    legend = [(name, map_legend.meaning(name, feeds, view)) for name in words.LAYERS if name in scene.layers]
    credits = f"{view.say(words.CREDITS)}: {'; '.join(sources)}"
    return ground.Sheet(
        title=view.say(words.PICTURE_TITLE),
        legend=(*legend, ("tambons", view.say(words.BASE))),
        notes=(view.say(words.ASSUMED), credits, view.say(words.PICTURE_OF, snapshot=scene.snapshot)),
        km=words.KM.get(view.lang),
    )

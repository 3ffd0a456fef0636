"""What stands under the map: its legend, what is not drawn and why, where it comes from, and pictures to take away."""

from functools import partial
from html import escape
from typing import Any
from urllib.parse import quote

import streamlit as st

from smart7 import calendar, formats, maps, theme
from smart7.components import data, frame, map_picture
from smart7.components.frame import View
from smart7.components.markup import more, tag, wrap
from smart7.words import map as words

STROKES = {
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
    "tambons": '<path d="M3 5h18v14H3z" fill="none" stroke="{edge}" stroke-width="2"/>',
}


def legend(layers: tuple[str, ...], feeds: dict[str, dict[str, Any]], view: View) -> str:
    """Return what each layer on the map looks like and means."""
    items = [
        wrap("li", swatch(name, view) + wrap("span", escape(meaning(name, feeds, view))))
        for name in words.LAYERS
        if name in layers
    ]
    items.append(wrap("li", swatch("tambons", view) + tag("span", view.say(words.BASE))))
    return wrap("ul", "".join(items), "s7-legend", aria_label=view.say(words.LEGEND))


def swatch(name: str, view: View) -> str:
    """Return the shape of a layer as the map draws it, as a picture that says nothing by itself."""
    palette = theme.palette(view.dark)
    colours = {**palette.ground, "accent": palette.accent, "surface": palette.surface}
    place = colours["count" if name == "counts" else "place"]
    shape = STROKES.get(name, "").format(**colours) or f'<path d="{maps.SYMBOLS[name]}" fill="{place}"/>'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill-rule="evenodd">{shape}</svg>'
    return f"<img class='s7-swatch' alt='' src='data:image/svg+xml,{quote(drawn)}'>"


def meaning(name: str, feeds: dict[str, dict[str, Any]], view: View) -> str:
    """Return the name of a layer, the network it shows, and how to read it."""
    said = [view.say(words.LAYERS[name])]
    status = {"routes": "recorded", "ended": "ended", "plan": "planned"}.get(name)
    said += [feed["title"] for feed in feeds.values() if feed["status"] == status]
    if name in words.LAYER_NOTES:
        days = [feed["as_of"] for feed in feeds.values() if feed["status"] == "planned" and feed["as_of"]]
        as_of = calendar.format_date(max(days), view.lang) if days else formats.MISSING
        said.append(view.say(words.LAYER_NOTES[name], as_of=as_of))
    return " · ".join(said)


def not_drawn(view: View) -> str:
    """Return how many stops and places are not on the map, and why."""
    reasons = {"unknown": words.MISSING_UNKNOWN, "rough": words.MISSING_ROUGH}
    said = [
        view.say(
            reasons[row["reason"]],
            kind=view.say(words.KINDS[row["kind"]]),
            count=formats.number(row["places"], 0, view.lang),
        )
        for row in data.records("map/missing")
    ]
    return tag("p", view.say(words.MISSING, what=" · ".join(said)), "s7-note") if said else ""


def pictures(scene: maps.Scene, feeds: dict[str, dict[str, Any]], view: View) -> None:
    """Draw the buttons that take the map away as a picture, and the credits it carries."""
    name = f"khon-kaen-map-{scene.snapshot}"
    # The files are made later, outside of the run, so what the run knows goes along.
    with st.container(horizontal=True):
        for kind, label in (("png", words.PNG), ("svg", words.SVG)):
            made = partial(map_picture.draw, kind, scene, feeds, view)
            st.download_button(view.say(label), made, f"{name}.{kind}", on_click="ignore", key=f"map-{kind}")
    rows = data.records("map/credits", lang=view.lang)
    listed = "".join(tag("li", f"{row['source']} · {row['publisher']} · {row['licence']}") for row in rows)
    notes = "".join(tag("dt", feed["title"]) + tag("dd", feed["note"] or "") for feed in feeds.values())
    frame.html(
        more(view.say(words.ABOUT), wrap("dl", notes, "s7-notes"))
        + more(view.say(words.CREDITS), wrap("ul", listed, "s7-list"))
    )

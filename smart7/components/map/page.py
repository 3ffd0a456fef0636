"""The map page: the map with its layers, what is chosen on it, and the three ways to look at the plan."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, count
from typing import Any

import pydeck as pdk
import streamlit as st

from smart7 import maps, reading
from smart7.api import basemap
from smart7.components import data, frame, link
from smart7.components.map import card, crashes, ledger, legend, live, picture, route, tables, travel
from smart7.i18n import Lang
from smart7.kept import kept
from smart7.markup.pieces import tag
from smart7.view import View
from smart7.words import map as words

HEIGHT = 560
ROUTES = ("route", "planned")
LOOKS = "map-looks"
ANEW = "map-anew"


def show(view: View) -> None:
    """Draw the way to look that the link asks for."""
    feeds = {row["feed_id"]: row for row in data.records("map/feeds", lang=view.lang)}
    part = link.pick("show", list(words.PARTS), "network", keep=False)
    st.session_state["map-part"] = part
    st.segmented_control(
        view.say(words.PART), list(words.PARTS), key="map-part", format_func=lambda name: view.say(words.PARTS[name]),
        on_change=lambda: link.put("show", st.session_state["map-part"] or "network", "network", keep=False),
        label_visibility="collapsed", wrap=True,
    )  # fmt: skip
    if not feeds:
        frame.html(tag("p", view.say(words.NO_MAP), "s7-note"))
    elif part == "network":
        network(feeds, view)
    elif part == "line":
        route.show(view)
    elif part == "change":
        travel.show(view)
    else:
        ledger.show(view)


def network(feeds: dict[str, dict[str, Any]], view: View) -> None:
    """Draw the map with what is chosen on it, then the legend and the tables."""
    things = {row["key"]: row for row in data.records("map/search", lang=view.lang)}
    watching = live.watched(feeds, view)
    offered = [name for name in crashes.offered() if name != live.LAYER or watching]
    opens_with = (*maps.OPENS_WITH, *((live.LAYER,) if watching else ()))
    layers = link.pick_many("layers", offered, opens_with)
    chosen = link.pick("pick", things, "", keep=False)
    at = link.pick("at", ("pick",), "", keep=False)
    with st.container(horizontal=True, vertical_alignment="bottom", key="map-bar"):
        choice(labels(data.snapshot(), view), chosen, view)
        layer_bar(layers, offered, opens_with, view)
    narrowed = crashes.bar(layers, view)
    link.show_notices(view.lang)
    fixed = tuple(name for name in layers if name != live.LAYER)
    scene = replace(scene_of(fixed, things.get(chosen), bool(at)), narrowed=narrowed)
    with st.container(key="map-row"):
        # The card lies over the wide map and below a narrow one (`markup/style.css`); without a choice it is not there.
        wide, over = st.columns([0.7, 0.3], gap="medium")
        with wide:
            if live.LAYER in layers:
                live.show(partial(draw, scene, layers, view), watching, things.get(chosen), feeds, view)
            else:
                draw(scene, layers, view)
        with over:
            if chosen:
                chosen_bar(things[chosen], view)
                card.show(things[chosen], feeds, view)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(view.say(words.WHOLE), key="map-whole", on_click=look, args=("",))
        frame.html(tag("p", view.say(words.HOW_TO), "s7-note"))
    frame.html(legend.folded(layers, feeds, view))
    card.show_service(things.get(chosen), feeds, view)
    picture.show(scene, feeds, view)
    crashes.show(layers, narrowed, view)
    tables.show(view)


def choice(names: dict[str, str], chosen: str, view: View) -> None:
    """Draw the list of everything on the map: the way to choose by keyboard and by ear.

    The card says what is chosen, so the list is always empty: it then never changes, and its names travel once.
    """
    st.session_state["map-pick"] = None
    st.selectbox(
        view.say(words.CHOOSE),
        list(names),
        index=None,
        key="map-pick",
        placeholder=view.say(words.CHOOSE_HINT),
        format_func=names.__getitem__,
        on_change=lambda: choose_beside(st.session_state["map-pick"] or chosen),
        label_visibility="collapsed",
        width="stretch",
    )


def chosen_bar(thing: dict[str, Any], view: View) -> None:
    """Draw what can be done with what is chosen."""
    with st.container(horizontal=True):
        nowhere = thing["west"] is None
        st.button(view.say(words.ZOOM), key="map-zoom", disabled=nowhere, on_click=look, args=("pick",))
        st.button(view.say(words.CLEAR), key="map-clear", on_click=choose_beside, args=("",))


@kept(40)
def labels(snapshot: str, view: View) -> dict[str, str]:
    """Return what each thing is called in the list, by key; of namesakes the later ones say which they are."""
    lang = reading.asked(lang=view.lang)
    feeds = {row["feed_id"]: row for row in reading.records(snapshot, "map/feeds", lang)}
    taken: dict[str, str] = {}
    for thing in reading.records(snapshot, "map/search", lang):
        key = thing["key"]
        name = named(thing, view)
        which = feeds[thing["feed_id"]]["title"] if thing["feed_id"] else "2"
        tried = chain((name, f"{name} · {which}"), (f"{name} · {n}" for n in count(2)))
        taken[next(label for label in tried if label not in taken)] = key
    return {key: label for label, key in taken.items()}


def named(thing: dict[str, Any], view: View) -> str:
    """Return what a thing is called in the list, in both languages so that either finds it."""
    other = f" ({thing['other_name']})" if thing["other_name"] != thing["name"] else ""
    return f"{view.say(words.KINDS[thing['kind']])}: {thing['name']}{other}"


def choose(key: str) -> None:
    """Put what is chosen into the link."""
    link.put("pick", key, "", keep=False)
    if not key:
        look("")


def choose_beside(key: str) -> None:
    """Choose by the list or a button; what was clicked before is let go, so that a click on it chooses it again."""
    choose(key)
    for name in st.session_state.get("map", {}).get("selection", {}).get("indices", {}):
        before, times = st.session_state.get(ANEW, ("", 0))
        plain = name.removesuffix(f"-{times}") if name.startswith(before) else name
        st.session_state[ANEW] = (plain, times + 1)


def look(at: str) -> None:
    """Put where the map is looked at into the link: the whole city, or what is chosen."""
    link.put("at", at, "", keep=False)
    st.session_state[LOOKS] = st.session_state.get(LOOKS, 0) + 1


def clicked() -> None:
    """Take what was clicked on the map as chosen."""
    selected = st.session_state["map"]["selection"]["objects"]
    keys = [thing["key"] for things in selected.values() for thing in things if "key" in thing]
    choose(keys[0] if keys else "")


def layer_bar(layers: tuple[str, ...], offered: list[str], opens_with: tuple[str, ...], view: View) -> None:
    """Draw the choice of layers."""
    st.session_state["map-layers"] = list(layers)
    with st.popover(f"{view.say(words.SHOWN)} ({len(layers)})", icon=":material/layers:"):
        st.pills(
            view.say(words.SHOWN),
            offered,
            selection_mode="multi",
            key="map-layers",
            format_func=lambda name: view.say(words.LAYERS[name]),
            on_change=lambda: link.put_many("layers", st.session_state["map-layers"], offered, opens_with),
            label_visibility="collapsed",
            wrap=True,
        )


def scene_of(layers: tuple[str, ...], chosen: dict[str, Any] | None, near: bool) -> maps.Scene:
    """Return what the map shows."""
    looks, anew = st.session_state.get(LOOKS, 0), st.session_state.get(ANEW, ("", 0))
    if chosen is None or chosen["west"] is None:
        return maps.Scene(data.snapshot(), layers, looks=looks, anew=anew)
    box = (chosen["west"], chosen["south"], chosen["east"], chosen["north"]) if near else None
    if chosen["kind"] in ROUTES:
        paths = {row["key"]: ("path", row["path"], row["lanes"]) for row in data.records("map/routes")}
        drawn: tuple[Any, ...] = paths.get(chosen["key"], ())
    else:
        drawn = ("point", chosen["west"], chosen["south"])
    return maps.Scene(data.snapshot(), layers, drawn, box, looks, anew)


@st.cache_resource(max_entries=100, show_spinner=False)
def deck(scene: maps.Scene, lang: Lang, dark: bool) -> pdk.Deck:
    """Return the map of a scene, made once for all who look at the same."""
    return maps.deck(scene, lang, dark, basemap.style(dark))


def draw(scene: maps.Scene, layers: tuple[str, ...], view: View, buses: Sequence[str] = (), at: int = 0) -> None:
    """Draw the map, with the vehicles of some feeds as they are at a moment; a click on it chooses."""
    shown = ", ".join(view.say(words.LAYERS[name]) for name in layers) or view.say(words.NO_LAYERS)
    drawn = deck(scene, view.lang, view.dark)
    st.pydeck_chart(
        maps.with_buses(drawn, buses, at, scene, view.lang, view.dark) if buses else drawn,
        height=HEIGHT,
        key="map",
        on_select=clicked,
        selection_mode="single-object",
        alt=view.say(words.ALT, layers=shown),
    )

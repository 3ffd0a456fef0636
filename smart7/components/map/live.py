"""Vehicles now on the map page: their layer, who comes to the chosen stop, and all of them as a list.

Only this part of the page is drawn anew, at the beat of a small script, and only where a feed is watched: elsewhere
there is neither script nor part.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import streamlit as st

from smart7 import heard
from smart7.components import data, frame, link
from smart7.markup import live as markup
from smart7.view import View
from smart7.words import live as words

LAYER: Final = "buses"
EVERY: Final = 15
"""Seconds between two looks: as often as the watch asks."""
SELDOM: Final = 60
"""Seconds while all feeds are silent."""
NAME: Final = "smart7_beat"
SCRIPT: Final = Path(__file__).with_name("beat.js")
Draw = Callable[[Sequence[str], int], None]


def watched(feeds: dict[str, dict[str, Any]], view: View) -> tuple[str, ...]:
    """Return the feeds of this snapshot whose vehicles are watched; none where the past is looked at."""
    return () if view.past else tuple(name for name in heard.feeds() if name in feeds)


@st.fragment
def show(
    draw: Draw, watching: tuple[str, ...], chosen: dict[str, Any] | None, feeds: dict[str, dict[str, Any]], view: View
) -> None:  # fmt: skip
    """Draw the map with its vehicles, what is known of them, who comes to the chosen stop, and the list."""
    if link.asked("pick") != (chosen["key"] if chosen else ""):
        st.rerun()  # a click on the map chose something, and the rest of the page is to say so
    at = heard.moment()
    told = [found for name in watching if (found := heard.now(name, at))]
    draw([found["feed"] for found in told], at)
    every = SELDOM if all(found["silent_since"] is not None for found in told) else EVERY
    beat(every)
    states = "".join(markup.state(found, feeds[found["feed"]]["title"], every, view) for found in told)
    with st.container(key="map-said"):  # which stands under the text of the page, narrower than the map
        frame.html(states + next_at(chosen, watching, at, view))
        if any(found["vehicles"] for found in told):
            # Sent only to whoever opened it, as it is renewed with every beat.
            opened = st.expander(view.say(words.LIST), key="map-buses", on_change="rerun")
            if opened.open:
                with opened:
                    frame.html(markup.listed(told, routes(), stops(view), view))


def next_at(chosen: dict[str, Any] | None, watching: tuple[str, ...], at: int, view: View) -> str:
    """Return who comes to the stop that is chosen, '' where none is."""
    if chosen is None or chosen["kind"] != "stop" or chosen["feed_id"] not in watching:
        return ""
    told = heard.coming(chosen["feed_id"], chosen["item_id"], at)
    return markup.expected(told, chosen["name"], routes(), stops(view), view) if told else ""


def routes() -> dict[str, dict[str, Any]]:
    """Return the routes by key."""
    return {row["key"]: row for row in data.records("map/routes")}


def stops(view: View) -> dict[str, str]:
    """Return what stops are called, by key."""
    return {row["key"]: row["name"] for row in data.records("map/search", lang=view.lang) if row["kind"] == "stop"}


def beat(every: int) -> None:
    """Let the browser ask again, so many seconds later, for as long as it is looked at."""
    script = SCRIPT.read_text("utf-8")
    mount = st.components.v2.component(NAME, html="<span hidden></span>", js=script, isolate_styles=False)
    with st.container(key="map-beat-place"):  # which the style sheet takes no room for
        mount(key="map-beat", data={"every": every * 1000}, on_beat_change=lambda: None)

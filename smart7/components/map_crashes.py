"""Accidents on the map page: how they are narrowed, the tables of the same, the card of a place where most happened."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from smart7 import crashes
from smart7.components import data, frame, link
from smart7.i18n import Text
from smart7.kept import kept
from smart7.markup import crashes as markup
from smart7.markup.pieces import heading, tag
from smart7.view import View
from smart7.words import crashes as words
from smart7.words import map as map_words
from smart7.words.happened import CAUSES

LAYERS = ("accidents", "spots")
LABELS = {"when": words.YEAR, "hours": words.HOURS, "cause": words.CAUSE}


def offered() -> list[str]:
    """Return the layers that can be chosen: those of accidents only where there are some."""
    return [name for name in map_words.LAYERS if name not in LAYERS or data.records("map/crash_choices")]


def bar(layers: tuple[str, ...], view: View) -> crashes.Narrowed:
    """Draw how accidents are narrowed, where they are shown; return it as the parts of an address."""
    rows = data.records("map/crash_choices")
    chosen = {name: picked(name, rows) for name in crashes.SLUGS}
    if "accidents" not in layers or not rows:
        return ()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in crashes.SLUGS:
            own = [row for row in rows if row["what"] == crashes.SLUGS[name]]
            if own:
                choice(name, chosen[name], own, view)
    held = {name: value for name, value in chosen.items() if value}
    return (*held.items(), *((("lang", view.lang),) if view.lang != "th" else ()))


def picked(name: str, rows: list[dict[str, Any]]) -> str:
    """Return what the link asks for, '' for all."""
    known = [row["choice"] for row in rows if row["what"] == crashes.SLUGS[name]]
    return link.pick(name, known, "", keep=False)


def choice(name: str, chosen: str, rows: list[dict[str, Any]], view: View) -> None:
    """Draw one choice with how many accidents each value has."""
    counts = {"": markup.total(rows), **{row["choice"]: row["points"] for row in rows}}
    st.session_state[f"map-{name}"] = chosen
    st.selectbox(
        view.say(LABELS[name]),
        list(counts),
        key=f"map-{name}",
        format_func=partial(option, name, counts, view),
        on_change=lambda: link.put(name, st.session_state[f"map-{name}"], "", keep=False),
        width=230,
    )


def option(name: str, counts: dict[str, int], view: View, value: str) -> str:
    """Return what a choice is called, with how many accidents it has."""
    count = markup.number(counts[value], view)
    if not value:
        return view.say(words.EVERY, count=count)
    said: dict[str, Callable[[], str]] = {
        "when": lambda: str(view.counted(int(value))), "hours": lambda: markup.hours(value, view),
        "cause": lambda: view.say(CAUSES.get(value, Text(value, value))),
    }  # fmt: skip
    return view.say(words.OPTION, name=said[name](), count=count)


def show(layers: tuple[str, ...], view: View) -> None:
    """Draw what is known of accidents, and the tables of the same, where there are some."""
    if data.records("map/crash_choices") and data.records("map/crash_about", lang=view.lang):
        frame.html(tables(data.snapshot(), bool(set(layers) & set(LAYERS)), view))


@kept(40)
def tables(_snapshot: str, opened: bool, view: View) -> str:
    """Return all tables over the snapshot of this run, which they are kept for."""
    (about,) = data.records("map/crash_about", lang=view.lang)
    by_part = data.records("map/crash_hours")
    note = tag("p", view.say(words.FILTERED), "s7-note") if opened else ""
    return (
        markup.about(about, view)
        + note
        + markup.spots(data.records("map/spots", lang=view.lang), view)
        + markup.schools(data.records("map/crash_schools", lang=view.lang), view)
        + markup.years(data.records("map/crash_years"), view)
        + "".join(markup.parts(what, by_part, view) for what in words.PARTS)
    )


def facts(key: str, view: View) -> list[tuple[Text, str]]:
    """Return what is known of a place where most accidents happened."""
    rows = {row["key"]: row for row in data.records("map/spots", lang=view.lang)}
    return markup.facts(rows[key], view)


def rule(view: View) -> str:
    """Return the rule by which such a place was found."""
    return heading(view.say(words.SPOTS), 3) + tag("p", view.say(words.RULE), "s7-note")

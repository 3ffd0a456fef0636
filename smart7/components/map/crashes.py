"""Accidents on the map page: how they are narrowed, the tables of the same, the card of a place where most happened."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from smart7 import crashes
from smart7.components import data, frame, link
from smart7.i18n import Text
from smart7.kept import kept_as_sent
from smart7.markup import crashes as markup
from smart7.markup.pieces import heading, tag, wrap
from smart7.markup.pieces import link as to
from smart7.questions.happened import Happened
from smart7.questions.happened.asked import to_link
from smart7.view import View, spoken
from smart7.words import crashes as words
from smart7.words import map as map_words
from smart7.words.happened import CAUSES

LAYERS = ("accidents", "spots")
LABELS = {"when": words.YEAR, "hours": words.HOURS, "cause": words.CAUSE}


def offered() -> list[str]:
    """Return the layers that can be chosen: those of accidents only where there are some."""
    return [name for name in map_words.LAYERS if name not in LAYERS or counts("all")]


def bar(layers: tuple[str, ...], view: View) -> crashes.Narrowed:
    """Draw how accidents are narrowed, where they are shown; return it as the parts of an address."""
    offers = {name: counts(what) for name, what in crashes.SLUGS.items()}
    chosen = {name: link.pick(name, list(counted), "", keep=False) for name, counted in offers.items()}
    if "accidents" not in layers or not any(offers.values()):
        return ()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, counted in offers.items():
            if counted:
                choice(name, chosen[name], counted, view)
    held = {name: value for name, value in chosen.items() if value}
    return (*held.items(), *spoken(view.lang).items())


def counts(what: str) -> dict[str, int]:
    """Return how many accidents are drawn on the map: in all, or by year, hours or cause as far as sources say."""
    found: Counter[str] = Counter()
    for row in data.records("map/crash_counts"):
        if row["what"] == what and row["placed"] and (row["part"] or what == "all"):
            found[row["part"]] += row["placed"]
    return found


def choice(name: str, chosen: str, counted: dict[str, int], view: View) -> None:
    """Draw one choice with how many accidents each value has; all are more than those of which a source says it."""
    counted = {"": sum(counts("all").values()), **counted}
    st.session_state[f"map-{name}"] = chosen
    st.selectbox(
        view.say(LABELS[name]),
        list(counted),
        key=f"map-{name}",
        format_func=partial(option, name, counted, view),
        on_change=lambda: link.put(name, st.session_state[f"map-{name}"], "", keep=False),
        width=230,
    )


def option(name: str, counted: dict[str, int], view: View, value: str) -> str:
    """Return what a choice is called, with how many accidents it has."""
    count = markup.number(counted[value], view)
    if not value:
        return view.say(words.EVERY, count=count)
    said: dict[str, Callable[[], str]] = {
        "when": lambda: str(view.counted(int(value))), "hours": lambda: markup.hours(value, view),
        "cause": lambda: view.say(CAUSES.get(value, Text(value, value))),
    }  # fmt: skip
    return view.say(words.OPTION, name=said[name](), count=count)


def show(layers: tuple[str, ...], narrowed: crashes.Narrowed, view: View) -> None:
    """Draw what is known of accidents, the way to ask more of them, and tables of the same, where there are some."""
    if data.records("map/crash_counts"):
        if set(layers) & set(LAYERS):
            frame.html(lead_on(narrowed, view))
        frame.html(tables(data.snapshot(), bool(set(layers) & set(LAYERS)), view))


def lead_on(narrowed: crashes.Narrowed, view: View) -> str:
    """Return the way to the explorer, which asks of the very accidents that are shown."""
    asked = dict(narrowed)
    year = int(asked.get("when", 0))
    question = Happened(
        hours=asked.get("hours", ""), cause=asked.get("cause", ""), by="month" if year else "",
        start=date(year, 1, 1) if year else None, end=date(year, 12, 31) if year else None,
    )  # fmt: skip
    return wrap("p", to(view.say(words.EXPLORE), view.address("explore", **to_link(question))), "s7-line")


@kept_as_sent(40)
def tables(_snapshot: str, opened: bool, view: View) -> str:
    """Return all tables over the snapshot of this run, which they are kept for."""
    counted = data.records("map/crash_counts")
    near, *schools = data.records("map/crash_schools", lang=view.lang)
    note = tag("p", view.say(words.FILTERED), "s7-note") if opened else ""
    return (
        markup.about(counted, near, data.records("map/credits", lang=view.lang), view)
        + note
        + markup.spots(data.records("map/spots", lang=view.lang), view)
        + markup.schools(schools, view)
        + markup.years(counted, view)
        + "".join(markup.parts(what, counted, view) for what in words.PARTS)
    )


def facts(key: str, view: View) -> list[tuple[Text, str]]:
    """Return what is known of a place where most accidents happened."""
    rows = {row["key"]: row for row in data.records("map/spots", lang=view.lang)}
    return markup.facts(rows[key], view)


def rule(view: View) -> str:
    """Return the rule by which such a place was found."""
    return heading(view.say(map_words.LAYERS["spots"]), 3) + tag("p", view.say(words.RULE), "s7-note")

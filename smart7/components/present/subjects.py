"""What an item of an agenda may be about: chosen from lists by name, and named by them where an agenda is listed."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from smart7 import catalog, parts
from smart7.components import data
from smart7.i18n import Text
from smart7.ledger import views
from smart7.markup import indicator as markup
from smart7.meetings import agenda as agendas
from smart7.meetings import driven
from smart7.meetings.agenda import Item, Kind
from smart7.transit.answers import KINDS as PLACES
from smart7.view import View
from smart7.words import map as map_words
from smart7.words import present as words

OF_A_YEAR: Final = ("comparison", "change")
"""Items that are about an indicator in the latest year, or in one that is chosen."""
WRITTEN: Final[Mapping[str, Text]] = {"map": words.MAP_LINK, "service": words.SERVICE_LINK, "since": words.SINCE_DAY}
"""Items whose subject is pasted or written, and what is asked for."""


def choices(kind: Kind, view: View) -> dict[str, str]:
    """Return what an item of a kind may be about, by id; nothing for a kind that is about no one thing."""
    if kind == "domain":
        return {one.id: view.say(one.name) for one in catalog.DOMAINS}
    if kind in agendas.OF_INDICATORS:
        return indicators(view)
    if kind == "unit":
        rows = data.records("units/list", lang=view.lang, sample=view.sample, unit="")
        return {row["unit_id"]: row["name"] for row in rows}
    if kind == "travel":
        return {place: view.say(map_words.KINDS[place]) for place in PLACES}
    return {one.view_id: one.name for one in views.every()} if kind == "view" else {}


def indicators(view: View) -> dict[str, str]:
    """Return every indicator with its domain, by id."""
    found = parts.figures_by_id(data.snapshot(), view)
    return {name: markup.choice(figure, view) for name, figure in found.items()}


def pick(kind: Kind, view: View) -> str | None:
    """Draw the choice of what an item is about; gives its subject, None as long as nothing is chosen."""
    if kind in WRITTEN:
        read = {"map": agendas.map_of, "service": driven.of_address}.get(kind, str)
        return read(st.text_input(view.say(WRITTEN[kind]), key=f"add-subject-{kind}").strip())
    found = choices(kind, view)
    if not found and kind != "view":
        return ""
    chosen = st.selectbox(
        view.say(words.SUBJECT), list(found), index=None, key=f"add-subject-{kind}", format_func=found.__getitem__,
        placeholder=view.say(words.FIND if found else words.NO_VIEW_KEPT),
    )  # fmt: skip
    second = more(kind, view)
    return f"{chosen}:{second}" if chosen and second else chosen


def more(kind: Kind, view: View) -> str:
    """Draw the choice of a year, or of one indicator of a unit; gives '' where none is chosen."""
    if kind in OF_A_YEAR:
        offered = {str(year): str(view.counted(year)) for year in view.years}
        label, without = words.OF_YEAR, words.LATEST
    elif kind == "unit":
        offered, label, without = indicators(view), words.OF_INDICATOR, words.ALL_OF_UNIT
    else:
        return ""
    return st.selectbox(
        view.say(label), ["", *offered], key=f"add-more-{kind}",
        format_func=lambda one: offered.get(one) or view.say(without),
    )  # fmt: skip


def forget() -> None:
    """Let go of what was chosen, once its item is kept."""
    for key in [key for key in st.session_state if str(key).startswith(("add-subject-", "add-more-"))]:
        del st.session_state[key]


def named(item: Item, view: View) -> str:
    """Return what an item is about by its name, or as it is written where it has none."""
    if item.kind == "picture":
        return item.alt(view.lang)[:60]
    first, _, second = item.subject.partition(":")
    name = choices(item.kind, view).get(first)
    if name is None:
        return item.subject
    if item.kind in OF_A_YEAR and second:
        second = str(view.counted(int(second)))
    return " · ".join(part for part in (name, indicators(view).get(second, second)) if part)

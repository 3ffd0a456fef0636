"""The audit: read, narrowed by person, act and day, taken away as CSV, and verified."""

from dataclasses import fields
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from smart7 import calendar
from smart7.components import frame
from smart7.components.acts import person, said
from smart7.components.admin import entries
from smart7.components.admin.when import HERE, moment
from smart7.formats import number
from smart7.ledger import audit, book
from smart7.ledger.audit import Acted
from smart7.markup.pieces import table, tag
from smart7.packs import tables
from smart7.register import keeping, signin
from smart7.view import View
from smart7.words import admin as words
from smart7.words import people

MOST: Final = 100_000
"""How many acts are looked through at once, the latest of all."""
SHOWN: Final = 200
HEADER: Final = (words.AT, words.WHO, words.ACT, words.ABOUT, words.FROM)


def show(view: View) -> None:
    """Draw what narrows the audit, what matches, and the ways to take it and to verify it."""
    names = {one.account_id: one.name for one in signin.accounts()}
    every = audit.read(most=MOST)
    frame.html(tag("p", view.say(words.AUDIT_ABOUT), "s7-note"))
    found = narrowed(every, names, view)
    shown = {"shown": number(min(SHOWN, len(found)), 0, view.lang), "count": number(len(found), 0, view.lang)}
    frame.html(tag("p", view.say(words.SHOWN, **shown), "s7-note"))
    rows = [row(one, names, view) for one in found[:SHOWN]]
    title = view.say(words.PARTS["audit"])
    frame.html(table([view.say(text) for text in HEADER], rows, caption=title, sentences=(3,)))
    with st.container(horizontal=True):
        st.download_button(
            view.say(words.EXPORT), lambda: exported(found, names), "audit.csv", "text/csv", key="audit-csv",
            on_click=noted, args=(len(found),),
        )  # fmt: skip
        pressed = st.button(view.say(words.VERIFY), key="audit-verify")
    if pressed:
        verify(view)


def narrowed(every: list[Acted], names: dict[str, str], view: View) -> list[Acted]:
    """Return the acts of the person, of the kind and of the day that are chosen, the latest first."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        whose = sorted({one.who for one in every}, key=lambda who: names.get(who, who))
        called_so = {one: entries.who(one, names, view) for one in whose}
        who = choice("audit-who", view.say(words.WHO), whose, view, called_so)
        act = choice("audit-act", view.say(words.ACT), sorted({one.act for one in every}), view, called(view))
        asked = st.text_input(view.say(words.DAY), key="audit-day", max_chars=20, width=220).strip()
    day = day_of(asked) if asked else None
    if asked and day is None:
        st.warning(view.say(words.BAD_DAY, day=said.plain(asked)))
    return [
        one
        for one in sorted(every, key=lambda one: -one.entry)
        if who in (None, one.who) and act in (None, one.act) and day in (None, one.at.astimezone(HERE).date())
    ]


def choice(key: str, label: str, options: list[str], view: View, names: dict[str, str]) -> str | None:
    """Return what is chosen of a list, None for all of it."""
    chosen: str | None = st.selectbox(
        label, [None, *options], key=key, width=260,
        format_func=lambda one: view.say(words.ANY) if one is None else names.get(one, one) or "–",
    )  # fmt: skip
    return chosen


def called(view: View) -> dict[str, str]:
    """Return the acts by their name; those the table of rights does not know keep their id."""
    return {str(act): view.say(text) for act, text in {**people.ACTS, **words.ACTS}.items()}


def day_of(text: str) -> date | None:
    """Return the day somebody typed, of either era, None where it is none."""
    try:
        return calendar.parse_day(text)
    except ValueError:
        return None


def row(one: Acted, names: dict[str, str], view: View) -> list[str]:
    """Return an act as cells."""
    act = called(view).get(one.act, one.act)
    who, where = entries.who(one.who, names, view), entries.where(one.where, view)
    return [f"{one.entry} · {moment(one.at, view)}", who, act, entries.about(one, view), where]


def exported(found: list[Acted], names: dict[str, str]) -> bytes:
    """Return acts as CSV with their chain, in which no spreadsheet finds a formula."""
    columns = [field.name for field in fields(Acted)]
    rows = [[getattr(one, name) for name in columns] + [names.get(one.who, "")] for one in found]
    told = pd.DataFrame(rows, columns=[*columns, "name"]).assign(at=[one.at.isoformat() for one in found])
    return tables.csv(told)


def noted(count: int) -> None:
    """Note that the audit was taken away."""
    keeping.note_reading(person.here(), f"{count} entries taken away")


def verify(view: View) -> None:
    """Say whether the audit is whole."""
    try:
        why = audit.verify()
    except book.FAULTS as error:
        why = str(error)
    if why:
        st.error(view.say(words.BROKEN, why=said.plain(why)))
    else:
        st.success(view.say(words.WHOLE))

"""Proposals that wait to be approved, with what decides on them; and those that were decided on."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from smart7 import calendar
from smart7.components import frame
from smart7.components.acts import said
from smart7.components.catalogue import told
from smart7.components.catalogue.told import Sheets
from smart7.ledger.edits import Change
from smart7.markup.pieces import heading, more, table, tag
from smart7.register.catalogue import changes
from smart7.register.rights import Person
from smart7.view import View
from smart7.words import catalogue as words
from smart7.words import edits as states

SHOWN = 100


def show(who: Person, found: list[Change], every: Sheets, view: View) -> None:
    """Draw each proposal that waits, with its difference and what whoever is here may do with it."""
    waiting = [one for one in found if one.state == "proposed"]
    frame.html(heading(view.say(words.WAITING, count=len(waiting))))
    if not waiting:
        frame.html(tag("p", view.say(words.NONE_WAITING), "s7-note"))
    for one in waiting:
        with st.container(key=f"catalogue-change-{one.change_id}", border=True):
            frame.html(about(one, every, view))
            decide(who, one, view)


def about(one: Change, every: Sheets, view: View) -> str:
    """Return a proposal: what it is about, by whom and why, old and new."""
    day = calendar.format_date(calendar.day_here(one.at), view.lang, short=True)
    facts = tag("p", view.say(words.PROPOSED, name=one.author_name, day=day), "s7-note")
    note = tag("p", one.note, "s7-given") if one.note else ""
    return heading(told.title(one.edit, every, view), 3) + facts + note + told.difference(one.edit, every, view)


def decide(who: Person, one: Change, view: View) -> None:
    """Draw what somebody may do with a proposal: approve or return it, or withdraw the own."""
    key = one.change_id
    if one.author == who.account_id:
        frame.html(tag("p", view.say(words.YOURS), "s7-note"))
        if st.button(view.say(words.WITHDRAW), key=f"catalogue-withdraw-{key}"):
            said.act(saying(partial(changes.withdraw, who, key), view.say(words.WITHDRAWN)), view)
            st.rerun()
        return
    if st.button(view.say(words.APPROVE), type="primary", key=f"catalogue-approve-{key}"):
        with st.spinner(view.say(words.CHECKING)):
            said.act(saying(partial(changes.approve, who, key), view.say(words.APPROVED)), view)
        st.rerun()
    give_back(who, one, view)


def give_back(who: Person, one: Change, view: View) -> None:
    """Draw what returns a proposal with a remark."""
    key = one.change_id
    with st.form(f"catalogue-back-{key}", border=False, enter_to_submit=False):
        remark = st.text_area(view.say(words.REMARK), key=f"catalogue-remark-{key}", height=70, max_chars=2000)
        if st.form_submit_button(view.say(words.GIVE_BACK), key=f"catalogue-return-{key}"):
            said.act(saying(partial(changes.give_back, who, key, remark), view.say(words.RETURNED)), view)
            st.rerun()


def saying(do: Callable[[], None], sentence: str) -> Callable[[], str]:
    """Return what does something and gives the sentence that is said once it is done."""

    def both() -> str:
        do()
        return sentence

    return both


def decided(who: Person, found: list[Change], every: Sheets, view: View) -> None:
    """Draw what was decided on, in a fold; what is approved and not published yet can still be returned."""
    earlier = [one for one in found if one.state != "proposed"]
    if not earlier:
        return
    header = [view.say(text) for text in (words.CHANGE, words.STATE, words.WHO, words.WHEN, words.SAID)]
    rows = [
        [
            told.title(one.edit, every, view), view.say(states.STATES[one.state]), one.author_name,
            calendar.format_date(calendar.day_here(one.state_at), view.lang, short=True), one.said,
        ]
        for one in earlier[:SHOWN]
    ]  # fmt: skip
    title = view.say(words.DECIDED, count=len(earlier))
    frame.html(more(title, table(header, rows, caption=title, sentences=(0, 4))))
    for one in earlier:
        if one.state == "approved" and not one.publishing:
            with st.expander(f"{view.say(words.GIVE_BACK)}: {said.plain(told.title(one.edit, every, view))}"):
                frame.html(told.difference(one.edit, every, view))
                give_back(who, one, view)

"""Notes and questions on the page of an indicator: what is said, and what whoever is signed in adds or takes back."""

from datetime import date, timedelta
from typing import Final

import streamlit as st

from smart7 import calendar, publish
from smart7 import said as saying_read
from smart7.components import data, frame
from smart7.components.acts import person, said
from smart7.ledger import book, handed, notes
from smart7.ledger.notes import About, Note
from smart7.markup.pieces import link as anchor
from smart7.markup.pieces import tag, wrap
from smart7.register import rights, saying
from smart7.register.rights import READER, Person
from smart7.view import View
from smart7.words import notes as words

DAYS: Final = (7, saying.USUAL, 30, 60)
KIND: Final = "notes-kind"
TURN: Final = "notes-turn"
MOST: Final = 80
"""Letters of a text by which it is told from others in a list."""


def show(indicator_id: str, view: View) -> None:
    """Draw what is said of an indicator's figures; for those who are signed in also what adds to it."""
    who = person.here()
    way = view.address("signin", next=person.back(view)) if who == READER else ""
    frame.html(saying_read.of_indicator(indicator_id, way, view))
    if who == READER or publish.read_only() or view.past:
        return
    said.tell()
    try:
        every = standing(indicator_id)
    except book.FAULTS:
        return
    lead_on(who, every, view)
    with st.expander(view.say(words.WRITE), key="notes-write", on_change="rerun") as opened:
        if opened.open and person.allowed("note.write", view):
            write(who, indicator_id, view)
    own = [one for one in every if saying.may_withdraw(who, one)]
    if own:
        take_back(who, own, view)


def standing(indicator_id: str) -> list[Note]:
    """Return all that is said of an indicator's figures."""
    with book.opened() as ledger:
        return notes.of_indicator(ledger, indicator_id)


def lead_on(who: Person, every: list[Note], view: View) -> None:
    """Lead those who may answer one of the questions to where it is answered."""
    answered = {one.answers for one in every}
    waits = [one for one in every if one.kind == "question" and one.note_id not in answered]
    if any(rights.may(who, "question.answer", one.owner) is None for one in waits):
        frame.html(wrap("p", anchor(view.say(words.GO_ANSWER), view.address("register")), "s7-line"))


def write(who: Person, indicator_id: str, view: View) -> None:
    """Draw the form of a question or a note: about which figure, the text, and by when an answer is asked for."""
    st.session_state.setdefault(KIND, "question")
    st.segmented_control(
        view.say(words.KIND), list(words.TEXT), key=KIND, required=True, label_visibility="collapsed",
        format_func=lambda kind: view.say(words.KINDS[kind]),
    )  # fmt: skip
    kind, turn = st.session_state[KIND], st.session_state.setdefault(TURN, 0)
    every = saying.about_of(data.snapshot(), indicator_id)
    frame.html(tag("p", view.say(words.PUBLIC), "s7-note"))
    with st.form(f"notes-{kind}-{turn}-{indicator_id}", border=False, enter_to_submit=False):
        about = st.selectbox(
            view.say(words.WHICH), every, index=min(1, len(every) - 1), key=f"notes-about-{kind}-{turn}", width=640,
            format_func=lambda one: view.say(one.figure or words.WHOLE),
        )  # fmt: skip
        text = st.text_area(
            view.say(words.TEXT[kind]), max_chars=saying.LONGEST, height=120, key=f"notes-text-{kind}-{turn}", width=640
        )
        due = by_when(turn, view) if kind == "question" else None
        pressed = st.form_submit_button(view.say(words.SEND[kind]), type="primary", key="notes-send")
    if pressed and about is not None:
        send(who, about, text, due, view)


def by_when(turn: int, view: View) -> date:
    """Draw the choice of the day by which an answer is asked for, each day with how far off it is."""
    today = handed.today()
    day: date = st.selectbox(
        view.say(words.BY_WHEN), [today + timedelta(days=days) for days in DAYS], index=DAYS.index(saying.USUAL),
        key=f"notes-due-{turn}", width=320,
        format_func=lambda one: view.say(
            words.IN_DAYS, day=calendar.format_date(one, view.lang), count=(one - today).days
        ),
    )  # fmt: skip
    return day


def send(who: Person, about: About, text: str, due: date | None, view: View) -> None:
    """Keep a question, or a note where no day is asked for, and say so."""
    kind = "note" if due is None else "question"

    def do() -> str:
        if due is None:
            saying.note(who, about, text)
        else:
            saying.ask(who, about, text, due)
        return view.say(words.SENT[kind])

    if said.act(do, view):
        st.session_state[TURN] += 1
    st.rerun()


def take_back(who: Person, own: list[Note], view: View) -> None:
    """Draw the choice of something to take back, and the button that does."""
    named = {one.note_id: f"{view.say(words.KINDS[one.kind])}: {one.said[:MOST]}" for one in own}
    with st.expander(view.say(words.WITHDRAW), key="notes-back", on_change="rerun") as opened:
        if not opened.open:
            return
        frame.html(tag("p", view.say(words.WITHDRAW_ABOUT), "s7-note"))
        chosen = st.selectbox(
            view.say(words.WHICH_TEXT), list(named), key="notes-own", format_func=named.__getitem__, width=640
        )
        if not st.button(view.say(words.WITHDRAW_IT), key="notes-withdraw"):
            return

        def do() -> str:
            saying.withdraw(who, chosen)
            return view.say(words.WITHDRAWN)

        said.act(do, view)
        st.rerun()

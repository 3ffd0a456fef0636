"""The page of the register: each sees what is his to do, a public reader what the page is for."""

import streamlit as st

from smart7 import publish
from smart7.components import frame, link
from smart7.components.acts import person, said
from smart7.components.register import approve, hand, periods, questions, release, remind
from smart7.ledger import book
from smart7.markup import register as markup
from smart7.markup.pieces import tag
from smart7.register.rights import READER, Person, may
from smart7.view import View
from smart7.words import keeping
from smart7.words import register_page as words


def show(view: View) -> None:
    """Draw what whoever is here may do: hand in for the own unit, approve, close periods, publish."""
    who = person.here()
    if publish.read_only():
        frame.html(tag("p", view.say(words.READ_ONLY), "s7-note"))
    if who == READER:
        frame.html(markup.explained(view, view.address("signin", next=person.back(view))))
        return
    said.tell()
    try:
        parts(who, view)
    except book.FAULTS:
        frame.html(tag("p", view.say(keeping.NO_LEDGER), "s7-says"))


def parts(who: Person, view: View) -> None:
    """Draw each part for whoever may do what it is for; each asks again when something is done."""
    if who.role == "officer" and not who.unit_id:
        frame.html(tag("p", view.say(words.NO_UNIT), "s7-says"))
        return
    hands_in = may(who, "figure.hand_in", who.unit_id) is None
    approves = may(who, "figure.approve", who.unit_id) is None
    closes = may(who, "period.close", who.unit_id) is None
    if hands_in:
        hand.show(who, view)
    else:
        link.pick("due", (), "", keep=False)
        link.show_notices(view.lang)
    if approves:
        approve.show(who, view)
    # One period is filled in without anything beside it.
    if not (hands_in and "due" in st.query_params):
        questions.show(who, view)
    if may(who, "publish") is None:
        release.show(who, view)
    if closes:
        remind.show(who, view)
        periods.show(who, view)
    if not (hands_in or approves or closes):
        frame.html(tag("p", view.say(words.NO_ACT), "s7-says"))

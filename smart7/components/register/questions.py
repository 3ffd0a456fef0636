"""Questions on the page of the register: those that wait for whoever is here, each with its answer; the own ones."""

from typing import Final

import streamlit as st

from smart7 import said as shown
from smart7.components import frame
from smart7.components.acts import said
from smart7.ledger import handed
from smart7.ledger.notes import Note
from smart7.markup import notes as markup
from smart7.markup.notes import Thread
from smart7.markup.pieces import heading, more, tag
from smart7.register import saying
from smart7.register.rights import Person, holders
from smart7.view import View
from smart7.words import notes as words

MOST: Final = 10
"""So many questions can be answered at once; the rest come up as these are answered."""


def show(who: Person, view: View) -> None:
    """Draw the questions that wait for a person's answer, and those the person asked."""
    if who.role in holders("question.answer"):
        to_answer(who, view)
    own(who, view)


def to_answer(who: Person, view: View) -> None:
    """Draw the questions that wait, the first due first, each with the field of its answer."""
    found = saying.to_answer(who)
    title = heading(view.say(words.TO_ANSWER))
    if not found:
        frame.html(title + tag("p", view.say(words.NONE_TO_ANSWER), "s7-says"))
        return
    threads = [Thread(one) for one in found]
    told = tag("p", markup.counts(threads, handed.today(), view), "s7-says")
    frame.html(title + told + tag("p", view.say(words.PUBLIC), "s7-note"))
    for one in threads[:MOST]:
        answer(who, one, view)
    if len(found) > MOST:
        frame.html(tag("p", view.say(words.SHOWN_OF, shown=MOST, count=len(found)), "s7-note"))


def answer(who: Person, one: Thread, view: View) -> None:
    """Draw one question, and what answers it."""
    key = one.first.note_id
    with st.container(border=True, key=f"register-question-{key}"):
        frame.html(markup.listed([one], shown.names(), handed.today(), view, named=True))
        with st.form(f"register-answer-{key}", border=False, enter_to_submit=False, clear_on_submit=False):
            text = st.text_area(
                view.say(words.ANSWER), key=f"register-answer-text-{key}", max_chars=saying.LONGEST, height=110
            )
            pressed = st.form_submit_button(view.say(words.SEND_ANSWER), type="primary", key=f"register-reply-{key}")
    if pressed:
        send(who, one.first, text, view)


def send(who: Person, question: Note, text: str, view: View) -> None:
    """Publish an answer and say so."""

    def do() -> str:
        saying.answer(who, question.note_id, text)
        return view.say(words.ANSWER_SENT)

    said.act(do, view)
    st.rerun()


def own(who: Person, view: View) -> None:
    """Draw the questions a person asked, those that wait first, in a fold."""
    today = handed.today()
    found = markup.in_order([Thread(question, reply) for question, reply in saying.own(who)], today)
    if found:
        listed = markup.listed(found, shown.names(), today, view, named=True)
        frame.html(more(view.say(words.OWN, count=len(found)), listed, opened=len(found) <= markup.SHOWN))

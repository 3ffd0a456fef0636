"""What was approved is published as a new snapshot, with its progress on the page."""

import streamlit as st

from smart7 import calendar, publish, store, whole
from smart7.components import data, frame
from smart7.components.acts import said
from smart7.ledger import book, edits, handed
from smart7.markup.pieces import heading, tag
from smart7.register import publish as release
from smart7.register.rights import Person, Refused
from smart7.view import View
from smart7.words import register_page as words


def show(who: Person, view: View) -> None:
    """Draw what is in service, how much waits to be published, and the button that publishes it."""
    day = calendar.format_date(view.as_of, view.lang)
    waiting = approved()
    counted = view.say(words.TO_PUBLISH, count=waiting) if waiting else view.say(words.NONE_TO_PUBLISH)
    now = tag("p", view.say(words.IN_SERVICE, id=data.snapshot(), day=day), "s7-note")
    frame.html(heading(view.say(words.PUBLISH)) + tag("p", counted, "s7-says") + now)
    if waiting and st.button(view.say(words.PUBLISH_NOW), type="primary", key="register-publish"):
        run(who, view)


def approved() -> int:
    """Return how much is approved and not published yet: what units handed in, and changes of the catalogue."""
    with book.opened() as ledger:
        return len(handed.every(ledger, state="approved")) + len(edits.every(ledger, "approved"))


def run(who: Person, view: View) -> None:
    """Publish, and say which snapshot is in service afterwards, whatever came of it."""
    with st.status(view.say(words.PUBLISHING), expanded=True) as status:
        try:
            for line in release.publish(who):
                st.text(line)
        except (publish.BuildFailed, Refused, whole.CannotWrite) as error:
            status.update(label=view.say(words.NOT_PUBLISHED, id=store.current_id()), state="error")
            st.code(said.why(error, view), language=None)
            return
        status.update(state="complete", expanded=False)
    st.session_state[said.DONE] = view.say(words.PUBLISHED, id=store.current_id())
    st.rerun()

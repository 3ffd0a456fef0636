"""Who is signed in during this run, and what stands where somebody may not do something."""

import logging
from dataclasses import replace
from typing import Final

import streamlit as st

from smart7 import publish
from smart7 import view as views
from smart7.api.signin import COOKIE
from smart7.i18n import Text
from smart7.ledger import book
from smart7.markup.pieces import link, tag, text, wrap
from smart7.register import keeping, signin
from smart7.register.rights import READER, Act, Person, may
from smart7.view import View
from smart7.words import keeping as words
from smart7.words import past, signin_page

LOG: Final = logging.getLogger(__name__)
PAGE: Final = "page_of_run"


def here() -> Person:
    """Return who is signed in, asked of the ledger each time: whose session ended meanwhile is a public reader.

    An installation that only reads knows nobody, and neither does one whose ledger cannot be read.
    """
    token = st.context.cookies.get(COOKIE, "")
    if not token or publish.read_only():
        return READER
    keeping.FROM.set(st.context.ip_address or "")
    try:
        return signin.person_of(token)
    except (*book.FAULTS, OSError):
        LOG.exception("Who is signed in cannot be read of the ledger")
        return READER


def allowed(act: Act, view: View, unit_id: str = "") -> bool:
    """Return whether who is here may do something; where not, say why, to a public reader with the way to sign in."""
    if view.past:
        back_to_today(view)
        return False
    who = here()
    why = words.READ_ONLY if publish.read_only() else may(who, act, unit_id)
    if why is None:
        return True
    refusal(why, view, offered=who == READER and not publish.read_only())
    return False


def refusal(why: Text, view: View, *, offered: bool = False) -> None:
    """Say why something may not be done, where it is offered with the way to sign in, which leads back here."""
    way = f" {link(view.say(signin_page.SIGN_IN), view.address('signin', next=back(view)))}" if offered else ""
    st.html(wrap("p", text(view.say(why)) + way, "s7-gate"))


def back_to_today(view: View) -> None:
    """Say that nothing is done in the past, with the way back to today."""
    held = {name: st.query_params[name] for name in st.query_params if name != "known"}
    href = views.address(st.session_state[PAGE], {**replace(view, known=None).held, **held})
    way = tag("a", view.say(past.BACK), "s7-anew", href=href)
    st.html(wrap("p", f"{text(view.say(past.NO_ACTS))} {way}", "s7-gate"))


def begin_page(page_id: str) -> None:
    """Remember which page this run draws, so that a sign-in leads back to it."""
    st.session_state[PAGE] = page_id


def back(view: View) -> str:
    """Return the address of the page of this run with what its link holds."""
    held = {name: st.query_params[name] for name in st.query_params}
    return views.way_back(st.session_state[PAGE], {**view.held, **held})

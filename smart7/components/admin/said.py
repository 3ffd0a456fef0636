"""Do something an administrator asked for, and say what came of it at the top of the page."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Final

import streamlit as st

from smart7 import calendar, whole
from smart7.ledger import book
from smart7.register.rights import Refused
from smart7.view import View
from smart7.words import signin_page

SAID: Final = "admin-said"
REFUSED: Final = "admin-refused"
HERE: Final = timezone(timedelta(hours=7))
"""The clock of the municipality; the ledger's is that of Greenwich."""


def act(do: Callable[[], str], view: View) -> bool:
    """Do something that gives a sentence; what is refused, or the disk does not take, is said instead."""
    try:
        st.session_state[SAID] = do()
    except Refused as refused:
        st.session_state[REFUSED] = view.say(refused.why)
    except whole.CannotWrite as error:
        st.session_state[REFUSED] = view.say(error.said)
    except book.FAULTS:
        st.session_state[REFUSED] = view.say(signin_page.SAID["fault"])
    return REFUSED not in st.session_state


def say_what_came() -> None:
    """Say once what came of the last act."""
    if said := st.session_state.pop(SAID, ""):
        st.success(plain(said))
    if refused := st.session_state.pop(REFUSED, ""):
        st.error(plain(refused))


def plain(text: str) -> str:
    """Return a sentence that may hold a name somebody typed, with nothing in it that Markdown draws."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()<>#+-!|$~:" else letter for letter in text)


def moment(at: str | datetime, view: View) -> str:
    """Return a moment as the language writes it, by the municipality's clock; '' for none."""
    if not at:
        return ""
    when = (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(HERE)
    return f"{calendar.format_date(when.date(), view.lang, short=True)} {when:%H:%M}"

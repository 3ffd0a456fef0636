"""Do what somebody asked for on a page, and say at its top, once, what came of it."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from smart7 import publish, whole
from smart7.i18n import Text
from smart7.ledger import book
from smart7.ledger.faults import Unavailable
from smart7.register.rights import Refused
from smart7.view import View
from smart7.words import keeping as words

DONE: Final = "said-done"
REFUSED: Final = "said-refused"


def act(do: Callable[[], str], view: View) -> bool:
    """Do something that gives a sentence; what is refused, or the disk does not take, is said instead."""
    try:
        st.session_state[DONE] = do()
    except (Refused, whole.CannotWrite, publish.BuildFailed, *book.FAULTS) as error:
        st.session_state[REFUSED] = view.say(words.REFUSED, why=why(error, view))
    return REFUSED not in st.session_state


def why(error: Exception, view: View) -> str:
    """Return in words why something was not done."""
    said: Text | str = words.NO_LEDGER
    if isinstance(error, Refused):
        said = error.why
    elif isinstance(error, whole.CannotWrite | Unavailable):
        said = error.said
    elif isinstance(error, publish.BuildFailed):
        said = str(error) or "-"  # as the child printed it, in both languages
    return said if isinstance(said, str) else view.say(said)


def tell() -> None:
    """Say once what came of the last act."""
    if done := st.session_state.pop(DONE, ""):
        st.success(plain(done))
    if refused := st.session_state.pop(REFUSED, ""):
        st.error(plain(refused))


def plain(text: str) -> str:
    """Return a sentence that may hold what somebody typed, with nothing in it that Markdown draws."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()<>#+-!|$~:" else letter for letter in text)

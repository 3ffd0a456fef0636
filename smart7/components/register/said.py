"""Do something on the page of the register, and say at its top what came of it."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from smart7 import publish, whole
from smart7.i18n import Text
from smart7.ledger import book
from smart7.register.rights import Refused
from smart7.view import View
from smart7.words import register_page as words

SAID: Final = "register-said"
REFUSED: Final = "register-refused"


def act(do: Callable[[], str], view: View) -> bool:
    """Do something that gives a sentence; what is refused, or the disk does not take, is said instead."""
    try:
        st.session_state[SAID] = do()
    except Refused as refused:
        refuse(refused.why, view)
    except whole.CannotWrite as error:
        refuse(error.said, view)
    except publish.BuildFailed as error:
        refuse(Text(str(error) or "-", str(error) or "-"), view)
    except book.FAULTS:
        st.session_state[REFUSED] = view.say(words.NO_LEDGER)
    return REFUSED not in st.session_state


def refuse(why: Text, view: View) -> None:
    """Keep for the top of the page why something was not done."""
    st.session_state[REFUSED] = view.say(words.REFUSED, why=view.say(why))


def tell() -> None:
    """Say once what came of the last act."""
    if told := st.session_state.pop(SAID, ""):
        st.success(plain(told))
    if refused := st.session_state.pop(REFUSED, ""):
        st.error(plain(refused))


def plain(text: str) -> str:
    """Return a sentence that may hold what somebody typed, with nothing in it that Markdown draws."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()<>#+-!|$~:" else letter for letter in text)

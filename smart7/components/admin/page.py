"""The administrator's page, in three parts; each asks for its own right."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from smart7.components import link
from smart7.components.acts import person
from smart7.components.admin import accounts, audit, held
from smart7.register.rights import Act
from smart7.view import View
from smart7.words import admin as words

Part = tuple[Act, Callable[[View], None]]
PARTS: Final[dict[str, Part]] = {
    "accounts": ("account.edit", accounts.show),
    "held": ("held.free", held.show),
    "audit": ("audit.read", audit.show),
}
CHOSEN: Final = "admin-part"


def show(view: View) -> None:
    """Draw the part the link asks for, for whoever may see it."""
    part = link.pick("show", PARTS, "accounts", keep=False)
    link.show_notices(view.lang)
    act, draw = PARTS[part]
    if not person.allowed(act, view):
        return
    st.session_state[CHOSEN] = part
    st.segmented_control(
        view.say(words.PART), list(PARTS), key=CHOSEN, required=True, label_visibility="collapsed",
        format_func=lambda name: view.say(words.PARTS[name]),
        on_change=lambda: link.put("show", st.session_state[CHOSEN], "accounts", keep=False),
    )  # fmt: skip
    draw(view)

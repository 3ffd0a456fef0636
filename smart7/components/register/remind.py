"""The text of a reminder for each unit that owes something: drafted to be copied, sent by nobody but people."""

from typing import Final

import streamlit as st

from smart7.components import frame
from smart7.components.register import periods
from smart7.ledger import handed
from smart7.markup.pieces import tag
from smart7.register import steps
from smart7.register.rights import Person
from smart7.view import View
from smart7.words import register_page as words

HIGH: Final = 420
"""Pixels that a text takes before it scrolls."""


def show(who: Person, view: View) -> None:
    """Draw the choice of a unit and the text of its reminder, which a press copies."""
    with st.expander(view.say(words.REMIND), key="register-remind", on_change="rerun") as opened:
        if not opened.open:
            return
        frame.html(tag("p", view.say(words.REMIND_ABOUT), "s7-note"))
        units = periods.own_units(who)
        unit = st.selectbox(
            view.say(words.ONLY_UNIT), list(units), key="register-remind-unit", width=420,
            format_func=lambda key: view.say(units[key]),
        )  # fmt: skip
        text = steps.reminder(unit, handed.today()) if unit else None
        if text is None:
            frame.html(tag("p", view.say(words.REMIND_NONE), "s7-says"))
        else:
            st.code(text.get(view.lang), language=None, wrap_lines=True, height=HIGH)

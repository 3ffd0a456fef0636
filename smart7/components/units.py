"""The units page: one school, child centre or division across its indicators; what is due and what is late."""

from typing import Any

import streamlit as st

from smart7 import parts, said
from smart7.components import data, frame, link
from smart7.markup import units as markup
from smart7.view import View
from smart7.words import units as words


def show(view: View) -> None:
    """Draw the choice of unit, what is known of it, its cards and what it owes."""
    units = parts.unit_list(data.snapshot(), view, link.asked("unit"))
    chosen = link.pick("unit", list(units), next(iter(units)), keep=False)
    link.show_notices(view.lang)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        unit_bar(units, chosen, view)
        frame.period_bar(view)
    frame.html(said.of_unit(chosen, view))
    frame.html(parts.unit_body(data.snapshot(), chosen, view))


def unit_bar(units: dict[str, dict[str, Any]], chosen: str, view: View) -> None:
    """Draw the choice of a unit."""
    first = next(iter(units))
    st.session_state["bar-unit"] = chosen
    st.selectbox(
        view.say(words.CHOOSE),
        list(units),
        key="bar-unit",
        format_func=lambda unit_id: markup.unit_name(units[unit_id], view),
        on_change=lambda: link.put("unit", st.session_state["bar-unit"], first, keep=False),
        width=440,
    )

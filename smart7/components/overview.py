"""The overview: one sentence and the choice of the year, the board with its legend, what changed."""

from typing import Final

import streamlit as st

from smart7 import board, overview
from smart7.board import Choice
from smart7.components import data, frame, link
from smart7.view import View

YEAR_WIDTH: Final = 220
"""How wide the choice of the year is, in pixels: it stands beside the sentence."""


def show(view: View) -> None:
    """Draw the overview, block by block."""
    snapshot = data.snapshot()
    asked = choice(snapshot, view)
    link.show_notices(view.lang)
    with st.container(horizontal=True, vertical_alignment="center", key="overview-lead"):
        st.html(frame.Block(overview.lead(snapshot, view)), width="stretch")
        frame.period_bar(view, width=YEAR_WIDTH)
    for block in overview.blocks(snapshot, view, asked):
        frame.html(block)


def choice(snapshot: str, view: View) -> Choice:
    """Return what the link asks of the board; it does not go along to other pages."""
    known = board.choices(overview.figures(snapshot, view))
    usual = board.Choice()
    picked = {name: link.pick(name, known[name], getattr(usual, name), keep=False) for name in board.PARAMETERS}
    return board.Choice(**picked)

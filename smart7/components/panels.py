"""Panels: one titled chart for each query file of a page that declares one, with its sources and its numbers."""

from typing import Final, Literal

import streamlit as st

from smart7 import daily, parts
from smart7.components import data, frame
from smart7.markup import panels as markup
from smart7.parts import Panel
from smart7.view import View

NARROWEST: Final = 260
"""Pixels below which two panels do not stand beside one another; `first.css` has the same."""


def show_all(page_id: str, view: View) -> None:
    """Draw every panel of a page, two to a row where there is room; the last of an odd number has a row to itself."""
    found = daily.page_panels(data.snapshot(), page_id, view)
    if not found:
        return
    grid = st.grid(2, min_column_width=NARROWEST, gap=("small", "large"))
    for number, panel in enumerate(found):
        alone = number == len(found) - 1 and number % 2 == 0
        if panel.drawn or alone:
            with grid.cell(column_span="all" if alone else 1):
                draw(panel, view)
        else:  # one message instead of three: each costs as much as what it carries
            frame.html(markup.told(panel.above, panel.below), grid)


def show(name: str, view: View) -> None:
    """Draw the panel of one query."""
    draw(parts.panel(data.snapshot(), name, view), view)


def draw(panel: Panel, view: View, height: Literal["content", "stretch"] = "content") -> None:
    """Draw one panel: title, chart, where it comes from, and its numbers as a table.

    A chart that is to stretch is as high as the style sheet makes the place where it is.
    """
    if not panel.drawn:
        frame.html(markup.told(panel.above, panel.below))
        return
    frame.html(panel.above)
    frame.chart(panel.packed(data.snapshot(), view.lang, view.dark), panel.alt, height)
    frame.html(panel.below)

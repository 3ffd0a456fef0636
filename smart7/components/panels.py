"""Panels: one titled chart for each query file of a page that declares one, with its sources and its numbers."""

import streamlit as st

from smart7 import daily, parts
from smart7.components import data, frame
from smart7.parts import Panel
from smart7.view import View


def show_all(page_id: str, view: View) -> None:
    """Draw every panel of a page, two to a row where there is room; the last of an odd number has a row to itself."""
    found = daily.page_panels(data.snapshot(), page_id, view)
    for first in range(0, len(found), 2):
        row = found[first : first + 2]
        for panel, place in zip(row, st.columns(len(row), gap="large"), strict=True):
            with place:
                draw(panel, view)


def show(name: str, view: View) -> None:
    """Draw the panel of one query."""
    draw(parts.panel(data.snapshot(), name, view), view)


def draw(panel: Panel, view: View, key: str | None = None) -> None:
    """Draw one panel: title, chart, where it comes from, and its numbers as a table."""
    frame.html(panel.above)
    if panel.drawn:
        spec = panel.packed(data.snapshot(), view.lang, view.dark)
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=panel.alt, key=key)
    frame.html(panel.below)

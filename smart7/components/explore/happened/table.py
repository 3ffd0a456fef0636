"""The table of an answer about what happened; small counts and thin measurements are marked as such."""

import streamlit as st

from smart7 import formats
from smart7.components import frame
from smart7.markup.pieces import Safe, table, tag
from smart7.questions.happened import Counted
from smart7.questions.happened.answer import Cell
from smart7.questions.happened.noted import FEW
from smart7.view import View
from smart7.words import explore_page
from smart7.words import happened_asked as words

SMALL = 1200
"""A table of more cells than this is loaded by the browser part by part."""


def show(shown: Counted, view: View) -> None:
    """Draw the table of an answer."""
    if shown.cells <= SMALL:
        frame.html(markup(shown))
        return
    st.caption(view.say(explore_page.VERY_LONG, count=formats.number(len(shown.keys), 0, view.lang)))
    digits = st.column_config.NumberColumn(format=f"%.{shown.decimals}f")
    st.dataframe(
        shown.table(), lazy=True, key="explore-table", hide_index=True, height=460, alt=shown.title, placeholder="–",
        column_config=dict.fromkeys(shown.heads(), digits),
    )  # fmt: skip


def markup(shown: Counted) -> str:
    """Return a real table, with totals where cells add up."""
    across = shown.totals and len(shown.columns) > 1
    columns = [*shown.columns, *(["total"] if across else [])]
    heads = [*shown.heads(), *([shown.total_word] if across else [])]
    names = shown.dimension_names()
    rows = [
        [*shown.labels(key), *(figure(shown, shown.cell(key, column), total=column == "total") for column in columns)]
        for key in shown.keys
    ]
    if shown.totals:
        padding = [""] * (len(names) - 1)
        totals = [figure(shown, shown.cell((), column), total=True) for column in columns]
        rows.append([shown.total_word, *padding, *totals])
    return table([*names, *heads], rows, caption=shown.title, numbers=range(len(names), len(names) + len(heads)))


def figure(shown: Counted, cell: Cell, *, total: bool) -> Safe:
    """Return one cell: its figure, marked where it is small, with what must be known of it."""
    value, beside = shown.value(cell), shown.beside(cell)
    if value is None:
        reason = words.REASONS[cell["reason"]].get(shown.lang) if cell["reason"] else ""
        said = tag("span", "–", "s7-muted", **({"title": reason, "aria_label": reason} if reason else {}))
    elif shown.few and value in FEW and not total:
        said = tag("span", words.FEW_MARK.format(shown.lang, number=shown.number(value)))
    elif cell.get("basis") == "sample":
        said = tag("span", shown.number(value), "s7-sample-figure")
    else:
        said = tag("span", shown.number(value), "s7-muted" if value == 0 and not total else "")
    return Safe(said + (tag("small", f" {beside}") if beside else ""))

"""The table of an answer: small ones as a real table whose figures are links, large ones loaded part by part."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from smart7 import calendar, formats, questions
from smart7.components import data, frame
from smart7.components.explore import answer
from smart7.components.explore.answer import Shown
from smart7.markup import panels
from smart7.markup.pieces import Safe, heading, table, tag, wrap
from smart7.questions.link import period_of
from smart7.view import View
from smart7.words import common
from smart7.words import explore as question_words
from smart7.words import explore_page as words

SMALL: Final = 600
"""A table of more cells than this is loaded by the browser part by part."""
WHOLE: Final = 20_000
"""A table of more cells than this is not sent whole."""
BEHIND: Final = 1000


def show(shown: Shown, shade: bool, view: View) -> None:
    """Draw the table of an answer, what is said of it, and the figures behind the cell that was chosen."""
    if shown.cells <= SMALL:
        frame.html(markup(shown, shade, view))
    else:
        large(shown, view)
    behind(shown, view)


def markup(shown: Shown, shade: bool, view: View) -> str:
    """Return a real table; each figure leads to what is behind it."""
    heads, names = shown.heads(), shown.dimension_names()
    ends = extremes(shown) if shade else {}
    rows = [
        [*labels, *(figure(shown, n, column, ends, view) for column in range(len(heads)))]
        for n, labels in enumerate(shown.row_labels)
    ]
    return table([*names, *heads], rows, caption=shown.title, numbers=range(len(names), len(names) + len(heads)))


def figure(shown: Shown, row: int, column: int, ends: Mapping[str, tuple[float, float]], view: View) -> Safe:
    """Return one cell: its figure as a link to what is behind it, or a dash that says why there is none."""
    line = shown.line(row, column)
    if line is None:
        return Safe(tag("span", "–", "s7-muted"))
    if pd.isna(line["value"]):
        reason = answer.reason_words(line["reason"], view.lang)
        return Safe(tag("span", "–", "s7-muted", title=reason, aria_label=reason) if reason else "–")
    said = shown.written(line)
    inner = tag("a", said, "s7-sample-figure" if line["is_sample"] else "", href=address(shown, line) + "#behind")
    if not pd.isna(line["compared"]):
        inner += tag("small", beside(shown, line))
    share = shaded(line, shown, ends)
    return Safe(wrap("span", inner, "s7-heat", style=f"--s7-heat:{share}%") if share else inner)


def beside(shown: Shown, line: dict[str, Any]) -> str:
    """Return what a figure is compared with, and by how much it differs."""
    if shown.question.measure != "value" or shown.question.compare == "none":
        return ""
    other = shown.written(line | {"value": line["compared"]})
    signed = shown.written(line | {"value": line["value"] - line["compared"]}, measure="change")
    return f" {words.AGAINST.format(shown.lang, other=other, difference=signed)}"


def extremes(shown: Shown) -> dict[str, tuple[float, float]]:
    """Return the least and the most of each indicator, to shade its cells between."""
    own = shown.own[shown.own["value"].notna()]
    by = own["indicator"] if "indicator" in own else pd.Series("", index=own.index)
    ends = own.groupby(by)["value"].agg(["min", "max"])
    return {str(one): (float(low), float(high)) for one, low, high in ends.itertuples()}


def shaded(line: dict[str, Any], shown: Shown, ends: Mapping[str, tuple[float, float]]) -> int:
    """Return how dark a cell is, 0 for not at all; totals are left as they are."""
    low, high = ends.get(str(line.get("indicator") or ""), (0.0, 0.0))
    if high <= low or not low <= line["value"] <= high:
        return 0
    return int(4 + 36 * (line["value"] - low) / (high - low))


def address(shown: Shown, line: dict[str, Any]) -> str:
    """Return the link to what is behind a cell: the same question with the cell named."""
    held = {name: st.query_params[name] for name in st.query_params if name != "cell"}
    return f"/explore?{urlencode({**held, 'cell': cell_of(shown, line)})}"


def cell_of(shown: Shown, line: dict[str, Any]) -> str:
    """Return a cell as a link names it: its dimensions and their ids; one without any is `all`."""
    own = [name for name in str(line["kept"]).split(".") if name]
    parts = [f"{name}:{line[name]}" for name in own if isinstance(line.get(name), str) and line[name]]
    return "~".join(parts) or "all"


def chosen(shown: Shown) -> dict[str, str] | None:
    """Return the cell the link names, None for none or one that is not in this answer."""
    asked = st.query_params.get("cell", "")
    if not asked:
        return None
    pairs = dict(part.split(":", 1) for part in asked.split("~") if ":" in part)
    return pairs if set(pairs) <= set(shown.question.dimensions) else None


def large(shown: Shown, view: View) -> None:
    """Draw a table of many cells as a grid; a very large one is fetched part by part and opens no cells."""
    found = shown.table()
    whole = shown.cells <= WHOLE
    said = words.LONG if whole else words.VERY_LONG
    st.caption(view.say(said, count=formats.number(len(found), 0, view.lang)))
    look: dict[str, Any] = {"hide_index": True, "height": 460, "alt": shown.title, "placeholder": "–"}
    if not whole:
        st.dataframe(found, lazy=True, key="explore-table", **look)
        return
    picked = st.dataframe(found, on_select="rerun", selection_mode="single-cell", key="explore-cells", **look)
    for row, head in picked["selection"]["cells"][:1]:
        # The name of a row stands for its first figure.
        column = max(list(found.columns).index(head) - len(shown.named_by), 0)
        line = shown.line(row, column)
        if line is not None:
            st.query_params["cell"] = cell_of(shown, line)


def behind(shown: Shown, view: View) -> None:
    """Draw the figures behind the cell that was chosen, as they were handed in."""
    cell = chosen(shown)
    if cell is None:
        return
    found = questions.rows_behind(data.snapshot(), shown.question, cell, BEHIND)
    lines = answer.records(found)
    key = cell | {"period_kind": None}
    said = [shown.names.get(name, slug, view.lang) for name, slug in key.items() if name != "period" and slug]
    if "period" in cell and lines:
        said.append(period_words(cell["period"], view))
    title = view.say(words.BEHIND, cell=" · ".join(said) or view.say(question_words.TOTAL))
    body = table([view.say(h) for h in HEADER], [row_behind(shown, line, view) for line in lines], caption=title,
                 numbers=[3])  # fmt: skip
    frame.html(wrap("div", heading(title) + body, id="behind"))
    st.button(view.say(words.CLOSE), on_click=close, key="explore-close", icon=":material/close:")


HEADER: Final = (common.INDICATOR, common.UNIT, common.PERIOD, common.VALUE, common.QUALITY_NAME, common.SOURCE,
                 common.NOTE)  # fmt: skip


def row_behind(shown: Shown, line: dict[str, Any], view: View) -> list[str]:
    """Return one figure as it was handed in."""
    part = line["breakdown"]
    unit = shown.names.get("unit", line["unit"], view.lang)
    note = line["note_th" if view.lang == "th" else "note_en"]
    return [
        shown.names.get("indicator", line["indicator"], view.lang),
        f"{unit} · {shown.names.get('breakdown', part, view.lang)}" if isinstance(part, str) and part else unit,
        shown.period(line),
        shown.written(line, unit=True, measure="value"),
        Safe(panels.quality_mark(line["quality"], view)),
        shown.names.get("source", line["source_id"], view.lang),
        note if isinstance(note, str) else "",
    ]


def period_words(slug: str, view: View) -> str:
    """Return the name of a period from its slug."""
    return calendar.label(period_of(slug), view.lang, short=True)


def close() -> None:
    """Close what is behind a cell."""
    st.query_params.pop("cell", None)

"""Make a panel of a statement: its query file with header, held to the same contract as the files there are."""

import re
from pathlib import Path
from typing import Any, Final

import streamlit as st

from smart7 import catalog, charts, queries
from smart7.components import frame
from smart7.components.sql import result as sql_result
from smart7.i18n import Text
from smart7.markup.pieces import tag
from smart7.sandbox import text
from smart7.sandbox.run import Result, Run
from smart7.view import View
from smart7.words import sql as words

TIMELINE: Final = "timeline"
FIELDS: Final[dict[str, Text]] = {
    "file": words.FILE,
    "title_th": words.TITLE_TH,
    "title_en": words.TITLE_EN,
    "doc": words.DOC,
    "chart": words.CHART,
    "sources": words.SOURCES,
}


def show(view: View) -> None:
    """Draw the fields of the header, then the file, as soon as there is a result."""
    run: Run | None = st.session_state.get(sql_result.RUN)
    frame.html(tag("p", view.say(words.PANEL_ABOUT), "s7-note"))
    if run is None or not isinstance(run.outcome, Result):
        frame.html(tag("p", view.say(words.PANEL_FIRST), "s7-value"))
        return
    folder = st.selectbox(
        view.say(words.FOLDER), [domain.id for domain in catalog.DOMAINS], key="sql-panel-folder",
        format_func=lambda name: catalog.domain(name).name.get(view.lang),
    )  # fmt: skip
    about = {
        name: st.text_input(view.say(label), key=f"sql-panel-{name}", max_chars=300) for name, label in FIELDS.items()
    }
    if not all(about[name].strip() for name in ("title_th", "title_en", "doc")) or not named(about["file"]):
        frame.html(tag("p", view.say(words.PANEL_MISSING), "s7-note"))
        return
    kind = about["chart"].split(" ")[0]
    if kind and kind not in (*charts.KINDS, TIMELINE):
        st.warning(view.say(words.NO_CHART, kind=kind, kinds=", ".join((*charts.KINDS, TIMELINE))))
    draw(f"{folder}/{about['file']}", written(about, run.outcome), view)


def named(file: str) -> bool:
    """Return whether a file may have a name."""
    return bool(re.fullmatch(r"[a-z][a-z0-9_]{1,60}", file))


def written(about: dict[str, str], result: Result) -> str:
    """Return the text of the query file of the statement run last."""
    asked: dict[str, Any] = st.session_state[sql_result.ASKED]
    return text.panel(asked["sql"], about, asked["values"], result.columns)


def draw(name: str, file: str, view: View) -> None:
    """Draw the file and the way to take it, or what it lacks to be a query file."""
    try:
        queries.parse(Path(f"{name}.sql"), file)
    except queries.QueryError as fault:
        st.warning(view.say(words.PANEL_FAULT, fault=str(fault)))
    st.code(file, language="sql", wrap_lines=True)
    short = name.split("/")[-1]
    st.download_button(
        view.say(words.WRITE, name=f"{name}.sql"), file.encode(), f"{short}.sql", "text/plain", key="sql-panel-take",
        on_click="ignore",
    )  # fmt: skip

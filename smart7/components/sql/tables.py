"""The tables a statement may read, with what their columns mean; a press puts a name into the statement."""

from typing import Final

import streamlit as st

from smart7.components import data, frame
from smart7.markup.pieces import Safe, table, tag
from smart7.view import View
from smart7.words import sql as words

TEXT: Final = "sql-text"
TABLE: Final = "sql-table"
COLUMN: Final = "sql-column"


def show(view: View) -> None:
    """Draw the list of tables, then the columns of the one that is chosen."""
    listed = {row["name"]: row["about"] for row in data.records("sql/tables")}
    frame.html(tag("p", view.say(words.OPEN_NOTE), "s7-note"))
    chosen = st.selectbox(view.say(words.TABLE), list(listed), key=TABLE, index=None, placeholder=view.say(words.TABLE))
    if chosen is None or chosen not in listed:
        return
    frame.html(tag("p", listed[chosen], "s7-value", lang="en"))
    st.button(view.say(words.INSERT_TABLE), key="sql-insert", icon=":material/add:", on_click=insert, args=(chosen,))
    columns = data.records("sql/columns", owner=chosen)
    names = [column["name"] for column in columns]
    st.pills(view.say(words.INSERT), names, key=COLUMN, on_change=insert_column, default=None)
    header = [view.say(name) for name in (words.COLUMN, words.TYPE, words.MEANING)]
    rows = [
        [column["name"], column["type"], Safe(tag("span", column["meaning"] or "", lang="en"))] for column in columns
    ]
    frame.html(table(header, rows, caption=chosen))


def insert_column() -> None:
    """Put the pressed column into the statement, and let the button go."""
    chosen = st.session_state[COLUMN]
    if chosen:
        insert(chosen)
    st.session_state[COLUMN] = None


def insert(name: str) -> None:
    """Put a name at the end of the statement."""
    written = st.session_state.get(TEXT) or ""
    gap = "" if not written or written[-1].isspace() else " "
    st.session_state[TEXT] = f"{written}{gap}{name}"

"""The SQL page: an example to start from, the editor with its fields, the result, and what helps to write more."""

from typing import Any, Final

import streamlit as st

from smart7.components import data, frame, link
from smart7.components.explore import answer, ask
from smart7.components.sql import panel, result, tables
from smart7.markup.pieces import tag
from smart7.sandbox import text
from smart7.sandbox.rules import LONGEST
from smart7.sandbox.run import Problem, Run
from smart7.view import View
from smart7.words import sql as words

TEXT: Final = "sql-text"
LINKED: Final = "sql-linked"
AT_ONCE_RUN: Final = "sql-at-once"
EXAMPLE: Final = "sql-example"
BACK: Final = "sql-back"
HISTORY: Final = "sql-history"
KEPT: Final = 20
AT_ONCE: Final = 1.5
"""So many seconds the page waits before it says that a statement is running."""


def show(view: View) -> None:
    """Draw the page from the top down."""
    from_link()
    link.show_notices(view.lang)
    frame.html(tag("p", view.say(words.INTRO), "s7-definition"))
    if not view.sample:
        frame.html(tag("p", view.say(words.SAMPLES_STAY), "s7-note"))
    choose_example(view)
    st.text_area(
        view.say(words.STATEMENT), key=TEXT, height=240, max_chars=LONGEST, persist_state="session",
    )  # fmt: skip
    values = fields(view)
    pressed = st.button(view.say(words.RUN), key="sql-start", type="primary", icon=":material/play_arrow:")
    if st.session_state.pop(AT_ONCE_RUN, False) or pressed:
        start(values)
    remember()
    result.show(view)
    with st.expander(view.say(words.TABLES), icon=":material/table:", key="sql-tables"):
        tables.show(view)
    with st.expander(view.say(words.HISTORY), icon=":material/history:", key="sql-past"):
        history(view)
    with st.expander(view.say(words.PANEL), icon=":material/add_chart:", key="sql-panel"):
        panel.show(view)


def from_link() -> None:
    """Take a statement and its values from the link once; what is written afterwards stays.

    A link holds the statement itself, or is shorter: a question, or the name of an example, which is run at once.
    """
    asked, given = linked()
    if asked and asked != st.session_state.get(LINKED):
        st.session_state[LINKED] = asked
        if "example" in st.query_params and "q" not in st.query_params:
            st.session_state[EXAMPLE] = st.query_params["example"]  # its title says what is answered
            st.session_state[AT_ONCE_RUN] = True
        write(asked, given)
    elif TEXT not in st.session_state:
        first = next(iter(text.examples().values()))
        write(first.sql, first.given)


def linked() -> tuple[str, dict[str, str]]:
    """Return the statement that the link stands for, '' for none, and the values it brings."""
    given = {name[2:]: st.query_params[name] for name in st.query_params if name.startswith("p.")}
    asked = st.query_params.get("q", "")
    if len(asked) > LONGEST:
        link.refuse("q", asked)
    elif asked:
        return asked, given
    named = st.query_params.get("example", "")
    if named in text.examples():
        chosen = text.examples()[named]
        return chosen.sql, chosen.given | given
    if named:
        link.refuse("example", named)
    question = st.query_params.get("ask", "")
    return (answer.statement(ask.question_of(question)) if question else ""), given


def write(sql: str, given: dict[str, str]) -> None:
    """Put a statement into the editor and values into its fields."""
    st.session_state[TEXT] = sql
    for name in text.parameters(sql):
        st.session_state[f"sql-p-{name}"] = given.get(name, "")


def choose_example(view: View) -> None:
    """Draw the list of worked examples."""
    st.selectbox(
        view.say(words.EXAMPLES), list(text.examples()), key=EXAMPLE, index=None, on_change=take_example,
        format_func=lambda name: text.examples()[name].title.get(view.lang),
        placeholder=view.say(words.CHOOSE_EXAMPLE),
    )  # fmt: skip


def take_example() -> None:
    """Put the chosen example into the editor."""
    chosen = text.examples().get(st.session_state[EXAMPLE] or "")
    if chosen:
        write(chosen.sql, chosen.given)


def fields(view: View) -> dict[str, Any]:
    """Draw a field for each parameter of the statement and return what they hold."""
    names = text.parameters(st.session_state.get(TEXT) or "")
    values = {}
    with st.container(horizontal=True):
        for name in names:
            field = view.say(words.PARAMETER, name=name)
            written = st.text_input(field, key=f"sql-p-{name}", max_chars=200, width=240, persist_state="session")
            values[name] = text.typed(written or "")
    helps = [words.PARAMETER_HELP] * bool(names) + [words.MOST_FIELDS] * (len(names) == text.MOST_PARAMETERS)
    frame.html("".join(tag("p", view.say(one, most=text.MOST_PARAMETERS), "s7-note") for one in helps))
    return values


def start(values: dict[str, Any]) -> None:
    """Run the statement in a process of its own, in place of the one before, and put it into the link."""
    before: Run | None = st.session_state.get(result.RUN)
    if before is not None:
        before.close()
    sql = st.session_state[TEXT] or ""
    given = {name: text.sent(value) for name, value in values.items() if value is not None}
    run = Run(data.snapshot(), sql, given)
    run.wait(AT_ONCE)
    st.session_state[result.RUN] = run
    st.session_state[result.ASKED] = {"sql": sql, "values": values, "snapshot": data.snapshot()}
    st.session_state.pop(result.PAGE, None)
    # What the link stands for already is not written out in it: a server in between may not take long addresses.
    if sql != linked()[0]:
        for name in ("ask", "example"):
            st.query_params.pop(name, None)
        link.put("q", sql, "", keep=False)
    st.session_state[LINKED] = sql
    for name in [name for name in st.query_params if name.startswith("p.")]:
        del st.query_params[name]
    for name in values:
        link.put(f"p.{name}", st.session_state[f"sql-p-{name}"] or "", "", keep=False)


def remember() -> None:
    """Keep a statement that has ended, with how many rows it had, for as long as this visit lasts."""
    run: Run | None = st.session_state.get(result.RUN)
    asked = st.session_state.get(result.ASKED)
    if run is None or run.outcome is None or asked is None or asked.get("kept"):
        return
    asked["kept"] = True
    written = {name: st.session_state.get(f"sql-p-{name}", "") for name in asked["values"]}
    rows = None if isinstance(run.outcome, Problem) else run.outcome.rows
    entry = {"sql": asked["sql"], "given": written, "rows": rows}
    past = [old for old in st.session_state.get(HISTORY, []) if old["sql"] != asked["sql"]]
    st.session_state[HISTORY] = [entry, *past][:KEPT]


def history(view: View) -> None:
    """Draw the list of statements run in this visit; a choice brings one back."""
    past = st.session_state.get(HISTORY, [])
    if not past:
        frame.html(tag("p", view.say(words.NO_HISTORY), "s7-note"))
        return
    st.selectbox(
        view.say(words.HISTORY), range(len(past)), key=BACK, index=None, on_change=bring_back,
        format_func=lambda n: named(past[n], view), placeholder=view.say(words.CHOOSE_HISTORY),
        label_visibility="collapsed",
    )  # fmt: skip


def named(entry: dict[str, Any], view: View) -> str:
    """Return how a statement of the past is listed."""
    rows = view.say(words.HAD_NONE) if entry["rows"] is None else view.say(words.HAD_ROWS, rows=f"{entry['rows']:,}")
    return f"{' '.join(entry['sql'].split())[:80]} · {rows}"


def bring_back() -> None:
    """Put a statement of the past into the editor."""
    chosen = st.session_state[BACK]
    if chosen is not None:
        entry = st.session_state[HISTORY][chosen]
        write(entry["sql"], entry["given"])

"""What became of a statement: rows by the page, or what is wrong, where, and what to do."""

import math
from html import escape
from typing import Final

import pandas as pd
import streamlit as st

from smart7.components import frame
from smart7.formats import number
from smart7.markup.pieces import heading, tag, wrap
from smart7.sandbox.run import Problem, Result, Run
from smart7.view import View
from smart7.words import common
from smart7.words import sql as words

RUN: Final = "sql-run"
ASKED: Final = "sql-asked"
PAGE: Final = "sql-page"
ROWS: Final = 100
AGAIN: Final = 0.4


def show(view: View) -> None:
    """Draw what became of the statement run last, if one was."""
    run: Run | None = st.session_state.get(RUN)
    if run is None:
        return
    if run.outcome is None:
        waiting(view)
    elif isinstance(run.outcome, Problem):
        trouble(run.outcome, run.limits.seconds, view)
    else:
        rows(run, run.outcome, view)


@st.fragment(run_every=AGAIN)
def waiting(view: View) -> None:
    """Say that a statement is running, with the way to stop it, until it has ended."""
    run: Run = st.session_state[RUN]
    if run.wait(0.05):
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(view.say(words.RUNNING, seconds=number(run.limits.seconds, 0, view.lang)), width="content")
        st.button(view.say(words.CANCEL), key="sql-cancel", icon=":material/stop:", on_click=cancel)


def cancel() -> None:
    """End the statement that is running."""
    run: Run = st.session_state[RUN]
    run.cancel()
    run.wait(2)


def rows(run: Run, result: Result, view: View) -> None:
    """Draw one page of a result."""
    frame.html(heading(view.say(words.RESULT)))
    count = view.say(
        words.COUNT, rows=number(result.rows, 0, view.lang), columns=len(result.columns) + result.left_out,
        seconds=number(result.seconds, 2, view.lang),
    )  # fmt: skip
    pages = max(1, math.ceil(result.rows / ROWS))
    at = min(st.session_state.get(PAGE) or 1, pages)
    if not result.rows:
        frame.html(tag("p", view.say(words.NO_ROWS), "s7-value") + tag("p", count, "s7-note"))
        return
    found = run.page((at - 1) * ROWS, ROWS)
    if found is None:
        trouble(Problem("gone"), run.limits.seconds, view)
        return
    columns = [name for name, _ in result.columns]
    table = pd.DataFrame(found, columns=columns)
    height = min(580, 38 * (len(table) + 1) + 4)
    if holds_samples(table):
        frame.html(tag("p", view.say(common.SAMPLE_BADGE), "s7-badge"))
    st.dataframe(table, hide_index=True, height=height, alt=f"{view.say(words.RESULT)}: {count}")
    if pages > 1:
        last = min(at * ROWS, result.rows)
        first = number((at - 1) * ROWS + 1, 0, view.lang)
        st.pagination(pages, key=PAGE)
        count = f"{view.say(words.SHOWN, first=first, last=number(last, 0, view.lang))} · {count}"
    if result.left_out:
        count = f"{count} · {view.say(words.LEFT_OUT, count=result.left_out)}"
    frame.html(tag("p", count, "s7-note"))


def holds_samples(table: pd.DataFrame) -> bool:
    """Return whether rows that are shown say of themselves that they are sample figures."""
    marked = {"quality": "sample", "is_sample": True}
    return any((table[name] == mark).any() for name, mark in marked.items() if name in table)


def trouble(problem: Problem, seconds: float, view: View) -> None:
    """Draw why there is no result and what to do."""
    if problem.kind == "refused":
        rule, advice = (view.say(text) for text in words.RULES[problem.rule])
        st.error(view.say(words.REFUSED, rule=rule))
    elif problem.kind == "error":
        st.error(view.say(words.ERROR))
        advice = hint(problem, view)
    else:
        ended, todo = words.ENDED[problem.kind]
        st.error(view.say(ended, seconds=number(seconds, 0, view.lang)))
        advice = view.say(todo)
    parts = [where(problem, view), tag("pre", problem.message, lang="en") if problem.message else ""]
    frame.html(wrap("div", "".join(parts) + tag("p", advice, "s7-value"), "s7-trouble"))


def where(problem: Problem, view: View) -> str:
    """Return line and column of a problem, with the line itself and the place marked in it."""
    if problem.line is None or problem.column is None:
        return tag("p", problem.word, "s7-note") if problem.kind == "refused" and problem.word else ""
    lines = st.session_state[ASKED]["sql"].splitlines()
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    start = problem.column - 1
    length = max(
        1, len(problem.word) if line[start:].lower().startswith(problem.word.lower()) else word_at(line, start)
    )
    marked = (
        f"{escape(line[:start])}<mark>{escape(line[start : start + length])}</mark>{escape(line[start + length :])}"
    )
    place = tag("p", view.say(words.PLACE, line=problem.line, column=problem.column), "s7-value")
    return place + wrap("pre", marked)


def word_at(line: str, start: int) -> int:
    """Return how long the word is that starts at a place."""
    rest = line[start:]
    return next((n for n, letter in enumerate(rest) if not (letter.isalnum() or letter in "_.")), len(rest))


def hint(problem: Problem, view: View) -> str:
    """Return what to do about an error of DuckDB, with the names that are close where it knows some."""
    found = words.HINTS.get(problem.about)
    found = found or next((text for key, text in words.HINTS.items() if key in problem.message), None)
    found = found or words.HINTS.get(problem.rule, words.OTHER_HINT)
    said = view.say(found, word=problem.word)
    near = ", ".join(problem.candidates.split(",")[:5]) if "(" not in problem.candidates else ""
    return f"{said} · {view.say(words.MEANT, names=near)}" if near else said

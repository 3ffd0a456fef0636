"""A question about what happened on the explore page: its sentence, its answer, and what can be done with it."""

from functools import partial

import streamlit as st

from smart7 import store
from smart7.components import data, frame, link
from smart7.components.explore import ask as explore_ask
from smart7.components.explore import charts as explore_charts
from smart7.components.explore import foot, take, views
from smart7.components.explore.happened import ask, charts, table
from smart7.components.explore.happened import map as happened_map
from smart7.formats import number
from smart7.markup.pieces import link as anchor
from smart7.markup.pieces import tag, wrap
from smart7.packs import tables
from smart7.questions.happened import Counted, Happened, asked, statement
from smart7.questions.happened.sentence import sentence
from smart7.view import View
from smart7.words import explore_page
from smart7.words import happened_asked as words
from smart7.words import service as service_words


def show(question: Happened, view: View) -> None:
    """Draw the blanks, the question as a sentence, and its answer."""
    ask.blanks(question, view)
    frame.html(tag("p", sentence(data.snapshot(), question, view.lang), "s7-finding"))
    shown = charts.answered(data.snapshot(), question, view.lang)
    if shown.own.empty:
        hidden = question.what == "service" and not question.sample
        st.info(view.say(service_words.NO_SAMPLE if hidden else words.EMPTY))
    else:
        answer(question, shown, view)


def answer(question: Happened, shown: Counted, view: View) -> None:
    """Draw an answer: the choice of chart, the chart, the table, and what is said under them."""
    kinds = charts.possible(shown)
    kind = explore_ask.chart(question.chart, kinds, view)
    if kind in explore_charts.KINDS:
        spec = charts.spec(data.snapshot(), question, kind, view.lang, view.dark)
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=shown.title, key=f"explore-drawn-{kind}")
        frame.html(tag("p", axes(shown, kind, view), "s7-note"))
    elif kind == happened_map.KIND:
        happened_map.show(shown, view)
    table.show(shown, view)
    said = [*shown.notes, *shown.withheld()]
    frame.html(foot.credit(shown, view) + "".join(tag("p", text, "s7-note") for text in said) + whole_day(shown, view))
    row = st.container(horizontal=True)
    with row:
        draw = partial(charts.spec, data.snapshot(), question, kind, view.lang)
        take.buttons(question, shown, kind, draw, view, partial(records, shown, view))
    views.offer(question, row, view)


def whole_day(shown: Counted, view: View) -> str:
    """Return the way to the page of a line's day, '' for what is no service."""
    if shown.question.what != "service":
        return ""
    line, _, way = (*shown.question.places, "")[0].partition(asked.WAY)
    there = link.address("service", **{name: held for name, held in (("line", line), ("way", way)) if held})
    return wrap("p", anchor(view.say(words.SERVICE_PAGE), there), "s7-note")


def axes(shown: Counted, kind: str, view: View) -> str:
    """Return what stands along a chart, the unit of measure of what is drawn, and what is not."""
    unit = shown.unit.get(view.lang)
    said = view.say(words.IN_UNIT, unit=unit, along=shown.dimension_names()[-1])
    left = charts.left_out(shown)
    return " · ".join([
        view.say(words.OF_UNIT, unit=unit) if kind == "ranked" else said,
        *([view.say(words.NOT_DRAWN, what=", ".join(left))] if left else []),
    ])  # fmt: skip


def records(shown: Counted, view: View) -> None:
    """Draw what takes away the records behind an answer, as far as licences let them leave, and say what stays."""
    held, leaving = shown.held
    if leaving:
        st.caption(view.say(words.ROWS_LEAVE, open=number(leaving, 0, view.lang), held=number(held, 0, view.lang)))
        name, snapshot = f"records-{shown.file_name}", shown.snapshot_id
        read = partial(store.select, snapshot, *statement.leaving(shown.question))
        about = [(view.say(explore_page.QUESTION), shown.title), (view.say(explore_page.SNAPSHOT), snapshot),
                 (view.say(explore_page.SOURCES), "; ".join(shown.sources()))]  # fmt: skip
        ways = {
            "csv": (explore_page.CSV, "text/csv", lambda: tables.csv(read())),
            "xlsx": (explore_page.XLSX, take.BOOK_TYPE, lambda: tables.workbook(
                {view.say(explore_page.SHEET_ROWS): read()}, about, view.say(explore_page.SHEET_NOTES))),
            "parquet": (explore_page.PARQUET, "application/vnd.apache.parquet", lambda: tables.parquet(read(), about)),
        }  # fmt: skip
        with st.container(horizontal=True):
            for ending, (label, kind, make) in ways.items():
                st.download_button(view.say(words.RECORDS, form=view.say(label)), make, f"{name}.{ending}", kind,
                                   on_click="ignore", key=f"take-records-{ending}")  # fmt: skip
    if held > leaving:
        st.caption(view.say(words.ROWS_STAY, count=number(held - leaving, 0, view.lang)))

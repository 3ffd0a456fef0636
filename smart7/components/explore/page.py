"""The explore page: a sentence with blanks, its answer as chart and table, and what can be done with it."""

from functools import partial
from urllib.parse import parse_qsl

import streamlit as st

from smart7.components import data, frame, link
from smart7.components.explore import answer as explore_answer
from smart7.components.explore import ask, charts, foot, table, take, views
from smart7.components.explore import map as explore_map
from smart7.components.explore.answer import NO_UNIT, Shown
from smart7.components.explore.happened import ask as happened_ask
from smart7.components.explore.happened import page as happened_page
from smart7.markup.pieces import heading, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.questions import Question, to_link
from smart7.questions.happened import Happened
from smart7.questions.question import ORDERS
from smart7.view import View
from smart7.words import common
from smart7.words import explore_page as words


def show(view: View) -> None:
    """Draw the question, its answer, and the buttons behind which the rest lies."""
    question = ask.current(sample=view.sample)
    link.show_notices(view.lang)
    happened_ask.about(question, view)
    if isinstance(question, Happened):
        happened_page.show(question, view)
        views.listing(view)
    else:
        figures(question, view)


def figures(question: Question, view: View) -> None:
    """Draw a question about figures by period."""
    ask.blanks(question, view)
    if question.with_(sample=True) == Question():
        frame.html(examples(view))
        views.listing(view)
        return
    frame.html(tag("p", explore_answer.sentence(data.snapshot(), question, view.lang), "s7-finding"))
    subtotals = bool(st.session_state.get("explore-subtotals"))
    shown = explore_answer.shown(data.snapshot(), question, view.lang, subtotals=subtotals)
    if shown.own.empty:
        st.info(view.say(words.EMPTY))
        frame.html(notes(shown))
    else:
        answer(question, shown, view)
    views.listing(view)


def examples(view: View) -> str:
    """Return questions to begin with, each a link; a question about everything answers nobody."""
    items = "".join(
        wrap("li", anchor(view.say(text), link.address("explore", **dict(parse_qsl(asked)))))
        for text, asked in [*words.EXAMPLES, *happened_ask.examples()]
    )
    items += "".join(
        wrap("li", anchor(view.say(text), link.address("sql", example=example)))
        for example, text in words.BY_SQL.items()
    )
    return heading(view.say(words.BEGIN)) + tag("p", view.say(words.BEGIN_NOTE)) + wrap("ul", items, "s7-list")


def answer(question: Question, shown: Shown, view: View) -> None:
    """Draw an answer: the choice of chart, the chart, the table, and what is said under them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = ask.chart(question.chart, charts.possible(shown), view)
        with st.popover(view.say(words.PIVOT), icon=":material/pivot_table_chart:", key="explore-pivot"):
            arrange(question, view)
    if kind in charts.KINDS:
        chart(question, shown, kind, view)
    elif kind == explore_map.KIND:
        explore_map.show(question, shown, view)
    if len(shown.own) > charts.MOST:
        frame.html(tag("p", view.say(words.NO_CHART), "s7-note"))
    table.show(shown, bool(st.session_state.get("explore-shade")), view)
    by_chart = kind in charts.KINDS and shown.units().nunique() == 1
    unit = "" if by_chart else measures(shown)
    frame.html(unit + foot.credit(shown, view) + notes(shown) + sizes(question, shown, view))
    row = st.container(horizontal=True)
    with row:
        take.buttons(question, shown, kind, partial(charts.spec, data.snapshot(), question, kind, view.lang), view)
    views.offer(question, row, view)


def arrange(question: Question, view: View) -> None:
    """Draw how the table is arranged: its sides, what it shows, its order, subtotals and shading."""
    ask.pivot(question, view)
    key = ask.field("order", question.order)
    st.selectbox(
        view.say(words.ORDER), ORDERS, key=key, format_func=lambda name: view.say(words.ORDERS[name]),
        on_change=lambda: ask.ask(ask.asked().with_(order=st.session_state[key])),
    )  # fmt: skip
    top = ask.field("top", question.top)
    st.number_input(
        view.say(words.TOP), 0, 1000, key=top, step=1,
        on_change=lambda: ask.ask(ask.asked().with_(top=int(st.session_state[top]))),
    )  # fmt: skip
    st.toggle(view.say(words.SUBTOTALS), key="explore-subtotals")
    st.toggle(view.say(words.SHADE), key="explore-shade")


def chart(question: Question, shown: Shown, kind: str, view: View) -> None:
    """Draw the answer as a chart, with what it leaves out."""
    if kind == "multiples":
        small_multiples(shown, view)
    else:
        spec = charts.spec(data.snapshot(), question, kind, view.lang, view.dark)
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=shown.title, key=f"explore-drawn-{kind}")
    said = [charts.about(shown, kind), charts.left_out(shown, kind)]
    frame.html("".join(tag("p", text, "s7-note") for text in said if text))


def small_multiples(shown: Shown, view: View) -> None:
    """Draw a small line for each series; they share a scale where they share a unit of measure."""
    frame.html(charts.small(shown))


def sizes(question: Question, shown: Shown, view: View) -> str:
    """Return that counts of places of different size do not compare, and the way to an index of them."""
    if not charts.of_sizes(shown):
        return ""
    there = link.address("explore", **to_link(question.with_(measure="index", chart="")))
    return wrap("p", f"{tag('span', view.say(words.SIZES))} {anchor(view.say(words.AS_INDEX), there)}", "s7-note")


def measures(shown: Shown) -> str:
    """Return the unit of measure of the figures of a table, with what is counted in it where there are several."""
    names = shown.labels("indicator") if "indicator" in shown.own else shown.units()
    said: dict[str, dict[str, None]] = {}
    for unit, name in zip(shown.units(), names, strict=True):
        said.setdefault(unit, {})[name] = None
    known = {unit: ", ".join(own) for unit, own in said.items() if unit != NO_UNIT.get(shown.lang)}
    each = "; ".join(f"{unit} ({own})" for unit, own in known.items()) if len(known) > 1 else "".join(known)
    return tag("p", f"{common.MEASURE.get(shown.lang)}: {each}", "s7-note") if each else ""


def notes(shown: Shown) -> str:
    """Return what has to be known of an answer, and why it has no total where it has none."""
    totals = shown.withheld()
    said = [*shown.notes, *(words.WITHHELD.format(shown.lang, reason=reason) for reason in totals)]
    return "".join(tag("p", text, "s7-note") for text in dict.fromkeys(said))

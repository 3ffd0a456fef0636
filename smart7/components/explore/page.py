"""The explore page: a sentence with blanks, its answer as chart and table, and what can be done with it."""

from urllib.parse import parse_qsl

import streamlit as st

from smart7 import figures
from smart7.components import data, frame, link
from smart7.components.explore import answer as explore_answer
from smart7.components.explore import ask, charts, table, take, views
from smart7.components.explore import map as explore_map
from smart7.components.explore.answer import Shown
from smart7.markup import panels
from smart7.markup.pieces import heading, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.questions import Question, to_link
from smart7.questions.question import ORDERS
from smart7.view import View
from smart7.words import common
from smart7.words import explore_page as words

TABLE = "table"


def show(view: View) -> None:
    """Draw the question, its answer, and the buttons behind which the rest lies."""
    question = ask.current(sample=view.sample)
    link.show_notices(view.lang)
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
        for text, asked in words.EXAMPLES
    )
    items += "".join(
        wrap("li", anchor(view.say(text), link.address("sql", example=example)))
        for example, text in words.BY_SQL.items()
    )
    return heading(view.say(words.BEGIN)) + tag("p", view.say(words.BEGIN_NOTE)) + wrap("ul", items, "s7-list")


def answer(question: Question, shown: Shown, view: View) -> None:
    """Draw an answer: the choice of chart, the chart, the table, and what is said under them."""
    kinds = charts.possible(shown)
    kind = question.chart if question.chart in (*kinds, TABLE) else ""
    kind = kind or (kinds[0] if kinds else TABLE)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_chart(kind, kinds, view)
        with st.popover(view.say(words.PIVOT), icon=":material/pivot_table_chart:", key="explore-pivot"):
            arrange(question, view)
    if kind in charts.KINDS:
        chart(question, shown, kind, view)
    elif kind == explore_map.KIND:
        explore_map.show(question, shown, view)
    if len(shown.own) > charts.MOST:
        frame.html(tag("p", view.say(words.NO_CHART), "s7-note"))
    table.show(shown, bool(st.session_state.get("explore-shade")), view)
    frame.html(credit(shown, view) + notes(shown) + sizes(question, shown, view))
    row = st.container(horizontal=True)
    with row:
        take.buttons(question, shown, kind, view)
    views.offer(question, row, view)


def choose_chart(kind: str, kinds: list[str], view: View) -> None:
    """Draw the choice of how the answer is drawn; the fitting way is chosen already."""
    key = ask.field("chart", kind)
    names = {name: view.say(words.CHARTS[name]) for name in kinds} | {TABLE: view.say(words.ONLY_TABLE)}
    st.segmented_control(
        view.say(words.CHART), list(names), key=key, required=True, format_func=lambda name: names[name],
        on_change=lambda: ask.ask(ask.asked().with_(chart=st.session_state[key])),
    )  # fmt: skip


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


def credit(shown: Shown, view: View) -> str:
    """Return the qualities and the sources of what is shown; nothing for an answer that counts figures."""
    qualities = [name for name in common.QUALITY if name in set(shown.own["quality_grade"].dropna())]
    marks = " ".join(panels.quality_mark(name, view) for name in qualities)
    said = figures.credit(shown.sources(), view.lang)
    return wrap("p", f"{marks} {tag('span', f'· {said}')}", "s7-note") if said else ""


def sizes(question: Question, shown: Shown, view: View) -> str:
    """Return that counts of places of different size do not compare, and the way to an index of them."""
    if not charts.of_sizes(shown):
        return ""
    there = link.address("explore", **to_link(question.with_(measure="index", chart="")))
    return wrap("p", f"{tag('span', view.say(words.SIZES))} {anchor(view.say(words.AS_INDEX), there)}", "s7-note")


def notes(shown: Shown) -> str:
    """Return what has to be known of an answer, and why it has no total where it has none."""
    totals = shown.withheld()
    said = [*shown.notes, *(words.WITHHELD.format(shown.lang, reason=reason) for reason in totals)]
    return "".join(tag("p", text, "s7-note") for text in dict.fromkeys(said))

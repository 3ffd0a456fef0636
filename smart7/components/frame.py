"""The frame round every page: title, sample line, the bar with the period, notices, and the foot."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.layout_utils import Height, LayoutConfig, Width, create_layout_config
from streamlit.proto.Html_pb2 import Html
from streamlit.proto.VegaLiteChart_pb2 import VegaLiteChart

from smart7 import calendar, catalog, framing, reading
from smart7.charts import Packed
from smart7.components import data, link, past
from smart7.components.acts import person
from smart7.i18n import Text
from smart7.markup import frame as markup
from smart7.markup import past as past_markup
from smart7.view import View, years
from smart7.words import disk
from smart7.words import site as words


@contextmanager
def page(page_id: str) -> Iterator[View]:
    """Draw the frame of a page round what is drawn within; gives what the visitor is looking at.

    Whatever a page shows, its foot keeps its place: Streamlit takes old elements away only when a run ends, and a
    foot that moved would stand there twice until then.
    """
    person.begin_page(page_id)
    past.stand(page_id, link.lang())
    view = current_view()
    # Our own markup, not Streamlit's text elements: those load and run a Markdown reader for a plain line.
    html(
        f"<style>:root{{{markup.colours(view.dark)}}}</style>"
        + markup.title(view.say(catalog.page(page_id).title), view)
    )
    top = bar(page_id, view)
    with st.container():
        banner = st.container() if view.known else None
        if data.set_aside():
            st.warning(view.say(disk.SHOWN_INSTEAD, day=calendar.format_date(view.as_of, view.lang)))
        past.show_notice(view.lang)
        link.show_notices(view.lang)
    with st.container():
        yield view
    # After the page, which puts what was chosen before into the link.
    held = tuple(sorted((name, st.query_params[name]) for name in st.query_params))
    html(framing.ways(page_id, held, past.reach(), view), top, "content")
    if banner is not None:
        html(past_markup.banner(page_id, dict(held), view), banner)
    frozen = data.snapshot() != data.now()
    html(framing.foot(data.snapshot(), view, person.back(view), person.here().name, frozen=frozen))


def bar(page_id: str, view: View) -> DeltaGenerator:
    """Draw the year of a domain and how much is made up in one line; gives the line, which ends with ways elsewhere."""
    line = st.container(horizontal=True, vertical_alignment="center", gap="small", key="bar")
    with line:
        if page_id in markup.YEAR_IN_BAR:
            year_choice(view, words.YEAR_UNTIL, 190, hidden=True)
        sample_line(view)
    return line


def current_view() -> View:
    """Return the view the link and this visit ask for."""
    about = reading.about(data.snapshot())
    choices = years(about)
    chosen = link.pick("year", [str(year) for year in choices], str(choices[0]))
    dark = st.context.theme.type == "dark"
    return View(link.lang(), dark, int(chosen), choices, link.sample_shown(), about["as_of"], past.known())


def period_bar(view: View) -> None:
    """Draw the choice of the year up to which figures are shown."""
    year_choice(view, words.YEAR_OPTION, 320)


def year_choice(view: View, option: Text, width: int, *, hidden: bool = False) -> None:
    """Draw the choice of the year, `width` in pixels; each year is written as `option`, the label may be hidden."""
    st.session_state["bar-year"] = view.year
    st.selectbox(
        view.say(words.YEAR),
        list(view.years),
        key="bar-year",
        format_func=framing.year_names(option, view.years, view.lang).__getitem__,
        on_change=lambda: link.put("year", str(st.session_state["bar-year"]), str(view.years[0])),
        label_visibility="collapsed" if hidden else "visible",
        width=width,
    )


def sample_line(view: View) -> None:
    """Say in words and numbers how much of what is shown is made up, with the switch."""
    said = framing.sample_line(data.snapshot(), view)
    if not said:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="sample-line"):
        html(said)
        st.session_state["bar-sample"] = view.sample
        st.toggle(
            view.say(words.SHOW_SAMPLE), key="bar-sample", on_change=switch_sample, label_visibility="collapsed",
            width="content",
        )  # fmt: skip


def switch_sample() -> None:
    """Show or hide sample figures, as the switch says."""
    link.show_sample(st.session_state["bar-sample"])


def html(body: str | bytes, at: DeltaGenerator = st._main, width: Width = "stretch") -> None:
    """Draw a block of the project's own markup, where there is any: at a place, or where the page is just now.

    As `st.html` does, which would look through every body for whether it is styles alone: 1.3 ms instead of 0.3 for
    the 70 kB of a domain, in each run. As bytes, since a text that is given as it is keeps them for good: what is kept
    of pages would take twice the room.
    """
    if body:
        sent = Html(body=body if isinstance(body, bytes) else body.encode())  # type: ignore[arg-type]
        at._enqueue("html", sent, layout_config=create_layout_config(width=width, allow_content_width=True))


def chart(packed: Packed, alt: str, height: Height = "content") -> None:
    """Draw a chart that is packed already, as wide as there is room; `alt` is what is heard of it.

    As `st.vega_lite_chart` does, which would write and read each specification anew in each run: a millisecond.
    """
    sent = VegaLiteChart(spec=packed.spec, alt=alt)
    for name, rows in packed.rows.items():
        sent.datasets.add(name=name, has_name=True).data.data = rows
    st._main._enqueue("vega_lite_chart", sent, layout_config=LayoutConfig("stretch", height))


def lead_on(text: Text, page_id: str, view: View) -> None:
    """Draw the way from one page to another that goes on from it."""
    html(markup.lead_on(text, page_id, view))

"""The frame round every page: title, sample line, the bar with the period, notices, and the styles."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

from smart7 import calendar, catalog, theme
from smart7.components import data, link
from smart7.components.markup import link as anchor
from smart7.components.markup import tag, wrap
from smart7.formats import number
from smart7.i18n import Lang, Text
from smart7.words import common, disk
from smart7.words import site as words

STYLES: Final = Path(__file__).with_name("style.css")


@dataclass(frozen=True, slots=True)
class View:
    """What a visitor is looking at: language, light or dark, up to which fiscal year, with samples or not."""

    lang: Lang
    dark: bool
    year: int
    years: range
    sample: bool
    as_of: date

    @property
    def until(self) -> date:
        """Return the last day of the chosen fiscal year."""
        return calendar.period("fiscal_year", date(self.year - 1, 10, 1)).end

    def say(self, text: Text, **values: object) -> str:
        """Return a text in the visitor's language."""
        return text.format(self.lang, **values) if values else text.get(self.lang)


def open_page(page_id: str) -> View:
    """Draw the frame of a page and return what the visitor is looking at."""
    page = catalog.page(page_id)
    view = current_view()
    # Our own markup, not Streamlit's text elements: those load and run a Markdown reader for a plain line.
    st.html(styles(view.dark) + tag("h1", view.say(page.title), "s7-title"))
    sample_line(view)
    if data.set_aside():
        st.warning(view.say(disk.SHOWN_INSTEAD, day=calendar.format_date(view.as_of, view.lang)))
    link.show_notices(view.lang)
    return view


def current_view() -> View:
    """Return the view the link and this visit ask for."""
    about = data.about(data.snapshot())
    last = calendar.fiscal_year_of(about["as_of"]) - 1
    years = range(max(last, about["last_year"] or last), (about["first_year"] or last) - 1, -1)
    chosen = link.pick("year", [str(year) for year in years], str(years[0]))
    dark = st.context.theme.type == "dark"
    return View(link.lang(), dark, int(chosen), years, link.sample_shown(), about["as_of"])


def period_bar(view: View) -> None:
    """Draw the choice of the year up to which figures are shown."""
    st.session_state["bar-year"] = view.year
    st.selectbox(
        view.say(words.YEAR),
        list(view.years),
        key="bar-year",
        format_func=lambda year: view.say(words.YEAR_OPTION, year=calendar_year(year, view.lang)),
        on_change=lambda: link.put("year", str(st.session_state["bar-year"]), str(view.years[0])),
        width=320,
    )


def calendar_year(year: int, lang: Lang) -> int:
    """Return a CE year as a language counts it."""
    return calendar.to_be_year(year) if lang == "th" else year


def sample_line(view: View) -> None:
    """Say in words and numbers how much of what is shown is made up, with the switch."""
    about = data.about(data.snapshot())
    if not about["sample"]:
        return
    sample, total = int(about["sample_figures"]), int(about["figures"])
    text = words.SAMPLE_LINE if view.sample else words.SAMPLE_HIDDEN
    said = view.say(
        text, sample=number(sample, 0, view.lang), total=number(total, 0, view.lang),
        real=number(total - sample, 0, view.lang),
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center", key="sample-line"):
        st.html(tag("p", said, "s7-line"), width="stretch")
        st.session_state["bar-sample"] = view.sample
        st.toggle(view.say(words.SHOW_SAMPLE), key="bar-sample", on_change=switch_sample)


def switch_sample() -> None:
    """Show or hide sample figures, as the switch says."""
    link.show_sample(st.session_state["bar-sample"])


def close_page(view: View) -> None:
    """Draw the foot of a page: which snapshot this is."""
    said = view.say(words.SNAPSHOT, id=data.snapshot(), as_of=calendar.format_date(view.as_of, view.lang))
    st.html(tag("p", f"{view.say(common.APP)} · {said}", "s7-foot"))


@cache
def styles(dark: bool) -> str:
    """Return the style sheet with the colours of the light or the dark appearance."""
    palette = theme.palette(dark)
    colours = {
        "ink": palette.ink, "muted": palette.muted, "grid": palette.grid, "surface": palette.surface,
        "panel": palette.panel, "accent": palette.accent,
        **{f"status-{name}": colour for name, colour in palette.status.items()},
        **{f"quality-{name}": colour for name, colour in palette.quality.items()},
        **{f"domain-{name}": colour for name, colour in palette.domain.items()},
        **{f"ground-{name}": colour for name, colour in palette.ground.items()},
    }  # fmt: skip
    variables = "".join(f"--s7-{name}:{colour};" for name, colour in colours.items())
    return f"<style>:root{{{variables}}}\n{STYLES.read_text('utf-8')}</style>"


def html(body: str) -> None:
    """Draw a block of the project's own markup, where there is any."""
    if body:
        st.html(body)


def lead_on(text: Text, page_id: str, view: View) -> None:
    """Draw the way from one page to another that goes on from it."""
    html(wrap("p", anchor(view.say(text), link.address(page_id)), "s7-line"))


def heading(text: str, level: int = 2) -> str:
    """Return a heading as markup."""
    return tag(f"h{level}", text, "s7-heading")

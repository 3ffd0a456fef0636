"""The menu: the overview, the seven domains, what goes in depth; and the switch of language."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from smart7 import catalog
from smart7.i18n import Lang
from smart7.words import common
from smart7.words import site as words

if TYPE_CHECKING:
    from streamlit.navigation.page import Page


def run(pages: "Sequence[Page]", lang: Lang) -> None:
    """Draw the menu and run the page asked for."""
    drawn = dict(zip((page.id for page in catalog.PAGES), pages, strict=True))
    groups = {name.get(lang): [drawn[page.id] for page in listed] for name, listed in catalog.menu()}
    hidden = [drawn[page.id] for page in catalog.PAGES if not page.in_menu]
    groups[next(reversed(groups))] += hidden
    chosen = st.navigation(groups, expanded=True)
    st.set_page_config(page_title=f"{chosen.title} · {common.APP.get(lang)}")
    with st.sidebar:
        switch = st.empty()
    chosen.run()
    # After the page, which puts what was chosen before into the link.
    switch.html(language_switch(chosen.url_path, lang))


def language_switch(page: str, lang: Lang) -> str:
    """Return the link to the same page in the other language; a full load, so that its language is declared."""
    other: Lang = "en" if lang == "th" else "th"
    held = {**{name: st.query_params[name] for name in st.query_params}, "lang": other}
    address = f"/{page}?{urlencode(held)}"
    label = escape(words.SWITCH_LANGUAGE.get(lang))
    return f'<a class="s7-language" lang="{other}" hreflang="{other}" href="{escape(address)}">{label}</a>'

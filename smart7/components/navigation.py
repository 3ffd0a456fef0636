"""The menu: the overview, the seven domains, and what goes in depth."""

from copy import copy

import streamlit as st
from streamlit.navigation.page import Page

from smart7 import catalog, compress
from smart7.i18n import Lang
from smart7.kept import kept
from smart7.words import common


def run(lang: Lang) -> None:
    """Draw the menu and run the page asked for."""
    # Before the menu, which would have the browser fetch the icon of each page from outside.
    st.set_page_config(page_icon=compress.ICON, layout="wide")
    # A copy for this run: a page that was chosen may run once.
    chosen = st.navigation({group: [copy(page) for page in own] for group, own in menu(lang).items()}, expanded=True)
    st.set_page_config(page_title=f"{chosen.title} · {common.APP.get(lang)}")
    chosen.run()


@kept(2)
def menu(lang: Lang) -> dict[str, list[Page]]:
    """Return the pages by their group; found on the disk once, not in every run."""
    groups = {name.get(lang): [page(one, lang) for one in own] for name, own in catalog.menu()}
    groups[next(reversed(groups))] += [page(one, lang) for one in catalog.PAGES if not one.in_menu]
    return groups


def page(one: catalog.Page, lang: Lang) -> Page:
    """Return a page as Streamlit takes it."""
    return st.Page(
        one.file, title=one.title.get(lang), icon=f":material/{one.icon}:", url_path=one.id,
        default=one.id == catalog.PAGES[0].id, visibility="visible" if one.in_menu else "hidden",
    )  # fmt: skip

"""The script that runs for every visit: snapshot, language, navigation, then the page asked for."""

import streamlit as st

from smart7 import catalog
from smart7.components import link, navigation, start
from smart7.words import common

# A picture of our own: without one the browser would fetch each page's icon from outside.
ICON = "./favicon.png"

st.set_page_config(page_title=common.APP.en, page_icon=ICON, layout="wide")
link.begin_run()
language = link.lang()
if start.ready(language):
    pages = [
        st.Page(
            page.file,
            title=page.title.get(language),
            icon=f":material/{page.icon}:",
            url_path=page.id,
            default=page.id == "overview",
            visibility="visible" if page.in_menu else "hidden",
        )
        for page in catalog.PAGES
    ]
    navigation.run(pages, language)

"""Make sure there is a snapshot to read; on a first start, build it and show how far it is."""

import streamlit as st

from smart7 import publish, store
from smart7.components import data
from smart7.i18n import Lang
from smart7.words import site as words


def ready(lang: Lang) -> bool:
    """Return whether a snapshot is open for this run; builds the first one when there is none."""
    try:
        data.begin_run()
    except store.NoSnapshot:
        if not build_first(lang):
            return False
        data.begin_run()
    return True


def build_first(lang: Lang) -> bool:
    """Build the first snapshot with its progress on the page; return whether that worked."""
    with st.status(words.BUILDING.get(lang), expanded=True) as status:
        try:
            for line in publish.build():
                st.text(line)
        except publish.BuildFailed as error:
            status.update(label=words.BUILD_FAILED.get(lang), state="error")
            st.code(str(error), language=None)
            return False
        status.update(state="complete", expanded=False)
    return True

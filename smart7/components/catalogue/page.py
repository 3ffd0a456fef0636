"""The page on which editors change the catalogue: what waits, the form, what was decided on, the files to take away."""

from functools import partial

import streamlit as st

from smart7.components import frame, link
from smart7.components.acts import person, said
from smart7.components.catalogue import form, told, waiting
from smart7.ledger import book
from smart7.markup.pieces import heading, tag
from smart7.register.catalogue import changes, files
from smart7.register.rights import Refused
from smart7.view import View
from smart7.words import catalogue as words

CHOSEN = "catalogue-file"


def show(view: View) -> None:
    """Draw the page for whoever may edit the catalogue; each part asks again when something is done."""
    shown = {file.removesuffix(".csv"): file for file in words.FILES}
    chosen = link.pick("file", shown, "indicators", keep=False)
    link.show_notices(view.lang)
    frame.html(tag("p", view.say(words.INTRO), "s7-definition"))
    if not person.allowed("catalogue.edit", view):
        return
    said.tell()
    try:
        parts(shown[chosen], view)
    except (Refused, *book.FAULTS) as error:
        st.error(said.plain(said.why(error, view)))


def parts(file: str, view: View) -> None:
    """Draw what waits, the choice of a file, the form, and what was decided on; raises `Refused`."""
    who = person.here()
    every, found = told.sheets(), changes.every(who)
    waiting.show(who, found, every, view)
    frame.html(heading(view.say(words.PROPOSE)))
    st.session_state[CHOSEN] = file.removesuffix(".csv")
    st.segmented_control(
        view.say(words.FILE), [name.removesuffix(".csv") for name in words.FILES], key=CHOSEN, required=True, wrap=True,
        format_func=lambda name: view.say(words.FILES[f"{name}.csv"]),
        on_change=lambda: link.put("file", st.session_state[CHOSEN], "indicators", keep=False),
    )  # fmt: skip
    form.show(who, file, every, view)
    waiting.decided(who, found, every, view)
    st.download_button(
        view.say(words.EXPORT, file=file), partial(files.merged, file), file, mime="text/csv", on_click="ignore",
        key="catalogue-export", icon=":material/download:", help=view.say(words.EXPORT_NOTE),
    )  # fmt: skip

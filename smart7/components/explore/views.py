"""Saved views on the explore page: the form that keeps one, the list, and a workbook of several."""

from urllib.parse import parse_qsl

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from smart7 import calendar, store, whole
from smart7.components import data, frame, link
from smart7.components.acts import person
from smart7.components.explore import ask, take
from smart7.ledger import book, views
from smart7.ledger.views import SavedView
from smart7.markup.pieces import link as anchor
from smart7.markup.pieces import table
from smart7.questions.either import Either
from smart7.register import keeping, rights
from smart7.view import View
from smart7.words import common
from smart7.words import explore_page as words

SAID = "explore-said"
FROZEN = "snapshot"


def hold_snapshot() -> str:
    """Let this run read the snapshot a link is frozen on; return its id, '' for the one in service.

    A snapshot that is gone, or that an older version built otherwise, is said, and the one in service is read.
    """
    wanted = link.asked(FROZEN)
    if not wanted:
        return ""
    if store.readable(wanted):
        data.read(wanted)
        return wanted
    link.refuse(FROZEN, wanted)
    return ""


def offer(question: Either, row: DeltaGenerator, view: View) -> None:
    """Draw what keeps this view in a row of buttons, for whoever may keep one; below it why not, for others."""
    if not person.allowed("view.save", view):
        return
    st.session_state.setdefault("view-owner", person.here().name)
    with row, st.popover(view.say(words.SAVE), icon=":material/bookmark_add:", key="explore-save"):
        form(question, view)


def listing(view: View) -> None:
    """Draw what opens the list of saved views; the list is read when it is opened."""
    if said := st.session_state.pop(SAID, None):
        st.success(said)
    if refused := st.session_state.pop("views-refused", None):
        st.error(refused)
    kept = listed()
    with st.expander(
        view.say(words.VIEWS, count=len(kept)), icon=":material/bookmarks:", key="explore-views", on_change="rerun"
    ) as opened:
        if opened.open:
            show(kept, view)


def listed() -> list[SavedView]:
    """Return the saved views; none when the ledger cannot be read, which must not take the page along."""
    try:
        return views.every()
    except book.FAULTS:
        return []


def form(question: Either, view: View) -> None:
    """Draw the form that keeps a view; it says what is missing and keeps what was typed."""
    with st.form("explore-form", border=False):
        st.text_input(view.say(words.VIEW_NAME), max_chars=views.MOST["name"], key="view-name")
        st.text_area(view.say(words.VIEW_NOTE), max_chars=views.MOST["note"], key="view-note")
        st.text_input(view.say(words.VIEW_OWNER), max_chars=views.MOST["owner"], key="view-owner")
        st.radio(
            view.say(words.POLICY), list(words.POLICIES), key="view-policy",
            format_func=lambda policy: view.say(words.POLICIES[policy]),
        )  # fmt: skip
        text = ask.query(question)
        st.form_submit_button(view.say(words.SAVE), type="primary", on_click=keep, args=(text, data.snapshot(), view))
    if refused := st.session_state.pop("view-refused", None):
        st.error(refused)


def keep(text: str, snapshot_id: str, view: View) -> None:
    """Keep a view as the form says, or say why it cannot be kept."""
    held = st.session_state
    policy: views.Policy = "frozen" if held["view-policy"] == "frozen" else "live"
    try:
        given = (held["view-name"], held["view-note"], held["view-owner"], text, policy, snapshot_id)
        saved = keeping.save_view(person.here(), *given)
    except (views.Refused, rights.Refused) as refused:
        held["view-refused"] = view.say(refused.why)
        return
    except book.FAULTS as error:
        held["view-refused"] = not_kept(error, view)
        return
    held[SAID] = view.say(words.SAVED, name=saved.name)
    held["view-name"], held["view-note"] = "", ""


def not_kept(error: Exception, view: View) -> str:
    """Return why the ledger did not take something, as a sentence."""
    why = view.say(error.said) if isinstance(error, whole.CannotWrite) else str(error)
    return view.say(words.NOT_KEPT, why=why)


def show(kept: list[SavedView], view: View) -> None:
    """Draw the list of views, the choice of those that go into one workbook, and what takes one off the list."""
    if not kept:
        st.caption(view.say(words.NO_VIEWS))
        return
    header = [words.VIEW_NAME, words.QUESTION, words.VIEW_NOTE, words.VIEW_OWNER, words.POLICY, words.SAVED_ON]
    frame.html(table([view.say(h) for h in header], [row(one, view) for one in kept], caption=view.say(words.OPEN)))
    names = {one.view_id: f"{one.name} · {one.owner}" for one in kept}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.multiselect(
            view.say(words.BOOK_OF), list(names), key="views-chosen", format_func=lambda i: names.get(i, i),
            placeholder=view.say(words.CHOOSE_VIEWS), select_all=False, width=480,
        )  # fmt: skip
        if chosen:
            picked = [one for one in kept if one.view_id in chosen]
            take.book(picked, [take.site() + address(one) for one in picked], view)
            if rights.may(person.here(), "view.save") is None:
                st.button(view.say(words.DELETE), on_click=remove, args=(chosen, view), key="views-delete")


def row(one: SavedView, view: View) -> list[str]:
    """Return one view's row: its name leads to it."""
    question = ask.question_of(one.question)
    policy = view.say(words.POLICIES[one.policy]) + (f" ({one.snapshot_id})" if one.policy == "frozen" else "")
    return [
        anchor(one.name, address(one)),
        take.sentence(question, view.lang),
        one.note,
        one.owner,
        policy,
        data.day_words(calendar.day_here(one.at), view.lang),
    ]


def address(one: SavedView) -> str:
    """Return the link of a view: its question, and its snapshot when it is frozen."""
    frozen = {FROZEN: one.snapshot_id} if one.policy == "frozen" else {}
    return link.address("explore", **{**dict(parse_qsl(one.question)), **frozen})


def remove(chosen: list[str], view: View) -> None:
    """Take views off the list."""
    names = [one.name for one in listed() if one.view_id in chosen]
    try:
        for view_id in chosen:
            keeping.delete_view(person.here(), view_id)
    except rights.Refused as refused:
        st.session_state["views-refused"] = view.say(refused.why)
        return
    except book.FAULTS as error:
        st.session_state["views-refused"] = not_kept(error, view)
        return
    st.session_state["views-chosen"] = []
    st.session_state[SAID] = view.say(words.DELETED, name=", ".join(names) or view.say(common.NO_DATA))

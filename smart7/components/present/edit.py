"""What edits an agenda: one item at a time, each change kept at once; freezing, and making a ready-made one our own."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from smart7 import whole
from smart7.components import data
from smart7.components.acts import person
from smart7.components.present import add, subjects
from smart7.i18n import Text
from smart7.ledger import book, meetings
from smart7.ledger.meetings import Meeting
from smart7.meetings import agenda as agendas
from smart7.meetings import changes, frozen
from smart7.meetings.agenda import Agenda, Item, Refused
from smart7.register import keeping, rights
from smart7.view import View
from smart7.words import meetings as kinds
from smart7.words import pictures
from smart7.words import present as words

SAID = "present-said"
REFUSED = "present-refused"
AT = "present-item"


def show(agenda: Agenda, held: str, own: bool, view: View) -> None:
    """Draw what edits an agenda, for whoever may keep one."""
    if said := st.session_state.pop(SAID, ""):
        st.success(said)
    if refused := st.session_state.pop(REFUSED, ""):
        st.error(refused)
    if not person.allowed("agenda.save", view):
        return
    label = words.EDIT if own else words.OWN
    with st.expander(view.say(label), icon=":material/edit:", key="present-edit", on_change="rerun") as opened:
        if not opened.open:
            return
        if not own:
            st.caption(view.say(words.OWN_NOTE))
            about(agenda, view, "")
        elif agenda.snapshot_id:
            st.caption(view.say(words.FROZEN_NOTE))
            button(words.THAW, "lock_open", keep, replace(agenda, snapshot_id=""), "", view)
        else:
            about(agenda, view, agenda.agenda_id)
            items(agenda, view)
            with st.container(horizontal=True):
                button(words.FREEZE, "lock", freeze, agenda, view, help=view.say(words.FREEZE_NOTE))
                button(words.DELETE, "delete", delete, agenda, view)


def button(text: Text, icon: str, act: Callable[..., None], *given: Any, **options: Any) -> None:  # noqa: ANN401
    """Draw one button that does something and says what came of it; the last of what it is given is the view."""
    view: View = given[-1]
    st.button(
        view.say(text),
        icon=f":material/{icon}:",
        key=f"present-{icon}",
        on_click=guarded,
        args=(act, *given),
        **options,
    )


def guarded(act: Callable[..., None], *given: Any) -> None:  # noqa: ANN401
    """Do something; what is refused is said in one sentence, and nothing is kept of it."""
    view: View = given[-1]
    try:
        act(*given)
    except (Refused, rights.Refused) as refused:
        st.session_state[REFUSED] = view.say(words.REFUSED, why=view.say(refused.why))
    except whole.CannotWrite as error:
        st.session_state[REFUSED] = view.say(words.REFUSED, why=view.say(error.said))
    except (*book.FAULTS, ValueError) as error:
        st.session_state[REFUSED] = view.say(words.REFUSED, why=str(error))


def keep(agenda: Agenda, held: str, view: View) -> None:
    """Keep an agenda as it now stands; raises `Refused` when it is not in order."""
    agendas.checked(agenda)
    known, units = ids()
    agendas.unknown(agenda, known, units)
    meeting = Meeting(agenda.agenda_id, agendas.to_json(agenda), held, agenda.snapshot_id, agenda.day.isoformat())
    keeping.save_meeting(person.here(), meeting)
    st.session_state[SAID] = view.say(words.SAVED)


def ids() -> tuple[set[str], set[str]]:
    """Return the ids of the indicators and units of the snapshot of this run."""
    dictionary = data.records("present/ids")
    found: tuple[set[str], set[str]] = (set(), set())
    for row in dictionary:
        found[row["kind"] == "unit"].add(row["id"])
    return found


def freeze(agenda: Agenda, view: View) -> None:
    """Keep an agenda with its figures, bound to the snapshot of this run."""
    keep(*frozen.freeze(agenda, data.snapshot()), view)


def delete(agenda: Agenda, view: View) -> None:
    """Take an agenda off the list and go back to it."""
    keeping.delete_meeting(person.here(), agenda.agenda_id)
    del st.query_params["agenda"]
    st.session_state[SAID] = view.say(words.SAVED)


def about(agenda: Agenda, view: View, agenda_id: str) -> None:
    """Draw the form of title, body and day; without an id it makes a new agenda of this one."""
    with st.form("present-about", border=False):
        left, right = st.columns(2)
        given = {
            "title_th": left.text_input(view.say(words.TITLE_TH), agenda.title.th, max_chars=160, key="about-title-th"),
            "title_en": right.text_input(
                view.say(words.TITLE_EN), agenda.title.en, max_chars=160, key="about-title-en"
            ),
            "body_th": left.text_input(view.say(words.BODY_TH), agenda.body.th, max_chars=160, key="about-body-th"),
            "body_en": right.text_input(view.say(words.BODY_EN), agenda.body.en, max_chars=160, key="about-body-en"),
            "day": left.text_input(view.say(words.DAY), agenda.day.isoformat(), max_chars=10, key="about-day"),
        }
        st.form_submit_button(view.say(words.SAVE), type="primary", key="about-save",
                              on_click=guarded, args=(rename, agenda, agenda_id, list(given), view))  # fmt: skip


def rename(agenda: Agenda, agenda_id: str, names: list[str], view: View) -> None:
    """Keep an agenda under what the form says, as a new one where it has no id yet."""
    said = {name: str(st.session_state[f"about-{name.replace('_', '-')}"]).strip() for name in names}
    if not all(said.values()):
        raise Refused(words.BAD_TEXT)
    new = replace(
        agenda, title=Text(said["title_th"], said["title_en"]), body=Text(said["body_th"], said["body_en"]),
        day=agendas.day_of(said["day"]), agenda_id=agenda_id or meetings.free_id(said["title_en"]),
    )  # fmt: skip
    keep(new, "", view)
    st.query_params["agenda"] = new.agenda_id


def items(agenda: Agenda, view: View) -> None:
    """Draw the choice of an item, what is done with it, and what adds another."""
    if agenda.items:
        told = [named(item, n, view) for n, item in enumerate(agenda.items, start=1)]
        at = st.session_state[AT] = min(st.session_state.get(AT, 0), len(agenda.items) - 1)
        st.selectbox(view.say(words.ITEM), range(len(told)), key=AT, format_func=told.__getitem__)
        with st.container(horizontal=True):
            for text, icon, act in (
                (words.UP, "arrow_upward", changes.up), (words.DOWN, "arrow_downward", changes.down),
                (words.COPY, "content_copy", changes.copy), (words.REMOVE, "remove", changes.remove),
            ):  # fmt: skip
                button(text, icon, moved, agenda, at, act, view)
        one(agenda, at, view)
    add.show(agenda, partial(guarded, keep), view)


def named(item: Item, number: int, view: View) -> str:
    """Return what an item is called in the list."""
    text = words.ITEM_HIDDEN if item.hidden else words.ITEM_SHOWN
    return view.say(
        text, number=number, kind=view.say(kinds.KINDS[item.kind]), subject=subjects.named(item, view)
    ).strip()


def moved(agenda: Agenda, at: int, act: Callable[[Agenda, int], tuple[Agenda, int]], view: View) -> None:
    """Keep an agenda with one item moved, copied or taken out; the choice follows the item."""
    new, st.session_state[AT] = act(agenda, at)
    keep(new, "", view)


def one(agenda: Agenda, at: int, view: View) -> None:
    """Draw the form of one item: notes in two languages, time, language, whether it is hidden; what a picture shows."""
    item = agenda.items[at]
    with st.form(f"present-one-{at}", border=False):
        left, right = st.columns(2)
        given: dict[str, Any] = {
            "note_th": left.text_area(view.say(words.NOTE_TH), item.note_th, max_chars=4000),
            "note_en": right.text_area(view.say(words.NOTE_EN), item.note_en, max_chars=4000),
            "minutes": left.number_input(view.say(words.MINUTES), 0, agendas.MOST_MINUTES, item.minutes),
            "lang": right.selectbox(
                view.say(words.LANGUAGE), list(words.LANGUAGES), list(words.LANGUAGES).index(item.lang),
                format_func=lambda lang: view.say(words.LANGUAGES[lang]),
            ),
            "hidden": left.checkbox(view.say(words.HIDDEN), item.hidden),
        }  # fmt: skip
        if item.kind == "picture":
            given["alt_th"] = left.text_area(view.say(pictures.ALT_TH), item.alt_th, max_chars=600)
            given["alt_en"] = right.text_area(view.say(pictures.ALT_EN), item.alt_en, max_chars=600)
        # What was typed is known when the run comes to it, not when the button is pressed.
        if st.form_submit_button(view.say(words.SAVE), key="one-save"):
            guarded(keep, changes.put(agenda, at, replace(item, **given)), "", view)
            st.rerun()

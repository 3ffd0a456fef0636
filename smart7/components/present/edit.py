"""What edits an agenda: one item at a time, each change kept at once; freezing, and making a ready-made one our own.

Whatever changes one carries the entry of the version it was drawn for, so that no tab that was left open writes over a
newer one.
"""

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
TYPED = "present-typed"
AT = "present-item"
OF_ITEM = ("note_th", "note_en", "minutes", "lang", "hidden")
OF_PICTURE = ("alt_th", "alt_en")
TYPED_IN = ("note_th", "note_en", *OF_PICTURE)
ABOUT = ("title-th", "title-en", "body-th", "body-en", "day")


def show(agenda: Agenda, upon: int, view: View) -> None:
    """Draw what edits an agenda, for whoever may keep one; `upon` is its entry, 0 for one that is ready-made."""
    tell(view)
    if not person.allowed("agenda.save", view):
        return
    label = words.EDIT if upon else words.OWN
    with st.expander(view.say(label), icon=":material/edit:", key="present-edit", on_change="rerun") as opened:
        if not opened.open:
            return
        if not upon:
            st.caption(view.say(words.OWN_NOTE))
            about(agenda, upon, view, "")
        elif agenda.snapshot_id:
            st.caption(view.say(words.FROZEN_NOTE))
            button(words.THAW, "lock_open", keep, upon, replace(agenda, snapshot_id=""), "", view)
        else:
            about(agenda, upon, view, agenda.agenda_id)
            items(agenda, upon, view)
            with st.container(horizontal=True):
                button(words.FREEZE, "lock", freeze, upon, agenda, view, help=view.say(words.FREEZE_NOTE))
                button(words.DELETE, "delete", delete, upon, agenda, view)


def tell(view: View) -> None:
    """Say once what came of the last act; what was typed and not kept is shown, to be copied."""
    if said := st.session_state.pop(SAID, ""):
        st.success(said)
    if refused := st.session_state.pop(REFUSED, ""):
        st.error(refused)
    if typed := st.session_state.pop(TYPED, ""):
        st.caption(view.say(words.TYPED))
        st.code(typed, language=None, wrap_lines=True)


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


def keep(upon: int, agenda: Agenda, held: str, view: View) -> None:
    """Keep an agenda as it now stands, made of one version of it; raises `Refused` when it is not in order."""
    agendas.checked(agenda)
    known, units = ids()
    agendas.unknown(agenda, known, units)
    meeting = Meeting(agenda.agenda_id, agendas.to_json(agenda), held, agenda.snapshot_id, agenda.day.isoformat())
    keeping.save_meeting(person.here(), meeting, upon)
    st.session_state[SAID] = view.say(words.SAVED)


def ids() -> tuple[set[str], set[str]]:
    """Return the ids of the indicators and units of the snapshot of this run."""
    dictionary = data.records("present/ids")
    found: tuple[set[str], set[str]] = (set(), set())
    for row in dictionary:
        found[row["kind"] == "unit"].add(row["id"])
    return found


def freeze(upon: int, agenda: Agenda, view: View) -> None:
    """Keep an agenda with its figures, bound to the snapshot of this run."""
    keep(upon, *frozen.freeze(agenda, data.snapshot()), view)


def delete(upon: int, agenda: Agenda, view: View) -> None:
    """Take an agenda off the list and go back to it."""
    keeping.delete_meeting(person.here(), agenda.agenda_id, upon)
    del st.query_params["agenda"]
    st.session_state[SAID] = view.say(words.SAVED)


def about(agenda: Agenda, upon: int, view: View, agenda_id: str) -> None:
    """Draw the form of title, body and day; without an id it makes a new agenda of this one."""

    def field(column: st.delta_generator.DeltaGenerator, name: str, text: Text, held: str, most: int = 160) -> None:
        # Another version has fields of its own: a browser leaves in a field what stood there.
        column.text_input(view.say(text), held, max_chars=most, key=about_key(name, upon))

    with st.form("present-about", border=False):
        left, right = st.columns(2)
        field(left, "title-th", words.TITLE_TH, agenda.title.th)
        field(right, "title-en", words.TITLE_EN, agenda.title.en)
        field(left, "body-th", words.BODY_TH, agenda.body.th)
        field(right, "body-en", words.BODY_EN, agenda.body.en)
        field(left, "day", words.DAY, agenda.day.isoformat(), 10)
        st.form_submit_button(view.say(words.SAVE), type="primary", key="about-save",
                              on_click=guarded, args=(rename, upon, agenda, agenda_id, view))  # fmt: skip


def about_key(name: str, upon: int) -> str:
    """Return the key of a field of the form of title, body and day."""
    return f"about-{name}-{upon}"


def rename(upon: int, agenda: Agenda, agenda_id: str, view: View) -> None:
    """Keep an agenda under what the form says, as a new one where it has no id yet."""
    said = {name: str(st.session_state[about_key(name, upon)]).strip() for name in ABOUT}
    if not all(said.values()):
        raise Refused(words.BAD_TEXT)
    new = replace(
        agenda, title=Text(said["title-th"], said["title-en"]), body=Text(said["body-th"], said["body-en"]),
        day=agendas.day_of(said["day"]), agenda_id=agenda_id or meetings.free_id(said["title-en"]),
    )  # fmt: skip
    keep(upon, new, "", view)
    st.query_params["agenda"] = new.agenda_id


def items(agenda: Agenda, upon: int, view: View) -> None:
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
                button(text, icon, moved, upon, agenda, at, act, view)
        one(agenda, upon, at, view)
    add.show(agenda, partial(guarded, keep, upon), view)


def named(item: Item, number: int, view: View) -> str:
    """Return what an item is called in the list."""
    text = words.ITEM_HIDDEN if item.hidden else words.ITEM_SHOWN
    return view.say(
        text, number=number, kind=view.say(kinds.KINDS[item.kind]), subject=subjects.named(item, view)
    ).strip()


def moved(
    upon: int, agenda: Agenda, at: int, act: Callable[[Agenda, int], tuple[Agenda, int]], view: View
) -> None:  # fmt: skip
    """Keep an agenda with one item moved, copied or taken out; the choice follows the item."""
    new, there = act(agenda, at)
    keep(upon, new, "", view)
    st.session_state[AT] = there


def one(agenda: Agenda, upon: int, at: int, view: View) -> None:
    """Draw the form of one item: notes in two languages, time, language, whether it is hidden; what a picture shows."""
    item = agenda.items[at]

    def key(name: str) -> str:
        return item_key(name, upon, at)

    with st.form(f"present-one-{at}", border=False):
        left, right = st.columns(2)
        left.text_area(view.say(words.NOTE_TH), item.note_th, max_chars=4000, key=key("note_th"))
        right.text_area(view.say(words.NOTE_EN), item.note_en, max_chars=4000, key=key("note_en"))
        left.number_input(view.say(words.MINUTES), 0, agendas.MOST_MINUTES, item.minutes, key=key("minutes"))
        right.selectbox(
            view.say(words.LANGUAGE), list(words.LANGUAGES), list(words.LANGUAGES).index(item.lang), key=key("lang"),
            format_func=lambda lang: view.say(words.LANGUAGES[lang]),
        )  # fmt: skip
        left.checkbox(view.say(words.HIDDEN), item.hidden, key=key("hidden"))
        if item.kind == "picture":
            left.text_area(view.say(pictures.ALT_TH), item.alt_th, max_chars=600, key=key("alt_th"))
            right.text_area(view.say(pictures.ALT_EN), item.alt_en, max_chars=600, key=key("alt_en"))
        st.form_submit_button(view.say(words.SAVE), key="one-save",
                              on_click=put, args=(upon, agenda, at, view))  # fmt: skip


def item_key(name: str, upon: int, at: int) -> str:
    """Return the key of a field of an item's form."""
    return f"one-{name}-{upon}-{at}"


def put(upon: int, agenda: Agenda, at: int, view: View) -> None:
    """Keep an item as its form says; where that is refused, what was typed is not lost."""
    item = agenda.items[at]
    names = OF_ITEM if item.kind != "picture" else (*OF_ITEM, *OF_PICTURE)
    given: dict[str, Any] = {name: st.session_state[item_key(name, upon, at)] for name in names}
    guarded(keep, upon, changes.put(agenda, at, replace(item, **given)), "", view)
    if REFUSED in st.session_state:
        typed = [given[name] for name in TYPED_IN if given.get(name, "") not in ("", getattr(item, name))]
        st.session_state[TYPED] = "\n\n".join(typed)

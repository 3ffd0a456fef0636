"""What adds an item to an agenda: one of a kind, a map as its link or a choice shows it, a question, a picture."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import streamlit as st

from smart7 import calendar, maps, whole
from smart7.components import data, frame
from smart7.components.acts import person
from smart7.components.present import subjects
from smart7.components.sources import feeds
from smart7.ledger import book, notes, pictures
from smart7.markup.pieces import tag
from smart7.meetings import agenda as agendas
from smart7.meetings import changes
from smart7.meetings.agenda import Agenda, Item, Kind, Refused
from smart7.packs import photo
from smart7.questions.happened import lines
from smart7.questions.happened.asked import WAY as WAY_OF_LINE
from smart7.register import keeping, rights
from smart7.view import View
from smart7.words import map as map_words
from smart7.words import meetings as kinds
from smart7.words import notes as note_words
from smart7.words import pictures as picture_words
from smart7.words import present as words
from smart7.words import service as service_words

Keep = Callable[[Agenda, str, View], None]
WAYS: Final = {
    "item": words.ADD, "map": words.ADD_MAP, "service": service_words.ADD, "question": note_words.ADD,
    "picture": picture_words.ADD,
}  # fmt: skip
WAY: Final = "present-add-way"
OTHERS: Final = tuple(kind for kind in agendas.KINDS if kind not in ("picture", "question"))
SHOWN: Final = 90
"""Letters of a question by which it is told from others."""


def show(agenda: Agenda, keep: Keep, view: View) -> None:
    """Draw what adds an item at the end, in one of five ways."""
    st.session_state.setdefault(WAY, "item")
    st.segmented_control(
        view.say(words.ADD), list(WAYS), key=WAY, format_func=lambda way: view.say(WAYS[way]), required=True,
        label_visibility="collapsed",
    )  # fmt: skip
    forms = {"map": the_map, "service": service, "question": question, "picture": picture}
    forms.get(st.session_state[WAY] or "item", one)(agenda, keep, view)


def one(agenda: Agenda, keep: Keep, view: View) -> None:
    """Draw the choice of a kind and of what an item is about; a map's may be pasted as its link."""
    left, right = st.columns(2)
    kind: Kind = left.selectbox(
        view.say(words.KIND), OTHERS, key="add-kind", format_func=lambda name: view.say(kinds.KINDS[name])
    )
    with right:
        subject = subjects.pick(kind, view)
    if st.button(view.say(words.ADD), key="add-save", disabled=subject is None):
        keep(changes.add(agenda, Item(kind, subject or "")), "", view)
        subjects.forget()
        st.rerun()


def the_map(agenda: Agenda, keep: Keep, view: View) -> None:
    """Draw the form of a map: its layers, and what is chosen on it."""
    names = {row["key"]: row for row in data.records("map/search", lang=view.lang)}
    with st.form("present-add-map", border=False, clear_on_submit=True):
        layers = st.pills(
            view.say(map_words.SHOWN), list(map_words.LAYERS), selection_mode="multi", default=list(maps.OPENS_WITH),
            key="add-layers", format_func=lambda name: view.say(map_words.LAYERS[name]), wrap=True,
        )  # fmt: skip
        chosen = st.selectbox(
            view.say(map_words.CHOOSE), list(names), index=None, key="add-chosen",
            placeholder=view.say(map_words.CHOOSE_HINT),
            format_func=lambda key: f"{view.say(map_words.KINDS[names[key]['kind']])}: {names[key]['name']}",
        )  # fmt: skip
        if st.form_submit_button(view.say(words.ADD_MAP), key="add-map-save"):
            subject = ".".join(layers) or "none"
            keep(changes.add(agenda, Item("map", f"{subject}~{chosen}" if chosen else subject)), "", view)
            st.rerun()


def service(agenda: Agenda, keep: Keep, view: View) -> None:
    """Draw the choice of a line's direction and of a month in which it was measured, the last one first."""
    rows = data.records("service/lines", lang=view.lang, sample=view.sample)
    ways = {f"{lines.line_of(row)}{WAY_OF_LINE}{row['direction_id']}": row for row in rows}
    if not ways:
        frame.html(tag("p", view.say(service_words.NOTHING), "s7-note"))
        return
    with st.form("present-add-service", border=False, clear_on_submit=True):
        left, right = st.columns(2)
        chosen = left.selectbox(
            view.say(service_words.SLIDE_CHOOSE), list(ways), key="add-service",
            format_func=lambda key: f"{ways[key]['label']} {lines.towards(ways[key], view.lang)}",
        )  # fmt: skip
        month = right.selectbox(
            view.say(service_words.SLIDE_WHEN), ["", *months(rows)], key="add-service-month",
            format_func=lambda key: month_name(key, view),
        )  # fmt: skip
        if st.form_submit_button(view.say(service_words.ADD), key="add-service-save"):
            if month and month not in months([ways[chosen]]):
                said = view.say(service_words.SLIDE_UNMEASURED, month=month_name(month, view))
                frame.html(tag("p", said, "s7-note", role="alert"))
                return
            subject = f"{chosen}~{month}" if month else chosen
            keep(changes.add(agenda, Item("service", subject)), "", view)
            st.rerun()


def months(rows: list[dict[str, Any]]) -> list[str]:
    """Return the months in which some lines were measured, the newest first, as a subject writes them."""
    return sorted({month for row in rows for month in row["months"].split()}, reverse=True)


def month_name(key: str, view: View) -> str:
    """Return a month as the language counts it; without one it is the last of the line."""
    if not key:
        return view.say(service_words.SLIDE_LAST)
    return calendar.label(calendar.containing("month", date.fromisoformat(f"{key}-01")), view.lang)


def question(agenda: Agenda, keep: Keep, view: View) -> None:
    """Draw the choice of a question somebody asked, the newest first."""
    with book.opened() as ledger:
        found = {one.note_id: one for one in notes.questions(ledger)}
    if not found:
        frame.html(tag("p", view.say(note_words.NO_QUESTIONS), "s7-note"))
        return
    with st.form("present-add-question", border=False, clear_on_submit=True):
        chosen = st.selectbox(
            view.say(note_words.CHOOSE), list(found), key="add-question",
            format_func=lambda key: f"{found[key].name(view.lang)}: {found[key].said[:SHOWN]}",
        )  # fmt: skip
        if st.form_submit_button(view.say(note_words.ADD), key="add-question-save"):
            keep(changes.add(agenda, Item("question", chosen)), "", view)
            st.rerun()


def picture(agenda: Agenda, keep: Keep, view: View) -> None:
    """Draw the form of a picture: its file, and what it shows in both languages."""
    st.html(feeds.uploader_style(view, picture_words.CHOOSE))
    with st.form("present-add-picture", border=False, clear_on_submit=True):
        sent = st.file_uploader(
            view.say(picture_words.FILE), type=["png", "jpg", "jpeg"], key="add-picture",
            max_upload_size=photo.MEGABYTES, help=view.say(picture_words.FILE_NOTE),
        )  # fmt: skip
        left, right = st.columns(2)
        thai = left.text_area(view.say(picture_words.ALT_TH), max_chars=600, key="add-alt-th")
        english = right.text_area(view.say(picture_words.ALT_EN), max_chars=600, key="add-alt-en")
        if st.form_submit_button(view.say(picture_words.SAVE), key="add-picture-save"):
            keep_picture(agenda, sent.getvalue() if sent else b"", (thai.strip(), english.strip()), keep, view)
            st.rerun()


def keep_picture(agenda: Agenda, content: bytes, alt: tuple[str, str], keep: Keep, view: View) -> None:
    """Keep a picture and an item for it; what is refused is said, and nothing is kept."""
    try:
        item = item_of(content, *alt)
    except Refused as refused:
        st.session_state["present-refused"] = view.say(words.REFUSED, why=view.say(refused.why))
        return
    keep(changes.add(agenda, item), "", view)


def item_of(content: bytes, thai: str, english: str) -> Item:
    """Return the item of a picture that is now kept; raises `Refused` saying why it is not."""
    if not content:
        raise Refused(picture_words.NO_FILE)
    if not (thai and english):
        raise Refused(picture_words.NO_ALT)
    try:
        return Item(
            "picture", keeping.keep_picture(person.here(), *photo.cleaned(content)), alt_th=thai, alt_en=english
        )
    except (photo.Refused, rights.Refused) as refused:
        raise Refused(refused.why) from None
    except whole.CannotWrite as error:
        raise Refused(error.said) from None
    except pictures.Full:
        raise Refused(picture_words.TOO_MANY, most=pictures.MOST) from None

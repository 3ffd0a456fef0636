"""The form in which a row is changed, added, or a target set from a day on, and what a check of it found."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import streamlit as st

from smart7 import edits
from smart7.components import frame
from smart7.components.acts import said
from smart7.components.catalogue import told
from smart7.components.catalogue.told import Sheets
from smart7.edits import Edit
from smart7.ledger import handed
from smart7.markup import register as markup
from smart7.markup.pieces import heading, tag
from smart7.markup.register import Spot
from smart7.register.catalogue import changes, fields, trial
from smart7.register.catalogue.fields import Field
from smart7.register.catalogue.files import Key, Row
from smart7.register.catalogue.trial import Wrong
from smart7.register.rights import Person
from smart7.view import View
from smart7.words import catalogue as words

WAY: Final = "catalogue-way"
CHECKED: Final = "catalogue-checked"
TARGETS: Final = "targets.csv"
NOTE_MOST: Final = 2000


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked last in this visit, and what is wrong with it."""

    edit: Edit
    wrong: tuple[Wrong, ...]


def show(who: Person, file: str, every: Sheets, view: View) -> None:
    """Draw the choice of what to do with a file, the form, and what the last check of it found."""
    ways = [way for way in words.WAYS if way != "from" or file == TARGETS]
    if st.session_state.get(WAY) not in ways:
        st.session_state[WAY] = "edit"
    st.segmented_control(
        view.say(words.WAY), ways, key=WAY, required=True, label_visibility="collapsed", wrap=True,
        format_func=lambda way: view.say(words.WAYS[way]),
    )  # fmt: skip
    way = st.session_state[WAY]
    frame.html(tag("p", view.say(words.WAYS_ABOUT[way]), "s7-note"))
    key: Key | None = () if way == "add" else row_of(file, every, view)
    if key is None:
        return
    asked = form(file, way, key, every, view)
    if asked is not None:
        check(who, file, key if way == "edit" else (), asked, view)
    held: Checked | None = st.session_state.get(CHECKED)
    if held and held.edit.file == file and belongs(held.edit, way, key):
        found(who, held, every, view)


def belongs(edit: Edit, way: str, key: Key) -> bool:
    """Return whether a change was checked in the form that is shown."""
    if way == "edit":
        return edit.key == key and not edit.added
    return edit.added and (way == "add" or edit.key[:-1] == key[:-1])


def row_of(file: str, every: Sheets, view: View) -> Key | None:
    """Draw the choice of a row; return its key, None while none is chosen."""
    keys = {" ".join(key): key for key in every[file].rows}
    chosen = st.selectbox(
        view.say(words.ROW), list(keys), key=f"catalogue-row-{file}", index=None, placeholder=view.say(words.ROW_HINT),
        format_func=lambda key: named(file, keys[key], every, view) if key in keys else key,
    )  # fmt: skip
    return keys.get(chosen) if chosen else None


def named(file: str, key: Key, every: Sheets, view: View) -> str:
    """Return what a row is called in the list, with its id to search for."""
    if file != TARGETS:
        return f"{every[file].named(key, view.lang)} ({key[0]})"
    about, unit = every["indicators.csv"].named(key[:1], view.lang), every["units.csv"].named(key[1:2], view.lang)
    whose = told.choice(fields.of(file, "authority"), key[2], every, view)
    return f"{about} · {unit} · {whose} · {told.day(key[3], view)} ({key[0]})"


def before(file: str, way: str, key: Key, every: Sheets) -> Row:
    """Return what stands in the fields at first."""
    row = dict(every[file].rows.get(key, {}))
    if way == "from":
        # Another announcement, of which the source and what was noted of the old one say nothing.
        row |= dict.fromkeys(("period_from", "period_to", "source_id", "note_th", "note_en"), "")
        row["known_from"] = handed.today().isoformat()
    return row


def form(file: str, way: str, key: Key, every: Sheets, view: View) -> Row | None:
    """Draw the fields of a row; return what stands in them once a check is asked for."""
    row = before(file, way, key, every)
    name = form_key(file, way, key, row)
    with st.form(name, border=False, enter_to_submit=False):
        given: Row = {}
        for together in laid_out(file):
            for place, field in zip(st.columns(2, vertical_alignment="bottom"), together, strict=False):
                with place:
                    given[field.name] = asked(
                        field, row.get(field.name, ""), fixed(file, field, way), name, every, view
                    )
        pressed = st.form_submit_button(view.say(words.CHECK), type="primary", key=f"{name}-check")
    return given if pressed else None


def form_key(file: str, way: str, key: Key, row: Row) -> str:
    """Return the key of a form: another as soon as its row says something else, so that no field holds what it said."""
    said = crc32(json.dumps(row, sort_keys=True).encode())
    return f"catalogue-{file}-{way}-{' '.join(key)}-{said:08x}"


def fixed(file: str, field: Field, way: str) -> bool:
    """Return whether a field stays as it is: ids of a row, and of a target set from a day on all but that day."""
    return field.name in edits.KEYS[file] and (way == "edit" or (way == "from" and field.kind != "day"))


def laid_out(file: str) -> Iterator[list[Field]]:
    """Yield the fields of a file two by two, a text in two languages side by side."""
    row: list[Field] = []
    for field in fields.FIELDS[file]:
        if field.name.endswith("_th") and row:
            yield row
            row = []
        row.append(field)
        if len(row) == 2:
            yield row
            row = []
    if row:
        yield row


def asked(field: Field, value: str, stays: bool, of_form: str, every: Sheets, view: View) -> str:
    """Draw one field and return what stands in it, as a file would say it."""
    name = told.label(field, view)
    name = view.say(words.LABEL, label=name) if field.required and not stays else name
    key, about = f"{of_form}-{field.name}", told.about(field, view)
    if field.kind in ("choices", "several"):
        options = list(field.choices) or [key[0] for key in every[field.refers].rows]
        held = [one.strip() for one in value.split(";") if one.strip()]
        chosen = st.multiselect(
            name, [*options, *(one for one in held if one not in options)], held, key=key, help=about,
            format_func=lambda one: told.choice(field, one, every, view), placeholder="", select_all=False,
        )  # fmt: skip
        return ";".join(chosen)
    if field.kind in ("choice", "flag", "of"):
        return one_of(field, value, stays, name, key, every, view)
    if field.kind == "text":
        return st.text_area(name, value, key=key, help=about, height=90, max_chars=changes.LONGEST_CELL) or ""
    value = told.day(value, view) if field.kind == "day" else value
    return st.text_input(name, value, key=key, help=about, disabled=stays, max_chars=changes.LONGEST_CELL) or ""


def one_of(field: Field, value: str, stays: bool, name: str, key: str, every: Sheets, view: View) -> str:
    """Draw a field of which one value is chosen; where none has to be, none can be chosen."""
    options = list(field.choices) or (
        ["yes", "no"] if field.kind == "flag" else [key[0] for key in every[field.refers].rows]
    )
    options = [*([] if field.required else [""]), *options, *([value] if value and value not in options else [])]
    index = options.index(value) if value in options else None
    chosen = st.selectbox(
        name, options, index, key=key, help=told.about(field, view), disabled=stays, placeholder="",
        format_func=lambda one: told.choice(field, one, every, view),
    )  # fmt: skip
    return chosen or ""


def check(who: Person, file: str, key: Key, given: Row, view: View) -> None:
    """Try what stands in the form; nothing is kept of it but in this visit."""
    st.session_state.pop(CHECKED, None)

    def do() -> str:
        with st.spinner(view.say(words.CHECKING)):
            edit = changes.draft(who, file, key, given)
            st.session_state[CHECKED] = Checked(edit, trial.faults(edit))
        return ""

    if not said.act(do, view):
        said.tell()


def found(who: Person, held: Checked, every: Sheets, view: View) -> None:
    """Draw what a check found: old and new, its faults, and the way to propose it where there are none."""
    count = len(held.wrong)
    result = view.say(words.FAULTS, count=count) if count else view.say(words.CLEAN)
    faults = markup.faults([spot(one, view) for one in held.wrong], view) if count else ""
    change = told.difference(held.edit, every, view)
    frame.html(heading(view.say(words.FOUND)) + tag("p", result, "s7-says") + faults + change)
    if count:
        return
    note = st.text_area(view.say(words.NOTE), key="catalogue-note", height=80, max_chars=NOTE_MOST)
    if st.button(view.say(words.SEND), type="primary", key="catalogue-send"):

        def do() -> str:
            with st.spinner(view.say(words.CHECKING)):
                return view.say(words.SENT, id=changes.propose(who, held.edit, note))

        if said.act(do, view):
            del st.session_state[CHECKED]
        st.rerun()


def spot(one: Wrong, view: View) -> Spot:
    """Return a fault as the page lists it."""
    where = view.say(words.THIS_ROW) if one.own else one.file
    if not one.own and one.line:
        where = view.say(words.LINE, file=one.file, line=one.line)
    known = one.own and one.column and one.file in fields.FIELDS
    column = told.label(fields.of(one.file, one.column), view) if known else one.column
    return Spot(where, column, view.say(one.what), view.say(one.todo), True)

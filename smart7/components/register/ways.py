"""The ways in which a unit gives its figures: one by one, in a table, pasted from Excel, as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

import pandas as pd
import streamlit as st

from smart7.components import frame
from smart7.components.register import sheet
from smart7.components.sources import feeds
from smart7.markup import register as markup
from smart7.markup.pieces import tag
from smart7.register.books.form import AMOUNTS, Asked, Form
from smart7.view import View
from smart7.words import books as columns
from smart7.words import register_page as words

MEGABYTES: Final = 20
PASTED_MOST: Final = 200_000
WAY: Final = "register-way"
TYPED: Final = ("form", "table")
NARROW: Final = 640
PART_WIDE: Final = 200
"""Pixels of a field of a part, several of which stand side by side."""
NAMED: Final = 3
"""So many parts of a figure are named on what folds them away."""
# What stands in the fields at first, by indicator and column: what was handed in or checked before.
Before = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Given:
    """What was given to be checked: as rows that were typed, as a text that was pasted, or as a file.

    `draft` says that it is to be kept as it stands, and not checked.
    """

    way: str
    rows: tuple[dict[str, str], ...] = ()
    text: str = ""
    content: bytes = b""
    file: str = ""
    draft: bool = False

    @property
    def empty(self) -> bool:
        """Return whether nothing was given."""
        filled = any(row.get(name, "") for row in self.rows for name in AMOUNTS)
        return not (filled or self.text.strip() or self.content)


def show(due: str, form: Form, before: Before, remarks: Mapping[str, str], view: View) -> Given | None:
    """Draw the choice of a way and the way itself; return what is to be checked once that is asked for."""
    st.session_state.setdefault(WAY, "form")
    st.segmented_control(
        view.say(words.WAY), list(words.WAYS), key=WAY, required=True, label_visibility="collapsed",
        format_func=lambda way: view.say(words.WAYS[way]), wrap=True,
    )  # fmt: skip
    way = st.session_state[WAY]
    frame.html(tag("p", view.say(words.WAYS_ABOUT[way]), "s7-note"))
    if way == "file":
        sheet.download(form, view)
        return a_file(due, view)
    with st.form(f"register-{way}-{due}", border=False, enter_to_submit=False):
        given = {"form": one_by_one, "table": table, "paste": paste}[way](due, form, before, remarks, view)
        with st.container(horizontal=True):
            pressed = st.form_submit_button(view.say(words.CHECK), type="primary", key=f"register-check-{way}")
            # What is pasted is read only once it is checked.
            draft = way in TYPED and st.form_submit_button(view.say(words.SAVE_DRAFT), key=f"register-draft-{way}")
    return replace(given, draft=draft) if pressed or draft else None


def one_by_one(due: str, form: Form, before: Before, remarks: Mapping[str, str], view: View) -> Given:
    """Draw a field for each figure, or two where it is worked out of two; it needs no table, so it fits a telephone."""
    rows: list[dict[str, str]] = []
    for one in form.asked:
        rows.append(fields(one, due, before.get(one.key, {}), remarks.get(one.key, ""), view))
        for _, parts in groupby(one.parts, lambda part: part.dimension):
            rows += of_parts(list(parts), due, before, view)
    return Given("form", tuple(rows))


def of_parts(parts: Sequence[Asked], due: str, before: Before, view: View) -> list[dict[str, str]]:
    """Draw the fields of the parts of a figure in a fold, which stands open where any was filled in before."""
    names = [part.part_name.get(view.lang) for part in parts if part.part_name]
    few = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
    filled = any(before.get(part.key) for part in parts)
    box = st.container(key=f"register-parts-{parts[0].indicator_id}-{parts[0].dimension}")
    with box.expander(view.say(words.BY_PARTS, parts=few), expanded=filled):
        frame.html(tag("p", view.say(words.PARTS_ABOUT), "s7-note"))
        if parts[0].by_parts:
            return [fields(part, due, before.get(part.key, {}), "", view) for part in parts]
        with st.container(horizontal=True):
            return [beside(part, due, before.get(part.key, {}), view) for part in parts]


def beside(part: Asked, due: str, before: Mapping[str, str], view: View) -> dict[str, str]:
    """Draw the field of one part beside those of others, with what it was last, where it was ever handed in."""
    name = (part.part_name or part.name).get(view.lang)
    with st.container(width=PART_WIDE, gap="xsmall"):
        value = field(part, due, "value", f"{name} ({part.measure.get(view.lang)})", before, place=st)
        if part.last is not None:
            frame.html(tag("p", sheet.told(part, view), "s7-note"))
    return {"indicator_id": part.key, **said_before(before), "value": value}


def said_before(before: Mapping[str, str]) -> dict[str, str]:
    """Return what was said of a figure before, which no field of this way shows."""
    return {name: before[name] for name in ("reason", "note") if name in before}


def field(one: Asked, due: str, name: str, label: str, before: Mapping[str, str], *, place: Any) -> str:  # noqa: ANN401
    """Draw one field and return what stands in it."""
    said: str = place.text_input(
        label, before.get(name, ""), key=f"register-{due}-{one.key}-{name}", max_chars=120, persist_state="session"
    )
    return said.strip()


def fields(one: Asked, due: str, before: Mapping[str, str], remark: str, view: View) -> dict[str, str]:
    """Draw the fields of one figure with what was remarked on it; return what stands in them and was said before."""
    name = (one.part_name or one.name).get(view.lang)
    labels = {"value": f"{name} ({one.measure.get(view.lang)})"}
    if one.by_parts:
        top, bottom = sheet.parts(one.formula.get(view.lang)) or (name, name)
        labels = {
            "numerator": view.say(words.PART_TOP, what=top),
            "denominator": view.say(words.PART_BOTTOM, what=bottom),
        }
    row = {"indicator_id": one.key, **said_before(before)}
    with st.container(key=f"register-field-{one.key.replace(':', '-of-')}", gap="xsmall"):
        if one.by_parts:
            frame.html(tag("h4", name, "s7-asked"))
        for place, (column, label) in zip(
            st.columns(len(labels), vertical_alignment="bottom"), labels.items(), strict=True
        ):
            row[column] = field(one, due, column, label, before, place=place)
        frame.html(tag("p", sheet.told(one, view), "s7-note") + markup.remark(remark, view))
    return row


def table(due: str, form: Form, before: Before, remarks: Mapping[str, str], view: View) -> Given:
    """Draw every figure as a row of a table whose light cells are written in."""
    parts = any(one.by_parts for one in form.asked)
    inputs = [*(("numerator", "denominator") if parts else ()), "value", "reason", "note"]
    held = pd.DataFrame(
        [
            {"name": one.name.get(view.lang),
             **{name: before.get(one.key, {}).get(name, "") for name in inputs},
             "told": sheet.told(one, view)}
            for one in form.rows
        ]
    )  # fmt: skip
    titles = {"name": columns.COLUMNS["name"], "told": words.TOLD, **{name: columns.COLUMNS[name] for name in inputs}}
    columns_shown = {
        name: st.column_config.TextColumn(view.say(title), max_chars=500) for name, title in titles.items()
    }
    written = st.data_editor(
        held, key=f"register-table-{due}", hide_index=True, disabled=["name", "told"], num_rows="fixed",
        column_config=columns_shown, alt=view.say(words.WAYS["table"]),
    )  # fmt: skip
    rows = zip(form.rows, written[inputs].fillna("").astype(str).to_numpy().tolist(), strict=True)
    return Given("table", tuple({"indicator_id": one.key, **dict(zip(inputs, row, strict=True))} for one, row in rows))


def paste(due: str, form: Form, before: Before, remarks: Mapping[str, str], view: View) -> Given:
    """Draw the field in which rows of a spreadsheet are pasted."""
    text = st.text_area(
        view.say(words.PASTED), key=f"register-pasted-{due}", height=220, max_chars=PASTED_MOST, persist_state="session"
    )
    return Given("paste", text=text)


def a_file(due: str, view: View) -> Given | None:
    """Draw the choice of a file; it is checked as soon as it is there."""
    st.html(feeds.uploader_style(view, words.CHOOSE_FILE))
    sent = st.file_uploader(
        view.say(words.FILE), type=["xlsx", "csv", "txt", "tsv"], key=f"register-file-{due}", max_upload_size=MEGABYTES,
        width=NARROW,
    )  # fmt: skip
    pressed = st.button(view.say(words.CHECK), type="primary", key="register-check-file", disabled=sent is None)
    return Given("file", content=sent.getvalue(), file=sent.name) if sent and pressed else None

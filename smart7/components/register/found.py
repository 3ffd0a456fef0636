"""What a check finds in what was given: counts, faults with what to do, what was read for whom, reasons for jumps."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from smart7.components import frame
from smart7.components.register import sheet
from smart7.components.register.ways import TYPED, Given
from smart7.i18n import Text
from smart7.ledger import handed
from smart7.markup import register as markup
from smart7.markup.pieces import heading, tag
from smart7.markup.register import Spot, Understood, Value
from smart7.register.books import check as books
from smart7.register.books.cells import Cell
from smart7.register.books.check import Checked, Conversion, Fault
from smart7.register.books.form import INPUTS, Form
from smart7.view import View
from smart7.words import books as columns
from smart7.words import register_page as words

JUMP: Final = "jump"
REASON_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Held:
    """What was checked last in this visit: for which period, how it was given, and what came of it."""

    due: str
    given: Given
    checked: Checked

    @property
    def grave(self) -> int:
        """Return how many faults keep it from being handed in."""
        return sum(fault.grave for fault in self.checked.faults)


def check(due: str, form: Form, given: Given) -> Held:
    """Return what a check finds in what was given; nothing is kept of it but in this visit."""
    of = (form.unit_id, form.period.kind, form.period.start)
    today = handed.today()
    if given.way in TYPED:
        checked = books.typed(form.snapshot, given.rows, *of, today=today)
    elif given.way == "paste":
        checked = books.pasted(form.snapshot, given.text, *of, today=today)
    else:
        checked = books.check(form.snapshot, given.content, given.file, *of, today=today)
    return Held(due, given, checked)


def drafted(form: Form, given: Given) -> Checked:
    """Return what was typed so far, to be kept as a draft: what cannot be read yet stands in it as it was written."""
    checked = check("", form, given).checked
    there = {cell.key for cell in checked.cells}
    rest = [
        unread(row, number)
        for number, row in enumerate(given.rows, 1)
        if row["indicator_id"] not in there and any(row.get(name, "").strip() for name in INPUTS)
    ]
    return replace(checked, cells=(*checked.cells, *rest))


def unread(row: dict[str, str], number: int) -> Cell:
    """Return a row that was typed as a figure that is not known, with what stands in it."""
    indicator_id, _, part = row["indicator_id"].partition(":")
    written = {name: text for name, text in row.items() if text}
    return Cell(
        indicator_id, None, None, None, row.get("reason", ""), row.get("note", ""), "", number, written, part=part
    )


def show(held: Held, form: Form, view: View) -> None:
    """Draw what the check found, and the workbook with its wrong cells coloured."""
    checked, names = held.checked, names_of(held, form, view)
    spots = [spot(fault, names, view) for fault in checked.faults]
    read = understood(checked.conversions, names, view)
    frame.html(markup.found(values(checked, form, view), spots, read, view))
    if held.given.content and checked.faults:
        sheet.coloured(held.given.content, held.given.file, checked, view)
    if held.grave:
        frame.html(tag("p", view.say(words.CANNOT, count=held.grave), "s7-says"))


def values(checked: Checked, form: Form, view: View) -> list[Value]:
    """Return each figure that was read as people say it, worked out where it has parts, beside the last one."""
    about = {one.key: one for one in form.rows}
    return [
        Value(one.name.get(view.lang), one.shown(cell.value, view.lang), one.shown(one.last, view.lang))
        for cell in checked.cells
        if (one := about.get(cell.key))
    ]


def names_of(held: Held, form: Form, view: View) -> dict[int, str]:
    """Return which figure stands in which row, for what was typed here: nobody has counted those rows."""
    if held.given.way not in TYPED:
        return {}
    return {number: one.name.get(view.lang) for number, one in enumerate(form.rows, 1)}


def place(sheet_name: str, row: int, names: dict[int, str], view: View) -> str:
    """Return where something stands, as people find it."""
    parts = [sheet_name, names.get(row, "") or (view.say(words.ROW, row=row) if row else "")]
    return " · ".join(part for part in parts if part)


def spot(fault: Fault, names: dict[int, str], view: View) -> Spot:
    """Return a fault as the page lists it."""
    column = view.say(columns.COLUMNS[fault.column]) if fault.column else ""
    cell = f"{fault.letter}{fault.row}" if fault.letter else ""
    where = (
        " · ".join(part for part in (fault.sheet, cell) if part) if cell else place(fault.sheet, fault.row, names, view)
    )
    return Spot(where, column, view.say(fault.what), view.say(fault.todo), fault.grave)


def understood(every: tuple[Conversion, ...], names: dict[int, str], view: View) -> list[Understood]:
    """Return what was read otherwise than it was written, a line to each cell."""
    cells: dict[tuple[str, int, str], list[Conversion]] = defaultdict(list)
    for one in every:
        cells[one.sheet, one.row, one.column].append(one)
    found = []
    for (sheet_name, row, column), held in cells.items():
        where = f"{place(sheet_name, row, names, view)} · {view.say(columns.COLUMNS[column])}"
        why = ", ".join(view.say(books.conversion(one.name)) for one in held)
        found.append(Understood(where, held[0].before, held[-1].after, why))
    return found


def jumped(held: Held, form: Form) -> dict[str, Text]:
    """Return the figures that are far from the last ones and say no reason, by id with their names."""
    rows = {(fault.sheet, fault.row) for fault in held.checked.faults if fault.rule == JUMP}
    names = {one.key: one.name for one in form.rows}
    return {cell.key: names[cell.key] for cell in held.checked.cells if (cell.sheet, cell.row) in rows}


def reasons(held: Held, form: Form, view: View) -> Checked:
    """Draw a field for the reason of each figure that jumped; return what was checked with the reasons in it."""
    asked = jumped(held, form)
    if not asked:
        return held.checked
    frame.html(heading(view.say(words.REASON), 4) + tag("p", view.say(words.REASON_ABOUT), "s7-note"))
    said = {
        key: st.text_input(
            view.say(words.REASON_OF, name=view.say(name)), key=f"register-reason-{held.due}-{key}",
            placeholder=view.say(words.REASON_HINT), persist_state="session", max_chars=REASON_MOST,
        ).strip()
        for key, name in asked.items()
    }  # fmt: skip
    cells = tuple(replace(one, reason=said.get(one.key) or one.reason) for one in held.checked.cells)
    return replace(held.checked, cells=cells)

"""The form of a unit and period as a workbook: what is asked, what it was, what it should be, and cells to fill in."""

import io
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any, Final
from unicodedata import category

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation

from smart7 import calendar, catalog, formats, theme
from smart7.calendar import PeriodKind
from smart7.i18n import Lang, Text
from smart7.register.books.beside import definitions, helping, mark
from smart7.register.books.dressed import LINE, SIZE, TYPEFACE, colour, dress, printed, shut
from smart7.register.books.form import COLUMNS, Asked, Form, form
from smart7.register.books.grid import letters, put_text
from smart7.words import books as words

WIDTHS: Final = {
    "number": 7, "name": 36, "formula": 38, "measure": 14, "last": 13, "last_period": 17, "target": 22, "numerator": 14,
    "denominator": 14, "value": 14, "complete": 12, "as_of": 16, "reason": 30, "note": 26, "indicator_id": 36,
}  # fmt: skip
HEADER: Final = 5
"""The row of the header; what stands above says whose form it is."""
DAY: Final = "dd/mm/yyyy"
INDENT: Final = 2
"""How far a part stands in from its whole."""
RIGHT: Final = ("last", "numerator", "denominator", "value")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet to fill in, under construction."""

    sheet: Any
    form: Form
    lang: Lang

    def say(self, text: Text, **values: object) -> str:
        """Return a text in the form's language."""
        return text.format(self.lang, **values)

    def put(self, row: int, column: str, value: object, *, open_: bool = False, shut: bool = False) -> Any:  # noqa: ANN401
        """Write one cell of a row of the table; a text is never a formula."""
        cell = self.sheet.cell(row, COLUMNS.index(column) + 1)
        if isinstance(value, str):
            put_text(cell, value)
        elif value is not None:
            cell.value = value
        colour = theme.FORM["input"] if open_ else theme.FORM["shut"] if shut else None
        dress(cell, fill=colour, right=column in RIGHT)
        cell.protection = Protection(locked=not open_)
        return cell


def template(snapshot: str, unit_id: str, period_kind: PeriodKind, start: date, lang: Lang = "th") -> bytes:
    """Return the form of a unit and period as a workbook; raises `NoForm` where there is nothing to fill in."""
    return written(form(snapshot, unit_id, period_kind, start), lang)


def written(asked: Form, lang: Lang) -> bytes:
    """Return a form as a workbook."""
    book = openpyxl.Workbook()
    book.properties.title = f"{words.TITLE.get(lang)} · {asked.unit.get(lang)} · {asked.label(lang)}"
    book.properties.creator = "Khon Kaen 7 Smart"
    fill_in(Sheet(book.active, asked, lang))
    definitions(book.create_sheet(words.DEFINED.get(lang)), asked, lang)
    helping(book.create_sheet(words.HELP.get(lang)), lang)
    mark(book.create_sheet(words.MARK_SHEET), asked, lang)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def file_name(asked: Form) -> str:
    """Return a file name that is safe on every system."""
    return f"{asked.unit_id}_{asked.period.kind}_{asked.period.start.isoformat()}.xlsx"


def fill_in(made: Sheet) -> None:
    """Write the sheet with the cells to fill in."""
    sheet = made.sheet
    sheet.title = made.say(words.FILL)
    top(made)
    for column, text in words.COLUMNS.items():
        cell = made.put(HEADER, column, text.get(made.lang), shut=True)
        dress(cell, fill=theme.LIGHT.ramp[0], bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    row, domain, number = HEADER + 1, "", 0
    for one in made.form.rows:
        if one.domain_id != domain:
            domain, row = one.domain_id, band(made, row, one.domain_id)
        number += not one.part
        ask(made, row, number, one)
        row += 1
    choices(made, HEADER + 1, row - 1)
    look(made, row - 1)


def top(made: Sheet) -> None:
    """Write whose form it is, of which period, by when it is due, and how it is filled in."""
    asked, lang = made.form, made.lang
    first, last = (calendar.format_date(day, lang) for day in (asked.period.start, asked.period.end))
    due = made.say(words.DUE, day=calendar.format_date(asked.due, lang))
    said = (
        (f"{words.TITLE.get(lang)} · {asked.unit.get(lang)}", 20, True, theme.LIGHT.ink),
        (asked.label(lang), 18, True, theme.LIGHT.accent),
        (f"{made.say(words.SPAN, first=first, last=last)} · {due}", SIZE, False, theme.LIGHT.ink),
        (made.say(words.HOW), SIZE, True, theme.LIGHT.status["near"]),
    )
    for row, (text, size, bold, ink) in enumerate(said, 1):
        cell = made.sheet.cell(row, 1)
        put_text(cell, text)
        cell.font = Font(name=TYPEFACE, size=size, bold=bold, color=colour(ink))
        cell.alignment = Alignment(vertical="center")
        made.sheet.row_dimensions[row].height = LINE * size / SIZE


def band(made: Sheet, row: int, domain_id: str) -> int:
    """Write the name of a domain over its indicators; return the row after it."""
    for at, _ in enumerate(COLUMNS, 1):
        made.sheet.cell(row, at).fill = PatternFill("solid", fgColor=colour(theme.LIGHT.panel))
    cell = made.sheet.cell(row, 1)
    put_text(cell, catalog.domain(domain_id).name.get(made.lang))
    cell.font = Font(name=TYPEFACE, size=SIZE, bold=True, color=colour(theme.LIGHT.domain[domain_id]))
    made.sheet.row_dimensions[row].height = LINE * 1.1
    return row + 1


def ask(made: Sheet, row: int, number: int, one: Asked) -> None:
    """Write the row of one indicator: what is known of it, then its cells to fill in."""
    lang = made.lang
    whole = one.whose != made.form.unit_id
    name = words.ABOUT_CITY.format(lang, name=one.name.get(lang)) if whole else one.name.get(lang)
    period = calendar.label(one.last_period, lang, short=True) if one.last_period else words.NONE_YET.get(lang)
    known = {
        "number": number, "name": name, "formula": one.formula.get(lang), "measure": one.measure.get(lang),
        "last": one.last, "last_period": period, "target": target(one, lang), "indicator_id": one.key,
    }  # fmt: skip
    if one.part_name:  # what is said of the whole is not said again
        known |= {"number": None, "name": one.part_name.get(lang), "formula": None, "target": None}
    for column, value in known.items():
        cell = made.put(row, column, value)
        if column == "number":
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center")
        if one.part and column == "name":
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=INDENT)
    code = made.sheet.cell(row, COLUMNS.index("indicator_id") + 1)
    code.font = Font(name=TYPEFACE, size=SIZE - 3, color=colour(theme.LIGHT.muted))
    made.sheet.cell(row, COLUMNS.index("last") + 1).number_format = number_format(one.decimals)
    for column in ("numerator", "denominator", "value"):
        open_ = one.by_parts != (column == "value")
        made.put(row, column, None, open_=open_, shut=not open_)  # no format: what is typed tells one, such as percent
    for column in ("complete", "as_of", "reason", "note"):
        follows = bool(one.part) and column in ("complete", "as_of")
        made.put(row, column, None, open_=not follows, shut=follows)
    made.sheet.cell(row, COLUMNS.index("as_of") + 1).number_format = DAY
    made.sheet.row_dimensions[row].height = height(
        {name_: str(value) for name_, value in known.items() if value is not None}, INDENT * 2 if one.part else 0
    )


def number_format(decimals: int) -> str:
    """Return how a spreadsheet writes a number with that many digits after the point."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def height(texts: dict[str, str], indent: int = 0) -> float:
    """Return the points a row needs for its longest text; Thai marks take no width, and a name may stand in."""
    room = WIDTHS | {"name": WIDTHS["name"] - indent}
    lines = [ceil(sum(category(letter) != "Mn" for letter in text) / room[column]) for column, text in texts.items()]
    return LINE * max(1, *lines) + 3


def target(one: Asked, lang: Lang) -> str:
    """Return the target in force with whose it is, or that there is none."""
    low, high = (formats.number(v, one.decimals, lang) for v in (one.target_low, one.target_high))
    if one.target_low is None and one.target_high is None:
        return words.NO_TARGET.get(lang)
    whose = catalog.AUTHORITIES[one.authority].get(lang)
    text = words.AT_MOST if one.target_low is None else words.AT_LEAST if one.target_high is None else words.BETWEEN
    return text.format(lang, low=low, high=high, whose=whose)


def choices(made: Sheet, first: int, last: int) -> None:
    """Add the list of answers and what is said at each cell to fill in; what is typed is judged when it is read."""
    letter = {column: letters(at) for at, column in enumerate(COLUMNS, 1)}
    answers = ",".join(text.get(made.lang) for text in (words.WHOLE, words.PART))
    whole = DataValidation("list", formula1=f'"{answers}"', allow_blank=True, showErrorMessage=True)
    whole.error, whole.errorTitle = words.CHOOSE.get(made.lang), words.COLUMNS["complete"].get(made.lang)
    prompted = [(whole, "complete", words.PROMPT_WHOLE.get(made.lang), range(first, last + 1))]
    for column, prompt in (("as_of", words.PROMPT_DAY), ("reason", words.PROMPT_REASON)):
        prompted.append((DataValidation(None), column, prompt.get(made.lang), range(first, last + 1)))
    for row in range(first, last + 1):
        one = next((a for a in made.form.rows if a.key == id_at(made, row)), None)
        if one is not None:
            for column, prompt_ in prompts(one, made.lang).items():
                prompted.append((DataValidation(None), column, prompt_, range(row, row + 1)))
    for rule, column, said, rows in prompted:
        rule.prompt, rule.promptTitle = said[:250], words.COLUMNS[column].get(made.lang)[:32]
        rule.showInputMessage = True
        rule.add(f"{letter[column]}{rows[0]}:{letter[column]}{rows[-1]}")
        made.sheet.add_data_validation(rule)


def id_at(made: Sheet, row: int) -> object:
    """Return how the form names a row, None in one that has no name."""
    return made.sheet.cell(row, COLUMNS.index("indicator_id") + 1).value


def prompts(one: Asked, lang: Lang) -> dict[str, str]:
    """Return what is said at the amounts of one indicator."""
    if not one.by_parts:
        return {"value": words.PROMPT_VALUE.format(lang, range=one.range(lang))}
    weight = one.weight or words.DENOMINATOR
    return {"numerator": one.formula.get(lang), "denominator": weight.get(lang)}


def look(made: Sheet, last: int) -> None:
    """Set widths, what stays in sight, what is printed, and that only cells to fill in can be changed."""
    sheet = made.sheet
    for at, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[letters(at)].width = WIDTHS[column]
    sheet.row_dimensions[HEADER].height = LINE * 2
    sheet.freeze_panes = sheet.cell(HEADER + 1, COLUMNS.index("name") + 2)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    printed(sheet, HEADER)
    # Ids are for who reads the form, not for who reads it on paper.
    sheet.print_area = f"A1:{letters(COLUMNS.index('indicator_id'))}{last}"
    shut(sheet)

"""The form of a unit and period as a workbook: what is asked, what it was, what it should be, and cells to fill in."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any, Final
from unicodedata import category

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation

from smart7 import calendar, catalog, formats, theme
from smart7.calendar import PeriodKind
from smart7.i18n import Lang, Text
from smart7.register.books.form import COLUMNS, Asked, Form, form
from smart7.register.books.grid import letters, put_text
from smart7.words import books as words

TYPEFACE: Final = "TH Sarabun New"
SIZE, LINE = 14, 21
"""Points of the letters, and of a line of them."""
WIDTHS: Final = {
    "number": 7, "name": 36, "formula": 38, "measure": 14, "last": 13, "last_period": 17, "target": 22, "numerator": 14,
    "denominator": 14, "value": 14, "complete": 12, "as_of": 16, "reason": 30, "note": 26, "indicator_id": 24,
}  # fmt: skip
HEADER: Final = 5
"""The row of the header; what stands above says whose form it is."""
DAY: Final = "dd/mm/yyyy"
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


def dress(cell: Any, *, fill: str | None = None, bold: bool = False, right: bool = False, size: int = SIZE) -> None:  # noqa: ANN401
    """Give a cell of a table its letters, ground and lines."""
    line = Side("thin", color=colour(theme.LIGHT.grid))
    cell.font = Font(name=TYPEFACE, size=size, bold=bold, color=colour(theme.LIGHT.ink))
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="right" if right else None)
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    if fill:
        cell.fill = PatternFill("solid", fgColor=colour(fill))


def colour(hexadecimal: str) -> str:
    """Return a colour as a spreadsheet writes it."""
    return "FF" + hexadecimal.removeprefix("#").upper()


def fill_in(made: Sheet) -> None:
    """Write the sheet with the cells to fill in."""
    sheet = made.sheet
    sheet.title = made.say(words.FILL)
    top(made)
    for column, text in words.COLUMNS.items():
        cell = made.put(HEADER, column, text.get(made.lang), shut=True)
        dress(cell, fill=theme.LIGHT.ramp[0], bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    row, domain = HEADER + 1, ""
    for number, one in enumerate(made.form.asked, 1):
        if one.domain_id != domain:
            domain, row = one.domain_id, band(made, row, one.domain_id)
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
        "last": one.last, "last_period": period, "target": target(one, lang), "indicator_id": one.indicator_id,
    }  # fmt: skip
    for column, value in known.items():
        made.put(row, column, value)
    code = made.sheet.cell(row, COLUMNS.index("indicator_id") + 1)
    code.font = Font(name=TYPEFACE, size=SIZE - 3, color=colour(theme.LIGHT.muted))
    made.sheet.cell(row, COLUMNS.index("last") + 1).number_format = number_format(one.decimals)
    for column in ("numerator", "denominator", "value"):
        open_ = one.by_parts != (column == "value")
        made.put(row, column, None, open_=open_, shut=not open_)  # no format: what is typed tells one, such as percent
    for column in ("complete", "as_of", "reason", "note"):
        made.put(row, column, None, open_=True)
    made.sheet.cell(row, COLUMNS.index("as_of") + 1).number_format = DAY
    made.sheet.row_dimensions[row].height = height(
        {name_: str(value) for name_, value in known.items() if value is not None}
    )


def number_format(decimals: int) -> str:
    """Return how a spreadsheet writes a number with that many digits after the point."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def height(texts: dict[str, str]) -> float:
    """Return the points a row needs for its longest text; Thai marks above and below take no width."""
    lines = [ceil(sum(category(letter) != "Mn" for letter in text) / WIDTHS[column]) for column, text in texts.items()]
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
        one = next((a for a in made.form.asked if a.indicator_id == id_at(made, row)), None)
        if one is not None:
            for column, prompt_ in prompts(one, made.lang).items():
                prompted.append((DataValidation(None), column, prompt_, range(row, row + 1)))
    for rule, column, said, rows in prompted:
        rule.prompt, rule.promptTitle = said[:250], words.COLUMNS[column].get(made.lang)[:32]
        rule.showInputMessage = True
        rule.add(f"{letter[column]}{rows[0]}:{letter[column]}{rows[-1]}")
        made.sheet.add_data_validation(rule)


def id_at(made: Sheet, row: int) -> object:
    """Return the id of the indicator in a row, None in one that has none."""
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
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADER}:{HEADER}"
    sheet.print_area = f"A1:{letters(len(COLUMNS))}{last}"
    shut(sheet)


def shut(sheet: Any) -> None:  # noqa: ANN401
    """Protect a sheet against slips; widths and heights can be changed, and there is no password."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def definitions(sheet: Any, asked: Form, lang: Lang) -> None:  # noqa: ANN401
    """Write a sheet that says what each indicator means."""
    heads = ("name", words.MEANING, "formula", words.DENOMINATOR_IS, words.RANGE, words.REGISTER)
    widths = (36, 60, 44, 30, 22, 32)
    rows: list[Sequence[str]] = [[(words.COLUMNS[h] if isinstance(h, str) else h).get(lang) for h in heads]]
    for one in asked.asked:
        named = [text.get(lang) if text else "–" for text in (one.weight if one.by_parts else None, one.register)]
        rows.append(
            [one.name.get(lang), one.about.get(lang), one.formula.get(lang), named[0], one.range(lang), named[1]]
        )
    plain_table(sheet, rows, widths)
    sheet.freeze_panes = "B2"


def helping(sheet: Any, lang: Lang) -> None:  # noqa: ANN401
    """Write a sheet that says how the form is filled in."""
    rows = [["", words.HELP.get(lang)], *([f"{n}.", step.get(lang)] for n, step in enumerate(words.STEPS, 1))]
    plain_table(sheet, rows, (6, 110))


def plain_table(sheet: Any, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:  # noqa: ANN401
    """Write rows of texts, the first of them as a header, and shut the sheet."""
    for number, row in enumerate(rows, 1):
        for at, text in enumerate(row, 1):
            cell = sheet.cell(number, at)
            put_text(cell, text)
            dress(cell, fill=theme.LIGHT.ramp[0] if number == 1 else None, bold=number == 1)
        lines = [ceil(len(text) / (width * 1.15)) for text, width in zip(row, widths, strict=True)]
        sheet.row_dimensions[number].height = LINE * max(1, *lines) + 3
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[letters(at)].width = width
    sheet.sheet_view.showGridLines = False
    shut(sheet)


def mark(sheet: Any, asked: Form, lang: Lang) -> None:  # noqa: ANN401
    """Write the hidden sheet by which a form is known when it comes back."""
    for row, pair in enumerate(asked.mark(lang).items(), 1):
        for at, text in enumerate(pair, 1):
            put_text(sheet.cell(row, at), text)
    sheet.sheet_state = "veryHidden"
    shut(sheet)

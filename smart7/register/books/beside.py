"""The sheets beside the one to fill in: what each indicator means, how the form is filled in, whose it is."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from smart7 import theme
from smart7.i18n import Lang
from smart7.register.books.dressed import LINE, dress, printed, shut
from smart7.register.books.form import Form
from smart7.register.books.grid import letters, put_text
from smart7.words import books as words


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
        sheet.row_dimensions[number].height = LINE * max(1, *lines) + 5
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[letters(at)].width = width
    sheet.sheet_view.showGridLines = False
    printed(sheet, 1)
    shut(sheet)


def mark(sheet: Any, asked: Form, lang: Lang) -> None:  # noqa: ANN401
    """Write the hidden sheet by which a form is known when it comes back."""
    for row, pair in enumerate(asked.mark(lang).items(), 1):
        for at, text in enumerate(pair, 1):
            put_text(sheet.cell(row, at), text)
    sheet.sheet_state = "veryHidden"
    shut(sheet)

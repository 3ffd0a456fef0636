"""Rows as CSV and as an Excel workbook."""

import io
from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd
import xlsxwriter

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def csv(rows: pd.DataFrame) -> bytes:
    """Return rows as CSV in UTF-8 with a mark that spreadsheets read Thai by.

    Lines end as RFC 4180 says; with LF alone a lone CR in a text would go unquoted and begin a new row.
    """
    safe = rows.map(lambda cell: defused(cell) if isinstance(cell, str) else cell)
    return safe.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n").encode("utf-8-sig")


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def workbook(sheets: Mapping[str, pd.DataFrame], about: Sequence[tuple[str, str]], about_name: str) -> bytes:
    """Return an Excel file: a sheet of rows for each frame, then one that says what they are.

    Dates are real dates (CE) in the cells; texts are never read as formulas.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "nan_inf_to_errors": True})
    formats = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for name, rows in sheets.items():
        write_rows(book.add_worksheet(name[:31]), rows, formats)
    sheet = book.add_worksheet(about_name[:31])
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    for line, (label, text) in enumerate(about):
        sheet.write_string(line, 0, label, formats["head"])
        sheet.write_string(line, 1, text, formats["wrap"])
    book.close()
    return buffer.getvalue()


def write_rows(
    sheet: xlsxwriter.worksheet.Worksheet, rows: pd.DataFrame, formats: Mapping[str, xlsxwriter.format.Format]
) -> None:
    """Write a frame under a frozen, filtered header."""
    for column, name in enumerate(rows.columns):
        sheet.write_string(0, column, str(name), formats["head"])
        widest = max([len(str(name)), *(len(str(cell)) for cell in rows[name].head(200))], default=10)
        sheet.set_column(column, column, min(60, max(10, widest + 2)))
        for line, cell in enumerate(rows[name], 1):
            write_cell(sheet, line, column, cell, formats)
    sheet.freeze_panes(1, 0)
    if len(rows):
        sheet.autofilter(0, 0, len(rows), len(rows.columns) - 1)


def write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    line: int,
    column: int,
    cell: object,
    formats: Mapping[str, xlsxwriter.format.Format],
) -> None:
    """Write one cell by its kind; a missing value stays empty."""
    if cell is None or pd.isna(cell):  # type: ignore[call-overload]
        return
    if isinstance(cell, pd.Timestamp):
        sheet.write_datetime(line, column, cell.to_pydatetime(), formats["day"])
    elif isinstance(cell, str):
        sheet.write_string(line, column, cell)
    else:
        sheet.write_number(line, column, float(cell))  # type: ignore[arg-type]

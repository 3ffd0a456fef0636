"""Rows as CSV, as an Excel workbook, as Parquet and as JSON."""

import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final

import pandas as pd
import xlsxwriter

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def csv(rows: pd.DataFrame, *, mark: bool = True) -> bytes:
    """Return rows as CSV in UTF-8, with the mark that spreadsheets read Thai by unless it is not wanted.

    Lines end as RFC 4180 says; with LF alone a lone CR in a text would go unquoted and begin a new row.
    """
    safe = rows.map(lambda cell: defused(cell) if isinstance(cell, str) else cell)
    return safe.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n").encode(
        "utf-8-sig" if mark else "utf-8"
    )


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def parquet(rows: pd.DataFrame, about: Sequence[tuple[str, str]]) -> bytes:
    """Return rows as Parquet with their types; what is said of them stands in the file's own notes."""
    buffer = io.BytesIO()
    told = rows.copy(deep=False)
    told.attrs = dict(about)
    told.to_parquet(buffer, index=False)
    return buffer.getvalue()


def as_json(rows: pd.DataFrame, about: Sequence[tuple[str, str]]) -> bytes:
    """Return rows as JSON: what is said of them, then the rows; a day as ISO, what is missing as null."""
    found = json.loads(rows.to_json(orient="records", date_format="iso", date_unit="s", double_precision=15))
    days = [name for name in rows if pd.api.types.is_datetime64_any_dtype(rows[name])]
    for row in found:
        row |= {name: row[name][:10] for name in days if row[name]}
    return json.dumps({"about": dict(about), "rows": found}, ensure_ascii=False, indent=1).encode()


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return names that Excel takes for sheets, in the same order: short, without its own signs, each once."""
    names: list[str] = []
    for name in wanted:
        plain = re.sub(r"[\[\]:*?/\\]", " ", name).strip(" '")[:31].strip() or "-"
        taken, n = {each.casefold() for each in names}, 2
        candidate = plain
        while candidate.casefold() in taken or candidate.casefold() == "history":
            candidate = f"{plain[:26]} ({n})"
            n += 1
        names.append(candidate)
    return names


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
    *names, last = sheet_names([*sheets, about_name])
    for name, rows in zip(names, sheets.values(), strict=True):
        write_rows(book.add_worksheet(name), rows, formats)
    sheet = book.add_worksheet(last)
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
    if isinstance(cell, date | datetime):
        sheet.write_datetime(line, column, pd.Timestamp(cell).to_pydatetime(), formats["day"])
    elif isinstance(cell, bool):
        sheet.write_boolean(line, column, cell)
    elif isinstance(cell, str):
        sheet.write_string(line, column, cell)
    else:
        sheet.write_number(line, column, float(cell))  # type: ignore[arg-type]

"""Write workbooks, texts and pages as offices publish them."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[Any]]
Merged = tuple[int, int, int, int]
"""First row and column, last row and column, counted from 0."""


def workbook(path: Path, *sheets: tuple[str, Rows, Sequence[Merged]], hidden: Sequence[str] = ()) -> Path:
    """Write a workbook of named sheets with merged cells, some of them hidden."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows, merged in sheets:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell is not None:
                        sheet.write(at, column, cell)
            for top, left, bottom, right in merged:
                sheet.merge_range(top, left, bottom, right, rows[top][left])
            if name in hidden:
                sheet.hide()
    return path


def table(path: Path, rows: Rows, encoding: str = "utf-8") -> Path:
    """Write a text of comma separated values."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    path.write_bytes(buffer.getvalue().encode(encoding))
    return path


def page(path: Path, rows: Rows, above: Sequence[str], below: Sequence[str]) -> Path:
    """Write a page of one table between lines of text, as it is offered under the name of a workbook."""
    cells = ["".join(f"<td>{'' if cell is None else cell}</td>" for cell in row) for row in rows]
    lines = [f"<tr><td colspan={len(rows[0])}>{line}</td></tr>" for line in above]
    lines += [f"<tr>{row}</tr>" for row in cells] + [f"<tr><td>{line}</td></tr>" for line in below]
    head = '<html><head><meta charset="utf-8"></head><body>'
    path.write_text(f"{head}<table>{''.join(lines)}</table></body></html>", "utf-8")
    return path

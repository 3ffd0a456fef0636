"""A workbook as openpyxl opens it: its cells as they stand, and the same workbook with remarks at them.

Only the child process imports this: whoever opens what others made may be made to take too much.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final, TypeVar

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

from smart7.register.books.dressed import printed
from smart7.register.books.grid import EMPTY, MOST_COLUMNS, MOST_ROWS, Book, Row, Sheet, Unreadable, letters, put_text
from smart7.words import books as words

LONGEST: Final = 2000
Made = TypeVar("Made")


def safely(make: Callable[[], Made]) -> Made:
    """Return what is made of a workbook; raises `Unreadable` where that fails, which is said of the workbook.

    A forged one makes openpyxl raise nearly anything, so only what is about this process is passed on.
    """
    try:
        return make()
    except (Unreadable, MemoryError, RecursionError):
        raise
    except Exception as error:
        if "memory" in str(error):  # as the parser of markup says it
            raise MemoryError from error
        raise Unreadable("broken") from error


def loaded(path: Path, *, data_only: bool = False) -> Any:  # noqa: ANN401
    """Open a workbook without what it links to; `data_only` gives the values kept with formulas."""
    with path.open("rb") as file:
        return openpyxl.load_workbook(file, keep_links=False, data_only=data_only)


def book(path: Path) -> Book:
    """Return the sheets of a workbook and what its hidden sheet says; raises `Unreadable`."""
    return safely(lambda: read(path))


def read(path: Path) -> Book:
    """Return the sheets of a workbook; a formula gives the value kept with it."""
    found = loaded(path)
    sheets = [sheet(one) for one in found.worksheets if one.title != words.MARK_SHEET]
    if any(one.formulas for one in sheets):
        with_values(path, sheets)
    mark = {}
    if words.MARK_SHEET in found.sheetnames:
        for key, value in found[words.MARK_SHEET].iter_rows(max_row=20, max_col=2, values_only=True):
            if key is not None and value is not None:
                mark[str(key)[:40]] = str(value)[:80]
    return Book(sheets, mark)


def with_values(path: Path, sheets: Iterable[Sheet]) -> None:
    """Put the values kept with formulas in their places."""
    kept = loaded(path, data_only=True)
    for one in sheets:
        values = {
            (row, column): plain(kept[one.name].cell(row, column).value) for row, column in one.formulas
        }  # fmt: skip
        one.rows = [
            Row(row.number, tuple(values.get((row.number, at), cell) for at, cell in enumerate(row.cells, 1)))
            for row in one.rows
        ]


def sheet(found: Any) -> Sheet:  # noqa: ANN401
    """Return one sheet as it stands."""
    if found.max_row > 1_000_000 or found.max_column > 16_000:
        raise Unreadable("too_long", most=f"{MOST_ROWS:,}")
    made = Sheet(found.title[:40], [], found.sheet_state != "visible")
    most = min(found.max_column, MOST_COLUMNS)
    by_row: dict[int, list[Any]] = {}
    for (number, column), cell in found._cells.items():
        if column <= most and cell.value not in EMPTY:
            by_row.setdefault(number, [None] * most)[column - 1] = plain(cell.value)
            if cell.data_type == "f":
                made.formulas.add((number, column))
            if isinstance(cell.value, float | int) and "%" in str(cell.number_format):
                made.percents.add((number, column))
    made.rows = [Row(number, tuple(cells)) for number, cells in sorted(by_row.items())]
    made.merged = [span.bounds for span in list(found.merged_cells.ranges)[:MOST_ROWS]]
    made.hidden = {number for number, about in found.row_dimensions.items() if about.hidden}
    made.hidden_columns = hidden_columns(found)
    return made


def hidden_columns(found: Any) -> set[int]:  # noqa: ANN401
    """Return the columns that nobody sees; one entry may stand for several."""
    hidden: set[int] = set()
    for about in found.column_dimensions.values():
        if about.hidden:
            hidden.update(range(about.min or 1, min(about.max or 1, MOST_COLUMNS) + 1))
    return hidden


def plain(value: Any) -> Any:  # noqa: ANN401
    """Return a cell as a text, a number or a day; a formula as it is written."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return str(value.isoformat() if isinstance(value, time) else getattr(value, "text", value))[:LONGEST]


def coloured(path: Path, remarks: list[dict[str, Any]], out: Path) -> None:
    """Write a workbook again with remarks at its cells, and no formula in it; raises `Unreadable`."""
    safely(lambda: marked(loaded(path), remarks, out))


def coloured_text(found: Sheet, remarks: list[dict[str, Any]], out: Path) -> None:
    """Write the rows of a text as a workbook with remarks at its cells."""
    made = openpyxl.Workbook()
    made.active.title = words.FILL.th
    for row in found.rows:
        for at, value in enumerate(row.cells, 1):
            if value not in EMPTY:
                put_text(made.active.cell(row.number, at), printable(str(value)))
    marked(made, remarks, out)


def marked(found: Any, remarks: list[dict[str, Any]], out: Path) -> None:  # noqa: ANN401
    """Colour and comment cells, list the remarks on a sheet of their own, and write the workbook."""
    for one in found.worksheets:
        disarm(one)
    for remark in remarks:
        named = remark["sheet"] in found.sheetnames
        place = found[remark["sheet"]] if named else found.worksheets[0]
        if remark["row"] and remark["column"]:
            at_cell(place.cell(remark["row"], remark["column"]), remark)
    listed(found, remarks)
    found.active = 0
    found.save(out)


def disarm(sheet: Any) -> None:  # noqa: ANN401
    """Leave formulas and links of a sheet as texts, so that what comes back runs nothing."""
    for cell in list(sheet._cells.values()):
        if isinstance(cell, MergedCell):
            continue
        cell.hyperlink = None
        if cell.data_type == "f":
            put_text(cell, printable(str(getattr(cell.value, "text", cell.value))))
        if isinstance(cell.value, str) and cell.value[:1] in "=+-@":
            cell.quotePrefix = True


def printable(text: str) -> str:
    """Return a text without what no sheet can hold."""
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")[:LONGEST]


def at_cell(cell: Any, remark: dict[str, Any]) -> None:  # noqa: ANN401
    """Colour a cell and say at it what is wrong; several remarks stand in one comment."""
    if isinstance(cell, MergedCell):
        return
    before = f"{cell.comment.text}\n\n" if cell.comment and cell.comment.author == words.BY.en else ""
    cell.comment = Comment(f"{before}{remark['th']}\n{remark['en']}", words.BY.en, height=180, width=360)
    cell.fill = PatternFill("solid", fgColor=remark["fill"])
    cell.font = Font(name=cell.font.name, size=cell.font.size, bold=True, color=remark["ink"])


def listed(found: Any, remarks: list[dict[str, Any]]) -> None:  # noqa: ANN401
    """Add a sheet, the first one, that lists all remarks."""
    name = words.FAULTS.th
    if name in found.sheetnames:
        del found[name]
    sheet = found.create_sheet(name, 0)
    heads = [f"{text.th} / {text.en}" for text in (words.PLACE, words.WHAT, words.TODO)]
    rows = [
        heads,
        *([r["place"], f"{r['what_th']}\n{r['what_en']}", f"{r['todo_th']}\n{r['todo_en']}"] for r in remarks),
    ]
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row, 1):
            cell = sheet.cell(number, at)
            put_text(cell, printable(value))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(name="TH Sarabun New", size=14, bold=number == 1)
    for at, width in enumerate((26, 62, 62), 1):
        sheet.column_dimensions[letters(at)].width = width
    sheet.freeze_panes = "A2"
    printed(sheet, 1)

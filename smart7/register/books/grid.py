"""A sheet as it was found: its cells by row, and what is hidden, merged or worked out in it; nothing is judged here."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Final

MOST_BYTES: Final = 20 * 10**6
MOST_ROWS: Final = 2000
MOST_COLUMNS: Final = 60
MEMORY_MB: Final = 360
SECONDS: Final = 60
EMPTY: Final = (None, "")


class Unreadable(Exception):
    """Raise for a file that is not read at all; carries the rule it breaks and the values of its sentence."""

    def __init__(self, rule: str, **values: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values = {key: str(value)[:80] for key, value in values.items()}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its number there, counted from 1, and its cells."""

    number: int
    cells: tuple[Any, ...]

    def cell(self, at: int | None) -> Any:  # noqa: ANN401
        """Return a cell, None where there is none."""
        return self.cells[at] if at is not None and at < len(self.cells) else None


@dataclass(slots=True)
class Sheet:
    """One sheet. Rows and columns count from 1.

    `formulas` and `percents` name cells by row and column; `merged` are ranges such as B3:B5; `hidden` are rows,
    `hidden_columns` columns that nobody sees.
    """

    name: str
    rows: list[Row]
    hidden_sheet: bool = False
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Book:
    """The sheets of a file, and what its hidden sheet says of it: version, unit, period; nothing where it has none."""

    sheets: list[Sheet]
    mark: dict[str, str] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        """Return plain data, for another process."""
        return {"mark": self.mark, "sheets": [packed(sheet) for sheet in self.sheets]}


def letters(column: int) -> str:
    """Return how a spreadsheet calls a column that counts from 1: A, Z, AA."""
    said = ""
    while column:
        column, left = divmod(column - 1, 26)
        said = chr(65 + left) + said
    return said


def put_text(cell: Any, text: str) -> None:  # noqa: ANN401
    """Write a text into a cell of a workbook, whatever it begins with; it is never a formula."""
    cell.value = text
    cell.data_type = "s"


def packed(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as plain data; a day is written as a list of one text."""
    data = {name: sorted(value) if isinstance(value, set) else value for name, value in asdict(sheet).items()}
    return data | {"rows": [[row.number, [as_json(cell) for cell in row.cells]] for row in sheet.rows]}


def as_json(cell: object) -> object:
    """Return a cell as JSON can hold it."""
    return [cell.isoformat()] if isinstance(cell, date) else cell


def unpacked(data: dict[str, Any]) -> Book:
    """Return a book from plain data."""
    return Book([sheet_of(sheet) for sheet in data["sheets"]], data["mark"])


def sheet_of(data: dict[str, Any]) -> Sheet:
    """Return a sheet from plain data."""
    rows = [
        Row(number, tuple(date.fromisoformat(cell[0]) if isinstance(cell, list) else cell for cell in cells))
        for number, cells in data["rows"]
    ]
    pairs = {name: {(row, column) for row, column in data[name]} for name in ("formulas", "percents")}
    return Sheet(
        data["name"],
        rows,
        data["hidden_sheet"],
        [(a, b, c, d) for a, b, c, d in data["merged"]],
        hidden=set(data["hidden"]),
        hidden_columns=set(data["hidden_columns"]),
        **pairs,
    )

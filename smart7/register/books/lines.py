"""Find the rows of a form in a sheet: its header by the names of its columns, then each row by its indicator."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from smart7 import queries
from smart7.office.cells import Rules, clean, read
from smart7.office.signs import CellError
from smart7.register.books.cells import Line, written
from smart7.register.books.form import AMOUNTS, INPUTS, Form
from smart7.register.books.grid import Book, Row, Sheet, letters
from smart7.register.books.rules import Fault, fault
from smart7.words import books as words

WITHIN: Final = 30


def squeezed(text: object) -> str:
    """Return a name as it is compared: without case and spaces, in Arabic digits."""
    return clean(str(text), set()).lower().replace(" ", "")


HEADINGS: Final[Mapping[str, str]] = {
    squeezed(name): column
    for column, text in words.COLUMNS.items()
    for name in (text.th, text.en, column, *words.OTHER_HEADINGS.get(column, ()))
}


@dataclass(slots=True)
class Found:
    """The rows of a file that give figures, each with the id it is of, and what is wrong with the sheets."""

    lines: list[tuple[str, Line]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    headers: int = 0


class Names:
    """Whose row it is: the indicators asked for by id and name, and, once another comes up, all there are."""

    def __init__(self, form: Form) -> None:
        """Know what is asked for."""
        self.form = form
        self.known = {squeezed(one.key): one.key for one in form.rows}
        for one in form.rows:
            for lang in ("th", "en"):
                self.known.setdefault(squeezed(one.name.get(lang)), one.key)
                city = words.ABOUT_CITY.format(lang, name=one.name.get(lang))
                self.known.setdefault(squeezed(city), one.key)
        # A part stands in the form by its own name alone, which tells it where no other part is called so.
        names = Counter(name for one in form.rows if one.part_name for name in {one.part_name.th, one.part_name.en})
        for one in form.rows:
            for name in (one.part_name.th, one.part_name.en) if one.part_name else ():
                if names[name] == 1:
                    self.known.setdefault(squeezed(name), one.key)
        self.others: frozenset[str] | None = None

    def of(self, key: object) -> str | None:
        """Return the row of the form that an id or a name stands for, None for one that is not asked for."""
        return self.known.get(squeezed(key)) if written(key) else None

    def rule(self, key: object) -> str:
        """Return which rule a row of something else breaks."""
        if self.others is None:
            rows = queries.records(self.form.snapshot, "register/names")
            self.others = frozenset(squeezed(name) for row in rows for name in row.values())
        return "not_asked" if squeezed(key) in self.others else "unknown"


def header(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """Return the number of the header's row and where each column stands, None where there is no header."""
    for row in sheet.rows[:WITHIN]:
        columns: dict[str, int] = {}
        for at, cell in enumerate(row.cells):
            column = HEADINGS.get(squeezed(cell)) if isinstance(cell, str) else None
            if column:
                columns.setdefault(column, at)
        if columns.keys() & {"indicator_id", "name"} and columns.keys() & set(AMOUNTS):
            return row.number, columns
    return None


def of_book(form: Form, book: Book) -> Found:
    """Return the rows of every sheet that has the form's header."""
    found, names = Found(), Names(form)
    for sheet in book.sheets:
        if (top := header(sheet)) is not None:
            found.headers += 1
            take(found, names, sheet, *top)
    if not found.headers:
        columns = ", ".join(words.COLUMNS[name].th for name in ("indicator_id", "name", *AMOUNTS))
        found.faults.append(fault("no_header", columns=columns))
    return found


def take(found: Found, names: Names, sheet: Sheet, top: int, columns: dict[str, int]) -> None:
    """Add the rows below a header, and what is hidden or merged among them."""
    inputs = {columns[name] + 1: name for name in INPUTS if name in columns}
    below = [row for row in sheet.rows if row.number > top]
    for row in below:
        one = line(sheet, row, columns)
        key, rule = named(names, row, columns)
        if one.filled(INPUTS) and rule:
            shown = next((c for c in (row.cell(columns.get(n)) for n in ("indicator_id", "name")) if written(c)), "–")
            column = "indicator_id" if "indicator_id" in columns else "name"
            found.faults.append(fault(rule, sheet.name, row.number, column, letter(columns, column), value=shown))
        elif one.filled(INPUTS):
            found.lines.append((key, one))
    found.faults += hidden(sheet, below, inputs)
    found.faults += merged(sheet, top, inputs)


def named(names: Names, row: Row, columns: dict[str, int]) -> tuple[str, str]:
    """Return the id a row is of, or the rule it breaks; an id goes before a name."""
    keys = [row.cell(columns.get(name)) for name in ("indicator_id", "name")]
    told = [key for key in keys if written(key)]
    if told and (known := names.of(told[0])):
        return known, ""
    return "", names.rule(told[0]) if told else "unknown"


def line(sheet: Sheet, row: Row, columns: dict[str, int]) -> Line:
    """Return a row by the names of its columns."""
    at = {name: (row.number, place + 1) for name, place in columns.items()}
    return Line(
        sheet.name,
        row.number,
        {name: row.cell(columns[name]) for name in INPUTS if name in columns},
        {name: letters(place + 1) for name, place in columns.items()},
        frozenset(name for name, place in at.items() if place in sheet.formulas),
        frozenset(name for name, place in at.items() if place in sheet.percents),
    )


def letter(columns: dict[str, int], name: str) -> str:
    """Return the letters of a column."""
    return letters(columns[name] + 1) if name in columns else ""


def hidden(sheet: Sheet, below: Sequence[Row], inputs: Mapping[int, str]) -> Iterator[Fault]:
    """Yield a fault where figures stand in what nobody sees."""

    def filled(row: Row, columns: Sequence[int]) -> bool:
        return any(written(row.cell(at - 1)) for at in columns)

    rows = [row.number for row in below if row.number in sheet.hidden and filled(row, list(inputs))]
    columns = [at for at in inputs if at in sheet.hidden_columns and any(filled(row, [at]) for row in below)]
    where = [*map(str, rows[:10]), *(letters(at) for at in columns)]
    if sheet.hidden_sheet and below:
        where.append(sheet.name)
    if where:
        first = rows[0] if rows else 0
        yield fault("hidden", sheet.name, first, where=", ".join(where))


def merged(sheet: Sheet, top: int, inputs: Mapping[int, str]) -> Iterator[Fault]:
    """Yield a fault for each merged range that lies over cells to fill in."""
    for left, first, right, last in sheet.merged[:200]:
        over = next((at for at in inputs if left <= at <= right), None)
        if over and last > top and (left, first) != (right, last):
            cells = f"{letters(left)}{first}:{letters(right)}{last}"
            number = max(first, top + 1)
            yield fault("merged", sheet.name, number, inputs[over], letters(over), cells=cells)


def of_text(form: Form, sheet: Sheet) -> Found:
    """Return the rows of what was pasted; without a header each is an indicator, its numbers and a note."""
    if header(sheet) is not None:
        return of_book(form, Book([sheet]))
    found, names = Found(headers=1), Names(form)
    by_parts = {one.key: one.by_parts for one in form.rows}
    for row in sheet.rows:
        at = next((n for n, cell in enumerate(row.cells) if names.of(cell)), None)
        if at is None:
            first = next((cell for cell in row.cells if written(cell)), "–")
            found.faults.append(fault(names.rule(first), sheet.name, row.number, "name", value=first))
            continue
        key = names.of(row.cells[at]) or ""
        rest = [cell for cell in row.cells[at + 1 :] if names.of(cell) != key]
        found.lines.append((key, Line(sheet.name, row.number, laid_out(rest, by_parts[key]))))
    return found


def laid_out(cells: Sequence[Any], by_parts: bool) -> dict[str, Any]:
    """Return the cells behind a pasted name by their columns: amounts first, what is no number after them is a note."""
    amounts = [cell for cell in cells if written(cell) and is_amount(cell)]
    texts = [str(cell) for cell in cells if written(cell) and not is_amount(cell)]
    columns = ("numerator", "denominator", "value") if by_parts else ("value",)
    if by_parts and len(amounts) == 1:
        columns = ("value",)
    raw: dict[str, Any] = dict(zip(columns, amounts, strict=False))
    if len(amounts) > len(columns) or (texts and not amounts):
        raw["value"] = " ".join(map(str, [*amounts, *texts]))  # told as no number, rather than guessed at
    elif texts:
        raw["note"] = " ".join(texts)
    return raw


def is_amount(cell: object) -> bool:
    """Return whether a cell is a number or a sign for missing, however it is written."""
    try:
        read(cell, Rules("percent"))
    except CellError:
        return False
    return True


def of_rows(form: Form, rows: Sequence[Mapping[str, Any]]) -> Found:
    """Return rows that were typed into a page, by the names of the columns; rows count from 1."""
    found, names = Found(headers=1), Names(form)
    for number, row in enumerate(rows, 1):
        raw = {name: None if row.get(name) != row.get(name) else row.get(name) for name in INPUTS}  # NaN is empty
        one, key = Line("", number, raw), row.get("indicator_id")
        if not one.filled(INPUTS):
            continue
        known = names.of(key)
        if known is None:
            rule = names.rule(key) if written(key) else "unknown"
            found.faults.append(fault(rule, "", number, "indicator_id", value=key or "–"))
        else:
            found.lines.append((known, one))
    return found

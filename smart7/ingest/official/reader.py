"""Read a file by its recipe: typed rows, and what was left out, converted or wrong, all at once."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from smart7.ingest.official import inspect
from smart7.ingest.official.findings import Faults, Refused
from smart7.ingest.official.header import Cell, Header, shown
from smart7.ingest.official.recipe import OWN, Column, Filter, Recipe
from smart7.ingest.official.shapes import FOOTNOTE, TOTAL
from smart7.ingest.official.sheets import Sheet, sheets
from smart7.office.cells import Read, Rules, clean, is_missing, read
from smart7.office.signs import CellError

MOST_ROWS: Final = 3_000_000
NOTHING: Final = (None, "")


@dataclass(slots=True)
class Report:
    """What was read of a file: counts by reason and kind, and its faults."""

    faults: Faults
    rows_read: int = 0
    rows_kept: int = 0
    made: int = 0
    formulas: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    converted: Counter[str] = field(default_factory=Counter)
    sheets: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """Return plain data, for another process."""
        plain = {
            name: getattr(self, name) for name in ("rows_read", "rows_kept", "made", "formulas", "sheets", "passed")
        }
        counts = {"left_out": dict(self.left_out), "converted": dict(self.converted)}
        return {**plain, **counts, "faults": self.faults.as_data()}


class Cells:
    """The cells of one column, each distinct one read once."""

    def __init__(self, name: str, rules: Rules) -> None:
        """Start with nothing read."""
        self.name, self.rules = name, rules
        self.known: dict[Any, Read | CellError] = {}

    def read(self, cell: Cell) -> Read | CellError:
        """Return a cell's value with its conversions, or why it has none."""
        key = cell if cell.__class__ is str else (cell.__class__, cell)
        found = self.known.get(key)
        if found is None:
            try:
                found = read(cell, self.rules)
            except CellError as error:
                found = error
            if len(self.known) < 50_000:
                self.known[key] = found
        return found


class Dropped(Exception):
    """Raise when a row is left out; the text is the reason it is counted by."""


class Reader:
    """One file being read by its recipe."""

    def __init__(self, path: Path, recipe: Recipe) -> None:
        """Take the file and its recipe; nothing is opened yet."""
        self.path, self.recipe = path, recipe
        self.report = Report(Faults(path.name))
        self.cells = {name: Cells(name, rules) for name, rules in all_rules(recipe)}
        self.above: dict[str, Read] = {}
        first = {rule.column for rule in recipe.filters}
        # What reaches down from above is taken along from rows that are left out, too; then it is decided which are.
        self.order = sorted(recipe.columns, key=lambda c: (c.empty != "above", c.name not in first))
        self.names = tuple(recipe.table())
        self.rules = {name: [(at, f) for at, f in enumerate(recipe.filters) if f.column == name] for name in first}
        self.each = next((column for column in recipe.columns if column.place == "each"), None)

    def rows(self) -> Iterator[list[Any]]:
        """Yield the typed rows of the table `rows`; raises `Refused`."""
        look = inspect.look(self.path, self.recipe)
        self.report.formulas = look.formulas
        for sheet in sheets(self.path, look.kind, self.recipe):
            self.report.passed = list(dict.fromkeys([*self.report.passed, *sheet.passed]))
            if sheet.header is None:
                self.without_header(sheet)
                continue
            self.report.sheets.append(sheet.name)
            self.above = {}
            yield from self.of_sheet(sheet, sheet.header)
        if not self.report.sheets and not self.report.faults.kept:
            raise Refused("no_header", file=self.path.name, headings=", ".join(self.headings()))

    def headings(self) -> list[str]:
        """Return the headings the recipe needs."""
        return [c.headings[0] for c in self.recipe.columns if c.place == "heading" and not c.optional]

    def without_header(self, sheet: Sheet) -> None:
        """Pass over a sheet of notes where all sheets are asked for; elsewhere its header is missed."""
        if self.recipe.sheets == "all":
            self.report.passed.append(sheet.name)
        else:
            self.report.faults.add("no_header", sheet.name, headings=", ".join(sheet.lacks) or "?")

    def of_sheet(self, sheet: Sheet, header: Header) -> Iterator[list[Any]]:
        """Yield the typed rows of one sheet."""
        fixed = self.fixed(sheet, header)
        for number, row in sheet.rows:
            self.report.rows_read += 1
            if self.report.rows_read > MOST_ROWS:
                raise Refused("too_long", file=self.path.name, most=f"{MOST_ROWS:,}")
            try:
                made = self.of_row(sheet, number, row, header, fixed)
            except Dropped as dropped:
                self.report.left_out[str(dropped)] += 1
                continue
            if made:
                self.report.rows_kept += 1
                self.report.made += len(made)
                yield from made

    def fixed(self, sheet: Sheet, header: Header) -> dict[str, Cell]:
        """Return what columns hold that stand in names and titles, and not under a heading."""
        found: dict[str, Cell] = {}
        texts = {"sheet": (sheet.name,), "file": (self.path.name,), "title": header.titles}
        for column in self.recipe.columns:
            if column.place in texts and column.pattern is not None:
                fits = [column.pattern.search(clean(text, set())) for text in texts[column.place]]
                found[column.name] = next((fit[1] for fit in fits if fit), None)
                if found[column.name] is None and not column.optional:
                    self.report.faults.add("not_in_name", sheet.name, 0, column.name, pattern=column.pattern.pattern)
        return found

    def of_row(
        self, sheet: Sheet, number: int, row: list[Cell], header: Header, fixed: dict[str, Cell]
    ) -> list[list[Any]]:
        """Return the typed rows that one row of a sheet becomes; raises `Dropped`."""
        drop_by_shape(row, header, self.recipe)
        if sheet.ragged and not fits_header(row, header):
            self.report.faults.add("ragged", sheet.name, number, found=len(row), expected=header.width)
            return []
        values: dict[str, Any] = {}
        done: list[str] = []
        wrong: list[tuple[str, CellError | None, Cell]] = []
        for column in self.order:
            if column is self.each:
                continue
            at = header.at.get(column.name)
            cell = fixed.get(column.name) if at is None else row[at] if at < len(row) else None
            values[column.name] = self.value(column, cell, at, done, wrong)
            if column.name in self.rules:
                self.drop_by_filter(column.name, values[column.name])
        made = self.spread(row, header, done, wrong) if self.each is not None else [{}]
        for name, error, cell in wrong:
            problem, about = error.problem if error else ("empty", {})
            self.report.faults.add(problem, sheet.name, number, name, **{"value": cell, **about})
        if wrong:
            return []
        if done:
            self.report.converted.update(done)
        place = [self.path.name, sheet.name, number]
        rows = (values | part if part else values for part in made)
        return [[*map(row.get, self.names), *place] for row in rows]

    def value(
        self,
        column: Column,
        cell: Cell,
        at: int | None,
        done: list[str],
        wrong: list[tuple[str, CellError | None, Cell]],
    ) -> object:
        """Return the value of one column of a row; what is wrong is noted; raises `Dropped`."""
        found = self.cells[column.name].read(cell)
        if isinstance(found, CellError):
            wrong.append((heading(column), found, cell))
            return None
        if found[0] is None and column.empty != "keep":
            found = self.empty(column, found, cell, wrong)
        elif column.empty == "above":
            self.above[column.name] = found
        done += found[1]
        return found[0]

    def empty(self, column: Column, found: Read, cell: Cell, wrong: list[tuple[str, CellError | None, Cell]]) -> Read:
        """Return what stands for an empty cell; raises `Dropped`."""
        if column.empty == "leave":
            raise Dropped(f"empty:{heading(column)}")
        if column.empty == "above" and column.name in self.above:
            return self.above[column.name][0], frozenset({"above"})
        if column.empty == "fault" or not column.optional:
            wrong.append((heading(column), None, cell))
        return found

    def spread(
        self, row: list[Cell], header: Header, done: list[str], wrong: list[tuple[str, CellError | None, Cell]]
    ) -> list[dict[str, Any]]:
        """Return one part of a row for each column that fits the pattern and is not empty."""
        column, made = self.each, []
        assert column is not None
        for at, groups in header.each:
            found = self.cells[column.name].read(row[at] if at < len(row) else None)
            if isinstance(found, CellError):
                wrong.append((header.names[at], found, row[at]))
                continue
            if found[0] is None:
                done.append("no_value")
                continue
            part: dict[str, Any] = {column.name: found[0]}
            for (name, _), group in zip(column.into, groups, strict=True):
                label = self.cells[name].read(group)
                if isinstance(label, CellError):
                    wrong.append((header.names[at], label, group))
                else:
                    part[name] = label[0]
            done += found[1]
            made.append(part)
        if not made and not wrong:
            raise Dropped("nothing")
        return made

    def drop_by_filter(self, name: str, value: object) -> None:
        """Raise `Dropped` where a rule of the recipe says so."""
        for position, rule in self.rules[name]:
            if fits(rule, value) != rule.keeps:
                raise Dropped(f"filter:{position}")


def fits_header(row: list[Cell], header: Header) -> bool:
    """Return whether no cell of a row of text is missing or one too many, which moves all that follow it."""
    return len(row) >= header.width and not any(cell not in NOTHING for cell in row[len(header.names) :])


def fits(rule: Filter, value: object) -> bool:
    """Return whether a value fits a rule's pattern."""
    return bool(rule.pattern.fullmatch("" if value is None else str(value)))


def heading(column: Column) -> str:
    """Return how a column is called in the file, by its own name where it stands under no heading."""
    return column.headings[0] if column.headings else column.name


def all_rules(recipe: Recipe) -> Iterator[tuple[str, Rules]]:
    """Yield each column of the table `rows` with how its cells are read."""
    for column in recipe.columns:
        yield column.name, column.rules
        yield from column.into


def drop_by_shape(row: list[Cell], header: Header, recipe: Recipe) -> None:
    """Raise `Dropped` for an empty row, a footnote, a sum of other rows, and a header that stands again."""
    first = next((cell for cell in row if cell not in NOTHING), None)
    if first is None:
        raise Dropped("blank")
    if not isinstance(first, str):
        return
    text = clean(first, set())
    if not text and all(is_missing(shown(cell), Rules()) for cell in row):
        raise Dropped("blank")
    if FOOTNOTE.fullmatch(text):
        raise Dropped("footnote")
    if recipe.totals == "leave" and TOTAL.fullmatch(text):
        raise Dropped("total")
    # The first cell tells nearly every row from the header before all of its cells are cleaned.
    again = header.rows and text and header.told[:1] == [text]
    if again and [shown(cell) for cell in row if cell not in NOTHING] == header.told:
        raise Dropped("header")


def write(path: Path, recipe: Recipe, out: Path) -> Report:
    """Write the typed rows of a file as CSV (columns of the recipe, then `OWN`) and return what was read.

    An empty cell is a value that is not known. Raises `Refused`.
    """
    reader = Reader(path, recipe)
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*recipe.table(), *OWN])
        writer.writerows(reader.rows())
    return reader.report

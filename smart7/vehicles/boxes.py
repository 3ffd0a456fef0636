"""Read files of GPS boxes, CSV or Parquet, by a recipe: a stretch of rows at a time, whatever their size."""

import csv
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from smart7.ingest.official import encoding
from smart7.ingest.official.findings import Refused as Unreadable
from smart7.ingest.official.header import squeezed
from smart7.ingest.official.sheets import LONGEST_CELL, MOST_COLUMNS, SEPARATORS
from smart7.vehicles import cells
from smart7.vehicles.recipe import NEEDED, Recipe
from smart7.vehicles.refused import Refused
from smart7.vehicles.sift import Raw

WITHIN: Final = 20
"""Lines in which the header must stand."""
BLOCK: Final = 1 << 22
ROWS: Final = 100_000
READABLE: Final = 0.5
"""So many of the first rows must say when and where; else the recipe does not fit the file."""


class Boxes:
    """The rows of one file; `broken` counts lines with too few or too many cells."""

    def __init__(self, path: Path, name: str, recipe: Recipe, latest: float, mark: Callable[[str], str]) -> None:
        self.path, self.name, self.recipe, self.latest, self.mark = path, name, recipe, latest, mark
        self.broken = 0

    def rows(self) -> Iterator[Raw]:
        """Yield the rows of the file, stretch by stretch; raises `Refused`."""
        first = True
        for columns in self.of_parquet() if is_parquet(self.path) else self.of_text():
            raw = self.raw(columns)
            if first and len(raw):
                self.fits(raw, columns)
            first = False
            yield raw
        if first:
            raise Refused("empty", file=self.name)

    def of_text(self) -> Iterator[dict[str, Any]]:
        """Yield the columns of a text by their names in the recipe."""
        try:
            written = encoding.of_text(self.path)
        except Unreadable:
            raise Refused("letters", file=self.name) from None
        separator, above, width, at = self.header(written)
        names = [f"c{number}" for number in range(width)]
        wanted = {f"c{position}": pa.string() for position in at.values()}
        try:
            with pacsv.open_csv(
                self.path,
                pacsv.ReadOptions(use_threads=False, block_size=BLOCK, skip_rows=above, column_names=names,
                                  encoding=written.replace("utf-8-sig", "utf8")),
                pacsv.ParseOptions(delimiter=separator, invalid_row_handler=self.skip),
                pacsv.ConvertOptions(column_types=wanted, include_columns=list(wanted), check_utf8=False),
            ) as batches:  # fmt: skip
                for batch in batches:
                    yield {name: batch.column(f"c{position}") for name, position in at.items()}
        except (pa.ArrowInvalid, UnicodeError):
            raise Refused("broken_text", file=self.name) from None

    def skip(self, _row: object) -> str:
        """Count a line with too few or too many cells, and go on."""
        self.broken += 1
        return "skip"

    def header(self, written: str) -> tuple[str, int, int, dict[str, int]]:
        """Return what parts the cells, how many lines there are to the header's end, how wide it is, what is where."""
        csv.field_size_limit(LONGEST_CELL)
        lacking: list[str] = []
        for separator in SEPARATORS:
            with self.path.open(encoding=written, newline="") as file:
                lines = csv.reader(capped(file), delimiter=separator)
                try:
                    for row in islice(lines, WITHIN):
                        at, lacks = self.placed(row)
                        if not lacks and len(row) <= MOST_COLUMNS:
                            return separator, lines.line_num, len(row), at
                        lacking = lacks if not lacking or len(lacks) < len(lacking) else lacking
                except (csv.Error, UnicodeError):
                    continue
        raise Refused("no_columns", file=self.name, recipe=self.recipe.name, columns=", ".join(lacking) or "-")

    def placed(self, row: list[str]) -> tuple[dict[str, int], list[str]]:
        """Return where each column of the recipe stands in a header, and the headings of those that must and do not."""
        there = {squeezed(cell): position for position, cell in reversed(list(enumerate(row)))}
        at, lacks = {}, []
        for name, headings in self.recipe.headings.items():
            found = next((there[squeezed(one)] for one in headings if squeezed(one) in there), None)
            if found is not None:
                at[name] = found
            elif name in NEEDED:
                lacks.append(headings[0])
        return at, lacks

    def of_parquet(self) -> Iterator[dict[str, Any]]:
        """Yield the columns of a Parquet file by their names in the recipe."""
        try:
            with pq.ParquetFile(self.path) as file:
                names = file.schema_arrow.names
                at, lacks = self.placed(names)
                if lacks:
                    raise Refused("no_columns", file=self.name, recipe=self.recipe.name, columns=", ".join(lacks))
                wanted = [names[position] for position in at.values()]
                for batch in file.iter_batches(ROWS, columns=wanted, use_threads=False):
                    yield {name: batch.column(names[position]) for name, position in at.items()}
        except (pa.ArrowException, OSError):
            raise Refused("broken_parquet", file=self.name) from None

    def raw(self, columns: dict[str, Any]) -> Raw:
        """Return rows from the cells of their columns."""
        recipe, rules = self.recipe, self.recipe.rules
        count = len(columns["vehicle"])
        nothing, unsaid = np.full(count, np.nan), pa.nulls(count, pa.string())
        number = {
            name: cells.numbers(columns[name], rules) if name in columns else nothing
            for name in ("latitude", "longitude", "speed", "heading")
        }
        route, trip = (cells.names(columns[n], rules) if n in columns else unsaid for n in ("route", "trip"))
        moment = self.moments(columns)
        told = cells.moments(columns["received"], recipe) if "received" in columns else np.full(count, self.latest)
        # A row that says neither is counted with the day on which the file was read.
        told = np.where(np.isnan(moment) & np.isnan(told), self.latest, told)
        return Raw(
            cells.marks(columns["vehicle"], self.mark), moment, told, number["latitude"],
            number["longitude"], number["speed"] * recipe.metres_a_second, number["heading"], route,
            self.directions(columns.get("direction"), nothing), trip, nothing, "received" in columns,
        )  # fmt: skip

    def moments(self, columns: dict[str, Any]) -> Any:  # noqa: ANN401
        """Return when each row was, from one column, or from a day and a clock."""
        if "clock" not in columns:
            return cells.moments(columns["time"], self.recipe)
        day, clock = (cells.texts(columns[name]) for name in ("time", "clock"))
        return cells.moments(cells.joined(day, clock), self.recipe)

    def directions(self, column: Any, nothing: Any) -> Any:  # noqa: ANN401
        """Return the direction of each row, 0 or 1, as the recipe says what means which."""
        if column is None:
            return nothing
        known = {text.lower(): float(value) for text, value in self.recipe.directions} or {"0": 0.0, "1": 1.0}
        return cells.each(cells.texts(column), lambda text: known.get(text.strip().lower(), np.nan))

    def fits(self, raw: Raw, columns: dict[str, Any]) -> None:
        """Raise `Refused` where hardly a row of the first ones says when or where: the recipe is of another file."""
        for name, values in (("time", raw.moment), ("latitude", raw.latitude), ("longitude", raw.longitude)):
            unread = np.isnan(values)
            if unread.mean() > READABLE:
                example = cells.texts(columns[name])[int(np.flatnonzero(unread)[0])].as_py()
                heading = self.recipe.headings[name][0]
                raise Refused("unread_column", file=self.name, column=heading, value=str(example)[:40])


def capped(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines as far as a header may reach, so that a file without any line break is not read to its end."""
    while line := lines.readline(LONGEST_CELL):  # type: ignore[attr-defined]
        yield line


def is_parquet(path: Path) -> bool:
    """Return whether a file begins as Parquet does."""
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"

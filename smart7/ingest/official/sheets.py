"""Open a file that was checked before and hand out its sheets as rows of cells, whatever form it has."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

import python_calamine as calamine

from smart7.ingest.official import encoding, pages
from smart7.ingest.official.findings import Refused
from smart7.ingest.official.header import WITHIN, Cell, Header, Span, find, lacking
from smart7.ingest.official.recipe import Recipe

SEPARATORS: Final = (",", ";", "\t", "|")
MOST_COLUMNS: Final = 2000
LONGEST_CELL: Final = 100_000
SAMPLE: Final = WITHIN + 10


@dataclass(slots=True)
class Sheet:
    """One sheet: its header, and its rows below that with the number each has in the file.

    `ragged` says that rows may be of several lengths, as in a text.
    """

    name: str
    header: Header | None
    rows: Iterator[tuple[int, list[Cell]]]
    lacks: list[str] = field(default_factory=list)
    passed: tuple[str, ...] = ()
    ragged: bool = False


def sheets(path: Path, kind: str, recipe: Recipe) -> Iterator[Sheet]:
    """Yield the sheets of a file that the recipe asks for; raises `Refused`."""
    if kind in ("xlsx", "xls"):
        yield from of_workbook(path, recipe)
    elif kind == "html":
        yield with_header("", pages.rows(path), recipe, None)
    elif kind in ("json", "geojson"):
        yield of_json(path, kind, recipe)
    else:
        yield of_text(path, recipe)


def of_workbook(path: Path, recipe: Recipe) -> Iterator[Sheet]:
    """Yield the visible sheets of a workbook that the recipe asks for."""
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError:
        raise Refused("password", file=path.name) from None
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Refused("password" if "assword" in str(error) else "broken", file=path.name) from None
    every = [about for about in book.sheets_metadata if about.typ == calamine.SheetTypeEnum.WorkSheet]
    visible = [about.name for about in every if about.visible == calamine.SheetVisibleEnum.Visible]
    asked = wanted(visible, recipe)
    if not asked:
        raise Refused("no_sheet", file=path.name, wanted=recipe.sheets, there=", ".join(visible) or "-")
    passed = tuple(about.name for about in every if about.name not in asked)
    for name in asked:
        try:
            sheet = book.get_sheet_by_name(name)
        except (calamine.CalamineError, OSError, ValueError):
            raise Refused("broken", file=path.name) from None
        if sheet.start is None:
            yield Sheet(name, None, iter(()), passed=passed)
            continue
        if sheet.total_width > MOST_COLUMNS:
            raise Refused("too_wide", file=path.name, columns=f"{sheet.total_width:,}", most=f"{MOST_COLUMNS:,}")
        pad: list[Cell] = [""] * sheet.start[1]
        rows = (pad + row for row in sheet.iter_rows())
        yield with_header(name, rows, recipe, spans(sheet), passed)


def wanted(visible: list[str], recipe: Recipe) -> list[str]:
    """Return the names of the sheets that the recipe asks for."""
    if recipe.sheets == "first":
        return visible[:1]
    if recipe.sheets == "all":
        return visible
    pattern = recipe.sheet_pattern()
    return [name for name in visible if pattern.fullmatch(name.strip())]


def spans(sheet: calamine.CalamineSheet) -> list[Span]:
    """Return the merged cells of a sheet that lie near its top."""
    return [span for span in sheet.merged_cell_ranges or [] if span[0][0] < SAMPLE]


def with_header(
    name: str, rows: Iterable[list[Cell]], recipe: Recipe, merged: list[Span] | None, passed: tuple[str, ...] = ()
) -> Sheet:
    """Return a sheet whose first rows were searched for its header."""
    going = iter(rows)
    first = list(islice(going, SAMPLE))
    header = find(first, recipe, merged)
    if header is None:
        return Sheet(name, None, iter(()), lacking(first, recipe), passed)
    below = chain(first[header.rows :], going)
    return Sheet(name, header, enumerate(below, header.rows + 1), passed=passed)


def of_text(path: Path, recipe: Recipe) -> Sheet:
    """Return a text as a sheet, separated by whatever gives it the recipe's header."""
    written = encoding.of_text(path)
    csv.field_size_limit(LONGEST_CELL)
    tried = []
    for separator in SEPARATORS:
        first = list(islice(lines(path, written, separator), SAMPLE))
        if not first:
            raise Refused("empty", file=path.name)
        if find(first, recipe, None):
            sheet = with_header("", lines(path, written, separator), recipe, None)
            sheet.ragged = recipe.header_rows > 0
            return sheet
        tried.append((max(map(len, first)), first))
    _, widest = max(tried, key=lambda pair: pair[0])
    return Sheet("", None, iter(()), lacking(widest, recipe))


def lines(path: Path, written: str, separator: str) -> Iterator[list[Cell]]:
    """Yield the rows of a text; raises `Refused` for one that is no table."""
    with path.open(encoding=written, newline="") as file:
        reader = csv.reader(file, delimiter=separator)
        try:
            for row in reader:
                if len(row) > MOST_COLUMNS:
                    raise Refused("too_wide", file=path.name, columns=f"{len(row):,}", most=f"{MOST_COLUMNS:,}")
                yield row
        except (csv.Error, UnicodeError):
            raise Refused("broken_text", file=path.name, line=reader.line_num) from None


def of_json(path: Path, kind: str, recipe: Recipe) -> Sheet:
    """Return the records of a JSON file as a sheet; fields that lie in others are named with a point."""
    try:
        content = json.loads(path.read_text(encoding.of_text(path)), parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        raise Refused("broken", file=path.name) from None
    steps = ("features",) if kind == "geojson" and not recipe.records else recipe.records
    records = [feature(record) if kind == "geojson" else record for record in walk(content, steps, {})]
    if not records:
        raise Refused("no_records", file=path.name, records="/".join(steps) or "[]")
    names = tuple(dict.fromkeys(name for record in records for name in record))
    if len(names) > MOST_COLUMNS:
        raise Refused("too_wide", file=path.name, columns=f"{len(names):,}", most=f"{MOST_COLUMNS:,}")
    rows: list[list[Cell]] = [list(names), *([record.get(name) for name in names] for record in records)]
    return with_header("", rows, recipe, None)


def walk(content: object, steps: tuple[str, ...], outer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the records at the end of a path, each with the plain fields of all it lies in."""
    for item in content if isinstance(content, list) else [content]:
        if not isinstance(item, dict):
            continue
        if not steps:
            yield outer | dict(flat(item, ""))
            continue
        plain = {name: value for name, value in item.items() if not isinstance(value, dict | list)}
        yield from walk(item.get(steps[0]), steps[1:], outer | plain)


def flat(item: dict[str, Any], before: str) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record, those of records in it by their path; lists as text."""
    for name, value in item.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{name}.")
        else:
            yield before + name, json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def feature(record: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of a feature of GeoJSON, with the position of a point."""
    fields = {name.removeprefix("properties."): value for name, value in record.items()}
    if fields.get("geometry.type") == "Point":
        try:
            lon, lat = json.loads(str(fields.get("geometry.coordinates")))[:2]
        except (TypeError, ValueError):
            return fields
        fields |= {"geometry.lat": lat, "geometry.lon": lon}
    return fields

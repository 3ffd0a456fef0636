"""Edits of rows of the catalogue, laid over its files: the same for what builds a snapshot and for what serves one.

An edit changes cells of a row or adds a row; ids never change and no row is taken out. It holds what stood in each
cell before. Where a file says otherwise by now, and not what was approved either, somebody edited it since by hand, and
the file leads: so a file that was brought up to date with `manage.py catalogue export` can be edited on.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "indicators.csv": ("indicator_id",),
    "targets.csv": ("indicator_id", "unit_id", "authority", "period_from"),
    "units.csv": ("unit_id",),
    "events.csv": ("event_id",),
    "sources.csv": ("source_id",),
}
"""The files that are edited on the page, each with the columns that tell its rows apart."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One approved change of one row: what each cell said, all '' for a row that is added, and what it says now."""

    change_id: str
    file: str
    key: tuple[str, ...]
    added: bool
    before: Mapping[str, str]
    after: Mapping[str, str]


@dataclass(slots=True)
class Laid:
    """Rows with edits over them: which row each edit touched, and which cells a file says otherwise about."""

    rows: list[list[str]]
    touched: dict[int, str] = field(default_factory=dict)  # number of the row -> the last change of it
    overruled: list[tuple[str, str]] = field(default_factory=list)  # change and column


def laid_over(header: Sequence[str], rows: Iterable[Sequence[str]], edits: Iterable[Edit]) -> Laid:
    """Return the rows of a file with its edits over them, in the order in which they were approved.

    Rows that are added come last. A file without a column of its key has nothing laid over it.
    """
    found, every = Laid([list(row) for row in rows]), list(edits)
    if not every or not set(KEYS[every[0].file]) <= set(header):
        return found
    places = [header.index(name) for name in KEYS[every[0].file]]
    at = {tuple(row[place].strip() for place in places): number for number, row in enumerate(found.rows)}
    for edit in every:
        if edit.added and edit.key not in at:
            at[edit.key] = len(found.rows)
            found.rows.append([edit.after.get(name, "") for name in header])
            found.touched[at[edit.key]] = edit.change_id
        elif edit.key in at and not edit.added:
            lay(edit, header, at[edit.key], found)
    found.overruled = overruled(header, found, at, every)
    return found


def lay(edit: Edit, header: Sequence[str], number: int, found: Laid) -> None:
    """Put the cells of an edit into a row where it still says what it said before."""
    for name, new in edit.after.items():
        if name in header and found.rows[number][header.index(name)].strip() == edit.before.get(name, ""):
            found.rows[number][header.index(name)] = new
            found.touched[number] = edit.change_id


def overruled(
    header: Sequence[str], found: Laid, at: Mapping[tuple[str, ...], int], edits: Sequence[Edit]
) -> list[tuple[str, str]]:
    """Return each cell that says otherwise than what was approved of it last, as change and column."""
    last = {(edit.key, name): (edit.change_id, new) for edit in edits for name, new in edit.after.items()}
    return [
        (change_id, name)
        for (key, name), (change_id, new) in last.items()
        if key not in at or name not in header or found.rows[at[key]][header.index(name)].strip() != new
    ]


def parsed(text: str) -> tuple[list[str], list[list[str]]]:
    """Return header and rows of a file of the catalogue, lines of the wrong width left out; raises `csv.Error`."""
    lines = [line for line in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True) if line]
    header = [name.strip() for name in lines[0]] if lines else []
    return header, [line for line in lines[1:] if len(line) == len(header)]


def written(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a file of the catalogue as this project writes them."""
    out = io.StringIO(newline="")
    plain = csv.writer(out, lineterminator="\n")
    # A carriage return without quotes would be read as the end of a line.
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in (header, *rows):
        (quoted if any("\r" in cell for cell in row) else plain).writerow(row)
    return out.getvalue()

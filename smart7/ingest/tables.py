"""Read a CSV file against its declared columns: a typed frame, or every fault in it."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from smart7 import edits
from smart7.edits import Edit
from smart7.ingest.columns import Column, Table
from smart7.ingest.faults import BadInput, Fault, fault
from smart7.office.signs import CellError, Problem
from smart7.office.written import not_utf8, other_mark

TOUCHED: Final = "touched"
"""What a frame says by this name of itself: the change that touched each line, where one did."""


@dataclass(slots=True)
class Raw:
    """Cells as written, with the line each row starts on."""

    header: list[str]
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read(folder: Path, table: Table, changed: Sequence[Edit] = ()) -> tuple[pd.DataFrame, list[Fault]]:
    """Return a file's rows as declared (plus `line`) and its faults; faulty cells are left empty.

    Edits are laid over what is written before it is read; `TOUCHED` of the frame says in which lines. Raises `BadInput`
    when nothing of the file can be read at all.
    """
    path = folder / table.path
    if not path.exists() and table.optional:
        return pd.DataFrame(columns=[*table.names, "line"]), []
    written = decode(path, table)
    check_mark(written, table)
    raw = split(written, table)
    check_header(raw, table)
    touched = lay(raw, changed)
    if table.needs_rows and not raw.rows:
        raw.faults.append(fault(table.name, 1, "", "no_rows"))
    typed, faults = type_columns(raw, table)
    faults += duplicates(typed, table)
    typed.attrs[TOUCHED] = touched
    return typed, raw.faults + faults


def lay(raw: Raw, changed: Sequence[Edit]) -> dict[int, str]:
    """Lay edits over the cells of a file, new rows after the last; return the change of each line it touched."""
    if not changed:
        return {}
    found = edits.laid_over(raw.header, raw.rows, changed)
    last = raw.lines[-1] if raw.lines else 1
    raw.lines += [last + number for number in range(1, len(found.rows) - len(raw.rows) + 1)]
    raw.rows = found.rows
    return {raw.lines[number]: change_id for number, change_id in found.touched.items()}


def decode(path: Path, table: Table) -> str:
    """Return a file's text, or say that it is missing, empty or not UTF-8, and where."""
    if not path.exists():
        raise BadInput([fault(table.name, 0, "", "no_file")])
    content = path.read_bytes()
    if spoilt := not_utf8(content):
        rule, byte = spoilt
        line = content.count(b"\n", 0, byte) + 1
        raise BadInput([fault(table.name, line, "", rule, byte=byte)])
    written = content.decode("utf-8-sig")
    if not written.strip():
        raise BadInput([fault(table.name, 0, "", "empty_file", columns=",".join(table.names))])
    return written


def check_mark(written: str, table: Table) -> None:
    """Raise `BadInput` when the header has its columns parted by anything but commas."""
    first, _, _ = written.partition("\n")
    if mark := other_mark(first, table.names):
        raise BadInput([fault(table.name, 1, "", "not_commas", mark=mark)])


def split(content: str, table: Table) -> Raw:
    """Return the cells of a CSV text; lines of the wrong width are faults and left out."""
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    start = 1
    try:
        raw = Raw([name.strip() for name in next(reader)])
        start = reader.line_num + 1
        for row in reader:
            if len(row) == len(raw.header):
                raw.rows.append(row)
                raw.lines.append(start)
            elif row:
                found, expected = len(row), len(raw.header)
                raw.faults.append(fault(table.name, start, "", "ragged_line", found=found, expected=expected))
            start = reader.line_num + 1
    except csv.Error as error:
        # The row in which a quote was opened: where reading stopped may be the end of the file.
        raise BadInput([fault(table.name, start, "", "broken_csv", why=error)]) from None
    return raw


def check_header(raw: Raw, table: Table) -> None:
    """Raise `BadInput` when columns are missing, not known or given twice."""
    names = table.names
    needed = [c.name for c in table.columns if not c.may_lack]
    faults = [fault(table.name, 1, name, "missing_column", name=name) for name in needed if name not in raw.header]
    faults += [
        fault(table.name, 1, name, "unknown_column", name=name, columns=", ".join(names))
        for name in dict.fromkeys(raw.header)
        if name not in names
    ]
    faults += [fault(table.name, 1, name, "repeated_column", name=name) for name in names if raw.header.count(name) > 1]
    if faults:
        raise BadInput(faults + raw.faults)


def type_columns(raw: Raw, table: Table) -> tuple[pd.DataFrame, list[Fault]]:
    """Return typed columns and the faults of their cells; each distinct cell is read once."""
    # One block for all columns: a frame of some twenty columns by themselves takes longer to make than to fill.
    typed = np.full((len(raw.rows), len(table.columns)), None, dtype=object)
    written_in = dict(zip(raw.header, zip(*raw.rows, strict=True), strict=True)) if raw.rows else {}
    faults: list[Fault] = []
    for number, column in enumerate(table.columns):
        if column.name not in written_in:
            continue
        which, written = pd.factorize(np.array(written_in[column.name], dtype=object))
        values, problems = parse_distinct([cell.strip() for cell in written], column)
        typed[:, number] = values[which]
        for position, (name, details) in problems.items():
            rows = np.flatnonzero(which == position)
            faults += [fault(table.name, raw.lines[row], column.name, name, **details) for row in rows]
    frame = pd.DataFrame(typed, columns=list(table.names), dtype=object)
    frame["line"] = pd.Series(raw.lines, dtype="int64")
    return frame, faults


def parse_distinct(written: list[str], column: Column) -> tuple[np.ndarray, dict[int, Problem]]:
    """Return the value of each distinct cell of a column, and what is wrong with the others, by position."""
    values = np.full(len(written), None, dtype=object)
    problems: dict[int, Problem] = {}
    for position, cell in enumerate(written):
        try:
            if cell:
                values[position] = column.parse(cell)
            elif column.required:
                raise CellError("required")
        except CellError as error:
            problems[position] = error.problem
    return values, problems


def duplicates(frame: pd.DataFrame, table: Table) -> list[Fault]:
    """Return a fault for each row whose key an earlier row has; an unread key is like no other."""
    if not table.key or not frame.duplicated(list(table.key)).any():
        return []
    keys = list(zip(*(frame[name] for name in table.key), strict=True))
    needed = [c.required for name in table.key for c in table.columns if c.name == name]
    first: dict[tuple[Any, ...], int] = {}
    faults = []
    for key, line in zip(keys, frame["line"], strict=True):
        if any(part is None and due for part, due in zip(key, needed, strict=True)):
            continue
        if key in first:
            shown = " / ".join(str(part) for part in key if part is not None)
            faults.append(fault(table.name, int(line), table.key[0], "duplicate", first=first[key], key=shown))
        first.setdefault(key, int(line))
    return faults

"""Read a text as a sheet: CSV in any of the encodings and separators offices save, or what was pasted from one."""

import csv
import io
from itertools import islice
from typing import Final

from smart7.office.written import looks_thai, wide
from smart7.register.books.grid import MOST_COLUMNS, MOST_ROWS, Row, Sheet, Unreadable
from smart7.words import books as words

SEPARATORS: Final = ("\t", ";", ",", "|")
SAMPLE: Final = 100_000
LONGEST_CELL: Final = 20_000


def decoded(content: bytes) -> tuple[str, str]:
    """Return a text and what it was written in, where that is not UTF-8; raises `Unreadable`."""
    start = content[:SAMPLE]
    written = "utf-8-sig"
    if b"\0" in start or start.startswith((b"\xff\xfe", b"\xfe\xff")):
        written = wide(start)
    else:
        try:
            return content.decode(written), ""
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            if not looks_thai(start):
                raise Unreadable("encoding", line=line) from None
            written = "cp874"
    if not written:
        raise Unreadable("other_kind", found="binary")
    try:
        return content.decode(written).removeprefix("\ufeff"), written
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", line=content.count(b"\n", 0, error.start) + 1) from None


def separator(text: str) -> str:
    """Return what parts the cells of a text: whatever gives its lines the most and the same number of them."""
    head = [line for line in text[:SAMPLE].splitlines() if line.strip()][:50]

    def cells(mark: str) -> int:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO("\n".join(head)), delimiter=mark)]
        except csv.Error:
            return 0
        return sum(width - 1 for width in widths)

    return max(SEPARATORS, key=cells)


def sheet(text: str) -> Sheet:
    """Return a text as a sheet without a name; raises `Unreadable` where it is no table or has too many rows."""
    limit = csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
    try:
        rows = [
            Row(number, tuple(row[: MOST_COLUMNS + 1]))
            for number, row in enumerate(islice(reader, MOST_ROWS + 1), 1)
            if any(cell.strip() for cell in row)
        ]
    except csv.Error:
        raise Unreadable("encoding", line=reader.line_num) from None
    finally:
        csv.field_size_limit(limit)
    if reader.line_num > MOST_ROWS and next(reader, None) is not None or len(rows) > MOST_ROWS:
        raise Unreadable("too_long", most=f"{MOST_ROWS:,}")
    if not rows:
        raise Unreadable("empty")
    return Sheet("", rows)


def mark(found: Sheet) -> dict[str, str]:
    """Return what the first row of a form's text says of it, as the hidden sheet of a workbook does; nothing elsewhere.

    A spreadsheet that saves the text again leaves each of its cells as it is, since each is a name and a value.
    """
    first = [str(cell).strip() for cell in found.rows[0].cells]
    if first[:1] != [words.MARK_SHEET]:
        return {}
    return {name: value for name, _, value in (cell.partition("=") for cell in first[1:]) if value}

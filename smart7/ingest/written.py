"""How a text file is written: in which letters, and what parts its cells, where neither is what is due."""

import csv
import re
from collections.abc import Collection
from typing import Final

MARKS: Final = {";": ";", "\t": "Tab", "|": "|"}
THAI_RUNS: Final = re.compile(rb"[\xa1-\xda\xdf-\xfb]{2,}")
WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT: Final = 100_000  # bytes


def not_utf8(content: bytes) -> tuple[str, int] | None:
    """Return which rule of the words a file's bytes break, and the first byte that does; None for UTF-8."""
    start = content[:LOOKED_AT]
    if start.startswith(WIDE) or b"\0" in start:
        return ("wide_text" if looks_wide(start) else "binary"), 0
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return ("thai_windows" if looks_thai(start) else "not_utf8"), error.start
    return None


def looks_wide(start: bytes) -> bool:
    """Return whether bytes are UTF-16: by its mark, or as letters of two bytes have their nulls on one side."""
    if start.startswith(WIDE):
        return True
    even, odd = start[::2].count(0), start[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) > len(start) / 8


def looks_thai(start: bytes) -> bool:
    """Return whether a text is in Thai letters of Windows-874, which come in runs; accents of Latin stand alone.

    Thai of UTF-8 with one spoilt byte has such runs too, but nearly all of it can be read.
    """
    high = sum(byte >= 0x80 for byte in start)
    read = sum(len(letter.encode()) for letter in start.decode("utf-8", "ignore") if not letter.isascii())
    return read < 0.5 * high and sum(len(run) for run in THAI_RUNS.findall(start)) > 0.7 * high


def other_mark(header: str, columns: Collection[str]) -> str | None:
    """Return what parts the cells of a header line, where more columns are known by it than by commas."""
    known = {mark: len(set(columns).intersection(cells(header, mark))) for mark in (",", *MARKS)}
    best = max(known, key=lambda mark: known[mark])
    return MARKS.get(best)


def cells(line: str, mark: str) -> list[str]:
    """Return the cells of one line, as far as it can be read with a separator."""
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=mark, strict=True), [])]
    except csv.Error:
        return []

"""How a text file is written: in which letters, and what parts its cells, where neither is what is due."""

import codecs
import csv
import re
from collections.abc import Collection
from typing import Final

MARKS: Final = {";": ";", "\t": "Tab", "|": "|"}
THAI_RUNS: Final = re.compile(rb"[\xa1-\xda\xdf-\xfb]{2,}")
WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LOOKED_AT: Final = 100_000  # bytes


def not_utf8(content: bytes) -> tuple[str, int] | None:
    """Return which rule of the words a file's bytes break, and the first byte that does; None for UTF-8."""
    start = content[:LOOKED_AT]
    if start.startswith(WIDE) or b"\0" in start:
        return ("wide_text" if wide(start) else "binary"), 0
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return ("thai_windows" if looks_thai(start) else "not_utf8"), error.start
    return None


def wide(start: bytes) -> str:
    """Return which UTF-16 bytes are in, '' for none: by its mark, or by the upper half of its letters.

    That is 0 where Latin letters stand, and 14 where Thai ones do.
    """
    if start.startswith(WIDE):
        return "utf-16"
    for name, half in (("utf-16-le", start[1::2]), ("utf-16-be", start[0::2])):
        if half and (half.count(0) + half.count(0x0E)) > 0.8 * len(half):
            return name
    return ""


def looks_thai(start: bytes) -> bool:
    """Return whether a text is in Thai letters of Windows-874, which come in runs; accents of Latin stand alone.

    UTF-8 with a spoilt byte has such runs too, but nearly all of it can be read. Of Thai in Windows-874 a third can, by
    chance; more than half of it in one header of twenty words of three.
    """
    high = sum(byte >= 0x80 for byte in start)
    read = sum(len(letter.encode()) for letter in start.decode("utf-8", "ignore") if not letter.isascii())
    return read < 0.7 * high and sum(len(run) for run in THAI_RUNS.findall(start)) > 0.7 * high


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

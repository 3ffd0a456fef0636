"""Check the files of a feed as text, before their content: there, UTF-8, separated by commas, quotes closed."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from smart7.ingest.gtfs.archive import CALENDARS, REQUIRED
from smart7.ingest.gtfs.findings import Finding, found
from smart7.ingest.gtfs.load import LONGEST_LINE
from smart7.office.written import MARKS, not_utf8


def check(folder: Path) -> list[Finding]:
    """Return what keeps the files of a folder from being read at all."""
    there = {path.name for path in folder.glob("*.txt")}
    findings = [found("error", "no_such_file", name, name=name) for name in REQUIRED if name not in there]
    findings += [] if there.intersection(CALENDARS) else [found("error", "no_calendar")]
    for name in sorted(there):
        findings += check_file(folder / name)
    return findings


def check_file(path: Path) -> list[Finding]:
    """Return the first thing that keeps a file from being read, if there is one."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline(LONGEST_LINE)
            if "\0" in header:
                return spoilt(path)
            if not header.strip():
                return [found("error", "no_content", path.name)]
            for mark, name in MARKS.items():
                if mark in header and "," not in header:
                    return [found("error", "not_commas", path.name, 1, mark=name)]
            file.seek(0)
            return list(check_rows(path, csv.reader(lines(file), strict=True)))
    except UnicodeDecodeError:
        return spoilt(path)


def lines(file: TextIO) -> Iterator[str]:
    """Yield the lines of a file; raises `csv.Error` rather than take one that never ends into memory."""
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            raise csv.Error("a line without an end")
        yield line


def check_rows(path: Path, reader: Iterator[list[str]]) -> Iterator[Finding]:
    """Yield the first place where a file is no CSV."""
    start = 1
    try:
        for _ in reader:
            start = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error:
        # The row in which a quote was opened: where reading stopped may be the end of the file.
        yield found("error", "broken_csv", path.name, start)


def spoilt(path: Path) -> list[Finding]:
    """Return which encoding a file seems to have, and the line where it is not UTF-8."""
    content = path.read_bytes()
    rule, byte = not_utf8(content) or ("binary", 0)
    line = content.count(b"\n", 0, byte) + 1 if byte else 0
    return [found("error", rule, path.name, line, byte=byte)]

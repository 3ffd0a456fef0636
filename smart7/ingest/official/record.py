"""The files of the record that a take touches, as they stand and as they will stand."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from smart7.ingest import specs, specs_happened

OBSERVATIONS: Final = specs.observations("").names
POINTS: Final = specs_happened.points("").names
DAYS: Final = specs_happened.days("").names
EDITIONS: Final = specs.EDITIONS.names
Line = dict[str, str]


@dataclass(slots=True)
class File:
    """One CSV file: its header and rows as text, and what is to be added or changed."""

    path: Path
    header: tuple[str, ...]
    written: bytes
    rows: list[Line]
    added: list[Line] = field(default_factory=list)
    rewritten: bool = False

    @property
    def changed(self) -> bool:
        """Return whether the file will stand otherwise than it does."""
        return self.rewritten or bool(self.added)

    def content(self) -> bytes:
        """Return the file as it will stand; rows that did not change stay as they were written."""
        if self.rewritten or not self.written:
            return as_csv(self.header, [*self.rows, *self.added], with_header=True)
        before = self.written if self.written.endswith(b"\n") else self.written + b"\n"
        return before + as_csv(self.header, self.added, with_header=False)


def as_csv(header: tuple[str, ...], rows: Iterable[Line], *, with_header: bool) -> bytes:
    """Return rows as the bytes of a CSV file, columns in the order of the header."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, header, restval="", extrasaction="ignore", lineterminator="\n")
    if with_header:
        writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def read(path: Path, header: tuple[str, ...]) -> File:
    """Return a file as it stands, or an empty one with a header where there is none."""
    if not path.exists():
        return File(path, header, b"", [])
    written = path.read_bytes()
    reader = csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    rows = [{name: value or "" for name, value in row.items() if name} for row in reader]
    return File(path, tuple(reader.fieldnames or header), written, rows)


class Record:
    """The files of a data folder, each read once and changed in memory only."""

    def __init__(self, data: Path) -> None:
        """Start with nothing read."""
        self.data = data
        self.files: dict[str, File] = {}

    def file(self, name: str, header: tuple[str, ...] = ()) -> File:
        """Return a file by its name below the data folder."""
        if name not in self.files:
            self.files[name] = read(self.data / name, header)
        return self.files[name]

    def changed(self) -> dict[str, bytes]:
        """Return the files that will stand otherwise than they do, with their content."""
        return {name: file.content() for name, file in sorted(self.files.items()) if file.changed}


def written(value: object) -> str:
    """Return a value as it stands in the record."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.12g}"
    return value.isoformat() if isinstance(value, date) else str(value)

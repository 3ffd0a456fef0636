"""The files of the catalogue as they stand, with everything approved laid over them; and as a file to take away."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from smart7 import edits, store
from smart7.edits import Edit
from smart7.i18n import Lang
from smart7.ledger import book
from smart7.ledger import edits as held
from smart7.register.rights import Refused
from smart7.words import edits as words

Row = dict[str, str]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of the catalogue: its columns, and its rows by their key in the order of the file."""

    file: str
    header: tuple[str, ...]
    rows: dict[Key, Row]
    overruled: tuple[tuple[str, str], ...] = ()

    def named(self, key: Key, lang: Lang) -> str:
        """Return what a row is called, its id where it has no name."""
        row = self.rows.get(key, {})
        return row.get(f"name_{lang}") or row.get(f"title_{lang}") or " ".join(key)


def folder() -> Path:
    """Return where the files are."""
    return store.data_folder() / "catalog"


def sheet(file: str, changed: Sequence[Edit]) -> Sheet:
    """Return a file with changes laid over it; raises `Refused` where it cannot be read."""
    try:
        header, rows = edits.parsed((folder() / file).read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Refused(words.UNREADABLE, file=file, fault=error) from None
    laid = edits.laid_over(header, rows, [one for one in changed if one.file == file])
    cells = [{name: cell.strip() for name, cell in zip(header, row, strict=True)} for row in laid.rows]
    return Sheet(file, tuple(header), {key_of(file, row): row for row in cells}, tuple(laid.overruled))


def key_of(file: str, row: Row) -> Key:
    """Return what tells a row from the others of its file."""
    return tuple(row.get(name, "") for name in edits.KEYS[file])


def approved() -> list[Edit]:
    """Return every approved change, published or not, in the order of their approval."""
    with book.opened() as ledger:
        return [one.edit for one in held.in_force(ledger)]


def published() -> list[Edit]:
    """Return every published change in the order of their approval."""
    with book.opened() as ledger:
        return [one.edit for one in held.in_force(ledger) if one.state == "published"]


def merged(file: str) -> bytes:
    """Return a file with what was published laid over it, to bring the file itself up to date."""
    found = sheet(file, published())
    return edits.written(found.header, [list(row.values()) for row in found.rows.values()]).encode()

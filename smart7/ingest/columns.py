"""How input files are declared, and what the declarations share: choices, texts in two languages, positions."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smart7 import catalog
from smart7.ingest.cells import Parse, between, choice, number, slug, text

CONFIDENCES: Final = ("official", "reported", "estimated")
CONFIDENCE = choice(*CONFIDENCES)
QUALITY = choice("official", "reported", "submitted", "modelled", "estimated")
DOMAIN = choice(*[domain.id for domain in catalog.DOMAINS])
PRECISION = choice("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Column:
    """One declared column: how its cells are read, whether they may be empty, what they point to.

    A file may lack a column altogether where that is said; all its cells are empty then.
    """

    name: str
    parse: Parse = text
    required: bool = True
    refers_to: str = ""
    may_lack: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One declared file: its columns and the columns that no two rows may share."""

    path: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    optional: bool = False
    needs_rows: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def name(self) -> str:
        """Return the file's name without folder, as faults show it."""
        return Path(self.path).name


def optional(name: str, parse: object = text, refers_to: str = "") -> Column:
    """Return a column whose cells may be empty."""
    return Column(name, parse, required=False, refers_to=refers_to)  # type: ignore[arg-type]


def both(name: str, *, required: bool = True) -> tuple[Column, Column]:
    """Return the Thai and the English column of a text."""
    return Column(f"{name}_th", text, required), Column(f"{name}_en", text, required)


def position() -> tuple[Column, Column]:
    """Return latitude and longitude, which may both be empty."""
    return optional("lat", between(number, -90, 90)), optional("lon", between(number, -180, 180))


def edition() -> Column:
    """Return the edition of an official file that a row was taken from, which files written by hand may lack."""
    return Column("edition_id", slug, required=False, refers_to="editions.csv", may_lack=True)

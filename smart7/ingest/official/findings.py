"""What keeps a file from being taken: one sentence about the whole of it, or faults with their places."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from smart7.i18n import Text
from smart7.ingest.faults import fill
from smart7.words import official_said as words

SHOWN: Final = 5


class Refused(Exception):
    """Raise for a file or recipe that cannot be used at all; as a text it is one sentence in both languages."""

    def __init__(self, name: str, **values: object) -> None:
        self.name = name
        self.values = {key: str(value) for key, value in values.items()}
        super().__init__(words.REFUSALS[name].both(**self.values))


@dataclass(frozen=True, slots=True)
class Found:
    """One fault at one place; an empty sheet or column and row 0 stand for the whole."""

    name: str
    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    values: tuple[tuple[str, str], ...] = ()

    def said(self) -> tuple[Text, Text]:
        """Return what is wrong and what to do, in both languages."""
        what, do = words.FAULTS[self.name]
        return fill(what, dict(self.values)), fill(do, dict(self.values))

    def place(self) -> str:
        """Return where it is, as people find it in a sheet."""
        where = [self.file, self.sheet, str(self.row) if self.row else "", self.column and f"[{self.column}]"]
        return " · ".join(part for part in where if part)


@dataclass(slots=True)
class Faults:
    """The faults of a file: the first few of each kind and column, and how many there are."""

    file: str
    kept: list[Found] = field(default_factory=list)
    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def add(self, name: str, sheet: str = "", row: int = 0, column: str = "", **values: object) -> None:
        """Count a fault, and keep it while there are few of its kind."""
        kind = (name, sheet, column)
        self.counts[kind] += 1
        if self.counts[kind] <= SHOWN:
            told = tuple((key, str(value)[:80]) for key, value in values.items())
            self.kept.append(Found(name, self.file, sheet, row, column, told))

    def more(self, found: Found) -> int:
        """Return how many faults of a kind are not shown, for the last one that is; 0 for the others."""
        kind = (found.name, found.sheet, found.column)
        same = [other for other in self.kept if (other.name, other.sheet, other.column) == kind]
        return self.counts[kind] - len(same) if same[-1] is found else 0

    def as_data(self) -> dict[str, Any]:
        """Return plain data, for another process."""
        rows = [(f.name, f.sheet, f.row, f.column, list(f.values)) for f in self.kept]
        return {"kept": rows, "counts": [[*kind, count] for kind, count in self.counts.items()]}

    def take_in(self, data: dict[str, Any]) -> None:
        """Add what another process found."""
        for name, sheet, row, column, values in data["kept"]:
            self.kept.append(Found(name, self.file, sheet, row, column, tuple((k, v) for k, v in values)))
        for name, sheet, column, count in data["counts"]:
            self.counts[name, sheet, column] += count

"""What is wrong with an input file: where, what, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from smart7.i18n import Text
from smart7.words import faults as words


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at one place; line 0 is the whole file, column '' the whole line."""

    file: str
    line: int
    column: str
    what: Text
    do: Text


class BadInput(Exception):
    """Raise when input cannot be loaded; carries every fault found, never only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(faults, key=lambda f: (f.file, f.line, f.column))
        super().__init__(f"{len(self.faults)} faults")

    def __reduce__(self) -> tuple[type["BadInput"], tuple[list[Fault]]]:
        """Return how one that a process raised is made again in another."""
        return type(self), (self.faults,)


def fault(file: str, line: int, column: str, name: str, /, **values: object) -> Fault:
    """Return the named fault of `words/faults.py` at a place, with its values filled in."""
    what, do = words.FAULTS[name]
    return Fault(file, line, column, fill(what, values), fill(do, values))


def fill(text: Text, values: dict[str, object]) -> Text:
    """Return a text with its placeholders filled in both languages."""
    return Text(text.th.format(**values), text.en.format(**values))


def table(faults: Iterable[Fault]) -> str:
    """Return the faults as a table for a terminal: a line for each place, Thai above English."""
    lines = []
    for item in faults:
        place = f"{item.file}:{item.line}" if item.line else item.file
        place += f" [{item.column}]" if item.column else ""
        lines.append(place)
        lines.append(f"    {item.what.th} → {item.do.th}")
        lines.append(f"    {item.what.en} → {item.do.en}")
    return "\n".join(lines)

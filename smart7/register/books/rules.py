"""The registry of rules: what each is called, what it says, what to do, and whether it keeps from handing in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from smart7.i18n import Lang, Text
from smart7.words import book_rules, books

MILD: Final = frozenset({
    "no_mark", "not_over", "late", "hidden", "formula", "absent", "jump", "parts_missing",
})  # fmt: skip
"""Rules that are told, or ask for something, and do not keep a figure from being handed in."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name in lists, and the sentences about a cell that breaks it, with places for values."""

    id: str
    title: Text
    what: Text
    todo: Text
    grave: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule broken at one place; row 0 and an empty column stand for the whole.

    `column` is a key of `words.books.COLUMNS`, `letter` the column's letters in the spreadsheet where it has some.
    """

    rule: str
    sheet: str
    row: int
    column: str
    what: Text
    todo: Text
    grave: bool
    letter: str = ""

    def place(self, lang: Lang) -> str:
        """Return where it is, as people find it in a spreadsheet; '' for the whole file."""
        heading = books.COLUMNS[self.column].get(lang) if self.column else ""
        cell = f"{self.letter}{self.row}" if self.letter else str(self.row or "")
        return " · ".join(part for part in (self.sheet, cell, heading) if part)


RULES: Final[Mapping[str, Rule]] = {
    name: Rule(name, title, what, todo, name not in MILD) for name, (title, what, todo) in book_rules.RULES.items()
}


def fault(rule: str, sheet: str = "", row: int = 0, column: str = "", letter: str = "", /, **values: object) -> Fault:
    """Return a rule broken at a place, with the values of its sentences filled in, a `Text` in its own language."""
    broken = RULES[rule]
    what, todo = (filled(text, values) for text in (broken.what, broken.todo))
    return Fault(rule, sheet, row, column, what, todo, broken.grave, letter)


def filled(text: Text, values: Mapping[str, object]) -> Text:
    """Return a sentence with its values; they never speak for the sentence, whatever they hold."""
    th, en = (
        text.format(lang, **{k: v.get(lang) if isinstance(v, Text) else str(v)[:120] for k, v in values.items()})
        for lang in ("th", "en")
    )  # fmt: skip
    return Text(th, en)


def table() -> str:
    """Return the rules as the table of `docs/register.md`."""
    rows = [
        f"| `{rule.id}` | {rule.title.th} | {rule.title.en} | {'yes' if rule.grave else 'no'} |"
        for rule in RULES.values()
    ]
    return "\n".join(
        ["| Rule | In Thai | What it is about | Keeps from handing in |", "| --- | --- | --- | --- |", *rows]
    )

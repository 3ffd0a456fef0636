"""Hand a form back with its faults shown: the same workbook, wrong cells coloured and commented in both languages."""

from typing import Any

from smart7 import theme
from smart7.register.books import child
from smart7.register.books.check import Checked
from smart7.register.books.rules import Fault


def coloured(content: bytes, checked: Checked) -> bytes:
    """Return the workbook with its faults shown, a text as a workbook; raises `Unreadable` for a file that is not read.

    Whatever was a formula in it comes back as a text.
    """
    return child.colour(content, [remark(one) for one in checked.faults])


def remark(one: Fault) -> dict[str, Any]:
    """Return a fault as the child writes it at its cell."""
    fill, ink = (theme.FORM["fault"], theme.LIGHT.status["off"]) if one.grave else (theme.FORM["told"], theme.LIGHT.ink)
    return {
        "sheet": one.sheet, "row": one.row, "column": number(one.letter), "place": one.place("th") or "–",
        "th": f"{one.what.th} → {one.todo.th}", "en": f"{one.what.en} → {one.todo.en}",
        "what_th": one.what.th, "what_en": one.what.en, "todo_th": one.todo.th, "todo_en": one.todo.en,
        "fill": "FF" + fill[1:].upper(), "ink": "FF" + ink[1:].upper(),
    }  # fmt: skip


def number(letters: str) -> int:
    """Return the number of a column by its letters, 0 for none."""
    found = 0
    for letter in letters:
        found = 26 * found + ord(letter) - 64
    return found

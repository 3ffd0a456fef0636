"""Hold the parts of a figure to its whole: of one dimension they make it up, and none stands without it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from smart7.i18n import Text
from smart7.register.books.cells import Cell, Line
from smart7.register.books.form import AMOUNTS, Asked, Form, plain

SLIGHT: Final = 1e-6
"""A share by which a sum may differ, since numbers are kept in binary."""


def follow(given: Mapping[str, Cell | None]) -> dict[str, Cell | None]:
    """Return what was given, in which each part speaks of the day of its whole and is no more complete."""
    found = dict(given)
    for key, cell in given.items():
        whole = found.get(cell.indicator_id) if cell is not None and cell.part else None
        if cell is not None and whole is not None:
            found[key] = replace(cell, partial=cell.partial or whole.partial, as_of=cell.as_of or whole.as_of)
    return found


def judge(form: Form, given: Mapping[str, Cell | None], said: Mapping[str, Line]) -> None:
    """Note in the lines that gave them what is wrong between figures and their parts."""
    for whole in form.asked:
        for _, each in groupby(whole.parts, lambda one: one.dimension):
            of_dimension(whole, list(each), given, said)


def of_dimension(
    whole: Asked, parts: Sequence[Asked], given: Mapping[str, Cell | None], said: Mapping[str, Line]
) -> None:  # fmt: skip
    """Note what is wrong between a figure and its parts of one dimension, where any part was given."""
    there = [one for one in parts if one.key in given]
    if not there:
        return
    if whole.key not in given:
        said[there[0].key].wrong("part_alone", column_of(whole), name=whole.name)
        return
    absent = [one for one in parts if one.key not in given]
    if absent:
        said[there[0].key].wrong("parts_missing", "name", parts=named(absent))
    cells = [given[one.key] for one in there]
    top = given[whole.key]
    # One that is wrong was told already; one that is not known can be held to nothing.
    known = [cell for cell in cells if cell is not None and cell.value is not None]
    if top is None or top.value is None or None in cells:
        return
    for column in AMOUNTS[:2] if whole.by_parts else AMOUNTS[2:]:
        total, of_parts = getattr(top, column), sum(getattr(cell, column) for cell in known)
        all_known = len(known) == len(parts)
        if wrong(total, of_parts, all_known, whole, len(parts)):
            values = {"parts": named(there), "sum": plain(of_parts), "whole": plain(total)}
            said[whole.key].wrong("parts_sum", column, **values)


def wrong(total: float, of_parts: float, all_known: bool, whole: Asked, count: int) -> bool:
    """Return whether parts do not make up their whole; of counts, some parts are never more than it."""
    rounded = 0.5 / 10**whole.decimals * count if whole.decimals and not whole.by_parts else 0.0
    most = rounded + SLIGHT * max(1.0, abs(total))
    counts = whole.low is not None and whole.low >= 0
    return abs(of_parts - total) > most if all_known else counts and of_parts > total + most


def column_of(whole: Asked) -> str:
    """Return the column in which the whole is given."""
    return "numerator" if whole.by_parts else "value"


def named(parts: Iterable[Asked]) -> Text:
    """Return parts by name."""
    names = [one.part_name for one in parts if one.part_name]
    return Text(*(", ".join(name.get(lang) for name in names) for lang in ("th", "en")))

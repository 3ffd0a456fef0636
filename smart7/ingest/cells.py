"""Read one cell of a table: a typed value, or the name of what is wrong with it."""

import re
from collections.abc import Callable
from datetime import date
from math import isfinite
from typing import Any

from smart7 import calendar
from smart7.office.signs import GROUPED, NUMBER, THAI_DIGITS, CellError

Parse = Callable[[str], Any]
"""A function from a non-empty cell to its value; raises `CellError` when it cannot."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
LARGEST_WHOLE = 2**31 - 1


def refuse_thai_digits(cell: str) -> None:
    """Raise when a cell holds Thai digits, saying how to write it."""
    fixed = cell.translate(THAI_DIGITS)
    if fixed != cell:
        raise CellError("thai_digits", value=cell, fixed=fixed)


def text(cell: str) -> str:
    """Return a cell as it stands."""
    return cell


def number(cell: str) -> float:
    """Return a plain decimal number; thousands separators and Thai digits are refused with their cure."""
    refuse_thai_digits(cell)
    if GROUPED.fullmatch(cell):
        raise CellError("thousands", value=cell, fixed=cell.replace(",", ""))
    if not NUMBER.fullmatch(cell) or not isfinite(float(cell)):
        raise CellError("not_a_number", value=cell)
    return float(cell)


def whole(cell: str) -> int:
    """Return a whole number."""
    value = number(cell)
    if not value.is_integer():
        raise CellError("not_whole", value=cell)
    if abs(value) > LARGEST_WHOLE:
        raise CellError("out_of_bounds", value=cell, low=-LARGEST_WHOLE, high=LARGEST_WHOLE)
    return int(value)


def between(parse: Parse, low: float, high: float) -> Parse:
    """Return a parser that takes only numbers from low to high."""

    def checked(cell: str) -> float:
        value: float = parse(cell)
        if not low <= value <= high:
            raise CellError("out_of_bounds", value=cell, low=low, high=high)
        return value

    return checked


def day(cell: str) -> date:
    """Return an ISO date (CE); a Buddhist year is refused with the date it means."""
    refuse_thai_digits(cell)
    found = DAY.fullmatch(cell)
    if not found:
        raise CellError("not_a_date", value=cell)
    year, month, day_of_month = (int(part) for part in found.groups())
    ce_year = calendar.to_ce_year(year)
    try:
        meant = date(ce_year, month, day_of_month)
    except ValueError:
        raise CellError("not_a_date", value=cell) from None
    if not calendar.FIRST_YEAR <= ce_year <= calendar.LAST_YEAR:
        raise CellError("not_a_date", value=cell)
    if ce_year != year:
        raise CellError("buddhist_year", value=cell, fixed=meant)
    return meant


def slug(cell: str) -> str:
    """Return an id of lower-case letters, digits and hyphens."""
    if not SLUG.fullmatch(cell):
        raise CellError("not_a_slug", value=cell)
    return cell


def name(cell: str) -> str:
    """Return an id as feeds, places and settings have them: like a slug, underscores allowed."""
    if not NAME.fullmatch(cell):
        raise CellError("not_a_name", value=cell)
    return cell


def flag(cell: str) -> bool:
    """Return yes or no as a boolean."""
    return bool(choice("yes", "no")(cell) == "yes")


def choice(*choices: str) -> Parse:
    """Return a parser that takes one of the choices."""

    def parse(cell: str) -> str:
        if cell not in choices:
            raise CellError("not_a_choice", value=cell, choices=", ".join(choices))
        return cell

    return parse


def share(cell: str) -> str:
    """Return a part and its share of the whole, such as `female:0.56`, as it stands."""
    name, _, size = cell.rpartition(":")
    if not SLUG.fullmatch(name) or not NUMBER.fullmatch(size):
        raise CellError("not_a_share", value=cell)
    return cell


def several(parse_one: Parse) -> Parse:
    """Return a parser of a list separated by semicolons."""

    def parse(cell: str) -> list[Any]:
        return [parse_one(item.strip()) for item in cell.split(";") if item.strip()]

    return parse

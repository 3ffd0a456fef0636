"""Read one cell as an office wrote it: its value, what had to be converted, or what is wrong with it.

Nothing is guessed: where a cell can mean two things and the recipe does not say which, that is a fault.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any, Final

from smart7.office import dates
from smart7.office.signs import GROUPED, NUMBER, THAI_DIGITS, CellError
from smart7.words import official as words

INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
SPACES: Final = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u3000]+")
PART_OF_DAY: Final = re.compile(r"0?\.\d{3,}", re.ASCII)
IN_BRACKETS: Final = re.compile(r"\(([^()]+)\)")
MISSING: Final = frozenset(words.MISSING)
MOST: Final = 2**53
Read = tuple[Any, frozenset[str]]
"""A value (None where it is missing) and the names of the conversions that led to it."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a recipe says of the cells of one column."""

    kind: str = "text"
    calendar: str = ""
    order: str = ""
    missing: frozenset[str] = frozenset()
    units: tuple[str, ...] = ()
    scale: float = 1
    first_hour: int = 0
    serial: bool = False


def clean(cell: str, done: set[str]) -> str:
    """Return a text without what cannot be seen, with plain spaces and Arabic digits, and name what was done."""
    text = SPACES.sub(" ", cell.translate(INVISIBLE)).strip()
    if text != cell.strip(" "):
        done.add("spaces")
    if text.isascii():
        return text
    for wrong, right in (words.SARA_AM, words.DOUBLE_E):
        if wrong in text:
            text = text.replace(wrong, right)
            done.add("spelling")
    digits = text.translate(THAI_DIGITS)
    if digits != text:
        done.add("thai_digits")
    return unicodedata.normalize("NFC", digits)


def is_missing(text: str, rules: Rules) -> bool:
    """Return whether a clean text says that a value is not known."""
    return text.lower() in MISSING or text.lower() in rules.missing


def read(cell: object, rules: Rules) -> Read:
    """Return the value of a cell and what had to be converted; raises `CellError`."""
    done: set[str] = set()
    if cell is None:
        return None, frozenset()
    if isinstance(cell, str):
        cell = clean(cell, done)
        if is_missing(cell, rules):
            return None, frozenset({"missing"} if cell else ())
    elif isinstance(cell, int | float) and (not isfinite(cell) or f"{cell:g}" in rules.missing):
        return None, frozenset({"missing"})
    return KINDS[rules.kind](cell, rules, done), frozenset(done)


def text(cell: object, rules: Rules, done: set[str]) -> str:
    """Return a text; a whole number that a sheet holds as a decimal is written without its point."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def number(cell: object, rules: Rules, done: set[str]) -> float:
    """Return a number, without separators, units, brackets for less than zero and footnote signs."""
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        raise CellError("not_a_number", value=cell)
    value = float(plain_number(cell, rules, done) if isinstance(cell, str) else cell)
    if not isfinite(value) or abs(value) > MOST:
        raise CellError("not_a_number", value=cell)
    return value * rules.scale


def plain_number(cell: str, rules: Rules, done: set[str]) -> str:
    """Return the digits of a number that was written for people; raises `CellError`."""
    left = cell.replace("\u2212", "-")
    for word in sorted((*words.UNITS, *rules.units, *words.MARKS), key=len, reverse=True):
        if left.lower().endswith(word) and len(left) > len(word):
            done.add("mark" if word in words.MARKS else "unit")
            left = left[: -len(word)].rstrip()
            break
    if found := IN_BRACKETS.fullmatch(left):
        done.add("brackets")
        left = f"-{found[1].strip()}"
    if GROUPED.fullmatch(left):
        done.add("thousands")
        return left.replace(",", "")
    if not NUMBER.fullmatch(left):
        raise CellError("not_a_number", value=cell)
    return left


def whole(cell: object, rules: Rules, done: set[str]) -> int:
    """Return a whole number."""
    value = number(cell, rules, done)
    if not value.is_integer():
        raise CellError("not_whole", value=cell)
    return int(value)


def percent(cell: object, rules: Rules, done: set[str]) -> float:
    """Return a percentage as it is read aloud, with its sign or without."""
    if isinstance(cell, str) and cell.endswith("%"):
        done.add("percent")
        cell = cell[:-1].rstrip()
    return number(cell, rules, done)


def year(cell: object, rules: Rules, done: set[str]) -> int:
    """Return a year CE."""
    if isinstance(cell, date):
        return dates.to_ce(cell.year, 4, rules.calendar, done, cell)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return dates.year(str(cell), rules.calendar, done)


def day(cell: object, rules: Rules, done: set[str]) -> date:
    """Return a day; a time of the day is no part of it."""
    if rules.serial and (found := dates.of_serial(cell, done)) is not None:
        return found
    if isinstance(cell, datetime | date):
        return dates.of_sheet(cell, rules.calendar, done)
    return dates.day(str(cell), rules.calendar, rules.order, done)


def moment(cell: object, rules: Rules, done: set[str]) -> datetime:
    """Return a day with its time of the day; 24:00 is the next day's beginning."""
    if isinstance(cell, datetime):
        return datetime.combine(dates.of_sheet(cell, rules.calendar, done), cell.time().replace(microsecond=0))
    if isinstance(cell, date):
        return datetime.combine(dates.of_sheet(cell, rules.calendar, done), time())
    written, minutes = dates.split_clock(str(cell))
    return datetime.combine(dates.day(written, rules.calendar, rules.order, done), time()) + timedelta(minutes=minutes)


def hour(cell: object, rules: Rules, done: set[str]) -> int:
    """Return an hour from 0 to 23."""
    if isinstance(cell, datetime | time):
        return cell.hour
    if isinstance(cell, timedelta):
        cell = cell // timedelta(hours=1)
    if rules.serial and isinstance(cell, str) and PART_OF_DAY.fullmatch(cell):
        cell = float(cell)
    if isinstance(cell, float) and 0 < cell < 1:
        done.add("sheet_date")
        return int(cell * 24 + 1e-6)  # 0.041666666 is one o'clock, its last digits cut off
    value = cell if isinstance(cell, int | float) else dates.clock(str(cell)) // 60
    if not rules.first_hour <= value <= 23 + rules.first_hour or isinstance(cell, bool) or value != int(value):
        raise CellError("not_an_hour", value=cell)
    return int(value) - rules.first_hour


def month(cell: object, rules: Rules, done: set[str]) -> date:
    """Return the first day of a month."""
    if isinstance(cell, datetime | date):
        return dates.of_sheet(cell, rules.calendar, done).replace(day=1)
    return dates.month(str(cell), rules.calendar, done)


def month_of_year(cell: object, rules: Rules, done: set[str]) -> int:
    """Return a month from 1 to 12."""
    if isinstance(cell, datetime | date):
        return cell.month
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return dates.month_of_year(str(cell), done)


KINDS: Final[dict[str, Callable[[Any, Rules, set[str]], Any]]] = {
    "text": text, "number": number, "whole": whole, "percent": percent, "year": year, "day": day, "time": moment,
    "hour": hour, "month": month, "month_of_year": month_of_year,
}  # fmt: skip
TABLE_TYPES: Final = {
    "text": "VARCHAR", "number": "DOUBLE", "whole": "BIGINT", "percent": "DOUBLE", "year": "INTEGER", "day": "DATE",
    "time": "TIMESTAMP", "hour": "INTEGER", "month": "DATE", "month_of_year": "INTEGER",
}  # fmt: skip
"""How each kind stands in the table `rows`."""

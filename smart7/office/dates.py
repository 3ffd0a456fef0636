"""Read days, months and years as Thai offices write them; what can mean two things is a fault."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from smart7 import calendar
from smart7.office.signs import CellError
from smart7.words import official as words

NUMBERS: Final = re.compile(r"(\d{1,4})[/.\- ](\d{1,2})[/.\- ](\d{1,4})", re.ASCII)
COMPACT: Final = re.compile(r"(19|20|24|25|26)(\d{2})(\d{2})(\d{2})", re.ASCII)
DAY_NAME_YEAR: Final = re.compile(r"(\d{1,2})[ .\-/]*([^\d\s.,/\-][^\d,/\-]*?)[ ,\-/]*(\d{2}|\d{4})", re.ASCII)
NAME_DAY_YEAR: Final = re.compile(r"([A-Za-z]+)\.? (\d{1,2}),? (\d{4})", re.ASCII)
NAME_YEAR: Final = re.compile(r"([^\d\s][^\d]*?)[ \-/]*(\d{2}|\d{4})", re.ASCII)
MONTH_YEAR: Final = re.compile(r"(\d{1,2})[/.\-](\d{4})", re.ASCII)
YEAR_MONTH: Final = re.compile(r"(\d{4})[/.\-](\d{1,2})([/.\-]0?1)?", re.ASCII)
COMPACT_MONTH: Final = re.compile(r"((?:19|20|24|25|26)\d{2})(\d{2})", re.ASCII)
CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?)?", re.ASCII)
DAY_CLOCK: Final = re.compile(r"(.*?)[ T]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?)(?: *(?:Z|\+07:?00))?", re.ASCII)
SHORT_MONTH: Final = re.compile(r"(\d{2})(\d{2})", re.ASCII)
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000  # 1954 to 2119: what else a number of a day could be lies far outside
SERIAL_ZERO: Final = date(1899, 12, 30)
DIGITS_OF: Final = {"ymd": (0, 1, 2), "dmy": (2, 1, 0), "mdy": (2, 0, 1)}


def names() -> dict[str, tuple[int, str]]:
    """Return the number of each month by its names, without points and spaces, and which conversion that is."""
    found: dict[str, tuple[int, str]] = {}
    for forms in (calendar.MONTHS, calendar.MONTHS_SHORT):
        for position, form in enumerate(forms, 1):
            found[squeezed(form.th)] = (position, "thai_month")
            found[squeezed(form.en)] = (position, "english_month")
    return found | {"sept": (9, "english_month")}


def squeezed(text: str) -> str:
    """Return a text in small letters without points and spaces."""
    return re.sub(r"[.\s]", "", text).lower()


MONTH_NAMES: Final = names()


def without(text: str, left_out: tuple[str, ...]) -> str:
    """Return a text without a word it begins or ends with."""
    for word in left_out:
        if text.lower().startswith(word) and text[len(word) :].strip():
            return without(text[len(word) :].strip(" :"), left_out)
    return text


def named_month(text: str, done: set[str]) -> int:
    """Return the month a name stands for; raises `CellError`."""
    found = MONTH_NAMES.get(squeezed(without(text, words.MONTH_WORDS)))
    if found is None:
        raise CellError("not_a_month", value=text)
    done.add(found[1])
    return found[0]


def to_ce(written: int, digits: int, era: str, done: set[str], cell: object) -> int:
    """Return a year CE; two digits need an era, and four that contradict one are a fault."""
    if digits <= 2:
        if not era:
            raise CellError("short_year", value=cell)
        done.add("short_year")
        written += 2500 if era == "be" else 2000 if written < 70 else 1900
    ce = calendar.to_ce_year(written)
    if ce != written:
        done.add("buddhist_year")
    if not calendar.FIRST_YEAR <= ce <= calendar.LAST_YEAR or (era == "ce" and ce != written and digits > 2):
        raise CellError("not_a_year", value=cell)
    return ce


def year(cell: str, era: str, done: set[str]) -> int:
    """Return a year CE from `2565`, `65`, a year with its era before it or `2565r`; raises `CellError`."""
    left = without(cell, words.YEAR_WORDS)
    for mark in sorted(words.MARKS, key=len, reverse=True):
        if left.lower().endswith(mark):
            left = left[: -len(mark)].strip()
            done.add("mark")
            break
    if not re.fullmatch(r"\d{2}|\d{4}", left, re.ASCII):
        raise CellError("not_a_year", value=cell)
    return to_ce(int(left), len(left), said_era(cell) or era, done, cell)


def said_era(cell: str) -> str:
    """Return the era that a cell names itself."""
    head = re.match(r"[^\d]*", cell)
    said = head[0].lower().split() if head else []
    eras = (("be", words.BUDDHIST_WORDS), ("ce", words.COMMON_ERA_WORDS))
    return next((era for era, known in eras if any(word in known for word in said)), "")


def of_sheet(cell: date, era: str, done: set[str]) -> date:
    """Return the day of a date cell; an office that typed 2565 into one meant the Buddhist year."""
    found = cell.date() if isinstance(cell, datetime) else cell
    done.add("sheet_date")
    ce = to_ce(found.year, 4, era, done, found)
    return found if ce == found.year else made(ce, found.month, found.day, cell)


def of_serial(cell: object, done: set[str]) -> date | None:
    """Return the day a spreadsheet counts by a number, None where a cell is no such number."""
    try:
        number = float(str(cell))
    except ValueError:
        return None
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        return None
    done.add("serial_day")
    return SERIAL_ZERO + timedelta(days=int(number))


def made(ce: int, month_number: int, day_number: int, cell: object) -> date:
    """Return a day that exists; raises `CellError`."""
    try:
        return date(ce, month_number, day_number)
    except ValueError:
        raise CellError("no_such_day", value=cell) from None


def day(cell: str, era: str, order: str, done: set[str]) -> date:
    """Return a day from any of the forms in use; raises `CellError` for what is none or could be two."""
    left, _ = split_clock(without(cell, words.DAY_WORDS), strict=False)
    if found := NUMBERS.fullmatch(left):
        return of_numbers([found[1], found[2], found[3]], era, order, done, cell)
    if found := COMPACT.fullmatch(left):
        return made(to_ce(int(found[1] + found[2]), 4, era, done, cell), int(found[3]), int(found[4]), cell)
    if found := NAME_DAY_YEAR.fullmatch(left):
        ce = to_ce(int(found[3]), 4, era, done, cell)
        return made(ce, named_month(found[1], done), int(found[2]), cell)
    if found := DAY_NAME_YEAR.fullmatch(left):
        name, *said = re.split(r"\s+", found[2], maxsplit=1)
        ce = to_ce(int(found[3]), len(found[3]), (said_era(said[0]) if said else "") or era, done, cell)
        return made(ce, named_month(name, done), int(found[1]), cell)
    raise CellError("not_a_day", value=cell)


def of_numbers(parts: list[str], era: str, order: str, done: set[str], cell: str) -> date:
    """Return the day of three numbers, in the order the recipe says or that alone is possible."""
    found = order_of(parts, order, cell)
    if found != "ymd" and (int(parts[0]) > 12 or int(parts[1]) > 12):
        done.add(f"only_{found}")
    year_part, month_part, day_part = (parts[position] for position in DIGITS_OF[found])
    if len(year_part) not in (2, 4):
        raise CellError("not_a_day", value=cell)
    ce = to_ce(int(year_part), len(year_part), era, done, cell)
    return made(ce, int(month_part), int(day_part), cell)


def order_of(parts: list[str], order: str, cell: str) -> str:
    """Return in which order three numbers stand; raises `CellError` where that could be two."""
    if len(parts[0]) == 4:
        return "ymd"
    if len(parts[0]) > 2 or len(parts[2]) == 3:
        raise CellError("not_a_day", value=cell)
    if order:
        return order if not (order == "ymd" and len(parts[2]) == 4) else misfit(cell)
    first, second = int(parts[0]), int(parts[1])
    if len(parts[2]) == 4 and (first == second or (first > 12) != (second > 12)):
        return "mdy" if second > 12 else "dmy"
    raise CellError("two_days", value=cell)


def misfit(cell: str) -> str:
    """Refuse a day that is not in the order the recipe says."""
    raise CellError("not_a_day", value=cell)


def month(cell: str, era: str, done: set[str]) -> date:
    """Return the first day of a month from its name and year, `01/2565` or `2565-01`; raises `CellError`."""
    left = without(cell, words.MONTH_WORDS)
    if found := YEAR_MONTH.fullmatch(left) or COMPACT_MONTH.fullmatch(left):
        return made(to_ce(int(found[1]), 4, era, done, cell), int(found[2]), 1, cell)
    if era and (found := SHORT_MONTH.fullmatch(left)):
        return made(to_ce(int(found[1]), 2, era, done, cell), int(found[2]), 1, cell)
    if found := MONTH_YEAR.fullmatch(left):
        return made(to_ce(int(found[2]), 4, era, done, cell), int(found[1]), 1, cell)
    if found := NAME_YEAR.fullmatch(left):
        name, *said = re.split(r"\s+", found[1], maxsplit=1)
        ce = to_ce(int(found[2]), len(found[2]), (said_era(said[0]) if said else "") or era, done, cell)
        return made(ce, named_month(name, done), 1, cell)
    raise CellError("not_a_month", value=cell)


def month_of_year(cell: str, done: set[str]) -> int:
    """Return a month from 1 to 12, by number or name; raises `CellError`."""
    if re.fullmatch(r"\d{1,2}", cell, re.ASCII):
        if not 1 <= int(cell) <= 12:
            raise CellError("not_a_month", value=cell)
        return int(cell)
    return named_month(cell, done)


def clock(cell: str) -> int:
    """Return the minutes since midnight of a time of the day, or of an hour alone; raises `CellError`."""
    left = without(cell, words.CLOCK_WORDS).lower()
    for word in words.CLOCK_WORDS:
        left = left.removesuffix(word).strip()
    found = CLOCK.fullmatch(left)
    if not found or int(found[1]) > 24 or int(found[2] or 0) > 59 or (int(found[1]) == 24 and int(found[2] or 0)):
        raise CellError("not_an_hour", value=cell)
    return int(found[1]) * 60 + int(found[2] or 0)


def split_clock(cell: str, *, strict: bool = True) -> tuple[str, int]:
    """Return the day and the minutes of a text that has both; without a clock, 0 minutes or a fault."""
    left = cell
    for word in words.CLOCK_WORDS[1:4]:
        left = left.removesuffix(word).strip()
    if found := DAY_CLOCK.fullmatch(left):
        return without_clock_word(found[1]), clock(found[2])
    if strict:
        raise CellError("no_clock", value=cell)
    return cell, 0


def without_clock_word(text: str) -> str:
    """Return a day without the word that leads to its time."""
    left = text.strip(" ,")
    return left.removesuffix(words.CLOCK_WORDS[0]).strip(" ,")

"""Read one row of a form: the figure it gives, each conversion that led to it, and every rule it breaks."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from smart7 import calendar
from smart7.calendar import Period
from smart7.i18n import Text
from smart7.office.cells import Rules, clean, read
from smart7.office.signs import CellError
from smart7.register.books.form import AMOUNTS, Asked, key_of, plain
from smart7.register.books.grid import EMPTY
from smart7.register.books.rules import Fault, fault
from smart7.words import books as words

MOST_TEXT: Final = 500
LEAP_DAY: Final = re.compile(words.LEAP_DAY, re.IGNORECASE)
FAR_SHARE, FAR_POINTS, FAR_STEPS = 0.5, 15, 5
"""A figure is far from the last: percentages by points, others by a share of it, and never by less than a few steps."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure as handed in; no value where the unit says that it is not known.

    `whose` is the unit the figure is about, `as_of` the day it speaks of where one was given, `raw` what was written,
    `part` of which part it is, '' for the whole.
    """

    indicator_id: str
    value: float | None
    numerator: float | None
    denominator: float | None
    reason: str
    note: str
    sheet: str
    row: int
    raw: dict[str, str]
    whose: str = ""
    partial: bool = False
    as_of: date | None = None
    part: str = ""

    @property
    def key(self) -> str:
        """Return how a form names the row it stands in."""
        return key_of(self.indicator_id, self.part)


@dataclass(frozen=True, slots=True)
class Conversion:
    """One thing that was read otherwise than it was written: the name of the conversion, where, before and after."""

    name: str
    sheet: str
    row: int
    column: str
    before: str
    after: str


@dataclass(slots=True)
class Line:
    """One row of a form before it is read: what stands in each column, and how it stood there."""

    sheet: str
    number: int
    raw: Mapping[str, Any]
    letters: Mapping[str, str] = field(default_factory=dict)
    formulas: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()
    faults: list[Fault] = field(default_factory=list)
    conversions: list[Conversion] = field(default_factory=list)

    def wrong(self, rule: str, column: str, **values: object) -> None:
        """Note a rule that is broken in one of the columns."""
        self.faults.append(fault(rule, self.sheet, self.number, column, self.letters.get(column, ""), **values))

    def done(self, names: frozenset[str] | set[str], column: str, after: object) -> None:
        """Note what was converted in one of the columns."""
        before = shown(self.raw.get(column))
        for name in sorted(names):
            self.conversions.append(Conversion(name, self.sheet, self.number, column, before, shown(after) or "–"))

    def filled(self, columns: tuple[str, ...]) -> bool:
        """Return whether anything stands in some columns."""
        return any(written(self.raw.get(column)) for column in columns)


def written(cell: object) -> bool:
    """Return whether anything can be seen in a cell."""
    return cell not in EMPTY and bool(clean(cell, set()) if isinstance(cell, str) else True)


def shown(cell: object) -> str:
    """Return a cell as a short text."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.12g}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)[:120]


def cell(line: Line, asked: Asked, period: Period, today: date) -> Cell | None:
    """Return the figure a row gives, None where it is empty or wrong; faults and conversions are noted in the line."""
    amounts = {column: amount(line, column, asked) for column in AMOUNTS}
    about = {column: text(line, column) for column in ("reason", "note")}
    partial, as_of = is_partial(line), day(line, period, today)
    if any(found.grave for found in line.faults) or not line.filled(AMOUNTS):
        return None
    value = by_parts(line, asked, amounts) if asked.by_parts else alone(line, asked, amounts)
    if value is not None:
        within(line, asked, value)
        if not about["reason"] and far(value, asked):
            last = Text(*(asked.shown(asked.last, lang) for lang in ("th", "en")))
            line.wrong("jump", "value", value=plain(value), last=last, period=label(asked))
    if any(found.grave for found in line.faults):
        return None
    known = value is not None and asked.by_parts
    return Cell(
        asked.indicator_id,
        value,
        amounts["numerator"] if known else None,
        amounts["denominator"] if known else None,
        about["reason"],
        about["note"],
        line.sheet,
        line.number,
        {key: shown(raw) for key, raw in line.raw.items() if raw not in EMPTY},
        asked.whose,
        partial,
        as_of,
        asked.part,
    )


def label(asked: Asked) -> Text:
    """Return the period of the last figure in words."""
    assert asked.last_period is not None
    return Text(*(calendar.label(asked.last_period, lang, short=True) for lang in ("th", "en")))


def amount(line: Line, column: str, asked: Asked) -> float | None:
    """Return the number in one column, None where there is none or it is wrong."""
    raw = line.raw.get(column)
    if column in line.formulas:
        if not written(raw) or isinstance(raw, str) and raw[:1] in ("=", "#"):
            line.wrong("formula_empty", column, value=shown(raw) or "–")
            return None
        line.wrong("formula", column, value=shown(raw))
    if not written(raw):
        return None
    share = asked.value_kind == "percent" and column == "value"
    if not share and (column in line.percents or isinstance(raw, str) and clean(raw, set()).endswith(("%", "\uff05"))):
        line.wrong("percent", column, value=shown(raw), measure=asked.measure)
        return None
    return number(line, column, raw, asked, share=share)


def number(line: Line, column: str, raw: object, asked: Asked, *, share: bool) -> float | None:
    """Return a cell as a number, as offices write it."""
    kind = "percent" if share else "year" if asked.value_kind == "year" else "number"
    units = tuple({text.lower() for text in (asked.measure.th, asked.measure.en)} - {"%"})
    try:
        value, done = read(raw, Rules(kind, units=() if asked.by_parts else units))
    except CellError:
        line.wrong("not_a_year" if kind == "year" else "not_a_number", column, value=shown(raw))
        return None
    if value is not None and column in line.percents and isinstance(raw, float | int):
        value, done = round(float(value) * 100, 10), done | {"percent_cell"}  # 0.926 is shown as 92.6%
    line.done(done, column, value)
    return None if value is None else float(value)


def by_parts(line: Line, asked: Asked, amounts: Mapping[str, float | None]) -> float | None:
    """Return the value that numerator and denominator give, None where they are wrong or said to be not known."""
    top, bottom, given = (amounts[column] for column in AMOUNTS)
    if top is None and bottom is None and given is None:
        return None
    if top is None or bottom is None:
        part, column = (words.NUMERATOR, "numerator") if top is None else (words.DENOMINATOR, "denominator")
        line.wrong("needs_parts", column, part=part)
        return None
    if bottom <= 0:
        line.wrong("negative" if bottom else "zero_denominator", "denominator", value=plain(bottom))
        return None
    if is_share(asked) and top > bottom:
        line.wrong("over_whole", "numerator", numerator=plain(top), denominator=plain(bottom))
        return None
    value = top / bottom * asked.scale
    if not math.isfinite(value):
        line.wrong("not_a_number", "denominator", value=plain(bottom))
        return None
    if given is not None and abs(given - value) > 0.5001 / 10**asked.decimals:
        line.wrong("disagrees", "value", value=plain(given), found=f"{value:,.{asked.decimals}f}")
    return value


def is_share(asked: Asked) -> bool:
    """Return whether an indicator is a part of a whole, so that no part is more than the whole."""
    return asked.value_kind == "percent" and asked.scale == 100 and asked.low == 0 and asked.high == 100


def alone(line: Line, asked: Asked, amounts: Mapping[str, float | None]) -> float | None:
    """Return the value of an indicator that has one alone."""
    if not written(line.raw.get("value")):
        line.wrong("needs_value", "value")
    return amounts["value"]


def within(line: Line, asked: Asked, value: float) -> None:
    """Note a value that cannot be."""
    if (asked.low is not None and value < asked.low) or (asked.high is not None and value > asked.high):
        low = "-∞" if asked.low is None else plain(asked.low)
        high = "∞" if asked.high is None else plain(asked.high)
        column = "numerator" if asked.by_parts else "value"
        line.wrong("out_of_range", column, value=plain(value), low=low, high=high)


def far(value: float, asked: Asked) -> bool:
    """Return whether a value is so far from the last one that a reason is asked for."""
    if asked.last is None:
        return False
    most = FAR_POINTS if asked.value_kind == "percent" else FAR_SHARE * abs(asked.last)
    least: float = FAR_STEPS / 10**asked.decimals
    return abs(value - asked.last) > max(most, least)


def text(line: Line, column: str) -> str:
    """Return a text on one line, without what cannot be seen."""
    raw = line.raw.get(column)
    if not written(raw):
        return ""
    said = clean("".join(letter if letter.isprintable() else " " for letter in shown_whole(raw)), set())
    if len(said) > MOST_TEXT:
        line.wrong("long_text", column, count=len(said), most=MOST_TEXT)
    return said[:MOST_TEXT]


def shown_whole(raw: object) -> str:
    """Return a cell as a text of any length."""
    return raw if isinstance(raw, str) else shown(raw)


def is_partial(line: Line) -> bool:
    """Return whether a figure is said to cover only a part of its period; an empty cell says that it does not."""
    raw = line.raw.get("complete")
    if not written(raw):
        return False
    said = clean(shown_whole(raw), set()).lower()
    if said not in (*words.YES, *words.NO):
        choices = Text(*(f"{words.WHOLE.get(lang)} / {words.PART.get(lang)}" for lang in ("th", "en")))
        line.wrong("bad_choice", "complete", value=shown(raw), choices=choices)
        return False
    answer = words.PART if said in words.NO else words.WHOLE
    if said not in (answer.th, answer.en):
        line.done({"choice"}, "complete", answer.th)
    return said in words.NO


def day(line: Line, period: Period, today: date) -> date | None:
    """Return the day a figure speaks of; two digits of a year are Buddhist, and the day stands before the month."""
    raw = line.raw.get("as_of")
    if not written(raw):
        return None
    try:
        found, done = read(raw, Rules("day", calendar="be", order="dmy", serial=True))
    except CellError:
        leap = LEAP_DAY.search(clean(shown_whole(raw), set()))
        line.wrong("leap_day" if leap else "not_a_day", "as_of", value=shown(raw))
        return None
    if found is None:
        return None
    line.done(done - {"sheet_date"}, "as_of", found)
    if not period.start <= found <= max(today, period.start):
        line.wrong("day_outside", "as_of", day=found.isoformat())
    assert isinstance(found, date)
    return found

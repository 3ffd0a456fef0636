"""Read columns of GPS boxes: many cells at once, and each that is written another way by itself.

A column repeats itself: days, clocks and vehicles are read once for each way they are written.
"""

import math
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from smart7.office import cells, dates
from smart7.office.cells import Rules
from smart7.office.signs import CellError
from smart7.vehicles import keep
from smart7.vehicles.recipe import Recipe
from smart7.vehicles.sift import Numbers
from smart7.words import official as words

MOMENT: Final = (
    r"^\s*(?P<day>\S.*?)[ T]+(?P<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)(?P<part>\.\d+)?\s*"
    r"(?P<zone>Z|[+-]\d{2}:?\d{2})?\s*(?P<rest>[^\d]*)$"
)
PARTS: Final = re.compile(MOMENT, re.ASCII)
CLOCK: Final = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?", re.ASCII)
ZONE: Final = re.compile(r"([+-])(\d{2}):?(\d{2})", re.ASCII)
MILLISECONDS: Final = 100_000_000_000
Column = Any
"""A pyarrow array; its classes carry no types."""


def each(column: Column, read: Callable[[str], float]) -> Numbers:
    """Return what each text of a column is read as, reading each way of writing once; NaN where it is null."""
    told = pc.dictionary_encode(column)
    values = np.array([read(text) for text in told.dictionary.to_pylist()] + [math.nan], np.float64)
    at: npt.NDArray[np.int64] = pc.fill_null(told.indices, len(values) - 1).to_numpy(zero_copy_only=False)
    return values[at]


def marks(column: Column, mark: Callable[[str], str]) -> Column:
    """Return the marks of vehicles for their numbers, null where there is none."""
    told = pc.dictionary_encode(texts(column))
    cleaned = [cells.clean(text, set()) for text in told.dictionary.to_pylist()]
    found = pa.array([mark(text) if text else None for text in cleaned], pa.string())
    return found.take(told.indices) if len(found) else pa.nulls(len(column), pa.string())


def names(column: Column, rules: Rules) -> Column:
    """Return ids of routes and trips, null where there is none."""
    told = pc.dictionary_encode(texts(column))
    cleaned = [cells.clean(text, set()) for text in told.dictionary.to_pylist()]
    found = pa.array([text if text and not cells.is_missing(text, rules) else None for text in cleaned], pa.string())
    return found.take(told.indices) if len(found) else pa.nulls(len(column), pa.string())


def texts(column: Column) -> Column:
    """Return a column as texts, whatever it holds in a Parquet file."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_floating(column.type):
        return pa.array([None if value is None else f"{value:g}" for value in column.to_pylist()], pa.string())
    return column if pa.types.is_string(column.type) else column.cast(pa.string())


def numbers(column: Column, rules: Rules) -> Numbers:
    """Return a column as numbers; NaN where a cell is no number."""
    if pa.types.is_floating(column.type) or pa.types.is_integer(column.type) or pa.types.is_decimal(column.type):
        return np.asarray(pc.fill_null(column.cast(pa.float64(), safe=False), math.nan))
    written = pc.utf8_trim_whitespace(texts(column))
    filled = pc.if_else(pc.equal(written, ""), None, written)
    try:
        return np.asarray(pc.fill_null(filled.cast(pa.float64()), math.nan))
    except pa.ArrowInvalid:
        return each(filled, lambda text: one_number(text, rules))


def one_number(text: str, rules: Rules) -> float:
    """Return a number as it is written for people, NaN for what is none."""
    try:
        found = cells.read(text, replace(rules, kind="number"))[0]
    except CellError:
        return math.nan
    return math.nan if found is None else float(found)


def moments(column: Column, recipe: Recipe) -> Numbers:
    """Return when each row was, in seconds since 1970 (UTC); NaN where a cell does not say it."""
    if pa.types.is_timestamp(column.type):
        utc = 0 if column.type.tz else recipe.offset
        return (
            np.asarray(pc.fill_null(column.cast(pa.timestamp("ms")).cast(pa.int64()).cast(pa.float64()), math.nan))
            / 1000
            - utc
        )
    if recipe.epoch:
        found = numbers(column, recipe.rules)
        return np.where(found > MILLISECONDS, found / 1000, found)
    written = texts(column)
    found = pc.extract_regex(written, MOMENT)
    day, clock, zone, rest = (pc.struct_field(found, name) for name in ("day", "clock", "zone", "rest"))
    made = (
        each(day, lambda text: day_of(text, recipe.rules)) + each(clock, clock_of)
        - each(zone, lambda text: zone_of(text, recipe.offset)) + each(rest, rest_of)
    )  # fmt: skip
    odd = pc.and_(pc.is_valid(written), pc.is_null(day))
    if pc.any(odd).as_py():  # what only people write: Thai digits, spaces of another kind
        alone = each(pc.if_else(odd, written, None), lambda text: one_moment(text, recipe))
        made = np.where(np.asarray(odd), alone, made)
    return made


def joined(day: Column, clock: Column) -> Column:
    """Return days and clocks of two columns as those of one."""
    return pc.binary_join_element_wise(day, clock, " ")


def one_moment(text: str, recipe: Recipe) -> float:
    """Return a moment that is cleaned of what people leave in a cell first, NaN where it says none."""
    found = PARTS.fullmatch(cells.clean(text, set()))
    if not found:
        return math.nan
    made = day_of(found["day"], recipe.rules) + clock_of(found["clock"])
    return made - zone_of(found["zone"] or "", recipe.offset) + rest_of(found["rest"])


def day_of(text: str, rules: Rules) -> float:
    """Return the second since 1970 at which a day begins, as if it were in UTC; NaN for what is no day or two."""
    try:
        day = dates.day(dates.without_clock_word(cells.clean(text, set())), rules.calendar, rules.order, set())
    except CellError:
        return math.nan
    return float((day.toordinal() - keep.EPOCH_DAY) * keep.DAY_SECONDS)


def clock_of(text: str) -> float:
    """Return the second of a day, NaN for what is none."""
    found = CLOCK.fullmatch(text)
    if not found:
        return math.nan
    hour, minute, second = (int(part or 0) for part in found.groups())
    return hour * 3600 + minute * 60 + second if hour < 24 and minute < 60 and second < 60 else math.nan


def zone_of(text: str, offset: int) -> float:
    """Return how many seconds a clock is ahead of UTC: as the cell says itself, else as the recipe does."""
    if text == "Z":
        return 0
    found = ZONE.fullmatch(text)
    if not found:
        return offset
    ahead = int(found[2]) * 3600 + int(found[3]) * 60
    return -ahead if found[1] == "-" else ahead


def rest_of(text: str) -> float:
    """Return what a word behind a clock changes: nothing, or NaN for one that is not known, such as PM."""
    left = text.strip(" .,").lower()
    return 0.0 if not left or any(left == word.strip(" .") for word in words.CLOCK_WORDS) else math.nan

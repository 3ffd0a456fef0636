"""A question as a link holds it: ASCII words, a version, and nothing that was left as it was at first.

Links are kept in mails and minutes for years. Version 1 stays readable: what a later version renames, it still reads.
"""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final

from smart7 import calendar
from smart7.questions.question import CHARTS, COMPARISONS, DIMENSIONS, MEASURES, ORDERS, PERIODS, Question

VERSION: Final = "1"
# Field of the question and its name in a link.
NAMES: Final = {
    "indicators": "show", "units": "of", "start": "from", "end": "to", "period": "by", "compare": "with",
    "split": "split", "rows": "rows", "columns": "columns", "measure": "measure", "sample": "sample",
    "order": "order", "top": "top", "chart": "chart",
}  # fmt: skip
MANY: Final = ("indicators", "units", "split", "rows", "columns")
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "period": PERIODS, "measure": MEASURES, "order": ORDERS, "chart": CHARTS,
    "split": DIMENSIONS, "rows": DIMENSIONS, "columns": DIMENSIONS,
}  # fmt: skip
SEPARATOR: Final = "~"
_SLUG = re.compile(r"(?:(?:kind|zone|sample|unit):)?[a-z0-9][a-z0-9_-]{0,99}")
_FISCAL = re.compile(r"fy(\d{4})(?:q([1-4]))?")
_OTHER_YEAR = re.compile(r"(cy|ay)(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_FIRST: Final = Question()


def to_link(question: Question) -> dict[str, str]:
    """Return the parameters of a link, in a fixed order; what is as at first is left out."""
    link = {"v": VERSION}
    for field in fields(question):
        value = getattr(question, field.name)
        if value != getattr(_FIRST, field.name):
            link[NAMES[field.name]] = written(field.name, value)
    return link


def written(name: str, value: Any) -> str:  # noqa: ANN401
    """Return one blank as a link writes it."""
    if name in MANY:
        return SEPARATOR.join(value)
    if name == "sample":
        return "show" if value else "hide"
    if isinstance(value, date):
        return slug_of_start(value) if name == "start" else slug_of_end(value)
    return str(value)


def slug_of_start(day: date) -> str:
    """Return the largest of fiscal year, quarter and month that starts on a day, else the day."""
    for kind in ("fiscal_year", "quarter", "month"):
        found = calendar.containing(kind, day)
        if found.start == day:
            return slug_of(found)
    return day.isoformat()


def slug_of_end(day: date) -> str:
    """Return the largest of fiscal year, quarter and month that ends on a day, else the day."""
    for kind in ("fiscal_year", "quarter", "month"):
        found = calendar.containing(kind, day)
        if found.end == day:
            return slug_of(found)
    return day.isoformat()


def slug_of(period: calendar.Period) -> str:
    """Return a period in ASCII: fy2026, fy2026q2, 2026-01, cy2024, ay2025, 2017-08-27, 2018-12-27..2019-01-02."""
    year = calendar.fiscal_year_of(period.start)
    quarter = calendar.fiscal_quarter_of(period.start)
    return {
        "fiscal_year": f"fy{year}",
        "quarter": f"fy{year}q{quarter}",
        "month": f"{period.start:%Y-%m}",
        "calendar_year": f"cy{period.start.year}",
        "academic_year": f"ay{period.start.year}",
        "date": period.start.isoformat(),
        "span": f"{period.start}..{period.end}",
    }[period.kind]


def period_of(slug: str) -> calendar.Period:
    """Return the period a slug names; raises ValueError when it names none."""
    if found := _FISCAL.fullmatch(slug):
        first = date(int(found[1]) - 1, 10, 1)
        if not found[2]:
            return calendar.containing("fiscal_year", first)
        month = (9 + 3 * (int(found[2]) - 1)) % 12 + 1
        return calendar.containing("quarter", date(first.year + (month < 10), month, 1))
    if found := _OTHER_YEAR.fullmatch(slug):
        kind: calendar.PeriodKind = "calendar_year" if found[1] == "cy" else "academic_year"
        return calendar.containing(kind, date(int(found[2]), 6, 1))
    if found := _MONTH.fullmatch(slug):
        return calendar.containing("month", date(int(found[1]), int(found[2]), 1))
    begins, _, ends = slug.partition("..")
    start, end = date.fromisoformat(begins), date.fromisoformat(ends or begins)
    return calendar.Period("span" if ends else "date", start, end)


def from_link(mapping: Mapping[str, str]) -> tuple[Question, list[tuple[str, str]]]:
    """Return the question a link holds and what of it could not be read, as (parameter, value).

    Whether an id exists is not known here: `names.unknown` says it of a snapshot.
    """
    refused: list[tuple[str, str]] = []
    found: dict[str, Any] = {}
    if mapping.get("v", VERSION) != VERSION:
        refused.append(("v", mapping["v"]))
    for name, parameter in NAMES.items():
        if mapping.get(parameter):
            read(name, mapping[parameter][:20_000], found, refused)
    if found.get("start") and found.get("end") and found["start"] > found["end"]:
        refused.append(("to", mapping["to"]))
        del found["end"]
    return Question(**found), refused


def read(name: str, text: str, found: dict[str, Any], refused: list[tuple[str, str]]) -> None:
    """Read one parameter into the fields found, or say that it cannot be read."""
    if name in MANY:
        items = [item for item in text.split(SEPARATOR) if item]
        good = [item for item in items if allowed(name, item)]
        refused += [(NAMES[name], item[:100]) for item in items if not allowed(name, item)]
        found[name] = tuple(good)
        return
    try:
        found[name] = one(name, text)
    except (ValueError, OverflowError):
        refused.append((NAMES[name], text[:100]))


def allowed(name: str, item: str) -> bool:
    """Return whether an item may stand in a blank that holds several."""
    return item in CHOICES[name] if name in CHOICES else bool(_SLUG.fullmatch(item))


def one(name: str, text: str) -> Any:  # noqa: ANN401
    """Return the value of a blank that holds one; raises ValueError when it cannot be read."""
    if name in ("start", "end"):
        period = period_of(text)
        day = period.start if name == "start" else period.end
        if not calendar.FIRST_YEAR <= day.year <= calendar.LAST_YEAR:
            raise ValueError(text)
        return day
    if name == "top":
        number = int(text)
        if not 0 <= number <= 1000 or not text.isascii():
            raise ValueError(text)
        return number
    if name == "sample":
        return {"show": True, "hide": False}[text] if text in ("show", "hide") else wrong(text)
    good = text in CHOICES[name] if name in CHOICES else text in COMPARISONS or text.startswith("unit:")
    return text if good and (name in CHOICES or _SLUG.fullmatch(text)) else wrong(text)


def wrong(text: str) -> Any:  # noqa: ANN401
    """Raise ValueError for a value that no link of ours holds."""
    raise ValueError(text)

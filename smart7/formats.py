"""Numbers as people read them, with their units.

Arabic digits in both languages; a real minus sign; a number and its unit never part at a line's end.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, Literal

from smart7.calendar import to_be_year
from smart7.i18n import Lang, Text
from smart7.words.scale import POINTS

ValueKind = Literal["number", "percent", "year"]

MISSING: Final = "–"
MINUS: Final = "\u2212"
NBSP: Final = "\u00a0"

# Enough digits for any float, so that rounding never fails.
_EXACT: Final = Context(prec=400)


def number(value: float | None, decimals: int, lang: Lang) -> str:
    """Return a number with thousands separators, halves rounded away from zero; a dash for none.

    ``lang`` is asked for so that every formatter is called alike; both languages write numbers the same.
    """
    exact = _exact(value)
    return MISSING if exact is None else _written(_rounded(exact, decimals))


def signed(value: float | None, decimals: int, lang: Lang) -> str:
    """Return a number with its sign, plus included; what rounds to zero has none."""
    exact = _exact(value)
    plus = "+" if exact is not None and _rounded(exact, decimals) > 0 else ""
    return plus + number(value, decimals, lang)


def figure(value: float | None, measure: Text, kind: ValueKind, decimals: int, lang: Lang) -> str:
    """Return a value with its unit: 85.2%, 1,234 persons; a CE year as the year people call it."""
    exact = _exact(value)
    if exact is None:
        return MISSING
    if kind == "year":
        year = int(_rounded(exact, 0))
        return str(to_be_year(year) if lang == "th" else year)
    written = number(value, decimals, lang)
    return f"{written}%" if kind == "percent" else f"{written}{NBSP}{measure.get(lang)}"


def change(delta: float | None, measure: Text, kind: ValueKind, decimals: int, lang: Lang) -> str:
    """Return a difference with its sign and unit; percentages differ by points, years by whole years."""
    if _exact(delta) is None:
        return MISSING
    unit = POINTS if kind == "percent" else measure
    return f"{signed(delta, 0 if kind == 'year' else decimals, lang)}{NBSP}{unit.get(lang)}"


def raised(text: str) -> str:
    """Return a text with its first letter raised, as one that stands alone begins; Thai has no such letters."""
    return text[:1].upper() + text[1:]


def _exact(value: float | None) -> Decimal | None:
    """Return a value as it is written, None for what is no number (none, not-a-number, infinite)."""
    return None if value is None or not math.isfinite(value) else Decimal(str(value))


def _rounded(exact: Decimal, decimals: int) -> Decimal:
    """Return a value rounded half away from zero, never a negative zero."""
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    return rounded if rounded else rounded.copy_abs()


def _written(exact: Decimal) -> str:
    """Return the digits of a number with separators and a real minus sign."""
    return f"{exact:,f}".replace("-", MINUS)

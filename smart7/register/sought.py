"""What a link asks of the audit: of whom, of which act, between which days, with which text.

The page and the file read it here, so that the file holds what the page shows. Days are those of the municipality's
clock, of either era.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from smart7 import calendar
from smart7.ledger.audit import Wanted

NOBODY: Final = "nobody"
"""How a link names whoever was not known."""
LONGEST: Final = 100


def wanted(given: Mapping[str, str]) -> Wanted:
    """Return what a link asks for; raises `ValueError` for a day that is none."""
    found: Wanted = {}
    if who := given.get("who"):
        found["who"] = "" if who == NOBODY else who
    if act := given.get("act"):
        found["act"] = act
    if first := given.get("first"):
        found["begin"] = midnight(calendar.parse_day(first))
    if last := given.get("last"):
        found["end"] = midnight(calendar.parse_day(last) + timedelta(days=1))
    if says := given.get("says", "").strip()[:LONGEST]:
        found["text"] = says
    return found


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins."""
    return datetime(day.year, day.month, day.day, tzinfo=calendar.HERE)

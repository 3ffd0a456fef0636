"""Moments of the ledger as the municipality reads them."""

from datetime import datetime

from smart7 import calendar
from smart7.calendar import HERE
from smart7.view import View


def moment(at: str | datetime, view: View) -> str:
    """Return a moment as the language writes it, by the municipality's clock; '' for none."""
    if not at:
        return ""
    when = (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(HERE)
    return f"{calendar.format_date(when.date(), view.lang, short=True)} {when:%H:%M}"

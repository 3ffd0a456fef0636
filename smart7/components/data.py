"""Rows of the snapshot one run of a page reads; the way from a page to the queries."""

import re
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from smart7 import calendar, reading, store
from smart7.i18n import Lang

RUN_KEY = "snapshot_of_run"
NOW_KEY = "snapshot_in_service"


def begin_run() -> str:
    """Fix the snapshot this run reads, so that one page never mixes two; return its id."""
    st.session_state[RUN_KEY] = st.session_state[NOW_KEY] = store.open_current()
    return snapshot()


def snapshot() -> str:
    """Return the id of the snapshot this run reads."""
    return str(st.session_state[RUN_KEY])


def now() -> str:
    """Return the id of the snapshot that was in service when this run began."""
    return str(st.session_state[NOW_KEY])


def read(snapshot_id: str) -> None:
    """Let this run read another snapshot from here on; before anything of the page was read."""
    st.session_state[RUN_KEY] = snapshot_id


def set_aside() -> bool:
    """Return whether this run reads an older snapshot because the newest one is not whole."""
    return store.set_aside(now())


def rows(name: str, **parameters: object) -> pd.DataFrame:
    """Return the rows of a query over the snapshot of this run; nobody may change them."""
    return reading.rows(snapshot(), name, reading.asked(**parameters))


def records(name: str, **parameters: object) -> list[dict[str, Any]]:
    """Return the rows of a query over the snapshot of this run as dictionaries, None for a missing cell."""
    return reading.records(snapshot(), name, reading.asked(**parameters))


def day_words(day: object, lang: Lang, precision: str = "day") -> str:
    """Return a day as a language writes it, no more exactly than it is known; '' for none."""
    if day is None or day != day:
        return ""
    when = date.fromisoformat(str(day)[:10]) if re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", str(day)) else None
    if when is None:  # a source sometimes gives a year or a few words
        return str(day)
    if precision == "day":
        return calendar.format_date(when, lang, short=True)
    kind: calendar.PeriodKind = "month" if precision == "month" else "calendar_year"
    return calendar.label(calendar.containing(kind, when), lang, short=True)

"""Rows and figures for one run of a page, cached by snapshot; the one way from a page to the queries."""

import re
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from smart7 import calendar, figures, queries, store
from smart7.figures import Figure
from smart7.i18n import Lang

RUN_KEY = "snapshot_of_run"


def begin_run() -> str:
    """Fix the snapshot this run reads, so that one page never mixes two; return its id."""
    st.session_state[RUN_KEY] = store.open_current()
    return snapshot()


def snapshot() -> str:
    """Return the id of the snapshot this run reads."""
    return str(st.session_state[RUN_KEY])


def set_aside() -> bool:
    """Return whether this run reads an older snapshot because the newest one is not whole."""
    return store.set_aside(snapshot())


@st.cache_data(max_entries=1000, show_spinner=False)
def rows_of(snapshot_id: str, name: str, parameters: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    """Return the rows of a query over a snapshot, asked once for all who look at the same."""
    return queries.run(snapshot_id, name, **dict(parameters))


def rows(name: str, **parameters: object) -> pd.DataFrame:
    """Return the rows of a query over the snapshot of this run."""
    return rows_of(snapshot(), name, tuple(sorted(parameters.items())))


@st.cache_data(max_entries=1000, show_spinner=False)
def records_of(snapshot_id: str, name: str, parameters: tuple[tuple[str, Any], ...]) -> list[dict[str, Any]]:
    """Return the records of a query over a snapshot, asked once for all who look at the same."""
    return queries.records(snapshot_id, name, **dict(parameters))


def records(name: str, **parameters: object) -> list[dict[str, Any]]:
    """Return the rows of a query over the snapshot of this run as dictionaries, None for a missing cell."""
    return records_of(snapshot(), name, tuple(sorted(parameters.items())))


# Figures are frozen, so every visitor may be handed the same ones.
@st.cache_resource(max_entries=200, show_spinner=False)
def _figures(snapshot_id: str, domain: str, until: date, sample: bool) -> tuple[Figure, ...]:
    found = queries.records(snapshot_id, "indicators/cards", domain=domain, until=until, sample=sample)
    return tuple(figures.read(found, as_of(snapshot_id), until))


def headline_figures(domain: str, until: date, sample: bool) -> tuple[Figure, ...]:
    """Return the figure each indicator of a domain leads with ('' for all domains)."""
    return _figures(snapshot(), domain, until, sample)


@st.cache_resource(max_entries=200, show_spinner=False)
def _unit_figures(snapshot_id: str, unit: str, until: date) -> tuple[Figure, ...]:
    found = queries.records(snapshot_id, "units/cards", unit=unit, until=until)
    return tuple(figures.read(found, as_of(snapshot_id), until))


def unit_figures(unit: str, until: date) -> tuple[Figure, ...]:
    """Return the figures of one school, centre or division, one for each indicator of its kind."""
    return _unit_figures(snapshot(), unit, until)


@st.cache_data(max_entries=20, show_spinner=False)
def about(snapshot_id: str) -> dict[str, Any]:
    """Return what is said of a snapshot on every page: as-of day, counts of figures, years with figures."""
    return queries.records(snapshot_id, "frame/snapshot")[0]


def as_of(snapshot_id: str) -> date:
    """Return the day a snapshot's knowledge ends."""
    day: date = about(snapshot_id)["as_of"]
    return day


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

"""The day in the past on which this run shows the site: of the link or the visit, put together where nobody kept it."""

from datetime import date
from typing import Final

import streamlit as st

from smart7 import calendar, catalog, store
from smart7.components import data, link
from smart7.components.acts import person
from smart7.i18n import Lang
from smart7.past import days, making
from smart7.turn import TURNS
from smart7.words import past as words

OF_RUN: Final = "known_of_run"
NOTICE: Final = "known_notice"
LOOK: Final = 0.5
"""Seconds between two looks at a day that is being made."""


def stand(page_id: str, lang: Lang) -> None:
    """Let this run read the site as it stood on the day that is asked for, where there is one.

    A page of today, and one that a link has frozen on a snapshot, keep to their own. A day that cannot be shown is
    said, and today is shown.
    """
    now, asked = data.now(), link.known()
    st.session_state[OF_RUN] = day = day_asked(asked, now) if asked else None
    if day is not None and data.snapshot() == now and not catalog.page(page_id).of_today:
        found = days.snapshot_of(day) or make(day, lang)
        if found is None:
            st.session_state[OF_RUN] = day = None
        else:
            data.read(found)
    link.look_at(day)


def day_asked(asked: str, now: str) -> date | None:
    """Return the day that is asked for; None for today, and for one that cannot be shown, which is said."""
    try:
        return days.day_of(asked, now)
    except days.NoSuchDay as error:
        st.session_state[NOTICE] = error.why
        return None


def make(day: date, lang: Lang) -> str | None:
    """Wait until a day is put together, and say how long it takes; None where it cannot be, which is said.

    One made before the snapshot in service is better than none.
    """
    who = person.here()
    try:
        job = making.MAKING.ask(day, None if who.account_id else st.context.ip_address or "")
        wait(job, lang)
        found, why = days.snapshot_of(day), words.FAILED
    except making.Refused as refused:
        found, why = None, refused.why
    found = found or store.as_known(day, older=True)
    if found is None:
        st.session_state[NOTICE] = days.said(words.NOT_MADE, day=day, why=why)
    return found


def wait(job: making.Job, lang: Lang) -> None:
    """Wait for a day with a line that counts the seconds; who leaves does not end the work."""
    place, seconds = st.empty(), 0.0
    named = calendar.format_date(job.day, lang)
    with place.container(), st.status(words.MAKING.format(lang, day=named, seconds=0)) as status, TURNS.let_go():
        while not job.ended.wait(LOOK):
            seconds += LOOK
            if seconds == int(seconds):
                status.update(label=words.MAKING.format(lang, day=named, seconds=int(seconds)))
    place.empty()


def known() -> date | None:
    """Return the day in the past that is looked at, None for today."""
    day: date | None = st.session_state[OF_RUN]
    return day


def reach() -> tuple[date, date]:
    """Return the first and the last day that can be looked back on."""
    return days.reach(data.now())


def show_notice(lang: Lang) -> None:
    """Say, once, why a day cannot be shown."""
    if why := st.session_state.pop(NOTICE, None):
        st.warning(f"{why.get(lang)} {words.INSTEAD.get(lang)}")

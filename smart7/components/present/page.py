"""The page that presents: the list of agendas, or one of them as a deck with what edits and packs it."""

from dataclasses import dataclass

import streamlit as st

from smart7 import calendar, parts, store
from smart7.components import data, frame, link
from smart7.components.present import deck, documents, edit
from smart7.ledger import book, meetings
from smart7.markup.pieces import heading, table, tag
from smart7.markup.pieces import link as anchor
from smart7.meetings import agenda as agendas
from smart7.meetings import frozen, ready
from smart7.meetings.agenda import Agenda
from smart7.view import View
from smart7.words import common
from smart7.words import present as words
from smart7.words import slides as slide_words

KIOSK_SECONDS = (3, 600)


@dataclass(frozen=True, slots=True)
class Opened:
    """An agenda as it was opened: its frozen figures ('' for none), its entry in the ledger (0: ready-made)."""

    agenda: Agenda
    held: str
    entry: int


def show(view: View) -> None:
    """Draw the deck of the agenda the link asks for, or the list of agendas."""
    wanted = link.asked("agenda")
    opened = find(wanted, view) if wanted else None
    if wanted and opened is None:
        link.refuse("agenda", wanted, view.say(words.ALL))
        link.show_notices(view.lang)
    if opened is None:
        edit.tell(view)
        frame.html(parts.agenda_list(data.snapshot(), view))
        return
    head(opened, view)
    kiosk = kiosk_seconds()
    deck.show(opened.agenda, opened.held, view, kiosk)
    if kiosk:
        watch(data.now())
        return
    corrections(opened, view)
    documents.show(opened.agenda, view)
    edit.show(opened.agenda, opened.entry, view)


def find(wanted: str, view: View) -> Opened | None:
    """Return the agenda of an id: one that was saved, else a ready-made one."""
    try:
        kept = meetings.get(wanted)
        if kept is not None:
            return Opened(agendas.from_json(kept.agenda), kept.figures, kept.entry)
    except book.FAULTS:
        st.warning(view.say(words.NO_LEDGER))
    except agendas.Refused as refused:
        st.warning(view.say(words.UNREADABLE, why=view.say(refused.why)))
        return None
    made = ready_made(data.snapshot(), wanted)
    return Opened(made, "", 0) if made else None


@st.cache_resource(max_entries=60, show_spinner=False)
def ready_made(snapshot_id: str, agenda_id: str) -> Agenda | None:
    """Return a ready-made agenda, put together once for all who look at the same."""
    return ready.agenda(agenda_id, snapshot_id)


def head(opened: Opened, view: View) -> None:
    """Say which meeting this is, for whom, how long, and on which figures."""
    one = opened.agenda
    state = words.FROZEN if one.snapshot_id else words.LIVE
    facts = (
        one.title.get(view.lang), one.body.get(view.lang), calendar.format_date(one.day, view.lang),
        view.say(words.ITEMS, count=len(one.visible), minutes=one.minutes), view.say(state, id=one.snapshot_id),
    )  # fmt: skip
    frame.html(tag("p", " · ".join(facts), "s7-definition") + tag_link(view.say(words.ALL), link.address("present")))


def tag_link(text: str, address: str) -> str:
    """Return a line that leads somewhere."""
    return f"<p>{anchor(text, address)}</p>"


def kiosk_seconds() -> int:
    """Return after how many seconds a wall display turns, 0 for none; a bare `kiosk=` turns every 15."""
    if "kiosk" not in st.query_params:
        return 0
    asked = link.asked("kiosk")
    low, high = KIOSK_SECONDS
    return min(max(int(asked), low), high) if asked.isdecimal() else 15


@st.fragment(run_every="20s")
def watch(snapshot_id: str) -> None:
    """Look for a new snapshot, and show it on the wall when there is one."""
    newest = store.current_id()
    if newest is not None and newest != snapshot_id:
        st.rerun()


def corrections(opened: Opened, view: View) -> None:
    """List the figures that were corrected since the agenda was frozen, old and new."""
    found = frozen.corrections(opened.held, data.snapshot(), view.lang) if opened.held else []
    if not found:
        return
    title = view.say(words.CORRECTIONS)
    header = (words.ITEM, common.INDICATOR, common.UNIT, common.PERIOD, slide_words.OLD, slide_words.NOW)
    rows = [[str(one.number), one.name, one.unit, one.period, one.old, one.new] for one in found]
    frame.html(heading(title) + table([view.say(text) for text in header], rows, caption=title, numbers=(4, 5)))

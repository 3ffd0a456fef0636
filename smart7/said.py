"""What people say about figures, read of the ledger for a page: the same block for the live page and the first answer.

It changes without a new snapshot, so it is read at each run; what is kept elsewhere is kept under `state`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from smart7 import publish
from smart7.i18n import Text
from smart7.ledger import book, handed, notes
from smart7.markup import notes as markup
from smart7.markup.notes import Thread
from smart7.markup.pieces import heading, tag
from smart7.meetings.agenda import Agenda, to_json
from smart7.register import rights
from smart7.view import View
from smart7.words import notes as words

State = tuple[int, date] | None
NAMED_BY: Final = {"indicator": "id", "units": "unit"}
"""Pages on which something said is shown, and the parameter of the link that says of what."""


def of_indicator(indicator_id: str, sign_in: str, view: View) -> str:
    """Return what is said of an indicator's figures; `sign_in` is where whoever is not signed in can, or ''.

    Of the past it is what was said by then. Nothing where the ledger cannot be read: the figures stand without it.
    """
    try:
        with book.opened() as ledger:
            every = notes.of_indicator(ledger, indicator_id)
    except book.FAULTS:
        return ""
    today = view.as_of if view.past else handed.today()
    every = [one for one in every if one.day <= today] if view.past else every
    way = "" if publish.read_only() or view.past else sign_in
    units = names() if every else {}
    return markup.of_indicator(markup.threads(every, today), units, today, way, view)


def of_unit(unit_id: str, view: View) -> str:
    """Return the questions that wait for a unit, '' where none does, and of the past: they wait today."""
    if view.past:
        return ""
    try:
        with book.opened() as ledger:
            found = [Thread(one) for one in notes.open_of(ledger, unit_id)]
    except book.FAULTS:
        return ""
    if not found:
        return ""
    today = handed.today()
    told = tag("p", markup.counts(found, today, view), "s7-says")
    return heading(view.say(words.TO_UNIT)) + told + markup.listed(found, names(), today, view, named=True)


def made_of(agenda: Agenda) -> str:
    """Return what the slides of an agenda are made of besides a snapshot: itself, and its questions as they stand."""
    asked = [item.subject for item in agenda.visible if item.kind == "question"]
    try:
        with book.opened() as ledger:
            stands = [(one, notes.get(ledger, one), notes.answer_to(ledger, one)) for one in asked] if asked else []
    except book.FAULTS:
        stands = []
    told = " ".join(f"{one}:{bool(first)}:{reply.note_id if reply else ''}" for one, first, reply in stands)
    return f"{to_json(agenda)}{told}"


def names() -> Mapping[str, Text]:
    """Return what the units of the snapshot in service are called."""
    return {unit_id: unit.name for unit_id, unit in rights.units().items()}


def state(page_id: str, subject: str) -> State:
    """Return what a page of something changes with: the newest row about it, and the day, on which it may be due.

    None for pages on which nothing said is shown, and where nobody ever said anything.
    """
    if page_id not in NAMED_BY:
        return None
    try:
        with book.opened() as ledger:
            given = {"indicator_id": subject} if page_id == "indicator" else {"owner": subject}
            newest = notes.newest(ledger, **given)
    except book.FAULTS:
        return None
    return (newest, handed.today()) if newest else None

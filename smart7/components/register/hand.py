"""What a unit officer does: see what is asked, fill in one period, have it checked, hand it in."""

import json
from typing import Final

import streamlit as st

from smart7 import calendar
from smart7.components import data, frame, link
from smart7.components.acts import said
from smart7.components.register import found, sheet, ways
from smart7.components.register.found import Held
from smart7.components.sources import feeds
from smart7.ledger import handed
from smart7.markup import register as markup
from smart7.markup.pieces import heading, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.markup.register import Due
from smart7.register import rights, steps
from smart7.register.books.form import INPUTS, Form, NoForm, form, key_of
from smart7.register.owed import Asked as Owed
from smart7.register.rights import Person
from smart7.view import View
from smart7.words import register_page as words

HELD: Final = "register-held"
TURN: Final = "register-turn"
EVIDENCE: Final = ["pdf", "png", "jpg", "jpeg", "xlsx", "docx", "csv", "txt"]
EVIDENCE_MB: Final = 10
NOTE_MOST: Final = 2000


def show(who: Person, view: View) -> None:
    """Draw what is asked of the unit, or the one period the link asks for."""
    owed = sheet.owed(who.unit_id, view)
    wanted = link.pick("due", list(owed), "", keep=False)
    link.show_notices(view.lang)
    unit = rights.name_of(who.unit_id).get(view.lang)
    if not wanted:
        frame.html(markup.asked([due for due, _ in owed.values()], unit, handed.today(), view))
        return
    due, known = owed[wanted]
    frame.html(top(due, unit, view))
    if due.state == "closed":
        frame.html(tag("p", view.say(words.CLOSED), "s7-says"))
        return
    try:
        asked = form(data.snapshot(), who.unit_id, due.period.kind, due.period.start)
    except NoForm as none:
        frame.html(tag("p", view.say(none.why), "s7-says"))
        return
    one(who, due, known, asked, view)


def top(due: Due, unit: str, view: View) -> str:
    """Return the way back to all periods, which one this is, where it stands and what was remarked."""
    back = wrap("p", anchor(view.say(words.ALL_PERIODS), view.address("register")), "s7-line")
    name = heading(f"{calendar.label(due.period, view.lang)} · {unit}")
    again = tag("p", view.say(words.AGAIN), "s7-note") if due.state in ("handed_in", "approved", "published") else ""
    return back + name + markup.standing(due, handed.today(), view) + again


def one(who: Person, due: Due, known: Owed, asked: Form, view: View) -> None:
    """Draw one period: the way in, what the check found, and what hands it in."""
    held: Held | None = st.session_state.get(HELD)
    held = held if held and (held.due, held.given.way) == (due.key, st.session_state.get(ways.WAY)) else None
    step = 1 if held is None else 2 if held.grave else 3
    frame.html(markup.steps(step, view) + heading(view.say(words.FILL), 3))
    given = ways.show(due.key, asked, before(known), remarks(known), view)
    if given is not None and given.draft:
        save_draft(who, asked, given, view)
    elif given is not None:

        def look() -> str:
            with st.spinner(view.say(words.CHECKING)):
                st.session_state[HELD] = found.check(due.key, asked, given)
            return ""

        said.act(look, view)
        st.rerun()
    if held is None:
        return
    found.show(held, asked, view)
    if not held.grave:
        hand_in(who, held, asked, view)


def save_draft(who: Person, asked: Form, given: ways.Given, view: View) -> None:
    """Keep what was typed so far, for the unit alone to go on with, and say so."""
    checked = found.drafted(asked, given)

    def keep() -> str:
        steps.save_draft(who, checked)
        return view.say(words.DRAFT_SAVED, count=len(checked.cells))

    said.act(keep, view)
    st.rerun()


def remarks(known: Owed) -> dict[str, str]:
    """Return what is to be corrected of each figure, where the newest of a period was returned."""
    newest = next((sent for sent in known.submissions if sent.state != "superseded"), None)
    return sheet.remarks_of(newest) if newest and newest.state == "returned" else {}


def before(known: Owed) -> ways.Before:
    """Return what stands in the fields at first: what was handed in or kept as a draft for the period, as written."""
    newest = next((sent for sent in known.submissions if sent.state != "superseded"), None)
    if newest is None:
        return {}
    rows = {
        key_of(one.indicator_id, one.breakdown): (json.loads(one.raw or "{}"), one.reason, one.note)
        for one in sheet.figures_of(newest)
    }
    return {
        key: {name: str(raw[name]) for name in INPUTS if raw.get(name)} | {"reason": reason, "note": note}
        for key, (raw, reason, note) in rows.items()
    }


def hand_in(who: Person, held: Held, asked: Form, view: View) -> None:
    """Draw the note, the evidence and the button that hands in what was checked."""
    frame.html(heading(view.say(words.HAND_IN), 3))
    checked = found.reasons(held, asked, view)
    turn = st.session_state.setdefault(TURN, 0)
    note = st.text_area(view.say(words.NOTE), max_chars=NOTE_MOST, key=f"register-note-{turn}", height=100)
    st.html(feeds.uploader_style(view, words.CHOOSE_EVIDENCE))
    files = st.file_uploader(
        view.say(words.EVIDENCE), type=EVIDENCE, accept_multiple_files=True, max_upload_size=EVIDENCE_MB,
        key=f"register-evidence-{turn}",
    )  # fmt: skip
    label = view.say(words.SEND, count=len(checked.cells))
    if not st.button(label, type="primary", key="register-hand-in", icon=":material/upload:"):
        return
    attached = [(one.name, one.getvalue()) for one in files or []]

    def send() -> str:
        return view.say(words.SENT, id=steps.hand_in(who, checked, note, attached))

    if said.act(send, view):
        st.session_state.pop(HELD)
        st.session_state[TURN] += 1
        del st.query_params["due"]
    st.rerun()

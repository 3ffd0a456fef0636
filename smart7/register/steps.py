"""The way of a figure from a unit to the dashboard: draft, handed in, returned or approved, published, superseded.

Each act is one transaction of the ledger: who may is asked, the state is looked at, and what is written comes with
its entry in the audit, or nothing is written at all.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smart7 import publish, store
from smart7.ledger import audit, book, evidence, handed
from smart7.ledger.book import Ledger
from smart7.ledger.handed import Evidence, Figure, State, Submission
from smart7.register import given
from smart7.register.differences import Difference as Difference
from smart7.register.differences import differences as differences
from smart7.register.keeping import FROM, within
from smart7.register.owed import Asked as Asked
from smart7.register.owed import asked as asked
from smart7.register.owed import reminder as reminder
from smart7.register.rights import Act, Person, Refused, may, require
from smart7.words import keeping
from smart7.words import steps as words

if TYPE_CHECKING:
    from smart7.register.books.check import Checked

LONGEST: Final = 2000
"""Characters that a note, a remark or a reason may have."""
# From which states each act leads on; whoever hands in anew leaves behind what is waiting, returned or only a draft.
LEADS_ON: Final[Mapping[str, frozenset[State]]] = {
    "approve": frozenset({"handed_in"}),
    "give_back": frozenset({"handed_in", "approved"}),
    "publish": frozenset({"approved"}),
    "hand_in": frozenset({"draft", "handed_in", "returned"}),
    "save_draft": frozenset({"draft"}),
}


def permit(who: Person, act: Act, unit_id: str) -> None:
    """Raise `Refused` where this installation takes nothing in, or a person may not do something for a unit."""
    if publish.read_only():
        raise Refused(keeping.READ_ONLY)
    require(who, act, unit_id)


def save_draft(who: Person, checked: Checked, note: str = "") -> str:
    """Keep what is not finished, for the unit alone to see, and return its id; raises `Refused`."""
    return enter(who, checked, note, [], "draft")


def hand_in(who: Person, checked: Checked, note: str = "", attachments: Sequence[tuple[str, bytes]] = ()) -> str:
    """Hand in the figures of a unit and period with a note and files, and return the id of the submission.

    What the unit handed in before and is all in this one is superseded, unless somebody approved it. The same again
    is not handed in twice. Raises `Refused`, and `whole.CannotWrite` where the disk refuses; nothing is kept then.
    """
    permit(who, "figure.hand_in", checked.unit_id)
    grave = sum(fault.grave for fault in checked.faults)
    if grave:
        raise Refused(words.GRAVE, count=grave)
    return enter(who, checked, note, attachments, "handed_in")


def enter(
    who: Person, checked: Checked, note: str, attachments: Sequence[tuple[str, bytes]], state: State
) -> str:  # fmt: skip
    """Write a new submission in a state with its files, or return the same that is there with all of them.

    Where the same is there without some of them, the new one has those it had as well, as it takes its place.
    """
    permit(who, "figure.hand_in", checked.unit_id)
    figures = given.figures_of(store.current_id() or "", checked, handed.today(), draft=state == "draft")
    moment = handed.now()
    new = Submission(
        submission_id=secrets.token_hex(6), unit_id=checked.unit_id, period_kind=checked.period_kind,
        period_start=checked.period_start, author=who.account_id, author_name=who.name, note=short(note), at=moment,
        state=state, state_at=moment,
    )  # fmt: skip
    fit(attachments)
    with evidence.or_nothing() as written, book.opened(writing=True) as ledger:
        require_open(ledger, new)
        there = handed.same(ledger, new, figures)
        had = {one.file: one for one in handed.files(ledger, there)} if there else {}
        added = [given for given in attachments if evidence.named(*given).file not in had]
        if there is not None and not added:
            return there
        files = [*had.values(), *kept(ledger, added, who, written)]
        before = handed.of_period(ledger, new.unit_id, new.period_kind, new.period_start)
        handed.add(ledger, new, figures, files)
        act = "save_draft" if state == "draft" else "hand_in"
        left = [one for one in before if one.state in LEADS_ON[act] and not one.publishing]
        supersede(ledger, left, figures, new.submission_id, who.account_id)
        audit.note(ledger, who.account_id, "figure.hand_in", told(new), after=state, where=FROM.get())
    return new.submission_id


def fit(attachments: Sequence[tuple[str, bytes]]) -> None:
    """Raise `Refused` for the first of some files that may not be kept; nothing is written."""
    try:
        evidence.check(attachments)
    except evidence.Unfit as unfit:
        megabytes = evidence.LARGEST // 1_000_000
        why = words.EVIDENCE[unfit.why]
        raise Refused(why, name=unfit.name, most=evidence.MOST, megabytes=megabytes) from None


def kept(
    ledger: Ledger, attachments: Sequence[tuple[str, bytes]], who: Person, written: list[Path]
) -> list[Evidence]:  # fmt: skip
    """Keep files that were handed in, each once; raises `Refused` where there is no room for them."""
    try:
        return within(evidence.keep, ledger, attachments, who.account_id, written)
    except evidence.Full:
        raise Refused(words.FULL) from None


def supersede(
    ledger: Ledger, older: Iterable[Submission], figures: Iterable[Figure], by: str, who: str
) -> None:  # fmt: skip
    """Leave behind the submissions all of whose figures are in newer ones."""
    there = {(figure.indicator_id, figure.breakdown) for figure in figures}
    for one in older:
        own = handed.figures(ledger, one.submission_id)
        if {(figure.indicator_id, figure.breakdown) for figure in own} <= there:
            handed.decide(ledger, one.submission_id, "superseded", who, said=by, snapshot_id=one.snapshot_id)


def approve(who: Person, ids: Sequence[str]) -> None:
    """Approve submissions, all of them or none: nobody their own. Raises `Refused`."""
    with book.opened(writing=True) as ledger:
        for submission_id in dict.fromkeys(ids):
            found = standing(ledger, submission_id, "approve", who)
            if found.author == who.account_id:
                raise Refused(words.OWN)
            require_open(ledger, found)
            handed.decide(ledger, submission_id, "approved", who.account_id)
            audit.note(ledger, who.account_id, "figure.approve", told(found), found.state, "approved", FROM.get())


def give_back(who: Person, submission_id: str, remarks: Mapping[str, str]) -> None:
    """Return a submission to its unit with remarks by indicator, '' for the whole of it; raises `Refused`."""
    said = {indicator_id: short(text) for indicator_id, text in remarks.items() if text.strip()}
    with book.opened(writing=True) as ledger:
        found = standing(ledger, submission_id, "give_back", who)
        there = {figure.indicator_id for figure in handed.figures(ledger, submission_id)}
        if not said:
            raise Refused(words.NEEDS_REMARK)
        if lost := next((one for one in said if one and one not in there), ""):
            raise Refused(words.NOT_IN_IT, indicator=lost)
        handed.remark(ledger, submission_id, said, who.account_id)
        handed.decide(ledger, submission_id, "returned", who.account_id)
        audit.note(ledger, who.account_id, "figure.approve", told(found), found.state, "returned", FROM.get())


def standing(ledger: Ledger, submission_id: str, act: str, who: Person) -> Submission:
    """Return a submission that a person may judge and that is in a state for it; raises `Refused`."""
    found = handed.get(ledger, submission_id)
    if found is None:
        permit(who, "figure.approve", who.unit_id)
        raise Refused(words.NOT_THERE)
    permit(who, "figure.approve", found.unit_id)
    if found.publishing:
        raise Refused(words.BEING_PUBLISHED)
    if found.state not in LEADS_ON[act]:
        raise Refused(words.WRONG_STATE, state=words.STATES[found.state])
    return found


def close(who: Person, unit_id: str, period_kind: str, period_start: date, reason: str) -> None:
    """Close a period for a unit, '' for every one, so that nothing is handed in or approved; raises `Refused`."""
    set_closed(who, unit_id, period_kind, period_start, reason, True)


def reopen(who: Person, unit_id: str, period_kind: str, period_start: date, reason: str) -> None:
    """Open a closed period again; raises `Refused`."""
    set_closed(who, unit_id, period_kind, period_start, reason, False)


def set_closed(
    who: Person, unit_id: str, period_kind: str, period_start: date, reason: str, closing: bool
) -> None:  # fmt: skip
    """Close or reopen a period, with the reason why."""
    permit(who, "period.close", unit_id)
    if not reason.strip():
        raise Refused(words.NEEDS_REASON)
    with book.opened(writing=True) as ledger:
        is_closed = handed.closed(ledger, unit_id, period_kind, period_start) is not None
        if is_closed == closing:
            raise Refused(words.ALREADY[closing])
        handed.close(ledger, unit_id, period_kind, period_start, closing, short(reason), who.account_id)
        states = ("closed", "open") if is_closed else ("open", "closed")
        what = f"{unit_id or '*'} {period_kind} {period_start}: {short(reason)}"
        audit.note(ledger, who.account_id, "period.close", what, *states, FROM.get())


def closed(unit_id: str, period_kind: str, period_start: date) -> str | None:
    """Return for which reason a period is closed for a unit, None while it is open."""
    with book.opened() as ledger:
        return handed.closed(ledger, unit_id, period_kind, period_start)


def require_open(ledger: Ledger, submission: Submission) -> None:
    """Raise `Refused` where the period of a submission is closed."""
    reason = handed.closed(ledger, submission.unit_id, submission.period_kind, submission.period_start)
    if reason is not None:
        raise Refused(words.CLOSED, reason=reason)


def waiting(who: Person, unit_id: str = "", domain_id: str = "") -> list[Submission]:
    """Return what a person may approve, the oldest first: of one unit, or with figures of one domain only."""
    with book.opened() as ledger:
        found = [one for one in handed.every(ledger, unit_id, "handed_in") if one.author != who.account_id]
        of = {one.submission_id: handed.figures(ledger, one.submission_id) for one in found}
    found = [one for one in found if may(who, "figure.approve", one.unit_id) is None]
    if domain_id:
        found = [one for one in found if given.domains_of(one.unit_id, of[one.submission_id]) == {domain_id}]
    return found[::-1]


def short(text: str) -> str:
    """Return a text without space around it; raises `Refused` where it is too long."""
    if len(text.strip()) > LONGEST:
        raise Refused(words.TOO_LONG, most=LONGEST)
    return text.strip()


def told(submission: Submission) -> str:
    """Return a submission as the audit names it."""
    return f"{submission.submission_id} {submission.unit_id} {submission.period_kind} {submission.period_start}"

"""What people keep, save, send and free: each act asks for the right to it, then writes it with the act in the audit.

The one way from a page to what is written: nothing above the register calls the ledger's writers or the import of a
feed (a test of the architecture says so).
"""

import json
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import replace
from hashlib import sha256
from typing import Any, ParamSpec, TypeVar

from smart7 import publish
from smart7.ledger import audit, book, meetings, pictures, quotas, views
from smart7.ledger.meetings import Meeting
from smart7.ledger.views import Policy, SavedView
from smart7.register import signin
from smart7.register.rights import Act, Person, Refused, may, require
from smart7.words import keeping as words

FROM: ContextVar[str] = ContextVar("from", default="")
"""The address of the machine of whoever acts in this thread, for the audit; '' where it is not known."""
Given = ParamSpec("Given")
Made = TypeVar("Made")


def permit(who: Person, act: Act) -> None:
    """Raise `Refused` where this installation takes nothing in, or the person may not do something."""
    if publish.read_only():
        raise Refused(words.READ_ONLY)
    require(who, act)


def permit_on(who: Person, act: Act, whose: str) -> None:
    """Raise `Refused` where a person may not take something away that an account keeps: the own, or the right to free.

    What was kept before there were accounts is nobody's: whoever may keep such things may take it away.
    """
    permit(who, act)
    if whose not in ("", who.account_id) and may(who, "held.free") is not None:
        raise Refused(words.NOT_YOURS)


def within(write: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
    """Write something; raises `Refused` where a quota is used up, or it was changed since somebody looked at it."""
    try:
        return write(*given, **named)
    except quotas.Full as full:
        raise Refused(full.why) from None
    except meetings.ChangedSince:
        raise Refused(words.CHANGED_SINCE) from None


def save_view(
    who: Person, name: str, note: str, owner: str, question: str, policy: Policy, snapshot_id: str, view_id: str = ""
) -> SavedView:
    """Keep a view; raises `Refused`, `views.Refused` for what is missing, and what the ledger's disk refuses."""
    permit(who, "view.save")
    if policy == "frozen":
        permit(who, "snapshot.freeze")
    if view_id and (old := views.get(view_id)):
        permit_on(who, "view.save", old.account)
    given = (name, note, owner, question, policy, snapshot_id, view_id)
    return within(views.save, *given, account=who.account_id, where=FROM.get())


def delete_view(who: Person, view_id: str) -> bool:
    """Take a view off the list; return whether there was one. Raises `Refused`."""
    permit(who, "view.save")
    old = views.get(view_id)
    if old is None:
        return False
    permit_on(who, "view.save", old.account)
    return views.delete(view_id, account=who.account_id, where=FROM.get())


def save_meeting(who: Person, meeting: Meeting, upon: int) -> Meeting:
    """Keep a meeting: agendas are worked on together, every version stays. Raises `Refused`, and `ValueError`.

    `upon` is the entry of the version that was changed, 0 for a new agenda; where that is not the last one, nothing is
    kept. To let frozen figures go takes the same right as to freeze them.
    """
    permit(who, "agenda.save")
    last = meetings.get(meeting.meeting_id)
    if meeting.snapshot_id or (last and last.entry == upon and last.snapshot_id):
        permit(who, "snapshot.freeze")
    return within(meetings.save, meeting, account=who.account_id, where=FROM.get(), upon=upon)


def delete_meeting(who: Person, meeting_id: str, upon: int | None = None) -> bool:
    """Take a meeting off the list, as it was looked at; return whether there was one. Raises `Refused`."""
    permit(who, "agenda.save")
    old = meetings.get(meeting_id)
    if old is None:
        return False
    permit_on(who, "agenda.save", old.account)
    return within(meetings.delete, meeting_id, account=who.account_id, where=FROM.get(), upon=upon)


def keep_picture(who: Person, content: bytes, kind: str) -> str:
    """Keep a picture and return its name. Raises `Refused`, `pictures.Full`, and what the disk refuses."""
    permit(who, "picture.add")
    return within(pictures.keep, content, kind, account=who.account_id, where=FROM.get())


def look_at_feed(who: Person, content: bytes, file: str, name: str) -> dict[str, Any]:
    """Return what is found in a feed and what it would change; nothing is loaded. Raises `Refused`, `BuildFailed`.

    A check takes a child process and seconds of a processor, so it needs the same right.
    """
    permit(who, "feed.import")
    return publish.look_at_feed(content, file, name)


def import_feed(who: Person, content: bytes, file: str, name: str, replacing: str) -> Iterator[str]:
    """Put a feed in service and yield each line of its import; raises `Refused`, and `publish.BuildFailed`.

    The audit has the act before it begins, and what came of it: a process that is killed leaves the first.
    """
    permit(who, "feed.import")
    digest = sha256(content).hexdigest()[:16]
    told(who, name, replacing, f"{digest} begun")
    try:
        yield from publish.import_feed(content, file, name, replacing)
    except publish.BuildFailed:
        told(who, name, replacing, f"{digest} refused")
        raise
    told(who, name, replacing, f"{digest} in service")


def told(who: Person, name: str, before: str, after: str) -> None:
    """Note a step of an import in the audit."""
    with book.opened(writing=True) as ledger:
        audit.note(ledger, who.account_id, "feed.import", name, before, after, FROM.get())


def free_picture(who: Person, name: str) -> bool:
    """Delete a picture for good; return whether there was one. Raises `Refused`."""
    permit(who, "held.free")
    return pictures.free(name, account=who.account_id, where=FROM.get())


def free_view(who: Person, view_id: str) -> bool:
    """Take anybody's view off the list; return whether there was one. Raises `Refused`."""
    permit(who, "held.free")
    return views.delete(view_id, account=who.account_id, where=FROM.get())


def free_meeting(who: Person, meeting_id: str) -> bool:
    """Take anybody's meeting off the list; return whether there was one. Raises `Refused`."""
    permit(who, "held.free")
    return meetings.delete(meeting_id, account=who.account_id, where=FROM.get())


def free_snapshot(who: Person, snapshot_id: str) -> int:
    """Unfreeze every view and meeting that holds a snapshot, so that a build may delete it; return how many.

    A view goes on over the newest figures; so does a meeting, and its earlier version keeps the figures it had.
    """
    permit(who, "held.free")
    account = who.account_id
    freed = 0
    for view in views.every():
        if view.policy == "frozen" and view.snapshot_id == snapshot_id:
            given = (view.name, view.note, view.owner, view.question)
            views.save(*given, "live", snapshot_id, view.view_id, account=account, where=FROM.get())
            freed += 1
    for meeting in meetings.every():
        if meeting.snapshot_id == snapshot_id:
            within(meetings.save, thawed(meeting), account=account, where=FROM.get(), upon=meeting.entry)
            freed += 1
    with book.opened(writing=True) as ledger:
        audit.note(ledger, account, "held.free", snapshot_id, f"held by {freed}", "", FROM.get())
    return freed


def thawed(meeting: Meeting) -> Meeting:
    """Return a meeting on the newest figures; its agenda names its snapshot too."""
    held = json.loads(meeting.agenda) | {"snapshot_id": ""}
    agenda = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return replace(meeting, agenda=agenda, figures="", snapshot_id="")


def note_reading(who: Person, what: str) -> None:
    """Note that the audit was taken away; raises `Refused` for whoever may not read it."""
    permit(who, "audit.read")
    with book.opened(writing=True) as ledger:
        audit.note(ledger, who.account_id, "audit.read", what, where=FROM.get())


def sign_out_everywhere(who: Person, account_id: str) -> None:
    """End every session of an account; raises `Refused` for whoever may not manage accounts."""
    permit(who, "account.edit")
    signin.sign_out_everywhere(account_id, who, FROM.get())


def renew(who: Person, old: str, new: str) -> None:
    """Change one's own password and end all of one's sessions; raises `Refused`."""
    if publish.read_only() or not who.account_id:
        raise Refused(words.READ_ONLY if publish.read_only() else words.SIGN_IN_AGAIN)
    signin.renew(who, old, new, FROM.get())

"""Meetings people keep: an agenda as JSON, and the figures it was frozen with; appended to, the newest counts."""

import re
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Final

from smart7.ledger import audit, book, quotas, views
from smart7.ledger.book import Ledger, Row

LONGEST: Final = 4_000_000
"""Characters an agenda with its frozen figures may take."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as it stands: `snapshot_id` and `figures` are '' until it is frozen, `day` is an ISO date.

    `account` is whose meeting it is, '' where it was kept before there were accounts. `entry` tells its versions apart.
    """

    meeting_id: str
    agenda: str
    figures: str
    snapshot_id: str
    day: str
    at: str = ""
    account: str = ""
    entry: int = field(default=0, compare=False)


COLUMNS: Final = tuple(one.name for one in fields(Meeting) if one.name != "entry")


class ChangedSince(Exception):
    """Raise where a meeting was changed or deleted after it was looked at, by whoever is about to change it."""


def save(meeting: Meeting, *, account: str, where: str = "", upon: int | None = None) -> Meeting:
    """Keep a meeting and return it with the moment it was kept and whose it is, with the act in the audit.

    `upon` is the entry of the version it was made of, 0 for none, so that nobody writes over what they have not seen;
    without it, whatever there is. Whose a meeting is does not change with its versions. Raises `ChangedSince`,
    `ValueError` for one that is too long, `quotas.Full` where there is no room for another.
    """
    if len(meeting.agenda) + len(meeting.figures) > LONGEST or not meeting.meeting_id:
        raise ValueError("the meeting is too long to be kept, or has no id")
    versions = history(meeting.meeting_id)
    kept = replace(meeting, at=now(), account=versions[-1].account if versions else account)
    with views.holding(kept.snapshot_id), book.opened(writing=True) as ledger:
        last = seen(ledger, kept.meeting_id, upon)
        if last is None:
            quotas.room(ledger, "agendas", kept.account)
        if kept.snapshot_id:
            quotas.room_for_snapshot(ledger, kept.snapshot_id, account)
        append(ledger, kept, None)
        before = told(last) if last else ""
        audit.note(ledger, account, "agenda.save", kept.meeting_id, before, told(kept), where)
        kept = get_in(ledger, kept.meeting_id) or kept
    views.put_marks_right({kept.snapshot_id, *(old.snapshot_id for old in versions)} - {""})
    return kept


def seen(ledger: Ledger, meeting_id: str, upon: int | None) -> Meeting | None:
    """Return a meeting as it stands; raises `ChangedSince` where that is not the version somebody looked at."""
    last = get_in(ledger, meeting_id)
    if upon not in (None, last.entry if last else 0):
        raise ChangedSince
    return last


def delete(meeting_id: str, *, account: str, where: str = "", upon: int | None = None) -> bool:
    """Take a meeting off the list; its rows stay in the ledger. Return whether there was one.

    Raises `ChangedSince` where it is not the version `upon` any more.
    """
    with book.opened(writing=True) as ledger:
        meeting = seen(ledger, meeting_id, upon)
        if meeting is None:
            return False
        append(ledger, meeting, now())
        audit.note(ledger, account, "agenda.delete", meeting_id, told(meeting), "", where)
    views.put_marks_right({meeting.snapshot_id} - {""})
    return True


def told(meeting: Meeting) -> str:
    """Return what the audit says of a meeting: its day, what it is frozen on, and a digest of its agenda."""
    digest = sha256(meeting.agenda.encode()).hexdigest()[:16]
    return " · ".join(part for part in (meeting.day, meeting.snapshot_id, digest) if part)


def every() -> list[Meeting]:
    """Return the meetings that are not deleted, the latest day first."""
    with book.opened() as ledger:
        rows = ledger.execute(
            "select * from meetings where entry in (select max(entry) from meetings group by meeting_id)"
            " and deleted_at is null order by day desc, entry desc"
        )
        return [read(row) for row in rows]


def days(until: date, most: int) -> list[date]:
    """Return the last days on which meetings are kept, up to a day, the latest first; reads no agenda."""
    with book.opened() as ledger:
        rows = ledger.execute(
            "select distinct day from meetings where entry in (select max(entry) from meetings group by meeting_id)"
            " and deleted_at is null and day <= ? order by day desc limit ?",
            [until.isoformat(), most],
        )
        return [date.fromisoformat(row["day"]) for row in rows]


def get(meeting_id: str) -> Meeting | None:
    """Return a meeting as it stands, None when it was deleted or never was."""
    with book.opened() as ledger:
        return get_in(ledger, meeting_id)


def get_in(ledger: Ledger, meeting_id: str) -> Meeting | None:
    """Return a meeting as it stands within a transaction, None when it was deleted or never was."""
    row = ledger.execute(
        "select * from meetings where meeting_id = ? order by entry desc limit 1", [meeting_id]
    ).fetchone()
    return read(row) if row is not None and row["deleted_at"] is None else None


def history(meeting_id: str) -> list[Meeting]:
    """Return every version of a meeting ever kept, the oldest first."""
    with book.opened() as ledger:
        rows = ledger.execute(
            "select * from meetings where meeting_id = ? and deleted_at is null order by entry", [meeting_id]
        )
        return [read(row) for row in rows]


def free_id(wanted: str) -> str:
    """Return an id nobody has used, made of the one wanted; it says nothing that is not ASCII."""
    stem = re.sub(r"[^a-z0-9]+", "-", wanted.lower()).strip("-")[:60] or "meeting"
    taken = set(ids())
    return next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if name not in taken)


def ids() -> list[str]:
    """Return every id ever used, those of deleted meetings included."""
    with book.opened() as ledger:
        return [row["meeting_id"] for row in ledger.execute("select distinct meeting_id from meetings order by 1")]


def append(ledger: Ledger, meeting: Meeting, deleted_at: str | None) -> None:
    """Write one row, the only way into the table."""
    cells = [getattr(meeting, name) for name in COLUMNS]
    ledger.execute(
        "insert into meetings (meeting_id, agenda, figures, snapshot_id, day, at, account, deleted_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        [*cells, deleted_at],
    )


def read(row: Row) -> Meeting:
    """Return a row as a meeting."""
    return Meeting(**{name: row[name] for name in COLUMNS}, entry=int(row["entry"]))


def now() -> str:
    """Return this moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()

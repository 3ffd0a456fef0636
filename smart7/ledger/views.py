"""Saved views: a question with a name, a note and an owner, on the newest snapshot or on one that is frozen."""

import logging
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

from smart7 import store, whole
from smart7.i18n import Text
from smart7.ledger import audit, book, held, quotas
from smart7.ledger.book import Ledger, Row
from smart7.words import explore_page as words

LOG: Final = logging.getLogger(__name__)
Policy = Literal["live", "frozen"]
MOST: Final = {"name": 120, "note": 2000, "owner": 80, "question": 4000}
COLUMNS: Final = ("view_id", "name", "note", "owner", "question", "policy", "snapshot_id", "account", "at")


class Refused(Exception):
    """Raise when a view cannot be kept; says why in two languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True, slots=True)
class SavedView:
    """One saved view as it stands: `question` is a link's query, `snapshot_id` the one it was saved on.

    `account` is whose view it is, '' where it was kept before there were accounts.
    """

    view_id: str
    name: str
    note: str
    owner: str
    question: str
    policy: Policy
    snapshot_id: str
    account: str
    at: datetime

    def reads(self, current: str) -> str:
        """Return the snapshot the view is shown over: its own where frozen and readable, else `current`."""
        return self.snapshot_id if self.policy == "frozen" and store.readable(self.snapshot_id) else current

    def strayed(self, current: str) -> bool:
        """Return whether the view is frozen on a snapshot that can no longer be read, so that another is shown."""
        return self.policy == "frozen" and self.reads(current) != self.snapshot_id


def save(
    name: str, note: str, owner: str, question: str, policy: Policy, snapshot_id: str, view_id: str = "",
    *, account: str, where: str = "",
) -> SavedView:  # fmt: skip
    """Keep a view of an account and return it, with the act in the audit; an id that exists gets a new version.

    Whose a view is does not change with its versions. Raises `Refused` saying why not, `quotas.Full` where there is no
    room for another.
    """
    given = {"name": one_line(name), "note": note.strip(), "owner": one_line(owner), "question": question}
    check(given)
    versions = history(view_id) if view_id else []
    whose = versions[-1].account if versions else account
    view = SavedView(
        view_id=view_id or secrets.token_hex(5),
        **given,
        policy=policy,
        snapshot_id=snapshot_id,
        account=whose,
        at=now(),
    )
    with holding(snapshot_id if policy == "frozen" else ""), book.opened(writing=True) as ledger:
        if get_in(ledger, view.view_id) is None:
            quotas.room(ledger, "views", whose)
        if policy == "frozen":
            quotas.room_for_snapshot(ledger, snapshot_id, account)
        append(ledger, view, None)
        before = told(versions[-1]) if versions else ""
        audit.note(ledger, account, "view.save", view.view_id, before, told(view), where)
    put_marks_right({snapshot_id, *(old.snapshot_id for old in versions)})
    return view


def delete(view_id: str, *, account: str, where: str = "") -> bool:
    """Take a view off the list; its rows stay in the ledger. Return whether there was one."""
    view = get(view_id)
    if view is None:
        return False
    with book.opened(writing=True) as ledger:
        append(ledger, view, now())
        audit.note(ledger, account, "view.delete", view_id, told(view), "", where)
    put_marks_right({view.snapshot_id})
    return True


def told(view: SavedView) -> str:
    """Return what the audit says of a view: its name, and what it is frozen on."""
    return f"{view.name} · {view.policy}" + (f" · {view.snapshot_id}" if view.policy == "frozen" else "")


@contextmanager
def holding(snapshot_id: str) -> Iterator[None]:
    """Mark a snapshot, '' for none, before something is kept that is frozen on it; unmark it when that fails.

    Raises `whole.CannotWrite`.
    """
    path = store.path_of(snapshot_id)
    mark = path.with_suffix(".frozen")
    fresh = bool(snapshot_id) and path.exists() and not mark.exists()
    with whole.told(mark):
        if fresh:
            mark.touch()
    try:
        yield
    except BaseException:
        if fresh:
            mark.unlink(missing_ok=True)
        raise


def put_marks_right(snapshots: Iterable[str]) -> None:
    """Bring the marks in line with what is kept by now; a mark too many does no harm, so it is no fault of a save."""
    try:
        hold_snapshots(snapshots)
    except (*book.FAULTS, OSError):
        LOG.exception("The marks of frozen snapshots could not be brought in line")


def hold_snapshots(snapshots: Iterable[str]) -> None:
    """Mark the snapshots a view or a meeting is frozen on, so that no build deletes them; unmark those without any."""
    frozen = {view.snapshot_id for view in every() if view.policy == "frozen"} | held.by_meetings()
    for snapshot_id in snapshots:
        mark = store.path_of(snapshot_id).with_suffix(".frozen")
        if snapshot_id in frozen and store.path_of(snapshot_id).exists():
            mark.touch()
        elif snapshot_id not in frozen:
            mark.unlink(missing_ok=True)


def every() -> list[SavedView]:
    """Return the views that are not deleted, the newest first."""
    with book.opened() as ledger:
        rows = ledger.execute(
            "select * from views where entry in (select max(entry) from views group by view_id)"
            " and deleted_at is null order by entry desc"
        )
        return [read(row) for row in rows]


def get(view_id: str) -> SavedView | None:
    """Return a view as it stands, None when it was deleted or never was."""
    with book.opened() as ledger:
        return get_in(ledger, view_id)


def get_in(ledger: Ledger, view_id: str) -> SavedView | None:
    """Return a view as it stands within a transaction, None when it was deleted or never was."""
    row = ledger.execute("select * from views where view_id = ? order by entry desc limit 1", [view_id]).fetchone()
    return read(row) if row is not None and row["deleted_at"] is None else None


def history(view_id: str) -> list[SavedView]:
    """Return every version of a view ever kept, the oldest first."""
    with book.opened() as ledger:
        rows = ledger.execute("select * from views where view_id = ? and deleted_at is null order by entry", [view_id])
        return [read(row) for row in rows]


def append(ledger: Ledger, view: SavedView, deleted: datetime | None) -> None:
    """Write one row, the only way into the table."""
    cells = [getattr(view, name) for name in COLUMNS[:-1]] + [written(view.at), written(deleted) if deleted else None]
    ledger.execute(
        "insert into views (view_id, name, note, owner, question, policy, snapshot_id, account, at, deleted_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        cells,
    )


def read(row: Row) -> SavedView:
    """Return a row as a view."""
    return SavedView(**{name: row[name] for name in COLUMNS[:-1]}, at=datetime.fromisoformat(row["at"]))


def check(given: dict[str, str]) -> None:
    """Raise `Refused` for what is missing, too long, or a question that is not a link's query."""
    for name in ("name", "owner", "question"):
        if not given[name]:
            raise Refused(words.MISSING[name])
    for name, most in MOST.items():
        if len(given[name]) > most:
            raise Refused(words.TOO_LONG[name])
    if not given["question"].isascii():
        raise Refused(words.MISSING["question"])


def one_line(text: str) -> str:
    """Return a text without line breaks and double spaces."""
    return " ".join(text.split())


def now() -> datetime:
    """Return this moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def written(moment: datetime) -> str:
    """Return a moment as the ledger keeps it."""
    return moment.isoformat()

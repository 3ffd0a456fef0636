"""How much may be kept: by one account, and by all of them together; asked within the transaction that keeps it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from smart7 import store
from smart7.i18n import Text
from smart7.ledger.book import Ledger
from smart7.words import quotas as words

Kind = Literal["views", "agendas", "pictures", "snapshots", "changes", "notes", "evidence"]
VARIABLE: Final = "SMART7_QUOTAS"
MEGABYTE: Final = 1_000_000
# Those of which megabytes are counted; of the others, how many there are.
BY_SIZE: Final[frozenset[Kind]] = frozenset({"pictures", "evidence"})


@dataclass(frozen=True, slots=True)
class Quota:
    """The most one account and all together may keep: a number, of files megabytes."""

    each: int
    all: int


# The one table; `SMART7_QUOTAS` changes it, as `views=100/2000 pictures=50/500`.
USUAL: Final[Mapping[Kind, Quota]] = {
    "views": Quota(100, 2000),
    "agendas": Quota(30, 300),
    "pictures": Quota(50, 500),
    "snapshots": Quota(3, 20),
    "changes": Quota(30, 300),  # proposed and not decided on
    "notes": Quota(300, 10_000),
    "evidence": Quota(1000, 20_000),
}
# What an account keeps, and what all keep: the newest row of each id counts.
COUNTED: Final[Mapping[Kind, str]] = {
    "views": "select account, view_id as held, 1 as size from views"
    " where entry in (select max(entry) from views group by view_id) and deleted_at is null",
    "agendas": "select account, meeting_id as held, 1 as size from meetings"
    " where entry in (select max(entry) from meetings group by meeting_id) and deleted_at is null",
    "pictures": "select account, name as held, bytes as size from pictures"
    " where entry in (select max(entry) from pictures group by name) and freed_at is null",
    "snapshots": "select distinct account, snapshot_id as held, 1 as size from ("
    "select account, snapshot_id from views where policy = 'frozen' and deleted_at is null"
    " and entry in (select max(entry) from views group by view_id) union all "
    "select account, snapshot_id from meetings where snapshot_id <> '' and deleted_at is null"
    " and entry in (select max(entry) from meetings group by meeting_id)) as frozen",
    "changes": "select c.author as account, c.change_id as held, 1 as size from changes c"
    " join change_verdicts v on v.change_id = c.change_id where v.state = 'proposed'"
    " and v.entry = (select max(n.entry) from change_verdicts n where n.change_id = c.change_id)",
    "notes": "select account, note_id as held, 1 as size from notes"
    " where entry in (select max(entry) from notes group by note_id) and withdrawn_at is null",
    # Nothing of it is ever deleted; what several handed in is kept once, by the first of them.
    "evidence": "select s.author as account, e.file as held, e.size as size from evidence e"
    " join submissions s on s.submission_id = e.submission_id"
    " where e.entry in (select min(entry) from evidence group by file)",
}


class Full(Exception):
    """Raise when as much is kept as may be; `why` says by whom, and what to do."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


class BadQuota(Full):
    """Raise for a setting of quotas that cannot be read: nothing is kept until it is put right."""


def table() -> dict[Kind, Quota]:
    """Return every quota as this installation has it; raises `BadQuota` naming what cannot be read."""
    found = dict(USUAL)
    for part in os.environ.get(VARIABLE, "").split():
        match = re.fullmatch(r"([a-z]+)=(\d{1,9})/(\d{1,9})", part)
        if match is None or match[1] not in found:
            given = {"part": part, "names": ", ".join(USUAL)}
            raise BadQuota(Text(words.BAD_SETTING.th.format(**given), words.BAD_SETTING.en.format(**given)))
        found[match[1]] = Quota(int(match[2]), int(match[3]))
    return found


def room(ledger: Ledger, kind: Kind, account: str, size: int = 1) -> None:
    """Raise `Full` where an account, or all together, would keep too much with as much more."""
    quota, unit = table()[kind], MEGABYTE if kind in BY_SIZE else 1
    own, every = kept(ledger, kind, account)
    held_to(own + size, quota.each * unit, words.FULL[kind], quota.each)
    held_to(every + size, quota.all * unit, words.FULL_FOR_ALL[kind], quota.all)


def held_to(held: int, most: int, text: Text, said: int) -> None:
    """Raise `Full` where more is held than may be, saying how much may."""
    if held > most:
        raise Full(Text(text.th.format(most=said), text.en.format(most=said)))


def kept(ledger: Ledger, kind: Kind, account: str) -> tuple[int, int]:
    """Return how much an account keeps of a kind, and how much all keep; of files bytes."""
    name, every = ("size", "coalesce(sum(size), 0)") if kind in BY_SIZE else ("1", "count(distinct held)")
    row = ledger.execute(
        f"with kept as ({COUNTED[kind]}) select"  # noqa: S608 - one of the statements above
        f" coalesce(sum({name}) filter (where account = ? and account <> ''), 0) as own,"
        f" {every} as every from kept",
        [account],
    ).fetchone()
    return int(row["own"]), int(row["every"])


def room_for_snapshot(ledger: Ledger, snapshot_id: str, account: str) -> None:
    """Raise `Full` where an account, or all together, hold as many snapshots as may be and not this one already."""
    statement = f"select account from ({COUNTED['snapshots']}) as kept where held = ?"  # noqa: S608
    rows = ledger.execute(statement, [snapshot_id]).fetchall()
    holders = {row["account"] for row in rows}
    if account in holders or not store.path_of(snapshot_id).exists():
        return
    quota = table()["snapshots"]
    own, every = kept(ledger, "snapshots", account)
    held_to(own + 1, quota.each, words.FULL["snapshots"], quota.each)
    held_to(every + (not holders), quota.all, words.FULL_FOR_ALL["snapshots"], quota.all)

"""Changes of the catalogue that editors proposed and somebody else approved, read from the ledger, read-only.

A change counts from the day of its approval: a snapshot as known at an earlier day is built without it.
"""

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from smart7 import whole
from smart7.edits import Edit
from smart7.ingest.faults import BadInput, fault
from smart7.ingest.handed import LEDGER, has, opened

# Those whose snapshot is being built or was: `manage.py publish` says which, and no other build lets one in before.
PUBLISHED: Final = """
    select c.change_id, c.file, c.key, c.added, c.before, c.after, min(a.entry) as approved
    from changes c
    join change_verdicts a on a.change_id = c.change_id and a.state = 'approved'
    where (select v.state from change_verdicts v where v.change_id = c.change_id order by v.entry desc limit 1)
        in ('publishing', 'published', ?)
    group by c.entry, c.change_id, c.file, c.key, c.added, c.before, c.after
    having min(a.day) <= ?
    order by approved
"""


def read(folder: Path, until: date, *, waiting: bool = False) -> list[Edit]:
    """Return the changes approved up to a day in the order of their approval; `waiting` adds those not published.

    None where there is no ledger, or one from before there were any. Raises `BadInput` for one that cannot be read, and
    `whole.CannotWrite` where a full disk keeps it from being read.
    """
    try:
        with whole.told(folder / LEDGER), opened(folder) as ledger:
            if not has(ledger, "changes", "change_verdicts"):
                return []
            rows = ledger.execute(PUBLISHED, ["approved" if waiting else "", until.isoformat()]).fetchall()
    except sqlite3.Error as error:
        raise BadInput([fault(LEDGER, 0, "", "ledger_unreadable", why=error)]) from None
    return [
        Edit(
            row["change_id"], row["file"], tuple(json.loads(row["key"])), bool(row["added"]),
            json.loads(row["before"]), json.loads(row["after"]),
        )
        for row in rows
    ]  # fmt: skip


def digest(folder: Path, until: date) -> bytes:
    """Return a digest of those changes, b'' for none, so that a snapshot's id says what it holds."""
    try:
        found = read(folder, until)
    except BadInput as error:
        return str(error).encode()
    return hashlib.sha256(json.dumps([asdict(one) for one in found]).encode()).digest() if found else b""


def rows(edits: Sequence[Edit]) -> pd.DataFrame:
    """Return changes as rows of the snapshot, so that it says which it holds."""
    return pd.DataFrame(
        [{"change_id": one.change_id, "file": one.file, "key": " ".join(one.key)} for one in edits],
        columns=["change_id", "file", "key"],
    )

"""Changes of the catalogue that editors propose, and what became of each; appended, never changed.

A change stands in the state its newest verdict says. Each function takes an open transaction, so that whoever looks,
decides and writes does so in one.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from smart7.edits import Edit
from smart7.ledger import decided, handed
from smart7.ledger.book import Ledger, Row
from smart7.ledger.decided import Decided, Verdicts

State = Literal["proposed", "withdrawn", "returned", "approved", "published"]
VERDICTS: Final = Verdicts("change_verdicts", "changes", "change_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Decided):
    """One proposed change of one row, as it stands now."""

    edit: Edit
    state: State

    @property
    def change_id(self) -> str:
        """Return its id."""
        return self.edit.change_id


def add(ledger: Ledger, edit: Edit, author: str, author_name: str, note: str) -> None:
    """Write a change that is proposed."""
    moment = handed.written(handed.now())
    ledger.execute(
        "insert into changes (change_id, file, key, added, before, after, author, author_name, note, at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [edit.change_id, edit.file, packed(edit.key), int(edit.added), packed(edit.before), packed(edit.after), author,
         author_name, note, moment],
    )  # fmt: skip
    decide(ledger, edit.change_id, "proposed", author)


def decide(ledger: Ledger, change_id: str, state: str, who: str, said: str = "", snapshot_id: str = "") -> None:
    """Write what becomes of a change. The day is the one of this machine's calendar, as a build's is."""
    VERDICTS.decide(ledger, change_id, handed.verdict(state, who, said, snapshot_id))


def get(ledger: Ledger, change_id: str) -> Change | None:
    """Return a change as it stands, None where there is none."""
    row = ledger.execute(f"{VERDICTS.newest} and c.change_id = ?", [change_id]).fetchone()
    return None if row is None else read(row)


def every(ledger: Ledger, state: str = "", most: int = 1_000_000) -> list[Change]:
    """Return changes as they stand, the newest first: in one state or in any."""
    rows = ledger.execute(
        f"{VERDICTS.newest} and (? = '' or v.state in (?, ?)) order by c.entry desc limit ?",
        [state, *decided.standing(state), most],
    )
    return [read(row) for row in rows]


def in_force(ledger: Ledger) -> list[Change]:
    """Return what was approved, published or not, in the order of its approval."""
    found = [one for one in every(ledger) if one.state in ("approved", "published")]
    return sorted(found, key=lambda one: one.approval)


def same(ledger: Ledger, edit: Edit, author: str) -> str | None:
    """Return the id of the same change by the same person that nobody decided on yet, None for none."""
    row = ledger.execute(
        f"{VERDICTS.newest} and v.state = 'proposed' and c.file = ? and c.key = ? and c.after = ? and c.author = ?",
        [edit.file, packed(edit.key), packed(edit.after), author],
    ).fetchone()
    return None if row is None else str(row["change_id"])


def packed(held: Mapping[str, str] | tuple[str, ...]) -> str:
    """Return cells or a key as the ledger keeps them, in one order."""
    plain = list(held) if isinstance(held, tuple) else dict(held)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(row: Row) -> Change:
    """Return a row as a change."""
    edit = Edit(
        row["change_id"], row["file"], tuple(json.loads(row["key"])), bool(row["added"]), json.loads(row["before"]),
        json.loads(row["after"]),
    )  # fmt: skip
    return Change(edit=edit, **decided.read(row))

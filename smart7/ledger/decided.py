"""What one person puts forward and another decides on: it stands in the state its newest verdict says.

Verdicts are appended, so that who decided what and when stays. Each kind of thing has a table of verdicts of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final

from smart7.ledger.book import Ledger, Row

PUBLISHING: Final = "publishing"
"""What a verdict says while the snapshot with what was approved is being built; to people it is approved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Who put something forward, when and why, and what became of it.

    Decided on `state_at`, for the reason `said`; `approved_on` is the day of approval, None before, and
    `approval` its place in the order of approvals, 0 before; `publishing` says that a snapshot with it is being built.
    """

    author: str
    author_name: str
    note: str
    at: datetime
    publishing: bool = False
    state_at: datetime
    said: str = ""
    snapshot_id: str = ""
    approved_on: date | None = None
    approval: int = 0


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Where verdicts stand: their table, that of what they are about, and the column that names it in both."""

    table: str
    about: str
    key: str

    @property
    def newest(self) -> str:
        """Return the SELECT of everything as it stands, as `c` with its newest verdict as `v`; a condition may follow.

        Nothing is approved twice, so the first approval counts.
        """
        approvals = f"from {self.table} a where a.{self.key} = c.{self.key} and a.state = 'approved'"
        return f"""
            select c.*, v.state, v.at as state_at, v.said, v.snapshot_id,
                (select min(a.day) {approvals}) as approved_on,
                coalesce((select min(a.entry) {approvals}), 0) as approval
            from {self.about} c join {self.table} v on v.{self.key} = c.{self.key}
            where v.entry = (select max(n.entry) from {self.table} n where n.{self.key} = c.{self.key})
        """  # noqa: S608 - the names are this project's own

    def decide(self, ledger: Ledger, of: str, verdict: Mapping[str, str]) -> None:
        """Write a verdict: its state, who, at, day, said and snapshot_id."""
        names = ", ".join((self.key, *verdict))
        marks = ", ".join("?" * (len(verdict) + 1))
        ledger.execute(f"insert into {self.table} ({names}) values ({marks})", [of, *verdict.values()])  # noqa: S608


def standing(state: str) -> tuple[str, str]:
    """Return the states that verdicts say of what people see in one."""
    return ("approved", PUBLISHING) if state == "approved" else (state, state)


def read(row: Row) -> dict[str, Any]:
    """Return what a row says of who put something forward and what became of it, as `Decided` and a `state` have it."""
    publishing = row["state"] == PUBLISHING
    found = {one.name: row[one.name] for one in fields(Decided) if one.name != "publishing"}
    moments = {name: datetime.fromisoformat(row[name]) for name in ("at", "state_at")}
    approved_on = date.fromisoformat(row["approved_on"]) if row["approved_on"] else None
    state = "approved" if publishing else row["state"]
    return found | moments | {"approved_on": approved_on, "publishing": publishing, "state": state}

"""What tests of the register share: figures put into the ledger as units hand them in, on a day of choice."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from smart7.ledger import book, handed
from smart7.ledger.handed import Figure, Submission


def figure(indicator_id: str, unit_id: str, value: float | None = None, **cells) -> Figure:
    """Return a figure as a unit hands it in."""
    usual = {"numerator": None, "denominator": None, "partial": False, "reason": "", "note": "", "sheet": "", "row": 1}
    return Figure(indicator_id, unit_id, value, **{**usual, "raw": "{}", **cells})


@contextmanager
def on(day: date) -> Iterator[None]:
    """Let it be a day, at noon, for as long as something is written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handed, "today", lambda: day)
        patch.setattr(handed, "now", lambda: datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
        yield


def put(figures: list[Figure], unit_id: str, kind: str, start: date, day: date, *states: str) -> str:
    """Write a submission and what becomes of it, all on one day; return its id."""
    submission_id = secrets.token_hex(6)
    with on(day), book.opened(writing=True) as ledger:
        moment = handed.now()
        given = Submission(
            submission_id, unit_id, kind, start, "officer-1", "Officer", "", moment, "handed_in", False, "officer-1",
            moment, "", "", None, 0,
        )  # fmt: skip
        handed.add(ledger, given, figures, [])
        for state in states:
            handed.decide(ledger, submission_id, state, "approver-1")
    return submission_id


@dataclass(frozen=True)
class Cell:
    """One cell that was checked."""

    indicator_id: str
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    reason: str = ""
    note: str = ""
    sheet: str = "1"
    row: int = 2
    raw: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell."""

    grave: bool


@dataclass(frozen=True)
class Checked:
    """What a unit is about to hand in."""

    unit_id: str
    period_start: date
    period_kind: str = "month"
    cells: tuple[Cell, ...] = ()
    faults: tuple[Fault, ...] = ()


def town_of_register(town):
    """Return a town whose two divisions and a school owe figures, not built yet.

    The first division owes two things of the town, the second one; the schools owe a ratio each month.
    """
    town.indicator("visits", owner="division-1", range_min=0, range_max=1000)
    town.indicator("bins", owner="division-1", domain="environment", over_time="last")
    town.indicator("trees", owner="division-2", domain="environment")
    town.ratio("share", level="school", owner="division-1")
    town.figure("visits", "town", "2026-08-01", 100)
    town.figure("bins", "town", "2026-08-01", 40)
    town.target("bins", "town", 2026, low=50)
    return town

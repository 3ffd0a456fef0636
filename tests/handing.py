"""What tests of the register share: figures put into the ledger as units hand them in, on a day of choice."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest

from smart7.i18n import Text
from smart7.ledger import book, handed
from smart7.ledger.handed import Figure, Submission
from smart7.register.books.cells import Cell
from smart7.register.books.check import Checked
from smart7.register.books.rules import Fault


def figure(indicator_id: str, unit_id: str, value: float | None = None, **cells) -> Figure:
    """Return a figure as a unit hands it in."""
    usual = {
        "numerator": None,
        "denominator": None,
        "partial": False,
        "as_of": None,
        "reason": "",
        "note": "",
        "sheet": "",
        "row": 1,
    }
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
            submission_id=submission_id, unit_id=unit_id, period_kind=kind, period_start=start, author="officer-1",
            author_name="Officer", note="", at=moment, state="handed_in", state_at=moment,
        )  # fmt: skip
        handed.add(ledger, given, figures, [])
        for state in states:
            handed.decide(ledger, submission_id, state, "approver-1")
    return submission_id


def cell(indicator_id: str, value: float | None = None, **cells) -> Cell:
    """Return one figure that was checked."""
    usual = {"numerator": None, "denominator": None, "reason": "", "note": "", "sheet": "1", "row": 2, "raw": {}}
    return Cell(indicator_id, value, **{**usual, **cells})


def checked(unit_id: str, start: date, kind: str = "month", *, cells: tuple[Cell, ...] = (), faults=()) -> Checked:
    """Return what a unit is about to hand in."""
    return Checked(unit_id, start, kind, cells, tuple(faults), ())


def wrong(grave: bool) -> Fault:
    """Return what is wrong with a cell."""
    return Fault("range", "1", 2, "value", Text("a", "b"), Text("c", "d"), grave)


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

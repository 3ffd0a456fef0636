"""From a figure handed in to a figure in the snapshot; what fails or is killed on the way leaves nothing half done."""

from datetime import date

import pytest

from smart7 import store
from smart7.ledger import audit, book, handed
from smart7.register import publish, steps
from smart7.register.rights import Person
from tests.handing import Cell, Checked, town_of_register

MONTH = date(2026, 8, 1)
OFFICER = Person("ofi", "Officer", "officer", "division-1")
APPROVER = Person("app", "Approver", "approver", "division-1")


@pytest.fixture
def town(tiny, monkeypatch):
    """Return a town with a snapshot in service and an empty ledger."""
    monkeypatch.setenv("SMART7_DATA", str(tiny.folder))
    yield town_of_register(tiny).build()
    store.close_all()


def approved(value: float = 120, indicator: str = "visits") -> str:
    """Hand in one figure, let it be approved, and return the submission."""
    submission = steps.hand_in(OFFICER, Checked("division-1", MONTH, cells=(Cell(indicator, value),)))
    steps.approve(APPROVER, [submission])
    return submission


def state_of(submission: str) -> str:
    """Return the state of a submission as it stands in the ledger."""
    with book.opened() as ledger:
        found = handed.get(ledger, submission)
    return "publishing" if found.publishing else found.state


def in_service(indicator: str = "visits") -> list[tuple[object, ...]]:
    """Return the figures of the month that the snapshot in service holds true."""
    sql = "select value from observations where indicator_id = $id and period_start = $month and known_to is null"
    with store.cursor(store.named()) as cursor:
        return cursor.execute(sql, {"id": indicator, "month": MONTH}).fetchall()


def test_a_figure_goes_from_a_unit_into_the_snapshot(town):
    submission, before = approved(), store.named()
    assert in_service() == [(100,)]
    said = list(publish.publish(APPROVER))
    assert in_service() == [(120,)] and store.named() != before and store.bare(store.named())
    assert state_of(submission) == "published" and any(store.named() in line for line in said)
    with book.opened() as ledger:
        assert handed.get(ledger, submission).snapshot_id == store.named()
    assert audit.verify() == "" and [one.after.split()[0] for one in audit.read(act="publish")] == [
        "published",
        "publishing",
    ]

"""What a unit owes: what was handed in with its figures, what never was with its day alone."""

from smart7.markup import units
from smart7.metrics import Status
from smart7.words import units as words
from tests.markup.shown import tables

NEVER = {
    "indicator_id": "meetings", "value": None, "period": None, "period_short": None, "units_reporting": 0,
    "units_published": 0, "status": Status("none", "missing"),
}  # fmt: skip


def test_what_was_never_handed_in_has_no_cells_for_figures(figure, view):
    (header, *rows), (owed, *silent) = tables(units.due_table([figure(), figure(**NEVER), figure()], view()))
    assert len(header) == len(rows[0]) == len(rows[1]) == 7 and len(rows) == 2
    assert owed == [header[0], *header[-2:]]
    assert [row[-1] for row in silent] == [words.NEVER.en] and len(silent[0]) == 3


def test_only_what_there_is_stands_in_a_table(figure, view):
    assert [len(one) for one in tables(units.due_table([figure()], view()))] == [2]
    assert [len(one) for one in tables(units.due_table([figure(**NEVER), figure(**NEVER)], view("th")))] == [3]
    assert units.due_table([], view()) == ""

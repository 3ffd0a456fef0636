"""A frozen agenda shows what it showed, and says what has been corrected since, with old and new."""

from datetime import date

import duckdb
import pytest

from smart7 import store
from smart7.meetings import frozen
from smart7.meetings.agenda import Item
from smart7.meetings.slides import slides


@pytest.fixture
def town(tiny, monkeypatch):
    tiny.indicator("visits", period_kind="fiscal_year", due_days=90, decimals=0)
    tiny.series("visits", "town", date(2023, 10, 1), [100, 110, 120])
    monkeypatch.setenv("SMART7_DATA", str(tiny.folder))
    yield tiny.build()
    store.close_all()


def corrected(town, value):
    rows = town.rows["published.csv"]
    rows[-1] = rows[-1] | {"value": value}
    return town.build()


def test_a_frozen_agenda_is_bound_to_its_snapshot_and_keeps_its_figures(town, meeting):
    bound, held = frozen.freeze(meeting(Item("indicator", "visits")), town.snapshot_id)
    assert bound.snapshot_id == town.snapshot_id
    assert frozen.corrections(held, town.snapshot_id, "en") == []


def test_a_correction_is_told_with_old_and_new_while_the_slide_stays(town, meeting):
    before = town.snapshot_id
    bound, held = frozen.freeze(meeting(Item("overview"), Item("indicator", "visits")), before)
    corrected(town, 99)
    (found,) = frozen.corrections(held, town.snapshot_id, "en")
    assert (found.number, found.old, found.new) == (2, "120\u00a0M", "99\u00a0M")
    shown = frozen.reopened(bound, held, "en")[1]
    assert shown.figures[0].value == 120 and before in shown.source_line


def test_a_figure_that_was_taken_back_is_told_as_withdrawn(town, meeting):
    _, held = frozen.freeze(meeting(Item("indicator", "visits")), town.snapshot_id)
    town.rows["published.csv"].pop()
    town.build()
    (found,) = frozen.corrections(held, town.snapshot_id, "en")
    assert found.new == "withdrawn"


def test_a_change_too_small_to_be_shown_is_no_correction(town, meeting):
    _, held = frozen.freeze(meeting(Item("indicator", "visits")), town.snapshot_id)
    assert frozen.corrections(held, corrected(town, 120.2).snapshot_id, "en") == []


@pytest.mark.parametrize("how", ["gone", "of another version"])
def test_without_its_snapshot_a_frozen_agenda_is_shown_from_what_was_kept(town, meeting, how):
    before = town.snapshot_id
    bound, held = frozen.freeze(meeting(Item("indicator", "visits"), Item("overview")), before)
    expected = slides(before, bound, "th")
    corrected(town, 99)
    store.close_all()
    if how == "gone":
        store.path_of(before).unlink()
    else:
        with duckdb.connect(str(store.path_of(before))) as connection:
            connection.execute("drop table year_credits")
    shown = frozen.reopened(bound, held, "th")
    assert [(s.headline, s.figures, s.source_line) for s in shown] == [
        (s.headline, s.figures, s.source_line) for s in expected
    ]
    assert all(slide.chart is None for slide in shown)

"""Which day a link may ask for, and which kept snapshot shows it."""

import os
from datetime import date

import pytest

from smart7 import store
from smart7.ingest import build as ingest
from smart7.past import days
from smart7.words import past as words

FIRST, NOW = date(2026, 9, 1), date(2026, 11, 21)


@pytest.fixture
def town(tiny, monkeypatch):
    """Return a town first known on 1 September, published on 1 November and on 21 November."""
    tiny.figure(tiny.indicator("counted"), "town", "2026-08-01", 90, known_from=str(FIRST))
    tiny.older = tiny.build(date(2026, 11, 1)).snapshot_id
    tiny.build(NOW)
    monkeypatch.setenv("SMART7_DATA", str(tiny.folder))
    yield tiny
    store.close_all()


def known(town, day):
    assert ingest.main(["--data", str(town.folder), "--as-known-at", str(day)]) == 0


def test_days_reach_from_the_first_known_figure_to_the_day_of_the_newest_snapshot(town):
    now = town.snapshot_id
    assert days.reach(now) == (FIRST, NOW)
    assert days.day_of(str(FIRST), now) == FIRST and days.day_of(str(NOW), now) is None
    for asked, why in (("2026-08-31", words.TOO_EARLY), ("2026-11-22", words.TOO_LATE), ("2569-11-01", words.TOO_LATE)):
        with pytest.raises(days.NoSuchDay) as error:
            days.day_of(asked, now)
        assert error.value.why.th[:4] == days.said(why, day=date.fromisoformat(asked), first=FIRST, last=NOW).th[:4]


@pytest.mark.parametrize("asked", ["", "2026", "2026-13-01", "2026-02-30", "12/3/2569", "2026-10-05 ", "๒๐๒๖-๑๐-๐๕"])
def test_what_is_no_day_of_a_link_is_refused(town, asked):
    with pytest.raises(days.NoSuchDay):
        days.day_of(asked, town.snapshot_id)


def test_a_day_is_shown_by_what_was_put_together_for_it_or_by_what_was_published_on_it(town):
    assert days.snapshot_of(date(2026, 11, 1)) == town.older and days.kept() == [date(2026, 11, 1)]
    assert days.snapshot_of(date(2026, 10, 5)) is None
    known(town, date(2026, 10, 5))
    assert days.snapshot_of(date(2026, 10, 5)) == store.as_known(date(2026, 10, 5)) is not None
    assert days.kept() == [date(2026, 11, 1), date(2026, 10, 5)]


def test_one_put_together_before_the_snapshot_in_service_is_old(town):
    day = date(2026, 10, 5)
    known(town, day)
    found = store.as_known(day)
    os.utime(store.path_of(found), (1, 1))
    assert store.as_known(day) is None and store.as_known(day, older=True) == found


def put_together_long_ago(town, day):
    """Put a day together, a while ago as its file says; return the file and this moment."""
    known(town, day)
    path = store.path_of(store.as_known(day))
    at = store.path_of(town.snapshot_id).stat().st_mtime
    os.utime(store.path_of(town.snapshot_id), (at - 9000, at - 9000))
    os.utime(path, (at - 8000, at - 8000))
    return path, at


def test_a_day_that_is_looked_at_is_the_last_to_go(town):
    day = date(2026, 10, 5)
    path, at = put_together_long_ago(town, day)
    assert days.snapshot_of(day) and path.stat().st_mtime > at - 1000
    before = path.stat().st_mtime
    assert days.snapshot_of(day) and path.stat().st_mtime == before


def test_a_day_that_is_only_listed_is_looked_at_by_nobody(town):
    day = date(2026, 10, 5)
    path, at = put_together_long_ago(town, day)
    assert day in days.kept() and path.stat().st_mtime == at - 8000


def test_what_happened_or_was_set_later_is_not_in_a_day_of_the_past(town):
    kept = {"event_id": "e", "date_precision": "day", "domain": "living", "kind": "milestone", "quality": "official",
            "source_id": "register", "title_th": "T", "title_en": "T", "detail_th": "D", "detail_en": "D"}  # fmt: skip
    town.add("events.csv", **kept, date="2026-10-01")
    town.add("events.csv", **{**kept, "event_id": "later"}, date="2026-10-09")
    town.build(NOW)
    known(town, date(2026, 10, 5))
    for snapshot, count in ((town.snapshot_id, 2), (store.as_known(date(2026, 10, 5)), 1)):
        with store.cursor(snapshot) as cursor:
            assert cursor.execute("select count(*) from events").fetchone() == (count,)

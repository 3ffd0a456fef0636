"""Meetings are kept whole, changed by a new row, and hold the snapshot they are frozen on."""

import sqlite3
from datetime import date

import pytest

from smart7.ledger import book, meetings, views
from smart7.ledger.meetings import Meeting


@pytest.fixture(autouse=True)
def ledger(kept_in, tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    return tmp_path / "ledger.sqlite"


def kept(meeting_id="council", snapshot_id="", day="2026-11-25", agenda="{}"):
    return meetings.save(Meeting(meeting_id, agenda, "", snapshot_id, day), account="")


def test_a_meeting_comes_back_as_it_was_kept_and_its_history_with_it():
    first, second = kept(agenda='{"a": 1}'), kept(agenda='{"a": 2}')
    assert meetings.get("council") == second
    assert meetings.history("council") == [first, second]
    assert meetings.every() == [second]


def test_the_latest_day_is_first():
    for name, day in (("a", "2026-01-01"), ("b", "2026-12-01"), ("c", "2026-06-01")):
        kept(name, day=day)
    assert [one.meeting_id for one in meetings.every()] == ["b", "c", "a"]


def test_the_days_of_the_last_meetings_come_each_once_up_to_a_day_without_deleted_ones():
    for name, day in (("a", "2026-01-01"), ("b", "2026-12-01"), ("c", "2026-06-01"), ("d", "2026-06-01"),
                      ("e", "2026-05-01"), ("f", "2026-03-01"), ("g", "2026-02-01")):  # fmt: skip
        kept(name, day=day)
    kept("a", day="2026-04-01")
    meetings.delete("f", account="")
    until = date(2026, 11, 22)
    assert meetings.days(until, 2) == [date(2026, 6, 1), date(2026, 5, 1)]
    assert meetings.days(until, 9)[2:] == [date(2026, 4, 1), date(2026, 2, 1)]
    assert meetings.days(date(2025, 1, 1), 9) == []


def test_a_deleted_meeting_is_off_the_list_and_its_rows_stay():
    kept()
    assert meetings.delete("council", account="") and not meetings.delete("council", account="")
    assert meetings.get("council") is None and meetings.every() == []
    with pytest.raises(sqlite3.IntegrityError, match="appended to"), book.opened(writing=True) as held:
        assert held.execute("select count(*) from meetings").fetchone()[0] == 2
        held.execute("delete from meetings")


def test_an_id_is_made_of_a_title_and_never_given_twice():
    assert meetings.free_id("Council, 25 November") == "council-25-november"
    kept("council-25-november")
    meetings.delete("council-25-november", account="")
    assert meetings.free_id("Council, 25 November") == "council-25-november-2"
    assert meetings.free_id("ประชุม") == "meeting"


def test_the_snapshot_of_a_frozen_meeting_is_marked_until_it_is_thawed(tmp_path):
    file = tmp_path / "snapshots" / "20261122-aa.duckdb"
    file.parent.mkdir()
    file.touch()
    mark = file.with_suffix(".frozen")
    kept(snapshot_id="20261122-aa")
    assert mark.exists()
    view = views.save("v", "", "o", "v=1", "frozen", "20261122-aa", account="")
    views.delete(view.view_id, account="")
    assert mark.exists()
    kept()
    assert not mark.exists()


def test_a_meeting_too_long_to_be_kept_is_refused():
    with pytest.raises(ValueError, match="too long"):
        kept(agenda="x" * (meetings.LONGEST + 1))


def test_a_ledger_from_before_there_were_meetings_keeps_its_views(monkeypatch, ledger):
    with monkeypatch.context() as older:
        older.setattr(book, "STEPS", book.STEPS[:1])
        with book.opened(writing=True) as raw:
            raw.execute(
                "insert into views (view_id, name, note, owner, question, policy, snapshot_id, at)"
                " values ('v', 'n', '', 'o', 'q', 'live', 's', '2026-11-22T00:00:00+00:00')"
            )
    assert [view.view_id for view in views.every()] == ["v"]
    assert meetings.every() == []

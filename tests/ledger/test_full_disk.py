"""The ledger and its pictures on a disk that fills up: kept whole or not at all, and said in one sentence."""

import os
import sqlite3

import pytest

from smart7 import store, whole
from smart7.ledger import audit, book, meetings, pictures, views
from smart7.ledger.meetings import Meeting
from smart7.register import members, passwords
from smart7.words import disk as words
from tests import disks

SNAPSHOT = "20261122-0123456789"


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Return a data folder on a disk of a megabyte, with a ledger, one view and a snapshot."""
    with disks.small(tmp_path / "disk", 1) as place:
        monkeypatch.setenv("SMART7_DATA", str(place))
        (place / "snapshots").mkdir()
        store.path_of(SNAPSHOT).touch()
        save("before")
        yield place


def save(name: str, note: str = "", policy: views.Policy = "live") -> None:
    """Keep a view."""
    views.save(name, note, "somebody", "measure=value", policy, SNAPSHOT, account="")


def names() -> list[str]:
    """Return the names of the views that are kept, after the disk has room again."""
    return [view.name for view in views.every()]


def test_whatever_is_left_of_the_disk_a_view_is_kept_whole_or_not_at_all(data):
    kept, refused = ["before"], 0
    for leave in range(0, 160_000, 8_000):
        ballast = disks.fill(data, leave)
        try:
            save(f"with {leave}", "x" * 1900, "frozen")
        except whole.CannotWrite as error:
            refused += 1
            assert error.why == words.FULL and "Nothing was changed" in str(error)
            assert not store.path_of(SNAPSHOT).with_suffix(".frozen").exists() or len(kept) > 1
        else:
            kept.insert(0, f"with {leave}")
        ballast.unlink()
        assert names() == kept
    assert refused and len(kept) > 1


def test_whatever_is_left_of_the_disk_an_account_is_kept_with_its_note_or_not_at_all(data, monkeypatch):
    monkeypatch.setattr(passwords, "kept", lambda password: "x" * 4000)
    made, refused = 0, 0
    for leave in range(0, 160_000, 8_000):
        ballast = disks.fill(data, leave)
        try:
            members.create(members.CONSOLE, f"login-{leave}", "n", "editor", "", "seven odd herons dig")
        except whole.CannotWrite as error:
            refused += 1
            assert error.why == words.FULL
        else:
            made += 1
        ballast.unlink()
        assert len(members.accounts()) == len(audit.read(act="account.create")) == made and audit.verify() == ""
    assert made and refused


def test_a_meeting_and_a_picture_that_do_not_fit_leave_nothing(data):
    whole_picture = pictures.keep(b"small", "png", account="")
    ballast = disks.fill(data, 100_000)
    before = [path.name for path in data.rglob("*")]
    with pytest.raises(whole.CannotWrite) as refused:
        meetings.save(Meeting("council", "{}" + " " * 400_000, "", SNAPSHOT, "2026-11-22"), account="")
    assert refused.value.why == words.FULL
    with pytest.raises(whole.CannotWrite, match=r"at least 0\.5 MB is needed"):
        pictures.keep(b"x" * 500_000, "png", account="")
    assert [path.name for path in data.rglob("*")] == before
    ballast.unlink()
    assert meetings.every() == [] and pictures.read(whole_picture) == b"small"
    meetings.save(Meeting("council", "{}" + " " * 100_000, "", SNAPSHOT, "2026-11-22"), account="")
    assert [meeting.meeting_id for meeting in meetings.every()] == ["council"]


def test_a_read_only_disk_is_told_in_one_sentence(data):
    os.system(f"mount -o remount,ro {data}")
    with pytest.raises(whole.CannotWrite) as refused:
        save("after")
    assert refused.value.why == words.READ_ONLY


def test_a_folder_that_is_gone_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path / "gone"))
    with pytest.raises(whole.CannotWrite) as refused:
        save("after")
    assert refused.value.why == words.GONE


@pytest.mark.parametrize("step", ["insert", "commit", "begin"])
def test_a_step_that_fails_leaves_the_ledger_as_it_was(tmp_path, monkeypatch, step):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    (tmp_path / "snapshots").mkdir()
    store.path_of(SNAPSHOT).touch()
    save("before")
    real = sqlite3.connect

    class Refusing(sqlite3.Connection):
        """A connection on which one kind of statement finds the disk full."""

        def execute(self, sql, *given):
            if sql.startswith(step):
                raise sqlite3.OperationalError("database or disk is full")
            return super().execute(sql, *given)

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *given, **named: real(*given, **named, factory=Refusing))
        with pytest.raises(whole.CannotWrite), views.holding(SNAPSHOT), book.opened(writing=True) as ledger:
            ledger.execute("insert into views select null, 'a', 'a', '', 'a', 'a', 'live', '', '', null, ''")
    assert names() == ["before"]
    assert not store.path_of(SNAPSHOT).with_suffix(".frozen").exists()


def test_marks_that_cannot_be_put_right_do_not_make_a_saved_view_an_unsaved_one(tmp_path, monkeypatch, caplog):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))

    def refuse(snapshots):
        raise OSError("no room")

    monkeypatch.setattr(views, "hold_snapshots", refuse)
    save("kept")
    assert names() == ["kept"] and "marks" in caplog.text

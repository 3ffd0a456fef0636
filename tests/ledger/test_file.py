"""A server keeps connections to the ledger's file open for those who read; nobody reads another file for it."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from smart7.ledger import book, file

WRITTEN = "insert into attempts (login, place, at, passed) values ('a', 'b', 'c', 1)"


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """A ledger of which a server keeps connections; gives how often its file was opened."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    times = []
    connected = file.connected
    monkeypatch.setattr(file, "connected", lambda path: times.append(path) or connected(path))
    file.IDLE.keep(2)
    yield times
    file.IDLE.keep(0)


def write() -> None:
    with book.opened(writing=True) as ledger:
        ledger.execute(WRITTEN)


def read() -> int:
    with book.opened() as ledger:
        return ledger.execute("select count(*) from attempts").fetchone()[0]


def test_one_read_after_the_other_opens_the_file_once(opened):
    assert [read() for _ in range(5)] == [0] * 5
    assert len(opened) == 1


def test_a_process_that_is_no_server_keeps_nothing_open(opened, tmp_path):
    file.IDLE.keep(0)
    assert [read() for _ in range(3)] == [0] * 3
    assert len(opened) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ledger.sqlite"]


def test_a_kept_connection_reads_what_was_written_meanwhile(opened):
    read()
    write()
    assert read() == 1


def test_what_was_written_is_in_the_file_itself_though_connections_are_open(opened, tmp_path):
    read()
    write()
    shutil.copy(tmp_path / "ledger.sqlite", tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copy:
        assert copy.execute("select count(*) from attempts").fetchone() == (1,)


def test_another_file_in_its_place_is_read_and_not_the_one_that_was_open(opened, tmp_path):
    write()
    assert read() == 1
    file.IDLE.keep(0)
    shutil.copy(tmp_path / "ledger.sqlite", tmp_path / "other.sqlite")
    file.IDLE.keep(2)
    write()
    assert read() == 2
    for name in ("ledger.sqlite-wal", "ledger.sqlite-shm"):
        (tmp_path / name).unlink()
    (tmp_path / "other.sqlite").replace(tmp_path / "ledger.sqlite")
    assert read() == 1


def test_a_file_that_is_replaced_while_it_is_read_is_not_kept_for_the_one_in_its_place(opened, tmp_path):
    write()
    file.IDLE.keep(0)
    shutil.copy(tmp_path / "ledger.sqlite", tmp_path / "other.sqlite")
    file.IDLE.keep(2)
    with book.opened(writing=True) as ledger:
        ledger.execute(WRITTEN)
        (tmp_path / "other.sqlite").replace(tmp_path / "ledger.sqlite")
    for name in ("ledger.sqlite-wal", "ledger.sqlite-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    assert read() == 1


def test_a_file_that_was_taken_away_is_made_anew(opened, tmp_path):
    write()
    for path in tmp_path.iterdir():
        path.unlink()
    assert read() == 0


def test_two_who_read_at_once_have_a_connection_each(opened):
    with book.opened() as one, book.opened() as other:
        assert one is not other
    assert len(opened) == 2
    with book.opened(), book.opened(), book.opened():
        assert len(opened) == 3, "one more than is kept"
    assert len(file.IDLE._free) == 2


def test_a_connection_on_which_something_failed_is_not_kept(opened):
    with pytest.raises(sqlite3.OperationalError), book.opened() as ledger:
        ledger.execute("select nothing from nowhere")
    assert file.IDLE._free == []
    assert read() == 0


def test_a_ledger_of_a_newer_version_is_refused_over_a_kept_connection_too(opened, tmp_path):
    read()
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as newer:
        newer.execute(f"pragma user_version = {len(book.STEPS) + 1}")
    with pytest.raises(book.NewerLedger):
        read()


def test_a_server_that_stops_leaves_one_file(opened, tmp_path):
    write()
    read()
    file.IDLE.keep(0)
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.sqlite"]

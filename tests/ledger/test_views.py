"""Saved views: kept whole, changed by a new row, deleted by another, and never lost to a killed process."""

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from smart7 import store
from smart7.ledger import book, views
from tests import served


@pytest.fixture(autouse=True)
def ledger(kept_in, tmp_path, monkeypatch):
    """Keep each test's ledger in a folder of its own."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    return tmp_path / "ledger.sqlite"


def saved(name="ที่ปี่น้ำ", **given):
    usual = {"note": "ดูก่อนประชุม", "owner": "ผู้วิเคราะห์", "question": "v=1&i=road-deaths", "policy": "live"}
    return views.save(name, **{**usual, "snapshot_id": "20261122-aa", **given}, account="")


def test_a_view_comes_back_as_it_was_saved():
    view = saved(note="บรรทัดหนึ่ง\nบรรทัดสอง")
    assert views.get(view.view_id) == view
    assert views.every() == [view]


def test_the_newest_view_is_first():
    names = ["a", "b", "c"]
    for name in names:
        saved(name)
    assert [view.name for view in views.every()] == names[::-1]


def test_a_change_is_another_row_and_both_can_be_read():
    first = saved()
    second = saved("ชื่อใหม่", view_id=first.view_id)
    assert views.every() == [second]
    assert views.history(first.view_id) == [first, second]


def test_a_deleted_view_leaves_the_list_and_stays_in_the_ledger():
    view = saved()
    assert views.delete(view.view_id, account="")
    assert views.every() == [] and views.get(view.view_id) is None
    assert not views.delete(view.view_id, account="")
    with book.opened() as held:
        rows = held.execute("select deleted_at is null from views order by entry")
        assert [bool(row[0]) for row in rows] == [True, False]


@pytest.mark.parametrize("statement", ["update views set name = 'x'", "delete from views"])
def test_nothing_in_the_ledger_can_be_changed(statement):
    saved()
    with pytest.raises(sqlite3.IntegrityError, match="appended"), book.opened(writing=True) as ledger:
        ledger.execute(statement)
    assert len(views.every()) == 1


@pytest.mark.parametrize(
    "given",
    [{"name": " "}, {"owner": ""}, {"question": ""}, {"name": "x" * 121}, {"note": "x" * 2001}, {"question": "i=ก"}],
    ids=str,
)
def test_what_cannot_be_kept_is_refused_in_two_languages(given):
    with pytest.raises(views.Refused) as refused:
        saved(**given)
    assert refused.value.why.th != refused.value.why.en
    assert views.every() == []


def test_a_name_is_one_line():
    assert saved("a\n  b").name == "a b"


def test_views_saved_at_the_same_time_are_all_kept():
    with ThreadPoolExecutor(8) as pool:
        ids = [view.view_id for view in pool.map(lambda n: saved(str(n)), range(40))]
    assert sorted(view.view_id for view in views.every()) == sorted(ids)


WRITER = """
from smart7.ledger import views
while True:
    print(views.save("n", "", "o", "v=1", "live", "s", account="").view_id, flush=True)
"""


def test_every_view_that_was_answered_survives_a_kill(tmp_path, ledger):
    with subprocess.Popen(
        [sys.executable, "-c", WRITER], stdout=subprocess.PIPE, text=True, cwd=store.ROOT, env=os.environ.copy()
    ) as writer:
        answered = [writer.stdout.readline().strip() for _ in range(12)]
        os.kill(writer.pid, signal.SIGKILL)
        answered += writer.stdout.read().split()
    assert set(answered) <= {view.view_id for view in views.every()}
    if not served.named():
        with sqlite3.connect(ledger) as raw:
            assert raw.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_ledger_of_a_newer_version_is_left_alone_and_said_to_be_one():
    saved()
    with served.tool() as run:
        run(f"{served.version()} = {len(book.STEPS) + 1}")
    with pytest.raises(book.NewerLedger, match="upgrade the program") as newer:
        views.every()
    assert newer.value.said.th != newer.value.said.en
    with served.tool() as run:
        assert run("select count(*) from views") == [(1,)]


def test_a_step_that_fails_leaves_the_ledger_at_the_version_before(monkeypatch):
    view = saved()
    broken = (*book.STEPS, "create table more (x text);\ncreate table views (x text);\n")
    with monkeypatch.context() as newer, pytest.raises(sqlite3.Error):
        newer.setattr(book, "STEPS", broken)
        views.every()
    assert views.every() == [view]
    assert "more" not in served.tables()


def test_a_later_step_keeps_what_is_there(monkeypatch):
    view = saved()
    monkeypatch.setattr(book, "STEPS", (*book.STEPS, "create table more (x text);\n"))
    assert views.every() == [view]
    with book.opened() as ledger:
        assert book.version(ledger) == len(book.STEPS)


def test_a_snapshot_that_a_view_is_frozen_on_is_marked_until_the_last_such_view_goes(tmp_path):
    file = tmp_path / "snapshots" / "20261122-aa.duckdb"
    file.parent.mkdir()
    file.touch()
    first, second = saved(policy="frozen"), saved(policy="frozen")
    saved(policy="live")
    mark = file.with_suffix(".frozen")
    assert mark.exists()
    views.delete(first.view_id, account="")
    assert mark.exists()
    saved(view_id=second.view_id, policy="live")
    assert not mark.exists()

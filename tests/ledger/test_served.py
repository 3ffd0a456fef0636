"""The ledger on a server of PostgreSQL: what is its own; what both stores share is tested where it stands."""

import os
import signal
import sqlite3
import subprocess
import sys

import pytest

from smart7 import store
from smart7.components.acts import said
from smart7.ledger import audit, book, copies, views
from smart7.ledger.served import named, pool, spelling
from smart7.register import publish, signin
from smart7.register.rights import READER
from smart7.words import ledger as words
from tests import served
from tests.accounts import PASSWORD, account
from tests.served import ON_SERVER

SECRET = "geheim-5"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Keep what a test writes beside the ledger in a folder of its own."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    return tmp_path


def noted(what="x"):
    """Write an entry."""
    with book.opened(writing=True) as held:
        audit.note(held, "a-1", "act", what)


# What needs no server


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("select ? where a = ?", "select %s where a = %s"),
        ("at >= :since and b = :b_c", "at >= %(since)s and b = %(b_c)s"),
        ("a like '%x' and b % 2", "a like '%%x' and b %% 2"),
        ("a = 'why? at 10:30 it''s ?' and b = ?", "a = 'why? at 10:30 it''s ?' and b = %s"),
        ("a::text", "a::text"),
    ],
)
def test_places_of_values_are_spelled_and_texts_left_alone(written, spelled):
    assert spelling.spelled(written) == spelled


def test_every_statement_of_the_schema_can_be_spelled():
    told = [one for step in book.STEPS for statement in book.statements(step) for one in spelling.step(statement)]
    assert not any("autoincrement" in one or "raise(abort" in one or " integer" in one for one in told)
    with pytest.raises(ValueError, match="cannot be told"):
        list(spelling.step("create trigger a after insert on b begin select 1; end;"))


def test_the_tables_of_a_copy_are_all_there_are():
    with book.opened() as held:
        rows = held.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite%'")
        assert {row["name"] for row in rows} == set(copies.TABLES)


@pytest.fixture
def nobody_there(monkeypatch):
    """Name a server at which nobody answers."""
    monkeypatch.setenv(named.VARIABLE, f"postgresql://smart7:{SECRET}@127.0.0.1:1/ledger")


def test_a_server_that_does_not_answer_is_said_in_both_languages_without_a_password_or_a_place(nobody_there, capsys):
    with pytest.raises(book.Unavailable) as refused:
        views.every()
    assert refused.value.said == words.UNREACHABLE and isinstance(refused.value, book.FAULTS)
    assert "127.0.0.1:1/ledger" in str(refused.value) and SECRET not in str(refused.value)
    assert publish.main([]) == 1
    told = capsys.readouterr().err
    assert words.UNREACHABLE.en in told and words.UNREACHABLE.th in told and SECRET not in told


def test_where_the_server_does_not_answer_everybody_reads_and_nobody_acts(nobody_there):
    assert signin.person_of("a token") == READER


def test_a_page_says_it_in_its_own_language(nobody_there):
    class Thai:
        def say(self, text):
            return text.th

    with pytest.raises(book.Unavailable) as refused:
        noted()
    assert said.why(refused.value, Thai()) == words.UNREACHABLE.th


@pytest.mark.parametrize("address", ["mysql://x", "ledger.sqlite", "postgresql://[", "postgresql://x?nonsense=1"])
def test_a_setting_that_is_no_address_is_said_to_be_none(monkeypatch, address):
    monkeypatch.setenv(named.VARIABLE, address)
    with pytest.raises(book.Unavailable, match="SMART7_LEDGER cannot be read"):
        views.every()


@pytest.mark.parametrize("address", ["postgresql://u:secret%zz@host/db", "postgresql://u:secret@[host/db"])
def test_what_is_said_of_a_setting_holds_no_password(monkeypatch, address):
    monkeypatch.setenv(named.VARIABLE, address)
    with pytest.raises(book.Unavailable) as refused:
        views.every()
    assert "secret" not in str(refused.value)


def test_the_end_of_a_password_that_was_not_escaped_is_no_host():
    assert pool.place("postgresql://u:se@cret@host:5433/db") == "host:5433/db"


# What does


@ON_SERVER
def test_nothing_is_emptied_at_once_either(kept_in):
    noted()
    with pytest.raises(sqlite3.IntegrityError, match="appended"), book.opened(writing=True) as held:
        held.execute("truncate acts")


@ON_SERVER
def test_after_a_restart_of_the_server_the_lines_are_opened_anew(kept_in, postgres):
    noted("before")
    postgres.stop()
    with pytest.raises(book.Unavailable, match="cannot be reached"):
        noted("meanwhile")
    postgres.start()
    noted("after")
    assert [one.what for one in audit.read()] == ["after", "before"] and audit.verify() == ""


@ON_SERVER
def test_a_text_with_a_nul_is_kept_without_it(kept_in):
    with book.opened(writing=True) as held:
        audit.note(held, "a-1", "act", "x")
        held.execute("insert into attempts (login, place, at, passed) values (?, ?, ?, ?)", ["a\0b", "", "", True])
        assert tuple(held.execute("select login, passed from attempts").fetchone()) == ("a\ufffdb", 1)


@ON_SERVER
def test_lines_are_used_again_and_few_are_kept(kept_in):
    for number in range(20):
        noted(str(number))
    assert 1 <= len(pool.pool(served.named()).idle) <= pool.IDLE


HANGS = """
import sys
from smart7.ledger import audit, book
with book.opened(writing=True) as held:
    audit.note(held, "a-2", "act", "half done")
    print("written", flush=True)
    sys.stdin.read()
"""


@ON_SERVER
def test_a_process_that_is_killed_within_a_transaction_leaves_nothing_and_holds_nobody_up(kept_in):
    noted("before")
    with subprocess.Popen([sys.executable, "-c", HANGS], cwd=store.ROOT, env=os.environ.copy(), stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as writer:  # fmt: skip
        assert writer.stdout.readline() == b"written\n"
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        noted("after")
    assert [one.what for one in audit.read()] == ["after", "before"] and audit.verify() == ""
    assert [one.entry for one in audit.read()] == [2, 1]


@ON_SERVER
def test_who_waits_too_long_for_another_is_told_so_and_nothing_is_written(kept_in, monkeypatch):
    with book.opened(writing=True):
        monkeypatch.setenv(named.VARIABLE, f"{served.named()}&options=-c%20lock_timeout%3D200ms")
        with pytest.raises(book.Unavailable, match="too busy"):
            noted()
    assert audit.read() == []


@ON_SERVER
def test_a_server_that_may_only_be_read_is_read_and_said_to_be_one(kept_in, postgres):
    noted()
    with served.tool() as run:
        (name,) = run("select current_database()")[0]
        run(f"alter database {name} set default_transaction_read_only = on")
    for line in pool.pool(served.named()).idle:
        line.close()
    assert len(audit.read()) == 1
    with pytest.raises(book.Unavailable, match="may only be read"):
        noted()


@ON_SERVER
def test_texts_are_ordered_and_compared_by_their_bytes_as_in_a_file(kept_in):
    with book.opened() as held:
        rows = held.execute(
            "select collation_name from information_schema.columns where data_type = 'text'"
            " and table_schema = 'public' and table_name <> 'ledger_version'"
        )
        assert {row[0] for row in rows} == {"C"}


@ON_SERVER
def test_readers_see_one_moment_and_wait_for_nobody_who_writes(kept_in):
    noted("before")
    with book.opened(writing=True) as writing:
        audit.note(writing, "a-1", "act", "under way")
        assert [one.what for one in audit.read()] == ["before"]


@ON_SERVER
def test_a_session_begun_through_one_server_holds_at_another(kept_in, tmp_path):
    own = account()
    token = signin.sign_in("somchai", PASSWORD, "10.0.0.1")
    code = "import sys; from smart7.register import signin; print(signin.person_of(sys.argv[1]).account_id)"
    given = {**os.environ, "SMART7_DATA": str(tmp_path / "other")}
    there = subprocess.run(
        [sys.executable, "-c", code, token], cwd=store.ROOT, env=given, capture_output=True, text=True
    )
    assert there.stdout.strip() == own.account_id

"""Accounts, sessions and attempts as rows: appended to, ended once, and never with a password or a token in them."""

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smart7 import store
from smart7.ledger import audit, book, people
from smart7.ledger.people import Account
from smart7.register import members, signin
from tests.accounts import PASSWORD, account
from tests.served import ON_FILE

AT = datetime(2026, 11, 28, 9, tzinfo=UTC)
SOMCHAI = Account("a-1", "somchai", "สมชาย", "officer", "school-1", False, AT)


@pytest.fixture(autouse=True)
def ledger(kept_in, tmp_path, monkeypatch):
    """Keep each test's ledger in a folder of its own."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    return tmp_path / "ledger.sqlite"


def written(*accounts):
    with book.opened(writing=True) as held:
        for one in accounts:
            people.append(held, one, f"hash of {one.login}")


def test_an_account_comes_back_as_it_was_written_and_the_newest_row_counts():
    written(SOMCHAI)
    assert people.every() == [SOMCHAI]
    after = replace(SOMCHAI, role="approver", disabled=True, at=AT + timedelta(days=1))
    written(after)
    assert people.every() == [after]
    with book.opened() as held:
        assert people.by_id(held, "a-1") == people.by_login(held, "somchai") == after
        assert people.password_of(held, "a-1") == "hash of somchai"
        assert people.by_id(held, "a-2") is people.by_login(held, "nobody") is None
        assert people.password_of(held, "a-2") == ""


def test_only_accounts_that_can_sign_in_are_counted_as_of_a_role():
    written(SOMCHAI, replace(SOMCHAI, account_id="a-2", login="malee"))
    written(replace(SOMCHAI, account_id="a-2", login="malee", disabled=True))
    with book.opened() as held:
        assert (people.enabled(held, "officer"), people.enabled(held, "admin")) == (1, 0)


def test_the_ledger_itself_refuses_a_login_that_is_somebody_elses():
    written(SOMCHAI)
    with pytest.raises(sqlite3.IntegrityError, match="login is taken"):
        written(replace(SOMCHAI, account_id="a-2"))
    assert people.every() == [SOMCHAI]


@pytest.mark.parametrize(
    "statement",
    [
        "update accounts set role = 'admin'",
        "delete from accounts",
        "update sessions set account_id = 'a-2'",
        "update sessions set began = '2027-01-01T00:00:00+00:00'",
        "update sessions set token = 'x'",
        "delete from sessions",
        "update attempts set passed = 1",
        "update acts set who = 'x'",
        "delete from acts",
    ],
)
def test_what_was_written_cannot_be_changed(statement):
    written(SOMCHAI)
    with book.opened(writing=True) as held:
        people.begin(held, "digest", "a-1", "10.0.0.1", AT)
        people.attempt(held, "key", "10.0.0.1", AT, passed=False)
        audit.note(held, "a-1", "sign_in", "somchai")
    with pytest.raises(sqlite3.IntegrityError, match="appended|stays"), book.opened(writing=True) as held:
        held.execute(statement)


def test_a_session_is_seen_again_and_ends_once_for_good():
    written(SOMCHAI)
    with book.opened(writing=True) as held:
        people.begin(held, "digest", "a-1", "10.0.0.1", AT)
        people.seen(held, "digest", AT + timedelta(minutes=5))
    assert people.session("digest") == people.Session(SOMCHAI, AT, AT + timedelta(minutes=5))
    with book.opened(writing=True) as held:
        assert people.end(held, "digest", AT) == "a-1"
        assert people.end(held, "digest", AT) == "" == people.end(held, "unknown", AT)
        assert people.end_all(held, "a-1", AT) == 0
        people.seen(held, "digest", AT + timedelta(hours=1))
    assert people.session("digest") is None
    with pytest.raises(sqlite3.IntegrityError, match="ended"), book.opened(writing=True) as held:
        held.execute("update sessions set ended = null")


def test_failures_are_counted_since_one_passed_and_go_after_their_time():
    with book.opened(writing=True) as held:
        for minute, passed in enumerate([False, True, False, False]):
            people.attempt(held, "key", "10.0.0.1", AT + timedelta(minutes=minute), passed=passed)
        failed = lambda of, login, place, since=AT: people.failures(held, of, login, place, since)  # noqa: E731
        assert failed("login", "key", "") == (2, AT + timedelta(minutes=3))
        assert failed("place", "", "10.0.0.1", AT + timedelta(minutes=3)) == (1, AT + timedelta(minutes=3))
        assert failed("both", "key", "10.0.0.1") == (2, AT + timedelta(minutes=3))
        assert failed("both", "other", "10.0.0.1") == failed("place", "", "10.0.0.2") == (0, None)
        people.forget_attempts(held, AT + timedelta(minutes=3))
        assert people.attempts(held) == 1


@ON_FILE
def test_neither_a_password_nor_a_token_is_in_the_files(ledger):
    account()
    token = signin.sign_in("somchai", PASSWORD, "10.0.0.1")
    with pytest.raises(signin.Refused):
        signin.sign_in("typed-password-as-name", "some other password", "10.0.0.1")
    held = b"".join(path.read_bytes() for path in ledger.parent.glob("ledger.sqlite*"))
    assert b"somchai" in held and b"$argon2id$" in held
    for secret in (PASSWORD, token, "some other password", "typed-password-as-name"):
        assert secret.encode() not in held


def test_accounts_and_acts_of_a_ledger_written_before_them_begin_empty(monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(book, "STEPS", book.STEPS[:2])
        with book.opened() as held:
            assert book.version(held) == 2
    assert people.every() == [] and audit.read() == [] and audit.verify() == ""


# Reads numbers; for each, forks a process that does what is named and is killed at the step of that number, a step
# being just before or just after a statement on the ledger; writes how that process ended.
KILLED = """
import sqlite3, sys
from smart7.register import members, passwords, signin
from tests import killing
class Ticking(sqlite3.Connection):
    def execute(self, sql, *given):
        act = super().execute
        return (act if sql.startswith("pragma") else killing.around(act))(sql, *given)  # a pragma changes nothing
real = sqlite3.connect
sqlite3.connect = lambda *given, **named: real(*given, **named, factory=Ticking)
passwords.matches = lambda hashed, password: password == "right"
passwords.kept = lambda password: "hash of " + password
account_id = sys.argv[2]
DO = {
    "sign in": lambda nth: signin.sign_in("somchai", "right", "10.0.0.1"),
    "sign in wrongly": lambda nth: signin.sign_in("somchai", "wrong", "10.0.0.1"),
    "make": lambda nth: members.create(members.CONSOLE, f"malee-{nth}", "x", "editor", "", "seven odd herons dig"),
    "change": lambda nth: members.change(members.CONSOLE, account_id, role="editor", password="nine odd herons dig"),
}
def act(nth):
    try:
        DO[sys.argv[1]](nth)
    except signin.Refused as error:
        return 3
    return 0
killing.serve(act)
"""


@ON_FILE
@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed like this on Windows")
@pytest.mark.parametrize(
    ("what", "end"),
    [
        ("sign in", 0),
        pytest.param("sign in wrongly", 3, marks=pytest.mark.slow),
        pytest.param("make", 0, marks=pytest.mark.slow),
        ("change", 0),
    ],
)
def test_killed_at_any_step_an_act_has_happened_with_its_note_or_not_at_all(what, end, ledger):
    account("boss")
    own = account("somchai", "officer")
    with book.opened(writing=True) as held:
        people.begin(held, "open before", own.account_id, "", datetime.now(UTC))
    whole, nth, ended = book_of(ledger), 0, -signal.SIGKILL
    with subprocess.Popen([sys.executable, "-c", KILLED, what, own.account_id], cwd=store.ROOT, text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as killer:  # fmt: skip
        while ended == -signal.SIGKILL:
            restore(ledger, whole)
            nth += 1
            print(nth, file=killer.stdin, flush=True)
            ended = int(killer.stdout.readline())
            assert_sound(ledger)
        killer.stdin.close()
    assert ended == end and nth > 10


def book_of(path):
    """Return the bytes of the ledger with all that is in its log."""
    with sqlite3.connect(path) as raw:
        raw.execute("pragma wal_checkpoint(truncate)")
    return path.read_bytes()


def restore(path, content):
    for file in path.parent.glob("ledger.sqlite*"):
        file.unlink()
    path.write_bytes(content)


def assert_sound(path):
    """Assert that each account and session there is has its note and the other way round, and the chain holds."""
    assert audit.verify() == ""
    with sqlite3.connect(path) as raw:
        assert raw.execute("pragma integrity_check").fetchone() == ("ok",)
        ask = lambda sql: raw.execute(sql).fetchone()[0]  # noqa: E731
        assert ask("select count(*) from accounts") == ask("select count(*) from acts where act like 'account.%'")
        assert ask("select count(*) from sessions") == 1 + ask("select count(*) from acts where act = 'sign_in'")
        # A changed account has no session left that began before.
        changed = ask("select count(*) from acts where act = 'account.change'")
        assert ask("select count(*) from sessions where ended is not null") == changed
        failed = ask("select count(*) from acts where act = 'sign_in.refused'")
        assert failed <= ask("select count(*) from attempts")


def test_members_are_the_accounts_of_the_ledger():
    own = account()
    assert [(one.account_id, one.login) for one in members.accounts()] == [(own.account_id, "somchai")]

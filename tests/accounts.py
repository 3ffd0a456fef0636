"""Accounts for tests: made by the console, with passwords of their own; and a clock that is put where a test wants."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from smart7.register import clock, members, passwords

PASSWORD = "seven odd herons dig"


def account(login="somchai", role="admin", unit_id="", password=PASSWORD):
    """Make an account and return whom it stands for; an officer's unit is a school."""
    unit = unit_id or ("school-1" if role == "officer" else "")
    with hashed_once():
        return members.create(members.CONSOLE, login, f"คุณ {login}", role, unit, password)


@cache
def hashed(kept: Callable[[str], str], password: str) -> str:
    """Return what is kept of a password."""
    return kept(password)


@contextmanager
def hashed_once() -> Iterator[None]:
    """Let argon2, which is slow on purpose, hash the same password once for all the accounts that tests give it to."""
    kept = passwords.kept
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "kept", lambda password: hashed(kept, password))
        yield


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, monkeypatch):
        self.now = datetime(2026, 11, 28, 9, tzinfo=UTC)
        monkeypatch.setattr(clock, "now", lambda: self.now)

    def moves(self, **by):
        self.now += timedelta(**by)

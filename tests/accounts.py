"""Accounts for tests: made by the console, with passwords of their own; and a clock that is put where a test wants."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from typing import Any

import pytest

from smart7.register import clock, members, passwords

PASSWORD = "seven odd herons dig"


def account(login="somchai", role="admin", unit_id="", password=PASSWORD):
    """Make an account and return whom it stands for; an officer's unit is a school."""
    unit = unit_id or ("school-1" if role == "officer" else "")
    with hashed_once():
        return members.create(members.CONSOLE, login, f"คุณ {login}", role, unit, password)


@cache
def worked_out(done: Callable[..., Any], *given: str) -> Any:
    """Return what is made of a password."""
    return done(*given)


@contextmanager
def hashed_once() -> Iterator[None]:
    """Let argon2, which is slow on purpose, hash and compare the same password once for all who bear it in tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "kept", partial(worked_out, passwords.kept))
        patch.setattr(passwords, "matches", partial(worked_out, passwords.matches))
        yield


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, monkeypatch):
        self.now = datetime(2026, 11, 28, 9, tzinfo=UTC)
        monkeypatch.setattr(clock, "now", lambda: self.now)

    def moves(self, **by):
        self.now += timedelta(**by)

"""Accounts for tests: made by the console, with passwords of their own; and a clock that is put where a test wants."""

from datetime import UTC, datetime, timedelta

from smart7.register import clock, members

PASSWORD = "seven odd herons dig"


def account(login="somchai", role="admin", unit_id="", password=PASSWORD):
    """Make an account and return whom it stands for; an officer's unit is a school."""
    unit = unit_id or ("school-1" if role == "officer" else "")
    return members.create(members.CONSOLE, login, f"คุณ {login}", role, unit, password)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, monkeypatch):
        self.now = datetime(2026, 11, 28, 9, tzinfo=UTC)
        monkeypatch.setattr(clock, "now", lambda: self.now)

    def moves(self, **by):
        self.now += timedelta(**by)

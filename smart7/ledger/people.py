"""Accounts, sessions and attempts to sign in, as rows; who may do what, and for how long, is decided above.

An account is appended to: its newest row counts. Of a session the ledger holds a digest of its token, of a password
what argon2 made of it, so that whoever reads the file can sign in with neither. Moments are in UTC, to the second.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from smart7.ledger import book
from smart7.ledger.book import Ledger, Row

Counted = Literal["login", "place", "both"]
NEWEST: Final = "select * from accounts where entry in (select max(entry) from accounts group by account_id)"


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it stands; its password is never part of it.

    `identity` is the claim of an identity provider that stands for it, as `email:` or `sub:` and its value, or ''.
    """

    account_id: str
    login: str
    name: str
    role: str
    unit_id: str
    disabled: bool
    at: datetime
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A session that has not been ended, with its account as it stands now."""

    account: Account
    began: datetime
    seen: datetime


def every() -> list[Account]:
    """Return all accounts, those that are disabled too, by their logins."""
    with book.opened() as ledger:
        return [account(row) for row in ledger.execute(f"{NEWEST} order by login")]  # noqa: S608


def by_id(ledger: Ledger, account_id: str) -> Account | None:
    """Return an account as it stands, None where there is none."""
    row = ledger.execute(
        "select * from accounts where account_id = ? order by entry desc limit 1", [account_id]
    ).fetchone()
    return account(row) if row else None


def by_login(ledger: Ledger, login: str) -> Account | None:
    """Return the account of a login as it stands, None where there is none; a login never changes hands."""
    row = ledger.execute("select * from accounts where login = ? order by entry desc limit 1", [login]).fetchone()
    return account(row) if row else None


def by_identity(ledger: Ledger, identity: str) -> Account | None:
    """Return the account that stands for a claim of an identity provider now, None where there is none."""
    row = ledger.execute(f"{NEWEST} and identity = ?", [identity]).fetchone() if identity else None
    return account(row) if row else None


def password_of(ledger: Ledger, account_id: str) -> str:
    """Return what argon2 made of the password of an account, '' where there is none."""
    row = ledger.execute(
        "select password from accounts where account_id = ? order by entry desc limit 1", [account_id]
    ).fetchone()
    return str(row["password"]) if row else ""


def enabled(ledger: Ledger, role: str) -> int:
    """Return how many accounts of a role can sign in."""
    statement = f"select count(*) as many from ({NEWEST}) as newest where role = ? and disabled = 0"  # noqa: S608
    return int(ledger.execute(statement, [role]).fetchone()["many"])


def append(ledger: Ledger, own: Account, password: str) -> None:
    """Write a row of an account; the ledger itself refuses a login that is somebody else's."""
    ledger.execute(
        "insert into accounts (account_id, login, name, role, unit_id, password, disabled, at,"
        " identity) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            own.account_id,
            own.login,
            own.name,
            own.role,
            own.unit_id,
            password,
            own.disabled,
            own.at.isoformat(),
            own.identity,
        ],
    )


def begin(ledger: Ledger, token: str, account_id: str, where: str, at: datetime) -> None:
    """Write a session that begins, by the digest of its token."""
    ledger.execute(
        "insert into sessions (token, account_id, place, began, seen) values (?, ?, ?, ?, ?)",
        [token, account_id, where, at.isoformat(), at.isoformat()],
    )


def session(token: str) -> Session | None:
    """Return a session by the digest of its token, None where there is none or it was ended."""
    with book.opened() as ledger:
        row = ledger.execute(
            "select began, seen, account_id from sessions where token = ? and ended is null", [token]
        ).fetchone()
        own = by_id(ledger, row["account_id"]) if row else None
    if own is None:
        return None
    return Session(own, datetime.fromisoformat(row["began"]), datetime.fromisoformat(row["seen"]))


def seen(ledger: Ledger, token: str, at: datetime) -> None:
    """Write when a session was last seen, unless it has ended meanwhile."""
    ledger.execute("update sessions set seen = ? where token = ? and ended is null", [at.isoformat(), token])


def end(ledger: Ledger, token: str, at: datetime) -> str:
    """End a session by the digest of its token and return whose it was, '' where none was open."""
    row = ledger.execute("select account_id from sessions where token = ? and ended is null", [token]).fetchone()
    ledger.execute("update sessions set ended = ? where token = ? and ended is null", [at.isoformat(), token])
    return str(row["account_id"]) if row else ""


def end_all(ledger: Ledger, account_id: str, at: datetime) -> int:
    """End every open session of an account and return how many there were."""
    statement = "update sessions set ended = ? where account_id = ? and ended is null"
    return ledger.execute(statement, [at.isoformat(), account_id]).rowcount


def attempt(ledger: Ledger, login: str, where: str, at: datetime, *, passed: bool) -> None:
    """Write an attempt to sign in."""
    ledger.execute(
        "insert into attempts (login, place, at, passed) values (?, ?, ?, ?)", [login, where, at.isoformat(), passed]
    )


def forget_attempts(ledger: Ledger, before: datetime) -> None:
    """Delete attempts that count no more, so that nobody can fill the disk with them for long."""
    ledger.execute("delete from attempts where at < ?", [before.isoformat()])


def failures(ledger: Ledger, of: Counted, login: str, where: str, since: datetime) -> tuple[int, datetime | None]:
    """Return how many attempts failed since one passed, and when the newest was: of a login, from a place, or of both.

    One that passed nowhere, as after a new password, counts for every place.
    """
    narrowed = {
        "login": "login = :login",
        "place": "place = :place",
        "both": "login = :login and place in (:place, '')",
    }
    rows = ledger.execute(
        f"select at, passed from attempts where {narrowed[of]} and at >= :since order by entry desc",  # noqa: S608
        {"login": login, "place": where, "since": since.isoformat()},
    )
    many, newest = 0, None
    for row in rows:
        if row["passed"]:
            break
        many, newest = many + 1, newest or datetime.fromisoformat(row["at"])
    return many, newest


def was_here(ledger: Ledger, login: str, where: str) -> bool:
    """Return whether the account of a login has ever begun a session from a place."""
    row = ledger.execute(
        "select 1 from sessions where place = ? and account_id in (select account_id from accounts where login = ?)"
        " limit 1",
        [where, login],
    ).fetchone()
    return row is not None


def attempts(ledger: Ledger) -> int:
    """Return how many attempts there were within the time that they are kept for."""
    return int(ledger.execute("select count(*) as many from attempts").fetchone()["many"])


def account(row: Row) -> Account:
    """Return a row as an account."""
    texts = {name: row[name] for name in ("account_id", "login", "name", "role", "unit_id", "identity")}
    return Account(**texts, disabled=bool(row["disabled"]), at=datetime.fromisoformat(row["at"]))

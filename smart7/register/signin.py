"""Sign in, stay signed in, sign out: a session is a random token, of which the ledger holds a digest.

A session ends when nothing was asked of it for an hour, twelve hours after it began, at the sign-out, and when its
account is changed. The account is read anew each time, so what is taken from it is gone at the next look.
"""

import logging
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from smart7.ledger import audit, book, people
from smart7.register import clock, lockout, outside, passwords
from smart7.register.members import accounts, change, create, person, renew
from smart7.register.rights import READER, ROLES, Person, Refused, require
from smart7.words import people as words

__all__ = [
    "accounts", "change", "create", "renew",
    "sign_in", "sign_in_from_outside", "person_of", "sign_out", "sign_out_everywhere",
]  # fmt: skip

LOG: Final = logging.getLogger(__name__)
IDLE_MINUTES: Final = 60
LONGEST_HOURS: Final = 12
WRITTEN: Final = timedelta(minutes=1)
"""How often at most a session that is alive is written."""
PUT_BACK: Final = timedelta(minutes=2)
"""By how much a clock may be put back, as it is set right, without ending sessions that began just before."""
TYPED: Final = 200
"""How much of a name that is typed is looked at."""
OUTSIDE: Final = "outside"
"""Under which name attempts by an identity provider are counted; no name that is typed has it, as those are digests."""
NOTED: Final = 2000
"""Failures noted one by one in a day; what is more is only counted, so that nobody fills the disk with them."""


def sign_in(name: str, password: str, where: str) -> str:
    """Return the token of a new session, for a cookie; raises `Refused` with one sentence whatever was wrong.

    A name that does not exist costs the same work as a wrong password. `where` is the address somebody comes from.
    Killed halfway, an attempt has been counted and nothing else has happened.
    """
    login, where = folded(name), sound(where[:TYPED])
    with book.opened(writing=True) as ledger:
        lockout.admit(ledger, login, where, clock.now())
        own = people.by_login(ledger, login)
        hashed = people.password_of(ledger, own.account_id) if own else ""
    right = passwords.matches(hashed, password)
    token = secrets.token_urlsafe(32)
    with book.opened(writing=True) as ledger:
        moment, own = clock.now(), people.by_login(ledger, login)
        # Meanwhile somebody may have changed the account.
        if right and own and not own.disabled and people.password_of(ledger, own.account_id) == hashed:
            lockout.passed(ledger, login, where, moment)
            people.begin(ledger, digest(token), own.account_id, where, moment)
            audit.note(ledger, own.account_id, "sign_in", own.login, where=where)
            return token
        if people.attempts(ledger) <= NOTED:
            reason = ("disabled" if right and own.disabled else "wrong password") if own else "unknown login"
            who, what = (own.account_id, own.login) if own else ("", "")
            audit.note(ledger, who, "sign_in.refused", what, after=reason, where=where)
    raise Refused(words.WRONG)


def sign_in_from_outside(claims: Mapping[str, Any], where: str) -> str:
    """Return the token of a new session for whom an identity provider vouches, as its verified claims say.

    Raises `Refused` where no administrator has given one of them to an account, or the account is disabled.
    """
    token, known, where = secrets.token_urlsafe(32), outside.identities(claims), sound(where[:TYPED])
    with book.opened(writing=True) as ledger:
        moment = clock.now()
        own = next(filter(None, (people.by_identity(ledger, identity) for identity in known)), None)
        if own and not own.disabled:
            people.begin(ledger, digest(token), own.account_id, where, moment)
            audit.note(ledger, own.account_id, "sign_in", own.login, after=own.identity, where=where)
            return token
        if people.attempts(ledger) <= NOTED:
            people.attempt(ledger, OUTSIDE, where, moment, passed=False)
            who, what, why = (own.account_id, own.login, "disabled") if own else ("", "", "unknown identity")
            audit.note(ledger, who, "sign_in.refused", what, after=why, where=where)
    raise Refused(words.NO_IDENTITY)


def person_of(token: str) -> Person:
    """Return who a token stands for, and keep the session alive; `READER` for none, an unknown or an ended one.

    One that is over is ended in the ledger, so that no clock brings it back.
    """
    if not token or len(token) > TYPED:
        return READER
    moment, key = clock.now(), digest(token)
    try:
        found = people.session(key)
    except book.FAULTS:
        LOG.exception("The ledger could not be asked who is signed in")
        return READER
    if found is None or found.account.disabled or found.account.role not in ROLES:
        return READER
    ended = over(found, moment)
    # Either way: where the clock was put back, the hour counts from what it says now.
    if ended or abs(moment - found.seen) >= WRITTEN:
        write(key, moment, ended=ended)
    return READER if ended else person(found.account)


def write(key: str, moment: datetime, *, ended: bool) -> None:
    """Write that a session was seen, or is over; a disk that is full signs nobody out."""
    try:
        with book.opened(writing=True) as ledger:
            (people.end if ended else people.seen)(ledger, key, moment)
    except book.FAULTS:
        LOG.exception("The ledger could not be told of a session")


def over(found: people.Session, moment: datetime) -> bool:
    """Return whether a session is over: idle, too old, or begun in the future, as the clock was put back since."""
    idle = moment - found.seen > timedelta(minutes=IDLE_MINUTES)
    return idle or not -PUT_BACK <= moment - found.began <= timedelta(hours=LONGEST_HOURS)


def sign_out(token: str, where: str = "") -> None:
    """End a session; does nothing where there is none. `where` is the address somebody comes from."""
    if not token or len(token) > TYPED:
        return
    with book.opened(writing=True) as ledger:
        account_id = people.end(ledger, digest(token), clock.now())
        if account_id:
            audit.note(ledger, account_id, "sign_out", "", where=sound(where[:TYPED]))


def sign_out_everywhere(account_id: str, by: Person | None = None, where: str = "") -> None:
    """End every session of an account: one's own, or in the name of an administrator, else `Refused` is raised."""
    if by and by.account_id != account_id:
        require(by, "account.edit")
    with book.opened(writing=True) as ledger:
        own = people.by_id(ledger, account_id)
        many = people.end_all(ledger, account_id, clock.now())
        if own and many:
            who = by.account_id if by else account_id
            audit.note(ledger, who, "sign_out.everywhere", own.login, after=str(many), where=where)


def folded(name: str) -> str:
    """Return a login as the ledger holds it, of whatever somebody typed."""
    return sound(name[:TYPED]).strip().casefold()


def sound(text: str) -> str:
    """Return a text without halves of characters, which nothing could be asked for."""
    return text.encode("utf-8", "replace").decode()


def digest(token: str) -> str:
    """Return what the ledger holds of a token."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()

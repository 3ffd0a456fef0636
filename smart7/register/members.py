"""Accounts: made and changed by administrators, each change with its note in the audit, in one transaction.

Who changes an account is looked up in that transaction, so that a page that was open for long, or a session whose
account has lost its role, changes nothing.
"""

import json
import re
import secrets
import unicodedata
from dataclasses import replace
from typing import Final, cast

from smart7.ledger import audit, book, people
from smart7.ledger.book import Ledger
from smart7.ledger.people import Account
from smart7.register import clock, lockout, outside, passwords, rights
from smart7.register.rights import READER, ROLES, Person, Refused, Role
from smart7.words import people as words

LOGIN: Final = re.compile(r"[a-z][a-z0-9._-]{2,31}")
LONGEST_NAME: Final = 80
# Kinds of characters that control something, turn the direction of a line, or end it.
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
CONSOLE: Final = Person("console", "console", "admin", "")
"""Whoever runs the command line on the machine, where the ledger's file lies open to them anyway."""


def accounts() -> list[Account]:
    """Return all accounts, those that are disabled too, by their logins, without passwords; asks for no right."""
    return people.every()


def find(login: str) -> Account:
    """Return the account of a login; raises `Refused` where there is none."""
    with book.opened() as ledger:
        own = people.by_login(ledger, login.strip().lower())
    if own is None:
        raise Refused(words.NO_ACCOUNT, account=login)
    return own


def first_is_missing() -> bool:
    """Return whether no administrator can sign in, so that nobody could make an account."""
    with book.opened() as ledger:
        return people.enabled(ledger, "admin") == 0


def create(by: Person, login: str, name: str, role: Role, unit_id: str, password: str, where: str = "") -> Person:
    """Make an account and return whom it stands for; `where` is the address `by` comes from.

    Raises `Refused` where `by` may not, or where a login is taken or none, a name missing, a role or unit unknown, or
    a password is not taken (`passwords.check`).
    """
    own = Account(f"a-{secrets.token_hex(5)}", login.strip().lower(), shown(name), role, unit_id, False, clock.now())
    rights.require(by, "account.edit")
    if not LOGIN.fullmatch(own.login):
        raise Refused(words.LOGIN_BAD)
    check(own)
    passwords.check(password, own.login)
    hashed = passwords.kept(password)
    with book.opened(writing=True) as ledger:
        acting(ledger, by)
        if people.by_login(ledger, own.login):
            raise Refused(words.LOGIN_TAKEN, login=own.login)
        people.append(ledger, own, hashed)
        audit.note(ledger, by.account_id, "account.create", own.login, after=told(own), where=place(by, where))
    return person(own)


def change(
    by: Person,
    account_id: str,
    *,
    role: Role | None = None,
    unit_id: str | None = None,
    disabled: bool | None = None,
    password: str | None = None,
    identity: str | None = None,
    where: str = "",
) -> Person:
    """Change what is given of an account, end its sessions, and return whom it stands for now.

    A new password also ends the wait of somebody who is locked out. Raises `Refused` as `create` does, and where the
    last administrator would be gone.
    """
    rights.require(by, "account.edit")
    hashed = prepared(account_id, password)
    with book.opened(writing=True) as ledger:
        acting(ledger, by)
        before = standing(ledger, account_id)
        after = replace(
            before,
            role=before.role if role is None else role,
            unit_id=before.unit_id if unit_id is None else unit_id,
            disabled=before.disabled if disabled is None else disabled,
            at=clock.now(),
            identity=before.identity if identity is None else outside.written(identity),
        )
        other = people.by_identity(ledger, after.identity)
        if other and other.account_id != account_id:
            raise Refused(words.IDENTITY_TAKEN, login=other.login)
        # An account whose unit is gone can still be disabled.
        if role is not None or unit_id is not None:
            check(after)
        write(ledger, after, hashed)
        if hashed:
            lockout.passed(ledger, after.login, "", after.at)
        if before.role == "admin" and not before.disabled and not people.enabled(ledger, "admin"):
            raise Refused(words.LAST_ADMIN)
        said = told(after, password=password is not None)
        audit.note(ledger, by.account_id, "account.change", after.login, told(before), said, place(by, where))
    return person(after)


def renew(by: Person, old: str, new: str, where: str) -> None:
    """Change one's own password, given the old one, and end all of one's sessions, this one too.

    Raises `Refused` as a sign-in does for an old one that is wrong, and as `create` does for a new one.
    """
    with book.opened(writing=True) as ledger:
        own = standing(ledger, by.account_id)
        lockout.admit(ledger, own.login, where, clock.now())
        kept = people.password_of(ledger, own.account_id)
    if not passwords.matches(kept, old):
        with book.opened(writing=True) as ledger:
            audit.note(ledger, own.account_id, "password.refused", own.login, where=where)
        raise Refused(words.WRONG)
    passwords.check(new, own.login)
    hashed = passwords.kept(new)
    with book.opened(writing=True) as ledger:
        if standing(ledger, own.account_id) != own or own.disabled:
            raise Refused(words.WRONG)
        write(ledger, replace(own, at=clock.now()), hashed)
        lockout.passed(ledger, own.login, where, clock.now())
        audit.note(ledger, own.account_id, "password.change", own.login, where=where)


def prepared(account_id: str, password: str | None) -> str:
    """Return what argon2 makes of a new password, '' for none; raises `Refused` where it is not taken."""
    if password is None:
        return ""
    with book.opened() as ledger:
        login = standing(ledger, account_id).login
    passwords.check(password, login)
    return passwords.kept(password)


def write(ledger: Ledger, own: Account, hashed: str) -> None:
    """Write an account as it is from now on, with another password where one is given, and end its sessions."""
    people.append(ledger, own, hashed or people.password_of(ledger, own.account_id))
    people.end_all(ledger, own.account_id, own.at)


def acting(ledger: Ledger, by: Person) -> None:
    """Raise `Refused` unless whoever changes accounts may do so by what the ledger holds now."""
    if by is CONSOLE:
        return
    own = people.by_id(ledger, by.account_id)
    rights.require(READER if own is None or own.disabled else person(own), "account.edit")


def standing(ledger: Ledger, account_id: str) -> Account:
    """Return an account as it stands; raises `Refused` for one that is not there."""
    own = people.by_id(ledger, account_id)
    if own is None:
        raise Refused(words.NO_ACCOUNT, account=account_id)
    return own


def check(own: Account) -> None:
    """Raise `Refused` for an account without a name, with a role or a unit nobody knows, an officer without a unit."""
    if not 0 < len(own.name) <= LONGEST_NAME:
        raise Refused(words.NAME_BAD, most=LONGEST_NAME)
    if own.role not in ROLES:
        raise Refused(words.ROLE_BAD, role=own.role, roles=", ".join(ROLES))
    if own.role == "officer" and not own.unit_id:
        raise Refused(words.UNIT_NEEDED)
    # Before the first build nothing is known of units; one that does not exist gives no right over any that does.
    known = rights.units()
    if own.unit_id and known and own.unit_id not in known:
        raise Refused(words.UNIT_BAD, unit=own.unit_id)


def shown(name: str) -> str:
    """Return a name on one line, without marks that control a terminal or turn the direction of what follows."""
    return " ".join("".join(" " if unicodedata.category(char) in UNSEEN else char for char in name).split())


def told(own: Account, *, password: bool = False) -> str:
    """Return an account as the audit tells it, as JSON; of a password only that it was changed."""
    said = {"name": own.name, "role": own.role, "unit_id": own.unit_id, "disabled": own.disabled}
    more = {**({"identity": own.identity} if own.identity else {}), **({"password": "changed"} if password else {})}
    return json.dumps({**said, **more}, ensure_ascii=False)


def person(own: Account) -> Person:
    """Return whom an account stands for."""
    return Person(own.account_id, own.name, cast(Role, own.role), own.unit_id)


def place(by: Person, where: str) -> str:
    """Return where an act comes from."""
    return "console" if by is CONSOLE else where

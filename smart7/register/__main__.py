"""`manage.py admin`: accounts from the command line of the machine; made for the first administrator.

Whoever can run this can read and write the ledger's file as well. So a password can be set anew and an account
disabled here by nobody in particular, which the audit notes as done at the console. Another account is made in
somebody's name: as soon as one administrator can sign in, `create` asks who does it, and for that password.
"""

import argparse
import getpass
import sys
from collections.abc import Sequence

from smart7.ledger import book
from smart7.ledger.people import Account
from smart7.register import members, passwords, signin
from smart7.register.rights import ROLES, Person, Refused
from smart7.words import people as words


def arguments() -> argparse.ArgumentParser:
    """Return what the command line takes."""
    parser = argparse.ArgumentParser(prog="manage.py admin", description=words.HELP_ADMIN.both())
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    made = {name: commands.add_parser(name, help=text.both()) for name, text in words.HELP_COMMANDS.items()}
    for name in ("create", "disable", "password", "identity"):
        made[name].add_argument("login", metavar="LOGIN", help=words.HELP_LOGIN.both())
    made["identity"].add_argument("claim", metavar="CLAIM", help=words.HELP_CLAIM.both())
    made["create"].add_argument("--name", required=True, help=words.HELP_NAME.both())
    made["create"].add_argument("--role", choices=ROLES, default="admin", help=words.HELP_ROLE.both())
    made["create"].add_argument("--unit", default="", help=words.HELP_UNIT.both())
    made["create"].add_argument("--by", metavar="LOGIN", default="", help=words.HELP_BY.both())
    return parser


def main(line: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 when it is done, 1 with one sentence where it cannot be."""
    given = arguments().parse_args(line)
    try:
        if given.command == "list":
            show()
        elif given.command == "create":
            create(given)
        elif given.command == "identity":
            tie(given.login, given.claim)
        else:
            change(given.command, given.login)
    except (Refused, *book.FAULTS, OSError) as error:
        print(said(error), file=sys.stderr)
        return 1
    return 0


def create(given: argparse.Namespace) -> None:
    """Make an account: the first administrator freely, any other in the name of one, whose password is asked for."""
    if members.first_is_missing():
        if given.role != "admin":
            raise Refused(words.FIRST_ADMIN)
        done(given, members.CONSOLE)
        return
    if not given.by:
        raise Refused(words.BY_WHOM)
    token = signin.sign_in(given.by, asked(words.PASSWORD_OF.both(login=given.by)), "console")
    try:
        done(given, signin.person_of(token))
    finally:
        signin.sign_out(token, "console")


def done(given: argparse.Namespace, by: Person) -> None:
    """Make the account in somebody's name and say so."""
    members.create(by, given.login, given.name, given.role, given.unit, new_password(), "console")
    print(words.CREATED.both(login=given.login.lower(), role=given.role))


def change(command: str, login: str) -> None:
    """Disable an account or set its password anew, and say so."""
    own = members.find(login)
    if command == "disable":
        members.change(members.CONSOLE, own.account_id, disabled=True)
        print(words.DISABLED.both(login=own.login))
    else:
        members.change(members.CONSOLE, own.account_id, password=new_password())
        print(words.RENEWED.both(login=own.login))


def tie(login: str, claim: str) -> None:
    """Give an account a claim of the identity provider, or take it off, and say so."""
    own = members.find(login)
    members.change(members.CONSOLE, own.account_id, identity="" if claim == "-" else claim)
    print(words.TIED.both(login=own.login))


def show() -> None:
    """Print every account on a line of its own."""
    held = members.accounts()
    if not held:
        print(words.NO_ACCOUNTS.both())
    width = max((len(own.login) for own in held), default=0)
    for own in held:
        print(f"{own.login:<{width}}  {own.role:<8}  {state(own):<8}  {own.unit_id or '-'}  {own.name}")


def state(own: Account) -> str:
    """Return whether an account can sign in, as the list says it."""
    return "disabled" if own.disabled else "enabled"


def new_password() -> str:
    """Return a new password: typed twice at a terminal, else one line of standard input."""
    password = asked(words.NEW_PASSWORD.both(least=passwords.SHORTEST))
    if sys.stdin.isatty() and asked(words.AGAIN.both()) != password:
        raise Refused(words.NOT_THE_SAME)
    return password


def asked(prompt: str) -> str:
    """Return a password, not shown while it is typed; a line of standard input where that is no terminal."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt}: ")
    return sys.stdin.readline().rstrip("\r\n")


def said(error: Exception) -> str:
    """Return a fault in one sentence in both languages."""
    return error.why.both() if isinstance(error, Refused) else str(error)


if __name__ == "__main__":
    sys.exit(main())

"""The ledger: opened for each call, brought to the newest schema, safe against a killed process.

It is a file of SQLite beside the data, or on the server of PostgreSQL that `SMART7_LEDGER` names: decided here, and
nowhere else. Statements are written as SQLite reads them.

Tables are appended to. A change is a new row, a deletion too; triggers refuse anything else, so that the history
of what people entered cannot be lost by a slip.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from smart7 import store, whole
from smart7.ledger import file
from smart7.ledger.audit_step import ACTS
from smart7.ledger.edits_step import EDITS
from smart7.ledger.faults import NewerLedger, Unavailable
from smart7.ledger.handed_step import HANDED, PARTS
from smart7.ledger.notes_step import NOTES
from smart7.ledger.served.named import NUMBERS, Served, named, schema_of
from smart7.words import ledger as words

__all__ = ["NewerLedger", "Unavailable"]

# Each step takes the ledger from one version of its schema to the next; a step that was released never changes.
STEPS: Final[tuple[str, ...]] = (
    """
    create table views (
        entry integer primary key autoincrement,
        view_id text not null,
        name text not null,
        note text not null,
        owner text not null,
        question text not null,
        policy text not null check (policy in ('live', 'frozen')),
        snapshot_id text not null,
        at text not null,
        deleted_at text
    );
    create index views_by_id on views (view_id, entry);
    create trigger views_stay before update on views begin select raise(abort, 'the ledger is appended to'); end;
    create trigger views_are_kept before delete on views begin select raise(abort, 'the ledger is appended to'); end;
    """,
    """
    create table meetings (
        entry integer primary key autoincrement,
        meeting_id text not null,
        agenda text not null,
        figures text not null,
        snapshot_id text not null,
        day text not null,
        at text not null,
        deleted_at text
    );
    create index meetings_by_id on meetings (meeting_id, entry);
    create trigger meetings_stay before update on meetings
    begin select raise(abort, 'the ledger is appended to'); end;
    create trigger meetings_are_kept before delete on meetings
    begin select raise(abort, 'the ledger is appended to'); end;
    """,
    # Accounts and acts are appended to. A session is state: it is seen again and ends, once; attempts go after a day.
    """
    create table accounts (
        entry integer primary key autoincrement,
        account_id text not null,
        login text not null,
        name text not null,
        role text not null,
        unit_id text not null,
        password text not null,
        disabled integer not null check (disabled in (0, 1)),
        at text not null
    );
    create index accounts_by_id on accounts (account_id, entry);
    create index accounts_by_login on accounts (login, entry);
    create trigger accounts_stay before update on accounts
    begin select raise(abort, 'the ledger is appended to'); end;
    create trigger accounts_are_kept before delete on accounts
    begin select raise(abort, 'the ledger is appended to'); end;
    create trigger logins_belong_to_one before insert on accounts
    when exists (select 1 from accounts where login = new.login and account_id <> new.account_id)
    begin select raise(abort, 'the login is taken'); end;
    create table sessions (
        token text primary key,
        account_id text not null,
        place text not null,
        began text not null,
        seen text not null,
        ended text
    );
    create index sessions_by_account on sessions (account_id);
    create trigger sessions_stay before update of token, account_id, place, began on sessions
    begin select raise(abort, 'a session stays what it began as'); end;
    create trigger sessions_end_once before update on sessions when old.ended is not null
    begin select raise(abort, 'the session has ended'); end;
    create trigger sessions_are_kept before delete on sessions
    begin select raise(abort, 'the ledger is appended to'); end;
    create table attempts (
        entry integer primary key autoincrement,
        login text not null,
        place text not null,
        at text not null,
        passed integer not null check (passed in (0, 1))
    );
    create index attempts_by_login on attempts (login, entry);
    create index attempts_by_place on attempts (place, entry);
    create trigger attempts_stay before update on attempts
    begin select raise(abort, 'the ledger is appended to'); end;
    create table acts (
        entry integer primary key autoincrement,
        at text not null,
        who text not null,
        act text not null,
        place text not null,
        what text not null,
        before text not null,
        after text not null,
        chain text not null
    );
    create trigger acts_stay before update on acts begin select raise(abort, 'the ledger is appended to'); end;
    create trigger acts_are_kept before delete on acts begin select raise(abort, 'the ledger is appended to'); end;
    """,
    # Who keeps what, for the quotas; a picture is a file, of which the row says whose it is.
    """
    alter table views add column account text not null default '';
    alter table meetings add column account text not null default '';
    create table pictures (
        entry integer primary key autoincrement,
        name text not null,
        bytes integer not null,
        account text not null,
        at text not null,
        freed_at text
    );
    create index pictures_by_name on pictures (name, entry);
    create trigger pictures_stay before update on pictures
    begin select raise(abort, 'the ledger is appended to'); end;
    create trigger pictures_are_kept before delete on pictures
    begin select raise(abort, 'the ledger is appended to'); end;
    """,
    HANDED,
    EDITS,
    NOTES,
    # By what claim of the city's identity provider somebody is known; it belongs to one account at a time.
    """
    alter table accounts add column identity text not null default '';
    create index accounts_by_identity on accounts (identity, entry);
    create trigger identities_belong_to_one before insert on accounts
    when new.identity <> '' and exists (
        select 1 from accounts held where held.identity = new.identity and held.account_id <> new.account_id
        and held.entry = (select max(other.entry) from accounts other where other.account_id = held.account_id)
    )
    begin select raise(abort, 'the identity is taken'); end;
    """,
    ACTS,
    PARTS,
)


# What keeps a ledger from being read or written, for those who say so and go on.
FAULTS: Final = (sqlite3.Error, whole.CannotWrite)


class Row(Protocol):
    """A row of the ledger, whose cells are asked for by the names of their columns or by their number."""

    def __getitem__(self, key: int | str, /) -> Any: ...  # noqa: ANN401 - a cell is a text, a number or nothing


class Rows(Protocol):
    """What a statement gave."""

    @property
    def rowcount(self) -> int: ...
    def fetchone(self) -> Any: ...  # noqa: ANN401
    def fetchall(self) -> list[Any]: ...
    def __iter__(self) -> Iterator[Any]: ...


class Ledger(Protocol):
    """An open transaction of the ledger; `?` and `:name` in a statement are places of values, whatever keeps it."""

    def execute(self, statement: str, cells: Any = ..., /) -> Rows: ...  # noqa: ANN401
    def executemany(self, statement: str, many: Iterable[Any], /) -> Rows: ...


def path() -> Path:
    """Return the ledger's file, in the data folder."""
    return store.data_folder() / "ledger.sqlite"


@contextmanager
def opened(*, writing: bool = False) -> Iterator[Ledger]:
    """Open the ledger for one transaction: kept at the end, and on disk by then; undone on an error.

    Those who write wait for each other at the start; readers wait for nobody. Raises `NewerLedger` when its schema
    is not known here, `Unavailable` where a server cannot be reached, `whole.CannotWrite` where the disk refuses;
    nothing is kept then.
    """
    if address := named():
        from smart7.ledger.served import server  # here, as a ledger that is a file needs no driver

        with server.transaction(address, [list(statements(step)) for step in STEPS], writing=writing) as served:
            yield served
    else:
        with whole.told(path()), transaction(writing) as book:
            yield book


@contextmanager
def transaction(writing: bool) -> Iterator[sqlite3.Connection]:
    """Open the ledger's file for one transaction; who reads may do so over a connection that was kept open."""
    where = path()
    book = (None if writing else file.IDLE.take(where)) or file.connected(where)
    opened_on = file.place(where)
    try:
        bring_up(book)
        book.execute("begin immediate" if writing else "begin")
        try:
            yield book
            book.execute("commit")
        except BaseException:
            file.undo(book)
            raise
        if writing:
            file.fold_in(book)
    except BaseException:
        book.close()
        raise
    file.IDLE.give(opened_on, book)


def version(book: Ledger) -> int:
    """Return the version of a ledger's schema, 0 for an empty one."""
    if isinstance(book, Served):
        return schema_of(book.line)
    return int(book.execute("pragma user_version").fetchone()[0])


def used(book: Ledger, table: str) -> int:
    """Return the highest number an entry of a table ever had, whether it is still there or not."""
    row = book.execute(f"select seq from {numbers(book)} where name = ?", [table]).fetchone()  # noqa: S608
    return int(row[0]) if row else 0


def numbers(book: Ledger) -> str:
    """Return the table in which the highest numbers are kept."""
    return NUMBERS if isinstance(book, Served) else "sqlite_sequence"


def bring_up(book: sqlite3.Connection) -> None:
    """Take a ledger to the newest schema, each step whole or not at all."""
    if version(book) > len(STEPS):
        raise NewerLedger(words.NEWER, path().name, found=version(book), known=len(STEPS))
    while version(book) < len(STEPS):
        book.execute("begin immediate")
        # Another process may have taken the step while this one waited.
        done = version(book)
        try:
            for statement in statements(STEPS[done]) if done < len(STEPS) else ():
                book.execute(statement)
            book.execute(f"pragma user_version = {min(done + 1, len(STEPS))}")
            book.execute("commit")
        except BaseException:
            file.undo(book)
            raise


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one, since running it whole would commit by itself."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""

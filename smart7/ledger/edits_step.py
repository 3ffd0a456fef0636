"""The tables of changes to the catalogue, as the ledger takes them to its newest schema."""

from typing import Final

EDITS: Final = """
create table changes (
    entry integer primary key autoincrement,
    change_id text not null unique,
    file text not null,
    key text not null,
    added integer not null check (added in (0, 1)),
    before text not null,
    after text not null,
    author text not null,
    author_name text not null,
    note text not null,
    at text not null
);
create index changes_by_row on changes (file, key);
create table change_verdicts (
    entry integer primary key autoincrement,
    change_id text not null references changes (change_id),
    state text not null
        check (state in ('proposed', 'withdrawn', 'returned', 'approved', 'publishing', 'published')),
    who text not null,
    at text not null,
    day text not null,
    said text not null,
    snapshot_id text not null
);
create index change_verdicts_by_change on change_verdicts (change_id, entry);
create trigger changes_stay before update on changes
begin select raise(abort, 'the ledger is appended to'); end;
create trigger changes_are_kept before delete on changes
begin select raise(abort, 'the ledger is appended to'); end;
create trigger change_verdicts_stay before update on change_verdicts
begin select raise(abort, 'the ledger is appended to'); end;
create trigger change_verdicts_are_kept before delete on change_verdicts
begin select raise(abort, 'the ledger is appended to'); end;
"""

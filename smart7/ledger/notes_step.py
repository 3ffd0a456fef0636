"""The table of what people say about figures, as the ledger takes it to its newest schema."""

from typing import Final

NOTES: Final = """
create table notes (
    entry integer primary key autoincrement,
    note_id text not null,
    kind text not null check (kind in ('note', 'question', 'answer')),
    answers text not null,
    indicator_id text not null,
    unit_id text not null,
    period_kind text not null,
    period_start text not null,
    name_th text not null,
    name_en text not null,
    figure_th text not null,
    figure_en text not null,
    said text not null,
    due text not null,
    owner text not null,
    account text not null,
    author_name text not null,
    author_role text not null,
    at text not null,
    withdrawn_at text
);
create index notes_by_id on notes (note_id, entry);
create index notes_by_indicator on notes (indicator_id, entry);
create index notes_by_owner on notes (owner, entry);
create index notes_by_question on notes (answers, entry);
create trigger notes_stay before update on notes
begin select raise(abort, 'the ledger is appended to'); end;
create trigger notes_are_kept before delete on notes
begin select raise(abort, 'the ledger is appended to'); end;
"""

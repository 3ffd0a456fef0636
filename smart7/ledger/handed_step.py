"""The tables of what units hand in, as the ledger takes them to its newest schema."""

from typing import Final

HANDED: Final = """
create table submissions (
    entry integer primary key autoincrement,
    submission_id text not null unique,
    unit_id text not null,
    period_kind text not null,
    period_start text not null,
    author text not null,
    author_name text not null,
    note text not null,
    digest text not null,
    at text not null
);
create index submissions_by_period on submissions (unit_id, period_kind, period_start);
create table handed_figures (
    entry integer primary key autoincrement,
    submission_id text not null references submissions (submission_id),
    indicator_id text not null,
    unit_id text not null,
    value real,
    numerator real,
    denominator real,
    partial integer not null,
    as_of text,
    reason text not null,
    note text not null,
    sheet text not null,
    row integer not null,
    raw text not null,
    unique (submission_id, indicator_id)
);
create table verdicts (
    entry integer primary key autoincrement,
    submission_id text not null references submissions (submission_id),
    state text not null
        check (state in ('draft', 'handed_in', 'returned', 'approved', 'publishing', 'published', 'superseded')),
    who text not null,
    at text not null,
    day text not null,
    said text not null,
    snapshot_id text not null
);
create index verdicts_by_submission on verdicts (submission_id, entry);
create table remarks (
    entry integer primary key autoincrement,
    submission_id text not null references submissions (submission_id),
    indicator_id text not null,
    remark text not null,
    who text not null,
    at text not null
);
create table evidence (
    entry integer primary key autoincrement,
    submission_id text not null references submissions (submission_id),
    name text not null,
    file text not null,
    size integer not null
);
create table closings (
    entry integer primary key autoincrement,
    unit_id text not null,
    period_kind text not null,
    period_start text not null,
    closed integer not null,
    reason text not null,
    who text not null,
    at text not null
);
create index closings_by_period on closings (period_kind, period_start, entry);
create trigger submissions_stay before update on submissions
begin select raise(abort, 'the ledger is appended to'); end;
create trigger submissions_are_kept before delete on submissions
begin select raise(abort, 'the ledger is appended to'); end;
create trigger handed_figures_stay before update on handed_figures
begin select raise(abort, 'the ledger is appended to'); end;
create trigger handed_figures_are_kept before delete on handed_figures
begin select raise(abort, 'the ledger is appended to'); end;
create trigger verdicts_stay before update on verdicts
begin select raise(abort, 'the ledger is appended to'); end;
create trigger verdicts_are_kept before delete on verdicts
begin select raise(abort, 'the ledger is appended to'); end;
create trigger remarks_stay before update on remarks
begin select raise(abort, 'the ledger is appended to'); end;
create trigger remarks_are_kept before delete on remarks
begin select raise(abort, 'the ledger is appended to'); end;
create trigger evidence_stay before update on evidence
begin select raise(abort, 'the ledger is appended to'); end;
create trigger evidence_are_kept before delete on evidence
begin select raise(abort, 'the ledger is appended to'); end;
create trigger closings_stay before update on closings
begin select raise(abort, 'the ledger is appended to'); end;
create trigger closings_are_kept before delete on closings
begin select raise(abort, 'the ledger is appended to'); end;
"""
PARTS: Final = """
create table handed_parts (
    entry integer primary key autoincrement,
    submission_id text not null references submissions (submission_id),
    indicator_id text not null,
    breakdown text not null,
    unit_id text not null,
    value real,
    numerator real,
    denominator real,
    partial integer not null,
    as_of text,
    reason text not null,
    note text not null,
    sheet text not null,
    row integer not null,
    raw text not null,
    unique (submission_id, indicator_id, breakdown)
);
create trigger handed_parts_stay before update on handed_parts
begin select raise(abort, 'the ledger is appended to'); end;
create trigger handed_parts_are_kept before delete on handed_parts
begin select raise(abort, 'the ledger is appended to'); end;
"""

"""The statements of the ledger are written for SQLite; this spells them as PostgreSQL reads them.

Of what a schema's step may hold it knows tables, columns, indexes, and triggers that refuse something.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# A text stays as it is, whatever it holds; `?` and `:name` are places of values, and a percent sign is itself.
MARKS: Final = re.compile(r"('(?:[^']|'')*')|(\?)|(?<!:):([a-z_]+)|(%)")
# Texts are ordered by their bytes, as SQLite does it: days and moments are compared as they are written.
TYPES: Final = {"integer": "bigint", "real": "double precision", "text": 'text collate "C"'}
TYPE: Final = re.compile(rf"\b({'|'.join(TYPES)})\b")
COUNTED: Final = re.compile(r"create table (\w+) \(\s*entry integer primary key autoincrement")
TRIGGER: Final = re.compile(
    r"create trigger (?P<name>\w+) before (?P<act>insert|update|delete)(?P<of> of [\w, ]+)? on (?P<table>\w+)\s+"
    r"(?:when (?P<when>.+?)\s+)?begin select raise\(abort, (?P<said>'[^']*')\); end;",
    re.DOTALL,
)
BASE: Final = (
    "create table ledger_version (version bigint not null)",
    "insert into ledger_version values (0)",
    # The highest number that an entry of a table ever had, which goes back where a transaction is undone.
    'create table ledger_numbers (name text collate "C" primary key, seq bigint not null)',
    """
    create function ledger_numbered() returns trigger language plpgsql as $$
    declare last bigint;
    begin
        insert into ledger_numbers as held (name, seq) values (tg_table_name, coalesce(new.entry, 1))
        on conflict (name) do update set seq = greatest(held.seq, coalesce(new.entry, held.seq + 1))
        returning held.seq into last;
        new.entry := coalesce(new.entry, last);
        return new;
    end $$
    """,
    """
    create function ledger_is_kept() returns trigger language plpgsql as $$
    begin
        raise exception using message = 'the ledger is appended to', errcode = 'integrity_constraint_violation';
    end $$
    """,
)
"""What PostgreSQL needs before the first step of the schema."""


@lru_cache(maxsize=500)
def spelled(statement: str) -> str:
    """Return a statement with its places of values, `?` or `:name`, as the driver reads them."""

    def mark(found: re.Match[str]) -> str:
        text, place, name, _ = found.groups()
        if text:
            return str(text).replace("%", "%%")
        return "%s" if place else f"%({name})s" if name else "%%"

    return MARKS.sub(mark, statement)


def step(statement: str) -> Iterator[str]:
    """Yield what one statement of a step of the schema takes; raises `ValueError` for a trigger of another form."""
    if "create trigger" in statement:
        found = TRIGGER.search(statement)
        if found is None:
            raise ValueError(f"PostgreSQL cannot be told this: {statement.strip()}")
        yield from refusing(found)
        return
    counted = COUNTED.search(statement)
    plain = statement.replace("integer primary key autoincrement", "integer primary key")
    yield TYPE.sub(lambda found: TYPES[found[1]], plain)
    if counted:
        name = counted[1]
        yield f"create trigger {name}_numbered before insert on {name} for each row execute function ledger_numbered()"


def refusing(trigger: re.Match[str]) -> Iterator[str]:
    """Yield what a trigger that refuses something takes; one against deleting refuses emptying the table too."""
    name, act, table = trigger["name"], trigger["act"], trigger["table"]
    yield f"""
    create function {name}() returns trigger language plpgsql as $$
    begin
        if {trigger["when"] or "true"} then
            raise exception using message = {trigger["said"]}, errcode = 'integrity_constraint_violation';
        end if;
        return {"old" if act == "delete" else "new"};
    end $$
    """
    of = trigger["of"] or ""
    yield f"create trigger {name} before {act}{of} on {table} for each row execute function {name}()"
    if act == "delete":
        yield f"create trigger {name}_whole before truncate on {table} execute function ledger_is_kept()"

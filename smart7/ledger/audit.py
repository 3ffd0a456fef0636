"""What people did, each act chained to the one before by a hash, so that an edited, moved or cut record shows.

The chain is not secret: whoever may write the file and knows this code can write all of it anew. Against that helps
only what was noted of it elsewhere, `head`, which `verify` takes.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final, TypedDict, Unpack

from smart7.ledger import book
from smart7.ledger.book import Ledger, Row
from smart7.words import people as words

LONGEST: Final = 10_000
"""Characters that one cell of an entry may take; what is longer is cut and says so."""
COLUMNS: Final = ("entry", "at", "who", "act", "place", "what", "before", "after", "chain")
BATCH: Final = 2_000
"""Entries that are read at once where all are wanted, so that nobody holds a transaction or their memory for long."""
CONDITIONS: Final[Mapping[str, str]] = {
    "since": "entry > ?",
    "until": "entry < ?",
    "who": "who = ?",
    "act": "act = ?",
    "begin": "at >= ?",
    "end": "at < ?",
    # Small letters are those of English in either home of the ledger.
    "text": "lower(what || ' ' || before || ' ' || after || ' ' || place) like ? escape '!'",
}
# What `like` would take for more than a letter.
MARKS: Final = re.compile("[!%_]")
PLAIN: Final = r"!\g<0>"


@dataclass(frozen=True, slots=True)
class Acted:
    """One entry: `who` is an account's id, '' for nobody known; `where` an address or 'console'; `at` in UTC."""

    entry: int
    at: datetime
    who: str
    act: str
    where: str
    what: str
    before: str
    after: str
    chain: str


class Wanted(TypedDict, total=False):
    """What narrows entries; whatever is left out narrows nothing.

    Entries after `since` and before `until`; of whom, '' being nobody known; of which act; from `begin` on and before
    `end`; with a `text` in what they say, in which small and capital letters of English are the same.
    """

    since: int
    until: int
    who: str
    act: str
    begin: datetime
    end: datetime
    text: str


def note(ledger: Ledger, who: str, act: str, what: str, before: str = "", after: str = "", where: str = "") -> None:
    """Append an entry in the transaction of what it is about, which has to be one that writes (`book.opened`).

    Two who write wait for each other, so the chain never forks. The day and time are those of the machine's clock:
    where that was put back, an entry bears an earlier time than the one before it, and the chain holds all the same.
    """
    # A number that was used is never used again, so that newest entries that were cut off leave a gap.
    newest = ledger.execute("select entry, chain from acts order by entry desc limit 1").fetchone()
    cells = [
        book.used(ledger, "acts") + 1,
        now(),
        *(shortened(text) for text in (who, act, where, what, before, after)),
    ]
    chain = chained(newest["chain"] if newest else "", cells)
    ledger.execute(
        "insert into acts (entry, at, who, act, place, what, before, after, chain) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*cells, chain],
    )


def read(most: int = 500, *, oldest: bool = False, **wanted: Unpack[Wanted]) -> list[Acted]:
    """Return the newest entries of those that are wanted, the newest first; the `oldest`, the oldest first."""
    where, cells = narrowed(wanted)
    order = "asc" if oldest else "desc"
    with book.opened() as ledger:
        rows = ledger.execute(f"select * from acts{where} order by entry {order} limit ?", [*cells, most])  # noqa: S608
        return [acted(row) for row in rows]


def count(**wanted: Unpack[Wanted]) -> int:
    """Return how many entries are wanted."""
    where, cells = narrowed(wanted)
    with book.opened() as ledger:
        return int(ledger.execute(f"select count(*) from acts{where}", cells).fetchone()[0])  # noqa: S608


def every(**wanted: Unpack[Wanted]) -> Iterator[Acted]:
    """Yield all entries that are wanted, the oldest first: those that are there as it begins.

    They are read some at a time, so that who takes them slowly keeps nobody waiting.
    """
    last = int(head().partition(":")[0])
    wanted["until"] = min(wanted.get("until", last + 1), last + 1)
    while found := read(BATCH, oldest=True, **wanted):
        yield from found
        wanted["since"] = found[-1].entry


def narrowed(wanted: Wanted) -> tuple[str, list[Any]]:
    """Return the clause that narrows entries, and its values; only what is asked for, so that an index serves it."""
    given: dict[str, Any] = {name: wanted[name] for name in CONDITIONS if name in wanted}  # type: ignore[literal-required]
    for name in ("begin", "end"):
        if name in given:
            given[name] = given[name].astimezone(UTC).replace(microsecond=0).isoformat()
    if "text" in given:
        given["text"] = f"%{MARKS.sub(PLAIN, shortened(given['text']).lower())}%"
    clause = " and ".join(CONDITIONS[name] for name in given)
    return (f" where {clause}" if clause else ""), list(given.values())


def kinds() -> list[str]:
    """Return the acts of which there are entries."""
    return different("act")


def people() -> list[str]:
    """Return the accounts of which there are entries, '' for nobody known."""
    return different("who")


def different(column: str) -> list[str]:
    """Return what stands in a column, each once: from one to the next by its index, since few stand there often."""
    with book.opened() as ledger:
        rows = ledger.execute(
            f"with recursive found (one) as (select min({column}) from acts union all"  # noqa: S608
            f" select (select min({column}) from acts where {column} > found.one) from found where one is not null)"
            " select one from found where one is not null"
        )
        return [row["one"] for row in rows]


def head() -> str:
    """Return what to note elsewhere: the number of the newest entry, a colon and its chain; `0:` for none."""
    with book.opened() as ledger:
        return head_of(ledger)


def head_of(ledger: Ledger) -> str:
    """Return the head of a ledger that is open."""
    row = ledger.execute("select entry, chain from acts order by entry desc limit 1").fetchone()
    return f"{row['entry']}:{row['chain']}" if row else "0:"


def verify(noted: str = "") -> str:
    """Return '' where the chain is whole, else in both languages which entry breaks it and how.

    Shown are entries that were edited, moved, put in or taken out, and newest ones that were cut off while SQLite's
    own count was left as it was. With a `head` noted earlier, also a record that was cut or written anew as a whole.
    """
    number, _, chain = (noted.strip() or "0:").partition(":")
    if not number.isdecimal():
        return words.NOT_A_HEAD.both(noted=noted)
    with book.opened() as ledger:
        rows = ledger.execute("select * from acts order by entry")
        fault = broken(rows, int(number), chain)
        last = ledger.execute("select coalesce(max(entry), 0) as entry from acts").fetchone()["entry"]
        if not fault and last != (used := book.used(ledger, "acts")):
            fault = words.CHAIN_CUT.both(entry=last, used=used)
    return fault


def broken(rows: Iterable[Row], number: int, noted: str) -> str:
    """Return what is wrong with entries in their order, '' for nothing: `number` and `noted` are of a head, or 0."""
    chain, last = "", 0
    for row in rows:
        if row["entry"] != last + 1:
            return words.CHAIN_GAP.both(entry=last + 1, found=row["entry"])
        last, chain = row["entry"], chained(chain, [row[name] for name in COLUMNS[:-1]])
        if chain != row["chain"]:
            return words.CHAIN_BROKEN.both(entry=last)
        if last == number and chain != noted:
            return words.CHAIN_OTHER.both(entry=number)
    return words.CHAIN_SHORT.both(entry=last, noted=number) if last < number else ""


def chained(before: str, cells: Sequence[object]) -> str:
    """Return the chain of an entry: a digest over the chain before it and its cells as JSON."""
    said = json.dumps(list(cells), ensure_ascii=False, separators=(",", ":"))
    return sha256((before + said).encode()).hexdigest()


def shortened(text: str) -> str:
    """Return a text as the ledger can hold it: no NUL, no half of a character, not longer than `LONGEST`."""
    sound = text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    return sound if len(sound) <= LONGEST else f"{sound[:LONGEST]}… [{len(sound):,}]"


def acted(row: Row) -> Acted:
    """Return a row as an entry."""
    entry, at, *texts = (row[name] for name in COLUMNS)
    return Acted(entry, datetime.fromisoformat(at), *texts)


def now() -> str:
    """Return this moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()

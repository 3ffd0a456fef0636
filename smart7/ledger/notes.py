"""What people say about figures: notes, questions to their owners with a day, answers; appended, never changed.

Each stands with the figure it is about as that was when it was said. Who withdraws something appends a row, after
which it is shown nowhere. Each function takes an open transaction, so that whoever looks and writes does so in one.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal

from smart7 import calendar
from smart7.i18n import Lang, Text
from smart7.ledger import quotas
from smart7.ledger.book import Ledger, Row

Kind = Literal["note", "question", "answer"]


@dataclass(frozen=True, slots=True)
class About:
    """A figure that something is said about: which, what it is called, and how it read at the time.

    About an indicator as a whole, of which there may be no figure, `unit_id`, `period_kind` and `period_start` (ISO)
    are '' and `figure` is None; `owner` is the unit that answers for it.
    """

    indicator_id: str
    unit_id: str
    period_kind: str
    period_start: str
    name: Text
    figure: Text | None
    owner: str


@dataclass(frozen=True, slots=True)
class Note:
    """One thing somebody said: `answers` is the question an answer is to, `due` the ISO day a question asks for, or ''.

    `author_name` and `author_role` are those of the account when it was said; `at` is in UTC.
    """

    note_id: str
    kind: Kind
    answers: str
    indicator_id: str
    unit_id: str
    period_kind: str
    period_start: str
    name_th: str
    name_en: str
    figure_th: str
    figure_en: str
    said: str
    due: str
    owner: str
    account: str
    author_name: str
    author_role: str
    at: str

    def name(self, lang: Lang) -> str:
        """Return what the indicator is called."""
        return self.name_th if lang == "th" else self.name_en

    def figure(self, lang: Lang) -> str:
        """Return the figure it is about as it read at the time, '' for the indicator as a whole."""
        return self.figure_th if lang == "th" else self.figure_en

    @property
    def due_day(self) -> date | None:
        """Return the day by which an answer is asked for."""
        return date.fromisoformat(self.due) if self.due else None

    @property
    def day(self) -> date:
        """Return the day it was said."""
        return calendar.day_here(datetime.fromisoformat(self.at))


COLUMNS: Final = tuple(field.name for field in fields(Note))
# What stands: the newest row of each, unless that one withdraws it.
STANDING: Final = (
    "select n.* from notes n where n.withdrawn_at is null"
    " and not exists (select 1 from notes later where later.note_id = n.note_id and later.entry > n.entry)"
)
UNANSWERED: Final = (
    " and n.kind = 'question' and not exists (select 1 from notes a where a.answers = n.note_id"
    " and a.withdrawn_at is null"
    " and not exists (select 1 from notes later where later.note_id = a.note_id and later.entry > a.entry))"
)


def say(ledger: Ledger, note: Note) -> None:
    """Keep something somebody said; raises `quotas.Full` where there is no room for it."""
    quotas.room(ledger, "notes", note.account)
    insert(ledger, note, None)


def withdraw(ledger: Ledger, note: Note) -> None:
    """Take something back: another row of it, which holds no word of it."""
    insert(ledger, note, now())


def insert(ledger: Ledger, note: Note, withdrawn_at: str | None) -> None:
    """Write one row, the only way into the table."""
    cells = [getattr(note, name) if withdrawn_at is None or name != "said" else "" for name in COLUMNS]
    ledger.execute(
        f"insert into notes ({', '.join(COLUMNS)}, withdrawn_at) values ({', '.join('?' * (len(COLUMNS) + 1))})",  # noqa: S608
        [*cells, withdrawn_at],
    )


def get(ledger: Ledger, note_id: str) -> Note | None:
    """Return something that was said, None where it was withdrawn or never was."""
    row = ledger.execute(f"{STANDING} and n.note_id = ?", [note_id]).fetchone()
    return None if row is None else read(row)


def answer_to(ledger: Ledger, question_id: str) -> Note | None:
    """Return the answer to a question, None while there is none."""
    row = ledger.execute(f"{STANDING} and n.answers = ?", [question_id]).fetchone()
    return None if row is None else read(row)


def answers_for(ledger: Ledger, account: str) -> dict[str, Note]:
    """Return the answers to all questions of an account, by the question."""
    asked = "select q.note_id from notes q where q.kind = 'question' and q.account = ?"
    rows = ledger.execute(f"{STANDING} and n.answers in ({asked})", [account])
    return {row["answers"]: read(row) for row in rows}


def of_indicator(ledger: Ledger, indicator_id: str) -> list[Note]:
    """Return all that is said of an indicator's figures, the oldest first, answers among it."""
    rows = ledger.execute(f"{STANDING} and n.indicator_id = ? order by n.entry", [indicator_id])
    return [read(row) for row in rows]


def open_of(ledger: Ledger, owner: str) -> list[Note]:
    """Return the questions that a unit has not answered, the first due first."""
    rows = ledger.execute(f"{STANDING}{UNANSWERED} and n.owner = ? order by n.due, n.entry", [owner])
    return [read(row) for row in rows]


def every_open(ledger: Ledger) -> list[Note]:
    """Return all questions that nobody has answered, the first due first."""
    return [read(row) for row in ledger.execute(f"{STANDING}{UNANSWERED} order by n.due, n.entry")]


def questions(ledger: Ledger, account: str = "", most: int = 200) -> list[Note]:
    """Return the newest questions, the newest first, of one account or of all."""
    rows = ledger.execute(
        f"{STANDING} and n.kind = 'question' and (? = '' or n.account = ?) order by n.entry desc limit ?",
        [account, account, most],
    )
    return [read(row) for row in rows]


def listed(
    ledger: Ledger, indicators: Sequence[str], owners: Sequence[str], kinds: Sequence[str], until: str, most: int,
    passed_over: int,
) -> tuple[list[Note], int]:  # fmt: skip
    """Return a part of what stands, the newest first, and how much there is: of all, or of those that are named.

    `until` is the last day on which it was said, by the clock of the municipality and as ISO, '' for any.
    """
    where, cells = "", list[str | int]()
    for column, named in (("indicator_id", indicators), ("owner", owners), ("kind", kinds)):
        if named:
            where += f" and n.{column} in ({', '.join('?' * len(named))})"
            cells += named
    if until:
        where, cells = f"{where} and n.at < ?", [*cells, end_of(date.fromisoformat(until))]
    total = ledger.execute(f"select count(*) as held from ({STANDING}{where}) as standing", cells).fetchone()  # noqa: S608
    rows = ledger.execute(f"{STANDING}{where} order by n.entry desc limit ? offset ?", [*cells, most, passed_over])
    return [read(row) for row in rows], int(total["held"])


def end_of(day: date) -> str:
    """Return the moment at which a day is over, as the ledger writes it."""
    return datetime.combine(day + timedelta(days=1), time(), calendar.HERE).astimezone(UTC).isoformat()


def last(ledger: Ledger) -> str:
    """Return what tells the newest row of all, of whatever ledger; '' where there is none."""
    row = ledger.execute("select entry, note_id from notes order by entry desc limit 1").fetchone()
    return f"{row['entry']} {row['note_id']}" if row else ""


def newest(ledger: Ledger, *, indicator_id: str = "", owner: str = "") -> int:
    """Return the number of the newest row about an indicator, or to a unit; 0 where there is none."""
    column, value = ("owner", owner) if owner else ("indicator_id", indicator_id)
    row = ledger.execute(f"select coalesce(max(entry), 0) as entry from notes where {column} = ?", [value])  # noqa: S608
    return int(row.fetchone()["entry"])


def read(row: Row) -> Note:
    """Return a row as something that was said."""
    return Note(**{name: row[name] for name in COLUMNS})


def new_id(kind: Kind) -> str:
    """Return an id nobody can guess, whose first letter says what it is."""
    return f"{kind[0]}-{secrets.token_hex(6)}"


def now() -> str:
    """Return this moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()

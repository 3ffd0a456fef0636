"""Figures that units hand in: what was handed in, what became of it, which periods are closed; appended, never changed.

A submission stands in the state its newest verdict says. Each function takes an open transaction, so that whoever
looks, decides and writes does so in one.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Final, Literal

from smart7.ledger import decided
from smart7.ledger.book import Ledger, Row
from smart7.ledger.decided import Decided, Verdicts

State = Literal["draft", "handed_in", "returned", "approved", "published", "superseded"]
VERDICTS: Final = Verdicts("verdicts", "submissions", "submission_id")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure handed in: about which unit, and where it stood in what was handed in.

    `as_of` is the day it speaks of where the unit named one, `raw` what was written, as JSON. `breakdown` is the part
    it is about, such as `female`, '' for the whole.
    """

    indicator_id: str
    unit_id: str
    value: float | None
    numerator: float | None
    denominator: float | None
    partial: bool
    as_of: date | None
    reason: str
    note: str
    sheet: str
    row: int
    raw: str
    breakdown: str = ""

    @property
    def said(self) -> bool:
        """Return whether there is a figure at all, and not only a reason why there is none."""
        return self.value is not None or self.numerator is not None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file handed in beside figures: its name as given, and the file it is kept in."""

    name: str
    file: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(Decided):
    """What a unit handed in for one period, as it stands now."""

    submission_id: str
    unit_id: str
    period_kind: str
    period_start: date
    state: State


# The columns of a figure in the table it is kept in: a whole, or a part of one.
KEPT_IN: Final[Mapping[str, tuple[str, ...]]] = {
    "handed_figures": tuple(one.name for one in fields(Figure) if one.name != "breakdown"),
    "handed_parts": tuple(one.name for one in fields(Figure)),
}


def add(ledger: Ledger, submission: Submission, figures: Iterable[Figure], files: Iterable[Evidence]) -> None:
    """Write a new submission with its figures and files, in the state it says."""
    figures = list(figures)
    ledger.execute(
        "insert into submissions (submission_id, unit_id, period_kind, period_start, author, author_name, note, digest,"
        " at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [submission.submission_id, submission.unit_id, submission.period_kind, submission.period_start.isoformat(),
         submission.author, submission.author_name, submission.note, digest(figures), written(submission.at)],
    )  # fmt: skip
    for table, names in KEPT_IN.items():
        own = [one for one in figures if bool(one.breakdown) == ("breakdown" in names)]
        ledger.executemany(
            f"insert into {table} (submission_id, {', '.join(names)}) values ({', '.join('?' * (len(names) + 1))})",  # noqa: S608
            [(submission.submission_id, *(stored(one, name) for name in names)) for one in own],
        )
    ledger.executemany(
        "insert into evidence (submission_id, name, file, size) values (?, ?, ?, ?)",
        [(submission.submission_id, one.name, one.file, one.size) for one in files],
    )
    decide(ledger, submission.submission_id, submission.state, submission.author, at=submission.at)


def stored(figure: Figure, name: str) -> object:
    """Return one cell of a figure as the ledger keeps it."""
    cell = getattr(figure, name)
    return int(cell) if name == "partial" else cell.isoformat() if isinstance(cell, date) else cell


def decide(
    ledger: Ledger, submission_id: str, state: str, who: str, said: str = "", snapshot_id: str = "",
    at: datetime | None = None,
) -> None:  # fmt: skip
    """Write what becomes of a submission. The day is the one of this machine's calendar, as a build's is."""
    VERDICTS.decide(ledger, submission_id, verdict(state, who, said, snapshot_id, at))


def verdict(
    state: str, who: str, said: str = "", snapshot_id: str = "", at: datetime | None = None
) -> dict[str, str]:  # fmt: skip
    """Return a verdict of this moment, or another one, as the ledger keeps it."""
    moment, day = written(at or now()), today().isoformat()
    return {"state": state, "who": who, "at": moment, "day": day, "said": said, "snapshot_id": snapshot_id}


def remark(ledger: Ledger, submission_id: str, remarks: Mapping[str, str], who: str) -> None:
    """Write what is to be corrected, by indicator; '' stands for the submission as a whole."""
    moment = written(now())
    ledger.executemany(
        "insert into remarks (submission_id, indicator_id, remark, who, at) values (?, ?, ?, ?, ?)",
        [(submission_id, indicator_id, text, who, moment) for indicator_id, text in remarks.items()],
    )


def get(ledger: Ledger, submission_id: str) -> Submission | None:
    """Return a submission as it stands, None where there is none."""
    row = ledger.execute(f"{VERDICTS.newest} and c.submission_id = ?", [submission_id]).fetchone()
    return None if row is None else read(row)


def every(ledger: Ledger, unit_id: str = "", state: str = "") -> list[Submission]:
    """Return submissions as they stand, the newest first: of one unit or of all, in one state or in any."""
    rows = ledger.execute(
        f"{VERDICTS.newest} and (? = '' or c.unit_id = ?) and (? = '' or v.state in (?, ?)) order by c.entry desc",
        [unit_id, unit_id, state, *decided.standing(state)],
    )
    return [read(row) for row in rows]


def of_period(ledger: Ledger, unit_id: str, period_kind: str, period_start: date) -> list[Submission]:
    """Return what a unit handed in for one period, the newest first."""
    rows = ledger.execute(
        f"{VERDICTS.newest} and c.unit_id = ? and c.period_kind = ? and c.period_start = ? order by c.entry desc",
        [unit_id, period_kind, period_start.isoformat()],
    )
    return [read(row) for row in rows]


def figures(ledger: Ledger, submission_id: str) -> list[Figure]:
    """Return the figures of a submission in the order they were handed in, their parts behind them."""
    return [
        read_figure(row, names)
        for table, names in KEPT_IN.items()
        for row in ledger.execute(f"select * from {table} where submission_id = ? order by entry", [submission_id])  # noqa: S608
    ]


def read_figure(row: Row, names: Sequence[str]) -> Figure:
    """Return a row as a figure, of the columns that its table has."""
    as_of = date.fromisoformat(row["as_of"]) if row["as_of"] else None
    cells = {name: row[name] for name in names}
    return Figure(**cells | {"partial": bool(row["partial"]), "as_of": as_of})


def files(ledger: Ledger, submission_id: str) -> list[Evidence]:
    """Return the files handed in beside a submission."""
    rows = ledger.execute("select * from evidence where submission_id = ? order by entry", [submission_id])
    return [Evidence(row["name"], row["file"], row["size"]) for row in rows]


def remarks(ledger: Ledger, submission_id: str) -> dict[str, str]:
    """Return what is to be corrected, by indicator; '' stands for the submission as a whole."""
    rows = ledger.execute("select * from remarks where submission_id = ? order by entry", [submission_id])
    return {row["indicator_id"]: row["remark"] for row in rows}


def steps(ledger: Ledger, submission_id: str) -> list[tuple[str, str, datetime, str]]:
    """Return every verdict of a submission as state, who, when and what was said, the oldest first."""
    rows = ledger.execute("select * from verdicts where submission_id = ? order by entry", [submission_id])
    return [(row["state"], row["who"], datetime.fromisoformat(row["at"]), row["said"]) for row in rows]


def close(
    ledger: Ledger, unit_id: str, period_kind: str, period_start: date, closed: bool, reason: str, who: str
) -> None:
    """Write that a period is closed, or open again, for a unit; '' is every unit."""
    ledger.execute(
        "insert into closings (unit_id, period_kind, period_start, closed, reason, who, at)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        [unit_id, period_kind, period_start.isoformat(), int(closed), reason, who, written(now())],
    )


def closed(ledger: Ledger, unit_id: str, period_kind: str, period_start: date) -> str | None:
    """Return for which reason a period is closed for a unit, None while it is open: what was said last counts."""
    row = ledger.execute(
        "select closed, reason from closings where unit_id in ('', ?) and period_kind = ? and period_start = ?"
        " order by entry desc limit 1",
        [unit_id, period_kind, period_start.isoformat()],
    ).fetchone()
    return row["reason"] if row is not None and row["closed"] else None


def same(ledger: Ledger, submission: Submission, figures: Iterable[Figure]) -> str | None:
    """Return the id of what the same person handed in word for word and nobody decided on yet, None for none."""
    row = ledger.execute(
        f"{VERDICTS.newest} and v.state = ? and c.unit_id = ? and c.period_kind = ? and c.period_start = ?"
        " and c.author = ? and c.note = ? and c.digest = ?",
        [submission.state, submission.unit_id, submission.period_kind, submission.period_start.isoformat(),
         submission.author, submission.note, digest(list(figures))],
    ).fetchone()  # fmt: skip
    return None if row is None else str(row["submission_id"])


def digest(figures: list[Figure]) -> str:
    """Return a digest of figures by what they say; of what could not be read, by what was written."""
    told = [
        (
            one.indicator_id,
            one.unit_id,
            one.value,
            one.numerator,
            one.denominator,
            one.reason,
            one.note,
            one.partial,
            str(one.as_of),
            *([one.breakdown] if one.breakdown else []),
            *([] if one.said else [one.raw]),
        )
        for one in sorted(figures, key=lambda one: (one.indicator_id, one.breakdown))
    ]
    return sha256(json.dumps(told).encode()).hexdigest()


def read(row: Row) -> Submission:
    """Return a row as a submission."""
    names = ("submission_id", "unit_id", "period_kind")
    start = date.fromisoformat(row["period_start"])
    return Submission(**{name: row[name] for name in names}, period_start=start, **decided.read(row))


def now() -> datetime:
    """Return this moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """Return the day of this machine's calendar."""
    return datetime.now().date()


def written(moment: datetime) -> str:
    """Return a moment as the ledger keeps it."""
    return moment.isoformat()

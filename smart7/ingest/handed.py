"""Figures that units handed in and somebody else approved, read from the ledger: read-only, and none overwritten.

A figure is known from the day it was approved. A later one about the same unit and period, from wherever, closes it.
"""

import hashlib
import itertools
import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Hashable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd

from smart7 import calendar, whole
from smart7.ingest.cells import day
from smart7.ingest.faults import Fault, fault, fill
from smart7.ingest.observations import COLUMNS, complete_periods, work_out_values
from smart7.ledger.served.named import Served, named
from smart7.office.signs import CellError
from smart7.words import modelled as words

LEDGER: Final = "ledger.sqlite"
SOURCE: Final = "register"
QUALITY: Final = "submitted"
PLACE: Final = "register/"
KEY: Final = ["indicator_id", "unit_id", "breakdown", "period_kind", "period_start", "period_end"]
WAIT_SECONDS: Final = 10.0
TABLES: Final = ("handed_figures", "handed_parts")
# Those whose snapshot is being built or was: `manage.py publish` says which, and no other build lets one in before.
APPROVED: Final = """
    select f.*, s.period_kind, s.period_start, substr(s.at, 1, 10) as handed_in,
        min(a.day) as approved_on, min(a.entry) as approved
    from {table} f
    join submissions s on s.submission_id = f.submission_id
    join verdicts a on a.submission_id = f.submission_id and a.state = 'approved'
    where (f.value is not null or f.numerator is not null)
      and (exists (select 1 from verdicts p where p.submission_id = f.submission_id and p.state = 'published')
        or (select v.state from verdicts v where v.submission_id = f.submission_id order by v.entry desc limit 1)
            = 'publishing')
    group by f.entry, s.entry
    having min(a.day) <= ?
    order by approved, f.entry
"""
# Whether there is a table, which a ledger of an older version may lack.
TABLE: Final = {
    sqlite3.Connection: "select count(*) from sqlite_master where type = 'table' and name = ?",
    Served: "select count(to_regclass(?))",
}
Row = dict[str, Any]


def rows(folder: Path, until: date) -> list[Row]:
    """Return the figures to be published that were approved up to a day, in the order of their approval.

    None where there is no ledger, or one from before units handed anything in. Raises `sqlite3.Error`, also for a
    server that keeps the ledger.
    """
    with opened(folder) as ledger:
        if not has(ledger, "handed_figures", "verdicts"):
            return []
        found = []
        for table in TABLES:
            if has(ledger, table):  # an older ledger knows no parts
                found += [dict(row) for row in ledger.execute(APPROVED.format(table=table), [until.isoformat()])]
        return sorted(found, key=lambda row: row["approved"])


@contextmanager
def opened(folder: Path) -> Iterator[Any]:
    """Open the ledger of a data folder, or the one on a server, to read it as it stands; None where there is none."""
    path = folder / LEDGER
    if place := named():
        from smart7.ledger.served import server  # here, as a ledger that is a file needs no driver

        with server.transaction(place, None) as served:
            yield served
    elif not path.exists():
        yield None
    else:
        with closing(sqlite3.connect(address(path), uri=True, timeout=WAIT_SECONDS)) as ledger:
            ledger.row_factory = sqlite3.Row
            yield ledger


def has(ledger: Any, *tables: str) -> bool:  # noqa: ANN401
    """Return whether there is a ledger, and in it tables of these names."""
    return ledger is not None and all(ledger.execute(TABLE[ledger.__class__], [name]).fetchone()[0] for name in tables)


def address(path: Path) -> str:
    """Return how SQLite opens a ledger to read it only.

    Beside one that others write it keeps a file of its own. Where the disk takes none, nobody can write either.
    """
    mode = "mode=ro" if os.access(path.parent, os.W_OK) else "immutable=1"
    return f"{path.absolute().as_uri()}?{mode}"


def digest(folder: Path, until: date) -> bytes:
    """Return a digest of those figures, b'' for none, so that a snapshot's id says what it holds."""
    try:
        found = rows(folder, until)
    except sqlite3.Error as error:
        return str(error).encode()
    return hashlib.sha256(json.dumps(found).encode()).digest() if found else b""


def read(folder: Path, until: date, indicators: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Return those figures as observations (columns `COLUMNS`), and a fault for each that cannot be one.

    Raises `whole.CannotWrite` where a full disk keeps the ledger from being read.
    """
    try:
        with whole.told(folder / LEDGER):
            found = rows(folder, until)
    except sqlite3.Error as error:
        return pd.DataFrame(columns=COLUMNS), [fault(LEDGER, 0, "", "ledger_unreadable", why=error)]
    if not found:
        return pd.DataFrame(columns=COLUMNS), []
    lost = [fault(place(row), row["row"], "period_start", "required") for row in found if not has_period(row)]
    found = [row for row in found if has_period(row)]
    frame = pd.DataFrame([observation(row) for row in found], columns=COLUMNS, dtype=object)
    places = {number: (place(row), row["row"]) for number, row in enumerate(found)}
    # Faults are told by a number first, since rows of many submissions stand in one frame.
    frame["line"] = list(places)
    faults = complete_periods(frame, LEDGER) + work_out_values(frame, indicators, LEDGER, set())
    frame["line"] = [row["row"] for row in found]
    return frame, lost + [replace(one, file=places[one.line][0], line=places[one.line][1]) for one in faults]


def has_period(row: Row) -> bool:
    """Return whether a figure says which period it is about, in a way that can be read."""
    return row["period_kind"] in calendar.KINDS and a_day(row["period_start"]) is not None


def place(row: Row) -> str:
    """Return where a figure stands, as a file of figures would be named."""
    return PLACE + str(row["submission_id"])


def observation(row: Row) -> Row:
    """Return a figure of the ledger as an observation; its note is what the unit said, in the words it used."""
    said = row["note"] or row["reason"] or None
    return {
        "indicator_id": row["indicator_id"], "unit_id": row["unit_id"], "breakdown": row.get("breakdown", ""),
        "period_kind": row["period_kind"], "period_start": a_day(row["period_start"]), "period_end": None,
        "value": row["value"], "numerator": row["numerator"], "denominator": row["denominator"],
        "partial": bool(row["partial"]), "quality": QUALITY, "source_id": SOURCE,
        "as_of": a_day(row["as_of"] or row["handed_in"]), "known_from": a_day(row["approved_on"]), "known_to": None,
        "note_th": said, "note_en": said, "formula_th": None, "formula_en": None, "edition_id": None,
        "file": place(row), "line": row["row"],
    }  # fmt: skip


def a_day(written: str) -> date | None:
    """Return a day of the ledger, None for one that is none."""
    try:
        return day(written)
    except CellError:
        return None


def joined(figures: pd.DataFrame, handed: pd.DataFrame) -> pd.DataFrame:
    """Return all figures, those of a unit and period that were handed in closed one by the next.

    What a model gives later does not close what a unit counted and somebody approved: its note says the model's value.
    """
    if not len(handed):
        return figures
    whole = pd.concat([figures, handed], ignore_index=True)
    # Figures of files come first: of two known from one day, what was handed in is what somebody approved.
    keys = list(zip(*(whole[name] for name in KEY), strict=True))
    wanted = set(keys[len(figures) :])
    versions: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key in wanted:
            versions[key].append(number)
    since, until = list(whole["known_from"]), list(whole["known_to"])
    dropped: list[int] = []
    for numbers in versions.values():
        go_on(since, [number for number in numbers if number >= len(figures)])
        ordered = sorted(numbers, key=since.__getitem__)
        later = modelled_later(whole["quality"], ordered, len(figures))
        tell_beside(whole, ordered, later)
        dropped += later + closed_by_the_next(since, until, [number for number in ordered if number not in later])
    dropped += parts_left(whole, len(figures), since, until)
    whole["known_from"], whole["known_to"] = pd.Series(since, dtype=object), pd.Series(until, dtype=object)
    return whole.drop(index=dropped).reset_index(drop=True)


def parts_left(figures: pd.DataFrame, first: int, since: list[date], until: list[Any]) -> list[int]:
    """Close the parts that a later approved figure of another value did not bring along; return those never believed.

    They make up a whole that is no longer held true. What was handed in begins at `first`, in the order of approval.
    """
    of_figure: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    names = [name for name in KEY if name != "breakdown"]
    for number, key in enumerate(zip(*(figures[name][first:] for name in names), strict=True), first):
        of_figure[key].append(number)
    breakdown, file, value = (list(figures[name]) for name in ("breakdown", "file", "value"))
    dropped = []
    for numbers in of_figure.values():
        wholes = [number for number in numbers if not breakdown[number]]
        brought = {(file[number], breakdown[number]) for number in numbers}
        for part in (number for number in numbers if breakdown[number]):
            own = next((value[number] for number in wholes if file[number] == file[part]), None)
            for later in wholes[wholes_before(wholes, part, file) :]:
                if value[later] != own and (file[later], breakdown[part]) not in brought:
                    dropped += closed_by_the_next(since, until, [part, later])
                    break
    return dropped


def wholes_before(wholes: list[int], part: int, file: list[str]) -> int:
    """Return how many figures of a list were approved with a part or before it."""
    places = [place for place, number in enumerate(wholes, 1) if file[number] == file[part]]
    return places[-1] if places else 0


def modelled_later(quality: "pd.Series[Any]", ordered: list[int], first: int) -> list[int]:
    """Return the versions that a model gave after the first, at `first` or beyond, that was handed in."""
    handed_in = next(place for place, number in enumerate(ordered) if number >= first)
    return [number for number in ordered[handed_in:] if quality[number] == "modelled"]


def tell_beside(figures: pd.DataFrame, ordered: list[int], later: list[int]) -> None:
    """Write into the note of the last version that counts what a model gave after it."""
    if not later:
        return
    last = [number for number in ordered if number not in later][-1]
    said = fill(words.BESIDE, {"value": figures.loc[later[-1], "value"]})
    for name, text in (("note_th", said.th), ("note_en", said.en)):
        before = figures.loc[last, name]
        figures.loc[last, name] = f"{before} · {text}" if isinstance(before, str) else text


def go_on(since: list[date], approved: list[int]) -> None:
    """Let each figure be known no earlier than the one approved before it, where the clock was set back meanwhile."""
    for earlier, later in itertools.pairwise(approved):
        since[later] = max(since[earlier], since[later])


def closed_by_the_next(since: list[date], until: list[Any], versions: list[int]) -> list[int]:
    """Close each version of a figure on the day the next is known; return those that were believed on no day."""
    dropped = []
    for earlier, later in itertools.pairwise(versions):
        if since[earlier] == since[later]:
            dropped.append(earlier)
        elif not isinstance(until[earlier], date) or until[earlier] > since[later]:
            until[earlier] = since[later]
    return dropped

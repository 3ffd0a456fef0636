"""Take official files: read each by its recipe, compare it with the record, and write all that changes in one step."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from smart7.ingest.faults import BadInput, table
from smart7.ingest.official import accept, child, engine
from smart7.ingest.official.changes import Edition, Outcome, apply
from smart7.ingest.official.reader import Report
from smart7.ingest.official.recipe import Recipe
from smart7.ingest.official.record import EDITIONS, Line, Record
from smart7.ingest.shelf import without_sample_now
from smart7.saying import say

CHUNK: Final = 2**20


class BuildRefused(Exception):
    """Raise when the figures did not pass the build, with the table of faults as text; what was there is back."""


@dataclass(slots=True)
class Taken:
    """What one file was found to be, and what it changes."""

    file: Path
    digest: str
    size: int
    report: Report
    known_since: str = ""
    outcomes: list[Outcome] = field(default_factory=list)


def digest_of(path: Path) -> str:
    """Return the SHA-256 digest of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Asked:
    """What whoever has the files was asked and said: the order and calendar of days, the day they speak of."""

    order: str = ""
    calendar: str = ""
    as_of: date | None = None

    def of_days(self) -> dict[str, str]:
        """Return what was said of how days are written."""
        return {name: said for name, said in (("order", self.order), ("calendar", self.calendar)) if said}


def look(path: Path, recipe: Recipe, record: Record, today: date, asked: Asked, room: Path) -> Taken:
    """Read one file and change the record in memory only; raises `Refused`.

    The rows lie in `room` meanwhile; those of a killed reading are swept away from the room of takes.
    """
    selects = engine.selects(recipe)
    with TemporaryDirectory(prefix=accept.READING, dir=room) as folder:
        rows = Path(folder) / "rows.csv"
        report = child.read(path, recipe.folder, rows, asked.of_days())
        digest, size = digest_of(path), path.stat().st_size
        taken = Taken(path, digest, size, report)
        if report.faults.counts:
            return taken
        with engine.opened(recipe, rows, record.data) as connection:
            made = [(select.makes, engine.make(connection, select)) for select in selects]
    confidence = str(recipe.source["confidence"])
    edition = Edition(f"{recipe.source_id}-{digest[:12]}", recipe.source_id, confidence, today)
    editions = record.file("catalog/editions.csv", EDITIONS)
    known = next((row for row in editions.rows if row["edition_id"] == edition.edition_id), None)
    taken.known_since = known["taken_on"] if known else ""
    taken.outcomes = [apply(makes, found, edition, record, report.faults) for makes, found in made]
    if any(outcome.new or outcome.corrected for outcome in taken.outcomes):
        day = last_day(taken.outcomes, asked.as_of, today)
        add_source(recipe, record, day)
        if known is None:
            editions.added.append(row_of(taken, edition, recipe, day))
    return taken


def last_day(outcomes: list[Outcome], as_of: date | None, today: date) -> date:
    """Return the day a file speaks of: the one that was said, or the last that its rows name."""
    last = max(outcome.last for outcome in outcomes)
    return as_of or (date.fromisoformat(last) if last else today)


def row_of(taken: Taken, edition: Edition, recipe: Recipe, day: date) -> Line:
    """Return the row of `editions.csv` of one file."""
    values = (
        edition.edition_id, recipe.source_id, taken.file.name, taken.digest, taken.size, edition.today.isoformat(),
        day.isoformat(), taken.report.rows_read, taken.report.rows_kept,
    )  # fmt: skip
    return dict(zip(EDITIONS, map(str, values), strict=True))


def add_source(recipe: Recipe, record: Record, day: date) -> None:
    """Add the source of a recipe to the catalogue where it is not there."""
    sources = record.file("catalog/sources.csv")
    if any(row["source_id"] == recipe.source_id for row in [*sources.rows, *sources.added]):
        return
    said: dict[str, Any] = {name: value for name, value in recipe.source.items() if not name.startswith("every")}
    bulk = "yes" if said.pop("bulk", False) else "no"
    plain = {name: str(value) for name, value in said.items()}
    sources.added.append({"source_id": recipe.source_id, "bulk": bulk, "as_of": day.isoformat(), **plain})


def write(record: Record) -> list[str]:
    """Write all that changes and build a snapshot; return the names of the files; call it `alone`.

    Raises `BuildRefused` or `CannotWrite` with everything as it was.
    """
    contents = record.changed()
    try:
        accept.put_in_place(record.data, contents)
        build(record.data)
    except BaseException:
        accept.settle(record.data)
        raise
    accept.keep(record.data)
    return list(contents)


def build(data: Path) -> None:
    """Build a snapshot, with sample figures where the one in service has them.

    It is built in this process, so that nothing can be put in service by a take that is no longer there to keep it.
    Raises `BuildRefused` or `CannotWrite`.
    """
    from smart7.ingest.build import build as build_snapshot  # here, as a dry run needs none and is half as long
    from smart7.ingest.made_of import Options

    options = Options(data, datetime.now().date(), not without_sample_now(data))
    try:
        build_snapshot(options, say)
    except BadInput as refusal:
        raise BuildRefused(table(refusal.faults)) from None

"""The declared columns of what happened where and when: points with a position, days with their hours, standards."""

from typing import Any, Final

from smart7.ingest.cells import Parse, between, choice, day, name, number, slug, whole
from smart7.ingest.columns import Column, Table, both, edition, optional, position
from smart7.office.signs import CellError
from smart7.words.happened import CAUSES, VEHICLES

POINT_KINDS: Final = ("accident",)
HOURS: Final = 24


def hourly(cell: str) -> tuple[float | None, ...]:
    """Return up to 24 values separated by semicolons, by hour of the day; nothing where an hour was not measured."""
    parts = [part.strip() for part in cell.split(";")]
    if len(parts) > HOURS:
        raise CellError("too_many_hours", count=len(parts))
    return tuple(number(part) if part else None for part in parts)


def named(names: dict[str, Any]) -> Parse:
    """Return a parser of an id that has a name, so that no free text, and nobody's details, get into the record."""
    return choice(*names)


STANDARDS: Final = Table(
    "catalog/standards.csv",
    (
        Column("indicator_id", slug, refers_to="indicators.csv"),
        Column("valid_from", day),
        optional("valid_to", day),
        Column("high", number),
        Column("source_id", slug, refers_to="sources.csv"),
        *both("note", required=False),
    ),
    key=("indicator_id", "valid_from"),
    optional=True,
)


def points(path: str) -> Table:
    """Return the declaration of one file of points."""
    return Table(
        path,
        (
            Column("point_id", name),
            Column("kind", choice(*POINT_KINDS)),
            Column("day", day),
            optional("hour", between(whole, 0, HOURS - 1)),
            *position(),
            optional("accuracy_m", between(whole, 0, 1_000_000)),
            optional("deaths", between(whole, 0, 10_000)),
            optional("injuries", between(whole, 0, 10_000)),
            optional("cause", named(CAUSES)),
            optional("vehicle", named(VEHICLES)),
            Column("source_id", slug, refers_to="sources.csv"),
            edition(),
        ),
        key=("point_id",),
    )


def days(path: str) -> Table:
    """Return the declaration of one file of days."""
    return Table(
        path,
        (
            Column("indicator_id", slug, refers_to="indicators.csv"),
            Column("unit_id", slug, refers_to="units.csv"),
            Column("day", day),
            optional("value", number),
            optional("hours", between(whole, 0, HOURS)),
            optional("hourly", hourly),
            Column("source_id", slug, refers_to="sources.csv"),
            edition(),
        ),
        key=("indicator_id", "unit_id", "day"),
    )

"""Rows and figures of a snapshot, asked once for all who look at the same; knows no visitor."""

import sys
from datetime import date
from typing import Any

import pandas as pd

from smart7 import figures, queries, view
from smart7.figures import Figure
from smart7.kept import kept

# Pages have many small frames, whose texts are gone through one by one: as plain strings that takes three quarters of
# the time it takes with texts packed for millions of rows.
pd.set_option("mode.string_storage", "python")

Asked = tuple[tuple[str, Any], ...]


def asked(**parameters: object) -> Asked:
    """Return parameters in the one order in which they are kept."""
    return tuple(sorted(parameters.items()))


def cells(found: pd.DataFrame | list[dict[str, Any]]) -> int:
    """Return how many cells rows have, by which they are kept: one takes some 80 bytes."""
    return 1 + (sum(map(len, found)) if isinstance(found, list) else found.size)


@kept(100_000, cells)
def rows(snapshot_id: str, name: str, parameters: Asked = ()) -> pd.DataFrame:
    """Return the rows of a query over a snapshot; nobody may change them."""
    return queries.run(snapshot_id, name, **dict(parameters))


@kept(200_000, cells)
def records(snapshot_id: str, name: str, parameters: Asked = ()) -> list[dict[str, Any]]:
    """Return the rows of a query over a snapshot as dictionaries, None for a missing cell; nobody may change them."""
    return [shared(row) for row in queries.records(snapshot_id, name, **dict(parameters))]


@kept(60)
def every_figure(snapshot_id: str, until: date, sample: bool) -> tuple[Figure, ...]:
    """Return the figure each indicator leads with: asked for once by all pages of a year."""
    found = queries.records(snapshot_id, "indicators/cards", domain="", until=until, sample=sample)
    return tuple(figures.read(map(shared, found), as_of(snapshot_id), until))


def shared(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row whose texts are those of all rows that say the same: of 18 in what is kept, 17 were said before."""
    return {name: alike(cell) for name, cell in row.items()}


def alike(cell: Any) -> Any:  # noqa: ANN401
    """Return a cell with its texts as all cells have them that hold the same."""
    if isinstance(cell, str):
        return sys.intern(cell)
    return [alike(one) for one in cell] if isinstance(cell, list) else cell


def headline_figures(snapshot_id: str, domain: str, until: date, sample: bool) -> tuple[Figure, ...]:
    """Return the figure each indicator of a domain leads with ('' for all domains)."""
    found = every_figure(snapshot_id, until, sample)
    return tuple(f for f in found if f.domain_id == domain) if domain else found


def newest_figures(snapshot_id: str) -> tuple[Figure, ...]:
    """Return the figure each indicator leads with in the newest year, by which what is known and owed is counted."""
    return every_figure(snapshot_id, view.newest(about(snapshot_id)), sample=False)


@kept(200)
def unit_figures(snapshot_id: str, unit: str, until: date) -> tuple[Figure, ...]:
    """Return the figures of one school, centre or division, one for each indicator of its kind."""
    found = queries.records(snapshot_id, "units/cards", unit=unit, until=until)
    return tuple(figures.read(map(shared, found), as_of(snapshot_id), until))


@kept(20)
def about(snapshot_id: str) -> dict[str, Any]:
    """Return what is said of a snapshot on every page: as-of day, counts of figures, years with figures."""
    return queries.records(snapshot_id, "frame/snapshot")[0]


@kept(20)
def indicators(snapshot_id: str) -> dict[str, dict[str, Any]]:
    """Return by indicator what the catalogue says beyond its card, and what there is of it beside its years."""
    return {row["indicator_id"]: row for row in queries.records(snapshot_id, "indicator/about")}


def as_of(snapshot_id: str) -> date:
    """Return the day a snapshot's knowledge ends."""
    day: date = about(snapshot_id)["as_of"]
    return day

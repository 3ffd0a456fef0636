"""Load `queries/`, read each file's header, and run one by name.

A query file is one SELECT; its header says what a row is, which parameters it takes and which columns it
returns. The path is the name: `queries/living/road_deaths.sql` is `living/road_deaths`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import duckdb

from smart7 import store
from smart7.i18n import Text

if TYPE_CHECKING:
    import pandas as pd

FOLDER: Final = store.ROOT / "queries"
# Statements over positions of vehicles, which an engine runs before there is a snapshot.
ELSEWHERE: Final = "vehicles"
HEADER = re.compile(r"^-- (doc|params|returns|sources|title\.th|title\.en|chart|says): *(.*)$")


class QueryError(Exception):
    """Raise when a query file breaks its contract or is called with the wrong parameters."""


@dataclass(frozen=True, slots=True)
class Query:
    """One query file: its SQL and what its header declares."""

    name: str
    sql: str
    doc: str
    params: dict[str, str]
    returns: dict[str, str]
    sources: tuple[str, ...]
    title: Text | None
    chart: str
    says: str


@cache
def load_all(folder: Path = FOLDER) -> dict[str, Query]:
    """Return every query over a snapshot by name; raises `QueryError` naming the first broken header."""
    files = {path.relative_to(folder): path for path in sorted(folder.rglob("*.sql"))}
    asked = [(name, path) for name, path in files.items() if name.parts[0] != ELSEWHERE]
    return {q.name: q for q in (parse(name, path.read_text("utf-8")) for name, path in asked)}


def parse(path: Path, sql: str) -> Query:
    """Return a query from its file; raises `QueryError` when the header and the SQL disagree."""
    name = path.with_suffix("").as_posix()
    header: dict[str, str] = {}
    for line in sql.splitlines():
        found = HEADER.match(line)
        if found:
            header[found[1]] = found[2].strip()
    check_header(name, header)
    params = declared(header.get("params", ""), name)
    check_statement(name, sql, params)
    return Query(
        name=name,
        sql=sql,
        doc=header["doc"],
        params=params,
        returns=declared(header["returns"], name),
        sources=tuple(header.get("sources", "").replace(",", " ").split()),
        title=Text(header["title.th"], header["title.en"]) if "title.th" in header else None,
        chart=header.get("chart", ""),
        says=header.get("says", ""),
    )


def check_header(name: str, header: Mapping[str, str]) -> None:
    """Raise `QueryError` when a field is missing, or a title that is not in both languages."""
    due = ["doc", "returns"]
    if header.keys() & {"title.th", "title.en", "chart"}:
        due += ["title.th", "title.en"]
    for field in due:
        if not header.get(field):
            raise QueryError(f"{name}: the header has no '-- {field}:'")


def declared(text: str, name: str) -> dict[str, str]:
    """Return names and types of a header line such as `$year INTEGER, $lang VARCHAR`."""
    pairs = [item.split(maxsplit=1) for item in re.split(r",(?![^(]*\))", text) if item.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise QueryError(f"{name}: write each of '{text}' as NAME TYPE")
    return {field.lstrip("$"): kind.strip() for field, kind in pairs}


def check_statement(name: str, sql: str, params: Mapping[str, str]) -> None:
    """Raise `QueryError` unless the file holds one SELECT that takes the declared parameters."""
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(f"{name}: this is not SQL: {error}") from None
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise QueryError(f"{name}: a query file holds one SELECT")
    taken = set(statements[0].named_parameters)
    if taken != set(params):
        raise QueryError(f"{name}: takes {sorted(taken)} and declares {sorted(params)}")


def get(name: str) -> Query:
    """Return a query by name; raises `QueryError` for an unknown one."""
    try:
        return load_all()[name]
    except KeyError:
        raise QueryError(f"there is no query '{name}'") from None


def run(snapshot_id: str, name: str, **parameters: object) -> pd.DataFrame:
    """Run a query over a snapshot; returns the columns its header declares.

    Raises `QueryError` for an unknown name or parameters other than the declared ones.
    """
    return store.select(snapshot_id, asked(name, parameters).sql, parameters)


def records(snapshot_id: str, name: str, **parameters: object) -> list[dict[str, Any]]:
    """Run a query as `run` does; returns its rows as dictionaries, None for a missing cell."""
    return store.records(snapshot_id, asked(name, parameters).sql, parameters)


def asked(name: str, parameters: Mapping[str, object]) -> Query:
    """Return a query that takes just these parameters; raises `QueryError` otherwise."""
    query = get(name)
    if set(parameters) != set(query.params):
        raise QueryError(f"{name}: takes {sorted(query.params)}, was given {sorted(parameters)}")
    return query


def panels(folder: str) -> list[Query]:
    """Return the queries of a folder that declare a title and a chart, by name."""
    return [q for name, q in load_all().items() if name.startswith(f"{folder}/") and q.title and q.chart]


def main(arguments: list[str] | None = None) -> int:
    """Run one query from the command line and print its rows as CSV."""
    parser = argparse.ArgumentParser(prog="query", description="Run one query over the snapshot in service.")
    parser.add_argument("name", help="such as living/road_deaths")
    parser.add_argument("parameters", nargs="*", metavar="key=value")
    given = parser.parse_args(arguments)
    values = dict(item.split("=", 1) for item in given.parameters if "=" in item)
    try:
        rows = run(store.open_current(), given.name, **values)
    except (QueryError, store.NoSnapshot, store.BrokenSnapshot, duckdb.Error) as error:
        print(f"query: {str(error) or 'no snapshot yet; build one first'}", file=sys.stderr)
        return 1
    rows.to_csv(sys.stdout, index=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Make rows of the record from what was read: the SELECTs of a recipe over `rows` and the catalogue."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from smart7.ingest.official.findings import Refused
from smart7.ingest.official.recipe import OWN, Recipe
from smart7.office.cells import TABLE_TYPES

HEADER: Final = re.compile(r"^-- (doc|makes|returns): *(.*)$", re.MULTILINE)
CATALOGUE: Final = ("units", "indicators", "breakdowns", "places")
OWN_TYPES: Final = dict(zip(OWN, ("VARCHAR", "VARCHAR", "BIGINT"), strict=True))
SETTINGS: Final = {"memory_limit": "250MB", "threads": "2", "autoload_known_extensions": "false"}
REQUIRED: Final = {
    "observations": ("indicator_id", "unit_id", "period_kind", "period_start"),
    "targets": ("indicator_id", "unit_id", "authority", "period_from"),
    "points": ("point_id", "kind", "day", "lat", "lon"),
    "days": ("indicator_id", "unit_id", "day", "value"),
}
MAY: Final = {
    "observations": ("breakdown", "period_end", "value", "numerator", "denominator", "partial", "quality", "as_of",
                     "note_th", "note_en", "formula_th", "formula_en"),
    "targets": ("period_to", "low", "high", "quality", "note_th", "note_en"),
    "points": ("hour", "accuracy_m", "deaths", "injuries", "cause", "vehicle"),
    "days": ("hours", "hourly"),
}  # fmt: skip
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Select:
    """One SELECT of a recipe: what it makes, and the columns it says it returns."""

    name: str
    sql: str
    makes: str
    returns: dict[str, str]


def selects(recipe: Recipe) -> list[Select]:
    """Return the SELECTs of a recipe; raises `Refused` where a header breaks its contract."""
    files = sorted(recipe.folder.glob("*.sql"), key=lambda path: (path.name != "recipe.sql", path.name))
    if not files:
        raise Refused("recipe_sql", recipe=recipe.source_id, what="recipe.sql?")
    return [parse(f"{recipe.source_id}/{path.name}", path.read_text("utf-8")) for path in files]


def parse(name: str, sql: str) -> Select:
    """Return a SELECT from its file; raises `Refused`."""
    header = dict(HEADER.findall(sql))
    if lost := [field for field in ("doc", "makes", "returns") if not header.get(field, "").strip()]:
        raise Refused("recipe_sql", recipe=name, what=", ".join(f"-- {field}: ?" for field in lost))
    makes = header["makes"].strip()
    if makes not in REQUIRED:
        raise Refused("recipe_sql", recipe=name, what=f"-- makes: {makes} ({', '.join(REQUIRED)})")
    pairs = [item.split(maxsplit=1) for item in re.split(r",(?![^(]*\))", header["returns"]) if item.strip()]
    returns = {pair[0]: pair[-1].strip() for pair in pairs}
    lacks = [column for column in REQUIRED[makes] if column not in returns]
    more = [column for column in returns if column not in (*REQUIRED[makes], *MAY[makes])]
    if lacks or more:
        raise Refused("recipe_sql", recipe=name, what=", ".join([*(f"{c}?" for c in more), *(f"+{c}" for c in lacks)]))
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise Refused("recipe_sql", recipe=name, what=first_line(error)) from None
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise Refused("recipe_sql", recipe=name, what="one SELECT")
    return Select(name, sql, makes, returns)


def first_line(error: Exception) -> str:
    """Return what an error says, on one line."""
    return " ".join(str(error).split())[:300]


@contextmanager
def opened(recipe: Recipe, rows: Path, data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend a database in memory with `rows`, the catalogue and the recipe's own tables, closed to every other file."""
    with duckdb.connect(config=dict(SETTINGS)) as connection:
        beside = rows.parent.as_posix().replace("'", "''")
        connection.execute(f"set temp_directory = '{beside}'")
        types = {name: TABLE_TYPES[kind] for name, kind in recipe.table().items()} | OWN_TYPES
        connection.read_csv(
            str(rows), header=True, columns=types, delimiter=",", quotechar='"', escapechar='"', strict_mode=False,
            null_padding=False, auto_detect=False,
        ).create("rows")  # fmt: skip
        for path in [*(data / "catalog" / f"{name}.csv" for name in CATALOGUE), *sorted(recipe.folder.glob("*.csv"))]:
            connection.read_csv(str(path), header=True, all_varchar=True).create(path.stem)
        connection.execute(hourly())
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        yield connection


def hourly() -> str:
    """Return the statement that makes `hourly(hour, value)`: 24 values joined by semicolons, empty where none is."""
    values = ", ".join(f"coalesce(format('{{:.6g}}', max(v) filter (h = {hour})), '')" for hour in range(24))
    return f"create macro hourly(h, v) as array_to_string([{values}], ';')"


def make(connection: duckdb.DuckDBPyConnection, select: Select) -> list[Row]:
    """Return the rows a SELECT makes, as a list of records; raises `Refused` where it is not what it says."""
    try:
        relation = connection.sql(select.sql)
        found = {name: str(kind) for name, kind in zip(relation.columns, relation.types, strict=True)}
        if found != select.returns:
            said = ", ".join(f"{name} {kind}" for name, kind in found.items())
            raise Refused("recipe_returns", recipe=select.name, what=f"-- returns: {said}")
        rows = relation.fetchall()
    except duckdb.Error as error:
        raise Refused("recipe_sql", recipe=select.name, what=first_line(error)) from None
    return [dict(zip(found, row, strict=True)) for row in rows]

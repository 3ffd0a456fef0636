"""The common core of SQL: every statement of `queries/vehicles/` runs unchanged on both engines, with equal rows.

What a statement may say is checked for each file; that both engines say the same is tried on a simulated day, to the
last digit for counts, times, days and names, and to nine digits for sums and means, which are added up in any order.
"""

import re
from pathlib import Path

import duckdb
import pytest

from smart7 import store
from smart7.engine import statements
from smart7.engine.duck import Duck
from smart7.engine.spark import Spark
from smart7.vehicles import feed as feeds
from smart7.vehicles.steps import AGGREGATES
from tests import cluster
from tests.conftest import AS_OF
from tests.engine import days

LACKING = cluster.lacking()
TYPES = {"VARCHAR", "DATE", "INTEGER", "BIGINT", "DOUBLE", "BOOLEAN"}
# What one engine does not know, or takes for something else; with a line that has it.
APART = {
    r"::": "select x::integer",
    r"\$\w+|\?": "select $day",
    r"\bqualify\b": "qualify row_number() over (partition by a order by b) = 1",
    r"\basof\b": "asof join b",
    r"\b(?:group|order) by all\b": "group by all",
    r"\bexclude\b|\bcolumns\s*\(": "select * exclude (a)",
    r"(?<![\w.])\*(?=\s*(?:,|from|$))": "select * from a",
    r"//": "select a // b",
    r"\b(?:list|array|struct|map|unnest|list_\w+|array_\w+|string_agg|group_concat)\s*\(": "select list(x)",
    r"\b(?:round|hash|strftime|date_part|date_diff|datediff|dayofweek|isodow|epoch|if|ifnull|nvl|date_trunc)\s*\(":
        "select round(x)",
    r"\binterval\b": "select d + interval 1 day",
    r"\b(?:first|last|any_value|arg_min|arg_max|mode|median|quantile\w*|approx\w*|random|now|current_\w+)\b":
        "select any_value(x)",
    r"\bas\s+(?:varchar|text|int|int4|int8|float|real|numeric|decimal|hugeint)\b": "cast(x as varchar)",
    r"\bover\s*\(\s*\)|\bover\s*\(\s*order\b": "sum(x) over (order by y)",
    r"\blimit\b|\boffset\b": "limit 5",
    r"[\w)]\s*%\s*[\w(]|\bmod\s*\(": "select a % b",
    r"\bilike\b|\bsimilar to\b|~": "where a ilike 'b'",
}  # fmt: skip


def code(sql: str) -> str:
    """Return a statement in small letters without comments and without what stands in quotes."""
    return re.sub(r"'[^']*'", "''", re.sub(r"--.*", "", sql)).lower()


@pytest.mark.parametrize(("pattern", "line"), APART.items(), ids=lambda text: text[:20])
def test_what_tells_engines_apart_is_found(pattern, line):
    assert re.search(pattern, code(line))


@pytest.mark.parametrize("name", statements.names())
def test_a_statement_keeps_to_the_common_core(name):
    statement = statements.read(name)
    sql = code(statement.sql)
    assert [found[0] for pattern in APART if (found := re.search(pattern, sql))] == []
    assert [one.type for one in duckdb.extract_statements(statement.sql)] == [duckdb.StatementType.SELECT]
    assert set(statement.returns.values()) <= TYPES
    assert re.search(r"\border by [^()]+$", sql.rstrip().removesuffix(";")), "rows come in an order"


@pytest.mark.parametrize("name", statements.names())
def test_every_window_keeps_to_a_day(name):
    for window in re.findall(r"\bover\s*\(([^)]*)", code(statements.read(name).sql)):
        within = window.partition("order by")[0]
        assert "service_date" in within or "pattern_id" in within, window


def test_every_step_has_its_statement_and_reads_what_was_made_before():
    made = {"positions", "placed", "passes", "planned", "pattern_stops"}
    for name in AGGREGATES:
        assert set(statements.read(name).reads) <= made
        made.add(name)
    assert set(AGGREGATES) <= set(statements.names())


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("contract")


@pytest.fixture(scope="module")
def tables(snapshot, place) -> dict[str, list[Path]]:
    """Return the tables of a simulated day over the real feed of the songthaew, what DuckDB made of them among them."""
    with store.cursor(snapshot) as cursor:
        feed = feeds.read(cursor, "songthaew_2018")
    found = days.tables(feed, AS_OF, place / "tables")
    own = Duck("1GB", place)
    for name in AGGREGATES:
        statement = statements.read(name)
        found[name] = [place / f"{name}.parquet"]
        own.run(statement.sql, {table: found[table] for table in statement.reads}, found[name][0])
    own.close()
    return found


@pytest.mark.parametrize("name", AGGREGATES)
def test_a_statement_returns_what_it_declares(tables, name):
    made = duckdb.read_parquet(str(tables[name][0]))
    assert dict(zip(made.columns, map(str, made.types), strict=True)) == statements.read(name).returns
    rows = made.fetchall()
    assert len(set(rows)) == len(rows)
    assert rows or name == "silences"


@pytest.fixture(scope="module")
def spark(place):
    """Return an engine on a cluster of two workers, shared by the statements."""
    with cluster.running(place / "cluster") as one:
        (place / "spark").mkdir()
        opened = Spark(one.url, "1GB", place / "spark")
        yield opened
        opened.close()


@pytest.mark.slow
@pytest.mark.skipif(LACKING is not None, reason=str(LACKING))
@pytest.mark.parametrize("name", AGGREGATES)
def test_both_engines_give_equal_rows(spark, tables, place, name):
    statement, out = statements.read(name), place / "spark" / f"{name}.parquet"
    spark.run(statement.sql, {table: tables[table] for table in statement.reads}, out)
    ours, theirs = (duckdb.read_parquet(str(path)) for path in (tables[name][0], out))
    assert list(zip(theirs.columns, theirs.types, strict=True)) == list(zip(ours.columns, ours.types, strict=True))
    first, second = ours.fetchall(), theirs.fetchall()
    assert len(first) == len(second)
    for left, right in zip(first, second, strict=True):
        assert list(left) == [pytest.approx(x, rel=1e-9) if isinstance(x, float) else x for x in right]

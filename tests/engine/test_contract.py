"""The common core of SQL: every statement of `queries/vehicles/` runs unchanged on both engines, with equal rows.

Tried on a simulated day, from its positions on: to the last digit for counts, times, days and names, and to nine digits
for sums and means, which are added up in any order. What a statement may say at all is in tests/vehicles/.
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
from tests.engine import agree, days

LACKING = cluster.lacking()
STEPS = ("passes", *AGGREGATES)


@pytest.mark.parametrize("name", sorted(path.stem for path in statements.FOLDER.glob("*.sql")))
def test_every_window_keeps_to_a_day_or_a_pattern(name):
    # One over everything at once takes two hundred times as long for eight times the rows.
    for window in re.findall(r"\bover\s*\(([^)]*)", statements.read(name).sql):
        within = window.partition("order by")[0]
        assert "service_date" in within or "pattern_id" in within, window


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("contract")


@pytest.fixture(scope="module")
def tables(snapshot, place) -> dict[str, list[Path]]:
    """Return the tables of a simulated day over the real feed of the songthaew, what DuckDB made of them among them."""
    with store.cursor(snapshot) as cursor:
        feed = feeds.read(cursor, "songthaew_2018")
    found = days.tables(feed, AS_OF, place / "tables").by_name()
    own = Duck("1GB", place)
    for name in STEPS:
        statement = statements.read(name)
        found[name] = [place / f"{name}.parquet"]
        own.run(statement.sql, {table: found[table] for table in statement.reads}, found[name][0])
    own.close()
    return found


@pytest.mark.parametrize("name", STEPS)
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
@pytest.mark.parametrize("name", STEPS)
def test_both_engines_give_equal_rows(spark, tables, place, name):
    statement, out = statements.read(name), place / "spark" / f"{name}.parquet"
    spark.run(statement.sql, {table: tables[table] for table in statement.reads}, out)
    # Where nothing is added up or interpolated, no digit may differ.
    added = re.search(r"\b(?:sum|avg|percentile_cont)\s*\(", statement.sql)
    assert agree.differences(tables[name][0], out, exact=not added) == []

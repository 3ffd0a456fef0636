"""The contract of the files of `queries/vehicles/`: one SELECT of the core of SQL that DuckDB and Spark share."""

import re

import duckdb
import pytest

from smart7.engine import statements
from smart7.vehicles.steps import AGGREGATES
from tests.driven import COLUMNS, DAY, Driven

NAMES = sorted(path.stem for path in statements.FOLDER.glob("*.sql"))
LONGEST = 120
# What the two engines do not have alike: a word or sign of one, or one that means another thing in the other.
NOT_SHARED = {
    "a cast with ::": r"::",
    "a star for columns": r"(?:select|,)\s*\*|\w\.\*",
    "a list or a struct": r"\[|\]|\{|\b(?:list|array|unnest|explode|struct|map)\w*\s*\(",
    "group by or order by all": r"\bby\s+all\b",
    "qualify": r"\bqualify\b",
    "a join that is not said in full": r"\b(?:natural|positional|semi|anti|asof|using)\b",
    "exclude or replace": r"\b(?:exclude|replace)\b",
    "integer division": r"//|\bdiv\b|%",
    "a type with two names": r"\bas\s+(?:varchar|text|int|int4|int8|float8|float|real|hugeint|numeric|decimal)\b",
    "days counted from another day": r"\b(?:dayofweek|weekday|isodow|dow|date_trunc|date_part|strftime|date_format)\b",
    "what is not sure": r"\b(?:any_value|first|last|arg_max|arg_min|approx\w*|median|mode|random|now)\s*\(",
    "order by the place of nulls": r"\bnulls\s+(?:first|last)\b",
    "a parameter": r"\$\w|\?",
    "a limit": r"\blimit\b",
}
# Functions, and words that may stand before a bracket.
SHARED = {
    "abs", "avg", "cast", "ceil", "coalesce", "concat", "count", "exists", "filter", "floor", "greatest", "group",
    "lag", "lead", "least", "max", "min", "nullif", "over", "percentile_cont", "row_number", "sqrt", "sum",
    "and", "as", "between", "by", "case", "else", "from", "in", "join", "not", "on", "or", "select", "then", "when",
    "where",
}  # fmt: skip


def plain(sql: str) -> str:
    """Return a statement in small letters without comments and texts."""
    lines = [line for line in sql.splitlines() if not line.lstrip().startswith("--")]
    return re.sub(r"'[^']*'", "''", "\n".join(lines)).lower()


def breaches(sql: str) -> list[str]:
    """Return what of a statement is not of the core that both engines share."""
    text = plain(sql)
    found = [what for what, pattern in NOT_SHARED.items() if re.search(pattern, text)]
    called = set(re.findall(r"\b([a-z_]\w*)\s*\(", text)) - SHARED
    ctes = set(re.findall(r"\b(\w+)\s+as\s*\(", text))
    found += [f"the function {name}" for name in sorted(called - ctes)]
    windows = re.findall(r"\bover\s*\(([^)]*)\)", text)
    found += ["a window over everything"] * any("partition by" not in window for window in windows)
    return found


@pytest.fixture(scope="module")
def tiny() -> duckdb.DuckDBPyConnection:
    """Return a database in which every table is made of a day of two trips."""
    day = Driven()
    day.way("ABC")
    day.plan(30000, 30600, exact=True)
    day.run(30000, 30060, 30120, start=30000)
    day.run(30650, 30720, 30790, start=30600)
    day.heard(30000, 30060, 30120)
    found = day.measured()
    for name in AGGREGATES:
        found.make(name)
    return found.own


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_is_one_select_without_parameters(name):
    statement = statements.read(name)
    [one] = duckdb.extract_statements(statement.sql)
    assert one.type == duckdb.StatementType.SELECT and not one.named_parameters
    assert len(statement.sql.splitlines()) <= LONGEST


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_keeps_to_what_both_engines_share(name):
    assert breaches(statements.read(name).sql) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_returns_its_declared_columns_with_their_types(tiny, name):
    statement = statements.read(name)
    described = tiny.execute(f"describe {statement.sql}").fetchall()
    assert {column: kind for column, kind, *_ in described} == statement.returns


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_reads_only_what_it_says(tiny, name):
    statement = statements.read(name)
    with duckdb.connect(":memory:") as bare:
        for table in statement.reads:
            columns = tiny.execute(f"describe {table}").fetchall()
            bare.execute(f"create table {table} ({', '.join(f'{one[0]} {one[1]}' for one in columns)})")
        assert bare.execute(statement.sql).fetchall() == []


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_a_statement_tells_every_row_apart(tiny, name):
    statement = statements.read(name)
    order = re.search(r"\norder by ([^\n]+(?:\n +[^\n]+)*)\s*$", statement.sql)
    assert order, "rows must come in an order"
    assert tiny.execute(statement.sql).fetchall() == tiny.execute(statement.sql).fetchall()


def test_each_step_reads_what_is_given_or_was_made_before():
    known = set(COLUMNS)
    for name in AGGREGATES:
        assert set(statements.read(name).reads) <= known, name
        known.add(name)


def test_every_table_of_the_snapshot_is_made_by_the_statement_of_its_name(tiny):
    assert tiny.execute("select service_date, runs from driven_days").fetchall() == [(DAY, 2)]
    assert {name for name in NAMES if name.startswith("driven_")} == {n for n in AGGREGATES if n.startswith("driven_")}


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("select a::integer as a from t", "a cast with ::"),
        ("select * from t", "a star for columns"),
        ("select t.* from t", "a star for columns"),
        ("select list(a) as a from t", "a list or a struct"),
        ("select a[1] as a from t", "a list or a struct"),
        ("select a, count(*) as n from t group by all", "group by or order by all"),
        ("select a from t qualify row_number() over (partition by a order by b) = 1", "qualify"),
        ("select a from t join s using (a)", "a join that is not said in full"),
        ("select a // 2 as a from t", "integer division"),
        ("select cast(a as varchar) as a from t", "a type with two names"),
        ("select dayofweek(a) as a from t", "days counted from another day"),
        ("select any_value(a) as a from t", "what is not sure"),
        ("select approx_quantile(a, 0.5) as a from t", "what is not sure"),
        ("select sum(a) over (order by b) as a from t", "a window over everything"),
        ("select $day as a from t", "a parameter"),
        ("select a from t order by a nulls last", "order by the place of nulls"),
        ("select soundex(a) as a from t", "the function soundex"),
    ],
)
def test_what_only_one_engine_has_is_refused(bad, said):
    assert said in breaches(bad)

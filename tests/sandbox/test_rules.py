"""The rules of the sandbox: what passes, which rule refuses the rest, and where."""

import pytest

from smart7 import store
from smart7.sandbox import rules

FINE = [
    "select * from open.figures",
    "from open.units select count(*)",
    "select * from observations",
    "select f.* from open.figures f, lateral (select 1) x",
    "with recursive n as (select 1 a union all select a + 1 from n where a < 5) select * from n",
    "with x as materialized (from open.units) from x",
    "select * from (values (1), (2)) t (a)",
    "select * from range(3), generate_series(1, 2)",
    "select unnest([1, 2]), list_transform([1], lambda x: x + 1)",
    "pivot open.figures on quality using count(*)",
    "select * from (pivot open.figures on quality in ('sample') using count(*))",
    "unpivot (select 1 a, 2 b) on a, b",
    "from open.units union all by name from open.places",
    "select fiscal_year(date '2026-10-01'), quality_rank('sample')",
    "select 'a' glob '*', pg_typeof(1)",
    "select * from open.figurez",  # misspelt: DuckDB says it better
    "table open.units",
    "values (1)",
    "describe units",
    "describe open.figures",
    "desc open.figures",
    "describe select unit_id, count(*) from open.figures group by all",
    "select column_name from (describe open.figures)",
    "summarize open.figures",
    "summarize select value from open.figures where quality <> 'sample'",
    "show units",
    "show open.figures",
]
WAYS = {
    "select 1": ("rows", "", 0),
    "show tables": ("tables", "", 0),
    "show all tables": ("tables", "", 0),
    "show": ("tables", "", 0),
    "describe": ("tables", "", 0),
    "show tables from open": ("tables", "open", 0),
    "explain select 1": ("plan", "", 8),
    " /* why */ explain analyze from open.units": ("analyze", "", 27),
    "EXPLAIN describe open.units": ("plan", "", 8),
    "explain (select 1)": ("plan", "", 8),
}
REFUSED = {
    "": "empty",
    " -- only a remark": "empty",
    "select 1; select 2": "one",
    "drop table units": "select",
    "describe 'file.csv'": "tables",
    "describe duckdb_settings": "tables",
    "describe select * from read_csv('file.csv')": "functions",
    "describe select current_setting('threads')": "functions",
    "summarize 'file.csv'": "tables",
    "summarize from glob('*')": "functions",
    "select * from (summarize from duckdb_settings())": "functions",
    "show threads": "select",
    "show databases": "select",
    "show schemas": "select",
    "show variables": "select",
    "describe databases": "select",
    "select * from (show tables)": "alone",
    "describe show tables": "alone",
    "explain show tables": "alone",
    "show tables from information_schema": "tables",
    "show tables from other.open": "tables",
    "explain copy units to 'file.csv'": "explain",
    "explain analyze insert into units from units": "explain",
    "explain create table x as select 1": "explain",
    "explain (format html) select 1": "explain",
    "explain (analyze) select 1": "explain",
    "explain select * from 'file.csv'": "tables",
    "explain analyze select current_setting('threads')": "functions",
    "explain with a as (delete from units returning *) select * from a": "changes",
    "explain pivot open.figures on quality using count(*)": "alone",
    "describe pivot open.figures on quality using count(*)": "alone",
    "pivot (summarize open.figures) on column_name using count(*)": "alone",
    "explain select 1; drop table units": "one",
    "explain select $1": "parameters",
    "with a as (delete from units returning *) select * from a": "changes",
    "select * from sqlite_master": "tables",
    "select * from 'file.csv'": "tables",
    "select * from read_csv('file.csv')": "functions",
    "select current_setting('threads')": "functions",
    "select $1": "parameters",
    f"select '{'x' * rules.LONGEST}'": "long",
}


@pytest.fixture
def check(snapshot):
    """Return a function that holds a statement to the rules."""
    with store.cursor(snapshot) as cursor:
        documented = rules.known(cursor)
        yield lambda sql: rules.check(cursor, sql, documented)


@pytest.mark.parametrize("sql", FINE)
def test_a_harmless_statement_passes(check, sql):
    assert check(sql) == rules.Passed(frozenset())


@pytest.mark.parametrize(("sql", "way"), WAYS.items())
def test_a_statement_is_told_how_it_runs(check, sql, way):
    passed = check(sql)
    assert (passed.way, passed.schema, passed.start) == way


@pytest.mark.parametrize(("sql", "rule"), REFUSED.items(), ids=lambda text: text[:40])
def test_a_refusal_names_its_rule(check, sql, rule):
    with pytest.raises(rules.Refused) as refusal:
        check(sql)
    assert refusal.value.rule == rule


def test_the_names_of_parameters_are_returned(check):
    assert check("select $a, $b, $a").names == {"a", "b"}
    assert check("explain select $a, $b").names == {"a", "b"}


def test_a_refusal_says_where_its_word_stands(check):
    with pytest.raises(rules.Refused) as refusal:
        check("select 'ที่', * from read_text('x')")
    assert (refusal.value.word, refusal.value.offset) == ("read_text", len("select 'ที่', * from ".encode()))


def test_a_refusal_within_what_is_explained_says_where_its_word_stands(check):
    with pytest.raises(rules.Refused) as refusal:
        check("explain\nselect 'ที่', * from read_text('x')")
    assert (refusal.value.word, refusal.value.offset) == ("read_text", len("explain\nselect 'ที่', * from ".encode()))


def test_what_a_snapshot_documents_is_every_open_view_and_every_table(snapshot):
    with store.cursor(snapshot) as cursor:
        documented = rules.known(cursor)
    assert documented.database == snapshot
    assert {("open", "figures"), ("main", "yearly")} <= documented.tables


def test_every_rule_and_every_end_has_words_in_both_languages():
    from smart7.words import sql as words

    assert {*REFUSED.values(), "missing", "files"} == set(words.RULES)
    assert set(words.ENDED) == {"late", "memory", "cancelled", "busy", "gone"}

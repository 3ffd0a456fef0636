"""A statement in its child process: rows by the page, parameters, errors in their place, limits, cancelling."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from smart7 import store
from smart7.sandbox import run as runs
from smart7.sandbox.run import Limits, Problem, Result, Run, close_all


@pytest.fixture(autouse=True)
def nothing_left():
    """End every child after a test."""
    yield
    close_all()


@pytest.fixture
def ended(snapshot):
    """Return a function that runs a statement to its end."""

    def run(sql, parameters=None, **limits):
        started = Run(snapshot, sql, parameters or {}, Limits(**limits))
        assert started.wait(20)
        return started

    return run


ENDLESS = "select count(*) from range(1000000) a, range(1000000) b, range(1000) c"


def test_a_result_says_its_columns_types_rows_and_time(ended):
    outcome = ended("select 1 as a, 'x' as b, date '2026-11-22' as c").outcome
    assert isinstance(outcome, Result)
    assert outcome.columns == (("a", "INTEGER"), ("b", "VARCHAR"), ("c", "DATE"))
    assert (outcome.rows, outcome.left_out, outcome.parameters) == (1, 0, ())
    assert 0 < outcome.seconds < 10


def test_pages_come_in_any_order_and_hold_what_the_store_reads(ended, ask):
    run = ended("select indicator_id, value from open.figures order by all")
    expected = [list(row) for row in ask("select indicator_id, value from open.figures order by all")]
    assert run.outcome.rows == len(expected)
    for start in (500, 0, len(expected) - 3):
        assert run.page(start, 100) == expected[start : start + 100]
    assert run.page(len(expected), 100) == []


def test_every_kind_of_value_can_be_paged(ended):
    row = ended(
        "select null as n, interval 3 day as i, timestamptz '2026-01-01 00:00:00+00' as t, '\\xAA'::blob as b,"
        " [1, 2] as l, {'a': 1} as s, 1.5::decimal(4, 1) as d, 'inf'::double as f, true as o,"
        " 2::hugeint ** 100 as h, 'ที่ นั้น' as th"
    ).page(0, 1)[0]
    assert row[0] is None and row[1] == "3 days" and row[2].startswith("2026-01-01")
    assert row[3:9] == ["\\xAA", "[1, 2]", "{'a': 1}", 1.5, float("inf"), True]
    assert row[10] == "ที่ นั้น"


def test_a_long_text_is_cut_and_many_columns_are_counted(ended):
    run = ended("select repeat('x', 100000), " + ", ".join(f"{n} as c{n}" for n in range(300)))
    assert len(run.page(0, 1)[0][0]) == 1000
    assert (len(run.outcome.columns), run.outcome.left_out) == (200, 101)


def test_a_wide_page_of_long_texts_is_cut_shorter(ended):
    columns = ", ".join(f"repeat('ก', 1000) as c{n}" for n in range(200))
    page = ended(f"select {columns} from range(100)").page(0, 100)  # noqa: S608
    assert {len(cell) for row in page for cell in row} == {200}


def test_what_is_said_of_a_statement_is_no_longer_than_a_reader_needs(ended):
    said = ended("select error(repeat('x', 20000000)) as c from range(2)").outcome
    assert isinstance(said, Problem) and len(said.message) <= 1000
    long = "a" * 30000
    kinds = ended("select " + ", ".join(f"{{'{long}': 1}} as c{n}" for n in range(1))).outcome
    assert isinstance(kinds, Result) and max(map(len, kinds.columns[0])) <= 1000
    names = ", ".join(f"$p{n}" for n in range(3000))
    assert len(ended(f"select {names}").outcome.word) <= 1000


def test_an_answer_that_never_ends_its_line_is_not_read_on(ended, monkeypatch):
    monkeypatch.setattr(runs, "LONGEST_ANSWER", 1000)
    run = ended("select " + ", ".join(f"{n} as column_{n}" for n in range(100)))
    assert run.outcome == Problem("memory") and not run.alive


def test_parameters_take_their_values_by_name(ended, ask):
    run = ended("select count(*) from open.figures where unit_id = $unit and fiscal_year >= $year",
                {"unit": "sample-city", "year": 2024, "unused": 1})  # fmt: skip
    assert run.outcome.parameters == ("unit", "year")
    sql = "select count(*) from open.figures where unit_id = 'sample-city' and fiscal_year >= 2024"
    assert run.page(0, 1)[0][0] == ask(sql)[0][0] > 0


def test_a_missing_value_is_named(ended):
    assert ended("select $a, $b", {"a": 1}).outcome == Problem("refused", rule="missing", word="$b")


@pytest.mark.parametrize(
    ("sql", "line", "column", "word"),
    [
        ("select foo from open.figures", 1, 8, "foo"),
        ("select 'ที่ นั้น',\n  foo from open.figures", 2, 3, "foo"),
        ("select 'ที่ นั้น', foo from open.figures", 1, 20, "foo"),
        ("select *\nfrom open.figurez", 2, 6, "figurez"),
        ("select *\nfrom\n  open.figures whre value > 1", 3, 21, ""),
        ("selec 1", 1, 1, ""),
    ],
)
def test_an_error_stands_at_its_line_and_column(ended, sql, line, column, word):
    outcome = ended(sql).outcome
    assert outcome.kind == "error" and outcome.message
    assert (outcome.line, outcome.column, outcome.word) == (line, column, word)


def test_names_that_are_close_come_along(ended):
    assert "figures" in ended("select * from open.figurez").outcome.candidates


def test_a_refusal_stands_at_its_line_and_column(ended):
    outcome = ended("select 1,\n  current_setting('threads')").outcome
    assert (outcome.rule, outcome.line, outcome.column) == ("functions", 2, 3)


def test_a_pivot_is_a_result_like_any_other(ended):
    outcome = ended("pivot open.figures on quality using count(*) group by domain_id").outcome
    assert ("domain_id", "VARCHAR") in outcome.columns and outcome.rows


def test_show_tables_lists_every_documented_table_with_its_meaning_and_no_other(ended, ask):
    run = ended("show tables")
    assert [name for name, _ in run.outcome.columns] == ["name", "columns", "about"]
    listed = {name: about for name, _, about in run.page(0, 500)}
    documented = ask("select table_name, comment from duckdb_tables() where not internal and comment is not null")
    documented += ask(
        "select 'open.' || view_name, comment from duckdb_views() where not internal and comment is not null"
    )
    assert listed == dict(documented) and all(listed.values())
    assert {name for name, _, _ in ended("show tables from open").page(0, 500)} == {n for n in listed if "." in n}


def test_a_table_without_a_comment_is_not_listed(tmp_path):
    import duckdb

    from smart7.sandbox import child, rules

    with duckdb.connect() as connection:
        connection.execute("create table told (a int); comment on table told is 'a'; create table untold (a int)")
        child.fill(connection, rules.Passed(frozenset(), "tables"), child.INTO + rules.LISTED, {})
        assert connection.execute(f"select name from {child.RESULT}").fetchall() == [("told",)]  # noqa: S608


def test_describe_and_summarize_say_what_the_snapshot_holds(ended, ask):
    described = ended("describe open.figures")
    assert [row[:2] for row in described.page(0, 200)] == [list(row[:2]) for row in ask("describe open.figures")]
    summary = ended("summarize select value from open.figures where quality = $q", {"q": "sample"})
    row = dict(zip((name for name, _ in summary.outcome.columns), summary.page(0, 1)[0], strict=True))
    assert row["count"] == ask("select count(*) from open.figures where quality = 'sample'")[0][0]
    assert float(row["max"]) == ask("select max(value) from open.figures where quality = 'sample'")[0][0]


def test_a_plan_is_rows_and_one_that_was_run_says_what_it_took(ended, ask):
    sql = "select domain_id, count(*) from open.figures where unit_kind = $kind group by domain_id"
    plan, ran = ended(f"explain {sql}", {"kind": "school"}), ended(f"explain analyze {sql}", {"kind": "school"})
    assert [name for name, _ in plan.outcome.columns] == ["step", "operator", "about", "expected_rows"]
    assert [name for name, _ in ran.outcome.columns][4:] == ["rows", "seconds"]
    steps = ran.page(0, 500)
    assert [row[0] for row in steps] == list(range(1, len(steps) + 1))
    assert any("SCAN" in row[1] and "observations" in row[2] for row in plan.page(0, 500))
    assert steps[0][4] == ask("select count(distinct domain_id) from open.figures where unit_kind = 'school'")[0][0]
    assert all(row[5] >= 0 for row in steps)


def test_an_error_within_what_is_explained_stands_at_its_line_and_column(ended):
    outcome = ended("explain analyze\nselect foo\nfrom open.figures").outcome
    assert (outcome.kind, outcome.line, outcome.column, outcome.word) == ("error", 2, 8, "foo")


@pytest.mark.parametrize("sql", [f"explain analyze {ENDLESS}", f"summarize {ENDLESS}"])
def test_what_runs_to_be_looked_at_ends_at_the_time_limit_too(ended, sql):
    began = time.monotonic()
    assert ended(sql, seconds=1).outcome == Problem("late")
    assert time.monotonic() - began < 7


def test_a_statement_is_ended_at_its_time_limit(ended):
    began = time.monotonic()
    assert ended(ENDLESS, seconds=1).outcome == Problem("late")
    assert time.monotonic() - began < 7


def test_cancelling_ends_a_statement_at_once(snapshot):
    run = Run(snapshot, ENDLESS, {})
    assert not run.wait(0.5)
    began = time.monotonic()
    run.cancel()
    assert run.wait(5) and run.outcome == Problem("cancelled")
    assert time.monotonic() - began < 2 and not run.alive


def test_a_result_that_was_let_go_of_has_no_pages(ended):
    run = ended("select 1")
    run.close()
    assert run.page(0, 1) is None


def test_a_child_that_nobody_asks_ends_itself(ended):
    run = ended("select 1", idle=0.3)
    deadline = time.monotonic() + 10
    while run.alive and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not run.alive and run.page(0, 1) is None


def test_only_so_many_run_at_once(snapshot, monkeypatch):
    monkeypatch.setattr(runs, "MOST_RUNNING", 1)
    first = Run(snapshot, ENDLESS, {})
    assert Run(snapshot, "select 1", {}).outcome == Problem("busy")
    first.cancel()
    first.wait(5)
    second = Run(snapshot, "select 1", {})
    assert second.wait(20) and isinstance(second.outcome, Result)


def test_a_result_that_nobody_came_back_for_takes_no_place_and_stays_readable(snapshot, monkeypatch):
    monkeypatch.setattr(runs, "MOST_RUNNING", 1)
    monkeypatch.setattr(runs, "START_SECONDS", 0)
    left = Run(snapshot, "select 1", {}, Limits(seconds=3))
    deadline = time.monotonic() + 10
    while left.running and time.monotonic() < deadline:
        time.sleep(0.05)
    assert Run(snapshot, "select 2", {}).outcome is None
    time.sleep(3.2)
    assert left.wait(1) and left.page(0, 1) == [[1]]


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are looked up in /proc")
def test_a_child_ends_with_the_server_that_started_it(snapshot):
    code = (
        "import os, sys; from smart7.sandbox.run import Run; run = Run(sys.argv[1], 'select 1', {}); run.wait(20);"
        "print(run._child.pid, flush=True); os._exit(1)"
    )
    server = subprocess.run([sys.executable, "-c", code, snapshot], cwd=store.ROOT, capture_output=True, text=True)
    child = Path("/proc") / server.stdout.strip()
    deadline = time.monotonic() + 10
    while child.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.stdout.strip().isdigit() and not child.exists()


def test_only_so_many_results_are_kept_and_the_oldest_goes_first(ended, monkeypatch):
    monkeypatch.setattr(runs, "MOST_KEPT", 2)
    kept = [ended("select 1") for _ in range(3)]
    assert [run.page(0, 1) for run in kept] == [None, [[1]], [[1]]]


def test_a_child_sees_nothing_of_this_processs_environment(monkeypatch):
    monkeypatch.setenv("SECRET_OF_THE_HOUSE", "x")
    assert not {"SECRET_OF_THE_HOUSE", "HOME", "SMART7_DATA"} & runs.environment().keys()


def test_a_snapshot_that_is_gone_is_said_at_once(snapshot):
    with pytest.raises(store.NoSnapshot):
        Run("no-such-snapshot", "select 1", {})

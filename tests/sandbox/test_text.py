"""The text of a statement: parameters, what is typed into their fields, worked examples, the file it becomes."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7 import queries, store
from smart7.sandbox import text
from smart7.sandbox.run import Result, Run, close_all


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("select $a, $b_2, $a", ["a", "b_2"]),
        ("select '$a', \"$b\", $c -- $d\n /* $e */", ["c"]),
        ("select $$ $a $$, $t$ $b $t$, $c", ["c"]),
        ("select 'it''s $a', $b", ["b"]),
        ("select $a /* $b", ["a"]),
        ("select $a, 'to the end $b", ["a"]),
        ("select $a, $t$ $b", ["a"]),
        ("select $1, price$x, 5", []),
        ("select $ก", []),
    ],
)
def test_parameters_are_found_outside_texts_and_remarks(sql, names):
    assert text.parameters(sql) == names


@pytest.mark.parametrize(
    ("written", "value"),
    [("2569", 2569), (" -3 ", -3), ("2.50", 2.5), ("2026-09-30", date(2026, 9, 30)), ("2026-02-30", "2026-02-30"),
     ("'2569'", "2569"), ("st2", "st2"), ("", None), ("  ", None), ("เมือง", "เมือง"), ("''", "")],
)  # fmt: skip
def test_what_is_typed_becomes_a_number_a_day_or_a_text(written, value):
    assert text.typed(written) == value
    assert type(text.typed(written)) is type(value)


@pytest.mark.parametrize("begun", ["/*x", "$t$x", "$$x", "'x", '"x', "--x", "''x", "$a"])
def test_a_long_text_of_beginnings_is_read_once(begun):
    """Read anew from each beginning, ten times a statement's length would take minutes."""
    assert set(text.parameters(begun * 100_001 + " $b")) <= {"a", "b"}


def test_no_more_parameters_are_found_than_a_page_has_fields_for():
    assert text.parameters(" ".join(f"$p{n}" for n in range(8000))) == [f"p{n}" for n in range(30)]


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_for_parameters_or_a_field(written):
    assert all(name.isidentifier() for name in text.parameters(written))
    text.sent(text.typed(written))


def test_there_are_sixteen_examples_with_a_title_in_both_languages():
    assert len(text.examples()) == 16
    assert len({example.title for example in text.examples().values()}) == 16


@pytest.mark.parametrize("name", list(text.examples()))
def test_an_example_runs_as_it_stands_and_has_rows(snapshot, name):
    example = text.examples()[name]
    assert set(example.given) == set(text.parameters(example.sql))
    run = Run(snapshot, example.sql, {key: text.sent(text.typed(value)) for key, value in example.given.items()})
    assert run.wait(30)
    assert isinstance(run.outcome, Result), run.outcome
    assert run.outcome.rows and len(run.page(0, 100)[0]) == len(run.outcome.columns)
    close_all()


def rows_of(snapshot, name):
    """Return the rows of an example as dictionaries."""
    example = text.examples()[name]
    return store.select(snapshot, example.sql, {k: text.typed(v) for k, v in example.given.items()}).to_dict("records")


def test_the_example_of_schools_compares_with_three_years_before(snapshot, ask):
    best = rows_of(snapshot, "english_improved")[0]
    yearly = ask(
        "select value from yearly where indicator_id = 'english-results' and breakdown = '' and unit_id ="
        " (select unit_id from units where name_en = ?) order by period_start desc",
        best["unit_en"],
    )
    assert best["change"] == pytest.approx(yearly[0][0] - yearly[3][0], abs=0.06)


def test_the_example_of_headways_has_each_school_on_the_route_whose_stop_is_nearest(snapshot, ask):
    rows = rows_of(snapshot, "headway_near_schools")
    schools = ask("select name_en from places where municipal_school")
    assert {row["school_en"] for row in rows} == {name for (name,) in schools}
    found = {(row["route"], row["metres_to_stop"]) for row in rows if row["school_en"].startswith("Wat Klang")}
    nearest = ask(
        "select distinct route_id, round(distance_m) from place_reach join service_departures using (feed_id, stop_id)"
        " where place_id = 'school-wat-klang' and feed_id = 'songthaew_2018' and day_type = 'weekday'"
        " order by distance_m limit 1"
    )
    assert found == set(nearest)


def test_the_example_of_samples_counts_every_current_figure_once(snapshot, ask):
    rows = rows_of(snapshot, "share_of_samples")
    assert sum(row["figures"] for row in rows) == ask("select count(*) from observations where known_to is null")[0][0]
    assert (
        sum(row["sample"] for row in rows)
        == ask("select count(*) from observations where known_to is null and quality = 'sample'")[0][0]
    )


ABOUT = {"doc": "One row per unit", "title_th": "ชื่อ", "title_en": "Title", "chart": "bar x=unit_id y=n", "sources": ""}


def test_a_panel_is_a_query_file_that_keeps_the_contract():
    sql = "-- title.en: old\nselect unit_id, count(*) as n from open.figures where fiscal_year = $year group by 1;"
    file = text.panel(sql, ABOUT, {"year": 2025}, (("unit_id", "VARCHAR"), ("n", "BIGINT")))
    query = queries.parse(Path("people/figures_by_unit.sql"), file)
    assert (query.params, query.returns) == ({"year": "INTEGER"}, {"unit_id": "VARCHAR", "n": "BIGINT"})
    assert (query.title.th, query.title.en, query.chart) == ("ชื่อ", "Title", "bar x=unit_id y=n")
    assert file.count("title.en") == 1


def test_a_panel_of_several_lines_keeps_its_header_to_one_line_each():
    file = text.panel("select 1 as a", {**ABOUT, "doc": "One\n-- title.en: evil"}, {}, (("a", "INTEGER"),))
    assert queries.parse(Path("people/a.sql"), file).title.en == "Title"

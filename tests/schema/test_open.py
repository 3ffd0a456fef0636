"""The schema `open`: documented views of what may leave, and what they say of the rest."""

# ruff: noqa: S608  (the names of views come from the list below)

import pytest

from smart7.ingest import open_data
from smart7.ingest.build import Options, build
from tests.conftest import AS_OF

VIEWS = {
    "snapshot", "sources", "domains", "indicators", "breakdowns", "units", "observations", "figures", "targets",
    "events", "checks", "places", "outlines", "claims", "routes", "stops", "stations", "service",
    "standards", "points", "days", "hours", "driven_days", "driven_stop_hours", "driven_trips", "driven_stretches",
    "withheld",
}  # fmt: skip
CURRENT = "select count(*) from observations join sources using (source_id) where bulk and known_to is null"


def two_sources(town):
    """Return a town with one figure of a source that may leave and one of a source that may not."""
    town.source("newspaper")
    next(row for row in town.rows["sources.csv"] if row["source_id"] == "newspaper")["bulk"] = "no"
    town.indicator("trees")
    town.figure("trees", "school-1", "2025-10-01", 5)
    town.figure("trees", "school-2", "2025-10-01", 7, source_id="newspaper")
    return town


def test_the_views_are_those_that_are_documented(ask):
    views = ask("select view_name, comment from duckdb_views() where schema_name = 'open'")
    assert {name for name, _ in views} == VIEWS
    assert all(comment for _, comment in views)


def test_every_column_says_what_it_means(ask):
    columns = ask("select table_name, column_name, comment from duckdb_columns() where schema_name = 'open'")
    assert len(columns) > 200
    assert [f"{view}.{column}" for view, column, comment in columns if not comment] == []


@pytest.mark.parametrize("view", sorted(VIEWS - {"routes", "service", "standards", "days", "hours"}))
def test_a_view_has_rows_of_the_real_data(ask, view):
    assert ask(f"select count(*) from open.{view}")[0][0] > 0


@pytest.mark.parametrize("view", ["observations", "figures", "targets", "events", "places", "outlines", "claims",
                                  "routes", "stops", "stations", "service", "standards", "points", "days",
                                  "hours", "driven_days", "driven_stop_hours", "driven_trips",
                                  "driven_stretches"])  # fmt: skip
def test_no_row_of_a_source_without_a_licence_leaves(ask, view):
    assert ask(f"select v.source_id from open.{view} as v join sources as s using (source_id) where not s.bulk") == []


def test_figures_are_all_current_figures_that_may_leave_each_once(ask):
    keys = "indicator_id, unit_id, breakdown, period_kind, period_start, period_end"
    (held,) = ask(CURRENT)[0]
    assert ask(f"select count(*), count(distinct ({keys})) from open.figures") == [(held, held)]


def test_a_figure_says_all_that_it_must_not_leave_without(ask):
    due = ["quality", "is_sample", "source_id", "licence_en", "licence_th", "period_kind", "period_start", "period_end",
           "fiscal_year", "measure_th", "measure_en"]  # fmt: skip
    for view in ("figures", "observations"):
        assert ask(f"select {', '.join(f'count(*) - count({name})' for name in due)} from open.{view}") == [
            (0,) * len(due)
        ]


def test_a_sample_figure_is_marked_in_every_view(ask):
    for view in ("figures", "observations", "targets", "driven_days", "driven_stop_hours", "driven_trips"):
        assert ask(f"select count(*) from open.{view} where is_sample <> (quality = 'sample')") == [(0,)]
    units = (
        "select count(*) from open.figures as f join open.units as u using (unit_id) where f.is_sample <> u.is_sample"
    )
    assert ask(units) == [(0,)]


def test_every_unit_that_an_open_row_names_is_named(ask):
    for view, column in [("figures", "unit_id"), ("observations", "unit_id"), ("targets", "unit_id"),
                         ("indicators", "owner_id"), ("units", "parent_id")]:  # fmt: skip
        lost = f"select {column} from open.{view} where {column} not in (select unit_id from open.units)"
        assert ask(lost) == []


def test_a_unit_of_a_list_without_a_licence_has_a_name_and_no_position(ask):
    assert ask("select count(*) from open.units where not whole")[0][0] > 0
    assert ask("select unit_id from open.units where not whole and coalesce(lat::varchar, note_en) is not null") == []


def test_what_stays_here_is_counted_with_its_source_and_a_reason(tiny):
    town = two_sources(tiny).build()
    assert town.ask("select unit_id, value from open.figures") == [("school-1", 5)]
    rows = town.ask("select view_name, source_id, rows, reason_th <> '', reason_en <> '' from open.withheld")
    assert set(rows) == {(view, "newspaper", 1, True, True) for view in ("figures", "observations")}


def test_shown_and_withheld_rows_are_all_rows(ask):
    for view, table in [("observations", "observations"), ("targets", "targets"), ("events", "events"),
                        ("places", "places"), ("claims", "plan_claims"), ("stops", "gtfs_stops"),
                        ("routes", "gtfs_routes"), ("service", "service_routes"), ("standards", "standards"),
                        ("points", "points"), ("days", "days"), ("hours", "hours"),
                        ("driven_days", "driven_days"), ("driven_stop_hours", "driven_stop_hours"),
                        ("driven_trips", "driven_trips"), ("driven_stretches", "driven_stretches")]:  # fmt: skip
        (out,) = ask(f"select count(*) from open.{view}")[0]
        (kept,) = ask("select coalesce(sum(rows), 0) from open.withheld where view_name = ?", view)[0]
        assert out + kept == ask(f"select count(*) from {table}")[0][0]


def test_observations_hold_revisions_and_figures_only_what_is_held_true(tiny):
    tiny.indicator("trees")
    tiny.figure("trees", "school-1", "2025-10-01", 5, known_from="2025-11-01", known_to="2025-12-01")
    tiny.figure("trees", "school-1", "2025-10-01", 6, known_from="2025-12-01")
    town = tiny.build()
    assert town.ask("select value from open.observations order by known_from") == [(5,), (6,)]
    assert town.ask("select value from open.figures") == [(6,)]


def test_a_target_of_a_year_is_held_against_years_and_rates_only(tiny):
    tiny.indicator("visits")
    tiny.indicator("visits-a-year", period_kind="fiscal_year")
    tiny.ratio("share")
    for name, cells in {"visits": {"value": 4}, "share": {"numerator": 1, "denominator": 2}}.items():
        tiny.figure(name, "town", "2025-10-01", **cells)
    tiny.figure("visits-a-year", "town", "2025-10-01", 40, known_from="2026-10-01")
    for name in ("visits", "visits-a-year", "share"):
        tiny.target(name, "town", 2026, low=9)
    found = tiny.build().ask("select indicator_id, target_low from open.figures order by indicator_id")
    assert found == [("share", 9), ("visits", None), ("visits-a-year", 9)]


def test_a_fiscal_year_is_named_by_the_year_it_ends_in(ask):
    found = ask("select distinct period_start, fiscal_year from open.figures where period_kind = 'fiscal_year'")
    assert found
    assert all(start.year + 1 == year for start, year in found)


def test_a_view_without_words_stops_the_build(tiny, monkeypatch):
    told = open_data.ask
    monkeypatch.setattr(open_data, "ask", lambda *given: [row for row in told(*given) if row[1] != "domain_id"])
    with pytest.raises(ValueError, match=r"says nothing of the column open\.\w+\.domain_id"):
        build(Options(two_sources(tiny).write(), AS_OF, with_sample=False))


def test_no_run_and_no_mark_of_a_vehicle_leaves(ask):
    assert ask("select count(*) > 0 from driven_runs") == [(True,)]
    columns = "select view_name from duckdb_views() where schema_name = 'open' and view_name like 'driven_%' order by 1"
    assert [name for (name,) in ask(columns)] == [
        "driven_days", "driven_stop_hours", "driven_stretches", "driven_trips",
    ]  # fmt: skip
    marks = "select column_name from duckdb_columns() where schema_name = 'open' and table_name like 'driven_%'"
    assert {"vehicle", "run_id", "trip_id"}.isdisjoint(name for (name,) in ask(marks))

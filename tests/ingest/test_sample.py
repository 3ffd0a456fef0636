"""Made-up figures: only where nothing is published, never on a real name, and as untidy as real registers."""

from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7.ingest import build, catalogue, sample
from smart7.ingest.build import Options

AS_OF = date(2026, 11, 22)
COUNT = {"over_time": "sum", "over_units": "sum"}
RATIO = {"over_time": "ratio", "over_units": "ratio"}


@pytest.fixture
def town(tiny):
    """Return a town with one published indicator and two that are made up."""
    tiny.indicator("published")
    tiny.figure("published", "town", "2024-10-01", 1)
    tiny.profile("published", target_start=1, target_end=2)
    for name in ("electricity", "attendances"):
        add_made_up(tiny, name)
    return tiny


def add_made_up(tiny, name: str) -> None:
    """Add an indicator of the schools that is made up."""
    tiny.indicator(name, level="school", range_min=0)
    tiny.profile(name, target_start=100, target_end=200, breakdown="female:0.5;male:0.5")


def made_up(tiny) -> pd.DataFrame:
    """Return the sample rows a build would load."""
    _, figures = build.read(Options(tiny.write(), AS_OF))
    return figures[figures["quality"] == "sample"].reset_index(drop=True)


# --- only where it belongs


@pytest.mark.parametrize(
    "sql",
    [
        "select * from observations join units using (unit_id) where (quality = 'sample') <> is_sample",
        "select * from targets join units using (unit_id) where (quality = 'sample') <> is_sample",
        "select * from observations where (quality = 'sample') <> (source_id = 'sample-generator')",
        "select * from targets where (quality = 'sample') <> (source_id = 'sample-generator')",
        "select * from series join units using (unit_id) where series.is_sample <> units.is_sample",
        "select * from yearly join units using (unit_id) where yearly.is_sample <> units.is_sample",
        "select * from units as u join units as p on p.unit_id = u.parent where u.is_sample <> p.is_sample",
        "select * from units where is_sample <> (unit_id like 'sample-%')",
        "select * from units where is_sample and (lat is not null or lon is not null)",
    ],
)
def test_nothing_made_up_touches_a_real_unit(ask, sql):
    assert ask(sql) == []


def test_no_event_is_made_up(ask):
    assert ask("select * from events where quality = 'sample' or source_id = 'sample-generator'") == []


@pytest.mark.parametrize("table", ["observations", "targets"])
def test_an_indicator_with_any_published_figure_has_nothing_made_up(ask, table):
    sql = f"""
        select distinct indicator_id from {table} where quality = 'sample'
        intersect select indicator_id from observations join units using (unit_id)
        where quality <> 'sample' and kind not in ('peer_city', 'peer_province')
    """  # noqa: S608
    assert ask(sql) == []


def test_a_published_figure_of_any_unit_or_day_keeps_the_made_up_ones_away(town):
    assert set(made_up(town)["indicator_id"]) == {"electricity", "attendances"}
    town.figure("electricity", "province", "2001-01-01", 7)
    assert set(made_up(town)["indicator_id"]) == {"attendances"}


@pytest.mark.parametrize("kind", ["peer_city", "peer_province"])
def test_a_figure_of_a_place_compared_with_says_nothing_of_the_town_and_ends_no_made_up_ones(town, kind):
    town.unit("peer", kind, parent=None)
    town.figure("electricity", "peer", "2024-10-01", 7)
    assert set(made_up(town)["indicator_id"]) == {"electricity", "attendances"}


def test_figures_are_made_up_for_the_units_of_the_indicators_level_alone(town):
    rows = made_up(town)
    assert set(rows["unit_id"]) == {"sample-school-1", "sample-school-2", "sample-school-3"}
    assert set(rows["file"]) == {"sample"}
    assert list(rows["line"]) == list(range(1, len(rows) + 1))


# --- the same every time


def test_the_same_rows_are_made_up_twice(town):
    pd.testing.assert_frame_equal(made_up(town), made_up(town))


def test_another_indicator_does_not_change_the_rows_of_the_others(town):
    before = made_up(town).drop(columns="line")
    add_made_up(town, "a-newcomer")
    town.rows["indicators.csv"].reverse()
    town.rows["sample_profiles.csv"].reverse()
    after = made_up(town).drop(columns="line")
    for name in ("electricity", "attendances"):
        one, other = (rows[rows["indicator_id"] == name].reset_index(drop=True) for rows in (before, after))
        pd.testing.assert_frame_equal(one, other)


def test_two_indicators_are_not_made_up_alike(town):
    rows = made_up(town)
    one, other = (list(rows[rows["indicator_id"] == name]["value"]) for name in ("electricity", "attendances"))
    assert one[:5] != other[:5]


# --- as untidy as real registers

MONTHS_OF_A_SCHOOL = """
    select indicator_id, unit_id, period_start from observations join indicators using (indicator_id)
    where quality = 'sample' and level = 'school' and indicators.period_kind = 'month'
      and breakdown = '' and known_to is null
    order by all
"""


def test_there_are_gaps(ask):
    rows = ask(MONTHS_OF_A_SCHOOL)
    steps = [(b[2] - a[2]).days for a, b in pairwise(rows) if a[:2] == b[:2]]
    assert any(step > 31 for step in steps)
    assert sum(step > 31 for step in steps) < 0.06 * len(steps)


def test_some_units_are_late_and_most_are_not(ask):
    last: dict[tuple[str, str], date] = {}
    for indicator, unit, start in ask(MONTHS_OF_A_SCHOOL):
        last[indicator, unit] = start
    late = {key for key, start in last.items() if start < date(2026, 9, 1)}
    assert 0 < len(late) < len(last) / 2
    assert {last[key] for key in late} == {date(2026, 7, 1)}


def test_there_are_corrections_and_each_has_a_figure_that_followed_it(ask):
    key = "indicator_id, unit_id, breakdown, period_kind, period_start"
    closed = ask(f"select {key}, known_to from observations where quality = 'sample' and known_to is not null")  # noqa: S608
    following = ask(f"select {key}, known_from from observations where quality = 'sample' and known_to is null")  # noqa: S608
    assert closed
    assert set(closed) <= set(following)


def test_no_figure_was_known_before_its_period_ended(ask):
    assert ask("select * from observations where quality = 'sample' and known_from < period_end") == []


def test_sample_years_end_with_a_whole_fiscal_year(ask):
    first, last = ask("select min(period_start), max(period_end) from observations where quality = 'sample'")[0]
    assert (first, last) == (date(2016, 10, 1), date(2026, 9, 30))


# --- sums and ranges


def test_the_parts_of_a_count_make_up_its_total_within_rounding(ask):
    rows = ask("""
        select t.value, sum(p.value), count(*), any_value(decimals)
        from observations as t
        join observations as p using (indicator_id, unit_id, period_kind, period_start, known_from)
        join breakdowns as b on b.breakdown_id = p.breakdown
        join indicators using (indicator_id)
        where t.quality = 'sample' and t.breakdown = '' and t.denominator is null
        group by t.indicator_id, t.unit_id, t.period_start, t.known_from, t.value, b.dimension
    """)
    assert rows
    # Each part is rounded by up to half a step, and so is the total.
    assert [r for r in rows if abs(r[0] - r[1]) > (r[2] + 1) * 0.5 * 10 ** -r[3] + 1e-9] == []


def test_shares_of_each_dimension_make_up_one_whole(ask, data_copy):
    found, _ = build.catalogue.read(data_copy)
    dimension = dict(ask("select breakdown_id, dimension from breakdowns"))
    for profile in found["sample_profiles.csv"].to_dict("records"):
        whole: dict[str, float] = {}
        for part in profile["breakdown"] or []:
            name, share = part.split(":")
            whole[dimension[name]] = whole.get(dimension[name], 0) + float(share)
        assert all(total == pytest.approx(1) for total in whole.values()), profile["indicator_id"]


@given(
    value=st.floats(-1e6, 1e6),
    size=st.floats(0.01, 20),
    bounds=st.tuples(st.floats(0, 1e4), st.floats(0, 1e4)).map(sorted),
    kind=st.sampled_from([COUNT, RATIO, {"over_time": "mean", "over_units": "mean"}]),
    scale=st.sampled_from([1.0, 100.0, 1000.0, 100_000.0]),
    denominator=st.one_of(st.none(), st.floats(1, 1e6)),
    decimals=st.integers(0, 4),
)
def test_no_made_up_value_leaves_the_indicators_range(value, size, bounds, kind, scale, denominator, decimals):
    about = {**kind, "scale": scale, "denominator": denominator, "decimals": decimals,
             "range_min": bounds[0], "range_max": bounds[1]}  # fmt: skip
    made = sample.amounts(about, value, size)
    assert bounds[0] <= made["value"] <= bounds[1]
    if kind is not COUNT:
        assert made["denominator"] >= 1
        assert made["numerator"] / made["denominator"] * scale == pytest.approx(made["value"], abs=1e-6)


def test_a_value_without_bounds_is_left_alone():
    about = {**COUNT, "decimals": 1, "range_min": None, "range_max": None}
    assert sample.amounts(about, -12.34, 2)["value"] == -24.7


@given(kind=st.sampled_from(["month", "quarter", "fiscal_year", "calendar_year", "academic_year"]))
def test_the_covered_periods_are_whole_follow_one_another_and_lie_within_the_sample_years(kind):
    periods = sample.covered_periods(kind)
    assert all((b.start - a.end).days == 1 for a, b in pairwise(periods))
    assert periods[0].start >= sample.FIRST_DAY
    assert periods[-1].end <= sample.LAST_DAY
    assert len(periods) == {"month": 120, "quarter": 40, "fiscal_year": 10}.get(kind, 9)


# --- targets


def goals_of(tiny) -> pd.DataFrame:
    """Return the targets that are made up where nothing but one other indicator is published."""
    found, _ = catalogue.read(tiny.write())
    return sample.figures(found, pd.DataFrame({"indicator_id": ["published"], "unit_id": ["town"]}))[1]


def test_a_target_of_the_town_is_that_of_its_schools_together_and_each_is_as_large_as_its_school(town):
    goals = goals_of(town)
    goals = goals[(goals["period_to"] == date(2026, 9, 30)) & (goals["indicator_id"] == "electricity")]
    low = dict(zip(goals["unit_id"], goals["low"], strict=True))
    assert low.pop("sample-town") == pytest.approx(sum(low.values()), abs=0.2)
    assert low == {unit: round(2400 * sample.size_of("school", unit), 1) for unit in low}
    assert len(low) == 3


@pytest.mark.parametrize(("direction", "side"), [("higher", "low"), ("lower", "high")])
def test_a_target_is_a_floor_or_a_ceiling_as_the_indicator_is_meant(tiny, direction, side):
    tiny.ratio("share", level="school", direction=direction)
    tiny.profile("share", denominator=50, target_start=10, target_end=20)
    goals = goals_of(tiny)
    assert goals.loc[goals[side].notna(), "unit_id"].nunique() == 4
    assert goals[["low", "high"]].notna().sum(axis=1).eq(1).all()
    assert (goals[side].min(), goals[side].max()) == (11, 20)


def test_an_indicator_that_is_not_judged_gets_no_target(tiny):
    tiny.indicator("story", level="school", direction="context")
    tiny.profile("story", target_start=10, target_end=20)
    assert goals_of(tiny).empty

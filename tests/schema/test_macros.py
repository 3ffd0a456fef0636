"""The one SQL macro for the Thai year and `calendar.py` say the same of every day."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7 import calendar
from smart7.calendar import PeriodKind
from smart7.ingest import build
from tests import periods

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FIXED: tuple[PeriodKind, ...] = tuple(kind for kind in calendar.KINDS if kind != "span")


Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """Return a function that runs SQL over a database that knows the macros and nothing else."""
    # In a list that is emptied: hypothesis keeps what it was given until the process ends.
    connections = [duckdb.connect(":memory:")]
    build.run_script(connections[0], "macros.sql")
    yield lambda sql, *values: connections[0].execute(sql, list(values)).fetchall()
    connections.pop().close()


def test_every_day_of_six_years_is_in_the_same_fiscal_year(ask):
    first, last = date(2019, 1, 1), date(2024, 12, 31)
    sql = """
        select cast(day as date) as day, fiscal_year(day), fiscal_year_start(day), fiscal_year_end(day)
        from generate_series(?::date, ?::date, interval 1 day) as days (day) order by 1
    """
    rows = ask(sql, first, last)
    assert len(rows) == (last - first).days + 1
    for day, year, start, end in rows:
        whole = calendar.containing("fiscal_year", day)
        assert (year, start, end) == (calendar.fiscal_year_of(day), whole.start, whole.end), day


@given(day=DAYS, kind=st.sampled_from(FIXED))
def test_any_period_belongs_to_the_same_year_in_both(ask, day, kind):
    period = calendar.containing(kind, day)
    year = calendar.containing(calendar.year_kind(kind), period.start)
    sql = "select year_kind($1), year_start($1, $2), year_end($1, $2, $3), parts_of_year($1)"
    [found] = ask(sql, kind, period.start, period.end)
    assert found == (year.kind, year.start, year.end, len(periods.within(kind, year)))


@given(start=DAYS, days=st.integers(0, 1000))
def test_a_span_is_its_own_year_in_both(ask, start, days):
    end = start + timedelta(days=days)
    sql = "select year_kind('span'), year_start('span', $1), year_end('span', $1, $2), parts_of_year('span')"
    assert ask(sql, start, end) == [(calendar.year_kind("span"), start, end, 1)]


@pytest.mark.parametrize(
    ("written", "fiscal_year"),
    [("29/02/2567", 2567), ("30/09/2568", 2568), ("01/10/2568", 2569), ("31/12/2568", 2569), ("01/01/2569", 2569)],
)
def test_days_as_people_write_them_are_in_the_fiscal_year_people_name(ask, written, fiscal_year):
    day = calendar.parse_day(written)
    assert ask("select buddhist_year(fiscal_year(?::date))", day) == [(fiscal_year,)]
    assert calendar.to_be_year(calendar.fiscal_year_of(day)) == fiscal_year


@given(day=DAYS)
def test_the_era_is_counted_alike(ask, day):
    assert ask("select buddhist_year(?)", day.year) == [(calendar.to_be_year(day.year),)]


@pytest.mark.parametrize(("above", "below", "value"), [(1, 4, 25.0), (0, 4, 0.0), (1, 0, None), (0, 0, None)])
def test_a_ratio_without_denominator_is_nothing_and_never_infinity(ask, above, below, value):
    assert ask("select ratio(?, ?, 100)", above, below) == [(value,)]


def test_quality_has_one_order_and_names_itself(ask):
    names = ["official", "reported", "submitted", "modelled", "estimated", "sample"]
    ranks = [ask("select quality_rank(?)", name)[0] for name in names]
    assert ranks == [(rank,) for rank in range(1, 7)]
    assert [ask("select quality_name(?)", *rank)[0] for rank in ranks] == [(name,) for name in names]


@pytest.mark.parametrize(("lang", "word"), [("th", "T"), ("en", "E"), ("fr", "T"), ("", "T")])
def test_thai_is_the_language_when_no_other_is_asked_for(ask, lang, word):
    assert ask("select in_language(?, 'T', 'E')", lang) == [(word,)]


PARTS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=20)


def of_sums(ask, parts):
    """Return the ratio of several parts as the build adds them up: sum over sum."""
    sql = "select ratio(sum(a), sum(b), 1) from (select unnest(?::bigint[]) as a, unnest(?::bigint[]) as b)"
    return ask(sql, [above for above, _ in parts], [below for _, below in parts])[0][0]


@given(parts=PARTS)
def test_a_ratio_of_sums_lies_between_the_ratios_of_its_parts(ask, parts):
    found = of_sums(ask, [part for part in parts if part[1]])
    ratios = [above / below for above, below in parts if below]
    assert (found is None) == (not ratios)
    if found is not None:
        assert min(ratios) - 1e-9 <= found <= max(ratios) + 1e-9


@given(parts=PARTS, seed=st.integers(), cut=st.integers(0, 20))
def test_a_ratio_of_sums_does_not_depend_on_order_or_grouping(ask, parts, seed, cut):
    mixed = random.Random(seed).sample(parts, len(parts))
    groups = [(sum(a for a, _ in group), sum(b for _, b in group)) for group in (mixed[:cut], mixed[cut:])]
    assert of_sums(ask, mixed) == of_sums(ask, groups) == of_sums(ask, parts)


@pytest.mark.parametrize(
    "said",
    ["mean_gap_s(0, 0)", "mean_wait_s(0, 0)", "excess_wait_s(0, 0, 0, 0)", "excess_wait_s(600, 360000, 0, 0)",
     "headway_variation(0, 0, 0, 0)", "percent_of(0, 0)", "speed_kmh(0, 0)"],
)  # fmt: skip
def test_what_is_said_of_no_service_is_nothing(ask, said):
    assert ask(f"select {said}") == [(None,)]


@given(gaps=st.lists(st.integers(1, 7200), min_size=1, max_size=30))
def test_somebody_waits_half_of_even_gaps_and_longer_for_uneven_ones(ask, gaps):
    waited = (
        "select mean_wait_s(sum(g), sum(g * g)), mean_gap_s(sum(g), count(*)) / 2 from unnest(?::double[]) as t (g)"
    )
    [(wait, half)] = ask(waited, gaps)
    assert wait >= half - 1e-9
    assert (len(set(gaps)) == 1) <= (abs(wait - half) < 1e-9)


@given(headway=st.integers(60, 3600), count=st.integers(1, 30))
def test_gaps_as_planned_do_not_vary(ask, headway, count):
    assert ask("select headway_variation(?, ?, 0, 0)", count, headway * count) == [(0.0,)]

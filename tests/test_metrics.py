"""The published rules: status, lateness, change, trend and ratio, by truth table and by property."""

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7 import calendar, formats, metrics
from smart7.calendar import Period
from smart7.metrics import Status, Target
from smart7.words import cards, common

FLOOR, CEILING, BETWEEN, NONE = Target(low=80), Target(high=50), Target(low=10, high=20), Target()
NUMBERS = st.floats(-1e9, 1e9)

# --- status

STATUS = [
    # value, direction, target, decimals, past, complete, verdict, reason
    (80.0, "higher", FLOOR, 1, False, True, "on", ""),
    (80.1, "higher", FLOOR, 1, False, True, "on", ""),
    (1e9, "higher", FLOOR, 1, False, True, "on", ""),
    (79.9, "higher", FLOOR, 1, False, True, "near", ""),
    (72.0, "higher", FLOOR, 1, False, True, "near", ""),
    (71.9, "higher", FLOOR, 1, False, True, "off", ""),
    (0.0, "higher", FLOOR, 1, False, True, "off", ""),
    (-5.0, "higher", FLOOR, 1, False, True, "off", ""),
    (50.0, "lower", CEILING, 1, False, True, "on", ""),
    (0.0, "lower", CEILING, 1, False, True, "on", ""),
    (50.1, "lower", CEILING, 1, False, True, "near", ""),
    (55.0, "lower", CEILING, 1, False, True, "near", ""),
    (55.1, "lower", CEILING, 1, False, True, "off", ""),
    (10.0, "band", BETWEEN, 1, False, True, "on", ""),
    (15.0, "band", BETWEEN, 1, False, True, "on", ""),
    (20.0, "band", BETWEEN, 1, False, True, "on", ""),
    (9.0, "band", BETWEEN, 1, False, True, "near", ""),
    (8.9, "band", BETWEEN, 1, False, True, "off", ""),
    (22.0, "band", BETWEEN, 1, False, True, "near", ""),
    (22.1, "band", BETWEEN, 1, False, True, "off", ""),
    # as shown: at the indicator's decimals, halves away from zero
    (79.95, "higher", FLOOR, 1, False, True, "on", ""),
    (79.94, "higher", FLOOR, 1, False, True, "near", ""),
    (79.5, "higher", FLOOR, 0, False, True, "on", ""),
    (79.49, "higher", FLOOR, 0, False, True, "near", ""),
    (2.5, "higher", Target(low=3), 0, False, True, "on", ""),
    (50.4, "lower", CEILING, 0, False, True, "on", ""),
    (50.5, "lower", CEILING, 0, False, True, "near", ""),
    (85.04, "higher", Target(low=85.04), 1, False, True, "on", ""),
    (85.0, "higher", Target(low=85.04), 1, False, True, "on", ""),
    (85.0, "higher", Target(low=85.04), 2, False, True, "near", ""),
    # boundaries that binary fractions miss
    (0.63, "higher", Target(low=0.7), 2, False, True, "near", ""),
    (0.62, "higher", Target(low=0.7), 2, False, True, "off", ""),
    (0.88, "lower", Target(high=0.8), 2, False, True, "near", ""),
    (0.89, "lower", Target(high=0.8), 2, False, True, "off", ""),
    (1_111_111_101.09, "higher", Target(low=1_234_567_890.10), 2, False, True, "near", ""),
    (1_111_111_101.08, "higher", Target(low=1_234_567_890.10), 2, False, True, "off", ""),
    # nothing is near nothing
    (1.0, "lower", Target(high=0), 0, False, True, "off", ""),
    (0.0, "lower", Target(high=0), 0, False, True, "on", ""),
    (-0.4, "higher", Target(low=0), 0, False, True, "on", ""),
    # reasons, and which comes first
    (None, "higher", FLOOR, 1, False, True, "none", "missing"),
    (None, "context", NONE, 1, True, False, "none", "missing"),
    (80.0, "context", FLOOR, 1, False, True, "none", "context"),
    (80.0, "context", NONE, 1, True, False, "none", "context"),
    (80.0, "higher", FLOOR, 1, True, True, "on", ""),
    (75.0, "higher", FLOOR, 1, True, True, "near", ""),
    (10.0, "higher", FLOOR, 1, True, True, "off", ""),
    (80.0, "higher", NONE, 1, True, True, "none", "no_target"),
    (80.0, "higher", NONE, 1, True, False, "none", "no_target"),
    (80.0, "higher", FLOOR, 1, True, False, "none", "partial"),
    (80.0, "higher", NONE, 1, False, True, "none", "no_target"),
    (80.0, "higher", NONE, 1, False, False, "none", "no_target"),
    (80.0, "higher", FLOOR, 1, False, False, "none", "partial"),
    (0.0, "lower", CEILING, 1, False, False, "none", "partial"),
]


@pytest.mark.parametrize(("value", "direction", "target", "decimals", "past", "complete", "verdict", "reason"), STATUS)
def test_a_status_follows_the_published_rule(value, direction, target, decimals, past, complete, verdict, reason):
    found = metrics.status(value, direction, target, decimals=decimals, past=past, complete=complete)
    assert found == Status(verdict, reason, then=past and verdict != "none")


def test_every_verdict_and_every_reason_of_a_single_figure_is_in_the_table():
    assert {row[6] for row in STATUS} == {"on", "near", "off", "none"}
    assert {row[7] for row in STATUS} == {"", "missing", "context", "no_target", "partial"}


@given(value=NUMBERS, target=st.builds(Target, low=st.none() | NUMBERS), decimals=st.integers(0, 4))
def test_a_better_value_never_has_a_worse_verdict(value, target, decimals):
    order = ["off", "near", "on", "none"]
    first, second = (
        metrics.status(v, "higher", target, decimals=decimals).judgement for v in (value, value + abs(value) + 1)
    )
    assert order.index(first) <= order.index(second)


@given(units=st.integers(1, 10**9), short=st.integers(-5, 10**8), decimals=st.integers(0, 4), ceiling=st.booleans())
def test_ten_percent_is_exact_in_decimals(units, short, decimals, ceiling):
    step = Decimal(1).scaleb(-decimals)
    goal = Decimal(units * 10) * step
    missed = Decimal(units - short) * step
    value = goal + missed if ceiling else goal - missed
    target = Target(high=float(goal)) if ceiling else Target(low=float(goal))
    found = metrics.status(float(value), "lower" if ceiling else "higher", target, decimals=decimals)
    expected = "on" if missed <= 0 else "near" if missed * 10 <= goal else "off"
    assert found == Status(expected)


@given(value=NUMBERS, decimals=st.integers(0, 4))
def test_a_value_is_compared_as_pages_write_it(value, decimals):
    written = formats.number(value, decimals, "en").replace(",", "").replace(formats.MINUS, "-")
    assert metrics.as_shown(value, decimals) == float(written)


@given(value=NUMBERS, decimals=st.integers(0, 4))
def test_a_value_always_meets_itself_as_a_target(value, decimals):
    for target in (Target(low=value), Target(high=value), Target(low=value, high=value)):
        assert metrics.status(value, "band", target, decimals=decimals) == Status("on")


# --- lateness

AS_OF = date(2026, 11, 22)
LATE = [
    # newest figure ends, kind, due days, judged at, late
    (date(2026, 9, 30), "month", 30, date(2026, 10, 29), False),
    (date(2026, 8, 31), "month", 30, date(2026, 10, 29), False),
    (date(2026, 8, 31), "month", 30, date(2026, 10, 30), True),
    (date(2026, 9, 30), "month", 30, date(2026, 11, 22), False),
    (date(2026, 9, 30), "month", 30, date(2026, 11, 29), False),
    (date(2026, 9, 30), "month", 30, date(2026, 11, 30), True),
    (date(2026, 9, 30), "month", 0, date(2026, 10, 30), False),
    (date(2026, 9, 30), "month", 0, date(2026, 10, 31), True),
    (date(2026, 6, 30), "quarter", 45, date(2026, 11, 13), False),
    (date(2026, 6, 30), "quarter", 45, date(2026, 11, 14), True),
    (date(2025, 9, 30), "fiscal_year", 90, date(2026, 12, 28), False),
    (date(2025, 9, 30), "fiscal_year", 90, date(2026, 12, 29), True),
    (date(2024, 12, 31), "calendar_year", 120, date(2026, 4, 29), False),
    (date(2024, 12, 31), "calendar_year", 120, date(2026, 4, 30), True),
    (date(2025, 5, 15), "academic_year", 60, date(2026, 7, 13), False),
    (date(2025, 5, 15), "academic_year", 60, date(2026, 7, 14), True),
    (date(2017, 8, 27), "month", None, AS_OF, False),
    (date(2017, 8, 27), "date", 30, AS_OF, False),
    (date(2017, 8, 27), "span", 30, AS_OF, False),
    (None, "month", 30, AS_OF, False),
]


@pytest.mark.parametrize(("last_end", "kind", "due_days", "at", "late"), LATE)
def test_a_figure_is_late_from_the_day_the_next_one_was_due(last_end, kind, due_days, at, late):
    assert metrics.is_late(last_end, kind, due_days, at) is late


KINDS = st.sampled_from(["month", "quarter", "fiscal_year", "calendar_year", "academic_year"])
DAYS = st.dates(date(2000, 1, 1), date(2050, 1, 1))


@given(kind=KINDS, due_days=st.integers(0, 400), at=DAYS)
def test_the_newest_due_period_is_due_and_the_one_after_it_is_not(kind, due_days, at):
    due = metrics.last_due(kind, due_days, at)
    assert due.end + timedelta(days=due_days) <= at < calendar.following(due).end + timedelta(days=due_days)
    assert not metrics.is_late(due.end, kind, due_days, at)
    assert metrics.is_late(calendar.previous(due).end, kind, due_days, at)


TODAY = date(2026, 11, 22)
ENDED, OPEN, STILL = Target(low=1, until=date(2025, 12, 31)), Target(low=1), Target(low=1, until=date(2026, 12, 31))
PAST = [
    # newest figure ends, kind, due days, target, past
    (None, "month", 30, OPEN, False),
    (date(2026, 9, 30), "month", 30, OPEN, False),
    (date(2026, 8, 31), "month", 30, OPEN, True),
    # what is owed is as new as it can be, though its target was for its own year
    (date(2025, 9, 30), "fiscal_year", 60, Target(low=1, until=date(2025, 9, 30)), False),
    (date(2024, 9, 30), "fiscal_year", 60, OPEN, True),
    # what nobody owes again: neither older than a year nor under a target that is over
    (date(2015, 12, 31), "calendar_year", None, OPEN, True),
    (date(2025, 12, 31), "calendar_year", None, OPEN, False),
    (date(2025, 12, 31), "calendar_year", None, STILL, False),
    (date(2025, 12, 31), "calendar_year", None, ENDED, True),
    (TODAY - timedelta(days=366), "date", None, OPEN, False),
    (TODAY - timedelta(days=367), "date", None, OPEN, True),
    (TODAY - timedelta(days=367), "span", 30, OPEN, True),
    (date(2027, 12, 31), "calendar_year", None, OPEN, False),
]


@pytest.mark.parametrize(("last_end", "kind", "due_days", "target", "past"), PAST)
def test_a_figure_speaks_for_its_own_period_once_it_no_longer_can_for_today(last_end, kind, due_days, target, past):
    assert metrics.is_past(last_end, kind, due_days, target, TODAY) is past


@given(end=st.dates(date(2000, 1, 1), TODAY), later=st.integers(0, 3000), due=st.none() | st.integers(0, 400))
def test_what_is_past_stays_past(end, later, due):
    was = metrics.is_past(end, "calendar_year", due, STILL, TODAY)
    assert metrics.is_past(end, "calendar_year", due, STILL, TODAY + timedelta(days=later)) >= was


@pytest.mark.parametrize(
    ("until", "due_days", "at"),
    [
        (date(2026, 9, 30), 30, date(2026, 10, 30)),
        (date(2026, 9, 30), 90, AS_OF),
        (date(2027, 9, 30), 30, AS_OF),
        (date(2020, 9, 30), 30, date(2020, 10, 30)),
        (date(2020, 9, 30), None, date(2020, 9, 30)),
    ],
)
def test_lateness_of_an_earlier_year_is_judged_when_that_year_was_due_and_never_after_the_snapshot(until, due_days, at):
    assert metrics.judged_at(AS_OF, until, due_days) == at


@given(until=DAYS, as_of=DAYS, due_days=st.none() | st.integers(0, 400))
def test_nothing_is_judged_after_the_snapshots_day(until, as_of, due_days):
    assert metrics.judged_at(as_of, until, due_days) <= as_of


# --- change


@pytest.mark.parametrize(
    ("value", "before", "expected"), [(12.0, 10.0, 2.0), (10.0, 12.0, -2.0), (0.0, 0.0, 0.0), (1.0, 0.0, 1.0)]
)
def test_a_change_is_the_difference(value, before, expected):
    assert metrics.change(value, before) == expected


@pytest.mark.parametrize(("value", "before"), [(None, 1.0), (1.0, None), (None, None)])
def test_there_is_no_change_from_or_to_nothing(value, before):
    assert metrics.change(value, before) is None


@given(kind=KINDS, day=DAYS)
def test_only_the_period_right_before_is_compared(kind, day):
    period = calendar.containing(kind, day)
    before = calendar.previous(period)
    assert metrics.follows(period, before)
    assert not metrics.follows(period, calendar.previous(before))
    assert not metrics.follows(before, period)
    assert not metrics.follows(period, period)
    assert not metrics.follows(period, None)


def test_kinds_that_end_on_one_day_are_not_compared():
    year, calendar_year = (calendar.containing(kind, date(2024, 1, 1)) for kind in ("fiscal_year", "calendar_year"))
    assert not metrics.follows(calendar_year, calendar.previous(year))


def test_days_and_spans_are_never_compared():
    for kind in ("date", "span"):
        first, second = (Period(kind, day, day) for day in (date(2024, 1, 1), date(2024, 1, 2)))
        assert not metrics.follows(second, first)


# --- trend


def yearly(*values: float | None) -> list[tuple[date, float | None]]:
    """Return one point a fiscal year."""
    return [(date(2010 + n, 10, 1), value) for n, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "direction", "trend"),
    [
        ((1, 2, 3), "higher", "improving"),
        ((3, 2, 1), "higher", "worsening"),
        ((1, 2, 3), "lower", "worsening"),
        ((3, 2, 1), "lower", "improving"),
        ((1, 2, 3), "context", "rising"),
        ((3, 2, 1), "band", "falling"),
        ((5, 5, 5), "higher", "steady"),
        ((0, 0, 0), "lower", "steady"),
        ((-5, -5, -5), "higher", "steady"),
        ((100, 101, 102), "higher", "steady"),
        ((100, 101, 102.1), "higher", "improving"),
        ((-3, -2, -1), "higher", "improving"),
        ((10, 11, 90, 13, 14), "higher", "improving"),
        ((10, 10, 90, 10, 10), "higher", "steady"),
        ((1, None, 2, 3), "higher", "improving"),
    ],
)
def test_a_trend_is_where_the_years_are_going(values, direction, trend):
    assert metrics.trend(yearly(*values), direction) == trend


@pytest.mark.parametrize("values", [(), (1,), (1, 2), (None, 1, 2), (None, None, None)])
def test_fewer_than_three_figures_have_no_trend(values):
    assert metrics.trend(yearly(*values), "higher") == "unknown"


def test_figures_of_one_day_have_no_trend():
    assert metrics.trend([(date(2024, 1, 1), value) for value in (1, 2, 3)], "higher") == "unknown"


SERIES = st.lists(st.none() | st.floats(-1e6, 1e6), max_size=12)
DIRECTIONS = st.sampled_from(["higher", "lower", "band", "context"])


@given(value=NUMBERS, count=st.integers(3, 15), direction=DIRECTIONS)
def test_a_constant_series_is_steady(value, count, direction):
    assert metrics.trend(yearly(*[value] * count), direction) == "steady"


@given(values=SERIES, direction=DIRECTIONS, seed=st.integers())
def test_the_order_in_which_points_come_does_not_matter(values, direction, seed):
    points = yearly(*values)
    shuffled = random.Random(seed).sample(points, len(points))
    assert metrics.trend(shuffled, direction) == metrics.trend(points, direction)


@given(values=SERIES)
def test_what_is_good_turns_round_with_the_direction(values):
    opposite = {"improving": "worsening", "worsening": "improving"}
    found = metrics.trend(yearly(*values), "higher")
    assert metrics.trend(yearly(*values), "lower") == opposite.get(found, found)


@given(values=SERIES, days=st.integers(-3000, 3000))
def test_a_trend_does_not_depend_on_when_it_began(values, days):
    moved = [(day + timedelta(days=days), value) for day, value in yearly(*values)]
    assert metrics.trend(moved, "higher") == metrics.trend(yearly(*values), "higher")


# --- words


def test_every_verdict_reason_and_trend_can_be_said():
    assert set(get_args(metrics.Judgement)) == set(common.STATUS)
    assert set(get_args(metrics.Reason)) - {""} == set(common.REASONS)
    assert set(get_args(metrics.Trend)) - {"unknown"} == set(cards.TRENDS)

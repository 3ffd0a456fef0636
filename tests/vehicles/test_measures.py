"""What the sums of a day count and what they leave out; what holds of them whatever was driven."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.driven import DAY, Driven

MORNING = 7 * 3600
EVERY_TEN = [MORNING + 600 * n for n in range(13)]


def straight(stops: str = "AB") -> Driven:
    """Return a day of one pattern."""
    day = Driven()
    day.way(stops)
    return day


def driven(to: Driven, *starts: float, pattern: str = "p", **more: Any) -> None:
    """Add a run from each of these seconds, a minute from stop to stop."""
    for start in starts:
        to.run(*[start + 60 * n for n in range(len(to.stops(pattern)))], pattern=pattern, **more)


def test_a_gap_belongs_to_the_hour_of_the_later_pass():
    day = straight()
    driven(day, MORNING + 3500, MORNING + 3700)
    assert day.measured().ask("select hour, gaps, gap_s from driven_stop_hours where gaps > 0") == [(8, 1, 200.0)]


def test_there_is_no_gap_across_days():
    day = straight()
    driven(day, MORNING, MORNING + 600)
    driven(day, MORNING + 500, day=DAY + timedelta(days=1))
    assert day.measured().ask("select service_date, gap_s from gaps") == [(DAY, 600.0)]


def test_there_is_no_gap_across_a_break_of_the_plan_but_one_beside_it():
    day = straight()
    day.plan(MORNING, MORNING + 600, MORNING + 20000, MORNING + 20600)
    driven(day, MORNING, MORNING + 900, MORNING + 20000, MORNING + 20600)
    found = day.measured()
    assert [gap for (gap,) in found.ask("select gap_s from gaps where driven order by second")] == [900.0, 600.0]
    assert [gap for (gap,) in found.ask("select gap_s from gaps where not driven order by second")] == [600.0, 600.0]


def test_a_vehicle_that_never_came_leaves_a_long_gap():
    day = straight()
    day.plan(*EVERY_TEN)
    driven(day, EVERY_TEN[0], EVERY_TEN[4])
    assert day.measured().ask("select gaps, long_gaps, gap_s from driven_stop_hours where gaps > 0") == [(1, 1, 2400.0)]


def test_a_run_long_after_the_last_trip_of_the_plan_ends_no_gap():
    day = straight()
    day.plan(*EVERY_TEN)
    driven(day, EVERY_TEN[-1], EVERY_TEN[-1] + 7300)
    assert day.measured().ask("select 1 from gaps where driven") == []


def test_a_silence_of_all_vehicles_ends_gaps_and_hides_trips():
    day = straight()
    day.plan(*EVERY_TEN, exact=True)
    seen = [start for start in EVERY_TEN if start < MORNING + 1800 or start >= MORNING + 5400]
    for start in seen:
        day.run(start, start + 60, start=start)
    day.heard(*range(MORNING - 600, MORNING + 1500, 30), *range(MORNING + 5300, EVERY_TEN[-1] + 600, 30))
    found = day.measured()
    assert found.one("count(*)", "gaps", "driven and gap_s > 600") == 0
    assert found.ask("select sum(planned), sum(run), sum(unseen) from driven_trips") == [(len(seen), len(seen), 6)]
    assert found.one("silent_s", "driven_days") == 5300 - 1470


def test_nothing_is_silent_where_there_are_no_positions_at_all():
    day = straight()
    driven(day, MORNING)
    assert day.measured().ask("select silent_s, positions, runs from driven_days") == [(0.0, 0, 1)]


def test_branches_are_waited_for_together_where_they_share_a_stop():
    day = straight("ABC")
    day.way("ABD", "q")
    driven(day, MORNING, MORNING + 1200)
    driven(day, MORNING + 600, pattern="q")
    assert day.measured().ask("select stop_id, gap_s from gaps order by stop_id, second") == [
        (stop, 600.0) for stop in ("A", "A", "B", "B")
    ]


def test_a_loop_has_no_gap_between_its_end_and_its_beginning():
    day = straight("ABCA")
    driven(day, MORNING, MORNING + 600)
    assert [gap for (gap,) in day.measured().ask("select distinct gap_s from gaps")] == [600.0]


def test_a_stop_passed_twice_on_the_way_is_two_places_to_wait():
    day = straight("ABCBD")
    driven(day, MORNING, MORNING + 600)
    found = day.measured().ask("select visit, gap_s from gaps where stop_id = 'B' order by visit")
    assert found == [(1, 600.0), (2, 600.0)]


def test_nobody_waits_at_the_last_stop():
    day = straight("ABC")
    driven(day, MORNING, MORNING + 600)
    assert day.measured().ask("select stop_id, passes, gaps from driven_stop_hours order by stop_id") == [
        ("A", 2, 1), ("B", 2, 1), ("C", 2, 0),
    ]  # fmt: skip


def test_only_a_timetable_makes_a_pass_on_time_early_or_late():
    day = straight()
    day.plan(MORNING, exact=False)
    day.run(MORNING, MORNING + 60, start=MORNING)
    assert day.measured().one("sum(timed)") == 0


@pytest.mark.parametrize(
    ("off", "name"), [(-61, "early"), (-60, "on_time"), (0, "on_time"), (300, "on_time"), (301, "late")]
)
def test_the_ends_of_on_time_are_on_time(off, name):
    day = straight()
    day.plan(MORNING, exact=True)
    day.run(MORNING + off, start=MORNING)
    found = day.measured()
    assert {one: found.one(f"sum({one})") for one in ("early", "on_time", "late")} == {
        "early": 0, "on_time": 0, "late": 0, name: 1,
    }  # fmt: skip
    assert found.one("sum(error_s)") == off


def test_a_run_beyond_the_timetable_is_extra_and_hides_no_missed_trip():
    day = straight()
    day.plan(MORNING, MORNING + 600, exact=True)
    day.run(MORNING, MORNING + 60, start=MORNING)
    driven(day, MORNING + 900)
    assert day.measured().ask("select planned, run, extra from driven_trips") == [(2, 1, 1)]


def test_where_only_a_headway_is_planned_runs_are_counted():
    day = straight()
    day.plan(MORNING, MORNING + 600, MORNING + 1200)
    driven(day, MORNING, MORNING + 700)
    assert day.measured().ask("select planned, run, extra from driven_trips") == [(3, 2, 0)]


def test_a_run_of_a_route_that_nobody_planned_is_extra():
    day = straight()
    driven(day, MORNING)
    assert day.measured().ask("select planned, run, extra, vehicles from driven_trips") == [(0, 0, 1, 1)]


def test_a_run_to_the_depot_is_counted_as_that_and_as_nothing_else():
    day = straight()
    driven(day, MORNING)
    day.empty(MORNING + 4000)
    assert day.measured().ask("select hour, dead_runs, run + extra, vehicles from driven_trips order by hour") == [
        (7, 0, 1, 1), (8, 1, 0, 0),
    ]  # fmt: skip


def test_a_vehicle_has_another_number_each_day_and_no_number_of_its_own():
    day = straight()
    for n, vehicles in enumerate((("first", "second"), ("second", "first"))):
        for m, vehicle in enumerate(vehicles):
            driven(day, MORNING + 600 * m, vehicle=vehicle, day=DAY + timedelta(days=n))
    found = day.measured()
    assert found.ask("select distinct service_date, run_id, vehicle from driven_runs order by all") == [
        (DAY + timedelta(days=n), m, m) for n in (0, 1) for m in (1, 2)
    ]
    kept = " ".join(str(found.ask(f"from {table}")) for table in ("driven_runs", "driven_trips", "driven_stop_hours"))  # noqa: S608
    assert "first" not in kept and "second" not in kept


def test_a_doubtful_run_is_counted_at_each_stop_and_its_doubt_once():
    day = straight("ABC")
    driven(day, MORNING, doubt=0.8)
    driven(day, MORNING + 600, doubt=0.1)
    found = day.measured()
    assert found.one("sum(doubtful)") == 3
    assert found.one("doubt", "driven_days") == pytest.approx(0.9)


def test_the_plan_says_which_of_its_trips_were_driven():
    day = straight()
    day.plan(MORNING, MORNING + 600)
    day.run(MORNING, MORNING + 60, start=MORNING)
    assert day.measured().ask("select distinct start_second, driven from driven_planned order by 1") == [
        (MORNING, True), (MORNING + 600, False),
    ]  # fmt: skip


def test_trips_that_leave_at_the_same_second_are_two_lines_of_the_plan():
    day = straight("ABC")
    day.way("ABD", "q")
    day.plan(MORNING)
    day.plan(MORNING, pattern="q")
    found = day.measured().ask(
        "select trip, string_agg(stop_id, '' order by stop_sequence) from driven_planned group by 1"
    )
    assert sorted(found) == [(1, "ABC"), (2, "ABD")]


def test_the_gaps_that_are_drawn_are_the_gaps_that_are_counted():
    day = straight()
    day.plan(*EVERY_TEN)
    driven(day, *EVERY_TEN[:3], EVERY_TEN[-1])
    day.heard(*range(MORNING - 600, EVERY_TEN[3], 30), *range(EVERY_TEN[-2], EVERY_TEN[-1] + 600, 30))
    found = day.measured()
    counted = found.ask("select sum(gaps), sum(gap_s) from driven_stop_hours")
    drawn = found.ask("select count(*), sum(gap_s) from driven_gaps where driven")
    assert drawn == counted == [(2, 1200)]


# --- what holds of any day

STARTS = st.lists(st.integers(MORNING, MORNING + 7200), min_size=2, max_size=14)


@settings(max_examples=12, deadline=None)
@given(moved=st.lists(st.integers(-290, 290), min_size=13, max_size=13), gone=st.sets(st.integers(1, 11), max_size=6))
def test_excess_wait_is_never_below_zero_where_no_more_came_than_an_even_plan_had(moved, gone):
    day = straight()
    day.plan(*EVERY_TEN)
    moved[0] = moved[-1] = 0
    driven(day, *[start + moved[n] for n, start in enumerate(EVERY_TEN) if n not in gone])
    found = day.measured().said("stop_id = 'A'")
    assert found["excess-wait"] is not None and found["excess-wait"] >= -1e-9


@settings(max_examples=8, deadline=None)
@given(starts=STARTS)
def test_sums_over_hours_are_those_of_the_day_however_it_is_cut(starts):
    day = straight("ABC")
    day.plan(*EVERY_TEN)
    driven(day, *starts)
    found = day.measured()
    ordered = sorted(starts)
    gaps = [b - a for a, b in zip(ordered, ordered[1:], strict=False)]
    for stop in "AB":
        assert found.one("sum(gap_s)", where=f"stop_id = '{stop}'") == sum(gaps)
        assert found.one("sum(gap_s2)", where=f"stop_id = '{stop}'") == sum(gap * gap for gap in gaps)
    whole = found.said()
    halves = found.ask("select sum(bunched), sum(held) from driven_stop_hours group by hour >= 8")
    assert whole["bunched"] == pytest.approx(100 * sum(a for a, _ in halves) / sum(b for _, b in halves))


@settings(max_examples=8, deadline=None)
@given(starts=STARTS, other=STARTS)
def test_days_measured_together_are_as_each_by_itself(starts, other):
    both, alone = straight(), straight()
    for day in (both, alone):
        day.plan(*EVERY_TEN)
        driven(day, *starts)
    both.plan(*EVERY_TEN, day=DAY + timedelta(days=1))
    driven(both, *other, day=DAY + timedelta(days=1))
    asked = "from driven_stop_hours where service_date = '2026-03-02' order by all"
    assert both.measured().ask(asked) == alone.measured().ask(asked)

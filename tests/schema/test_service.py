"""Service measures over feeds small enough to work out by hand."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.feeds import DAILY, WEEKDAYS, Feed, line

MONDAY, SATURDAY, SUNDAY = date(2018, 6, 4), date(2018, 6, 9), date(2018, 6, 10)
METHOD = Path(__file__).parents[2] / "docs" / "method.md"
KILOMETRE = pytest.approx(1, abs=1e-6)


@pytest.fixture
def feed() -> Feed:
    """Return one route of three stops with a trip each way at six."""
    return line()


def ask(feed: Feed, folder: Path, sql: str, **options: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a question about a feed once it is measured."""
    return feed.measured(folder, **options).execute(sql).fetchall()


def departures(feed: Feed, folder: Path, stop: str, where: str = "day_type = 'weekday' and direction_id = 0"):
    """Return hour, trips, mean and worst headway, first and last departure at a stop."""
    columns = "hour, trips, mean_headway_min, worst_headway_min, first_s, last_s"
    sql = f"select {columns} from service_departures where stop_id = '{stop}' and {where} order by hour"  # noqa: S608
    return ask(feed, folder, sql)


# --- frequencies


@pytest.mark.parametrize("exact_times", ["0", "1", ""])
def test_a_trip_with_frequencies_runs_at_each_of_its_times_and_never_at_its_own(feed, tmp_path, exact_times):
    # 07:00, 07:20, 07:40; 08:00 is the end and not before it. The trip's own 06:00 only gives the way.
    feed.every("out", "07:00:00", "08:00:00", 20, exact_times=exact_times)
    assert departures(feed, tmp_path, "a") == [(7, 3, 20, 20, 7 * 3600, 7 * 3600 + 2400)]
    # Five minutes on at b; at c nobody boards.
    assert departures(feed, tmp_path, "b") == [(7, 3, 20, 20, 7 * 3600 + 300, 7 * 3600 + 2700)]
    assert departures(feed, tmp_path, "c") == []


def test_a_headway_that_does_not_divide_its_window_ends_before_the_end(feed, tmp_path):
    feed.every("out", "07:00:00", "08:00:00", 25)  # 07:00, 07:25, 07:50
    assert [row[1] for row in departures(feed, tmp_path, "a")] == [3]


def test_windows_that_meet_hand_over_without_a_trip_twice(feed, tmp_path):
    feed.every("out", "07:00:00", "08:00:00", 30)  # 07:00, 07:30
    feed.every("out", "08:00:00", "09:00:00", 15)  # 08:00, 08:15, 08:30, 08:45
    # 08:00 comes 30 minutes after 07:30: the gap belongs to the hour in which the wait ends.
    assert departures(feed, tmp_path, "a") == [
        (7, 2, 30, 30, 25200, 27000),
        (8, 4, (30 + 15 + 15 + 15) / 4, 30, 28800, 31500),
    ]


def test_a_window_without_length_has_no_trips(feed, tmp_path):
    feed.every("out", "07:00:00", "07:00:00", 10)
    assert ask(feed, tmp_path, "select distinct direction_id from service_routes") == [(1,)]


# --- service days


def trips_by_day(feed: Feed, folder: Path) -> dict[str, tuple[date, int]]:
    """Return the date that stands for each kind of day, and how many trips it has."""
    sql = "select day_type, date, trips from day_types join service_networks using (feed_id, day_type)"
    return {kind: (day, trips) for kind, day, trips in ask(feed, folder, sql)}


def test_the_first_of_equal_days_stands_for_its_kind(feed, tmp_path):
    assert trips_by_day(feed, tmp_path) == {
        "weekday": (MONDAY, 2), "saturday": (SATURDAY, 2), "sunday": (SUNDAY, 2),
    }  # fmt: skip


def test_a_kind_of_day_without_a_trip_is_not_there(feed, tmp_path):
    feed.files["calendar"] = []
    feed.service("daily", WEEKDAYS)
    assert trips_by_day(feed, tmp_path) == {"weekday": (MONDAY, 2)}


def test_an_added_day_counts_and_a_removed_day_does_not(feed, tmp_path):
    feed.service("extra", dict.fromkeys(DAILY, 0))
    feed.trip("more", "r", "extra", {"a": "07:00:00", "c": "07:15:00"})
    feed.add("calendar_dates", service_id="extra", date="20180606", exception_type=1)  # Wednesday: 3 trips
    feed.add("calendar_dates", service_id="daily", date="20180609", exception_type=2)  # Saturday: none left
    assert trips_by_day(feed, tmp_path) == {"weekday": (date(2018, 6, 6), 3), "sunday": (SUNDAY, 2)}


def test_a_day_added_to_a_service_that_runs_anyway_counts_once(feed, tmp_path):
    feed.add("calendar_dates", service_id="daily", date="20180604", exception_type=1)
    assert trips_by_day(feed, tmp_path)["weekday"] == (MONDAY, 2)


def test_a_feed_may_have_dates_and_no_calendar(feed, tmp_path):
    del feed.files["calendar"]
    feed.add("calendar_dates", service_id="daily", date="20180605", exception_type=1)
    assert trips_by_day(feed, tmp_path) == {"weekday": (date(2018, 6, 5), 2)}
    sql = "select start_date, end_date from gtfs_feeds"
    assert ask(feed, tmp_path, sql) == [(date(2018, 6, 5), date(2018, 6, 5))]


def test_days_outside_the_period_a_feed_names_do_not_stand_for_it(feed, tmp_path):
    feed.add("feed_info", feed_publisher_name="P", feed_start_date="20180605", feed_end_date="20180608")
    feed.add("calendar_dates", service_id="daily", date="20180611", exception_type=1)
    assert trips_by_day(feed, tmp_path) == {"weekday": (date(2018, 6, 5), 2)}


def test_a_trip_after_midnight_belongs_to_its_service_day(feed, tmp_path):
    feed.files["calendar"] = []
    feed.service("daily", {**dict.fromkeys(DAILY, 0), "saturday": 1})
    feed.trip("night", "r", "daily", {"a": "24:30:00", "b": "24:35:00", "c": "24:45:00"})
    rows = departures(feed, tmp_path, "a", "direction_id = 0")
    assert [(row[0], row[1]) for row in rows] == [(6, 1), (24, 1)]
    assert rows[1][2:] == (18.5 * 60, 18.5 * 60, 88200, 88200)
    sql = "select day_type, span_h, end_s from service_routes where direction_id = 0"
    assert ask(feed, tmp_path, sql) == [("saturday", 18.5, 24 * 3600 + 2700)]


# --- routes


def route(feed: Feed, folder: Path, columns: str, direction: int = 0, **options: Any) -> tuple[Any, ...]:
    """Return measures of a direction of the route on a weekday."""
    sql = f"select {columns} from service_routes where day_type = 'weekday' and direction_id = {direction}"  # noqa: S608
    (row,) = ask(feed, folder, sql, **options)
    return row


def test_length_spacing_and_speed_follow_from_stops_where_there_is_no_shape(feed, tmp_path):
    # 3 km with two gaps between stops, in a quarter of an hour.
    columns = "length_km, stops, stop_spacing_m, speed_kmh, vehicle_km, service_hours"
    assert route(feed, tmp_path, columns) == (
        pytest.approx(3), 3, pytest.approx(1500), pytest.approx(12), pytest.approx(3), 0.25,
    )  # fmt: skip


def test_a_shape_is_followed_where_there_is_one(feed, tmp_path):
    degrees = 1 / 111.1950802335  # of a kilometre
    for n, (north, east) in enumerate([(0, 0), (2, 0), (2, 3), (0, 3)]):
        feed.add(
            "shapes", shape_id="way", shape_pt_sequence=n, shape_pt_lat=north * degrees, shape_pt_lon=east * degrees
        )
    feed.files["trips"][0]["shape_id"] = "way"
    # 2 + 3 + 2 km; off the equator the middle is shorter by less than a metre.
    assert route(feed, tmp_path, "length_km, vehicle_km") == (pytest.approx(7, abs=0.001), pytest.approx(7, abs=0.001))
    assert route(feed, tmp_path, "length_km", 1) == (pytest.approx(3),)


def test_a_stop_that_nobody_can_place_leaves_the_length_unknown_and_the_hours_known(feed, tmp_path):
    feed.files["stops"][1] |= {"stop_lat": "", "stop_lon": ""}
    assert route(feed, tmp_path, "length_km, speed_kmh, vehicle_km, service_hours") == (None, None, None, 0.25)
    assert ask(feed, tmp_path, "select vehicle_km, service_hours from service_networks limit 1") == [(None, 0.5)]


def test_every_run_adds_its_kilometres_and_hours(feed, tmp_path):
    feed.every("out", "06:00:00", "18:00:00", 30)  # 24 runs of 3 km and a quarter of an hour
    columns = "trips, vehicle_km, service_hours, first_s, last_s, end_s, span_h"
    assert route(feed, tmp_path, columns) == (
        24, pytest.approx(72), 6, 21600, 17 * 3600 + 1800, 17 * 3600 + 2700, 11.5,
    )  # fmt: skip


@pytest.mark.parametrize(("minutes", "vehicles"), [(20, 1), (15, 1), (14, 2), (5, 3), (4, 4)])
def test_peak_vehicles_are_the_most_on_the_way_at_once(feed, tmp_path, minutes, vehicles):
    # A trip takes 15 minutes: at 15 the next leaves in the second the last arrives.
    feed.every("out", "06:00:00", "09:00:00", minutes)
    assert route(feed, tmp_path, "peak_vehicles") == (vehicles,)


def test_the_network_needs_the_vehicles_of_all_directions_at_one_moment(feed, tmp_path):
    feed.every("out", "06:00:00", "07:00:00", 5)
    feed.every("back", "07:00:00", "08:00:00", 5)
    # Three each way, and from 07:00 to 07:10 two still come as three begin: at 07:00 the ways hand over.
    assert ask(feed, tmp_path, "select max(peak_vehicles) from service_networks") == [(3,)]
    feed.files["frequencies"][1]["start_time"] = "06:30:00"
    assert ask(feed, tmp_path, "select max(peak_vehicles) from service_networks") == [(6,)]


def test_headways_of_a_route_are_those_of_trips_that_leave_from_six_to_eighteen(feed, tmp_path):
    for n, time in enumerate(["05:00:00", "18:00:00", "18:01:00"]):
        feed.trip(f"t{n}", "r", "daily", {"a": time, "b": time, "c": time})
    # 06:00 and 18:00 count, 05:00 and 18:01 do not.
    assert route(feed, tmp_path, "mean_headway_min, worst_headway_min") == (720, 720)


def test_one_trip_has_no_headway(feed, tmp_path):
    assert route(feed, tmp_path, "mean_headway_min, worst_headway_min, span_h") == (None, None, 0)
    assert route(feed, tmp_path, "median_headway_min, mean_wait_min") == (None, None)


def test_a_trip_without_duration_has_no_speed(feed, tmp_path):
    feed.files["stop_times"] = []
    feed.files["trips"] = []
    feed.trip("beam", "r", "daily", {"a": "06:00:00", "b": "06:00:00"})
    assert route(feed, tmp_path, "speed_kmh, service_hours, trips") == (None, 0, 1)


def test_length_and_stops_are_those_of_the_pattern_most_trips_follow(feed, tmp_path):
    for n in range(2):
        feed.trip(f"short{n}", "r", "daily", {"a": f"0{7 + n}:00:00", "b": f"0{7 + n}:05:00"})
    assert route(feed, tmp_path, "trips, stops, length_km, vehicle_km") == (
        3, 2, KILOMETRE, pytest.approx(3 + 1 + 1),
    )  # fmt: skip


def test_a_loop_departs_once_from_the_stop_it_comes_back_to(tmp_path):
    feed = Feed()
    feed.service("daily")
    feed.stops(a=0, b=1000, c=3000)
    feed.route("ring")
    feed.trip("round", "ring", "daily", [("a", "06:00:00"), ("b", "06:05:00"), ("c", "06:15:00"), ("a", "06:30:00")])
    assert route(feed, tmp_path, "stops, length_km, stop_spacing_m") == (4, pytest.approx(6), pytest.approx(2000))
    assert [row[1] for row in departures(feed, tmp_path, "a")] == [1]
    assert ask(feed, tmp_path, "select stops, routes from service_networks limit 1") == [(3, 1)]
    hops = "select from_stop, to_stop, from_seq, seconds from service_hops order by from_seq"
    assert ask(feed, tmp_path, hops) == [("a", "b", 1, 300), ("b", "c", 2, 600), ("c", "a", 3, 900)]


def test_directions_are_measured_apart_and_a_trip_without_one_goes_out(feed, tmp_path):
    feed.files["trips"][0]["direction_id"] = ""
    sql = "select direction_id, trips, first_s from service_routes where day_type = 'weekday' order by 1"
    assert ask(feed, tmp_path, sql) == [(0, 1, 21600), (1, 1, 21600)]


# --- the network


def test_a_network_counts_routes_stops_trips_and_the_longer_way_of_each_route(feed, tmp_path):
    feed.route("s")
    feed.trip("s1", "s", "daily", {"a": "08:00:00", "b": "08:10:00"})
    columns = "routes, stops, trips, vehicle_km, service_hours, length_km"
    sql = f"select {columns} from service_networks where day_type = 'weekday'"  # noqa: S608
    assert ask(feed, tmp_path, sql) == [
        (2, 3, 3, pytest.approx(3 + 3 + 1), pytest.approx(0.25 + 0.25 + 1 / 6), pytest.approx(3 + 1)),
    ]


def phased() -> Feed:
    """Return a plan of a line in two phases, the second of which holds the first."""
    feed = line()
    feed.route("r-phase-1")
    feed.trip("p1", "r-phase-1", "daily", {"a": "06:00:00", "b": "06:05:00"})
    feed.every("p1", "06:00:00", "18:00:00", 10)
    feed.every("out", "06:00:00", "18:00:00", 20)
    return feed


def test_a_phase_of_a_plan_is_measured_and_left_out_of_what_is_added_up(tmp_path):
    feed = phased()
    assert ask(feed, tmp_path, "select route_id, part_of from service_phases", status="planned") == [("r-phase-1", "r")]
    networks = "select routes, trips from service_networks where day_type = 'weekday'"
    assert ask(feed, tmp_path, networks, status="planned") == [(1, 36 + 1)]
    headway = "select headway_min from stop_headways where stop_id = 'a' and day_type = 'weekday'"
    assert ask(feed, tmp_path, headway, status="planned") == [(20,)]
    trips = "select trips from service_routes where route_id = 'r-phase-1' and day_type = 'weekday'"
    assert ask(feed, tmp_path, trips, status="planned") == [(72,)]


def test_routes_that_run_are_never_phases_of_each_other(tmp_path):
    feed = phased()
    assert ask(feed, tmp_path, "select * from service_phases") == []
    assert ask(feed, tmp_path, "select routes, trips from service_networks limit 1") == [(2, 72 + 36 + 1)]


# --- stops


def headway(feed: Feed, folder: Path, stop: str) -> float | None:
    """Return the weekday headway of a stop."""
    sql = f"select headway_min from stop_headways where day_type = 'weekday' and stop_id = '{stop}'"  # noqa: S608
    return next((value for (value,) in ask(feed, folder, sql)), None)


def test_routes_of_a_stop_count_together_and_ways_apart(feed, tmp_path):
    feed.every("out", "06:00:00", "18:00:00", 20)
    feed.every("back", "06:00:00", "18:00:00", 30)
    assert headway(feed, tmp_path, "b") == 20, "the busier way, not both ways as one"
    feed.route("s")
    feed.trip("s1", "s", "daily", {"b": "06:15:00", "c": "06:30:00"})
    feed.every("s1", "06:15:00", "18:00:00", 20)
    # At b: 06:05, 06:15, 06:25 ... 17:45, 17:55: 72 departures, 71 gaps in 11 hours and 50 minutes.
    assert headway(feed, tmp_path, "b") == 10


def test_a_stop_that_the_first_vehicle_reaches_late_keeps_its_headway(feed, tmp_path):
    feed.trip("far", "r", "daily", {"a": "06:00:00", "b": "08:00:00", "c": "08:10:00"})
    feed.files["trips"].pop(0)
    feed.files["stop_times"] = [row for row in feed.files["stop_times"] if row["trip_id"] != "out"]
    feed.every("far", "06:00:00", "18:00:00", 20)
    assert headway(feed, tmp_path, "b") == 20


def test_one_busy_hour_is_not_a_day_of_service(feed, tmp_path):
    feed.every("out", "07:00:00", "08:00:00", 5)  # 12 departures in 12 hours
    assert headway(feed, tmp_path, "a") == 60


def test_a_stop_where_nobody_boards_by_day_has_no_headway(feed, tmp_path):
    feed.every("out", "19:00:00", "20:00:00", 5)
    feed.every("back", "19:00:00", "20:00:00", 5)
    assert headway(feed, tmp_path, "a") is None


# --- hops


def test_hops_hold_the_wait_at_a_stop_and_the_headway_of_the_route(feed, tmp_path):
    feed.files["stop_times"][1]["departure_time"] = "06:06:00"
    feed.every("out", "06:00:00", "18:00:00", 20)
    sql = "select from_stop, to_stop, seconds, headway_s from service_hops where direction_id = 0 order by from_seq"
    # 06:00 to 06:05; then 06:05 to 06:15, the minute of waiting at b with it.
    assert ask(feed, tmp_path, sql) == [("a", "b", 300, 1200), ("b", "c", 600, 1200)]


def test_one_departure_a_day_is_waited_for_as_long_as_the_day(feed, tmp_path):
    assert ask(feed, tmp_path, "select distinct headway_s from service_hops") == [(43200,)]


def test_a_feed_without_weekdays_has_no_hops(feed, tmp_path):
    feed.files["calendar"] = []
    feed.service("daily", {**dict.fromkeys(DAILY, 0), "sunday": 1})
    assert ask(feed, tmp_path, "select count(*) from service_hops") == [(0,)]


# --- the method's worked example


def test_the_example_in_the_method_is_worked_out_so(feed, tmp_path):
    feed.files["trips"].pop(1)
    feed.files["stop_times"] = [row for row in feed.files["stop_times"] if row["trip_id"] == "out"]
    feed.every("out", "06:00:00", "09:00:00", 20)
    feed.every("out", "09:00:00", "18:00:00", 30)
    told = worked_example("\nWorked example: ")
    assert len(told) == 14
    found = dict(zip(told, route(feed, tmp_path, ", ".join(told)), strict=True))
    assert {name: round(float(value), 2) for name, value in found.items()} == told


def test_the_worked_example_of_a_long_gap_is_what_the_build_works_out(feed, tmp_path):
    feed.every("out", "07:00:00", "08:00:00", 10)
    feed.every("out", "17:00:00", "18:00:00", 5)
    told = worked_example("\nWorked example of a long gap: ")
    assert (told["mean_headway_min"], told["median_headway_min"]) == (38.53, 5)
    found = dict(zip(told, route(feed, tmp_path, ", ".join(told)), strict=True))
    assert {name: round(float(value), 2) for name, value in found.items()} == told


def worked_example(begins: str) -> dict[str, float]:
    """Return the values of a worked example of the method, by measure."""
    section = METHOD.read_text("utf-8").partition("\n## Service\n")[2].partition("\n## ")[0]
    example = section.partition(begins)[2].partition("\nWorked example")[0].partition("\n### ")[0]
    return {name: float(value) for name, value in re.findall(r"^\| (\w+) \| [^|]+ \| ([\d.]+) \|$", example, re.M)}


def test_the_mean_wait_is_that_of_somebody_who_comes_at_every_second(feed, tmp_path):
    starts = [6 * 60, 6 * 60 + 7, 6 * 60 + 9, 7 * 60 + 40, 16 * 60 + 3]
    feed.files["trips"], feed.files["stop_times"] = [], []
    for n, start in enumerate(starts):
        time = f"{start // 60:02}:{start % 60:02}:00"
        feed.trip(f"t{n}", "r", "daily", {"a": time, "b": time, "c": time})
    leaves = [60 * start for start in starts]
    waits = [next(s for s in leaves if s > come) - come - 0.5 for come in range(leaves[0], leaves[-1])]
    assert route(feed, tmp_path, "mean_wait_min, median_headway_min") == (
        pytest.approx(sum(waits) / len(waits) / 60), (7 + 91) / 2,
    )  # fmt: skip


def test_evenly_spread_trips_are_waited_for_half_their_headway(feed, tmp_path):
    feed.every("out", "06:00:00", "18:00:00", 20)
    columns = "mean_headway_min, median_headway_min, worst_headway_min, mean_wait_min"
    assert route(feed, tmp_path, columns) == (20, 20, 20, 10)


def test_trips_that_leave_together_have_no_mean_wait(feed, tmp_path):
    feed.trip("too", "r", "daily", {"a": "06:00:00", "b": "06:05:00", "c": "06:15:00"})
    assert route(feed, tmp_path, "trips, mean_headway_min, median_headway_min, mean_wait_min") == (2, 0, 0, None)


# --- the real feeds


def test_every_stop_of_a_trip_but_the_last_has_departures(ask):
    lost = """
        select t.feed_id, t.stop_id from gtfs_stop_times as t
        join (select feed_id, trip_id, max(nth) as last from gtfs_stop_times group by all) as l using (feed_id, trip_id)
        anti join service_departures as d on d.feed_id = t.feed_id and d.stop_id = t.stop_id
        where t.nth < l.last
    """
    assert ask(lost) == []


def test_departures_of_a_route_at_its_first_stop_are_its_trips(ask):
    sql = """
        with first as (
            select feed_id, route_id, direction_id, day_type, from_stop as stop_id from service_hops where from_seq = 1
        )
        select d.feed_id, d.route_id, sum(d.trips), any_value(r.trips)
        from first
        join service_departures as d using (feed_id, route_id, direction_id, day_type, stop_id)
        join service_routes as r using (feed_id, route_id, direction_id, day_type)
        group by d.feed_id, d.route_id, d.direction_id
        having sum(d.trips) <> any_value(r.trips)
    """
    assert ask(sql) == []
    assert ask("select count(*) > 40 from service_routes where day_type = 'weekday'") == [(True,)]

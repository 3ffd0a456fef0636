"""What GTFS allows and is said all the same: tiny headways, coming days without trips, vehicles, what is not read."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smart7.ingest.gtfs import sense, unread, validate
from smart7.ingest.gtfs.findings import Finding
from smart7.words import vehicles
from tests.ingest.zips import GOOD, Files, edited, files

DAY = date(2026, 11, 22)
WEEK = [DAY + timedelta(days=n) for n in range(7)]
ONE_TRIP = "trip_id,start_time,end_time,headway_secs\nt1,06:00:00,09:00:00,{}\n"


def written(folder: Path, content: Files) -> Path:
    """Return a folder with the files of a feed."""
    for name, text in content.items():
        (folder / name).write_bytes(text)
    return folder


def found(folder: Path, content: Files, rule: str, day: date = DAY) -> list[Finding]:
    """Return what a rule of our own says of a feed."""
    return [item for item in sense.check(written(folder, content), day) if item.rule == rule]


def exceptions(kind: int, days: list[date]) -> str:
    """Return a `calendar_dates.txt` that adds (1) or takes away (2) days of the good feed's service."""
    return "service_id,date,exception_type\n" + "".join(f"wk,{day:%Y%m%d},{kind}\n" for day in days)


@pytest.mark.parametrize(("seconds", "fixed"), [(1, 60), (10, 600), (29, 1740)])
def test_a_headway_under_thirty_seconds_is_taken_for_minutes(tmp_path, seconds, fixed):
    (item,) = found(tmp_path, files(frequencies=ONE_TRIP.format(seconds)), "tiny_headway")
    assert (item.severity, item.file, item.lines, item.count) == ("warning", "frequencies.txt", (2,), 1)
    assert f"every {seconds} seconds is hardly meant" in item.what.en and f"{seconds} วินาที" in item.what.th
    assert item.do.en.endswith(f"{seconds} minutes are {fixed}")


@pytest.mark.parametrize("seconds", [30, 60, 600])
def test_a_headway_of_half_a_minute_or_more_is_taken_as_it_stands(tmp_path, seconds):
    assert found(tmp_path, files(frequencies=ONE_TRIP.format(seconds)), "tiny_headway") == []


def test_a_share_taxi_is_known_and_named_and_nothing_says_that_gtfs_does_not_know_it(tmp_path):
    folder = written(tmp_path, edited("routes", ",3\n", ",1501\n"))
    items = [item for item in validate.examine(folder, DAY) if item.file == "routes.txt"]
    assert [(item.severity, item.rule, item.lines) for item in items if "route_type" in item.what.en] == [
        ("info", "extended_type", (2,))
    ]
    (item,) = [item for item in items if item.rule == "extended_type"]
    assert "1501 is share taxi (songthaew)" in item.what.en and "สองแถว" in item.what.th


@pytest.mark.parametrize("number", [13, 99, 118, 717, 999, 1701])
def test_a_route_type_of_neither_list_is_still_told(tmp_path, number):
    folder = written(tmp_path, edited("routes", ",3\n", f",{number}\n"))
    assert [item.rule for item in validate.by_the_rules(folder, DAY) if item.column == "route_type"] == [
        "unexpected_enum_value"
    ]
    assert found(tmp_path, {}, "extended_type") == []


def test_every_route_type_of_the_extended_list_is_let_through(tmp_path):
    routes = GOOD["routes.txt"] + "".join(f"x{n},T,{n},Line {n},{n}\n" for n in vehicles.EXTENDED)
    folder = written(tmp_path, files(routes=routes))
    assert [item for item in validate.by_the_rules(folder, DAY) if item.column == "route_type"] == []
    assert len(found(tmp_path, {}, "extended_type")) == len(vehicles.EXTENDED)


@pytest.mark.parametrize("number", vehicles.EXTENDED)
def test_extended_types_have_a_name_and_a_family(number):
    assert number // 100 in (1, 2, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17)
    assert vehicles.named(number) == vehicles.EXTENDED[number]


def test_a_type_nobody_knows_is_shown_by_its_number():
    assert "99999" in vehicles.named(99999).en and "99999" in vehicles.named(99999).th


def test_a_feed_whose_calendar_has_ended_has_no_trips_and_calendar_txt_decides(tmp_path):
    (item,) = found(tmp_path, edited("calendar", "20260101,20261231", "20180101,20181231"), "no_trips_soon")
    assert (item.severity, item.file) == ("warning", "calendar.txt")
    assert item.what.en == "not one trip runs from 2026-11-22 to 2026-11-28; calendar.txt decides that"


def test_trips_that_exceptions_take_away_are_gone_and_calendar_dates_txt_decides(tmp_path):
    (item,) = found(tmp_path, files(calendar_dates=exceptions(2, WEEK)), "no_trips_soon")
    assert item.file == "calendar_dates.txt" and "calendar_dates.txt decides that" in item.what.en
    assert "calendar_dates.txt" in item.what.th


def test_without_a_calendar_the_days_of_calendar_dates_txt_decide(tmp_path):
    old = files(calendar=None, calendar_dates=exceptions(1, [date(2018, 6, 4)]))
    (item,) = found(tmp_path, old, "no_trips_soon")
    assert item.file == "calendar_dates.txt"


@pytest.mark.parametrize("day", WEEK)
def test_one_day_with_trips_in_the_coming_seven_is_enough(tmp_path, day):
    ended = edited("calendar", "20260101,20261231", "20180101,20181231")
    content = ended | files(calendar=ended["calendar.txt"], calendar_dates=exceptions(1, [day]))
    folder = written(tmp_path, content)
    rules = [item.rule for item in validate.examine(folder, DAY)]
    assert "no_trips_soon" not in rules and "trip_coverage_not_active_for_next7_days" not in rules
    (last,) = found(tmp_path, {}, "last_trips")
    assert last.what.en.startswith(f"the last trips run on {day}, then none for at least four weeks")


def test_a_day_of_a_service_without_trips_is_no_day_with_trips(tmp_path):
    ended = edited("calendar", "20260101,20261231", "20180101,20181231")["calendar.txt"].decode()
    content = files(calendar=ended + "idle,1,1,1,1,1,1,1,20260101,20261231\n")
    assert [item.file for item in found(tmp_path, content, "no_trips_soon")] == ["calendar.txt"]


def test_a_calendar_that_ends_this_week_is_said_to_end_and_not_to_be_over(tmp_path):
    ending = edited("calendar", "20260101,20261231", "20260101,20261124")
    assert found(tmp_path, ending, "no_trips_soon") == []
    (item,) = found(tmp_path, {}, "last_trips")
    assert (item.file, item.what.en.split(",")[0]) == ("calendar.txt", "the last trips run on 2026-11-24")


def test_a_pause_of_two_weeks_is_no_end(tmp_path):
    pause = [DAY + timedelta(days=n) for n in range(3, 17)]
    for rule in ("no_trips_soon", "last_trips"):
        assert found(tmp_path, files(calendar_dates=exceptions(2, pause)), rule) == []


def test_files_of_gtfs_that_are_not_read_are_named(tmp_path):
    extra = dict.fromkeys(("pathways.txt", "booking_rules.txt", "areas.txt", "locations.geojson"), b"x\n")
    (item,) = unread.check(written(tmp_path, files() | extra))
    assert (item.severity, item.rule) == ("info", "not_read")
    names = "areas.txt, booking_rules.txt, locations.geojson, pathways.txt"
    assert item.what.en.endswith(names) and item.what.th.endswith(names)


def test_a_feed_of_files_that_are_read_has_no_such_note(tmp_path):
    assert unread.check(written(tmp_path, files(frequencies=ONE_TRIP.format(600)))) == []


@pytest.mark.parametrize(("zone", "rules"), [("z1", ["fare_zones"]), ("", [])])
def test_fares_by_zone_are_said_not_to_be_read(tmp_path, zone, rules):
    folder = written(tmp_path, files(fare_rules=f"fare_id,route_id,origin_id\nf,r1,{zone}\n"))
    assert [item.rule for item in unread.check(folder)] == rules

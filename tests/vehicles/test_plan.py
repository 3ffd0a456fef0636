"""What a feed plans for a day: by headway, by timetable, and on days its calendar does not reach."""

from dataclasses import replace
from datetime import date

import pandas as pd

from smart7.vehicles import lines as patterns
from smart7.vehicles import plan
from smart7.vehicles.feed import services_on
from tests.vehicles.towns import DAY, STREET, feed_of, lines_of

FEED, LINES = lines_of(STREET)


def test_a_headway_makes_a_departure_each_time_while_it_holds():
    due = plan.departures(FEED, LINES, DAY)
    out = due[due["trip_id"] == "street-0"]["start_second"]
    assert list(out) == list(range(21_600, 75_600, 1_200))
    assert not due["exact"].any()


def test_a_timetable_makes_one_departure_of_a_trip():
    timetabled = replace(FEED, headways=FEED.headways.iloc[:0])
    due = plan.departures(timetabled, patterns.of(timetabled), DAY)
    assert list(due["start_second"]) == [21_600, 21_600]
    assert due["exact"].all()


def test_each_departure_is_due_at_each_stop_and_at_the_last_when_it_arrives():
    calls = FEED.calls.assign(departure_s=FEED.calls["departure_s"] + 30)
    feed = replace(FEED, calls=calls)
    rows = plan.planned(feed, patterns.of(feed), DAY)
    one = rows[(rows["trip_id"] == "street-0") & (rows["start_second"] == 22_800)]
    first, last = calls[calls["trip_id"] == "street-0"].iloc[[0, -1]].itertuples()
    assert one["second"].iloc[0] == 22_800
    assert one["second"].iloc[-1] == 22_800 + last.arrival_s - first.departure_s
    assert list(one["stop_sequence"]) == list(range(1, len(one) + 1))
    assert set(rows.columns) == set(plan.COLUMNS)


def test_days_off_and_added_days_are_kept():
    weekdays = FEED.calendar.assign(saturday=False, sunday=False)
    exceptions = pd.DataFrame(
        {"service_id": ["daily"] * 2, "date": [date(2026, 11, 2), date(2026, 11, 7)], "exception_type": [2, 1]}
    )
    feed = replace(FEED, calendar=weekdays, exceptions=exceptions)
    assert [services_on(feed, date(2026, 11, day)) for day in (2, 3, 7, 8)] == [set(), {"daily"}, {"daily"}, set()]


def test_after_the_end_of_a_recorded_feed_its_weekdays_go_on():
    feed = replace(feed_of(STREET), calendar=FEED.calendar.assign(end_date=date(2018, 12, 31), sunday=False))
    assert services_on(feed, date(2026, 11, 2)) == {"daily"}
    assert services_on(feed, date(2026, 11, 1)) == set()

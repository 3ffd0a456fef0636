"""Read one feed from the GTFS tables of a snapshot: its trips, calls, headways, stops, shapes and days."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb
import pandas as pd

WEEK: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TABLES: Final = {
    "trips": """select trip_id, route_id, direction_id, service_id, shape_id
        from gtfs_trips where feed_id = ? order by 1""",
    "calls": """select trip_id, nth, stop_sequence, stop_id, arrival_s, departure_s
        from gtfs_stop_times where feed_id = ? order by trip_id, nth""",
    "headways": """select trip_id, start_s, end_s, headway_s, exact_times
        from gtfs_frequencies where feed_id = ? order by trip_id, start_s""",
    "stops": "select stop_id, lat, lon from gtfs_stops where feed_id = ? and lat is not null order by 1",
    "shapes": "select shape_id, lat, lon from gtfs_shapes where feed_id = ? order by shape_id, sequence",
    "calendar": """select service_id, monday, tuesday, wednesday, thursday, friday, saturday, sunday,
        start_date, end_date from gtfs_calendar where feed_id = ? order by 1""",
    "exceptions": "select service_id, date, exception_type from gtfs_calendar_dates where feed_id = ? order by 1, 2",
}  # fmt: skip


class NoFeed(Exception):
    """Raise when a snapshot has no feed of an id."""


@dataclass(frozen=True)
class Feed:
    """The tables of one feed, as `schema/transit.sql` names their columns; times in seconds, places in degrees."""

    feed_id: str
    trips: pd.DataFrame
    calls: pd.DataFrame
    headways: pd.DataFrame
    stops: pd.DataFrame
    shapes: pd.DataFrame
    calendar: pd.DataFrame
    exceptions: pd.DataFrame


def read(connection: duckdb.DuckDBPyConnection, feed_id: str) -> Feed:
    """Return a feed from a snapshot, or from one in the making; raises `NoFeed`."""
    tables = {name: connection.execute(asked, [feed_id]).df() for name, asked in TABLES.items()}
    if tables["trips"].empty:
        raise NoFeed(feed_id)
    return Feed(feed_id, **tables)


def services_on(feed: Feed, day: date) -> set[str]:
    """Return the services of a feed that run on a day.

    A day that no service of the feed's calendar reaches, such as one after a recorded feed ended, has the services of
    its weekday: what was recorded is taken to go on.
    """
    calendar, exceptions = feed.calendar, feed.exceptions
    of_week = calendar[WEEK[day.weekday()]].astype(bool)
    starts, ends = (pd.to_datetime(calendar[name]).dt.date for name in ("start_date", "end_date"))
    within = (starts <= day) & (ends >= day)
    of_day = exceptions[pd.to_datetime(exceptions["date"]).dt.date == day]
    found = set(calendar["service_id"][of_week & within])
    found |= set(of_day["service_id"][of_day["exception_type"] == 1])
    found -= set(of_day["service_id"][of_day["exception_type"] == 2])
    reached = bool(within.any() or len(of_day))
    return found if reached else set(calendar["service_id"][of_week])

"""Small GTFS feeds that a person can work out by hand, written as text and loaded by the code that serves them."""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from smart7.ingest.gtfs import load
from smart7.ingest.scripts import run_script

DAILY = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), 1)
WEEKDAYS = {**DAILY, "saturday": 0, "sunday": 0}


@dataclass
class Feed:
    """A feed in the making: a week of 2018 from Monday 4 June to Sunday 10 June, and what a test adds."""

    files: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, name: str, **cells: Any) -> None:
        """Add a row to a file."""
        self.files.setdefault(name, []).append(cells)

    def service(self, service_id: str, days: dict[str, int] | None = None, **cells: Any) -> None:
        """Add a service, by default on every day of the week."""
        dates = {"start_date": "20180604", "end_date": "20180610"}
        self.add("calendar", service_id=service_id, **(days or DAILY), **{**dates, **cells})

    def stops(self, **metres_east: float) -> None:
        """Add stops on the equator, where a degree of longitude is 111,195.08 m, by metres from its beginning."""
        for stop_id, metres in metres_east.items():
            self.add("stops", stop_id=stop_id, stop_name=stop_id.upper(), stop_lat=0, stop_lon=metres / 111195.0802335)

    def route(self, route_id: str, **cells: Any) -> None:
        """Add a route of buses."""
        self.add("routes", route_id=route_id, route_short_name=route_id, **{"route_type": 3, **cells})

    def trip(self, trip_id: str, route_id: str, service_id: str, times: dict[str, str] | list[tuple[str, str]],
             **cells: Any) -> None:  # fmt: skip
        """Add a trip that calls at stops at times; pairs are needed where it calls at one stop twice."""
        self.add("trips", trip_id=trip_id, route_id=route_id, service_id=service_id, **{"direction_id": 0, **cells})
        for n, (stop_id, time) in enumerate(times.items() if isinstance(times, dict) else times, 1):
            arrival, _, departure = time.partition(" ")
            self.add(
                "stop_times", trip_id=trip_id, stop_sequence=n * 10, stop_id=stop_id,
                arrival_time=arrival, departure_time=departure or arrival,
            )  # fmt: skip

    def every(self, trip_id: str, start: str, end: str, minutes: float, **cells: Any) -> None:
        """Let a trip repeat."""
        self.add(
            "frequencies", trip_id=trip_id, start_time=start, end_time=end, headway_secs=int(minutes * 60), **cells
        )

    def write(self, folder: Path) -> Path:
        """Write the feed's text into a folder and return it."""
        folder.mkdir(parents=True, exist_ok=True)
        if "agency" not in self.files:
            self.add("agency", agency_id="a", agency_name="A", agency_url="http://a", agency_timezone="Asia/Bangkok")
        for name, rows in self.files.items():
            write_rows(folder / (name if "." in name else f"{name}.txt"), rows)
        return folder

    def loaded(self, folder: Path, feed_id: str = "town") -> duckdb.DuckDBPyConnection:
        """Return a database that holds the feed and nothing else."""
        connection = duckdb.connect()
        load.prepare(connection)
        load.load_feed(connection, feed_id, self.write(folder))
        return connection

    def measured(self, folder: Path, status: str = "recorded") -> duckdb.DuckDBPyConnection:
        """Return a database that holds the feed and its service measures."""
        texts = {"title_th": "T", "title_en": "T", "note_th": "", "note_en": "", "source_id": "", "as_of": "2018-06-30"}
        self.files["about.csv"] = [{"status": status, **texts, "position": 1}]
        connection = self.loaded(folder)
        run_script(connection, "service.sql")
        run_script(connection, "service_stops.sql")
        return connection


def write_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write rows as CSV under every column that one of them has."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def line() -> Feed:
    """Return one route of three stops, 1,000 and 3,000 m along, with a trip each way at six, every day."""
    feed = Feed()
    feed.service("daily")
    feed.stops(a=0, b=1000, c=3000)
    feed.route("r")
    feed.trip("out", "r", "daily", {"a": "06:00:00", "b": "06:05:00", "c": "06:15:00"})
    feed.trip("back", "r", "daily", {"c": "06:00:00", "b": "06:10:00", "a": "06:15:00"}, direction_id=1)
    return feed

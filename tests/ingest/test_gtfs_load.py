"""Feeds of GTFS text become tables: what is read, what may be missing, and what is said when a feed cannot be read."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from smart7.ingest import build
from smart7.ingest.build import Options
from smart7.ingest.faults import BadInput, Fault
from smart7.ingest.gtfs import load
from tests.feeds import Feed, line

ABOUT = {
    "status": "recorded", "title_th": "ท", "title_en": "T", "note_th": "", "note_en": "", "source_id": "",
    "as_of": "2018-04-30", "position": 3,
}  # fmt: skip


@pytest.fixture
def feed() -> Feed:
    """Return one route of three stops with a trip each way at six."""
    return line()


def rows(feed: Feed, folder: Path, sql: str) -> list[tuple[object, ...]]:
    """Return the answer to a question about a feed once it is loaded."""
    return feed.loaded(folder).execute(sql).fetchall()


def faults(folder: Path) -> list[Fault]:
    """Return why a folder cannot be loaded; nothing of it must have been."""
    connection = duckdb.connect()
    load.prepare(connection)
    with pytest.raises(BadInput) as refused:
        load.load_feed(connection, "town", folder)
    names = [name for (name,) in connection.execute("select table_name from duckdb_tables() where not temporary")
             .fetchall()]  # fmt: skip
    assert all(connection.execute(f"select count(*) from {name}").fetchone() == (0,) for name in names)  # noqa: S608
    return refused.value.faults


def said(feed: Feed, folder: Path) -> list[tuple[str, int, str, str]]:
    """Return file, line, column and the English sentence of each fault of a feed."""
    return [(f.file, f.line, f.column, f.what.en) for f in faults(feed.write(folder))]


# --- what is read


def test_times_past_midnight_stay_in_their_service_day_and_short_hours_are_read(feed, tmp_path):
    feed.trip("night", "r", "daily", {"a": "6:00:00", "b": "24:10:30", "c": "101:00:00"})
    sql = "select arrival_s from gtfs_stop_times where trip_id = 'night' order by nth"
    assert rows(feed, tmp_path, sql) == [(21600,), (87030,), (363600,)]


def test_stops_of_a_trip_are_counted_in_their_order_whatever_their_numbers_and_lines(feed, tmp_path):
    feed.files["stop_times"].reverse()
    sql = "select nth, stop_sequence, stop_id from gtfs_stop_times where trip_id = 'out' order by nth"
    assert rows(feed, tmp_path, sql) == [(1, 10, "a"), (2, 20, "b"), (3, 30, "c")]


def test_numbers_are_ordered_as_numbers(feed, tmp_path):
    feed.files["stop_times"][1]["stop_sequence"] = "100"
    feed.files["stop_times"][2]["stop_sequence"] = "1000"
    sql = "select stop_id from gtfs_stop_times where trip_id = 'out' order by nth"
    assert rows(feed, tmp_path, sql) == [("a",), ("b",), ("c",)]


def test_stops_without_a_time_share_it_evenly(feed, tmp_path):
    feed.trip("slow", "r", "daily", [("a", "06:00:00 06:01:00"), ("b", ""), ("c", ""), ("b", ""), ("a", "06:21:00")])
    sql = "select arrival_s, departure_s from gtfs_stop_times where trip_id = 'slow' order by nth"
    minutes = [(0, 1), (6, 6), (11, 11), (16, 16), (21, 21)]
    assert rows(feed, tmp_path, sql) == [(21600 + 60 * a, 21600 + 60 * d) for a, d in minutes]


def test_one_time_of_a_stop_stands_for_both(feed, tmp_path):
    feed.files["stop_times"][0]["arrival_time"] = ""
    feed.files["stop_times"][2]["departure_time"] = ""
    sql = "select arrival_s, departure_s from gtfs_stop_times where trip_id = 'out' order by nth"
    assert rows(feed, tmp_path, sql) == [(21600, 21600), (21900, 21900), (22500, 22500)]


def test_a_stop_without_a_position_is_kept_without_one(feed, tmp_path):
    feed.files["stops"][1] |= {"stop_lat": "", "stop_lon": ""}
    assert rows(feed, tmp_path, "select stop_id from gtfs_stops where lat is null and lon is null") == [("b",)]


def test_stations_and_entrances_are_no_stops(feed, tmp_path):
    feed.add("stops", stop_id="station", stop_name="S", stop_lat=0, stop_lon=0, location_type=1)
    feed.add("stops", stop_id="door", stop_name="D", stop_lat=0, stop_lon=0, location_type=2)
    feed.add("stops", stop_id="d", stop_name="D", stop_lat=0, stop_lon=0, location_type=0)
    assert rows(feed, tmp_path, "select stop_id from gtfs_stops order by 1") == [("a",), ("b",), ("c",), ("d",)]


def test_what_is_known_of_a_stop_is_kept(feed, tmp_path):
    feed.files["stops"][0] |= {
        "source_id": "register", "as_of": "2018-04", "confidence": "estimated", "accuracy_m": "300",
    }  # fmt: skip
    sql = "select source_id, as_of, confidence, accuracy_m from gtfs_stops order by stop_id limit 2"
    assert rows(feed, tmp_path, sql) == [("register", "2018-04", "estimated", 300), (None, None, None, None)]


def translated(feed: Feed, **cells: str) -> None:
    """Add a translation."""
    feed.add("translations", **{"table_name": "stops", "field_name": "stop_name", "language": "en", **cells})


def test_names_come_in_both_languages_by_record_or_by_value(feed, tmp_path):
    for stop, name in zip(feed.files["stops"], ("ก", "ข", "ค"), strict=True):
        stop["stop_name"] = name
    translated(feed, record_id="a", translation="Chicken")
    translated(feed, field_value="ก", translation="not this")
    translated(feed, field_value="ข", translation="Egg", language="en-GB")
    sql = "select name_th, name_en from gtfs_stops order by stop_id"
    assert rows(feed, tmp_path, sql) == [("ก", "Chicken"), ("ข", "Egg"), ("ค", "ค")]


def test_a_feed_in_english_is_translated_into_thai(feed, tmp_path):
    translated(feed, record_id="a", language="th", translation="ก")
    assert rows(feed, tmp_path, "select name_th, name_en from gtfs_stops where stop_id = 'a'") == [("ก", "A")]


def test_who_runs_a_route_is_named_in_both_languages_and_once_where_the_feed_has_one(feed, tmp_path):
    sql = "select name, name_en from gtfs_agency"
    assert rows(feed, tmp_path / "one", sql) == [("A", "A")]
    about = {"table_name": "agency", "field_name": "agency_name", "record_id": "a"}
    translated(feed, **about, language="th", translation="ก")
    assert rows(feed, tmp_path / "two", sql) == [("ก", "A")]
    translated(feed, **about, language="en", translation="Alpha")
    assert rows(feed, tmp_path / "three", sql) == [("ก", "Alpha")]


def test_routes_are_called_by_their_long_name_and_trips_by_their_headsign_or_last_stop(feed, tmp_path):
    feed.files["routes"][0]["route_long_name"] = "A to C"
    translated(feed, table_name="routes", field_name="route_long_name", record_id="r", language="th", translation="ถึง")
    feed.files["trips"][0]["trip_headsign"] = "C by B"
    translated(feed, table_name="trips", field_name="trip_headsign", field_value="C by B", language="th",
               translation="ผ่าน")  # fmt: skip
    connection = feed.loaded(tmp_path)
    assert connection.execute("select name_th, name_en, short_name from gtfs_routes").fetchall() == [
        ("ถึง", "A to C", "r"),
    ]
    signs = "select headsign_th, headsign_en from gtfs_trips order by trip_id desc"
    assert connection.execute(signs).fetchall() == [("ผ่าน", "C by B"), ("A", "A")]


def test_the_lowest_fare_of_a_route_is_its_own_or_that_of_all(feed, tmp_path):
    feed.route("s")
    for fare_id, price, currency in (("own", 15, "THB"), ("student", 10, "THB"), ("all", 12, "THB"), ("us", 1, "USD")):
        feed.add("fare_attributes", fare_id=fare_id, price=price, currency_type=currency)
    feed.add("fare_rules", fare_id="own", route_id="r")
    feed.add("fare_rules", fare_id="student", route_id="r")
    assert rows(feed, tmp_path, "select route_id, fare_baht from gtfs_routes order by 1") == [("r", 10), ("s", 12)]


def test_a_feed_without_fares_states_none(feed, tmp_path):
    assert rows(feed, tmp_path, "select fare_baht from gtfs_routes") == [(None,)]


def test_frequencies_calendars_exceptions_and_shapes_are_read(feed, tmp_path):
    feed.every("out", "06:00:00", "24:30:00", 10, exact_times=1)
    feed.every("back", "06:00:00", "07:00:00", 10)
    feed.add("calendar_dates", service_id="daily", date="20180606", exception_type=2)
    feed.add("shapes", shape_id="w", shape_pt_sequence=10, shape_pt_lat=1.5, shape_pt_lon=2)
    feed.add("shapes", shape_id="w", shape_pt_sequence=9, shape_pt_lat=1, shape_pt_lon=2)
    connection = feed.loaded(tmp_path)
    assert connection.execute("select * exclude (feed_id) from gtfs_frequencies order by exact_times").fetchall() == [
        ("back", 21600, 25200, 600, False),
        ("out", 21600, 88200, 600, True),
    ]
    assert connection.execute("select monday, sunday, start_date from gtfs_calendar").fetchall() == [
        (True, True, date(2018, 6, 4)),
    ]
    exception = ("daily", date(2018, 6, 6), 2)
    assert connection.execute("select * exclude (feed_id) from gtfs_calendar_dates").fetchall() == [exception]
    assert connection.execute("select sequence, lat from gtfs_shapes").fetchall() == [(9, 1), (10, 1.5)]


def test_what_is_said_of_a_feed_is_read_beside_it(feed, tmp_path):
    feed.files["about.csv"] = [ABOUT]
    feed.add("feed_info", feed_publisher_name="P", feed_version="7", feed_start_date="20180101", feed_end_date="")
    found = rows(feed, tmp_path, "select * from gtfs_feeds")
    days = (date(2018, 1, 1), date(2018, 6, 10))
    assert found == [("town", "recorded", "ท", "T", None, None, None, date(2018, 4, 30), 3, "P", "7", *days)]


def test_a_feed_that_says_nothing_of_itself_was_imported(feed, tmp_path):
    assert rows(feed, tmp_path, "select status, title_th, title_en from gtfs_feeds") == [("imported", "town", "town")]


@pytest.mark.parametrize("name", ["agency", "translations", "shapes", "frequencies", "calendar_dates", "fare_rules"])
def test_files_that_may_be_missing_may_be_empty_too(feed, tmp_path, name):
    feed.write(tmp_path)
    (tmp_path / f"{name}.txt").write_text("", "utf-8")
    connection = duckdb.connect()
    load.prepare(connection)
    load.load_feed(connection, "town", tmp_path)
    assert connection.execute("select count(*) from gtfs_stop_times").fetchone() == (6,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\r\n", "\n"),
        ("stop_id,", "\ufeffstop_id,"),
        ("stop_id,stop_name", " stop_id , stop_name "),
        ("a,A", '"a", A '),
        ("stop_name,", "stop_name,stop_desc,"),
        ("\r\nb,B", "\r\n\r\nb,B"),
    ],
    ids=["unix lines", "byte order mark", "blanks in the header", "quotes and blanks", "more columns", "empty line"],
)
def test_csv_as_others_write_it_is_read_alike(feed, tmp_path, old, new):
    stops = feed.write(tmp_path) / "stops.txt"
    written = stops.read_bytes().decode()
    assert old in written
    if "desc" in new:
        written = written.replace("A,0", 'A,"one, two\nthree",0').replace("B,0", "B,,0").replace("C,0", "C,,0")
    stops.write_bytes(written.replace(old, new, -1 if old == "\r\n" else 1).encode())
    connection = duckdb.connect()
    load.prepare(connection)
    load.load_feed(connection, "town", tmp_path)
    found = connection.execute("select stop_id, name_en, lat from gtfs_stops order by 1").fetchall()
    assert found == [("a", "A", 0), ("b", "B", 0), ("c", "C", 0)]


# --- what is said when it cannot be read


@pytest.mark.parametrize("name", ["routes", "stops", "trips", "stop_times"])
def test_a_missing_file_is_named(feed, tmp_path, name):
    (feed.write(tmp_path) / f"{name}.txt").unlink()
    assert [(f.file, f.what.en) for f in faults(tmp_path)] == [(f"town/{name}.txt", "the file is not there")]


def test_a_missing_column_is_named(feed, tmp_path):
    for row in feed.files["stop_times"]:
        del row["stop_sequence"]
    assert said(feed, tmp_path) == [
        ("town/stop_times.txt", 1, "stop_sequence", "column stop_sequence is missing"),
    ]


def test_a_column_given_twice_is_named(feed, tmp_path):
    stops = feed.write(tmp_path) / "stops.txt"
    stops.write_text(stops.read_text().replace("stop_name", "stop_id"))
    assert [(f.line, f.column) for f in faults(tmp_path)] == [(1, "stop_id")]


def test_a_line_with_too_few_cells_is_named(feed, tmp_path):
    stops = feed.write(tmp_path) / "stops.txt"
    stops.write_bytes(stops.read_bytes().replace(b"b,B,0,", b"b,B,"))
    assert [(f.file, f.line, f.what.en) for f in faults(tmp_path)] == [
        ("town/stops.txt", 3, "3 cells, the header has 4"),
    ]


def test_a_quote_that_is_never_closed_is_found(feed, tmp_path):
    stops = feed.write(tmp_path) / "stops.txt"
    stops.write_bytes(stops.read_bytes().replace(b"b,B,0,", b'b,"B,0,'))
    assert [(f.file, f.line) for f in faults(tmp_path)] == [("town/stops.txt", 3)]


@pytest.mark.parametrize("place", [b"stop_name", b"b,B"])
def test_text_that_is_not_utf8_is_found(feed, tmp_path, place):
    stops = feed.write(tmp_path) / "stops.txt"
    stops.write_bytes(stops.read_bytes().replace(place, place + "ก".encode("tis-620"), 1))
    (found,) = faults(tmp_path)
    assert found.file == "town/stops.txt"
    assert "not UTF-8" in found.what.en


def test_another_separator_is_told_and_not_columns_that_are_missing(feed, tmp_path):
    stops = feed.write(tmp_path) / "stops.txt"
    stops.write_bytes(stops.read_bytes().replace(b",", b";"))
    assert [(f.file, f.line, f.what.en) for f in faults(tmp_path)] == [
        ("town/stops.txt", 1, "columns are separated by ;, not by commas")
    ]


CELLS = [
    ("stops", 0, "stop_lat", "north", 2, "“north” is not a number"),
    ("stops", 0, "stop_lon", "nan", 2, "“nan” is not a number"),
    ("stops", 1, "stop_id", "", 3, "a value is needed and the cell is empty"),
    ("stops", 2, "stop_id", "a", 4, "the same as line 2: a"),
    ("routes", 0, "route_type", "bus", 2, "“bus” is not a whole number"),
    ("trips", 0, "route_id", "x", 2, "“x” is not in routes.txt"),
    ("trips", 0, "service_id", "x", 2, "“x” is not in calendar.txt"),
    ("trips", 0, "shape_id", "x", 2, "“x” is not in shapes.txt"),
    ("stop_times", 3, "stop_id", "x", 5, "“x” is not in stops.txt"),
    ("stop_times", 3, "trip_id", "x", 5, "“x” is not in trips.txt"),
    ("stop_times", 1, "arrival_time", "06:61:00", 3, "“06:61:00” is not a time"),
    ("stop_times", 1, "departure_time", "six", 3, "“six” is not a time"),
    ("stop_times", 1, "stop_sequence", "two", 3, "“two” is not a whole number"),
    ("stop_times", 1, "stop_sequence", "10", 3, "the same as line 2: out / 10"),
    ("calendar", 0, "start_date", "2018-06-04", 2, "“2018-06-04” is not a GTFS date"),
    ("calendar", 0, "end_date", "25610631", 2, "“25610631” is not a GTFS date"),
    ("frequencies", 0, "headway_secs", "0", 2, "“0” is not a headway"),
    ("frequencies", 0, "start_time", "", 2, "“” is not a time"),
    ("frequencies", 0, "trip_id", "x", 2, "“x” is not in trips.txt"),
    ("calendar_dates", 0, "exception_type", "3", 2, "“3” is no kind of exception"),
    ("shapes", 0, "shape_pt_lat", "", 2, "a value is needed and the cell is empty"),
]


@pytest.mark.parametrize(
    ("name", "row", "column", "cell", "at", "sentence"), CELLS, ids=[f"{c[0]}.{c[2]}={c[3]}" for c in CELLS]
)
def test_a_cell_that_cannot_be_used_is_named(feed, tmp_path, name, row, column, cell, at, sentence):
    feed.every("out", "06:00:00", "07:00:00", 10)
    feed.add("calendar_dates", service_id="daily", date="20180606", exception_type=2)
    feed.add("shapes", shape_id="w", shape_pt_sequence=1, shape_pt_lat=1, shape_pt_lon=2)
    feed.files[name][row][column] = cell
    assert (f"town/{name}.txt", at, column, sentence) in said(feed, tmp_path)


@pytest.mark.parametrize("end", [0, 2])
def test_a_trip_without_a_time_at_one_of_its_ends_is_named(feed, tmp_path, end):
    feed.files["stop_times"][end] |= {"arrival_time": "", "departure_time": ""}
    (found,) = faults(feed.write(tmp_path))
    assert (found.file, found.line) == ("town/stop_times.txt", end + 2)


def test_every_fault_is_told_at_once_with_what_to_do_in_both_languages(feed, tmp_path):
    feed.files["stops"][0]["stop_lat"] = "north"
    feed.files["stop_times"][1]["arrival_time"] = "soon"
    found = faults(feed.write(tmp_path))
    assert [f.file for f in found] == ["town/stop_times.txt", "town/stops.txt"]
    assert all(f.do.th and f.do.en and f.what.th for f in found)


def test_what_is_wrong_with_what_is_said_of_a_feed_is_named(feed, tmp_path):
    feed.files["about.csv"] = [ABOUT | {"status": "running", "as_of": "2561-04-30"}]
    assert [(file, line, column) for file, line, column, _ in said(feed, tmp_path)] == [
        ("town/about.csv", 2, "as_of"),
        ("town/about.csv", 2, "status"),
    ]


# --- the build


@pytest.fixture
def bare(tiny) -> Path:
    """Return a data folder with one figure and no feed."""
    tiny.indicator("visits")
    tiny.figure("visits", "town", "2018-06-01", 5)
    return tiny.write()


@pytest.fixture
def town(bare, feed) -> Path:
    """Return a data folder with a feed in it."""
    feed.files["about.csv"] = [ABOUT | {"source_id": "register"}]
    feed.write(bare / "gtfs" / "bus")
    return bare


def built(folder: Path, sql: str) -> list[tuple[object, ...]]:
    """Build a folder and return the answer to a question about it."""
    snapshot_id = build.build(Options(folder, date(2026, 11, 22)))
    with duckdb.connect(str(folder / "snapshots" / f"{snapshot_id}.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_a_build_loads_every_feed_of_the_data_folder_and_no_draft(town, feed):
    feed.write(town / "gtfs" / "tram")
    feed.write(town / "gtfs" / ".draft")
    assert built(town, "select feed_id from gtfs_feeds order by 1") == [("bus",), ("tram",)]


def test_a_folder_without_feeds_still_builds(bare):
    assert built(bare, "select (select count(*) from gtfs_feeds), (select count(*) from reach)") == [(0, 0)]


def test_the_digest_follows_feeds_their_names_and_nothing_that_is_a_draft(town, feed):
    options = Options(town, date(2026, 11, 22))
    digests = {build.digest_of(options)}
    feed.write(town / "gtfs" / ".draft")
    digests.add(build.digest_of(options))
    assert len(digests) == 1
    (town / "gtfs" / "bus").rename(town / "gtfs" / "coach")
    digests.add(build.digest_of(options))
    feed.files["stops"][0]["stop_name"] = "other"
    feed.write(town / "gtfs" / "coach")
    digests.add(build.digest_of(options))
    assert len(digests) == 3


def test_faults_of_all_feeds_stop_a_build_together(town, feed):
    feed.files["stops"][0]["stop_lat"] = "north"
    for name in ("bus", "tram"):
        feed.write(town / "gtfs" / name)
    with pytest.raises(BadInput) as refused:
        built(town, "select 1")
    assert [f.file for f in refused.value.faults] == ["bus/stops.txt", "tram/stops.txt"]
    assert not (town / "snapshots" / "current").exists()

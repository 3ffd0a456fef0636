"""The three feeds written from public records: valid, in both languages, and only as sure as their sources."""

import csv
import re
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import gtfs_guru
import pytest

DATA = Path(__file__).parents[2] / "data"
# One day inside the period each feed is about; the validator judges a feed as of a date.
FEEDS = {"songthaew_2018": "2018-06-01", "city_bus": "2018-06-01", "lrt_plan": "2028-06-01"}
STATUS = {"songthaew_2018": "recorded", "city_bus": "ended", "lrt_plan": "planned"}
# Thai letters have no case, so the rule on mixed case cannot hold for a Thai name.
HARMLESS = {"mixed_case_recommended_field"}
RAW = re.compile(r"[a-z0-9]+_[a-z0-9_]+|\w+\.(?:csv|txt)\b")
THAI = re.compile(r"[\u0E00-\u0E7F]")
ROADS = [("songthaew_2018", "songthaew_speed_kmh"), ("city_bus", "city_bus_speed_kmh")]


def rows(path: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file below the data folder."""
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of(feed: str, file: str) -> list[dict[str, str]]:
    """Return the rows of one file of a feed."""
    return rows(f"gtfs/{feed}/{file}.txt")


def metres(a: dict[str, str], b: dict[str, str]) -> float:
    """Return the distance of two stops along a great circle."""
    lat_a, lat_b = (radians(float(stop["stop_lat"])) for stop in (a, b))
    east = radians(float(b["stop_lon"]) - float(a["stop_lon"]))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(east / 2) ** 2
    return 2 * 6_371_008.8 * asin(sqrt(half))


def seconds(clock: str) -> int:
    """Return a GTFS time as seconds."""
    hours, minutes, rest = (int(part) for part in clock.split(":"))
    return hours * 3600 + minutes * 60 + rest


def calls(feed: str) -> dict[str, list[dict[str, str]]]:
    """Return the stop times of each trip, in order."""
    trips: dict[str, list[dict[str, str]]] = {}
    for row in sorted(of(feed, "stop_times"), key=lambda row: int(row["stop_sequence"])):
        trips.setdefault(row["trip_id"], []).append(row)
    return trips


ASSUMED = {row["assumption_id"]: float(row["value"]) for row in rows("catalog/assumptions.csv")}
SOURCES = {row["source_id"]: row for row in rows("catalog/sources.csv")}


# --- rules


@pytest.mark.parametrize("feed", FEEDS)
def test_a_feed_passes_the_gtfs_rules(feed):
    report = gtfs_guru.validate(str(DATA / "gtfs" / feed), country_code="TH", date=FEEDS[feed])
    assert [(notice.code, notice.context()) for notice in report.errors()] == []
    assert {notice.code for notice in report.warnings()} <= HARMLESS


@pytest.mark.parametrize("feed", FEEDS)
def test_a_feed_says_that_it_is_a_model_and_what_it_assumes(feed):
    [info], [about] = of(feed, "feed_info"), rows(f"gtfs/{feed}/about.csv")
    assert "not an operator's feed" in info["feed_publisher_name"]
    assert about["status"] == STATUS[feed]
    assert about["source_id"] in SOURCES
    assert "schematic" in about["note_en"] and "assumed" in about["note_en"]
    assert all(THAI.search(about[column]) for column in ("title_th", "note_th"))


def test_the_plan_says_that_nothing_runs_and_its_dates_are_nominal():
    [about] = rows("gtfs/lrt_plan/about.csv")
    assert "nothing runs" in about["title_en"] and "nominal" in about["note_en"]


@pytest.mark.parametrize("feed", FEEDS)
def test_what_a_feed_says_to_a_reader_holds_no_id_and_no_name_of_a_file(feed):
    [about] = rows(f"gtfs/{feed}/about.csv")
    said = [about[f"{name}_{lang}"] for name in ("title", "note") for lang in ("th", "en")]
    said += [row["translation"] for row in of(feed, "translations")]
    said += [row[name] for row in of(feed, "routes") for name in ("route_long_name", "route_desc") if name in row]
    assert [RAW.findall(text) for text in said if RAW.search(text)] == []


# --- both languages, sources, sureness


@pytest.mark.parametrize("feed", FEEDS)
@pytest.mark.parametrize(
    ("file", "key", "field"),
    [
        ("stops", "stop_id", "stop_name"),
        ("routes", "route_id", "route_long_name"),
        ("trips", "trip_id", "trip_headsign"),
    ],
)
def test_every_name_is_thai_and_has_an_english_translation(feed, file, key, field):
    english = {
        row["record_id"]: row["translation"]
        for row in of(feed, "translations")
        if (row["table_name"], row["field_name"], row["language"]) == (file, field, "en")
    }
    names = {row[key]: row[field] for row in of(feed, file)}
    assert all(THAI.search(name) for name in names.values())
    assert english.keys() == names.keys()
    assert not [name for name in english.values() if not name or THAI.search(name)]


@pytest.mark.parametrize("feed", FEEDS)
def test_every_stop_names_its_source_its_day_and_how_far_off_it_may_be(feed):
    for stop in of(feed, "stops"):
        assert stop["source_id"] in SOURCES, stop
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", stop["as_of"]), stop
        assert stop["confidence"] in ("reported", "estimated"), stop
        assert 100 <= int(stop["accuracy_m"]) <= 1000, stop


def test_every_station_of_the_plan_is_estimated():
    stations = of("lrt_plan", "stops")
    assert {stop["confidence"] for stop in stations} == {"estimated"}
    assert len([stop for stop in stations if stop["stop_code"]]) == 21


def test_one_landmark_is_one_stop():
    stops = of("songthaew_2018", "stops")
    names = [stop["stop_name"] for stop in stops]
    assert len(set(names)) == len(names)
    assert not [(a["stop_id"], b["stop_id"]) for a in stops for b in stops if a is not b and metres(a, b) < 15]


# --- service


def test_headways_and_hours_are_those_assumed():
    expected = {
        "songthaew_2018": ("songthaew_headway_min", "songthaew_span_start_h", "songthaew_span_end_h"),
        "lrt_plan": ("lrt_headway_min", "lrt_span_start_h", "lrt_span_end_h"),
    }
    for feed, (headway, start, end) in expected.items():
        for row in of(feed, "frequencies"):
            of_line = "tram_noi_headway_min" if row["trip_id"].startswith("tram_noi") else headway
            assert int(row["headway_secs"]) == ASSUMED[of_line] * 60
            assert (seconds(row["start_time"]), seconds(row["end_time"])) == (
                ASSUMED[start] * 3600,
                ASSUMED[end] * 3600,
            )


def test_the_city_bus_runs_in_the_hours_and_at_the_fare_reported():
    for row in of("city_bus", "frequencies"):
        assert int(row["headway_secs"]) == ASSUMED["city_bus_headway_min"] * 60
        assert (row["start_time"], row["end_time"]) == ("07:30:00", "22:30:00")
    [service] = of("city_bus", "calendar")
    assert (service["start_date"], service["end_date"]) == ("20170423", "20230106")
    assert [row["price"] for row in of("city_bus", "fare_attributes")] == ["15"]


@pytest.mark.parametrize("feed", FEEDS)
def test_every_trip_is_repeated_at_a_headway(feed):
    assert {row["trip_id"] for row in of(feed, "frequencies")} == {row["trip_id"] for row in of(feed, "trips")}


@pytest.mark.parametrize(("feed", "speed"), ROADS)
def test_on_the_road_times_are_straight_distance_by_detour_and_speed(feed, speed):
    stops = {stop["stop_id"]: stop for stop in of(feed, "stops")}
    for trip in calls(feed).values():
        for a, b in pairwise(trip):
            road = metres(stops[a["stop_id"]], stops[b["stop_id"]]) * ASSUMED["detour_factor"]
            taken = seconds(b["arrival_time"]) - seconds(a["departure_time"])
            assert taken == pytest.approx(road / (ASSUMED[speed] / 3.6), abs=1.01)


def test_on_the_rails_times_are_the_length_of_the_line_by_commercial_speed():
    for trip_id, trip in calls("lrt_plan").items():
        speed = ASSUMED["tram_noi_speed_kmh" if trip_id.startswith("tram_noi") else "lrt_speed_kmh"]
        for a, b in pairwise(trip):
            line = float(b["shape_dist_traveled"]) - float(a["shape_dist_traveled"])
            taken = seconds(b["arrival_time"]) - seconds(a["departure_time"])
            assert taken == pytest.approx(line / (speed / 3.6), abs=1.01)


@pytest.mark.parametrize("feed", FEEDS)
def test_the_schematic_line_runs_through_every_stop(feed):
    stops = {stop["stop_id"]: stop for stop in of(feed, "stops")}
    at = {(row["shape_id"], row["shape_dist_traveled"]): row for row in of(feed, "shapes")}
    for trip_id, trip in calls(feed).items():
        for call in trip:
            point = at[trip_id, call["shape_dist_traveled"]]
            drawn = {"stop_lat": point["shape_pt_lat"], "stop_lon": point["shape_pt_lon"]}
            assert metres(stops[call["stop_id"]], drawn) < 2


def test_nineteen_songthaew_routes_run_both_ways_through_the_same_stops():
    trips = calls("songthaew_2018")
    assert len(of("songthaew_2018", "routes")) == 19
    for route in of("songthaew_2018", "routes"):
        there, back = ([call["stop_id"] for call in trips[f"{route['route_id']}_{way}"]] for way in ("out", "in"))
        assert there == back[::-1]
        assert len(set(there)) == len(there) >= 5


def test_phase_one_of_the_red_line_is_part_of_the_whole_line():
    trips = calls("lrt_plan")
    whole, first = ([call["stop_id"] for call in trips[f"{route}_out"]] for route in ("red", "red_p1"))
    assert len(whole) == 21
    assert [stop for stop in whole if stop in first] == first != whole
    assert (first[0], first[-1]) == (whole[0], whole[-1])


def test_the_lake_tram_comes_back_to_where_it_began():
    [loop] = [trip for trip_id, trip in calls("lrt_plan").items() if trip_id.startswith("tram_noi")]
    assert loop[0]["stop_id"] == loop[-1]["stop_id"]


@pytest.mark.parametrize("feed", FEEDS)
def test_the_text_on_a_route_colour_can_be_read(feed):
    for route in of(feed, "routes"):
        light, dark = sorted((luminance(route["route_color"]), luminance(route["route_text_color"])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, route
    colours = [route["route_color"] for route in of(feed, "routes")]
    assert len(set(colours)) == len(colours)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# --- the catalogues beside them


def test_every_assumption_lies_in_its_range_and_belongs_to_a_feed_or_to_travelling():
    for row in rows("catalog/assumptions.csv"):
        assert float(row["low"]) <= float(row["value"]) <= float(row["high"]), row
        assert row["applies_to"] in (*FEEDS, "travel"), row
        assert row["quality"] == "estimated" and row["reason_th"] and row["reason_en"], row


def test_no_claim_without_a_source_and_a_day():
    claims = rows("catalog/plan_claims.csv")
    for claim in claims:
        assert claim["source_id"] in SOURCES, claim
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", claim["said_on"]), claim
        assert claim["said_precision"] in ("day", "month", "year"), claim
    assert {"red", "tram_noi"} <= {claim["planned_line"] for claim in claims}


@pytest.mark.parametrize(
    ("indicator", "aspect", "scale"),
    [
        ("lrt-announced-opening", "opening", 1),
        ("lrt-announced-cost", "cost_baht", 1_000_000),
        ("lrt-announced-length", "length_km", 1),
        ("lrt-announced-stations", "stations", 1),
    ],
)
def test_the_ledger_says_what_the_published_figures_say(indicator, aspect, scale):
    published = {
        (row["source_id"], row["period_start"], float(row["value"]) * scale)
        for row in rows("observations/published.csv")
        if row["indicator_id"] == indicator and not row["known_to"]
    }
    claimed = {
        (row["source_id"], row["said_on"], float(row["value"]))
        for row in rows("catalog/plan_claims.csv")
        if (row["planned_line"], row["aspect"], row["said_precision"]) == ("red", aspect, "day")
    }
    assert claimed == published


def test_the_municipal_schools_are_the_ones_of_the_units_at_the_same_points():
    columns = ("name_th", "name_en", "lat", "lon", "accuracy_m")
    units = {
        row["unit_id"]: [row[name] for name in columns]
        for row in rows("catalog/units.csv")
        if row["kind"] == "school" and row["sample"] == "no"
    }
    places = {
        row["place_id"]: [row[name] for name in columns]
        for row in rows("catalog/places.csv")
        if row["municipal_school"] == "yes"
    }
    assert len(places) == 11
    assert places == units


def test_every_place_either_has_a_point_and_its_accuracy_or_is_counted_as_missing():
    missing = []
    for place in rows("catalog/places.csv"):
        given = [bool(place[name]) for name in ("lat", "lon", "accuracy_m")]
        assert len(set(given)) == 1, place
        if not given[0]:
            missing.append(place)
    assert missing and all("position not known" in place["note_en"] for place in missing)


def test_the_base_map_stands_only_on_stated_licences_and_stays_small():
    for row in rows("geo/geo.csv"):
        assert SOURCES[row["source_id"]]["licence_en"] != "not stated", row
        assert (DATA / "geo" / f"{row['file']}.geojson").stat().st_size < 15_000, row
    drawn = {row["layer"] for row in rows("geo/geo.csv") if "Drawn by this project" in row["note_en"]}
    assert drawn == {"highway", "lake"}

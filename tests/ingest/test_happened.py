"""Points, days and standards: what is refused, what is worked out of them, the rule for places of many accidents."""

import random
from datetime import date, timedelta
from math import asinh, floor, pi, radians, tan

import duckdb
import pandas as pd
import pytest

from smart7 import calendar
from smart7.ingest import specs_happened as specs
from smart7.ingest import spots
from smart7.ingest.build import Options, build
from smart7.ingest.faults import BadInput
from tests import happened
from tests.conftest import AS_OF

POINT = {"point_id": "p1", "kind": "accident", "day": "2024-03-01", "source_id": "register"}
DAY = {"indicator_id": "dust", "unit_id": "town", "day": "2024-03-01", "value": 20, "source_id": "register"}
SPECS = {"points": specs.points, "days": specs.days}
STEP = 100 / 111_195


def put(town, folder, *rows, file="some.csv"):
    """Write rows as a file of a folder."""
    happened.write(town.folder / folder / file, rows, [column.name for column in SPECS[folder]("").columns])


def measuring(town):
    """Return a town that measures dust, with a standard that was tightened in the middle of 2024."""
    town.indicator("dust", over_time="last", range_min=0, range_max=500)
    standard = {"indicator_id": "dust", "source_id": "register"}
    town.add("standards.csv", **standard, valid_from="2010-01-01", valid_to="2024-05-31", high=50)
    town.add("standards.csv", **standard, valid_from="2024-06-01", high=37.5)
    town.figure("dust", "town", "2024-01-01", 20)
    return town


@pytest.fixture
def town(tiny):
    """Return a town that measures dust."""
    return measuring(tiny)


SEASONS = [
    ("2024-02-29", "hot", 2024), ("2024-10-15", "rainy", 2024), ("2024-10-16", "cool", 2025),
    ("2025-02-15", "cool", 2025), ("2025-02-16", "hot", 2025), ("2025-05-15", "hot", 2025),
    ("2025-05-16", "rainy", 2025),
]  # fmt: skip
VALUES = {"2024-05-31": 45, "2024-06-01": 45, "2024-06-02": 37.5, "2024-06-03": 37.54, "2024-06-04": 37.55}


@pytest.fixture(scope="module")
def measured(new_town):
    """Return a town that is built once, in which each unit measures what one test looks at."""
    town = measuring(new_town())
    days = {
        "town": [
            *({"day": day, "value": value} for day, value in VALUES.items()),
            {"day": "2009-06-01"}, {"day": "2024-06-05", "hours": 17}, {"day": "2024-06-06", "hours": 18},
        ],
        "division-1": [{"hourly": "5;;7"}, {"day": "2024-03-02", "hours": 20}, {"day": "2024-03-03"}],
        "division-2": [
            *({"day": date(2024, 4, n), "value": n} for n in range(1, 24)),
            *({"day": date(2024, 6, n), "value": 40} for n in range(1, 23)),
        ],
        "school-1": [{"day": day} for day, _, _ in SEASONS],
    }  # fmt: skip
    put(town, "days", *({**DAY, **cells, "unit_id": unit} for unit, rows in days.items() for cells in rows))
    return town.build()


def refused(town):
    """Return file, line and column of every fault of a town that cannot be built."""
    with pytest.raises(BadInput) as wrong:
        build(Options(town.write(), AS_OF, False))
    return [(f.file, f.line, f.column) for f in wrong.value.faults]


def test_both_folders_may_be_missing(town):
    town.build()
    assert town.ask("select count(*) from points") == town.ask("select count(*) from days") == [(0,)]
    assert town.ask("select count(*) from spots") == town.ask("select count(*) from day_months") == [(0,)]


def test_every_fault_of_points_and_days_is_told_at_once_at_its_place(town):
    put(town, "points", POINT, {**POINT, "point_id": "p2", "hour": 24, "lat": 16.4}, {**POINT, "kind": "flood"},
        {**POINT, "point_id": "p3", "cause": "somebody said so", "source_id": "hearsay"})  # fmt: skip
    put(town, "days", {**DAY, "unit_id": "atlantis"}, {**DAY, "day": "2567-03-01", "value": "12,5"},
        {**DAY, "day": "2024-03-02", "value": 501}, {**DAY, "day": "2024-03-03", "hourly": ";".join("1" * 25)},
        {**DAY, "day": "2024-03-04", "hours": 3, "hourly": "1;;2"},
        {**DAY, "day": "2024-03-05", "value": ""})  # fmt: skip
    assert refused(town) == [
        ("some.csv", 2, "unit_id"), ("some.csv", 3, "day"), ("some.csv", 3, "hour"), ("some.csv", 3, "lat"),
        ("some.csv", 3, "value"), ("some.csv", 4, "kind"), ("some.csv", 4, "point_id"), ("some.csv", 4, "value"),
        ("some.csv", 5, "cause"), ("some.csv", 5, "hourly"), ("some.csv", 5, "source_id"), ("some.csv", 6, "hours"),
        ("some.csv", 7, "value"),
    ]  # fmt: skip


def test_a_point_and_a_day_are_there_once_whatever_the_file(town):
    put(town, "points", POINT)
    put(town, "points", POINT, file="other.csv")
    put(town, "days", DAY)
    put(town, "days", DAY, file="other.csv")
    assert refused(town) == [("some.csv", 2, "indicator_id"), ("some.csv", 2, "point_id")]


def test_what_is_there_twice_is_told_once_for_each_later_file_with_the_first_place(town):
    put(town, "points", {**POINT, "point_id": "p2"}, POINT, file="a.csv")
    put(town, "points", POINT, POINT, file="b.csv")
    put(town, "points", POINT, {**POINT, "point_id": ""}, {**POINT, "point_id": ""}, file="c.csv")
    with pytest.raises(BadInput) as wrong:
        build(Options(town.write(), AS_OF, False))
    told = [(f.file, f.line, f.what.en) for f in wrong.value.faults if f.column == "point_id"]
    assert [(file, line, "a.csv:3" in what) for file, line, what in told] == [
        ("b.csv", 2, True), ("b.csv", 3, False), ("c.csv", 2, True), ("c.csv", 3, False), ("c.csv", 4, False),
    ]  # fmt: skip


@pytest.mark.parametrize(("folder", "row"), [("points", POINT), ("days", DAY)])
def test_an_edition_is_one_of_those_that_were_taken_and_a_file_may_lack_it(town, folder, row):
    edition = {"edition_id": "register-0123456789ab", "recipe": "register", "file_name": "a.csv", "digest": "0" * 64,
               "size": 1, "taken_on": "2026-01-01", "as_of": "2026-01-01", "rows_read": 1, "rows_kept": 1}  # fmt: skip
    town.add("editions.csv", **edition)
    put(town, folder, {**row, "edition_id": "register-ffffffffffff"})
    assert refused(town) == [("some.csv", 2, "edition_id")]
    put(town, folder, {**row, "edition_id": "Not An Id"})
    assert refused(town) == [("some.csv", 2, "edition_id")]
    put(town, folder, {**row, "edition_id": edition["edition_id"]})
    town.build()
    lacks = [column.name for column in SPECS[folder]("").columns if column.name != "edition_id"]
    happened.write(town.folder / folder / "some.csv", [row], lacks)
    town.build()


def test_standards_do_not_overlap_and_end_after_they_begin(town):
    town.add("standards.csv", indicator_id="dust", valid_from="2024-01-01", valid_to="2023-01-01", high=1,
             source_id="register")  # fmt: skip
    put(town, "days", DAY)
    assert refused(town) == [("standards.csv", 2, "valid_to"), ("standards.csv", 4, "valid_to")]


def test_a_missing_column_of_a_file_of_days_is_named(town):
    happened.write(town.folder / "days" / "some.csv", [], ["indicator_id", "day"])
    assert ("some.csv", 1, "unit_id") in refused(town)


def test_what_had_not_happened_by_the_day_of_the_snapshot_is_left_out(town):
    put(town, "points", POINT, {**POINT, "point_id": "p2", "day": "2025-03-01"})
    put(town, "days", DAY, {**DAY, "day": "2025-03-01"})
    town.build(date(2024, 12, 31))
    assert town.ask("select point_id from points") == [("p1",)]
    assert town.ask("select day from days") == [(date(2024, 3, 1),)]


def test_a_day_is_held_against_the_standard_in_force_on_it_rounded_as_it_is_shown(measured):
    found = dict(measured.ask("select day::varchar, verdict from judged_days where unit_id = 'town'"))
    assert found == {
        "2024-05-31": "within", "2024-06-01": "over", "2024-06-02": "within", "2024-06-03": "within",
        "2024-06-04": "over", "2009-06-01": "unjudged", "2024-06-05": "few", "2024-06-06": "within",
    }  # fmt: skip


def test_hours_are_counted_where_they_are_given_and_keep_their_place(measured):
    assert measured.ask("select hours from days where unit_id = 'division-1' order by day") == [(2,), (20,), (None,)]
    assert measured.ask("select unit_id, hour, value from hours order by hour") == [
        ("division-1", 0, 5), ("division-1", 2, 7),
    ]  # fmt: skip


def test_a_month_has_a_mean_only_where_three_quarters_of_it_were_measured(measured):
    sql = "select month(month_start), days, over, days_in_month, mean from day_months where unit_id = ? order by all"
    assert measured.ask(sql, "division-2") == [(4, 23, 0, 30, 12.0), (6, 22, 22, 30, None)]


def test_each_day_belongs_to_one_season_of_one_year(measured):
    sql = "select day::varchar, season, season_year from judged_days where unit_id = 'school-1' order by day"
    assert measured.ask(sql) == SEASONS


def test_a_point_says_in_which_tambon_and_area_it_lies(data_copy):
    rows = [
        {**POINT, "source_id": happened.SOURCE, "point_id": name, "lat": lat, "lon": lon}
        for name, lat, lon in (("city", 16.4325, 102.836), ("far", 16.9, 102.1), ("nowhere", "", ""))
    ]
    happened.where_nothing_did(data_copy)
    happened.write(data_copy / "points" / "some.csv", rows, [column.name for column in specs.points("").columns])
    build(Options(data_copy, AS_OF, False))
    (path,) = (data_copy / "snapshots").glob("*.duckdb")
    with duckdb.connect(str(path), read_only=True) as connection:
        found = connection.execute("select point_id, area, outline_id is not null from points order by all").fetchall()
        years = connection.execute("select area, points from point_counts where what = 'year' order by all").fetchall()
    assert found == [("city", "municipality", True), ("far", "elsewhere", False), ("nowhere", None, False)]
    assert years == [("elsewhere", 1), ("municipality", 1), ("unplaced", 1)]


def near(town, *places, **cells):
    """Write points at cells north and east of a corner, each on the first of January of another year."""
    rows = [
        {**POINT, "point_id": f"p{n}", "day": date(2020 + n % 4, 1, 1), "lat": 16.4 + (up + 0.5) * STEP,
         "lon": 102.8 + (across + 0.5) * STEP * 1.04, **cells}
        for n, (up, across) in enumerate(places)
    ]  # fmt: skip
    put(town, "points", *rows)
    return town.build().ask("select rank, points, deaths from spots order by rank")


def test_the_place_where_most_happened_comes_first_and_no_point_belongs_to_two(town):
    assert near(town, *[(0, 0)] * 4, *[(50, 50)] * 6, (1, 1)) == [(1, 6, None), (2, 5, None)]


def test_two_are_no_place_and_neither_are_three_of_one_year(town):
    assert near(town, (0, 0), (0, 1), (40, 40), (80, 80)) == []
    put(town, "points", *({**POINT, "point_id": f"p{n}", "lat": 16.4, "lon": 102.8} for n in range(9)),
        {**POINT, "point_id": "q", "day": "2010-01-01", "lat": 16.9, "lon": 102.8})  # fmt: skip
    assert town.build().ask("select * from spots") == []


def test_there_is_no_place_before_there_are_two_years_of_data(town):
    rows = [{**POINT, "point_id": f"p{n}", "lat": 16.4, "lon": 102.8, "day": day}
            for n, day in enumerate(["2024-01-01", "2025-01-01", "2025-06-01", "2025-12-30"])]  # fmt: skip
    put(town, "points", *rows)
    assert town.build().ask("select * from spots") == []
    put(town, "points", *rows, {**rows[0], "point_id": "last", "day": "2025-12-31"})
    assert town.build().ask("select points, years from spots") == [(5, 2)]


def test_positions_that_may_be_far_off_make_no_place(town):
    assert near(town, *[(0, 0)] * 5, accuracy_m=251) == []
    assert near(town, *[(0, 0)] * 5, accuracy_m=250) == [(1, 5, None)]


def test_places_are_found_as_by_trying_every_square():
    drawn = random.Random(3)  # noqa: S311
    cells = {
        (drawn.randrange(12), drawn.randrange(12)): spots.Held(
            (f"p{n}",) * drawn.randrange(1, 4), frozenset((n % 3, 9)), n % 2, 0
        )
        for n in range(60)
    }  # fmt: skip
    best = spots.fullest(cells)
    sizes = {middle: sum(len(cells[cell].points) for cell in spots.block(middle) if cell in cells) for middle in cells}
    assert best is not None and sizes[best] == max(sizes.values())
    taken = [one for square in spots.ranked(cells) for one in square]
    assert len({id(one) for one in taken}) == len(taken)
    counts = [sum(len(one.points) for one in square) for square in spots.ranked(cells)]
    assert counts == sorted(counts, reverse=True)


def test_within_300_m_of_a_school_is_a_range_where_positions_are_rough(town):
    texts = {"name_th": "S", "name_en": "S"}
    town.add("places.csv", place_id="s1", kind="school", **texts, lat=16.4, lon=102.8, accuracy_m=100,
             municipal_school="no", source_id="register", confidence="official")  # fmt: skip
    metres = {"a": 150, "b": 250, "c": 350, "d": 450}
    put(town, "points", *({**POINT, "point_id": name, "lat": 16.4 + far / 111_195, "lon": 102.8, "accuracy_m": 20,
                           "deaths": 1} for name, far in metres.items()))  # fmt: skip
    town.build()
    assert town.ask("select points, points_low, points_high, deaths from school_points") == [(2, 1, 3, 2)]
    assert town.ask("select near, near_low, near_high from near_schools") == [(2, 1, 3)]


def test_the_grid_of_the_map_is_that_of_web_mercator(town):
    put(town, "points", {**POINT, "lat": 16.4325, "lon": 102.836})
    (found,) = town.build().ask("select x, y from map_points")
    # A 64th of a tile of zoom 16, by the other way to write the formula on which tile servers agree.
    wide = 2**22
    assert found == (floor((102.836 + 180) / 360 * wide), floor((1 - asinh(tan(radians(16.4325))) / pi) / 2 * wide))


def test_invented_days_have_every_gap_the_pages_must_show():
    days = pd.DataFrame(happened.dusty(5, "dust"))
    every = {happened.FIRST + timedelta(days=n) for n in range(5 * 365)}
    assert every - set(days["day"]) and days["hours"].eq(9).any() and days["hourly"].notna().any()
    assert {calendar.fiscal_year_of(day) for day in days["day"]} == {2019, 2020, 2021, 2022, 2023, 2024}

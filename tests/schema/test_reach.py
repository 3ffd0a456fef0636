"""Reach: which places and people lie near a stop with service, and the figure that follows from it."""

from datetime import date
from typing import Any

import duckdb
import pytest

from smart7.ingest.build import Options
from tests.conftest import in_service
from tests.feeds import Feed, line
from tests.handing import figure, put

AS_OF = date(2026, 11, 22)
ABOUT = {
    "status": "recorded", "title_th": "T", "title_en": "T", "note_th": "", "note_en": "", "source_id": "register",
    "as_of": "2018-04-30", "position": 1,
}  # fmt: skip
DEGREE = 111195.0802335  # metres


@pytest.fixture
def feed() -> Feed:
    """Return a route of three stops at 0, 1,000 and 3,000 m, every 20 minutes out and every 30 back."""
    feed = line()
    feed.files["about.csv"] = [ABOUT]
    feed.every("out", "06:00:00", "18:00:00", 20)
    feed.every("back", "06:00:00", "18:00:00", 30)
    return feed


@pytest.fixture
def town(tiny):
    """Return a town with one figure and the indicator that reach feeds."""
    tiny.indicator("visits")
    tiny.figure("visits", "town", "2018-06-01", 5)
    tiny.ratio("places-near-stop", period_kind="fiscal_year", domain="mobility")
    return tiny


def place(town, place_id: str, east: float | None, north: float = 0, kind: str = "school", **cells: Any) -> None:
    """Add a place some metres east and north of the first stop, or one whose position nobody knows."""
    at = {"lat": None, "lon": None} if east is None else {"lat": north / DEGREE, "lon": east / DEGREE}
    texts = {"name_th": place_id, "name_en": place_id, "municipal_school": "no"}
    usual = {"source_id": "second-register", "confidence": "official"}
    town.add("places.csv", place_id=place_id, kind=kind, **at, **texts, **{**usual, **cells})


def built(town, feed: Feed | None, sql: str, **options: Any) -> list[tuple[Any, ...]]:
    """Build the town with the feed and return the answer to a question."""
    folder = town.write()
    if feed is not None:
        feed.write(folder / "gtfs" / "bus")
    snapshot_id = in_service(Options(folder, **{"as_of": AS_OF, **options}))
    with duckdb.connect(str(folder / "snapshots" / f"{snapshot_id}.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def reached(town, feed: Feed, columns: str = "reached", kind: str = "school") -> dict[tuple[int, int], Any]:
    """Return columns of `reach` by distance and headway."""
    sql = f"select within_m, headway_max, {columns} from reach where place_kind = '{kind}'"  # noqa: S608
    return {(row[0], row[1]): row[2] if len(row) == 3 else row[2:] for row in built(town, feed, sql)}


# --- places


def test_every_stop_within_800_metres_of_a_place_is_listed_with_its_distance_and_headway(town, feed):
    place(town, "between", 600)
    place(town, "north", 1000, north=300)
    place(town, "beyond", 3801)
    found = built(town, feed, "select place_id, stop_id, distance_m, headway_min from place_reach order by 1, 3")
    # At c only the way back begins, every 30 minutes.
    assert found == [
        ("between", "b", pytest.approx(400), 20),
        ("between", "a", pytest.approx(600), 20),
        ("north", "b", pytest.approx(300), 20),
    ]


def test_places_are_reached_within_a_distance_by_service_of_a_headway(town, feed):
    place(town, "at-a", 0)
    place(town, "near-b", 1000, north=450)
    place(town, "at-c", 3000)
    place(town, "far", 2000)
    assert reached(town, feed) == {
        (300, 10): 0, (300, 20): 1, (300, 30): 2,
        (500, 10): 0, (500, 20): 2, (500, 30): 3,
        (800, 10): 0, (800, 20): 2, (800, 30): 3,
    }  # fmt: skip


def test_kinds_are_counted_apart_and_the_ends_of_a_distance_count(town, feed):
    place(town, "inn", 0, north=299.9, kind="market")
    place(town, "out", 0, north=300.1, kind="market")
    place(town, "school", 0)
    assert reached(town, feed, "places, reached", "market")[300, 20] == (2, 1)
    assert reached(town, feed, "places, reached")[300, 20] == (1, 1)


def test_a_place_without_a_position_is_counted_as_such_and_not_as_missed(town, feed):
    place(town, "known", 0)
    place(town, "unknown", None)
    assert reached(town, feed, "places, reached, unplaced")[500, 20] == (1, 1, 1)


def test_uncertain_positions_make_a_range(town, feed):
    feed.files["stops"][0]["accuracy_m"] = 200
    place(town, "sure", 0)  # 0 +- 200
    place(town, "likely", 0, north=150, accuracy_m=100)  # 150 +- 300
    place(town, "perhaps", 0, north=700, accuracy_m=300)  # 700 +- 500
    place(town, "far", 0, north=1200, accuracy_m=100)  # 1200 +- 300: more than 800 m away at best
    found = reached(town, feed, "reached_low, reached, reached_high")
    assert found[300, 20] == (1, 2, 3)
    assert found[500, 20] == (2, 2, 3)
    assert found[800, 20] == (2, 3, 3)


def test_a_stop_without_service_by_day_reaches_nothing(town, feed):
    for row in feed.files["frequencies"]:
        row |= {"start_time": "19:00:00", "end_time": "20:00:00"}
    place(town, "at-a", 0)
    assert set(reached(town, feed).values()) == {0}
    assert built(town, feed, "select stop_id, headway_min from place_reach") == [("a", None)]


# --- people


def test_people_are_counted_as_soon_as_somebody_counts_them_and_once_each(town, feed):
    place(town, "at-a", 0)
    assert built(town, feed, "select count(*) from people_reach") == [(0,)]
    for n, (metres, people) in enumerate([(0, 100), (499, 20), (3000, 3), (9000, 1000)]):
        town.add("population.csv", point_id=f"p{n}", lat=0, lon=metres / DEGREE, people=people,
                 source_id="register", confidence="estimated")  # fmt: skip
    sql = "select within_m, headway_max, people, reached from people_reach where within_m > 300 and headway_max > 10"
    # Within 800 m the point at 499 m is near a and near b, and holds its 20 people once.
    assert built(town, feed, sql) == [
        (500, 20, 1123, 120), (500, 30, 1123, 123), (800, 20, 1123, 120), (800, 30, 1123, 123),
    ]  # fmt: skip


# --- the figure


def places(town) -> None:
    """Add three schools, a health station and a market, a village, and one place that nobody can find."""
    place(town, "s1", 0, source_id="register")
    place(town, "s2", 3000, north=480, accuracy_m=50)
    place(town, "s3", 2000)
    place(town, "clinic", 1000, north=200, kind="health")
    place(town, "market", 0, north=600, kind="market", accuracy_m=200)
    place(town, "village", 0, kind="village")
    place(town, "office", None, kind="government")


FIGURE = "from observations where indicator_id = 'places-near-stop'"


def test_the_share_of_places_near_a_stop_is_a_modelled_figure_of_the_year_of_the_record(town, feed):
    places(town)
    columns = "unit_id, period_kind, period_start, period_end, value, numerator, denominator, quality, source_id"
    # s1, s2 and the clinic of five; the village is of no kind that is asked for.
    assert built(town, feed, f"select {columns} {FIGURE}") == [
        ("town", "fiscal_year", date(2017, 10, 1), date(2018, 9, 30), 60, 3, 5, "modelled", "register"),
    ]


def test_the_figure_states_its_formula_and_how_sure_it_is_in_both_languages(town, feed):
    places(town)
    ((formula_th, formula_en, note_th, note_en),) = built(
        town, feed, f"select formula_th, formula_en, note_th, note_en {FIGURE}"
    )
    assert formula_en.startswith("3 places within 500 m")
    assert "÷ 5 places" in formula_en
    # Sure: s1 and the clinic; s2 may be 530 m away, and the market 400.
    assert note_en.startswith("1 of the 5 come from the record that names the stops")
    assert "make it 2 to 4 places; no known position for 1 more" in note_en
    assert all(number in formula_th + note_th for number in ("3", "5", "2", "4", "1"))


def test_made_up_figures_give_way_to_it(town, feed):
    town.profile("places-near-stop", target_start=1, target_end=2, denominator=100)
    assert built(town, None, f"select distinct quality {FIGURE}") == [("sample",)]
    places(town)
    sql = f"select (select list(distinct quality) {FIGURE}), (select count(*) from targets)"  # noqa: S608
    assert built(town, feed, sql) == [(["modelled"], 0)]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (date(2026, 10, 5), [("modelled", 60, date(2026, 10, 5)), ("submitted", 75, None)]),
        (date(2018, 4, 30), [("submitted", 75, None)]),
    ],
    ids=["counted after", "counted before"],
)
def test_what_a_unit_counted_leads_over_what_is_modelled_and_both_are_to_be_seen(
    town, feed, monkeypatch, since, expected
):
    monkeypatch.setenv("SMART7_DATA", str(town.folder))
    places(town)
    town.write()
    counted = figure("places-near-stop", "town", numerator=3.0, denominator=4.0)
    put([counted], "division-1", "fiscal_year", date(2017, 10, 1), since, "approved", "publishing", "published")
    found = built(town, feed, f"select quality, value, known_to, note_en {FIGURE} order by known_from")
    assert [row[:3] for row in found] == expected
    assert ("the model gives for the same period: 60" in str(found[-1][3])) == (len(expected) == 1)


@pytest.mark.parametrize("change", [{"status": "planned"}, {"status": "ended"}, {"source_id": ""}, {"as_of": ""}])
def test_only_a_record_with_source_and_day_makes_the_figure(town, feed, change):
    places(town)
    feed.files["about.csv"] = [ABOUT | change]
    assert built(town, feed, f"select * {FIGURE}") == []


def test_it_is_not_known_before_the_network_was_recorded(town, feed):
    places(town)
    assert built(town, feed, f"select * {FIGURE}", as_of=date(2018, 4, 29)) == []
    assert len(built(town, feed, f"select * {FIGURE}", as_of=date(2018, 4, 30))) == 1


def test_the_real_snapshot_shows_it(ask):
    sql = f"select unit_id, quality, numerator <= denominator, formula_th is not null {FIGURE}"
    assert ask(sql) == [("khonkaen-city", "modelled", True, True)]


def test_reach_of_the_real_feeds_grows_with_distance_and_headway(ask):
    sql = """
        select count(*) from reach as a
        join reach as b using (feed_id, place_kind)
        where a.within_m <= b.within_m and a.headway_max <= b.headway_max and (
            a.reached > b.reached or a.reached_low > a.reached or a.reached > a.reached_high
            or a.reached_high > a.places
        )
    """
    assert ask(sql) == [(0,)]
    assert ask("select sum(reached) > 0 from reach where feed_id = 'songthaew_2018'") == [(True,)]

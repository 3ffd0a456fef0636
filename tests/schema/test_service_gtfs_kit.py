"""Service measures held against gtfs_kit on the same feeds: equal where the definitions are, explained where not."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from smart7.ingest.gtfs import load
from smart7.ingest.scripts import run_script
from tests.feeds import DAILY, WEEKDAYS, Feed, line

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import gtfs_kit

pytestmark = pytest.mark.filterwarnings("ignore::pandas.errors.PerformanceWarning")

OWN = Path(__file__).parents[2] / "data" / "gtfs"
EXACT = 1e-9
# gtfs_kit measures on a flat map of the flattened earth and we on a sphere: up to 6 metres in 1,000 apart.
FLAT_OR_ROUND = 6e-3
# Ours and theirs, and how far apart they may be.
ROUTE_MEASURES = {
    "trips": ("num_trips", EXACT),
    "first_s": ("start_s", EXACT),
    "end_s": ("end_s", EXACT),
    "peak_vehicles": ("peak_num_trips", EXACT),
    "mean_headway_min": ("mean_headway", EXACT),
    "worst_headway_min": ("max_headway", EXACT),
    "service_hours": ("service_duration", EXACT),
    "vehicle_km": ("service_distance", FLAT_OR_ROUND),
    "speed_kmh": ("service_speed", FLAT_OR_ROUND),
}
NETWORK_MEASURES = {
    "routes": ("num_routes", EXACT),
    "stops": ("num_stops", EXACT),
    "trips": ("num_trips", EXACT),
    "peak_vehicles": ("peak_num_trips", EXACT),
    "service_hours": ("service_duration", EXACT),
    "vehicle_km": ("service_distance", FLAT_OR_ROUND),
}


@dataclass(frozen=True)
class Both:
    """One feed as both measure it."""

    ours: duckdb.DuckDBPyConnection
    theirs: "gtfs_kit.Feed"
    trips: pd.DataFrame

    def day(self, day_type: str) -> str:
        """Return the date that stands for a kind of day, as gtfs_kit writes it."""
        asked = self.ours.execute("select strftime(date, '%Y%m%d') from day_types where day_type = ?", [day_type])
        return str(asked.fetchall()[0][0])

    def days(self) -> list[str]:
        """Return the kinds of day the feed has."""
        return [str(kind) for (kind,) in self.ours.execute("select day_type from day_types order by 1").fetchall()]

    def table(self, name: str, day_type: str) -> pd.DataFrame:
        """Return one of our tables for a kind of day."""
        return self.ours.execute(f"select * from {name} where day_type = ? order by all", [day_type]).df()  # noqa: S608

    def route_stats(self, day_type: str) -> pd.DataFrame:
        """Return what gtfs_kit says of each route and direction."""
        found = gtfs_kit.compute_route_stats(
            self.theirs, [self.day(day_type)], self.trips, "06:00:00", "18:00:00", split_directions=True
        )
        for side in ("start", "end"):
            found[f"{side}_s"] = found[f"{side}_time"].map(gtfs_kit.helpers.timestr_to_seconds)
        return found

    def stop_stats(self, day_type: str) -> pd.DataFrame:
        """Return what gtfs_kit says of each stop and direction."""
        return gtfs_kit.compute_stop_stats(self.theirs, [self.day(day_type)], split_directions=True)

    def network_stats(self, day_type: str) -> pd.DataFrame:
        """Return what gtfs_kit says of the whole feed."""
        return gtfs_kit.compute_network_stats(self.theirs, [self.day(day_type)], self.trips)


def measured(folder: Path, from_shapes: bool = True) -> Both:
    """Return a folder's feed as both measure it; gtfs_kit counts frequencies once they are written out as trips."""
    ours = duckdb.connect()
    load.prepare(ours)
    load.load_feed(ours, folder.name, folder)
    run_script(ours, "service.sql")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = gtfs_kit.expand_frequencies(gtfs_kit.read_feed(folder, dist_units="km"))
        return Both(ours, theirs, gtfs_kit.compute_trip_stats(theirs, compute_dist_from_shapes=from_shapes))


def odd_feed() -> Feed:
    """Return a feed with two services, exceptions, a loop, headways that change, and trips after midnight."""
    feed = line()
    feed.files["calendar"] = []
    feed.service("daily", start_date="20180601", end_date="20180630")
    feed.service("school", WEEKDAYS, start_date="20180601", end_date="20180630")
    feed.add("calendar_dates", service_id="school", date="20180601", exception_type=2)
    feed.add("calendar_dates", service_id="school", date="20180609", exception_type=1)
    feed.every("out", "05:30:00", "09:00:00", 7)
    feed.every("out", "09:00:00", "24:30:00", 25)
    feed.route("ring")
    feed.trip("round", "ring", "school", [("c", "23:50:00"), ("a", "24:20:00"), ("c", "24:45:00")])
    feed.trip("late", "ring", "daily", [("c", "25:10:00"), ("a", "25:40:00"), ("c", "26:05:00")])
    for shape, places in {"way": (0, 3000), "yaw": (3000, 0), "circle": (3000, 0, 3000)}.items():
        for n, metres in enumerate(places):
            feed.add("shapes", shape_id=shape, shape_pt_sequence=n, shape_pt_lat=0, shape_pt_lon=metres / 111195.08)
    for trip, shape in zip(feed.files["trips"], ["way", "yaw", "circle", "circle"], strict=True):
        trip["shape_id"] = shape
    return feed


@pytest.fixture(scope="module")
def feeds(tmp_path_factory) -> Callable[[str], Both]:
    """Return a function that gives a feed by name, measured once."""
    made: dict[str, Both] = {}

    def give(name: str) -> Both:
        if name not in made:
            own = OWN / name
            made[name] = measured(own if own.is_dir() else odd_feed().write(tmp_path_factory.mktemp("feeds") / name))
        return made[name]

    return give


def compare(ours: pd.DataFrame, theirs: pd.DataFrame, measures: dict[str, tuple[str, float]]) -> None:
    """Hold each of our columns against theirs, row by row."""
    for own, (other, apart) in measures.items():
        expected = pytest.approx(theirs[other].astype(float).tolist(), rel=apart, nan_ok=True)
        assert ours[own].astype(float).tolist() == expected, own


# --- equal


@pytest.mark.parametrize("name", ["songthaew_2018", "lrt_plan", "city_bus", "odd"])
def test_routes_are_measured_alike(feeds, name):
    both = feeds(name)
    for kind in both.days():
        ours, theirs = both.table("service_routes", kind), both.route_stats(kind)
        keys = ["route_id", "direction_id"]
        assert ours[keys].values.tolist() == theirs[keys].values.tolist()
        compare(ours, theirs, ROUTE_MEASURES)


@pytest.mark.parametrize("name", ["songthaew_2018", "lrt_plan", "city_bus", "odd"])
def test_median_headway_and_mean_wait_are_those_of_the_trips_gtfs_kit_lists(feeds, name):
    both = feeds(name)
    for kind in both.days():
        trips = both.trips[both.trips["service_id"].isin(services(both, kind))]
        leaves = trips["start_time"].map(gtfs_kit.helpers.timestr_to_seconds)
        day = trips.assign(s=leaves)[leaves.between(6 * 3600, 18 * 3600)].sort_values("s")
        gaps = day.groupby(["route_id", "direction_id"])["s"].diff().div(60)
        by_route = gaps.groupby([day["route_id"], day["direction_id"]])
        # gtfs_kit has neither measure; it lists each trip with when it leaves.
        theirs = pd.DataFrame(
            {
                "median": by_route.median(),
                "wait": (gaps**2).groupby([day["route_id"], day["direction_id"]]).sum() / (2 * by_route.sum()),
            }
        )
        ours = both.table("service_routes", kind).set_index(["route_id", "direction_id"]).loc[theirs.index]
        compare(ours, theirs, {"median_headway_min": ("median", EXACT), "mean_wait_min": ("wait", EXACT)})


@pytest.mark.parametrize("name", ["songthaew_2018", "city_bus", "odd"])
def test_networks_are_measured_alike(feeds, name):
    both = feeds(name)
    for kind in both.days():
        compare(both.table("service_networks", kind), both.network_stats(kind), NETWORK_MEASURES)


def test_the_odd_feed_holds_what_it_is_there_for(feeds):
    both = feeds("odd")
    assert both.days() == ["saturday", "sunday", "weekday"]
    assert both.day("weekday") == "20180604", "the school service is taken away on Friday 1 June"
    assert both.day("saturday") == "20180609", "and added on one Saturday"
    assert both.table("service_departures", "weekday")["hour"].max() == 25


@pytest.mark.parametrize("name", ["songthaew_2018", "odd"])
def test_the_day_that_stands_for_weekdays_is_as_busy_as_the_busiest(feeds, name):
    both = feeds(name)
    period = both.ours.execute("select start_date, end_date from gtfs_feeds").fetchall()[0]
    dates = [f"{day:%Y%m%d}" for day in pd.date_range(*period, freq="D") if day.weekday() < 5]
    # Of equally busy days gtfs_kit takes the last and we the first, so trips are compared and not dates.
    activity = gtfs_kit.compute_trip_activity(both.theirs, dates)
    assert activity[both.day("weekday")].sum() == activity[gtfs_kit.compute_busiest_date(both.theirs, dates)].sum()


# --- different, and why


@pytest.mark.parametrize("name", ["songthaew_2018", "odd"])
def test_a_stop_counts_departures_here_and_calls_there(feeds, name):
    both = feeds(name)
    ours = both.table("service_departures", "weekday").groupby(["stop_id", "direction_id"])["trips"].sum()
    theirs = both.stop_stats("weekday").set_index(["stop_id", "direction_id"])["num_trips"]
    # gtfs_kit counts a trip at its last stop too, where nobody can board.
    day = both.trips[both.trips["service_id"].isin(services(both, "weekday"))]
    ends = day.groupby(["end_stop_id", "direction_id"])["trip_id"].count().rename_axis(["stop_id", "direction_id"])
    assert ends.sum() > 0
    expected = theirs.sub(ends, fill_value=0)
    assert ours.to_dict() == {key: value for key, value in expected.items() if value > 0}


def services(both: Both, day_type: str) -> list[str]:
    """Return the services of a kind of day."""
    return gtfs_kit.trips.get_active_services(both.theirs, both.day(day_type))


def test_phases_of_a_plan_are_counted_once_here_and_twice_there(feeds):
    both = feeds("lrt_plan")
    ours, theirs = both.table("service_networks", "weekday"), both.network_stats("weekday")
    # Red line phase 1 and the whole Red line are alternatives: gtfs_kit adds them up.
    routes = both.table("service_routes", "weekday").set_index("route_id")
    phase_1 = routes.loc["red_p1"]
    assert theirs["num_routes"][0] - ours["routes"][0] == 1
    assert theirs["num_trips"][0] - ours["trips"][0] == phase_1["trips"].sum()
    assert theirs["service_duration"][0] - ours["service_hours"][0] == pytest.approx(phase_1["service_hours"].sum())


def changed(folder: Path, change: Callable[[Feed], object]) -> Both:
    """Return one route of three stops with a change, as both measure it."""
    feed = line()
    change(feed)
    return measured(feed.write(folder / "changed"))


def test_a_trip_without_duration_is_a_trip_here_and_none_there(tmp_path):
    both = changed(tmp_path, lambda feed: feed.trip("beam", "r", "daily", {"a": "09:00:00", "b": "09:00:00"}))
    assert both.table("service_routes", "weekday")["trips"].tolist() == [2, 1]
    assert both.route_stats("weekday")["num_trips"].tolist() == [1, 1]


def test_a_trip_ends_when_it_arrives_here_and_when_it_would_leave_again_there(tmp_path):
    def wait(feed: Feed) -> None:
        feed.files["stop_times"][2]["departure_time"] = "06:25:00"

    both = changed(tmp_path, wait)
    assert both.table("service_routes", "weekday")["service_hours"].tolist() == [0.25, 0.25]
    ten_minutes = 10 / 60
    assert both.route_stats("weekday")["service_duration"].tolist() == pytest.approx([0.25 + ten_minutes, 0.25])


def test_without_a_shape_length_follows_the_stops_here_and_is_unknown_there(tmp_path):
    both = changed(tmp_path, lambda feed: None)
    assert both.table("service_routes", "weekday")["vehicle_km"].tolist() == pytest.approx([3, 3])
    assert both.route_stats("weekday")["service_distance"].isna().all()


def test_a_trip_on_part_of_a_shape_has_the_whole_length_here_and_its_part_there(tmp_path):
    def longer_shape(feed: Feed) -> None:
        for n, metres in enumerate((0, 3000, 5000)):
            feed.add("shapes", shape_id="way", shape_pt_sequence=n, shape_pt_lat=0, shape_pt_lon=metres / 111195.08)
        for trip in feed.files["trips"]:
            trip["shape_id"] = "way"

    both = changed(tmp_path, longer_shape)
    # Feeds give each pattern its own shape; finding the part would cost a projection for every trip.
    assert both.table("service_routes", "weekday")["vehicle_km"].tolist() == pytest.approx([5, 5], rel=FLAT_OR_ROUND)
    assert both.route_stats("weekday")["service_distance"][0] == pytest.approx(3, rel=FLAT_OR_ROUND)


def test_a_trip_without_a_direction_goes_out_here_and_is_left_out_there(tmp_path):
    def no_direction(feed: Feed) -> None:
        feed.files["trips"][0]["direction_id"] = ""

    both = changed(tmp_path, no_direction)
    assert both.table("service_routes", "weekday")["direction_id"].tolist() == [0, 1]
    assert both.route_stats("weekday")["direction_id"].tolist() == [1]


def test_days_of_both_are_the_days_of_the_reference(tmp_path):
    def seasons(feed: Feed) -> None:
        feed.service("summer", DAILY, start_date="20180606", end_date="20180607")
        feed.trip("swim", "r", "summer", {"a": "10:00:00", "b": "10:05:00"})
        feed.add("calendar_dates", service_id="summer", date="20180606", exception_type=2)

    both = changed(tmp_path, seasons)
    assert both.day("weekday") == "20180607"
    compare(both.table("service_networks", "weekday"), both.network_stats("weekday"),
            {name: pair for name, pair in NETWORK_MEASURES.items() if name != "vehicle_km"})  # fmt: skip

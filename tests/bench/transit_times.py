"""A feed of a million stop times: how long loading and measuring take, beside gtfs_kit in the same run."""

import random
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import duckdb

from smart7.ingest.gtfs import load
from smart7.ingest.scripts import run_script
from tests.bench import machine
from tests.bench.report import Line, middle
from tests.feeds import WEEKDAYS, Feed, write_rows

ROUTES, STOPS, CALLS = 100, 2000, 32
RUNS = {"weekday": 95, "saturday": 35, "sunday": 30}  # trips of a route and direction
REPEATS = 3
LOAD_S, MEASURE_S, TIMES_AS_FAST = 6, 2, 10


def measure() -> Iterator[Line]:
    """Yield the seconds of loading, of all measures, and of gtfs_kit over the same feed."""
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        folder = write_feed(Path(name) / "city")
        database = str(Path(name) / "city.duckdb")
        machine.await_calm()
        loading, measuring, calls = zip(*(ours(folder, database) for _ in range(REPEATS)), strict=True)
        what = f"{calls[0]:,} stop times"
        yield Line(f"{what}: loaded from text", middle(loading), "s", LOAD_S, f"median of {REPEATS}")
        yield Line(f"{what}: all service measures", middle(measuring), "s", MEASURE_S, f"median of {REPEATS}")
        machine.await_calm()
        theirs = gtfs_kit_seconds(folder)
        if theirs is None:
            yield Line(f"{what}: gtfs_kit", None, "s", note="gtfs_kit is not installed")
            return
        yield from beside(what, theirs, middle(loading) or 0, middle(measuring) or 0)


def beside(what: str, theirs: dict[str, float], loading: float, measuring: float) -> Iterator[Line]:
    """Yield what gtfs_kit took, and our share of it: 0.1 and less is ten times as fast."""
    reading = theirs.pop("read")
    parts = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in theirs.items())
    total = sum(theirs.values())
    yield Line(f"{what}: gtfs_kit reads the text", reading, "s", note=f"{reading / loading:.1f} times ours")
    yield Line(f"{what}: gtfs_kit, the same measures once", total, "s", note=parts)
    yield Line(
        "our measures as a share of gtfs_kit's", measuring / total, "", 1 / TIMES_AS_FAST,
        f"{total / measuring:.0f} times as fast",
    )  # fmt: skip


def ours(folder: Path, database: str) -> tuple[float, float, int]:
    """Return the seconds of loading and of measuring into a file of its own, and how many stop times there are."""
    Path(database).unlink(missing_ok=True)
    with duckdb.connect(database) as connection:
        load.prepare(connection)
        loading = seconds(lambda: load.load_feed(connection, "city", folder))
        measuring = seconds(lambda: [run_script(connection, name) for name in ("service.sql", "service_stops.sql")])
        (calls,) = connection.execute("select count(*) from gtfs_stop_times").fetchone() or (0,)
    return loading, measuring, calls


def gtfs_kit_seconds(folder: Path) -> dict[str, float] | None:
    """Return the seconds gtfs_kit takes to read the feed and for each measure; None where it is not installed.

    Asked for what `service.sql` answers: trips, then routes and directions, stops by hour, and the network on the
    three days that stand for weekdays, Saturdays and Sundays.
    """
    try:
        import gtfs_kit
    except ImportError:
        return None
    warnings.simplefilter("ignore")
    days = ["20260105", "20260110", "20260111"]
    kept: dict[str, Any] = {}
    steps: dict[str, Callable[[], Any]] = {
        "read": lambda: gtfs_kit.read_feed(folder, dist_units="km"),
        "trips": lambda: gtfs_kit.compute_trip_stats(kept["read"], compute_dist_from_shapes=True),
        "routes": lambda: gtfs_kit.compute_route_stats(
            kept["read"], days, kept["trips"], "06:00:00", "18:00:00", split_directions=True
        ),
        "stops": lambda: gtfs_kit.compute_stop_stats(kept["read"], days, split_directions=True),
        "stops by hour": lambda: gtfs_kit.compute_stop_time_series(kept["read"], days, freq="h", split_directions=True),
        "network": lambda: gtfs_kit.compute_network_stats(kept["read"], days, kept["trips"]),
    }
    found = {}
    for name, step in steps.items():
        began = perf_counter()
        kept[name] = step()
        found[name] = perf_counter() - began
    return found


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    began = perf_counter()
    action()
    return perf_counter() - began


def write_feed(folder: Path) -> Path:
    """Write a feed of 100 routes, 2,000 stops and just over a million stop times."""
    feed = Feed()
    dates = {"start_date": "20260105", "end_date": "20261231"}
    closed = dict.fromkeys(WEEKDAYS, 0)
    feed.service("weekday", WEEKDAYS, **dates)
    feed.service("saturday", {**closed, "saturday": 1}, **dates)
    feed.service("sunday", {**closed, "sunday": 1}, **dates)
    for n in range(STOPS):
        lat, lon = 16.3 + n % 50 * 0.005, 102.7 + n // 50 * 0.005
        feed.add("stops", stop_id=f"s{n}", stop_name=f"Stop {n}", stop_lat=f"{lat:.4f}", stop_lon=f"{lon:.4f}")
    for n in range(ROUTES):
        feed.route(f"r{n}")
        for direction in (0, 1):
            feed.files.setdefault("shapes", []).extend(shape(n, direction, feed.files["stops"]))
    rows = list(trips())
    feed.files["trips"] = [trip for trip, _ in rows]
    feed.write(folder)
    write_rows(folder / "stop_times.txt", [call for _, calls in rows for call in calls])
    return folder


def way(route: int, direction: int) -> list[int]:
    """Return the stops of a route and direction: a straight walk over the lattice of stops."""
    stops = [(route * 17 + n) % STOPS for n in range(CALLS)]
    return stops if direction == 0 else stops[::-1]


def shape(route: int, direction: int, stops: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the points of a route's shape: its stops."""
    for n, stop in enumerate(way(route, direction)):
        lat, lon = stops[stop]["stop_lat"], stops[stop]["stop_lon"]
        yield {"shape_id": f"w{route}-{direction}", "shape_pt_sequence": n, "shape_pt_lat": lat, "shape_pt_lon": lon}


def trips() -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield each trip with its calls, from five in the morning to half past ten at night."""
    dice = random.Random(7)
    for route in range(ROUTES):
        for direction in (0, 1):
            stops = way(route, direction)
            for service_id, runs in RUNS.items():
                for run in range(runs):
                    trip_id = f"{route}-{direction}-{service_id}-{run}"
                    trip = {"trip_id": trip_id, "route_id": f"r{route}", "service_id": service_id}
                    start = 5 * 3600 + int(run * 17.5 * 3600 / runs)
                    yield (
                        {**trip, "direction_id": direction, "shape_id": f"w{route}-{direction}"},
                        calls(trip_id, start, stops, dice),
                    )


def calls(trip_id: str, start: int, stops: list[int], dice: random.Random) -> list[dict[str, Any]]:
    """Return the stop times of a trip that leaves its first stop at a second of the day."""
    found, now = [], start
    for n, stop in enumerate(stops, 1):
        found.append(
            {
                "trip_id": trip_id, "stop_sequence": n, "stop_id": f"s{stop}", "arrival_time": clock(now),
                "departure_time": clock(now + (15 if n < len(stops) else 0)),
            }
        )  # fmt: skip
        now += dice.randint(60, 140)
    return found


def clock(second: int) -> str:
    """Return a second of the service day as GTFS writes it."""
    return f"{second // 3600:02}:{second % 3600 // 60:02}:{second % 60:02}"

"""What a rider is told of the next bus: from where it is and how long the way took lately; in doubt nothing."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from smart7.vehicles import coming, keep, legs, near, positions, simulated, under_way
from smart7.vehicles.days import Network
from tests.vehicles import sent
from tests.vehicles.towns import BRANCH, DAY, METRES, STREET, lines_of

METHOD = Path(__file__).parents[2] / "docs" / "method.md"
HOUR = 9


def stretch(sequence: int, start: str, end: str, hour: int, runs: int, run_s: float, dwell_s: float) -> dict:
    return {"route_id": "street", "direction_id": 0, "stop_sequence": sequence, "from_stop_id": start,
            "to_stop_id": end, "day_type": "weekday", "hour": hour, "runs": runs, "run_s": run_s,
            "dwell_s": dwell_s}  # fmt: skip


@pytest.fixture(scope="module")
def street() -> Network:
    feed, lines = lines_of(STREET)
    return Network(feed, lines, near.grid_of(lines))


def stops(network: Network, pattern: int = 0) -> pd.DataFrame:
    return network.lines.stops[network.lines.stops["pattern"] == pattern].reset_index(drop=True)


def test_the_worked_example_of_the_method_is_what_is_worked_out(street):
    """Four stops 400 m apart: the share of the leg that is ahead, and standing at the stops between."""
    table = METHOD.read_text("utf-8").split("<!-- worked example: coming -->")[1].split("\n\n")[1]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    known = stops(street)
    ids = known["stop_id"].tolist()
    driven = pd.DataFrame([
        stretch(int(known["stop_sequence"][n + 1]), ids[n], ids[n + 1], HOUR, 10, 10 * float(way), 10 * float(stand))
        for n, (_, way, stand, _) in enumerate(rows)
    ])  # fmt: skip
    of_hour = legs.at_hour(street.lines, driven, "weekday", HOUR)
    length = known["along_m"].diff().iloc[1]
    told = legs.ahead(street.lines, of_hour, 0, 0.25 * length, 3_600)[: len(rows)]
    assert [round(one.seconds) for one in told] == [int(re.sub(r"\D", "", said)) for *_, said in rows]
    assert {one.basis for one in told} == {"driven"}


def test_a_leg_that_was_driven_too_seldom_is_taken_as_planned(street):
    ids, sequence = stops(street)["stop_id"].tolist(), int(stops(street)["stop_sequence"][1])
    few = pd.DataFrame([stretch(sequence, ids[0], ids[1], HOUR, legs.LEAST - 1, 4_000.0, 0.0)])
    enough = pd.DataFrame([stretch(sequence, ids[0], ids[1], HOUR + 3, legs.LEAST, 500.0, 0.0)])
    assert legs.at_hour(street.lines, few, "weekday", HOUR).way_s[1] == np.diff(street.lines.due)[0]
    of_day = legs.at_hour(street.lines, enough, "weekday", HOUR)
    assert (of_day.way_s[1], bool(of_day.driven[1])) == (100.0, True)
    (first, second, *_) = legs.ahead(street.lines, of_day, 0, 0.0, 3_600)
    assert (first.basis, second.basis) == ("driven", "both")


@pytest.fixture(scope="module")
def day(street) -> tuple[simulated.Driven, pd.DataFrame]:
    """Return a day that was driven in the street, and what was sent of it."""
    return sent_in(street)


def sent_in(network: Network, **boxes) -> tuple[simulated.Driven, pd.DataFrame]:
    driven = simulated.drive(network.feed, network.lines, DAY, 3)
    given = {"noise_m": (5.0, 30.0), "gaps": 0.0, "drifting": 0.0} | boxes
    return driven, sent.positions(network.lines, driven, sent.Boxes(every_s=15, **given))


def lately(rows: pd.DataFrame, second: int) -> pd.DataFrame:
    return rows[rows["second"].between(second - coming.SINCE, second)]


def looked(network: Network, rows: pd.DataFrame) -> tuple[positions.Positions, under_way.UnderWay]:
    found = positions.of(pa.Table.from_pandas(rows, preserve_index=False), network.lines)
    return found, under_way.find(found, network.lines, network.grid)


def test_each_bus_is_found_where_it_is_on_the_line_it_drives(street, day):
    errors, wrong, missed, buses = [], 0, 0, 0
    driven, rows = day
    calls = driven.calls.assign(vehicle=driven.runs["vehicle"].to_numpy()[driven.calls["run"]])
    for second in range(8 * 3600, 18 * 3600, 1_500):
        told, found = looked(street, lately(rows, second))
        known = {str(told.vehicles[v]): n for n, v in enumerate(found.vehicle)}
        for run, one in calls.groupby("run"):
            came = float(np.interp(second, one["leaves"], one["along_m"]))
            if not one["leaves"].iloc[0] + 300 < second < one["arrives"].iloc[-1] - 60:
                continue
            buses += 1
            n = known.get(one["vehicle"].iloc[0])
            if n is None:
                missed += 1
            elif found.pattern[n] != driven.runs["pattern"].iloc[run]:
                wrong += 1
            else:
                errors.append(abs(found.along[n] - came))
    assert buses >= 40
    assert wrong == 0
    assert missed <= buses // 10
    assert np.quantile(errors, 0.9) < 150


def test_which_branch_a_bus_will_take_is_not_said_before_it_has():
    feed, lines = lines_of(BRANCH)
    town = Network(feed, lines, near.grid_of(lines))
    outward = lines.patterns["direction_id"].to_numpy() == 0
    for told in (0.0, 1.0):
        _, rows = sent_in(town, told=told)
        doubt = np.zeros(0)
        for second in range(8 * 3600, 12 * 3600, 1_700):
            _, found = looked(town, lately(rows, second))
            doubt = np.append(doubt, found.doubt[outward[found.pattern] & (found.along < 3_500)])
        assert len(doubt) > 3
        assert (doubt >= under_way.DOUBTFUL).all() if not told else (doubt < under_way.DOUBTFUL).all()


def test_what_is_expected_came_about_then(street, day, tmp_path):
    """By planned times alone, with buses that are held up: half within a minute and a bit, nine of ten within five."""
    off = []
    driven, rows = day
    calls = driven.calls.assign(vehicle=driven.runs["vehicle"].to_numpy()[driven.calls["run"]])
    for second in range(9 * 3600, 15 * 3600, 1_500):
        watch = coming.Coming(tmp_path, "town")
        watch.known_of, watch.network = (DAY, second // 3600), street
        watch.legs = legs.at_hour(street.lines, legs.measured(tmp_path, "town"), "weekday", second // 3600)
        watch.add(pa.Table.from_pandas(lately(rows, second).assign(service_date=DAY), preserve_index=False))
        _, expected = watch.look(keep.moment_of(DAY, second))
        for stop, those in expected.items():
            there = calls[(calls["stop_id"] == stop) & (calls["arrives"] > second - 30)]
            for one in those:
                came = there[there["vehicle"] == one["vehicle"]]["arrives"]
                if one["due_in"] < 900 and len(came):
                    off.append(abs(came.min() - second - one["due_in"]))
    assert len(off) > 40
    assert np.median(off) < 75
    assert np.quantile(off, 0.9) < 300


def stops_at(place: tuple[float, float], minutes: int, route: str | None) -> pd.DataFrame:
    """Return what a box sends that goes three kilometres along the street, then to a place, and stands there."""
    rng = np.random.default_rng(3)
    way = [(8.0 * s, 0.0) for s in range(0, 375, 15)]
    steps = max(1, round(float(np.hypot(place[0] - 3_000, place[1])) / 120))
    aside = [(3_000 + (place[0] - 3_000) * n / steps, place[1] * n / steps) for n in range(1, steps + 1)]
    metres = np.array([*way, *aside, *([place] * (4 * minutes))]) + rng.normal(0, 20, (25 + steps + 4 * minutes, 2))
    return pd.DataFrame({
        "feed_id": "town", "service_date": DAY, "vehicle": "a", "second": HOUR * 3600 + 15 * np.arange(len(metres)),
        "latitude": metres[:, 1] / METRES, "longitude": metres[:, 0] / METRES, "speed": np.nan, "heading": np.nan,
        "route_id": route, "direction_id": pd.array([0 if route else None] * len(metres), "Int64"), "trip_id": None,
        "start_second": pd.array([None] * len(metres), "Int64"),
    }).astype({"route_id": object, "trip_id": object})  # fmt: skip


@pytest.mark.parametrize("route", [None, "street"])
@pytest.mark.parametrize(
    ("place", "minutes", "expected", "rests"),
    [
        ((3_000, 0), 4, True, False),  # held up on its line
        ((3_000, 0), 12, False, True),
        ((3_000, 70), 12, False, True),  # at a depot beside the line
        ((3_000, 130), 5, False, False),
        ((3_000, -600), 1, False, False),  # off every route
        ((3_000, -600), 12, False, True),
    ],
)
def test_a_bus_off_duty_is_expected_nowhere_whatever_it_tells_of_its_route(
    street, tmp_path, place, minutes, expected, rests, route
):
    watch = coming.Coming(tmp_path, "town")
    watch.known_of, watch.network = (DAY, HOUR), street
    watch.legs = legs.at_hour(street.lines, legs.measured(tmp_path, "town"), "weekday", HOUR)
    rows = stops_at(place, minutes, route)
    watch.add(pa.Table.from_pandas(rows, keep.POSITIONS, preserve_index=False))
    vehicles, stops_ahead = watch.look(keep.moment_of(DAY, int(rows["second"].max()) + 2))
    assert bool(stops_ahead) == expected
    assert ("next" in vehicles.get("a", {})) == expected
    assert vehicles.get("a", {}).get("rests", False) == rests


def test_a_feed_that_cannot_be_read_says_why_and_nobody_is_expected(tmp_path):
    watch = coming.Coming(tmp_path, "nowhere")
    now = datetime(2026, 11, 2, 5, tzinfo=UTC).timestamp()
    assert watch.prepare(*divmod_hour(now))
    assert watch.prepare(*divmod_hour(now)) == ""
    assert watch.look(now) == ({}, {})
    json.dumps(watch.look(now))


def divmod_hour(now: float) -> tuple:
    day, second = keep.service_day(now)
    return day, second // 3600

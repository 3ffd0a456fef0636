"""Passes of positions that a person can work out by hand."""

from datetime import date

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from smart7.engine import statements
from smart7.engine.duck import Duck
from smart7.vehicles.placed_table import SCHEMA

DAY = date(2026, 11, 2)
STOPS = [(1, "a", 0.0), (2, "b", 500.0), (3, "c", 1_000.0)]


@pytest.fixture
def passes(tmp_path):
    """Return a function from places of one run, (second, metres along), to its passes by stop."""

    def of(*places: tuple[float, float], off: float = 0.0, more: list[dict] | None = None) -> pd.DataFrame:
        common = {
            "feed_id": "town", "service_date": DAY, "run_id": "v-1", "vehicle": "v", "route_id": "r",
            "direction_id": 0, "pattern_id": "r-0", "trip_id": None, "start_second": None, "doubt": 0.1, "off_m": off,
        }  # fmt: skip
        rows = [
            common | {"second": second, "along_m": along, "next_second": next_second, "next_m": next_m}
            for (second, along), (next_second, next_m) in zip(places, [*places[1:], (None, None)], strict=True)
        ]
        rows += [common | one for one in more or []]
        stops = [
            {"feed_id": "town", "pattern_id": "r-0", "route_id": "r", "direction_id": 0, "stop_sequence": n,
             "stop_id": stop, "along_m": along, "length_m": 1_000.0}
            for n, stop, along in STOPS
        ]  # fmt: skip
        tables = {"placed": [tmp_path / "placed.parquet"], "pattern_stops": [tmp_path / "stops.parquet"]}
        pq.write_table(pa.Table.from_pylist(rows, SCHEMA), tables["placed"][0])
        pq.write_table(pa.Table.from_pylist(stops), tables["pattern_stops"][0])
        engine = Duck("200MB", tmp_path)
        engine.run(statements.read("passes").sql, tables, tmp_path / "passes.parquet")
        engine.close()
        return pd.read_parquet(tmp_path / "passes.parquet").set_index("stop_id")

    return of


def drive(start: int, *, speed: float = 10.0, stand: dict[float, int] | None = None) -> list[tuple[float, float]]:
    """Return where one is each 10 s who drives 1,000 m evenly but for standing at some places."""
    along, second, places = 0.0, start, []
    waits = dict(stand or {})
    while along < 1_000:
        places.append((second, along))
        if waits.get(along, 0) > 0:
            waits[along] -= 10
        else:
            along = min(along + speed * 10, 1_000.0)
        second += 10
    return [*places, (second, along), (second + 10, along)]


def test_who_does_not_stand_passes_when_the_place_is_reached(passes):
    found = passes(*drive(100))
    assert list(found["second"]) == pytest.approx([100, 150, 200])
    assert list(found["dwell_s"]) == pytest.approx([0, 0, 0])


def test_who_stands_passes_when_leaving(passes):
    found = passes(*drive(100, stand={500.0: 40}))
    assert found.loc["b", "dwell_s"] == pytest.approx(40)
    assert found.loc["b", "second"] == pytest.approx(190)
    assert found.loc["c", "second"] == pytest.approx(240)


def test_waiting_for_the_trip_is_no_time_at_the_first_stop_and_a_rest_none_at_the_last(passes):
    found = passes((0, 0.0), (10, 0.0), *drive(20), (300, 1_000.0))
    assert list(found["second"]) == pytest.approx([20, 70, 120])
    assert list(found["dwell_s"]) == pytest.approx([0, 0, 0])


def test_a_stop_that_nobody_saw_is_passed_in_between_with_a_wide_bar(passes):
    near = passes(*drive(100))
    gap = passes(*[(second, along) for second, along in drive(100) if not 200 < along < 900])
    assert gap.loc["b", "second"] == pytest.approx(150)
    assert gap.loc["b", "dwell_s"] == 0
    assert gap.loc["b", "error_s"] == pytest.approx(70 / 4)
    assert near.loc["b", "error_s"] == pytest.approx(10 / 4)


def test_positions_far_from_the_line_widen_the_bar(passes):
    assert passes(*drive(100), off=40.0).loc["b", "error_s"] == pytest.approx((2.5**2 + (40 / 10) ** 2 / 2) ** 0.5)


def test_a_run_that_is_first_seen_on_its_way_passes_only_what_comes(passes):
    assert list(passes(*[place for place in drive(100) if place[1] >= 600]).index) == ["c"]


def test_who_is_last_seen_just_before_the_last_stop_arrived_there_with_a_wider_bar(passes):
    seen = [place for place in drive(100) if place[1] <= 900]
    found = passes(*seen, (198, 980.0))
    assert found.loc["c", "second"] == pytest.approx(200)
    assert found.loc["c", "error_s"] == pytest.approx(((8 / 4) ** 2 + (20 / 10) ** 2) ** 0.5)
    assert list(passes(*seen, (194, 940.0)).index) == ["a", "b"]


def test_who_is_first_seen_just_behind_the_first_stop_left_it_with_a_wider_bar(passes):
    found = passes((103, 30.0), *[place for place in drive(100) if place[1] >= 100])
    assert found.loc["a", "second"] == pytest.approx(100)
    assert found.loc["a", "error_s"] == pytest.approx(((7 / 4) ** 2 + (30 / 10) ** 2) ** 0.5)


@pytest.mark.parametrize("silence", [(200, 400), (100, 900), (0, 1_000)])
def test_a_way_of_any_length_passes_every_stop_on_it(passes, silence):
    low, high = silence
    found = passes(*[place for place in drive(100) if not low < place[1] < high])
    assert list(found["second"]) == pytest.approx([100, 150, 200])


def test_dead_runs_pass_no_stop(passes):
    dead = [{"run_id": "v-dead-1", "pattern_id": None, "second": s, "along_m": None} for s in (10, 90)]
    assert set(passes(*drive(100), more=dead)["run_id"]) == {"v-1"}


def test_a_vehicle_that_never_moves_passes_nothing(passes):
    assert passes((0, 500.0), (10, 500.0), (20, 500.0)).empty

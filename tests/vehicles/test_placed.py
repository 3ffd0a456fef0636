"""Every position is placed or left out with a reason, and what is placed goes forward along its line."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart7.vehicles import near, placed, positions, simulated
from smart7.vehicles.judged import DEAD_RUN, DEPOT, LAYOVER, OFF_EVERY_ROUTE, REASONS
from tests.vehicles import sent
from tests.vehicles.sent import Boxes
from tests.vehicles.towns import BRANCH, DAY, LASSO, RING, SPUR, STREET, both, lines_of

FEED, LINES = lines_of(STREET | RING | SPUR | BRANCH | LASSO)
GRID = near.grid_of(LINES)


def placed_of(rows: pd.DataFrame, lines=LINES, grid=GRID):
    day = positions.of(pa.Table.from_pandas(rows), lines)
    return day, placed.place(day, lines, grid)


def driven_along(points, speed=6.0, start=30_000.0, vehicle="v") -> pd.DataFrame:
    """Return positions each 10 s of one vehicle along points in metres, standing ten minutes before and after."""
    line = np.array(points, float)
    ends = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    moments = np.concatenate([[-600.0], ends / speed, [ends[-1] / speed + 600.0]])
    second = np.arange(moments[0], moments[-1], 10.0)
    along = np.interp(second, moments, np.concatenate([[0.0], ends, [ends[-1]]]))
    rng = np.random.default_rng(3)
    x, y = (np.interp(along, ends, axis) + rng.normal(0, 8, len(along)) for axis in line.T)
    latitude, longitude = LINES.degrees(x, y)
    return pd.DataFrame({
        "vehicle": vehicle, "second": (second + start).astype(int), "latitude": latitude, "longitude": longitude,
        "route_id": None, "direction_id": None, "trip_id": None, "start_second": None,
    })  # fmt: skip


def at(points):
    """Return points in metres from the corner of the town, as metres from the middle of its feed."""
    x, y = LINES.metres(*(np.array(axis) / 111_195.0 for axis in list(zip(*points, strict=True))[::-1]))
    return list(zip(x, y, strict=True))


@pytest.fixture(scope="module")
def day():
    driven = simulated.drive(FEED, LINES, DAY, 2)
    rows = sent.positions(LINES, driven)
    return rows, *placed_of(rows)


def test_each_position_is_placed_or_left_out_with_a_reason(day):
    rows, positions_of_day, runs = day
    assert len(rows) == len(positions_of_day.second) + positions_of_day.repeated
    assert len(runs.position) == (runs.reason < 0).sum()
    assert (runs.reason[runs.position] == -1).all()
    assert len(np.unique(runs.position)) == len(runs.position)
    assert runs.reason.max() < len(REASONS)


def test_no_run_goes_back_and_none_leaves_its_line(day):
    _, positions_of_day, runs = day
    same = np.diff(runs.run) == 0
    assert (np.diff(runs.along)[same] >= -1e-6).all()
    assert (np.diff(positions_of_day.second[runs.position])[same] > 0).all()
    assert (runs.along >= 0).all()
    assert (runs.along <= LINES.lengths[runs.pattern[runs.run]] + 1e-6).all()


@settings(max_examples=15)
@given(
    seed=st.integers(0, 10_000),
    kept=st.floats(0.02, 1.0),
    noise=st.floats(0.0, 2_000.0),
    scale=st.sampled_from([1, 7, 60]),
)
def test_whatever_is_sent_the_counts_add_up_and_places_go_forward(seed, kept, noise, scale):
    rng = np.random.default_rng(seed)
    rows = driven_along(at([(0, 0), (3_000, 0), (6_000, 1_500)]), vehicle="a")
    rows = pd.concat([rows, driven_along(at([(0, 0), (2_000, 0), (2_000, 2_000)]), vehicle="b")])
    rows = rows.assign(
        latitude=rows["latitude"] + rng.normal(0, noise / 111_195, len(rows)), second=rows["second"] // scale
    ).sample(frac=kept, random_state=seed)
    read, runs = placed_of(rows)
    counts = np.bincount(runs.reason[runs.reason >= 0], minlength=len(REASONS))
    assert len(rows) == len(runs.position) + counts.sum() + read.repeated
    same = np.diff(runs.run) == 0
    assert (np.diff(runs.along)[same] >= -1e-6).all()
    assert ((runs.doubt >= 0) & (runs.doubt <= 1)).all()


def found(points, **more):
    """Return the ids of the patterns of the runs that are found in one vehicle's way."""
    _, runs = placed_of(driven_along(at(points), **more))
    return list(LINES.patterns["pattern_id"].to_numpy()[runs.pattern]), runs


def test_the_way_driven_tells_the_direction():
    street = [(0, 0), (3_000, 0), (6_000, 1_500)]
    assert found(street)[0] == ["street-0"]
    assert found(street[::-1])[0] == ["street-1"]
    assert found(street + street[-2::-1])[0] == ["street-0", "street-1"]


def test_the_end_tells_which_branch_it_was():
    assert found([(0, -200), (4_000, -200), (6_000, 1_200)])[0] == ["branch_a-0"]
    assert found([(0, -200), (4_000, -200), (6_000, -1_600)])[0] == ["branch_b-0"]


def test_a_spur_is_driven_in_and_out_as_one_run():
    names, runs = found([(0, 300), (2_500, 300), (2_500, 1_500), (2_500, 300), (5_500, 300)])
    assert names == ["spur-0"]
    assert runs.along[-1] - runs.along[0] == pytest.approx(7_900, abs=60)


def test_a_ring_that_is_driven_twice_is_two_runs():
    ring = [(0, 0), (2_000, 0), (2_000, 2_000), (0, 2_000)]
    assert found([*ring, *ring, (0, 0)])[0] == ["ring-0", "ring-0"]


def test_a_way_that_only_crosses_lines_is_no_run():
    names, runs = found([(1_000, -3_000), (1_000, 4_000)])
    assert names == []
    assert set(runs.reason) <= {DEAD_RUN, OFF_EVERY_ROUTE, DEPOT, LAYOVER}
    assert (runs.reason == OFF_EVERY_ROUTE).sum() > 60


def test_a_short_way_along_a_line_from_the_depot_is_a_dead_run_of_the_run_it_leads_to():
    depot = [(1_000, -900), (700, 0), (0, 0)]
    names, runs = found([*depot, (3_000, 0), (6_000, 1_500)])
    assert names == ["street-0"]
    assert list(runs.dead["run"]) == [0]
    assert runs.dead["metres"].iloc[0] == pytest.approx(1_650, abs=300)


@pytest.mark.parametrize("home", [[(5_600, 1_300)], [(6_000, 1_900)], []])
@pytest.mark.parametrize("depot", [[(400, 0)], [(0, -400)], []])
def test_a_run_reaches_from_the_first_stop_to_the_last_wherever_the_vehicle_comes_from_and_goes(depot, home):
    _, runs = found([*depot, (0, 0), (3_000, 0), (6_000, 1_500), *home])
    length = LINES.lengths[runs.pattern[0]]
    assert len(runs.pattern) == 1
    assert runs.along[0] == pytest.approx(0, abs=40)
    assert runs.along[-1] == pytest.approx(length, abs=40)


def test_who_turns_in_the_middle_ends_the_run_there():
    names, runs = found([(0, 0), (3_000, 0), (4_800, 900), (3_000, 0), (0, 0)])
    assert names == ["street-0", "street-1"]
    ends = [runs.along[runs.run == n] for n in (0, 1)]
    assert ends[0][-1] == pytest.approx(5_012, abs=150)
    assert ends[1][0] == pytest.approx(LINES.lengths[runs.pattern[1]] - 5_012, abs=150)


def test_two_routes_on_one_way_are_one_half_in_doubt_unless_the_vehicle_tells():
    feed, lines = lines_of(both("a", STREET["street/0"]) | both("b", STREET["street/0"]))
    grid = near.grid_of(lines)
    driven = simulated.drive(feed, lines, DAY, 1)
    silent = placed_of(sent.positions(lines, driven, Boxes(gaps=0)), lines, grid)[1]
    assert np.median(silent.doubt) == pytest.approx(0.5, abs=0.02)
    told = placed_of(sent.positions(lines, driven, Boxes(gaps=0, told=1.0)), lines, grid)[1]
    assert np.median(told.doubt) < 0.1


def test_a_silence_in_a_run_raises_its_doubt():
    rows = driven_along(at([(0, 0), (3_000, 0), (6_000, 1_500)]))
    silence = rows[~rows["second"].between(30_300, 30_700)]
    doubts = [placed_of(some)[1].doubt for some in (rows, silence)]
    assert len(doubts[0]) == len(doubts[1]) == 1
    assert doubts[1][0] > doubts[0][0] + 0.1


def test_an_unknown_route_that_is_told_counts_as_nothing_told(day):
    rows = driven_along(at([(0, 0), (3_000, 0), (6_000, 1_500)])).assign(route_id="nowhere")
    assert list(LINES.patterns["pattern_id"].to_numpy()[placed_of(rows)[1].pattern]) == ["street-0"]


def test_a_day_without_positions_has_no_runs():
    empty = driven_along(at([(0, 0), (3_000, 0)])).iloc[:0]
    _, runs = placed_of(empty)
    assert len(runs.pattern) == len(runs.position) == len(runs.reason) == len(runs.dead) == 0


def test_boxes_that_stand_all_day_have_no_runs():
    rows = driven_along(at([(0, 0), (3_000, 0)])).head(50)
    assert len(placed_of(standing(rows))[1].pattern) == 0


def standing(rows):
    """Return positions that all lie where the first one lies."""
    return rows.assign(latitude=rows["latitude"].iloc[0], longitude=rows["longitude"].iloc[0])

"""A simulated day is a possible one, the same for the same seed, and its positions are as wrong as was asked."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart7.vehicles import plan, simulated
from smart7.vehicles.simulated import Habits
from tests.vehicles import sent
from tests.vehicles.sent import Boxes
from tests.vehicles.towns import BRANCH, DAY, LASSO, STREET, lines_of

FEED, LINES = lines_of(STREET | BRANCH | LASSO)
CLEAN = Boxes(noise_m=(0.1, 0.1), gaps=0.0, drifting=0.0, repeated=0.0, disordered=0.0)


@pytest.fixture(scope="module")
def driven():
    return simulated.drive(FEED, LINES, DAY, 5, Habits(missed=0.1))


def test_the_same_seed_drives_and_sends_the_same_day(driven):
    again = simulated.drive(FEED, LINES, DAY, 5, Habits(missed=0.1))
    pd.testing.assert_frame_equal(driven.passes, again.passes)
    pd.testing.assert_frame_equal(sent.positions(LINES, driven), sent.positions(LINES, again))
    other = simulated.drive(FEED, LINES, DAY, 6, Habits(missed=0.1))
    assert not driven.passes["second"].equals(other.passes["second"])


def test_each_trip_of_the_plan_is_driven_once_or_missed(driven):
    due = plan.departures(FEED, LINES, DAY)
    keys = ["trip_id", "start_second"]
    both = pd.concat([driven.runs[keys], driven.missed[keys]]).sort_values(keys, ignore_index=True)
    pd.testing.assert_frame_equal(both, due[keys].sort_values(keys, ignore_index=True))
    assert 0.04 < len(driven.missed) / len(due) < 0.2


@settings(max_examples=8)
@given(st.integers(0, 1000))
def test_a_vehicle_is_in_one_place_at_a_time(seed):
    runs = simulated.drive(FEED, LINES, DAY, seed).runs.sort_values(["vehicle", "left"])
    same = (runs["vehicle"] == runs["vehicle"].shift()).to_numpy()
    assert (runs["left"].to_numpy()[1:] >= runs["arrived"].to_numpy()[:-1])[same[1:]].all()


def test_a_run_passes_its_stops_one_after_another(driven):
    step = driven.passes.groupby("run_id")["second"].diff().dropna()
    assert (step > 0).all()
    assert (driven.passes["dwell_s"] >= 0).all()
    assert (driven.passes.groupby("run_id")["stop_sequence"].diff().dropna() == 1).all()


def test_rush_hours_are_slower_than_noon(driven):
    runs = driven.runs.assign(
        hour=driven.runs["start_second"] // 3600, takes=driven.runs["arrived"] - driven.runs["left"]
    )
    takes = runs[runs["pattern_id"] == "street-0"].groupby("hour")["takes"].median()
    assert takes[7] > 1.1 * takes[12]
    assert takes[16] > 1.1 * takes[12]


def test_hold_ups_bring_vehicles_together():
    calm = simulated.drive(FEED, LINES, DAY, 5, Habits(missed=0.0, held=0.0))
    held = simulated.drive(FEED, LINES, DAY, 5, Habits(missed=0.0, held=0.6))

    def bunched(driven):
        last = driven.passes[driven.passes["pattern_id"] == "street-0"].groupby("run_id")["second"].max().sort_values()
        return int((last.diff() < 300).sum())

    assert bunched(held) > bunched(calm)


def test_boxes_tell_every_ten_seconds_where_a_vehicle_is(driven):
    rows = sent.positions(LINES, driven, CLEAN)
    assert (rows.groupby("vehicle")["second"].diff().dropna() == 10).all()
    one = driven.runs.iloc[3]
    mine = rows[(rows["vehicle"] == one["vehicle"]) & rows["second"].between(one["left"], one["arrived"])]
    calls = driven.calls[driven.calls["run"] == 3]
    moments = np.column_stack([calls["arrives"], calls["leaves"] + 1e-6]).reshape(-1)
    along = np.interp(mine["second"], moments, np.repeat(calls["along_m"], 2))
    x, y = LINES.places(np.full(len(mine), one["pattern"]), along)
    at_x, at_y = LINES.metres(mine["latitude"].to_numpy(), mine["longitude"].to_numpy())
    assert np.hypot(at_x - x, at_y - y).max() < 1.0


def test_faults_are_there_when_they_are_asked_for(driven):
    clean = sent.positions(LINES, driven, CLEAN)
    twice = sent.positions(LINES, driven, replace(CLEAN, repeated=0.1))
    assert 0.05 < twice.duplicated().mean() < 0.15
    mixed = sent.positions(LINES, driven, replace(CLEAN, disordered=0.1))
    assert (mixed.groupby("vehicle")["second"].diff() < 0).mean() > 0.02
    assert len(sent.positions(LINES, driven, replace(CLEAN, gaps=4.0))) < 0.99 * len(clean)
    told = sent.positions(LINES, driven, replace(CLEAN, told=1.0))
    assert clean["route_id"].isna().all()
    assert set(told["route_id"].dropna()) == set(LINES.patterns["route_id"])


@pytest.mark.parametrize("metres", [5.0, 50.0])
def test_positions_lie_as_far_off_as_was_asked(driven, metres):
    here, clean = (sent.positions(LINES, driven, replace(CLEAN, noise_m=(m, m))) for m in (metres, 0.001))
    off = np.hypot(
        *np.subtract(
            *(LINES.metres(rows["latitude"].to_numpy(), rows["longitude"].to_numpy()) for rows in (here, clean))
        )
    )
    assert np.sqrt((off**2).mean()) == pytest.approx(metres, rel=0.15)

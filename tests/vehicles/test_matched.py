"""Runs and planned departures are matched in their order, and what is too far off stays alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7.vehicles.matched import in_order

EVERY_20 = np.arange(0.0, 7200.0, 1200.0)
times = st.lists(st.integers(0, 20_000), min_size=1, max_size=25, unique=True).map(
    lambda some: np.sort(some).astype(float)
)


@pytest.mark.parametrize(
    ("came", "due", "matched"),
    [
        (EVERY_20 + 60, EVERY_20, [0, 1, 2, 3, 4, 5]),
        (np.array([60.0, 2460.0, 3700.0]), EVERY_20, [0, 2, 3]),  # the second trip never came
        (np.array([60.0, 600.0, 1260.0]), EVERY_20, [0, -1, 1]),  # a run of no trip
        (np.array([1000.0, 1300.0]), np.array([0.0, 1200.0]), [0, 1]),  # late, and right behind it the next one
        (np.array([9000.0]), EVERY_20, [-1]),
        (np.array([100.0]), np.array([0.0]), [0]),
        (np.array([4000.0]), np.array([0.0]), [-1]),
    ],
)
def test_each_run_is_matched_to_the_trip_that_it_was(came, due, matched):
    assert list(in_order(came, due)) == matched


@given(times, times)
def test_no_trip_is_driven_twice_and_none_overtakes(came, due):
    found = in_order(came, due)
    matched = found[found >= 0]
    assert (np.diff(matched) > 0).all()
    assert (np.abs(came[found >= 0] - due[matched]) <= 1_800).all()

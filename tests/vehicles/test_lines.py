"""Lines of patterns in metres: stops in their order also where a street is driven twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7.vehicles import placed
from smart7.vehicles.lines import along_line
from tests.vehicles.towns import BRANCH, LASSO, RING, SPUR, STREET, lengths, lines_of

WAYS = {**STREET, **RING, **SPUR, **BRANCH, **LASSO}
FEED, DRAWN = lines_of(WAYS)
places = st.tuples(st.integers(-3000, 3000), st.integers(-3000, 3000))


def test_a_pattern_is_as_long_as_its_way():
    drawn = DRAWN.patterns.set_index("pattern_id")["length_m"]
    for name, points in WAYS.items():
        assert drawn[name.replace("/", "-")] == pytest.approx(lengths(points), rel=0.001)


def test_stops_lie_where_they_were_put_in_the_order_of_the_way():
    where = FEED.stops.set_index("stop_id")
    for pattern, stops in DRAWN.stops.groupby("pattern"):
        at = DRAWN.places(np.full(len(stops), pattern), stops["along_m"].to_numpy())
        put = DRAWN.metres(*(where.loc[stops["stop_id"], name].to_numpy() for name in ("lat", "lon")))
        assert np.hypot(at[0] - put[0], at[1] - put[1]).max() < 3
        assert np.diff(stops["along_m"]).min() > 50
        # Between the two ends of the way, and not at the first of several places that are as near.
        assert stops["along_m"].iloc[0] == pytest.approx(0, abs=3)
        assert stops["along_m"].iloc[-1] == pytest.approx(stops["length_m"].iloc[0], abs=3)


def test_a_stop_called_at_twice_has_two_places():
    out_and_back = np.array([(0.0, 0.0), (1000.0, 0.0), (0.0, 0.0)])
    along = along_line(out_and_back, np.array([0.0, 400.0, 1000.0, 400.0, 0.0]), np.zeros(5))
    assert along == pytest.approx([0, 400, 1000, 1600, 2000], abs=1)


@given(st.lists(places, min_size=2, max_size=8, unique=True), st.integers(0, 40))
def test_stops_never_go_back_and_stand_on_their_line(points, shift):
    line = np.array(points, float)
    ends = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.linspace(0.0, ends[-1], 6)
    x, y = (np.interp(at, ends, axis) for axis in line.T)
    found = along_line(line, x + shift, y)
    assert (np.diff(found) >= 0).all()
    away = np.hypot(np.interp(found, ends, line[:, 0]) - x - shift, np.interp(found, ends, line[:, 1]) - y)
    # Where the stops really are is one way to put them on the line; no worse one is taken.
    assert (away**2).sum() <= len(at) * (shift + 15) ** 2


@given(share=st.floats(0, 1), pattern=st.integers(0, len(WAYS) - 1))
def test_a_place_on_a_line_is_found_again_where_it_was_expected(share, pattern):
    number = np.array([pattern])
    along = share * DRAWN.lengths[number]
    found, off = placed.on_line(DRAWN, number, *DRAWN.places(number, along), along)
    assert off[0] == pytest.approx(0, abs=0.01)
    assert found[0] == pytest.approx(along[0], abs=0.1)


def test_who_is_beyond_an_end_of_a_line_is_as_late_as_at_that_end():
    _, lines = lines_of(STREET)
    both = np.arange(len(lines.lengths))
    ends = lines.due_along(both, lines.lengths)
    assert (lines.due_along(both, lines.lengths + 40.0) == ends).all() and (ends > 600).all()
    assert (lines.due_along(both, np.full(len(both), -40.0)) == lines.due_along(both, np.zeros(len(both)))).all()

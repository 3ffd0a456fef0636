"""Routes side by side: lines cross only where they must, share one line for each hop, and differ in colour."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart7.ingest.lines import draw, hops, hues, lanes, network, signs
from smart7.ingest.lines.hops import Course

NONE = np.empty((0, 2))


def network_of(places, *ways):
    """Return routes through named places, drawn straight from stop to stop, with where those lie in metres."""
    at = {name: np.array(place, dtype=float) for name, place in places.items()}
    return [Course(f"r{n}", tuple(way), NONE) for n, way in enumerate(ways)], at


def drawn(courses, stops):
    lines, places = hops.drawn(courses, stops)
    return lines, places, lanes.lanes(courses, lines)


# A street from west to east from which one route turns off to the north and one to the south, at both ends.
STREET = {"w": (-900, 0), "a": (-500, 0), "b": (0, 0), "c": (500, 0), "e": (900, 0),
          "nw": (-500, 400), "sw": (-500, -400), "ne": (500, 400), "se": (500, -400)}  # fmt: skip
FORK = (("nw", "a", "b", "c", "ne"), ("sw", "a", "b", "c", "se"))


def side(courses, order, hop, one, start):
    """Return by how many lanes a route runs left of the middle of a hop, looking from a stop."""
    own = order[hop]
    left = (len(own) - 1) / 2 - own.index(one)
    return left if start == hop[0] else -left


@pytest.mark.parametrize("turned", [(False, False), (True, False), (False, True), (True, True)])
@pytest.mark.parametrize("swapped", [False, True])
def test_who_turns_off_to_the_left_runs_left_whichever_way_the_routes_are_written(turned, swapped):
    ways = [way[::-1] if back else way for way, back in zip(FORK, turned, strict=True)]
    courses, stops = network_of(STREET, *(reversed(ways) if swapped else ways))
    _, _, order = drawn(courses, stops)
    north = "r1" if swapped else "r0"
    for one, other in pairwise("abc"):
        assert side(courses, order, hops.hop_of(one, other), north, one) == 0.5


def test_two_that_must_cross_keep_their_sides_along_all_they_share():
    courses, stops = network_of(STREET, ("nw", "a", "b", "c", "se"), ("sw", "a", "b", "c", "ne"))
    _, _, order = drawn(courses, stops)
    sides = {side(courses, order, hops.hop_of(one, other), "r0", one) for one, other in pairwise("abc")}
    assert len(sides) == 1


grid = st.tuples(st.integers(-4, 4), st.integers(-4, 4))
GRID = {f"{x},{y}": (400 * x, 400 * y) for x in range(-4, 5) for y in range(-4, 5)}


@st.composite
def walks(draw_from):
    """Draw a route on a grid that never calls twice at a stop."""
    x, y = draw_from(grid)
    way = [(x, y)]
    for _ in range(draw_from(st.integers(1, 8))):
        steps = [(x + a, y + b) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        free = [s for s in steps if s not in way and max(map(abs, s)) <= 4]
        if not free:
            break
        x, y = draw_from(st.sampled_from(free))
        way.append((x, y))
    return [f"{a},{b}" for a, b in way]


routes = st.lists(walks().filter(lambda way: len(way) > 1), min_size=1, max_size=7)


@given(routes)
@settings(max_examples=60)
def test_every_route_of_a_hop_has_a_lane_of_its_own_round_the_middle(ways):
    courses, stops = network_of(GRID, *ways)
    _, _, order = drawn(courses, stops)
    for hop, own in order.items():
        assert Counter(own) == Counter(course.route for course in courses if hop in course.hops)
    for course in courses:
        away = lanes.offsets(course, order)
        assert len(away) == len(course.hops)
    for hop, own in order.items():
        found = [lanes.offsets(c, order)[c.hops.index(hop)] * (1 if c.stops[c.hops.index(hop)] == hop[0] else -1)
                 for route in own for c in courses if c.route == route]  # fmt: skip
        assert found == sorted(found) and sum(found) == pytest.approx(0)
        assert all(b - a == pytest.approx(1) for a, b in pairwise(found))


@given(routes, st.data())
@settings(max_examples=40)
def test_two_alone_never_change_sides_on_what_they_share(ways, data):
    courses, stops = network_of(GRID, *(ways * 2)[:2])
    _, _, order = drawn(courses, stops)
    one, other = courses
    stretch = []
    for n, hop in enumerate(one.hops):
        shared = hop in other.hops
        stretch = [*stretch, side(courses, order, hop, "r0", one.stops[n])] if shared else []
        assert len(set(stretch)) <= 1


@given(routes)
@settings(max_examples=40)
def test_a_drawn_route_begins_and_ends_at_its_stops_and_stays_within_reach_of_them(ways):
    courses, stops = network_of(GRID, *ways)
    lines, places, order = drawn(courses, stops)
    for course in courses:
        made = draw.drawn(course, lines, lanes.offsets(course, order))
        assert len(made.points) == len(made.offsets) >= 2
        assert np.allclose(made.points[0], places[course.stops[0]])
        assert np.allclose(made.points[-1], places[course.stops[-1]])
        assert np.linalg.norm(np.diff(made.points, axis=0), axis=1).min() > 0.5
        widest = max(map(abs, lanes.offsets(course, order)))
        assert np.abs(made.offsets).max() <= widest + 1e-9
        for stop in course.stops:
            assert np.linalg.norm(made.points - places[stop], axis=1).min() < 0.6 * draw.WIDEST_M


@given(routes)
@settings(max_examples=60)
def test_no_two_side_by_side_have_one_colour(ways):
    courses, stops = network_of(GRID, *ways)
    _, _, order = drawn(courses, stops)
    found = hues.hues([course.route for course in courses], hues.weights(order))
    assert set(found) == {course.route for course in courses} and set(found.values()) <= set(range(hues.COLOURS))
    for own in order.values():
        assert all(found[one] != found[other] for one, other in pairwise(own))
        assert len({found[route] for route in own}) == len(own), "ten colours are enough for seven"


def test_all_who_share_a_hop_are_drawn_along_one_line():
    bent = np.array([(0, 0), (200, 90), (500, 0)], dtype=float)
    stops = {"a": np.array([0.0, 0.0]), "b": np.array([500.0, 0.0])}
    lines, _ = hops.drawn([Course("one", ("a", "b"), bent), Course("two", ("b", "a"), NONE)], stops)
    assert list(lines) == [("a", "b")] and lines["a", "b"][1].tolist() == [200, 90]


def test_a_line_that_passes_a_stop_twice_is_cut_where_the_route_is():
    there_and_back = np.array([(0, 0), (1000, 0), (1000, 50), (0, 50)], dtype=float)
    stops = np.array([(0, 0), (500, 25), (1000, 25), (500, 25), (0, 50)], dtype=float)
    parts = hops.cut(there_and_back, stops)
    assert len(parts) == 4
    assert [round(draw.length(part)) for part in parts] == pytest.approx([500, 525, 525, 500], abs=45)


def test_stops_a_finger_apart_are_drawn_as_one_and_never_a_chain_of_them():
    stops = {name: np.array([x, 0.0]) for name, x in (("a", 0), ("b", 100), ("c", 200), ("d", 900))}
    one = hops.together(stops, {"a": 1, "b": 3, "c": 1, "d": 1})
    assert one["a"] == one["b"] == "b" and one["c"] == "c" and one["d"] == "d"


def test_a_route_that_passes_where_others_call_shares_their_street():
    courses, stops = network_of({"a": (0, 0), "b": (400, 30), "c": (800, 0)}, ("a", "b", "c"), ("a", "c"))
    assert [course.stops for course in hops.through(courses, stops)] == [("a", "b", "c"), ("a", "b", "c")]
    far = stops | {"b": np.array([400.0, 200.0])}
    assert hops.through(courses, far)[1].stops == ("a", "c")


def test_numbers_stand_at_both_ends_and_along_the_way_each_stretch_once():
    courses, stops = network_of(STREET, *FORK)
    lines, places, order = drawn(courses, stops)
    ends = {tuple(sign.at): sign.routes for sign in signs.ends(courses, lines, places)}
    assert ends == {STREET[stop]: (route,) for stop, route in (("nw", "r0"), ("ne", "r0"), ("sw", "r1"), ("se", "r1"))}
    along = list(signs.along(courses, lines, order))
    assert Counter(frozenset(sign.routes) for sign in along if sign.rank == 0) == {
        frozenset({"r0"}): 2, frozenset({"r1"}): 2, frozenset({"r0", "r1"}): 1,
    }  # fmt: skip
    assert next(sign.routes for sign in along if len(sign.routes) == 2) == ("r0", "r1"), "not as the lines lie"


@given(st.integers(1, 60))
def test_halving_names_each_place_once_and_the_middle_first(count):
    order = signs.halving(count)
    assert sorted(order) == list(range(count)) and abs(order[0] - (count - 1) / 2) <= 0.5


def test_a_loop_ends_nowhere():
    courses, stops = network_of(STREET, ("a", "nw", "ne", "c", "b", "a"))
    lines, places, _ = drawn(courses, stops)
    assert list(signs.ends(courses, lines, places)) == []


def test_nothing_is_drawn_of_a_feed_without_routes():
    assert network.drawing([], {}) == network.Drawing({}, {}, [], [], {})


def test_metres_and_degrees_are_each_other_s_way_back():
    plane = hops.Plane(102.83, 16.44)
    there = np.array([[102.8, 16.4], [102.9, 16.5]])
    assert plane.degrees(plane.metres(there)) == pytest.approx(there)
    assert np.linalg.norm(plane.metres(np.array([102.83, 16.45]))) == pytest.approx(1112, abs=1)

"""What holds of travel times on any network, and the same minutes worked out another way, slowly and in plain steps."""

from dataclasses import replace
from math import hypot, inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart7.transit.assumptions import MID
from smart7.transit.network import PLAN, RECORD, Network
from smart7.transit.scenario import WORLDS, Variant, variant
from smart7.transit.travel import minutes
from tests.networks import PACE, USUAL, Town

SOME = settings(max_examples=settings.default.max_examples // 3)
UNCERTAIN_WALK = {**USUAL, "walk_speed_kmh": (6, 4, 7), "detour_factor": (1.5, 1.2, 2)}
CLOSE = 1e-3  # minutes; arrays hold seven digits

spots = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda spot: (spot[0] * 100.0, spot[1] * 100.0))


@st.composite
def towns(draw, with_plan: bool = True) -> Town:
    """Draw a town of up to six stops, three routes, a planned line or none, and a few cells and places."""
    town = Town(assumed=dict(UNCERTAIN_WALK))
    for feed, names in ((RECORD, "ABCDEF"), (PLAN, "RST")):
        for name in names:
            accuracy = draw(st.sampled_from([None, 0, 100, 400]))
            town.stop(name, *draw(spots), feed=feed, accuracy=accuracy)
    for route in "xyz"[: draw(st.integers(1, 3))]:
        stops = "".join(draw(st.lists(st.sampled_from("ABCDEF"), min_size=2, max_size=5, unique=True)))
        town.line(route, stops, draw(st.integers(1, 9)), draw(st.integers(2, 30)), ways=draw(st.integers(1, 2)))
    if with_plan:
        for route in ("red", "red_p1"):
            town.line(route, "RST", draw(st.integers(1, 4)), 10, feed=PLAN)
    for _ in range(draw(st.integers(1, 4))):
        town.cell(*draw(spots))
        town.place(*draw(spots))
    return town


def plainly(network: Network, given: Variant) -> list[list[float]]:
    """Return minutes from each cell to each place by going round the stops until nothing gets shorter."""
    stops = range(len(network.stops.ids))
    return [
        [door_to_door(network, given, tuple(cell), tuple(place), stops) for place in network.places_xy]
        for cell in network.cells_xy
    ]


def door_to_door(network: Network, given: Variant, cell, place, stops) -> float:
    """Return minutes from one point to another."""

    def walk(point, stop: int) -> float:
        apart = max(0.0, hypot(*(network.stops.xy[stop] - point)) + given.shift_m[stop])
        return apart * given.pace if apart <= given.walk_limit_m else inf

    def change(a: int, b: int) -> float:
        apart = hypot(*(network.stops.xy[a] - network.stops.xy[b])) + given.shift_m[a] + given.shift_m[b]
        apart = 0.0 if a == b else max(0.0, apart)
        return apart * given.pace + given.transfer_penalty_min if apart <= given.transfer_walk_m else inf

    standing = [walk(cell, stop) for stop in stops]
    left = [inf for _ in stops]
    hops = network.hops
    running = np.flatnonzero(given.runs)
    for _ in stops:
        aboard: dict[int, float] = {}
        for hop in running:  # in the order of each route, so one pass rides every line to its end
            start, end = hops.nodes[hop]
            here, there = hops.stops[hop]
            boarded = min(aboard.get(start, inf), standing[here] + given.headway_min[hop] / 2)
            aboard[end] = boarded + given.minutes[hop]
            left[there] = min(left[there], aboard[end])
        standing = [min(standing[b], *(left[a] + change(a, b) for a in stops)) for b in stops]
    apart = hypot(cell[0] - place[0], cell[1] - place[1])
    return min(apart * given.pace, *(left[stop] + walk(place, stop) for stop in stops))


@SOME
@given(town=towns(), world=st.sampled_from(WORLDS), planned=st.booleans(), feeders=st.booleans())
def test_the_graph_finds_what_going_round_the_stops_finds(town, world, planned, feeders):
    network = town.network()
    given = variant(network, town.settings(feeders=feeders), world, planned=planned)
    assert minutes(network, given) == pytest.approx(np.array(plainly(network, given)), abs=CLOSE)


@SOME
@given(town=towns(), phase=st.sampled_from(["p1", "all"]))
def test_adding_a_line_never_lengthens_a_trip(town, phase):
    assert (town.compare(phase=phase).saved >= -CLOSE).all()


@SOME
@given(town=towns(), slower=st.integers(5, 20), faster=st.integers(5, 20))
def test_a_shorter_headway_never_lengthens_a_trip(town, slower, faster):
    slower, faster = max(slower, faster), min(slower, faster)
    often, seldom = (town.compare(lrt_headway_min=float(headway)) for headway in (faster, slower))
    assert (often.worlds <= seldom.worlds + CLOSE).all()


@SOME
@given(town=towns(), slower=st.integers(20, 40), faster=st.integers(20, 40))
def test_a_faster_train_never_lengthens_a_trip(town, slower, faster):
    slower, faster = min(slower, faster), max(slower, faster)
    fast, slow = (town.compare(lrt_speed_kmh=float(speed)) for speed in (faster, slower))
    assert (fast.worlds <= slow.worlds + CLOSE).all()


@SOME
@given(town=towns(), near=st.integers(400, 1200), far=st.integers(400, 1200))
def test_walking_farther_and_changing_for_less_never_lengthen_a_trip(town, near, far):
    narrow = town.compare(walk_limit_m=float(min(near, far)), transfer_penalty_min=4.0)
    wide = town.compare(walk_limit_m=float(max(near, far)), transfer_penalty_min=1.0)
    assert (wide.worlds <= narrow.worlds + CLOSE).all()
    assert (wide.before <= narrow.before + CLOSE).all()


@SOME
@given(town=towns(), feeders=st.booleans(), tram=st.booleans())
def test_low_is_never_above_middle_nor_middle_above_high(town, feeders, tram):
    found = town.compare(feeders=feeders, tram_noi=tram)
    for values in (found.before, found.after, found.saved):
        assert (values[0] <= values[1] + CLOSE).all()
        assert (values[1] <= values[2] + CLOSE).all()


@SOME
@given(town=towns())
def test_no_trip_takes_longer_than_walking_and_none_takes_less_than_nothing(town):
    network, found = town.network(), town.compare()
    apart = np.hypot(*(network.cells_xy[:, None] - network.places_xy[None]).transpose(2, 0, 1))
    assert (found.before[MID] <= apart * PACE + CLOSE).all()
    assert (found.worlds >= 0).all()


@SOME
@given(cell=spots, place=spots)
def test_walking_only_is_distance_times_detour_over_speed(cell, place):
    town = Town(assumed=dict(UNCERTAIN_WALK))
    for name, x in (("A", 90_000), ("B", 95_000)):
        town.stop(name, x)
    town.line("one", "AB", 5, 20)
    town.cell(*cell)
    town.place(*place)
    apart = hypot(cell[0] - place[0], cell[1] - place[1]) / 1000
    by_hand = [apart * 1.2 / 7 * 60, apart * 1.5 / 6 * 60, apart * 2 / 4 * 60]
    assert town.compare().before[:, 0, 0] == pytest.approx(by_hand, abs=CLOSE)


@SOME
@given(town=towns())
def test_where_every_line_runs_both_ways_there_is_as_far_as_back(town):
    both = [row for row in town.rows["hops"] if row["direction_id"] == 0]
    town.rows["hops"] = both + [
        {
            **row,
            "direction_id": 1,
            "from_seq": -row["from_seq"],
            "from_stop": row["to_stop"],
            "to_stop": row["from_stop"],
        }
        for row in both
    ]
    there = town.compare().worlds
    cells, places = town.rows["cells"], town.rows["places"]
    back = Town(assumed=town.assumed, rows={**town.rows, "cells": [], "places": []})
    for row in places:
        back.rows["cells"].append(
            {"cell_id": row["place_id"], "lat": row["lat"], "lon": row["lon"], "outline_id": None}
        )
    for row, like in zip(cells, places, strict=True):
        back.rows["places"].append({**like, "lat": row["lat"], "lon": row["lon"]})
    assert back.compare().worlds == pytest.approx(there.transpose(0, 2, 1), abs=2e-2)


@SOME
@given(town=towns(), world=st.sampled_from(WORLDS), chosen=st.data())
def test_the_order_of_rows_does_not_matter(town, world, chosen):
    network = town.network()
    mixed = {name: chosen.draw(st.permutations(rows)) for name, rows in town.rows.items() if name in ("stops", "hops")}
    other = replace(town, rows={**town.rows, **mixed}).network()
    results = [minutes(n, variant(n, town.settings(), world, planned=True)) for n in (network, other)]
    assert results[0] == pytest.approx(results[1], abs=CLOSE)


def test_a_town_without_places_has_none():
    town = Town()
    town.stop("A", 0)
    town.stop("B", 3000)
    town.line("one", "AB", 6, 20)
    town.cell(0)
    assert town.compare().before.shape == (3, 1, 0)


def test_places_without_a_position_are_counted_and_left_out():
    town = Town()
    town.stop("A", 0)
    town.stop("B", 3000)
    town.line("one", "AB", 6, 20)
    town.cell(0)
    town.place(None)
    town.place(3000)
    found = town.compare()
    assert (found.unplaced, list(found.places["place_id"]), found.before.shape) == (1, ["p1"], (3, 1, 1))

"""How the feeds of the record are drawn: every route, at every zoom, from the tables of a snapshot."""

import json
from itertools import pairwise
from math import cos, hypot, radians

import numpy as np
import pytest


def metres(one, other):
    return hypot((one[0] - other[0]) * cos(radians(16.44)), one[1] - other[1]) * 111_195


@pytest.fixture(scope="module")
def drawn(snapshot):
    """Return path, lanes and colour of each route."""
    from smart7 import store

    with store.cursor(snapshot) as cursor:
        rows = cursor.execute("select feed_id, route_id, path, lanes, hue from line_paths").fetchall()
    return {(feed, route): (json.loads(path), json.loads(lanes), hue) for feed, route, path, lanes, hue in rows}


def test_every_route_that_goes_anywhere_is_drawn(ask, drawn):
    placed = ask("""select t.feed_id, t.route_id from gtfs_trips t join gtfs_stop_times h using (feed_id, trip_id)
        join gtfs_stops s on s.feed_id = h.feed_id and s.stop_id = h.stop_id and s.lat is not null
        group by all having count(distinct s.stop_id) > 1""")
    assert set(drawn) == set(placed)
    assert all(len(path) == len(lanes) > 1 for path, lanes, _ in drawn.values())


def test_a_drawn_route_passes_each_of_its_stops(ask, drawn):
    calls = ask("""select distinct t.feed_id, t.route_id, s.lon, s.lat from gtfs_trips t
        join gtfs_stop_times h using (feed_id, trip_id)
        join gtfs_stops s on s.feed_id = h.feed_id and s.stop_id = h.stop_id and s.lat is not null""")
    for feed, route, lon, lat in calls:
        path = np.array(drawn[feed, route][0])
        fine = np.concatenate([np.linspace(a, b, 12) for a, b in pairwise(path)])
        away = np.hypot((fine[:, 0] - lon) * cos(radians(lat)), fine[:, 1] - lat).min() * 111_195
        assert away < 130, (route, lon, lat, away)


def test_lines_that_share_a_street_lie_in_lanes_of_their_own(drawn):
    at = {}
    for key, (path, lanes, _) in drawn.items():
        if key[0] == "songthaew_2018":
            for (one, other), lane in zip(pairwise(path), lanes, strict=False):
                way = 1 if tuple(one) < tuple(other) else -1
                at.setdefault((min(tuple(one), tuple(other)), max(tuple(one), tuple(other))), []).append(lane * way)
    # At a turn, which is drawn in short parts, lines move over, and two that change sides meet.
    shared = [lanes for ends, lanes in at.items() if len(lanes) > 2 and metres(*ends) > 100]
    assert shared and all(len(set(lanes)) == len(lanes) for lanes in shared)


def test_neighbours_of_the_record_have_colours_of_their_own(ask, drawn):
    for feed, routes in ask("select feed_id, routes from line_signs where kind = 'way'"):
        assert all(drawn[feed, one][2] != drawn[feed, other][2] for one, other in pairwise(routes))


def test_every_route_has_its_number_at_both_ends_and_along_the_way(ask, drawn):
    told = {}
    for feed, kind, routes in ask("select feed_id, kind, routes from line_signs"):
        for route in routes:
            told.setdefault((feed, route), []).append(kind)
    phases = set(ask("select feed_id, route_id from service_phases"))
    for key, (path, _, _) in drawn.items():
        if key not in phases:
            loop = path[0] == path[-1]
            assert told[key].count("end") == (0 if loop else 2) and "way" in told[key], key


def test_an_interchange_is_where_three_routes_call(ask):
    rows = ask("select feed_id, stop_id, routes from line_stops")
    assert len(rows) > 10 and min(routes for _, _, routes in rows) >= 3
    most = max(rows, key=lambda row: row[2])
    assert most[1] == "st_municipal_market"


def test_directions_of_signs_are_of_length_one(ask):
    for east, north in ask("select east, north from line_signs"):
        assert hypot(east, north) == pytest.approx(1, abs=0.01)

"""Minutes on networks of three stops, each worked out by hand in the comment beside it.

Walking is 1.5 minutes for 100 m of straight distance, the songthaew comes every 20 minutes (10 to 40) at 18 km/h
(12 to 24), the light rail every 10 (5 to 20) at 30 km/h (20 to 40), a change costs 3 minutes.
"""

import numpy as np
import pytest

from smart7.transit.assumptions import FAST, MID
from smart7.transit.network import PLAN
from smart7.transit.scenario import WORLDS, reorganised
from tests.networks import Town, three_stops, with_red_line


def before(town: Town, **chosen) -> list[float]:
    """Return fast, middle and slow minutes from the first cell to the first place by the network of record."""
    return [round(float(minutes), 3) for minutes in town.compare(**chosen).before[:, 0, 0]]


def after(town: Town, **chosen) -> list[float]:
    """Return fast, middle and slow minutes from the first cell to the first place with the plan added."""
    return [round(float(minutes), 3) for minutes in town.compare(**chosen).after[:, 0, 0]]


def test_walk_wait_ride_and_walk():
    town = three_stops()
    town.cell(-200)
    town.place(6400)
    # as assumed: 200 m 3, wait 10, two hops 12, 400 m 6                        = 31
    # fast:       3, wait 5, 12 x 18/24 = 9, 6                                  = 23
    # slow:       3, wait 20, 12 x 18/12 = 18, 6                                = 47
    assert before(town) == [23, 31, 47]


def test_a_stop_off_its_place_shortens_or_lengthens_the_walk_to_it():
    town = Town()
    town.stop("A", 0, accuracy=100)
    town.stop("B", 3000)
    town.line("one", "AB", minutes=6, headway=20)
    town.cell(-200)
    town.place(3000)
    # fast: 100 m 1.5, wait 5, 4.5; as assumed: 200 m 3, wait 10, 6; slow: 300 m 4.5, wait 20, 9
    assert before(town) == [11, 19, 33.5]


def test_a_stop_off_its_place_never_makes_the_walk_shorter_than_nothing():
    town = Town()
    town.stop("A", 0, accuracy=500)
    town.stop("B", 6000)
    town.line("one", "AB", minutes=6, headway=20)
    town.cell(200)
    town.place(6000)
    assert before(town)[FAST] == 0 + 5 + 4.5


def test_whoever_lives_beyond_the_walk_limit_walks_all_the_way():
    town = three_stops()
    town.cell(-801)
    town.place(6000)
    assert before(town) == [round(6801 * 0.015, 3)] * 3
    # 801 m 12.015, wait 10, ride 12
    assert before(town, walk_limit_m=900)[MID] == 34.015


def test_a_place_beyond_the_walk_limit_is_walked_to():
    town = three_stops()
    town.cell(0)
    town.place(6000, 900)
    assert before(town)[MID] == pytest.approx(np.hypot(6000, 900) * 0.015, abs=1e-3)


def test_a_short_way_is_walked_past_a_stop_where_a_vehicle_would_come():
    town = three_stops()
    town.cell(0)
    town.place(700)
    assert before(town) == [10.5, 10.5, 10.5]


def test_a_change_costs_the_walk_the_penalty_and_another_wait():
    town = Town()
    for name, x, y in (("A", 0, 0), ("B", 3000, 0), ("C", 3000, 200), ("D", 3000, 6000)):
        town.stop(name, x, y)
    town.line("one", "AB", minutes=6, headway=20)
    town.line("two", "CD", minutes=9, headway=12)
    town.cell(0)
    town.place(3000, 6000)
    # wait 10, ride 6, walk 200 m 3, penalty 3, wait 6, ride 9                  = 37
    assert before(town)[MID] == 37
    assert before(town, transfer_penalty_min=6)[MID] == 40
    # fast: 5 + 4.5 + 3 + 3 + 3 + 6.75; slow: 20 + 9 + 3 + 3 + 12 + 13.5
    assert before(town) == [25.25, 37, 60.5]


def test_a_change_at_one_stop_takes_no_walk_and_the_first_boarding_no_penalty():
    town = three_stops()
    town.stop("D", 3000, 6000)
    town.line("two", "BD", minutes=9, headway=12)
    town.cell(0)
    town.place(3000, 6000)
    # wait 10, ride 6, penalty 3, wait 6, ride 9                                = 34
    assert before(town)[MID] == 34


def test_nobody_changes_between_stops_farther_apart_than_the_transfer_walk():
    town = Town()
    for name, x, y in (("A", 0, 0), ("B", 3000, 0), ("C", 3000, 301), ("D", 3000, 6000)):
        town.stop(name, x, y)
    town.line("one", "AB", minutes=6, headway=20)
    town.line("two", "CD", minutes=9, headway=12)
    town.cell(0)
    town.place(3000, 6000)
    assert before(town)[MID] == pytest.approx(np.hypot(3000, 6000) * 0.015, abs=1e-3)


def test_a_line_of_one_way_brings_nobody_back():
    town = Town()
    for n, name in enumerate("ABC"):
        town.stop(name, 3000 * n)
    town.line("one", "ABC", minutes=6, headway=20, ways=1)
    town.cell(6000)
    town.place(0)
    assert before(town)[MID] == 90


def test_a_loop_is_ridden_on_from_where_one_boards_to_its_end():
    town = Town()
    for name, x, y in (("A", 0, 0), ("B", 3000, 0), ("C", 3000, 3000)):
        town.stop(name, x, y)
    town.line("one", "ABCA", minutes=6, headway=20, ways=1)
    town.cell(3000)
    town.place(0)
    # B to C to A: wait 10, two hops 12; from C to B there is no riding through the end of the trip
    assert before(town)[MID] == 22


def test_a_stop_without_a_position_is_ridden_through_and_never_walked_to():
    town = Town()
    town.stop("A", 0)
    town.stop("B", None)
    town.stop("C", 6000)
    town.line("one", "ABC", minutes=6, headway=20)
    town.cell(0)
    town.place(6000)
    assert before(town)[MID] == 22


def test_a_route_without_a_headway_runs_nothing():
    town = three_stops()
    for row in town.rows["hops"]:
        row["headway_s"] = None
    town.stop("D", 9000)
    town.line("two", "CD", minutes=6, headway=20)
    town.cell(0)
    town.place(6000)
    assert before(town)[MID] == 90


def test_the_light_rail_is_there_after_and_not_before():
    town = with_red_line()
    town.cell(0)
    town.place(6000)
    # before: wait 10, ride 12                                                  = 22
    # after:  200 m 3, wait 5, ride 5, 200 m 3                                  = 16
    # fast:   100 m 1.5, wait 2.5, 5 x 30/40 = 3.75, 1.5                        = 9.25
    # slow:   300 m 4.5, wait 10, 5 x 30/20 = 7.5, 4.5                          = 26.5
    assert before(town) == [14, 22, 38]
    assert after(town) == [9.25, 16, 26.5]


def test_what_is_saved_ranges_over_a_fast_plan_beside_slow_songthaews_and_the_other_way_round():
    town = with_red_line()
    town.cell(0)
    town.place(6000)
    # each in its own world: fast 14 - 9.25, as assumed 22 - 16, slow 38 - 26.5; crossed: 38 - 9.25; and 14 - 14,
    # since a slow light rail (26.5) is left aside by whoever has fast songthaews (14)
    found = town.compare()
    assert [round(float(minutes), 3) for minutes in found.worlds[:, 0, 0]] == [9.25, 16, 26.5, 9.25, 14]
    assert [round(float(minutes), 3) for minutes in found.saved[:, 0, 0]] == [0, 6, 28.75]
    assert len(WORLDS) == 5


def test_settings_change_headway_and_speed_and_keep_their_uncertainty_in_proportion():
    town = with_red_line()
    town.cell(0)
    town.place(6000)
    # as assumed: 3, every 8 minutes 4, 5 x 30/25 = 6, 3
    # fast:       1.5, every 8 x 5/10 = 4, held to 5: 2.5, at 25 x 40/30 = 33.3 km/h 4.5, 1.5
    # slow:       4.5, every 8 x 20/10 = 16: 8, at 25 x 20/30 = 16.7 km/h, held to 20: 7.5, 4.5
    assert after(town, lrt_headway_min=8, lrt_speed_kmh=25) == [10, 16, 24.5]


def test_only_the_chosen_phase_runs():
    town = with_red_line()
    town.stop("T", 6000, 3200, feed=PLAN)
    town.rows["hops"] = [row for row in town.rows["hops"] if row["route_id"] != "red"]
    town.line("red", "RST", minutes=5, headway=10, feed=PLAN)
    town.cell(0, 200)
    town.place(6000, 3200)
    assert after(town)[MID] == 5 + 10
    # phase 1 ends at S: wait 5, ride 5, 3,000 m on foot 45
    assert after(town, phase="p1", walk_limit_m=3000)[MID] == 55


def test_tram_noi_runs_where_it_is_asked_for_at_its_own_headway_and_speed():
    town = three_stops()
    town.stop("K", 0, 200, feed=PLAN)
    town.stop("L", 6000, 200, feed=PLAN)
    town.line("tram_noi", "KL", minutes=4, headway=1, feed=PLAN)
    town.cell(0, 200)
    town.place(6000, 200)
    # wait 8, ride 4; fast 4 + 3; slow 16 + 6. Settings of the light rail leave it alone.
    assert after(town, tram_noi=True, lrt_headway_min=5, lrt_speed_kmh=40) == [7, 12, 22]
    assert after(town) == before(town)


def test_feeders_take_vehicles_from_the_other_routes():
    town = with_red_line()
    for name, y in (("X", 30_000), ("Y", 33_000)):
        town.stop(name, 0, y)
    town.line("far", "XY", minutes=20, headway=20)
    town.cell(0)
    # Vehicles: route one 24 / 20 = 1.2, far 40 / 20 = 2. Route one at 10 minutes needs 2.4, that is 1.2 more;
    # far gives at most half of its 2. So one gets 2.2 vehicles, every 24 / 2.2 = 10.909 minutes, far every 40.
    factors = reorganised(town.network(), town.settings())
    assert factors[("songthaew_2018", "one")] == pytest.approx(24 / 2.2 / 20)
    assert factors[("songthaew_2018", "far")] == pytest.approx(2)


def test_feeders_take_no_more_vehicles_than_they_need():
    town = with_red_line()
    for name, y in (("X", 30_000), ("Y", 33_000)):
        town.stop(name, 0, y)
    town.line("far", "XY", minutes=40, headway=20)
    town.cell(0)
    # far has 4 vehicles and gives 1.2: it runs 4 / 2.8 times as seldom, and route one every 10 minutes.
    factors = reorganised(town.network(), town.settings())
    assert factors[("songthaew_2018", "one")] == pytest.approx(0.5)
    assert factors[("songthaew_2018", "far")] == pytest.approx(4 / 2.8)


def test_feeders_without_other_routes_run_as_often_as_their_own_vehicles_allow():
    town = with_red_line()
    town.cell(0)
    assert reorganised(town.network(), town.settings()) == {("songthaew_2018", "one"): pytest.approx(1)}


def test_without_a_station_near_a_route_nothing_is_reorganised():
    town = three_stops()
    town.cell(0)
    assert reorganised(town.network(), town.settings()) == {("songthaew_2018", "one"): 1}


def test_where_vehicles_are_taken_away_somebody_loses():
    town = with_red_line()
    for name, y in (("X", 30_000), ("Y", 33_000)):
        town.stop(name, 0, y)
    town.line("far", "XY", minutes=20, headway=20)
    town.cell(0, 30_000)
    town.place(0, 33_000)
    # wait 10, ride 20 before; wait 20 after
    assert before(town, feeders=True)[MID] == 30
    assert after(town, feeders=True)[MID] == 40
    # Fast: 5 + 15 before, 10 + 15 after, 5 lost. As assumed 10 lost. Slow: on foot 45 before and after, nothing lost.
    saved = town.compare(feeders=True).saved[:, 0, 0]
    assert [round(float(minutes), 3) for minutes in saved] == [-10, -10, 0]

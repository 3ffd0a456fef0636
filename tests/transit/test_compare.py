"""Before and after over the project's own data: whole, in order, worked out once, and refused where parts lack."""

from dataclasses import replace

import numpy as np
import pytest

from smart7 import queries
from smart7.transit import answers, compare, network, settings
from smart7.transit.assumptions import NEEDED, Incomplete
from smart7.transit.network import PLAN, RECORD


@pytest.fixture(scope="module")
def found(snapshot) -> compare.Comparison:
    """Return before and after with the default settings."""
    return compare.run(snapshot)


def test_every_cell_has_minutes_to_every_placed_school_hospital_market_and_terminal(found, ask):
    [(cells,)] = ask("select count(*) from cells")
    sql = "select count(lat), count(*) - count(lat) from places where list_contains(?, kind)"
    [(placed, unplaced)] = ask(sql, list(answers.KINDS))
    assert found.before.shape == (3, cells, placed)
    assert found.worlds.shape == (5, cells, placed)
    assert found.unplaced == unplaced
    assert np.isfinite(found.before).all()
    assert np.isfinite(found.worlds).all()
    assert set(found.places["kind"]) == set(answers.KINDS)


def test_the_light_rail_lengthens_no_trip_and_shortens_some(found):
    assert (found.saved >= -1e-3).all()
    assert (found.saved[1] > 5).any()


def test_low_middle_and_high_are_in_order(found):
    for values in (found.before, found.after, found.saved):
        assert (np.diff(values, axis=0) >= -1e-3).all()


def test_everything_before_and_after_needs_is_in_the_data(snapshot):
    routes = set(network.load(snapshot).hops.routes)
    assert {(PLAN, route) for route in (*settings.PHASES.values(), "tram_noi")} <= routes
    assert len({route for feed, route in routes if feed == RECORD}) >= 15
    assert set(NEEDED) <= set(queries.run(snapshot, "transit/assumptions")["assumption_id"])


def test_cells_know_their_tambon_unless_they_lie_outside_all(found):
    outside = found.cells["outline_id"].isna().mean()
    assert 0 < outside < 0.1
    assert set(found.cells["outline_id"].dropna()) <= set(found.tambons["outline_id"])


def test_the_whole_line_saves_at_least_what_its_first_phase_does_where_both_stop(snapshot, found):
    first = compare.run(snapshot, replace(found.settings, phase="p1"))
    assert first.saved[1].sum() < found.saved[1].sum()


def test_reorganised_feeders_have_losers_and_winners(snapshot, found):
    table = answers.balance(compare.run(snapshot, replace(found.settings, feeders=True)))
    assert (table["losing_mid"] > 0).all()
    assert (table["winning_mid"] > 0).all()


def test_equal_settings_are_worked_out_once(snapshot, found):
    assert compare.run(snapshot, replace(found.settings)) is found
    assert compare.run(snapshot, replace(found.settings, lrt_headway_min=0.1)).settings.lrt_headway_min > 1


def test_settings_of_the_plan_leave_before_as_it_was(snapshot, found):
    other = compare.run(snapshot, replace(found.settings, lrt_headway_min=8, phase="p1", tram_noi=True, feeders=True))
    assert other.before is found.before
    assert other.worlds is not found.worlds


def test_nobody_can_write_into_what_is_kept(found):
    for values in (found.before, found.worlds):
        with pytest.raises(ValueError, match="read-only"):
            values[0, 0, 0] = 1


def test_the_version_of_the_assumptions_is_there(snapshot, found):
    assert found.version == compare.assumptions(snapshot).version
    assert len(found.version) == 8


def test_a_snapshot_without_a_network_says_what_it_lacks(tiny, monkeypatch):
    tiny.figure(tiny.indicator("visits"), "town", "2026-01-01", 1)
    town = tiny.build()
    monkeypatch.setenv("SMART7_DATA", str(town.folder))
    with pytest.raises(Incomplete, match="songthaew_headway_min"):
        compare.run(town.snapshot_id)

"""What is measured from positions gives back what was driven, on hard ways and on the real network."""

from pathlib import Path

import pytest

from smart7.vehicles import feed as feeds
from smart7.vehicles import lines as patterns
from smart7.vehicles.simulated import Habits
from tests.vehicles.sent import Boxes
from tests.vehicles.towns import BRANCH, LASSO, RING, SPUR, STREET, lines_of
from tests.vehicles.truth import Measured, measure

TOWNS = {"street": STREET, "ring": RING, "spur": SPUR, "branch": BRANCH, "lasso": LASSO}


@pytest.fixture(scope="module", params=TOWNS)
def town(request, tmp_path_factory) -> tuple[Measured, set, set]:
    """Return a day measured in one of the towns, the trips that never came and those that nobody found."""
    feed, lines = lines_of(TOWNS[request.param])
    found = measure(feed, lines, tmp_path_factory.mktemp(request.param), habits=Habits(missed=0.08))
    return found, *found.missed(feed, lines)


def test_passes_lie_within_20_seconds_at_the_median_and_60_at_the_95th_percentile(town):
    off = town[0].off.abs()
    assert off.median() < 20
    assert off.quantile(0.95) < 60


def test_nearly_every_pass_is_found(town):
    assert town[0].found > 0.98


def test_no_run_is_found_that_nobody_drove(town):
    assert town[0].wrong_route < 0.01


def test_the_trips_that_never_came_are_found(town):
    _, gone, unseen = town
    assert gone
    assert len(gone & unseen) >= 0.9 * len(gone)
    assert len(unseen - gone) <= 2


def test_the_error_bar_holds_the_truth_as_often_as_it_says(town):
    passes = town[0].passes.dropna(subset="true_s")
    off = (passes["second"] - passes["true_s"]).abs()
    assert (off <= passes["error_s"]).mean() > 0.5
    assert (off <= 2 * passes["error_s"]).mean() > 0.85


def test_who_stands_longer_is_measured_to_stand_longer(town):
    passes = town[0].passes.dropna(subset="true_s")
    long, short = (passes[passes["true_dwell_s"] > 30], passes[passes["true_dwell_s"].between(1, 10)])
    assert long["dwell_s"].median() > short["dwell_s"].median() + 10


def test_a_day_without_faults_is_measured_to_a_few_seconds_and_to_its_last_pass(tmp_path):
    feed, lines = lines_of(STREET)
    clean = Boxes(noise_m=(1.0, 2.0), gaps=0.0, drifting=0.0, repeated=0.0, disordered=0.0)
    found = measure(feed, lines, tmp_path, boxes=clean)
    assert found.off.abs().quantile(0.95) < 6
    assert found.found == 1.0


def test_what_vehicles_tell_of_their_trips_is_believed(tmp_path):
    feed, lines = lines_of(STREET)
    found = measure(feed, lines, tmp_path, boxes=Boxes(told=1.0))
    true = found.driven.runs.set_index("run_id")["start_second"]
    assert found.passes.groupby("run_id")["start_second"].first().isin(true).all()
    assert found.runs.doubt.max() < 0.5


@pytest.mark.slow
def test_a_day_of_the_recorded_network_gives_back_what_was_driven(snapshot, tmp_path: Path):
    from smart7 import store

    with store.connect(store.path_of(snapshot)) as connection:
        feed = feeds.read(connection, "songthaew_2018")
    lines = patterns.of(feed)
    found = measure(feed, lines, tmp_path)
    off = found.off.abs()
    gone, unseen = found.missed(feed, lines)
    assert off.median() < 20
    assert off.quantile(0.95) < 60
    assert found.wrong_route < 0.01
    assert found.found > 0.97
    assert len(gone & unseen) >= 0.9 * len(gone)

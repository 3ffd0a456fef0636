"""Settings and assumptions: their ranges, their cases, and how they travel in a link."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7.transit import assumptions, settings
from smart7.transit.assumptions import FAST, MID, SLOW, Assumption, Incomplete
from smart7.transit.settings import Settings
from tests.networks import USUAL, Town

KNOWN = assumptions.read(Town().tables()["assumptions"])


def numbers(name: str):
    """Return values within the range of a setting."""
    low, high = settings.ranges(KNOWN)[name]
    return st.floats(low, high) | st.integers(int(low), int(high)).map(float)


chosen = st.builds(
    Settings,
    **{name: numbers(name) for name in settings.NUMBERS},
    phase=st.sampled_from(list(settings.PHASES)),
    tram_noi=st.booleans(),
    feeders=st.booleans(),
)


@given(wanted=chosen)
def test_settings_come_back_from_their_link(wanted):
    link = settings.to_link(wanted, KNOWN)
    assert all(isinstance(value, str) and value.isascii() and " " not in value for value in link.values())
    assert settings.from_link(link, KNOWN) == (wanted, ())


def test_the_default_needs_nothing_in_the_link():
    assert settings.to_link(settings.defaults(KNOWN), KNOWN) == {}
    assert settings.from_link({}, KNOWN) == (settings.defaults(KNOWN), ())


def test_a_link_says_only_what_differs():
    wanted = replace(settings.defaults(KNOWN), lrt_headway_min=7.5, phase="p1", feeders=True)
    assert settings.to_link(wanted, KNOWN) == {"headway": "7.5", "phase": "p1", "feeders": "yes"}


@pytest.mark.parametrize(
    "link",
    [
        {"headway": "4"}, {"headway": "21"}, {"headway": "nan"}, {"headway": "inf"}, {"headway": ""}, {"headway": "x"},
        {"walk": "-800"}, {"phase": "p2"}, {"phase": "red"}, {"tram": "true"}, {"feeders": ""}, {"speed": "1e99"},
    ],
)  # fmt: skip
def test_a_value_that_does_not_exist_is_named_and_replaced(link):
    assert settings.from_link(link, KNOWN) == (settings.defaults(KNOWN), tuple(link))


def test_one_bad_value_leaves_the_others_as_they_are():
    found, refused = settings.from_link({"headway": "99", "phase": "p1", "lang": "en"}, KNOWN)
    assert (found, refused) == (replace(settings.defaults(KNOWN), phase="p1"), ("headway",))


def test_every_field_has_its_own_name_in_a_link():
    assert set(settings.SLUGS) == set(Settings.__dataclass_fields__)
    assert len(set(settings.SLUGS.values())) == len(settings.SLUGS)


def test_numbers_out_of_range_are_moved_into_it_and_unknown_phases_refused():
    wild = replace(settings.defaults(KNOWN), lrt_headway_min=1.0, walk_limit_m=9999.0)
    assert settings.held(wild, KNOWN) == replace(wild, lrt_headway_min=5, walk_limit_m=1200)
    with pytest.raises(ValueError, match="no phase 'both'"):
        settings.held(replace(wild, phase="both"), KNOWN)


def test_defaults_and_ranges_are_the_assumptions():
    usual = settings.defaults(KNOWN)
    for name, (low, high) in settings.ranges(KNOWN).items():
        assert (getattr(usual, name), low, high) == USUAL[name]


def test_a_case_is_as_uncertain_in_proportion_and_stays_in_the_range():
    headway = Assumption(10, 5, 20)
    assert [headway.around(8, case, more_is_fast=False) for case in (FAST, MID, SLOW)] == [5, 8, 16]
    assert [headway.around(16, case, more_is_fast=False) for case in (FAST, MID, SLOW)] == [8, 16, 20]
    speed = Assumption(30, 20, 40)
    assert [speed.around(30, case, more_is_fast=True) for case in (FAST, MID, SLOW)] == [40, 30, 20]
    assert [speed.factor(case, more_is_fast=True) for case in (FAST, MID, SLOW)] == [40 / 30, 1, 20 / 30]


def test_an_assumption_of_nothing_has_no_proportion():
    nothing = Assumption(0, 0, 6)
    assert [nothing.around(2, case, more_is_fast=False) for case in (FAST, MID, SLOW)] == [0, 2, 6]
    assert nothing.factor(SLOW, more_is_fast=False) == 1


@given(low=st.floats(1, 10), more=st.floats(0, 10), most=st.floats(0, 10), share=st.floats(0, 1), up=st.booleans())
def test_fast_is_never_slower_than_assumed_nor_slow_faster(low, more, most, share, up):
    one = Assumption(low + more, low, low + more + most)
    chosen = one.held(low + share * (more + most))
    fast, middle, slow = (one.around(chosen, case, more_is_fast=up) for case in (FAST, MID, SLOW))
    if up:
        fast, slow = slow, fast
    assert one.low <= fast <= middle + 1e-9
    assert middle <= slow + 1e-9 <= one.high + 1e-6


def test_the_version_changes_with_any_number_and_not_with_the_order():
    frame = Town().tables()["assumptions"]
    assert assumptions.read(frame.iloc[::-1]).version == KNOWN.version
    for column in ("value", "low", "high"):
        other = frame.copy()
        other.loc[0, column] += 0.5
        assert assumptions.read(other).version != KNOWN.version


def test_missing_assumptions_are_named():
    frame = Town().tables()["assumptions"]
    with pytest.raises(Incomplete, match="lrt_speed_kmh, detour_factor"):
        assumptions.read(frame[~frame["assumption_id"].isin(["detour_factor", "lrt_speed_kmh"])])
    with pytest.raises(Incomplete):
        assumptions.read(pd.DataFrame(columns=["assumption_id", "value", "low", "high"]))

"""Names and numbers on the map: none covers another at any zoom, and who comes first stands first."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart7 import signs
from smart7.signs import Mark, Placed

SPOTS = ((40.0, 0.0), (-40.0, 0.0), (0.0, -20.0), (0.0, 20.0))
WEST, SOUTH = 102.80, 16.40


def box(placed, zoom):
    """Return left, top, right and bottom of a mark on a map of a zoom."""
    x, y = (at * 2**zoom for at in signs.world(placed.mark.lon, placed.mark.lat))
    x, y = x + placed.spot[0], y + placed.spot[1]
    wide, high = placed.mark.width / 2, placed.mark.height / 2
    return x - wide, y - high, x + wide, y + high


def cover(one, other, zoom):
    a, b = box(one, zoom), box(other, zoom)
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


marks = st.lists(
    st.builds(
        lambda n, x, y, wide: (n, WEST + x / 1000, SOUTH + y / 1000, wide),
        st.integers(0, 10**6), st.integers(0, 80), st.integers(0, 80), st.integers(16, 140),
    ),
    min_size=1, max_size=18, unique_by=lambda row: row[0],
).map(lambda rows: [Mark(f"m{n}", lon, lat, wide, 18, SPOTS) for n, lon, lat, wide in rows])  # fmt: skip


@given(marks, st.floats(0, 1))
@settings(max_examples=80)
def test_nothing_covers_anything_at_any_zoom_of_a_band(found, share):
    for band, there in signs.bands(found).items():
        for zoom in (band - signs.HALF, band, band + signs.HALF, band - signs.HALF + share):
            assert not [(a, b) for a, b in combinations(there, 2) if cover(a, b, zoom)]


@given(marks, st.sampled_from([signs.FARTHEST, 13, signs.CLOSEST]))
@settings(max_examples=40)
def test_whoever_could_be_covered_is_among_those_that_are_near(found, band):
    scales = 2 ** (band - signs.HALF), 2**signs.ENDLESS
    ground = signs.Ground(found, scales[0])
    everywhere = [Placed(mark, spot) for mark in found for spot in mark.spots]
    for one in everywhere:
        ground.put(one)
    for mark in found:
        there = ground.near(mark)
        for spot in mark.spots:
            assert all(one in there for one in everywhere if signs.overlap(mark, spot, one, scales))


@given(marks)
@settings(max_examples=40)
def test_the_closest_band_holds_however_close_one_looks(found):
    there = signs.bands(found)[signs.CLOSEST]
    for zoom in (signs.CLOSEST, 18, 20, 24):
        assert not [(a, b) for a, b in combinations(there, 2) if cover(a, b, zoom)]


@given(marks)
@settings(max_examples=40)
def test_the_first_always_stands_and_what_is_drawn_anyway_is_not_covered(found):
    station = Mark("station", WEST + 0.04, SOUTH + 0.04, 16, 16)
    for band, there in signs.bands(found[1:], [station]).items():
        assert not [one for one in there if cover(one, Placed(station, (0, 0)), band)]
    assert all(there[0].mark is found[0] for there in signs.bands(found).values())


def test_a_name_that_has_no_room_beside_goes_to_the_other_side_and_then_away():
    here = [Mark(name, WEST, SOUTH, 60, 18, ((40.0, 0.0), (-40.0, 0.0))) for name in "abc"]
    assert [(one.mark.icon, one.spot[0]) for one in signs.place(here, 12)] == [("a", 40), ("b", -40)]


def test_a_name_keeps_its_side_from_band_to_band():
    one, other = Mark("a", WEST, SOUTH, 60, 18, SPOTS), Mark("b", WEST - 0.002, SOUTH, 60, 18, SPOTS)
    sides = [{placed.mark.icon: placed.spot for placed in there} for there in signs.bands([one, other]).values()]
    kept = [(far["b"], near["b"]) for far, near in zip(sides, sides[1:], strict=False) if "b" in far]
    assert kept and {spot for pair in kept for spot in pair} == {(-40.0, 0.0)}


def test_a_name_waits_for_its_ring():
    ring, in_the_way = Mark("ring", WEST, SOUTH, 15, 15), Mark("first", WEST, SOUTH, 15, 15)
    name = Mark("name", WEST, SOUTH, 60, 18, SPOTS, waits="ring")
    assert [one.mark.icon for one in signs.place([ring, name], 12)] == ["ring", "name"]
    assert [one.mark.icon for one in signs.place([in_the_way, ring, name], 12)] == ["first"]


def test_the_same_numbers_keep_their_distance():
    row = [Mark("n", WEST + n * 0.004, SOUTH, 20, 20, family="n", apart=230) for n in range(30)]
    for band in (12, 14):
        found = sorted(box(one, band - signs.HALF)[0] for one in signs.place(row, band))
        assert len(found) > 1 and all(b - a >= 230 for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(("lon", "lat", "at"), [(-180, 0, (0, 256)), (180, 0, (512, 256)), (0, 0, (256, 256))])
def test_the_world_is_a_square_of_tiles(lon, lat, at):
    assert signs.world(lon, lat) == pytest.approx(at)

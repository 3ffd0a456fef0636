"""Accidents as the browser asks for them, tile by tile."""

import pytest

from smart7 import maps, store
from smart7.ingest.build import Options, build
from tests import happened
from tests.conftest import AS_OF, copy_data

TILE = (10, 804, 464)
"""The tile of zoom 10 that holds the whole city."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a data folder with 500 invented accidents and no others."""
    to = happened.where_nothing_did(copy_data(tmp_path_factory.mktemp("crashes")))
    happened.accidents(to, 500)
    build(Options(to, AS_OF, with_sample=False))
    return to


@pytest.fixture
def ask_for(snapshot, folder, monkeypatch, get):
    """Return a function that asks for a tile over them."""
    monkeypatch.setenv("SMART7_DATA", str(folder))
    current = store.open_current()

    def run(tile=TILE, query="", **headers):
        name = "accidents/{}/{}/{}".format(*tile)
        return get(maps.address(current, name) + (f"?{query}" if query else ""), **headers)

    return run


def marks(answer):
    assert answer.status == 200, answer.text
    return [feature["properties"] for feature in answer.json["features"]]


def count(answer):
    """Return how many accidents the marks of a tile stand for."""
    return sum(int(mark["text"].replace(",", "") or 1) for mark in marks(answer))


def inside(tile):
    """Return the four tiles of the next zoom inside a tile."""
    z, x, y = tile
    return [(z + 1, 2 * x + right, 2 * y + down) for right in (0, 1) for down in (0, 1)]


def test_no_accident_is_lost_or_doubled_from_zoom_to_zoom(ask_for):
    tiles, counts = [TILE], []
    for _ in range(7):
        answers = {tile: ask_for(tile) for tile in tiles}
        counts.append(sum(map(count, answers.values())))
        tiles = [inner for tile, answer in answers.items() if marks(answer) for inner in inside(tile)]
    assert counts == [counts[0]] * 7 and counts[0] > 450


def test_far_out_they_come_together_and_near_each_is_by_itself(ask_for):
    far = marks(ask_for())
    assert len(far) <= 64 and {mark["icon"] for mark in far} <= {"cell", "cell-deaths", "crash", "injuries", "deaths"}
    near = [TILE]
    while near[0][0] < 16:
        near = [inner for tile in near for inner in inside(tile) if marks(ask_for(inner))][:6]
    alone = [mark["text"] == "" for tile in near for mark in marks(ask_for(tile))]
    assert len(alone) > 4 and sum(alone) > 0.7 * len(alone), "near, most stand by themselves"


def test_deaths_are_told_by_shape_and_words_and_not_by_colour_alone(ask_for):
    for mark in marks(ask_for((13, 6436, 3716))) + marks(ask_for()):
        assert mark["icon"].endswith("deaths") == (mark["deaths"] > 0)
        assert ("เสียชีวิต" in mark["name_th"]) == (mark["deaths"] > 0)


def test_a_tile_is_narrowed_by_year_hours_and_cause_and_speaks_the_language_asked_for(ask_for):
    every, year = count(ask_for()), count(ask_for(query="when=2021"))
    both = count(ask_for(query="when=2021&hours=6-8"))
    assert every > year > both > 0
    assert sum(count(ask_for(query=f"when={n}")) for n in range(2019, 2025)) == every
    assert count(ask_for(query="cause=speeding")) < every
    assert all("name_en" in mark and "accident" in mark["name_en"].lower() for mark in marks(ask_for(query="lang=en")))


@pytest.mark.parametrize("tile", [(6, 50, 29), (17, 0, 0), (10, 1024, 0), (10, 0, 1024)])
def test_a_tile_there_cannot_be_is_not_found(ask_for, tile):
    assert ask_for(tile).status == 404


@pytest.mark.parametrize("query", ["when=x", "hours=1-2", "cause=luck"])
def test_a_value_there_cannot_be_is_not_found(ask_for, query):
    assert ask_for(query=query).status == 404


def test_a_tile_is_kept_for_good_and_packed(ask_for):
    plain, packed = ask_for(), ask_for(accept_encoding="br")
    assert packed.headers["content-encoding"] == "br" and packed.json == plain.json
    assert "immutable" in plain.headers["cache-control"] and len(packed.body) < 4000


def test_another_snapshot_and_another_release_are_not_found(get, ask_for, snapshot):
    assert get(f"/map-layers/other/{maps.edition()}/accidents/10/804/464.json").status == 404
    assert get(maps.address(store.open_current(), "accidents/10/804/464").replace(maps.edition(), "old")).status == 404


def test_nobody_s_details_are_in_a_tile(ask_for):
    known = {"icon", "size", "text", "deaths", "name_th"}
    assert {name for mark in marks(ask_for()) for name in mark} == known


def test_the_places_where_most_happened_are_a_layer_in_both_languages(ask_for, get):
    rows = get(maps.address(store.open_current(), "spots")).json
    assert [row["label"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)] and len(rows) > 3
    assert all(set(row) == {"key", "lon", "lat", "label", "name_th", "name_en"} for row in rows)
    assert all(16.1 < row["lat"] < 16.8 and 102.5 < row["lon"] < 103.1 for row in rows)

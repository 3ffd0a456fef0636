"""The map shows vehicles where a feed is watched, renews them by itself, and elsewhere has nothing of it."""

import json
import time

import pytest

from smart7 import fleet, heard
from smart7.words import live as words
from smart7.words import map as map_words


@pytest.fixture
def watched(monkeypatch, tmp_path):
    """Return what lets a feed tell something; nothing is told at first."""
    monkeypatch.setattr(heard.store, "data_folder", lambda: tmp_path)

    def tell(age=20, stops=None):
        now = int(time.time())
        one = {"mark": "0a1b2c3d", "at": now - age, "lat": 16.43, "lon": 102.83, "heading": None, "speed": 5.0,
               "route": "green_24", "direction": 0, "trip": None, "next": "central", "to": "terminal", "way": 45}
        for path, told in (
            (fleet.newest(tmp_path, "city_bus"), {"vehicles": [one]}), (fleet.ahead(tmp_path, "city_bus"), {"stops": stops or {}}),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps({"feed": "city_bus", "asked": now} | told), "utf-8")

    return tell


def parts(visit) -> str:
    return "".join(block.proto.body for block in visit.at.get("html"))


def deck(visit) -> str:
    (chart,) = visit.at.get("deck_gl_json_chart")
    return str(chart.proto.json)


def test_where_no_feed_is_watched_there_is_no_part_no_script_and_no_layer_of_it(visitor, watched, asked):
    visit = visitor.open("map", lang="en")
    queries = sorted(asked)
    assert not visit.at.get("bidi_component")
    assert "/live/" not in deck(visit)
    assert "buses" not in deck(visit)
    assert words.LIST.en not in [box.label for box in visit.at.expander]
    assert map_words.LAYERS["buses"].en not in parts(visit)
    watched()
    del asked[:]
    visitor.another().open("map", lang="en")
    assert asked == []  # nor does a watched feed ask more of the snapshot than was asked without one
    assert queries

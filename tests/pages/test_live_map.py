"""The map shows vehicles where a feed is watched, renews them by itself, and elsewhere has nothing of it."""

import json
import re
import time

import pytest

from smart7 import fleet, heard
from smart7.components.map import live
from smart7.words import common
from smart7.words import live as words
from smart7.words import map as map_words

FEED, STOP = "city_bus", "cb_airport"


@pytest.fixture
def watched(monkeypatch, tmp_path):
    """Return what lets a feed tell something; nothing is told at first."""
    monkeypatch.setattr(heard, "home", lambda: tmp_path)

    def tell(age=20, minutes=6.0):
        at = int(time.time()) - age
        of_line = {"route": "green_24", "direction": 1, "to": STOP}
        one = {"mark": "0a1b2c3d", "at": at, "lat": 16.43, "lon": 102.83, "heading": None, "speed": 5.0, "trip": None,
               "next": STOP, "way": 45, **of_line}  # fmt: skip
        due = {"mark": "0a1b2c3d", "at": at, "due": at + age + round(60 * minutes), "basis": "planned", **of_line}
        files = (
            (fleet.newest(tmp_path, FEED), "vehicles", [one]),
            (fleet.ahead(tmp_path, FEED), "stops", {STOP: [due]}),
        )
        for path, name, what in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps({"feed": FEED, "asked": at + age, name: what}), "utf-8")

    return tell


def sent(visit, kind):
    return [item.proto for item in visit.at.main if item.type == kind]


def layers(visit):
    (chart,) = sent(visit, "deck_gl_json_chart")
    return {layer["id"]: layer for layer in json.loads(chart.json)["layers"]}


def test_where_no_feed_is_watched_there_is_no_part_no_script_and_no_layer_of_it(visitor, watched, asked):
    visit = visitor.open("map", lang="en", pick=f"stop.{FEED}.{STOP}")
    without = sorted(asked)
    assert without
    assert not sent(visit, "bidi_component")
    assert not [name for name in layers(visit) if name.startswith("bus")]
    assert map_words.LAYERS["buses"].en not in visit.markup.text
    watched()
    visit.settled()
    del asked[:]
    visitor.another().open("map", lang="en", pick=f"stop.{FEED}.{STOP}")
    assert set(asked) <= {"map/routes"}  # where one is, only for the numbers of the routes


@pytest.mark.parametrize("lang", ["th", "en"])
def test_buses_are_drawn_listed_and_expected_with_the_age_of_each_position(visitor, watched, lang):
    watched()
    visit = visitor.open("map", lang=lang, pick=f"stop.{FEED}.{STOP}")
    (beat,) = sent(visit, "bidi_component")
    assert json.loads(beat.json) == {"every": 1000 * live.EVERY}
    drawn = layers(visit)[f"bus-{FEED}"]
    assert drawn["data"].startswith(f"/live/{FEED}/map.json?at=")
    said = visit.markup.text
    assert any(words.IN_MINUTES.format(lang, minutes=minutes) in said for minutes in (5, 6))
    age = words.POSITION.format(lang, age=words.SECONDS_AGO.format(lang, count="(\\d+)"))
    assert 18 <= int(re.search(age, said)[1]) < 60
    assert common.QUALITY["modelled"].get(lang) in said


def test_an_old_position_says_so_and_a_silent_feed_says_since_when_and_expects_nobody(visitor, watched):
    watched(age=200)
    text = visitor.open("map", lang="en", pick=f"stop.{FEED}.{STOP}").markup.text
    assert words.OLD_COUNT.format("en", count=1) in text
    assert words.NOBODY_COMES.en not in text or "in about" not in text
    watched(age=900)
    visit = visitor.open("map", lang="en", pick=f"stop.{FEED}.{STOP}")
    assert "silent since" in visit.markup.text
    assert "in about" not in visit.markup.text
    (beat,) = sent(visit, "bidi_component")
    assert json.loads(beat.json) == {"every": 1000 * live.SELDOM}


def test_who_leaves_the_layer_out_has_neither_script_nor_list(visitor, watched):
    watched()
    visit = visitor.open("map", lang="en", layers="routes")
    assert not sent(visit, "bidi_component")
    assert words.LIST.en not in visit.markup.text


def test_the_list_is_sent_to_nobody_who_has_not_opened_it(visitor, watched):
    watched()
    many = json.loads((path := fleet.newest(heard.home(), FEED)).read_text())
    many["vehicles"] *= 300
    path.write_text(json.dumps(many), "utf-8")
    visit = visitor.open("map", lang="en")
    assert words.OLD.en not in visit.markup.text
    assert "300 on the way" in visit.markup.text

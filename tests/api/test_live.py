"""Where vehicles are now is told with ages, without numbers, and is made once however many ask."""

import json
import time

import pytest

from smart7 import fleet
from smart7.api import live


@pytest.fixture
def watched(tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    live.body.cache_clear()

    def write(**told):
        path = fleet.newest(tmp_path, "city_bus")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"feed": "city_bus", "asked": time.time(), "vehicles": []} | told), "utf-8")

    return write


def vehicle(age: int) -> dict[str, object]:
    return {"mark": "0a1b2c3d", "at": int(time.time()) - age, "lat": 16.43, "lon": 102.83, "heading": None,
            "speed": 5.0, "route": "24", "direction": 1, "trip": None}  # fmt: skip


def test_each_position_has_its_age(get, watched):
    watched(vehicles=[vehicle(20)])
    answer = get("/live/city_bus.json")
    assert answer.status == 200
    (one,) = answer.json["vehicles"]
    assert 18 <= one["age"] <= 22
    assert set(one) == {"mark", "at", "lat", "lon", "speed", "route", "direction", "age"}
    assert answer.json["silent_since"] is None
    assert answer.headers["cache-control"] == "public, max-age=2"


def test_a_silent_feed_says_since_when(get, watched):
    watched(vehicles=[vehicle(900), vehicle(400)])
    told = get("/live/city_bus.json").json
    assert told["silent_since"] == max(one["at"] for one in told["vehicles"])


def test_a_feed_whose_watch_ended_is_silent_though_nobody_wrote_it_down(get, watched):
    watched(asked=1_000_000.0)
    assert get("/live/city_bus.json").json["silent_since"] == 1_000_000


@pytest.mark.parametrize("feed", ["songthaew", "..%2Fledger", "A", "."])
def test_there_is_no_answer_about_a_feed_that_is_not_watched(get, watched, feed):
    assert get(f"/live/{feed}.json").status == 404


def test_a_file_that_cannot_be_read_is_no_answer(get, watched, tmp_path):
    watched()
    fleet.newest(tmp_path, "city_bus").write_text("{", "utf-8")
    assert get("/live/city_bus.json").status == 404


def test_a_crowd_reads_the_file_once(get, watched, monkeypatch):
    watched(vehicles=[vehicle(5)])
    monkeypatch.setattr(live.time, "time", lambda: 2_000_000_000.5)
    for _ in range(50):
        get("/live/city_bus.json")
    assert live.body.cache_info().misses == 1

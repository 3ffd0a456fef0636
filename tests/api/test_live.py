"""Where vehicles are now and where they come next is told with ages, without numbers, made once however many ask."""

import json
import time

import jsonschema
import pytest

from smart7 import fleet, heard, maps
from smart7.api import live


@pytest.fixture
def watched(tmp_path, monkeypatch):
    monkeypatch.setattr(heard, "home", lambda: tmp_path)
    live.body.cache_clear()

    def write(stops=None, **told):
        path = fleet.newest(tmp_path, "city_bus")
        path.parent.mkdir(parents=True, exist_ok=True)
        fleet.ahead(tmp_path, "city_bus").write_text(json.dumps({"stops": stops or {}}), "utf-8")
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


def expected(mark: str, age: int, minutes: float) -> dict[str, object]:
    at = int(time.time()) - age
    return {"mark": mark, "route": "green_24", "direction": 0, "to": "bus_terminal_3", "at": at,
            "due": at + age + round(60 * minutes), "basis": "driven"}  # fmt: skip


def test_who_comes_next_is_told_in_order_and_nobody_by_an_old_position(get, watched):
    coming = [expected("aa", 20, 9), expected("bb", fleet.OLD_SECONDS + 60, 1), expected("cc", 40, 3)]
    watched(stops={"central": coming}, vehicles=[vehicle(20)])
    told = get("/live/city_bus/arrivals.json?stop=central").json
    assert [one["mark"] for one in told["arrivals"]] == ["cc", "aa"]
    assert told["arrivals"][0]["in_seconds"] == pytest.approx(180, abs=4)
    assert told["arrivals"][0]["age"] == pytest.approx(40, abs=4)
    assert (told["quality"], told["stop"], told["silent_since"]) == ("modelled", "central", None)
    assert get("/live/city_bus/arrivals.json?stop=elsewhere").json["arrivals"] == []


def test_nobody_comes_by_a_feed_that_is_silent(get, watched):
    watched(stops={"central": [expected("aa", 10, 5)]}, vehicles=[vehicle(fleet.SILENT_SECONDS + 60)])
    told = get("/live/city_bus/arrivals.json?stop=central").json
    assert told["arrivals"] == []
    assert told["silent_since"]


@pytest.mark.parametrize("asked", ["", "?stop=", "?stop=a,b", "?stop=" + "a" * 101])
def test_a_stop_that_cannot_be_one_is_refused_with_a_sentence(get, watched, asked):
    watched()
    answer = get(f"/live/city_bus/arrivals.json{asked}")
    assert (answer.status, answer.json["detail"]) == (400, "stop: write the id of one stop")


def test_both_answers_fit_the_document(get, watched):
    watched(stops={"central": [expected("aa", 20, 9)]}, vehicles=[vehicle(20), vehicle(400) | {"next": "central"}])
    paths = get("/api/v1/openapi.json").json["paths"]
    for path in live.PATHS:
        schema = paths[path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(get(path.replace("{feed}", "city_bus") + "?stop=central").json, schema)


def test_the_map_draws_what_is_new_full_and_what_is_old_hollow(get, watched):
    sure = {"route": "green_24", "direction": 0, "way": 90}
    watched(vehicles=[vehicle(10) | sure, vehicle(200) | sure, vehicle(15) | {"route": None, "direction": None}])
    rows = get("/live/city_bus/map.json").json
    assert [row["shape"] for row in rows] == ["going-old", "somewhere", "going"]
    assert rows[0]["old"]
    assert "old position" in rows[0]["name_en"]
    assert rows[1]["name_en"].startswith("route not known")
    assert (rows[2]["key"], rows[2]["turn"]) == ("route.city_bus.green_24", -90)
    assert all("mark" not in row for row in rows)


def test_the_numbers_on_the_map_are_there_for_every_route(get, snapshot):
    address = maps.address(snapshot, "buses/th")
    places = get(address).json
    assert {"b.", "b.route.city_bus.green_24"} <= set(places)
    assert get(address.replace("th.json", "th-dark.svg")).text.startswith("<svg")


def test_a_crowd_reads_the_file_once(get, watched, monkeypatch):
    watched(vehicles=[vehicle(5)])
    monkeypatch.setattr(heard.time, "time", lambda: 2_000_000_000.5)
    for _ in range(50):
        get("/live/city_bus.json")
    assert live.body.cache_info().misses == 1

"""What the layers of the map draw, as a browser asks for it."""

import json
import re

import pytest
import shapely

from smart7 import compress, lines, maps, store, theme
from smart7.api import layers
from smart7.transit import answers
from smart7.words import map as words

EVERY_LAYER = pytest.mark.parametrize("name", layers.NAMES)
DISTRICT = (102.5, 16.1, 103.1, 16.8)


@pytest.fixture
def ask_for(get, snapshot):
    """Return a function that asks for a layer of the snapshot in service."""

    def run(name, query="", **headers):
        address = maps.address(snapshot, name) + (f"?{query}" if query else "")
        return get(address, **headers)

    return run


def points(rows):
    """Yield every position in what a layer draws."""
    if isinstance(rows, dict):
        rows = rows["features"]
    for row in rows:
        if "lon" in row:
            yield row["lon"], row["lat"]
        else:
            yield from flat(row.get("path") or row["geometry"]["coordinates"])


def flat(found):
    if isinstance(found[0], int | float):
        yield tuple(found)
    else:
        for inner in found:
            yield from flat(inner)


@EVERY_LAYER
def test_a_layer_is_json_that_a_browser_takes(ask_for, name):
    answer = ask_for(name)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    drawn = json.loads(answer.text, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))
    assert drawn["features"] if name in layers.OUTLINES else drawn


@EVERY_LAYER
def test_every_position_lies_in_the_district(ask_for, name):
    west, south, east, north = DISTRICT
    found = list(points(ask_for(name).json))
    assert found
    assert [at for at in found if not (west < at[0] < east and south < at[1] < north)] == []


@EVERY_LAYER
def test_everything_drawn_has_a_name_in_both_languages(ask_for, name):
    drawn = ask_for(name).json
    rows = [f["properties"] for f in drawn["features"]] if name in layers.OUTLINES else drawn
    assert all(row["name_th"] and row["name_en"] for row in rows)
    assert all(re.search("[\u0e01-\u0e5b]", row["name_th"]) for row in rows)
    assert [row["name_en"] for row in rows if re.search("[\u0e01-\u0e5b]", row["name_en"])] == []


@pytest.mark.parametrize("name", [*layers.PLACES, *layers.LINES, *layers.FELT, *layers.POINTS, "counts"])
def test_everything_that_can_be_clicked_can_be_chosen(ask_for, ask, snapshot, name):
    known = {f"stop.{f}.{s}" for f, s in ask("select feed_id, stop_id from gtfs_stops")}
    known |= {f"route.{f}.{r}" for f, r in ask("select feed_id, route_id from gtfs_routes")}
    known |= {f"place.{p}" for (p,) in ask("select place_id from places")}
    known |= {f"count.{c}" for (c,) in ask("select count_id from traffic_counts")}
    keys = [row["key"] for row in ask_for(name).json]
    assert len(keys) == len(set(keys)) and set(keys) <= known


def test_every_layer_of_the_words_is_answered_or_made_of_another():
    # Vehicles come from where they are watched (`api/live.py`), not from a snapshot.
    answered = set(layers.NAMES) - set(layers.GROUND) - set(layers.FELT)
    assert set(words.LAYERS) - {"walk", "accidents", "buses"} == answered


def test_what_runs_what_ended_and_what_is_planned_are_apart(ask_for, ask):
    for name, status in (("routes", "recorded"), ("ended", "ended"), ("plan", "planned")):
        feeds = {row["key"].split(".")[1] for row in ask_for(name).json}
        assert feeds == {f for (f,) in ask("select feed_id from gtfs_feeds where status = ?", status)}


def test_the_pointer_finds_a_line_where_it_is_seen_from_far_fewer_points(ask_for):
    for name in layers.LINES:
        seen, felt = ask_for(name).json, ask_for(lines.felt(name)).json
        assert [row["key"] for row in felt] == [row["key"] for row in seen]
        for one, broad in zip(seen, felt, strict=True):
            whole, plain = (shapely.LineString(row["path"]) for row in (one, broad))
            assert shapely.hausdorff_distance(whole, plain) <= 1.2e-4
        assert sum(len(row["path"]) for row in felt) < 0.6 * sum(len(row["path"]) for row in seen)


def test_a_phase_is_not_drawn_over_its_line(ask_for):
    assert [row["key"] for row in ask_for("plan").json] == ["route.lrt_plan.red", "route.lrt_plan.tram_noi"]


def test_places_with_a_rough_position_are_drawn_and_say_how_rough(ask_for, ask):
    drawn = {row["key"]: row["doubt_m"] for kind in layers.PLACES for row in ask_for(kind).json}
    rough = ask("select 'place.' || place_id, accuracy_m from places where lat is not null and accuracy_m > 500")
    assert {key: doubt for key, doubt in drawn.items() if doubt} == dict(rough) and rough
    assert len(drawn) == ask("select count(lat) from places")[0][0]


def test_a_station_says_how_far_off_it_may_be(ask_for, ask):
    drawn = {row["key"]: row["accuracy_m"] for row in ask_for("stations").json}
    known = ask("select 'stop.lrt_plan.' || stop_id, accuracy_m from gtfs_stops where feed_id = 'lrt_plan'")
    assert drawn == dict(known) and min(drawn.values()) > 0


def drawn_as(status, colour, hue=3):
    """Return a route of one status with a colour that its feed states, as a layer holds it."""
    row = {"key": "k", "name_th": "t", "name_en": "e", "status": status, "color": colour, "hue": hue}
    return layers.line(row | {"path": "[[1,2],[3,4]]", "lanes": "[0.5,-0.5]"})


@pytest.mark.parametrize("colour", ["", "ffffff", "FFFFFF", "12345", "zzzzzz", "1234567"])
def test_a_route_without_a_colour_that_can_be_seen_takes_that_of_its_number(colour):
    drawn = drawn_as("imported", colour)
    assert drawn["light"] == theme.rgb(theme.LIGHT.lines[3]) and drawn["dark"] == theme.rgb(theme.DARK.lines[3])


def test_a_feed_that_was_handed_in_keeps_its_colours_and_a_record_has_those_of_the_map():
    assert drawn_as("imported", "992B57")["light"] == drawn_as("imported", "992B57")["dark"] == [0x99, 0x2B, 0x57, 255]
    assert drawn_as("recorded", "992B57") == drawn_as("recorded", "")


def test_a_line_runs_aside_by_widths_and_a_little_more():
    assert drawn_as("recorded", "")["aside"] == pytest.approx([0.5 * lines.LANE, -0.5 * lines.LANE], abs=0.01)
    assert lines.LANE > 1, "lines side by side would touch"


def test_a_browser_keeps_what_it_has_for_good(ask_for):
    headers = ask_for("routes").headers
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(("accepted", "coding"), [
    ("br", "br"), ("gzip, deflate, br", "br"), ("gzip", None), ("", None), ("br;q=0, gzip", None), ("brx", None),
])  # fmt: skip
def test_a_layer_is_packed_for_who_can_unpack_it(ask_for, accepted, coding):
    answer = ask_for("tambons", accept_encoding=accepted)
    assert answer.headers.get("content-encoding") == coding
    assert answer.json == ask_for("tambons").json
    assert coding is None or len(answer.body) < len(ask_for("tambons").body) / 2


@pytest.mark.parametrize("name", ["nothing", "walk", "routes.sql", "..", "saved%00"])
def test_a_layer_there_is_not_is_not_found(ask_for, name):
    assert ask_for(name).status == 404


@pytest.mark.parametrize("snapshot_id", ["20200101-0000000000", "..", "current", "%2e%2e%2fcatalog", "x" * 500])
def test_another_snapshot_is_not_found(get, snapshot_id):
    assert get(f"/map-layers/{snapshot_id}/{maps.edition()}/routes.json").status == 404


def test_the_address_of_another_release_is_not_found(get, snapshot):
    assert get(f"/map-layers/{snapshot}/00000000/routes.json").status == 404


def test_without_a_snapshot_nothing_is_found(get, snapshot, monkeypatch):
    address = maps.address(snapshot, "routes")
    monkeypatch.setattr(store, "current_id", lambda: None)
    assert get(address).status == 404


def test_only_reading_is_answered(get, snapshot):
    assert get(maps.address(snapshot, "routes"), method="POST").status == 405


def test_a_layer_is_made_once(ask_for, monkeypatch):
    first = ask_for("markets", accept_encoding="br").body
    monkeypatch.setattr(layers, "layer", lambda *_: pytest.fail("it is made again"))
    monkeypatch.setattr(compress, "brief", lambda _: pytest.fail("it is packed again"))
    assert ask_for("markets", accept_encoding="br").body == first


@pytest.mark.parametrize("kind", answers.KINDS)
def test_minutes_saved_come_for_every_cell_with_their_range(ask_for, ask, kind):
    rows = ask_for("saved", f"to={kind}&lang=en").json
    assert len(rows) == ask("select count(*) from cells")[0][0]
    said = re.compile(r"(saves [\d.]+ min|[\d.]+ min longer) \(range [−\d.]+ to [−\d.]+\)")
    assert [row["name_en"] for row in rows if not said.fullmatch(row["name_en"])] == []
    assert any(row["saved"] >= 1 for row in rows)


def test_minutes_are_told_in_the_language_asked_for(ask_for):
    thai, english = (ask_for("saved", f"to=school&lang={lang}").json[0] for lang in ("th", "en"))
    assert "นาที" in thai["name_th"] and "name_en" not in thai and "name_th" not in english


def test_another_setting_gives_other_minutes(ask_for):
    usual, rare = (ask_for("saved", f"to=school&lang=th{more}").json for more in ("", "&headway=15"))
    assert sum(row["saved"] for row in rare) < sum(row["saved"] for row in usual)


@pytest.mark.parametrize("query", [
    "", "to=", "to=atlantis", "lang=th", "to=school&headway=nan", "to=school&headway=0", "to=school&headway=1e999",
    "to=school&phase=p9", "to=school&walk=-1", "to=school&feeders=maybe",
])  # fmt: skip
def test_minutes_for_settings_there_are_not_are_not_found(ask_for, query):
    assert ask_for("saved", query).status == 404


def test_what_is_asked_besides_makes_no_second_answer(ask_for):
    usual = ask_for("saved", "to=market&lang=th").body
    before = layers.layer_body.cache_info().misses
    assert ask_for("saved", "to=market&lang=th&utm_source=x").body == usual
    assert ask_for("routes", "x=1").body == ask_for("routes", "x=2").body
    assert layers.layer_body.cache_info().misses <= before + 1


def test_a_number_that_is_none_would_be_an_error_and_never_half_an_answer(ask_for, monkeypatch):
    monkeypatch.setattr(layers, "layer", lambda *_: [{"lon": float("nan")}])
    layers.layer_body.cache_clear()
    assert ask_for("villages").status == 404
    layers.layer_body.cache_clear()


@pytest.mark.parametrize(("mid", "low", "high", "said"), [
    (4.0, 1.0, 9.5, "saves 4.0 min (range 1.0 to 9.5)"), (0.0, -0.04, 0.0, "saves 0.0 min (range 0.0 to 0.0)"),
    (-2.0, -5.0, 1.0, "2.0 min longer (range −1.0 to 5.0)"), (0.5, -3.0, 4.0, "saves 0.5 min (range −3.0 to 4.0)"),
])  # fmt: skip
def test_what_a_cell_saves_or_loses_is_told_with_its_range(mid, low, high, said):
    assert layers.told(mid, round(low, 1), high, "en") == said

"""The map as it goes to the browser: fixed names, its own data, nothing from anywhere else."""

import json
import re
from itertools import combinations
from math import cos, radians
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pydeck as pdk
import pytest

from smart7 import maps, sight, symbols, theme
from smart7.words import map as words

# Vehicles lie over a map that stays as it is (`maps.with_buses`), and are in no scene.
EVERY = tuple(name for name in words.LAYERS if name != "buses")
SCENES = {
    "as it opens": maps.Scene("one", maps.OPENS_WITH),
    "everything": maps.Scene("one", EVERY),
    "nothing": maps.Scene("one", ()),
    "a point chosen": maps.Scene("one", EVERY, ("point", 102.83, 16.44)),
    "a route chosen": maps.Scene(
        "one", EVERY, ("path", "[[102.8,16.4],[102.9,16.5]]", "[0.5,0.5]"), (102.8, 16.4, 102.9, 16.5)
    ),
}
EVERY_SCENE = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)


def sent(scene, lang="th", dark=False):
    """Return a map as it is sent."""
    return json.loads(maps.deck(scene, lang, dark).to_json())


def ids(scene):
    return [layer["id"] for layer in sent(scene)["layers"]]


def saved(**settings):
    """Return the map of minutes saved as it is sent."""
    return json.loads(maps.saved("one", "school", tuple(settings.items()), "th", False).to_json())


def test_the_words_and_the_drawing_know_the_same_layers():
    assert set(maps.ORDER) == set(EVERY) == set(maps.LAYERS)
    assert set(maps.OPENS_WITH) <= set(EVERY)


def test_vehicles_lie_over_a_map_that_stays_as_it_is_and_are_asked_for_by_the_moment():
    scene = maps.Scene("one", maps.OPENS_WITH)
    plain = maps.deck(scene, "th", False)
    before = plain.to_json()
    drawn = json.loads(maps.with_buses(plain, ("city_bus",), 1_795_000_000, scene, "th", False).to_json())
    assert plain.to_json() == before
    over = drawn["layers"][len(json.loads(before)["layers"]) :]
    assert [layer["id"] for layer in over] == ["bus-city_bus", "bus-number-city_bus"]
    assert {layer["data"] for layer in over} == {"/live/city_bus/map.json?at=1795000000"}


@EVERY_SCENE
def test_every_layer_has_an_id_of_its_own_that_stays(scene):
    assert len(set(ids(scene))) == len(ids(scene))
    assert ids(scene) == ids(scene) and all(re.fullmatch(r"[a-z0-9-]+", name) for name in ids(scene))


def test_a_choice_changes_no_layer_but_the_one_that_shows_it():
    before, after = (sent(SCENES[name])["layers"] for name in ("everything", "a point chosen"))
    assert after[:-1] == before and after[-1]["id"] == "chosen"


def test_a_layer_more_leaves_the_others_as_they_are():
    fewer, more = (sent(maps.Scene("one", names))["layers"] for names in (("routes",), ("routes", "schools")))
    kept = [layer for layer in more if not layer["id"].startswith("schools")]
    # What stands where is asked anew, as no name may lie on a school; nothing else of that layer changes.
    names, before = ([layer for layer in found if layer["id"] == "names"] for found in (kept, fewer))
    assert [names[0] | {"data": before[0]["data"]}] == before
    assert [layer for layer in kept if layer["id"] != "names"] == [layer for layer in fewer if layer["id"] != "names"]


@EVERY_SCENE
@pytest.mark.parametrize("dark", [False, True])
def test_no_tile_and_no_style_is_asked_for_from_anywhere(scene, dark):
    drawn = sent(scene, dark=dark)
    assert drawn.get("mapProvider") is None and maps.deck(scene, "th", dark).map_provider is None
    # Left out, as by somebody who says nothing of it; an empty one makes the browser ask a service for its own.
    unsaid = json.loads(pdk.Deck(layers=[], map_provider=None).to_json())
    assert drawn["mapStyle"] == unsaid["mapStyle"] == "__MAP_STYLE__"


@pytest.mark.parametrize("drawn", [*map(sent, SCENES.values()), saved(), saved(headway="6")])
def test_every_address_is_on_this_server(drawn):
    asked = [layer["data"] for layer in drawn["layers"] if isinstance(layer["data"], str)]
    assert asked and all(address.startswith("/map-layers/one/") for address in asked)
    assert [urlsplit(address).netloc for address in asked if urlsplit(address).netloc] == []
    everything = re.sub(r'"data:image/svg\+xml[^"]*"', "", json.dumps(drawn))
    assert re.findall(r"\w+://", everything) == []


def test_the_data_of_a_layer_is_named_and_not_sent():
    inline = [layer["id"] for layer in sent(SCENES["everything"])["layers"] if not isinstance(layer["data"], str)]
    assert inline == []
    assert (
        len(json.dumps(sent(SCENES["everything"]))) < 40_000 and len(json.dumps(sent(SCENES["as it opens"]))) < 12_000
    )


def test_another_snapshot_and_another_release_ask_at_another_address(monkeypatch):
    one = maps.address("one", "routes")
    assert maps.address("two", "routes") != one
    monkeypatch.setattr(maps, "edition", lambda: "another")
    assert maps.address("one", "routes") != one


def test_the_release_is_named_by_the_code_and_queries_of_the_layers(tmp_path, monkeypatch):
    monkeypatch.setattr(maps, "MADE_BY", tmp_path / "smart7")
    (tmp_path / "smart7" / "api").mkdir(parents=True)
    (tmp_path / "queries" / "map").mkdir(parents=True)
    names = set()
    for path in ("smart7/api/layers.py", "queries/map/routes.sql", "queries/map/routes.sql"):
        (tmp_path / path).write_text(f"{len(names)}")
        names.add(maps.edition.__wrapped__())
    assert len(names) == 3
    assert maps.edition() == maps.edition()


def test_what_cannot_be_hit_with_a_finger_has_something_broader_under_it():
    layers = {layer["id"]: layer for layer in sent(SCENES["everything"])["layers"]}
    names = list(layers)
    for name in ("routes", "ended", "plan", "stops", "stations"):
        touch = layers[f"{name}-touch"]
        assert touch["pickable"]
        assert names.index(f"{name}-touch") < names.index(name)
        if name in ("routes", "ended", "plan"):
            assert touch["data"] == layers[name]["data"].replace(f"{name}.json", f"{name}-touch.json")
            assert touch["widthUnits"] == "pixels"
            assert touch["getWidth"] >= 2 * layers[name].get("widthMaxPixels", layers[name]["getWidth"])
        else:
            assert touch["getRadius"] >= 2 * layers[name]["getRadius"]


def test_what_is_planned_is_dashed_and_hollow_and_what_was_recorded_is_not():
    layers = {layer["id"]: layer for layer in sent(SCENES["everything"])["layers"]}
    assert layers["plan"]["getDashArray"] and "getDashArray" not in layers["routes"]
    assert layers["stations"]["getFillColor"] == theme.rgb(theme.palette().surface)
    assert layers["doubt"]["getRadius"] == "@@=accuracy_m" and layers["doubt"]["radiusUnits"] == "meters"


def test_a_walk_is_widened_by_how_far_off_a_station_may_be():
    layers = {layer["id"]: layer for layer in sent(SCENES["everything"])["layers"]}
    assert [layers[f"walk-{metres}"]["getRadius"] for metres in (400, 800)] == [
        "@@=accuracy_m + 400", "@@=accuracy_m + 800",
    ]  # fmt: skip


def test_light_and_dark_differ_in_colours_only():
    def plain(drawn):
        of_look = ("Color", "iconAtlas")  # names and numbers are one picture for each look
        return [{k: v for k, v in layer.items() if not any(part in k for part in of_look)} for layer in drawn["layers"]]

    light, dark = (sent(SCENES["everything"], dark=dark) for dark in (False, True))
    assert plain(light) == plain(dark) and light["layers"] != dark["layers"]


def test_the_tooltip_holds_a_name_and_no_markup():
    for lang in ("th", "en"):
        assert maps.deck(SCENES["everything"], lang, False)._tooltip == {"text": "{name_" + lang + "}"}


def edges(state, wide, high):
    """Return west, south, east and north of what a view shows in so many pixels."""
    per_degree = 512 * 2 ** state["zoom"] / 360
    across, up = wide / per_degree / 2, high / per_degree * cos(radians(state["latitude"])) / 2
    return (state["longitude"] - across, state["latitude"] - up, state["longitude"] + across, state["latitude"] + up)


def test_the_map_opens_on_the_whole_planned_line(ask):
    ends = ask("select min(lon), min(lat), max(lon), max(lat) from gtfs_stops where feed_id = 'lrt_plan'")[0]
    for wide, high in ((1000, 560), (356, 560), (490, 560)):
        west, south, east, north = edges(sent(SCENES["as it opens"])["initialViewState"], wide, high)
        assert west < ends[0] and south < ends[1] and east > ends[2] and north > ends[3]


@pytest.mark.parametrize("box", [
    (102.8, 16.3, 102.9, 16.5), (102.7, 16.42, 102.95, 16.43), (102.83, 16.44, 102.83, 16.44),
    (102.8, 16.4, 102.81, 17.0),
])  # fmt: skip
def test_a_view_of_a_box_shows_it_all_and_is_never_too_close(box):
    state = vars(maps.view(box))
    west, south, east, north = edges(state, 340, 560)
    assert west <= box[0] and south <= box[1] and east >= box[2] and north >= box[3]
    assert state["zoom"] <= sight.CLOSEST


def test_looking_again_moves_each_part_of_the_view_so_that_a_browser_follows():
    views = [vars(maps.view(box, looks)) for box in (None, (102.8, 16.3, 102.9, 16.5)) for looks in (0, 1, 2)]
    for one, other in combinations(views, 2):
        assert all(one[part] != other[part] for part in ("longitude", "latitude", "zoom"))
    assert abs(views[0]["longitude"] - views[2]["longitude"]) < 1e-6


def test_each_kind_of_place_has_a_shape_and_its_place_in_the_picture_of_shapes():
    picture = symbols.atlas()
    assert picture.startswith("data:image/svg+xml")
    drawn = ElementTree.fromstring(unquote(picture.split(",", 1)[1]))
    paths = drawn.findall("{http://www.w3.org/2000/svg}path")
    assert [path.get("d") for path in paths] == list(symbols.SYMBOLS.values()) and len(
        set(symbols.SYMBOLS.values())
    ) == 7
    cut = symbols.mapping()
    assert list(cut) == list(symbols.SYMBOLS) and all(part["mask"] for part in cut.values())
    assert [part["x"] for part in cut.values()] == [n * symbols.BOX for n in range(len(cut))]
    assert max(part["x"] + part["width"] for part in cut.values()) == float(drawn.get("width"))


@pytest.mark.parametrize("dark", [False, True])
def test_every_layer_has_a_swatch_that_is_drawn(dark):
    for name in (*EVERY, "buses", "less", "same", "more"):
        markup = symbols.swatch(name, dark)
        assert "{" not in markup and list(ElementTree.fromstring(f"<svg>{markup}</svg>"))


def test_the_map_of_minutes_names_its_settings_in_the_address():
    (cells,) = [layer for layer in saved(headway="6", phase="p1")["layers"] if layer["id"] == "saved"]
    assert urlsplit(cells["data"]).query == "headway=6&phase=p1&to=school&lang=th"
    assert cells["pickable"] and cells["stroked"]


def test_who_loses_is_told_by_an_edge_and_not_by_colour_alone():
    (cells,) = [layer for layer in saved()["layers"] if layer["id"] == "saved"]
    ink = str(theme.rgb(theme.palette().ground["place"])).replace(" ", "")
    assert re.search(r"saved<=-1\?" + re.escape(ink), cells["getLineColor"].replace(" ", ""))

"""Names and numbers as a browser asks for them: tiles, the picture, and every station named near."""

import json
from itertools import combinations
from xml.etree import ElementTree

import pytest

from smart7 import lines, maps, signs, theme
from smart7.api import signs as api
from smart7.i18n import LANGS

SHOWN = ("routes", "plan", "stations")
BOTH = pytest.mark.parametrize("lang", LANGS)


def tiles_of(band):
    """Return the tiles of a band that hold the district."""
    z = band - signs.FEWER
    corners = [
        [int(at / theme.TILE * 2**z) for at in signs.world(*corner)] for corner in ((102.5, 16.8), (103.1, 16.1))
    ]
    (left, top), (right, bottom) = corners
    return [(z, x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


@pytest.fixture
def features(get, snapshot):
    """Return a function that gives every feature of a band, from all its tiles."""

    def run(band, lang="th", shown=SHOWN):
        query = f"?lang={lang}&layers={'.'.join(shown)}"
        found = []
        for z, x, y in tiles_of(band):
            answer = get(maps.address(snapshot, f"signs/{z}/{x}/{y}") + query)
            assert answer.status == 200 and "immutable" in answer.headers["cache-control"]
            found += answer.json["features"]
        return found

    return run


@BOTH
def test_every_station_of_the_plan_is_named_where_one_looks_closely(features, ask, lang):
    rows = ask("select stop_id, name_th, name_en from gtfs_stops where feed_id = 'lrt_plan' and lat is not null")
    names = {f"stop.lrt_plan.{stop}": th if lang == "th" else en for stop, th, en in rows}
    there = [feature["properties"] for feature in features(15, lang)]
    told = {own["key"]: own[f"name_{lang}"] for own in there if own.get("key", "").startswith("stop.lrt_plan")}
    assert told == names


@BOTH
def test_no_name_or_number_covers_another_in_the_record(snapshot, lang):
    for band, there in api.standing(snapshot, SHOWN, lang).items():
        for zoom in (band - 0.5, band, band + 0.5):
            boxes = []
            for one in there:
                x, y = (at * 2**zoom + off for at, off in
                        zip(signs.world(one.mark.lon, one.mark.lat), one.spot, strict=True))  # fmt: skip
                boxes.append((x, y, one.mark.width, one.mark.height))
            for (x, y, w, h), (a, b, c, d) in combinations(boxes, 2):
                assert abs(x - a) >= (w + c) / 2 or abs(y - b) >= (h + d) / 2, (band, zoom)


def test_no_name_lies_on_the_symbol_of_a_place(snapshot, ask):
    schools = ask("select lon, lat from places where kind in ('school', 'university') and lat is not null")
    for band, there in api.standing(snapshot, (*SHOWN, "schools"), "th").items():
        for lon, lat in schools:
            x, y = (at * 2**band for at in signs.world(lon, lat))
            for one in there:
                a, b = (at * 2**band + off for at, off in
                        zip(signs.world(one.mark.lon, one.mark.lat), one.spot, strict=True))  # fmt: skip
                assert abs(x - a) >= one.mark.width / 2 or abs(y - b) >= one.mark.height / 2, one.mark.icon


def test_the_closer_one_looks_the_more_is_named_and_far_away_the_ends_of_lines_are(features):
    counts = [len(features(band)) for band in (10, 12, 14, 16)]
    assert counts == sorted(counts) and counts[0] > 15
    numbers = [f["properties"]["icon"] for f in features(11) if f["properties"]["icon"].startswith("n.")]
    assert len(numbers) > 15


def test_each_feature_lies_in_one_tile_and_names_a_picture_that_there_is(features, get, snapshot):
    there = features(14)
    assert len({json.dumps(f) for f in there}) == len(there)
    cut = get(maps.address(snapshot, "signs/th")).json
    assert {f["properties"]["icon"] for f in there} <= set(cut)
    for feature in there:
        icon = cut[feature["properties"]["icon"]]
        assert feature["properties"]["size"] * 2 == icon["height"] and len(feature["properties"]["off"]) == 2


def test_what_is_chosen_by_a_name_or_a_single_number_can_be_chosen(features, ask):
    known = {f"stop.{f}.{s}" for f, s in ask("select feed_id, stop_id from gtfs_stops")}
    known |= {f"route.{f}.{r}" for f, r in ask("select feed_id, route_id from gtfs_routes")}
    keys = {f["properties"]["key"] for f in features(15) if "key" in f["properties"]}
    assert keys <= known and any(key.startswith("route.") for key in keys)


def test_only_the_layers_that_are_shown_are_named(features):
    stations = features(13, shown=("stations",))
    assert stations and all(f["properties"]["key"].startswith("stop.lrt_plan") for f in stations)
    assert features(13, shown=()) == []


@BOTH
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_picture_is_whole_and_small_and_asks_for_nothing(get, snapshot, lang, look):
    answer = get(maps.address(snapshot, f"signs/{lang}-{look}", "svg"), accept_encoding="br")
    assert answer.headers["content-type"].startswith("image/svg+xml") and len(answer.body) < 30_000
    tree = ElementTree.fromstring(get(maps.address(snapshot, f"signs/{lang}-{look}", "svg")).text)
    wide, high = float(tree.get("width")), float(tree.get("height"))
    names = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(names) == len(set(names)), "two letters of one name"
    used = {node.get("{http://www.w3.org/1999/xlink}href").removeprefix("#") for node in tree.iter()
            if node.get("{http://www.w3.org/1999/xlink}href")}  # fmt: skip
    assert used <= set(names) and not list(tree.iter("{http://www.w3.org/2000/svg}text"))
    cut = get(maps.address(snapshot, f"signs/{lang}")).json
    boxes = [(c["x"], c["y"], c["x"] + c["width"], c["y"] + c["height"]) for c in cut.values()]
    assert all(right <= wide and bottom <= high for _, _, right, bottom in boxes)
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@pytest.mark.parametrize("name", ["signs/6/99/99", "signs/2/0/0", "signs/40/1/1", "signs/xx"])
def test_what_there_is_not_is_not_found(get, snapshot, name):
    assert get(maps.address(snapshot, name)).status == 404


def test_a_picture_of_another_look_or_snapshot_is_not_found(get, snapshot):
    assert get(maps.address(snapshot, "signs/th-blue", "svg")).status == 404
    assert get(maps.address("20200101-0000000000", "signs/th-dark", "svg")).status == 404


def test_numbers_of_a_plan_are_dashed_and_all_layers_with_names_are_known():
    from smart7.packs import signs as drawn

    shapes, _ = drawn.parts(drawn.of_numbers("n", [drawn.Number("R", 0, "plan")]), 0, 0, theme.palette())
    assert "stroke-dasharray" in shapes[0]
    shapes, _ = drawn.parts(drawn.of_numbers("n", [drawn.Number("1", 0)]), 0, 0, theme.palette())
    assert "stroke-dasharray" not in shapes[0] and theme.palette().lines[0] in shapes[0]
    assert set(lines.NAMED) <= set(maps.ORDER)


def test_a_long_name_takes_two_lines_and_no_word_is_cut():
    from smart7.packs import signs as drawn

    icon = drawn.of_name("x", "Khon Kaen Grand Station (Center Point)", "plan")
    assert " ".join(icon.lines) == "Khon Kaen Grand Station (Center Point)" and len(icon.lines) == 2
    assert icon.width < 190 and drawn.of_name("y", "Samran", "plan").lines == ("Samran",)
    thai = drawn.of_name("z", "ศูนย์ฝึกอบรมตำรวจภูธรภาค 4", "plan")
    assert thai.width < 110 and thai.lines == ("ศูนย์ฝึกอบรม", "ตำรวจภูธรภาค 4")

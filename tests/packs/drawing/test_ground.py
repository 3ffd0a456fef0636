"""The map on paper: every layer, its legend, its scale and where it comes from."""

import re
import struct
from math import cos, radians
from xml.etree import ElementTree

import pytest

from smart7 import symbols, theme
from smart7.api import layers as drawn
from smart7.packs.drawing import ground
from smart7.packs.drawing import layers as drawing
from smart7.packs.drawing import window as windows
from smart7.words import map as words

SVG = "{http://www.w3.org/2000/svg}"
NOTES = ("ความถี่เป็นค่าสมมติ", "ที่มา: " + "; ".join(["ข่าวเส้นทางรถโดยสารของขอนแก่น"] * 12))
SHEET = ground.Sheet("ตำแหน่งที่ปี่น้ำ", (("routes", "สายรถ"), ("plan", "แผน"), ("schools", "โรงเรียน")), NOTES, "{km} กม.")


@pytest.fixture(scope="module")
def every_layer(snapshot):
    """Return what every layer of the real data draws."""
    found = {name: drawn.layer(snapshot, name) for name in drawn.NAMES}
    return found | {"walk": found["stations"]}


def sheet_of(layers, box=None, chosen=(), sheet=SHEET):
    return ElementTree.fromstring(ground.svg(layers, box, chosen, sheet))


def texts(tree):
    return [text.text for text in tree.iter(f"{SVG}text")]


def place(lon=102.8, lat=16.4, **more):
    return {"lon": lon, "lat": lat, **more}


def test_the_title_stands_first_and_the_notes_last(every_layer):
    said = texts(sheet_of(every_layer))
    assert said[0] == SHEET.title
    assert " ".join(said[-2:]).endswith("ข่าวเส้นทางรถโดยสารของขอนแก่น")
    assert max(map(len, said)) <= ground.LETTERS


def test_nothing_stands_outside_the_sheet(every_layer):
    tree = sheet_of(every_layer)
    _, _, width, height = map(float, tree.get("viewBox").split())
    foot = [group for group in tree.findall(f"{SVG}g") if "translate" in group.get("transform", "")]
    at = [tuple(map(float, re.findall(r"[\d.]+", group.get("transform"))[:2])) for group in foot]
    assert all(0 <= x < width and 0 < y < height for x, y in at) and len(at) > 6
    assert [y for _, y in at[1:]] == sorted(y for _, y in at[1:])


def test_every_layer_of_the_legend_has_its_own_swatch(every_layer):
    legend = tuple((name, f"ความหมาย {name}") for name in words.LAYERS)
    sheet = ground.Sheet("t", legend, (), "{km}")
    rows = list(ground.legend(sheet))
    assert len(rows) == len(legend)
    for (name, meaning), row in zip(legend, rows, strict=True):
        assert symbols.swatch(name) in row and meaning in row


def test_a_long_meaning_takes_as_many_lines_as_it_needs_and_one_swatch():
    rows = list(ground.legend(ground.Sheet("t", (("plan", "ยาว " * 120),), (), "{km}")))
    assert len(rows) > 2 and sum(symbols.swatch("plan") in row for row in rows) == 1


@pytest.mark.parametrize("name", [name for name in words.LAYERS if name not in ("accidents", "spots", "buses")])
def test_each_layer_leaves_a_mark_of_its_own(every_layer, name):
    ground_only = {layer: every_layer[layer] for layer in drawn.GROUND} | {"stops": every_layer["stops"]}
    window = windows.look(windows.extent(ground_only))
    without = {layer: rows for layer, rows in every_layer.items() if layer != name}
    assert len("".join(drawing.drawn(every_layer, window))) > len("".join(drawing.drawn(without, window))) + 50


def test_accidents_are_told_apart_by_shape_and_counted_and_places_are_rings():
    window = windows.look((102.8, 16.4, 102.9, 16.5))
    at = {"lon": 102.85, "lat": 16.45, "size": 30}
    icons = ("deaths", "injuries", "crash", "cell", "cell-deaths")
    marks = [drawing.mark({**at, "icon": icon, "points": 7, "deaths": "deaths" in icon}, window) for icon in icons]
    assert len({re.search(r' d="([^"]+)"', mark)[1] for mark in marks}) == len(icons)
    assert all(">7</text>" in mark for mark in marks)
    alone = drawing.mark({**at, "icon": "crash", "points": 1, "deaths": 0}, window)
    assert "<text" not in alone
    without, ringed = (len("".join(drawing.drawn(layers, window))) for layers in ({}, {"spots": [at]}))
    assert ringed > without + 50


def test_what_is_planned_is_dashed_and_what_ran_is_not():
    row = {"path": [[102.8, 16.4], [102.9, 16.5]], "light": [1, 2, 3, 255], "aside": [0, 0]}
    window = windows.look((102.8, 16.4, 102.9, 16.5))
    plan, recorded, ended = (drawing.line(name, row, window) for name in ("plan", "routes", "ended"))
    assert "dasharray" in plan and theme.palette().ground["plan"] in plan
    assert "dasharray" not in recorded + ended and "#010203" in recorded and "#010203" not in ended


def test_a_station_is_hollow_over_a_disc_as_wide_as_its_doubt():
    layers = {
        "stations": [place(accuracy_m=600)],
        "routes": [{"path": [[102.7, 16.3], [102.9, 16.5]], "light": [0, 0, 0], "aside": [0, 0]}],
    }
    tree = sheet_of(layers)
    doubt, station = list(tree.iter(f"{SVG}circle"))
    window = windows.look(windows.extent(layers))
    assert float(doubt.get("r")) == window.metres(600, 16.4) > float(station.get("r"))
    assert station.get("fill") == theme.palette().surface


def test_a_walk_is_measured_from_the_edge_of_the_doubt():
    window = windows.look((102.7, 16.3, 102.9, 16.5))
    for metres in (400, 800):
        disc = ElementTree.fromstring(drawing.walk(place(accuracy_m=100), window, metres))
        assert float(disc.get("r")) == window.metres(metres + 100, 16.4)


def test_only_a_rough_position_has_a_disc():
    layers = {"schools": [place(doubt_m=900), place(lon=102.81, doubt_m=0)], "stops": [place(), place(102.9, 16.5)]}
    around = [c for c in sheet_of(layers).iter(f"{SVG}circle") if c.get("fill-opacity")]
    assert len(around) == 1


def test_the_window_shows_every_route_and_station_and_is_as_wide_as_the_sheet(every_layer):
    window = windows.look(windows.extent(every_layer))
    assert window.width == windows.WIDTH - 2 * windows.MARGIN and window.height <= windows.TALLEST
    for name in windows.LINES:
        for row in every_layer[name]:
            for lon, lat in row["path"]:
                x, y = window.at(lon, lat)
                assert windows.MARGIN <= x <= windows.MARGIN + window.width
                assert windows.TOP <= y <= windows.TOP + window.height


def test_a_box_asked_for_is_shown_in_the_middle():
    window = windows.look((102.80, 16.40, 102.82, 16.42))
    x, y = window.at(102.81, 16.41)
    assert x == pytest.approx(windows.MARGIN + window.width / 2, abs=0.2)
    assert y == pytest.approx(windows.TOP + window.height / 2, abs=0.5)


def test_east_is_right_north_is_up_and_both_are_as_long(every_layer):
    window = windows.look(windows.extent(every_layer))
    (x, y), (east, _), (_, north) = window.at(102.8, 16.4), window.at(102.81, 16.4), window.at(102.8, 16.41)
    assert east > x and north < y
    assert (east - x) / (y - north) == pytest.approx(cos(radians(16.4)), abs=0.02)
    assert window.metres(111_195 * 0.01, 16.4) == pytest.approx(y - north, abs=0.3)


def test_a_single_point_is_drawn_and_nothing_at_all_is_the_ground(every_layer):
    assert windows.look((102.8, 16.4, 102.8, 16.4)).height > 100
    ground_only = {name: every_layer[name] for name in drawn.GROUND}
    west, south, east, north = windows.extent(ground_only)
    assert 0.3 < east - west < 0.8 and 0.3 < north - south < 0.8


@pytest.mark.parametrize(
    "box", [(102.8, 16.4, 102.82, 16.42), (102.7, 16.3, 102.95, 16.55), (102.5, 16.1, 103.1, 16.8)]
)
def test_the_scale_is_a_round_length_and_as_long_as_it_says(box):
    window = windows.look(box)
    bar, label = ground.scale_bar(window, "{km} กม.")
    km = float(re.search(r">([\d.]+) กม\.<", label)[1])
    length = float(re.search(r"v6h([\d.]+)v-6", bar)[1])
    middle = (box[1] + box[3]) / 2
    assert length == pytest.approx(window.metres(1000 * km, middle), rel=0.01)
    assert window.width / 20 < length <= window.width / 4


def test_what_is_chosen_is_drawn_over_everything():
    layers = {"stops": [place(), place(102.9, 16.5)]}
    colour = theme.palette().ground["chosen"]
    for chosen in (("point", 102.8, 16.4), ("path", "[[102.8,16.4],[102.9,16.5]]", "[0.5,0.5]")):
        written = ground.svg(layers, None, chosen, SHEET).decode()
        assert written.index(colour) > written.rindex("<circle") if chosen[0] == "path" else colour in written
    assert colour not in ground.svg(layers, None, (), SHEET).decode()


def test_words_from_a_source_stay_words():
    hostile = ground.Sheet("<script>&", (("plan", "<b>"),), ("</svg>",), "{km}")
    tree = sheet_of({"stops": [place(), place(102.9, 16.5)]}, sheet=hostile)
    assert {"<script>&", "<b>", "</svg>"} <= set(texts(tree))


def test_nothing_is_asked_for_from_anywhere(every_layer):
    written = ground.svg(every_layer, None, (), SHEET).decode()
    assert set(re.findall(r"\w+://[^\"]+", written)) == {"http://www.w3.org/2000/svg"}
    assert "<image" not in written and "href" not in written


def test_the_picture_is_as_large_as_the_sheet_with_twice_the_pixels(every_layer):
    png = ground.png(every_layer, None, (), SHEET)
    width, height = struct.unpack(">II", png[16:24])
    _, _, wide, high = map(float, sheet_of(every_layer).get("viewBox").split())
    assert png.startswith(b"\x89PNG") and (width, height) == (2 * wide, 2 * high) and len(png) > 100_000


@pytest.mark.parametrize(("kind", "points", "count"), [
    ("LineString", [[1, 2], [3, 4]], 1), ("Polygon", [[[1, 2], [3, 4]], [[5, 6], [7, 8]]], 2),
    ("MultiLineString", [[[1, 2], [3, 4]]], 1), ("MultiPolygon", [[[[1, 2]], [[3, 4]]], [[[5, 6]]]], 3),
])  # fmt: skip
def test_every_kind_of_outline_gives_its_lines(kind, points, count):
    found = list(windows.rings({"features": [{"geometry": {"type": kind, "coordinates": points}}]}))
    assert len(found) == count and all(len(point) == 2 for ring in found for point in ring)

"""The map as a chart, for slides: every layer there, each kind of place told apart in the legend too."""

import json
import re

import pytest
import vl_convert

from smart7 import theme
from smart7.api import layers as drawn
from smart7.charts import ground
from smart7.i18n import LANGS
from smart7.packs.drawing import drawer, pictures
from smart7.words import map as words


@pytest.fixture(scope="module")
def every_layer(snapshot):
    """Return what every layer of the real data draws."""
    crash = {"lon": 102.83, "lat": 16.44}
    every = {name: drawn.layer(snapshot, name) for name in drawn.NAMES}
    # A slide is light, and its routes are those of the light map.
    lines = {name: [row | {"color": row["light"]} for row in every[name]] for name in ground.LINES if name in every}
    return every | lines | {"accidents": [crash], "spots": [crash]}


def names(lang):
    return {name: text.get(lang) for name, text in words.LAYERS.items()}


def drawing(layers, lang):
    drawer.register_fonts()
    return vl_convert.vegalite_to_svg(ground.picture(layers, names(lang), lang))


@pytest.mark.parametrize("lang", LANGS)
def test_the_legend_names_every_layer_of_lines_and_points_in_the_language_asked_for(every_layer, lang):
    svg = drawing(every_layer, lang)
    for name in (*ground.LINES, *ground.POINTS):
        assert f">{names(lang)[name]}<" in svg
        assert names("en" if lang == "th" else "th")[name] not in svg
    assert set(re.findall(r'font-family="(.*?)"', svg)) == {theme.FONT}


def test_a_layer_that_is_not_asked_for_is_not_drawn(every_layer):
    few = {name: every_layer[name] for name in ("district", "plan", "stations")}
    svg = drawing(few, "en")
    assert f">{names('en')['plan']}<" in svg and f">{names('en')['routes']}<" not in svg
    assert len(svg) < len(drawing(every_layer, "en")) / 2


def test_each_kind_of_place_has_a_look_of_its_own():
    looks = [(shape, name in ground.HOLLOW) for name, shape in ground.POINTS.items() if name != "villages"]
    assert len(set(looks)) == len(looks)


def test_what_is_hollow_on_the_map_is_hollow_in_the_legend(every_layer):
    spec = ground.picture({name: every_layer[name] for name in ("stops", "stations")}, names("en"), "en")
    (fill,) = [layer["encoding"]["fill"] for layer in spec["layer"] if "fill" in layer.get("encoding", {})]
    palette = theme.palette()
    assert fill["scale"]["range"] == [palette.ink, palette.surface]
    assert fill["scale"]["domain"] == [names("en")[name] for name in ("stops", "stations")]


def test_what_is_planned_is_dashed(every_layer):
    spec = ground.picture({name: every_layer[name] for name in ground.LINES}, names("en"), "en")
    (dashes,) = [layer["encoding"]["strokeDash"]["scale"] for layer in spec["layer"] if "encoding" in layer]
    looks = dict(zip(dashes["domain"], dashes["range"], strict=True))
    assert looks[names("en")["routes"]] == [1, 0] and len({json.dumps(dash) for dash in looks.values()}) == 3


@pytest.mark.parametrize("lang", LANGS)
def test_it_becomes_a_picture_with_title_and_notes(every_layer, lang):
    spec = ground.picture(every_layer, names(lang), lang)
    assert pictures.png(spec, "ตำแหน่ง", ["ที่มา"], lang).startswith(b"\x89PNG")
    svg = pictures.svg(spec, "ตำแหน่ง", ["ที่มา"], lang).decode()
    assert ">ตำแหน่ง<" in svg and ">ที่มา<" in svg

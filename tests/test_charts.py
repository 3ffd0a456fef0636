"""The gallery: one example of every kind of chart, built, read back and drawn."""

import copy
import itertools
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import altair as alt
import pandas as pd
import pytest
import vl_convert
from streamlit.testing.v1 import AppTest

from smart7 import charts, drawn, queries, theme
from smart7.charts import beside
from smart7.charts.look import Look
from smart7.charts.told import told_of
from smart7.components.explore import charts as explore_charts
from smart7.i18n import LANGS
from smart7.markup import pictures
from smart7.packs.drawing import drawer

HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
NAMES = {"th": ("ที่ปี่น้ำ", "ผู้ใหญ่นั้น", "ป๋ำเมื่อครั้ง"), "en": ("First", "Second", "Third")}
DRAWN = {**{q.name: q.chart for q in queries.load_all().values() if q.chart}, **drawn.KINDS, **explore_charts.KINDS,
         "travel": "ranges x=low mid=mid x2=high y=label text=shown"}  # fmt: skip
DAYS = [date(2023, 11, 5), date(2024, 1, 6), date(2024, 2, 7)]
# How the pages themselves ask for each kind; a kind without a page yet has its own words here.
ASKED = {charts.parse(chart)[0]: chart for chart in DRAWN.values()}
EVERY_KIND = pytest.mark.parametrize("kind", sorted(charts.KINDS))
# A promise is drawn hollow because it is a promise; the minutes of a range are modelled, never a sample.
# Nothing made up stands beside other places, and what a station measured is never a sample.
MEASURED = {"calendar", "day_hours", "day_months", "days_over", "seasons", "year_shape"}
HOLLOW = pytest.mark.parametrize("kind", sorted(set(charts.KINDS) - {"promises", "ranges", "beside"} - MEASURED))


def rows(lang: str, *, sample: bool = False, **columns: Any) -> pd.DataFrame:
    """Return three years of one figure with every column a chart may ask for."""
    names = list(NAMES[lang])
    years = [str(year + (543 if lang == "th" else 0)) for year in (2023, 2024, 2025)]
    everything = {
        "label": names, "value": [120.0, 80.0, 40.0], "at": [2023.0, 2024.0, 2025.0],
        "year": years, "period": years, "shown": ["120 คน", "80 คน", "40 คน"],
        "number": ["120", "80", "40"], "rooms": ["1 + 1", "2 + 1", "2 + 2"], "measure": ["คน"] * 3,
        "decimals": [0] * 3, "done": [60.0, 40.0, 20.0], "total": [120.0, 80.0, 40.0],
        "low": [1.0, 2.0, -1.0], "mid": [2.0, 3.0, 0.0], "high": [3.0, 4.0, 2.0],
        "said": [2018.0, 2022.0, 2024.0], "promised": [2022.0, 2025.0, 2028.0], "era": [0, 0, 0],
        "target_low": [None, 90.0, 95.0], "target_high": [None] * 3, "event": [None, "เปิดทางรถไฟยกระดับ", None],
        "quality": ["sample" if sample else "official"] * 3, "quality_name": ["ทางการ"] * 3,
        "series": names, "value_y": [1.0, 3.0, 2.0], "said_x": ["ก"] * 3, "said_y": ["ข"] * 3,
        "source": ["ทะเบียน"] * 3, "is_sample": [sample] * 3, "own": [True, False, False], "segment": [1, 2, 3],
        "day": DAYS, "month_start": [date(day.year, day.month, 1) for day in DAYS], "fiscal_year": [2024] * 3,
        "verdict": ["over", "within", "gap"], "standard": [50.0, 100.0, None], "hours": [24, 20, None],
        "judged": [30, 10, 28], "days": [30, 10, 28], "days_in_month": [30, 31, 29], "season_year": [2024] * 3,
        "season": ["cool", "hot", "rainy"], "hour": [0, 8, 16], "month": [11, 1, 2], "latest": [110.0, None, 50.0],
        "kind": ["planned", "driven", "driven"], "second": [28800, 29000, 29400], "along_m": [0, 500, 1200],
        "string_id": ["p1", "r1", "r1"], "vehicle": [None, 1, 1], "stop_sequence": [1, 2, 3], "stop": names,
        "minutes": [15.0, 3.0, 31.0], "how": ["planned", "bunched", "long"],
    }  # fmt: skip
    frame = pd.DataFrame(everything | columns)
    return frame.astype({"target_low": float, "target_high": float})


def built(kind: str, lang: str = "th", *, dark: bool = False, sample: bool = False, **columns: Any) -> charts.Spec:
    return charts.build(ASKED[kind], rows(lang, sample=sample, **columns), lang, dark)


DIGITS = 10
"""Height of the digits of a figure, in pixels."""


def drawing(spec: charts.Spec, lang: str = "th") -> str:
    """Return a chart as SVG, as wide as a page."""
    drawer.register_fonts()
    sized = {key: value for key, value in spec.items() if key != "usermeta"}
    if sized.get("width") == "container":
        sized["width"] = 700
    return vl_convert.vegalite_to_svg(sized, format_locale=theme.number_locale(lang))


def under(spec: Any, key: str) -> Iterator[Any]:
    """Yield every value under a key, however deep."""
    if isinstance(spec, dict):
        yield from ([spec[key]] if key in spec else [])
        yield from (found for inner in spec.values() for found in under(inner, key))
    elif isinstance(spec, list):
        yield from (found for inner in spec for found in under(inner, key))


def test_the_gallery_has_every_kind_that_can_be_drawn_and_no_page_asks_for_another():
    assert set(ASKED) - {"timeline", *pictures.KINDS} == set(charts.KINDS)


@EVERY_KIND
@pytest.mark.parametrize("lang", LANGS)
def test_a_chart_comes_back_from_json_as_it_was(kind, lang):
    spec = built(kind, lang)
    assert json.loads(json.dumps(spec, allow_nan=False)) == spec


@EVERY_KIND
def test_a_chart_keeps_to_the_schema(kind):
    assert alt.Chart.from_dict(built(kind))


@EVERY_KIND
def test_a_chart_has_rows_and_marks(kind):
    spec = built(kind)
    assert all(spec["datasets"].values()) and list(under(spec, "mark"))


@EVERY_KIND
@pytest.mark.parametrize("dark", [False, True])
def test_a_chart_uses_only_colours_of_the_theme(kind, dark):
    palette = theme.palette(dark)
    known = {colour for name in palette.__slots__ for colour in colours(getattr(palette, name))}
    assert set(HEX.findall(json.dumps(built(kind, dark=dark)))) <= known


def colours(value: Any) -> Iterator[str]:
    """Yield the colours of one part of a palette: one, several in a row, or several by name."""
    yield from [value] if isinstance(value, str) else value.values() if isinstance(value, dict) else value


@EVERY_KIND
def test_a_chart_is_set_in_sarabun_and_in_nothing_else(kind):
    spec = built(kind)
    assert spec["config"]["font"] == "Sarabun"
    assert set(under(spec, "font")) | set(under(spec, "labelFont")) | set(under(spec, "titleFont")) == {"Sarabun"}
    faces = set(re.findall(r'font-family="(.*?)"', drawing(spec)))
    assert faces == {"Sarabun"}


@EVERY_KIND
@pytest.mark.parametrize("lang", LANGS)
def test_a_chart_writes_its_labels_in_the_language_of_the_page(kind, lang):
    svg = drawing(built(kind, lang), lang)
    if "label" in ASKED[kind]:
        assert [name for name in NAMES[lang] if name not in svg] == []
    of_the_other = r">20[12]\d<" if lang == "th" else r">25[56]\d<"
    assert re.findall(of_the_other, svg) == []


@HOLLOW
def test_a_sample_is_drawn_hollow_or_dashed_and_a_published_figure_is_not(kind):
    without = {"event": [None] * 3, "target_low": [None] * 3}
    published, made_up = (drawing(built(kind, sample=sample, **without)) for sample in (False, True))
    marks = r'stroke-dasharray="(?!1,0)[^"]+"|fill-opacity="0\.[0-3]'
    assert len(re.findall(marks, made_up)) > len(re.findall(marks, published))


@EVERY_KIND
def test_an_unknown_column_of_a_chart_is_an_error_and_not_an_empty_chart(kind):
    fields = dict(charts.parse(ASKED[kind])[1])
    lost = [name for name, column in fields.items() if column not in rows("th")]
    assert lost == []


def test_an_unknown_kind_is_an_error():
    with pytest.raises(KeyError, match="pie"):
        charts.build("pie x=label y=value", rows("th"), "th", False)


def test_a_header_names_the_kind_and_the_part_each_column_plays():
    assert charts.parse("bars x=year y=value text=shown") == ("bars", {"x": "year", "y": "value", "text": "shown"})


@EVERY_KIND
def test_one_row_is_enough_for_a_chart(kind):
    spec = charts.build(ASKED[kind], rows("th").head(1), "th", False)
    assert "<svg" in drawing(spec)


def test_a_line_of_one_value_has_an_axis_from_nought_in_plain_numbers():
    drawn = re.findall(r">([\d,.]+)<", drawing(built("series", "en", value=[612.0, 612.0, 612.0])))
    assert {"0", "600"} <= set(drawn) and not [said for said in drawn if said.endswith(".000000")]


@EVERY_KIND
def test_a_figure_of_nought_does_not_break_a_chart(kind):
    nought = dict.fromkeys(("value", "done"), [0.0] * 3)
    spec = built(kind, **nought)
    json.dumps(spec, allow_nan=False)
    assert "NaN" not in re.sub(r'd="[^"]*"', "", drawing(spec))


@EVERY_KIND
def test_names_keep_the_order_of_the_rows(kind):
    orders = list(under(built(kind), "sort"))
    assert [order for order in orders if order not in (None, list(NAMES["th"]))] == []


def test_a_figure_is_written_once_on_each_bar():
    svg = drawing(built("bars"))
    assert [svg.count(f">{number}<") for number in ("120", "80", "40")] == [1, 1, 1]


def test_bars_stand_on_the_axis_and_start_at_nought():
    (scale,) = {json.dumps(s) for s in under(built("bars"), "scale") if "domain" in s}
    assert json.loads(scale)["domain"][0] == 0


def test_a_target_is_drawn_and_named_in_words():
    svg = drawing(built("series"))
    assert "เป้าหมาย" in svg
    assert "เป้าหมาย" not in drawing(built("series", target_low=[None] * 3))


def test_each_one_whose_target_it_is_is_named_once():
    svg = drawing(built("series", target_low=[80.0, 90.0, 95.0], whose=["ค่ากลาง", "ประเทศ", "ค่ากลาง"]))
    assert [svg.count(f">{name}<") for name in ("ค่ากลาง", "ประเทศ")] == [1, 1]


def test_every_chart_is_sent_as_streamlit_sends_charts(sent):
    def drawn(given):
        import streamlit as st

        from smart7.components import frame

        for packed, whole in given:
            frame.chart(packed, "what is heard", "stretch")
            st.vega_lite_chart(whole, theme=None, width="stretch", height="stretch", alt="what is heard")

    specs = [built(kind) for kind in sorted(charts.KINDS)]
    whole = [one | {"datasets": {name: charts.arrow(own) for name, own in one["datasets"].items()}} for one in specs]
    given = [
        (charts.packed(one, "th", False), as_it_was) for one, as_it_was in zip(specs, copy.deepcopy(whole), strict=True)
    ]
    assert not AppTest.from_function(drawn, args=(given,)).run().exception
    elements = [message.delta.new_element for message in sent]
    for ours, theirs in zip(elements[::2], elements[1::2], strict=True):
        assert json.loads(ours.vega_lite_chart.spec) == json.loads(theirs.vega_lite_chart.spec)
        ours.vega_lite_chart.spec = theirs.vega_lite_chart.spec
        assert ours == theirs


@EVERY_KIND
@pytest.mark.parametrize("sample", [False, True])
def test_every_group_of_marks_has_a_name_for_who_hears_the_page(kind, sample):
    own = {} if kind != "beside" else {"own": [sample] * 3}
    groups = re.findall(r'<g [^>]*role="graphics-symbol"[^>]*>', drawing(built(kind, sample=sample, **own)))
    assert [group for group in groups if "aria-label" not in group] == []


@EVERY_KIND
def test_a_chart_can_be_drawn_as_a_picture(kind):
    drawer.register_fonts()
    spec = {**built(kind), "background": theme.palette().surface}
    if spec.get("width") == "container":
        spec["width"] = 400
    png = vl_convert.vegalite_to_png(spec, scale=1.0)
    assert png.startswith(b"\x89PNG") and len(png) > 2000


def test_a_flow_is_as_wide_as_its_tonnes_and_draws_nothing_for_what_has_no_figure():
    """Of 100 tonnes 70 go on, end as something not counted in tonnes, 30 branch off; of the last nothing is known."""
    columns = {"step": ["a", "b", "c", "rest", "d"], "out_of": [None, "a", "b", "a", None]}
    figures = pd.DataFrame({
        "label": list("ABCRD"), "value": [100.0, 70.0, 9.0, 30.0, None], "measure": ["t", "t", "MWh", "t", "t"],
        "shown": ["100", "70", "9", "30", "no figure"], "is_sample": False, **columns,
    })  # fmt: skip
    spec = charts.build("flow y=label x=value text=shown", figures, "en", False)
    marks = {layer["mark"]["type"]: spec["datasets"][layer["data"]["name"]] for layer in reversed(spec["layer"])}
    widths = {}
    for point in marks["area"]:
        widths.setdefault(point["step"], set()).add(round(point["right"] - point["left"], 6))
    assert widths == {"b": {70.0}, "c": {70.0}, "rest": {30.0}}
    assert {bar["step"]: (bar["left"], bar["width"]) for bar in marks["bar"]} == {
        "a": (0, 100), "b": (0, 70), "c": (0, 70), "rest": (74, 30),
    }  # fmt: skip
    assert "no figure" in drawing(spec, "en")


def test_our_own_line_is_strong_and_drawn_over_the_others():
    strength = {"datum.own": 3.6, "!datum.own": 1.6}
    found = [
        (layer["transform"][0]["filter"], layer["mark"]["strokeWidth"])
        for layer in built("beside")["layer"] if layer["mark"]["type"] == "line"
    ]  # fmt: skip
    assert found == [(which, strength[which]) for which in ("!datum.own", "datum.own")]


def test_places_are_told_apart_by_colour_by_mark_and_by_dash():
    spec = built("beside")
    scales = [json.dumps(scale["range"]) for scale in under(spec, "scale") if scale.get("domain") == list(NAMES["th"])]
    assert len(set(scales)) == 3 and all(len(set(map(str, json.loads(ways)))) == 3 for ways in scales)
    accent, *others = next(ways for ways in map(json.loads, scales) if str(ways[0]).startswith("#"))
    assert accent == theme.palette().accent and accent not in others


def test_each_place_is_named_once_at_the_end_of_its_line():
    svg = drawing(built("beside", value=[50.0, 50.2, 50.1], at=[2025.0] * 3))
    assert [svg.count(f">{name}</text>") for name in NAMES["th"]] == [1, 1, 1]


@pytest.mark.parametrize("wanted", [[10.0, 12.0, 80.0], [95.0, 96.0, 97.0], [-20.0, 50.0, 400.0]])
def test_names_at_the_ends_of_lines_never_touch_and_keep_their_order(wanted):
    found = beside.spread(wanted, 17, 100)
    assert all(below - above >= 17 for above, below in itertools.pairwise(found)) and found[-1] <= 100
    assert beside.spread([10.0, 60.0], 17, 100) == [10.0, 60.0]


def test_a_sign_above_a_letter_takes_no_room():
    assert beside.letters(NAMES["th"][0]) == 4


def test_the_name_of_a_target_stands_on_the_far_side_of_it_from_the_figure():
    look = Look("th", dark=False)
    table = rows("th", target_low=[90.0, 90.0, 30.0], whose=["ก", "ข", "ค"])
    found = {
        name: (align, down > 0)
        for own, align, down in told_of(table, "target_low", "whose", {"x": "at", "y": "value"}, look)
        for name in own["told"]
    }
    # 120 stands over 90, 80 under it, 40 over 30; the first half is named to the right of its place.
    assert found == {"ก": ("left", True), "ข": ("right", False), "ค": ("right", True)}


@pytest.mark.parametrize("width", [275, 356, 700])
@pytest.mark.parametrize("whose", ["Target, as a sample", "เป้าหมายเทศบาล (ตัวอย่าง)"])
def test_the_name_of_a_target_that_steps_towards_the_figures_covers_none_on_a_telephone_or_a_desk(whose, width):
    values = [93.4, 93.6, 93.8, 94.1, 94.4, 94.5, 94.7, 94.8, 95.1, 95.4]
    steps = [94.1, 94.2, 94.3, 94.4, 94.5, 94.6, 94.7, 94.8, 94.9, 95.0]
    table = pd.DataFrame({
        "at": [float(year) for year in range(2017, 2027)], "value": values, "target_low": steps, "whose": whose,
        "number": [str(value) for value in values], "era": 0, "is_sample": True,
    })  # fmt: skip
    svg = drawing(charts.build("series x=at y=value text=number", table, "en", False) | {"width": width})
    texts = re.findall(r'text-anchor="(\w+)" transform="translate\(([\d.-]+),([\d.-]+)\)[^>]*>([^<]+)</text>', svg)
    ((end, right, foot),) = {(end, float(x), float(y)) for end, x, y, text in texts if text == whose}
    left, right = (right, right + 6.5 * len(whose)) if end == "start" else (right - 6.5 * beside.letters(whose), right)
    inwards = {"start": 13, "middle": 0, "end": -13}
    figures = {
        (float(x) + inwards[at], float(y))
        for at, x, y, text in texts
        if text in table["number"].tolist() and x[0] != "-"
    }
    assert len(figures) == 10
    assert not [(x, y) for x, y in figures if left - 14 < x < right + 14 and abs(y - foot) < DIGITS]

"""Panels drawn as markup: as long as their amounts, named, and without a word that data could smuggle in."""

import re

import pytest

from smart7 import queries
from smart7.charts import parse
from smart7.markup import pictures

MIRROR = {"y": "label", "x": "value", "side": "series"}
EACH = {"y": "value", "x": "label", "series": "series"}
CELLS = {"x": "month", "y": "label", "value": "value"}
MONEY = {"y": "label", "x": "value", "side": "side"}
SLOPE = {"y": "label", "before": "before", "after": "after"}


def row(label, value, **cells):
    return {"label": str(label), "value": float(value), "shown": f"{value} x", "number": str(value), "decimals": 0,
            "period": str(label), "is_sample": False, **cells}  # fmt: skip


def widths(markup):
    return [float(one) for one in re.findall(r"width:([0-9.]+)%", markup)]


def test_a_mirror_has_both_series_on_one_scale_from_zero(view):
    rows = [row(2020, 50, series="Men"), row(2020, 100, series="Women"), row(2021, 25, series="Men")]
    drawn = pictures.mirror(rows, MIRROR, view())
    assert widths(drawn) == [50, 100, 25]
    assert drawn.index("Men") < drawn.index("Women")
    assert 'title="Women 2020: 100 x"' in drawn


def test_of_many_rows_of_a_mirror_the_ends_and_some_are_named(view):
    rows = [row(year, 10, series="Men") for year in range(2000, 2021)]
    named = re.findall(r"<span>(20\d\d)</span>", pictures.mirror(rows, MIRROR, view()))
    assert named == ["2000", "2005", "2010", "2015", "2020"]


def test_small_lines_share_a_scale_that_is_said_and_end_with_their_latest_value(view):
    rows = [row("2024", 5, series="A"), row("2025", 9, series="A"), row("2025", 2, series="B")]
    drawn = pictures.each(rows, EACH, view())
    assert "9 x (2025)" in drawn and "2 x (2025)" in drawn
    assert "All lines on one scale, from 2 to 9" in drawn and drawn.count("s7-spark") == 1


def test_a_month_without_a_figure_is_an_empty_cell(view):
    drawn = pictures.cells([row("2024", 100, month="1"), row("2024", 25, month="3")], CELLS, view())
    assert re.findall(r"--s7-heat:(\d+)%", drawn) == ["100", "50"]
    assert drawn.count("s7-gap") == 10 and "strongest at 100" in drawn


def test_money_that_comes_in_and_goes_out_is_drawn_on_one_scale(view):
    rows = [row("Taxes", 60, side="in"), row("Fees", 40, side="in"), row("Staff", 70, side="out")]
    drawn = pictures.through(rows, MONEY, view())
    assert re.findall(r"(\d+)%</span>", drawn) == ["60", "40", "70"]
    bands = re.findall(r"M0 ([-0-9.]+)C[^L]*L100 ([-0-9.]+)C[^0]*0 ([-0-9.]+)", drawn.replace("%27", "'"))
    assert len(bands) == 3


def test_a_slope_goes_up_where_there_is_more_after(view):
    rows = [row("Schools", 0, before=10.0, after=20.0, shown_before="10%", shown_after="20%")]
    drawn = pictures.slope(rows, SLOPE, view())
    ((before, after),) = re.findall(r"M0 ([0-9.]+)L100 ([0-9.]+)", drawn)
    assert float(after) < float(before)
    assert "Schools 10%" in drawn and ">20%<" in drawn


@pytest.mark.parametrize("kind", pictures.KINDS)
def test_every_kind_is_asked_for_by_a_panel_and_heard_by_those_who_do_not_see(snapshot, view, kind):
    query = next(q for q in queries.load_all().values() if q.chart and parse(q.chart)[0] == kind)
    assert query.title is not None
    hostile = '"><script>'
    cells = dict.fromkeys(("label", "series", "shown", "number", "period"), hostile)
    rows = [{**row(1, 5), **cells, "side": side, "month": "1"} for side in ("in", "out")]
    drawn = pictures.drawn(kind, parse(query.chart)[1], rows, hostile, view())
    assert "<script>" not in drawn
    assert 'role="img" aria-label="&quot;&gt;&lt;script&gt;"' in drawn

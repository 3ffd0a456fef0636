"""Small charts as markup: where things lie, from where an axis begins, what is said beside a mark."""

import re

import pytest

from smart7.markup import plot


def point(at, value):
    return plot.Point(at, value, str(at))


def drawn(own, others=(), steps=(), named=""):
    return plot.lines(plot.Line(own), others, steps, named, lambda value: f"{value:g} x", "all in words")


def places(markup, css):
    return [(float(x), float(y)) for x, y in re.findall(rf'{css}" style="left:([-0-9.]+)%;bottom:([-0-9.]+)%', markup)]


@pytest.mark.parametrize(("values", "low"), [
    ([0, 10], 0), ([5, 10], 0), ([90, 100], 88.2), ([-3, 8], -4.98), ([7], 0), ([-2, -1], -2.18),
])  # fmt: skip
def test_an_axis_begins_at_zero_unless_the_values_lie_far_from_it(values, low):
    axis, _ = plot.upright(values if len(values) > 1 else [values[0], values[0] * 0.5])
    assert axis.low == pytest.approx(low)


def test_every_value_and_every_named_value_lies_within_its_chart():
    for values in ([0.0, 0.0], [1e9, 2e9], [0.17, 0.23], [-3.6, 14.5], [5.0, 5.0]):
        axis, ticks = plot.upright(values)
        assert all(0 <= axis.share(value) <= 100 for value in (*values, *ticks))
        assert 2 <= len(ticks) <= 6 and ticks == sorted(set(ticks))


def test_points_stand_in_their_order_with_their_values():
    shown = drawn([(point(2020, 10.0), point(2021, 40.0), point(2022, 20.0))])
    spots = places(shown, "s7-dot")
    assert [x for x, _ in spots] == [0, 50, 100]
    assert spots[1][1] > spots[2][1] > spots[0][1]
    assert 'title="2021: 40 x"' in shown
    assert re.findall(r"<b [^>]*>([^<]*)</b>", shown) == ["20 x", "10 x"]
    assert 'role="img" aria-label="all in words"' in shown


def test_a_line_is_not_drawn_over_a_gap():
    whole = drawn([(point(2020, 1.0), point(2021, 2.0)), (point(2023, 3.0), point(2024, 4.0))])
    [path] = re.findall(r"s7-own.*?d=(?:%27|')(.*?)(?:%27|') fill", whole)
    assert path.count("M") == 2
    alone = drawn([(point(2020, 1.0),), (point(2022, 2.0),)])
    assert "s7-trace" not in alone and alone.count("s7-dot") == 2


def test_a_value_stands_on_the_side_of_its_point_that_no_target_runs_through():
    line = [(point(2020, 14.0), point(2021, 12.0), point(2022, 22.0))]
    over, under = ([plot.Step(2019.5, 2020.5, bound)] for bound in (16.0, 12.0))
    assert "s7-first s7-below" in drawn(line, steps=over)
    assert "s7-first s7-below" not in drawn(line, steps=under)


def test_a_target_is_named_once_and_stays_within_the_chart():
    steps = [plot.Step(2019.5, 2020.5, 5.0), plot.Step(2020.5, 2022.5, 6.0)]
    shown = drawn([(point(2020, 1.0), point(2021, 2.0), point(2022, 3.0))], steps=steps, named="the plan")
    spans = [(float(a), float(b)) for a, b in re.findall(r"s7-aim[^>]*left:([0-9.]+)%;width:([0-9.]+)%", shown)]
    assert spans == [(0.0, 25.0), (25.0, 75.0)]
    assert shown.count("the plan") == 1


def test_lying_bars_begin_at_nothing_and_the_longest_fills_its_room():
    bars = [plot.Bar("Here", 5.0, "5.0"), plot.Bar("There", 10.0, "10.0", own=False)]
    shown = plot.lying(bars, [8.0], "at least 8", "in words")
    assert re.findall(r"width:([0-9.]+)%", shown) == ["50.00", "100.00"]
    assert re.findall(r"<u style=\"left:([0-9.]+)%", shown) == ["80.00", "80.00"]
    assert shown.index("s7-own") < shown.index("s7-quiet") and "at least 8" in shown


def test_what_comes_from_data_is_escaped():
    hostile = '"><script>'
    own = plot.Line(((plot.Point(1, 1.0, hostile), plot.Point(2, 2.0, hostile)),))
    shown = plot.lines(own, [], [plot.Step(1, 2, 1.0)], hostile, lambda _: hostile, hostile)
    shown += plot.lying([plot.Bar(hostile, 1.0, hostile)], [], hostile, hostile)
    assert "<script>" not in shown

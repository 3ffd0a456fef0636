"""Cells of a form as officials write them: read, not refused; missing is never zero; an example breaks each rule."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7.calendar import Period
from smart7.i18n import Text
from smart7.office.signs import THAI_DIGITS
from smart7.register.books.cells import Line, cell
from smart7.register.books.form import Asked
from tests.register.books.town import PERIOD, TODAY

THAI = {str(number): chr(sign) for sign, number in THAI_DIGITS.items()}
WORD = Text("ก", "a")
LAST = Period("month", date(2026, 8, 1), date(2026, 8, 31))
COUNT = Asked(
    "count", "people", WORD, WORD, Text("คน", "people"), "number", 1, False, None, 0, 30, 0, 1_000_000, WORD, None,
    "school-1", None, None, None, None, "",
)  # fmt: skip
SHARE = replace(COUNT, indicator_id="share", value_kind="percent", scale=100, by_parts=True, high=100, decimals=1)
RATE = replace(SHARE, value_kind="number", scale=100_000, high=None)


def read(asked: Asked = COUNT, **raw: object):
    """Return the figure a row gives and the line with its faults and conversions."""
    line = Line("s", 7, raw)
    return cell(line, asked, PERIOD, TODAY), line


def broken(asked: Asked = COUNT, **raw: object) -> list[str]:
    """Return the rules a row breaks."""
    return [fault.rule for fault in read(asked, **raw)[1].faults]


@pytest.mark.parametrize(
    ("written", "value", "done"),
    [
        ("๑,๒๓๔", 1234, {"thai_digits", "thousands"}),
        ("1,234.50", 1234.5, {"thousands"}),
        ("1,234 คน", 1234, {"thousands", "unit"}),
        (" 12\u200b ", 12, {"spaces"}),
        ("0", 0, set()),
        (0, 0, set()),
        (12.0, 12, set()),
        ("12*", 12, {"mark"}),
    ],
)
def test_a_count_is_read_as_it_is_written_and_each_conversion_is_told(written, value, done):
    found, line = read(value=written)
    assert (found.value, {one.name for one in line.conversions}) == (value, done)
    assert all(one.row == 7 and one.column == "value" for one in line.conversions)


@pytest.mark.parametrize("sign", ["-", "–", "ไม่มีข้อมูล", "N/A", "..."])
def test_a_sign_for_missing_is_handed_in_as_not_known_and_never_as_zero(sign):
    found, line = read(value=sign)
    assert found.value is None
    assert [one.name for one in line.conversions] == ["missing"]
    parts, _ = read(SHARE, numerator=sign, denominator=sign)
    assert (parts.value, parts.numerator) == (None, None)


@pytest.mark.parametrize("blank", [None, "", "  ", "\u200b"])
def test_an_empty_cell_gives_no_figure_at_all(blank):
    assert read(value=blank) == (None, Line("s", 7, {"value": blank}))


def test_a_percentage_is_read_with_its_sign_and_from_a_cell_in_the_percent_format():
    whole = replace(SHARE, by_parts=False)
    assert read(whole, value="92.6%")[0].value == 92.6
    line = Line("s", 7, {"value": 0.926}, percents=frozenset({"value"}))
    assert cell(line, whole, PERIOD, TODAY).value == 92.6
    assert [one.name for one in line.conversions] == ["percent_cell"]


@pytest.mark.parametrize(
    ("rule", "asked", "raw"),
    [
        ("not_a_number", COUNT, {"value": "สิบสอง"}),
        ("not_a_number", COUNT, {"value": "1.2 ล้าน"}),
        ("not_a_number", COUNT, {"value": "1,23"}),
        ("not_a_number", COUNT, {"value": True}),
        ("not_a_year", replace(COUNT, value_kind="year"), {"value": "ปีหน้า"}),
        ("percent", COUNT, {"value": "92.6%"}),
        ("percent", SHARE, {"numerator": "92.6%", "denominator": 100}),
        ("out_of_range", COUNT, {"value": -1}),
        ("out_of_range", COUNT, {"value": "1,000,001"}),
        ("needs_parts", SHARE, {"numerator": 9}),
        ("needs_parts", SHARE, {"denominator": 9}),
        ("needs_parts", SHARE, {"value": 92.6}),
        ("needs_value", COUNT, {"numerator": 9, "denominator": 10}),
        ("zero_denominator", SHARE, {"numerator": 9, "denominator": 0}),
        ("negative", SHARE, {"numerator": 9, "denominator": -3}),
        ("over_whole", SHARE, {"numerator": 11, "denominator": 10}),
        ("disagrees", SHARE, {"numerator": 9, "denominator": 10, "value": 91}),
        ("not_a_day", COUNT, {"value": 1, "as_of": "เมื่อวาน"}),
        ("not_a_day", COUNT, {"value": 1, "as_of": "31/9/2569"}),
        ("leap_day", COUNT, {"value": 1, "as_of": "29/2/2569"}),
        ("leap_day", COUNT, {"value": 1, "as_of": "๒๙ กุมภาพันธ์ ๒๕๖๙"}),
        ("leap_day", COUNT, {"value": 1, "as_of": "2026-02-29"}),
        ("day_outside", COUNT, {"value": 1, "as_of": "31/8/2569"}),
        ("day_outside", COUNT, {"value": 1, "as_of": "30/9/2570"}),
        ("bad_choice", COUNT, {"value": 1, "complete": "อาจจะ"}),
        ("long_text", COUNT, {"value": 1, "note": "ก" * 501}),
    ],
)
def test_a_rule_is_broken_by_its_example_and_keeps_the_figure_out(rule, asked, raw):
    found, line = read(asked, **raw)
    assert [one.rule for one in line.faults] == [rule]
    assert found is None
    assert all(one.row == 7 and one.column for one in line.faults)


@pytest.mark.parametrize(
    "written", ["30/9/2569", "2026-09-30", "30 ก.ย. 69", "๓๐ กันยายน ๒๕๖๙", date(2569, 9, 30), 46295]
)
def test_a_day_is_read_in_the_buddhist_era_and_in_ce(written):
    found, line = read(value=1, as_of=written)
    assert not line.faults
    assert found.as_of == date(2026, 9, 30)


def test_a_leap_day_of_a_leap_year_is_a_day():
    line = Line("s", 7, {"value": 1, "as_of": "29/2/2567"})
    period = Period("month", date(2024, 2, 1), date(2024, 2, 29))
    assert cell(line, COUNT, period, TODAY).as_of == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("written", "partial"), [("", False), ("ครบ", False), ("ไม่ครบ", True), ("No", True), ("ใช่", False)]
)
def test_whether_a_figure_covers_its_period_is_taken_from_the_answer(written, partial):
    assert read(value=1, complete=written)[0].partial is partial


def test_a_jump_asks_for_a_reason_and_is_handed_in_all_the_same():
    known = replace(COUNT, last=100.0, last_period=LAST)
    found, line = read(known, value=500)
    assert [(one.rule, one.grave) for one in line.faults] == [("jump", False)]
    assert found.value == 500
    assert "ส.ค. 69" in line.faults[0].what.th
    assert not broken(known, value=500, reason="เปิดห้องเรียนเพิ่ม")
    assert not broken(known, value=140)
    assert not broken(replace(known, last=1.0), value=4)


def test_a_formula_is_told_with_its_value_and_refused_without_one():
    line = Line("s", 7, {"value": 12}, formulas=frozenset({"value"}))
    assert cell(line, COUNT, PERIOD, TODAY).value == 12
    assert [(one.rule, one.grave) for one in line.faults] == [("formula", False)]
    for kept in (None, "#DIV/0!", "=1+1"):
        line = Line("s", 7, {"value": kept, "note": "x"}, formulas=frozenset({"value"}))
        assert cell(line, COUNT, PERIOD, TODAY) is None
        assert [one.rule for one in line.faults] == ["formula_empty"]


def written_by_an_office(number: int | float, thai: bool, grouped: bool) -> str:
    """Return a number as an office might write it."""
    text = f"{number:,}" if grouped else f"{number}"
    return "".join(THAI.get(sign, sign) for sign in text) if thai else text


@given(st.integers(0, 10**6), st.booleans(), st.booleans())
def test_a_count_comes_back_however_it_is_written(number, thai, grouped):
    found, line = read(value=written_by_an_office(number, thai, grouped))
    assert (found.value, line.faults) == (number, [])


@given(st.floats(0, 10**6).map(lambda x: round(x, 3)), st.booleans())
def test_a_decimal_comes_back_however_it_is_written(number, thai):
    assert read(value=written_by_an_office(f"{number:,.3f}" and number, thai, True))[0].value == number


@given(st.floats(0, 10**9), st.floats(1e-3, 10**9))
def test_a_rate_is_numerator_by_denominator_times_scale_as_the_build_works_it_out(top, bottom):
    found, line = read(RATE, numerator=top, denominator=bottom)
    assert line.faults == []
    assert (found.value, found.numerator, found.denominator) == (top / bottom * 100_000, top, bottom)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_part_is_taken_just_where_it_is_within_its_whole(top, bottom):
    found, line = read(SHARE, numerator=top, denominator=bottom)
    assert (found is not None) == (top <= bottom) == (not line.faults)
    assert found is None or 0 <= found.value <= 100


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_no_text_whatever_breaks_the_reading(value, day, note):
    found, line = read(value=value, as_of=day, note=note)
    assert found is None or found.value is None or 0 <= found.value <= 1_000_000
    assert all(one.what.th and one.todo.en for one in line.faults)

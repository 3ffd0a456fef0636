"""Cells as offices write them: every form gives its value, what could be two is a fault, and missing is never zero."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smart7 import calendar
from smart7.office.cells import KINDS, Rules, read
from smart7.office.signs import THAI_DIGITS, CellError
from smart7.words import official as words

THAI = {str(number): chr(sign) for sign, number in THAI_DIGITS.items()}
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
BE_DAYS = st.dates(date(1958, 1, 1), date(2055, 12, 31))


def value(kind: str, cell: object, **rules: object) -> object:
    """Return what a cell is read as."""
    return read(cell, Rules(kind, **rules))[0]  # type: ignore[arg-type]


def done(kind: str, cell: object, **rules: object) -> frozenset[str]:
    """Return what had to be converted in a cell."""
    return read(cell, Rules(kind, **rules))[1]  # type: ignore[arg-type]


def wrong(kind: str, cell: object, **rules: object) -> str:
    """Return the name of what is wrong with a cell."""
    with pytest.raises(CellError) as told:
        read(cell, Rules(kind, **rules))  # type: ignore[arg-type]
    return told.value.problem[0]


def in_thai(text: str) -> str:
    """Return a text with Thai digits."""
    return "".join(THAI.get(sign, sign) for sign in text)


# --- Numbers


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_is_read_in_all_its_forms(number):
    for written in (f"{number}", f"{number:,}", in_thai(f"{number:,}"), f"\u00a0{number:,} บาท", f"{number:,}\u200b"):
        assert value("whole", written) == number
    assert value("whole", float(number)) == number


@given(st.decimals(0, 10**9, places=2, allow_nan=False))
def test_brackets_are_less_than_zero(number):
    assert value("number", f"({number:,})") == pytest.approx(-float(number))


@given(st.floats(0, 100))
def test_a_percentage_keeps_its_number_with_and_without_the_sign(number):
    assert value("percent", f"{number:.4f}%") == value("percent", f"{number:.4f} %") == float(f"{number:.4f}")
    assert wrong("number", f"{number:.4f}%") == "not_a_number"


@pytest.mark.parametrize("sign", [*words.MISSING, " - ", "\u00a0", "N.A.", "ไม่มีข้อมูล ", "\u200b"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_sign_for_missing_is_missing_and_never_zero(kind, sign):
    assert value(kind, sign) is None


def test_missing_is_counted_where_a_sign_stands_and_not_where_nothing_does():
    assert done("number", "-") == {"missing"}
    assert done("number", "") == frozenset()
    assert value("number", 0) == 0
    assert value("number", -999.0, missing=frozenset({"-999"})) is None


@pytest.mark.parametrize(
    "cell", ["1,23", "1.234,5", "1 234", "5 ล้านบาท", "ร้อยละ 5", "12x", "1,2345", "--5", True, date(2020, 1, 1)]
)
def test_what_is_no_plain_number_is_a_fault(cell):
    assert wrong("number", cell) == "not_a_number"


def test_a_recipe_may_let_a_word_follow_and_scale_a_number():
    assert value("number", "5 ล้านบาท", units=("ล้านบาท",), scale=1_000_000) == 5_000_000
    assert value("percent", 0.926, scale=100) == pytest.approx(92.6)


@given(st.text(max_size=30))
@example("﷽")
@example("1" * 400)
def test_any_text_gives_a_value_or_a_fault_of_every_kind(text):
    for kind in KINDS:
        for rules in ({}, {"calendar": "be", "order": "dmy", "serial": True}):
            try:
                read(text, Rules(kind, **rules))
            except CellError as error:
                assert error.problem[0]


# --- Days


def forms(day: date) -> list[str]:
    """Return a day as Thai offices write it with four digits of the year."""
    be, month = calendar.to_be_year(day.year), day.month - 1
    full, short = calendar.MONTHS[month].th, calendar.MONTHS_SHORT[month].th
    in_english = (calendar.MONTHS[month].en, calendar.MONTHS_SHORT[month].en)
    thai = [f"{day.day} {full} {be}", f"{day.day} {short} {be}", f"{day.day} {short}{be}"]
    numbers = [f"{be}-{day.month:02}-{day.day:02}", f"{be}{day.month:02}{day.day:02}", f"{day.isoformat()} 00:00:00"]
    english = [f"{day.day} {in_english[0]} {day.year}", f"{day.day}-{in_english[1]}-{day.year}", day.isoformat()]
    return [*thai, f"วันที่ {day.day} {full} พ.ศ. {be}", *numbers, *english]


@given(DAYS)
def test_a_day_is_read_in_all_its_forms(day):
    for written in forms(day):
        assert value("day", written) == value("day", in_thai(written)) == day


@given(BE_DAYS, st.sampled_from("/.-"))
def test_two_digits_of_a_year_and_the_order_of_a_day_are_told_by_the_recipe(day, mark):
    short = calendar.to_be_year(day.year) % 100
    written = {
        "dmy": f"{day.day}{mark}{day.month}{mark}{short:02}",
        "mdy": f"{day.month}{mark}{day.day}{mark}{short:02}",
        "ymd": f"{short:02}{mark}{day.month}{mark}{day.day}",
    }
    for order, cell in written.items():
        assert value("day", cell, order=order, calendar="be") == day
        assert wrong("day", cell, order=order) == "short_year"
        assert wrong("day", cell, calendar="be") == "two_days"


@given(DAYS)
def test_a_day_that_could_be_two_is_a_fault_and_one_that_can_be_only_one_is_not(day):
    cell = f"{day.day}/{day.month}/{calendar.to_be_year(day.year)}"
    assert value("day", cell, order="dmy") == day
    if day.day <= 12 and day.day != day.month:
        assert wrong("day", cell) == "two_days"
    else:
        assert value("day", cell) == day


def test_a_date_cell_in_the_year_2565_is_of_the_buddhist_era():
    assert value("day", date(2565, 10, 1)) == date(2022, 10, 1)
    assert done("day", date(2565, 10, 1)) == {"sheet_date", "buddhist_year"}


@pytest.mark.parametrize("cell", ["31/02/2565", "29 ก.พ. 2566", "32 มกราคม 2565"])
def test_a_day_that_does_not_exist_is_a_fault(cell):
    assert wrong("day", cell, order="dmy") == "no_such_day"


def test_a_count_of_days_is_a_day_only_where_the_recipe_says_so():
    assert value("day", "45292", serial=True) == date(2024, 1, 1)
    assert wrong("day", "45292") == "not_a_day"
    assert value("hour", "0.041666666", serial=True) == 1


# --- Months, years, hours


@given(DAYS)
def test_months_and_years_are_read_in_all_their_forms(day):
    be, first = calendar.to_be_year(day.year), day.replace(day=1)
    short, full = calendar.MONTHS_SHORT[day.month - 1], calendar.MONTHS[day.month - 1]
    for written in (
        f"{full.th} {be}",
        f"{short.th} {be}",
        f"{day.month:02}/{be}",
        f"{be}-{day.month:02}",
        f"เดือน{full.th} พ.ศ. {be}",
    ):
        assert value("month", written) == first
    for written in (
        f"{be}",
        f"พ.ศ. {be}",
        f"ปีงบประมาณ {be}",
        f"ปีการศึกษา {be}",
        f"{be}p",
        f"ค.ศ. {day.year}",
        float(be),
    ):
        assert value("year", written) == day.year
    for written in (str(day.month), full.th, short.th, short.th.replace(".", ""), full.en, f"เดือน{full.th}"):
        assert value("month_of_year", written) == day.month


@given(BE_DAYS)
def test_two_digits_of_a_year_need_the_recipe_or_their_era(day):
    short = f"{calendar.to_be_year(day.year) % 100:02}"
    month = f"{calendar.MONTHS_SHORT[day.month - 1].th} {short}"
    assert (
        value("month", month, calendar="be")
        == value("month", f"{short}{day.month:02}", calendar="be")
        == day.replace(day=1)
    )
    assert wrong("month", month) == wrong("year", short) == "short_year"
    assert value("year", f"พ.ศ. {short}") == day.year


@given(st.times())
def test_hours_are_read_in_all_their_forms(moment):
    clock = f"{moment.hour}:{moment.minute:02}"
    for written in (
        clock,
        f"{moment.hour:02}.{moment.minute:02} น.",
        f"เวลา {clock} น.",
        moment,
        datetime.combine(date(2020, 1, 1), moment),
    ):
        assert value("hour", written) == moment.hour
    assert value("hour", moment.hour + 1, first_hour=1) == moment.hour
    expected = datetime.combine(date(2024, 2, 13), time(moment.hour, moment.minute))
    for written in (
        f"2024-02-13 {clock}",
        f"13/02/2567 {clock}",
        f"13 ก.พ. 2567 เวลา {clock} น.",
        f"2024-02-13T{moment.hour:02}:{moment.minute:02}:00",
    ):
        assert value("time", written) == expected


def test_the_hour_24_is_the_next_day_and_a_day_without_a_clock_is_no_time():
    assert value("time", "13/02/2567 24:00") == datetime(2024, 2, 14)
    assert wrong("time", "13/02/2567") == "no_clock"
    assert wrong("hour", "24") == wrong("hour", "25:00") == "not_an_hour"


@pytest.mark.parametrize("cell", [13.7, "13.7", 23.5, 1.5, True, -1.0, timedelta(hours=24)])
def test_a_part_of_an_hour_is_no_hour(cell):
    assert wrong("hour", cell) == "not_an_hour"


def test_a_span_since_midnight_is_the_hour_it_lies_in():
    spans = {timedelta(minutes=30): 0, timedelta(hours=13, minutes=42): 13, timedelta(hours=23, minutes=59): 23}
    assert [value("hour", span) for span in spans] == list(spans.values())
    assert value("hour", 13.0) == 13


# --- Texts


def test_a_text_loses_what_cannot_be_seen_and_gets_its_vowels_whole():
    assert value("text", "\ufeffตำบล\u00a0 ใน\u200bเมือง\n") == "ตำบล ในเมือง"
    assert value("text", "ต\u0e4d\u0e32บล เเดง") == "ตำบล แดง"
    assert done("text", "ต\u0e4d\u0e32บล") == {"spelling"}
    assert value("text", 400101.0) == "400101"

"""Thai fiscal and academic years, the Buddhist era, and the periods figures are about."""

import calendar as gregorian
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smart7 import calendar
from smart7.calendar import Period, PeriodKind
from smart7.i18n import LANGS
from tests import periods

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FIXED: tuple[PeriodKind, ...] = tuple(kind for kind in calendar.KINDS if kind != "span")
KINDS = st.sampled_from(FIXED)
YEARS: tuple[PeriodKind, ...] = ("fiscal_year", "calendar_year", "academic_year")
FEBRUARY = {(2, 28), (2, 29)}


@st.composite
def spans(draw: st.DrawFn) -> Period:
    """Draw a span of up to four years that no other kind names."""
    start = draw(DAYS)
    end = start + timedelta(days=draw(st.integers(1, 1500)))
    assume(all(calendar.containing(kind, start) != Period(kind, start, end) for kind in FIXED))
    return calendar.period("span", start, end)


def fiscal(be: int) -> Period:
    """Return a fiscal year by its Buddhist year."""
    return calendar.containing("fiscal_year", date(be - 543, 1, 1))


# --- years and eras


def test_the_standard_calendar_module_is_still_the_standard_one() -> None:
    assert gregorian.__file__ is not None
    assert Path(gregorian.__file__).parent == Path(sys.modules["os"].__file__ or "").parent


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (date(2025, 9, 30), 2568, 4),
        (date(2025, 10, 1), 2569, 1),
        (date(2025, 12, 31), 2569, 1),
        (date(2026, 1, 1), 2569, 2),
        (date(2026, 4, 1), 2569, 3),
        (date(2026, 7, 1), 2569, 4),
        (date(2026, 9, 30), 2569, 4),
    ],
)
def test_the_fiscal_year_runs_from_october_to_september(day: date, year: int, quarter: int) -> None:
    assert calendar.to_be_year(calendar.fiscal_year_of(day)) == year
    assert calendar.fiscal_quarter_of(day) == quarter


def test_a_moment_is_on_the_day_of_the_municipality() -> None:
    at = datetime(2026, 11, 28, 16, 59, 59, tzinfo=UTC)
    assert [calendar.day_here(at + timedelta(seconds=n)) for n in (0, 1)] == [date(2026, 11, 28), date(2026, 11, 29)]


def test_the_academic_year_turns_on_16_may() -> None:
    before, after = (calendar.containing("academic_year", date(2026, 5, day)) for day in (15, 16))
    assert (before.start.year, after.start.year) == (2025, 2026)
    whole = calendar.containing("academic_year", date(2027, 1, 1))
    assert (whole.start, whole.end) == (date(2026, 5, 16), date(2027, 5, 15))


@given(st.integers(1900, 2100))
def test_a_year_survives_the_buddhist_era_and_back(year: int) -> None:
    assert calendar.to_ce_year(calendar.to_be_year(year)) == year
    assert calendar.to_ce_year(year) == year


# --- periods


@given(KINDS, DAYS)
def test_the_period_containing_a_day_contains_it(kind: PeriodKind, day: date) -> None:
    found = calendar.containing(kind, day)
    assert found.start <= day <= found.end
    assert calendar.period(kind, found.start, found.end) == calendar.period(kind, found.start) == found


@given(KINDS, DAYS)
def test_every_day_of_a_period_is_in_that_period_alone(kind: PeriodKind, day: date) -> None:
    found = calendar.containing(kind, day)
    assert calendar.containing(kind, found.start) == calendar.containing(kind, found.end) == found
    assert calendar.containing(kind, found.end + timedelta(days=1)).start == found.end + timedelta(days=1)


@given(KINDS, DAYS)
def test_the_one_after_the_one_before_is_the_period_itself(kind: PeriodKind, day: date) -> None:
    found = calendar.containing(kind, day)
    assert calendar.following(calendar.previous(found)) == found == calendar.previous(calendar.following(found))
    assert calendar.previous(found) < found < calendar.following(found)


@given(spans())
def test_the_span_before_a_span_is_the_same_days_of_an_earlier_year(span: Period) -> None:
    assume(not {(day.month, day.day) for day in (span.start, span.end)} & FEBRUARY)
    before = calendar.previous(span)
    assert before.end < span.start
    assert (before.start.month, before.start.day) == (span.start.month, span.start.day)
    assert (before.end.month, before.end.day) == (span.end.month, span.end.day)
    assert calendar.following(before) == span


def test_a_span_that_ends_with_february_keeps_ending_with_it() -> None:
    span = calendar.period("span", date(2024, 1, 1), date(2024, 2, 29))
    assert calendar.previous(span).end == date(2023, 2, 28)
    assert calendar.following(calendar.previous(span)) == span


@given(spans())
def test_a_span_can_be_moved_and_named_whatever_its_days(span: Period) -> None:
    for moved in (calendar.previous(span), calendar.following(span)):
        assert moved.start <= moved.end
        assert all(calendar.label(moved, lang, short) for lang in LANGS for short in (True, False))


@given(KINDS, DAYS)
def test_the_last_complete_period_has_ended_and_the_next_has_not(kind: PeriodKind, day: date) -> None:
    last = calendar.last_complete(kind, day)
    assert last.end <= day < calendar.following(last).end


@pytest.mark.parametrize(
    ("part", "whole", "count"),
    [
        ("month", "quarter", 3),
        ("month", "fiscal_year", 12),
        ("month", "calendar_year", 12),
        ("quarter", "fiscal_year", 4),
        ("quarter", "calendar_year", 4),
        ("fiscal_year", "fiscal_year", 1),
        ("date", "quarter", None),
        ("date", "academic_year", None),
    ],
)
@given(day=DAYS)
def test_periods_cover_a_larger_one_without_gap(
    part: PeriodKind, whole: PeriodKind, count: int | None, day: date
) -> None:
    period = calendar.containing(whole, day)
    parts = periods.within(part, period)
    assert (parts[0].start, parts[-1].end) == (period.start, period.end)
    assert len(parts) == (count or (period.end - period.start).days + 1)


@pytest.mark.parametrize(
    ("kind", "start", "message"),
    [
        ("month", date(2026, 1, 2), "starts on the first day of a month"),
        ("quarter", date(2026, 2, 1), "starts on 1 October, 1 January"),
        ("fiscal_year", date(2026, 1, 1), "starts on 1 October"),
        ("calendar_year", date(2025, 10, 1), "starts on 1 January"),
        ("academic_year", date(2026, 5, 1), "starts on 16 May"),
        ("span", date(2026, 5, 1), "needs an end"),
    ],
)
def test_a_period_that_starts_on_the_wrong_day_is_refused(kind: PeriodKind, start: date, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        calendar.period(kind, start)


@pytest.mark.parametrize(
    ("kind", "start", "end", "message"),
    [
        ("month", date(2026, 1, 1), date(2026, 1, 30), "ends on 2026-01-31"),
        ("date", date(2026, 1, 1), date(2026, 1, 2), "ends on 2026-01-01"),
        ("span", date(2026, 5, 1), date(2026, 4, 1), "before it starts"),
        ("span", date(2025, 10, 1), date(2026, 9, 30), "is a fiscal year, not a span"),
        ("span", date(2026, 4, 1), date(2026, 6, 30), "is a quarter, not a span"),
        ("span", date(2026, 4, 1), date(2026, 4, 1), "is a date, not a span"),
    ],
)
def test_a_period_that_ends_on_the_wrong_day_is_refused(kind: PeriodKind, start: date, end: date, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        calendar.period(kind, start, end)


def test_no_calendar_fixes_the_span_a_day_falls_in() -> None:
    with pytest.raises(ValueError, match="No calendar fixes where a span begins"):
        calendar.containing("span", date(2026, 1, 1))


def test_months_and_quarters_add_up_to_the_fiscal_year_and_years_to_themselves() -> None:
    assert {kind: calendar.year_kind(kind) for kind in calendar.KINDS} == {
        "month": "fiscal_year",
        "quarter": "fiscal_year",
        "fiscal_year": "fiscal_year",
        "calendar_year": "calendar_year",
        "academic_year": "academic_year",
        "date": "date",
        "span": "span",
    }


# --- names


@pytest.mark.parametrize(
    ("kind", "th", "th_short", "en", "en_short"),
    [
        ("month", "กันยายน 2569", "ก.ย. 69", "September 2026", "Sep 2026"),
        (
            "quarter",
            "ไตรมาส 4 ปีงบประมาณ 2569",
            "ไตรมาส 4/2569",
            "Quarter 4, fiscal year 2026 (Jul – Sep 2026)",
            "Q4 FY2026",
        ),
        ("fiscal_year", "ปีงบประมาณ 2569", "ปีงบ 2569", "Fiscal year 2026 (Oct 2025 – Sep 2026)", "FY2026"),
        ("calendar_year", "ปีปฏิทิน 2569", "ปี 2569", "Calendar year 2026", "2026"),
        (
            "academic_year",
            "ปีการศึกษา 2569",
            "ปีการศึกษา 69",
            "Academic year 2026 (May 2026 – May 2027)",
            "AY2026",
        ),
        ("date", "15 กันยายน 2569", "15 ก.ย. 69", "15 September 2026", "15 Sep 2026"),
    ],
)
def test_a_period_is_named_in_words(kind: PeriodKind, th: str, th_short: str, en: str, en_short: str) -> None:
    found = calendar.containing(kind, date(2026, 9, 15))
    names = [calendar.label(found, lang, short) for lang in LANGS for short in (False, True)]
    assert names == [th, th_short, en, en_short]


@pytest.mark.parametrize(
    ("start", "end", "th", "en"),
    [
        (date(2023, 1, 1), date(2023, 5, 31), "1 ม.ค. – 31 พ.ค. 2566", "1 Jan – 31 May 2023"),
        (date(2023, 1, 5), date(2023, 1, 20), "5 – 20 ม.ค. 2566", "5 – 20 Jan 2023"),
        (date(2022, 10, 1), date(2023, 5, 31), "1 ต.ค. 2565 – 31 พ.ค. 2566", "1 Oct 2022 – 31 May 2023"),
        (date(2022, 5, 1), date(2023, 5, 31), "1 พ.ค. 2565 – 31 พ.ค. 2566", "1 May 2022 – 31 May 2023"),
    ],
)
def test_a_span_names_what_its_ends_share_once(start: date, end: date, th: str, en: str) -> None:
    span = calendar.period("span", start, end)
    assert (calendar.label(span, "th"), calendar.label(span, "en")) == (th, en)


@given(KINDS, DAYS)
def test_two_periods_of_a_kind_never_share_a_full_name(kind: PeriodKind, day: date) -> None:
    found = calendar.containing(kind, day)
    for lang in LANGS:
        names = {calendar.label(p, lang) for p in (calendar.previous(found), found, calendar.following(found))}
        assert len(names) == 3


@given(DAYS)
def test_a_fiscal_year_is_named_after_the_year_it_ends_in(day: date) -> None:
    year = calendar.containing("fiscal_year", day)
    assert calendar.label(year, "th") == f"ปีงบประมาณ {year.end.year + 543}"
    assert calendar.label(year, "en", short=True) == f"FY{year.end.year}"


def test_a_date_of_a_century_year_keeps_two_figures() -> None:
    assert calendar.format_date(date(1957, 3, 4), "th", short=True) == "4 มี.ค. 00"
    assert calendar.format_date(date(2017, 8, 27), "th") == "27 สิงหาคม 2560"
    assert calendar.format_date(date(2017, 8, 27), "en", short=True) == "27 Aug 2017"


def test_there_are_twelve_months_and_seven_days() -> None:
    assert len({*calendar.MONTHS}) == len({*calendar.MONTHS_SHORT}) == 12
    assert len({*calendar.DAYS}) == len({*calendar.DAYS_SHORT}) == 7


# --- typed days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-09-30", date(2025, 9, 30)),
        ("2568-09-30", date(2025, 9, 30)),
        ("30/09/2568", date(2025, 9, 30)),
        ("01/10/2568", date(2025, 10, 1)),
        ("1/10/2025", date(2025, 10, 1)),
        ("1-10-2568", date(2025, 10, 1)),
        ("1.10.2568", date(2025, 10, 1)),
        ("29/02/2567", date(2024, 2, 29)),
        ("๒๙/๐๒/๒๕๖๗", date(2024, 2, 29)),
        (" 2025-09-30 ", date(2025, 9, 30)),
    ],
)
def test_a_day_is_read_as_people_type_it(text: str, day: date) -> None:
    assert calendar.parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("29/02/2568", "is not a day of the calendar"),
        ("31/04/2025", "is not a day of the calendar"),
        ("13/13/2025", "is not a day of the calendar"),
        ("01/01/1899", "from 1900 to 2100"),
        ("01/01/2101", "from 1900 to 2100"),
        ("01/01/2442", "from 1900 to 2100"),
        ("01/01/2644", "from 1900 to 2100"),
        ("01/10/68", "is not a date"),
        ("1/10-2568", "is not a date"),
        ("2025-09-30 00:00", "is not a date"),
        ("yesterday", "is not a date"),
        ("", "is not a date"),
    ],
)
def test_what_is_no_day_is_refused_with_a_sentence(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        calendar.parse_day(text)


@given(DAYS)
def test_a_day_written_in_either_era_is_read_back(day: date) -> None:
    buddhist = f"{day.day:02}/{day.month:02}/{calendar.to_be_year(day.year)}"
    assert calendar.parse_day(day.isoformat()) == calendar.parse_day(buddhist) == day


@given(st.text(max_size=12))
def test_any_text_is_a_day_of_the_known_years_or_refused(text: str) -> None:
    try:
        day = calendar.parse_day(text)
    except ValueError:
        return
    assert calendar.FIRST_YEAR <= day.year <= calendar.LAST_YEAR


@given(DAYS)
def test_a_day_is_the_same_with_a_time_or_without(day: date) -> None:
    for when in (day, datetime(day.year, day.month, day.day, 23, 59)):
        assert calendar.as_day(when) == day and type(calendar.as_day(when)) is date


@given(DAYS, DAYS)
def test_a_later_day_stands_further_right_on_an_axis_of_years(one: date, other: date) -> None:
    assert int(calendar.as_year(one)) == one.year
    assert (calendar.as_year(one) < calendar.as_year(other)) == (one < other)

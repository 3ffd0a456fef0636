"""How figures add up: over months, over schools, and what is never added at all."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smart7 import calendar, catalog

OCTOBER, NOVEMBER = date(2024, 10, 1), date(2024, 11, 1)  # of FY2568
FEW = settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])

COUNT: dict[str, Any] = {}
LAST = {"over_time": "last", "over_units": "none"}
STOCK = {"over_time": "last"}  # added up over units, not over time
RATIO = {"over_time": "ratio", "over_units": "ratio", "scale": 100}
MEAN = {"over_time": "mean", "over_units": "mean"}
QUARTERLY = {"period_kind": "quarter"}
SCHOOL = {"level": "school"}
ACADEMIC = {"period_kind": "academic_year"}
SCHOOLS = ("school-1", "school-2", "school-3")


@dataclass(frozen=True)
class Case:
    """One indicator, what is reported on it, and what its yearly totals must then be."""

    name: str
    about: dict[str, Any]
    reported: Sequence[tuple[str, date, list[Any]] | tuple[str, date, list[Any], dict[str, Any]]]
    columns: str
    expected: list[tuple[Any, ...]] = field(default_factory=list)
    unit: str = "town"
    breakdown: str = ""


OVER_TIME = [
    Case(
        "a ratio over months is the ratio of sums and never the mean of ratios",
        RATIO, [("town", OCTOBER, [(1, 2), (10, 100)])],
        "value, numerator, denominator", [(pytest.approx(100 * 11 / 102), 11, 102)],
    ),
    Case("a mean over months is weighted", MEAN, [("town", OCTOBER, [(10 * 1, 1), (20 * 3, 3)])], "value", [(17.5,)]),
    Case(
        "months add up to the fiscal year from October to September",
        COUNT, [("town", date(2024, 8, 1), [1, 10, *[100] * 12, 1000])],
        "year(period_end), value", [(2024, 11), (2025, 1200), (2026, 1000)],
    ),
    Case(
        "quarters add up to the fiscal year",
        QUARTERLY, [("town", date(2024, 7, 1), [1, 10, 100, 1000])],
        "year(period_end), value, periods, periods_expected", [(2024, 1, 1, 4), (2025, 1110, 3, 4)],
    ),
    Case(
        "September 2568 is in fiscal year 2568 and October 2568 in 2569",
        COUNT, [("town", date(2025, 9, 1), [5, 7])],
        "period_start, period_end, value",
        [(date(2024, 10, 1), date(2025, 9, 30), 5), (date(2025, 10, 1), date(2026, 9, 30), 7)],
    ),
    Case(
        "a year says how many of its months it holds",
        COUNT, [("town", OCTOBER, [1] * 15)],
        "periods, periods_expected, last_period_end", [(12, 12, date(2025, 9, 30)), (3, 12, date(2025, 12, 31))],
    ),
    Case("the last value of a year is that of its last month", LAST, [("town", OCTOBER, [9, 3, 6])], "value", [(6,)]),
    Case(
        "the last ratio of a year keeps its own parts",
        {**RATIO, **STOCK, **QUARTERLY}, [("town", OCTOBER, [(10, 40), (30, 40)])],
        "value, numerator, denominator", [(75, 30, 40)],
    ),
    Case(
        "a last value is as partial as its own month and no other",
        LAST, [("town", OCTOBER, [9], {"partial": "yes"}), ("town", NOVEMBER, [8])],
        "value, partial", [(8, False)],
    ),
    Case(
        "a sum with one partial month is partial",
        COUNT, [("town", OCTOBER, [9], {"partial": "yes"}), ("town", NOVEMBER, [8])],
        "value, partial", [(17, True)],
    ),
    Case(
        "a total is as good as its weakest part and counts its sources",
        COUNT,
        [("town", OCTOBER, [1]), ("town", NOVEMBER, [1], {"quality": "estimated", "source_id": "second-register"})],
        "quality, source_id, source_count", [("estimated", "second-register", 2)],
    ),
    Case(
        "a calendar year and a span are never in a row of a fiscal year",
        COUNT,
        [
            ("town", OCTOBER, [1]),
            ("town", date(2024, 1, 1), [500], {"period_kind": "calendar_year"}),
            ("town", date(2024, 5, 1), [40], {"period_kind": "span", "period_end": "2024-07-15"}),
        ],
        "period_kind, value", [("fiscal_year", 1)],
    ),
    Case(
        "a month that nobody owes again is not passed off as a year",
        {"due_days": None}, [("town", OCTOBER, [5])],
        "period_kind, period_start, period_end, value, periods, periods_expected",
        [("month", OCTOBER, date(2024, 10, 31), 5, 1, 1)],
    ),
    Case(
        "a correction is not added to what it corrects",
        COUNT,
        [
            ("town", OCTOBER, [100], {"known_to": "2025-03-01"}),
            ("town", OCTOBER, [110], {"known_from": "2025-03-01"}),
        ],
        "value, periods", [(110, 1)],
    ),
    *(
        Case(
            f"a figure of a {kind} keeps its kind of year",
            {"period_kind": kind}, [("town", start, [5])],
            "period_kind, period_start, period_end, value, periods, periods_expected", [(kind, start, end, 5, 1, 1)],
        )
        for kind, start, end in (
            ("calendar_year", date(2024, 1, 1), date(2024, 12, 31)),
            ("academic_year", date(2024, 5, 16), date(2025, 5, 15)),
            ("fiscal_year", date(2024, 10, 1), date(2025, 9, 30)),
            ("date", date(2024, 2, 29), date(2024, 2, 29)),
        )
    ),
]  # fmt: skip

OVER_UNITS = [
    Case(
        "schools add up to the town and are counted",
        {**STOCK, **SCHOOL, **ACADEMIC}, [(unit, date(2024, 5, 16), [100]) for unit in SCHOOLS],
        "value, units, units_expected, partial", [(300, 3, 3, False)],
    ),
    Case(
        "a total of schools comes from wherever its schools' figures come from",
        {**STOCK, **SCHOOL, **ACADEMIC},
        [
            ("school-1", date(2024, 5, 16), [100]),
            ("school-2", date(2024, 5, 16), [100], {"source_id": "second-register"}),
        ],
        "value, units, source_count", [(200, 2, 2)],
    ),
    *(
        Case(
            f"a sum of schools without one of them says that it is not whole, {over_time} over time",
            {"over_time": over_time, **SCHOOL, **ACADEMIC}, [(unit, date(2024, 5, 16), [100]) for unit in SCHOOLS[:2]],
            "value, units, units_expected, partial", [(200, 2, 3, True)],
        )
        for over_time in ("last", "sum")
    ),
    Case(
        "a ratio of schools does not become partial when one is missing",
        {**RATIO, **SCHOOL, **ACADEMIC}, [(unit, date(2024, 5, 16), [(9, 10)]) for unit in SCHOOLS[:2]],
        "value, units, units_expected, partial", [(90, 2, 3, False)],
    ),
    Case(
        "a year holds as many units as its emptiest month",
        SCHOOL, [("school-1", OCTOBER, [1, 1]), ("school-2", OCTOBER, [1, 1]), ("school-3", OCTOBER, [1])],
        "value, units, units_expected", [(5, 2, 3)],
    ),
    Case(
        "a last value holds as many units as its own month",
        {**STOCK, **SCHOOL},
        [("school-1", OCTOBER, [5, 5]), ("school-2", OCTOBER, [5, 5]), ("school-3", NOVEMBER, [5])],
        "value, units, partial", [(15, 3, False)],
    ),
    Case(
        "a ratio over schools is the ratio of sums",
        {**RATIO, **SCHOOL}, [("school-1", OCTOBER, [(1, 2), (3, 4)]), ("school-2", OCTOBER, [(90, 100)])],
        "value", [(pytest.approx(100 * 94 / 106),)],
    ),
    Case(
        "a school keeps its own ratio",
        {**RATIO, **SCHOOL}, [("school-1", OCTOBER, [(1, 2), (3, 4)]), ("school-2", OCTOBER, [(90, 100)])],
        "value", [(pytest.approx(100 * 4 / 6),)], unit="school-1",
    ),
    Case(
        "parts are rolled up part by part",
        {**STOCK, **SCHOOL},
        [(unit, OCTOBER, [10], {"breakdown": part}) for unit in SCHOOLS for part in ("female", "male")],
        "value", [(30,)], breakdown="female",
    ),
    Case(
        "parts are not added to the total",
        COUNT, [("town", OCTOBER, [n], {"breakdown": part}) for part, n in (("", 10), ("female", 6), ("male", 4))],
        "value", [(10,)],
    ),
    Case(
        "what the town reports itself is not added to what its schools report",
        SCHOOL, [*((unit, OCTOBER, [10, 10]) for unit in SCHOOLS), ("town", OCTOBER, [31])],
        "value", [(31 + 30,)],
    ),
    *(
        Case(
            f"nothing is added up over units where nothing may be, {over_time} over time",
            {**SCHOOL, "over_time": over_time, "over_units": "none"}, [(unit, OCTOBER, [5]) for unit in SCHOOLS],
            "value",
        )
        for over_time in ("last", "sum")
    ),
    Case(
        "no ratio is made over units where none may be, though its parts are there",
        {**RATIO, **SCHOOL, "over_units": "none"}, [(unit, OCTOBER, [(1, 2)]) for unit in SCHOOLS], "value",
    ),
    Case(
        "units of another kind than the level are not added up",
        SCHOOL, [("school-1", OCTOBER, [10]), ("division-1", OCTOBER, [500])], "value", [(10,)],
    ),
    Case(
        "a figure of the town is not added up from its divisions",
        {"level": "city"}, [("division-1", OCTOBER, [500])], "value",
    ),
]  # fmt: skip

DOMAINS = [domain.id for domain in catalog.DOMAINS]
CASES = {case.name: case for case in (*OVER_TIME, *OVER_UNITS)}
IDS = {name: f"case-{n}" for n, name in enumerate(CASES)}


@pytest.fixture(scope="module")
def town(new_town):
    """Return a town in which every case is reported, built once."""
    tiny = new_town()
    for name, case in CASES.items():
        domain = DOMAINS[len(tiny.rows["indicators.csv"]) % len(DOMAINS)]
        tiny.indicator(IDS[name], domain=domain, **case.about)
        for unit, start, values, *cells in case.reported:
            tiny.series(IDS[name], unit, start, values, **(cells[0] if cells else {}))
    return tiny.build()


@pytest.mark.parametrize("name", CASES)
def test_figures_add_up(town, name):
    case = CASES[name]
    sql = f"""
        select {case.columns} from yearly where indicator_id = ? and unit_id = ? and breakdown = ?
        order by period_start
    """  # noqa: S608
    assert town.ask(sql, IDS[name], case.unit, case.breakdown) == case.expected


def test_a_year_keeps_every_source_when_it_has_several_and_only_then(town):
    several = (
        IDS["a total is as good as its weakest part and counts its sources"],
        IDS["a total of schools comes from wherever its schools' figures come from"],
    )
    kept = town.ask("select indicator_id, source_id from year_sources order by source_id")
    for one in several:
        counted = "select count(*) from yearly where breakdown = '' and source_count > 1 and indicator_id = ?"
        assert town.ask(counted, one) == [(1,)]
        assert [source for indicator, source in kept if indicator == one] == ["register", "second-register"]
        named = "select source_th, source_en from yearly_named where indicator_id = ? and unit_id = 'town'"
        ((thai, english),) = town.ask(named, one)
        assert thai == english and set(thai.split("; ")) == {"register", "second-register"}
    assert town.ask("select sum(source_count) from yearly where breakdown = '' and source_count > 1") == [(len(kept),)]


def test_the_order_of_input_rows_changes_nothing(town):
    sql = "select * from yearly order by all"
    before = town.ask(sql)
    for rows in (town.rows["published.csv"], town.rows["units.csv"], town.rows["indicators.csv"]):
        random.Random(7).shuffle(rows)
    assert town.build().ask(sql) == before


@pytest.mark.parametrize(
    "sql",
    [
        "select * from yearly where period_kind in ('month', 'quarter') and indicator_id in"
        " (select indicator_id from indicators where due_days is not null)",
        "select * from yearly where period_kind = 'fiscal_year'"
        " and (strftime(period_start, '%m-%d') <> '10-01' or strftime(period_end, '%m-%d') <> '09-30')",
        "select y.* from yearly as y join indicators as i using (indicator_id) where y.period_kind = 'fiscal_year'"
        " and i.period_kind not in ('month', 'quarter', 'fiscal_year')",
        "select y.* from yearly as y join indicators as i using (indicator_id) where y.period_kind <> i.period_kind"
        " and y.period_kind <> 'fiscal_year'",
        "select indicator_id, unit_id, breakdown, period_kind, period_start, period_end from series"
        " group by all having count(*) > 1",
        "select indicator_id, unit_id, breakdown, period_kind, period_start, period_end from yearly"
        " group by all having count(*) > 1",
        "select * from yearly where value is null or isnan(value) or isinf(value)",
        "select * from yearly where periods > periods_expected or units > units_expected",
    ],
)
def test_kinds_of_period_are_not_mixed_in_the_real_data(ask, sql):
    assert ask(sql) == []


# --- real and sample


def test_real_and_sample_schools_never_meet_in_one_sum(tiny):
    tiny.indicator("electricity", level="school")
    tiny.profile("electricity", season="none", noise=0)
    tiny.indicator("published")
    tiny.figure("published", "town", OCTOBER, 1)
    tiny.build(with_sample=True)
    assert tiny.ask("select distinct unit_id, is_sample from yearly where indicator_id = 'electricity' order by 1") == [
        (f"sample-{name}", True) for name in ("school-1", "school-2", "school-3", "town")
    ]


# --- headlines


@pytest.fixture(scope="module")
def front(new_town):
    """Return a town whose front page shows six indicators, built once."""
    tiny = new_town()
    tiny.indicator("of-the-province")
    tiny.series("of-the-province", "province", OCTOBER, [1000])
    tiny.indicator("of-both")
    tiny.series("of-both", "province", OCTOBER, [1000])
    tiny.series("of-both", "town", OCTOBER, [10])
    for name, about, months in (("whole", {}, 12), ("eleven-months", {}, 11), ("stock", LAST, 11)):
        tiny.indicator(name, **about)
        tiny.series(name, "town", OCTOBER, [1] * months)
        tiny.figure(name, "town", "2025-10-01", 1)
    tiny.target("whole", "town", 2026, low=15)
    tiny.indicator("recounted", period_kind="fiscal_year")
    tiny.series("recounted", "town", date(2020, 10, 1), [1, 2, 30, 40])
    texts = {"note_th": "counted anew", "note_en": "counted anew"}
    tiny.add(
        "breaks.csv", indicator_id="recounted", unit_id="town", period_start="2022-10-01", source_id="register", **texts
    )
    return tiny.build()


def test_a_provincial_figure_never_leads_an_indicator_of_the_city(front):
    assert front.year("of-the-province", "province") == {2025: 1000}
    assert front.ask("select * from headlines where indicator_id = 'of-the-province'") == []
    assert front.ask("select unit_id, value from headlines where indicator_id = 'of-both'") == [("town", 10)]


def test_a_headline_carries_the_year_before_and_the_target_of_its_own_year(front):
    columns = "value, previous_value, previous_start, previous_incomplete, target_low"
    sql = f"select {columns} from headlines where indicator_id = 'whole' order by period_start"  # noqa: S608
    assert front.ask(sql) == [(12, None, None, None, None), (1, 12, OCTOBER, False, 15)]


def test_a_year_is_not_compared_across_a_break_in_its_series(front):
    columns = "value, previous_value, break_en"
    sql = f"select {columns} from headlines where indicator_id = 'recounted' order by period_start"  # noqa: S608
    assert front.ask(sql) == [(1, None, None), (2, 1, None), (30, None, "counted anew"), (40, 30, "counted anew")]


@pytest.mark.parametrize(("name", "incomplete"), [("whole", False), ("eleven-months", True), ("stock", False)])
def test_only_a_sum_is_incomplete_without_all_its_months(front, name, incomplete):
    sql = "select previous_incomplete from headlines where indicator_id = ? and period_start > ?"
    assert front.ask(sql, name, OCTOBER) == [(incomplete,)]


def test_no_headline_of_the_real_data_is_about_another_geography(ask):
    sql = """
        select h.indicator_id, h.unit_id, i.level, u.kind
        from headlines as h join indicators as i using (indicator_id) join units as u using (unit_id)
        where u.kind <> i.level and not (u.kind = 'city' and i.level in ('school', 'centre', 'division'))
    """
    assert ask(sql) == []
    assert ask("select count(*) from headlines where unit_kind in ('school', 'centre', 'division')") == [(0,)]


def test_a_card_counts_the_units_that_report_apart_for_real_and_sample(ask):
    sql = """
        select count(*) from cards
        where units_reporting > 0 and sample_units_reporting > 0
    """
    assert ask(sql) == [(0,)]
    assert ask("select sample_units_reporting from cards where indicator_id = 'enrolment'") == [(11,)]


# --- by property


@FEW
@given(
    parts=st.lists(
        st.tuples(st.integers(1, 3), st.integers(0, 23), st.integers(0, 500), st.integers(1, 500)),
        min_size=1, max_size=12, unique_by=lambda part: part[:2],
    ),
    seed=st.integers(0, 1000),
)  # fmt: skip
def test_sums_and_ratios_are_right_whatever_is_reported_and_in_whatever_order(tiny, parts, seed):
    tiny.__post_init__()
    tiny.ratio("share", level="school")
    tiny.indicator("count", level="school")
    sums: dict[int, list[int]] = {}
    random.Random(seed).shuffle(parts)
    for school, month, above, below in parts:
        start = date(2024 + (month + 9) // 12, (month + 9) % 12 + 1, 1)
        tiny.figure("share", f"school-{school}", start, numerator=above, denominator=below)
        tiny.figure("count", f"school-{school}", start, above)
        total = sums.setdefault(calendar.fiscal_year_of(start), [0, 0])
        total[0] += above
        total[1] += below
    tiny.build()
    assert tiny.year("count", "town") == {year: above for year, (above, _) in sums.items()}
    assert tiny.year("share", "town") == {year: pytest.approx(100 * a / b) for year, (a, b) in sums.items()}

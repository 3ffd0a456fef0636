"""A tiny town's figures, added up by hand: what may be added is, and what may not says why."""

from datetime import date

import pytest

from smart7 import store
from smart7.questions import Question, answer
from smart7.questions.answer import rows_behind

OCTOBER = date(2023, 10, 1)  # the first day of fiscal year 2024


@pytest.fixture(scope="module")
def town(new_town):
    """Build a town whose schools count visits (a sum), attend (a ratio) and keep rooms (a level)."""
    tiny = new_town()
    usual = {"level": "school", "period_kind": "quarter"}
    tiny.indicator("visits", domain="people", **usual)
    tiny.ratio("attend", domain="living", **usual)
    tiny.indicator("rooms", domain="environment", over_time="last", **usual)
    tiny.indicator("score", domain="economy", over_time="last", over_units="none", **usual)
    tiny.indicator("people", domain="education", over_time="last", period_kind="calendar_year", direction="context")
    tiny.indicator("alone", domain="mobility", due_days="")
    tiny.indicator("silent", domain="governance", level="division", owner="division-2", aims="safe;efficient")
    for n in (1, 2, 3):
        unit = f"school-{n}"
        tiny.series("visits", unit, OCTOBER, [10 * n, 10 * n, 10 * n, 10 * n, 11 * n, 12 * n])
        tiny.series("attend", unit, OCTOBER, [(8 * n, 10 * n), (9 * n, 10 * n)])
        tiny.series("rooms", unit, OCTOBER, [n, n + 1] if n < 3 else [n])
        tiny.series("score", unit, OCTOBER, [n, n + 2])
    tiny.series("people", "town", date(2020, 1, 1), [100, 90, 120])
    tiny.series("people", "province", date(2021, 1, 1), [1000, 1100])
    tiny.figure("people", "town", date(2021, 1, 1), 40, breakdown="female")
    tiny.figure("people", "town", date(2021, 1, 1), 45, breakdown="male")
    tiny.series("alone", "town", date(2024, 1, 1), [5, 6])
    tiny.target("visits", "school-1", 2024, low=50)
    tiny.build()
    return tiny


@pytest.fixture
def ask(town, monkeypatch):
    """Return a function that answers a question over the town."""
    monkeypatch.setenv("SMART7_DATA", str(town.folder))

    def run(*indicators, **fields):
        return answer(town.snapshot_id, Question(indicators=indicators, **fields))

    yield run
    store.close_all()


def shown(found, *dimensions, totals=False):
    """Return the values of an answer by the ids of some dimensions; a reason where there is no value."""
    rows = (found.totals if totals else found.frame).to_dict("records")
    return {
        tuple(row.get(name) for name in dimensions): row["reason"] or round(row["value"], 3)
        for row in rows
        if not totals or set(row["kept"].split(".")) - {""} == set(dimensions)
    }


SCHOOLS = {"units": ("kind:school",)}


def test_a_sum_over_schools_and_quarters_is_the_sum_of_all(ask):
    found = ask("visits", **SCHOOLS, split=("unit",), period="fiscal_year", end=date(2024, 9, 30))
    assert shown(found, "unit", "period") == {(f"school-{n}", "fy2024"): 40.0 * n for n in (1, 2, 3)}
    assert shown(found, "indicator", "period", totals=True) == {("visits", "fy2024"): 240}


def test_a_ratio_over_schools_is_sum_over_sum(ask):
    found = ask("attend", **SCHOOLS, split=("unit",), period="quarter")
    assert shown(found, "indicator", "period", totals=True) == {("attend", "fy2024q1"): 80, ("attend", "fy2024q2"): 90}
    assert ask("attend", **SCHOOLS, period="whole").frame["value"].tolist() == [85]


def test_a_level_is_added_over_schools_of_one_quarter_and_never_over_quarters(ask):
    found = ask("rooms", **SCHOOLS, split=("unit",), period="quarter")
    assert shown(found, "indicator", "period", totals=True) == {("rooms", "fy2024q1"): 6, ("rooms", "fy2024q2"): 5}
    assert shown(found, "indicator", totals=True) == {("rooms",): "stock"}
    assert found.totals.loc[found.totals["period"] == "fy2024q2", "partial"].tolist() == [True, True]


def test_levels_of_different_quarters_are_no_total_of_their_year(ask):
    found = ask("rooms", **SCHOOLS, split=("unit",), period="fiscal_year")
    assert shown(found, "unit") == {("school-1",): 2, ("school-2",): 3, ("school-3",): 3}
    assert shown(found, "indicator", "period", totals=True) == {("rooms", "fy2024"): "uneven"}


def test_what_does_not_add_up_over_units_is_withheld_with_its_reason(ask):
    found = ask("score", **SCHOOLS, period="quarter")
    assert set(shown(found, "period").values()) == {"no_sum"}


def test_units_that_lie_within_one_another_are_not_added_up(ask):
    found = ask("people", units=("town", "province"), period="calendar_year")
    assert shown(found, "period") == {("cy2020",): 100, ("cy2021",): "overlap", ("cy2022",): "overlap"}


def test_different_indicators_are_never_one_number(ask):
    found = ask("visits", "attend", **SCHOOLS, period="whole")
    assert shown(found, totals=True) == {(): "indicators"}


def test_the_total_over_parts_is_the_figure_without_a_part(ask):
    found = ask("people", units=("town",), split=("breakdown",), period="calendar_year")
    assert shown(found, "breakdown", "period") == {("female", "cy2021"): 40, ("male", "cy2021"): 45}
    assert shown(found, "indicator", "period", totals=True)[("people", "cy2021")] == 90


def test_months_that_nobody_owes_again_are_no_year_and_no_sum(ask):
    assert ask("alone", units=("town",), period="fiscal_year").frame.empty
    assert shown(ask("alone", units=("town",), period="whole"), "indicator") == {("alone",): "lone"}
    assert shown(ask("alone", units=("town",), period="month"), "period") == {("2024-01",): 5, ("2024-02",): 6}


def test_quarters_make_a_calendar_year_and_a_year_makes_no_quarter(ask):
    found = ask("visits", units=("school-1",), period="calendar_year")
    assert shown(found, "period") == {("cy2023",): 10, ("cy2024",): 41, ("cy2025",): 12}
    assert found.frame["partial"].tolist() == [True, False, True]
    missing = ask("people", units=("town",), period="quarter")
    assert missing.frame.empty and [note.en for note in missing.notes] == [
        "people: cannot be told by this kind of period; its figures are about others"
    ]


def test_without_units_the_town_itself_is_shown_as_pages_show_it(ask):
    found = ask("visits", split=("unit",))
    assert shown(found, "unit", "period") == {("town", "fy2024"): 240, ("town", "fy2025"): 138}
    assert found.frame["partial"].tolist() == [False, True]


def test_a_change_is_from_the_period_right_before_also_where_that_is_not_shown(ask):
    found = ask("visits", units=("school-1",), period="quarter", measure="change", start=date(2024, 7, 1))
    assert shown(found, "period") == {("fy2024q4",): 0, ("fy2025q1",): 1, ("fy2025q2",): 1}
    assert shown(ask("visits", units=("school-1",), period="fiscal_year", measure="change"), "period") == {
        ("fy2024",): "first", ("fy2025",): "partial",
    }  # fmt: skip


def test_a_change_over_the_whole_time_is_last_less_first(ask):
    found = ask("people", units=("town",), period="whole", measure="change")
    assert shown(found, "indicator") == {("people",): 20}
    only = ask("people", units=("town",), period="whole", measure="change", end=date(2020, 12, 31))
    assert shown(only, "indicator") == {("people",): "first"}


def test_an_index_is_100_at_the_first_period_that_all_have(ask):
    found = ask("people", units=("town", "province"), split=("unit",), measure="index")
    assert shown(found, "unit", "period") == {
        ("town", "cy2020"): 111.111, ("town", "cy2021"): 100, ("town", "cy2022"): 133.333,
        ("province", "cy2021"): 100, ("province", "cy2022"): 110,
    }  # fmt: skip
    assert [note.th for note in found.notes] == ["ดัชนี: ปี 2564 = 100"]


def compared(found):
    """Return what each cell is compared with, by its period."""
    return dict(zip(found.frame["period"], found.frame["compared"].round(3), strict=True))


def test_a_year_before_a_target_the_city_and_another_unit_stand_beside_a_figure(ask):
    of = {"units": ("school-1",), "period": "quarter", "start": date(2024, 10, 1)}
    assert compared(ask("visits", **of, compare="last_year")) == {"fy2025q1": 10, "fy2025q2": 10}
    assert compared(ask("visits", **of, compare="city")) == {"fy2025q1": 66, "fy2025q2": 72}
    assert compared(ask("visits", **of, compare="unit:school-3")) == {"fy2025q1": 33, "fy2025q2": 36}
    assert compared(ask("visits", units=("school-1",), end=date(2024, 9, 30), compare="target")) == {"fy2024": 50}


def test_counts_say_nought_for_those_who_handed_in_nothing(ask):
    found = ask(units=("kind:division", "kind:school"), split=("unit",), period="whole", measure="count", sample=False)
    assert shown(found, "unit") == {
        ("division-1",): 0, ("division-2",): 0, ("school-1",): 12, ("school-2",): 12, ("school-3",): 11,
    }  # fmt: skip
    owners = ask(split=("owner",), period="whole", measure="count")
    assert shown(owners, "owner")[("division-2",)] == 0


def test_counts_hold_parts_and_never_what_was_rolled_up(ask, town):
    ((held,),) = town.ask("select count(*) from observations where known_to is null")
    assert ask(period="whole", measure="count").frame["value"].tolist() == [held]
    parts = ask("people", split=("breakdown",), period="whole", measure="count")
    assert shown(parts, "breakdown") == {("",): 5, ("female",): 1, ("male",): 1}


def test_shares_are_of_their_row_and_make_a_hundred(ask):
    found = ask(rows=("domain",), columns=("quality",), period="whole", measure="share")
    assert set(shown(found, "domain", "quality").items()) == {
        ((domain, "official"), 100)
        for domain in ("people", "living", "environment", "economy", "education", "mobility")
    }


def test_the_first_few_are_kept_in_each_column_and_totals_hold_all(ask):
    found = ask("visits", **SCHOOLS, split=("unit",), period="fiscal_year", order="high", top=1, end=date(2024, 9, 30))
    assert shown(found, "unit", "period") == {("school-3", "fy2024"): 120}
    assert shown(found, "indicator", "period", totals=True) == {("visits", "fy2024"): 240}


def test_the_rows_behind_a_cell_are_the_figures_handed_in(ask, town):
    asked = Question(("visits",), period="fiscal_year", end=date(2024, 9, 30))
    rows = rows_behind(town.snapshot_id, asked, {"indicator": "visits", "period": "fy2024"})
    assert len(rows) == 12 and rows["value"].sum() == 240 == ask("visits", end=date(2024, 9, 30)).frame["value"].sum()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"indicators": ("silent",)}, "silent: no figure yet"),
        ({"indicators": ("visits",), "units": ("province",)}, "visits: no figure of the units chosen"),
        ({"indicators": ("visits",), "split": ("breakdown",)}, "visits: has no parts of this kind"),
        ({"indicators": ("visits",), "end": date(2020, 1, 1)}, "visits: no figure in the time chosen"),
    ],
)
def test_an_indicator_that_is_not_in_the_answer_says_why(ask, fields, reason):
    found = ask(*fields.pop("indicators"), **fields)
    assert found.frame.empty and [note.en for note in found.notes] == [reason]


def test_a_cell_names_its_source_only_where_there_is_one_and_the_answer_names_them_all(new_town, monkeypatch):
    tiny = new_town()
    tiny.indicator("visits", level="school", period_kind="quarter")
    tiny.series("visits", "school-1", OCTOBER, [1, 2])
    tiny.series("visits", "school-2", OCTOBER, [3], source_id="second-register")
    tiny.build()
    monkeypatch.setenv("SMART7_DATA", str(tiny.folder))
    for period in ("year", "as_is", "fiscal_year", "quarter", "whole"):
        for units in (("town",), ("kind:school",)):
            found = answer(tiny.snapshot_id, Question(indicators=("visits",), units=units, period=period))
            assert found.source_ids == ["register", "second-register"]
            known = found.frame.assign(source_id=found.frame["source_id"].fillna(""))
            named = {(row["source_id"], row["sources"]) for row in known.to_dict("records")}
            assert ("", 2) in named and named <= {("", 2), ("register", 1)}, (period, units)
    schools = answer(tiny.snapshot_id, Question(indicators=("visits",), units=("school-2",)))
    assert schools.source_ids == ["second-register"] == list(schools.frame["source_id"])
    store.close_all()


def test_a_zone_beside_the_city_is_not_told_apart_by_the_parts_a_link_asks_for(ask):
    found = ask("people", units=("zone:zone-1",), split=("breakdown",), compare="city")
    assert "breakdown" not in found.question.dimensions and found.frame.empty

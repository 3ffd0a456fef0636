"""What analysts really ask: each of these is one question, and its answer is held against the figures themselves."""

from datetime import date

import pytest

from smart7 import store
from smart7.questions import Question, answer, names, sentence
from smart7.questions.parameters import written_out
from smart7.sandbox.rules import check, known

IMPROVED = Question(
    ("english-results",), ("sample:school",), date(2023, 10, 1), date(2026, 9, 30), "whole", split=("unit",),
    measure="change", order="high",
)  # fmt: skip
DEATHS = Question(("road-deaths-province", "registered-population"), ("khonkaen-province",), period="calendar_year")
NOTHING_IN = Question((), ("kind:division",), period="whole", split=("unit",), measure="count")
SAMPLE_SHARE = Question(period="whole", rows=("domain",), columns=("quality",), measure="share")
POPULATION = Question(
    ("registered-population",),
    ("khonkaen-city", "mueang-district", "khonkaen-province"),
    split=("unit",),
    measure="index",
)
ASKED = {
    "improved": IMPROVED, "deaths": DEATHS, "nothing in": NOTHING_IN, "share": SAMPLE_SHARE, "population": POPULATION,
    "month by month": Question(("attendance",), ("kind:school",), period="month", compare="last_year", split=("unit",)),
}  # fmt: skip


def test_which_sample_schools_improved_most_in_english_and_which_fell(snapshot, ask):
    found = answer(snapshot, IMPROVED).frame
    changes = dict(
        ask(
            "select unit_id, arg_max(value, period_start) - arg_min(value, period_start) from yearly"
            " where indicator_id = 'english-results' and breakdown = '' and unit_id like 'sample-school-%'"
            " and period_end between date '2023-10-01' and date '2026-09-30' group by unit_id having count(*) > 1"
        )
    )
    assert dict(zip(found["unit"], found["value"], strict=True)) == pytest.approx(changes)
    best = answer(snapshot, IMPROVED.with_(top=3)).frame["unit"].tolist()
    assert best == sorted(changes, key=lambda unit: -changes[unit])[:3]
    assert [unit for unit, value in changes.items() if value < 0]


def test_provincial_road_deaths_by_year_stand_beside_the_population(snapshot, ask):
    found = answer(snapshot, DEATHS).frame.pivot(index="period", columns="indicator", values="value")
    assert found.loc["cy2021"].to_dict() == {"road-deaths-province": 401, "registered-population": 1790863}
    both = answer(snapshot, DEATHS.with_(measure="index")).frame.pivot(
        index="period", columns="indicator", values="value"
    )
    assert both.dropna().iloc[0].tolist() == [100, 100]


def test_divisions_that_handed_in_nothing_are_nought(snapshot, ask):
    found = answer(snapshot, NOTHING_IN).frame
    handed_in = {unit for (unit,) in ask("select distinct unit_id from observations where known_to is null")}
    assert set(found[found["value"] == 0]["unit"]) == {
        unit for (unit,) in ask("select unit_id from units where kind = 'division'") if unit not in handed_in
    }


def test_the_share_of_sample_figures_of_each_domain(snapshot, ask):
    found = answer(snapshot, SAMPLE_SHARE).frame
    counted = ask(
        "select domain_id, 100 * count(*) filter (quality = 'sample') / count(*) from observations"
        " join indicators using (indicator_id) where known_to is null group by domain_id"
    )
    shares = found[found["quality"] == "sample"].set_index("domain")["value"].to_dict()
    assert shares == pytest.approx({domain: share for domain, share in counted if share})


def test_municipality_district_and_province_on_one_index_begin_where_all_are_known(snapshot):
    found = answer(snapshot, POPULATION)
    shown = found.frame.pivot(index="period", columns="unit", values="value").round(1)
    assert shown.dropna().loc["cy1997"].tolist() == [100, 100, 100]
    assert shown.loc["cy2020"].to_dict() == {
        "khonkaen-city": 83.1, "khonkaen-province": 103.9, "mueang-district": 116.7,
    }  # fmt: skip


@pytest.mark.parametrize("question", ASKED.values(), ids=ASKED)
def test_the_page_for_sql_takes_the_statement_of_a_question(snapshot, question):
    sql = written_out(*answer_parts(snapshot, question))
    with store.cursor(snapshot) as cursor:
        assert check(cursor, sql, known(cursor)).names == frozenset()


def answer_parts(snapshot, question):
    """Return statement and parameters of an answer."""
    found = answer(snapshot, question)
    return found.sql, found.parameters


def test_each_reads_as_a_sentence_in_both_languages(snapshot):
    known_names = names(snapshot)
    assert [sentence(one, "th", known_names) for one in (IMPROVED, NOTHING_IN, SAMPLE_SHARE)] == [
        "แสดงการเปลี่ยนแปลงของผลการทดสอบภาษาอังกฤษของโรงเรียนตัวอย่างทั้งหมด"
        " ตั้งแต่ปีงบประมาณ 2567 ถึงปีงบประมาณ 2569 รวมทั้งช่วงเวลา แยกตามหน่วย เรียงจากมากไปน้อย",
        "นับจำนวนตัวเลขที่มีของทุกตัวชี้วัดของสำนัก/กองทั้งหมด รวมทั้งช่วงเวลา แยกตามหน่วย",
        "แสดงสัดส่วนของจำนวนตัวเลขที่มีของทุกตัวชี้วัดของทุกหน่วย รวมทั้งช่วงเวลา แยกตามด้านและคุณภาพข้อมูล",
    ]
    assert [sentence(one, "en", known_names) for one in (IMPROVED, DEATHS, POPULATION)] == [
        "Show the change of English test results of every sample school from FY2024 to FY2026, over the whole time,"
        " split by unit, highest first.",
        "Show Road deaths, Khon Kaen province and Registered population of Khon Kaen Province, by calendar year.",
        "Show an index of Registered population of Khon Kaen City Municipality, Mueang Khon Kaen District and"
        " Khon Kaen Province, by year, split by unit.",
    ]

"""A headline says what the number beside it says: direction, better or worse, against target, never of a sample."""

from datetime import date

import pytest

from smart7 import queries
from smart7.calendar import Period
from smart7.figures import read as read_figures
from smart7.meetings import headline
from smart7.tally import Tally

OLD = Period("fiscal_year", date(2022, 10, 1), date(2023, 9, 30))
LATE = date(2024, 9, 30)

# value, the year before, direction, at least, at most -> what is said in English and in Thai.
TRUTH = [
    (120.0, 100.0, "higher", None, None, "Visits rose by 20.0 to 120.0 visits (FY2026), which is better",
     "การเยี่ยม เพิ่มขึ้น 20.0 เป็น 120.0 ครั้ง (ปีงบ 2569) ซึ่งดีขึ้น"),
    (120.0, 100.0, "lower", None, None, "Visits rose by 20.0 to 120.0 visits (FY2026), which is worse",
     "การเยี่ยม เพิ่มขึ้น 20.0 เป็น 120.0 ครั้ง (ปีงบ 2569) ซึ่งแย่ลง"),
    (80.0, 100.0, "higher", None, None, "Visits fell by 20.0 to 80.0 visits (FY2026), which is worse",
     "การเยี่ยม ลดลง 20.0 เหลือ 80.0 ครั้ง (ปีงบ 2569) ซึ่งแย่ลง"),
    (80.0, 100.0, "lower", None, None, "Visits fell by 20.0 to 80.0 visits (FY2026), which is better",
     "การเยี่ยม ลดลง 20.0 เหลือ 80.0 ครั้ง (ปีงบ 2569) ซึ่งดีขึ้น"),
    (120.0, 100.0, "context", None, None, "Visits rose by 20.0 to 120.0 visits (FY2026)",
     "การเยี่ยม เพิ่มขึ้น 20.0 เป็น 120.0 ครั้ง (ปีงบ 2569)"),
    (120.0, 100.0, "band", 90.0, 130.0,
     "Visits rose by 20.0 to 120.0 visits (FY2026); the municipality's target (90.0 visits to 130.0 visits) is met",
     "การเยี่ยม เพิ่มขึ้น 20.0 เป็น 120.0 ครั้ง (ปีงบ 2569) ได้ตามเป้าหมายเทศบาล (90.0 ครั้ง ถึง 130.0 ครั้ง)"),
    (100.0, 100.0, "higher", None, None, "Visits stayed at 100.0 visits (FY2026)",
     "การเยี่ยม เท่าเดิมที่ 100.0 ครั้ง (ปีงบ 2569)"),
    # What rounds away is no movement.
    (100.04, 100.0, "higher", None, None, "Visits stayed at 100.0 visits (FY2026)",
     "การเยี่ยม เท่าเดิมที่ 100.0 ครั้ง (ปีงบ 2569)"),
    (120.0, None, "higher", None, None, "Visits stood at 120.0 visits (FY2026)",
     "การเยี่ยม อยู่ที่ 120.0 ครั้ง (ปีงบ 2569)"),
    (120.0, 100.0, "higher", 110.0, None,
     "Visits rose by 20.0 to 120.0 visits (FY2026), which is better"
     "; the municipality's target (at least 110.0 visits) is met",
     "การเยี่ยม เพิ่มขึ้น 20.0 เป็น 120.0 ครั้ง (ปีงบ 2569) ซึ่งดีขึ้น ได้ตามเป้าหมายเทศบาล (อย่างน้อย 110.0 ครั้ง)"),
    (120.0, 100.0, "higher", 125.0, None,
     "Visits rose by 20.0 to 120.0 visits (FY2026), which is better"
     "; the municipality's target (at least 125.0 visits) is nearly met",
     "การเยี่ยม เพิ่มขึ้น 20.0 เป็น 120.0 ครั้ง (ปีงบ 2569) ซึ่งดีขึ้น เกือบได้ตามเป้าหมายเทศบาล (อย่างน้อย 125.0 ครั้ง)"),
    (120.0, 100.0, "higher", 200.0, None,
     "Visits rose by 20.0 to 120.0 visits (FY2026), which is better"
     "; the municipality's target (at least 200.0 visits) is missed",
     "การเยี่ยม เพิ่มขึ้น 20.0 เป็น 120.0 ครั้ง (ปีงบ 2569) ซึ่งดีขึ้น ไม่ได้ตามเป้าหมายเทศบาล (อย่างน้อย 200.0 ครั้ง)"),
    (80.0, 100.0, "lower", None, 60.0,
     "Visits fell by 20.0 to 80.0 visits (FY2026), which is better"
     "; the municipality's target (at most 60.0 visits) is missed",
     "การเยี่ยม ลดลง 20.0 เหลือ 80.0 ครั้ง (ปีงบ 2569) ซึ่งดีขึ้น ไม่ได้ตามเป้าหมายเทศบาล (ไม่เกิน 60.0 ครั้ง)"),
]  # fmt: skip


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("value", "before", "direction", "low", "high", "english", "thai"), TRUTH)
def test_a_headline_says_what_its_figure_says(figure, value, before, direction, low, high, english, thai):
    one = figure(value=value, previous_value=before, direction=direction, target_low=low, target_high=high)
    assert plain(headline.of(one, "en")) == english
    assert plain(headline.of(one, "th")) == thai


def test_percentages_move_by_points(figure):
    one = figure(value=27.5, previous_value=25.4, value_kind="percent", measure_en="%", measure_th="%")
    assert plain(headline.of(one, "en")) == "Visits rose by 2.1 points to 27.5% (FY2026), which is better"


def test_a_promised_year_moves_later_and_not_up(figure):
    one = figure(value=2028.0, previous_value=2027.0, value_kind="year", decimals=0, direction="lower")
    assert plain(headline.of(one, "en")) == "Visits moved 1 year later, to 2028 (FY2026), which is worse"


def test_a_late_figure_is_held_against_the_target_of_its_own_time_and_says_that_a_newer_one_is_owed(figure):
    one = figure(period_start=date(2023, 10, 1), period_end=LATE, last_period_end=LATE, target_low=110.0,
                 previous_start=date(2022, 10, 1), previous_end=date(2023, 9, 30))  # fmt: skip
    said = headline.of(one, "en")
    assert one.late
    assert plain(said).endswith(
        "; it met the municipality's target of its time (at least 110.0 visits); a newer figure is overdue"
    )
    thai = plain(headline.of(one, "th"))
    assert thai.endswith("ซึ่งในงวดนั้นได้ตามเป้าหมายเทศบาล (อย่างน้อย 110.0 ครั้ง) ตัวเลขใหม่กว่านี้เลยกำหนดส่งแล้ว")


def test_an_old_fact_that_nobody_owes_again_says_that_there_is_no_newer_one(figure):
    one = figure(due_days=None, last_period_end=LATE, period_start=date(2023, 10, 1), period_end=LATE, target_low=110.0)
    said = plain(headline.of(one, "en"))
    assert said.endswith("of its time (at least 110.0 visits); there is no newer figure") and not one.late


def test_a_year_that_is_not_complete_says_so_and_is_compared_with_nothing(figure):
    said = headline.of(figure(periods=3, periods_expected=12, target_low=110.0), "en")
    assert said == "Visits stood at 120.0\u00a0visits (FY2026); the year is not complete"


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_sample_figure_is_never_in_a_headline(figure, lang):
    one = figure(is_sample=True, quality="sample", target_low=110.0)
    for said in (headline.of(one, lang), headline.between(one, 90.0, OLD, lang)):
        assert not any(letter.isdigit() for letter in said)


def test_no_headline_of_the_real_data_names_a_sample_figure(snapshot):
    rows = queries.records(snapshot, "indicators/cards", domain="", until=date(2026, 9, 30), sample=True)
    samples = [f for f in read_figures(rows, date(2026, 11, 22), date(2026, 9, 30)) if f.is_sample]
    assert len(samples) > 50
    for one in samples:
        assert headline.of(one, "en") == f"{one.name.en}: no real figure has been handed in yet"


def test_a_missing_figure_is_said_to_be_missing_or_known_by_part(figure):
    nothing = dict.fromkeys(("value", "period_kind", "last_period_end", "quality", "previous_value"))
    assert headline.of(figure(**nothing, units_reporting=0), "en") == "Visits: no real figure has been handed in yet"
    assert headline.of(figure(**nothing, units_reporting=3), "en") == "Visits: known only by unit or part"


def test_two_years_apart_are_told_with_both_ends(figure):
    said = headline.between(figure(direction="lower"), 150.0, OLD, "en")
    assert plain(said) == "Visits fell by 30.0 since FY2023, from 150.0 to 120.0 visits (FY2026), which is better"
    same = headline.between(figure(), 120.0, OLD, "en")
    assert plain(same) == "Visits stood at 120.0 visits, the same as FY2023 (FY2026)"


def test_a_group_is_told_by_what_meets_its_target_and_what_is_late():
    some = Tally({"on": 3, "near": 1, "off": 1}, {"on": 1, "near": 0, "off": 1}, {"no_target": 5}, known=8, late=2)
    assert headline.of_tally("Smart Living", some, "en") == (
        "Smart Living: 3 of 5 judged for today on target; 1 of 2 judged for their own period only were on target;"
        " 5 cannot be said; 2 older than due"
    )
    assert headline.of_tally("ด้าน", some, "th") == (
        "ด้าน: ได้ตามเป้า 3 จาก 5 ตัวชี้วัดที่ตัดสินได้ ณ วันนี้"
        " ส่วนที่ตัดสินได้เฉพาะงวดของตัวเลข ได้ตามเป้า 1 จาก 2 ยังบอกไม่ได้ 5 เก่ากว่าที่ควร 2 ตัวชี้วัด"
    )
    none = dict.fromkeys(("on", "near", "off"), 0)
    unjudged = headline.of_tally("Smart Living", Tally(none, none, {"missing": 9}, known=4, late=0), "en")
    assert unjudged.endswith("can be judged today; 4 of 9 indicators are known")


def test_a_slide_says_what_a_figure_did_and_leaves_its_verdict_to_stand_beside_it(figure):
    one = figure(target_low=110.0)
    assert plain(headline.finding(one, "en")) == "Visits rose by 20.0 to 120.0 visits (FY2026), which is better"
    late = figure(period_start=date(2023, 10, 1), period_end=LATE, last_period_end=LATE, target_low=110.0)
    assert headline.note(late, "en") == "A newer figure is overdue" and headline.note(one, "en") == ""
    assert not any(letter.isdigit() for letter in headline.finding(figure(is_sample=True, quality="sample"), "en"))


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        ((1, 2), (1, 1), "1 of 3 on target today, 1 of 2 in an older period"),
        ((1, 2), (0, 0), "1 of 3 on target today"),
        ((0, 0), (1, 1), "1 of 2 on target in an older period, none judged today"),
        ((0, 0), (0, 0), "none can be held against a target yet"),
    ],
)
def test_a_domain_is_told_by_what_is_known_and_of_which_time_its_verdicts_are(now, then, said):
    some = Tally({"on": now[0], "near": 0, "off": now[1]}, {"on": then[0], "near": 0, "off": then[1]}, {}, 8, 0)
    total = sum(now) + sum(then)
    assert headline.of_domain("Smart X", some, "en") == f"Smart X: 8 of {total} indicators are known; {said}"
    assert headline.of_domain("ด้าน", some, "th").startswith(f"ด้าน: รู้แล้ว 8 จาก {total} ตัวชี้วัด ")


def test_a_comparison_names_the_highest_and_the_lowest_of_real_units_only():
    found = [("A", 3.0, "3 rooms"), ("B", 1.0, "1 rooms"), ("C", 2.0, "2 rooms")]
    assert headline.extremes("Rooms", found, "2025", "en") == "Rooms: highest A, 3 rooms; lowest B, 1 rooms (2025)"
    assert headline.extremes("Rooms", found[:1], "2025", "en").startswith("Rooms: only A has a real figure")
    assert headline.extremes("Rooms", [("A", 2.0, "2"), ("B", 2.0, "2")], "2025", "en").startswith("Rooms: every unit")
    assert headline.extremes("Rooms", [], "2025", "en") == "Rooms: no unit has handed in a real figure yet"


def test_the_board_is_told_by_what_is_known_judged_and_on_target():
    none = dict.fromkeys(("on", "near", "off"), 0)
    some = Tally({"on": 3, "near": 0, "off": 1}, {"on": 1, "near": 0, "off": 1}, {"no_target": 5}, known=8, late=2)
    assert headline.of_board(some, "en") == "8 of 11 indicators are known, 6 can be held against a target, 4 meet it"
    assert headline.of_board(some, "th") == "รู้แล้ว 8 จาก 11 ตัวชี้วัด เทียบกับเป้าหมายได้ 6 ได้ตามเป้า 4"
    assert headline.of_their_time(some, "en") == "2 of these 6 are judged for an older period only"
    today = Tally({"on": 1, "near": 0, "off": 0}, none, {}, known=1, late=0)
    assert headline.of_their_time(today, "en") == headline.of_their_time(Tally(none, none, {}, 0, 0), "th") == ""
    assert headline.of_board(Tally(none, none, {"no_target": 2}, known=2, late=0), "en").endswith(
        "none of them can be held against a target yet"
    )
    empty = Tally(none, none, {"missing": 7, "sample": 2}, known=0, late=0)
    assert headline.of_board(empty, "en") == "No real figure of any of the 9 indicators has been handed in yet"


@pytest.mark.parametrize(("changes", "why"), [
    ({"is_sample": True, "quality": "sample"}, "a sample"),
    ({"direction": "context"}, "neither way is better"),
    ({"direction": "band"}, "neither way is better"),
    ({"level": "country"}, "another place"),
    ({"value_kind": "year", "decimals": 0}, "a year has no size"),
    ({"previous_value": -100.0}, "below zero there is no share"),
    ({"previous_value": 0.0}, "nor of nothing"),
    ({"previous_value": None}, "nothing to compare with"),
    ({"value": 100.04}, "it rounds away"),
    ({"period_start": date(2021, 10, 1), "period_end": date(2022, 9, 30), "last_period_end": date(2022, 9, 30),
      "previous_start": date(2020, 10, 1), "previous_end": date(2021, 9, 30)}, "too long ago"),
])  # fmt: skip
def test_what_moved_most_is_a_recent_published_figure_of_which_one_way_is_better(figure, changes, why):
    at = date(2026, 9, 30)
    less = figure(indicator_id="less", value=110.0)
    most = figure(indicator_id="most", value=190.0)
    assert headline.moved_most([less, most], at) == most
    assert headline.moved_most([less, figure(**{"indicator_id": "most", "value": 190.0, **changes})], at) == less, why
    assert headline.moved_most([], at) is None


def test_what_moved_most_is_measured_by_its_own_size(figure):
    large = figure(indicator_id="large", value=1_000_100.0, previous_value=1_000_000.0)
    small = figure(indicator_id="small", value=8.0, previous_value=10.0)
    assert headline.moved_most([large, small], date(2026, 9, 30)) == small

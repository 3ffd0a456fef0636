"""A card: what it says of a figure, and what it says where there is none."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import unquote

import pytest

from smart7 import calendar, theme
from smart7.i18n import LANGS, Text
from smart7.markup import cards, frame
from smart7.markup.pieces import unfolded
from smart7.metrics import Status, Target
from smart7.words import cards as words
from smart7.words import common
from tests.markup.shown import read as said

SNAPSHOT = "20261122-996f9da717"


@pytest.fixture
def card(figure, view):
    """Return a function that draws the card of a figure a test has changed."""

    def draw(lang="en", dark=False, **changes):
        return cards.card(figure(**changes), view(lang, dark), SNAPSHOT)

    return draw


@pytest.mark.parametrize(("lang", "parts"), [
    ("en", ["Dengue cases", "1,234", "cases", "FY2026 · Khon Kaen City Municipality",
            "■ On target (municipality's target ≤ 1,300 cases)", "−66 cases from FY2025", "Official"]),
    ("th", ["ผู้ป่วยไข้เลือดออก", "1,234", "ราย", "ปีงบ 2569 · เทศบาลนครขอนแก่น",
            "■ ตามเป้า (เป้าหมายเทศบาล ≤ 1,300 ราย)", "−66 ราย จากปีงบ 2568", "ทางการ"]),
])  # fmt: skip
def test_a_card_says_value_measure_period_place_status_target_change_and_quality(card, lang, parts):
    shown = said(card(lang)).replace("\u00a0", " ")
    assert [part for part in parts if part not in shown] == []


@pytest.mark.parametrize("lang", LANGS)
def test_provenance_says_source_day_owner_formula_register_and_snapshot(card, lang):
    inside = unfolded(card(lang)).split("<details>")[1]
    facts = {said(term): said(text) for term, text in re.findall("<dt[^>]*>(.*?)</dt><dd[^>]*>(.*?)</dd>", inside)}
    en = lang == "en"
    assert facts[common.SOURCE.get(lang)] == ("Disease register" if en else "ทะเบียนโรค")
    assert facts[common.AS_OF.get(lang)] == ("15 October 2026" if en else "15 ตุลาคม 2569")
    assert facts[common.OWNER.get(lang)] == ("Health Office" if en else "สำนักการสาธารณสุข")
    assert facts[common.FORMULA.get(lang)] == ("count of cases" if en else "นับผู้ป่วย")
    assert facts[words.REGISTER.get(lang)] == ("register of cases" if en else "ทะเบียนผู้ป่วย")
    assert facts[words.SNAPSHOT.get(lang)] == SNAPSHOT
    assert f"/indicator?{'lang=en&' if en else ''}id=dengue-cases#rows" in unescape(inside)


def test_the_source_alone_is_marked_to_be_printed_while_the_rest_is_folded(card):
    marked = re.findall('<dt class="s7-printed">(.*?)</dt><dd class="s7-printed">', unfolded(card("en")))
    assert [said(term) for term in marked] == [common.SOURCE.en]


def test_every_source_is_named_with_its_day_and_leads_to_what_is_known_of_it(card, figure):
    (first,) = figure().provenance.sources
    other = replace(first, source_id="press", title=Text("ข่าว", "The press <b>"), as_of=date(2026, 9, 1))
    shown = card(provenance=replace(figure().provenance, sources=(first, other)))
    assert "Disease register · As of 15 October 2026 The press <b> · As of 1 September 2026" in said(shown)
    assert all(f"/sources?lang=en&source={each}" in unescape(unfolded(shown)) for each in ("disease-register", "press"))


def test_a_sample_card_is_hollow_dashed_and_named(card):
    shown = card(is_sample=True, quality="sample", unit=Text("เมืองตัวอย่าง", "Sample city"))
    assert 'class="s7-card s7-sample"' in shown and "s7-q-sample" in shown
    assert "stroke-dasharray" in unquote(shown)
    assert "Sample" in said(shown).split("Where this comes from")[0].split("FY2025")[1]


def test_a_published_card_is_neither_hollow_nor_dashed(card):
    shown = card()
    assert "s7-sample" not in shown and "stroke-dasharray" not in unquote(shown)


@pytest.mark.parametrize("judgement", ["on", "near", "off"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_status_is_icon_and_word_before_it_is_a_colour(card, judgement, lang):
    shown = card(lang, status=Status(judgement))
    line = re.search(f'<p class="s7-status s7-{judgement}">(.*?)</p>', shown)[1]
    assert f'<span aria-hidden="true">{theme.STATUS_ICON[judgement]}</span>' in line
    assert common.STATUS[judgement].get(lang) in line


@pytest.mark.parametrize(("lang", "words_then"), [
    ("en", "Off target in FY2021; no newer figure (municipality's target ≤ 1,300 cases)"),
    ("th", "ไม่ถึงเป้าในปีงบ 2564 ยังไม่มีตัวเลขใหม่กว่า (เป้าหมายเทศบาล ≤ 1,300 ราย)"),
])  # fmt: skip
def test_a_verdict_of_its_own_period_is_an_icon_in_outline_and_says_when_it_was(card, lang, words_then):
    shown = card(lang, status=Status("off", then=True), period=calendar.period("fiscal_year", date(2020, 10, 1)))
    assert f'<span class="s7-then" aria-hidden="true">{theme.STATUS_ICON["off"]}</span>' in shown
    assert words_then in said(shown).replace("\u00a0", " ")
    assert "s7-then" not in card(lang, status=Status("off"))


@pytest.mark.parametrize("lang", LANGS)
def test_a_late_figure_that_is_not_judged_still_says_that_a_newer_one_is_owed(card, lang):
    none = {"target": Target(), "aim": None, "status": Status("none", "no_target")}
    assert words.OVERDUE.get(lang) in said(card(lang, **none, late=True))
    assert words.OVERDUE.get(lang) not in said(card(lang, **none))


@pytest.mark.parametrize("reason", ["no_target", "partial", "context"])
def test_a_figure_that_is_not_judged_says_why(card, reason):
    shown = said(card(status=Status("none", reason), target=Target(), aim=None))
    assert f"– Not judged: {common.REASONS[reason].en}" in shown
    assert "≥" not in shown and "≤" not in shown


YEAR, OPEN = (date(2025, 10, 1), date(2026, 9, 30)), (date(2023, 6, 1), None)
LONG = (date(2022, 10, 1), date(2027, 9, 30))
AIMS = [
    (Target(low=85.0), "plan", YEAR, "municipality's target ≥ 85.0%", "เป้าหมายเทศบาล ≥ 85.0%"),
    (Target(high=15.0), "national", OPEN, "national benchmark ≤ 15.0% since 2023", "เกณฑ์ประเทศ ≤ 15.0% ตั้งแต่ปี 2566"),
    (Target(high=15.0), "law", (date(2022, 10, 1), None), "legal standard ≤ 15.0% since FY2023",
     "มาตรฐานตามกฎหมาย ≤ 15.0% ตั้งแต่ปีงบ 2566"),
    (Target(20.0, 30.0), "guideline", LONG, "international guideline 20.0% to 30.0% FY2023 to FY2027",
     "เกณฑ์แนะนำสากล 20.0% ถึง 30.0% ปีงบ 2566 ถึงปีงบ 2570"),
    (Target(low=0.0), "peers", YEAR, "median of peers ≥ 0.0%", "ค่ากลางของกลุ่มเทียบ ≥ 0.0%"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "authority", "dates", "words_en", "words_th"), AIMS)
def test_a_target_is_said_in_words_with_whose_it_is_and_since_when(
    figure, view, target, authority, dates, words_en, words_th
):
    aim = replace(figure().aim, authority=authority, since=dates[0], until=dates[1])
    percent = figure(value_kind="percent", decimals=1, measure=Text("%", "%"), target=target, aim=aim)
    assert cards.target_words(percent, view("en")).replace("\u00a0", " ") == words_en
    assert cards.target_words(percent, view("th")).replace("\u00a0", " ") == words_th
    assert cards.target_words(figure(target=Target(), aim=None), view("en")) == ""


def test_the_target_of_a_sample_is_nobodys(figure, view):
    made_up = figure(is_sample=True, aim=replace(figure().aim, quality="sample"))
    assert cards.target_words(made_up, view("en")).replace("\u00a0", " ") == "sample target ≤ 1,300 cases"


def test_who_set_a_target_and_when_is_behind_the_card_with_a_link(card, figure):
    note = Text("ใช้ทั้งปี", "For the whole year")
    shown = card(aim=replace(figure().aim, note=note))
    assert "1 Oct 2025 – 30 Sep 2026 · Official · Health plan · For the whole year" in said(shown)
    assert "/sources?lang=en&source=health-plan" in unescape(unfolded(shown))


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_figure_a_card_says_so_and_who_owes_it(card, lang):
    shown = card(
        lang, value=None, period=None, period_short=None, period_label=None, unit=None, quality="", spark=(),
        change=None, before=None, status=Status("none", "missing"), held=(0, 0), complete=False,
    )  # fmt: skip
    assert common.REASONS["missing"].get(lang) in said(shown) and words.NOT_HANDED_IN.get(lang) in said(shown)
    assert f"{common.OWNER.get(lang)}: " in said(shown)
    assert "<b>" not in shown and "<img" not in shown and "s7-status" not in shown


def test_a_figure_known_only_by_unit_says_that_instead(card):
    shown = card(value=None, period_short=None, unit=None, quality="", status=Status("none", "parts"))
    assert common.REASONS["parts"].en in shown and common.REASONS["missing"].en not in shown


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({"held": (9, 12)}, "9 of 12 periods of the year"),
        ({"units_held": (9, 11)}, "9 of 11 units"),
        ({"held": (9, 12), "units_held": (9, 11)}, "9 of 12 periods of the year · 9 of 11 units"),
        ({"complete": False}, "the figure covers only part of its period"),
        ({}, ""),
    ],
)
def test_what_is_not_whole_is_remarked(figure, view, changes, remark):
    assert said(cards.remarks(figure(**changes), view())) == remark


@pytest.mark.parametrize(
    ("change", "decimals", "text"),
    [
        (-66.0, 0, "−66 cases from FY2025"),
        (66.0, 0, "+66 cases from FY2025"),
        (0.0, 0, "the same as FY2025"),
        (0.04, 1, "the same as FY2025"),
        (0.5, 0, "+1 cases from FY2025"),
        (None, 0, ""),
    ],
)
def test_a_change_is_said_with_its_sign_or_as_none(figure, view, change, decimals, text):
    shown = said(cards.change(figure(change=change, decimals=decimals), view()))
    assert shown.replace("\u00a0", " ") == text


def test_a_year_is_shown_as_people_count_it(card):
    opening = {"value_kind": "year", "value": 2028.0, "measure": Text("ปี", "year"), "decimals": 0}
    assert "<b>2571</b>" in card("th", **opening) and "<b>2028</b>" in card("en", **opening)


def test_a_percentage_is_not_followed_by_its_sign_twice(card):
    shown = said(card(value_kind="percent", value=85.25, decimals=1, measure=Text("%", "%"), target=Target()))
    assert "85.3%" in shown and "%%" not in shown and "% %" not in shown


def test_a_constant_series_runs_through_the_middle():
    _, y = cards.points([7.0, 7.0, 7.0])
    assert y == [cards.SPARK_HEIGHT / 2] * 3


def test_a_series_stays_inside_its_box_and_goes_up_when_it_rises():
    x, y = cards.points([1.0, 100.0, -50.0, 1e12])
    assert x == sorted(x) and min(x) >= 0 and max(x) <= cards.SPARK_WIDTH
    assert min(y) >= 0 and max(y) <= cards.SPARK_HEIGHT
    assert y[3] < y[2]


@pytest.mark.parametrize("values", [(), (5.0,)])
def test_one_value_is_no_line(figure, view, values):
    assert cards.spark(figure(spark=values), view()) == ""


@pytest.mark.parametrize("lang", LANGS)
def test_the_line_says_in_words_what_it_draws(figure, view, lang):
    alt = re.search("aria-label='(.*?)'", cards.spark(figure(), view(lang)))[1]
    assert "1,500" in alt and "1,234" in alt and "3" in alt and words.TRENDS["improving"].get(lang) in alt


def test_the_line_of_a_series_without_a_trend_is_still_said(figure, view):
    assert "from 1,500 to 1,234 over 3 years'" in cards.spark(figure(trend="unknown"), view())


@pytest.mark.parametrize("dark", [False, True])
def test_the_line_has_the_colour_of_its_domain_in_each_appearance(figure, view, dark):
    drawn = cards.card(figure(), view(dark=dark), SNAPSHOT)
    assert "--s7-card:var(--s7-domain-living)" in drawn
    assert f"--s7-domain-living:{theme.palette(dark).domain['living']};" in frame.colours(dark)
    assert "background: var(--s7-card" in re.search("[.]s7-spark {.*?}", frame.style_sheet())[0]


def test_the_markup_of_a_card_is_the_same_in_light_and_in_dark(figure, view):
    assert cards.card(figure(), view(), SNAPSHOT) == cards.card(figure(), view(dark=True), SNAPSHOT)


def test_a_grid_holds_a_card_for_each_figure_under_the_heading_it_is_given(figure, view):
    shown = cards.grid([figure(), figure()], view(), SNAPSHOT, level=3)
    assert shown.count("<article") == shown.count("<h3>") == 2 and "<h2" not in shown


def test_the_period_before_is_named_by_its_kind(card, figure):
    year = calendar.containing("calendar_year", figure().period.start)
    assert "from 2025" in said(card(before=year))


def test_a_note_and_a_break_in_the_series_are_said(card):
    shown = said(card(note=Text("หมายเหตุ", "Counted anew"), break_note=Text("นับใหม่", "Not comparable before 2020")))
    assert "Counted anew" in shown.split("Where this comes from")[1]
    assert "Not comparable before 2020" in shown.split("Where this comes from")[0]


def test_a_unit_with_a_single_figure_has_no_line_among_those_that_have_one():
    drawn = cards.multiples({"School 1": [5.0], "School 2": [4.0, 6.0]}, ["5", "6"], dashed=False, domain="education")
    assert drawn.count("s7-spark") == 1 and drawn.count("<li>") == 2

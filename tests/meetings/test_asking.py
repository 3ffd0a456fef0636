"""What to ask about says what the figure says, names its place, and is the same for pages, decks and paper."""

import re
from dataclasses import asdict
from datetime import date

import pytest

from smart7 import asks, reading
from smart7.i18n import LANGS
from smart7.meetings import asking
from smart7.view import View

OLD = {"last_period_end": date(2022, 9, 30), "period_start": date(2021, 10, 1), "period_end": date(2022, 9, 30),
       "previous_start": date(2020, 10, 1), "previous_end": date(2021, 9, 30),
       "short_en": "FY2022", "short_th": "ปีงบ 2565"}  # fmt: skip
PLACE = {"unit_en": "the town", "unit_th": "เมืองนี้"}
PROVINCE = {"level": "province", "unit_en": "Visits Province", "unit_th": "จังหวัดการเยี่ยม"}

# Cells that differ from the usual, the cause, and what is said in English and in Thai.
TRUTH = [
    ({"target_low": 150.0}, "missed",
     "Visits (the town): 120.0 visits in FY2026, against the municipality's target of at least 150.0 visits",
     "การเยี่ยม (เมืองนี้) อยู่ที่ 120.0 ครั้ง ในปีงบ 2569 ขณะที่เป้าหมายเทศบาลคืออย่างน้อย 150.0 ครั้ง"),
    ({"target_low": 150.0} | OLD, "missed",
     "Visits (the town): 120.0 visits in FY2022, against the municipality's target of that time, at least 150.0 visits"
     "; a newer figure is overdue",
     "การเยี่ยม (เมืองนี้) อยู่ที่ 120.0 ครั้ง ในปีงบ 2565 ขณะที่เป้าหมายเทศบาลในงวดนั้นคืออย่างน้อย 150.0 ครั้ง"
     " ตัวเลขใหม่กว่านี้เลยกำหนดส่งแล้ว"),
    ({"value": 75.0}, "worsened",
     "Visits (the town): down by 25.0 from FY2025 to 75.0 visits in FY2026, which is worse",
     "การเยี่ยม (เมืองนี้) ลดลง 25.0 จากปีงบ 2568 เหลือ 75.0 ครั้ง ในปีงบ 2569 ซึ่งแย่ลง"),
    ({"direction": "lower", "value_kind": "percent"}, "worsened",
     "Visits (the town): up by 20.0 points from FY2025 to 120.0% in FY2026, which is worse",
     "การเยี่ยม (เมืองนี้) เพิ่มขึ้น 20.0 จุด จากปีงบ 2568 เป็น 120.0% ในปีงบ 2569 ซึ่งแย่ลง"),
    (OLD, "silent",
     "Visits (the town): 120.0 visits in FY2022, and nothing newer for 4 years,"
     " though the Smart City programme promised it",
     "การเยี่ยม (เมืองนี้) อยู่ที่ 120.0 ครั้ง ในปีงบ 2565 แล้วไม่มีตัวเลขใหม่อีกเลย 4 ปี ทั้งที่โครงการเมืองอัจฉริยะสัญญาไว้"),
    (OLD, "late",
     "Visits (the town): the newest figure is 120.0 visits in FY2022; the next has been overdue for 2 years",
     "การเยี่ยม (เมืองนี้) ตัวเลขล่าสุดคือ 120.0 ครั้ง ในปีงบ 2565 ตัวเลขถัดไปเลยกำหนดส่งมาแล้ว 2 ปี"),
    ({"quality": "estimated"}, "doubtful", "Visits (the town): 120.0 visits in FY2026, but only as an estimate",
     "การเยี่ยม (เมืองนี้) อยู่ที่ 120.0 ครั้ง ในปีงบ 2569 แต่เป็นเพียงค่าประมาณ"),
    ({"quality": "reported"}, "doubtful",
     "Visits (the town): 120.0 visits in FY2026, but known only from the press or a paper,"
     " not from the body responsible itself",
     "การเยี่ยม (เมืองนี้) อยู่ที่ 120.0 ครั้ง ในปีงบ 2569 แต่รู้จากข่าวหรือบทความเท่านั้น"
     " ไม่ได้มาจากหน่วยงานที่รับผิดชอบโดยตรง"),
]  # fmt: skip


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("cells", "kind", "english", "thai"), TRUTH)
def test_a_sentence_says_what_the_figure_says_and_why_it_is_asked_about(figure, cells, kind, english, thai):
    ask = asks.of(kind, figure(**PLACE | cells))
    assert plain(asking.sentence(ask, "en")) == english
    assert plain(asking.sentence(ask, "th")) == thai


def test_every_cause_is_said():
    assert {kind for _, kind, *_ in TRUTH} == set(asks.KINDS)


def test_a_place_that_the_name_says_already_is_not_said_twice(figure):
    ask = asks.of("doubtful", figure(**PROVINCE, quality="estimated", name_en="Visits, Visits province"))
    assert asking.sentence(ask, "en").startswith("Visits, Visits province: 120.0")
    assert asking.sentence(ask, "th").startswith("การเยี่ยม (จังหวัดการเยี่ยม) ")


@pytest.mark.parametrize(("days", "english"), [
    (5, "5 days"), (60, "60 days"), (61, "2 months"), (729, "23 months"), (731, "2 years"), (6176, "16 years"),
])  # fmt: skip
def test_time_is_told_as_people_say_it(days, english):
    assert asking.age(days, "en") == english


@pytest.fixture
def five(snapshot):
    """Return what to ask about of the real data, in both languages."""
    found = reading.every_figure(snapshot, date(2026, 9, 30), sample=True)
    return {lang: asking.five(found, lang) for lang in LANGS}, {one.indicator_id: one for one in found}


@pytest.mark.parametrize("lang", LANGS)
def test_the_five_of_the_real_data_name_place_period_quality_and_source(five, lang):
    told, figures = five
    assert len(told[lang]) == asks.MOST
    for one in told[lang]:
        figure = figures[one.indicator_id]
        assert not figure.is_sample
        assert one.sentence.startswith(one.name) and one.place.casefold() in one.sentence.casefold()
        assert one.shown in one.sentence and one.place == figure.unit.get(lang)
        assert all((one.title, one.question, one.period, one.quality, one.owner, one.sources))
        assert one.drill == f"/indicator?{'lang=en&' if lang == 'en' else ''}id={one.indicator_id}"
        assert all(isinstance(held, (str, tuple)) for held in asdict(one).values())


def test_both_languages_ask_about_the_same_with_the_same_numbers(five):
    told, _ = five
    assert [one.indicator_id for one in told["th"]] == [one.indicator_id for one in told["en"]]
    for thai, english in zip(told["th"], told["en"], strict=True):
        assert re.findall(r"[\d,.]+", thai.shown)[0] == re.findall(r"[\d,.]+", english.shown)[0]


@pytest.mark.parametrize("lang", LANGS)
def test_the_sheet_holds_every_sentence_source_address_and_the_day(five, snapshot, monkeypatch, lang):
    monkeypatch.setenv("SMART7_ADDRESS", "https://smart.example.go.th/")
    view = View(lang, dark=False, year=2026, years=range(2026, 2016, -1), sample=True, as_of=date(2026, 11, 22))
    told = five[0][lang]
    sheet = asking.sheet(told, snapshot, view)
    for one in told:
        assert all(part in sheet for part in (one.sentence, one.question, one.owner, one.quality, *one.sources))
        assert f"https://smart.example.go.th{one.drill}\n" in sheet + "\n"
    assert {"en": "22 November 2026", "th": "22 พฤศจิกายน 2569"}[lang] in sheet and snapshot in sheet
    assert len(re.findall(r"^\d\. ", sheet, re.MULTILINE)) == asks.MOST
    assert not re.search(r"[<>{}]", sheet)


def test_a_sheet_of_nothing_is_empty(snapshot):
    view = View("en", dark=False, year=2026, years=range(2026, 2016, -1), sample=True, as_of=date(2026, 11, 22))
    assert asking.sheet([], snapshot, view) == ""

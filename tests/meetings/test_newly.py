"""A sentence of news says what became known, with the figure's own numbers and its place."""

from datetime import date

import pytest

from smart7.meetings import newly
from smart7.news import News

PLACE = {"unit_en": "the town", "unit_th": "เมืองนี้"}
DAY = date(2026, 11, 1)

TRUTH = [
    ("first", None, "Visits (the town) has a figure for the first time: 120.0 visits in FY2026",
     "การเยี่ยม (เมืองนี้) มีตัวเลขเป็นครั้งแรก: 120.0 ครั้ง ในปีงบ 2569"),
    ("newer", None, "Visits (the town) rose by 20.0 to 120.0 visits (FY2026), which is better",
     "การเยี่ยม (เมืองนี้) เพิ่มขึ้น 20.0 เป็น 120.0 ครั้ง (ปีงบ 2569) ซึ่งดีขึ้น"),
    ("grown", None, "Visits (the town) rose by 20.0 to 120.0 visits (FY2026), which is better",
     "การเยี่ยม (เมืองนี้) เพิ่มขึ้น 20.0 เป็น 120.0 ครั้ง (ปีงบ 2569) ซึ่งดีขึ้น"),
    ("corrected", 90.0, "Visits (the town) was corrected from 90.0 visits to 120.0 visits in FY2026",
     "การเยี่ยม (เมืองนี้) แก้ไขจาก 90.0 ครั้ง เป็น 120.0 ครั้ง ในปีงบ 2569"),
    ("corrected", None, "Visits (the town) was corrected and now stands at 120.0 visits in FY2026",
     "การเยี่ยม (เมืองนี้) แก้ไขแล้ว ขณะนี้อยู่ที่ 120.0 ครั้ง ในปีงบ 2569"),
    ("older", None,
     "Visits (the town): figures of other periods or parts came in; the newest is still 120.0 visits in FY2026",
     "การเยี่ยม (เมืองนี้) มีตัวเลขของงวดอื่นหรือหน่วยย่อยเข้ามา ค่าล่าสุดยังเป็น 120.0 ครั้ง ในปีงบ 2569"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "replaced", "english", "thai"), TRUTH)
def test_every_sort_of_news_is_said_in_both_languages(figure, what, replaced, english, thai):
    told = News(what, figure(**PLACE), DAY, 1, 0, replaced)
    assert newly.sentence(told, "en").replace("\u00a0", " ") == english
    assert newly.sentence(told, "th").replace("\u00a0", " ") == thai


def test_where_there_is_no_figure_of_the_whole_no_number_is_said(figure):
    told = News("parts", figure(value=None, period_kind=None, unit_en=None, unit_th=None), DAY, 3, 0, None)
    assert newly.sentence(told, "en") == "Visits: figures by unit or part came in; there is none of the whole yet"
    assert newly.sentence(told, "th").startswith("การเยี่ยม มีตัวเลขรายหน่วย")

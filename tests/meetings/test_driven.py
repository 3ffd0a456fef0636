"""The slide of a line in a month: its day, three sentences, its month beside others, and that it is a sample."""

import io
from datetime import date

import openpyxl
import pytest

from smart7 import queries
from smart7.i18n import LANGS
from smart7.meetings import driven
from smart7.meetings.agenda import Item, Refused, checked
from smart7.meetings.slides import slides
from smart7.packs import content
from smart7.packs.composition import deck, markup
from smart7.packs.workbook import book
from smart7.words import service as words

GREEN = "city_bus.green_24@0~2022-12"
MONTH = {
    "feed": "city_bus",
    "route": "green_24",
    "direction": 0,
    "month": date(2022, 12, 1),
    "type": "",
    "sample": True,
}


def one(snapshot, meeting, subject=GREEN, lang="en", **given):
    (slide,) = slides(snapshot, meeting(Item("service", subject)), lang, **given)
    return slide


@pytest.mark.parametrize("lang", LANGS)
def test_made_up_service_is_labelled_and_stands_in_no_headline(snapshot, meeting, lang):
    slide = one(snapshot, meeting, lang=lang)
    mark = words.SLIDE_MADE_UP.format(lang, said="")
    assert slide.is_sample and slide.quality == "sample" and slide.kicker.startswith(mark)
    assert slide.headline == words.SLIDE_SAMPLE.format(lang, line=slide.subhead)
    assert slide.body.startswith(mark) and len(slide.body.splitlines()) == 3
    assert "[4,2]" in str(slide.chart.spec).replace(" ", ""), "the lines of a sample are dashed"


def test_its_figures_are_those_of_the_page(snapshot, meeting):
    slide = one(snapshot, meeting)
    months = queries.records(snapshot, "service/months", **MONTH)
    told = {(figure.key.split("/")[2]): figure.value for figure in slide.figures}
    for row in months:
        for name in driven.MEASURES:
            assert told.get(f"{name}:{row['month']}") == row[name.replace("-", "_")]
    assert [name.split(" (")[0] for name in slide.table.header[1:]] == [
        "December 2022", "November 2022", "December 2021",
    ]  # fmt: skip


def test_no_run_of_a_vehicle_leaves_in_a_workbook(snapshot, meeting):
    body = book.build(content.pack(meeting(Item("service", GREEN)), snapshot, "en"))
    cells = {
        str(cell)
        for sheet in openpyxl.load_workbook(io.BytesIO(body))
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    assert {"Excess wait", "Sample"} <= cells and not {"vehicle", "string_id", "along_m"} & cells


def test_the_day_that_is_drawn_is_the_last_weekday_of_the_month(snapshot, meeting):
    slide = one(snapshot, meeting)
    assert slide.drill == "/service?line=city_bus.green_24&way=0&day=2022-12-30"
    assert slide.caption.startswith("30 December 2022") and "30 December 2022" in slide.alt


def test_without_a_line_it_is_the_one_with_most_days_and_its_last_month(snapshot, meeting):
    assert one(snapshot, meeting, "").drill.startswith("/service?line=city_bus.green_24")
    assert "December 2022" in one(snapshot, meeting, "").kicker


@pytest.mark.parametrize("subject", ["city_bus.red", "city_bus.green_24@7", "city_bus.green_24~2020-01"])
def test_what_was_never_driven_says_so(snapshot, meeting, subject):
    slide = one(snapshot, meeting, subject)
    assert slide.headline.startswith("This item cannot be shown: ") and not slide.figures


def test_without_samples_there_is_nothing_to_show(snapshot, meeting):
    assert words.SLIDE_NOTHING.en in one(snapshot, meeting, sample=False).headline


def test_what_was_measured_is_said_in_the_headline():
    room = driven.Room("none", "en")
    own = {"samples": 0, "excess_wait": 1.26}
    assert "1.3 min longer than planned" in driven.headline(room, own, "Line 8")
    assert "no longer than planned" in driven.headline(room, own | {"excess_wait": 0.01}, "Line 8")
    assert "no plan" in driven.headline(room, own | {"excess_wait": None}, "Line 8")


def test_a_link_to_the_page_of_service_is_its_subject():
    there = "https://city.example/service?line=city_bus.green_24&way=1&day=2022-12-14&lang=en"
    assert driven.of_address(there) == "city_bus.green_24@1~2022-12"
    assert driven.of_address("city_bus.green_24") == "city_bus.green_24"


@pytest.mark.parametrize("subject", ["green", "city_bus.green_24~2022-13", "city_bus.green_24@x", "city_bus.a b"])
def test_only_a_line_of_a_feed_can_be_put_on_an_agenda(meeting, subject):
    with pytest.raises(Refused):
        checked(meeting(Item("service", subject)))


def test_sentences_stand_beside_the_chart_on_one_page(snapshot, meeting):
    pack = content.pack(meeting(Item("service", GREEN)), snapshot, "en")
    (page,) = [page for page in deck.pages(pack) if page.kind == "slide"]
    drawn = markup.page(page)
    assert all(line in drawn.replace("\u00a0", " ") for line in pack.slides[0].body.splitlines()) and "<svg" in drawn

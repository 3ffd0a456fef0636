"""What to ask about leaves the house as a file of text, the same as the page shows."""

from datetime import date

import pytest

from smart7 import reading
from smart7.i18n import LANGS
from smart7.meetings import asking


@pytest.mark.parametrize("lang", LANGS)
def test_the_sheet_is_a_text_file_in_the_language_of_the_link(get, snapshot, lang):
    answer = get(f"/asks/{snapshot}.txt?lang={lang}&year=2026")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    assert f'filename="smart7-asks-{snapshot}-{lang}.txt"' in answer.headers["content-disposition"]
    for one in asking.five(reading.every_figure(snapshot, date(2026, 9, 30), sample=False), lang):
        assert one.sentence in answer.text


def test_an_earlier_year_has_a_sheet_of_its_own(get, snapshot):
    assert get(f"/asks/{snapshot}.txt?year=2018").text != get(f"/asks/{snapshot}.txt").text


@pytest.mark.parametrize(
    "path", ["20200101-0123456789.txt", "x.txt", "{}.txt?year=1899", "{}.txt?lang=xx", "{}.txt?year=x"]
)
def test_what_does_not_exist_is_not_found(get, snapshot, path):
    assert get(f"/asks/{path.format(snapshot)}").status == 404

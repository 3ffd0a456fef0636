"""The block of what changed: sentences of the news, the choice of the day, the comparison in a fold."""

import re
from datetime import date

import pytest

from smart7.i18n import LANGS
from smart7.markup import changes
from smart7.markup.pieces import unfolded
from smart7.news import News
from smart7.words import common
from smart7.words import news as words
from smart7.words import overview as overview_words
from tests.markup.shown import read as said

SINCE = date(2026, 8, 24)


@pytest.fixture
def news(figure):
    """Return a maker of news of the usual figure."""
    return lambda what="newer", count=1, corrected=0, **cells: News(
        what, figure(**cells), date(2026, 11, 1), count, corrected, None
    )


@pytest.mark.parametrize(("lang", "parts"), [
    ("en", ["Known since 1 Nov 2026 · 12 figures · 3 corrected", "Khon Kaen City Municipality", "Official"]),
    ("th", ["ทราบเมื่อ 1 พ.ย. 69 · 12 ค่า · แก้ไข 3 ค่า", "เทศบาลนครขอนแก่น", "ทางการ"]),
])  # fmt: skip
def test_news_say_since_when_of_how_many_figures_about_which_place_and_how_good(news, view, lang, parts):
    body = said(changes.block([], [news(count=12, corrected=3)], SINCE, [], view(lang)))
    assert [part for part in parts if part not in body] == []


def test_the_source_is_one_word_that_is_heard_by_its_title_and_leads_to_it(news, view):
    body = changes.block([], [news()], SINCE, [], view())
    assert 'aria-label="Source: Disease register"' in body and "source=disease-register" in body
    assert "1 figure ·" in said(body)


def test_what_is_more_than_a_few_is_folded(news, view):
    told = [news(indicator_id=f"i{n}") for n in range(changes.SHOWN + 2)]
    shown, fold = unfolded(changes.block([], told, SINCE, [], view())).split(words.MORE.format("en", count=2))
    assert shown.count("<li style") == changes.SHOWN and fold.count("<li style") == 2
    assert words.MORE.en.split("}")[1] not in said(changes.block([], told[: changes.SHOWN], SINCE, [], view()))


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_new_is_said_to_be(view, lang):
    assert words.NOTHING.get(lang) in said(changes.block([], [], SINCE, [], view(lang)))


def links(body):
    """Return name, address and whether it is chosen, of each day that can be looked back to."""
    nav = re.search("<nav.*?</nav>", body)[0]
    return [(said(name), href, "aria-current" in rest) for href, rest, name in
            re.findall('<a href="([^"]*)"([^>]*)>(.*?)</a>', nav)]  # fmt: skip


def test_a_month_a_quarter_a_year_and_the_last_meetings_can_be_looked_back_to(view):
    body = changes.block([], [], SINCE, [date(2026, 10, 28)], view())
    assert [(name, chosen) for name, _, chosen in links(body)] == [
        ("1 month", False), ("3 months", True), ("1 year", False), ("Meeting of 28 Oct 2026", False),
    ]  # fmt: skip
    assert [href for _, href, _ in links(body)] == [
        "/?lang=en&amp;since=2026-10-23#changed", "/?lang=en#changed", "/?lang=en&amp;since=2025-11-22#changed",
        "/?lang=en&amp;since=2026-10-28#changed",
    ]  # fmt: skip


def test_another_day_of_the_link_is_among_the_choices(view):
    found = links(changes.block([], [], date(2026, 1, 5), [], view()))
    assert [name for name, _, chosen in found if chosen] == ["Chosen day 5 Jan 2026"]


def test_a_meeting_on_a_day_offered_already_is_not_offered_twice(view):
    assert len(links(changes.block([], [], SINCE, [SINCE], view()))) == 3


def test_the_comparison_with_the_period_before_names_real_changes_the_newest_first(figure, view):
    old = figure(name=figure().name, indicator_id="old", period=figure().before)
    made_up = figure(indicator_id="made-up", is_sample=True)
    still = figure(indicator_id="still", change=None, before=None)
    body = changes.block([old, made_up, figure(), still], [], SINCE, [], view())
    assert re.findall(r"id=([\w-]+)", re.split("<tbody[^>]*>", unfolded(body))[1]) == ["dengue-cases", "old"]
    assert overview_words.CHANGED.en in said(body) and common.CHANGE.en in said(body)


def test_where_no_two_periods_follow_each_other_that_is_said(figure, view):
    body = said(changes.block([figure(change=None, before=None)], [], SINCE, [], view()))
    assert overview_words.NOTHING_CHANGED.en in body

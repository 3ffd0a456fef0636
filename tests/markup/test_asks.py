"""The block of what to ask about: what it shows of a figure, escaped, and what it says where there is little."""

import re
from datetime import date

import pytest

from smart7.i18n import LANGS, Text
from smart7.markup import asks, cards
from smart7.metrics import Status, Target
from smart7.words import asks as words
from smart7.words import common
from tests.markup.shown import read as said

SNAPSHOT = "20261122-996f9da717"
MISSED = {"target": Target(high=600.0), "status": Status("off"), "indicator_id": "missed"}
OLD = {"newest": date(2020, 12, 31), "status": Status("off", then=True), "target": Target(high=600.0), "late": True}
HOSTILE = "</li><script>alert(1)</script>"


@pytest.mark.parametrize("lang", LANGS)
def test_an_item_leads_with_its_figure_and_line_and_its_name_leads_to_the_indicator(figure, view, lang):
    own, seen = figure(**MISSED), view(lang)
    body = asks.block([own], seen, SNAPSHOT)
    [item] = re.findall("<li.*?</li>", body)
    assert cards.value(own, seen) in item and cards.place(own, seen) in item and cards.spark(own, seen) in item
    assert cards.provenance(own, seen, SNAPSHOT) in item
    assert f'href="/indicator?{"lang=en&amp;" if lang == "en" else ""}id=missed"' in item
    assert common.STATUS["off"].get(lang) in said(item) and words.KINDS["missed"].get(lang) in said(item)


def test_a_verdict_of_an_older_period_says_of_which(figure, view):
    body = said(asks.block([figure(**OLD)], view(), SNAPSHOT))
    assert "Off target in FY2026; no newer figure" in body


def test_names_from_the_data_reach_the_page_as_text(figure, view):
    own = figure(**MISSED, name=Text(HOSTILE, HOSTILE), unit=Text(HOSTILE, HOSTILE), measure=Text(HOSTILE, HOSTILE))
    body = asks.block([own], view(), SNAPSHOT)
    assert "<script" not in body and said(body).count("alert(1)") >= 4


@pytest.mark.parametrize("lang", LANGS)
def test_a_short_list_and_an_empty_one_say_so(figure, view, lang):
    one = asks.block([figure(**MISSED)], view(lang), SNAPSHOT)
    assert words.FEWER.format(lang, count=1) in said(one) and words.TAKE.get(lang) in said(one)
    none = asks.block([figure()], view(lang), SNAPSHOT)
    assert words.NONE.get(lang) in said(none) and "<ol" not in none and words.TAKE.get(lang) not in said(none)
    assert words.RULE.get(lang) in said(none)


def test_promised_indicators_that_never_had_a_figure_are_counted_with_the_way_to_who_holds_them(figure, view):
    missing = figure(indicator_id="b", value=None, period=None, status=Status("none", "missing"))
    body = asks.block([figure(**MISSED), missing], view(), SNAPSHOT)
    assert words.NEVER_TOLD.format("en", promised=2, never=1) in said(body) and "/sources?lang=en" in body
    assert words.WHO_HOLDS.en not in said(asks.block([figure(**MISSED)], view(), SNAPSHOT))

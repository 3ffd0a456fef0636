"""Words that lead to the glossary, and the glossary they lead to."""

import re
from datetime import date

import pytest

from smart7 import catalog
from smart7.i18n import LANGS
from smart7.markup import glossary, terms
from smart7.metrics import Status
from smart7.view import View
from smart7.words import common
from smart7.words.glossary import TERMS


def view(lang="en"):
    return View(lang, dark=False, year=2026, years=range(2026, 2010, -1), sample=True, as_of=date(2026, 11, 28))


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_has_its_place_on_the_page_and_is_there_once(lang):
    page = glossary.body(view(lang))
    assert sorted(re.findall(r'id="word-([a-z-]+)"', page)) == sorted(TERMS)
    names = [term.name.get(lang) for term in TERMS.values()]
    assert len(set(names)) == len(names)


def test_every_quality_and_every_verdict_is_told():
    assert set(common.QUALITY) | set(common.STATUS) <= set(TERMS)


def test_every_authority_is_named_in_the_order_in_which_they_lead():
    for lang in LANGS:
        said = TERMS["authority"].says.get(lang)
        places = [said.find(name.get(lang)) for name in catalog.AUTHORITIES.values()]
        assert -1 not in places and places == sorted(places)


def test_a_word_leads_to_its_place_in_the_language_of_the_page():
    assert 'href="/glossary?lang=en#word-then"' in terms.word("then", "judged then", view())
    assert 'href="/glossary#word-then"' in terms.word("then", "judged then", view("th"))


def test_a_word_the_glossary_does_not_have_cannot_be_linked():
    with pytest.raises(KeyError):
        terms.word("nothing", "nothing", view())


def test_the_labels_of_a_list_of_facts_lead_to_places_that_exist():
    assert set(terms.LABELS.values()) <= set(TERMS)
    assert terms.label(common.NOTE, view()) == "Note"


def test_what_near_means_is_what_the_rule_does():
    assert "10" in TERMS["near"].says.en and "10" in TERMS["near"].says.th
    assert Status("near").judgement in TERMS

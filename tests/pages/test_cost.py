"""What a page costs: a bounded number of queries, none for each card, none for what was shown before."""

from collections import Counter

import pandas as pd
import pytest

from smart7 import catalog

PAGES = [page.id for page in catalog.PAGES]
MOST = dict.fromkeys(PAGES, 8) | {"indicator": 12, "map": 12, "explore": 30, "service": 12}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_a_bounded_number_of_queries_and_none_for_each_card(asked, visitor, page):
    visitor.open(page)
    assert 0 < len(asked) <= MOST[page]
    # A chart may read its rows beside the table under it; nothing is asked more often.
    assert max(Counter(name for name in asked if name != "question").values()) <= 2


def test_an_indicator_with_units_parts_and_events_is_bounded_too(asked, visitor):
    for indicator in ("attendance", "road-deaths-province", "skill-rooms", "paper-processes-replaced"):
        del asked[:]
        visitor.open("indicator", id=indicator)
        assert 0 < len(asked) <= MOST["indicator"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shown_before_asks_nothing_whoever_comes(asked, visitor, page):
    visitor.open(page, lang="en")
    del asked[:]
    visitor.settled()
    visitor.another().open(page, lang="en")
    assert asked == []


def test_the_other_language_asks_only_for_what_has_words_in_it(asked, visitor):
    visitor.open("education", lang="en")
    del asked[:]
    visitor.open("education", lang="th")
    assert set(asked) == {"domain/leading", "education/english_by_school", "education/skill_rooms"}


@pytest.mark.parametrize("page", PAGES)
def test_a_visit_keeps_only_small_plain_things(visitor, page):
    visitor.open(page, year="2022").settled()
    kept = {name: visitor.at.session_state[name] for name in visitor.at.session_state.to_dict()}
    assert kept
    for value in kept.values():
        assert not isinstance(value, (pd.DataFrame, pd.Series))
        assert len(repr(value)) < 1000

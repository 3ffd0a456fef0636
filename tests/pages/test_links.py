"""What a link holds: it shows what it says, says what it cannot, and what was chosen goes along."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from smart7 import catalog
from smart7.i18n import LANGS
from smart7.words import site

PAGES = [page.id for page in catalog.PAGES]
# Pages with a choice of the year; others show what is known at one day, or ask for a year themselves.
YEARLY = {"units", "indicator", *(domain.id for domain in catalog.DOMAINS)}
UNKNOWN = [
    ("overview", "year", "1899"),
    ("people", "year", "next"),
    ("economy", "sample", "maybe"),
    ("sources", "lang", "fr"),
    ("units", "unit", "school-atlantis"),
    ("units", "unit", "khonkaen-city"),
    ("indicator", "id", "no-such-indicator"),
    ("overview", "page", "atlantis"),
]


@pytest.mark.parametrize(("page", "name", "value"), UNKNOWN)
def test_an_unknown_value_is_named_in_a_warning_and_the_rest_is_shown(visitor, page, name, value):
    usual = visitor.open(page).words
    there = visitor.open(page, **{name: value})
    (warning,) = there.warnings
    assert value in warning and site.PARAMS[name].th in warning
    assert [line for line in there.words.splitlines() if line != warning] == usual.splitlines()
    assert name not in there.at.query_params


def test_the_warning_is_in_the_language_of_the_link(visitor):
    (warning,) = visitor.open("overview", year="1899", lang="en").warnings
    assert (
        warning.replace("`", "")
        == "This link asks for “1899” as year, which does not exist here; “2026” is shown instead"
    )


def test_two_unknown_values_are_each_named_once(visitor):
    for page, name, value in (("indicator", "id", "nothing"), ("units", "unit", "nowhere")):
        warnings = visitor.open(page, **{name: value, "year": "1899"}).warnings
        assert [next(v for v in (value, "1899") if v in w) for w in warnings] in (["1899", value], [value, "1899"])


def test_a_warning_is_gone_with_the_next_choice(visitor):
    there = visitor.open("overview", year="1899")
    assert there.warnings and not there.choose("bar-year", 2020).warnings


@pytest.mark.parametrize(
    "hostile",
    ["[free](https://example.org)", "![](https://example.org/x.png)", "**2020**", ":red[2020]", "`2020`", "$2020$"],
)
def test_a_warning_shows_the_value_as_it_was_written_and_never_as_a_link_or_a_picture(visitor, hostile):
    (warning,) = visitor.open("overview", year=hostile).warnings
    plain = re.sub("`[^`]*`", "", warning)  # in a code span nothing has a meaning
    assert [sign for n, sign in enumerate(plain) if sign in "[]*`$" and plain[n - 1] != "\\"] == []


def test_an_empty_value_asks_for_nothing(visitor):
    assert visitor.open("overview", year="", sample="", lang="").warnings == []


def test_a_very_long_value_is_cut(visitor):
    (warning,) = visitor.open("overview", year="9" * 5000).warnings
    assert len(warning) < 300


@pytest.mark.parametrize("lang", LANGS)
def test_language_year_and_switch_go_along_from_page_to_page(visitor, lang):
    visitor.open("people", lang=lang, year="2020", sample="hide")
    for page in PAGES[1:]:
        visitor.at.query_params = {}  # the menu leads to the bare address of a page
        there = visitor.go(page)
        assert there.title == catalog.page(page).title.get(lang)
        assert there.at.query_params.get("lang", "th") == lang
        assert there.at.query_params["year"] == "2020" and there.at.query_params["sample"] == "hide"
        assert not there.at.toggle(key="bar-sample").value
        if page in YEARLY:
            assert there.at.selectbox(key="bar-year").value == 2020


def test_a_link_says_more_than_what_was_chosen_before(visitor):
    visitor.open("people", lang="en", year="2020")
    there = visitor.open("living", lang="th", year="2022")
    assert there.title == catalog.page("living").title.th
    assert there.at.selectbox(key="bar-year").value == 2022


def test_an_indicator_chosen_is_in_the_link_and_a_default_is_not(visitor):
    there = visitor.open("indicator", lang="en")
    first = there.at.selectbox(key="bar-indicator").value
    assert dict(there.at.query_params) == {"lang": "en"}
    there.choose("bar-indicator", "attendance")
    assert dict(there.at.query_params) == {"lang": "en", "id": "attendance"}
    assert "School attendance" in there.markup.text
    assert dict(there.choose("bar-indicator", first).at.query_params) == {"lang": "en"}


def test_a_unit_chosen_is_in_the_link_and_shown(visitor):
    there = visitor.open("units", lang="en").choose("bar-unit", "division-health")
    assert there.at.query_params["unit"] == "division-health"
    assert "Public Health and Environment Office" in next(iter(there.markup.all("article"))).text


@pytest.mark.parametrize("page", PAGES)
def test_the_other_language_is_one_link_away_with_all_that_was_asked_for(visitor, page):
    asked = {"lang": "en", "year": "2020", "sample": "hide"}
    asked |= {"indicator": {"id": "attendance"}, "units": {"unit": "school-wat-klang"}}.get(page, {})
    link = visitor.open(page, **asked).markup.one("a", "s7-language")
    address = urlsplit(link.attributes["href"])
    assert address.path.strip("/") == ("" if page == "overview" else page)
    # Thai is what a link without a language is of.
    assert {n: v[0] for n, v in parse_qs(address.query).items()} == {n: v for n, v in asked.items() if n != "lang"}
    assert link.attributes["lang"] == link.attributes["hreflang"] == "th"
    assert visitor.warnings == []


def test_the_link_to_the_other_language_knows_the_year_right_after_a_turn_of_the_menu(visitor):
    visitor.open("people", year="2020", sample="hide")
    visitor.at.query_params = {}
    href = visitor.go("economy").markup.one("a", "s7-language").attributes["href"]
    assert parse_qs(urlsplit(href).query) == {"lang": ["en"], "year": ["2020"], "sample": ["hide"]}


def test_the_link_to_the_other_language_carries_odd_values_safely(visitor):
    link = visitor.open("indicator", id='x"><script>&lang=xx', lang="en").markup.one("a", "s7-language")
    assert link.attributes["hreflang"] == "th" and "lang" not in parse_qs(urlsplit(link.attributes["href"]).query)
    assert list(visitor.markup.all("script")) == []


def test_what_one_visitor_chose_is_not_another_visitors(visitor):
    visitor.open("people", lang="en", year="2020", sample="hide")
    other = visitor.another().open("people")
    assert other.title == catalog.page("people").title.th
    assert other.at.toggle(key="bar-sample").value

"""A domain's page: a sentence, a few figures told large, the rest as a list or as cards, then its panels."""

from datetime import date

import pytest

from smart7 import catalog, daily, reading, telling
from smart7.i18n import LANGS
from smart7.markup import indicators
from smart7.meetings import headline
from smart7.view import of_link
from smart7.words import domain as words
from smart7.words import travel

BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)
EVERY_DOMAIN = pytest.mark.parametrize("domain", [domain.id for domain in catalog.DOMAINS])


def names(nodes):
    return [node.attributes["aria-label"] for node in nodes]


@BOTH_LANGUAGES
@EVERY_DOMAIN
def test_it_leads_with_the_sentence_of_a_published_figure(snapshot, seen, figures_of, domain, lang):
    there = seen(domain, lang=lang)
    told = telling.leading(figures_of(domain), of_link({}, reading.about(snapshot)).until)
    assert not told[0].is_sample
    assert there.markup.one("p", "s7-finding").text == headline.of(told[0], lang).strip()
    assert catalog.domain(domain).name.get(lang) in there.markup.one("p", "s7-standing").text


@BOTH_LANGUAGES
@EVERY_DOMAIN
def test_two_or_three_real_figures_are_told_large_with_a_chart_and_what_one_sees(seen, domain, lang):
    large = list(seen(domain, lang=lang).markup.all("article", "s7-hero"))
    assert 2 <= len(large) <= 3
    for hero in large:
        assert "s7-sample" not in hero.css
        drawn = [node for css in ("s7-plot", "s7-lying") for node in hero.all("div", css)]
        (chart,) = drawn
        said = hero.one("p", "s7-caption").text
        assert said and chart.attributes["aria-label"].endswith(said)


@EVERY_DOMAIN
def test_the_list_has_everything_that_is_not_told_large_and_real_figures_first(seen, figures_of, domain):
    there = seen(domain, lang="en")
    large, rows = names(there.markup.all("article", "s7-hero")), list(there.markup.all("article", "s7-row"))
    known = [f.name.en for f in figures_of(domain) if f.value is not None]
    assert sorted(large + names(rows)) == sorted(known)
    made_up = ["s7-sample" in row.css for row in rows]
    assert made_up == sorted(made_up)
    for row in rows:
        assert list(row.all("summary")) and row.one("details").attributes.get("open") is None


@BOTH_LANGUAGES
def test_cards_are_a_choice_that_the_link_holds(visitor, lang):
    there = visitor.open("living", lang=lang)
    (way,) = [a for a in there.markup.all("a") if a.text == words.AS_CARDS.get(lang)]
    assert "form=cards" in way.attributes["href"]
    cards = there.open("living", lang=lang, form="cards")
    assert cards.at.query_params["form"] == "cards" and list(cards.markup.all("article", "s7-row")) == []
    assert len(list(cards.markup.all("article", "s7-card"))) > 20
    (back,) = [a for a in cards.markup.all("a") if a.text == words.AS_LIST.get(lang)]
    assert "form" not in back.attributes["href"]


def test_a_form_that_does_not_exist_is_said_and_the_list_is_shown(visitor):
    there = visitor.open("living", lang="en", form="circles")
    assert "circles" in there.warnings[0] and list(there.markup.all("article", "s7-row"))


@EVERY_DOMAIN
def test_every_panel_of_a_domain_is_drawn_however_many_there_are(snapshot, seen, domain):
    view = of_link({"lang": "en"}, reading.about(snapshot))
    wanted = [panel.above for panel in daily.page_panels(snapshot, domain, view)]
    there = seen(domain, lang="en")
    assert wanted and all(above in there.html for above in wanted)


def test_before_and_after_is_worked_out_only_once_somebody_opens_it(asked, visitor):
    there = visitor.open("mobility", lang="en")
    assert travel.SLOPE_TITLE.en in [one.label for one in there.at.expander]
    assert not any(name.startswith("transit/") for name in asked) and "s7-slope" not in there.html


def test_a_domain_without_a_figure_leads_with_how_it_stands(tiny, visit_to):
    tiny.indicator("nothing", domain="people")
    tiny.figure(tiny.indicator("counted", domain="living"), "town", date(2026, 9, 1), 5)
    there = visit_to(tiny.build().folder).open("people", lang="en")
    assert list(there.markup.all("article", "s7-hero")) == []
    assert there.markup.one("p", "s7-finding").text and indicators.FORM not in there.at.query_params

"""The switch that hides what is made up: what is published stays, the rest is said to be missing, and by whom."""

from datetime import date

import pytest

from smart7 import catalog
from smart7.i18n import LANGS
from smart7.words import cards, common, site

PAGES = [page.id for page in catalog.PAGES]
BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)
EVERY_DOMAIN = pytest.mark.parametrize("domain", [domain.id for domain in catalog.DOMAINS])


def sample_names(ask, lang):
    return [name for (name,) in ask(f"select name_{lang} from units where is_sample")]  # noqa: S608


@BOTH_LANGUAGES
@pytest.mark.parametrize("page", PAGES)
def test_with_samples_hidden_no_page_shows_a_sample_figure(seen, ask, page, lang):
    there = seen(page, lang=lang, sample="hide")
    assert [name for name in sample_names(ask, lang) if name in there.words] == []
    assert list(there.markup.all(css="s7-sample")) == list(there.markup.all(css="s7-q-sample")) == []
    assert [row for chart in there.charts for row in chart.rows if row.get("is_sample")] == []
    assert site.SAMPLE_HIDDEN.get(lang).split("{")[0] in there.words


def test_with_samples_shown_the_same_checks_find_some(seen, ask):
    there = seen("education", lang="en")
    assert [name for name in sample_names(ask, "en") if name in there.words]
    assert list(there.markup.all(css="s7-sample")) and list(there.markup.all(css="s7-q-sample"))
    assert [row for chart in there.charts for row in chart.rows if row["is_sample"]]


@BOTH_LANGUAGES
@EVERY_DOMAIN
def test_with_samples_hidden_each_published_figure_stays(seen, figures_of, domain, lang):
    shown = {card.attributes["aria-label"]: card.text for card in seen(domain, lang=lang, sample="hide").cards}
    published = [f for f in figures_of(domain, sample=False) if f.value is not None]
    assert set(shown) == {f.name.get(lang) for f in published}
    assert all(f.number(lang) in shown[f.name.get(lang)] for f in published)


@BOTH_LANGUAGES
@EVERY_DOMAIN
def test_with_samples_hidden_each_other_indicator_is_listed_with_who_holds_it(seen, figures_of, domain, lang):
    there = seen(domain, lang=lang, sample="hide")
    waiting = [f for f in figures_of(domain, sample=False) if f.value is None]
    listed = [item.text for item in there.markup.one("ul", "s7-list").all("li")]
    assert len(listed) == len(waiting) > 0
    assert cards.WAITING.format(lang, count=len(waiting)) in there.words
    for figure, said in zip(waiting, listed, strict=True):
        assert said.startswith(figure.name.get(lang))
        holder = cards.SEE_UNITS if figure.status.reason == "parts" else figure.provenance.owner
        assert holder.get(lang) in said


@BOTH_LANGUAGES
def test_with_samples_hidden_an_indicator_of_registers_says_not_yet_handed_in_and_who_owes_it(seen, lang):
    there = seen("indicator", id="attendance", lang=lang, sample="hide")
    (card,) = there.cards
    assert cards.NOT_HANDED_IN.get(lang) in card.text and common.OWNER.get(lang) in card.text
    assert {"th": "สำนักการศึกษา", "en": "Education Office"}[lang] in card.text
    assert list(card.all("b")) == [] and there.charts == []


def test_a_sample_unit_cannot_be_opened_while_samples_are_hidden(seen):
    there = seen("units", unit="sample-school-3", sample="hide", lang="en")
    (warning,) = there.warnings
    assert "sample-school-3" in warning and "Sample school" not in there.words


def test_the_switch_hides_and_shows_samples_and_the_link_says_so(visitor):
    there = visitor.open("education", lang="en")
    there.at.toggle(key="bar-sample").set_value(False)
    assert "Sample city" not in there.settled().words
    assert there.at.query_params["sample"] == "hide"
    there.at.toggle(key="bar-sample").set_value(True)
    assert "Sample city" in there.settled().words
    assert "sample" not in there.at.query_params


def test_an_installation_can_hide_samples_from_the_start(visitor, monkeypatch):
    monkeypatch.setenv("SMART7_SAMPLE", "hide")
    there = visitor.open("education", lang="en")
    assert "Sample city" not in there.words and "sample" not in there.at.query_params
    there.at.toggle(key="bar-sample").set_value(True)
    assert "Sample city" in there.settled().words
    assert there.at.query_params["sample"] == "show"


@BOTH_LANGUAGES
def test_while_samples_are_shown_each_page_says_how_many_there_are(seen, ask, lang):
    counted = "select count(*) filter (where quality = 'sample'), count(*) from observations where known_to is null"
    ((sample, total),) = ask(counted)
    said = site.SAMPLE_LINE.format(lang, sample=f"{sample:,}", total=f"{total:,}")
    (line,) = (p.text for p in seen("living", lang=lang).markup.all("p", "s7-line") if said in p.text)
    assert site.SAMPLE_MORE.get(lang).strip() in line


@EVERY_DOMAIN
def test_a_sample_card_is_hollow_and_names_its_quality_and_a_published_one_is_not(seen, figures_of, domain):
    kinds = {f.name.en: f.is_sample for f in figures_of(domain) if f.value is not None}
    shown = seen(domain, lang="en").cards
    assert len(shown) == len(kinds)
    for card in shown:
        made_up = kinds[card.attributes["aria-label"]]
        assert ("s7-sample" in card.css) == made_up
        assert (card.one(css="s7-quality").text == "Sample") == made_up
        assert ("Sample city" in card.text) == made_up


def what_changed(there):
    (block,) = (one for one in there.markup.all("section") if one.attributes.get("id") == "changed")
    return block


@BOTH_LANGUAGES
def test_the_overview_names_no_sample_figure_among_what_changed(seen, figures_of, lang):
    samples = {f.name.get(lang) for f in figures_of() if f.is_sample}
    for link in ({}, {"since": "2017-01-01"}):
        block = what_changed(seen("overview", lang=lang, **link))
        named = {row[0] for row in block.one("table").rows()[1:]}
        told = {next(item.all("a")).text for part in block.all("ul", "s7-tellings") for item in part.all("li")}
        assert named and told and not (named | told) & samples


def test_a_sample_that_moved_most_is_still_not_what_changed(tiny, visit_to):
    tiny.profile(tiny.indicator("made-up", period_kind="fiscal_year"), start=10, end=99_000)
    tiny.series(tiny.indicator("counted", period_kind="fiscal_year"), "town", date(2023, 10, 1), [10, 11])
    there = visit_to(tiny.build(with_sample=True).folder).open("overview", lang="en")
    block = what_changed(there)
    assert [row[0] for row in block.one("table").rows()[1:]] == ["counted"]
    (card,) = there.open("indicator", id="made-up", lang="en").cards
    assert "s7-sample" in card.css and "from FY2025" in card.text

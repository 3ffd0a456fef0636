"""A figure is never shown without its unit of measure, period, place, quality and a way to its source."""

import re

import pytest

from smart7 import calendar, catalog
from smart7.i18n import LANGS
from smart7.markup import indicators
from smart7.words import cards, common
from smart7.words import domain as domain_words

BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)
EVERY_DOMAIN = pytest.mark.parametrize("domain", [domain.id for domain in catalog.DOMAINS])
EVERY_FORM = pytest.mark.parametrize("form", indicators.FORMS)


def by_name(visit):
    return {card.attributes["aria-label"]: card for card in visit.cards}


@BOTH_LANGUAGES
@EVERY_DOMAIN
@EVERY_FORM
def test_every_figure_has_measure_period_place_and_quality_beside_it(seen, figures_of, domain, lang, form):
    shown = by_name(seen(domain, lang=lang, form=form))
    found = [f for f in figures_of(domain) if f.value is not None]
    assert set(shown) == {f.name.get(lang) for f in found}
    for figure in found:
        card = shown[figure.name.get(lang)]
        value = card.one(css="s7-value").text
        assert figure.number(lang) in value
        assert figure.value_kind == "year" or figure.measure.get(lang) in value
        assert f"{figure.period_short.get(lang)} · {figure.unit.get(lang)}" in card.text
        assert card.one("summary").one(css="s7-quality").text == common.QUALITY[figure.quality].get(lang)


@BOTH_LANGUAGES
@EVERY_DOMAIN
@EVERY_FORM
def test_opened_every_figure_says_source_day_owner_formula_and_snapshot(seen, figures_of, snapshot, domain, lang, form):
    shown = by_name(seen(domain, lang=lang, form=form))
    for figure in (f for f in figures_of(domain) if f.value is not None):
        inside = shown[figure.name.get(lang)].one("details")
        names = [node.text for node in inside.all("dt")]
        facts = dict(zip(names, [node.text for node in inside.all("dd")], strict=True))
        origin = figure.provenance
        assert facts[common.SOURCE.get(lang)].startswith(origin.sources[0].title.get(lang))
        assert facts[common.AS_OF.get(lang)] == calendar.format_date(origin.as_of, lang)
        assert facts[common.OWNER.get(lang)] == origin.owner.get(lang)
        assert facts[common.FORMULA.get(lang)] == origin.formula.get(lang)
        assert facts[cards.SNAPSHOT.get(lang)] == snapshot
        # Words that lead to the glossary, and the way to the indicator, are no sources.
        *sources, rows = (
            link for link in inside.all("a") if "s7-term" not in link.css and link.text != domain_words.OPEN.get(lang)
        )
        named = [*origin.sources, *([figure.aim.source] if figure.aim else [])]
        assert [link.text for link in sources] == [source.title.get(lang) for source in named]
        assert rows.text == cards.ROWS.get(lang) and f"id={figure.indicator_id}" in rows.attributes["href"]


@BOTH_LANGUAGES
def test_a_figure_about_another_place_than_the_city_says_so(seen, figures_of, lang):
    for domain in catalog.DOMAINS:
        shown = by_name(seen(domain.id, lang=lang))
        for figure in figures_of(domain.id, sample=False):
            if figure.value is None or figure.level == "city":
                continue
            assert figure.unit.get(lang) not in ("เทศบาลนครขอนแก่น", "Khon Kaen City Municipality")
            assert f" · {figure.unit.get(lang)}" in shown[figure.name.get(lang)].text


def test_a_provincial_indicator_is_never_passed_off_as_the_citys(seen):
    there = seen("indicator", id="road-deaths-province", lang="en")
    (card,) = there.cards
    assert "2021 · Khon Kaen Province" in card.text
    levels = {row[0]: row[1] for table in there.markup.all("table") for row in table.rows() if len(row) == 2}
    assert levels["Level"] == "Province"
    assert set(there.at.dataframe[0].value["Unit"]) == {"Khon Kaen Province"}


@BOTH_LANGUAGES
@pytest.mark.parametrize("page", ["people", "living", "environment", "economy", "education", "governance"])
def test_every_chart_has_quality_period_and_source_under_it(seen, page, lang):
    there = seen(page, lang=lang)
    drawn = [item for item in there.at.main if item.type in ("vega_lite_chart", "html")]
    charts = [n for n, item in enumerate(drawn) if item.type == "vega_lite_chart"]
    assert charts
    for n in charts:
        under = drawn[n + 1].value
        assert "s7-quality" in under and common.SOURCE.get(lang) in under
        assert any(str(year) in under for year in (*range(2553, 2570), *range(2010, 2027)))


@BOTH_LANGUAGES
def test_a_card_shows_icon_and_word_of_its_status_and_the_target(seen, figures_of, lang):
    shown = by_name(seen("education", lang=lang))
    for figure in (f for f in figures_of("education") if f.value is not None):
        status = shown[figure.name.get(lang)].one(css="s7-status").text
        assert common.STATUS[figure.status.judgement].get(lang) in status
        assert ("≥" in status or "≤" in status or "–" in status) >= figure.target.known
        if figure.status.judgement == "none":
            assert common.REASONS[figure.status.reason].get(lang) in status


def test_a_year_chosen_shows_the_figures_of_that_time(visitor, figures_of):
    there = visitor.open("living", lang="en")
    deaths = "Road deaths, Khon Kaen province"
    assert "401" in by_name(there)[deaths].text
    shown = by_name(there.choose("bar-year", 2017))
    assert there.at.query_params["year"] == "2017"
    assert "236" in shown[deaths].text and "2017 · Khon Kaen Province" in shown[deaths].text
    then = [f for f in figures_of("living", year=2017) if f.value is not None]
    assert set(shown) == {f.name.en for f in then}
    assert all(f.number("en") in shown[f.name.en].text for f in then)


@EVERY_DOMAIN
def test_no_figure_begins_after_the_year_chosen(seen, domain):
    there = seen(domain, lang="en", year="2019")
    for card in there.cards:
        years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", next(p.text for p in card.all("p") if " · " in p.text))
        assert years and all(int(year) <= 2019 for year in years)
    rows = [row for chart in there.charts for row in chart.rows if "quality" in row]
    assert all(row.get(name, 0) < 2020 for row in rows for name in ("at", "said"))


@BOTH_LANGUAGES
def test_the_charts_of_an_indicator_show_years_as_the_language_counts_them(seen, lang):
    said = seen("indicator", id="skill-rooms", lang=lang).words
    assert ("2568" in said) == (lang == "th")


@BOTH_LANGUAGES
def test_an_indicator_without_a_single_row_has_no_empty_table_and_nothing_to_take_away(seen, lang):
    there = seen("indicator", id="city-bus-daily-riders", lang=lang)
    assert list(there.at.dataframe) == list(there.at.get("download_button")) == []
    assert common.REASONS["missing"].get(lang) in there.words

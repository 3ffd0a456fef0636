"""Other places beside an indicator's own, on its page, in the first answer and in the explorer."""

import itertools
from urllib.parse import parse_qsl, urlparse

import pytest

from smart7 import drawn, parts, reading
from smart7.components.explore import answer as explore_answer
from smart7.components.explore import charts
from smart7.first import answer
from smart7.i18n import LANGS
from smart7.questions import Question
from smart7.view import of_link
from smart7.words import beside as words
from smart7.words import explore_page

POPULATION = "registered-population"
WITH_OTHERS = pytest.mark.parametrize("lang", LANGS)


def panels(snapshot, indicator, **link):
    """Return the chart of other places on an indicator's page, as a list of none or one."""
    view = of_link(link, reading.about(snapshot))
    return [one for one in parts.indicator_panels(snapshot, indicator, view, "") if one.name == drawn.BESIDE]


@WITH_OTHERS
def test_the_page_of_an_indicator_shows_others_with_its_own_line_strong(visitor, snapshot, lang):
    there = visitor.open("indicator", id=POPULATION, lang=lang)
    assert words.TITLE.get(lang) in [head.text for head in there.markup.all("h2")]
    [chart] = [chart for chart in there.charts if words.TITLE.get(lang) in chart.alt]
    strong = {row["label"] for row in chart.rows if row.get("own")}
    assert strong == {"เทศบาลนครขอนแก่น" if lang == "th" else "Khon Kaen City Municipality"}


@WITH_OTHERS
def test_the_first_answer_has_the_table_before_any_script(snapshot, lang):
    page = answer.document(answer.link("indicator", f"id={POPULATION}&lang={lang}")).body("identity").decode()
    assert words.TITLE.get(lang) in page and words.CAPTION.get(lang) in page


def test_an_indicator_nobody_else_has_figures_of_shows_nothing(snapshot, ask):
    alone = ask("select indicator_id from cards where indicator_id not in (select indicator_id from beside) limit 3")
    assert alone and all(panels(snapshot, indicator) == [] for (indicator,) in alone)


def test_others_count_only_up_to_the_chosen_year(snapshot):
    assert panels(snapshot, POPULATION, year="2026")
    [early] = panels(snapshot, "pm25-mean", year="2019")
    [late] = panels(snapshot, "pm25-mean", year="2026")
    assert len(late.below) > len(early.below)


def test_no_figure_of_another_place_is_shown_as_our_own(snapshot, ask):
    wrong = ask(
        "select b.* from beside as b join units as u using (unit_id) join indicators as i using (indicator_id)"
        " where b.own and (b.other_id <> b.indicator_id or u.is_sample or u.kind in ('peer_city', 'peer_province'))"
    )
    assert wrong == []


def test_nothing_made_up_stands_beside_real_places(snapshot, ask):
    assert ask("select b.unit_id from beside as b join units as u using (unit_id) where u.is_sample") == []


SIZES = Question(indicators=(POPULATION,), units=("khonkaen-city", "khonkaen-province"), split=("unit",))


def test_counts_of_places_of_different_size_are_not_lines_on_one_axis_unasked(snapshot):
    kinds = charts.possible(explore_answer.shown(snapshot, SIZES, "en"))
    assert kinds[0] not in ("line", "bar") and "line" in kinds
    index = charts.possible(explore_answer.shown(snapshot, SIZES.with_(measure="index"), "en"))
    assert index[0] == "line"


def test_the_explorer_says_that_counts_do_not_compare_and_leads_to_an_index(visitor):
    there = visitor.open(
        "explore", lang="en", show=POPULATION, of="khonkaen-city~khonkaen-province", split="unit", v="1"
    )
    assert explore_page.SIZES.en in there.words
    [way] = [one for one in there.markup.all("a") if one.text == explore_page.AS_INDEX.en]
    asked = dict(parse_qsl(urlparse(way.attributes["href"]).query))
    assert asked["measure"] == "index" and asked["of"] == "khonkaen-city~khonkaen-province"
    assert explore_page.SIZES.en not in visitor.open("explore", **asked).words


def test_schools_are_parts_of_one_town_and_their_counts_compare(snapshot):
    schools = Question(indicators=("enrolment",), units=("sample:school",), split=("unit",))
    assert not charts.of_sizes(explore_answer.shown(snapshot, schools, "en"))


def test_the_way_from_the_indicator_to_the_explorer_has_an_answer_without_a_warning(visitor, snapshot):
    there = visitor.open("indicator", id=POPULATION, lang="en", year="2020")
    [way] = [one for one in there.markup.all("a") if one.text == words.ASK_ON.en]
    address = urlparse(way.attributes["href"])
    asked = visitor.open(address.path.strip("/"), **dict(parse_qsl(address.query)))
    assert asked.warnings == [] and asked.charts


def test_a_missing_period_breaks_a_line_of_the_explorer(snapshot):
    rows = charts.rows(explore_answer.shown(snapshot, SIZES.with_(measure="index"), "en"))
    for _, line in rows.groupby("series"):
        years = [int(period) for period in line["period"]]
        broken = [later - earlier > 1 for earlier, later in itertools.pairwise(years)]
        assert [a != b for a, b in itertools.pairwise(line["segment"])] == broken

"""A blank offers what has figures, counted, narrowed by the other blanks, in the order of the language."""

from datetime import date

import pytest
from hypothesis import given, settings

from smart7 import store
from smart7.questions import Question, answer, facets, from_link, names
from smart7.questions.link import NAMES
from tests.questions.test_properties import over

SCHOOLS = Question(("attendance",), ("kind:school",), period="month", split=("unit",))


def slugs(snapshot, question, blank, lang="th", search=""):
    """Return what a blank offers and how many figures each leaves."""
    return {one.slug: one.count for one in facets(snapshot, question, blank, lang, search)}


@pytest.fixture(scope="module")
def known(snapshot):
    """Return the names of the snapshot."""
    return names(snapshot)


def test_the_counts_are_those_of_the_figures(snapshot, ask):
    offered = slugs(snapshot, Question(), "indicators")
    assert offered == dict(ask("select indicator_id, count(*) from series group by all"))


def test_indicators_without_a_figure_are_not_offered(snapshot, ask, known):
    empty = {one for (one,) in ask("select indicator_id from indicators anti join observations using (indicator_id)")}
    assert empty and not empty & set(slugs(snapshot, Question(), "indicators"))


def test_each_blank_is_narrowed_by_the_others_and_not_by_itself(snapshot):
    asked = Question(("attendance",), ("sample-school-1",), start=date(2024, 10, 1), end=date(2025, 9, 30))
    assert slugs(snapshot, asked, "units")["sample-school-2"] == 12
    assert slugs(snapshot, asked, "indicators")["attendance"] == 12
    assert "road-deaths" not in slugs(snapshot, asked, "indicators")
    assert "road-deaths" in slugs(snapshot, asked.cleared("units"), "indicators")
    assert "fy2026" in slugs(snapshot, asked, "end") and "fy2024" not in slugs(snapshot, asked, "end")


def test_hidden_sample_figures_are_not_counted(snapshot):
    assert "attendance" not in slugs(snapshot, Question(sample=False), "indicators")
    assert not any("sample" in one for one in slugs(snapshot, Question(sample=False), "units"))


def test_names_come_in_the_order_of_thai(snapshot, ask):
    found = facets(snapshot, Question(), "indicators", "th")
    for group in {one.group for one in found}:
        own = [one.name for one in found if one.group == group]
        ((ordered,),) = ask("select list(name order by name collate th) from unnest(?) as names (name)", own)
        assert own == ordered


def test_a_search_looks_into_names_and_ids_whatever_their_case(snapshot):
    assert set(slugs(snapshot, Question(), "indicators", "en", "SCHOOL attend")) == {"attendance"}
    assert "english-results" in slugs(snapshot, Question(), "indicators", "th", "english")
    assert "english-results" in slugs(snapshot, Question(), "indicators", "th", "ภาษาอังกฤษ")
    assert not slugs(snapshot, Question(), "indicators", "th", "no such thing")


def test_periods_offered_are_those_that_figures_add_up_to(snapshot):
    assert set(slugs(snapshot, SCHOOLS, "period")) == {
        "as_is", "year", "month", "quarter", "fiscal_year", "calendar_year", "whole",
    }  # fmt: skip
    population = Question(("registered-population",), ("khonkaen-city",))
    assert set(slugs(snapshot, population, "period")) == {"as_is", "year", "calendar_year", "whole"}


def test_only_what_has_several_values_is_offered_to_split_by(snapshot):
    assert set(slugs(snapshot, SCHOOLS, "split")) == {"aim", "unit"}
    assert slugs(snapshot, Question(("registered-population",), ("khonkaen-city",)), "split")["breakdown"] == 2


def test_comparisons_offered_have_something_to_compare_with(snapshot):
    assert {"target", "last_year", "city"} <= set(slugs(snapshot, SCHOOLS, "compare"))
    real = Question(("road-deaths-province",), ("khonkaen-province",))
    assert set(slugs(snapshot, real, "compare")) == {"last_year"}


@pytest.mark.parametrize("bounds", [{}, {"start": date(2000, 1, 1)}])
def test_zones_are_offered_where_an_indicator_has_them(snapshot, ask, bounds):
    zones = {one for one in slugs(snapshot, Question(**bounds), "units") if one.startswith("zone:")}
    found = ask("select distinct 'zone:' || breakdown from series where breakdown like 'zone-%'")
    assert zones == {one for (one,) in found} != set()
    assert not any("zone" in one for one in slugs(snapshot, Question(("attendance",), **bounds), "units"))


FILL = {"indicators": "indicators", "units": "units", "start": "start", "end": "end"}


def test_every_value_offered_leaves_as_many_figures_as_it_says(snapshot, known):
    @settings(max_examples=12)
    @given(over(known))
    def holds(question):
        question = question.with_(
            units=tuple(one for one in question.units if "zone" not in one), measure="count", top=0, split=(), rows=(),
            columns=(), compare="none", period="whole",
        )  # fmt: skip
        for blank in FILL:
            for one in facets(snapshot, question, blank)[:3]:
                found, refused = from_link({NAMES[blank]: one.slug})
                filled = question.with_(**{blank: getattr(found, blank)})
                if filled.start and filled.end and filled.start > filled.end or one.slug.startswith("zone:"):
                    continue
                assert not refused and one.count > 0
                rolled = rolled_up(snapshot, filled)
                held = answer(snapshot, filled).frame["value"].sum() + rolled
                assert held == one.count if blank in ("indicators", "units") else held >= one.count

    holds()


def rolled_up(snapshot, question):
    """Return how many figures worked out from units a question reaches."""
    units = list(question.units)
    rows = store.select(
        snapshot,
        "select s.indicator_id, s.unit_id, u.kind, u.is_sample, s.period_end from series as s"
        " join units as u using (unit_id) where s.rolled",
        {},
    )
    mine = rows["unit_id"].isin(units) | ("kind:" + rows["kind"]).isin(units)
    mine |= ("sample:" + rows["kind"]).isin(units) & rows["is_sample"]
    mine |= not units
    if question.indicators:
        mine &= rows["indicator_id"].isin(question.indicators)
    if not question.sample:
        mine &= ~rows["is_sample"]
    if question.start:
        mine &= rows["period_end"].dt.date >= question.start
    if question.end:
        mine &= rows["period_end"].dt.date <= question.end
    return int(mine.sum())


@pytest.mark.parametrize("blank", ["indicators", "units", "start", "end", "period", "compare", "split"])
def test_every_blank_is_offered_in_both_languages(snapshot, blank):
    thai, english = (facets(snapshot, SCHOOLS, blank, lang) for lang in ("th", "en"))
    assert {one.slug for one in thai} == {one.slug for one in english}
    assert all(one.name and one.count > 0 for one in (*thai, *english))

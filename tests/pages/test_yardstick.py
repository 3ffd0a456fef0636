"""Whose target a figure is held against can be chosen on the indicator's page; both are drawn."""

from datetime import date
from urllib.parse import urlencode

import pytest

from smart7.first import answer
from smart7.words import first

LAW, PLAN = "legal standard", "municipality's target"


@pytest.fixture
def visitor(tiny, visit_to):
    """Return a visitor to a town whose air is within its plan and misses the legal standard."""
    year = {"domain": "people", "period_kind": "calendar_year", "due_days": 400, "direction": "lower", "decimals": 0}
    tiny.indicator("air", **year)
    tiny.indicator("water", **year)
    for name in ("air", "water"):
        tiny.series(name, "town", date(2023, 1, 1), [30, 31, 32])
    for authority, high in (("plan", 40), ("law", 15)):
        tiny.target("air", "town", 0, authority=authority, period_from="2020-01-01", period_to="",
                    known_from="2020-01-01", high=high)  # fmt: skip
    return visit_to(tiny.build().folder)


def test_the_first_authority_leads_and_another_can_be_chosen(visitor):
    there = visitor.open("indicator", id="air", lang="en")
    assert f"On target ({PLAN} ≤ 40" in there.cards[0].text.replace("\u00a0", " ")
    assert there.at.selectbox(key="bar-target").options == [PLAN.capitalize(), LAW.capitalize()]
    assert PLAN in there.charts[0].words and LAW not in there.charts[0].words
    there.choose("bar-target", "law")
    assert there.at.query_params["target"] == "law"
    assert f"Off target ({LAW} ≤ 15" in there.cards[0].text.replace("\u00a0", " ")
    assert LAW in there.charts[0].words and PLAN in there.charts[0].words


def test_a_link_holds_the_choice_and_another_indicator_forgets_it(visitor):
    there = visitor.open("indicator", id="air", target="law", lang="en")
    assert "Off target" in there.cards[0].text and there.warnings == []
    there.choose("bar-indicator", "water")
    assert "target" not in there.at.query_params and there.warnings == []
    assert not [box for box in there.at.selectbox if box.key == "bar-target"]


def test_a_target_that_is_not_there_is_said_and_the_first_is_used(visitor):
    there = visitor.open("indicator", id="air", target="peers", lang="en")
    assert "On target" in there.cards[0].text
    assert len(there.warnings) == 1 and "peers" in there.warnings[0]
    assert "target" not in there.at.query_params


def test_every_target_is_listed_with_whose_it_is_since_when_and_who_says_so(visitor):
    there = visitor.open("indicator", id="air", target="law", lang="en")
    rows = next(t.rows() for t in there.markup.all("table") if t.rows()[0][0] == "Whose")
    assert [(row[0], row[2]) for row in rows[1:]] == [
        (PLAN.capitalize(), "since 1 Jan 2020"),
        (LAW.capitalize(), "since 1 Jan 2020"),
    ]
    assert all("register" in row[3] and "Official" in row[3] for row in rows[1:])


@pytest.fixture
def without(tiny, visit_to):
    """Return a visitor to a town that measured neither: one target is its own, one of elsewhere, two of districts."""
    tiny.figure(tiny.indicator("trees"), "town", "2024-01-01", 5)
    tiny.indicator("air", domain="people")
    tiny.indicator("heat", domain="people", level="district")
    for n in (1, 2):
        tiny.unit(f"district-{n}", "district", parent="province")
        tiny.target("heat", f"district-{n}", 2026, high=n)
    tiny.target("air", "town", 2026, high=40)
    tiny.target("air", "province", 2026, high=15)
    return visit_to(tiny.build().folder)


def targets(there):
    """Return the rows of the tables of targets."""
    return [row for t in there.markup.all("table") if t.rows()[0][0] == "Whose" for row in t.rows()[1:]]


def test_what_nobody_measured_yet_has_its_targets_listed_and_none_to_choose(without):
    there = without.open("indicator", id="air", lang="en")
    [(whose, amount, *_)] = targets(there)
    assert (whose, "40" in amount) == (PLAN.capitalize(), True)
    assert not [box for box in there.at.selectbox if box.key == "bar-target"]
    found = answer.document(answer.link("indicator", urlencode({"id": "air", "lang": "en"})))
    assert "Targets and standards" in found.body("identity").decode()


def test_a_target_of_one_of_several_places_is_not_listed_as_that_of_all(without):
    assert targets(without.open("indicator", id="heat", lang="en")) == []


@pytest.mark.parametrize(("target", "said"), [("law", "Off target"), ("plan", "On target"), ("guideline", "On target")])
def test_the_first_answer_follows_the_link_too(visitor, target, said):
    visitor.open("overview")  # puts the town in service
    found = answer.document(answer.link("indicator", urlencode({"id": "air", "target": target, "lang": "en"})))
    body = found.body("identity").decode()
    assert said in body and 'name="target"' in body


def test_a_target_nobody_knows_is_left_to_the_live_page(visitor):
    visitor.open("overview")
    found = answer.document(answer.link("indicator", urlencode({"id": "air", "target": "mayor", "lang": "en"})))
    body = found.body("identity").decode()
    assert first.WAITING_BARE.en in body and first.WAITING.en not in body

"""Who may do what: the whole table of role, act and unit, and refusals that say what is missing and who can help."""

import itertools
import re
from datetime import date

import pytest

from smart7 import kept, store
from smart7.register import rights
from smart7.register.rights import ACTS, READER, ROLES, Person, Refused
from smart7.words import people as words

SCHOOL, DIVISION, CITY, OTHER = "school-1", "division-1", "town", "school-2"
THAI = re.compile("[ก-๙]")

# For each role, with the unit of its account: which acts it may do about which unit. '' is an act about no unit named,
# and what stands in no row is refused. The units all answer to the town; school-2 to division-1, which does so too.
FREE = "view.save agenda.save picture.add snapshot.freeze note.write"
EVERY = ("", SCHOOL, DIVISION, CITY, OTHER)
MAY = {
    ("reader", ""): {},
    ("councillor", ""): {"view.save agenda.save note.write": EVERY},
    ("councillor", SCHOOL): {"view.save agenda.save note.write": EVERY},
    ("officer", SCHOOL): {FREE: EVERY, "figure.hand_in question.answer": (SCHOOL,)},
    ("officer", ""): {FREE: EVERY},
    ("approver", DIVISION): {
        FREE: EVERY,
        "figure.approve period.close question.answer": (DIVISION, OTHER),
        "publish": ("", DIVISION, OTHER),
    },
    ("approver", CITY): {
        FREE: EVERY,
        "figure.approve period.close question.answer": (CITY, SCHOOL, DIVISION, OTHER),
        "publish": EVERY,
    },
    ("approver", ""): {f"{FREE} figure.approve period.close question.answer publish": EVERY},
    ("editor", ""): {f"{FREE} feed.import catalogue.edit catalogue.approve": EVERY},
    ("editor", SCHOOL): {f"{FREE} feed.import catalogue.edit catalogue.approve": EVERY},
    ("admin", ""): {
        FREE: EVERY,
        "feed.import catalogue.edit catalogue.approve period.close publish question.answer": EVERY,
        "account.edit audit.read held.free": EVERY,
    },
}  # fmt: skip
TRIED = [(role, own, act, unit) for role, own in MAY for act, unit in itertools.product(ACTS, EVERY)]


@pytest.fixture(scope="module")
def town(new_town):
    """Build a town once in which a school stands under a division."""
    made = new_town()
    made.rows["units.csv"] = [row for row in made.rows["units.csv"] if row["unit_id"] != OTHER]
    made.unit(OTHER, "school", parent=DIVISION)
    made.unit("centre-1", "centre")
    made.indicator("children", level="centre", owner=DIVISION)
    made.figure(made.indicator("count"), CITY, date(2026, 1, 1), 1)
    return made.build(with_sample=True).folder


@pytest.fixture(autouse=True)
def served(town, monkeypatch):
    """Put the town in service."""
    monkeypatch.setenv("SMART7_DATA", str(town))
    kept.forget()
    yield
    store.close_all()


def who(role, unit_id=""):
    return READER if role == "reader" else Person("a-1", "คุณ ก", role, unit_id)


def wanted(role, own, act, unit):
    return any(act in acts.split() and unit in units for acts, units in MAY[role, own].items())


@pytest.mark.parametrize(("role", "own"), list(MAY))
def test_every_role_may_for_every_unit_what_the_table_says_and_nothing_else(role, own):
    found = {(act, unit): rights.may(who(role, own), act, unit) is None for act in ACTS for unit in EVERY}
    assert found == {(act, unit): wanted(role, own, act, unit) for act, unit in found}


def test_the_table_of_these_tests_tries_every_role_and_every_act():
    assert {role for role, *_ in TRIED} == {*ROLES, "reader"} and {act for _, _, act, _ in TRIED} == set(ACTS)
    assert len(TRIED) == len(MAY) * len(ACTS) * len(EVERY)


@pytest.mark.parametrize(("role", "own"), list(MAY))
def test_every_refusal_names_the_right_in_both_languages_and_who_can_help(role, own):
    for act, unit in itertools.product(ACTS, EVERY):
        if wanted(role, own, act, unit):
            continue
        with pytest.raises(Refused) as refused:
            rights.require(who(role, own), act, unit)
        why = refused.value.why
        assert words.ACTS[act].th in why.th and words.ACTS[act].en in why.en
        assert THAI.search(why.th) and not THAI.search(why.en) and "{" not in why.th + why.en
        # Naming the unit is up to oneself; all else somebody gives.
        assert "dministrator" in why.en or why.en.startswith("Name the unit")


def test_what_may_be_done_is_not_refused():
    rights.require(who("officer", SCHOOL), "figure.hand_in", SCHOOL)


def test_a_refusal_for_another_unit_names_both_units():
    why = rights.may(who("officer", SCHOOL), "figure.hand_in", OTHER)
    assert f"for {SCHOOL} only, not for {OTHER}" in why.en


def test_a_refusal_for_a_role_names_those_who_hold_the_right():
    why = rights.may(who("admin"), "figure.approve", SCHOOL)
    assert "held by: approver." in why.en and words.ROLES["approver"].th in why.th


def test_whoever_gives_rights_judges_no_figures_and_whoever_hands_in_approves_nothing():
    assert set(rights.holders("figure.approve")) == {"approver"}
    assert set(rights.holders("figure.hand_in")) == {"officer"}
    assert set(rights.holders("account.edit")) == {"admin"}


@pytest.mark.parametrize("person", [Person("", "x", "admin", ""), Person("a-1", "x", "nobody", "")], ids=str)
def test_a_person_without_an_account_or_with_a_role_nobody_knows_may_nothing(person):
    assert all(rights.may(person, act, unit) is not None for act in ACTS for unit in EVERY)


def test_an_act_nobody_knows_is_refused():
    with pytest.raises((KeyError, ValueError)):
        rights.require(who("admin"), "universe.end")


def test_without_a_snapshot_a_right_holds_for_the_own_unit_and_reaches_no_other(tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    approver = who("approver", DIVISION)
    assert rights.may(approver, "figure.approve", DIVISION) is None
    assert OTHER in rights.may(approver, "figure.approve", OTHER).en


def test_a_kind_of_unit_answers_to_the_division_that_owns_its_indicators_and_through_it_to_the_city():
    assert rights.upwards("centre-1") == ["centre-1", DIVISION, CITY]
    assert rights.may(who("approver", DIVISION), "figure.approve", "centre-1") is None
    assert rights.may(who("approver", CITY), "figure.approve", "centre-1") is None
    assert rights.may(who("approver", SCHOOL), "figure.approve", "centre-1")


def test_a_sample_unit_stands_under_nobody():
    sql = "select unit_id from units where is_sample"
    sample = {row["unit_id"] for row in store.records(store.open_current(), sql, {})}
    assert "sample-school-1" in sample and not sample & rights.units().keys()
    assert rights.units()["school-1"].above == CITY

"""To whom the units of the city answer: by who owns what is measured of them, so that a division judges its domain."""

from smart7.register import rights
from smart7.register.rights import Person


def test_schools_and_centres_answer_to_the_education_office_whose_approver_judges_their_figures(snapshot):
    every = [unit for unit in rights.units() if unit.startswith(("school-", "centre-"))]
    assert len(every) == 22 and {rights.upwards(unit)[1] for unit in every} == {"division-education"}
    approver = Person("a-1", "คุณ ก", "approver", "division-education")
    for act in ("figure.approve", "period.close", "question.answer"):
        assert [unit for unit in every if rights.may(approver, act, unit)] == []
    other = Person("a-2", "คุณ ข", "approver", "division-health")
    assert rights.may(other, "figure.approve", every[0]) is not None


def test_one_indicator_of_another_division_takes_no_school_from_the_one_that_owns_most(new_town, monkeypatch):
    made = new_town()
    for name, owner in (("rooms", "division-1"), ("pupils", "division-1"), ("meals", "division-2")):
        made.indicator(name, level="school", owner=owner)
    for name in ("children", "toys"):
        made.indicator(name, level="centre", owner=f"division-{1 + (name == 'toys')}")
    made.unit("centre-1", "centre")
    made.figure("rooms", "school-1", "2026-01-01", 1)
    monkeypatch.setenv("SMART7_DATA", str(made.build().folder))
    assert rights.upwards("school-1") == ["school-1", "division-1", "town"]
    assert rights.upwards("centre-1") == ["centre-1", "town"]  # as many of one as of the other: neither's

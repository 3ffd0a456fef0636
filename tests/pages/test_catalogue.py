"""The page of the catalogue: an editor changes a row, all faults come at once, another approves, nobody else may."""

from datetime import date

import pytest

from smart7.components.catalogue import form, told
from smart7.i18n import Text
from smart7.ledger import book
from smart7.ledger import edits as held
from smart7.office import dates
from smart7.register.catalogue import changes, fields, trial
from smart7.view import View
from smart7.words import catalogue as words
from smart7.words import edits as states
from tests import people

SOURCE = "register"


@pytest.fixture(autouse=True)
def ledger(own_ledger, monkeypatch):
    """Keep each test's proposals apart; a change is tried without a process of its own and has no fault."""
    monkeypatch.setattr(trial, "faults", lambda edit: ())
    return own_ledger


def press(visit, key):
    next(button for button in visit.at.main.get("button") if button.key == key).click()
    return visit.settled()


def chosen(visit, lang="en"):
    """Open the sources and choose one to change."""
    visit.open("catalogue", lang=lang, file="sources")
    visit.at.selectbox(key="catalogue-row-sources.csv").set_value(SOURCE)
    return visit.settled()


def row() -> str:
    """Return what the keys of the form of that source begin with, as it stands."""
    return form.form_key("sources.csv", "edit", (SOURCE,), told.sheets()["sources.csv"].rows[(SOURCE,)])


def proposed(visitor, title="Register of the city"):
    visit = chosen(visitor.signed_in("editor"))
    visit.at.text_input(key=f"{row()}-title_en").set_value(title)
    press(visit, f"{row()}-check")
    return visit


def states_held() -> list[str]:
    with book.opened() as ledger:
        return [one.state for one in held.every(ledger)]


def test_a_change_is_shown_as_old_and_new_before_anything_is_kept_and_then_proposed(visitor):
    visit = proposed(visitor)
    old = told.sheets()["sources.csv"].rows[(SOURCE,)]["title_en"]
    assert words.CLEAN.en in visit.words and states_held() == []
    assert ["Title (English)", old, "Register of the city"] in visit.markup.rows()
    visit.at.text_area(key="catalogue-note").set_value("as it is called now")
    press(visit, "catalogue-send")
    assert states_held() == ["proposed"] and "as it is called now" in visit.words
    # Whoever proposed it can take it back and not approve it.
    assert words.YOURS.en in visit.words
    with book.opened() as ledger:
        (one,) = held.every(ledger)
    assert f"catalogue-approve-{one.change_id}" not in {button.key for button in visit.at.main.get("button")}
    press(visit, f"catalogue-withdraw-{one.change_id}")
    assert states_held() == ["withdrawn"] and states.STATES["withdrawn"].en in visit.words


def test_every_fault_is_listed_with_its_field_and_what_to_do_and_nothing_can_be_sent(visitor, monkeypatch):
    bad = trial.Wrong("sources.csv", 9, "title_en", True, Text("ก", "too odd"), Text("ข", "make it even"))
    far = trial.Wrong("targets.csv", 7, "", False, Text("ค", "lost"), Text("ง", "find it"))
    monkeypatch.setattr(trial, "faults", lambda edit: (bad, far))
    visit = proposed(visitor)
    text = visit.words
    assert all(part in text for part in ("Title (English)", "too odd", "make it even", "targets.csv, line 7"))
    assert "catalogue-send" not in {button.key for button in visit.at.main.get("button")}


def test_what_cannot_be_a_change_is_said_in_a_sentence(visitor):
    visit = press(chosen(visitor.signed_in("editor")), f"{row()}-check")
    assert [one.value for one in visit.at.error] and states.NOTHING_CHANGED.en[:12] in visit.at.error[0].value


def test_a_form_that_is_open_starts_anew_when_somebody_elses_change_of_its_row_was_approved(visitor):
    visit = chosen(visitor.signed_in("editor"))
    visit.at.text_input(key=f"{row()}-title_en").set_value("Half typed")
    other = people.person("editor")
    change = changes.propose(other, changes.draft(other, "sources.csv", (SOURCE,), {"publisher_en": "City"}))
    changes.approve(people.person("admin"), change)
    visit.settled()
    held = {name: visit.at.text_input(key=f"{row()}-{name}").value for name in ("title_en", "publisher_en")}
    assert held["publisher_en"] == "City" and held["title_en"] != "Half typed"


@pytest.mark.parametrize("lang", ["th", "en"])
def test_somebody_else_approves_or_returns_with_a_remark(visitor, lang):
    edits = [
        changes.draft(people.person("editor"), "sources.csv", (SOURCE,), {"title_en": title}) for title in ("A", "B")
    ]
    one, two = (changes.propose(people.person("editor"), edit) for edit in edits)
    visit = visitor.signed_in("admin").open("catalogue", lang=lang)
    visit.at.text_area(key=f"catalogue-remark-{two}").set_value("the other one")
    press(visit, f"catalogue-return-{two}")
    press(visit, f"catalogue-approve-{one}")
    assert sorted(states_held()) == ["approved", "returned"]
    assert [words.APPROVED.get(lang)[:20] in said.value for said in visit.at.success] == [True]
    assert "the other one" in visit.words


def test_a_public_reader_and_other_roles_see_why_they_may_not(visitor):
    visit = visitor.open("catalogue", lang="en")
    assert "Sign in first: to edit the catalogue" in visit.words and words.INTRO.en in visit.words
    assert words.FILES["targets.csv"].en not in visit.words
    assert "has no right to edit the catalogue" in visitor.signed_in("officer").open("catalogue", lang="en").words


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_field_of_every_file_has_a_name_and_every_choice_one(snapshot, lang):
    view = View(lang, dark=False, year=2026, years=range(2026, 2016, -1), sample=True, as_of=date(2026, 11, 22))
    every = told.sheets()
    for file, asked in fields.FIELDS.items():
        for field in asked:
            assert told.label(field, view) and told.about(field, view) != ""
            unnamed = [one for one in field.choices if told.choice(field, one, every, view) == one]
            assert unnamed == [], (file, field.name)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_day_in_a_field_is_read_back_as_the_day_it_was(snapshot, lang):
    view = View(lang, dark=False, year=2026, years=range(2026, 2016, -1), sample=True, as_of=date(2026, 11, 22))
    days = {date(2024, 2, 29), date(2009, 1, 1), date(2026, 12, 31)}
    days |= {date.fromisoformat(row["date"]) for row in told.sheets()["events.csv"].rows.values()}
    assert all(dates.day(told.day(day.isoformat(), view), "", "dmy", set()) == day for day in days)

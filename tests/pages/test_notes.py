"""Notes and questions on pages: asked by a councillor, answered by its unit, read by all, inert whatever is typed."""

import re
import sqlite3
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest

from smart7 import store
from smart7.first import answer as first
from smart7.i18n import LANGS
from smart7.ledger import book, notes
from smart7.register import saying
from smart7.words import notes as words
from smart7.words import people as people_words
from smart7.words import register_page
from tests import people
from tests.handing import on
from tests.noted import HARM

TODAY = date(2026, 11, 22)
RUN = re.compile(r"<\s*(script|img|svg|iframe|object)\b|\son\w+\s*=", re.IGNORECASE)


@pytest.fixture
def town(tiny):
    """Return a town whose division owes visits of the town, with one figure."""
    tiny.indicator("visits", owner="division-1")
    tiny.figure("visits", "town", "2026-08-01", 100)
    return tiny.build(TODAY).folder


@pytest.fixture
def visit(town, visit_to):
    """Return a function that lets somebody of a role in, '' for a public reader; the day is that of the snapshot."""
    visit_to(town)

    def enter(role, unit=""):
        there = visit_to(town)
        there.cookies.clear()
        return there.signed_in(role, unit) if role else there

    with on(TODAY):
        yield enter


def press(there, key):
    there.at.button(key=key).click()
    return there.settled()


def open_form(there, **link):
    there.open("indicator", **link)
    there.at.session_state["notes-write"] = True
    return there.settled()


def ask(visit, text, role="councillor", kind="question", lang="en"):
    """Ask something, or write a note, through the page."""
    there = open_form(visit(role), lang=lang)
    if kind == "note":
        there.at.segmented_control(key="notes-kind").set_value("note")
        there.settled()
    there.at.text_area(key=f"notes-text-{kind}-0").set_value(text)
    return press(there, "notes-send")


def said(there):
    return [node.text for node in there.markup.all("p", "s7-said-text")]


def only():
    with book.opened() as ledger:
        (one,) = notes.of_indicator(ledger, "visits")
    return one


@pytest.mark.parametrize("lang", LANGS)
def test_a_question_is_asked_answered_and_read_by_everybody(visit, lang):
    there = ask(visit, "Why only 100?\nAnd the pool?", lang=lang)
    assert words.SENT["question"].get(lang).split(" ")[0] in there.at.success[0].value.replace("\\", "")
    assert only().due_day == TODAY + timedelta(days=saying.USUAL)

    officer = visit("officer", "division-1").open("register", lang=lang)
    assert words.TO_ANSWER.get(lang) in officer.words and said(officer) == ["Why only 100?\nAnd the pool?"]
    officer.at.text_area(key=f"register-answer-text-{only().note_id}").set_value("The pool was closed.")
    press(officer, f"register-reply-{only().note_id}")
    assert words.NONE_TO_ANSWER.get(lang) in officer.words

    reader = visit("").open("indicator", lang=lang)
    assert said(reader) == ["Why only 100?\nAnd the pool?", "The pool was closed."]
    assert people_words.ROLES["councillor"].get(lang) in reader.words and "Test councillor" in reader.words
    assert people_words.ROLES["officer"].get(lang) in reader.words and "division-1" in reader.words
    assert words.STATES["answered"].get(lang) in reader.words and "town" in reader.words


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_the_unit_tells_what_waits_and_is_overdue(visit, lang):
    ask(visit, "Why only 100?")
    reader = visit("").open("units", unit="division-1", lang=lang)
    assert words.TO_UNIT.get(lang) in reader.words and words.STATES["open"].get(lang) in reader.words
    assert any("id=visits" in a.attributes["href"] for a in reader.markup.one("ul", "s7-said").all("a"))
    with on(TODAY + timedelta(days=saying.USUAL + 1)):
        reader.open("units", unit="division-1", lang=lang)
        assert words.COUNT_OVERDUE.format(lang, count=1) in reader.words
    reader.open("units", unit="division-2", lang=lang)
    assert words.TO_UNIT.get(lang) not in reader.words


@pytest.mark.parametrize("page", ["indicator", "units"])
def test_the_first_answer_shows_what_was_just_said_as_the_live_page_does(visit, page):
    link = {"id": "visits"} if page == "indicator" else {"unit": "division-1"}

    def both():
        asked = first.link(page, urlencode(link))
        early = first.document(asked).body("identity").decode()
        live = visit("").open(page, **link)
        own = [block.value for block in live.at.main if block.type == "html" and "s7-said" in block.value]
        assert first.at_hand(asked) is not None
        return early, own

    early, own = both()
    assert own == [] and "s7-said" not in early.partition("</style>")[2].partition("<main")[2]
    ask(visit, "Why only 100?")
    early, (own,) = both()
    assert own in early and "Why only 100?" in early
    saying.answer(people.person("admin"), only().note_id, "It rained.")
    early, own = both()
    assert "Why only 100?" not in early if page == "units" else "It rained." in early and own[0] in early


def test_the_first_answer_of_the_next_day_says_that_a_question_is_overdue(visit):
    ask(visit, "Why only 100?")
    asked = first.link("indicator", "lang=en&id=visits")
    assert words.STATES["overdue"].en not in first.document(asked).body("identity").decode()
    with on(TODAY + timedelta(days=saying.USUAL + 1)):
        assert words.STATES["overdue"].en in first.document(asked).body("identity").decode()


@pytest.mark.parametrize("text", HARM)
def test_whatever_is_typed_is_shown_as_text_and_runs_nowhere(visit, text):
    ask(visit, text)
    key = only().note_id
    saying.answer(people.person("officer", "division-1"), key, text)
    plain = saying.fit(text)
    reader = visit("").open("indicator", lang="en")
    assert said(reader) == [plain, plain]
    blocks = [block.value for block in reader.at.main if block.type == "html" and "s7-said" in block.value]
    told = re.sub(r"&lt;.*?&gt;", "", " ".join(blocks))
    assert not RUN.search(told) and "javascript:" not in " ".join(re.findall(r"href=\"[^\"]*", told))
    councillor = visit("councillor").open("register", lang="en")
    assert said(councillor) == [plain, plain]
    admin = visit("admin").open("admin", show="audit", lang="en")
    assert not admin.at.exception


def test_a_note_that_reads_as_json_of_any_shape_leaves_the_audit_readable(visit):
    for text in ('{"role": []}', '{"unit_id": {}}', '{"name": 1, "role": {"a": 1}}', "[1, 2]", "null"):
        ask(visit, text, kind="note")
    admin = visit("admin").open("admin", show="audit", lang="en")
    assert not admin.at.exception and '{"unit_id": {}}' not in admin.warnings


def test_a_public_reader_is_offered_the_way_to_sign_in_and_no_form(visit):
    reader = visit("").open("indicator", lang="en")
    assert words.NONE.en in reader.words and words.SIGN_IN_FIRST.en in reader.words
    assert not [one for one in reader.at.expander if one.label in (words.WRITE.en, words.WITHDRAW.en)]
    assert any(
        "next=%2Findicator" in a.attributes["href"] for a in reader.markup.all("a") if "signin" in a.attributes["href"]
    )


def test_what_was_said_is_withdrawn_by_who_said_it_and_gone(visit):
    ask(visit, "A slip.", kind="note")
    other = visit("editor").open("indicator", lang="en")
    assert words.WITHDRAW.en not in [one.label for one in other.at.expander]
    own = visit("councillor").open("indicator", lang="en")
    own.at.session_state["notes-back"] = True
    own.settled()
    press(own, "notes-withdraw")
    assert said(own) == [] and words.NONE.en in own.words


def test_a_form_sent_after_the_session_ended_says_nothing(visit):
    there = open_form(visit("councillor"), lang="en")
    there.at.text_area(key="notes-text-question-0").set_value("Why?")
    there.cookies.clear()
    press(there, "notes-send")
    with book.opened() as ledger:
        assert notes.of_indicator(ledger, "visits") == []


def test_a_text_that_is_empty_is_refused_in_words(visit):
    there = ask(visit, "  ")
    assert "Nothing is written" in there.at.error[0].value


def test_an_editor_reads_that_nothing_waits_for_him_nowhere(visit):
    ask(visit, "Why?")
    there = visit("editor").open("register", lang="en")
    assert words.TO_ANSWER.en not in there.words and register_page.NO_ACT.en in there.words


def test_a_ledger_that_cannot_be_read_leaves_the_figures_standing(visit, monkeypatch):
    reader = visit("")

    def broken(*given, **named):
        raise sqlite3.DatabaseError("file is not a database")

    monkeypatch.setattr(book, "opened", broken)
    reader.open("indicator", lang="en")
    assert not reader.at.exception and reader.cards and words.TITLE.en not in reader.words


def test_an_installation_that_only_reads_shows_what_was_said_and_offers_nothing(visit, monkeypatch):
    ask(visit, "Why only 100?")
    monkeypatch.setenv("SMART7_READONLY", "1")
    there = visit("").open("indicator", lang="en")
    assert said(there) == ["Why only 100?"] and words.SIGN_IN_FIRST.en not in there.words
    assert store.current_id() in there.words

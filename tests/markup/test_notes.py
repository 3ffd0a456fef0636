"""What people say about figures as markup: how each stands, in which order, and every text as it was typed."""

from datetime import date

import pytest

from smart7.i18n import LANGS, Text
from smart7.markup import notes as markup
from smart7.markup.notes import Thread
from smart7.markup.pieces import unfolded
from smart7.words import notes as words
from tests.noted import HARM, said

TODAY = date(2026, 11, 28)
UNITS = {"division-1": Text("กองช่าง", "Works")}


def question(due, **cells):
    return said("question", due=due, **cells)


@pytest.mark.parametrize(("due", "state"), [("2026-11-27", "overdue"), ("2026-11-28", "open"), ("2026-12-13", "open")])
def test_a_question_is_overdue_the_day_after_it_was_due(due, state):
    assert Thread(question(due)).state(TODAY) == state


def test_an_answered_question_is_never_overdue_and_a_note_waits_for_nobody():
    late = question("2026-01-01")
    assert Thread(late, said("answer", answers=late.note_id)).state(TODAY) == "answered"
    assert Thread(said("note")).state(TODAY) == "note"


def test_what_waits_stands_first_by_its_day_then_the_newest():
    late, soon, done = question("2026-12-20"), question("2026-12-01"), question("2026-11-01")
    notes = [said("note", "first"), late, done, soon, said("answer", answers=done.note_id), said("note", "second")]
    found = markup.threads(notes, TODAY)
    assert [one.first.note_id for one in found[:3]] == [soon.note_id, late.note_id, notes[5].note_id]
    assert [one.first.said for one in found[2:]] == ["second", "Why?", "first"] and found[3].answer == notes[4]


@pytest.mark.parametrize("lang", LANGS)
def test_how_far_off_the_day_is_and_to_whom_it_is_are_said_in_words(view, lang):
    spoken = view(lang=lang)
    for due, far in (("2026-11-20", words.PAST), ("2026-11-28", words.TODAY), ("2026-12-13", words.LEFT)):
        drawn = markup.item(Thread(question(due)), UNITS, TODAY, spoken)
        days = abs((date.fromisoformat(due) - TODAY).days)
        assert far.format(lang, count=days) in drawn and UNITS["division-1"].get(lang) in drawn


@pytest.mark.parametrize("text", HARM)
def test_every_text_is_escaped_wherever_it_stands(view, text):
    asked = said("question", text, author_name=text, name_en=text, figure_en=text, owner=text, indicator_id=text)
    reply = said("answer", text, answers=asked.note_id, author_name=text, owner=text)
    drawn = markup.listed([Thread(asked, reply)], {}, TODAY, view(lang="en"), named=True)
    for harm in ("<script", "<img", "<svg", 'href="javascript', "onload=alert(1)>"):
        assert harm not in drawn


def test_more_than_a_few_are_folded_and_none_is_left_out(view):
    found = [Thread(said("note", f"text {n}.")) for n in range(markup.SHOWN + 3)]
    drawn = markup.listed(found, {}, TODAY, view())
    before, _, folded = unfolded(drawn).partition("<details")
    assert before.count("<li>") == markup.SHOWN and folded.count("<li>") == 3
    assert markup.listed([], {}, TODAY, view()) == ""


def test_a_public_reader_is_shown_the_way_in_and_others_are_not(view):
    assert "/signin?next=x" in markup.of_indicator([], {}, TODAY, "/signin?next=x", view())
    assert "signin" not in markup.of_indicator([], {}, TODAY, "", view())

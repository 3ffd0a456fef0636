"""What people say about figures, as the ledger keeps it: appended to, the newest row counts, an index finds them."""

import sqlite3

import pytest

from smart7.ledger import book, notes, quotas
from tests.noted import said


@pytest.fixture(autouse=True)
def folder(kept_in, tmp_path, monkeypatch):
    """Keep the ledger of a test in a folder of its own."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))


@pytest.fixture
def ledger():
    """Open the ledger for the length of a test."""
    with book.opened(writing=True) as opened:
        yield opened


def test_what_was_said_comes_back_as_it_was_said_the_oldest_first(ledger):
    every = [said("question"), said("note", text="สอง\nบรรทัด"), said("note", indicator_id="bins")]
    for one in every:
        notes.say(ledger, one)
    assert notes.of_indicator(ledger, "visits") == every[:2] and notes.get(ledger, every[2].note_id) == every[2]


@pytest.mark.parametrize("statement", ["update notes set said = 'x'", "delete from notes"])
def test_nothing_that_was_said_can_be_changed(statement):
    with book.opened(writing=True) as opened:
        notes.say(opened, said("note"))
    with pytest.raises(sqlite3.IntegrityError, match="appended"), book.opened(writing=True) as opened:
        opened.execute(statement)


def test_what_is_withdrawn_is_found_nowhere_and_its_row_holds_no_word(ledger):
    question = said("question")
    notes.say(ledger, question)
    before = notes.newest(ledger, indicator_id="visits")
    notes.withdraw(ledger, question)
    assert notes.get(ledger, question.note_id) is None and notes.of_indicator(ledger, "visits") == []
    assert notes.open_of(ledger, "division-1") == notes.every_open(ledger) == notes.questions(ledger) == []
    assert notes.newest(ledger, indicator_id="visits") > before
    rows = ledger.execute("select said, withdrawn_at is null as stands from notes order by entry").fetchall()
    assert [(row["said"], bool(row["stands"])) for row in rows] == [("Why?", True), ("", False)]


def test_what_was_said_by_a_day_was_said_before_midnight_in_the_city(ledger):
    before, after = said("note", at="2026-11-20T16:59:59+00:00"), said("note", at="2026-11-20T17:00:00+00:00")
    for one in (before, after):
        notes.say(ledger, one)
    assert notes.listed(ledger, (), (), (), "2026-11-20", 9, 0) == ([before], 1)
    assert notes.listed(ledger, (), (), (), "2026-11-21", 9, 0)[1] == 2
    assert (before.day.isoformat(), after.day.isoformat()) == ("2026-11-20", "2026-11-21")


def test_a_question_waits_until_it_is_answered_and_again_when_the_answer_is_withdrawn(ledger):
    late, soon = said("question", due="2026-12-20"), said("question", due="2026-12-01")
    other = said("question", owner="division-2")
    for one in (late, soon, other):
        notes.say(ledger, one)
    assert notes.open_of(ledger, "division-1") == [soon, late]
    reply = said("answer", answers=soon.note_id)
    notes.say(ledger, reply)
    assert notes.open_of(ledger, "division-1") == [late] and notes.answer_to(ledger, soon.note_id) == reply
    notes.withdraw(ledger, reply)
    assert notes.open_of(ledger, "division-1") == [soon, late] and notes.answer_to(ledger, soon.note_id) is None
    assert len(notes.every_open(ledger)) == 3


def test_the_newest_row_is_that_of_the_indicator_or_of_the_unit_asked_for(ledger):
    assert notes.newest(ledger, indicator_id="visits") == 0
    notes.say(ledger, said("note"))
    notes.say(ledger, said("note", indicator_id="bins", owner="division-2"))
    assert [notes.newest(ledger, indicator_id=one) for one in ("visits", "bins")] == [1, 2]
    assert notes.newest(ledger, owner="division-2") == 2


def test_a_page_s_notes_are_found_by_their_index_alone(ledger, kept_in):
    explain, scan = "explain query plan", "SCAN"
    if kept_in == "postgresql":
        # Over a few rows a server reads them all, unless it is told that it had better not.
        ledger.execute("set local enable_seqscan = off")
        explain, scan = "explain", "Seq Scan"
    for text in (
        notes.STANDING + " and n.indicator_id = 'x'",
        notes.STANDING + notes.UNANSWERED + " and n.owner = 'x'",
    ):
        plan = [str(tuple(row)[-1]) for row in ledger.execute(f"{explain} {text}")]
        assert plan and not [line for line in plan if scan in line.partition(" USING ")[0]], plan


def test_as_much_as_may_be_is_kept_and_a_withdrawn_one_makes_room(monkeypatch):
    monkeypatch.setenv(quotas.VARIABLE, "notes=2/3")
    with book.opened(writing=True) as opened:
        mine = [said("note"), said("note")]
        for one in mine:
            notes.say(opened, one)
        with pytest.raises(quotas.Full, match="2 notes"):
            notes.say(opened, said("note"))
        notes.say(opened, said("note", account="a-2"))
        with pytest.raises(quotas.Full, match="3 notes"):
            notes.say(opened, said("note", account="a-3"))
        notes.withdraw(opened, mine[0])
        notes.say(opened, said("note"))

"""What people say about figures: who may say, ask, answer and withdraw, what is refused, what the audit has of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from smart7 import store
from smart7.ledger import audit, book, notes, quotas
from smart7.register import rights, saying, steps
from smart7.register.rights import READER, ROLES, Person, Refused
from smart7.words import keeping
from smart7.words import notes as words
from tests.handing import on, town_of_register

TODAY = date(2026, 11, 28)
DUE = TODAY + timedelta(days=15)
COUNCILLOR = Person("cou", "คุณ สภา", "councillor", "")
# Everybody who may come, by who they are; the questions of these tests are to division-1 and to school-1.
PEOPLE = {
    "reader": READER,
    "councillor": COUNCILLOR,
    "officer": Person("ofi", "O", "officer", "division-1"),
    "officer elsewhere": Person("ofe", "E", "officer", "division-2"),
    "officer of the school": Person("ofs", "S", "officer", "school-1"),
    "approver": Person("app", "A", "approver", "division-1"),
    "approver elsewhere": Person("ape", "E", "approver", "division-2"),
    "approver of all": Person("apa", "A", "approver", ""),
    "editor": Person("edi", "E", "editor", ""),
    "admin": Person("adm", "A", "admin", ""),
}
ANSWERS = {
    "visits": {"officer", "approver", "approver of all", "admin"},
    # The schools' indicators belong to division-1, so the schools answer to it.
    "share": {"officer of the school", "approver", "approver of all", "admin"},
}


@pytest.fixture(scope="module")
def built(new_town):
    """Build a small town once, for all tests of this file."""
    made = town_of_register(new_town())
    made.figure("share", "school-1", date(2026, 8, 1), numerator=3, denominator=4)
    made.figure("share", "school-2", date(2026, 8, 1), numerator=1, denominator=4)
    return made.build()


@pytest.fixture(autouse=True)
def town(kept_in, built, monkeypatch):
    """Put the town in service with an empty ledger, on a day."""
    monkeypatch.setenv("SMART7_DATA", str(built.folder))
    for path in built.folder.glob("ledger.sqlite*"):
        path.unlink()
    with on(TODAY):
        yield built
    store.close_all()


def about(indicator="visits", unit=None):
    """Return a figure that something can be said about."""
    every = saying.about_of(store.current_id(), indicator)
    return next(one for one in every if one.unit_id and unit in (None, one.unit_id))


def asked(who=COUNCILLOR, indicator="visits", unit=None, text="Why so few?", due=DUE):
    return saying.ask(who, about(indicator, unit), text, due)


def standing(note_id):
    with book.opened() as ledger:
        return notes.get(ledger, note_id)


def count():
    with book.opened() as ledger:
        return ledger.execute("select count(*) from notes").fetchone()[0]


def test_everybody_of_these_tests_has_a_role_of_the_table():
    assert {who.role for who in PEOPLE.values()} == {"reader", *ROLES}


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("kind", ["note", "question"])
def test_whoever_is_signed_in_may_say_and_ask_and_a_public_reader_may_not(name, kind):
    who, before = PEOPLE[name], audit.head()

    def do():
        return asked(who) if kind == "question" else saying.note(who, about(), "The pool was closed.")

    if who == READER:
        with pytest.raises(Refused, match="Sign in"):
            do()
        assert count() == 0 and audit.head() == before
        return
    one = standing(do())
    assert (one.kind, one.author_name, one.author_role) == (kind, who.name, who.role)
    (entry,) = audit.read()
    assert (entry.who, entry.act) == (who.account_id, "note.write") and one.note_id in entry.what
    assert entry.after == one.said


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize(("indicator", "unit"), [("visits", "town"), ("share", "school-1")])
def test_a_question_is_answered_by_the_unit_it_is_to_and_those_above_it_and_by_nobody_else(name, indicator, unit):
    who, question = PEOPLE[name], asked(indicator=indicator, unit=unit)
    before = audit.head()
    assert {one.note_id for one in saying.to_answer(who)} == ({question} if name in ANSWERS[indicator] else set())
    if name not in ANSWERS[indicator]:
        with pytest.raises(Refused) as refused:
            saying.answer(who, question, "I say so.")
        assert refused.value.why == rights.may(who, "question.answer", standing(question).owner)
        assert count() == 1 and audit.head() == before
        return
    reply = standing(saying.answer(who, question, "It rained."))
    assert (reply.answers, reply.said, reply.author_name) == (question, "It rained.", who.name)
    assert saying.to_answer(who) == []
    assert audit.read()[0].act == "question.answer" and audit.read()[0].after == "It rained."


def test_a_question_goes_to_the_unit_of_the_figure_where_it_reports_itself_and_else_to_the_owner():
    assert about("share", "school-2").owner == "school-2" and about("visits").owner == "division-1"
    whole = saying.about_of(store.current_id(), "trees")
    assert [(one.unit_id, one.owner) for one in whole] == [("", "division-2")]


@pytest.mark.parametrize("name", PEOPLE)
def test_only_who_said_it_withdraws_it_and_whoever_may_free_what_is_held(name):
    who, own = PEOPLE[name], saying.note(COUNCILLOR, about(), "A note.")
    assert saying.may_withdraw(who, standing(own)) == (name in ("councillor", "admin"))
    if name in ("councillor", "admin"):
        saying.withdraw(who, own)
        assert standing(own) is None and audit.read()[0].act == "note.withdraw"
        assert audit.read()[0].before == "A note."
        return
    with pytest.raises(Refused):
        saying.withdraw(who, own)
    assert standing(own) is not None and len(audit.read()) == 1


def test_an_answered_question_stays_unless_an_administrator_takes_both_off():
    question = asked()
    reply = saying.answer(PEOPLE["officer"], question, "It rained.")
    with pytest.raises(Refused, match="answered"):
        saying.withdraw(COUNCILLOR, question)
    saying.withdraw(PEOPLE["admin"], question)
    assert standing(question) is None and standing(reply) is None
    assert [entry.before for entry in audit.read()[:2]] == ["It rained.", "Why so few?"]


def test_a_withdrawn_answer_lets_the_question_be_answered_anew():
    question = asked()
    reply = saying.answer(PEOPLE["officer"], question, "It raind.")
    with pytest.raises(Refused, match="answered already"):
        saying.answer(PEOPLE["approver"], question, "So it did.")
    saying.withdraw(PEOPLE["officer"], reply)
    assert standing(saying.answer(PEOPLE["approver"], question, "It rained.")).said == "It rained."


def test_of_two_who_answer_at_once_one_is_told_that_it_is_answered():
    question = asked()

    def answer(who):
        try:
            return saying.answer(PEOPLE[who], question, f"by {who}")
        except Refused as refused:
            return refused.why

    with ThreadPoolExecutor(2) as two:
        found = list(two.map(answer, ("officer", "approver")))
    assert found.count(words.ANSWERED) == 1 and count() == 2


@pytest.mark.parametrize(
    ("days", "taken"), [(-1, False), (0, False), (1, True), (saying.LATEST, True), (saying.LATEST + 1, False)]
)
def test_an_answer_is_asked_for_after_today_and_within_a_year(days, taken):
    due = TODAY + timedelta(days=days)
    if taken:
        assert standing(asked(due=due)).due_day == due
        return
    with pytest.raises(Refused, match="after today"):
        asked(due=due)


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b", "\u202e\u2066", "\x00\x07"])
def test_nothing_is_not_said(text):
    with pytest.raises(Refused, match="Nothing is written"):
        asked(text=text)


def test_a_text_is_taken_up_to_its_length_and_no_further():
    assert len(standing(asked(text="ก" * saying.LONGEST)).said) == saying.LONGEST
    with pytest.raises(Refused, match=str(saying.LONGEST)):
        asked(text="ก" * (saying.LONGEST + 1))


@pytest.mark.parametrize(
    ("given", "kept"),
    [("a\u202eb\u2066c", "abc"), ("a\r\nb\rc\td", "a\nb\nc d"), ("a\x00\x1b[31mb", "a[31mb"), ("ก\u200bข", "ก\u200bข"),
     ("a\u2028b", "ab"), ("a\ud800b", "ab")],
)  # fmt: skip
def test_what_turns_or_ends_a_line_unseen_is_left_out(given, kept):
    assert saying.fit(given) == kept


def test_only_a_published_figure_as_it_stands_can_be_spoken_of(built):
    forged = [
        replace(about(), unit_id="school-1"),
        replace(about(), owner="division-2"),
        replace(about(), figure=about("share").figure),
        replace(about(), indicator_id="no-such"),
    ]
    for one in forged:
        with pytest.raises(Refused, match="Choose the figure"):
            saying.note(COUNCILLOR, one, "x")
    assert count() == 0


def test_what_is_quoted_is_the_figure_with_unit_period_value_and_quality():
    one = standing(asked(indicator="share", unit="school-1"))
    assert "school-1" in one.figure_en and "75" in one.figure_en and "Official" in one.figure_en
    assert "2569" in one.figure_th and "2026" in one.figure_en


def test_a_quota_that_is_used_up_refuses_and_writes_nothing(monkeypatch):
    monkeypatch.setenv(quotas.VARIABLE, "notes=1/9")
    asked()
    before = audit.head()
    with pytest.raises(Refused, match="1 notes"):
        asked()
    assert count() == 1 and audit.head() == before


def test_a_note_that_cannot_be_noted_in_the_audit_is_not_kept(monkeypatch):
    def full(*given, **named):
        raise OSError("no room")

    monkeypatch.setattr(audit, "note", full)
    with pytest.raises(OSError, match="no room"):
        asked()
    assert count() == 0


def test_an_installation_that_only_reads_takes_nothing(monkeypatch):
    question = asked()
    monkeypatch.setenv("SMART7_READONLY", "1")
    for do in (
        asked,
        lambda: saying.note(COUNCILLOR, about(), "x"),
        lambda: saying.answer(PEOPLE["officer"], question, "x"),
        lambda: saying.withdraw(COUNCILLOR, question),
    ):
        with pytest.raises(Refused) as refused:
            do()
        assert refused.value.why == keeping.READ_ONLY
    assert count() == 1


@pytest.mark.parametrize("late", [False, True])
def test_a_reminder_to_the_unit_names_the_question_and_the_day(late):
    asked(text="Why\nso few?")
    text = steps.reminder("division-1", DUE + timedelta(days=1) if late else TODAY)
    assert f"- visits (asked for by 13 December 2026{', overdue' if late else ''}): Why so few?" in text.en
    assert "Why so few?" in text.th and "/register" in text.en
    assert "Why so few?" not in steps.reminder("division-2", TODAY).en


def test_a_person_finds_the_own_questions_with_their_answers():
    first, second = asked(), asked(text="And trees?")
    asked(PEOPLE["editor"])
    saying.answer(PEOPLE["officer"], first, "It rained.")
    found = [(one.note_id, reply.said if reply else "") for one, reply in saying.own(COUNCILLOR)]
    assert found == [(second, ""), (first, "It rained.")] and saying.own(READER) == []


@pytest.mark.parametrize("note_id", ["", "q-000000000000", "' or 1=1 --"])
def test_what_is_not_there_is_neither_answered_nor_withdrawn(note_id):
    asked()
    with pytest.raises(Refused):
        saying.answer(PEOPLE["admin"], note_id, "x")
    with pytest.raises(Refused):
        saying.withdraw(PEOPLE["admin"], note_id)
    assert count() == 1


def test_a_note_is_no_question_to_answer():
    own = saying.note(COUNCILLOR, about(), "A note.")
    with pytest.raises(Refused):
        saying.answer(PEOPLE["admin"], own, "x")

"""What people say about figures, as anybody may read it of the API: public, plain, the newest first, by no account."""

import jsonschema
import pytest

from smart7.api import notes as public
from smart7.ledger import book, notes
from tests.noted import HARM, said

ADDRESS = "/api/v1/notes.json"


@pytest.fixture(autouse=True)
def ledger(own_ledger):
    """Keep each test's notes apart."""
    return own_ledger


@pytest.fixture
def indicator(ask):
    """Return an indicator there is, which a filter knows."""
    return ask("select min(indicator_id) from open.indicators")[0][0]


@pytest.fixture
def say():
    """Return a function that keeps what somebody says, and gives it back."""

    def keep(kind, text="Why?", **cells):
        one = said(kind, text, **cells)
        with book.opened(writing=True) as ledger:
            notes.say(ledger, one)
        return one

    return keep


def ids(answer):
    return [row["note_id"] for row in answer.json["data"]]


def test_before_anybody_said_anything_it_answers_with_nothing(get, snapshot):
    answer = get(ADDRESS)
    assert (answer.status, answer.json["data"], answer.json["total"]) == (200, [], 0)
    assert answer.json["snapshot_id"] == snapshot


def test_a_question_and_its_answer_are_told_as_the_page_tells_them_without_an_account(get, say):
    question = say("question")
    reply = say("answer", "นับใหม่", answers=question.note_id)
    rows = get(ADDRESS).json["data"]
    assert [row["note_id"] for row in rows] == [reply.note_id, question.note_id]
    assert (rows[0]["answers"], rows[0]["said"], rows[0]["due"]) == (question.note_id, "นับใหม่", None)
    assert (rows[1]["due"], rows[1]["owner"], rows[1]["author_name"]) == (question.due, "division-1", "คุณ ก")
    assert "account" not in rows[0] and "a-1" not in [*rows[0].values(), *rows[1].values()]


def test_what_was_withdrawn_is_not_told_and_the_mark_of_the_answer_changes_with_what_is_said(get, say):
    marks, kept = [get(ADDRESS).headers["etag"]], say("note")
    marks.append(get(ADDRESS).headers["etag"])
    assert get(ADDRESS, if_none_match=marks[1]).status == 304
    with book.opened(writing=True) as ledger:
        notes.withdraw(ledger, kept)
    answer = get(ADDRESS, if_none_match=marks[1])
    marks.append(answer.headers["etag"])
    assert answer.status == 200 and answer.json["data"] == [] and len(set(marks)) == 3


def test_it_is_narrowed_by_indicator_kind_and_page(get, say, indicator):
    every = [say("note", indicator_id=indicator), say("question"), say("note")]
    newest_first = [one.note_id for one in every[::-1]]
    assert ids(get(f"{ADDRESS}?indicator={indicator}")) == newest_first[2:]
    assert ids(get(f"{ADDRESS}?kind=note")) == [newest_first[0], newest_first[2]]
    page = get(f"{ADDRESS}?limit=2").json
    assert page["total"] == 3 and page["next"] == f"{ADDRESS}?limit=2&offset=2"
    assert ids(get(page["next"])) == newest_first[2:]


@pytest.mark.parametrize(
    ("query", "status", "word"),
    [("?indicator=atlantis", 400, "indicator"), ("?unit=atlantis", 400, "unit"), ("?kind=rumour", 400, "note"),
     ("?account=a-1", 400, "account"), ("?limit=0", 400, "limit"), ("?known=yesterday", 400, "known")],
)  # fmt: skip
def test_what_is_not_understood_is_refused_in_words(get, query, status, word):
    answer = get(ADDRESS + query)
    assert answer.status == status and word in answer.json["detail"]


def test_it_is_read_alone(get):
    assert get(ADDRESS, method="POST").status == 405


def test_a_record_that_cannot_be_read_is_said(get, ledger):
    ledger.write_bytes(b"no ledger at all" * 99)
    answer = get(ADDRESS)
    assert (answer.status, answer.json["type"]) == (503, "/api/v1/#no-record")


def test_the_contract_describes_each_member_and_holds(get, say):
    for text in HARM:
        say("note", text)
    document = get("/api/v1/openapi.json").json
    answer = document["paths"][ADDRESS]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.validate(get(ADDRESS).json, {**answer, "components": document["components"]})
    members = document["components"]["schemas"]["notes"]["properties"]
    assert list(members) == list(public.COLUMNS) and all("description" in about for about in members.values())
    assert [row["said"] for row in get(ADDRESS).json["data"]] == list(HARM[::-1])


def test_the_page_of_the_api_leads_to_it(get):
    assert f'href="{ADDRESS}"' in get("/api/v1/").text

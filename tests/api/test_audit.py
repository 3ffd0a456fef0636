"""The audit as a file: for administrators alone, narrowed as the page is, noted, without formulas, with its chain."""

import csv
import io

import pytest

from smart7.api.signin import COOKIE
from smart7.ledger import audit, book
from smart7.register import log, rights, signin
from smart7.words import keeping as words
from tests import people

pytestmark = pytest.mark.usefixtures("own_ledger")


def cookie(role):
    return f"{COOKIE}={people.session(role)[COOKIE]}"


def note(what, who="a-1", act="view.save"):
    with book.opened(writing=True) as record:
        audit.note(record, who, act, what, "+a", "-b", "@c")


def rows(answer):
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"), newline="")))


def test_an_administrator_takes_all_of_it_and_the_audit_says_so(get):
    note("=cmd|' /C calc'!A0", "=1+1")
    boss = cookie("admin")
    before = audit.read()
    answer = get("/audit.csv", cookie=boss)
    assert answer.status == 200 and answer.headers["cache-control"] == "no-store"
    assert (
        answer.headers["content-type"] == "text/csv; charset=utf-8" and ".csv" in answer.headers["content-disposition"]
    )
    taken = rows(answer)
    assert [row["chain"] for row in taken] == [one.chain for one in before[::-1]] and list(taken[0]) == list(log.HEADER)
    assert {taken[0][name][0] for name in ("who", "what", "before", "after", "where")} == {"'"}
    newest = audit.read(1)[0]
    assert (newest.act, newest.what, newest.who) == (
        "audit.read",
        f"{len(before)} entries taken away",
        taken[-1]["who"],
    )


def test_the_file_holds_what_its_link_asks_for_and_as_many_lines_as_there_are(get, monkeypatch):
    boss = cookie("admin")
    for n in range(1200):
        note(f"number {n}", act=("view.save", "publish")[n % 2])
    monkeypatch.setattr(audit, "BATCH", 100)
    assert [row["what"] for row in rows(get("/audit.csv?act=publish", cookie=boss))] == [
        f"number {n}" for n in range(1, 1200, 2)
    ]
    assert [row["what"] for row in rows(get("/audit.csv?says=NUMBER%2077&who=a-1", cookie=boss))] == [
        "number 77", *(f"number 77{n}" for n in range(10))
    ]  # fmt: skip
    assert rows(get("/audit.csv?last=01/01/2569", cookie=boss)) == []


@pytest.mark.parametrize("role", ["reader", "officer", "approver", "editor"])
def test_nobody_else_takes_it_and_is_told_who_can_help(get, role):
    given = {} if role == "reader" else {"cookie": cookie(role)}
    before = audit.count()
    answer = get("/audit.csv", **given)
    assert answer.status == 403 and "entry" not in answer.text and audit.count() == before
    who = rights.READER if role == "reader" else people.person(role)
    assert answer.text == rights.may(who, "audit.read").both()


def test_a_session_that_ended_takes_nothing(get):
    boss = cookie("admin")
    signin.sign_out(boss.partition("=")[2])
    assert get("/audit.csv", cookie=boss).status == 403


def test_a_day_that_is_none_is_said_and_nothing_is_noted(get):
    boss = cookie("admin")
    before = audit.count()
    assert get("/audit.csv?first=yesterday", cookie=boss).status == 400 and audit.count() == before


def test_where_the_ledger_cannot_be_read_it_is_said(get, monkeypatch):
    boss = cookie("admin")
    monkeypatch.setattr(audit, "head", lambda: (_ for _ in ()).throw(OSError()))
    answer = get("/audit.csv", cookie=boss)
    assert (answer.status, answer.text) == (503, words.NO_LEDGER.both())

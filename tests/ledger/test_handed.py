"""What units hand in, as the ledger keeps it: appended to, the newest verdict counts, files by what is in them."""

import sqlite3
from datetime import date

import pytest

from smart7.ledger import book, evidence, handed
from smart7.ledger.handed import Evidence
from tests import served
from tests.handing import figure, on, put

MONTH, DAY = date(2026, 9, 1), date(2026, 10, 5)
PART = (
    "insert into handed_parts (submission_id, indicator_id, breakdown, unit_id, numerator, denominator, partial,"
    " reason, note, sheet, row, raw) values (?, 'share', 'female', 'school-1', 1, 2, 0, '', '', '', 1, '{}')"
)
TABLES = ("submissions", "handed_figures", "handed_parts", "verdicts", "remarks", "evidence", "closings")


@pytest.fixture(autouse=True)
def folder(kept_in, tmp_path, monkeypatch):
    """Keep the ledger and the files of a test in a folder of its own."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    return tmp_path


def hand(*states: str, day: date = DAY, unit: str = "school-1") -> str:
    """Put one figure into the ledger."""
    return put([figure("share", unit, None, numerator=3.0, denominator=4.0)], unit, "month", MONTH, day, *states)


@pytest.fixture
def one_of_each():
    """Put a row into every table."""
    submission = hand("returned")
    with book.opened(writing=True) as ledger:
        handed.remark(ledger, submission, {"share": "check it"}, "approver-1")
        ledger.execute(PART, [submission])
        ledger.execute("insert into evidence (submission_id, name, file, size) values (?, 'a', 'b', 1)", [submission])
        handed.close(ledger, "school-1", "month", MONTH, True, "done", "approver-1")
    return submission


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["update {} set entry = 99", "delete from {}"])
def test_every_table_is_appended_to_and_nothing_else(one_of_each, table, statement):
    with pytest.raises(sqlite3.IntegrityError, match="appended"), book.opened(writing=True) as ledger:
        ledger.execute(statement.format(table))
    with book.opened() as ledger:
        assert ledger.execute(f"select count(*) from {table}").fetchone()[0] > 0  # noqa: S608


def test_the_step_of_the_ledger_makes_just_these_tables():
    hand()
    assert set(TABLES) <= served.tables()
    for table in TABLES:
        assert {f"{table}_stay", f"{table}_are_kept"} <= served.triggers()


def test_what_belongs_to_no_submission_is_refused():
    with pytest.raises(sqlite3.IntegrityError, match="(?i)foreign key"), book.opened(writing=True) as ledger:
        ledger.execute("insert into evidence (submission_id, name, file, size) values ('none', 'a', 'b', 1)")


def test_a_submission_stands_as_its_newest_verdict_says():
    submission = hand()
    for state in ("approved", "publishing", "approved", "publishing", "published", "superseded"):
        with on(date(2026, 10, 9)), book.opened(writing=True) as ledger:
            handed.decide(ledger, submission, state, "approver-1", said="why", snapshot_id="s")
            found = handed.get(ledger, submission)
        assert found.state == ("approved" if state == "publishing" else state)
        assert (found.publishing, found.said, found.snapshot_id) == (state == "publishing", "why", "s")
        assert found.approved_on == date(2026, 10, 9) and found.approval == 2
    with book.opened() as ledger:
        assert [step[0] for step in handed.steps(ledger, submission)][:3] == ["handed_in", "approved", "publishing"]


def test_a_submission_comes_back_as_it_was_handed_in(one_of_each):
    with book.opened() as ledger:
        found = handed.get(ledger, one_of_each)
        assert (found.unit_id, found.period_kind, found.period_start, found.author) == (
            "school-1", "month", MONTH, "officer-1",
        )  # fmt: skip
        assert handed.figures(ledger, one_of_each) == [
            figure("share", "school-1", None, numerator=3.0, denominator=4.0),
            figure("share", "school-1", None, numerator=1.0, denominator=2.0, breakdown="female"),
        ]
        assert handed.remarks(ledger, one_of_each) == {"share": "check it"}
        assert handed.files(ledger, one_of_each) == [Evidence("a", "b", 1)]
        assert handed.get(ledger, "nothing") is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [({}, "dcba"), ({"unit_id": "school-2"}, "d"), ({"state": "approved"}, "cb"), ({"state": "publishing"}, "c"),
     ({"state": "handed_in", "unit_id": "school-1"}, "a")],
)  # fmt: skip
def test_submissions_are_listed_by_unit_and_state_the_newest_first(asked, found):
    ids = {hand(): "a", hand("approved"): "b", hand("approved", "publishing"): "c", hand(unit="school-2"): "d"}
    with book.opened() as ledger:
        assert "".join(ids[one.submission_id] for one in handed.every(ledger, **asked)) == found


def test_a_period_is_closed_or_open_as_was_said_last_of_the_unit_or_of_all():
    said = []
    for unit, closing in (("", True), ("school-1", False), ("school-2", True), ("", False)):
        with book.opened(writing=True) as ledger:
            handed.close(ledger, unit, "month", MONTH, closing, f"{unit} {closing}", "a")
            said.append([handed.closed(ledger, one, "month", MONTH) for one in ("school-1", "school-2")])
            assert handed.closed(ledger, "school-1", "month", date(2026, 8, 1)) is None
    assert said == [[" True", " True"], [None, " True"], [None, "school-2 True"], [None, None]]


# --- files


def keep(name: str, content: bytes) -> handed.Evidence:
    """Keep one file."""
    with evidence.or_nothing() as written, book.opened(writing=True) as ledger:
        return evidence.keep(ledger, [(name, content)], "a", written)[0]


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [("a.pdf", b"%PDF-1.7 x", "pdf"), ("A.PNG", b"\x89PNG\r\n\x1a\nx", "png"), ("a.jpeg", b"\xff\xd8\xffx", "jpg"),
     ("t.xlsx", b"PK\x03\x04x", "xlsx"), ("t.docx", b"PK\x03\x04x", "docx"), ("a.csv", "ก,1".encode(), "csv"),
     ("b.txt", b"x", "csv")],
)  # fmt: skip
def test_a_file_is_kept_by_what_is_in_it_and_once(folder, name, content, kept):
    evidence.check([(name, content)])
    first, again = keep(name, content), keep("other " + name, content)
    assert first.file == again.file and first.file.endswith(f".{kept}") and evidence.NAME.fullmatch(first.file)
    assert evidence.content_of(first.file) == content and (first.name, first.size) == (name, len(content))
    assert len(list((folder / "evidence").iterdir())) == 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [("a.exe", b"x", "kind"), ("a", b"x", "kind"), ("pdf", b"%PDF-", "kind"), ("a.pdf", b"x", "content"),
     ("a.xlsx", b"%PDF-1", "content"), ("a.csv", b"a\0b", "content"),
     ("a.xlsx", b"PK\x03\x04 vbaProject.bin", "content"),
     ("a.html", b"<script>", "kind"), ("a.xlsm", b"PK\x03\x04", "kind"), ("a.csv", b"", "empty")],
)  # fmt: skip
def test_a_file_that_is_not_what_it_says_is_refused(name, content, why):
    with pytest.raises(evidence.Unfit) as refused:
        evidence.check([("good.csv", b"x"), (name, content)])
    assert (refused.value.why, refused.value.name) == (why, name)


def test_files_too_many_or_too_large_are_refused(monkeypatch, folder):
    with pytest.raises(evidence.Unfit, match="many"):
        evidence.check([("a.csv", b"x")] * (evidence.MOST + 1))
    monkeypatch.setattr(evidence, "LARGEST", 3)
    with pytest.raises(evidence.Unfit, match="size"):
        evidence.check([("a.csv", b"1234")])
    monkeypatch.setattr(evidence, "MOST_KEPT", 1)
    keep("a.csv", b"1")
    keep("a.csv", b"1")
    with pytest.raises(evidence.Full):
        keep("b.csv", b"2")
    assert len(list((folder / "evidence").iterdir())) == 1


@pytest.mark.parametrize("name", ["../ledger.sqlite", "x.csv", "0" * 40 + ".exe", "/etc/passwd", ""])
def test_nothing_but_a_kept_file_is_given_out(folder, name):
    (folder / "ledger.sqlite").write_bytes(b"secret")
    assert evidence.content_of(name) is None


@pytest.mark.parametrize(
    ("given", "shown"),
    [("C:\\me\\a.pdf", "a.pdf"), ("../../x.csv", "x.csv"), ("a\n\x1bb.pdf", "a b.pdf"), ("ก" * 200 + ".pdf", None)],
)
def test_a_name_is_shown_in_one_line_and_without_folders(given, shown):
    found = evidence.shown(given)
    assert found == shown if shown else len(found) == evidence.LONGEST_NAME and found.endswith(".pdf")

"""The audit: appended in order, chained, so that what was cut, edited, moved or put in shows; read from the newest."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from smart7 import store
from smart7.ledger import audit, book
from smart7.register import log
from tests import served

HOSTILE = [
    "a\nb\r\n,c;\"d'",
    '"],["forged',
    "=HYPERLINK(\"http://x\")",
    "\x1b[2Jgone\0",
    "half \ud800 a letter",
    "\u202eesrever\u2066",
    "ก" * 20_000,
    "{'a': 1}\u2028next",
]  # fmt: skip


@pytest.fixture(autouse=True)
def ledger(kept_in, tmp_path, monkeypatch):
    """Keep each test's ledger in a folder of its own."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    return tmp_path / "ledger.sqlite"


def noted(*whats, who="a-1", act="sign_in"):
    for what in whats:
        with book.opened(writing=True) as held:
            audit.note(held, who, act, what, "before", "after", "10.0.0.1")


def spoil(script):
    """Do to the record what somebody with a tool of the database could, after taking off what refuses it."""
    with served.tool() as run:
        run(f"drop trigger acts_stay; drop trigger acts_are_kept; {script}")


def test_entries_are_read_from_the_newest_by_whom_of_what_and_by_the_page():
    noted("one")
    noted("two", who="a-2")
    noted("three", act="publish")
    assert [one.what for one in audit.read()] == ["three", "two", "one"]
    assert [one.what for one in audit.read(who="a-1")] == ["three", "one"]
    assert [one.what for one in audit.read(act="publish")] == ["three"]
    assert [one.what for one in audit.read(most=2)] == ["three", "two"]
    assert [one.what for one in audit.read(since=1, until=3)] == ["two"]
    assert [one.what for one in audit.every()] == ["one", "two", "three"]
    assert audit.kinds() == ["publish", "sign_in"]
    newest = audit.read(most=1)[0]
    assert (newest.entry, newest.who, newest.before, newest.after) == (3, "a-1", "before", "after")
    assert newest.where == "10.0.0.1" and (datetime.now(UTC) - newest.at).total_seconds() < 60


MOMENTS = [datetime(2026, 11, day, 17, tzinfo=UTC) for day in (1, 2, 3)]
TEXTS = ["Deaths 100%", "under_line!", "ภาพถ่าย", "undersline"]


@pytest.fixture
def mixed(ledger, monkeypatch):
    """Return entries of three people, two acts, three moments and four texts, in some order."""
    cases = list(product(["a-1", "a-2", ""], ["sign_in", "publish"], MOMENTS, TEXTS))
    moments = iter(at.isoformat() for *_, at, _ in cases)
    monkeypatch.setattr(audit, "now", lambda: next(moments))
    with book.opened(writing=True) as held:
        for n, (who, act, _, text) in enumerate(cases):
            audit.note(held, who, act, *((text, "", "")[n % 3 :] + (text, "", "")[: n % 3]), f"10.0.0.{n}")
    return audit.read(oldest=True)


NARROWED = [
    {}, {"who": "a-2"}, {"who": ""}, {"act": "publish"}, {"begin": MOMENTS[1]}, {"end": MOMENTS[1]},
    {"begin": MOMENTS[1], "end": MOMENTS[2]}, {"begin": MOMENTS[2] + timedelta(seconds=1)}, {"text": "deaths"},
    {"text": "100%"}, {"text": "%"}, {"text": "r_l"}, {"text": "!"}, {"text": "ถ่าย"}, {"text": "10.0.0.7"},
    {"text": "nowhere"}, {"who": "a-1", "act": "publish", "begin": MOMENTS[0], "end": MOMENTS[2], "text": "UNDER"},
    {"who": "nobody"}, {"since": 20, "until": 30}, {"since": 70},
]  # fmt: skip


@pytest.mark.parametrize("wanted", NARROWED, ids=map(str, NARROWED))
def test_what_narrows_entries_gives_those_it_names_counted_and_all_of_them_in_order(mixed, monkeypatch, wanted):
    def fits(one):
        says = f"{one.what} {one.before} {one.after} {one.where}".lower()
        return (
            one.who == wanted.get("who", one.who) and one.act == wanted.get("act", one.act)
            and wanted.get("begin", one.at) <= one.at and (wanted.get("end") is None or one.at < wanted["end"])
            and wanted.get("text", "").lower() in says and wanted.get("since", 0) < one.entry < wanted.get("until", 99)
        )  # fmt: skip

    expected = [one for one in mixed if fits(one)]
    assert audit.read(**wanted) == expected[::-1] and audit.count(**wanted) == len(expected)
    monkeypatch.setattr(audit, "BATCH", 7)
    assert list(audit.every(**wanted)) == expected


def test_pages_of_entries_are_all_of_them_once_forwards_and_back(mixed):
    forwards, back = [], []
    while page := audit.read(10, act="publish", **({"until": forwards[-1].entry} if forwards else {})):
        forwards += page
    while page := audit.read(10, act="publish", oldest=True, **({"since": back[-1].entry} if back else {})):
        back += page
    assert forwards == back[::-1] and len(back) == 36


def test_who_takes_all_entries_gets_those_that_were_there_when_it_began_and_keeps_nobody_waiting(mixed, monkeypatch):
    monkeypatch.setattr(audit, "BATCH", 5)
    taken = audit.every()
    first = next(taken)
    monkeypatch.setattr(audit, "now", MOMENTS[0].isoformat)
    noted("later")
    assert [first, *taken] == mixed


def test_people_and_acts_are_those_of_which_there_are_entries(mixed):
    assert (audit.people(), audit.kinds()) == (["", "a-1", "a-2"], ["publish", "sign_in"])


@pytest.mark.parametrize("wanted", [{"who": "a-1"}, {"act": "publish"}, {"since": 3, "until": 9}], ids=str)
def test_entries_of_a_person_of_an_act_and_by_their_numbers_are_found_without_reading_all(kept_in, wanted):
    where, cells = audit.narrowed(wanted)
    with book.opened() as held:
        explain, scan = "explain query plan", "SCAN"
        if kept_in == "postgresql":
            # Over a few rows a server reads them all, unless it is told that it had better not.
            held.execute("set local enable_seqscan = off")
            explain, scan = "explain", "Seq Scan"
        for asked in ("select *", "select count(*)"):
            plan = [str(tuple(row)[-1]) for row in held.execute(f"{explain} {asked} from acts{where}", cells)]
            assert plan and not [line for line in plan if scan in line], plan


def test_an_empty_record_has_no_people_and_no_acts():
    assert (audit.people(), audit.kinds(), list(audit.every()), audit.count()) == ([], [], [], 0)


def test_a_note_is_kept_with_what_it_is_about_or_not_at_all():
    with pytest.raises(RuntimeError), book.opened(writing=True) as held:
        audit.note(held, "a-1", "publish", "snapshot")
        raise RuntimeError
    assert audit.read() == []
    noted("later")
    assert audit.read()[0].entry == 1 and audit.verify() == ""


def test_an_empty_record_and_a_whole_one_hold():
    assert audit.verify() == "" and audit.head() == "0:"
    noted(*"abcde")
    assert audit.verify() == audit.verify(audit.head()) == audit.verify("0:") == ""


EDITS = {
    f"edited {column}": f"update acts set {column} = '2020-01-01T00:00:00+00:00' where entry = 3"  # noqa: S608
    for column in ("at", "who", "act", "place", "what", "before", "after", "chain")
}
CUTS = {
    "first cut": "delete from acts where entry = 1",
    "middle cut": "delete from acts where entry = 3",
    "newest cut": "delete from acts where entry = 5",
    "all cut": "delete from acts",
    "middle cut and closed up": "delete from acts where entry = 3; update acts set entry = entry - 1 where entry > 3",
    "swapped": "update acts set entry = 99 where entry = 3; update acts set entry = 3 where entry = 4;"
    "update acts set entry = 4 where entry = 99",
    "put in": "update acts set entry = entry + 100 where entry > 2;"
    "update acts set entry = entry - 99 where entry > 100;"
    "insert into acts select 3, at, who, act, place, 'forged', before, after, chain from acts where entry = 2",
    "appended": "insert into acts select 6, at, who, act, place, 'x', before, after, chain from acts where entry = 5",
    "copied chain": "update acts set chain = (select chain from acts where entry = 2) where entry = 3",
}  # fmt: skip


@pytest.mark.parametrize("script", [*EDITS.values(), *CUTS.values()], ids=[*EDITS, *CUTS])
def test_what_was_cut_edited_moved_or_put_in_shows(script):
    noted(*"abcde")
    spoil(script)
    assert audit.verify() != ""


def test_the_entry_that_was_edited_is_named():
    noted(*"abcde")
    spoil("update acts set what = 'x' where entry = 4")
    assert "entry 4 does not follow" in audit.verify()


def test_newest_entries_that_were_cut_leave_a_gap_for_good():
    noted(*"abcde")
    spoil("delete from acts where entry > 3")
    assert "the last entry is 3, but there were 5" in audit.verify()
    noted("after")
    assert "entry 4 should stand where entry 6 does" in audit.verify()


def test_a_record_written_anew_as_a_whole_shows_only_against_what_was_noted_of_it():
    noted(*"abcde")
    head = audit.head()
    spoil("delete from acts; delete from sqlite_sequence where name = 'acts'")
    assert audit.verify() == "" and "but 5 was noted" in audit.verify(head)
    noted(*"vwxyz")
    assert audit.verify() == "" and "entry 5 is not the one that was noted" in audit.verify(head)


def test_an_edit_whose_chain_was_made_right_to_the_end_shows_against_what_was_noted():
    noted(*"abc")
    head = audit.head()
    rows = audit.read()[::-1]
    spoil("delete from acts")
    chain = ""
    with served.tool() as run:
        for one in rows:
            what = "forged" if one.entry == 2 else one.what
            cells = [one.entry, one.at.isoformat(), one.who, one.act, one.where, what, one.before, one.after]
            chain = audit.chained(chain, cells)
            run("insert into acts values (?, ?, ?, ?, ?, ?, ?, ?, ?)", *cells, chain)
    assert audit.verify() == ""
    assert "entry 3 is not the one that was noted" in audit.verify(head)


@pytest.mark.parametrize("given", ["x", "1", "five:abc", ":", "-1:a"])
def test_what_is_no_note_of_a_record_is_never_taken_for_one_that_holds(given):
    noted("a")
    assert audit.verify(given) != ""


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_written_into_an_entry_breaks_the_chain_or_the_lines_of_the_export(text):
    with book.opened(writing=True) as held:
        audit.note(held, text, text, text, text, text, text)
    noted("after")
    assert audit.verify() == "" and len(audit.read()) == 2
    lines = list(log.as_csv(audit.every()))
    assert len(lines) == 3
    for line in lines:
        assert line.endswith("\r\n") and "\n" not in line[:-2] and "\r" not in line[:-2]
        assert line[:-2].isprintable() or "ก" in line
    assert len(audit.read()[1].what) <= audit.LONGEST + 20


def test_two_entries_never_have_the_same_text_for_other_cells():
    with book.opened(writing=True) as held:
        audit.note(held, "a", "b", "c")
        audit.note(held, "ab", "", "c")
    assert len({one.chain for one in audit.read()}) == 2


def test_entries_after_a_clock_was_put_back_keep_their_order(tmp_path, monkeypatch):
    times = iter(["2026-11-28T09:00:00+00:00", "2001-01-01T00:00:00+00:00", "2026-11-28T09:00:01+00:00"])
    with monkeypatch.context() as patch:
        patch.setattr(audit, "now", lambda: next(times))
        noted("one", "two", "three")
    assert [one.at.year for one in audit.read()] == [2026, 2001, 2026]
    assert [one.what for one in audit.read()] == ["three", "two", "one"]
    assert audit.verify() == ""


WRITER = """
import sys
from smart7.ledger import audit, book
for n in range(60):
    with book.opened(writing=True) as ledger:
        audit.note(ledger, sys.argv[1], "act", str(n))
"""


def test_two_processes_that_write_at_once_make_one_chain():
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, who], cwd=store.ROOT, env=os.environ.copy())
        for who in ("a-1", "a-2")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert audit.verify() == "" and len(audit.read()) == 120
    for who in ("a-1", "a-2"):
        assert [one.what for one in audit.read(who=who)][::-1] == [str(n) for n in range(60)]

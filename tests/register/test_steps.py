"""The steps of a figure: who may do what in which state, what is refused, and what is written of it."""

import itertools
from contextlib import contextmanager
from datetime import date
from typing import get_args

import pytest

from smart7 import store
from smart7.ledger import audit, book, evidence, handed, quotas
from smart7.ledger.handed import State
from smart7.metrics import Status
from smart7.register import keeping, publish, steps
from smart7.register.rights import READER, ROLES, Person, Refused
from tests.handing import cell, checked, on, put, town_of_register, wrong
from tests.handing import figure as given

MONTH, DAY = date(2026, 8, 1), date(2026, 10, 5)
OFFICER = Person("ofi", "Officer", "officer", "division-1")
APPROVER = Person("app", "Approver", "approver", "division-1")
ADMIN = Person("adm", "Admin", "admin", "")
CELLS = (cell("visits", 120.0), cell("bins", 60.0))


@pytest.fixture(scope="module")
def built(new_town):
    """Build a small town once, for all tests of this file."""
    return town_of_register(new_town()).build()


@pytest.fixture(autouse=True)
def town(kept_in, built, monkeypatch):
    """Put the town in service with an empty ledger."""
    monkeypatch.setenv("SMART7_DATA", str(built.folder))
    for path in built.folder.glob("ledger.sqlite*"):
        path.unlink()
    yield built
    store.close_all()


def hand_in(*cells, who: Person = OFFICER, start: date = MONTH, **more) -> str:
    """Hand in figures of the first division."""
    return steps.hand_in(who, checked("division-1", start, cells=cells or CELLS), **more)


def state_of(submission: str) -> str:
    """Return the state of a submission."""
    with book.opened() as ledger:
        return handed.get(ledger, submission).state


# --- the table: every state, act and role

WAY = {
    "draft": ("draft",), "handed_in": (), "returned": ("returned",), "approved": ("approved",),
    "published": ("approved", "publishing", "published"), "superseded": ("superseded",),
}  # fmt: skip
PEOPLE = {
    "reader": READER,
    "officer": Person("someone", "S", "officer", "division-1"),
    "officer elsewhere": Person("someone", "S", "officer", "division-2"),
    "approver": Person("someone", "S", "approver", "division-1"),
    "approver of the town": Person("someone", "S", "approver", "town"),
    "approver of all": Person("someone", "S", "approver", ""),
    "approver elsewhere": Person("someone", "S", "approver", "division-2"),
    "approver and author": Person("officer-1", "S", "approver", "division-1"),
    "councillor": Person("someone", "S", "councillor", "division-1"),
    "editor": Person("someone", "S", "editor", ""),
    "admin": Person("someone", "S", "admin", ""),
}
ACTS = {
    "approve": (lambda who, one: steps.approve(who, [one]), {"handed_in": "approved"}),
    "give_back": (
        lambda who, one: steps.give_back(who, one, {"": "again"}), {"handed_in": "returned", "approved": "returned"},
    ),
}  # fmt: skip
JUDGES = {"approver", "approver of the town", "approver of all"}
JUDGE = {"approve": JUDGES, "give_back": JUDGES | {"approver and author"}}


def test_the_table_has_every_state_and_role():
    assert set(WAY) == set(get_args(State)) and {who.role for who in PEOPLE.values()} == {"reader", *ROLES}


@pytest.mark.parametrize(
    ("state", "act", "who"), list(itertools.product(WAY, ACTS, PEOPLE)), ids=lambda part: part.replace(" ", "_")
)
def test_each_act_leads_from_its_states_only_and_for_its_roles_only(state, act, who):
    submission = put([given("visits", "town", 120.0)], "division-1", "month", MONTH, DAY, *WAY[state])
    do, ways = ACTS[act]
    before = len(audit.read())
    if state in ways and who in JUDGE[act]:
        do(PEOPLE[who], submission)
        assert state_of(submission) == ways[state]
        entry = audit.read()[0]
        assert (entry.who, entry.act, entry.before, entry.after) == ("someone" if who != "approver and author" else
            "officer-1", "figure.approve", state, ways[state])  # fmt: skip
    else:
        with pytest.raises(Refused) as refused:
            do(PEOPLE[who], submission)
        assert refused.value.why.th != refused.value.why.en
        assert state_of(submission) == state and len(audit.read()) == before


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("act", [steps.hand_in, steps.save_draft], ids=lambda act: act.__name__)
def test_only_an_officer_of_the_unit_hands_in(act, who):
    asked = checked("division-1", MONTH, cells=CELLS)
    if who == "officer":
        assert state_of(act(PEOPLE[who], asked, "")) == ("draft" if act is steps.save_draft else "handed_in")
    else:
        with pytest.raises(Refused):
            act(PEOPLE[who], asked, "")
        with book.opened() as ledger:
            assert handed.every(ledger) == []


@pytest.mark.parametrize("who", PEOPLE)
def test_only_an_approver_of_the_unit_or_an_administrator_closes_a_period(who):
    if who in (*JUDGES, "approver and author", "admin"):
        steps.close(PEOPLE[who], "division-1", "month", MONTH, "all in")
        assert steps.closed("division-1", "month", MONTH) == "all in"
    else:
        with pytest.raises(Refused):
            steps.close(PEOPLE[who], "division-1", "month", MONTH, "all in")
        assert steps.closed("division-1", "month", MONTH) is None


@pytest.mark.parametrize("act", ["approve", "give_back"])
def test_what_is_being_published_is_judged_by_nobody(act):
    submission = put([given("visits", "town", 1.0)], "division-1", "month", MONTH, DAY, "approved", "publishing")
    with pytest.raises(Refused, match="published right now"):
        ACTS[act][0](APPROVER, submission)


@pytest.mark.parametrize("act", ["approve", "give_back"])
@pytest.mark.parametrize("who", [OFFICER, APPROVER, READER, ADMIN])
def test_what_is_not_there_is_said_to_those_who_might_judge_it(act, who):
    with pytest.raises(Refused):
        ACTS[act][0](who, "nothing")


# --- handing in


def test_what_was_handed_in_stands_with_the_units_its_figures_are_about():
    submission = hand_in(
        cell("visits", 120.0, reason="festival", note="counted by hand", raw={"value": "๑๒๐"}), note=" n "
    )
    school = steps.hand_in(
        Person("s", "S", "officer", "school-1"),
        checked("school-1", MONTH, cells=(cell("share", numerator=3.0, denominator=4.0),)),
    )
    with book.opened() as ledger:
        [one], [other] = (handed.figures(ledger, each) for each in (submission, school))
        assert handed.get(ledger, submission).note == "n"
    assert (one.unit_id, one.reason, one.note, one.raw) == ("town", "festival", "counted by hand", '{"value": "๑๒๐"}')
    assert (other.unit_id, other.partial) == ("school-1", False)


def test_figures_of_a_period_that_is_not_over_are_partial():
    with on(date(2026, 8, 31)):
        submission = hand_in()
    with book.opened() as ledger:
        assert {one.partial for one in handed.figures(ledger, submission)} == {True}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (checked("division-1", MONTH, cells=CELLS, faults=(wrong(True), wrong(False), wrong(True))), "2 places"),
        (checked("division-1", MONTH), "no figure"),
        (checked("division-1", MONTH, cells=(cell("visits"),)), "no figure"),
        (checked("division-1", date(2026, 8, 2), cells=CELLS), "No such period"),
        (checked("division-1", MONTH, "week", cells=CELLS), "No such period"),
        (checked("division-1", date(2026, 7, 1), "quarter", cells=CELLS), "not owed"),
        (checked("division-1", MONTH, cells=(cell("trees", 1.0),)), "not owed"),
        (checked("division-1", MONTH, cells=(cell("nothing", 1.0),)), "not owed"),
        (checked("division-1", MONTH, cells=(cell("visits", 1001.0),)), "0.0 to 1000.0"),
        (checked("division-1", MONTH, cells=(cell("bins", float("nan")),)), "cannot be used"),
        (checked("division-1", MONTH, cells=(cell("bins", float("inf")),)), "cannot be used"),
        (checked("division-1", MONTH, cells=(cell("visits", note="x", numerator=1.0),)), "cannot be used"),
    ],
)
def test_what_no_build_would_take_is_refused_in_a_sentence(asked, said):
    with pytest.raises(Refused, match=said):
        steps.hand_in(OFFICER, asked)
    with book.opened() as ledger:
        assert handed.every(ledger) == [] and audit.read() == []


def test_a_ratio_needs_both_parts():
    for parts in ({"value": 3.0}, {"numerator": 3.0}, {"numerator": 3.0, "denominator": 0.0}):
        with pytest.raises(Refused, match="cannot be used"):
            steps.hand_in(
                Person("s", "S", "officer", "school-1"), checked("school-1", MONTH, cells=(cell("share", **parts),))
            )


def test_the_same_again_is_handed_in_once():
    assert hand_in() == hand_in()
    assert len(audit.read()) == 1


def test_what_is_all_in_a_newer_one_is_superseded_unless_it_was_approved():
    draft = steps.save_draft(OFFICER, checked("division-1", MONTH, cells=CELLS[:1]))
    waiting = hand_in(CELLS[0])
    assert [state_of(one) for one in (draft, waiting)] == ["superseded", "handed_in"]
    steps.give_back(APPROVER, waiting, {"visits": "check"})
    other = hand_in(CELLS[1])
    approved = hand_in(cell("visits", 5.0))
    steps.approve(APPROVER, [approved])
    assert [state_of(one) for one in (waiting, other, approved)] == ["superseded", "handed_in", "approved"]
    both = hand_in(cell("visits", 6.0), CELLS[1])
    assert [state_of(one) for one in (other, approved, both)] == ["superseded", "approved", "handed_in"]


def test_files_are_kept_beside_what_was_handed_in_and_one_that_is_refused_keeps_all_out():
    submission = hand_in(attachments=[("count.csv", b"1"), ("letter.pdf", b"%PDF-1.7")])
    with book.opened() as ledger:
        files = handed.files(ledger, submission)
    assert [(one.name, evidence.content_of(one.file)) for one in files] == [
        ("count.csv", b"1"), ("letter.pdf", b"%PDF-1.7"),
    ]  # fmt: skip
    with pytest.raises(Refused, match=r"virus\.exe"):
        hand_in(CELLS[0], attachments=[("new.csv", b"2"), ("virus.exe", b"MZ")])
    with book.opened() as ledger:
        assert len(handed.every(ledger)) == 1


def files_of(submission: str) -> list[str]:
    """Return the names of the files of a submission, as they were given."""
    with book.opened() as ledger:
        return [one.name for one in handed.files(ledger, submission)]


def on_disk() -> set[bytes]:
    """Return what is in the files of evidence there are."""
    return {path.read_bytes() for path in evidence.folder().glob("*")}


def test_evidence_that_comes_after_its_figures_is_handed_in_with_what_was_there():
    first = hand_in(attachments=[("count.csv", b"1")])
    second = hand_in(attachments=[("letter.pdf", b"%PDF-1.7")])
    assert [state_of(one) for one in (first, second)] == ["superseded", "handed_in"]
    assert files_of(second) == ["count.csv", "letter.pdf"]
    for again in ([], [("other name.csv", b"1")], [("letter.pdf", b"%PDF-1.7"), ("count.csv", b"1")]):
        assert hand_in(attachments=again) == second
    assert len(audit.read(act="figure.hand_in")) == 2


def full_disk(*_given, **_more):
    """Refuse to write."""
    raise OSError(28, "No space left on device")


def unanswered(opened):
    """Return how a ledger is opened where the first commit is kept and its answer is lost."""
    left = [full_disk]

    @contextmanager
    def lost(**asked):
        with opened(**asked) as ledger:
            yield ledger
        if asked.get("writing") and left:
            left.pop()()

    return lost


@pytest.mark.parametrize("fails", ["closed", "quota", "written", "kept"])
def test_evidence_of_what_is_refused_leaves_no_file_and_the_files_of_others_stay(monkeypatch, town, fails):
    for path in evidence.folder().glob("*"):
        path.unlink()
    hand_in(attachments=[("count.csv", b"1")])
    if fails == "closed":
        steps.close(APPROVER, "division-1", "month", MONTH, "done")
    elif fails == "quota":
        monkeypatch.setenv(quotas.VARIABLE, "evidence=0/9")
    elif fails == "written":
        monkeypatch.setattr(handed, "add", full_disk)
    else:
        monkeypatch.setattr(book, "opened", unanswered(book.opened))
    with pytest.raises((Refused, OSError)):
        hand_in(CELLS[0], attachments=[("count.csv", b"1"), ("letter.csv", b"2")])
    # What the ledger took before the disk refused is named by it, so it stays.
    assert on_disk() == ({b"1", b"2"} if fails == "kept" else {b"1"})


def test_evidence_has_a_quota_of_an_account_in_which_each_file_counts_once(monkeypatch):
    monkeypatch.setenv(quotas.VARIABLE, "evidence=1/2")
    other = Person("two", "Two", "officer", "division-1")
    half = [("a.csv", b"a" * 600_000)]
    hand_in(attachments=half)
    hand_in(CELLS[0], attachments=half)
    with pytest.raises(Refused, match="1 MB of evidence"):
        hand_in(attachments=[*half, ("b.csv", b"b" * 600_000)])
    hand_in(attachments=[*half, ("b.csv", b"b" * 600_000)], who=other)
    with pytest.raises(Refused, match="2 MB of evidence are kept in all"):
        hand_in(attachments=[("c.csv", b"c" * 900_000)], who=Person("three", "3", "officer", "division-1"))


@pytest.mark.parametrize("text", ["x" * (steps.LONGEST + 1)])
def test_a_text_that_is_too_long_is_refused(text):
    submission = hand_in()
    for act in (
        lambda: hand_in(CELLS[0], note=text),
        lambda: steps.give_back(APPROVER, submission, {"": text}),
        lambda: steps.close(APPROVER, "division-1", "month", MONTH, text),
    ):
        with pytest.raises(Refused, match="longer than"):
            act()


def test_an_installation_that_is_only_read_takes_nothing_in(monkeypatch):
    submission = hand_in()
    monkeypatch.setenv("SMART7_READONLY", "1")
    for act in (
        lambda: hand_in(CELLS[0]),
        lambda: steps.approve(APPROVER, [submission]),
        lambda: steps.close(APPROVER, "division-1", "month", MONTH, "x"),
        lambda: list(publish.publish(APPROVER)),
    ):
        with pytest.raises(Refused, match="can only be read"):
            act()


def test_the_audit_says_from_where():
    token = keeping.FROM.set("192.0.2.7")
    hand_in()
    keeping.FROM.reset(token)
    assert [one.where for one in audit.read()] == ["192.0.2.7"]


# --- judging


def test_many_are_approved_at_once_or_none():
    mine, other = hand_in(CELLS[0]), hand_in(CELLS[1])
    foreign = put([given("trees", "town", 1.0)], "division-2", "month", MONTH, DAY)
    with pytest.raises(Refused):
        steps.approve(APPROVER, [mine, other, foreign])
    assert [state_of(one) for one in (mine, other, foreign)] == ["handed_in"] * 3
    steps.approve(APPROVER, [mine, other, mine])
    assert [state_of(one) for one in (mine, other, foreign)] == ["approved", "approved", "handed_in"]


def test_nobody_approves_what_they_handed_in_whatever_their_role_became():
    submission = hand_in()
    with pytest.raises(Refused, match="yourself"):
        steps.approve(Person("ofi", "Officer", "approver", ""), [submission])


def test_what_waits_is_listed_for_those_who_may_approve_it_by_unit_and_by_domain():
    visits, both, bins = hand_in(CELLS[0]), hand_in(*CELLS), hand_in(cell("bins", 1.0))
    trees = put([given("trees", "town", 1.0)], "division-2", "month", MONTH, DAY)
    assert state_of(visits) == "superseded"

    def listed(who: Person, *asked: str) -> list[str]:
        return [one.submission_id for one in steps.waiting(who, *asked)]

    everyone = Person("x", "X", "approver", "")
    assert listed(everyone) == [both, bins, trees] and listed(APPROVER) == [both, bins]
    assert listed(everyone, "division-2") == [trees] and listed(everyone, "", "environment") == [bins, trees]
    assert listed(OFFICER) == listed(ADMIN) == listed(Person("ofi", "O", "approver", "division-1")) == []


@pytest.mark.parametrize(
    ("remarks", "said"), [({}, "Say what"), ({"visits": "  "}, "Say what"), ({"trees": "x"}, "no indicator trees")]
)
def test_a_return_needs_a_remark_about_something_in_it(remarks, said):
    submission = hand_in()
    with pytest.raises(Refused, match=said):
        steps.give_back(APPROVER, submission, remarks)
    assert state_of(submission) == "handed_in"


def test_remarks_are_kept_by_cell():
    submission = hand_in()
    steps.give_back(APPROVER, submission, {"visits": " too many ", "": "see the letter", "bins": ""})
    with book.opened() as ledger:
        assert handed.remarks(ledger, submission) == {"visits": "too many", "": "see the letter"}


# --- periods


def test_in_a_closed_period_nothing_is_handed_in_or_approved_until_it_is_reopened():
    submission = hand_in(CELLS[0])
    steps.close(APPROVER, "division-1", "month", MONTH, "the report went out")
    for act in (lambda: hand_in(CELLS[1]), lambda: steps.approve(APPROVER, [submission])):
        with pytest.raises(Refused, match="the report went out"):
            act()
    with pytest.raises(Refused, match="closed already"):
        steps.close(APPROVER, "division-1", "month", MONTH, "again")
    steps.reopen(APPROVER, "division-1", "month", MONTH, "a school was late")
    steps.approve(APPROVER, [submission])
    assert hand_in(CELLS[1]) and steps.closed("division-1", "month", MONTH) is None
    assert [(one.before, one.after) for one in audit.read(act="period.close")] == [
        ("closed", "open"),
        ("open", "closed"),
    ]


def test_closing_needs_a_reason_and_every_unit_somebody_over_all_of_them():
    with pytest.raises(Refused, match="reason"):
        steps.close(APPROVER, "division-1", "month", MONTH, " ")
    with pytest.raises(Refused):
        steps.close(APPROVER, "", "month", MONTH, "all in")
    steps.close(ADMIN, "", "month", MONTH, "all in")
    with pytest.raises(Refused, match="all in"):
        hand_in()


# --- what a unit sees, and what an approver does


def test_a_unit_sees_what_it_owes_and_how_far_each_period_has_come():
    as_of = date(2026, 11, 5)
    asked = {one.period.start: one for one in steps.asked("division-1", as_of)}
    assert len(asked) == 12 and max(asked) == date(2026, 10, 1)
    assert asked[MONTH].state == "published" and asked[MONTH].lacking == () and not asked[MONTH].late
    assert (asked[date(2026, 9, 1)].state, asked[date(2026, 9, 1)].late) == ("asked", True)
    assert (asked[date(2026, 10, 1)].due, asked[date(2026, 10, 1)].late) == (date(2026, 11, 30), False)
    assert asked[date(2026, 9, 1)].indicators == asked[date(2026, 9, 1)].lacking == ("bins", "visits")
    submission = hand_in(start=date(2026, 9, 1))
    steps.close(APPROVER, "division-1", "month", date(2026, 10, 1), "too early")

    def now(start: date) -> steps.Asked:
        return next(one for one in steps.asked("division-1", as_of) if one.period.start == start)

    assert (now(date(2026, 9, 1)).state, now(date(2026, 9, 1)).late) == ("handed_in", False)
    assert now(date(2026, 10, 1)).closed == "too early"
    steps.give_back(APPROVER, submission, {"": "again"})
    assert (now(date(2026, 9, 1)).state, now(date(2026, 9, 1)).late) == ("returned", True)
    assert [one.submission_id for one in now(date(2026, 9, 1)).submissions] == [submission]


def test_a_period_is_published_once_every_figure_is_there_or_a_reason_why_it_is_not():
    as_of, start = date(2026, 11, 5), date(2026, 9, 1)
    held = (handing_of(start, given("visits", "town", 1.0), given("bins", "town", None, reason="no lorry")),)
    [one] = [one for one in steps.asked("division-1", as_of) if one.period.start == start]
    # The snapshot of this test was built before, and lacks the one figure all the same.
    assert (one.state, one.lacking, [each.submission_id for each in one.submissions]) == (
        "asked",
        ("visits",),
        list(held),
    )


def handing_of(start: date, *figures) -> str:
    """Write a published submission of the first division."""
    return put(list(figures), "division-1", "month", start, DAY, *WAY["published"])


def test_a_reminder_names_what_is_lacking_and_when_it_was_due():
    text = steps.reminder("division-1", date(2026, 11, 5))
    assert "September 2026 (due 30 October 2026, overdue): asked\n- bins\n- visits" in text.en
    assert "October 2026 (due 30 November 2026)" in text.en
    assert "กันยายน 2569 (" in text.th and "August 2026 (" not in text.en
    assert steps.reminder("town", date(2026, 11, 5)) is None


def test_differences_show_value_change_and_verdict_before_and_after():
    ids = [hand_in(cell("visits", 120.0, note="n"), cell("bins", 60.0, reason="new lorries"))]
    bins, visits = sorted(steps.differences(ids), key=lambda row: row.indicator_id)
    assert (bins.now, bins.new, bins.change, bins.quality, bins.reason) == (40, 60, 20, "official", "new lorries")
    assert (bins.before, bins.after) == (Status("off"), Status("on"))
    assert (visits.now, visits.new, visits.change, visits.unit.en, visits.note) == (100, 120, 20, "town", "n")
    # A month of a sum is not held against the target of its year.
    assert visits.after == Status("none", "no_target")


def test_a_figure_that_is_new_has_no_change_and_a_reason_alone_no_value():
    ids = [hand_in(cell("visits", 5.0), cell("bins", reason="no lorry"), start=date(2026, 9, 1))]
    bins, visits = sorted(steps.differences([*ids, "nothing", *ids]), key=lambda row: row.indicator_id)
    assert (bins.now, bins.new, bins.change, bins.after) == (None, None, None, Status("none", "missing"))
    assert (visits.now, visits.new, visits.change, visits.before) == (None, 5, None, Status("none", "missing"))

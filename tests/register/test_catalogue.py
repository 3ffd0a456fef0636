"""The way of a change of the catalogue: who may, what is refused, what the build makes of it, killed at any step."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest

from smart7 import edits, store
from smart7 import publish as builds
from smart7.edits import Edit
from smart7.ingest import build as ingest
from smart7.ingest import catalogue, edited, shelf, specs
from smart7.ingest import trial as of_build
from smart7.ingest.faults import BadInput, table
from smart7.ledger import audit, book, handed, quotas
from smart7.ledger import edits as held
from smart7.office.signs import CellError
from smart7.register import publish, steps
from smart7.register.catalogue import __main__ as command
from smart7.register.catalogue import changes, fields, files, trial
from smart7.register.rights import READER, ROLES, Person, Refused, may
from smart7.words import edits as words
from smart7.words import keeping
from tests import served
from tests.handing import cell, checked, on, town_of_register

EDITOR = Person("ed-1", "Malee", "editor", "")
OTHER = Person("ed-2", "Somchai", "editor", "")
ADMIN = Person("boss", "Boss", "admin", "")
APPROVER = Person("app", "Approver", "approver", "division-1")
DAY = date(2026, 10, 5)
NEW_SOURCE = {
    "source_id": "count-2027", "publisher_th": "ก", "publisher_en": "A", "title_th": "ข", "title_en": "B",
    "licence_th": "ไม่ระบุ", "licence_en": "not stated", "bulk": "no", "confidence": "official",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(new_town):
    """Build a small town once, for the tests of this file to copy."""
    return town_of_register(new_town()).build().folder


@pytest.fixture
def town(kept_in, built, tmp_path, monkeypatch):
    """Return a copy of the town with its snapshot in service and an empty ledger; a change is tried in this process."""
    folder = shutil.copytree(built, tmp_path / "town")
    monkeypatch.setenv("SMART7_DATA", str(folder))
    monkeypatch.setattr(trial, "faults", tried)
    yield folder
    store.close_all()


def tried(edit: Edit):
    """Return what reading the catalogue finds wrong with a change, without building a snapshot of it."""
    approved = edited.read(store.data_folder(), handed.today(), waiting=True)
    found = catalogue.read(store.data_folder(), [*approved, edit])[1]
    return tuple(trial.wrong(of_build.plain(one, edit)) for one in found)


@pytest.fixture
def in_process(monkeypatch):
    """Build in this process, which saves the start of another."""

    def build(*, as_before: bool):
        try:
            yield ingest.build(ingest.Options(store.data_folder(), date.today(), False))
        except BadInput as error:
            raise builds.BuildFailed(table(error.faults)) from error

    monkeypatch.setattr(builds, "build", build)


def row(file: str, *key: str) -> dict[str, str]:
    return files.sheet(file, files.approved()).rows[key]


def renamed(name: str = "Town of roses", who: Person = EDITOR) -> Edit:
    return changes.draft(who, "units.csv", ("town",), row("units.csv", "town") | {"name_en": name})


def approved(edit: Edit, day: date = DAY) -> str:
    with on(day):
        change_id = changes.propose(EDITOR, edit)
        changes.approve(OTHER, change_id)
    return change_id


def state(change_id: str) -> str:
    with book.opened() as ledger:
        return held.get(ledger, change_id).state


def asked(sql: str):
    with store.cursor(store.named()) as cursor:
        return cursor.execute(sql).fetchall()


# --- the fields of the form and the declared columns


@pytest.mark.parametrize("file", edits.KEYS)
def test_the_form_asks_for_every_declared_column_and_for_no_other(file):
    declared = next(one for one in specs.CATALOGUE if one.name == file)
    found = fields.FIELDS[file]
    assert sorted(one.name for one in found) == sorted(declared.names)
    for column in declared.columns:
        field = fields.of(file, column.name)
        assert (field.required, field.refers) == (column.required, column.refers_to), column.name
        if field.kind in ("choice", "choices", "flag"):
            with pytest.raises(CellError) as refused:
                column.parse("no such choice")
            choices = field.choices or ("yes", "no")
            assert refused.value.problem[1]["choices"].split(", ") == list(choices), column.name


# --- what is drafted


def test_a_draft_holds_what_changed_with_what_stood_there(town):
    assert replace(renamed(), change_id="") == Edit(
        "", "units.csv", ("town",), False, {"name_en": "town"}, {"name_en": "Town of roses"}
    )


def test_days_may_be_written_as_offices_write_them_and_texts_come_in_one_line(town):
    target = row("targets.csv", "bins", "town", "plan", "2025-10-01") | {
        "period_from": "1 ต.ค. 2569", "period_to": "", "low": "60", "known_from": "1/9/2569",
        "note_en": " two\n lines ", "note_th": "ก",
    }  # fmt: skip
    edit = changes.draft(EDITOR, "targets.csv", (), target)
    assert edit.key == ("bins", "town", "plan", "2026-10-01")
    assert (edit.after["known_from"], edit.after["note_en"]) == ("2026-09-01", "two lines")


@pytest.mark.parametrize(
    ("key", "cells", "why"),
    [
        (("town",), {"unit_id": "city"}, words.KEY_STAYS),
        (("town",), {}, words.NOTHING_CHANGED),
        (("nowhere",), {"name_en": "x"}, words.NO_ROW),
        (("town",), {"no_such": "x"}, words.NO_COLUMN),
        (("town",), {"name_en": "x" * 5000}, words.LONG_CELL),
        ((), {"unit_id": "town", "name_en": "x"}, words.THERE_ALREADY),
    ],
    ids=["id", "nothing", "row", "column", "long", "there"],
)
def test_what_cannot_be_a_change_is_refused_in_a_sentence(town, key, cells, why):
    with pytest.raises(Refused) as refused:
        changes.draft(EDITOR, "units.csv", key, cells)
    assert refused.value.why.en.startswith(why.en.partition("{")[0])


def test_a_file_that_is_not_edited_here_is_refused(town):
    with pytest.raises(Refused, match="not edited here"):
        changes.draft(EDITOR, "../../ledger.sqlite", (), {"a": "b"})


def test_a_change_that_was_made_up_elsewhere_touches_no_id_and_no_other_file(town):
    tries = {
        "units": Edit("x", "units.csv", ("town",), False, {"unit_id": "town"}, {"unit_id": "city"}),
        "key": Edit("x", "units.csv", ("town",), True, {}, {"unit_id": "city"}),
        "file": Edit("x", "../ledger.sqlite", ("town",), False, {}, {"a": "b"}),
    }
    for name, edit in tries.items():
        with pytest.raises(Refused, match="not edited here" if name == "file" else "never change"):
            changes.propose(EDITOR, edit)


# --- the check


def test_all_faults_of_a_change_come_at_once_with_column_what_and_what_to_do(town):
    edit = changes.draft(EDITOR, "sources.csv", (), {**NEW_SOURCE, "bulk": "maybe", "title_en": "", "source_id": "A b"})
    found = tried(edit)
    assert {(one.file, one.column, one.own) for one in found} == {
        ("sources.csv", "bulk", True), ("sources.csv", "title_en", True), ("sources.csv", "source_id", True)
    }  # fmt: skip
    assert all(one.what.th and one.what.en and one.todo.th and one.todo.en for one in found)
    with pytest.raises(Refused, match="To correct: 3"):
        changes.propose(EDITOR, edit)
    assert changes.every(EDITOR) == []


def test_the_child_tries_a_change_as_a_build_would_and_keeps_nothing(built, tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(shutil.copytree(built, tmp_path / "town")))
    before = sorted(path.name for path in (store.data_folder() / "snapshots").iterdir())
    visits = row("indicators.csv", "visits")
    # Only what is read besides the catalogue tells that a figure lies outside.
    edit = changes.draft(EDITOR, "indicators.csv", ("visits",), visits | {"range_max": "50"})
    assert [(one.own, one.file) for one in trial.faults(edit)] == [(False, "published.csv")]
    assert trial.faults(changes.draft(EDITOR, "indicators.csv", ("visits",), visits | {"range_max": "500"})) == ()
    assert sorted(path.name for path in (store.data_folder() / "snapshots").iterdir()) == before
    store.close_all()


# --- who may


@pytest.mark.parametrize("role", ["reader", *ROLES])
def test_each_act_is_for_the_roles_that_may_alone(town, role):
    change_id = changes.propose(EDITOR, renamed())
    who = READER if role == "reader" else Person("somebody", "Somebody", role, "division-1")
    head = audit.head()
    acts = {
        "catalogue.edit": [lambda: renamed(who=who), lambda: changes.propose(who, renamed("A")),
                           lambda: changes.withdraw(who, change_id), lambda: changes.every(who)],
        "catalogue.approve": [lambda: changes.give_back(who, change_id, "no"), lambda: changes.approve(who, change_id)],
    }  # fmt: skip
    for act, tries in acts.items():
        why = may(who, act)
        assert (why is None) == (role in ("editor", "admin"))
        for do in tries if why else ():
            with pytest.raises(Refused) as refused:
                do()
            assert refused.value.why == why
    assert role in ("editor", "admin") or audit.head() == head


def test_an_installation_that_only_reads_takes_nothing_in(town, monkeypatch):
    edit = renamed()
    change_id = changes.propose(EDITOR, edit)
    monkeypatch.setenv("SMART7_READONLY", "1")
    tries = (
        renamed, lambda: changes.propose(EDITOR, edit), lambda: changes.approve(OTHER, change_id),
        lambda: changes.withdraw(EDITOR, change_id), lambda: changes.give_back(OTHER, change_id, "no"),
    )  # fmt: skip
    for do in tries:
        with pytest.raises(Refused) as refused:
            do()
        assert refused.value.why == keeping.READ_ONLY


def test_nobody_approves_the_own_proposal_and_nobody_else_withdraws_it(town):
    change_id = changes.propose(EDITOR, renamed())
    with pytest.raises(Refused, match="yourself"):
        changes.approve(EDITOR, change_id)
    with pytest.raises(Refused, match="Only whoever proposed"):
        changes.withdraw(OTHER, change_id)
    changes.approve(ADMIN, change_id)
    assert state(change_id) == "approved"


# --- states


def test_a_proposal_is_returned_with_a_remark_or_withdrawn_and_then_is_in_no_build(town):
    one, two = changes.propose(EDITOR, renamed()), changes.propose(EDITOR, renamed("Another"))
    with pytest.raises(Refused, match="Say what"):
        changes.give_back(OTHER, one, " ")
    changes.give_back(OTHER, one, "the name is wrong")
    changes.withdraw(EDITOR, two)
    assert (state(one), state(two)) == ("returned", "withdrawn")
    for change_id, stands in ((one, "returned"), (two, "withdrawn")):
        with pytest.raises(Refused, match="stands as") as refused:
            changes.approve(OTHER, change_id)
        assert words.STATES[stands].en in refused.value.why.en and words.STATES[stands].th in refused.value.why.th
    assert edited.read(town, date.today(), waiting=True) == []
    assert [one.said for one in changes.every(EDITOR)] == ["", "the name is wrong"]


def test_an_approved_one_can_be_returned_before_it_is_published(town):
    change_id = approved(renamed())
    changes.give_back(ADMIN, change_id, "wait")
    assert state(change_id) == "returned" and files.approved() == []


def test_one_that_a_later_approval_of_its_row_starts_from_is_not_returned_before_that(town):
    one = approved(renamed())
    other = approved(changes.draft(EDITOR, "sources.csv", (), NEW_SOURCE))
    two = approved(renamed("Town of orchids"))
    with pytest.raises(Refused, match="approved after it"):
        changes.give_back(ADMIN, one, "wait")
    assert state(one) == "approved" and row("units.csv", "town")["name_en"] == "Town of orchids"
    for change_id in (two, one, other):
        changes.give_back(ADMIN, change_id, "wait")
        assert state(change_id) == "returned"
    assert row("units.csv", "town")["name_en"] == "town"


def test_the_same_again_is_not_proposed_twice(town):
    first = changes.propose(EDITOR, renamed())
    assert changes.propose(EDITOR, renamed()) == first and len(changes.every(EDITOR)) == 1


def test_what_was_changed_since_by_somebody_else_is_not_approved_over_it(town):
    one, two = changes.propose(EDITOR, renamed("A")), changes.propose(EDITOR, renamed("B"))
    changes.approve(OTHER, one)
    with pytest.raises(Refused, match="name_en was changed"):
        changes.approve(OTHER, two)
    source = changes.draft(EDITOR, "sources.csv", (), NEW_SOURCE)
    again = changes.draft(OTHER, "sources.csv", (), NEW_SOURCE | {"title_en": "C"})
    mine, theirs = changes.propose(EDITOR, source), changes.propose(OTHER, again)
    changes.approve(OTHER, mine)
    with pytest.raises(Refused, match="already"):
        changes.approve(EDITOR, theirs)


def test_an_approval_during_the_check_of_another_has_it_checked_again(town, monkeypatch):
    one = changes.propose(EDITOR, renamed())
    two = changes.propose(EDITOR, changes.draft(EDITOR, "sources.csv", (), NEW_SOURCE))

    def slow(edit):
        monkeypatch.setattr(trial, "faults", tried)
        changes.approve(ADMIN, two)
        return ()

    monkeypatch.setattr(trial, "faults", slow)
    with pytest.raises(Refused, match="once more"):
        changes.approve(OTHER, one)
    changes.approve(OTHER, one)
    assert state(one) == "approved"


def test_so_many_proposals_may_wait_and_no_more(town, monkeypatch):
    monkeypatch.setenv(quotas.VARIABLE, "changes=1/2")
    changes.propose(EDITOR, renamed("A"))
    with pytest.raises(Refused, match="1 proposals of yours"):
        changes.propose(EDITOR, renamed("B"))
    changes.propose(OTHER, renamed("C", OTHER))
    with pytest.raises(Refused, match="2 proposals wait in all"):
        changes.propose(ADMIN, renamed("D", ADMIN))


def test_every_act_is_in_the_audit_with_old_and_new_and_the_chain_holds(town, in_process):
    change_id = approved(renamed())
    list(publish.publish(ADMIN))
    told = [(one.act, one.who, one.before, one.after) for one in reversed(audit.read())]
    assert told == [
        ("catalogue.edit", "ed-1", "name_en: town", "name_en: Town of roses"),
        ("catalogue.approve", "ed-2", "proposed", "approved"),
        ("publish", "boss", "approved", "publishing"),
        ("publish", "boss", "publishing", f"published {store.named()}"),
    ]
    assert {one.what for one in audit.read()} == {f"{change_id} units.csv town"} and audit.verify() == ""


def test_what_cannot_be_noted_does_not_happen(town, monkeypatch):
    def fail(*given, **named):
        raise RuntimeError

    edit = renamed()
    monkeypatch.setattr(audit, "note", fail)
    with pytest.raises(RuntimeError):
        changes.propose(EDITOR, edit)
    assert changes.every(EDITOR) == []


# --- published


def test_an_approved_change_is_published_with_the_figures_in_one_snapshot(town, in_process):
    change_id = approved(renamed())
    given = checked("division-1", date(2026, 8, 1), cells=(cell("visits", 120.0),))
    with on(DAY):
        submission = steps.hand_in(Person("ofi", "Officer", "officer", "division-1"), given)
        steps.approve(APPROVER, [submission])
    assert asked("select name_en from units where unit_id = 'town'") == [("town",)]
    list(publish.publish(APPROVER))
    assert asked("select name_en from units where unit_id = 'town'") == [("Town of roses",)]
    assert asked("select change_id, file, key from edits") == [(change_id, "units.csv", "town")]
    assert state(change_id) == "published"
    list(publish.publish(APPROVER))  # nothing waits, and nothing is done twice
    assert state(change_id) == "published"


def test_what_is_approved_and_not_published_is_in_no_build(town):
    before = ingest.digest_of(ingest.Options(town, date.today()))
    approved(renamed())
    assert ingest.digest_of(ingest.Options(town, date.today())) == before


def test_a_snapshot_as_known_before_the_approval_is_built_without_it(town, in_process):
    approved(renamed(), DAY)
    list(publish.publish(ADMIN))
    names = {}
    for days in (-1, 0):
        options = ingest.Options(town, DAY + timedelta(days=days), False)
        names[days] = set(ingest.read(options)[0]["units.csv"]["name_en"])
    assert "Town of roses" in names[0] and "Town of roses" not in names[-1] and "town" in names[-1]


def test_a_target_from_a_day_on_leaves_the_old_one_in_force_until_that_day(town, in_process):
    path = town / "catalog" / "targets.csv"
    path.write_text(path.read_text("utf-8").replace("2026-09-30", ""), "utf-8")
    old = row("targets.csv", "bins", "town", "plan", "2025-10-01")
    new = old | {"period_from": "1 มี.ค. 2570", "low": "60", "known_from": "2026-10-01"}
    approved(changes.draft(EDITOR, "targets.csv", (), new))
    list(publish.publish(ADMIN))
    assert asked("select low, period_from, period_to from targets order by period_from") == [
        (50, date(2025, 10, 1), date(2027, 2, 28)), (60, date(2027, 3, 1), None)
    ]  # fmt: skip


def test_a_build_that_fails_leaves_changes_approved_and_the_snapshot_as_it_was(town, in_process):
    change_id, before = approved(renamed()), store.named()
    broken = town / "catalog" / "breakdowns.csv"
    broken.write_bytes(broken.read_bytes() + b"not a part\n")
    with pytest.raises(builds.BuildFailed):
        list(publish.publish(ADMIN))
    assert (state(change_id), store.named()) == ("approved", before)


def test_a_fault_in_a_published_change_names_it(town, in_process):
    change_id = approved(changes.draft(EDITOR, "sources.csv", (), NEW_SOURCE))
    list(publish.publish(ADMIN))
    with served.tool() as run:
        run("drop trigger changes_stay")
        run("update changes set after = ?", json.dumps(NEW_SOURCE | {"bulk": "maybe"}))
    with pytest.raises(BadInput) as refused:
        ingest.read(ingest.Options(town, date.today(), False))
    assert [one.file for one in refused.value.faults] == [f"sources.csv ({change_id})"]


def test_a_ledger_from_before_there_were_changes_is_no_fault(town):
    with book.opened(writing=True) as ledger:
        ledger.execute("drop table change_verdicts")
        ledger.execute("drop table changes")
    assert edited.read(town, date.today()) == []


# --- the files brought up to date


def test_the_export_holds_what_was_published_alone_and_says_the_same_once_it_is_in_place(
    town, in_process, tmp_path, capsys
):
    approved(renamed())
    list(publish.publish(ADMIN))
    approved(changes.draft(EDITOR, "sources.csv", (), NEW_SOURCE))
    assert command.main(["export", "--out", str(tmp_path / "out")]) == 0
    before = (town / "catalog" / "units.csv").read_text("utf-8")
    after = (tmp_path / "out" / "units.csv").read_text("utf-8")
    assert after == before.replace("town,city,town,town,", "town,city,town,Town of roses,")
    assert "count-2027" not in (tmp_path / "out" / "sources.csv").read_text("utf-8")
    shutil.copy(tmp_path / "out" / "units.csv", town / "catalog")
    assert files.merged("units.csv").decode() == after
    (town / "catalog" / "units.csv").write_text(after.replace("roses", "thorns"), "utf-8")
    assert command.main(["export", "--out", str(tmp_path / "out")]) == 0
    assert "the file leads" in capsys.readouterr().out
    assert "Town of thorns" in (tmp_path / "out" / "units.csv").read_text("utf-8")


def test_the_command_lists_changes_and_refuses_what_it_cannot_read_in_a_sentence(town, capsys):
    change_id = approved(renamed())
    assert command.main(["list"]) == 0 and change_id in capsys.readouterr().out
    (town / "catalog" / "units.csv").unlink()
    assert command.main(["export", "--out", str(town / "out")]) == 1
    assert "units.csv" in capsys.readouterr().err


# --- killed at every step

# Reads numbers; for each, forks a process that is killed at the step of that number.
KILLED = """
import sys
from datetime import date
from smart7 import publish as builds, store
from smart7.ingest import edited, shelf
from smart7.ledger import audit, edits
from smart7.register import publish
from smart7.register.catalogue import changes, release, trial
from smart7.register.rights import Person
from tests import killing
def quick(*, as_before):
    folder = store.data_folder()
    shelf.move_current(folder / "snapshots", sys.argv[2] if edited.read(folder, date.today()) else sys.argv[1])
    yield "built"
builds.build = quick
trial.faults = lambda edit: ()
def act():
    if sys.argv[3] == "publish":
        return publish.main([])
    one, two = Person("ed-1", "Malee", "editor", ""), Person("ed-2", "Somchai", "editor", "")
    held = changes.every(one)
    if not held:
        edit = changes.draft(one, "units.csv", ("town",), {"name_en": "Town of roses"})
        changes.propose(one, edit)
    if not held or held[0].state == "proposed":
        changes.approve(two, changes.every(one)[0].change_id)
    return 0
for home, name in [(edits, "add"), (edits, "decide"), (audit, "note"), (publish, "begin"), (publish, "settle")]:
    killing.ticking(home, name)
killing.serve(lambda nth: act())
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed like this on Windows")
@pytest.mark.parametrize("act", ["propose and approve", "publish"])
def test_killed_at_any_step_a_change_is_whole_or_not_there_and_goes_on(town, in_process, keeping, act):
    before, nothing = store.named(), keeping()
    change_id = approved(renamed())
    ledger = keeping() if act == "publish" else nothing
    list(publish.publish(ADMIN))
    after = store.named()
    store.close_all()
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, before, after, act], cwd=store.ROOT, text=True, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(store.ROOT)},
    )  # fmt: skip

    def run(nth: int) -> int:
        print(nth, file=child.stdin, flush=True)
        return int(child.stdout.readline())

    nth, ended = 1, -signal.SIGKILL
    while True:
        ledger.put_back()
        shelf.move_current(town / "snapshots", before)
        ended = run(nth)
        for again in (False, True):
            if again:
                assert run(0) == 0
            found = changes.every(EDITOR)
            assert len(found) <= 1 and audit.verify() == ""
            if act == "publish":
                now = "published" if again else state(change_id)
                assert state(change_id) == now and (now != "published" or store.named() == after)
            else:
                assert not again or [one.state for one in found] == ["approved"]
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        nth += 1
    child.stdin.close()
    child.wait()
    assert nth > 7

"""Every act that keeps, sends or frees something: for whom it is done, for whom refused, and what the audit says."""

import json
from collections.abc import Callable
from typing import get_args

import pytest

from smart7 import publish, store
from smart7.ledger import audit, meetings, pictures, quotas, views
from smart7.ledger.meetings import Meeting
from smart7.register import holdings, keeping, rights, saying, signin
from smart7.register.members import CONSOLE
from smart7.register.rights import READER, Act, Person, Refused, Role
from smart7.words import keeping as words
from tests import people

ROLES = ("reader", *get_args(Role))
SNAPSHOT = "20261122-0123456789"


@pytest.fixture(autouse=True)
def data(kept_in, tmp_path, monkeypatch):
    """Keep each test's record apart; the town has two units, and one snapshot that can be frozen on."""
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    name = rights.Text("หน่วย", "Unit")
    monkeypatch.setattr(rights, "units", lambda: {"one": rights.Unit("", name), "two": rights.Unit("", name)})
    (tmp_path / "snapshots").mkdir()
    store.path_of(SNAPSHOT).write_bytes(b"x" * 1000)
    monkeypatch.setattr(publish, "import_feed", lambda *given: iter(["done"]))
    monkeypatch.setattr(publish, "look_at_feed", lambda *given: {"findings": []})
    return tmp_path


def somebody(role: str) -> Person:
    return READER if role == "reader" else people.person(role)


def view(who: Person, policy: views.Policy = "live", view_id: str = "", name: str = "Deaths") -> views.SavedView:
    return keeping.save_view(who, name, "", "Division", "v=1", policy, SNAPSHOT, view_id)


def meeting(who: Person, name: str = "council", snapshot_id: str = "") -> Meeting:
    agenda = json.dumps({"title": {"th": "สภา", "en": "Council"}, "snapshot_id": snapshot_id})
    last = meetings.get(name)
    return keeping.save_meeting(who, Meeting(name, agenda, "", snapshot_id, "2026-11-25"), last.entry if last else 0)


DONE: dict[str, tuple[Act, Callable[[Person], object]]] = {
    "save a view": ("view.save", view),
    "freeze a view": ("snapshot.freeze", lambda who: view(who, "frozen")),
    "delete a view": ("view.save", lambda who: keeping.delete_view(who, "no-such-view") or True),
    "save an agenda": ("agenda.save", meeting),
    "freeze an agenda": ("snapshot.freeze", lambda who: meeting(who, snapshot_id=SNAPSHOT)),
    "delete an agenda": ("agenda.save", lambda who: keeping.delete_meeting(who, "no-such-agenda") or True),
    "add a picture": ("picture.add", lambda who: keeping.keep_picture(who, b"a picture", "png")),
    "look at a feed": ("feed.import", lambda who: keeping.look_at_feed(who, b"zip", "a.zip", "north")),
    "import a feed": ("feed.import", lambda who: list(keeping.import_feed(who, b"zip", "a.zip", "north", ""))),
    "see what is held": ("held.free", holdings.all_of),
    "free a picture": ("held.free", lambda who: keeping.free_picture(who, "none.png") or True),
    "free a view": ("held.free", lambda who: keeping.free_view(who, "none") or True),
    "free an agenda": ("held.free", lambda who: keeping.free_meeting(who, "none") or True),
    "free a note": ("held.free", lambda who: saying.free(who, "none") or True),
    "free a snapshot": ("held.free", lambda who: keeping.free_snapshot(who, SNAPSHOT) or True),
    "take the audit away": ("audit.read", lambda who: keeping.note_reading(who, "2 entries") or True),
    "end the sessions of another": ("account.edit", lambda who: keeping.sign_out_everywhere(who, "another") or True),
    "open an account": (
        "account.edit",
        lambda who: signin.create(who, "new-one", "New", "editor", "", people.PASSWORD),
    ),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", DONE)
def test_an_act_is_done_for_the_roles_that_may_and_for_no_other(name, role):
    act, do = DONE[name]
    who = somebody(role)
    before = audit.head()
    if rights.may(who, act) is None:
        assert do(who)
        return
    with pytest.raises(Refused) as refused:
        do(who)
    saving: Act = "agenda.save" if "agenda" in name else "view.save"
    assert refused.value.why in (rights.may(who, act), rights.may(who, saving) if "freeze" in name else None)
    assert audit.head() == before and views.every() == [] and meetings.every() == [] and pictures.every() == []


@pytest.mark.parametrize("name", [name for name, (act, _) in DONE.items() if act not in ("account.edit",)])
def test_an_installation_that_only_reads_refuses_every_act_to_everybody(name, monkeypatch):
    act, do = DONE[name]
    who = somebody("editor" if act == "feed.import" else "admin")
    monkeypatch.setenv("SMART7_READONLY", "1")
    if do is holdings.all_of:
        return
    with pytest.raises(Refused) as refused:
        do(who)
    assert refused.value.why == words.READ_ONLY


def test_each_act_is_in_the_audit_with_who_from_where_what_before_and_after():
    who, boss = somebody("officer"), somebody("admin")
    keeping.FROM.set("192.0.2.9")
    begun = int(audit.head().split(":")[0])
    saved = view(who, "frozen")
    view(who, view_id=saved.view_id, name="Deaths on roads")
    picture = keeping.keep_picture(who, b"a picture", "png")
    list(keeping.import_feed(somebody("editor"), b"zip", "a.zip", "north", ""))
    keeping.free_picture(boss, picture)
    keeping.delete_view(who, saved.view_id)
    told = [one for one in reversed(audit.read(since=begun)) if not one.act.startswith("account.")]
    assert [(one.act, one.what) for one in told] == [
        ("view.save", saved.view_id), ("view.save", saved.view_id), ("picture.add", picture), ("feed.import", "north"),
        ("feed.import", "north"), ("held.free", picture), ("view.delete", saved.view_id),
    ]  # fmt: skip
    assert {one.where for one in told} == {"192.0.2.9"}
    assert told[1].before == f"Deaths · frozen · {SNAPSHOT}" and told[1].after == "Deaths on roads · live"
    assert told[0].who == who.account_id and told[5].who == boss.account_id
    assert audit.verify() == ""


def test_an_import_that_fails_is_in_the_audit_as_begun_and_as_refused(monkeypatch):
    def fail(*given):
        raise publish.BuildFailed("no stops.txt")
        yield

    monkeypatch.setattr(publish, "import_feed", fail)
    with pytest.raises(publish.BuildFailed):
        list(keeping.import_feed(somebody("editor"), b"zip", "a.zip", "north", ""))
    assert [one.after.split()[-1] for one in audit.read(act="feed.import")] == ["refused", "begun"]


def test_what_cannot_be_noted_does_not_happen(monkeypatch):
    who = somebody("officer")

    def fail(*given, **named):
        raise RuntimeError

    monkeypatch.setattr(audit, "note", fail)
    for do in (view, meeting, lambda who: keeping.keep_picture(who, b"a picture", "png")):
        with pytest.raises(RuntimeError):
            do(who)
    assert views.every() == [] and meetings.every() == [] and pictures.every() == []
    assert not store.path_of(SNAPSHOT).with_suffix(".frozen").exists()


def test_somebody_elses_view_or_agenda_is_taken_away_by_its_owner_or_an_administrator_alone():
    owner, other, boss = people.person("officer", "one"), people.person("officer", "two"), somebody("admin")
    saved, kept = view(owner), meeting(owner)
    for take in (
        lambda who: keeping.delete_view(who, saved.view_id),
        lambda who: keeping.delete_meeting(who, kept.meeting_id),
        lambda who: view(who, view_id=saved.view_id) and False,
    ):
        with pytest.raises(Refused) as refused:
            take(other)
        assert refused.value.why == words.NOT_YOURS
    assert keeping.delete_view(owner, saved.view_id) and keeping.delete_meeting(boss, kept.meeting_id)


def test_agendas_are_worked_on_together_and_stay_whose_they_are():
    owner, other = people.person("officer", "one"), people.person("officer", "two")
    meeting(owner)
    assert meeting(other).account == owner.account_id
    assert [one.who for one in audit.read(act="agenda.save")] == [other.account_id, owner.account_id]


def test_an_agenda_is_changed_and_deleted_as_it_was_seen_last_only():
    who = people.person("officer", "one")
    first = meeting(who)
    second = meeting(who, snapshot_id=SNAPSHOT)
    for late in (
        lambda: keeping.save_meeting(who, first, first.entry),
        lambda: keeping.save_meeting(who, first, 0),
        lambda: keeping.delete_meeting(who, first.meeting_id, first.entry),
        lambda: keeping.save_meeting(who, Meeting("new", "{}", "", "", "2026-11-25"), second.entry),
    ):
        with pytest.raises(Refused) as refused:
            late()
        assert refused.value.why == words.CHANGED_SINCE
    assert meetings.get("council") == second
    assert keeping.delete_meeting(who, "council", second.entry)
    with pytest.raises(Refused, match="deleted after it was shown"):
        keeping.save_meeting(who, second, second.entry)


def test_frozen_figures_are_let_go_by_those_only_who_may_freeze():
    meeting(people.person("officer", "one"), snapshot_id=SNAPSHOT)
    with pytest.raises(Refused, match="freeze snapshots"):
        meeting(people.person("councillor"))
    assert meetings.get("council").snapshot_id == SNAPSHOT
    assert meeting(people.person("officer", "one")).snapshot_id == ""
    meeting(people.person("councillor"))


def test_a_role_that_was_taken_away_counts_at_the_next_act_of_a_person_who_is_looked_up():
    token = people.session("editor")[people.COOKIE]
    one = signin.person_of(token)
    signin.change(CONSOLE, one.account_id, role="officer", unit_id="one")
    assert signin.person_of(token) == READER


QUOTAS = "views=2/3 agendas=1/2 pictures=1/2 snapshots=1/2"


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setenv(quotas.VARIABLE, QUOTAS)


def test_nobody_keeps_more_than_a_quota_and_all_together_no_more_than_theirs(small):
    one, two = people.person("officer", "one"), people.person("officer", "two")
    first = view(one)
    view(one)
    with pytest.raises(Refused, match="2 views already"):
        view(one)
    view(one, view_id=first.view_id, name="another version of the first")
    view(two)
    with pytest.raises(Refused, match="3 views are kept in all"):
        view(two)
    assert keeping.delete_view(one, first.view_id) and view(two)


def test_agendas_have_a_quota_and_another_version_is_no_other_agenda(small):
    one = people.person("officer", "one")
    meeting(one)
    meeting(one)
    with pytest.raises(Refused, match="1 agendas already"):
        meeting(one, "hearing")


def test_pictures_have_a_quota_of_bytes_and_a_freed_one_gives_its_bytes_back(small):
    one, boss = people.person("officer", "one"), somebody("admin")
    name = keeping.keep_picture(one, b"a" * 600_000, "png")
    assert keeping.keep_picture(one, b"a" * 600_000, "png") == name
    with pytest.raises(Refused, match="1 MB of pictures"):
        keeping.keep_picture(one, b"b" * 600_000, "png")
    assert len(pictures.every()) == 1 and len(list(pictures.folder().iterdir())) == 1
    assert keeping.free_picture(boss, name) and not keeping.free_picture(boss, name)
    assert keeping.keep_picture(one, b"b" * 600_000, "png")


def test_snapshots_held_have_a_quota_and_freeing_one_lets_every_view_and_agenda_of_it_go(small, data):
    one, two, boss = people.person("officer", "one"), people.person("officer", "two"), somebody("admin")
    others = [f"2026112{n}-0123456789" for n in (3, 4)]
    for name in others:
        store.path_of(name).write_bytes(b"y")
    view(one, "frozen")
    meeting(one, snapshot_id=SNAPSHOT)
    with pytest.raises(Refused, match="hold 1 snapshots already"):
        keeping.save_view(one, "n", "", "o", "v=1", "frozen", others[0])
    assert not store.path_of(others[0]).with_suffix(".frozen").exists()
    keeping.save_view(two, "n", "", "o", "v=1", "frozen", others[0])
    with pytest.raises(Refused, match="2 snapshots are held in all"):
        keeping.save_view(boss, "n", "", "o", "v=1", "frozen", others[1])
    mark = store.path_of(SNAPSHOT).with_suffix(".frozen")
    assert mark.exists() and keeping.free_snapshot(boss, SNAPSHOT) == 2 and not mark.exists()
    assert meetings.get("council").snapshot_id == "" == json.loads(meetings.get("council").agenda)["snapshot_id"]
    assert {one.policy for one in views.every() if one.snapshot_id == SNAPSHOT} == {"live"}


def test_two_who_save_at_once_do_not_pass_a_quota_together(small):
    from concurrent.futures import ThreadPoolExecutor

    who = people.person("officer", "one")

    def attempt(n: int) -> bool:
        try:
            view(who, name=str(n))
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(attempt, range(6))) == 2


@pytest.mark.parametrize(
    "setting", ["views", "views=2", "views=two/3", "films=1/2", "views=-1/2", "views=1/2,agendas=1/2"]
)
def test_a_setting_of_quotas_that_cannot_be_read_is_said(monkeypatch, setting):
    monkeypatch.setenv(quotas.VARIABLE, setting)
    with pytest.raises(Refused, match="views, agendas, pictures, snapshots"):
        view(somebody("officer"))
    assert views.every() == []


def test_an_administrator_sees_what_is_held_by_whom_and_where_it_stands(data):
    who, boss = people.person("officer", "one"), somebody("admin")
    saved, name = view(who, "frozen"), keeping.keep_picture(who, b"a picture", "png")
    agenda = json.dumps({"title": {"th": "สภา", "en": "Council"}, "items": [{"kind": "picture", "subject": name}]})
    keeping.save_meeting(who, Meeting("council", agenda, "", "", "2026-11-25"), 0)
    found = holdings.all_of(boss)
    (held,), (picture,) = found.snapshots, found.pictures
    assert (held.id, held.size, held.used, held.account) == (SNAPSHOT, 1000, (saved.view_id,), who.account_id)
    assert (picture.id, picture.size, picture.used, picture.account) == (name, 9, ("council",), who.account_id)
    assert found.agendas[0].name == ("สภา", "Council") and found.used == {
        "views": 1, "agendas": 1, "pictures": 9, "snapshots": 1, "changes": 0, "notes": 0, "evidence": 0,
    }  # fmt: skip

"""The administrator's page: accounts are opened and changed, what is held is freed, the audit is read and verified."""

import sqlite3
from urllib.parse import parse_qs, urlsplit

import pytest

from smart7.components.admin import audit as audit_page
from smart7.ledger import audit, book, notes, pictures, views
from smart7.register import keeping, outside, rights, signin
from smart7.words import admin as words
from smart7.words import outside as outside_words
from smart7.words import people as people_words
from smart7.words.outside import IDENTITY
from tests import people
from tests.noted import said


@pytest.fixture(autouse=True)
def ledger(own_ledger, tmp_path, monkeypatch):
    """Keep each test's accounts and what they keep apart."""
    monkeypatch.setattr(pictures, "folder", lambda: tmp_path / "pictures")
    return own_ledger


@pytest.fixture
def boss(visitor):
    return visitor.signed_in("admin")


def press(visit, key):
    next(button for button in visit.at.main.get("button") if button.key == key).click()
    return visit.settled()


def accounts() -> dict[str, rights.Person]:
    return {one.login: one for one in signin.accounts()}


def open_account(boss, login, password=people.PASSWORD, role="editor"):
    boss.open("admin", lang="en")
    for name, value in (("login", login), ("name", "มาลี"), ("password", password)):
        boss.at.text_input(key=f"new-{name}").set_value(value)
    boss.at.selectbox(key="new-role").set_value(role)
    return press(boss, "new-save")


def test_an_account_is_opened_listed_and_can_sign_in_and_the_page_forgets_its_password(boss):
    open_account(boss, "malee")
    assert [said.value for said in boss.at.success] == [words.MADE.format("en", name="มาลี")]
    rows = boss.markup.rows()
    assert ["malee", "มาลี", people_words.ROLES["editor"].en, words.NO_UNIT.en, words.ACTIVE.en] in rows
    assert signin.person_of(signin.sign_in("malee", people.PASSWORD, "")).role == "editor"
    assert audit.read(act="account.create")[0].where == "192.0.2.7"
    assert boss.at.session_state["new-password"] == "" and people.PASSWORD not in boss.words


def test_a_short_password_is_refused_in_words_and_what_else_was_typed_stays(boss):
    open_account(boss, "malee", "short")
    assert "malee" not in accounts() and "at least 12" in boss.at.error[0].value
    assert boss.at.text_input(key="new-login").value == "malee"


def test_role_unit_state_and_password_are_changed_and_each_ends_the_sessions(boss):
    one = people.person("editor")
    token = people.session("editor")[people.COOKIE]
    boss.open("admin", lang="en")
    boss.at.selectbox(key="account").set_value(one.account_id)
    boss.settled()
    boss.at.selectbox(key=f"of-{one.account_id}-role").set_value("approver")
    press(boss, "role-save")
    assert accounts()["t-editor"].role == "approver" and signin.person_of(token) == rights.READER
    press(boss, "account-state")
    assert accounts()["t-editor"].disabled
    press(boss, "account-state")
    boss.at.text_input(key="account-secret").set_value("seven purple elephants dance")
    press(boss, "password-save")
    fresh = signin.sign_in("t-editor", "seven purple elephants dance", "")
    press(boss, "account-everywhere")
    assert signin.person_of(fresh) == rights.READER and not accounts()["t-editor"].disabled
    acts = [
        (entry.act, entry.where) for entry in audit.read() if entry.act in ("account.change", "sign_out.everywhere")
    ]
    assert acts == [("sign_out.everywhere", "192.0.2.7"), *[("account.change", "192.0.2.7")] * 4]


def test_an_administrator_does_not_change_the_own_role(boss):
    boss.open("admin", lang="en")
    boss.at.selectbox(key="account").set_value(people.person("admin").account_id)
    boss.settled()
    assert words.NOT_SELF.en in boss.words
    assert not [button for button in boss.at.main.get("button") if button.key in ("role-save", "account-state")]


def test_what_is_held_is_listed_with_whose_it_is_and_freed(boss, snapshot):
    who = people.person("officer")
    saved = keeping.save_view(who, "Deaths", "", "Division", "v=1", "frozen", snapshot)
    picture = keeping.keep_picture(who, b"a picture", "png")
    boss.open("admin", lang="en", show="held")
    text = boss.words
    assert snapshot in text and "Test officer" in text and "1 of 20 used" in text and saved.view_id in text
    boss.at.multiselect(key="free-snapshots-chosen").set_value([snapshot])
    press(boss, "free-snapshots-press")
    assert views.get(saved.view_id).policy == "live"
    boss.at.multiselect(key="free-pictures-chosen").set_value([picture])
    press(boss, "free-pictures-press")
    boss.at.multiselect(key="free-views-chosen").set_value([saved.view_id])
    press(boss, "free-views-press")
    assert pictures.every() == [] and views.every() == []
    assert [said.value for said in boss.at.success] == [words.FREED.format("en", count="1")]


def test_what_was_said_is_held_too_counted_and_taken_off_a_question_with_its_answer(boss):
    question, lone = said("question", "Why so few?"), said("note", "Counted anew")
    reply = said("answer", "One door was shut", answers=question.note_id)
    with book.opened(writing=True) as opened:
        for one in (question, lone, reply):
            notes.say(opened, one)
    boss.open("admin", lang="en", show="held")
    text = boss.words
    assert words.KINDS["notes"].en in text and "3 of 10,000 used" in text and "0 of 500 MB used" in text
    assert "Why so few?" in text and "One door was shut" in text and "visits" in text
    boss.at.multiselect(key="free-notes-chosen").set_value([question.note_id, reply.note_id])
    press(boss, "free-notes-press")
    assert [one.value for one in boss.at.success] == [words.FREED.format("en", count="1")]
    with book.opened() as opened:
        assert notes.listed(opened, (), (), (), "", 9, 0) == ([lone], 1)
    assert {one.act for one in audit.read()} >= {"note.withdraw"}


PROVIDER = """[auth]
client_id = "smart7"
client_secret = "secret"
cookie_secret = "0123456789012345678901234567890123456789"
redirect_uri = "http://localhost:8501/oauth2callback"
server_metadata_url = "http://localhost:9/.well-known/openid-configuration"
"""


@pytest.fixture
def city_provider(tmp_path, monkeypatch):
    """Let the city have an identity provider."""
    file = tmp_path / "secrets.toml"
    file.write_text(PROVIDER)
    monkeypatch.setattr(outside, "files", lambda: [file])


def test_without_a_provider_an_account_has_no_field_of_an_identity(boss):
    open_account(boss, "malee")
    boss.at.selectbox(key="account").set_value(members_id("malee"))
    boss.settled()
    assert not [one for one in boss.at.text_input if (one.key or "").endswith("-identity")]


def members_id(login):
    return next(one.account_id for one in signin.accounts() if one.login == login)


def test_the_identity_at_the_city_s_provider_is_given_to_an_account_and_taken_away(boss, city_provider):
    open_account(boss, "malee")
    boss.at.selectbox(key="account").set_value(members_id("malee"))
    boss.settled()
    field = f"of-{members_id('malee')}-identity"
    assert IDENTITY.en in boss.at.text_input(key=field).label

    def give(text):
        boss.at.text_input(key=field).set_value(text)
        press(boss, "role-save")
        return next(one.identity for one in signin.accounts() if one.login == "malee")

    assert give(" Email:Malee@City.example ") == "email:malee@city.example"
    assert [one.value for one in boss.at.success] == [words.CHANGED.format("en", name="มาลี")]
    assert give("malee") == "email:malee@city.example"
    assert outside_words.BAD_IDENTITY.en in boss.at.error[0].value.replace("\\", "")
    assert give("") == ""


def test_an_identity_belongs_to_one_account_and_a_second_is_told_so(boss, city_provider):
    for login in ("malee", "somsri"):
        open_account(boss, login)
        boss.at.selectbox(key="account").set_value(members_id(login))
        boss.settled()
        boss.at.text_input(key=f"of-{members_id(login)}-identity").set_value("sub:42")
        press(boss, "role-save")
    held = {one.login: one.identity for one in signin.accounts()}
    assert (held["malee"], held["somsri"]) == ("sub:42", "") and len(boss.at.error) == 1


def whats(visit):
    """Return what the acts on the page were about, as far as it was typed."""
    return [row[3].partition(": ")[2] for row in visit.markup.rows()[1:]]


def test_the_audit_is_narrowed_by_person_act_days_and_text_and_the_link_holds_it(boss):
    keeping.save_view(people.person("officer"), "Deaths", "", "Division", "v=1", "live", "s")
    boss.open("admin", lang="en", show="audit")
    acts = [row[2] for row in boss.markup.rows()[1:]]
    assert len(acts) == len(audit.read()) and people_words.ACTS["view.save"].en in acts
    boss.at.selectbox(key="audit-act").set_value("view.save")
    assert whats(boss.settled()) == ["Deaths · live"]
    boss.at.selectbox(key="audit-who").set_value(people.person("admin").account_id)
    assert whats(boss.settled()) == []
    assert boss.at.query_params["act"] == "view.save"
    boss.at.selectbox(key="audit-who").set_value("")
    boss.at.text_input(key="audit-first").set_value("1/1/2563")
    assert whats(boss.settled()) == ["Deaths · live"] and boss.at.query_params["first"] == "2020-01-01"
    boss.at.text_input(key="audit-last").set_value("2020-01-02")
    assert whats(boss.settled()) == []
    boss.at.text_input(key="audit-last").set_value("")
    boss.at.text_input(key="audit-says").set_value("DEATH")
    assert whats(boss.settled()) == ["Deaths · live"]
    boss.at.text_input(key="audit-says").set_value("death%")
    assert whats(boss.settled()) == []


def test_a_link_to_the_audit_shows_what_it_asks_for_in_its_fields_and_its_file(boss):
    keeping.save_view(people.person("officer"), "Deaths", "", "Division", "v=1", "live", "s")
    asked = {"act": "view.save", "who": people.person("officer").account_id, "first": "2569-01-01", "says": "deaths"}
    boss.open("admin", show="audit", **asked)
    assert whats(boss) == ["Deaths · live"] or "Deaths" in boss.words
    assert len(boss.markup.rows()) == 2
    assert boss.at.text_input(key="audit-first").value == "01/01/2569"
    assert boss.at.selectbox(key="audit-act").value == "view.save"
    (way,) = [a.attributes["href"] for a in boss.markup.all("a") if a.attributes["href"].startswith("/audit.csv")]
    held = {name: value for name, (value,) in parse_qs(urlsplit(way).query).items()}
    assert held == {**asked, "first": "2026-01-01"}


@pytest.mark.parametrize(
    "link", [{"who": "a-nobody"}, {"act": "fly"}, {"first": "yesterday **"}, {"last": "31/02/2569"}]
)
def test_what_a_link_asks_of_the_audit_in_vain_is_said_and_narrows_nothing(boss, link):
    boss.open("admin", lang="en", show="audit", **link)
    assert len(boss.warnings) == 1 and len(boss.markup.rows()) == 1 + audit.count()
    assert not set(link) & set(boss.at.query_params)


def test_the_audit_is_read_page_by_page_back_and_forth(boss, monkeypatch):
    with book.opened(writing=True) as record:
        for n in range(25):
            audit.note(record, "a-1", "view.save", f"view {n}", after="x")
    monkeypatch.setattr(audit_page, "SHOWN", 10)
    boss.open("admin", lang="en", show="audit", act="view.save")

    def seen():
        return [int(row[3].split()[1].rstrip(":")) for row in boss.markup.rows()[1:]]

    assert seen() == list(range(24, 14, -1)) and "10 of the 25" in boss.words
    press(boss, "audit-older")
    assert seen() == list(range(14, 4, -1))
    press(boss, "audit-older")
    assert seen() == list(range(4, -1, -1)) and "5 of the 25" in boss.words
    press(boss, "audit-newer")
    assert seen() == list(range(14, 4, -1))
    press(boss, "audit-newer")
    assert seen() == list(range(24, 14, -1))
    press(boss, "audit-older")
    boss.at.text_input(key="audit-says").set_value("view 2")
    assert sorted(boss.settled() and seen()) == [2, *range(20, 25)]


def test_the_page_says_whether_the_audit_is_whole_and_which_entry_was_edited(boss, ledger):
    boss.open("admin", lang="en", show="audit")
    press(boss, "audit-verify")
    assert [said.value for said in boss.at.success] == [words.WHOLE.en]
    with sqlite3.connect(ledger) as raw:
        raw.execute("drop trigger acts_stay")
        raw.execute("update acts set what = 'nothing' where entry = 1")
    press(boss, "audit-verify")
    assert "1" in boss.at.error[0].value and not boss.at.success

"""Reading needs no account, every act does: what each role sees and can do, by link, by widget, by an old session."""

from typing import get_args
from urllib.parse import parse_qs, urlsplit

import pytest

from smart7 import view
from smart7.components.admin import accounts
from smart7.i18n import LANGS
from smart7.ledger import audit, meetings, views
from smart7.register import rights, signin
from smart7.register.members import CONSOLE
from smart7.register.rights import READER, Role
from smart7.words import people as people_words
from smart7.words import signin_page as words
from tests import people

ROLES = ("reader", *get_args(Role))
DEATHS = {"v": "1", "show": "road-deaths-province"}
# Page and link of each act, and the key of what is drawn for those who may.
DOORS = {
    "view.save": ("explore", DEATHS, "view-name"),
    "agenda.save": ("present", {"agenda": "monthly-council"}, "present-edit"),
    "feed.import": ("sources", {}, "feed-check"),
    "account.edit": ("admin", {}, "new-save"),
    "held.free": ("admin", {"show": "held"}, "admin-part"),
    "audit.read": ("admin", {"show": "audit"}, "audit-verify"),
    "catalogue.edit": ("catalogue", {"file": "events"}, "catalogue-export"),
}


pytestmark = pytest.mark.usefixtures("own_ledger")


def keys(visit) -> set[str]:
    """Return the keys of everything on a page that has one."""
    found = set()
    waiting = [visit.at.main]
    while waiting:
        block = waiting.pop()
        proto = getattr(block, "proto", None)
        found.add(getattr(block, "key", None) or getattr(proto, "id", "") or "")
        waiting += list(getattr(block, "children", {}).values())
    return {str(key) for key in found if key}


def drawn(visit, key: str) -> bool:
    return any(key in one for one in keys(visit))


def gates(visit):
    return [node for node in visit.markup.all("p") if "s7-gate" in node.css]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", DOORS)
def test_a_deep_link_shows_an_act_to_those_who_may_and_to_others_why_not(visitor, act, role):
    page, link, key = DOORS[act]
    who = READER if role == "reader" else people.person(role)
    if role != "reader":
        visitor.signed_in(role)
    visitor.open(page, lang="en", **link)
    refusal = rights.may(who, act)
    assert drawn(visitor, key) == (refusal is None)
    said = [node.text for node in gates(visitor)]
    assert [text for text in said if refusal and text.startswith(refusal.en)] == (said if refusal else [])
    assert bool(said) == (refusal is not None)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("act", DOORS)
def test_a_public_reader_is_led_to_the_form_and_from_there_back_here(visitor, act, lang):
    page, link, _ = DOORS[act]
    visitor.open(page, lang=lang, **link)
    (gate,) = gates(visitor)
    address = urlsplit(gate.one("a").attributes["href"])
    (back,) = parse_qs(address.query)["next"]
    assert address.path == "/signin" and back == view.within(back)
    held = {name: value for name, (value,) in parse_qs(urlsplit(back).query).items()}
    assert urlsplit(back).path == f"/{page}" and held == link | ({"lang": "en"} if lang == "en" else {})


def test_pages_without_an_act_say_nothing_of_accounts_but_the_way_in(visitor):
    visitor.open("living", lang="en")
    assert gates(visitor) == []
    (way,) = [a for a in visitor.markup.one("div", "s7-foot").all("a") if a.text == words.SIGN_IN.en]
    assert way.attributes["href"] == "/signin?lang=en&next=%2Fliving%3Flang%3Den"


def test_who_is_signed_in_stands_in_the_foot_with_the_way_out(officer):
    officer.open("living", lang="en")
    foot = officer.markup.one("div", "s7-foot")
    assert "Test officer" in foot.text and words.SIGN_IN.en not in foot.text
    form = foot.one("form")
    assert (form.attributes["method"], form.attributes["action"]) == ("post", "/signout")
    assert form.one("button").text == words.SIGN_OUT.en
    assert form.one("input").attributes == {"type": "hidden", "name": "next", "value": "/living?lang=en"}


def end(how: str, login: str) -> None:
    """End what somebody may, while their page stays open."""
    (one,) = [each for each in signin.accounts() if each.login == login]
    if how == "signed out":
        signin.sign_out_everywhere(one.account_id)
    elif how == "disabled":
        signin.change(CONSOLE, one.account_id, disabled=True)
    else:
        signin.change(CONSOLE, one.account_id, password="another long pass phrase")


@pytest.mark.parametrize("how", ["signed out", "disabled", "new password"])
def test_a_page_that_was_open_when_its_session_ended_saves_nothing_and_says_why(officer, how):
    officer.open("explore", lang="en", **DEATHS)
    officer.at.text_input(key="view-name").set_value("Deaths")
    end(how, people.account("officer"))
    before = audit.head()
    next(b for b in officer.at.button if b.label == "Save this view").click()
    officer.settled()
    assert views.every() == [] and audit.head() == before
    assert any(words.SIGN_IN.en in gate.text for gate in gates(officer))


def test_an_agenda_that_was_open_when_its_session_ended_stays_as_it_was(officer):
    officer.open("present", agenda="monthly-council", lang="en")
    officer.at.session_state["present-edit"] = True
    officer.settled()
    end("signed out", people.account("officer"))
    next(b for b in officer.at.main.get("button") if b.key == "about-save").click()
    officer.settled()
    assert meetings.every() == [] and not drawn(officer, "about-save")


def test_an_administrators_page_that_was_open_when_the_role_went_changes_nothing(visitor):
    people.account("admin", name="Another")
    boss = visitor.signed_in("admin").open("admin", lang="en")
    for name, value in (("login", "new-one"), ("name", "New"), ("password", people.PASSWORD)):
        boss.at.text_input(key=f"new-{name}").set_value(value)
    boss.at.selectbox(key="new-role").set_value("editor")
    end("signed out", people.account("admin"))
    next(b for b in boss.at.main.get("button") if b.key == "new-save").click()
    boss.settled()
    assert "new-one" not in {one.login for one in signin.accounts()}


def test_a_state_of_widgets_that_was_made_up_opens_no_act_to_a_reader(visitor):
    state = visitor.at.session_state
    state["present-edit"] = state["explore-views"] = True
    state["admin-part"], state["person_of_run"] = "held", "admin"
    for page, link, key in DOORS.values():
        visitor.open(page, lang="en", **link)
        assert not drawn(visitor, key) and gates(visitor)


def test_a_callback_that_is_called_past_the_page_asks_for_the_right_too(visitor, monkeypatch):
    monkeypatch.setattr(accounts.st, "session_state", {
        "new-login": "new-one", "new-name": "New", "new-role": "admin", "new-unit": "", "new-password": people.PASSWORD,
    })  # fmt: skip
    accounts.make(visitor_view())
    assert signin.accounts() == []


def visitor_view():
    from datetime import date

    return view.View("en", False, 2026, range(2026, 2015, -1), True, date(2026, 11, 22))


def test_a_cookie_that_was_made_up_is_a_public_readers(visitor):
    for cookie in ("guess", "x" * 4000, "' or 1=1 --", "\u0e01"):
        visitor.cookies = {people.COOKIE: cookie}
        visitor.open("present", agenda="monthly-council", lang="en")
        assert gates(visitor) and not drawn(visitor, "present-edit")


NASTY = "<img src=x onerror=alert(1)>"


def test_a_script_in_a_name_is_only_letters_wherever_it_stands(visitor):
    people.account("admin", name=f"{NASTY} `b` [a](javascript:alert(1))")
    boss = visitor.signed_in("admin")
    for link in ({}, {"show": "held"}, {"show": "audit"}):
        boss.open("admin", lang="en", **link)
        assert "<img src=x" not in boss.html and list(boss.markup.all("img")) == []
        assert NASTY in boss.markup.one("div", "s7-foot").text
    boss.open("signin", lang="en")
    assert NASTY in boss.words and "<img src=x" not in boss.html


@pytest.mark.parametrize("lang", LANGS)
def test_the_form_has_labels_in_the_language_of_the_page_and_works_without_a_script(visitor, lang):
    visitor.open("signin", lang=lang, next="/explore?v=1&measure=count")
    form = visitor.markup.one("form", "s7-signin")
    assert (form.attributes["method"], form.attributes["action"]) == ("post", "/signin")
    labels = {label.one("input").attributes["name"]: label.one("span").text for label in form.all("label")}
    assert labels == {"login": words.LOGIN.get(lang), "password": words.PASSWORD.get(lang)}
    fields = {node.attributes["name"]: node.attributes for node in form.all("input")}
    assert fields["password"]["type"] == "password" and fields["password"]["autocomplete"] == "current-password"
    assert fields["login"]["autocomplete"] == "username" and "required" in fields["login"]
    assert fields["next"]["value"] == "/explore?v=1&measure=count" + ("&lang=en" if lang == "en" else "")
    assert form.one("button").attributes["type"] == "submit" and form.one("button").text == words.SIGN_IN.get(lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("said", words.SAID)
def test_what_came_of_a_sign_in_is_an_alert_that_its_fields_name(visitor, said, lang):
    visitor.open("signin", lang=lang, said=said)
    alert = visitor.markup.one("p", "s7-refused")
    assert alert.text == words.SAID[said].get(lang) and alert.attributes["role"] == "alert"
    described = {node.attributes.get("aria-describedby") for node in visitor.markup.all("input")} - {None}
    assert described == ({alert.attributes["id"]} if said == "refused" else set())


@pytest.mark.parametrize("link", [{"next": "https://evil.example/"}, {"next": "//evil.example"}, {"said": "magic"}])
def test_what_a_link_to_the_form_asks_for_in_vain_is_said_and_leads_nowhere_else(visitor, link):
    visitor.open("signin", lang="en", **link)
    assert len(visitor.warnings) == 1
    (back,) = [n.attributes["value"] for n in visitor.markup.all("input") if n.attributes["name"] == "next"]
    assert back == "/?lang=en" and "evil" not in visitor.html


def test_who_is_signed_in_sees_the_way_on_and_no_form(officer):
    officer.open("signin", lang="en", next="/map?layers=lrt")
    assert list(officer.markup.all("form", "s7-signin")) == []
    assert words.SIGNED_IN.format("en", name="Test officer", role=people_words.ROLES["officer"].en) in officer.words
    (onward,) = [a for a in officer.markup.all("a") if a.text == words.GO_ON.en]
    assert onward.attributes["href"] == "/map?layers=lrt&lang=en"


@pytest.mark.parametrize(("old", "said"), [(people.PASSWORD, "success"), ("wrong", "error")])
def test_the_own_password_is_changed_by_whoever_knows_it_and_ends_every_session(officer, old, said):
    officer.open("signin", lang="en")
    officer.at.text_input(key="renew-old").set_value(old)
    officer.at.text_input(key="renew-new").set_value("seven purple elephants dance")
    next(b for b in officer.at.main.get("button") if b.key == "renew-save").click()
    officer.settled()
    assert len(getattr(officer.at, said)) == 1
    assert bool(list(officer.markup.all("form", "s7-signin"))) == (said == "success")
    assert not {officer.at.session_state[k] for k in ("renew-old", "renew-new") if k in officer.at.session_state} - {""}

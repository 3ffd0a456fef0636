"""Signing in and out: who may send the form, what comes back, and where it leads."""

import pytest

from smart7 import view
from smart7.api.signin import COOKIE
from smart7.ledger import audit, book
from smart7.register import signin
from smart7.register.rights import READER
from tests import people
from tests.accounts import hashed_once
from tests.people import PASSWORD, post

pytestmark = pytest.mark.usefixtures("own_ledger")


@pytest.fixture
def login():
    return people.account("editor")


def test_the_right_password_gives_one_cookie_that_no_script_and_no_other_site_reaches_and_leads_on(login):
    answer = post("/signin", login=login, password=PASSWORD, next="/map?layers=lrt&lang=en")
    assert (answer.status, answer.location) == (303, "/map?layers=lrt&lang=en")
    (cookie,) = answer.all("set-cookie")
    name, *marks = [part.strip().lower() for part in cookie.split(";")]
    assert name.startswith(f"{COOKIE}=") and {"httponly", "samesite=strict", "path=/"} == set(marks)
    assert answer.all("cache-control") == ["no-store"]
    assert signin.person_of(answer.cookies[COOKIE]).role == "editor"


@pytest.mark.parametrize(
    "way",
    [
        {"scheme": "https"},
        {"headers": {"x-forwarded-proto": "https"}},
        {"headers": {"x-forwarded-proto": "HTTPS, http"}},
    ],
)
def test_the_cookie_stays_on_secure_lines_where_the_visitor_came_by_one(login, way):
    (cookie,) = post("/signin", login=login, password=PASSWORD, **way).all("set-cookie")
    assert "; secure" in cookie.lower()


@pytest.mark.parametrize("name", ["known", "no-such-account"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer_and_no_cookie(login, name):
    answer = post("/signin", login=login if name == "known" else name, password="wrong", next="/sources?lang=en")
    assert answer.location == "/signin?lang=en&said=refused&next=%2Fsources%3Flang%3Den"
    assert answer.all("set-cookie") == []


def test_after_many_failures_the_form_says_to_wait_and_the_right_password_waits_too(login):
    for _ in range(5):
        post("/signin", login=login, password="wrong")
    answer = post("/signin", login=login, password=PASSWORD)
    assert answer.location == "/signin?said=wait" and answer.all("set-cookie") == []


OTHERS = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": None},
    {"origin": "http://127.0.0.1:8501.evil.example"},
    {"origin": "http://127.0.0.1:8502"},
    {"origin": "http://[bad"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
]


@pytest.mark.parametrize("headers", OTHERS, ids=str)
@pytest.mark.parametrize("path", ["/signin", "/signout"])
def test_a_form_that_another_site_sends_is_refused_and_changes_nothing(login, path, headers):
    cookie = people.session("editor")[COOKIE]
    before = audit.head()
    given = headers | {"cookie": f"{COOKIE}={cookie}"}
    answer = post(path, headers=given, login=login, password=PASSWORD)
    assert answer.status == 403 and answer.all("set-cookie") == []
    assert audit.head() == before and signin.person_of(cookie).role == "editor"


def test_an_older_browser_that_names_only_the_origin_can_sign_in(login):
    assert COOKIE in post("/signin", headers={"sec-fetch-site": None}, login=login, password=PASSWORD).cookies


ELSEWHERE = [
    "https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
    "javascript:alert(1)",
    "/map\r\nSet-Cookie: a=b", "/map%0d%0aSet-Cookie:a=b\r\n", "/no-such-page", "/map/../../etc/passwd",
    "/static/app.js",
    "/signout", "http:/map", "/map\x00", "/แผนที่", "/" + "a" * 2900, "/map?\x7f",
    "/@evil.example", "/map@evil.example", "/api/v1", " /map", "/map ", "?x=1", "map",
]  # fmt: skip


@pytest.mark.parametrize("asked", ELSEWHERE, ids=lambda text: repr(text)[:40])
def test_signing_in_leads_to_a_page_of_this_site_and_nowhere_else(login, asked):
    with hashed_once():
        answer = post("/signin", login=login, password=PASSWORD, next=asked)
    assert answer.status == 303 and answer.location == "/"
    assert [name for name, _ in answer.headers].count("set-cookie") == 1
    assert view.within(asked) == ""


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("/", "/"),
        ("/map", "/map"),
        ("/map/", ""),
        ("/overview", "/"),
        ("/explore?v=1&measure=count&lang=en", "/explore?v=1&measure=count&lang=en"),
        ("/sql?q=select+%27%0d%0aX%3A+y%27", "/sql?q=select+%27%0D%0AX%3A+y%27"),
        ("/map?next=https://evil.example", "/map?next=https%3A%2F%2Fevil.example"),
        ("/map#//evil.example", "/map"),
    ],
)
def test_an_address_of_this_site_is_written_anew(asked, written):
    assert view.within(asked) == written
    assert not view.within(written) or view.within(written) == written


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"body": b"login=" + b"a" * 20_000}, 413),
        ({"login": "a" * 101}, 413),
        ({"login": "a", "password": "b" * 1001}, 413),
        ({"body": b"\xff\xfe"}, 400),
        ({"body": b"login=%ff"}, 400),
        ({"body": b"&".join(b"a=b" for _ in range(20))}, 400),
        ({"headers": {"content-type": "application/json"}, "body": b"{}"}, 415),
        ({"headers": {"content-type": None}}, 415),
    ],
)
def test_what_no_form_of_this_site_sends_is_refused_in_a_sentence(given, status):
    answer = post("/signin", **given)
    assert answer.status == status and " / " in answer.body.decode() and answer.all("set-cookie") == []


def test_a_token_is_new_with_each_sign_in_and_the_one_before_is_worth_nothing(login):
    planted = {"cookie": f"{COOKIE}=planted-by-somebody"}
    first = post("/signin", headers=planted, login=login, password=PASSWORD).cookies[COOKIE]
    second = post("/signin", headers={"cookie": f"{COOKIE}={first}"}, login=login, password=PASSWORD).cookies[COOKIE]
    assert len({"planted-by-somebody", first, second}) == 3
    assert signin.person_of(first) == READER == signin.person_of("planted-by-somebody")
    assert signin.person_of(second).role == "editor"
    assert [one.where for one in audit.read(act="sign_out")] == ["192.0.2.7"]


def test_signing_out_ends_the_session_takes_the_cookie_and_leads_back(login):
    token = people.session("editor")[COOKIE]
    answer = post("/signout", headers={"cookie": f"{COOKIE}={token}"}, next="/sources?lang=en")
    assert answer.location == "/sources?lang=en" and signin.person_of(token) == READER
    assert [one.where for one in audit.read(act="sign_out")] == ["192.0.2.7"]
    (cookie,) = answer.all("set-cookie")
    assert "max-age=0" in cookie.lower() and cookie.startswith(f'{COOKIE}=""')
    assert post("/signout").status == 303


def test_an_installation_that_only_reads_signs_nobody_in(login, monkeypatch):
    monkeypatch.setenv("SMART7_READONLY", "1")
    answer = post("/signin", login=login, password=PASSWORD, next="/map")
    assert answer.location == "/signin?said=readonly&next=%2Fmap" and answer.all("set-cookie") == []


def test_where_the_ledger_cannot_be_read_the_form_says_so(login, monkeypatch, tmp_path):
    monkeypatch.setattr(book, "path", lambda: tmp_path / "gone" / "ledger.sqlite")
    answer = post("/signin", login=login, password=PASSWORD)
    assert answer.location == "/signin?said=fault" and answer.all("set-cookie") == []


def test_the_audit_says_from_where_somebody_came_and_holds_no_password_and_no_token(login):
    token = post("/signin", login=login, password=PASSWORD).cookies[COOKIE]
    post("/signin", login="line\r\nbreak", password="another secret")
    told = [repr(entry) for entry in audit.read()]
    assert any("192.0.2.7" in entry and "sign_in" in entry for entry in told)
    assert not any(secret in entry for entry in told for secret in (PASSWORD, token, "another secret", "line\r\nbreak"))

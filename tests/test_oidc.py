"""Signing in by the city's identity provider: whose account it is, what is refused, and that leaving ends both."""

import http.client
import os
import subprocess
import sys
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware

from smart7 import api, oidc, store
from smart7.api.signin import COOKIE, THEIRS
from smart7.ledger import audit
from smart7.register import members, outside, signin
from smart7.register.members import CONSOLE
from smart7.register.rights import READER, Refused
from tests.accounts import account
from tests.oidc_provider import provider as running_provider
from tests.oidc_provider import running, secrets_toml

pytest.importorskip("httpx2", reason="Authlib speaks to a provider by httpx2, which requirements.txt brings")
MAIL = {"sub": "u-1", "email": "Somchai@city.example", "email_verified": True}


@pytest.fixture(scope="module")
def provider():
    """Run one provider for all tests here."""
    with running_provider() as made:
        yield made


@pytest.fixture(scope="module")
def site(provider):
    """Run the routes of the site that sign in and out, with Streamlit's own around them."""
    from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes

    app = Starlette(
        routes=[*oidc.ROUTES, *create_auth_routes(""), *api.ROUTES],
        middleware=[Middleware(oidc.Arrivals), Middleware(SessionMiddleware, secret_key="s" * 40)],
    )
    with running(app) as address:
        yield address


@pytest.fixture(autouse=True)
def settings(provider, site, tmp_path, monkeypatch):
    """Give each test its own ledger, and the settings of the provider where Streamlit reads them."""
    from streamlit import config
    from streamlit.runtime.secrets import secrets_singleton

    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    monkeypatch.setenv("SMART7_ADDRESS", site)
    file = tmp_path / "secrets.toml"
    file.write_text(secrets_toml(provider.address, site))
    monkeypatch.setattr(outside, "files", lambda: [file])
    config.set_option("secrets.files", [str(file)])
    secrets_singleton._reset()
    provider.claims, provider.left[:] = dict(MAIL), []
    yield file
    secrets_singleton._reset()


class Browser:
    """What follows where it is led, between the site and the provider, and keeps the site's cookies."""

    def __init__(self, site):
        self.site, self.cookies, self.way = site, {}, []

    def ask(self, address, method="GET", body=None, **headers):
        """Ask an address; follow it to its end, or to a page of the site itself."""
        parts = urlsplit(address if "//" in address else self.site + address)
        line = http.client.HTTPConnection(parts.netloc, timeout=30)
        ours = parts.netloc == urlsplit(self.site).netloc
        held = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if ours else {}
        line.request(method, parts._replace(scheme="", netloc="").geturl(), body, {**held, **headers})
        answer = line.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie", []) if ours else []:
            for name, one in SimpleCookie(cookie).items():
                gone = one["max-age"] == "0" or one["expires"].startswith("Thu, 01 Jan 1970")
                self.cookies.pop(name, None) if gone else self.cookies.__setitem__(name, one.coded_value)
        onward = answer.headers.get("Location", "")
        self.way.append(onward)
        known = onward.startswith(("/auth/", "/oauth2callback", "http"))
        return self.ask(onward) if onward and known else (onward, text)

    def person(self):
        return signin.person_of(self.cookies.get(COOKIE, ""))


@pytest.fixture
def browser(site):
    return Browser(site)


def tied(claim="email:somchai@city.example", role="officer"):
    """Make an account that stands for a claim."""
    if not members.accounts():
        account("boss")
    own = account("somchai", role)
    members.change(CONSOLE, own.account_id, identity=claim)
    return own


@pytest.mark.parametrize("claim", ["email:SOMCHAI@city.example", "sub:u-1"])
def test_who_the_provider_vouches_for_gets_the_rights_of_their_account_and_goes_on(browser, claim):
    own = tied(claim)
    onward, _ = browser.ask("/signin/outside?next=%2Fregister%3Flang%3Den")
    assert onward == "/register?lang=en" and browser.person() == own
    (noted,) = audit.read(act="sign_in")
    assert (noted.who, noted.what, noted.where) == (own.account_id, "somchai", "127.0.0.1")


STRANGERS = {
    "nobody knows": {"sub": "u-2"},
    "mail that was not verified": {**MAIL, "sub": "u-2", "email_verified": False},
    "mail of which nothing is said": {"sub": "u-2", "email": MAIL["email"]},
    "another's mail": {**MAIL, "sub": "u-2", "email": "somchai@elsewhere.example"},
    "a name that looks like a claim": {"sub": "x", "preferred_username": "somchai@city.example", "name": "boss"},
}


@pytest.mark.parametrize("claims", STRANGERS.values(), ids=STRANGERS)
def test_whom_no_account_stands_for_is_refused_and_keeps_no_cookie(browser, provider, claims):
    tied()
    provider.claims = claims
    onward, _ = browser.ask("/signin/outside?next=%2Fregister%3Flang%3Den")
    assert onward == "/signin?lang=en&said=stranger&next=%2Fregister%3Flang%3Den"
    assert not {COOKIE, THEIRS} & set(browser.cookies)
    assert [one.after for one in audit.read(act="sign_in.refused")] == ["unknown identity"]


def test_a_disabled_account_is_refused_and_noted_as_that(browser):
    own = tied()
    members.change(CONSOLE, own.account_id, disabled=True)
    assert "said=stranger" in browser.ask("/signin/outside")[0]
    assert [(one.who, one.after) for one in audit.read(act="sign_in.refused")] == [(own.account_id, "disabled")]


def test_what_is_taken_from_the_account_is_gone_at_the_next_look_and_the_months_cookie_opens_nothing(browser):
    own = tied()
    browser.ask("/signin/outside")
    assert browser.person() == own and THEIRS in browser.cookies
    signin.sign_out_everywhere(own.account_id)
    assert browser.person() == READER
    browser.ask("/oauth2callback")
    browser.ask("/oauth2callback?code=x&state=y")
    assert browser.person() == READER


def test_signing_in_again_ends_the_session_before(browser):
    tied()
    browser.ask("/signin/outside")
    before = browser.cookies[COOKIE]
    browser.ask("/signin/outside")
    assert signin.person_of(before) == READER != browser.person()
    assert {one.where for one in audit.read(act="sign_out")} == {"127.0.0.1"}


def test_who_refuses_at_the_provider_comes_back_to_the_form_with_a_sentence(browser, provider):
    tied()
    provider.claims = None
    assert browser.ask("/signin/outside?next=%2Fmap")[0] == "/signin?said=outside&next=%2Fmap"
    assert browser.person() == READER


def test_an_answer_of_the_provider_is_taken_once_and_by_the_browser_that_asked_only(browser, site):
    tied()
    browser.ask("/signin/outside")
    answer = next(way for way in browser.way if "code=" in way)
    for other in (Browser(site), browser):
        browser_before = dict(other.cookies)
        assert "said=outside" in other.ask(answer)[0]
        assert other.cookies.get(COOKIE) == browser_before.get(COOKIE)


@pytest.mark.parametrize(
    "onward", ["//evil.example", "https://evil.example/x", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_led_to_another_site(browser, onward):
    from urllib.parse import quote

    tied()
    assert browser.ask(f"/signin/outside?next={quote(onward, safe='')}")[0] == "/"


def test_signing_out_ends_the_session_here_and_at_the_provider(browser, provider, site):
    tied()
    browser.ask("/signin/outside")
    token = browser.cookies[COOKIE]
    form = {"Origin": site, "Content-Type": "application/x-www-form-urlencoded"}
    _, page = browser.ask("/signout", "POST", "next=%2F", **form)
    assert "url=/auth/logout" in page and signin.person_of(token) == READER and COOKIE not in browser.cookies
    assert browser.ask("/auth/logout")[0] == "/"
    (left,) = provider.left
    assert left["client_id"] == "smart7" and left["id_token_hint"] and THEIRS not in browser.cookies


def test_an_installation_that_is_only_read_and_one_without_a_provider_offer_no_such_way(browser, monkeypatch, settings):
    monkeypatch.setenv("SMART7_READONLY", "1")
    assert not outside.offered() and browser.ask("/signin/outside")[0] == "/signin?said=outside"
    monkeypatch.delenv("SMART7_READONLY")
    settings.write_text("")
    assert not outside.offered() and browser.ask("/signin/outside")[0] == "/signin?said=outside"


def test_whoever_knows_the_way_to_the_provider_is_not_signed_in_where_nothing_is_taken_in(browser, monkeypatch):
    from streamlit.auth_util import encode_provider_token

    tied()
    monkeypatch.setenv("SMART7_READONLY", "1")
    onward, _ = browser.ask(f"/auth/login?provider={encode_provider_token(oidc.PROVIDER)}")
    assert onward == "/signin?said=readonly" and COOKIE not in browser.cookies
    monkeypatch.delenv("SMART7_READONLY")
    assert audit.read(act="sign_in") == []


# Settings

FAULTS = {
    "no client": ({"client_id": ""}, "lacks client_id"),
    "no secret of cookies": ({"cookie_secret": ""}, "lacks cookie_secret"),
    "short secret": ({"cookie_secret": "short"}, "too short"),
    "another address": ({"redirect_uri": "https://elsewhere.example/oauth2callback"}, "as SMART7_ADDRESS says"),
    "another path": ({"redirect_uri": "SITE/callback"}, "as SMART7_ADDRESS says"),
    "a provider over plain lines": ({"server_metadata_url": "http://login.example/x"}, "https:// address"),
}


@pytest.mark.parametrize(("changed", "said"), FAULTS.values(), ids=FAULTS)
def test_settings_with_which_nobody_could_sign_in_are_refused_at_the_start(settings, site, changed, said):
    changed = {name: value.replace("SITE", site) for name, value in changed.items()}
    settings.write_text(secrets_toml("http://127.0.0.1:1", site, **changed))
    with pytest.raises(Refused, match=said) as refused:
        outside.require_sound(outside.settings())
    assert refused.value.why.th != refused.value.why.en


def test_a_site_over_plain_lines_signs_nobody_in_by_a_provider(settings, monkeypatch):
    monkeypatch.setenv("SMART7_ADDRESS", "http://smart.example.go.th")
    settings.write_text(secrets_toml("https://login.example", "http://smart.example.go.th"))
    with pytest.raises(Refused, match="redirect_uri .* https:// address"):
        outside.require_sound(outside.settings())


def test_settings_that_are_sound_and_none_at_all_are_taken(settings):
    outside.require_sound(outside.settings())
    settings.write_text("")
    outside.require_sound(outside.settings())


@pytest.mark.parametrize(
    ("secrets", "ledger", "said"),
    [("[auth]\nclient_id = 'x'\n", "", "lacks client_secret"), ("[auth\n", "", "cannot be read"),
     ("", "mysql://x", "SMART7_LEDGER cannot be read")],
)  # fmt: skip
def test_a_server_with_such_settings_ends_with_one_sentence_in_both_languages(tmp_path, secrets, ledger, said):
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text(secrets)
    given = {**os.environ, "HOME": str(tmp_path), "SMART7_LEDGER": ledger}
    code = "from smart7 import oidc; oidc.require_settings()"
    ended = subprocess.run([sys.executable, "-c", code], cwd=store.ROOT, env=given, capture_output=True, text=True)
    assert ended.returncode == 1 and said in ended.stderr and " / " in ended.stderr
    assert "Traceback" not in ended.stderr and len(ended.stderr.strip().splitlines()) == 1


# Whose identity it is


def test_an_identity_belongs_to_one_account_at_a_time_and_is_noted():
    own = tied()
    other = account("malee", "editor")
    with pytest.raises(Refused, match="belongs to the account somchai"):
        members.change(CONSOLE, other.account_id, identity="email:somchai@city.example")
    members.change(CONSOLE, own.account_id, identity="")
    members.change(CONSOLE, other.account_id, identity="email:somchai@city.example")
    assert '"identity": "email:somchai@city.example"' in audit.read(act="account.change")[0].after


@pytest.mark.parametrize("claim", ["somchai@city.example", "email:", "email:a b@c", "sub:", "name:x", "sub:a b"])
def test_what_is_no_claim_is_refused_with_what_to_do(claim):
    own = account()
    with pytest.raises(Refused, match="An identity is"):
        members.change(CONSOLE, own.account_id, identity=claim)

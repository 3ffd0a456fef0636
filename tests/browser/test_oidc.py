"""Signing in by an identity provider in a real browser, on a server that was started with its settings."""

import os
import socket
import subprocess
import sys
import time

import pytest
from playwright.sync_api import expect

import manage
from smart7 import store
from smart7.register import members, signin
from smart7.register.members import CONSOLE
from smart7.register.rights import READER
from smart7.words import outside
from smart7.words import signin_page as words
from tests.browser.conftest import DESK, KNOWN, answers
from tests.oidc_provider import provider, secrets_toml
from tests.people import COOKIE, account

pytestmark = pytest.mark.slow
PATIENCE = 240
"""Seconds for a start beside whatever else runs."""
pytest.importorskip("httpx2", reason="Authlib speaks to a provider by httpx2, which requirements.txt brings")


@pytest.fixture(scope="module")
def city(snapshot, tmp_path_factory):
    """Run a provider, and a site that knows it; lend both, the site by its address."""
    home = tmp_path_factory.mktemp("home")
    (home / ".streamlit").mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        site = f"http://127.0.0.1:{probe.getsockname()[1]}"
    with provider() as made, (home / "log").open("w") as log:
        (home / ".streamlit" / "secrets.toml").write_text(secrets_toml(made.address, site))
        command = [sys.executable, "-m", "uvicorn", "tests.browser.quiet:app", *manage.UVICORN]
        given = {**os.environ, "PYTHONUTF8": "1", "HOME": str(home), "SMART7_ADDRESS": site}
        port = site.rpartition(":")[2]
        server = subprocess.Popen([*command, "--port", port], cwd=store.ROOT, stdout=log, stderr=log, env=given)
        try:
            until = time.monotonic() + PATIENCE
            while not answers(f"{site}/_stcore/health"):
                assert server.poll() is None and time.monotonic() < until, (home / "log").read_text()
                time.sleep(0.1)
            yield made, site
        finally:
            server.terminate()
            server.wait(20)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_somebody_signs_in_by_the_work_account_and_out_of_both(browser, city, lang):
    made, site = city
    login = account("editor")
    own = next(one for one in signin.accounts() if one.login == login)
    members.change(CONSOLE, own.account_id, identity="email:malee@city.example")
    made.claims, made.left[:] = {"sub": "m", "email": "malee@city.example", "email_verified": True}, []
    context = browser.new_context(**DESK)
    context.add_init_script(KNOWN)
    page = context.new_page()
    page.goto(f"{site}/signin?lang={lang}&next=%2Fsources%3Flang%3D{lang}")
    way = page.locator("#root").get_by_role("link", name=outside.BUTTON.get(lang))
    expect(way).to_be_visible()
    expect(page.locator("#s7-first")).to_have_count(0)
    way.press("Enter")
    page.wait_for_url("**/sources*")
    expect(page.get_by_test_id("stMain").locator(".s7-foot").get_by_text(own.name)).to_be_visible()
    token = next(held["value"] for held in context.cookies() if held["name"] == COOKIE)
    assert signin.person_of(token).account_id == own.account_id
    expect(page.locator("#s7-first")).to_have_count(0)
    page.get_by_test_id("stMain").locator(".s7-foot").get_by_role("button", name=words.SIGN_OUT.get(lang)).press(
        "Enter"
    )
    page.wait_for_url(f"{site}/")
    assert len(made.left) == 1 and signin.person_of(token) == READER
    assert not {held["name"] for held in context.cookies()} & {COOKIE, "_streamlit_user"}
    context.close()


def test_whom_no_account_stands_for_reads_why_and_stays_a_reader(browser, city):
    made, site = city
    made.claims = {"sub": "stranger"}
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    context.add_init_script(KNOWN)
    page = context.new_page()
    page.goto(f"{site}/signin")
    expect(page.locator("#s7-first")).to_have_count(0)
    page.locator("#root").get_by_role("link", name=outside.BUTTON.th).click()
    expect(page.locator("#root").get_by_role("alert")).to_have_text(words.SAID["stranger"].th)
    expect(page.locator("#s7-first")).to_have_count(0)
    assert COOKIE not in {held["name"] for held in context.cookies()}
    context.close()

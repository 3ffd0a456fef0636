"""Signing in and out by hand: with the keyboard, without a script, and what stays of what was typed."""

import pytest
from playwright.sync_api import expect

from smart7.words import signin_page as words
from tests import people
from tests.browser.conftest import KNOWN, patient
from tests.people import COOKIE, PASSWORD


def cookie(tab):
    return next((held for held in tab.page.context.cookies() if held["name"] == COOKIE), None)


def fields(tab, lang, root="#root"):
    form = tab.page.locator(f"{root} .s7-signin")
    return form.get_by_label(words.LOGIN.get(lang)), form.get_by_label(words.PASSWORD.get(lang)), form


@pytest.mark.parametrize("lang", ["th", "en"])
def test_somebody_signs_in_with_the_keyboard_does_something_and_signs_out(new_tab, lang):
    login, tab = people.account("officer"), new_tab()
    query = "" if lang == "th" else "&lang=en"
    tab.open(f"/present?agenda=monthly-council{query}")
    assert cookie(tab) is None
    tab.main.locator(".s7-gate").get_by_role("link", name=words.SIGN_IN.get(lang)).press("Enter")
    name, secret, form = fields(tab, lang)
    name.focus()
    tab.page.keyboard.type(login)
    tab.page.keyboard.press("Tab")
    expect(secret).to_be_focused()
    tab.page.keyboard.type("wrong")
    tab.page.keyboard.press("Enter")
    expect(form.get_by_role("alert")).to_have_text(words.SAID["refused"].get(lang))
    tab.until("!document.getElementById('s7-first')")
    name.fill(login)
    secret.fill(PASSWORD)
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/present?agenda=monthly-council*")
    tab.drawn()
    held = cookie(tab)
    assert held["httpOnly"] and held["sameSite"] == "Strict" and held["expires"] == -1
    assert COOKIE not in tab.page.evaluate("document.cookie")
    expect(tab.main.locator(".s7-gate")).to_have_count(0)
    tab.main.locator(".s7-foot").get_by_role("button", name=words.SIGN_OUT.get(lang)).press("Enter")
    expect(tab.main.locator(".s7-gate")).to_be_visible()
    assert cookie(tab) is None and tab.complaints == [] == tab.outside


def test_the_form_works_without_a_script(new_tab):
    login, tab = people.account("officer"), new_tab(java_script_enabled=False)
    tab.page.goto(f"{tab.server.url}/signin?lang=en&next=%2Fsources%3Flang%3Den")
    name, secret, form = fields(tab, "en", "#s7-first")
    name.fill(login)
    secret.fill(PASSWORD)
    form.get_by_role("button").click()
    tab.page.wait_for_url("**/sources?lang=en")
    assert cookie(tab)["httpOnly"]


def test_what_was_typed_before_the_live_page_came_is_not_lost_and_sends_nothing(new_tab):
    tab, waiting = new_tab(), []
    tab.page.route("**/static/js/index*.js", lambda route: waiting.append(route))
    tab.page.goto(f"{tab.server.url}/signin?lang=en", wait_until="commit")
    name, secret, _ = fields(tab, "en", "#s7-first")
    name.fill("somsri")
    secret.focus()
    tab.page.keyboard.type("half a pass")
    for route in waiting:
        route.continue_()
    tab.until("!document.getElementById('s7-first')")
    name, secret, _ = fields(tab, "en")
    expect(name).to_have_value("somsri")
    expect(secret).to_have_value("half a pass")
    expect(secret).to_be_focused()


@pytest.fixture(scope="module")
def administrator(browser, server, snapshot, tab_class):
    """Open a tab on an administrator's telephone, which goes from part to part of one page."""
    context = patient(browser, viewport={"width": 390, "height": 844})
    context.add_init_script(KNOWN)
    opened = (
        tab_class(context.new_page(), server, snapshot)
        .sign_in("admin")
        .hear_runs()
        .open("/admin?lang=en&show=accounts")
    )
    opened.until("!document.getElementById('s7-first')")
    yield opened
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("show", ["accounts", "held", "audit"])
def test_every_text_of_the_administrators_page_stands_out_and_nothing_is_wider_than_a_telephone(
    administrator, show, scheme
):
    tab = administrator.go(f"/admin?lang=en&show={show}").by_night(scheme == "dark")
    assert tab.faint("[data-testid=stMain]") == []
    assert tab.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390

"""The register in a browser: newer figures are told of, and a unit fills in a period by keyboard on a telephone."""

import pytest
from playwright.sync_api import expect

from smart7.words import register_page as words

ASK = "() => document.dispatchEvent(new Event('visibilitychange'))"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def newer(tab):
    """Return a page open while another snapshot comes into service, heard whenever it is drawn again."""
    tab.hear_runs().open("/glossary")
    tab.page.route("**/newest.txt", lambda route: route.fulfill(body="20991231-0123456789"))
    yield tab
    tab.page.unroute("**/newest.txt")


def test_an_open_page_says_that_there_are_newer_figures_and_moves_on_with_a_press(newer):
    told = newer.main.locator(".s7-newer")
    expect(told).to_be_hidden()
    newer.page.evaluate(ASK)
    expect(told).to_be_visible()
    expect(told).to_contain_text(words.NEWER.th)
    before = newer.runs
    newer.page.get_by_role("button", name=words.SHOW_NEWER.th).click()
    expect(told).to_be_hidden()
    newer.ran(before)
    assert newer.drawn().complaints == []


def test_a_page_whose_snapshot_is_in_service_says_nothing(tab):
    tab.open("/glossary")
    with tab.page.expect_response("**/newest.txt"):
        tab.page.evaluate(ASK)
    tab.page.wait_for_timeout(200)
    expect(tab.main.locator(".s7-newer")).to_be_hidden()


def test_a_unit_fills_in_a_period_by_keyboard_on_a_telephone(tab):
    tab.page.set_viewport_size(PHONE)
    tab.sign_in("officer").open("/register")
    links = tab.main.locator(".s7-due a")
    links.first.focus()
    tab.page.keyboard.press("Enter")
    fields = tab.main.get_by_test_id("stTextInput").locator("input")
    fields.first.focus()
    tab.page.keyboard.type("abc")
    check = tab.main.get_by_role("button", name=words.CHECK.th)
    check.focus()
    tab.page.keyboard.press("Enter")
    expect(tab.main.locator(".s7-spots li").first).to_contain_text(words.GRAVE_SAID.th)
    wide = tab.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= PHONE["width"]
    assert tab.faint("[data-testid=stMain]") == []


def test_a_draft_is_kept_and_stands_in_its_field_again_on_a_telephone(new_tab):
    tab = new_tab(viewport=PHONE)
    tab.sign_in("officer").open("/register")
    tab.main.locator(".s7-due a").first.click()
    tab.drawn()
    field = tab.main.get_by_test_id("stTextInput").locator("input").first
    field.fill("about ๑๒")
    tab.main.get_by_role("button", name=words.SAVE_DRAFT.th).press("Enter")
    expect(tab.main.get_by_test_id("stAlert").first).to_contain_text("เก็บร่างแล้ว")
    tab.page.reload()
    tab.drawn()
    expect(field).to_have_value("about ๑๒")
    assert tab.complaints == [] and tab.faint("[data-testid=stMain]") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reminder_is_a_letter_that_can_be_read_and_copied_on_a_telephone(other_tab, scheme):
    tab = other_tab(viewport=PHONE, color_scheme=scheme)
    tab.sign_in("approver").open("/register")
    tab.main.get_by_text(words.REMIND.th, exact=True).click()
    letter = tab.main.locator(".st-key-register-remind code")
    expect(letter).to_contain_text("เรียน")
    assert "Sarabun" in letter.evaluate("e => getComputedStyle(e).fontFamily")
    assert tab.main.evaluate("e => e.scrollWidth") <= PHONE["width"]
    assert tab.faint(".st-key-register-remind") == []

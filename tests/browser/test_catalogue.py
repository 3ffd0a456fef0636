"""The page of the catalogue in a browser: an editor changes a row by keyboard on a telephone."""

from playwright.sync_api import expect

from smart7.words import catalogue as words

PHONE = {"width": 390, "height": 844}


def test_an_editor_finds_a_row_and_sees_its_change_by_keyboard_on_a_telephone(tab):
    tab.page.set_viewport_size(PHONE)
    tab.sign_in("editor").open("/catalogue?file=sources&lang=en")
    search = tab.main.get_by_test_id("stSelectbox").locator("input").first
    search.focus()
    tab.page.keyboard.type("register of figures")
    tab.page.keyboard.press("Enter")
    title = tab.main.get_by_label("Title (English) *")
    title.focus()
    tab.page.keyboard.press("ControlOrMeta+a")
    tab.page.keyboard.type("Register of the city")
    check = tab.main.get_by_role("button", name=words.CHECK.en)
    check.focus()
    tab.page.keyboard.press("Enter")
    expect(tab.main.locator(".s7-edited")).to_contain_text("Register of the city", timeout=120_000)
    expect(tab.main.get_by_text(words.CLEAN.en)).to_be_visible()
    wide = tab.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= PHONE["width"]
    assert tab.faint("[data-testid=stMain]") == []

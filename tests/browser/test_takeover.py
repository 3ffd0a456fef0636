"""How the live page takes the place of the first answer: whatever a link asks for, and whatever a visitor is at."""

import re

import pytest
from playwright.sync_api import expect

from smart7 import catalog
from smart7.words import first as words
from tests.browser.conftest import AWHILE, opened


def test_what_another_site_added_to_a_link_is_left_out_of_the_page_and_its_address(cut_off):
    tab = opened(cut_off, "/?utm_source=line&lang=en&fbclid=x&verdict=off#s7")
    expect(tab.page.locator("#s7-first").get_by_role("heading", level=1)).to_have_text("Overview")
    expect(tab.page.locator("#s7-first .s7-board")).to_be_visible()
    tab.shut = False
    tab.drawn()
    assert tab.page.url == f"{tab.server.url}/?lang=en&verdict=off#s7"
    assert "fbclid" not in tab.page.content()


def test_the_first_step_of_a_first_minute_is_open_for_who_comes_with_the_minute_put_away(new_tab):
    tab = new_tab().open("/living?lang=en")
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    minute = tab.main.locator(".s7-minute")
    expect(minute).to_have_js_property("open", False)
    minute.locator("summary").first.click()
    expect(minute.locator("details").nth(0)).to_have_js_property("open", True)
    minute.locator("details").nth(1).locator("summary").click()
    expect(minute.locator("details[open]")).to_have_count(1)


def went_back(tab):
    """Go one step back and return the address this leads to."""
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    tab.page.go_back()
    return tab.page.url.removeprefix(tab.server.url)


def test_the_other_language_is_one_step_that_back_undoes(new_tab):
    tab = new_tab().open("/living?lang=en")
    tab.page.get_by_role("link", name="ภาษาไทย").click()
    expect(tab.page.locator("html")).to_have_attribute("lang", "th")
    tab.drawn()
    assert tab.page.url == f"{tab.server.url}/living"
    assert went_back(tab) == "/living?lang=en"


@pytest.mark.parametrize("needless", ["lang=th", "sample=show", "id=active-communities"])
def test_what_is_so_anyway_leaves_the_address_without_a_step_of_its_own(new_tab, needless):
    page = "/indicator" if "id=" in needless else "/living"
    tab = new_tab().open("/people?lang=en")
    tab.open(f"{page}?{needless}")
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    expect(tab.page).to_have_url(f"{tab.server.url}{page}")
    assert went_back(tab) == "/people?lang=en"


def test_back_on_a_page_its_list_shows_the_year_the_page_is_of(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    years = tab.page.locator("#s7-first").get_by_label("Figures up to the end of")
    newest = years.input_value()
    years.select_option("2017")
    expect(tab.page).to_have_url(re.compile("year=2017"))
    expect(years).to_have_value("2017")
    tab.page.go_back()
    expect(tab.page).to_have_url(re.compile("lang=en$"))
    expect(years).to_have_value(newest)
    # As a browser leaves it that kept the page in its memory.
    years.evaluate(
        "e => { e.selectedIndex = 3; dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }"
    )
    expect(years).to_have_value(newest)


def test_once_the_line_is_cut_the_menu_of_the_live_page_leads_to_a_first_answer(new_tab):
    tab, held, economy = new_tab(), [], catalog.page("economy").title.th

    def carry(line):
        held.append(line)
        line.connect_to_server() if len(held) == 1 else line.close()

    tab.page.route_web_socket(re.compile("/_stcore/stream"), carry)
    tab.open("/living")
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    held[0].close()
    expect(tab.page.locator('[data-test-connection-state="CONNECTED"]')).to_have_count(0)
    tab.page.get_by_test_id("stSidebarNav").get_by_role("link", name=economy).click()
    expect(tab.page.locator("#s7-first").get_by_role("heading", level=1)).to_have_text(economy)


def stands_behind(tab):
    """Let the live page be there, and wait until it would take its place."""
    tab.shut = False
    expect(tab.page.locator('#root .s7-foot, [data-test-script-state="notRunning"]')).to_have_count(2)
    tab.page.evaluate(AWHILE, 1000)
    expect(tab.page.locator("#s7-first")).to_be_visible()


def test_what_is_pressed_while_the_live_page_comes_opens(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    card = tab.page.locator("#s7-first").get_by_role("article").nth(3)
    name = card.get_attribute("aria-label")
    card.locator("summary").hover()
    tab.page.mouse.down()
    stands_behind(tab)
    tab.page.mouse.up()
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    expect(tab.card(name).locator("details")).to_have_js_property("open", True)


def test_what_is_chosen_of_a_text_while_the_live_page_comes_can_be_copied(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    tab.page.locator("#s7-first h1").dblclick()
    chosen = "getSelection().toString()"
    text = tab.page.evaluate(chosen)
    stands_behind(tab)
    assert text and tab.page.evaluate(chosen) == text
    tab.page.evaluate("getSelection().removeAllRanges()")
    expect(tab.page.locator("#s7-first")).to_have_count(0)


def test_a_list_that_is_open_while_the_live_page_comes_stays_open(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    years = tab.page.locator("#s7-first").get_by_label("Figures up to the end of")
    years.click()
    stands_behind(tab)
    assert years.evaluate("e => e.matches(':open')")
    tab.page.keyboard.press("Escape")
    expect(tab.page.locator("#s7-first")).to_have_count(0)


def test_a_year_chosen_by_keys_and_not_sent_is_sent_after_a_while(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    years = tab.page.locator("#s7-first").get_by_label("Figures up to the end of")
    years.focus()
    tab.page.keyboard.press("ArrowDown")
    chosen = years.input_value()
    stands_behind(tab)
    expect(tab.page).to_have_url(re.compile(f"year={chosen}"))


# What has the focus in the first answer, and what has it then.
PLACES = [
    ("/living", ".s7f-sample a", ".st-key-bar-sample input"),
    ("/living", ".s7f-page > :last-child a:last-of-type", ".s7-foot a:last-of-type"),
    ("/living", "article:nth-of-type(3) summary", "article:nth-of-type(3) summary"),
    ("/living", ".s7f-bar button", "[data-testid=stSelectbox] input"),
    ("/signin", "button:has-text('Sign in')", "button:has-text('Sign in')"),
    ("/revisions", "button:has-text('Compare')", "button:has-text('Compare')"),
    ("/", "#past-board", "#past-board"),
    ("/living", ".s7f-main", "h1"),
]


@pytest.mark.parametrize(("address", "before", "after"), PLACES, ids=[f"{at}{css}" for at, css, _ in PLACES])
def test_who_is_somewhere_by_keyboard_goes_on_there_when_the_live_page_takes_its_place(cut_off, address, before, after):
    tab = opened(cut_off, f"{address}?lang=en")
    old = tab.page.locator("#s7-first").locator(before).first
    old.evaluate("e => { e.classList.remove('s7f-unscripted'); e.focus(); }")
    tab.shut = False
    tab.drawn()
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    expect(tab.main.locator(after).first).to_be_focused()


LEFT = 150


def leave_by_a_link(tab, box):
    """Move a page and follow a link of it."""
    link = box.get_by_role("article").get_by_role("link").first
    expect(link).to_be_visible()
    box.evaluate("(e, far) => e.scrollTo(0, far)", LEFT)
    tab.page.evaluate(AWHILE, 100)
    link.click()


def test_back_leads_to_where_the_live_page_was_left(new_tab):
    tab = new_tab().open("/people?lang=en")
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    leave_by_a_link(tab, tab.main)
    expect(tab.main.get_by_role("heading", level=1)).to_have_text("Indicator")
    tab.drawn()
    assert tab.main.evaluate("e => e.scrollTop") == 0
    tab.page.go_back()
    tab.until("left => document.querySelector('[data-testid=stMain]').scrollTop === left", LEFT)
    expect(tab.main.get_by_role("heading", level=1)).to_have_text("Smart People")


def test_back_leads_to_where_a_first_answer_was_left(cut_off):
    tab = opened(cut_off, "/people?lang=en")
    leave_by_a_link(tab, tab.page.locator(".s7f-main"))
    expect(tab.page.locator("#s7-first h1")).to_have_text("Indicator")
    tab.page.go_back()
    expect(tab.page.locator("#s7-first h1")).to_have_text("Smart People")
    tab.until("left => document.querySelector('.s7f-main').scrollTop === left", LEFT)


def test_without_a_script_a_link_to_what_does_not_exist_leads_on_by_the_menu(other_tab):
    tab = opened(other_tab(java_script_enabled=False), "/units?unit=atlantis&lang=en&year=2019")
    expect(tab.page.get_by_text(words.NO_SCRIPT_BARE.en)).to_be_visible()
    tab.page.get_by_role("link", name="Smart Living").click()
    expect(tab.page).to_have_url(re.compile(r"/living\?lang=en&year=2019"))
    expect(tab.page.locator("#s7-first .s7-card, #s7-first .s7-row").first).to_be_visible()


def test_while_the_line_is_down_a_link_to_what_does_not_exist_has_the_menu_and_then_says_so(cut_off):
    tab = opened(cut_off, "/units?unit=atlantis&lang=en")
    first = tab.page.locator("#s7-first")
    expect(first.get_by_text(words.WAITING_BARE.en)).to_be_visible()
    expect(first.get_by_role("heading", level=1)).to_have_text("Units and schools")
    expect(first.get_by_role("link", name="Overview")).to_be_visible()
    tab.shut = False
    expect(first).to_have_count(0)
    expect(tab.main.get_by_role("alert")).to_contain_text("atlantis")
    expect(tab.page.get_by_role("navigation", name=words.PAGES.en)).to_be_visible()
    folds = tab.page.get_by_test_id("stSidebarCollapseButton").locator("button")
    expect(folds).to_have_attribute("aria-label", words.MENU.en)

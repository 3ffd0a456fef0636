"""Every page in a real browser, in both languages: it is there, whole, in its language, and asks nobody else."""

import re

import pytest
from playwright.sync_api import expect

from smart7 import catalog
from tests.browser.conftest import MOST_MOVED

FACES = """[...document.querySelectorAll('h1, h2, p, td, summary, text')]
    .map(e => getComputedStyle(e).fontFamily.split(',')[0].replaceAll('"', ''))"""
# An icon the font has not is drawn as its name, which is wider than it is high.
NAMES_FOR_ICONS = """[...document.querySelectorAll('[data-testid="stIconMaterial"]')]
    .filter(e => e.scrollWidth > 1.5 * e.getBoundingClientRect().height && e.getBoundingClientRect().height > 0)
    .map(e => e.textContent)"""

EVERY_PAGE = pytest.mark.parametrize("page", catalog.PAGES, ids=lambda page: page.id)


def check(tab, page, lang):
    """Hold a page that is drawn to what holds for every page."""
    expect(tab.main.get_by_role("heading", level=1)).to_have_text(page.title.get(lang))
    expect(tab.page.locator("html")).to_have_attribute("lang", lang)
    expect(tab.page).to_have_title(re.compile(page.title.get(lang)))
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)
    expect(tab.main.get_by_role("alert")).to_have_count(0)
    for chart in tab.main.get_by_test_id("stVegaLiteChart").all():
        expect(chart.locator("svg").first).to_be_visible()
    tab.until("document.fonts.status === 'loaded'")
    assert tab.page.evaluate(NAMES_FOR_ICONS) == []
    assert tab.complaints == [] and tab.outside == []


@EVERY_PAGE
def test_a_thai_page_opens_from_its_link_without_a_complaint_or_an_outside_request(tab, page):
    tab.open(f"/{'' if page.id == 'overview' else page.id}")
    check(tab, page, "th")
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    moved = tab.page.evaluate("window.moved")
    assert moved <= MOST_MOVED, f"what stands on the page moves by {moved} while it comes"
    assert any(url.startswith("ws://") for url in tab.asked)
    expect(tab.page.get_by_test_id("stSidebarNavLink")).to_have_count(sum(p.in_menu for p in catalog.PAGES))


@pytest.fixture(scope="module")
def english(context, server, snapshot, tab_class):
    """Open one tab in English, which goes from page to page by the menu."""
    opened = tab_class(context.new_page(), server, snapshot).open("/?lang=en")
    yield opened
    opened.page.close()


# All that the menu leads to, and what a card leads to. In the gate those that draw in ways of their own.
@pytest.mark.parametrize("page", [
    pytest.param(page, marks=() if page.id in ("overview", "environment", "indicator") else pytest.mark.slow)
    for page in catalog.PAGES
    if page.in_menu or page.id == "indicator"
], ids=lambda page: page.id)  # fmt: skip
def test_an_english_page_opens_from_the_menu_without_a_complaint_or_an_outside_request(english, page):
    menu = english.page.get_by_test_id("stSidebarNavLink")
    menu.filter(has_text=page.title.en if page.in_menu else "Smart Living").click()
    if not page.in_menu:
        english.card("Road deaths, Khon Kaen province").get_by_role("link").first.click()
    expect(english.main.get_by_role("heading", level=1)).to_have_text(page.title.en)
    check(english.drawn(), page, "en")


def test_the_text_is_set_in_sarabun_from_this_server(new_tab):
    tab = new_tab().open("/people")
    faces = "[...document.fonts].filter(f => f.family.includes('Sarabun') && f.status === 'loaded').length"
    tab.until(f"{faces} >= 2")
    assert tab.page.evaluate("document.fonts.check('16px Sarabun', 'ผู้ใหญ่ A 1')")
    used = tab.page.evaluate(FACES)
    assert set(used) == {"Sarabun"}
    assert not [url for url in tab.asked if re.search("Source(Sans|Serif|Code)", url)]


@pytest.mark.parametrize(("page", "lang"), [("", "th"), ("education", "en"), ("indicator?id=attendance", "th")])
def test_a_page_in_the_dark_at_the_width_of_a_telephone_needs_no_scrolling_sideways(telephone, page, lang):
    tab = telephone.open(f"/{page}{'&' if '?' in page else '?'}lang={lang}")
    for box in ("html", '[data-testid="stMain"]'):
        wide, room = tab.page.locator(box).evaluate("e => [e.scrollWidth, e.clientWidth]")
        assert wide <= room, f"{box} is {wide} wide in {room}"
    ground = tab.page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor")
    ink = tab.main.locator("article p, .s7-lead").first.evaluate("e => getComputedStyle(e).color")
    assert max(numbers(ground)) < 60 < 120 < min(numbers(ink))
    assert tab.faint('[data-testid="stApp"]') == []
    assert tab.complaints == [] and tab.outside == []


@pytest.fixture(scope="module")
def telephone(browser, server, snapshot, tab_class):
    """Open a tab on a telephone at night."""
    night = browser.new_context(
        color_scheme="dark", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    yield tab_class(night.new_page(), server, snapshot)
    night.close()


def numbers(colour: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", colour)[:3]]

"""Pages on paper, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

# What is seen on paper of what belongs to a screen alone.
PRESSED = """[...document.querySelectorAll('[data-testid="stSidebar"], [data-testid="stHeader"], button, .s7-minute, '
    + '[data-testid="stExpandSidebarButton"]')].filter(e => e.checkVisibility() && e.getClientRects().length)
    .map(e => e.outerHTML.slice(0, 90))"""
# Charts that paper cuts off, and whatever scrolls or is wider than the sheet.
CUT = """[...document.querySelectorAll('[data-testid="stMain"] :is(svg, table, .s7-scroll, .s7-card)')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90))"""
PAPER = {"width": 695, "height": 1000}  # A4 between its margins, in pixels of paper


@pytest.fixture
def printed(look):
    """Return a function that puts a page on paper, until the test is over."""
    put = []

    def on_paper(address, dark):
        put.append(look(address, dark=dark))
        put[-1].page.set_viewport_size(PAPER)
        put[-1].page.emulate_media(media="print")
        return put[-1]

    yield on_paper
    for tab in put:
        tab.page.emulate_media(media="null")


@pytest.mark.parametrize(
    ("address", "dark"),
    [("/?lang=en", False), ("/living", True), ("/indicator?lang=en&id=road-deaths-province", True)],
)
def test_on_paper_a_page_is_whole_and_nothing_is_there_to_press(printed, address, dark):
    tab = printed(address, dark)
    assert tab.page.evaluate(PRESSED) == [] and tab.page.evaluate(CUT) == []
    assert tab.page.evaluate("document.documentElement.scrollHeight") > PAPER["height"]
    expect(tab.main.locator(".s7-foot")).to_be_visible()
    ink = tab.main.locator("h1").evaluate("e => getComputedStyle(e).color")
    assert max(map(int, re.findall(r"\d+", ink))) < 80

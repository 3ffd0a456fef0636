"""The board in a browser: whole on the first screen, every tile within reach, its card never cut, narrowed by links."""

import re

import pytest
from playwright.sync_api import expect

from smart7.markup.pieces import JOINER
from smart7.words import board as words

DESK, TELEPHONE = (1400, 900), (390, 844)
TILES = 206
# Each card, shown by the focus of its tile: how far it reaches out of the window, and out of what holds it.
CUT = """() => [...document.querySelectorAll('.s7-board li > a')].filter((a, n) => n % 7 === 0 || n > 190).map(a => {
  a.focus({ preventScroll: true });
  a.scrollIntoView({ block: 'nearest' });
  const card = a.firstElementChild, box = card.getBoundingClientRect();
  const shown = card.checkVisibility();
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + 12);
  return [a.ariaLabel.slice(0, 30), shown, box.left >= 0 && box.right <= innerWidth, card.contains(over)];
}).filter(([, ...good]) => good.includes(false))"""
SMALL = """() => [...document.querySelectorAll('.s7-board li, .s7-key a, .s7-order a, .s7-fold summary')]
  .map(e => [e.innerHTML.slice(0, 60), e.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([name]) => name)"""
# The lines of tiles on which more than one tile would have to share a place.
OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll('.s7-board li')].map(e => e.getBoundingClientRect());
  return boxes.length - new Set(boxes.map(box => `${Math.round(box.x)} ${Math.round(box.y)}`)).size;
}"""


def faded(tab):
    """Return how many tiles fade."""
    return tab.page.evaluate(
        "[...document.querySelectorAll('.s7-board li > a')]"
        ".filter(a => Number(getComputedStyle(a, '::before').opacity) < 0.5).length"
    )


# What a window that has just changed its size holds is laid out a moment later.
STANDS = """place => {
    const box = document.querySelector(place).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && innerHeight === 900; }"""


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_whole_board_stands_on_the_first_screen_with_title_and_sentence(look, lang):
    tab = look(f"/?lang={lang}")
    expect(tab.main.locator(".s7-board li")).to_have_count(TILES)
    for name in ("h1", ".s7-lead", ".s7-narrow", ".s7-board"):
        tab.until(STANDS, f"[data-testid=stMain] {name}")


def test_a_telephone_shows_seven_rows_without_scrolling_sideways(look):
    tab = look("/?lang=th", *TELEPHONE)
    rows = [row.bounding_box() for row in tab.main.locator(".s7-board section").all()]
    assert len(rows) == 7 and all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in rows)
    assert all(a["y"] + a["height"] <= b["y"] + 1 for a, b in zip(rows, rows[1:], strict=False))
    for box in ("html", '[data-testid="stMain"]'):
        wide, room = tab.page.locator(box).evaluate("e => [e.scrollWidth, e.clientWidth]")
        assert wide <= room


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_every_target_is_large_enough_and_no_card_is_cut(look, size):
    tab = look("/?lang=th", *size)
    assert tab.page.evaluate(SMALL) == []
    assert tab.page.evaluate(OVERLAPPING) == 0
    assert tab.page.evaluate(CUT) == []


def test_a_card_comes_with_the_pointer_goes_with_it_and_can_be_put_away(look):
    tab = look("/?lang=en")
    tile = tab.main.locator(".s7-board li.off").first
    card = tile.locator("a > div")
    expect(card).to_be_hidden()
    tile.hover()
    expect(card).to_have_css("opacity", "1")
    expect(card).to_contain_text("Off target")
    tab.page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    tab.main.locator(".s7-lead").hover()
    tile.hover()
    expect(card).to_be_visible()
    tab.main.locator(".s7-lead").hover()
    expect(card).to_be_hidden()


def test_a_list_over_the_page_is_put_away_by_a_key_and_what_opens_it_has_the_focus(look):
    tab = look("/?lang=en")
    fold = tab.main.locator(".s7-fold:not(.s7-asof)").first
    fold.locator("summary").click()
    fold.locator("a").first.focus()
    tab.page.keyboard.press("Escape")
    expect(fold).not_to_have_attribute("open", "")
    expect(fold.locator("summary")).to_be_focused()


def test_a_card_says_what_its_tile_is_called_with_its_compounds_whole(look):
    tab = look("/?lang=th")
    tile = tab.main.locator(".s7-board li.off > a").first
    tile.focus()
    expect(tile.locator("> div")).to_be_visible()
    label = tile.get_attribute("aria-label")
    words_of_it = tile.locator("> div > *").all_inner_texts()
    assert words_of_it == [line.replace(JOINER, "") for line in label.split("\n") if line]
    whole = [word for n, word in enumerate(label.split(JOINER)) if n % 2]
    assert whole and tile.locator("> div .s7-word").all_inner_texts() == whole


def test_a_tile_is_reached_by_key_shows_its_card_and_leads_to_its_indicator(look):
    tab = look("/?lang=en")
    tab.main.locator(".s7-board li.off > a").first.focus()
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Shift+Tab")
    focused = tab.page.locator(".s7-board a:focus")
    expect(focused.locator("> div")).to_have_css("opacity", "1")
    name = focused.locator("b").inner_text()
    tab.page.keyboard.press("Enter")
    expect(tab.page).to_have_url(re.compile("/indicator.*id="))
    expect(tab.main.get_by_role("article", name=name)).to_be_visible()


def test_a_click_on_a_tile_leads_to_its_indicator(look):
    tab = look("/?lang=en")
    tab.main.locator(".s7-board li.on").first.click()
    expect(tab.page).to_have_url(re.compile("/indicator.*id="))


def test_a_finger_first_sees_the_card_and_then_follows_it(other_tab):
    tab = other_tab(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    tab.open("/?lang=en")
    tile = tab.main.locator(".s7-board li.near").first
    tile.tap()
    expect(tile.locator("a > div")).to_have_css("opacity", "1")
    expect(tab.page).not_to_have_url(re.compile("/indicator"))
    box = tile.locator("a > div").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] + box["height"] <= 844
    tile.locator("a > div").tap()
    expect(tab.page).to_have_url(re.compile("/indicator.*id="))


def test_an_entry_of_the_legend_lets_the_others_fade_and_leads_back(look):
    tab = look("/?lang=en")
    assert faded(tab) == 0
    off = tab.main.locator(".s7-key .off a")
    count = int(off.locator("b").inner_text())
    off.click()
    expect(tab.page).to_have_url(re.compile("verdict=off"))
    expect(
        tab.main.get_by_text(words.LOOKED_AT.format("en", count=count, total=TILES, what="Off target"))
    ).to_be_visible()
    tab.until("document.activeElement.closest('.s7-key .off') !== null")
    assert faded(tab) == TILES - count
    tab.main.locator(".s7-fold:not(.s7-asof) summary").first.click()
    tab.main.locator(".s7-fold a", has_text="Safe").click()
    expect(tab.page).to_have_url(re.compile("verdict=off&aim=safe"))
    tab.main.get_by_role("link", name=words.EVERY.en).click()
    expect(tab.page).not_to_have_url(re.compile("verdict"))
    expect(tab.main.locator(".s7-looked-at")).to_have_count(0)
    assert faded(tab) == 0


def test_the_filter_works_without_a_script(other_tab):
    tab = other_tab(java_script_enabled=False)
    tab.page.goto(f"{tab.server.url}/?lang=en", wait_until="commit")
    page = tab.page.locator("#s7-first")
    page.locator(".s7-key .off a").click()
    expect(tab.page).to_have_url(re.compile("verdict=off"))
    expect(page.get_by_text("indicators: Off target")).to_be_visible()
    page.get_by_text(words.AS_LIST.en).click()
    expect(page.locator(".s7-looked-at li")).to_have_count(int(page.locator(".s7-key .off b").inner_text()))
    page.get_by_role("link", name=words.ORDERS["name"].en).click()
    expect(tab.page).to_have_url(re.compile("order=name.*verdict=off|verdict=off.*order=name"))


def test_without_a_script_the_label_of_a_tile_is_seen(other_tab):
    tab = other_tab(java_script_enabled=False)
    tab.page.goto(f"{tab.server.url}/?lang=en", wait_until="commit")
    tile = tab.page.locator("#s7-first .s7-board li.off").first
    tile.hover()
    shown = "e => [getComputedStyle(e, '::after').content, getComputedStyle(e, '::after').position]"
    content, position = tile.locator("a").evaluate(shown)
    assert "Off target" in content and position == "fixed"


def test_a_reader_of_screens_hears_the_whole_card_as_the_name_of_a_link(look):
    tab = look("/?lang=en")
    links = tab.main.get_by_role("group", name=words.BOARD.en).get_by_role("listitem").get_by_role("link")
    expect(links).to_have_count(TILES)
    expect(tab.main.get_by_role("link", name=re.compile(r"Hotel.*%.*FY2026.*Near target"))).to_have_count(1)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_of_the_board_stands_out(look, dark):
    tab = look("/?lang=en&verdict=off", dark=dark)
    assert tab.faint(".s7-board") == [] and tab.faint(".s7-narrow") == []

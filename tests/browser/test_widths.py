"""Widths between a telephone and a desk: nothing is left out of sight at the side."""

import pytest
from playwright.sync_api import expect

SIDEWAYS = """() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stMain"] .s7-scroll')]
    .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
    .map(e => `${e.className}: ${e.scrollWidth} in ${e.clientWidth}`)"""
# How many lines of letters the words about made-up figures take.
LINES = "e => Math.round(e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight))"
FOLD_OUT = """e => {
    dispatchEvent(new Event('beforeprint'));
    window.folded = [...e.querySelectorAll('details:not(.s7-minute, [open])')];
    window.folded.forEach(d => { d.open = true; }); }"""
FOLD_IN = "() => window.folded.forEach(d => { d.open = false; })"


@pytest.mark.parametrize("width", [800, 1000, 1120, 1250])
def test_a_domain_on_a_small_screen_beside_the_menu_needs_no_scrolling_sideways(look, width):
    tab = look("/education?lang=en", width, 800)
    tab.until(f"({SIDEWAYS})().length === 0")  # a chart takes the width of the window a moment after it
    assert tab.main.locator(".st-key-sample-line p.s7-line").evaluate(LINES) <= 3


@pytest.mark.parametrize(
    "address", ["/indicator?id=gpp-province", "/service", "/sources?lang=en", "/revisions", "/units?lang=en", "/map"]
)
def test_on_a_telephone_no_table_has_to_be_moved_sideways_though_everything_is_open(look, address):
    tab = look(address, 390, 844)
    tab.main.evaluate(FOLD_OUT)
    assert tab.page.evaluate(SIDEWAYS) == []
    tab.main.evaluate(FOLD_IN)


def test_a_row_on_a_telephone_is_its_name_and_below_it_what_each_cell_is_called(look):
    tab = look("/indicator?lang=en&id=gpp-province", 390, 844)
    rows = tab.main.locator(".s7-rows-told")
    row = rows.get_by_role("row").nth(1)
    name, value = row.get_by_role("rowheader").bounding_box(), row.get_by_role("cell").first.bounding_box()
    assert value["y"] >= name["y"] + name["height"] - 1
    assert row.get_by_role("cell").first.evaluate("e => getComputedStyle(e, '::before').content").startswith('"Value"')
    expect(row).to_contain_text("million baht")
    expect(tab.main.get_by_test_id("stDataFrame")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1000, 1400])
def test_what_a_first_visitor_may_open_lies_over_nothing_until_it_is_opened(look, width):
    tab = look("/programme?lang=en", width, 800)
    pill, title = tab.main.locator(".s7-minute"), tab.main.locator("h1.s7-title")
    assert pill.evaluate("e => getComputedStyle(e).position") == "static"
    there, name = pill.bounding_box(), title.bounding_box()
    assert there["x"] >= name["x"] + name["width"] and there["x"] + there["width"] <= width


def test_the_months_of_a_route_stand_side_by_side_and_its_day_runs_down_on_a_telephone(look):
    tab = look("/service?lang=en", 390, 844)
    table = tab.main.get_by_role("region", name="This month, the one before, and the same a year ago")
    wide, room = table.evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert wide <= room
    drawn = tab.main.locator(".st-key-service-strings-drawn svg.marks").bounding_box()
    assert drawn["height"] > 2 * drawn["width"]


def test_a_service_day_runs_across_a_desk(tab):
    tab.open("/service?lang=en")
    drawn = tab.main.locator(".st-key-service-strings-drawn svg.marks").bounding_box()
    assert drawn["width"] > 1.5 * drawn["height"]

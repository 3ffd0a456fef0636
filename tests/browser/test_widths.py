"""Widths between a telephone and a desk: nothing is left out of sight at the side."""

import pytest
from playwright.sync_api import expect

SIDEWAYS = """() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stMain"] .s7-scroll')]
    .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
    .map(e => `${e.className}: ${e.scrollWidth} in ${e.clientWidth}`)"""
# How many lines of letters the words about made-up figures take.
LINES = "e => Math.round(e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight))"


@pytest.mark.parametrize("width", [800, 1000, 1120, 1250])
def test_a_domain_on_a_small_screen_beside_the_menu_needs_no_scrolling_sideways(tab, width):
    tab.page.set_viewport_size({"width": width, "height": 800})
    tab.open("/education?lang=en")
    assert tab.page.evaluate(SIDEWAYS) == []
    assert tab.main.locator(".st-key-sample-line p.s7-line").evaluate(LINES) <= 3


@pytest.mark.parametrize(
    "address", ["/indicator?id=gpp-province", "/service", "/sources?lang=en", "/revisions", "/units?lang=en", "/map"]
)
def test_on_a_telephone_no_table_has_to_be_moved_sideways_though_everything_is_open(tab, address):
    tab.page.set_viewport_size({"width": 390, "height": 844})
    tab.open(address)
    tab.main.evaluate("e => e.querySelectorAll('details:not(.s7-minute)').forEach(d => { d.open = true; })")
    assert tab.page.evaluate(SIDEWAYS) == []


def test_a_row_on_a_telephone_is_its_name_and_below_it_what_each_cell_is_called(tab):
    tab.page.set_viewport_size({"width": 390, "height": 844})
    tab.open("/indicator?lang=en&id=gpp-province")
    rows = tab.main.locator(".s7-rows-told")
    row = rows.get_by_role("row").nth(1)
    name, value = row.get_by_role("rowheader").bounding_box(), row.get_by_role("cell").first.bounding_box()
    assert value["y"] >= name["y"] + name["height"] - 1
    assert row.get_by_role("cell").first.evaluate("e => getComputedStyle(e, '::before').content").startswith('"Value"')
    expect(row).to_contain_text("million baht")
    expect(tab.main.get_by_test_id("stDataFrame")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1000, 1400])
def test_what_a_first_visitor_may_open_lies_over_nothing_until_it_is_opened(tab, width):
    tab.page.set_viewport_size({"width": width, "height": 800})
    tab.open("/programme?lang=en")
    pill, title = tab.main.locator(".s7-minute"), tab.main.locator("h1.s7-title")
    assert pill.evaluate("e => getComputedStyle(e).position") == "static"
    there, name = pill.bounding_box(), title.bounding_box()
    assert there["x"] >= name["x"] + name["width"] and there["x"] + there["width"] <= width


def test_the_months_of_a_route_stand_side_by_side_and_its_day_runs_down_on_a_telephone(tab):
    tab.page.set_viewport_size({"width": 390, "height": 844})
    tab.open("/service?lang=en")
    table = tab.main.get_by_role("region", name="This month, the one before, and the same a year ago")
    wide, room = table.evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert wide <= room
    drawn = tab.main.locator(".st-key-service-strings-drawn svg.marks").bounding_box()
    assert drawn["height"] > 2 * drawn["width"]


def test_a_service_day_runs_across_a_desk(tab):
    tab.open("/service?lang=en")
    drawn = tab.main.locator(".st-key-service-strings-drawn svg.marks").bounding_box()
    assert drawn["width"] > 1.5 * drawn["height"]

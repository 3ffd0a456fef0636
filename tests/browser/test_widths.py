"""Widths between a telephone and a desk: nothing is left out of sight at the side."""

import pytest

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

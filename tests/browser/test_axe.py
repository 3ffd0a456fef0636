"""No page breaks a rule of WCAG 2.2 that axe can tell: both languages, light and dark, at a desk and on a telephone."""

from importlib.resources import files

import pytest
from playwright.sync_api import expect

from smart7 import catalog
from smart7.words import first as words

DESK, TELEPHONE = (1400, 900), (390, 844)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ENGINE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
BROKEN = """async tags => (await axe.run({ runOnly: tags, resultTypes: ['violations'], preload: false })).violations
    .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))"""
LOOKS = {
    "desk-by-day": (DESK, False), "telephone-by-night": (TELEPHONE, True),
    "desk-by-night": (DESK, True), "telephone-by-day": (TELEPHONE, False),
}  # fmt: skip
# In the gate every page once, in turn in one of the languages and by one of the looks, so that each language is seen by
# each of them; the rest with the slow tests. By day first: between pages of one look nothing is drawn twice.
CASES = [
    pytest.param(page, lang, *LOOKS[how], id=f"{page.id}-{lang}-{how}", marks=() if in_gate else pytest.mark.slow)
    for m, lang in enumerate(("en", "th"))
    for how in sorted(LOOKS, key=lambda how: LOOKS[how][1])
    for n, page in enumerate(catalog.PAGES)
    for in_gate in [n % 2 == m and list(LOOKS)[n // 2 % len(LOOKS)] == how]
]


def broken(tab):
    """Return each element of a page that breaks a rule, with what axe says to it."""
    if not tab.page.evaluate("'axe' in window"):
        tab.page.evaluate(ENGINE)
    return tab.page.evaluate(BROKEN, TAGS)


@pytest.mark.parametrize(("page", "lang", "size", "dark"), CASES)
def test_axe_finds_nothing_on_a_page_in_light_or_dark_at_a_desk_or_on_a_telephone(look, page, lang, size, dark):
    tab = look(f"/{'' if page.id == 'overview' else page.id}?lang={lang}", *size, dark=dark)
    assert broken(tab) == []
    assert tab.complaints == []


@pytest.mark.parametrize(("asked", "size"), [
    ("show=road-deaths-province&lang=th", DESK), ("show=english-results&split=unit&lang=en", TELEPHONE),
])  # fmt: skip
def test_axe_finds_nothing_where_indicators_were_chosen(look, asked, size):
    tab = look(f"/explore?v=1&{asked}", *size)
    expect(tab.main.locator("[data-tag]").first).to_be_visible()
    assert broken(tab) == []


def test_the_menu_is_a_list_for_each_group_in_the_language_of_the_page(tab):
    tab.open("/people?lang=th")
    menu = tab.page.get_by_role("navigation", name=words.PAGES.th, exact=True)
    for name, pages in catalog.menu():
        listed = menu.get_by_role("list", name=name.th, exact=True).get_by_role("listitem")
        expect(listed).to_have_count(len(pages))
    here = menu.locator("[aria-current=page]")
    expect(here).to_have_accessible_name(catalog.page("people").title.th)
    tab.page.set_viewport_size({"width": 390, "height": 844})
    tab.page.get_by_role("button", name=words.MENU.th, exact=True).click()
    menu.get_by_role("link", name=catalog.page("living").title.th).focus()
    tab.page.keyboard.press("Enter")
    expect(tab.main.get_by_role("heading", level=1)).to_have_text(catalog.page("living").title.th)


def test_a_page_takes_the_colours_of_the_night_when_the_device_does(look):
    tab = look("/glossary?lang=en")
    assert tab.by_night(True).faint('[data-testid="stMain"]') == []

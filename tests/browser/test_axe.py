"""No page breaks a rule of WCAG 2.2 that axe can tell: both languages, light and dark, at a desk and on a telephone."""

from importlib.resources import files

import pytest
from playwright.sync_api import expect

from smart7 import catalog
from smart7.words import first as words

SIZES = {"desk": (1400, 900), "telephone": (390, 844)}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ENGINE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
# Each element that breaks a rule, with what axe says to it.
BROKEN = """async tags => (await axe.run({ runOnly: tags, resultTypes: ['violations'], preload: false })).violations
    .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))"""
NIGHT = "night => getComputedStyle(document.documentElement).getPropertyValue('--s7-night') === night"
# In the gate every page in one language, in turn; in the other with the slow tests.
CASES = [
    pytest.param(page, lang, id=f"{page.id}-{lang}", marks=() if (n + m) % 2 == 0 else pytest.mark.slow)
    for n, page in enumerate(catalog.PAGES)
    for m, lang in enumerate(("en", "th"))
]


@pytest.mark.parametrize(("page", "lang"), CASES)
def test_axe_finds_nothing_on_a_page_in_light_or_dark_at_a_desk_or_on_a_telephone(tab, page, lang):
    tab.open(f"/{'' if page.id == 'overview' else page.id}?lang={lang}")
    tab.until("!document.getElementById('s7-first')")
    tab.page.evaluate(ENGINE)
    found = {}
    try:
        for scheme in ("light", "dark"):
            tab.page.emulate_media(color_scheme=scheme)
            tab.until(NIGHT, str(int(scheme == "dark")))
            for size, (width, height) in SIZES.items():
                tab.page.set_viewport_size({"width": width, "height": height})
                found[scheme, size] = tab.drawn().page.evaluate(BROKEN, TAGS)
    finally:
        tab.page.emulate_media(color_scheme="null")
    assert {how: broken for how, broken in found.items() if broken} == {}


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


def test_a_page_takes_the_colours_of_the_night_when_the_device_does(tab):
    tab.open("/glossary?lang=en")
    tab.until("!document.getElementById('s7-first')")
    try:
        tab.page.emulate_media(color_scheme="dark")
        tab.until(NIGHT, "1")
        assert tab.drawn().faint('[data-testid="stMain"]') == []
    finally:
        tab.page.emulate_media(color_scheme="null")

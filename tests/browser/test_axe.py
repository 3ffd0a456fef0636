"""No page breaks a rule of WCAG 2.2 that axe can tell: both languages, light and dark, at a desk and on a telephone."""

from importlib.resources import files

import pytest

from smart7 import catalog

SIZES = {"desk": (1400, 900), "telephone": (390, 844)}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ENGINE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
BROKEN = """async tags => (await axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations
    .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)} ${node.any.concat(node.all, node.none)
        .map(check => check.message).join('; ')}`))"""

NIGHT = "night => getComputedStyle(document.documentElement).getPropertyValue('--s7-night') === night"


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("page", catalog.PAGES, ids=lambda page: page.id)
def test_axe_finds_nothing_on_a_page_in_light_or_dark_at_a_desk_or_on_a_telephone(tab, page, lang):
    tab.open(f"/{'' if page.id == 'overview' else page.id}?lang={lang}")
    tab.page.evaluate(ENGINE)
    found = {}
    try:
        for scheme in ("light", "dark"):
            tab.page.emulate_media(color_scheme=scheme)
            tab.until(NIGHT, str(int(scheme == "dark")))
            for size, (width, height) in SIZES.items():
                tab.page.set_viewport_size({"width": width, "height": height})
                tab.drawn()
                found[scheme, size] = tab.page.evaluate(BROKEN, TAGS)
    finally:
        tab.page.emulate_media(color_scheme="null")
    assert {how: broken for how, broken in found.items() if broken} == {}

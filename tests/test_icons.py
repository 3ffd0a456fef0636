"""The icon font is small and has every icon that can be named."""

import pytest
from fontTools.ttLib import TTFont

from smart7 import catalog, compress, icons


@pytest.fixture(scope="module")
def whole() -> dict[str, str]:
    return icons.ligatures(TTFont(icons.whole()))


def test_every_icon_in_use_is_in_the_font(whole):
    ours = icons.ligatures(TTFont(compress.OWN_ICONS))
    lacking = icons.used(set(whole)) - set(ours)
    assert not lacking, "run: python -m smart7.icons"


def test_every_page_and_domain_has_an_icon_of_the_font():
    ours = icons.ligatures(TTFont(compress.OWN_ICONS))
    assert {page.icon for page in catalog.PAGES} <= set(ours)


def test_it_is_a_fifth_of_the_whole_and_served_in_its_place():
    assert compress.OWN_ICONS.stat().st_size * 5 < icons.whole().stat().st_size
    assert compress.OWN_ICONS in compress.served_files().values()
    assert icons.whole() not in compress.served_files().values()

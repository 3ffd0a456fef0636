"""What a visitor is looking at, read from a link and written into links."""

from datetime import date

import pytest

from smart7.view import View, of_link

ABOUT = {"as_of": date(2026, 11, 22), "first_year": 2017, "last_year": 2026}


def test_a_bare_link_looks_at_the_newest_year_in_thai_with_samples():
    view = of_link({}, ABOUT)
    assert (view.lang, view.year, view.sample, view.held) == ("th", 2026, True, {})
    assert view.address("overview") == "/" and view.address("people") == "/people"


@pytest.mark.parametrize("link", [{"lang": "en"}, {"year": "2019"}, {"sample": "hide"}, {"lang": "en", "year": "2020"}])
def test_what_was_chosen_is_held_by_every_link_and_read_back(link):
    view = of_link(link, ABOUT)
    assert view.held == link and of_link(view.held, ABOUT) == view
    assert view.address("units", unit="a b") == f"/units?{'&'.join(f'{k}={v}' for k, v in link.items())}&unit=a+b"


@pytest.mark.parametrize("link", [{"year": "1850"}, {"year": "x"}, {"lang": "xx"}, {"sample": "maybe"}])
def test_what_does_not_exist_is_no_view(link):
    assert of_link(link, ABOUT) is None


def test_an_installation_may_hide_samples_from_the_start(monkeypatch):
    monkeypatch.setenv("SMART7_SAMPLE", "hide")
    assert not of_link({}, ABOUT).sample
    assert of_link({"sample": "show"}, ABOUT).held == {"sample": "show"}


def test_light_and_dark_are_the_same_view_as_markup_has_no_colours_of_its_own():
    light, dark = (of_link({}, ABOUT, dark=dark) for dark in (False, True))
    assert light == dark and hash(light) == hash(dark) and light.dark != dark.dark
    assert isinstance(light, View)

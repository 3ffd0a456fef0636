"""A person takes the open data away from the page of sources, and looks at the API in a browser."""

import json
import re
import zipfile

from playwright.sync_api import expect

from smart7.words import api as api_words
from smart7.words import sources as words


def test_the_whole_snapshot_is_downloaded_by_a_click(look, snapshot, tmp_path) -> None:
    tab = look("/sources?lang=en")
    with tab.page.expect_download() as taken:
        tab.main.get_by_role("link", name=words.EVERYTHING.en).click()
    assert taken.value.suggested_filename == f"smart7-{snapshot}-everything.zip"
    taken.value.save_as(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert json.loads(archive.read("datapackage.json"))["version"] == snapshot
    assert "/sources" in tab.page.url
    assert tab.complaints == []


def test_a_table_chosen_in_the_dictionary_is_in_the_link_and_found_again(look, other_tab) -> None:
    tab = look("/sources?lang=th")
    tab.choose(words.CHOOSE_TABLE.th, api_words.RESOURCES["domains"].th)
    expect(tab.page).to_have_url(re.compile("table=domains"))
    expect(tab.main.get_by_text("international", exact=True)).to_be_visible()
    fresh = other_tab(viewport={"width": 390, "height": 800}).open(tab.page.url.removeprefix(tab.server.url))
    expect(fresh.main.get_by_text("international", exact=True)).to_be_visible()
    assert tab.complaints == fresh.complaints == fresh.outside == []


def test_the_page_of_the_api_shows_itself_without_a_script_or_another_host(tab) -> None:
    answer = tab.page.goto(tab.server.url + "/api/v1/?lang=en")
    assert answer is not None and "default-src 'self'" in answer.headers["content-security-policy"]
    expect(tab.page.get_by_role("heading", level=1)).to_have_text(api_words.TITLE.en)
    tab.page.get_by_role("link", name="/api/v1/domains.json").click()
    assert json.loads(tab.page.locator("body").inner_text())["total"] == 7
    assert tab.complaints == []


def test_a_long_page_of_the_api_fits_a_telephone(other_tab) -> None:
    tab = other_tab(viewport={"width": 390, "height": 800})
    tab.page.goto(tab.server.url + "/api/v1/?lang=th")
    tab.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert tab.outside == []

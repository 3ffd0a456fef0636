"""A visit: what is chosen is shown and stays, links lead where they say, files can be taken away."""

import csv
import re
import time

import openpyxl
import pytest
from playwright.sync_api import expect

from smart7.words import indicator as words
from tests.browser.conftest import KNOWN, patient

DEATHS = "Road deaths, Khon Kaen province"


def test_another_year_shows_another_figure_and_stands_in_the_link(look):
    tab = look("/living?lang=en")
    value = tab.card(DEATHS).locator(".s7-value b")
    expect(value).to_have_text("401")
    tab.choose("Figures up to the end of", "Up to FY2017")
    expect(value).to_have_text("236")
    expect(tab.page).to_have_url(re.compile("year=2017"))


def test_a_deep_link_shows_what_it_says_and_a_reload_keeps_it(tab):
    tab.open("/indicator?id=attendance&lang=en&year=2024")
    for again in (True, False):
        expect(tab.card("School attendance")).to_contain_text("FY2024 · Sample city")
        expect(tab.main.get_by_role("combobox", name="Figures up to the end of")).to_have_value("Fiscal year 2024")
        assert {"id=attendance", "lang=en", "year=2024"} <= set(tab.page.url.split("?")[1].split("&"))
        if again:
            tab.page.reload()
            tab.drawn()


def test_a_name_leads_to_its_indicator_without_loading_the_site_again_and_back(look):
    tab = look("/living?lang=en&year=2022")
    tab.page.evaluate("window.stayed = true")
    tab.card(DEATHS).get_by_role("link", name=DEATHS).click()
    expect(tab.page).to_have_url(re.compile("/indicator.*id=road-deaths-province"))
    expect(tab.main.get_by_role("heading", level=1)).to_have_text("Indicator")
    expect(tab.card(DEATHS)).to_contain_text("2021 · Khon Kaen Province")
    assert tab.page.evaluate("window.stayed")
    assert tab.complaints == []
    tab.page.go_back()
    expect(tab.main.get_by_role("heading", level=1)).to_have_text("Smart Living")
    expect(tab.page).to_have_url(re.compile("year=2022"))


def test_the_menu_keeps_language_year_and_switch(look):
    tab = look("/people?lang=en&year=2020&sample=hide")
    tab.page.get_by_role("link", name="Smart Economy").click()
    expect(tab.main.get_by_role("heading", level=1)).to_have_text("Smart Economy")
    expect(tab.page).to_have_url(re.compile(r"/economy\?(?=.*lang=en)(?=.*year=2020)(?=.*sample=hide)"))
    expect(tab.main).to_contain_text("what is made up is hidden")


def test_what_was_chosen_stands_in_the_links_of_the_menu_for_whoever_copies_one(look):
    tab = look("/?lang=en&year=2020&verdict=off")
    link = tab.page.get_by_test_id("stSidebarNav").get_by_role("link", name="Smart Living")
    expect(link).to_have_attribute("href", re.compile(r"/living\?lang=en&year=2020$"))
    tab.choose("Figures up to the end of", "Up to FY2019")
    expect(link).to_have_attribute("href", re.compile(r"/living\?lang=en&year=2019$"))


def test_the_other_language_is_a_full_load_so_that_the_page_declares_it(look):
    tab = look("/education?lang=en&year=2023")
    tab.page.get_by_role("link", name="ภาษาไทย").click()
    expect(tab.page.locator("html")).to_have_attribute("lang", "th")
    expect(tab.main.get_by_role("heading", level=1)).to_have_text("การศึกษาอัจฉริยะ")
    expect(tab.main.get_by_role("combobox", name="ข้อมูลถึงสิ้นปีงบประมาณ")).to_have_value("ถึงปีงบ 2566")


def test_the_switch_takes_sample_figures_off_the_page(look):
    tab = look("/education?lang=en")
    expect(tab.main.locator(".s7-sample").first).to_be_visible()
    tab.main.locator(".st-key-bar-sample label").click()
    expect(tab.main.locator(".s7-sample")).to_have_count(0)
    expect(tab.main).not_to_contain_text("Sample city")
    expect(tab.page).to_have_url(re.compile("sample=hide"))


@pytest.mark.parametrize("address", ["atlantis", "people/deeper"])
def test_an_unknown_address_shows_the_overview_which_says_so(tab, address):
    tab.open(f"/{address}?lang=en")
    expect(tab.main.get_by_role("alert")).to_contain_text(address)
    expect(tab.main.get_by_role("heading", level=1)).to_have_text("Overview")


def test_a_warning_about_a_link_never_becomes_a_link_itself(look):
    tab = look("/?lang=en&year=[win](https://example.org)![](https://example.org/x.png)")
    expect(tab.main.get_by_role("alert")).to_contain_text("[win](https://example.org)")
    expect(tab.main.get_by_role("alert").locator("a, img")).to_have_count(0)


def take(tab, label):
    with tab.page.expect_download() as taken:
        tab.main.get_by_role("button", name=label).click()
    return taken.value


def test_the_rows_can_be_taken_away_as_csv(look, ask, snapshot):
    tab = look("/indicator?id=road-deaths-province&lang=en")
    file = take(tab, words.CSV.en)
    assert file.suggested_filename == f"road-deaths-province-{snapshot}.csv"
    with file.path().open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    values = ask("select value from observations where indicator_id = 'road-deaths-province'")
    assert sorted(float(row["Value"]) for row in rows) == sorted(value for (value,) in values)
    assert {row["Quality"] for row in rows} == {"Official"}


def test_the_rows_can_be_taken_away_as_a_workbook_and_the_chart_as_a_picture(look, snapshot):
    tab = look("/indicator?id=road-deaths-province&lang=th")
    book = openpyxl.load_workbook(take(tab, words.XLSX.th).path().open("rb"))
    assert book.sheetnames == [words.SHEET_ROWS.th, words.SHEET_ABOUT.th]
    assert snapshot in [cell.value for row in book[words.SHEET_ABOUT.th].iter_rows() for cell in row]
    picture = take(tab, words.PNG.th)
    assert picture.suggested_filename.endswith(".png") and picture.path().read_bytes().startswith(b"\x89PNG")


def test_a_chart_and_a_table_offer_no_other_way_out_than_the_buttons_that_mark_what_they_hand_out(look):
    tab = look("/indicator?id=attendance&lang=th")
    for box in ("stVegaLiteChart", "stDataFrame"):
        tab.main.get_by_test_id(box).first.hover()
        expect(
            tab.main.get_by_role("button", name=re.compile("Download|Show data|Copy|Fullscreen|Search"))
        ).to_have_count(0)


def test_a_page_whose_line_is_opened_again_is_drawn_again(tab):
    frames = []
    tab.listen("websocket", lambda line: line.on("framesent", lambda frame: frames.append(frame)))
    tab.open("/living?lang=en&year=2022")
    before = len(frames)
    # What Streamlit says in its own window when the line is there: at first, and after each break.
    tab.page.evaluate("postMessage({ stCommVersion: 1, type: 'WEBSOCKET_CONNECTED' }, location.origin)")
    deadline = time.monotonic() + 10
    while len(frames) == before:
        assert time.monotonic() < deadline, "Nothing was asked of the server"
        tab.page.wait_for_timeout(50)
    tab.drawn()
    expect(tab.page).to_have_url(re.compile("year=2022"))
    assert tab.complaints == []


FEET = """(() => {
  window.feet = 0;
  const count = () => document.querySelectorAll("#root .s7-foot").length;
  new MutationObserver(() => { window.feet = Math.max(window.feet, count()); })
    .observe(document, { subtree: true, childList: true });
})()"""


@pytest.fixture(scope="module")
def counted(browser):
    """Return a page that counts its feet from the moment it comes."""
    context = patient(browser)
    context.add_init_script(KNOWN)
    context.add_init_script(FEET)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("start", ["/explore?lang=en", "/education?lang=en&year=1850"])
def test_nobody_ever_meets_two_feet_of_a_page_the_old_and_the_new(counted, tab_class, server, snapshot, start):
    tab = tab_class(counted, server, snapshot).open(start)
    for name in ("Smart Living", "Explore", "Overview"):
        tab.page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
        expect(tab.main.get_by_role("heading", level=1)).to_have_text(name)
        tab.drawn()
    tab.choose("Figures up to the end of", "Up to FY2019")
    expect(tab.page).to_have_url(re.compile("year=2019"))
    tab.drawn()
    assert tab.page.evaluate("window.feet") == 1

"""An analyst's whole task in a browser: fill the sentence, pivot, chart, save, reopen elsewhere, download, compare."""

import csv
import io
import json
import re
from urllib.parse import urlsplit

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import expect

from smart7.words import explore as question_words
from smart7.words import explore_page as words

pytestmark = pytest.mark.browser
NUMBERS = re.compile(r"^[−\d.,]+$")


def pick(tab, label, typed, option):
    """Fill a blank that holds several by keyboard alone: type, go down to what is offered, take it, leave."""
    box, before = tab.page.get_by_role("combobox", name=label), tab.page.url
    box.focus()
    tab.page.keyboard.type(typed)
    expect(tab.page.get_by_role("option").first).to_contain_text(option)  # the list is narrowed to what was typed
    tab.page.keyboard.press("Enter")
    chosen = tab.page.get_by_test_id("stMultiSelect").filter(has=tab.page.get_by_role("combobox", name=label))
    expect(chosen).to_contain_text(option)
    tab.page.keyboard.press("Escape")
    # The link changes when the run begins that the choice asked for; what is offered changes when it ends.
    expect(tab.page).not_to_have_url(before)
    tab.drawn()


def choose(tab, label, option):
    tab.main.get_by_role("combobox", name=label, exact=True).click()
    tab.page.get_by_role("option", name=re.compile(re.escape(option))).first.click()
    tab.drawn()


def answer(tab):
    """Return the answer's table as it is written: header, then rows."""
    table = tab.main.locator("table.s7-table").first
    return [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in table.locator("tr").all()]


def take(tab, label):
    if not tab.page.get_by_role("button", name=label, exact=True).is_visible():
        tab.main.get_by_role("button", name=words.TAKE.en).click()
    with tab.page.expect_download() as taken:
        tab.page.get_by_role("button", name=label, exact=True).click()
    return taken.value


def numbers(rows):
    """Return the figures of a table, rounded as the screen shows them."""
    return [[None if cell in ("", "–", None) else round(float(cell), 1) for cell in row] for row in rows]


def test_an_analyst_asks_turns_draws_saves_reopens_takes_away_and_compares(tab, other_tab, snapshot):
    tab.sign_in().open("/explore?lang=en")
    pick(tab, words.SHOW.en, "English test", "English test results")
    pick(tab, words.OF.en, "every sample school", "every sample school")
    pick(tab, words.SPLIT.en, "unit", "unit")
    sentence = tab.main.locator(".s7-finding")
    expect(sentence).to_contain_text("English test results of every sample school")
    expect(tab.page).to_have_url(re.compile(r"show=english-results.*of=sample%3Aschool"))

    # Pivot: the schools go to the columns.
    tab.main.get_by_role("button", name=words.PIVOT.en).click()
    tab.page.get_by_role("button", name=words.SWAP.en).click()
    expect(tab.page).to_have_url(re.compile("rows=period"))
    tab.page.keyboard.press("Escape")
    tab.drawn()
    assert answer(tab)[0][1:] == [f"English test results · Sample school {n}" for n in range(1, 12)]

    # Chart: another kind than the fitting one.
    tab.main.get_by_role("radio", name=words.CHARTS["multiples"].en, exact=True).click()
    tab.drawn()
    expect(tab.main.locator(".s7-small")).to_be_visible()
    tab.main.get_by_role("radio", name=words.CHARTS["ranked"].en, exact=True).click()
    tab.drawn()
    expect(tab.main.get_by_test_id("stVegaLiteChart")).to_be_visible()
    shown = answer(tab)

    # Save.
    tab.main.get_by_role("button", name=words.SAVE.en).click()
    tab.page.get_by_role("textbox", name=words.VIEW_NAME.en).fill("English by school")
    tab.page.get_by_role("textbox", name=words.VIEW_OWNER.en).fill("Analyst")
    tab.page.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
    expect(tab.main.get_by_role("status").filter(has_text="English by school")).to_be_visible()
    assert tab.complaints == []

    # Reopen from another browser, from the list.
    other = other_tab().open("/explore?lang=en")
    other.main.get_by_text(re.compile(re.escape(words.VIEWS.en).replace(r"\{count\}", r"\d+"))).click()
    other.main.get_by_role("link", name="English by school").click()
    expect(other.main.locator(".s7-finding")).to_have_text(sentence.inner_text())
    other.drawn()
    assert answer(other) == shown

    # Take away and compare with the screen.
    values = numbers([[cell.replace(",", "").replace("−", "-") for cell in row[1:]] for row in shown[1:]])
    text = take(other, words.CSV.en).path().read_bytes()
    header, *rows = csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""))
    assert header == shown[0] and [row[0] for row in rows] == [row[0] for row in shown[1:]]
    assert numbers([row[1:] for row in rows]) == values
    assert take(other, words.PLAIN_CSV.en).path().read_bytes() == text.removeprefix(b"\xef\xbb\xbf")
    book = openpyxl.load_workbook(take(other, words.XLSX.en).path().open("rb"))
    first = book[words.SHEET_TABLE.en]
    assert first.freeze_panes == "A2"
    assert numbers([[cell.value for cell in row[1:]] for row in first.iter_rows(min_row=2)]) == values
    notes = {row[0].value: row[1].value for row in book[words.SHEET_NOTES.en].iter_rows()}
    assert notes[words.SNAPSHOT.en] == snapshot and notes[words.QUESTION.en] in sentence.inner_text()
    parquet = pd.read_parquet(take(other, words.PARQUET.en).path())
    held = json.loads(take(other, words.JSON.en).path().read_bytes())
    flat = sorted(value for row in values[:-1] for value in row if value is not None)
    for found in (parquet["Value"], [row["Value"] for row in held["rows"]]):
        assert sorted(round(float(value), 1) for value in found if value == value and value is not None) == flat
    assert parquet[words.IS_SAMPLE.en].all() and held["about"][words.SNAPSHOT.en] == snapshot
    assert take(other, words.PNG.en).path().read_bytes().startswith(b"\x89PNG")
    assert b"Sample school 11" in take(other, words.SVG.en).path().read_bytes()


def test_a_figure_opens_what_is_behind_it_by_click_and_by_key(look):
    tab = look("/explore?v=1&show=road-deaths-province&lang=en")
    tab.main.get_by_role("link", name="401", exact=True).click()
    behind = tab.main.locator("#behind")
    expect(behind).to_contain_text("Khon Kaen Province")
    tab.main.get_by_role("button", name=words.CLOSE.en, exact=True).click()
    expect(behind).to_have_count(0)
    tab.main.get_by_role("link", name="236", exact=True).focus()
    tab.page.keyboard.press("Enter")
    expect(behind).to_contain_text("236")


def test_the_sql_of_a_question_runs_on_the_sql_page(look):
    tab = look("/explore?v=1&show=road-deaths-province&lang=en")
    tab.main.get_by_role("button", name=words.SQL.en).click()
    tab.page.get_by_role("link", name=words.OPEN_SQL.en).click()
    expect(tab.page).to_have_url(re.compile("/sql"))
    expect(tab.main.get_by_role("heading", level=1)).to_have_text("SQL")


def test_the_copied_link_is_a_whole_address_that_opens_the_same(look, other_tab):
    tab = look("/explore?v=1&show=road-deaths-province&lang=en&chart=bar")
    tab.main.get_by_role("button", name=words.COPY_LINK.en).click()
    link = tab.page.get_by_test_id("stPopoverBody").locator("code").inner_text().strip()
    assert link.startswith(tab.server.url + "/explore?") and link.isascii()
    there = other_tab().open(link.removeprefix(tab.server.url))
    assert there.main.locator(".s7-finding").inner_text() == tab.main.locator(".s7-finding").inner_text()
    assert urlsplit(there.page.url).query.count("chart=bar") == 1


def test_the_page_fits_a_telephone_and_asks_nobody_else(look):
    there = look("/explore?v=1&show=english-results&of=sample:school&split=unit", 390, 844)
    expect(there.main.get_by_text(question_words.NOTES["sample"].th)).to_be_visible()
    wide = there.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390 and there.outside == [] and there.complaints == []

"""An analyst at the SQL page: write, run, turn the page, be refused, cancel, and pass the link on."""

import re

from playwright.sync_api import expect

from smart7.words import sql as words

ENDLESS = "select count(*) from range(1000000) a, range(1000000) b, range(1000) c"


def write(tab, sql):
    """Write a statement and press the button at once, as a person does."""
    tab.main.get_by_role("textbox", name=words.STATEMENT.en).fill(sql)
    tab.main.get_by_role("button", name=words.RUN.en, exact=True).click()


def test_a_statement_is_run_turned_over_and_found_again_behind_its_link(tab, other_tab):
    tab.open("/sql?lang=en")
    write(tab, "select n, 'ที่ นั้น' as word from range(250) t (n)")
    expect(tab.main.get_by_text("Rows 1 to 100 · Rows: 250, columns: 2")).to_be_visible()
    tab.main.get_by_role("button", name=re.compile("page 3$", re.IGNORECASE)).click()
    expect(tab.main.get_by_text("Rows 201 to 250")).to_be_visible()
    expect(tab.page).to_have_url(re.compile("q=select"))
    fresh = other_tab().open(tab.page.url.removeprefix(tab.server.url))
    box = fresh.main.get_by_role("textbox", name=words.STATEMENT.en)
    expect(box).to_have_value("select n, 'ที่ นั้น' as word from range(250) t (n)")
    fresh.main.get_by_role("button", name=words.RUN.en, exact=True).click()
    expect(fresh.main.get_by_text("Rows: 250")).to_be_visible()
    assert tab.complaints == fresh.complaints == fresh.outside == []


def test_a_field_appears_for_a_parameter_and_an_error_is_marked_in_its_line(tab):
    tab.open("/sql?lang=en")
    write(tab, "select $word as word,\n  foo from open.units")
    expect(tab.main.get_by_text(words.RULES["missing"][1].en)).to_be_visible()
    tab.main.get_by_role("textbox", name=words.PARAMETER.format("en", name="word")).fill("ก")
    tab.main.get_by_role("button", name=words.RUN.en, exact=True).click()
    expect(tab.main.locator(".s7-trouble mark")).to_have_text("foo")
    expect(tab.main.get_by_text("Line 2, column 3")).to_be_visible()


def test_while_a_statement_runs_other_pages_open(tab, other_tab):
    tab.open("/sql?lang=en")
    write(tab, ENDLESS)
    expect(tab.main.get_by_role("button", name=words.CANCEL.en)).to_be_visible()
    other = other_tab().open("/people?lang=en")
    assert other.complaints == []


def test_a_running_statement_is_cancelled_and_another_runs_in_its_place(tab):
    tab.open("/sql?lang=en")
    write(tab, ENDLESS)
    stop = tab.main.get_by_role("button", name=words.CANCEL.en)
    stop.click()
    expect(tab.main.get_by_role("alert")).to_contain_text(words.ENDED["cancelled"][0].en)
    expect(stop).to_have_count(0)
    write(tab, "select 1 as one")
    expect(tab.main.get_by_text("Rows: 1, columns: 1")).to_be_visible()


def test_a_column_is_put_into_the_statement_by_keyboard(tab):
    runs = tab.hear_runs().open("/sql?lang=en").runs
    tab.main.get_by_role("textbox", name=words.STATEMENT.en).fill("select")
    tab.main.get_by_text(words.TABLES.en).click()
    # The statement is sent when it is left; a page that is drawn below an open list may close it.
    tab.ran(runs)
    tab.list(words.TABLE.en).click()
    tab.page.keyboard.type("open.units")
    tab.page.get_by_role("option", name="open.units", exact=True).click()
    tab.main.get_by_role("radio", name="name_th").or_(tab.main.get_by_role("button", name="name_th")).first.press(
        "Enter"
    )
    expect(tab.main.get_by_role("textbox", name=words.STATEMENT.en)).to_have_value("select name_th")

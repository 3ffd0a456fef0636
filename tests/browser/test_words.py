"""What a first visitor is told, and words that lead to the glossary, in a real browser."""

from playwright.sync_api import expect

MINUTE = "#root .s7-minute"


def test_the_first_minute_opens_by_itself_until_it_was_put_away_once(new_tab):
    tab = new_tab(first=True).open("/?lang=en")
    minute = tab.page.locator(MINUTE)
    expect(minute).to_have_attribute("open", "")
    expect(minute.locator("details[open] summary")).to_have_text("1. What this is")
    minute.get_by_text("3. What a sample is").click()
    expect(minute.locator("details[open] summary")).to_have_text("3. What a sample is")
    tab.page.keyboard.press("Escape")
    expect(minute).not_to_have_attribute("open", "")
    tab.until("localStorage.getItem('s7-minute') === 'away'")
    tab.open("/living?lang=en")
    expect(minute).not_to_have_attribute("open", "")
    minute.locator("> summary").click()
    expect(minute).to_have_attribute("open", "")
    assert tab.complaints == []


def test_a_word_leads_to_its_place_in_the_glossary(look):
    tab = look("/living?lang=en")
    tab.main.locator(".s7-foot a.s7-term[href$='#word-snapshot']").first.click()
    expect(tab.main.get_by_role("heading", level=1)).to_have_text("Glossary")
    expect(tab.main.locator("#word-snapshot")).to_be_in_viewport()

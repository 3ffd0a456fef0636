"""What only a browser shows of the overview: the list is copied with one press, a chosen day keeps the place."""

from playwright.sync_api import expect

from smart7.words import asks as words
from smart7.words import news as news_words


def test_what_to_ask_is_copied_whole_with_one_press(tab):
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.open("/?lang=en")
    block = tab.main.locator("#asks")
    block.get_by_text(words.TAKE.en, exact=True).click()
    button = block.get_by_role("button", name=words.COPY.en)
    button.click()
    expect(block.get_by_role("button", name=words.COPIED.en)).to_be_visible()
    copied = tab.page.evaluate("navigator.clipboard.readText()")
    assert copied == block.locator("pre").evaluate("held => held.textContent")
    assert copied.startswith(words.TITLE.en) and copied.count("/indicator?") == 5


def test_without_a_clipboard_the_text_is_copied_as_by_hand(tab):
    tab.open("/?lang=en")
    tab.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    block = tab.main.locator("#asks")
    block.get_by_text(words.TAKE.en, exact=True).click()
    block.get_by_role("button", name=words.COPY.en).click()
    expect(block.get_by_role("button", name=words.COPIED.en)).to_be_visible()
    assert words.TITLE.en in tab.page.evaluate("getSelection().toString()")


def test_looking_back_further_stays_at_the_place_and_stands_in_the_link(look):
    tab = look("/?lang=en")
    block = tab.main.locator("#changed")
    told = block.locator(".s7-tellings > li")
    before = told.count()
    block.get_by_role("link", name=news_words.SPANS[365].en, exact=True).click()
    expect(block.locator("[aria-current]")).to_have_text(news_words.SPANS[365].en)
    assert told.count() > before and "since=2025-11-22" in tab.page.url
    expect(block.locator("h2")).to_be_in_viewport()
    assert tab.complaints == []


def test_on_a_phone_nothing_of_it_is_wider_than_the_page(look):
    for lang in ("th", "en"):
        tab = look(f"/?lang={lang}&since=2017-01-01", 390, 844)
        for name in ("asks", "changed"):
            block = tab.main.locator(f"#{name}")
            tab.page.evaluate("dispatchEvent(new Event('beforeprint'))")
            block.evaluate("held => held.querySelectorAll('details').forEach(each => { each.open = true; })")
            assert block.evaluate("held => held.scrollWidth <= held.clientWidth")

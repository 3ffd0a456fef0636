"""What is folded away comes as a text: it is there for whoever opens it, prints the page or searches in it."""

from playwright.sync_api import expect

from smart7.words import common
from smart7.words import domain as words

HELD = "document.querySelectorAll('details[data-s7-held]').length"
# How many elements stand in what opens, besides its heading, the moment that is pressed.
INSIDE = """summary => {
  summary.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  return [summary.parentElement.open, summary.parentElement.querySelectorAll('*').length - 1];
}"""


def test_what_a_closed_line_holds_is_there_the_moment_it_opens(look):
    tab = look("/environment?lang=en")
    line = tab.main.locator("article.s7-row details").first
    line.evaluate("each => { each.open = false; }")
    opened, inside = line.locator("summary").evaluate(INSIDE)
    assert opened and inside > 10
    expect(line.get_by_role("link", name=words.OPEN.en)).to_be_visible()


def test_all_of_it_is_there_for_a_search_once_nothing_has_changed_for_a_while(look):
    tab = look("/governance?lang=en")
    tab.until(f"{HELD} === 0")
    closed = tab.main.locator("article.s7-row details:not([open])")
    expect(closed.first.get_by_text(common.SOURCE.en, exact=True)).to_have_count(1)


def test_on_paper_the_source_of_every_figure_is_there(look):
    tab = look("/living?lang=en")
    tab.page.emulate_media(media="print")
    tab.page.pdf()
    assert tab.page.evaluate(HELD) == 0
    expect(tab.main.locator(".s7-row dd.s7-printed").first).to_be_visible()
    tab.page.emulate_media(media="null")


def test_a_key_opens_it_as_well(look):
    tab = look("/education?lang=en")
    numbers = tab.main.locator("details.s7-more").last
    numbers.evaluate("each => { each.open = false; }")
    numbers.locator("summary").focus()
    tab.page.keyboard.press("Enter")
    expect(numbers.locator("table td").first).to_be_visible()

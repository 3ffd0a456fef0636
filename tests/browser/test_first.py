"""The first answer in a browser: read before the live page, instead of it, and left behind without a jump."""

import re

import pytest
from playwright.sync_api import expect

from smart7 import catalog
from smart7.first.shell import INDEX
from smart7.words import common
from smart7.words import first as words
from tests.browser.conftest import AWHILE, MOST_MOVED, MOVED, opened

# A page is put into the background, and looked at again.
HIDDEN = """
  const turn = (hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  window.hide = () => turn(true);
  window.look = () => turn(false);
"""
WHERE = """root => [
  "h1", ".s7-line", ".s7-finding", ".s7-definition", ".s7-card", ".s7-plot", ".s7-row",
  ".s7-card:nth-child(2)", ".s7-lead", ".s7-narrow", ".s7-board",
  ".s7-board section:last-child", ".s7-heading", ".s7-table", ".s7-language",
].map(name => {
  // What is folded away comes to the live page later, and has no place in either.
  const seen = [...document.querySelectorAll(`${root} ${name}`)].find(each => each.checkVisibility());
  const place = seen?.getBoundingClientRect();
  return [name, place ? [Math.round(place.x), Math.round(place.y)] : null];
})"""
# When there was something to read, and when what starts the live page was asked for.
ASKED = """() => [
  performance.getEntriesByName("first-contentful-paint")[0].startTime,
  performance.getEntriesByType("resource").filter(one => one.name.endsWith(".js")).map(one => one.startTime),
]"""
SIZES = {"desk": {"width": 1400, "height": 900}, "telephone": {"width": 390, "height": 844}}
PAGES = ["", *(page.id for page in catalog.PAGES[1:])]


def in_its_face(tab, address, tries=5):
    """Open a page until its first answer is set in its own typeface; on a busy machine that may come too late."""
    for _ in range(tries):
        opened(tab, address)
        expect(tab.page.locator("#s7-first h1")).to_be_visible()
        if not tab.page.locator("html.s7-plain").count():
            return tab
    pytest.fail("the typeface never came in time")


@pytest.fixture
def without_script(other_tab):
    return other_tab(java_script_enabled=False)


def test_without_a_script_a_page_can_be_read_and_its_links_work(without_script):
    tab = opened(without_script, "/living?lang=en")
    page = tab.page.locator("#s7-first")
    expect(page.get_by_role("heading", level=1)).to_have_text("Smart Living")
    expect(page.get_by_text(words.NO_SCRIPT.en)).to_be_visible()
    card = page.get_by_role("article", name="Road deaths, Khon Kaen province")
    expect(card).to_contain_text("401")
    card.get_by_text("Where this comes from").click()
    expect(card.get_by_text(common.FORMULA.en, exact=True)).to_be_visible()
    card.get_by_role("link", name="Road deaths, Khon Kaen province").click()
    expect(tab.page).to_have_url(re.compile("/indicator.*id=road-deaths-province"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Indicator")


def test_without_a_script_year_samples_and_language_can_be_chosen(without_script):
    tab = opened(without_script, "/living?lang=en")
    tab.page.get_by_label("Figures up to the end of").select_option("2017")
    tab.page.get_by_role("button", name=words.SHOW.en).click()
    expect(tab.page.get_by_role("article", name="Road deaths, Khon Kaen province")).to_contain_text("236")
    tab.page.get_by_role("link", name=words.HIDE_SAMPLE.en).click()
    expect(tab.page).to_have_url(re.compile("year=2017.*sample=hide"))
    expect(tab.page.locator(".s7-sample")).to_have_count(0)
    tab.page.get_by_role("link", name="ภาษาไทย").click()
    expect(tab.page.locator("html")).to_have_attribute("lang", "th")


def test_while_the_live_line_is_down_the_page_can_be_read_says_so_and_connects_by_itself(cut_off):
    tab = opened(cut_off, "/education?lang=en")
    page = tab.page.locator("#s7-first")
    expect(page.get_by_role("heading", level=1)).to_have_text("Smart Education")
    expect(page.get_by_text(words.WAITING.en)).to_be_visible()
    assert tab.page.get_by_role("heading", level=1).count() == 1
    expect(tab.page.get_by_role("dialog")).to_be_hidden()
    tab.shut = False
    tab.drawn()
    expect(page).to_have_count(0)


ENTRY = re.search(r'<script [^>]*"module".* src="\.(/[^"]+)"', INDEX.read_text("utf-8"))[1]


def loads_that_fail(tab, file, fails):
    """Return how often a page is loaded until it is live, where a file of it `fails`, told how often it was asked."""
    loads, asked = [], []
    tab.listen("domcontentloaded", lambda page: loads.append(page))

    def answer(route):
        asked.append(route)
        route.abort() if fails(len(asked), len(loads)) else route.continue_()

    tab.page.route(f"**{file}", answer)
    opened(tab, "/living?lang=en")
    expect(tab.page.locator("#s7-first").get_by_role("heading", level=1)).to_be_visible()
    tab.drawn()
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    return len(loads)


def test_what_starts_the_live_page_is_asked_for_again_where_it_did_not_come(new_tab):
    assert loads_that_fail(new_tab(), ENTRY, lambda asked, _: asked <= 2) == 1


@pytest.mark.parametrize("file", [ENTRY, "/js/Html.*.js"], ids=["start", "element"])
def test_a_page_of_which_a_browser_keeps_failing_a_file_is_loaded_anew(new_tab, file):
    assert loads_that_fail(new_tab(), file, lambda _, loads: loads == 1) == 2


@pytest.mark.parametrize("opened_there", [True, False])
def test_the_words_on_a_line_that_is_down_count_from_when_the_page_is_looked_at(cut_off, opened_there):
    tab = cut_off
    tab.page.add_init_script(HIDDEN + "hide();" * opened_there)
    opened(tab, "/education?lang=en")
    said = tab.page.get_by_text(words.WAITING.en)
    tab.page.evaluate("hide()")
    tab.page.evaluate(AWHILE, 9000)
    expect(said).to_be_hidden()
    tab.page.evaluate("look()")
    expect(said).to_be_hidden()
    expect(said).to_be_visible(timeout=15_000)


def test_while_the_live_line_is_down_links_lead_on(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    tab.page.get_by_role("link", name="Smart Economy").click()
    expect(tab.page.locator("#s7-first").get_by_role("heading", level=1)).to_have_text("Smart Economy")


def test_a_reader_of_screens_hears_a_page_once(cut_off):
    tab = opened(cut_off, "/people?lang=en")
    expect(tab.page.locator("#s7-first h1")).to_be_visible()
    assert tab.page.locator("#root").evaluate("e => getComputedStyle(e).visibility") == "hidden"
    tab.shut = False
    tab.drawn()
    assert tab.page.get_by_role("heading", level=1).count() == 1
    assert tab.page.locator("#s7-first").count() == 0


def test_what_was_opened_scrolled_to_and_has_the_focus_stays_when_the_live_page_takes_its_place(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    old = tab.page.locator("#s7-first")
    card = old.get_by_role("article").nth(3)
    card.locator("summary").click()
    name = card.get_attribute("aria-label")
    card.get_by_role("link").first.focus()
    tab.page.locator(".s7f-main").evaluate("e => e.scrollTo(0, 300)")
    tab.shut = False
    tab.drawn()
    expect(tab.card(name).locator("details")).to_have_js_property("open", True)
    assert tab.main.evaluate("e => e.scrollTop") == 300
    assert tab.page.evaluate("document.activeElement.closest('article').getAttribute('aria-label')") == name


@pytest.mark.parametrize("size", SIZES)
def test_who_is_in_the_menu_by_keyboard_stays_there_when_the_live_page_takes_its_place(cut_off, size):
    cut_off.page.set_viewport_size(SIZES[size])
    tab = opened(cut_off, "/living?lang=en")
    old = tab.page.locator("#s7-first")
    if size == "telephone":
        old.locator(".s7f-menu summary").press("Enter")
        old.locator(".s7f-menu").get_by_role("link", name="Smart Economy").focus()
    else:
        old.locator(".s7f-side").get_by_role("link", name="Smart Economy").focus()
    tab.shut = False
    tab.drawn()
    named = "document.activeElement.ariaLabel ?? document.activeElement.textContent"
    assert (words.MENU.en if size == "telephone" else "Smart Economy") in tab.page.evaluate(named)


def test_who_is_in_the_list_of_years_by_keyboard_stays_there_when_the_live_page_takes_its_place(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    tab.page.locator("#s7-first").get_by_label("Figures up to the end of").focus()
    tab.shut = False
    tab.drawn()
    assert tab.page.evaluate("document.activeElement.closest('[data-testid=stSelectbox]') !== null")


def test_a_key_chooses_from_a_list_and_only_the_button_sends_it(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    old = tab.page.locator("#s7-first")
    years, button = old.get_by_label("Figures up to the end of"), old.locator(".s7f-bar button")
    expect(button).to_be_hidden()
    years.focus()
    before = years.input_value()
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("ArrowDown")
    expect(button).to_be_visible()
    chosen = years.input_value()
    assert int(chosen) == int(before) - 2 and "year=" not in tab.page.url
    button.press("Enter")
    expect(tab.page).to_have_url(re.compile(f"year={chosen}"))


def test_what_is_read_stays_where_it_is_when_a_notice_comes_and_when_the_live_page_takes_its_place(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    old = tab.page.locator("#s7-first")
    tab.page.locator(".s7f-main").evaluate("e => e.scrollTo(0, 367)")
    card = old.get_by_role("article").nth(3)
    name, seen = card.get_attribute("aria-label"), card.bounding_box()["y"]
    notice = old.get_by_text(words.WAITING.en)
    notice.evaluate("e => { e.hidden = false }")
    expect(notice).to_be_in_viewport(ratio=1)
    assert card.bounding_box()["y"] == seen
    tab.shut = False
    tab.drawn()
    assert abs(tab.card(name).bounding_box()["y"] - seen) < 2


def test_a_year_chosen_before_the_live_page_is_there_is_shown(cut_off):
    tab = opened(cut_off, "/living?lang=en")
    tab.page.locator("#s7-first").get_by_label("Figures up to the end of").select_option("2017")
    expect(tab.page).to_have_url(re.compile("year=2017"))
    expect(tab.page.get_by_role("article", name="Road deaths, Khon Kaen province")).to_contain_text("236")


@pytest.mark.parametrize(("page", "size"), [(page, size) for page in PAGES for size in SIZES])
def test_nothing_moves_while_a_page_comes_to_a_browser_that_was_never_here(new_tab, page, size):
    tab = new_tab(viewport=SIZES[size])
    tab.page.add_init_script(MOVED)
    tab.open(f"/{page}")
    expect(tab.page.locator("#s7-first")).to_have_count(0)
    assert tab.page.evaluate("window.moved") <= MOST_MOVED


# Letters as wide as the box that stands for one that is missing, and letters of their own widths.
LETTERS = "CanvasRenderingContext2D.prototype.measureText = letter => ({ width: %s })"


@pytest.mark.parametrize(("widths", "plain"), [("1", 0), ("letter.codePointAt(0)", 1)])
def test_thai_waits_for_its_typeface_where_the_device_has_none_of_its_own(new_tab, widths, plain):
    tab = new_tab(viewport=SIZES["telephone"])
    tab.page.add_init_script(LETTERS % widths)
    held = []
    tab.page.route("**/fonts/*.ttf", lambda route: held.append(route))
    opened(tab, "/glossary")
    if plain:
        expect(tab.page.locator("html.s7-plain #s7-first h1")).to_be_visible()
    else:
        # Longer than letters of its own would have been waited for.
        tab.page.evaluate("new Promise(done => setTimeout(done, 1000))")
        expect(tab.page.locator("html.s7-early")).to_have_count(1)
    for route in held:
        route.continue_()
    expect(tab.page.locator("html.s7-early")).to_have_count(0)
    expect(tab.page.locator("html.s7-plain")).to_have_count(plain)


def test_nothing_of_the_live_page_is_asked_for_before_there_is_something_to_read(new_tab):
    tab = new_tab(viewport=SIZES["desk"]).open("/")
    read, asked = tab.page.evaluate(ASKED)
    assert len(asked) > 20
    assert min(asked) >= read


@pytest.mark.parametrize(
    ("page", "size"), [(page, size) for page in ("", "education", "units", "sources") for size in SIZES]
)
def test_the_live_page_stands_where_the_first_answer_stood(cut_off, page, size):
    cut_off.page.set_viewport_size(SIZES[size])
    tab = in_its_face(cut_off, f"/{page}")
    before = dict(tab.page.evaluate(WHERE, "#s7-first"))
    tab.shut = False
    tab.drawn()
    after = dict(tab.page.evaluate(WHERE, "#root"))
    seen = [name for name in before if before[name] and after[name]]
    assert len(seen) >= 3
    for name in seen:
        assert all(abs(a - b) <= 8 for a, b in zip(before[name], after[name], strict=True)), (
            name,
            before[name],
            after[name],
        )

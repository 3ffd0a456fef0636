"""An agenda is walked as a clicker, a keyboard and a finger walk it, and packed, in a real browser."""

import secrets
from datetime import date

import pytest
from playwright.sync_api import expect
from pptx import Presentation

from smart7.i18n import Text
from smart7.ledger import meetings
from smart7.ledger.meetings import Meeting
from smart7.meetings.agenda import Agenda, Item, to_json
from smart7.words import packs
from smart7.words import present as words

AT = "/present?agenda=lrt-decision&lang=en"
SMALL = """() => [...document.querySelectorAll('.s7-stage .s7-slide *')].flatMap(e => {
  const own = [...e.childNodes].some(c => c.nodeType === 3 && c.textContent.trim());
  if (!own || !e.getBoundingClientRect().width) return [];
  let px = parseFloat(getComputedStyle(e).fontSize);
  if (e.closest('svg')) { const m = e.getScreenCTM(); px *= Math.hypot(m.a, m.b); }
  return px < 27.95 ? [e.textContent.slice(0, 40) + ' ' + px] : [];
})"""
OVER = """() => { const edge = document.querySelector('.s7-stage').getBoundingClientRect().bottom + 1;
  return [...document.querySelectorAll('.s7-slide *')].filter(e => !e.closest('svg') &&
    e.getBoundingClientRect().bottom > edge).map(e => e.className + e.textContent.slice(0, 40)) }"""
COUNT = "document.querySelector('.s7-deck').deck.data.slides.length"
CHANGE = """async () => { const deck = document.querySelector('.s7-deck').deck, times = [];
  for (let n = 0; n < deck.data.slides.length; n++) { const start = performance.now(); deck.show(n);
    await new Promise(done => requestAnimationFrame(() => setTimeout(done))); times.push(performance.now() - start); }
  return times }"""


@pytest.fixture
def deck(look):
    """Return the deck at its first slide, with nothing over it."""
    tab = look(AT)
    expect(number(tab)).to_be_visible()
    press(tab, "Home")
    expect(number(tab)).to_have_attribute("data-label", "1 / 12")
    return tab


def number(tab):
    return tab.page.locator(".s7-deck > .s7-stage > .s7-slide")


def press(tab, *keys):
    for key in keys:
        tab.page.keyboard.press(key)


def test_keys_walk_the_slides_and_stop_at_both_ends(deck):
    for keys, at in (
        (["ArrowRight"], 2), (["PageDown"], 3), (["ArrowLeft"], 2), (["PageUp", "PageUp"], 1),
        (["PageDown"] * 11, 12), (["PageUp"], 11), (["Home"], 1), (["PageUp"], 1),
    ):  # fmt: skip
        press(deck, *keys)
        expect(number(deck)).to_have_attribute("data-label", f"{at} / 12")
    assert deck.complaints == []


def test_black_notes_and_grid_open_and_close_by_their_keys(deck):
    press(deck, "b")
    expect(deck.main.locator(".s7-black")).to_be_visible()
    press(deck, "b")
    expect(deck.main.locator(".s7-black")).to_have_count(0)
    press(deck, "ArrowRight", "ArrowRight", "n")
    speaker = deck.main.locator(".s7-speaker")
    expect(speaker).to_contain_text(words.BUTTONS["questions"].en)
    press(deck, "n")
    expect(speaker).to_be_hidden()
    press(deck, "g")
    expect(deck.main.locator(".s7-grid-deck button")).to_have_count(deck.page.evaluate(COUNT))
    expect(deck.main.locator('.s7-grid-deck button[aria-current="true"]')).to_be_focused()
    press(deck, "ArrowRight", "Enter")
    expect(deck.main.locator(".s7-grid-deck")).to_be_hidden()
    expect(number(deck)).to_have_attribute("data-label", "4 / 12")


def test_a_reload_and_the_other_language_keep_the_place(deck):
    press(deck, "PageDown", "PageDown", "PageDown")
    expect(number(deck)).to_have_attribute("data-label", "4 / 12")
    english = number(deck).locator("h2").inner_text()
    deck.page.reload()
    expect(number(deck)).to_have_attribute("data-label", "4 / 12")
    press(deck, "l")
    deck.page.wait_for_url("**lang=th**")
    expect(number(deck)).to_have_attribute("data-label", "4 / 12")
    expect(number(deck)).to_have_attribute("lang", "th")
    expect(number(deck).locator("h2")).not_to_have_text(english)


def test_drilling_leads_to_the_explorer_and_back_to_the_same_slide(deck):
    press(deck, *["PageDown"] * 9)
    expect(number(deck)).to_have_attribute("data-label", "10 / 12")
    press(deck, "d")
    deck.page.wait_for_url("**/explore**show=lrt-announced-cost**")
    deck.page.go_back()
    expect(number(deck)).to_have_attribute("data-label", "10 / 12")


def test_what_is_clicked_stays_bright_while_the_rest_fades(deck):
    press(deck, "PageDown", "PageDown", "PageDown")
    bars = number(deck).locator('[role="graphics-symbol"][aria-roledescription="bar"]')
    bars.nth(2).click()
    expect(deck.main.locator(".s7-stage.s7-pointing .s7-pointed")).to_have_count(1)
    expect(bars.nth(0)).to_have_css("opacity", "0.22")
    bars.nth(2).click()
    expect(deck.main.locator(".s7-stage.s7-pointing")).to_have_count(0)


def test_typing_in_a_field_moves_no_slide(tab):
    tab.sign_in().open(AT)
    tab.main.get_by_text(words.OWN.en).click()
    field = tab.main.get_by_label(words.TITLE_EN.en)
    field.fill("")
    field.press_sequentially("fbng")
    expect(field).to_have_value("fbng")
    expect(number(tab)).to_have_attribute("data-label", "1 / 12")
    expect(tab.main.locator(".s7-black")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_of_the_deck_stands_out_in_a_light_room_and_in_a_dark_one(look, scheme):
    tab = look(AT, dark=scheme == "dark")
    expect(number(tab)).to_be_visible()
    assert tab.page.locator(".s7-bar-deck").inner_text() and tab.faint(".s7-deck") == []
    press(tab, "n")
    assert tab.faint(".s7-deck") == []
    press(tab, "n", "g")
    expect(tab.main.locator(".s7-grid-deck")).to_be_visible()
    assert tab.faint(".s7-deck") == []
    press(tab, "g")
    expect(tab.main.locator(".s7-grid-deck")).to_be_hidden()


def test_full_screen_hides_everything_but_the_slide(deck):
    press(deck, "f")
    deck.until("document.fullscreenElement?.classList.contains('s7-deck')")
    press(deck, "ArrowDown", "ArrowDown", "ArrowUp")
    expect(number(deck)).to_have_attribute("data-label", "2 / 12")
    press(deck, "f")
    deck.until("document.fullscreenElement === null")


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("agenda", ["monthly-council", "lrt-decision", "school-board", "budget-hearing"])
def test_every_slide_can_be_read_from_the_back_row_and_changes_at_once(other_tab, agenda, lang):
    tab = other_tab(viewport={"width": 1920, "height": 1080})
    tab.page.goto(f"{tab.server.url}/present?agenda={agenda}&lang={lang}&kiosk=600", wait_until="commit")
    expect(tab.page.locator(".s7-slide")).to_be_visible(timeout=60_000)
    tab.page.evaluate("document.fonts.ready")
    slides = tab.page.evaluate("document.querySelector('.s7-deck').deck.data.slides.length")
    for n in range(slides):
        tab.page.evaluate("n => document.querySelector('.s7-deck').deck.show(n)", n)
        assert (tab.page.evaluate(SMALL), tab.page.evaluate(OVER)) == ([], []), n + 1
    times = sorted(tab.page.evaluate(CHANGE))
    assert times[len(times) // 2] < 200, times
    assert tab.complaints == []


def test_a_wall_display_turns_by_itself_and_begins_again(tab):
    tab.page.goto(f"{tab.server.url}{AT}&kiosk=3&slide=12", wait_until="commit")
    expect(number(tab)).to_have_attribute("data-label", "12 / 12", timeout=30_000)
    # It begins again after the closing slide: the annex is nothing to look at from afar.
    expect(number(tab)).to_have_attribute("data-label", "1 / 12", timeout=20_000)
    expect(number(tab)).to_have_attribute("data-label", "2 / 12", timeout=20_000)
    expect(tab.page.locator(".s7-bar-deck")).to_be_hidden()


def test_a_finger_swipes_the_slides(deck):
    swipe = """([from, to]) => { const root = document.querySelector('.s7-deck');
      const touch = x => [new Touch({ identifier: 1, target: root, clientX: x, clientY: 200 })];
      root.dispatchEvent(new TouchEvent('touchstart', { changedTouches: touch(from), bubbles: true }));
      root.dispatchEvent(new TouchEvent('touchend', { changedTouches: touch(to), bubbles: true })); }"""
    expect(number(deck)).to_have_attribute("data-label", "1 / 12")
    deck.page.evaluate(swipe, [600, 300])
    expect(number(deck)).to_have_attribute("data-label", "2 / 12")
    deck.page.evaluate(swipe, [300, 600])
    expect(number(deck)).to_have_attribute("data-label", "1 / 12")


@pytest.fixture
def short():
    """Keep a meeting of one text, which nobody has packed before."""
    name = f"short-{secrets.token_hex(4)}"
    item = Item("text", note_th="เรื่องเดียว", note_en="The only thing")
    agenda = Agenda(name, Text("ประชุมสั้น", "Short meeting"), Text("สภา", "Council"), date(2026, 11, 25), (item,))
    meetings.save(Meeting(name, to_json(agenda), "", "", "2026-11-25"), account="")
    yield name
    meetings.delete(name, account="")


def test_the_documents_are_made_on_the_page_and_the_slides_open(tab, short):
    tab.open(f"/present?agenda={short}&lang=en")
    tab.page.evaluate("""() => { window.told = ''; new MutationObserver(() => window.told += document.body.innerText)
      .observe(document.body, { subtree: true, childList: true, characterData: true }); }""")
    tab.main.get_by_text(packs.TAKE.en).click()
    tab.main.get_by_role("button", name=packs.MAKE.en).click()
    button = tab.main.get_by_role("button", name=packs.FILES["pptx"].en)
    expect(button).to_be_visible(timeout=60_000)
    assert "slide 3 of 3" in tab.page.evaluate("window.told")
    with tab.page.expect_download() as sent:
        button.click()
    deck = Presentation(str(sent.value.path()))
    assert [page.shapes.title.text_frame.text for page in deck.slides] == [
        "Short meeting", "The only thing", packs.CLOSING.en,
    ]  # fmt: skip
    expect(tab.main.get_by_role("button", name=packs.FILES["xlsx"].en)).to_be_visible()

"""Everything can be reached and opened without a mouse."""

from playwright.sync_api import expect

from smart7.words import cards as words

FOCUSED = """() => { const e = document.activeElement; return {
  menu: !!e.closest('[data-testid="stSidebarNavLink"]'), language: e.matches('.s7-language'),
  bar: !!e.closest('[data-testid="stSelectbox"]'), switch: !!e.closest('[data-testid="stCheckbox"]'),
  card: !!e.closest('article a'), mark: !!e.closest('article summary'), outline: getComputedStyle(e).outlineStyle } }"""


def test_a_figures_source_opens_with_enter_and_closes_again(look, snapshot):
    tab = look("/living?lang=en")
    card = tab.card("Road deaths, Khon Kaen province")
    facts = card.locator("dl")
    expect(facts).to_be_hidden()
    card.locator("summary").focus()
    tab.page.keyboard.press("Enter")
    expect(facts).to_be_visible()
    for said in ("Road traffic accidents", "Office of the Municipal Clerk", snapshot):
        expect(facts).to_contain_text(said)
    expect(card.get_by_role("link", name=words.ROWS.en)).to_be_visible()
    tab.page.keyboard.press("Enter")
    expect(facts).to_be_hidden()


def test_tab_reaches_the_menu_then_the_bar_then_the_cards(tab):
    tab.open("/living?lang=en")
    reached = []
    for _ in range(45):
        tab.page.keyboard.press("Tab")
        reached.append(tab.page.evaluate(FOCUSED))
        if reached[-1]["mark"]:
            break
    places = ("menu", "bar", "switch", "language", "card", "mark")
    first = {place: next((n for n, at in enumerate(reached) if at[place]), None) for place in places}
    assert None not in first.values(), first
    assert list(first.values()) == sorted(first.values()), first
    assert [at for at in reached if (at["menu"] or at["card"] or at["mark"]) and at["outline"] == "none"] == []


def test_a_list_of_the_bar_is_chosen_from_by_keyboard(look):
    tab = look("/living?lang=en")
    tab.list("Figures up to the end of").focus()
    tab.page.keyboard.press("ArrowDown")
    expect(tab.page.get_by_role("option", name="Up to FY2018", exact=True)).to_be_visible()
    tab.page.keyboard.type("2017")
    expect(tab.page.get_by_role("option")).to_have_count(1)
    tab.page.keyboard.press("Enter")
    expect(tab.card("Road deaths, Khon Kaen province").locator(".s7-value")).to_contain_text("236")
    assert tab.page.url.endswith("&year=2017")


def test_a_wide_table_can_be_scrolled_by_keyboard(look):
    tab = look("/environment?lang=en", 1250, 844)
    box = tab.main.locator("[aria-label='Days over the standard, by month']")
    box.evaluate("e => { for (let p = e; p; p = p.parentElement) if (p.matches('details')) p.open = true; }")
    box.focus()
    expect(box).to_be_focused()
    tab.page.keyboard.press("ArrowRight")
    tab.until("e => e.scrollLeft > 0", box.element_handle())

"""What the live page draws with Streamlit's elements, as plain HTML of the same size: menu, bar, switch, charts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from smart7 import catalog, framing
from smart7.daily import Station
from smart7.i18n import Lang, Text
from smart7.markup.frame import YEAR_IN_BAR, sample_line
from smart7.markup.panels import told
from smart7.markup.pieces import tag, text, unfolded, wrap
from smart7.parts import Panel
from smart7.view import HIDE, SHOW, View, address, sample_default
from smart7.words import first
from smart7.words import site as words


def document(page_id: str, body: str, view: View) -> str:
    """Return menu and page side by side, as the live page has them, with what is folded away as elements."""
    return beside_menu(page_id, (first.WAITING, first.NO_SCRIPT), unfolded(body), view.lang, view.held)


def bare(page_id: str, lang: Lang, held: Mapping[str, str]) -> str:
    """Return the menu, which holds what goes along, beside a title: of where only the live page knows what there is."""
    title = wrap("div", tag("h1", catalog.page(page_id).title.get(lang), "s7-title"), "s7-top")
    return beside_menu(page_id, (first.WAITING_BARE, first.NO_SCRIPT_BARE), title, lang, held)


def beside_menu(page_id: str, told: tuple[Text, Text], body: str, lang: Lang, held: Mapping[str, str]) -> str:
    """Return a page beside the menu; `told` is said while the server is not reached, and where there is no script."""
    waits, plain = (text.get(lang) for text in told)
    said = tag("p", waits, "s7f-waits", role="status", hidden="hidden")
    inner = tag("p", plain, "s7f-plain s7f-unscripted") + body
    main = wrap("main", said + wrap("div", inner, "s7f-page"), "s7f-main", tabindex="-1")
    pages = wrap("nav", menu(page_id, lang, held), aria_label=first.PAGES.get(lang))
    side = wrap("div", pages, "s7f-side")
    folded = wrap("details", tag("summary", first.MENU.get(lang)) + pages, "s7f-menu")
    return wrap("div", side + folded + main, "", id="s7-first")


def menu(page_id: str, lang: Lang, held: Mapping[str, str]) -> str:
    """Return the pages of the site in their groups, each a list with its name, as the script makes the live menu."""
    return "".join(
        tag("p", name.get(lang), "s7f-group", aria_hidden="true")
        + wrap("ul", "".join(entry(one, page_id, lang, held) for one in own), role="list", aria_label=name.get(lang))
        for name, own in catalog.menu()
    )


def entry(page: catalog.Page, page_id: str, lang: Lang, held: Mapping[str, str]) -> str:
    """Return one line of the menu; the room before a name is where the live page has its icon."""
    here = {"aria_current": "page"} if page.id == page_id else {}
    name = tag("i", "", aria_hidden="true") + tag("span", page.title.get(lang))
    return wrap("li", wrap("a", name, href=address(page.id, held), **here))


def bar(page_id: str, about: Mapping[str, Any], asked: Mapping[str, str], reach: tuple[date, date], view: View) -> str:
    """Return in one line the year of a domain, how much is made up with its switch, and the ways elsewhere."""
    year = choices(page_id, asked, view, option=words.YEAR_UNTIL) if page_id in YEAR_IN_BAR else ""
    switch = framing.ways(page_id, tuple(sorted({**view.held, **asked}.items())), reach, view)
    return wrap("div", year + sample_switch(page_id, about, asked, view) + wrap("div", switch), "s7f-quiet")


def sample_switch(page_id: str, about: Mapping[str, Any], asked: Mapping[str, str], view: View) -> str:
    """Return the line that says how much is made up, with a link that shows or hides it."""
    said = sample_line(about, view)
    if not said:
        return ""
    other = HIDE if view.sample else SHOW
    held = {name: value for name, value in {**view.held, **asked}.items() if name != "sample"}
    held |= {"sample": other} if other != sample_default() else {}
    word = first.HIDE_SAMPLE if view.sample else words.SHOW_SAMPLE
    seen = tag("span", view.say(first.HIDE if view.sample else first.SHOW), aria_hidden="true")
    switch = wrap("a", seen, href=address(page_id, held), aria_label=view.say(word))
    return wrap("div", said + switch, "s7f-sample")


def choices(page_id: str, asked: Mapping[str, str], view: View, *before: str, option: Text = words.YEAR_OPTION) -> str:
    """Return the choice of the year, behind other choices: a form that works without a script.

    Each year is written as `option`; in the bar, which has no other choice, the label is heard only. A browser that
    comes back to it is not to put in again what was chosen then: the page is of the year it was made of.
    """
    quiet = option is not words.YEAR_OPTION
    years = [(str(year), name) for year, name in framing.year_names(option, view.years, view.lang).items()]
    year = choice("year", view.say(words.YEAR), years, str(view.year), 190 if quiet else 320, hidden=quiet)
    held = {name: value for name, value in {**view.held, **(asked if quiet else {})}.items() if name != "year"}
    hidden = "".join(f'<input type="hidden" name="{name}" value="{text(value)}" />' for name, value in held.items())
    button = tag("button", view.say(first.SHOW), "s7f-unscripted", type="submit")
    inner = "".join([*before, year]) + hidden + button
    return wrap("form", inner, "s7f-bar", method="get", action=address(page_id, {}), autocomplete="off")


def choice(
    name: str, label: str, options: Sequence[tuple[str, str]], chosen: str, width: int, *, hidden: bool = False
) -> str:
    """Return a list to choose from, as wide as the live page has it in pixels; its label may be heard only."""
    listed = "".join(
        tag("option", said, value=value, **({"selected": "selected"} if value == chosen else {}))
        for value, said in options
    )
    chooser = wrap("select", listed, name_=name, **({"aria_label": label} if hidden else {}))
    return wrap("label", ("" if hidden else tag("span", label)) + chooser, "s7f-choice", style=f"width:{width}px")


def panels(found: Sequence[Panel], snapshot: str, view: View) -> str:
    """Return charts as quiet places of their height with what stands around them, two to a row where there is room."""
    drawn = "".join(panel(one, snapshot, view) for one in found)
    return wrap("div", drawn, "s7f-columns") if drawn else ""


def station(one: Station, snapshot: str, view: View) -> list[str]:
    """Return what stands open of the days of a station, and the line that the live page opens for more."""
    charts = [panel(each, snapshot, view) for each in one.open]
    return [one.above, *charts, tag("p", one.label, "s7f-folded"), one.below]


def panel(one: Panel, snapshot: str, view: View) -> str:
    """Return one chart's place with its title, credit and numbers."""
    if not one.drawn:
        return told(one.above, one.below)
    height = one.packed(snapshot, view.lang, dark=False).height
    place = tag("div", view.say(first.CHART), "s7f-chart", style=f"height:{height}px")
    return wrap("div", wrap("div", one.above) + place + wrap("div", one.below), "s7f-block")

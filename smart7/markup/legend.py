"""The legend of the board, which is its filter too: every kind of tile with its count, each a link.

A link narrows the board to what it names, or widens it again. The board itself stays as it is: one rule lets the
tiles fade that are not looked at, so a change of the filter sends next to nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from smart7 import board, catalog, tally, verdicts
from smart7.board import Choice
from smart7.figures import Figure
from smart7.markup.pieces import link, more, tag, wrap
from smart7.view import View
from smart7.words import board as words
from smart7.words import common

FADED: Final = ".s7-board li:not(.{marks}){{--s7-seen:.15}}"


def legend(found: Sequence[Figure], choice: Choice, view: View) -> str:
    """Return the legend, and what is looked at where that is not everything; counts are those of all figures."""
    inside = kinds(found, choice, view) + filters(found, choice, view)
    named = wrap("div", inside, role="group", aria_label=view.say(words.LEGEND))
    return wrap("div", fading(choice) + named + chosen(found, choice, view), "s7-narrow")


def fading(choice: Choice) -> str:
    """Return the rule that lets tiles fade that are not looked at; a choice names only what there is."""
    return f"<style>{FADED.format(marks='.'.join(choice.chosen))}</style>" if choice.chosen else ""


def kinds(found: Sequence[Figure], choice: Choice, view: View) -> str:
    """Return how a tile looks that stands in each way, and how many do."""
    counted = tally.published(found)
    counts = {**counted.standings, board.THEN: counted.judged_then}
    return wrap(
        "ul",
        "".join(
            entry("verdict", name, view.say(words.STANDINGS[name]), counts[name], choice, view)
            for name in board.VERDICTS
        ),
        "s7-key",
    )


def filters(found: Sequence[Figure], choice: Choice, view: View) -> str:
    """Return what else the board can be narrowed to, and its other order."""
    aims = {aim: view.say(common.AIMS[aim]) for aim in catalog.AIMS}
    owners = {key: one.provenance.owner.get(view.lang) for key, one in board.owners(found).items()}
    counted = tally.published(found)
    only = "".join(
        entry("only", name, view.say(words.ONLY[name]), count, choice, view)
        for name, count in ((board.REAL, counted.known), (board.LATE, counted.late))
    )
    orders = "".join(
        wrap(
            "li",
            option(tag("span", view.say(words.ORDERS[name])), replace(choice, order=name), choice.order == name, view),
        )
        for name in words.ORDERS
    )
    lists = folded("aim", view.say(words.AIM), aims, found, choice, view)
    lists += folded("owner", view.say(words.OWNER), owners, found, choice, view)
    return wrap(
        "div",
        lists + wrap("ul", only, "s7-key") + wrap("ul", orders, "s7-order", aria_label=view.say(words.ORDER)),
        "s7-filters",
    )


def folded(name: str, title: str, names: Mapping[str, str], found: Sequence[Figure], choice: Choice, view: View) -> str:
    """Return a list that opens on a click or a key, from which one thing can be chosen."""
    now = getattr(choice, name)
    entries = "".join(
        entry(name, value, said, tally.published(f for f in found if value in board.marks(f)).total, choice, view)
        for value, said in names.items()
    )
    said = f"{title}: {names[now]}" if now else title
    css = "s7-chosen" if now else ""
    return wrap(
        "details", wrap("summary", tag("span", said), css) + wrap("ul", entries, "s7-key"), "s7-fold", name_="s7-fold"
    )


def entry(name: str, value: str, said: str, count: int, choice: Choice, view: View) -> str:
    """Return one entry with its count: followed, it is what is looked at, or no longer."""
    now = getattr(choice, name) == value
    changes: dict[str, Any] = {name: "" if now else value}
    shape = tag("i", "") if name == "verdict" else ""
    inside = shape + tag("span", said) + " " + tag("b", str(count))
    return wrap("li", option(inside, replace(choice, **changes), now, view), value if shape else "")


def option(inside: str, then: Choice, now: bool, view: View) -> str:
    """Return a link to another choice; what is chosen now says so."""
    state = {"aria_current": "true"} if now else {}
    return wrap("a", inside, href=view.address("overview", **then.held), **state)


def chosen(found: Sequence[Figure], choice: Choice, view: View) -> str:
    """Return what is looked at in words and as a list, with the way back to everything; '' for everything."""
    if not choice.chosen:
        return ""
    own = board.looked_at(found, choice)
    what = " · ".join(name_of(mark, found, view) for mark in choice.chosen)
    said = view.say(words.LOOKED_AT, count=tally.published(own).total, total=tally.published(found).total, what=what)
    back = link(
        view.say(words.EVERY), view.address("overview", **replace(choice, verdict="", aim="", owner="", only="").held)
    )
    listed = (
        more(view.say(words.AS_LIST), wrap("ul", "".join(item(one, view) for one in own), "s7-list")) if own else ""
    )
    return wrap("div", wrap("p", tag("span", said) + " " + back, role="status") + listed, "s7-looked-at")


def name_of(mark: str, found: Sequence[Figure], view: View) -> str:
    """Return what a mark is called."""
    known = {**words.STANDINGS, **common.AIMS, **words.ONLY}
    return view.say(known[mark]) if mark in known else board.owners(found)[mark].provenance.owner.get(view.lang)


def item(figure: Figure, view: View) -> str:
    """Return one indicator of the list: its name, and how it stands."""
    name = link(figure.name.get(view.lang), view.address("indicator", id=figure.indicator_id))
    status = figure.judged_real
    if figure.is_sample or figure.value is None:
        said = verdicts.said(status, figure.period, view.lang)
    else:
        period = f" ({figure.period_short.get(view.lang)})" if figure.period_short else ""
        said = f"{figure.shown(view.lang)}{period} · {verdicts.said(status, figure.period, view.lang)}"
    return wrap("li", f"{name} {tag('span', said)}")

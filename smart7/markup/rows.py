"""Figures as a compact list, one line each, which opens in place to what a card tells."""

from collections.abc import Sequence

from smart7.figures import Figure
from smart7.formats import MISSING
from smart7.markup import cards
from smart7.markup.pieces import Safe, folded, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import common
from smart7.words import domain as words


def listing(title: str, figures: Sequence[Figure], view: View, snapshot: str) -> str:
    """Return a list of figures under its title, '' for none."""
    if not figures:
        return ""
    names = "".join(tag("span", view.say(name)) for name in words.COLUMNS)
    head = wrap("div", names, "s7-row-head", aria_hidden="true")
    rows = "".join(row(figure, view, snapshot) for figure in figures)
    return tag("h3", title, "s7-sub") + wrap("div", head + rows, "s7-rows")


def row(figure: Figure, view: View, snapshot: str) -> str:
    """Return one figure as a line; opened, it tells place, verdict, change, remarks and where it comes from."""
    name = figure.name.get(view.lang)
    drawn = cards.spark(figure, view) or tag("span", "", "s7-spark-room")
    line = [
        tag("span", name, "s7-row-name"),
        number(figure, view),
        wrap("span", drawn, "s7-row-line"),
        verdict(figure, view),
        tag("span", figure.period_short.get(view.lang) if figure.period_short else MISSING, "s7-row-period"),
        cards.quality(figure, view),
    ]
    inside = [
        wrap("p", anchor(view.say(words.OPEN), view.address("indicator", id=figure.indicator_id))),
        cards.place(figure, view),
        cards.status_line(figure, view),
        cards.change(figure, view),
        cards.remarks(figure, view),
        cards.facts(figure, view, snapshot),
    ]
    opened = wrap("div", "".join(inside), "s7-row-more")
    css = "s7-row" + (" s7-sample" if figure.is_sample else "")
    style = f"--s7-card:var(--s7-domain-{figure.domain_id})"
    return wrap("article", folded("".join(line), opened), css, style=style, aria_label=name)


def number(figure: Figure, view: View) -> Safe:
    """Return the value of a line with its unit of measure."""
    if figure.value is None or figure.value_kind != "number":
        return Safe(wrap("span", tag("b", figure.shown(view.lang)), "s7-value"))
    return Safe(wrap("span", tag("b", figure.number(view.lang)) + " " + tag("span", figure.measure.get(view.lang)),
                     "s7-value"))  # fmt: skip


def verdict(figure: Figure, view: View) -> Safe:
    """Return how a figure stands as icon and word, or in a word why there is no verdict."""
    status = figure.status
    known = status.judgement != "none"
    word = view.say(common.STATUS[status.judgement] if known else words.WHY_NOT[status.reason])
    css = f"s7-verdict s7-{status.judgement}"
    return Safe(wrap("span", cards.icon(status) + tag("span", word), css))

"""The board of the overview: every indicator one tile, in a row for each domain.

A tile is a link whose label is its card: made and shown where it is pointed at or has the focus (`first/page.js`), and
read out as one list. What is drawn on it is the style sheet's, by its marks.
"""

from collections.abc import Sequence

from smart7 import board, catalog, figures, tally, verdicts
from smart7.figures import Figure
from smart7.markup import cards
from smart7.markup.pieces import bound, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import board as words
from smart7.words import cards as card_words
from smart7.words import common


def rows(found: Sequence[Figure], view: View, *, marked: bool) -> str:
    """Return the board, a row of tiles for each domain; `marked` where tiles of one aim stand together."""
    past = tag("a", view.say(words.PAST), "s7-past", href="#past-board")
    drawn = "".join(
        row(one, [f for f in found if f.domain_id == one.id], view, marked=marked) for one in catalog.DOMAINS
    )
    notes = [words.STROKES] if marked else []
    notes += [words.NOTE] if tally.published(found).judged_then else []
    end = tag("p", " · ".join(map(view.say, notes)), "s7-note", id="past-board", tabindex="-1")
    return past + wrap("div", drawn, "s7-board", role="group", aria_label=view.say(words.BOARD)) + end


def row(domain: catalog.Domain, own: Sequence[Figure], view: View, *, marked: bool) -> str:
    """Return the tiles of one domain with its name and its count."""
    counted = tally.published(own)
    said = view.say(words.ROW, total=counted.total, known=counted.known, judged=counted.judged)
    head = wrap("h2", anchor(domain.name.get(view.lang), view.address(domain.id))) + tag("p", said)
    tiles, before = [], -1
    for figure in own:
        aim = board.aim_of(figure)
        tiles.append(tile(figure, view, first=marked and before not in (-1, aim)))
        before = aim
    inside = wrap("div", head) + wrap("ul", "".join(tiles))
    return wrap("section", inside, style=f"--s7-card:var(--s7-domain-{domain.id})")


def tile(figure: Figure, view: View, *, first: bool) -> str:
    """Return one tile; the first of an aim begins with a stroke.

    A finger that touches a tile gives it the focus, which shows its card; touched again, it leads on.
    """
    css = " ".join([*board.marks(figure), *(["first"] if first else [])])
    inside = wrap("a", "", href=view.address("indicator", id=figure.indicator_id), aria_label=label(figure, view))
    return wrap("li", inside, css, tabindex="-1")


def label(figure: Figure, view: View) -> str:
    """Return what a tile says, a line for each part and an empty one where there is nothing to say.

    Name, value, what it is of, verdict and whose target, that it is late, source, aims: seven lines, of which a card
    is made in this order. As a text, since a browser builds all elements there are, and there are hundreds of cards.
    """
    about = (figure.period_short, figure.unit, common.QUALITY[figure.quality]) if figure.value is not None else ()
    lines = (
        figure.name.get(view.lang),
        figure.shown(view.lang) if figure.value is not None else "",
        " · ".join(one.get(view.lang) for one in about if one),
        verdict(figure, view),
        view.say(card_words.OVERDUE) if board.LATE in board.marks(figure) and not figure.judged_real.then else "",
        origin(figure, view),
        view.say(words.AIMS, aims=" · ".join(view.say(common.AIMS[aim]) for aim in figure.aims)) if figure.aims else "",
    )
    return "\n".join(bound(" ".join(line.splitlines())) for line in lines)


def verdict(figure: Figure, view: View) -> str:
    """Return a figure's verdict and whose target it is held against, or why there is none."""
    status = figure.judged_real
    word = verdicts.said(status, figure.period, view.lang)
    if status.judgement != "none":
        return f"{word} ({cards.target_words(figure, view)})"
    return view.say(common.SAMPLE_BADGE) if status.reason == "sample" else word


def origin(figure: Figure, view: View) -> str:
    """Return where a published figure comes from; of any other, who holds it."""
    titles = (source.title.get(view.lang) for source in figure.provenance.sources)
    held = view.say(words.NO_SOURCE, owner=figure.provenance.owner.get(view.lang))
    return held if figure.is_sample or figure.value is None else figures.credit(titles, view.lang) or held

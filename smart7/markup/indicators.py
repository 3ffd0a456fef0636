"""The indicators of a domain: its definition, cards of what is judged, background figures, and what is missing."""

from collections.abc import Sequence

from smart7 import catalog, tally
from smart7.figures import Figure
from smart7.markup import cards, tallies
from smart7.markup.pieces import link as anchor
from smart7.markup.pieces import more, tag, wrap
from smart7.view import View
from smart7.words import cards as words

FIRST = 8
"""How many cards are open at once; a page answers one question, the rest is a click away."""

FEW = 4
"""With fewer judged figures than this, the background figures stand open too."""


def definition(domain: catalog.Domain, view: View) -> str:
    """Return the municipality's own definition of a domain."""
    style = f"--s7-card:var(--s7-domain-{domain.id})"
    return tag("p", domain.definition.get(view.lang), "s7-definition", style=style)


def sections(figures: Sequence[Figure], view: View, snapshot: str) -> str:
    """Return the cards that lead, the rest, the background figures and the list of what is missing."""
    known = [f for f in figures if f.value is not None]
    # What has a source comes before what only shows the shape.
    judged = sorted((f for f in known if f.direction != "context"), key=lambda f: f.is_sample)
    context = [f for f in known if f.direction == "context"]
    waiting = [f for f in figures if f.value is None]
    parts = [tallies.counts(tally.published(figures), view), cards.grid(judged[:FIRST], view, snapshot)]
    if judged[FIRST:]:
        rest = cards.grid(judged[FIRST:], view, snapshot)
        parts.append(more(view.say(words.MORE, count=len(judged) - FIRST), rest))
    if context:
        background = cards.grid(context, view, snapshot)
        parts.append(more(view.say(words.CONTEXT, count=len(context)), background, opened=len(judged) < FEW))
    if waiting:
        title = view.say(words.WAITING, count=len(waiting))
        parts.append(more(title, missing(waiting, view), opened=not view.sample))
    return "".join(parts)


def missing(figures: list[Figure], view: View) -> str:
    """Return the indicators nobody has handed in, with who holds them."""
    items = "".join(
        wrap(
            "li",
            anchor(f.name.get(view.lang), view.address("indicator", id=f.indicator_id))
            + " "
            + tag("span", waiting_words(f, view)),
        )
        for f in figures
    )
    return tag("p", view.say(words.WAITING_INTRO), "s7-note") + wrap("ul", items, "s7-list")


def waiting_words(figure: Figure, view: View) -> str:
    """Return who holds a missing figure, or that it is known by unit."""
    if figure.status.reason == "parts":
        return view.say(words.SEE_UNITS)
    return f"– {figure.provenance.owner.get(view.lang)}"

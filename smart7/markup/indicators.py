"""The indicators of a domain: its sentence, the few that lead told large, then a list or cards, and what is missing."""

from collections.abc import Sequence
from typing import Any, Final, Literal

from smart7 import catalog, tally, telling
from smart7.figures import Figure
from smart7.markup import cards, heroes, rows, tallies
from smart7.markup.pieces import heading, more, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.meetings import headline
from smart7.view import View
from smart7.words import cards as words
from smart7.words import domain as domain_words

Form = Literal["list", "cards"]
FORM: Final = "form"
"""The parameter of a link that holds how indicators are shown."""
LIST: Final[Form] = "list"
CARDS: Final[Form] = "cards"
FORMS: Final = (LIST, CARDS)

FIRST: Final = 8
"""How many cards are open at once; a page answers one question, the rest is a click away."""

FEW: Final = 4
"""With fewer judged figures than this, the background figures stand open too."""


def definition(domain: catalog.Domain, view: View) -> str:
    """Return the municipality's own definition of a domain."""
    style = f"--s7-card:var(--s7-domain-{domain.id})"
    return tag("p", domain.definition.get(view.lang), "s7-definition", style=style)


def lead(domain: catalog.Domain, figures: Sequence[Figure], told: Sequence[Figure], view: View) -> str:
    """Return the sentence of a domain: what leads it, then how all of it stands; and its definition.

    All of it is made of published figures only.
    """
    whole = headline.of_tally(domain.name.get(view.lang), tally.published(figures), view.lang)
    first = tag("p", headline.of(told[0], view.lang), "s7-finding") if told else ""
    return first + tag("p", whole, "s7-standing" if told else "s7-finding") + definition(domain, view)


def leading(domain_id: str, figures: Sequence[Figure], told: Sequence[Figure], found: Sequence[dict[str, Any]],
            view: View, snapshot: str) -> str:  # fmt: skip
    """Return the figures that are told large, then the rest as a list with what is missing."""
    rest = [figure for figure in figures if figure not in told]
    real, made_up, waiting = telling.listed(rest)
    title = view.say(domain_words.LIST_TITLE if told else domain_words.LIST_ALL)
    parts = [heroes.heroes(told, found, view, snapshot), heading(title), switch(domain_id, CARDS, view)]
    parts.append(rows.listing(view.say(domain_words.REAL, count=len(real)), real, view, snapshot))
    parts.append(rows.listing(view.say(domain_words.MADE_UP, count=len(made_up)), made_up, view, snapshot))
    counts = more(view.say(domain_words.STANDING), tallies.counts(tally.published(figures), view))
    return "".join([*parts, absent(waiting, view), counts])


def switch(domain_id: str, form: Form, view: View) -> str:
    """Return the way to the other form of the indicators of a domain, which the link holds."""
    word = domain_words.AS_CARDS if form == CARDS else domain_words.AS_LIST
    held = {FORM: form} if form == CARDS else {}
    hint = tag("span", view.say(domain_words.LIST_HINT) + " · ") if form == CARDS else ""
    return wrap("p", hint + anchor(view.say(word), view.address(domain_id, **held)), "s7-line s7-form")


def sections(domain_id: str, figures: Sequence[Figure], view: View, snapshot: str) -> str:
    """Return the indicators of a domain as cards: those that lead, the rest, the background, what is missing."""
    known = [f for f in figures if f.value is not None]
    # What has a source comes before what only shows the shape.
    judged = sorted((f for f in known if f.direction != "context"), key=lambda f: f.is_sample)
    context = [f for f in known if f.direction == "context"]
    parts = [switch(domain_id, LIST, view), tallies.counts(tally.published(figures), view)]
    parts.append(cards.grid(judged[:FIRST], view, snapshot))
    if judged[FIRST:]:
        rest = cards.grid(judged[FIRST:], view, snapshot)
        parts.append(more(view.say(words.MORE, count=len(judged) - FIRST), rest))
    if context:
        background = cards.grid(context, view, snapshot)
        parts.append(more(view.say(words.CONTEXT, count=len(context)), background, opened=len(judged) < FEW))
    return "".join([*parts, absent([f for f in figures if f.value is None], view)])


def absent(waiting: list[Figure], view: View) -> str:
    """Return the indicators nobody has handed in, open where samples are hidden; '' for none."""
    if not waiting:
        return ""
    return more(view.say(words.WAITING, count=len(waiting)), missing(waiting, view), opened=not view.sample)


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

"""What to ask about as a block: each a sentence with its figure, small line and source; and as text to take along."""

from collections.abc import Sequence
from urllib.parse import urlencode

from smart7 import asks, verdicts
from smart7.asks import Ask
from smart7.figures import Figure
from smart7.markup import cards
from smart7.markup.pieces import Safe, heading, more, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.meetings import asking
from smart7.meetings.asking import Asked
from smart7.view import View
from smart7.words import asks as words


def block(found: Sequence[Figure], view: View, snapshot: str) -> str:
    """Return what to ask about, from the figures all indicators lead with; less than five is said to be."""
    chosen = asks.chosen(found)
    told = [asking.told(ask, view.lang) for ask in chosen]
    listed = "".join(item(ask, one, view, snapshot) for ask, one in zip(chosen, told, strict=True))
    parts = [heading(view.say(words.TITLE)), tag("p", about(len(chosen), view), "s7-note")]
    parts += [wrap("ol", listed, "s7-tellings s7-asks")] if listed else []
    parts += [never_told(found, view), take_along(told, view, snapshot) if told else "", rule(view)]
    return wrap("section", "".join(parts), id="asks")


def about(count: int, view: View) -> str:
    """Return how the list came about, or that it is short."""
    if count == asks.MOST:
        return view.say(words.ABOUT)
    return view.say(words.FEWER, count=count) if count else view.say(words.NONE)


def item(ask: Ask, one: Asked, view: View, snapshot: str) -> str:
    """Return one thing to ask about: the figure and its line on one side, what to say of it on the other."""
    own = ask.figure
    figure = cards.value(own, view) + cards.place(own, view) + verdict(own, view) + cards.spark(own, view)
    said = [
        sentence(one.sentence, one.name, own, view),
        tag("p", view.say(words.ASK, question=one.question), "s7-question"),
        cards.provenance(own, view, snapshot),
    ]
    inner = wrap("div", figure, "s7-shown") + wrap("div", "".join(said))
    return wrap("li", tag("h3", one.title, "s7-kind") + inner, style=f"--s7-card:var(--s7-domain-{own.domain_id})")


def verdict(figure: Figure, view: View) -> str:
    """Return a verdict as icon and words, '' where there is none."""
    judged = figure.judged_real
    if judged.judgement == "none":
        return ""
    said = tag("span", verdicts.said(judged, figure.period, view.lang))
    return wrap("p", cards.icon(judged) + said, f"s7-status s7-{judged.judgement}")


def sentence(said: str, name: str, figure: Figure, view: View) -> str:
    """Return a sentence that begins with an indicator's name; the name leads to its page."""
    lead = anchor(name, view.address("indicator", id=figure.indicator_id))
    return wrap("p", Safe(lead + tag("span", said.removeprefix(name))), "s7-said")


def never_told(found: Sequence[Figure], view: View) -> str:
    """Return of how many promised indicators there is no figure to ask about, and the way to who holds them."""
    promised, never = asks.never_told(found)
    if not never:
        return ""
    said = tag("span", view.say(words.NEVER_TOLD, promised=promised, never=never) + " · ")
    return wrap("p", said + anchor(view.say(words.WHO_HOLDS), view.address("sources")), "s7-line")


def take_along(told: Sequence[Asked], view: View, snapshot: str) -> str:
    """Return the list as text that can be copied, and as a file."""
    address = f"/asks/{snapshot}.txt?{urlencode({'lang': view.lang, 'year': view.year})}"
    copy = tag("button", view.say(words.COPY), "s7-copy", type="button", data_done=view.say(words.COPIED))
    file = tag("a", view.say(words.TAKE_FILE), "s7-file", href=address)
    held = asking.sheet(told, snapshot, view)
    text = tag("pre", held, "s7-sheet", tabindex="0", role="region", aria_label=view.say(words.TAKE))
    return more(view.say(words.TAKE), wrap("p", copy + file, "s7-line") + text)


def rule(view: View) -> str:
    """Return the rule by which the list is made."""
    return more(view.say(words.RULE), "".join(tag("p", view.say(text), "s7-note") for text in words.RULES))

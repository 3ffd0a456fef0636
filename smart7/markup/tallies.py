"""Counts of verdicts as markup: judged now, judged then, cannot be said; the same on every page that counts."""

from collections.abc import Mapping

from smart7.markup import cards, terms
from smart7.markup.pieces import tag, wrap
from smart7.tally import VERDICTS, Tally
from smart7.view import View
from smart7.words import common
from smart7.words import verdicts as words


def counts(found: Tally, view: View) -> str:
    """Return the three parts of a count: judged now and judged then with icon and word, and why the rest is neither."""
    now = part(tag("span", view.say(words.NOW, count=found.judged_now)), found.now, view, outline=False)
    told = terms.word("then", view.say(words.AT_THE_TIME, count=found.judged_then), view)
    then = part(told, found.then, view, outline=True)
    unsaid = wrap("span", terms.word("none", view.say(words.CANNOT_SAY, count=found.unsaid), view), "s7-none")
    reasons = ", ".join(
        f"{view.say(common.REASONS[reason])} {count}"
        for reason, count in sorted(found.reasons.items(), key=lambda item: -item[1])
    )
    why = tag("p", reasons) if reasons else ""
    return now + (then if found.judged_then else "") + wrap("div", unsaid, "s7-tally") + bar(found) + why


def part(title: str, held: Mapping[str, int], view: View, *, outline: bool) -> str:
    """Return how many of one part stand how, by icon and word; of none there is nothing to tell apart."""
    if not any(held.values()):
        return wrap("div", wrap("b", title), "s7-tally")
    inner = "".join(
        wrap("span", f"{cards.shape(name, outline=outline)} {tag('span', f'{view.say(common.STATUS[name])} {count}')}",
             f"s7-{name}")
        for name, count in held.items()
    )  # fmt: skip
    return wrap("div", wrap("b", title) + inner, "s7-tally")


def bar(found: Tally) -> str:
    """Return the share of each verdict as a bar, those of their own period hatched; words beside it say the same."""
    if not found.total:
        return ""
    pieces = "".join(
        f"<i class='{css}' style='width:{100 * held[name] / found.total:.2f}%;--s7-piece:var(--s7-status-{name})'></i>"
        for held, css in ((found.now, "s7-full"), (found.then, "s7-hatched"))
        for name in VERDICTS
        if held[name]
    )
    return wrap("div", pieces, "s7-bar", aria_hidden="true")

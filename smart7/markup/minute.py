"""A visitor's first minute, in three steps: it stands in a corner of every page, to be opened and put away.

It is plain markup that opens without a script. Ours opens it once by itself, until it was put away (`start.js`).
"""

from typing import Final

from smart7.i18n import Text
from smart7.markup import cards
from smart7.markup.pieces import link, tag, wrap
from smart7.view import View
from smart7.words import common
from smart7.words import minute as words

SHOWN: Final = ("on", "near", "off", "none")


def panel(view: View, group: str = "s7-step") -> str:
    """Return the three steps, of which one stands open at a time, behind what opens them.

    `group` names them: those of one name close each other, wherever they stand in a document.
    """
    name = tag("span", "?", "s7-minute-mark", aria_hidden="true") + tag("span", view.say(words.NAME))
    summary = wrap("summary", name + tag("span", view.say(words.AWAY), "s7-minute-away"))
    steps = [
        step(words.WHAT, tag("p", view.say(words.WHAT_SAID)), view, group, opened=True),
        step(words.COLOURS, colours(view), view, group),
        step(words.SAMPLE, tag("p", view.say(words.SAMPLE_SAID)), view, group),
    ]
    further = wrap("p", link(view.say(words.WORDS), view.address("glossary")))
    return wrap("details", summary + wrap("div", "".join(steps) + further), "s7-minute")


def step(title: Text, inner: str, view: View, group: str, *, opened: bool = False) -> str:
    """Return one step of those of a name."""
    state = {"open": "open"} if opened else {}
    return wrap("details", tag("summary", view.say(title)) + inner, name_=group, **state)


def colours(view: View) -> str:
    """Return every verdict with its icon, and what an outline says; none of them is the verdict of a figure."""
    said = [
        wrap("li", f"{cards.shape(name, outline=False)} {tag('span', view.say(common.STATUS[name]))}",
             style=f"color:var(--s7-status-{name})")
        for name in SHOWN
    ]  # fmt: skip
    said.append(wrap("li", f"{cards.shape('on', outline=True)} {tag('span', view.say(words.OUTLINE))}"))
    return wrap("ul", "".join(said))

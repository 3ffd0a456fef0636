"""The glossary as a page: every word with its mark, by its kind."""

from collections.abc import Mapping

from smart7 import theme
from smart7.markup import cards
from smart7.markup.pieces import heading, tag, wrap
from smart7.markup.terms import place
from smart7.view import View
from smart7.words import glossary as words
from smart7.words.glossary import Term


def body(view: View) -> str:
    """Return every word and what it means."""
    groups = "".join(heading(view.say(title)) + listed(terms, view) for title, terms in words.GROUPS)
    return tag("p", view.say(words.INTRO), "s7-definition") + groups


def listed(terms: Mapping[str, Term], view: View) -> str:
    """Return the words of one kind as a list of definitions."""
    return wrap("dl", "".join(entry(name, term, view) for name, term in terms.items()), "s7-glossary")


def entry(name: str, term: Term, view: View) -> str:
    """Return one word, its mark and what it means."""
    said = mark(name, view.say(term.name))
    return wrap("div", wrap("dt", said) + tag("dd", view.say(term.says)), id=place(name))


def mark(name: str, plain: str) -> str:
    """Return a word with the mark it has on the pages, where it has one; the class of a figure is no word's."""
    if name in words.QUALITIES:
        return tag("span", plain, "s7-quality", style=f"--s7-q:var(--s7-quality-{name})")
    if name in theme.STATUS_ICON:
        colour = f"color:var(--s7-status-{name})"
        return wrap("span", f"{cards.shape(name, outline=False)} {tag('span', plain)}", style=colour)
    if name == "then":
        return wrap("span", f"{cards.shape('on', outline=True)} {tag('span', plain)}")
    return tag("span", plain)

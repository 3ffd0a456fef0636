"""Words that lead to what they mean: a dotted line below, and a link to their place in the glossary."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text
from smart7.markup.pieces import Safe, tag, text
from smart7.view import View
from smart7.words import cards, common
from smart7.words.glossary import TERMS

LABELS: Final[Mapping[Text, str]] = {
    common.QUALITY_NAME: "official", common.PERIOD: "period", common.SOURCE: "source", common.AS_OF: "as-of",
    common.TARGET: "authority", common.OWNER: "owner", common.AIM: "aim", cards.SNAPSHOT: "snapshot",
}  # fmt: skip
"""The labels of a list of facts that have a place in the glossary."""


def place(term: str) -> str:
    """Return the id of a word's place on the page of the glossary."""
    return f"word-{term}"


def word(term: str, plain: str, view: View, css: str = "", **attributes: str) -> Safe:
    """Return words that lead to what a term means; raises `KeyError` for a term the glossary does not have."""
    if term not in TERMS:
        raise KeyError(term)
    href = f"{view.address('glossary')}#{place(term)}"
    return Safe(tag("a", plain, f"s7-term {css}".strip(), href=href, **attributes))


def label(name: Text, view: View) -> str:
    """Return the label of a fact; it leads to the glossary where that has it."""
    plain = view.say(name)
    return word(LABELS[name], plain, view) if name in LABELS else text(plain)

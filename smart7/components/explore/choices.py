"""What the blanks of the sentence offer: each value with how many figures it leaves, named in both languages."""

from dataclasses import dataclass

import streamlit as st

from smart7 import formats, questions
from smart7.i18n import Lang
from smart7.questions import Names, Question
from smart7.questions.facets import facets
from smart7.questions.sentence import unit_name
from smart7.words import explore as question_words

LANGUAGES: tuple[Lang, Lang] = ("th", "en")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a blank: its name, its name in the other language, and how many figures it leaves."""

    name: str
    other: str
    count: int | None

    @property
    def offered(self) -> str:
        """Return how it is offered; the other language's name goes last, so that a search finds either."""
        counted = "" if self.count is None else f" ({formats.number(self.count, 0, 'en')})"
        return f"{self.name}{counted}" + (f" · {self.other}" if self.other else "")


@st.cache_data(max_entries=600, show_spinner=False)
def choices(snapshot_id: str, question: Question, blank: str, lang: Lang) -> dict[str, Choice]:
    """Return what a blank offers by slug, in the order of the language, narrowed by the other blanks."""
    known = questions.names(snapshot_id)
    found = {}
    for one in facets(snapshot_id, question, blank, lang):
        count = None if one.count < 0 else one.count
        found[one.slug] = Choice(one.name, other_name(blank, one.slug, lang, known), count)
    if blank == "compare":
        nothing = question_words.COMPARISONS["none"].get(lang)
        found = {"none": Choice(nothing, "", None)} | found
    for slug in chosen(question, blank):
        if slug not in found:
            # What an answer is split by is counted in values, of which there is one where it is no longer offered.
            count = None if blank == "split" else 0
            found[slug] = Choice(name_of(blank, slug, lang, known), other_name(blank, slug, lang, known), count)
    return found


def chosen(question: Question, blank: str) -> tuple[str, ...]:
    """Return what a blank holds already; it stays on offer when nothing is left of it."""
    if blank in ("compare", "period"):
        return (getattr(question, blank),)
    held: tuple[str, ...] = getattr(question, blank) if blank in ("indicators", "units", "split") else ()
    return held


def name_of(blank: str, slug: str, lang: Lang, known: Names) -> str:
    """Return what a value of a blank is called."""
    if blank == "split":
        return question_words.DIMENSIONS[slug].get(lang)
    if blank == "period":
        return question_words.PERIODS[slug].get(lang)
    if blank == "compare":
        known_words = question_words.COMPARISONS.get(slug)
        return known_words.get(lang) if known_words else unit_name(slug.removeprefix("unit:"), lang, known)
    return known.get("indicator", slug, lang) if blank == "indicators" else unit_name(slug, lang, known)


def other_name(blank: str, slug: str, lang: Lang, known: Names) -> str:
    """Return the name in the language the page is not in, for the blanks with long lists."""
    if blank not in ("indicators", "units"):
        return ""
    other = LANGUAGES[1] if lang == LANGUAGES[0] else LANGUAGES[0]
    return name_of(blank, slug, other, known)

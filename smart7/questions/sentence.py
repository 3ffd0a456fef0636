"""A question as a sentence in Thai and English, whole or blank by blank."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from smart7 import calendar, formats
from smart7.i18n import Lang, Text
from smart7.questions.link import to_link
from smart7.questions.names import Names
from smart7.questions.question import COMPARISONS, Question
from smart7.words import explore as words

LISTED: Final = 3


def sentence(question: Question, lang: Lang, names: Names) -> str:
    """Return the whole question as one sentence."""
    what, whom, time, *others = (text for _, text in pieces(question, lang, names))
    if lang == "th":  # Thai writes no space where a phrase goes on
        return " ".join(text for text in (f"{what}{whom}", time, *others) if text)
    start = " ".join(text for text in (what, whom, time) if text)
    return f"{', '.join(text for text in (start, *others) if text)}."


def title(question: Question, lang: Lang, names: Names) -> str:
    """Return the sentence as a heading: without its verb and its full stop."""
    whole = sentence(question, lang, names).rstrip(".")
    if question.measure in ("count", "share"):
        return whole
    bare = whole.removeprefix(words.SHOW["value"].format(lang, what="").rstrip()).strip()
    return formats.raised(bare)


def file_name(question: Question) -> str:
    """Return a name for a file of the answer: ASCII, without spaces, not too long."""
    link = {name: value for name, value in to_link(question).items() if name in ("show", "of", "from", "to", "by")}
    return re.sub(r"[^a-z0-9]+", "-", "_".join(link.values()).lower()).strip("-")[:80].strip("-") or "figures"


def pieces(question: Question, lang: Lang, names: Names) -> list[tuple[str, str]]:
    """Return the sentence blank by blank: (field of the question, words); '' where a blank says nothing."""
    shown = listed([names.get("indicator", one, lang) for one in question.indicators], lang)
    what = shown or words.EVERY_INDICATOR.get(lang)
    return [
        ("indicators", words.SHOW[question.measure].format(lang, what=what)),
        ("units", whom(question, lang, names)),
        ("start", when(question, lang)),
        ("compare", compared(question, lang, names)),
        ("period", words.PERIODS[question.period].get(lang)),
        ("split", split(question, lang)),
        ("order", order(question, lang)),
        ("sample", "" if question.sample else words.NO_SAMPLE.get(lang)),
    ]


def listed(said: Sequence[str], lang: Lang, gap: str = " ") -> str:
    """Return a list in words, the first few of a long one; Thai leaves a gap round names, not round plain words."""
    if len(said) > LISTED:
        return words.MORE.format(lang, listed=", ".join(said[: LISTED - 1]), count=len(said) - LISTED + 1)
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])}{gap}{words.AND.get(lang)}{gap}{said[-1]}"


def whom(question: Question, lang: Lang, names: Names) -> str:
    """Return whom a question is about, in words."""
    if not question.units:
        return (words.OF_EVERYONE if question.counts else words.OF_THEIR_OWN).get(lang)
    return words.OF.format(lang, whom=listed([unit_name(one, lang, names) for one in question.units], lang))


def unit_name(slug: str, lang: Lang, names: Names) -> str:
    """Return what a unit, a kind of unit or a zone is called."""
    kind, _, name = slug.rpartition(":")
    groups = {"kind": words.EVERY_KIND, "sample": words.EVERY_SAMPLE}
    if kind in groups:
        found = groups[kind].get(name)
        return found.get(lang) if found else words.UNKNOWN.format(lang, slug=slug)
    return names.get("zone" if kind == "zone" else "unit", name, lang)


def when(question: Question, lang: Lang) -> str:
    """Return the time a question is about, in words; '' for all of it."""
    start, end = question.start, question.end
    if start is None and end is None:
        return ""
    kind = common_kind(start, end)
    if start and end and kind != "date" and calendar.containing(kind, start) == calendar.containing(kind, end):
        return words.IN.format(lang, when=bound(kind, start, lang))
    text = words.FROM_TO if start and end else words.FROM if start else words.UP_TO
    return text.format(lang, start=start and bound(kind, start, lang), end=end and bound(kind, end, lang))


def common_kind(start: date | None, end: date | None) -> calendar.PeriodKind:
    """Return the largest kind of period that starts and ends on the bounds."""
    kinds: tuple[calendar.PeriodKind, ...] = ("fiscal_year", "calendar_year", "academic_year", "quarter", "month")
    for kind in kinds:
        starts = start is None or calendar.containing(kind, start).start == start
        if starts and (end is None or calendar.containing(kind, end).end == end):
            return kind
    return "date"


def bound(kind: calendar.PeriodKind, day: date, lang: Lang) -> str:
    """Return the name of the period a bound belongs to; in English the short one, which has no brackets."""
    label = calendar.label(calendar.containing(kind, day), lang, short=lang == "en")
    return words.ON.format(lang, day=label) if kind == "date" else label


def compared(question: Question, lang: Lang, names: Names) -> str:
    """Return what a question compares with, in words."""
    if question.compare == "none":
        return ""
    if question.compare in COMPARISONS:
        what = words.COMPARISONS[question.compare].get(lang)
    else:
        what = unit_name(question.compare.removeprefix("unit:"), lang, names)
    return words.COMPARED.format(lang, what=what)


def split(question: Question, lang: Lang) -> str:
    """Return what a question is split by, in words."""
    own = [name for name in question.dimensions if name in question.split and (name != "indicator" or question.counts)]
    said = [words.DIMENSIONS[name].get(lang) for name in own]
    return words.SPLIT.format(lang, what=listed(said, lang, gap="" if lang == "th" else " ")) if said else ""


def order(question: Question, lang: Lang) -> str:
    """Return in which order the rows come and how many are kept, in words."""
    if question.top:
        text: Text = words.LOWEST if question.order == "low" else words.HIGHEST
        return text.format(lang, top=question.top)
    firsts = {"high": words.HIGH_FIRST, "low": words.LOW_FIRST}
    return firsts[question.order].get(lang) if question.order else ""

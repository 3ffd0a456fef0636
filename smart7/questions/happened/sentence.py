"""A question about what happened as a sentence in Thai and English."""

from smart7 import formats
from smart7.i18n import Lang
from smart7.questions.happened import lines, names
from smart7.questions.happened.asked import Happened
from smart7.questions.question import Question
from smart7.questions.sentence import listed, when
from smart7.words import crashes
from smart7.words import happened_asked as words
from smart7.words.explore import NO_SAMPLE
from smart7.words.happened import CAUSES


def sentence(snapshot_id: str, question: Happened, lang: Lang) -> str:
    """Return the whole question as one sentence."""
    verb = words.COUNT if question.what == "accidents" else words.SHOW
    whole = verb.format(lang, what=bare(snapshot_id, question, lang))
    return whole if lang == "th" else f"{whole}."


def title(snapshot_id: str, question: Happened, lang: Lang) -> str:
    """Return the sentence as a heading: without its verb and its full stop."""
    return formats.raised(bare(snapshot_id, question, lang))


def bare(snapshot_id: str, question: Happened, lang: Lang) -> str:
    """Return what is counted or shown, where, when, and by what."""
    told = [words.DIMENSIONS[name].get(lang) for name in (question.by, question.split) if name]
    gap = "" if lang == "th" else " "
    pieces = [
        where(snapshot_id, question, lang),
        words.NEAR.get(lang) if question.near else "",
        words.BETWEEN.format(lang, hours=band(question.hours, lang)) if question.hours else "",
        words.ON_DAYS[question.type].get(lang) if question.type else "",
        words.FOR_CAUSE.format(lang, cause=CAUSES[question.cause].get(lang)) if question.cause in CAUSES else "",
        when(Question(start=question.start, end=question.end), lang) or words.WHOLE_TIME.get(lang),
        words.BY.format(lang, what=listed(told, lang, gap=gap)),
        "" if question.sample else NO_SAMPLE.get(lang),
    ]
    what = subject(snapshot_id, question, lang)
    return (" " if lang == "th" else ", ").join(text for text in (what, *pieces) if text)


def subject(snapshot_id: str, question: Happened, lang: Lang) -> str:
    """Return what is counted or shown; a record of deadly accidents alone is never one of accidents."""
    measure = "fatal" if question.measure == "accidents" and names.deadly(snapshot_id) else question.measure
    known = {one.slug: one.name for one in names.offers(snapshot_id, lang).get("indicators", [])}
    return words.SAID[measure].format(lang, indicator=known.get(question.indicator, question.indicator))


def where(snapshot_id: str, question: Happened, lang: Lang) -> str:
    """Return where, in words; a record of accidents is never about a place it does not say."""
    everywhere, place = words.WHERE[question.what]
    if not question.places:
        return everywhere.get(lang)
    areas = words.IN_AREAS if question.what == "accidents" else {}
    known = lines.known(snapshot_id, lang) if question.what == "service" else {}
    named = [
        known[one]["short"] if one in known else names.place(snapshot_id, question, one, lang)
        for one in question.places
    ]
    told = [
        areas[one].get(lang) if one in areas else place.format(lang, place=name)
        for one, name in zip(question.places, named, strict=True)
    ]  # fmt: skip
    return listed(told, lang)


def band(hours: str, lang: Lang) -> str:
    """Return a stretch of hours such as `6-8` in words."""
    start, end = hours.split("-")
    return crashes.BETWEEN.format(lang, start=start, end=end)

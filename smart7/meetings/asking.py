"""What to ask about in words: a sentence, a question and the figure behind it, as plain data and as a sheet of text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from smart7 import asks, calendar, verdicts
from smart7.asks import Ask
from smart7.figures import Figure
from smart7.i18n import Lang
from smart7.meetings import headline
from smart7.view import View, address, public, spoken
from smart7.words import asks as words
from smart7.words import common

A_YEAR: Final = 365.25
A_MONTH: Final = A_YEAR / 12


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to ask about in one language; `drill` is the address of its indicator on the site.

    `sentence` begins with `name`, `shown` is the value with its unit of measure, `sources` are titles with their days.
    """

    kind: str
    title: str
    indicator_id: str
    name: str
    sentence: str
    question: str
    shown: str
    period: str
    place: str
    quality: str
    sources: tuple[str, ...]
    owner: str
    drill: str


def five(figures: Iterable[Figure], lang: Lang) -> list[Asked]:
    """Return what to ask about, up to five things, the same for pages, decks and paper."""
    return [told(ask, lang) for ask in asks.chosen(figures)]


def told(ask: Ask, lang: Lang) -> Asked:
    """Return one thing to ask about in words."""
    own = ask.figure
    language = spoken(lang)
    return Asked(
        kind=ask.kind,
        title=words.KINDS[ask.kind].get(lang),
        indicator_id=own.indicator_id,
        name=own.name.get(lang),
        sentence=sentence(ask, lang),
        question=words.QUESTIONS[ask.kind].get(lang),
        shown=own.shown(lang),
        period=own.period_short.get(lang) if own.period_short else "",
        place=place(own, lang),
        quality=common.QUALITY[own.quality].get(lang),
        sources=sources(own, lang),
        owner=own.provenance.owner.get(lang),
        drill=address("indicator", {**language, "id": own.indicator_id}),
    )


def place(figure: Figure, lang: Lang) -> str:
    """Return the place a figure is about."""
    return figure.unit.get(lang) if figure.unit else ""


def sources(figure: Figure, lang: Lang) -> tuple[str, ...]:
    """Return the titles of a figure's sources, each with the day it speaks of."""
    days = (calendar.format_date(one.as_of, lang, short=True) if one.as_of else "" for one in figure.provenance.sources)
    titles = (one.title.get(lang) for one in figure.provenance.sources)
    return tuple(f"{title} ({day})" if day else title for title, day in zip(titles, days, strict=True))


def sentence(ask: Ask, lang: Lang) -> str:
    """Return what a figure says and why it is asked about; it begins with the indicator's name, and names the place."""
    own = ask.figure
    held = {
        "named": headline.placed(own, lang),
        "value": own.shown(lang),
        "when": verdicts.when(own.period, lang) if own.period else "",
    }
    if ask.kind == "missed" and own.aim is not None:
        text = words.SAYS["missed then" if own.status.then else "missed"]
        aim = {"whose": verdicts.whose(own.aim, lang), "target": headline.bounds(own.target, own, lang)}
        return text.format(lang, **held, **aim) + headline.caveat(own, lang)
    if ask.kind == "worsened" and own.before is not None and own.change is not None:
        text = words.SAYS["worsened up" if own.change > 0 else "worsened down"]
        move = {"by": headline.distance(own, own.change, lang), "before": calendar.label(own.before, lang, short=True)}
        return text.format(lang, **held, **move) + headline.caveat(own, lang)
    if ask.kind == "doubtful":
        return words.SAYS[own.quality].format(lang, **held)
    return words.SAYS[ask.kind].format(lang, **held, age=age(ask.score, lang))


def age(days: float, lang: Lang) -> str:
    """Return days as people say them: years from two on, months from two on, else days."""
    for text, length in ((words.YEARS, A_YEAR), (words.MONTHS, A_MONTH)):
        if days >= 2 * length:
            return text.format(lang, count=int(days / length))
    return words.DAYS.format(lang, count=int(days))


def sheet(found: Sequence[Asked], snapshot: str, view: View) -> str:
    """Return what to ask about as text to take along: figures, sources, addresses, the day; '' for nothing."""
    if not found:
        return ""
    day = calendar.format_date(view.as_of, view.lang)
    head = [
        f"{view.say(words.TITLE)} · {view.say(common.APP)}",
        view.say(words.KNOWN, day=day, snapshot=snapshot),
        public(view.address("overview")),
    ]
    return "\n\n".join(["\n".join(head), *(item(n, one, view) for n, one in enumerate(found, 1))]) + "\n"


def item(number: int, one: Asked, view: View) -> str:
    """Return one thing to ask about as lines of text."""
    facts = {"value": one.shown, "period": one.period, "place": one.place, "quality": one.quality}
    return "\n".join(
        [
            f"{number}. {one.title}",
            one.sentence,
            view.say(words.ASK, question=one.question),
            view.say(words.OWNER, owner=one.owner),
            view.say(words.FACTS, **facts),
            view.say(common.SOURCES, sources="; ".join(one.sources)),
            public(view.address("indicator", id=one.indicator_id)),
        ]
    )

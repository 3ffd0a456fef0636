"""What changed since a chosen day as a block of sentences; the comparison with the period before as a table."""

from collections.abc import Sequence
from datetime import date

from smart7 import calendar, news
from smart7.figures import Figure, Source
from smart7.markup import cards
from smart7.markup.asks import sentence
from smart7.markup.pieces import heading, more, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.meetings import newly
from smart7.news import News
from smart7.view import View
from smart7.words import common
from smart7.words import news as words
from smart7.words import overview as overview_words

SHOWN = 6
COMPARED = 8


def block(found: Sequence[Figure], told: Sequence[News], since: date, meetings: Sequence[date], view: View) -> str:
    """Return what changed since a day: the choice of the day, a sentence for each indicator, the table in a fold."""
    title = heading(view.say(words.TITLE, day=calendar.format_date(since, view.lang)))
    parts = [title, choices(since, meetings, view), tag("p", view.say(words.ABOUT), "s7-note")]
    parts += [listed(told[:SHOWN], view) if told else tag("p", view.say(words.NOTHING))]
    if len(told) > SHOWN:
        parts.append(more(view.say(words.MORE, count=len(told) - SHOWN), listed(told[SHOWN:], view)))
    return wrap("section", "".join([*parts, compared(found, view)]), id="changed")


def choices(since: date, meetings: Sequence[date], view: View) -> str:
    """Return the days one may look back to as links: spans, the last meetings, and the day a link chose."""
    offered = {news.back(view.as_of, days): view.say(words.SPANS[days]) for days in news.SPANS}
    offered |= {day: view.say(words.MEETING, day=short(day, view)) for day in meetings if day not in offered}
    offered = offered if since in offered else {since: view.say(words.CHOSEN, day=short(since, view))} | offered
    items = "".join(wrap("li", choice(day, text, since, view)) for day, text in offered.items())
    return wrap("nav", wrap("ul", items), "s7-chips", aria_label=view.say(words.SINCE))


def choice(day: date, text: str, since: date, view: View) -> str:
    """Return one day to choose; the chosen one is marked."""
    chosen = {} if day == news.usual(view.as_of) else {"since": day.isoformat()}
    marked = {"aria_current": "true"} if day == since else {}
    return tag("a", text, href=view.address("overview", **chosen) + "#changed", **marked)


def short(day: date, view: View) -> str:
    """Return a day in few letters."""
    return calendar.format_date(day, view.lang, short=True)


def listed(told: Sequence[News], view: View) -> str:
    """Return news as a list."""
    return wrap("ul", "".join(item(one, view) for one in told), "s7-tellings")


def item(one: News, view: View) -> str:
    """Return the news of one indicator: its small line, the sentence, when it became known and how good it is."""
    own = one.figure
    said = sentence(newly.sentence(one, view.lang), own.name.get(view.lang), own, view)
    inner = wrap("div", cards.spark(own, view), "s7-shown") + wrap("div", said + wrap("p", facts(one, view)))
    return wrap("li", inner, style=f"--s7-card:var(--s7-domain-{own.domain_id})")


def facts(one: News, view: View) -> str:
    """Return since when news is known, of how many figures, about which place, how good it is and who says so."""
    own = one.figure
    said = [view.say(words.KNOWN, day=short(one.known, view))]
    said += [view.say(words.COUNT, count=one.count) if one.count > 1 else view.say(words.COUNT_ONE)]
    said += [view.say(words.COUNT_CORRECTED, count=one.corrected)] if one.corrected else []
    said += [own.unit.get(view.lang)] if own.unit else []
    said += [view.say(common.QUALITY[own.quality])] if own.quality else []
    return tag("span", " · ".join(said)) + "".join(source(who, view) for who in own.provenance.sources[:1])


def source(who: Source, view: View) -> str:
    """Return the way to a source in one word; its title is heard, and seen where it leads."""
    word = view.say(common.SOURCE)
    name = f"{word}: {who.title.get(view.lang)}"
    return tag("span", " · ") + tag("a", word, href=view.address("sources", source=who.source_id), aria_label=name)


def compared(found: Sequence[Figure], view: View) -> str:
    """Return the largest changes from the period before as a table in a fold; a sample figure is never named here."""
    moved = [f for f in found if f.change and not f.is_sample and f.before is not None]
    moved.sort(key=lambda f: f.period.end if f.period else view.as_of, reverse=True)
    note = tag("p", view.say(overview_words.CHANGED_NOTE), "s7-note")
    if not moved:
        return more(view.say(words.TABLE), note + tag("p", view.say(overview_words.NOTHING_CHANGED)))
    header = (common.INDICATOR, common.PERIOD, common.VALUE, common.CHANGE, overview_words.BEFORE, common.QUALITY_NAME)
    rows = [compared_row(f, view) for f in moved[:COMPARED]]
    held = table([view.say(h) for h in header], rows, caption=view.say(overview_words.CHANGED), numbers=(2, 3))
    return more(view.say(words.TABLE), note + held)


def compared_row(figure: Figure, view: View) -> list[str]:
    """Return one changed figure as cells."""
    period = figure.period_short.get(view.lang) if figure.period_short else ""
    before = calendar.label(figure.before, view.lang, short=True) if figure.before else ""
    name = anchor(figure.name.get(view.lang), view.address("indicator", id=figure.indicator_id))
    quality = view.say(common.QUALITY[figure.quality])
    return [name, period, figure.shown(view.lang), figure.changed(view.lang), before, quality]

"""The overview: seven domains as cards, what changed, how many are late."""

from collections.abc import Sequence

from smart7 import calendar, catalog, tally
from smart7.figures import Figure
from smart7.markup import tallies
from smart7.markup.pieces import heading, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import common
from smart7.words import overview as words
from smart7.words import verdicts as verdict_words

CHANGES_SHOWN = 8


def body(found: Sequence[Figure], view: View) -> str:
    """Return the overview from the figures of all domains."""
    cards = "".join(domain_card(d, [f for f in found if f.domain_id == d.id], view) for d in catalog.DOMAINS)
    then = tag("p", view.say(verdict_words.AT_THE_TIME_ABOUT), "s7-note") if tally.published(found).judged_then else ""
    return "".join([wrap("div", cards, "s7-grid"), then, late_line(found, view), changes(found, view)])


def domain_card(domain: catalog.Domain, own: Sequence[Figure], view: View) -> str:
    """Return one domain's card: verdicts of published figures, then of sample ones, counted apart."""
    name = domain.name.get(view.lang)
    title = wrap("h2", anchor(name, view.address(domain.id)))
    about = view.say(words.INDICATORS, count=len(own))
    about += "" if domain.international else f" · {view.say(words.CITY_OWN)}"
    parts = [title, tag("p", about), tag("p", view.say(words.PUBLISHED), "s7-value")]
    parts += [tallies.counts(tally.published(own), view)]
    samples = tally.samples(own)
    if samples.total:
        parts += [tag("p", view.say(words.SAMPLES, count=samples.total), "s7-badge")]
        parts += [tallies.counts(samples, view)]
    style = f"--s7-card:var(--s7-domain-{domain.id})"
    return wrap("article", "".join(parts), "s7-card", style=style, aria_label=name)


def late_line(found: Sequence[Figure], view: View) -> str:
    """Return how many indicators are late and how many are missing."""
    counted = tally.published(found)
    said = view.say(words.LATE_TOTAL, late=counted.late, missing=counted.waiting, total=counted.total)
    return tag("p", said, "s7-definition")


def changes(found: Sequence[Figure], view: View) -> str:
    """Return the largest changes of published figures as a table; a sample figure is never named here."""
    moved = [f for f in found if f.change and not f.is_sample and f.before is not None]
    moved.sort(key=lambda f: f.period.end if f.period else view.as_of, reverse=True)
    rows = [change_row(f, view) for f in moved[:CHANGES_SHOWN]]
    title = heading(view.say(words.CHANGED)) + tag("p", view.say(words.CHANGED_NOTE), "s7-note")
    if not rows:
        return title + tag("p", view.say(words.NOTHING_CHANGED))
    header = (common.INDICATOR, common.PERIOD, common.VALUE, common.CHANGE, words.BEFORE, common.QUALITY_NAME)
    return title + table([view.say(h) for h in header], rows, caption=view.say(words.CHANGED), numbers=(2, 3))


def change_row(figure: Figure, view: View) -> list[str]:
    """Return one changed figure as cells."""
    period = figure.period_short.get(view.lang) if figure.period_short else ""
    before = calendar.label(figure.before, view.lang, short=True) if figure.before else ""
    quality = view.say(common.QUALITY[figure.quality])
    name = anchor(figure.name.get(view.lang), view.address("indicator", id=figure.indicator_id))
    return [
        name,
        period,
        figure.shown(view.lang),
        figure.changed(view.lang),
        before,
        quality,
    ]

"""The programme of 2017: what was promised and what is there today, who took part, and which aims are served."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from smart7 import catalog, tally
from smart7.figures import Figure
from smart7.i18n import Text
from smart7.markup import cards
from smart7.markup.heat import Row, Share
from smart7.markup.heat import table as heat_table
from smart7.markup.pieces import Safe, heading, more, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import common
from smart7.words import programme as words

NEWS: Final = ("policy-training-participants", "municipal-schools", "child-centres")
"""What the municipality's news item of 2017 counts."""


def lead(found: Sequence[Figure], view: View) -> str:
    """Return in one sentence how much of what was promised is known, judged and on target today."""
    named = tally.published(f for f in found if f.promised)
    said = view.say(
        words.LEAD, promised=named.total, total=len(found), known=named.known,
        judged=named.judged_now + named.judged_then, on=on_target(named),
    )  # fmt: skip
    return tag("p", said, "s7-finding")


def on_target(found: tally.Tally) -> int:
    """Return how many meet their target, today or in the period of their figure."""
    return found.now["on"] + found.then["on"]


def promised(found: Sequence[Figure], view: View) -> str:
    """Return by domain how many indicators the programme names, and how they stand; then each of them."""
    named = [f for f in found if f.promised]
    rows = [promise_row(domain, [f for f in named if f.domain_id == domain.id], view) for domain in catalog.DOMAINS]
    columns = [view.say(one) for one in (words.KNOWN, words.JUDGED, words.ON)]
    drawn = heat_table(view.say(words.PROMISED), view.say(common.DOMAIN), columns, rows, view)
    every = more(view.say(words.EVERY_PROMISE, count=len(named)), promises(named, view))
    return titled(words.PROMISED, words.PROMISED_NOTE, view) + drawn + every


def promise_row(domain: catalog.Domain, named: Sequence[Figure], view: View) -> Row:
    """Return how the indicators that the programme names in a domain stand."""
    counted = tally.published(named)
    judged = counted.judged_now + counted.judged_then
    have = (counted.known, judged, on_target(counted))
    return Row(domain_link(domain, view), [Share(one, counted.total) for one in have], domain.id)


def domain_link(domain: catalog.Domain, view: View) -> Safe:
    """Return the way to a domain."""
    return anchor(domain.name.get(view.lang), view.address(domain.id))


def promises(named: Sequence[Figure], view: View) -> str:
    """Return what the city says of each domain, and the indicators named there with their verdicts."""
    parts = []
    for domain in catalog.DOMAINS:
        own = [promise(f, view) for f in named if f.domain_id == domain.id]
        about = tag("p", view.say(domain.definition), "s7-note")
        parts += [tag("h3", view.say(domain.name), "s7-sub"), about, wrap("ul", "".join(own), "s7-list")]
    return "".join(parts)


def promise(figure: Figure, view: View) -> str:
    """Return one promised indicator with its figure, where there is a real one, or what it waits for."""
    name = anchor(figure.name.get(view.lang), view.address("indicator", id=figure.indicator_id))
    status = figure.judged_real
    if figure.is_sample or figure.value is None:
        return wrap("li", f"{name} {tag('span', view.say(common.REASONS[status.reason or 'missing']))}")
    mark = "" if status.judgement == "none" else f" {cards.icon(status)}"
    period = figure.period_short.get(view.lang) if figure.period_short else ""
    return wrap("li", f"{name}{mark} {tag('span', f'{figure.shown(view.lang)} · {period}')}")


def took_part(found: Sequence[Figure], rows: Sequence[Mapping[str, Any]], view: View, snapshot: str) -> str:
    """Return what the news of 2017 counts, and which unit has indicators of its own in which domain."""
    counted = [f for f in found if f.indicator_id in NEWS and not f.is_sample]
    told = cards.grid(counted, view, snapshot, level=3) if counted else ""
    return titled(words.TOOK_PART, words.TOOK_PART_NOTE, view) + told + adoption(rows, found, view)


def adoption(rows: Sequence[Mapping[str, Any]], found: Sequence[Figure], view: View) -> str:
    """Return which of the 18 units have indicators of their own in which domain."""
    known = {f.indicator_id for f in found if f.known}
    units: dict[str, str] = {}
    given: dict[tuple[str, str], list[bool]] = {}
    for row in rows:
        units[row["unit_id"]] = row["unit"]
        # What is measured at the unit itself is known by its own figure, the rest as on every page.
        has = row["held"] if row["measured"] else row["indicator_id"] in known
        given.setdefault((row["unit_id"], row["domain_id"]), []).append(has)
    lines = [
        Row(anchor(name, view.address("units", unit=unit_id)), [share(given.get((unit_id, d.id), [])) for d in
            catalog.DOMAINS])
        for unit_id, name in units.items()
    ]  # fmt: skip
    names = [short(domain, view) for domain in catalog.DOMAINS]
    label = view.say(words.ADOPTION)
    drawn = heat_table(label, view.say(common.UNIT), names, lines, view, "s7-turned s7-by-unit")
    return tag("h3", label, "s7-sub") + tag("p", view.say(words.ADOPTION_NOTE), "s7-note") + drawn


def share(known: Sequence[bool]) -> Share:
    """Return how many are known of how many."""
    return Share(sum(known), len(known))


def short(domain: catalog.Domain, view: View) -> str:
    """Return the name of a domain without what all seven have in it."""
    return domain.name.get(view.lang).replace(view.say(words.SMART), "").strip()


def aims(found: Sequence[Figure], view: View) -> str:
    """Return how many indicators of each domain serve each aim, and how many of those have a real figure."""
    rows = []
    for domain in catalog.DOMAINS:
        own = [f for f in found if f.domain_id == domain.id]
        shares = [share([f.known for f in own if aim in f.aims]) for aim in catalog.AIMS]
        rows.append(Row(domain_link(domain, view), shares, domain.id))
    columns = [view.say(common.AIMS[aim]) for aim in catalog.AIMS]
    drawn = heat_table(view.say(words.AIMS), view.say(common.DOMAIN), columns, rows, view, "s7-turned")
    return titled(words.AIMS, words.AIMS_NOTE, view) + drawn


def titled(title: Text, note: Text, view: View) -> str:
    """Return the heading of a part with what a reader must know of it."""
    return heading(view.say(title)) + tag("p", view.say(note), "s7-note")

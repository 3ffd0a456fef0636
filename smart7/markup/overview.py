"""The overview: seven domains as cards, how many are late, aims and adoption as tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from smart7 import catalog, tally
from smart7.figures import Figure
from smart7.markup import tallies
from smart7.markup.pieces import heading, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import common
from smart7.words import overview as words
from smart7.words import verdicts as verdict_words


def body(found: Sequence[Figure], adopted: Sequence[Mapping[str, Any]], view: View) -> str:
    """Return the overview from the figures of all domains and the rows of the adoption matrix."""
    cards = "".join(domain_card(d, [f for f in found if f.domain_id == d.id], view) for d in catalog.DOMAINS)
    then = tag("p", view.say(verdict_words.AT_THE_TIME_ABOUT), "s7-note") if tally.published(found).judged_then else ""
    parts = [wrap("div", cards, "s7-grid"), then, late_line(found, view), aims(found, view)]
    return "".join([*parts, adoption(adopted, found, view)])


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


def aims(found: Sequence[Figure], view: View) -> str:
    """Return how many indicators of each domain serve each aim, and how many of those have a figure."""
    rows = []
    for domain in catalog.DOMAINS:
        cells = []
        for aim in catalog.AIMS:
            serving = [f for f in found if f.domain_id == domain.id and aim in f.aims]
            cells.append(f"{len(serving)} ({tally.published(serving).known})")
        rows.append([domain.name.get(view.lang), *cells])
    header = [view.say(common.DOMAIN), *(view.say(common.AIMS[aim]) for aim in catalog.AIMS)]
    title = heading(view.say(words.AIMS)) + tag("p", view.say(words.AIMS_NOTE), "s7-note")
    return title + table(header, rows, caption=view.say(words.AIMS), numbers=range(1, 6))


def adoption(rows: Sequence[Mapping[str, Any]], found: Sequence[Figure], view: View) -> str:
    """Return which of the 18 units have indicators of their own in which domain."""
    known = {f.indicator_id for f in found if f.known}
    cells: dict[str, dict[str, Any]] = {}
    for row in rows:
        unit = cells.setdefault(row["unit_id"], {"unit": row["unit"]})
        given, have = unit.get(row["domain_id"], (0, 0))
        # What is measured at the unit itself is known by its own figure, the rest as on every page.
        has = row["held"] if row["measured"] else row["indicator_id"] in known
        unit[row["domain_id"]] = (given + 1, have + has)
    names = [d.name.get(view.lang) for d in catalog.DOMAINS]
    head = "".join(tag("th", name, "s7-mid", scope="col") for name in [view.say(common.UNIT), *names])
    body = "".join(unit_row(unit_id, unit, view) for unit_id, unit in cells.items())
    inner = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    title = heading(view.say(words.ADOPTION)) + tag("p", view.say(words.ADOPTION_NOTE), "s7-note")
    name = view.say(words.ADOPTION)
    return title + wrap(
        "div", wrap("table", inner, "s7-table"), "s7-scroll", tabindex="0", role="region", aria_label=name
    )


def unit_row(unit_id: str, unit: dict[str, Any], view: View) -> str:
    """Return one unit's row of the adoption matrix; its name leads to its page."""
    name = wrap("th", anchor(unit["unit"], view.address("units", unit=unit_id)), scope="row")
    counts = (unit.get(domain.id) for domain in catalog.DOMAINS)
    return wrap("tr", name + "".join(tag("td", f"{c[0]} ({c[1]})" if c else "–", "s7-mid") for c in counts))

"""The overview: the sentence above its board, what changed; aims and adoption as tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from smart7 import calendar, catalog, tally
from smart7.figures import Figure
from smart7.markup.pieces import heading, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.meetings import headline
from smart7.view import View
from smart7.words import board as board_words
from smart7.words import common
from smart7.words import overview as words

CHANGES_SHOWN = 8


def lead(found: Sequence[Figure], view: View) -> str:
    """Return the sentence above the board: how many are known, judged and on target; then what moved most."""
    counted = tally.published(found)
    then = headline.of_their_time(counted, view.lang)
    moved = headline.moved_most(found, min(view.until, view.as_of))
    told = [tag("span", then)] if then else []
    told += [most(moved, view)] if moved else []
    rest = wrap("p", " · ".join(told), "s7-line") if told else ""
    return tag("p", headline.of_board(counted, view.lang), "s7-lead") + rest


def most(moved: Figure, view: View) -> str:
    """Return what moved most; its name leads to it."""
    name = moved.name.get(view.lang)
    before, _, after = view.say(board_words.MOVED_MOST, said=headline.of(moved, view.lang)).partition(name)
    return tag("span", before) + anchor(name, view.address("indicator", id=moved.indicator_id)) + tag("span", after)


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

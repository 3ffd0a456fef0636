"""The units page: one school, centre or division across its indicators; what is due and what is late."""

from collections.abc import Mapping, Sequence
from typing import Any

from smart7 import calendar, formats, metrics, tally, verdicts
from smart7.figures import Figure
from smart7.markup import cards, tallies
from smart7.markup.pieces import Safe, heading, more, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import cards as card_words
from smart7.words import common
from smart7.words import units as words

ROUGH_METRES = 500
"""A position known no better than this is not drawn as a point."""


def body(
    unit: Mapping[str, Any], own: Sequence[Figure], owned: Sequence[Figure], people: Sequence[Mapping[str, Any]],
    view: View, snapshot: str,
) -> str:  # fmt: skip
    """Return what is known of a unit, its cards, what it owes, and the names of the communities."""
    return about(unit, view) + sections(own, owned, view, snapshot) + communities(people, view)


def unit_name(unit: Mapping[str, Any], view: View) -> str:
    """Return a unit's name with its kind; a sample unit says that it is one."""
    return f"{unit['name']} · {view.say(common.LEVELS[unit['kind']])}"


def about(unit: Mapping[str, Any], view: View) -> str:
    """Return how well a unit's name and position are known."""
    sure = view.say(words.CONFIDENCE[unit["name_confidence"]])
    facts = [(words.NAME_KNOWN, f"{sure} · {view.say(common.SOURCE)}: {unit['source']}")]
    facts += [(words.POSITION, position(unit, view))]
    facts += [(words.ADOPTED, view.say(common.YES if unit["adopted_2017"] else common.NO))]
    if unit["note"]:
        facts += [(common.NOTE, unit["note"])]
    pairs = "".join(tag("dt", view.say(label)) + tag("dd", text) for label, text in facts)
    css = "s7-card" + (" s7-sample" if unit["is_sample"] else "")
    title = tag("h2", unit["name"]) + (tag("p", view.say(common.SAMPLE_BADGE), "s7-badge") if unit["is_sample"] else "")
    return wrap("article", title + wrap("dl", pairs), css, aria_label=unit["name"])


def position(unit: Mapping[str, Any], view: View) -> str:
    """Return where a unit is, no more exactly than is known."""
    if unit["lat"] is None or unit["lon"] is None:
        return view.say(words.POSITION_UNKNOWN)
    accuracy = formats.number(unit["accuracy_m"], 0, view.lang)
    if unit["accuracy_m"] is None or unit["accuracy_m"] >= ROUGH_METRES:
        return view.say(words.POSITION_ROUGH, accuracy=accuracy)
    lat, lon = f"{unit['lat']:.4f}", f"{unit['lon']:.4f}"
    return view.say(words.POSITION_DRAWN, lat=lat, lon=lon, accuracy=accuracy)


def sections(own: Sequence[Figure], owned: Sequence[Figure], view: View, snapshot: str) -> str:
    """Return a unit's cards, the indicators it owns, and the table of what is due."""
    if not own and not owned:
        return tag("p", view.say(words.NONE))
    known = [f for f in own if f.value is not None]
    parts = [heading(view.say(words.OWN))] if known else []
    parts += [cards.grid(known, view, snapshot, level=3)]
    every = [*own, *owned]
    sample = any(f.is_sample for f in own)
    counted = tally.samples(every) if sample else tally.published(every)
    parts += [heading(view.say(words.DUE)), tallies.counts(counted, view), due_table(every, view)]
    return "".join(parts)


def due_table(found: Sequence[Figure], view: View) -> str:
    """Return each indicator's latest figure, status, trend, and whether what is due is in.

    Those that were never handed in have nothing of the first three: what is due of them stands in a table after it.
    """
    header = [
        common.INDICATOR, common.VALUE, common.STATUS_NAME, words.TREND, words.LATEST, words.EXPECTED, words.STANDING,
    ]  # fmt: skip
    known = [due_row(f, view) for f in found if not silent(f)]
    owed = [[named(f, view), *due(f, view)] for f in found if silent(f)]
    drawn, title = "", view.say(words.DUE)
    if known:
        drawn += table([view.say(h) for h in header], known, caption=title, numbers=(1,))
    if owed:
        drawn += table(
            [view.say(h) for h in (header[0], *header[-2:])], owed, caption=f"{title} {view.say(words.NEVER)}"
        )
    return drawn


def silent(figure: Figure) -> bool:
    """Return whether nothing was ever handed in."""
    return figure.value is None and not figure.known


def due_row(figure: Figure, view: View) -> list[str]:
    """Return the row of one indicator of which something was handed in."""
    latest = figure.period_short.get(view.lang) if figure.period_short else formats.MISSING
    told = (figure.shown(view.lang), status_words(figure, view), trend_words(figure, view), latest)
    return [named(figure, view), *told, *due(figure, view)]


def named(figure: Figure, view: View) -> Safe:
    """Return the name of an indicator as the way to its page."""
    return anchor(figure.name.get(view.lang), view.address("indicator", id=figure.indicator_id))


def due(figure: Figure, view: View) -> tuple[str, str]:
    """Return the period that is due by now, and whether it is in."""
    at = metrics.judged_at(view.as_of, view.until, figure.due_days)
    period = metrics.last_due(figure.native_kind, figure.due_days, at)
    expected = calendar.label(period, view.lang, short=True) if period else view.say(words.NOT_OWED)
    return expected, standing(figure, owed=period is not None, view=view)


def trend_words(figure: Figure, view: View) -> str:
    """Return where a figure is going, or that it cannot be said."""
    return view.say(card_words.TRENDS.get(figure.trend or "", words.NO_TREND))


def status_words(figure: Figure, view: View) -> Safe:
    """Return a verdict as icon and word; a sample figure says that it is one."""
    word = verdicts.said(figure.status, figure.period, view.lang)
    if figure.is_sample and figure.value is not None:
        word += f" ({view.say(common.QUALITY['sample'])})"
    mark = "" if figure.status.judgement == "none" else f"{cards.icon(figure.status)} "
    return Safe(mark + tag("span", word))


def standing(figure: Figure, *, owed: bool, view: View) -> str:
    """Return whether what is due is in, late, or was never handed in: the one cell that says so."""
    if silent(figure):
        return view.say(words.NEVER)
    if not owed:
        return view.say(words.NOT_OWED)
    return view.say(words.LATE if figure.late else words.ON_TIME)


def communities(rows: Sequence[Mapping[str, Any]], view: View) -> str:
    """Return the names of the communities by zone."""
    zones: dict[int, list[str]] = {}
    for row in rows:
        zones.setdefault(row["zone"], []).append(row["name"])
    lists = "".join(
        tag("h3", view.say(words.ZONE, zone=zone, count=len(names)), "s7-heading")
        + wrap("ul", "".join(tag("li", name, lang="th") for name in names), "s7-list")
        for zone, names in zones.items()
    )
    return more(view.say(words.COMMUNITIES), lists)

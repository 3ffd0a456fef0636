"""Sentences that state a finding: direction, better or worse, against target. Never made of a sample figure.

Every word of judgement comes from the figure's own fields, rounded as shown, so that a headline cannot say what the
number beside it does not.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from smart7 import formats, metrics, verdicts
from smart7.calendar import Period, label
from smart7.figures import Figure
from smart7.i18n import Lang
from smart7.metrics import Direction, Target
from smart7.tally import Tally
from smart7.words import board
from smart7.words import slides as words
from smart7.words.scale import POINTS

RECENT: Final = timedelta(days=2 * 366)
"""How far back a period may end for its movement to be news."""

AFAR: Final = frozenset({"country", "region", "peer_city", "peer_province"})
"""Levels whose movement is no news of this city or its province."""


def of(figure: Figure, lang: Lang, name: str = "") -> str:
    """Return the headline of one indicator's figure, under its own name or another."""
    name = name or figure.name.get(lang)
    if figure.is_sample or figure.value is None:
        parts = figure.value is None and figure.status.reason == "parts" and not figure.is_sample
        return (words.PARTS_ONLY if parts else words.NO_FIGURE).format(lang, name=name)
    return finding(figure, lang, name) + against(figure, lang) + caveat(figure, lang)


def finding(figure: Figure, lang: Lang, name: str = "") -> str:
    """Return what an indicator's figure did and whether that is better, without how it stands against its target."""
    name = name or figure.name.get(lang)
    if figure.is_sample or figure.value is None:
        return of(figure, lang, name)
    period = figure.period_short.get(lang) if figure.period_short else ""
    move = moved(figure.change, figure.decimals, year=figure.value_kind == "year")
    said = words.MOVED[move].format(
        lang, name=name, value=figure.shown(lang), period=period, by=distance(figure, figure.change, lang)
    )
    return said + valued(move, figure.direction, lang)


def placed(figure: Figure, lang: Lang) -> str:
    """Return an indicator's name with the place its figure is about, where the name itself does not say it."""
    name, place = figure.name.get(lang), figure.unit.get(lang) if figure.unit else ""
    return name if place.casefold() in name.casefold() else f"{name} ({place})"


def moved(change: float | None, decimals: int, *, year: bool = False) -> str:
    """Return how a figure moved, by its change as shown: up, down, same, or stands where none is known."""
    if change is None:
        return "stands"
    shown = metrics.as_shown(change, 0 if year else decimals)
    if shown == 0:
        return "same"
    if year:
        return "later" if shown > 0 else "earlier"
    return "up" if shown > 0 else "down"


def valued(move: str, direction: Direction, lang: Lang) -> str:
    """Return whether a movement is better or worse, '' where neither way is."""
    better = judged(move, direction)
    return "" if better is None else (words.BETTER if better else words.WORSE).get(lang)


def judged(move: str, direction: Direction) -> bool | None:
    """Return whether a movement is for the better, None where nothing moved or neither way is good."""
    if direction not in ("higher", "lower") or move not in ("up", "down", "later", "earlier"):
        return None
    return (move in ("up", "later")) == (direction == "higher")


def distance(figure: Figure, change: float | None, lang: Lang) -> str:
    """Return how far a figure moved, without a sign."""
    if change is None:
        return ""
    if figure.value_kind == "year":
        unit = words.YEAR if metrics.as_shown(abs(change), 0) == 1 else words.YEARS
        return formats.figure(abs(change), unit, "number", 0, lang)
    if figure.value_kind == "percent":
        return formats.figure(abs(change), POINTS, "number", figure.decimals, lang)
    return formats.number(abs(change), figure.decimals, lang)


def against(figure: Figure, lang: Lang) -> str:
    """Return how a figure stands against its target, '' where it is not judged."""
    status = figure.judged_real
    if status.judgement == "none" or figure.aim is None:
        return ""
    text = (words.AGAINST_THEN if status.then else words.AGAINST)[status.judgement]
    return text.format(lang, target=bounds(figure.target, figure, lang), whose=verdicts.whose(figure.aim, lang))


def target(figure: Figure, lang: Lang) -> str:
    """Return a figure's target in words with whose it is and since when, '' for none."""
    if figure.aim is None:
        return ""
    parts = (
        verdicts.whose(figure.aim, lang),
        bounds(figure.target, figure, lang),
        verdicts.years(figure.aim, lang),
    )
    return " ".join(part for part in parts if part)


def bounds(aim: Target, figure: Figure, lang: Lang) -> str:
    """Return a target in words, in the figure's unit of measure."""
    low, high = (
        formats.figure(value, figure.measure, figure.value_kind, figure.decimals, lang) for value in (aim.low, aim.high)
    )
    if aim.low is not None and aim.high is not None:
        return words.BETWEEN.format(lang, low=low, high=high)
    return (words.AT_LEAST if aim.low is not None else words.AT_MOST).format(lang, low=low, high=high)


def caveat(figure: Figure, lang: Lang) -> str:
    """Return what a reader must know to trust the sentence: a newer figure is owed, or the year is not whole."""
    if figure.late:
        return words.OVERDUE.get(lang)
    if figure.judged_real.then:
        return words.NO_NEWER.get(lang)
    return "" if figure.complete else words.INCOMPLETE.get(lang)


def note(figure: Figure, lang: Lang) -> str:
    """Return the same as a sentence that stands alone, '' where there is nothing to know."""
    return formats.raised(caveat(figure, lang).lstrip("; "))


def of_domain(name: str, tally: Tally, lang: Lang) -> str:
    """Return the headline of one domain: how many are known, and how those that are judged stand."""
    known = words.DOMAIN.format(lang, name=name, known=tally.known, total=tally.total)
    key = ("both" if tally.judged_then else "now") if tally.judged_now else "then" if tally.judged_then else "none"
    return known + words.STANDS[key].format(
        lang, on=tally.now["on"], judged=tally.judged_now, then=tally.then["on"], judged_then=tally.judged_then
    )  # fmt: skip


def of_tally(name: str, tally: Tally, lang: Lang) -> str:
    """Return the headline of a group: judged now, judged then, cannot be said, and how many are late."""
    text = words.REACHED if tally.judged_now else words.NONE_JUDGED
    said = text.format(
        lang, name=name, on=tally.now["on"], judged=tally.judged_now, known=tally.known, total=tally.total
    )  # fmt: skip
    if tally.judged_then:
        said += words.REACHED_THEN.format(lang, judged=tally.judged_then, on=tally.then["on"])
    if tally.judged_now or tally.judged_then:
        said += words.CANNOT_BE_SAID.format(lang, unsaid=tally.unsaid)
    return said + (words.LATE_TOO.format(lang, late=tally.late) if tally.late else "")


def of_board(tally: Tally, lang: Lang) -> str:
    """Return the headline of all indicators: how many are known, can be judged, and are on target."""
    counts = {"total": tally.total, "known": tally.known, "judged": tally.judged}
    if not tally.judged:
        return (board.NONE_JUDGED if tally.known else board.NONE_KNOWN).format(lang, **counts)
    return board.STANDS.format(lang, **counts, on=tally.standings["on"])


def of_their_time(tally: Tally, lang: Lang) -> str:
    """Return how many of those that are judged are so for an older period only, '' for none."""
    return board.OF_THEIR_TIME.format(lang, then=tally.judged_then, judged=tally.judged) if tally.judged_then else ""


def moved_most(figures: Iterable[Figure], at: date) -> Figure | None:
    """Return the figure that moved most for its size since the period before, by a day; None where none did.

    Asked are published figures of recent periods and of this city or its province, of which one way is better, and
    which have a size at all: what may be zero or less, such as a rate of growth, has none.
    """
    near = (f for f in figures if f.level not in AFAR and f.period and at - f.period.end <= RECENT)
    return max((f for f in near if share_moved(f)), key=share_moved, default=None)


def share_moved(figure: Figure) -> float:
    """Return by which share of the earlier one a published figure moved, 0 where that says nothing."""
    move = moved(figure.change, figure.decimals, year=figure.value_kind == "year")
    if figure.is_sample or judged(move, figure.direction) is None or figure.value_kind == "year":
        return 0.0
    value, change = figure.value or 0.0, figure.change or 0.0
    before = value - change
    return abs(change) / before if value > 0 and before > 0 else 0.0


def between(figure: Figure, old: float, before: Period, lang: Lang) -> str:
    """Return the headline of a figure held against an earlier one of the same way of counting."""
    if figure.is_sample or figure.value is None:
        return words.NO_FIGURE.format(lang, name=figure.name.get(lang))
    change = metrics.change(figure.value, old)
    move = moved(change, figure.decimals, year=figure.value_kind == "year")
    said = words.FROM_TO[move].format(
        lang,
        name=figure.name.get(lang),
        before=label(before, lang, short=True),
        by=distance(figure, change, lang),
        old=first_value(figure, old, lang),
        value=figure.shown(lang),
        period=figure.period_short.get(lang) if figure.period_short else "",
    )
    return said + valued(move, figure.direction, lang) + against(figure, lang) + caveat(figure, lang)


def first_value(figure: Figure, old: float, lang: Lang) -> str:
    """Return the value a figure started from; its unit of measure is said once, at the value it came to."""
    if figure.value_kind == "number":
        return formats.number(old, figure.decimals, lang)
    return formats.figure(old, figure.measure, figure.value_kind, figure.decimals, lang)


def extremes(name: str, found: list[tuple[str, float, str]], period: str, lang: Lang) -> str:
    """Return the headline of a comparison from units with real figures: (unit, value, value in words)."""
    if not found:
        return words.NO_UNITS.format(lang, name=name)
    bottom, top = min(found, key=lambda one: one[1]), max(found, key=lambda one: one[1])
    text = words.ONE_UNIT if len(found) == 1 else words.ALL_EQUAL if top[2] == bottom[2] else words.EXTREMES
    return text.format(lang, name=name, top=top[0], high=top[2], bottom=bottom[0], low=bottom[2], period=period)

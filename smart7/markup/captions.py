"""What one sees in the chart of a figure, as a sentence made from its rows; the rules are in docs/method.md."""

from collections.abc import Sequence
from statistics import median
from typing import Any, Final

from smart7 import metrics
from smart7 import verdicts as whose_targets
from smart7.figures import Figure
from smart7.i18n import Lang
from smart7.meetings import headline
from smart7.words import domain as words
from smart7.words import verdicts

Row = dict[str, Any]
SEASONAL: Final = ("month", "quarter")
RECORD: Final = 5
"""Periods below which nothing is a record."""
PEERS: Final = 3
"""Places below which there is no middle."""


def caption(figure: Figure, own: Sequence[Row], others: Sequence[Row], lang: Lang) -> str:
    """Return what a chart shows; `own` are the complete periods of the last way of counting, the newest last."""
    if len(own) < 2:
        judged = against(figure, lang) if figure.aim and figure.aim.authority != "peers" else []
        parts = [words.ONE_PERIOD.get(lang), *judged]
    elif own[-1]["period_kind"] in SEASONAL:
        parts = [between(figure, own, lang)]
    else:
        parts = moved(figure, own, lang)
    parts += beside(figure, own, others, lang)
    return (" " if lang == "th" else "; ").join(part for part in parts if part)


def moved(figure: Figure, own: Sequence[Row], lang: Lang) -> list[str]:
    """Return how a line moved as a whole, and whether it stands at its highest or lowest.

    That is called better or worse only where the trend, which no odd year turns, says the same.
    """
    first, last = own[0], own[-1]
    change = metrics.change(last["value"], first["value"])
    how = headline.moved(change, figure.decimals, year=figure.value_kind == "year")
    said = words.WHOLE[how].format(
        lang, before=first["short"], when=when(first, lang), by=headline.distance(figure, change, lang),
        old=headline.first_value(figure, first["value"], lang), value=figure.shown(lang),
    )  # fmt: skip
    better = headline.judged(how, figure.direction)
    agreed = better is not None and figure.trend == ("improving" if better else "worsening")
    return [said + (headline.valued(how, figure.direction, lang) if agreed else ""), record(figure, own, lang)]


def record(figure: Figure, own: Sequence[Row], lang: Lang) -> str:
    """Return that a line ends at its highest or lowest, else when it was highest; '' of few periods."""
    if len(own) < RECORD or figure.value_kind == "year":
        return ""
    shown = [metrics.as_shown(row["value"], figure.decimals) for row in own]
    count = len(own)
    if shown[-1] == min(shown) < max(shown):
        return words.LOWEST.format(lang, count=count)
    if shown[-1] == max(shown) > min(shown):
        return words.HIGHEST.format(lang, count=count)
    top = max(own, key=lambda row: row["value"])
    value = headline.first_value(figure, top["value"], lang)
    return words.PEAK.format(lang, when=when(top, lang), value=value)


def between(figure: Figure, own: Sequence[Row], lang: Lang) -> str:
    """Return the lowest and the highest of months or quarters: from one season to another nothing got better."""
    low, high = min(own, key=lambda row: row["value"]), max(own, key=lambda row: row["value"])
    return words.RANGE.format(
        lang, low=headline.first_value(figure, low["value"], lang), when_low=when(low, lang),
        high=headline.first_value(figure, high["value"], lang), when_high=when(high, lang),
    )  # fmt: skip


def when(row: Row, lang: Lang) -> str:
    """Return the period of a row as the time in which something was so."""
    return verdicts.WHEN[row["period_kind"]].format(lang, period=row["short"])


def beside(figure: Figure, own: Sequence[Row], others: Sequence[Row], lang: Lang) -> list[str]:
    """Return on which side of the middle of the places compared with a figure stands, of one and the same period."""
    if not own or figure.value is None:
        return []
    last = own[-1]
    same = [
        row["value"] for row in others
        if row["unit_kind"].startswith("peer_") and not row["incomplete"] and row["value"] is not None
        and (row["period_kind"], row["period_start"]) == (last["period_kind"], last["period_start"])
    ]  # fmt: skip
    if len(same) < PEERS:
        return []
    middle = metrics.as_shown(median(same), figure.decimals)
    mine = metrics.as_shown(figure.value, figure.decimals)
    side = "above" if mine > middle else "below" if mine < middle else "level"
    shown = headline.first_value(figure, middle, lang)
    return [words.MIDDLE[side].format(lang, count=len(same), value=shown)]


def against(figure: Figure, lang: Lang) -> list[str]:
    """Return how far a figure lies from the bound of its target; nothing without one."""
    if figure.aim is None or figure.value is None:
        return []
    bound = figure.target.low if figure.target.low is not None else figure.target.high
    gap = metrics.change(figure.value, bound)
    how = headline.moved(gap, figure.decimals)
    text = words.OVER if how == "up" else words.SHORT_OF if how == "down" else words.WITHIN
    by = headline.distance(figure, gap, lang)
    return [text.format(lang, whose=whose_targets.whose(figure.aim, lang), gap=by)]

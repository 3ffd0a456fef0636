"""Which figures of a domain are told large, and in which order the rest is listed; published in docs/method.md."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from smart7.figures import Figure

MOST: Final = 3
"""How many figures are told large."""
DRAWN: Final = 3
"""Periods below which a line says little."""
OLDEST: Final = timedelta(days=3653)
"""How long before the end of the chosen year the period of a figure may have ended."""
OURS: Final = ("city", "school", "centre", "division")
AROUND: Final = ("district", "province")
"""Whose figures say most of the city: its own, then those of what lies around it."""


def leading(figures: Iterable[Figure], until: date) -> list[Figure]:
    """Return the few figures that tell most of a domain, the first first; real, whole and of the last ten years.

    Of figures that share a source all but the first come after the others.
    """
    found: list[Figure] = []
    again: list[Figure] = []
    spoken: set[str] = set()
    for figure in sorted((f for f in figures if may_lead(f, until)), key=weight):
        sources = {source.source_id for source in figure.provenance.sources}
        (again if sources & spoken else found).append(figure)
        spoken |= sources
    return [*found, *again][:MOST]


def may_lead(figure: Figure, until: date) -> bool:
    """Return whether a figure can be told large: published, whole, not old, and judged or with a line to see."""
    if figure.value is None or figure.period is None or figure.is_sample or not figure.complete:
        return False
    if figure.level == "country" or figure.held[0] < figure.held[1]:  # says nothing of the city, or of its year
        return False
    fresh = until - figure.period.end <= OLDEST
    return fresh and (figure.judged_real.judgement != "none" or len(figure.spark) >= DRAWN)


def weight(figure: Figure) -> tuple[int, bool, bool, int, bool, int]:
    """Return by what figures are put in order, the least first.

    That is the verdict, then whether there is a line to see, whether somebody else than this project worked it out,
    whose it is, whether one way is better, and the length of the line.
    """
    place = 0 if figure.level in OURS else 1 if figure.level in AROUND else 2
    few, modelled, context = len(figure.spark) < DRAWN, figure.quality == "modelled", figure.direction == "context"
    return min(verdict(figure), 2), few, modelled, place, context, -len(figure.spark)


def verdict(figure: Figure) -> int:
    """Return how much is said of a figure: judged now, judged then, a direction without a target, background."""
    if figure.judged_real.judgement != "none":
        return int(figure.judged_real.then)
    return 3 if figure.direction == "context" else 2


def listed(figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure], list[Figure]]:
    """Return figures in the order of a list: the published ones, those that are made up, those nobody handed in."""
    known = sorted((f for f in figures if f.value is not None), key=verdict)
    waiting = [f for f in figures if f.value is None]
    return [f for f in known if not f.is_sample], [f for f in known if f.is_sample], waiting

"""What to ask about: published figures ranked by the rule that docs/method.md states; pure.

Five kinds of cause, one of each first. A figure is asked about once, a sample figure never.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal, get_args

from smart7 import calendar, catalog, metrics
from smart7.figures import Figure

Kind = Literal["missed", "worsened", "silent", "late", "doubtful"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""The causes in the order in which they are asked for."""

MOST: Final = 5
"""How many things are asked about at once."""

NEARNESS: Final = {"city": 0, "school": 0, "centre": 0, "division": 0, "area": 1, "district": 2, "province": 3}
"""How far from the council a figure's place lies, by the level of its indicator; of other places nothing is asked."""

DOUBT: Final = {"estimated": 2.0, "reported": 1.0}
"""How doubtful a quality is; the others come from who answers for them, or with their formula."""

YEARS: Final = ("fiscal_year", "calendar_year", "academic_year")
"""Kinds of period whose change is no matter of the season."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to ask about: why, the figure, how strong the cause is, and whether the figure is past.

    `score` is a share for `missed` and `worsened`, days for `silent` and `late`, a rank for `doubtful`.
    """

    kind: Kind
    figure: Figure
    score: float
    past: bool = False


def chosen(figures: Iterable[Figure], most: int = MOST) -> list[Ask]:
    """Return up to `most` things to ask about: round by round the strongest of each kind not asked about before."""
    found = list(figures)
    lines = {kind: ranked(kind, found) for kind in KINDS}
    taken: dict[str, Ask] = {}
    while len(taken) < most:
        before = len(taken)
        for kind in KINDS:
            best = next((ask for ask in lines[kind] if ask.figure.indicator_id not in taken), None)
            if best is not None and len(taken) < most:
                taken[best.figure.indicator_id] = best
        if len(taken) == before:
            break
    return list(taken.values())


def ranked(kind: Kind, figures: Iterable[Figure]) -> list[Ask]:
    """Return what there is to ask for one cause, the strongest first."""
    return sorted((ask for one in figures if (ask := of(kind, one)) is not None), key=place_in_line)


def of(kind: Kind, figure: Figure) -> Ask | None:
    """Return what there is to ask of a figure for one cause, None for nothing."""
    score = SCORES[kind](figure) if may_be_asked(figure) else None
    if score is None:
        return None
    return Ask(kind, figure, score, kind in ("missed", "worsened") and is_past(figure))


def may_be_asked(figure: Figure) -> bool:
    """Return whether a figure is published, of a place the council answers for or lies in, and no mere background."""
    real = figure.value is not None and figure.period is not None and not figure.is_sample
    return real and figure.level in NEARNESS and figure.direction != "context"


def place_in_line(ask: Ask) -> tuple[bool, int, float, int, str]:
    """Return what orders causes of one kind: today's first, the nearer place, the higher score, domain, then id."""
    own = ask.figure
    return ask.past, NEARNESS[own.level], -ask.score, catalog.position(own.domain_id), own.indicator_id


def is_past(figure: Figure) -> bool:
    """Return whether a figure speaks for its own period only."""
    return metrics.is_past(figure.newest, figure.native_kind, figure.due_days, figure.target, figure.judged_at)


def missed(figure: Figure) -> float | None:
    """Return by which share of the bound it misses a figure lies outside its target; 1 where the bound is 0."""
    if figure.judged_real.judgement not in ("near", "off") or figure.value is None:
        return None
    value = metrics.as_shown(figure.value, figure.decimals)
    low, high = (metrics.as_shown(bound, figure.decimals) for bound in (figure.target.low, figure.target.high))
    bound = low if low is not None and value < low else high
    return (abs(value - bound) / abs(bound) if bound else 1.0) if bound is not None else None


def worsened(figure: Figure) -> float | None:
    """Return by which share a year is worse than the one before; a percentage by its points, 10 of them being 0.1."""
    if figure.change is None or figure.value is None or figure.direction not in ("higher", "lower"):
        return None
    if figure.value_kind == "year" or figure.period is None or figure.period.kind not in YEARS:
        return None
    worse = metrics.as_shown(-figure.change if figure.direction == "higher" else figure.change, figure.decimals)
    if worse <= 0:
        return None
    before = 100.0 if figure.value_kind == "percent" else abs(figure.value - figure.change)
    return worse / before if before else 1.0


def silent(figure: Figure) -> float | None:
    """Return how many days a promised indicator has had no newer figure, where that is more than a year."""
    if not figure.promised or figure.newest is None:
        return None
    days = (figure.judged_at - figure.newest).days
    return float(days) if days > metrics.FRESH_DAYS else None


def late(figure: Figure) -> float | None:
    """Return how many days ago the figure after the newest one was due."""
    if not figure.late or figure.newest is None or figure.due_days is None:
        return None
    missing = calendar.following(calendar.last_complete(figure.native_kind, figure.newest))
    return float((figure.judged_at - missing.end - timedelta(days=figure.due_days)).days)


def doubtful(figure: Figure) -> float | None:
    """Return how doubtful the quality of a figure is."""
    return DOUBT.get(figure.quality)


SCORES: Final[dict[Kind, Callable[[Figure], float | None]]] = {
    "missed": missed, "worsened": worsened, "silent": silent, "late": late, "doubtful": doubtful,
}  # fmt: skip


def never_told(figures: Iterable[Figure]) -> tuple[int, int]:
    """Return how many indicators the programme promised, and of how many of them nothing was ever published."""
    promised = [one for one in figures if one.promised]
    return len(promised), sum(not one.known for one in promised)

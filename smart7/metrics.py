"""The rules behind a figure's words: status against target, lateness, change, trend, ratio of sums.

Everything here is pure. `docs/method.md` states the same rules in prose with worked examples.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from statistics import median
from typing import Final, Literal, overload

from smart7 import calendar
from smart7.calendar import Period, PeriodKind

Direction = Literal["higher", "lower", "band", "context"]
Judgement = Literal["on", "near", "off", "none"]
Reason = Literal["", "missing", "parts", "sample", "context", "partial", "no_target"]
Trend = Literal["improving", "worsening", "rising", "falling", "steady", "unknown"]

NEAR_SHARE: Final = 0.10
"""How far short of a target, as a share of it, still counts as near."""

STEADY_SHARE: Final = 0.02
"""How much of its own size a series may move over its years and still be called steady."""

FRESH_DAYS: Final = 366
"""How many days after its period a figure that nobody owes again may still be held for today."""


@dataclass(frozen=True, slots=True)
class Status:
    """A verdict and, where there is none, the reason; `then` where it is of the figure's period and not of today."""

    judgement: Judgement
    reason: Reason = ""
    then: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What is aimed at: at least `low`, at most `high`, or between the two, up to a day or until it is replaced."""

    low: float | None = None
    high: float | None = None
    until: date | None = None

    @property
    def known(self) -> bool:
        """Return whether there is any target at all."""
        return self.low is not None or self.high is not None


def status(
    value: float | None,
    direction: Direction,
    target: Target,
    *,
    decimals: int,
    past: bool = False,
    complete: bool = True,
) -> Status:
    """Return the verdict on a figure against the target of its own period, by the published rule.

    The first reason against one wins. Figure and target are compared as shown, at the indicator's decimals: 85.0
    never misses a target of 85.0. `past` says that the figure speaks for its own period only (see `is_past`).
    """
    if value is None:
        return Status("none", "missing")
    if direction == "context":
        return Status("none", "context")
    if not target.known:
        return Status("none", "no_target")
    if not complete:
        return Status("none", "partial")
    shown = Target(as_shown(target.low, decimals), as_shown(target.high, decimals))
    return Status(judge(as_shown(value, decimals), shown), then=past)


@overload
def as_shown(value: float, decimals: int) -> float: ...


@overload
def as_shown(value: float | None, decimals: int) -> float | None: ...


def as_shown(value: float | None, decimals: int) -> float | None:
    """Return a value as pages write it: halves rounded away from zero, as in `formats`, never to even."""
    if value is None:
        return None
    return float(Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=400)))


def judge(value: float, target: Target) -> Judgement:
    """Return on, near or off by how far a value lies outside its target."""
    missed_by, measure = 0.0, 0.0
    if target.low is not None and value < target.low:
        missed_by, measure = target.low - value, abs(target.low)
    elif target.high is not None and value > target.high:
        missed_by, measure = value - target.high, abs(target.high)
    if missed_by == 0:
        return "on"
    # A sum in binary may miss the boundary by less than anybody could have written.
    return "near" if missed_by <= measure * (NEAR_SHARE + 1e-12) + 1e-9 else "off"


def judged_at(as_of: date, until: date, due_days: int | None) -> date:
    """Return the day lateness is judged at: when figures up to `until` were due, never after `as_of`."""
    return min(as_of, until + timedelta(days=due_days or 0))


def last_due(kind: PeriodKind, due_days: int | None, at: date) -> Period | None:
    """Return the newest period that must be in by a day; None for figures nobody owes again."""
    if due_days is None or kind in ("date", "span"):
        return None
    return calendar.last_complete(kind, at - timedelta(days=due_days))


def is_late(last_end: date | None, kind: PeriodKind, due_days: int | None, at: date) -> bool:
    """Return whether the newest figure is older than the newest that is due; no figure is missing, not late."""
    due = last_due(kind, due_days, at)
    return due is not None and last_end is not None and last_end < due.end


def is_past(last_end: date | None, kind: PeriodKind, due_days: int | None, target: Target, at: date) -> bool:
    """Return whether a figure speaks for its own period only, and no longer for the day `at`.

    One that is owed does once a newer one is due. One that nobody owes again is followed by no other: it does once
    its period lies more than a year back, or its target is no longer in force.
    """
    if last_end is None:
        return False
    if last_due(kind, due_days, at) is not None:
        return is_late(last_end, kind, due_days, at)
    return at - last_end > timedelta(days=FRESH_DAYS) or (target.until is not None and target.until < at)


def change(value: float | None, before: float | None) -> float | None:
    """Return the difference from the period before, None where either is unknown."""
    return None if value is None or before is None else value - before


def follows(period: Period, earlier: Period | None) -> bool:
    """Return whether one period comes right after another of its kind; only such two are compared."""
    if earlier is None or period.kind != earlier.kind or period.kind in ("date", "span"):
        return False
    return calendar.previous(period) == earlier


def trend(points: Iterable[tuple[date, float | None]], direction: Direction) -> Trend:
    """Return where a series is going, by the median of its pairwise slopes (Theil-Sen).

    `points` are (first day, value) in any order; fewer than three known values say nothing.
    """
    known = sorted((day.toordinal(), value) for day, value in points if value is not None)
    if len(known) < 3:
        return "unknown"
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for i, a in enumerate(known) for b in known[i + 1 :] if b[0] > a[0]]
    if not slopes:
        return "unknown"
    moved = median(slopes) * (known[-1][0] - known[0][0])
    size = median(abs(value) for _, value in known)
    if abs(moved) <= STEADY_SHARE * size:
        return "steady"
    return named_direction(moved > 0, direction)


def named_direction(rising: bool, direction: Direction) -> Trend:
    """Return improving or worsening where the indicator says which way is good, else rising or falling."""
    if direction in ("context", "band"):
        return "rising" if rising else "falling"
    return "improving" if rising == (direction == "higher") else "worsening"

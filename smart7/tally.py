"""How many figures stand how: the one place that counts, for every page, deck, document and answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from smart7.figures import Figure
from smart7.metrics import Status

VERDICTS: Final = ("on", "near", "off")
STANDINGS: Final = (*VERDICTS, "known", "sample", "missing")
"""How one indicator stands: judged, known without a verdict, shown by made-up figures only, or not at all."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How a group of figures stands, in three parts that add up: judged now, judged then, cannot be said.

    `now` and `then` are counts by verdict, `reasons` those of what cannot be said. `known` have any published figure,
    be it by unit or part only; `late` of them are older than due; nobody handed in the rest.
    """

    now: dict[str, int]
    then: dict[str, int]
    reasons: dict[str, int]
    known: int
    late: int

    @property
    def judged_now(self) -> int:
        """Return how many are judged for today."""
        return sum(self.now.values())

    @property
    def judged_then(self) -> int:
        """Return how many are judged for their own period only."""
        return sum(self.then.values())

    @property
    def unsaid(self) -> int:
        """Return of how many nothing can be said."""
        return sum(self.reasons.values())

    @property
    def total(self) -> int:
        """Return how many were counted."""
        return self.judged_now + self.judged_then + self.unsaid

    @property
    def waiting(self) -> int:
        """Return how many nobody has handed in."""
        return self.total - self.known

    @property
    def judged(self) -> int:
        """Return how many are judged, for today or for their own period."""
        return self.judged_now + self.judged_then

    @property
    def standings(self) -> dict[str, int]:
        """Return how many stand how (`STANDINGS`); they add up to all."""
        judged = {name: self.now[name] + self.then[name] for name in VERDICTS}
        rest = {name: self.reasons.get(name, 0) for name in ("sample", "missing")}
        return {**judged, "known": self.known - self.judged, **rest}


def standing(figure: Figure) -> str:
    """Return how one indicator stands, as `Tally.standings` counts it."""
    status = figure.judged_real
    if status.judgement != "none":
        return status.judgement
    return status.reason if status.reason in ("sample", "missing") else "known"


def published(figures: Iterable[Figure]) -> Tally:
    """Count figures as the public record has them; sample figures cannot be said."""
    own = list(figures)
    late = sum(f.late and f.known for f in own)
    return _counted([f.judged_real for f in own], sum(f.known for f in own), late)


def samples(figures: Iterable[Figure]) -> Tally:
    """Count the sample figures alone, by what their verdict would be."""
    own = [f for f in figures if f.is_sample]
    return _counted([f.status for f in own], sum(f.value is not None for f in own), sum(f.late for f in own))


def _counted(statuses: Iterable[Status], known: int, late: int) -> Tally:
    """Return statuses counted by what they say."""
    now, then = dict[str, int].fromkeys(VERDICTS, 0), dict[str, int].fromkeys(VERDICTS, 0)
    reasons: dict[str, int] = {}
    for status in statuses:
        if status.judgement == "none":
            reasons[status.reason] = reasons.get(status.reason, 0) + 1
        else:
            (then if status.then else now)[status.judgement] += 1
    return Tally(now, then, reasons, known, late)

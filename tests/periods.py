"""The periods of a smaller kind within a larger one, by walking from one to the next."""

from smart7 import calendar
from smart7.calendar import Period, PeriodKind


def within(kind: PeriodKind, whole: Period) -> list[Period]:
    """Return the periods of a kind from the one in which a whole begins to the one in which it ends."""
    found = [calendar.containing(kind, whole.start)]
    while found[-1].end < whole.end:
        found.append(calendar.following(found[-1]))
    return found

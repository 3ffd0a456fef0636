"""Hold the positions of one vehicle on one day against each other: what repeats, and what leaps.

Who stands at a depot or drives off every route is told apart along the routes, where a day is placed on them.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

FASTEST: Final = 120 / 3.6
"""Metres a second a bus can have gone from one position to the next."""
ASTRAY: Final = 150.0
"""Metres that two positions may be wrong together without a leap."""
BELIEVED: Final = 5
"""So many positions in a row that agree with each other are believed, though the vehicle leapt there."""
METRES_A_DEGREE: Final = 111_195.0
Numbers = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
DUPLICATE, JUMP = "duplicate", "jump"


def metres(latitude: Numbers, longitude: Numbers) -> tuple[Numbers, Numbers]:
    """Return places as metres east and north of nowhere in particular, true to 1 % within a province."""
    if not len(latitude):
        return longitude, latitude
    narrow = np.cos(np.radians(latitude[len(latitude) // 2]))
    return longitude * METRES_A_DEGREE * narrow, latitude * METRES_A_DEGREE


def judge(second: npt.NDArray[np.int64], latitude: Numbers, longitude: Numbers) -> tuple[Mask, dict[str, int]]:
    """Return which positions of a vehicle, in the order of time, are kept, and how many are not, by reason."""
    kept = np.ones(len(second), np.bool_)
    kept[1:] = second[1:] != second[:-1]
    there = np.flatnonzero(kept)
    x, y = metres(latitude[there], longitude[there])
    gone = leaps(second[there].astype(np.float64), x, y)
    counts = {DUPLICATE: len(second) - len(there), JUMP: len(gone)}
    kept[there[gone]] = False
    return kept, {reason: count for reason, count in counts.items() if count}


def leaps(second: Numbers, x: Numbers, y: Numbers) -> list[int]:
    """Return the positions that nobody can have reached from the one before them that is kept."""
    far = np.hypot(np.diff(x), np.diff(y)) > FASTEST * np.diff(second) + ASTRAY
    suspects = np.flatnonzero(far) + 1
    gone: list[int] = []
    after = 0
    for suspect in suspects.tolist():
        if suspect >= after:
            lost, after = strays(second, x, y, suspect)
            gone += lost
    return gone


def strays(second: Numbers, x: Numbers, y: Numbers, first: int) -> tuple[list[int], int]:
    """Return which positions from `first` on leapt away, and the one from which the way goes on.

    It goes on where the last good one can have come from, or where several in a row agree with each other.
    """

    def reached(a: int, b: int) -> bool:
        return bool(np.hypot(x[b] - x[a], y[b] - y[a]) <= FASTEST * (second[b] - second[a]) + ASTRAY)

    lost: list[int] = []
    together = 0
    for at in range(first, len(second)):
        if reached(first - 1, at):
            return lost, at + 1
        together = together + 1 if lost and lost[-1] == at - 1 and reached(at - 1, at) else 1
        lost.append(at)
        if together == BELIEVED:
            return lost[:-BELIEVED], at + 1
    return lost, len(second)

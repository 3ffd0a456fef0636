"""A route as one line with its lane at each point: rounded where it turns, moved over where others join or leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from smart7.ingest.lines.hops import Course, Hop
from smart7.ingest.lines.lanes import Lines

ROUNDED: Final = 0.3
"""So much of a hop, at most, at each of its ends is given to the turn at its stop."""
WIDEST_M: Final = 160.0
STEPS: Final = 4
"""Into so many parts a turn is drawn, and into so many more for each lane that a line moves over."""
MOST_STEPS: Final = 12


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line in metres, (n, 2), and how many lanes right of it the route runs from each point to the next, (n,)."""

    points: np.ndarray
    offsets: np.ndarray


def drawn(course: Course, lines: Lines, offsets: Sequence[float]) -> Drawn:
    """Return a route along its hops; `offsets` is its lane on each of them."""
    parts = [ridden(lines, hop, start) for start, hop in zip(course.stops, course.hops, strict=False)]
    points, aside = [parts[0][:1]], [np.array([offsets[0]])]
    room = [ROUNDED * length(part) for part in parts]
    begins = 0.0
    for n, part in enumerate(parts):
        ends = min(room[n], room[n + 1], WIDEST_M) if n + 1 < len(parts) else 0.0
        inner = within(part, begins, length(part) - ends)
        points.append(inner)
        aside.append(np.full(len(inner), offsets[n]))
        if ends:
            turn, moved = turned(inner[-1], part[-1], within(parts[n + 1], ends, length(parts[n + 1]))[0],
                                 offsets[n], offsets[n + 1])  # fmt: skip
            points.append(turn)
            aside.append(moved)
        begins = ends
    return tidy(np.vstack(points), np.concatenate(aside))


def ridden(lines: Lines, hop: Hop, start: str) -> np.ndarray:
    """Return the line of a hop from the stop where a route comes to it."""
    return lines[hop] if start == hop[0] else lines[hop][::-1]


def run(line: np.ndarray) -> np.ndarray:
    """Return how far along a line each of its points lies."""
    return np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])


def length(line: np.ndarray) -> float:
    """Return how long a line is."""
    return float(run(line)[-1])


def within(line: np.ndarray, start: float, end: float) -> np.ndarray:
    """Return the part of a line between two places on it, its ends among its points."""
    along = run(line)
    kept = [start, *(at for at in along.tolist() if start < at < end), max(start, end)]
    return np.stack([np.interp(kept, along, line[:, axis]) for axis in (0, 1)], axis=1)


def turned(
    start: np.ndarray, corner: np.ndarray, end: np.ndarray, lane: float, to_lane: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of a turn round a corner, and the lanes in which the line moves over meanwhile."""
    steps = min(MOST_STEPS, STEPS + round(STEPS * abs(to_lane - lane)))
    share = np.linspace(0, 1, steps + 1)[1:-1, None]
    curve = (1 - share) ** 2 * start + 2 * share * (1 - share) * corner + share**2 * end
    moved = lane + (to_lane - lane) * (share * share * (3 - 2 * share))[:, 0]
    return curve, moved


def tidy(points: np.ndarray, offsets: np.ndarray) -> Drawn:
    """Return a line without points that stand where the one before stands."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    kept = np.concatenate([[True], steps > 0.5])
    return Drawn(points[kept], offsets[kept])

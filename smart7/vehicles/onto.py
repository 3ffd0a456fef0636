"""Put positions on the line of their run: how far along it each lies, and how far from it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from smart7.vehicles.lines import Floats, Ints, Lines

WINDOW: Final = 250.0  # metres from where the points say it is within which a position is put on the line
FURTHER: Final = 0.05  # how much less it counts to be off the place expected than to be off the line
TOGETHER: Final = 20_000  # positions whose place is looked for at once: few enough to stay near the processor


def on_line(lines: Lines, pattern: Ints, x: Floats, y: Floats, near: Floats) -> tuple[Floats, Floats]:
    """Return how far along its pattern each position lies, and how far from it, in metres.

    Only the part of the line near the place expected is looked at, so that a street driven twice gives the right one;
    of two places as near to the position it is the one nearer to what was expected.
    """
    laid, starts, lengths = lines.along + np.repeat(lines.starts, np.diff(lines.first)), lines.starts, lines.lengths
    along, off = near.copy(), np.full(len(x), np.inf)
    for part in (slice(begin, begin + TOGETHER) for begin in range(0, len(x), TOGETHER)):
        which, expects = pattern[part], near[part]
        piece = np.searchsorted(laid, starts[which] + expects, "right") - 1
        piece = np.clip(piece, lines.first[which], lines.first[which + 1] - 2)
        search = Search(
            x[part], y[part], expects, np.maximum(expects - WINDOW, 0.0), np.minimum(expects + WINDOW, lengths[which]),
            along[part], off[part], np.full(len(which), np.inf),
        )  # fmt: skip
        search.go(lines, piece, lines.first[which + 1] - 2, 1)
        search.go(lines, piece - 1, lines.first[which], -1)
    return along, off


@dataclass(frozen=True, slots=True)
class Search:
    """A search for the best place of some positions: those expected, the ends of what is looked at, the best so far.

    `least` is the square of the metres off the line, and of those from what was expected a twentieth.
    """

    x: Floats
    y: Floats
    near: Floats
    low: Floats
    high: Floats
    along: Floats
    off: Floats
    least: Floats

    def go(self, lines: Lines, piece: Ints, last: Ints, by: int) -> None:
        """Look at one piece of the line after another, forward or back, as long as a better place may come."""
        active = np.flatnonzero((last - piece) * by >= 0)
        while len(active):
            at, near = piece[active], self.near[active]
            begin = lines.along[at]
            # What lies further from the place expected than this is worse than the best there is.
            short = by * ((begin if by > 0 else lines.along[at + 1]) - near)
            open_ = np.flatnonzero((FURTHER * np.maximum(short, 0.0) ** 2 < self.least[active]) & (short < WINDOW))
            active, at, near, begin = active[open_], at[open_], near[open_], begin[open_]
            self.look(lines, active, at, near, begin)
            piece[active] += by
            active = active[(last[active] - piece[active]) * by >= 0]

    def look(self, lines: Lines, active: Ints, at: Ints, near: Floats, begin: Floats) -> None:
        """Keep the nearest place on one piece of the line for those to which it is better than what they have."""
        ax, ay, end = lines.x[at], lines.y[at], lines.along[at + 1]
        dx, dy, length = lines.x[at + 1] - ax, lines.y[at + 1] - ay, end - begin
        fx, fy = self.x[active] - ax, self.y[active] - ay
        place = begin + (fx * dx + fy * dy) / length
        place = np.clip(np.clip(place, self.low[active], self.high[active]), begin, end)
        share = (place - begin) / length
        away = (fx - share * dx) ** 2 + (fy - share * dy) ** 2
        weighed = away + FURTHER * (place - near) ** 2
        better = np.flatnonzero(weighed < self.least[active])
        chosen = active[better]
        self.least[chosen], self.along[chosen] = weighed[better], place[better]
        self.off[chosen] = np.sqrt(away[better])

"""Where the names of targets stand on a line over the years, so that they cover neither figures nor steps: pure.

A chart is drawn as wide as its reader's screen, so room is reckoned for a telephone; on a wider one there is more.
"""

from collections.abc import Iterator
from itertools import product
from typing import Final, Literal

import pandas as pd

from smart7.charts.beside import letters
from smart7.charts.look import Fields, Look

Side = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]
"""Left, right, top and bottom, in pixels."""
WIDE: Final = 225
HIGH: Final = 185
LETTER: Final = 7.0
LINE: Final = 16.0
"""Height of a line of letters."""
OVER: Final = -9
UNDER: Final = 14
"""Pixels from a target to the foot of its name over it, and under it."""
FURTHER: Final = (0, 1, 2, 3)
"""By how many lines a name may move on from its target where figures are in the way: its colour tells whose it is."""
DEAR: Final = 5.0
"""Square pixels it may cover rather than to move on by a pixel."""
SPARE: Final = 26.0
"""Pixels over the highest of all and under the lowest, in which a name may stand."""
INWARDS: Final = 14
"""Pixels by which a name begins before its year, or ends behind it."""
FIGURE: Final = (14.0, 8.0, 26.0)
"""Half the width of a figure with its dot, and how far both reach down and up from the value."""


def told_of(
    rows: pd.DataFrame, bound: str, whose: str, fields: Fields, look: Look
) -> Iterator[tuple[pd.DataFrame, Side, int]]:
    """Yield the year at which each one's target is named as `told`, on which side of it, and how many pixels under it.

    At its last year, inwards from the nearer end, and under its piece where the figure, with its number, stands over
    it; where something is in the way there, at the year, on the side and as far off as there is room.
    """
    rows = rows.reset_index(drop=True)
    named = [whose] if whose in rows else []
    held = rows.loc[rows[bound].notna(), [*dict.fromkeys(fields.values()), bound, *named]]
    names = held[whose] if whose in held else pd.Series(None, index=held.index, dtype=object)
    held = held.assign(told=names.where(names.notna(), look.name(bound)))
    ground = Ground(rows, fields, held[bound])
    for name, own in held.groupby("told", sort=False):
        year, align, down = ground.best(own, bound, 2 * INWARDS + LETTER * letters(str(name)))
        yield own.loc[[year]], align, down


class Ground:
    """What stands in a chart: figures with their dots, and the pieces of a target."""

    def __init__(self, rows: pd.DataFrame, fields: Fields, target: "pd.Series[float]") -> None:
        self._at, self._value = rows[fields["x"]], rows[fields["y"]]
        every = pd.concat([self._value, target]).dropna()
        self._ends = float(self._at.min()), float(self._at.max())
        self._top, span = float(every.max()), float(every.max() - every.min())
        self._across = WIDE / ((self._ends[1] - self._ends[0]) or 1.0)
        self._down = HIGH / (span or 1.0)
        half, below, above = FIGURE
        spots = [self._spot(at, value) for at, value in zip(self._at, self._value, strict=True) if value == value]
        # At the ends of a line a figure stands inwards.
        self._figures: list[Box] = [
            (x - half * (2 if n == len(spots) - 1 else 1), x + half * (1 if n else 2), y - above, y + below)
            for n, (x, y) in enumerate(spots)
        ]
        self._pieces: list[Box] = []
        reach = self._across / 2
        for at, bound in zip(self._at[target.index], target, strict=True):
            x, y = self._spot(at, bound)
            self._pieces.append((x - reach, x + reach, y - 2, y + 2))

    def _spot(self, at: float, value: float) -> tuple[float, float]:
        return (float(at) - self._ends[0]) * self._across, (self._top - float(value)) * self._down

    def best(self, own: pd.DataFrame, bound: str, width: float) -> tuple[int, Side, int]:
        """Return where the name of a target covers least; the usual place where that is free."""
        years = [int(index) for index in own.index]
        last = years[-1]
        side: Side = "left" if self._at[last] < sum(self._ends) / 2 else "right"
        usual = (last, side, UNDER if self._value[last] > own[bound][last] else OVER)
        sides: tuple[Side, ...] = (side, "right" if side == "left" else "left")
        feet = [foot for n in FURTHER for foot in (OVER - round(n * LINE), UNDER + round(n * LINE))]
        places = (usual, *product(reversed(years), sides, feet))
        return min(places, key=lambda one: self._costs(own[bound][one[0]], one[0], one[1], one[2], width))

    def _costs(self, bound: float, index: int, align: Side, down: int, width: float) -> float:
        """Return how many square pixels a name covers of targets, with tenfold what it covers of figures or leaves."""
        x, y = self._spot(self._at[index], bound)
        left = x - INWARDS if align == "left" else x + INWARDS - width
        foot = y + down
        box = (left, left + width, foot - 3 * LINE / 4, foot + LINE / 4)
        aside = max(0.0, -INWARDS - left) + max(0.0, left + width - WIDE - INWARDS)
        beyond = max(0.0, -SPARE - box[2]) + max(0.0, box[3] - HIGH - SPARE)
        moved = max(OVER - down, down - UNDER, 0)
        lost = LINE * aside + width * beyond + sum(common(box, figure) for figure in self._figures)
        return 10 * lost + DEAR * moved + sum(common(box, piece) for piece in self._pieces)


def common(one: Box, other: Box) -> float:
    """Return how many square pixels two boxes have in common."""
    across = min(one[1], other[1]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[2], other[2])
    return max(0.0, across) * max(0.0, down)

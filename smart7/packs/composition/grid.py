"""The one grid: a page of 16:9 in inches, where each part of a slide stands, and three sizes of letters in points."""

from dataclasses import dataclass
from typing import Final, Literal

Size = Literal["large", "middle", "small"]
SIZES: Final[dict[Size, float]] = {"large": 48.0, "middle": 26.0, "small": 15.0}
"""One figure or the name of a meeting; a headline; everything else. The smallest is 30 pixels at 1080p."""
LEADING: Final[dict[Size, float]] = {"large": 1.22, "middle": 1.32, "small": 1.4}
"""How high a line is for its letters: Thai sets marks above marks."""
WIDE, HIGH = 13.333, 7.5
EDGE: Final = 0.65
ACROSS: Final = WIDE - 2 * EDGE
GAP: Final = 0.4
COLUMN: Final = 3.75
BESIDE: Final = EDGE + COLUMN + GAP
TOP, BOTTOM = 2.05, 6.55
"""Where what a slide is about begins and ends."""
POINTS: Final = 72


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return where it ends below."""
        return self.top + self.height

    def halves(self, gap: float = GAP) -> "tuple[Box, Box]":
        """Return its left and its right half."""
        width = (self.width - gap) / 2
        return (Box(self.left, self.top, width, self.height),
                Box(self.left + width + gap, self.top, width, self.height))  # fmt: skip


PAGE: Final = Box(0, 0, WIDE, HIGH)
KICKER: Final = Box(EDGE, 0.42, ACROSS, 0.3)
HEADLINE: Final = Box(EDGE, 0.76, ACROSS, 1.0)
BODY: Final = Box(EDGE, TOP, ACROSS, BOTTOM - TOP)
LEFT: Final = Box(EDGE, TOP, COLUMN, BOTTOM - TOP)
RIGHT: Final = Box(BESIDE, TOP, WIDE - EDGE - BESIDE, BOTTOM - TOP)
ANNEX: Final = Box(EDGE, 1.45, ACROSS, 5.2)
"""Where a list of the annex stands, under a headline of one line."""
FOOT: Final = Box(EDGE, 6.88, ACROSS - 1.9, 0.3)
NUMBER: Final = Box(WIDE - EDGE - 1.8, 6.88, 1.8, 0.3)
COVER: Final = Box(EDGE, 1.2, 6.3, 3.9)
COVER_MAP: Final = Box(7.35, 0, WIDE - 7.35, HIGH)
SECTION: Final = Box(EDGE, 2.3, ACROSS - 2, 3.6)
CLOSING: Final = Box(EDGE, 1.5, 7.6, 4.6)
CODE: Final = Box(9.4, 1.9, 2.9, 2.9)


def line(size: Size) -> float:
    """Return how high a line of letters is, in inches."""
    return SIZES[size] * LEADING[size] / POINTS

"""What to ask about on one slide: a row to each, its figure large, of what it is, the question, and its source."""

from collections.abc import Iterator
from typing import Final

from smart7.meetings.slide import Slide, ToAsk
from smart7.packs.composition import grid, measure
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Line, Placed, Words
from smart7.packs.composition.pieces import short

PLACE: Final = Box(grid.EDGE, 1.48, grid.ACROSS, 5.3)
HIGH: Final = grid.line("middle") + 2 * grid.line("small")
TALLEST: Final = HIGH + 0.3
"""So that fewer than five rows do not drift apart."""
COUNT: Final = 0.45
FIGURE: Final = 3.1


def body(slide: Slide) -> Iterator[Placed]:
    """Yield a row for each thing to ask about, at the same distance from one another."""
    step = min(TALLEST, PLACE.height / max(1, len(slide.asks)))
    for n, one in enumerate(slide.asks):
        yield from row(n + 1, one, Box(PLACE.left, PLACE.top + n * step, PLACE.width, HIGH))


def row(number: int, one: ToAsk, at: Box) -> Iterator[Placed]:
    """Yield the number, what is asked, and the figure behind it."""
    count = Line(str(number), "middle", colour="muted")
    yield Placed(Box(at.left, at.top, COUNT, grid.line("middle")), Words((count,)))
    left = at.left + COUNT + FIGURE + 0.2
    place = Box(left, at.top, at.right - left, at.height)
    named = Line(one.named, "middle", bold=True)
    if not measure.fits(one.named, place.width, 1, "middle", bold=True):
        named = short(one.named, place.width, 1, bold=True)
    lines = (named, short(one.question, place.width, 1), short(one.source, place.width, 1, "muted"))
    yield Placed(place, Words(lines))
    yield Placed(Box(at.left + COUNT, at.top, FIGURE, at.height), Words(figure_lines(one, FIGURE), "figure"))


def figure_lines(one: ToAsk, width: float) -> tuple[Line, ...]:
    """Return a figure over what it counts and its period, each on one line."""
    number, _, measured = one.figure.shown.partition("\u00a0")
    under = [short(part, width, 1, "muted") for part in (measured, one.figure.period) if part]
    return (Line(measure.cut(number, width, 1, "middle", bold=True), "middle", bold=True, colour="accent"), *under)

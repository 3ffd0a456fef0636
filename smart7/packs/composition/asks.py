"""What to ask about on one slide: a row to each, its figure large, of what it is, the question, and its source."""

from collections.abc import Iterator
from typing import Final

from smart7.meetings.slide import Slide, ToAsk
from smart7.packs.composition import grid, measure
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Line, Placed, Words
from smart7.packs.composition.pieces import short

PLACE: Final = Box(grid.EDGE, 1.55, grid.ACROSS, 5.15)
HIGH: Final = 3 * grid.line("small")
TALLEST: Final = HIGH + 0.4
"""So that fewer than five rows do not drift apart."""
COUNT: Final = 0.45
FIGURE: Final = 3.35
BESIDE: Final = PLACE.left + COUNT + FIGURE + 0.15


def body(slide: Slide) -> Iterator[Placed]:
    """Yield a row for each thing to ask about, all at the same distance."""
    step = min(TALLEST, PLACE.height / max(1, len(slide.asks)))
    for n, one in enumerate(slide.asks):
        top = PLACE.top + n * step
        count = Line(str(n + 1), "middle", colour="muted")
        yield Placed(Box(PLACE.left, top, COUNT, grid.line("middle")), Words((count,)))
        yield asked(one, Box(BESIDE, top, PLACE.right - BESIDE, HIGH))
        yield figure(one, Box(PLACE.left + COUNT, top, FIGURE, HIGH))


def asked(one: ToAsk, at: Box) -> Placed:
    """Return of what and whom is asked, the question, and where the figure comes from."""
    figure, question = one.figure, one.question
    aimed = f"{question} · {figure.target}" if figure.status in ("near", "off") and figure.target else question
    # A target that is missed stands there where all of it has room.
    question = aimed if measure.fits(aimed, at.width, 1) else question
    lines = (short(one.named, at.width, 1, bold=True), short(question, at.width, 1))
    return Placed(at, Words((*lines, short(figure.source, at.width, 1, "muted"))))


def figure(one: ToAsk, at: Box) -> Placed:
    """Return a figure over what it counts and its period."""
    number, _, measured = one.figure.shown.partition("\u00a0")
    told = Line(measure.cut(number, at.width, 1, "middle", bold=True), "middle", bold=True, colour="accent")
    about = " · ".join(part for part in (measured, one.figure.period) if part)
    return Placed(at, Words((told, short(about, at.width, 1, "muted")), "figure"))

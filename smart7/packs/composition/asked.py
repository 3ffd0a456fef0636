"""A question and its answer on one slide: who asked what of which figure, the answer large, who gave it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from smart7.meetings.slide import Slide
from smart7.packs.composition import grid, measure, texts
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Ground, Line, Placed, Words
from smart7.packs.composition.pieces import short

SMALL: Final = grid.line("small")
ABOVE: Final = Box(grid.EDGE, grid.TOP, grid.ACROSS, 2 * SMALL)
RULE: Final = 0.06
ANSWER: Final = Box(grid.EDGE + 0.35, ABOVE.bottom + 0.25, grid.ACROSS - 0.35, grid.BODY.height - 4 * SMALL - 0.4)
UNDER: Final = 0.12


def pages(slide: Slide) -> tuple[tuple[Line, ...], ...]:
    """Return the answer by the page: the first stands on the slide, what is more in the annex."""
    return texts.paragraphs(slide.body, ANSWER)


def body(slide: Slide) -> Iterator[Placed]:
    """Yield who asked and about which figure, the answer beside a line of its own, and who answered."""
    yield Placed(ABOVE, Words((short(slide.subhead, ABOVE.width, 2, "muted"),), "caption"))
    lines = pages(slide)[0]
    if not slide.caption:
        # What is said in place of an answer is nobody's word.
        yield Placed(ANSWER, Words(tuple(replace(line, colour="muted") for line in lines)))
        return
    high = sum(measure.lines(line.text, ANSWER.width, line.size) * grid.line(line.size) for line in lines)
    yield Placed(Box(grid.EDGE, ANSWER.top, RULE, high), Ground("accent"))
    yield Placed(Box(ANSWER.left, ANSWER.top, ANSWER.width, high), Words(lines))
    under = Box(ANSWER.left, ANSWER.top + high + UNDER, ANSWER.width, SMALL)
    yield Placed(under, Words((short(slide.caption, under.width, 1, "muted"),), "caption"))

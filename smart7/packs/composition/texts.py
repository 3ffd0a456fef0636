"""Long texts by the page: of the middle size where all of it has room, else small, and on over further pages."""

from smart7.packs.composition import grid, measure
from smart7.packs.composition.grid import Box, Size
from smart7.packs.composition.parts import Line


def paragraphs(said: str, at: Box = grid.BODY) -> tuple[tuple[Line, ...], ...]:
    """Return a text as pages of paragraphs for a place: of the middle size where all of it has room, else small."""
    every = [line.strip() for line in said.splitlines() if line.strip()]
    for size in ("middle", "small"):
        pages = paged(every, size, at)
        if len(pages) == 1:
            break
    return tuple(pages)


def paged(every: list[str], size: Size, at: Box) -> list[tuple[Line, ...]]:
    """Return paragraphs of one size by the page; one longer than a page goes on over the next."""
    most = int(at.height / grid.line(size))
    pages: list[list[Line]] = [[]]
    left, waiting = most, list(every)
    while waiting:
        part = waiting.pop(0)
        need = measure.lines(part, at.width, size)
        if need > left and left < most:
            pages.append([])
            left = most
        if need > left:
            fitting = len(measure.cut(part, at.width, left, size)) - len(measure.MORE)
            waiting.insert(0, part[fitting:].strip())
            part, need = part[:fitting].strip(), left
        pages[-1].append(Line(part, size))
        left -= need
    return [tuple(page) for page in pages]

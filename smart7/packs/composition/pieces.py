"""Pieces that pages are put together from: a line that fits, a figure with its period, how it stands."""

from collections.abc import Iterator
from typing import Final

from smart7.i18n import Lang
from smart7.meetings.slide import Chart, Shown
from smart7.packs.composition import charts, grid, measure
from smart7.packs.composition.grid import Box, Size
from smart7.packs.composition.parts import Colour, Line, Mark, Placed, Role, Tiles, Words

MARK: Final = 0.19
VERDICTS: Final[dict[str, Colour]] = {"on": "on", "near": "near", "off": "off"}


def short(text: str, width: float, most: int, colour: Colour = "ink", *, bold: bool = False) -> Line:
    """Return a small line that takes no more lines than there is room for."""
    return Line(measure.cut(text, width, most, bold=bold), bold=bold, colour=colour)


def aims(chart: Chart, lang: Lang, at: Box) -> Iterator[Placed]:
    """Yield whose targets a chart draws, beside the dashed line they are drawn with; nothing where it draws none."""
    if named := charts.targets(chart, lang):
        mark = Box(at.left + 0.08, at.top + (at.height - MARK) / 2, MARK, MARK)
        yield Placed(mark, Tiles((Mark(mark, "target", then=False),), ""))
        place = Box(at.left + 0.45, at.top, at.width - 0.45, at.height)
        yield Placed(place, Words((short(", ".join(named), place.width, 1, "muted"),)))


def verdict(figure: Shown, at: Box) -> Iterator[Placed]:
    """Yield how a figure stands on one line, with its mark where it is judged."""
    said, left = figure.status_name, 0.0
    if figure.status != "none":
        left = MARK + 0.1
        mark = Box(at.left, at.top + (grid.line("small") - MARK) / 2, MARK, MARK)
        yield Placed(mark, Tiles((Mark(mark, figure.status, figure.then),), ""))
    lines, width = max(1, round(at.height / grid.line("small"))), at.width - left
    whole = f"{said} · {figure.target}" if figure.status != "none" and figure.target else said
    # Whose target it is stands there where all of it has room.
    said = whole if measure.fits(whole, width, lines, bold=True) else said
    line = short(said, width, lines, VERDICTS.get(figure.status, "muted"), bold=figure.status != "none")
    yield Placed(Box(at.left + left, at.top, at.width - left, at.height), Words((line,)))


def figure_lines(figure: Shown, width: float, size: Size = "large") -> list[Line]:
    """Return a figure far larger than the rest, what it counts, then its period and of whom it is."""
    number, _, measured = figure.shown.partition("\u00a0")
    if measure.inches(number, size, bold=True) > width:
        size = "middle"
    found = [Line(number, size, bold=True, colour="muted" if figure.is_sample else "accent")]
    mark = figure.quality_name if figure.is_sample else ""
    about = " · ".join(part for part in (mark, figure.period, figure.unit) if part)
    found += [short(measured, width, 2)] if measured else []
    return found + ([short(about, width, 2, "muted")] if about else [])


def stacked(lines: list[Line], at: Box, role: Role = "figure") -> Iterator[Placed]:
    """Yield lines under one another as one block, as high as they are."""
    high = sum(measure.lines(line.text, at.width, line.size, bold=line.bold) * grid.line(line.size) for line in lines)
    yield Placed(Box(at.left, at.top, at.width, min(at.height, high)), Words(tuple(lines), role))

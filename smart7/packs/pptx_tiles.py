"""Tiles of the board as shapes of PowerPoint's own, one group to a row."""

from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from smart7 import theme
from smart7.packs import pptx_text as text
from smart7.packs.composition import tiles
from smart7.packs.composition.parts import Mark, Placed

INNER: Final[dict[str, Any]] = {
    "on": MSO_SHAPE.RECTANGLE, "near": MSO_SHAPE.DIAMOND, "off": MSO_SHAPE.FLOWCHART_MERGE, "known": MSO_SHAPE.OVAL,
}  # fmt: skip
FALLBACK: Final = "–"


def add(shapes: Any, placed: Placed, scale: float) -> None:  # noqa: ANN401
    """Add tiles as one group, which is told to those who do not see it; each is named after its indicator."""
    part: Any = placed.part
    group = shapes.add_group_shape()
    group.name = "Board"
    for mark in part.marks:
        tile(group.shapes, mark, scale)
    text.describe(group, part.alt or FALLBACK)


def tile(shapes: Any, mark: Mark, scale: float) -> None:  # noqa: ANN401
    """Add one tile: its field, and the shape of its verdict in it."""
    if mark.look == "target":
        dashed(shapes, mark, scale)
        return
    field = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *text.emu(mark.box, scale))
    field.name = mark.name or mark.look
    text.describe(field, mark.name or FALLBACK)
    fill(field, tiles.field_of(mark))
    if mark.look == "sample":
        field.fill.patterned()
        field.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        field.fill.fore_color.rgb = rgb(tiles.line_of(mark))
        field.fill.back_color.rgb = rgb(theme.palette().surface)
        field.line.dash_style = MSO_LINE.DASH
    edge(field, mark, scale)
    if mark.look in INNER:
        inside(shapes, mark, scale)


def inside(shapes: Any, mark: Mark, scale: float) -> None:  # noqa: ANN401
    """Add the shape of a verdict, or the dot of a known figure."""
    corners = tiles.SHAPES.get(mark.look) or ((0.5 - tiles.DOT, 0.5 - tiles.DOT), (0.5 + tiles.DOT, 0.5 + tiles.DOT))
    (left, right), (top, bottom) = (
        (min(corner[side] for corner in corners), max(corner[side] for corner in corners)) for side in (0, 1)
    )
    size, at = mark.box.width, mark.box
    place = (at.left + left * size, at.top + top * size, (right - left) * size, (bottom - top) * size)
    shape = shapes.add_shape(INNER[mark.look], *(Inches(n * scale) for n in place))
    shape.name = mark.look
    text.describe(shape, mark.name or FALLBACK)
    if mark.look == "known":
        fill(shape, theme.palette().muted)
        shape.line.fill.background()
        return
    fill(shape, "" if mark.then else tiles.INSIDE)
    if mark.then:
        edge(shape, mark, scale)
    else:
        shape.line.fill.background()


def dashed(shapes: Any, mark: Mark, scale: float) -> None:  # noqa: ANN401
    """Add the dashed line that targets are drawn with."""
    middle = Inches((mark.box.top + mark.box.height / 2) * scale)
    ends = (Inches(mark.box.left * scale), middle, Inches((mark.box.right) * scale), middle)
    line = shapes.add_connector(1, *ends)
    line.name = "Target"
    text.describe(line, FALLBACK)
    line.line.color.rgb = rgb(tiles.line_of(mark))
    line.line.width = Inches(0.03 * scale)
    line.line.dash_style = MSO_LINE.DASH


def fill(shape: Any, colour: str) -> None:  # noqa: ANN401
    """Fill a shape with a colour, with nothing where it is ''."""
    if colour:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(colour)
    else:
        shape.fill.background()
    shape.shadow.inherit = False


def edge(shape: Any, mark: Mark, scale: float) -> None:  # noqa: ANN401
    """Draw the edge of a shape."""
    shape.line.color.rgb = rgb(tiles.line_of(mark))
    shape.line.width = Inches(mark.box.width * scale * tiles.EDGES[mark.then or mark.look])


def rgb(colour: str) -> RGBColor:
    """Return a colour as PowerPoint takes it."""
    found: RGBColor = RGBColor.from_string(colour[1:].upper())
    return found

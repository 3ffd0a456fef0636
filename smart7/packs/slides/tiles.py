"""Tiles of the board as shapes of PowerPoint's own, one group to a row; written as XML, as there are hundreds."""

from collections.abc import Iterable, Iterator
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.util import Inches

from smart7 import theme
from smart7.packs.composition import tiles
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Mark, Placed

SPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
INNER: Final = {"on": "rect", "near": "diamond", "off": "flowChartMerge", "known": "ellipse"}
NOTHING: Final = "<a:noFill/>"
UNNAMED: Final = "–"
HATCH: Final = "wdUpDiag"


def add(shapes: Any, placed: Placed, scale: float) -> None:  # noqa: ANN401
    """Add tiles as one group, which is told to those who do not see it; each is named after its indicator."""
    part: Any = placed.part
    tree = shapes._spTree
    first = max(int(n) for n in tree.xpath("//@id") if str(n).isdecimal()) + 1
    drawn = [one for mark in part.marks for one in parts(mark, scale)]
    tree.append(parse_xml(group(drawn, placed.box, scale, part.alt or UNNAMED, first)))


def group(drawn: Iterable[str], at: Box, scale: float, alt: str, first: int) -> str:
    """Return shapes as one group that begins with an id."""
    inner = "".join(one.format(id=first + n) for n, one in enumerate(drawn, 1))
    x, y, wide, high = (Inches(n * scale) for n in (at.left, at.top, at.width, at.height))
    own = f'<a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/>'
    child = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{wide}" cy="{high}"/>'
    return (
        f'<p:grpSp {SPACES}><p:nvGrpSpPr><p:cNvPr id="{first}" name="Board" descr={quoteattr(alt)}/><p:cNvGrpSpPr/>'
        f"<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{own}{child}</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def parts(mark: Mark, scale: float) -> Iterator[str]:
    """Yield the field of a tile, and the shape of its verdict or the dot of a known figure in it."""
    size, line = mark.box.width, tiles.line_of(mark)
    if mark.look == "target":
        at = Box(mark.box.left - size * 0.3, mark.box.top + size / 2, size * 1.6, 0)
        yield shape("line", at, scale, mark, NOTHING, edge(line, 0.03 * scale, "sysDash"))
        return
    fill = hatched(line) if mark.look == "sample" else solid(tiles.field_of(mark))
    dash = "sysDash" if mark.look == "sample" else ""
    width = size * scale * tiles.EDGES[mark.then or mark.look]
    yield shape("roundRect", mark.box, scale, mark, fill, edge(line, width, dash))
    if mark.look == "known":
        yield shape("ellipse", inner(mark, dotted()), scale, mark, solid(theme.palette().muted), edge("", 0))
    elif mark.look in tiles.SHAPES:
        drawn = (NOTHING, edge(line, width * 0.8)) if mark.then else (solid(tiles.INSIDE), edge("", 0))
        yield shape(INNER[mark.look], inner(mark, tiles.SHAPES[mark.look]), scale, mark, *drawn)


def dotted() -> tuple[tuple[float, float], ...]:
    """Return the corners of the dot of a known figure."""
    return ((0.5 - tiles.DOT, 0.5 - tiles.DOT), (0.5 + tiles.DOT, 0.5 + tiles.DOT))


def inner(mark: Mark, corners: tuple[tuple[float, float], ...]) -> Box:
    """Return the place that corners take within a tile."""
    size, (xs, ys) = mark.box.width, zip(*corners, strict=True)
    return Box(
        mark.box.left + min(xs) * size, mark.box.top + min(ys) * size, (max(xs) - min(xs)) * size,
        (max(ys) - min(ys)) * size,
    )  # fmt: skip


def shape(kind: str, at: Box, scale: float, mark: Mark, fill: str, line: str) -> str:
    """Return one shape as XML, its id still to be filled in."""
    name = quoteattr((mark.name or mark.look).replace("{", "(").replace("}", ")"))
    x, y, wide, high = (Inches(n * scale) for n in (at.left, at.top, at.width, at.height))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{{id}}" name={name} descr={name}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{fill}{line}</p:spPr></p:sp>'
    )


def solid(colour: str) -> str:
    """Return a filling of one colour, none where it is ''."""
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>' if colour else NOTHING


def hatched(colour: str) -> str:
    """Return the filling of a sample."""
    front, back = (f'<a:srgbClr val="{one[1:].upper()}"/>' for one in (colour, theme.palette().surface))
    return f'<a:pattFill prst="{HATCH}"><a:fgClr>{front}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'


def edge(colour: str, inches: float, dash: str = "") -> str:
    """Return an edge of a colour, none where it is ''."""
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{Inches(inches)}">{solid(colour)}{dashed}</a:ln>'

"""The letters of a drawn chart, taken out of it: a PDF for screen readers takes no Thai letters from a picture.

Thai marks share a place with the letter under them, which PDF/UA-1 allows in text but not in the text of an SVG. The
letters are set again over the picture by whoever sets the page.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final
from xml.etree import ElementTree

from smart7.packs.composition import measure

SVG: Final = "{http://www.w3.org/2000/svg}"
STEP: Final = re.compile(r"(translate|rotate|scale|matrix)\(([^)]*)\)")
Matrix = tuple[float, float, float, float, float, float]
STILL: Final[Matrix] = (1, 0, 0, 1, 0, 0)
ROUND: Final = 2  # pixels round letters under which nothing runs
ANCHORS: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}

ElementTree.register_namespace("", SVG[1:-1])
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")


@dataclass(frozen=True, slots=True)
class Word:
    """One line of letters: where its baseline is anchored, turned by how many degrees, and how it looks."""

    text: str
    x: float
    y: float
    angle: float
    size: float
    bold: bool
    anchor: float
    fill: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart without its letters, its size, and the letters."""

    svg: bytes
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def told(self) -> dict[str, Any]:
        """Return size and letters as plain data."""
        return {"width": self.width, "height": self.height, "words": [asdict(word) for word in self.words]}


def parted(svg: str) -> Drawing:
    """Return a chart and its letters apart."""
    root = ElementTree.fromstring(svg)  # noqa: S314
    found = list(taken(root, STILL, 1.0))
    width, height = (float(root.get(side, "1")) for side in ("width", "height"))
    return Drawing(ElementTree.tostring(root), width, height, tuple(found))


def taken(element: ElementTree.Element, at: Matrix, opacity: float) -> Iterator[Word]:
    """Take letters out of an element and yield them; what cannot be seen is not yielded."""
    for child in list(element):
        place = joined(at, read(child.get("transform", "")))
        seen = opacity * float(child.get("opacity", "1"))
        if child.tag == SVG + "text" and child.get("stroke", "none") != "none" and child.text:
            ground(child)
        elif child.tag == SVG + "text":
            element.remove(child)
            if seen > 0 and child.get("stroke", "none") == "none":
                yield from lines(child, place)
        elif len(child):
            yield from taken(child, place, seen)


def ground(element: ElementTree.Element) -> None:
    """Make the rim of some letters, under which nothing may run, a field as large as they are; it says nothing."""
    size, said = float(element.get("font-size", "11px").removesuffix("px")), element.text or ""
    long = sum(measure.advance(letter, False) for letter in said) * size
    place, fill = element.get("transform", ""), element.get("fill", "")
    left = -long * ANCHORS[element.get("text-anchor", "start")]
    element.clear()
    element.tag = SVG + "rect"
    sides = {"x": left - ROUND, "y": -0.8 * size, "width": long + 2 * ROUND, "height": size, "rx": ROUND}
    element.attrib.update({name: f"{side:.1f}" for name, side in sides.items()} | {"transform": place, "fill": fill})


def lines(element: ElementTree.Element, at: Matrix) -> Iterator[Word]:
    """Yield the lines of one text."""
    size = float(element.get("font-size", "11px").removesuffix("px"))
    bold = element.get("font-weight", "") in ("bold", "500", "600", "700")
    anchor, fill = ANCHORS[element.get("text-anchor", "start")], element.get("fill", "")
    down = 0.0
    for part in [element, *element.iter(SVG + "tspan")]:
        down += float(part.get("dy", "0")) if part is not element else 0.0
        if said := (part.text or "").strip():
            a, b, _, _, x, y = joined(at, (1, 0, 0, 1, float(part.get("x", "0")), down))
            angle, scale = math.degrees(math.atan2(b, a)), math.hypot(a, b)
            yield Word(said, x, y, angle, size * scale, bold, anchor, fill)


def read(transform: str) -> Matrix:
    """Return a transform as a matrix."""
    found = STILL
    for name, numbers in STEP.findall(transform):
        given = [float(n) for n in re.split(r"[ ,]+", numbers.strip())]
        found = joined(found, step(name, given))
    return found


def step(name: str, given: list[float]) -> Matrix:
    """Return one step of a transform as a matrix."""
    if name == "translate":
        return (1, 0, 0, 1, given[0], given[1] if len(given) > 1 else 0)
    if name == "scale":
        return (given[0], 0, 0, given[-1], 0, 0)
    if name == "rotate":
        turn = math.radians(given[0])
        return (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0, 0)
    a, b, c, d, e, f = given
    return (a, b, c, d, e, f)


def joined(outer: Matrix, inner: Matrix) -> Matrix:
    """Return two transforms as one, the inner done first."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)

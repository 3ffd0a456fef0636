"""What stands on a page: words, charts, tiles, rows, pictures, each in its place. Every form of a deck draws these."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from smart7.i18n import Lang
from smart7.meetings.slide import Chart, Notes, Picture, Slide, Table
from smart7.packs.composition.grid import Box, Size

Role = Literal["kicker", "headline", "figure", "text", "caption", "source", "number", "link"]
Colour = Literal["ink", "muted", "accent", "surface", "panel", "on", "near", "off"]
Kind = Literal["cover", "slide", "closing", "annex"]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its letters and how they look."""

    text: str
    size: Size = "small"
    bold: bool = False
    colour: Colour = "ink"


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs under one another; `role` says what they are for, `right` sets them to the right."""

    lines: tuple[Line, ...]
    role: Role = "text"
    right: bool = False
    middle: bool = False

    @property
    def text(self) -> str:
        """Return what is said."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Mark:
    """One tile in its place on the page: how it looks, and the indicator it stands for, '' in a legend."""

    box: Box
    look: str
    then: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Tiles of the board with what they say together."""

    marks: tuple[Mark, ...]
    alt: str


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A chart or a map."""

    chart: Chart
    alt: str
    bleeds: bool = False  # fills its place and is cut at the edges, as the map of a cover


@dataclass(frozen=True, slots=True)
class Rows:
    """A table with the width of each column and the height of each line, in inches."""

    table: Table
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture somebody added."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Code:
    """A link as a QR code."""

    link: str
    alt: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A field of one colour."""

    colour: Colour


Part = Words | Tiles | Drawing | Rows | Photo | Code | Ground


@dataclass(frozen=True, slots=True)
class Placed:
    """A part in its place."""

    box: Box
    part: Part


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page of a deck: everything on it in the order in which it is read, and the slide it is of, None for none.

    `label` is its number in words; `at` counts the pages from one.
    """

    kind: Kind
    at: int
    label: str
    lang: Lang
    title: str
    parts: tuple[Placed, ...]
    notes: Notes
    slide: Slide | None = None

    def of(self, kind: type) -> Sequence[Placed]:
        """Return the parts of a kind."""
        return [placed for placed in self.parts if isinstance(placed.part, kind)]

"""Names and numbers of the map as one picture: Thai letters whole, which a browser's map cannot set by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageFont

from smart7 import compress, theme
from smart7.packs.drawing import raster
from smart7.theme import Palette

SCALE: Final = 2
"""Pixels of the picture for each pixel of the map."""
WIDE: Final = 1200
ROOM: Final = 2
"""Pixels round each icon, so that none shows a neighbour's edge when it is drawn smaller."""
LETTERS: Final = 13
NUMBERS: Final = 12
PILL: Final = 18
ACROSS: Final = 4
"""So many numbers stand in a row."""
LINE: Final = 16
LONG: Final = 128
"""Pixels from which a name takes two lines."""
HALO: Final = 3
RING: Final = 15
PRECISE: Final = 16
COLOURS: Final = 128


@dataclass(frozen=True, slots=True)
class Number:
    """A route's number and how it is drawn: 'line' in the colour of its number, 'ended' or 'plan'."""

    label: str
    hue: int
    look: str = "line"


@dataclass(frozen=True, slots=True)
class Icon:
    """One picture: numbers, or a name of one or two lines in a colour of the ground, or a ring; its size in pixels."""

    name: str
    width: int
    height: int
    numbers: tuple[Number, ...] = ()
    lines: tuple[str, ...] = ()
    colour: str = ""


@cache
def face(bold: bool) -> ImageFont.FreeTypeFont:
    """Return the face that widths are measured in."""
    file = compress.package_folder("fontpkg_sarabun") / "files" / f"Sarabun-{'Bold' if bold else 'SemiBold'}.ttf"
    return ImageFont.truetype(file, LETTERS * PRECISE, layout_engine=ImageFont.Layout.BASIC)


def wide(text: str, size: float = LETTERS, bold: bool = False) -> float:
    """Return how wide a text is in pixels."""
    return face(bold).getlength(text) / PRECISE * size / LETTERS


def pill(number: Number) -> int:
    """Return how wide a number is with what is round it."""
    return max(PILL + 2, round(wide(number.label, NUMBERS, bold=True)) + 9)


def rows(numbers: Sequence[Number]) -> list[Sequence[Number]]:
    """Return numbers in rows that are about as long."""
    count = -(-len(numbers) // ACROSS)
    across = -(-len(numbers) // count)
    return [numbers[start : start + across] for start in range(0, len(numbers), across)]


def of_numbers(name: str, numbers: Sequence[Number]) -> Icon:
    """Return the picture of some numbers, in the order given."""
    lines = rows(numbers)
    width = max(sum(pill(number) for number in line) + len(line) - 1 for line in lines)
    return Icon(name, width + 2, len(lines) * (PILL + 1) + 1, numbers=tuple(numbers))


def of_name(name: str, text: str, colour: str) -> Icon:
    """Return the picture of a name; a long one takes two lines."""
    lines = folded(text)
    width = max(wide(line, bold=True) for line in lines)
    return Icon(name, round(width) + 2 * HALO, LINE * len(lines) + HALO, lines=lines, colour=colour)


def of_ring(name: str) -> Icon:
    """Return the picture of an interchange."""
    return Icon(name, RING, RING)


def folded(text: str) -> tuple[str, ...]:
    """Return a name in one line, or in two that are about as long where it is long and has a space."""
    places = [n for n, letter in enumerate(text) if letter == " "]
    if wide(text, bold=True) <= LONG or not places:
        return (text,)
    best = min(places, key=lambda n: max(wide(text[:n]), wide(text[n + 1 :])))
    return text[:best], text[best + 1 :]


def laid(icons: Sequence[Icon]) -> tuple[dict[str, tuple[int, int]], int]:
    """Return where the upper left corner of each icon lies in the picture, and how high that is."""
    found: dict[str, tuple[int, int]] = {}
    x = y = ROOM
    deepest = 0
    for icon in sorted(icons, key=lambda icon: (-icon.height, icon.name)):
        if x + icon.width + ROOM > WIDE:
            x, y, deepest = ROOM, y + deepest + ROOM, 0
        found[icon.name] = (x, y)
        x, deepest = x + icon.width + ROOM, max(deepest, icon.height)
    return found, y + deepest + ROOM


def mapping(icons: Sequence[Icon]) -> dict[str, dict[str, Any]]:
    """Return where each icon lies in the picture, as a map takes it."""
    places, _ = laid(icons)
    return {
        icon.name: {
            "x": SCALE * places[icon.name][0], "y": SCALE * places[icon.name][1],
            "width": SCALE * icon.width, "height": SCALE * icon.height, "mask": False,
        }
        for icon in icons
    }  # fmt: skip


def picture(icons: Sequence[Icon], dark: bool) -> bytes:
    """Return all icons as one PNG of few colours."""
    places, height = laid(icons)
    colours = theme.palette(dark)
    body = "".join(
        f'<g transform="translate({places[icon.name][0]} {places[icon.name][1]})">{drawn(icon, colours)}</g>'
        for icon in icons
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{height}" font-family="{theme.FONT}">'
    made = Image.open(BytesIO(raster.png(f"{head}{body}</svg>", SCALE))).convert("RGBA")
    few = BytesIO()
    made.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(few, "PNG", optimize=True)
    return few.getvalue()


def drawn(icon: Icon, colours: Palette) -> str:
    """Return an icon as SVG from its upper left corner."""
    if icon.numbers:
        return pills(icon, colours)
    if icon.lines:
        return name(icon, colours)
    middle, ink = RING / 2, colours.ground["place"]
    at = f'cx="{middle}" cy="{middle}" r="{middle - 2}"'
    return f'<circle {at} fill="{colours.surface}" stroke="{ink}" stroke-width="3"/>'


def pills(icon: Icon, colours: Palette) -> str:
    """Return numbers in rows, each on the colour of its route; those of a plan on dashes, as its line is."""
    made, y = [], 1.0
    for line in rows(icon.numbers):
        x = 1 + (icon.width - 2 - sum(pill(number) for number in line) - len(line) + 1) / 2
        for number in line:
            width = pill(number)
            fill, edge, ink, dash = look(number, colours)
            made.append(
                f'<rect x="{x}" y="{y}" width="{width}" height="{PILL}" rx="5" fill="{fill}" stroke="{edge}"{dash}/>'
                f'<text x="{x + width / 2}" y="{y + 13.5}" font-size="{NUMBERS}" font-weight="700"'
                f' text-anchor="middle" fill="{ink}">{escape(number.label)}</text>'
            )
            x += width + 1
        y += PILL + 1
    return "".join(made)


def look(number: Number, colours: Palette) -> tuple[str, str, str, str]:
    """Return fill, edge, ink and dashes of a number."""
    plan = colours.ground["plan"]
    if number.look == "plan":
        return colours.surface, plan, plan, ' stroke-width="1.8" stroke-dasharray="4 2.5"'
    fill = colours.ground["ended"] if number.look == "ended" else colours.lines[number.hue % len(colours.lines)]
    return fill, colours.surface, theme.ink_on(fill), ""


def name(icon: Icon, colours: Palette) -> str:
    """Return a name over a rim of the land's colour, so that it can be read over lines."""
    ink = colours.ground[icon.colour]
    style = (
        f'font-size="{LETTERS}" font-weight="600" text-anchor="middle" fill="{ink}" paint-order="stroke"'
        f' stroke="{colours.ground["land"]}" stroke-width="{HALO}" stroke-linejoin="round"'
    )
    return "".join(
        f'<text x="{icon.width / 2}" y="{HALO / 2 + 12 + LINE * n}" {style}>{escape(line)}</text>'
        for n, line in enumerate(icon.lines)
    )

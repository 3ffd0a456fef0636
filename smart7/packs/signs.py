"""Names and numbers of the map as one picture: Thai letters whole, which a browser's map cannot set by itself."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from PIL import ImageFont

from smart7 import compress, theme
from smart7.theme import Palette
from smart7.words import map as words

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
FONTS: Final = compress.package_folder("fontpkg_sarabun") / "files"
SETTING: Final = """
#let sheet = json(bytes(sys.inputs.sheet))
#set page(width: sheet.width * 1pt, height: sheet.height * 1pt, margin: 0pt, fill: none)
#set text(font: "Sarabun", weight: 600, top-edge: "baseline", bottom-edge: "baseline")
#for it in sheet.items {
  let set-line = text(size: it.size * 1pt, fill: rgb(it.fill), it.text)
  context place(dx: it.x * 1pt - measure(set-line).width / 2, dy: it.y * 1pt, set-line)
}
"""
"""Sets each line of letters with its middle where it is asked for."""


@dataclass(frozen=True, slots=True)
class Number:
    """A route's number and the layer it is on: 'ended', 'plan', or 'routes' in the colour of its number."""

    label: str
    hue: int
    on: str = "routes"


@dataclass(frozen=True, slots=True)
class Icon:
    """One picture: numbers, or a name of one or two lines in a colour of the ground, or a ring; its size in pixels."""

    name: str
    width: int
    height: int
    numbers: tuple[Number, ...] = ()
    lines: tuple[str, ...] = ()
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """One line of letters in the picture: the middle of its baseline, its size and colour."""

    text: str
    x: float
    y: float
    size: int
    fill: str


@cache
def face(bold: bool) -> ImageFont.FreeTypeFont:
    """Return the face that widths are measured in."""
    file = FONTS / f"Sarabun-{'Bold' if bold else 'SemiBold'}.ttf"
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
    """Return a name in one line, or in two that are about as long where it is long and has a space, or a known word."""
    places = [n for n, letter in enumerate(text) if letter == " "] + [text.find(word) for word in words.FOLDED]
    halves = [(text[:n].rstrip(), text[n:].lstrip()) for n in places if n > 0]
    if wide(text, bold=True) <= LONG or not halves:
        return (text,)
    return min(halves, key=lambda two: max(map(wide, two)))


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
    """Return all icons as one SVG, letters as outlines: a picture in a browser knows no typeface of the page."""
    places, height = laid(icons)
    colours = theme.palette(dark)
    shapes, numbers, names = list[str](), list[Letters](), list[Letters]()
    for icon in icons:
        own, letters = parts(icon, *places[icon.name], colours)
        shapes += own
        (names if icon.lines else numbers).extend(letters)
    rim = f'stroke="{colours.ground["land"]}" stroke-width="{HALO}" stroke-linejoin="round"'
    size = f'width="{SCALE * WIDE}" height="{SCALE * height}" viewBox="0 0 {WIDE} {height}"'
    made = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>'
        f'{"".join(shapes)}{outlines("a", numbers, height)}<g id="names">{outlines("b", names, height)}</g></svg>'
    )
    # The rims of all letters lie under all letters, so that none cuts into its neighbour.
    return made.replace('<g id="names">', f'<use xlink:href="#names" {rim}/><g id="names">', 1).encode()


def parts(icon: Icon, left: float, top: float, colours: Palette) -> tuple[list[str], list[Letters]]:
    """Return an icon from its upper left corner: shapes as SVG, and letters over them."""
    if icon.numbers:
        return pills(icon, left, top, colours)
    return ([], name(icon, left, top, colours)) if icon.lines else ([ring(left, top, colours)], [])


def outlines(group: str, letters: Sequence[Letters], height: int) -> str:
    """Return letters as outlines, set by typst, which shapes Thai; the outlines are named after their group."""
    import typst  # here, as the map is drawn from its pictures once made, and most servers make few

    items = [{"text": one.text, "x": one.x, "y": one.y, "size": one.size, "fill": one.fill} for one in letters]
    sheet = {"width": WIDE, "height": height, "items": items}
    faces = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    made = typst.compile(SETTING.encode(), format="svg", font_paths=faces, sys_inputs={"sheet": json.dumps(sheet)})
    body = made.decode().partition(">")[2].removesuffix("</svg>")
    names = dict.fromkeys(re.findall(r'id="(g[0-9A-F]{32})"', body))
    short = {name: f"{group}{number}" for number, name in enumerate(names)}
    return re.sub(r"g[0-9A-F]{32}", lambda found: short[found[0]], body)


def ring(x: float, y: float, colours: Palette) -> str:
    """Return the ring of an interchange from its upper left corner."""
    at = f'cx="{x + RING / 2}" cy="{y + RING / 2}" r="{RING / 2 - 2}"'
    return f'<circle {at} fill="{colours.surface}" stroke="{colours.ground["place"]}" stroke-width="3"/>'


def pills(icon: Icon, left: float, top: float, colours: Palette) -> tuple[list[str], list[Letters]]:
    """Return numbers in rows, each on the colour of its route; those of a plan on dashes, as its line is."""
    shapes, letters, y = list[str](), list[Letters](), top + 1.0
    for line in rows(icon.numbers):
        x = left + 1 + (icon.width - 2 - sum(pill(number) for number in line) - len(line) + 1) / 2
        for number in line:
            width = pill(number)
            fill, edge, ink, dash = look(number, colours)
            at = f'x="{x}" y="{y}" width="{width}" height="{PILL}" rx="5"'
            shapes.append(f'<rect {at} fill="{fill}" stroke="{edge}"{dash}/>')
            letters.append(Letters(number.label, x + width / 2, y + 13.5, NUMBERS, ink))
            x += width + 1
        y += PILL + 1
    return shapes, letters


def look(number: Number, colours: Palette) -> tuple[str, str, str, str]:
    """Return fill, edge, ink and dashes of a number."""
    plan = colours.ground["plan"]
    if number.on == "plan":
        return colours.surface, plan, plan, ' stroke-width="1.8" stroke-dasharray="4 2.5"'
    fill = colours.ground["ended"] if number.on == "ended" else colours.lines[number.hue % len(colours.lines)]
    return fill, colours.surface, theme.ink_on(fill), ""


def name(icon: Icon, left: float, top: float, colours: Palette) -> list[Letters]:
    """Return the lines of a name."""
    ink = colours.ground[icon.colour]
    at = left + icon.width / 2, top + HALO / 2 + 12
    return [Letters(line, at[0], at[1] + LINE * n, LETTERS, ink) for n, line in enumerate(icon.lines)]

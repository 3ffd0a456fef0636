"""A page of a deck as markup for the screen: every part in its place, by shares of the page."""

import re
from base64 import b64encode
from collections.abc import Callable
from typing import Any, Final

from smart7.ledger import pictures
from smart7.markup.pieces import tag, wrap, written
from smart7.packs import qr
from smart7.packs.composition import charts, grid, tiles
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Code, Drawing, Ground, Line, Page, Photo, Placed, Rows, Tiles, Words

REFERENCE: Final = re.compile(r'(id="|url\(#|href="#)(?=[A-Za-z])')


def page(one: Page, extra: tuple[Placed, ...] = ()) -> str:
    """Return a page as markup, in its own language; `extra` stands over it."""
    drawn = "".join(part(placed, one, n) for n, placed in enumerate((*one.parts, *extra)))
    # What fills the page is the page's own ground, so that what stands on it is known to.
    whole = [f" s7-d-ground-{placed.part.colour}" for placed in one.of(Ground) if placed.box == grid.PAGE]  # type: ignore[union-attr]
    css = f"s7-slide s7-page-{one.kind}{''.join(whole)}"
    return wrap("section", drawn, css, lang=one.lang, data_label=one.label)


def part(placed: Placed, on: Page, n: int) -> str:
    """Return one part of a page in its place."""
    return DRAWN[type(placed.part)](placed, on, n)


def put(at: Box) -> str:
    """Return a place as shares of the page."""
    sides = (("left", at.left / grid.WIDE), ("top", at.top / grid.HIGH), ("width", at.width / grid.WIDE),
             ("height", at.height / grid.HIGH))  # fmt: skip
    return ";".join(f"{name}:{share * 100:.3f}%" for name, share in sides)


def words(placed: Placed, on: Page, n: int) -> str:
    """Return paragraphs; a headline is a heading."""
    held: Any = placed.part
    inner = "".join(line(one, "h2" if held.role == "headline" else "p") for one in held.lines)
    css = ["s7-d-part", f"s7-d-{held.role}"] + ["s7-d-right"] * held.right + ["s7-point"] * (held.role == "figure")
    return wrap("div", inner, " ".join(css), style=put(placed.box))


def line(one: Line, name: str) -> str:
    """Return one paragraph."""
    return tag(name, one.text, f"s7-d-{one.size} s7-d-{one.colour}" + (" s7-d-bold" if one.bold else ""))


def board(placed: Placed, on: Page, n: int) -> str:
    """Return tiles of the board."""
    held: Any = placed.part
    told = {"role": "img", "aria_label": held.alt} if held.alt else {"aria_hidden": "true"}
    return wrap("div", tiles.svg(held, placed.box, css=True), "s7-d-part", style=put(placed.box), **told)


def chart(placed: Placed, on: Page, n: int) -> str:
    """Return a chart as SVG that can be pointed at."""
    held: Any = placed.part
    drawn = charts.svg(held.chart, placed.box, on.lang, bare=held.bleeds)
    inner = REFERENCE.sub(rf"\g<1>s{on.at}-{n}-", drawn)
    css = "s7-d-part s7-d-chart" + (" s7-d-bleeds" if held.bleeds else "")
    return wrap("div", inner, css, style=put(placed.box), role="img", aria_label=held.alt)


def table(placed: Placed, on: Page, n: int) -> str:
    """Return a table whose columns are as wide as on paper."""
    held: Rows = placed.part  # type: ignore[assignment]
    align = ["s7-num" if at in held.table.numbers else "" for at in range(len(held.table.header))]
    columns = "".join(f'<col style="width:{width / sum(held.widths) * 100:.2f}%">' for width in held.widths)
    top = "".join(tag("th", name, align[at], scope="col") for at, name in enumerate(held.table.header))
    inner = "".join(wrap("tr", cells(row, align), "s7-point") for row in held.table.rows)
    drawn = f"<colgroup>{columns}</colgroup><thead><tr>{top}</tr></thead><tbody>{inner}</tbody>"
    return wrap("div", wrap("table", drawn, "s7-d-table", aria_label=held.alt), "s7-d-part", style=put(placed.box))


def cells(row: tuple[str, ...], align: list[str]) -> str:
    """Return the cells of a row, the first as its header."""
    first = tag("th", row[0], align[0], scope="row")
    return first + "".join(tag("td", held, align[at]) for at, held in enumerate(row[1:], 1))


def photo(placed: Placed, on: Page, n: int) -> str:
    """Return a picture somebody added, within the page itself."""
    held: Any = placed.part
    content = pictures.read(held.picture.name) or b""
    kind = "png" if held.picture.name.endswith("png") else "jpeg"
    return image(placed.box, f"data:image/{kind};base64,{b64encode(content).decode()}", held.picture.alt)


def code(placed: Placed, on: Page, n: int) -> str:
    """Return a link as a QR code."""
    held: Any = placed.part
    return image(placed.box, f"data:image/svg+xml;base64,{b64encode(qr.svg(held.link)).decode()}", held.alt)


def image(at: Box, source: str, alt: str) -> str:
    """Return a picture in its place."""
    return wrap("div", f"<img{written({'src': source, 'alt': alt})}>", "s7-d-part s7-d-photo", style=put(at))


def ground(placed: Placed, on: Page, n: int) -> str:
    """Return a field of colour."""
    held: Any = placed.part
    return wrap("div", "", f"s7-d-part s7-d-ground-{held.colour}", style=put(placed.box))


DRAWN: Final[dict[type, Callable[[Placed, Page, int], str]]] = {
    Words: words, Tiles: board, Drawing: chart, Rows: table, Photo: photo, Code: code, Ground: ground,
}  # fmt: skip

"""A pack as PowerPoint: the pages of its deck with charts and tables that PowerPoint draws itself, and the notes."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches, Pt

from smart7 import theme
from smart7.ledger import pictures as held
from smart7.packs import content, qr, sealed
from smart7.packs.composition import charts, deck, grid
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Code, Drawing, Ground, Line, Page, Photo, Placed, Rows, Tiles, Words
from smart7.packs.content import Pack
from smart7.packs.drawing import drawer, raster
from smart7.packs.slides import charts as native
from smart7.packs.slides import master, plots, text, tiles
from smart7.packs.slides.text import Style
from smart7.words import packs as words

COLOURS: Final[dict[str, Any]] = {
    "ink": MSO_THEME_COLOR.TEXT_1, "muted": MSO_THEME_COLOR.TEXT_2, "accent": MSO_THEME_COLOR.ACCENT_1,
    "surface": MSO_THEME_COLOR.BACKGROUND_1, "panel": MSO_THEME_COLOR.BACKGROUND_2,
}  # fmt: skip
"""Colours that a template replaces; those of verdicts stay what they are."""
PLAIN: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""A table without fields or lines of its own."""
LINE: Final = '<a:lnB w="{width}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:lnB>'
ROW: Final = f'<a:tr xmlns:a="{text.SPACE}" h="{{high}}">{{cells}}</a:tr>'
FINE: Final = 200.0  # pixels to an inch of a map
NAMES: Final = {"kicker": "Kicker", "figure": "Figure", "caption": "Caption", "source": "Foot", "link": "Link"}
Say = Callable[[int, int], None]


def build(pack: Pack, template: Path | None = None, say: Say = lambda number, total: None) -> bytes:
    """Return a pack as PowerPoint, the same bytes each time; raises `master.BadTemplate`."""
    made = master.opened(template)
    pages = deck.pages(pack)
    for page in pages:
        say(page.at, len(pages))
        Writer(made, pack, page, own=template is None).write()
    properties(made, pack)
    buffer = io.BytesIO()
    made.save(buffer)
    return sealed.seal(buffer.getvalue(), pack.moment)


def properties(made: Deck, pack: Pack) -> None:
    """Say in the file what it is; no clock is asked."""
    about = made.core_properties
    about.title, about.subject = pack.title, " · ".join(pack.about)
    about.author = about.last_modified_by = "Khon Kaen 7 Smart"
    about.language, about.identifier, about.revision = pack.lang, pack.snapshot, 1
    about.created = about.modified = pack.moment


class Writer:
    """One page on its way into a deck; on a slide of another size than the grid's all of it is smaller or larger."""

    def __init__(self, made: Deck, pack: Pack, page: Page, *, own: bool) -> None:
        """Add an empty slide with nothing but its title."""
        layout = master.cover_layout(made) if page.kind == "cover" else master.title_layout(made)
        self.slide: Any = made.slides.add_slide(layout)
        self.pack, self.page, self.own = pack, page, own
        wide, high = int(made.slide_width or 0), int(made.slide_height or 0)
        self.scale = min(wide / Inches(grid.WIDE), high / Inches(grid.HIGH))
        for spare in [p for p in self.slide.placeholders if p.placeholder_format.idx != 0]:
            spare._element.getparent().remove(spare._element)

    def write(self) -> None:
        """Write every part of the page, then its notes."""
        for placed in self.page.parts:
            WAYS[type(placed.part)](self, placed)
        notes(self.slide, self.page)

    def at(self, box: Box) -> tuple[int, int, int, int]:
        """Return a place on this slide."""
        return text.emu(box, self.scale)

    def size(self, points: float) -> float:
        """Return a size of letters on this slide."""
        return points * self.scale

    def words(self, placed: Placed) -> None:
        """Write paragraphs; the headline is the slide's title, the number of the page a field."""
        part: Any = placed.part
        lines = [(line.text, self.style(line, right=part.right)) for line in part.lines]
        if part.role == "headline":
            self.title(placed.box, lines, part.text)
            return
        if part.role == "number":
            lines = [(str(self.page.at), lines[0][1])]
        name = "Page" if part.role == "number" else NAMES.get(part.role, "Text")
        shape = text.box(self.slide.shapes, self.at(placed.box), lines, part.text, name)
        if part.role == "number":
            text.page_field(shape, self.page.at)

    def title(self, at: Box, lines: list[tuple[str, Style]], alt: str) -> None:
        """Write the slide's title where the grid has it, whatever the layout says."""
        holder = self.slide.shapes.title
        holder.left, holder.top, holder.width, holder.height = self.at(at)
        frame = holder.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.TOP
        text.write(frame, lines)
        text.describe(holder, alt)

    def style(self, line: Line, *, right: bool = False) -> Style:
        """Return how a line looks on this slide."""
        colour = COLOURS.get(line.colour) or theme.palette().status[line.colour]
        align = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        return Style(self.size(grid.SIZES[line.size]), line.bold, colour, align)

    def tiles(self, placed: Placed) -> None:
        """Draw tiles as shapes of PowerPoint's own."""
        tiles.add(self.slide.shapes, placed, self.scale)

    def chart(self, placed: Placed) -> None:
        """Draw a chart: PowerPoint's own wherever it has that kind, a picture for maps and heat maps.

        A template brings a cover of its own, which no map may lie on.
        """
        part: Any = placed.part
        if part.bleeds and not self.own:
            return
        if plots.is_native(part.chart):
            native.add(self.slide.shapes, self.at(placed.box), part.chart, self.page.lang, self.size(text.SMALLEST))
            return
        drawn = drawer.svg(charts.sized(part.chart, placed.box, bare=part.bleeds), self.page.lang).result()
        self.picture(raster.png(drawn, FINE / charts.INCH), part.alt or self.page.title, placed.box)

    def picture(self, content_of: bytes, alt: str, at: Box, name: str = "Picture") -> None:
        """Add a picture as large as its place allows."""
        shape = self.slide.shapes.add_picture(io.BytesIO(content_of), *self.at(at))
        fit(shape, self.at(at))
        shape.name = name
        text.describe(shape, alt)

    def photo(self, placed: Placed) -> None:
        """Add a picture that somebody added."""
        part: Any = placed.part
        if content_of := held.read(part.picture.name):
            self.picture(content_of, part.picture.alt, placed.box)

    def code(self, placed: Placed) -> None:
        """Add the link as a QR code."""
        part: Any = placed.part
        self.picture(qr.png(part.link), part.alt, placed.box, "QR")

    def ground(self, placed: Placed) -> None:
        """Add a field of colour behind everything else; a template brings the ground of its cover."""
        part: Any = placed.part
        if self.page.kind == "cover" and not self.own:
            return
        shape = self.slide.shapes.add_shape(1, *self.at(placed.box))
        shape.fill.solid()
        shape.fill.fore_color.theme_color = COLOURS[part.colour]
        shape.line.fill.background()
        shape.name = "Ground"
        text.describe(shape, words.GROUND_ALT.get(self.page.lang))
        tree = self.slide.shapes._spTree
        tree.remove(shape._element)
        # After grounds that are there already, before everything that stands on them.
        grounds = sum(other.name == "Ground" for other in self.slide.shapes)
        tree.insert(2 + grounds, shape._element)

    def rows(self, placed: Placed) -> None:
        """Add a table, its first line the names of the columns."""
        part: Any = placed.part
        lines = (part.table.header, *part.table.rows)
        frame = self.slide.shapes.add_table(1, max(1, len(part.table.header)), *self.at(placed.box))
        frame.name = "Table"
        text.describe(frame, part.alt)
        table = frame.table._tbl
        table.tblPr.find(qn("a:tableStyleId")).text = PLAIN
        frame.table.horz_banding = False
        for n, width in enumerate(part.widths):
            frame.table.columns[n].width = Inches(width * self.scale)
        table.remove(table.tr_lst[0])
        for line, cells in enumerate(lines):
            held = [self.cell(said, head=line == 0, right=n in part.table.numbers) for n, said in enumerate(cells)]
            table.append(parse_xml(ROW.format(high=Inches(part.heights[line] * self.scale), cells="".join(held))))

    def cell(self, said: str, *, head: bool, right: bool) -> str:
        """Return one cell of a table as XML; there are thousands of them."""
        look = Line(said, bold=head, colour="muted" if head else "ink")
        line = LINE.format(width=Pt(1.5 if head else 0.5), colour="tx2" if head else "bg2")
        room, aside = Inches(0.05 * self.scale), Inches(0.18 * self.scale)
        return (
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text.paragraph(said, self.style(look, right=right))}</a:txBody>"
            f'<a:tcPr marL="0" marR="{aside}" marT="{room}" marB="{room}">{line}</a:tcPr></a:tc>'
        )


WAYS: Final[dict[type, Callable[[Writer, Placed], None]]] = {
    Words: Writer.words, Tiles: Writer.tiles, Drawing: Writer.chart, Rows: Writer.rows, Photo: Writer.photo,
    Code: Writer.code, Ground: Writer.ground,
}  # fmt: skip


def fit(shape: Any, place: tuple[int, int, int, int]) -> None:  # noqa: ANN401
    """Put a picture into the middle of its place without stretching it."""
    wide, high = shape.image.size
    left, top, width, height = place
    scale = min(width / wide, height / high)
    shape.width, shape.height = round(wide * scale), round(high * scale)
    shape.left, shape.top = left + (width - shape.width) // 2, top + (height - shape.height) // 2


def notes(made: Any, page: Page) -> None:  # noqa: ANN401
    """Write the speaker's notes."""
    if page.slide is None:
        return
    own = page.slide.item.note(page.lang)
    lines = [(line, Style(12)) for line in own.splitlines() if line.strip()]
    for name, said in content.notes_of(page.slide):
        lines += [(name, Style(12, bold=True)), *((each, Style(12)) for part in said for each in part.splitlines())]
    if lines:
        text.write(made.notes_slide.notes_text_frame, lines)
        for shape in made.notes_slide.shapes:
            text.describe(shape, shape.name)

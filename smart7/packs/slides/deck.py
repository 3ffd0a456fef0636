"""A pack as PowerPoint: the slides with charts and tables that PowerPoint draws itself, and the speaker's notes."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation as Deck

from smart7.i18n import Lang
from smart7.ledger import pictures as held
from smart7.meetings.slide import Shown, Slide, Table
from smart7.packs import content, qr, sealed
from smart7.packs.content import Pack
from smart7.packs.drawing import pictures
from smart7.packs.slides import charts, master, plots, tables, text
from smart7.packs.slides.text import ACCENT, MUTED, Box, Style
from smart7.words import packs as words

PAGES_MOST: Final = 6  # of one table; what is more stands in the workbook
SUBHEAD_MOST: Final = 190
SOURCE_MOST: Final = 105  # letters of a source at the foot; the whole stands in the notes
TOGETHER: Final = 4  # rows of a table under a chart
STRIP_MOST: Final = 3  # figures beside a chart
GRID_MOST: Final = 6  # figures on a slide of their own
HEADLINES: Final = ((60, 32.0), (110, 26.0), (170, 22.0), (260, 18.0), (100_000, 14.0))
WHOLE: Final = Box(0.6, 2.1, 12.1, 4.25)
LEFT: Final = Box(0.6, 2.1, 8.7, 4.25)
STRIP: Final = Box(9.6, 2.1, 3.1, 4.25)
Say = Callable[[int, int], None]


def build(pack: Pack, template: Path | None = None, say: Say = lambda number, total: None) -> bytes:
    """Return a pack as PowerPoint, the same bytes each time; raises `master.BadTemplate`."""
    deck = master.opened(template)
    title_page(deck, pack)
    code = qr.png(pack.link)
    for number, slide in enumerate(pack.slides, 1):
        say(number, len(pack.slides))
        for page in pages(slide):
            add_page(deck, pack, page, code)
    properties(deck, pack)
    buffer = io.BytesIO()
    deck.save(buffer)
    return sealed.seal(buffer.getvalue(), pack.moment)


def properties(deck: Deck, pack: Pack) -> None:
    """Say in the file what it is; no clock is asked."""
    about = deck.core_properties
    about.title, about.subject = pack.title, " · ".join(pack.about)
    about.author = about.last_modified_by = "Khon Kaen 7 Smart"
    about.language, about.identifier, about.revision = pack.lang, pack.snapshot, 1
    about.created = about.modified = pack.moment


def title_page(deck: Deck, pack: Pack) -> None:
    """Add the first slide: title, who meets when, the snapshot, whether there are samples, and the link."""
    page = deck.slides.add_slide(master.cover_layout(deck))
    title(page, pack.title)
    lines = [*pack.about, *([words.SAMPLE_ABOUT.get(pack.lang)] if pack.is_sample else [])]
    lines += [] if pack.slides else [words.EMPTY.get(pack.lang)]
    holders = [p for p in page.placeholders if p.placeholder_format.idx != 0]
    if holders:
        text.write(holders[0].text_frame, [(line, Style(20, colour=MUTED)) for line in lines])
        text.describe(holders[0], " · ".join(lines))
        for spare in holders[1:]:
            spare._element.getparent().remove(spare._element)
    else:
        about = [(line, Style(20, colour=MUTED)) for line in lines]
        text.box(page.shapes, Box(0.9, 3.8, 9.4, 2.4), about, " · ".join(lines), "About")
    code(page, pack, Box(10.6, 3.6, 2.1, 2.1), qr.png(pack.link))
    text.box(page.shapes, Box(0.9, 6.6, 11.8, 0.4), [(pack.link, Style(14, colour=MUTED))], pack.link, "Link")


def title(page: Any, said: str) -> None:  # noqa: ANN401
    """Write the title of a page, smaller the longer it is."""
    holder = page.shapes.title
    text.write(holder.text_frame, [(said, Style(text.fitting(said, HEADLINES), bold=True))])
    text.describe(holder, said)


def code(page: Any, pack: Pack, place: Box, picture: bytes) -> None:  # noqa: ANN401
    """Add the link as a QR code."""
    shape = page.shapes.add_picture(io.BytesIO(picture), *place.emu)
    shape.name = "QR"
    text.describe(shape, words.QR_ALT.format(pack.lang, link=pack.link))


class Page:
    """One page of a slide: the whole of it, or a further part of a table that is too long for one."""

    def __init__(self, slide: Slide, table: Table | None, *, first: bool, chart: bool = False, more: int = 0) -> None:
        self.slide, self.table, self.first, self.chart, self.more = slide, table, first, chart, more


def pages(slide: Slide) -> Iterator[Page]:
    """Yield the pages of a slide: its chart, then its table in parts; what is past the most is only counted."""
    parts = list(tables.parts(slide.table, WHOLE.width))
    if slide.chart is not None and slide.table is not None and len(slide.table.rows) <= TOGETHER:
        yield Page(slide, slide.table, first=True, chart=True)
        return
    if slide.chart is not None or not parts:
        yield Page(slide, None, first=True, chart=slide.chart is not None)
    for n, part in enumerate(parts[:PAGES_MOST]):
        left = sum(len(rest.rows) for rest in parts[PAGES_MOST:]) if n == PAGES_MOST - 1 else 0
        yield Page(slide, part, first=n == 0 and slide.chart is None, more=left)


def add_page(deck: Deck, pack: Pack, part: Page, picture: bytes) -> None:
    """Add one page with everything that stands on it."""
    slide, page = part.slide, deck.slides.add_slide(master.title_layout(deck))
    headline = slide.headline if part.first else words.CONTINUED.format(slide.lang, headline=slide.headline)
    title(page, headline)
    for spare in [p for p in page.placeholders if p.placeholder_format.idx != 0]:
        spare._element.getparent().remove(spare._element)
    if slide.subhead:
        size = text.fitting(slide.subhead, ((110, 18.0), (100_000, text.SMALLEST)))
        said = slide.subhead if len(slide.subhead) <= SUBHEAD_MOST else slide.subhead[: SUBHEAD_MOST - 1] + "…"
        line = [(said, Style(size, colour=MUTED))]
        text.box(page.shapes, Box(0.6, 1.58, 12.1, 0.5), line, slide.subhead, "Subhead")
    middle(page, part)
    foot(page, pack, slide, picture)
    notes(page, slide)
    if slide.item.hidden:
        page._element.set("show", "0")


def middle(page: Any, part: Page) -> None:  # noqa: ANN401
    """Draw what the slide is about: a table, a chart with its figures, figures alone, or words."""
    slide = part.slide
    if part.table is not None:
        high = 0.4 * (len(part.table.rows) + 1)
        low = Box(WHOLE.left, WHOLE.top + WHOLE.height - high, WHOLE.width, high)
        if part.chart:
            add_chart(page, slide, Box(WHOLE.left, WHOLE.top, WHOLE.width, WHOLE.height - high - 0.1))
        alt = words.TABLE_ALT.format(slide.lang, title=content.topic(slide))
        tables.add(page, part.table, alt, low if part.chart else WHOLE)
        if part.more:
            said = words.MORE_ROWS.format(slide.lang, count=part.more)
            place = Box(WHOLE.left, 6.3, WHOLE.width, 0.25)
            text.box(page.shapes, place, [(said, Style(text.SMALLEST, colour=MUTED))], said, "More")
    elif slide.picture is not None:
        content_of = held.read(slide.picture.name)
        if content_of:
            add_picture(page, content_of, slide.picture.alt, WHOLE)
    elif slide.chart is not None:
        strip = slide.figures[:STRIP_MOST] if len(slide.figures) <= STRIP_MOST else ()
        add_chart(page, slide, LEFT if strip else WHOLE)
        figures(page, strip, STRIP, 1, slide.lang)
    elif slide.body:
        size = text.fitting(slide.body, ((300, 24.0), (700, 18.0), (100_000, text.SMALLEST)))
        lines = [(line, Style(size)) for line in slide.body.splitlines() if line.strip()]
        text.box(page.shapes, WHOLE, lines, words.TEXT_ALT.get(slide.lang), "Text")
    elif slide.figures:
        figures(page, slide.figures[:GRID_MOST], WHOLE, min(3, len(slide.figures)), slide.lang)
    else:
        nothing = words.NOTHING.get(slide.lang)
        text.box(page.shapes, WHOLE, [(nothing, Style(24, colour=MUTED))], nothing, "Nothing")


def add_chart(page: Any, slide: Slide, place: Box) -> None:  # noqa: ANN401
    """Draw a chart: PowerPoint's own wherever it has that kind, a picture for maps and heat maps."""
    chart = slide.chart
    assert chart is not None
    if plots.is_native(chart):
        charts.add(page.shapes, place, chart, slide.lang)
        return
    content_of = pictures.printed(chart.spec, place.width / place.height, slide.lang)
    add_picture(page, content_of, chart.alt or slide.alt, place)


def add_picture(page: Any, content_of: bytes, alt: str, place: Box) -> None:  # noqa: ANN401
    """Add a picture as large as its place allows."""
    shape = page.shapes.add_picture(io.BytesIO(content_of), *place.emu)
    fit(shape, place)
    shape.name = "Picture"
    text.describe(shape, alt)


def fit(shape: Any, place: Box) -> None:  # noqa: ANN401
    """Put a picture into the middle of its place without stretching it."""
    wide, high = shape.image.size
    left, top, width, height = place.emu
    scale = min(width / wide, height / high)
    shape.width, shape.height = round(wide * scale), round(high * scale)
    shape.left, shape.top = left + (width - shape.width) // 2, top + (height - shape.height) // 2


def figures(page: Any, shown: tuple[Shown, ...], place: Box, columns: int, lang: Lang) -> None:  # noqa: ANN401
    """Write figures large, in columns."""
    if not shown:
        return
    lines = -(-len(shown) // columns)
    width, height = place.width / columns, place.height / lines
    large = 40.0 if columns == 1 or lines > 1 else 54.0
    for n, figure in enumerate(shown):
        at = Box(place.left + width * (n % columns), place.top + height * (n // columns), width - 0.2, height - 0.1)
        size = text.fitting(figure.shown, ((8, large), (14, large * 0.7), (100_000, large * 0.5)))
        mark = f"{words.SAMPLE.get(lang)} · " if figure.is_sample else ""
        under = " · ".join(p for p in (figure.period, figure.status_name, figure.target) if p)
        name = figure.name if len(figure.name) <= 90 else figure.name[:89] + "…"
        paragraphs = [
            (name, Style(text.SMALLEST, bold=True)),
            (figure.shown, Style(size, bold=True, colour=MUTED if figure.is_sample else ACCENT)),
            (mark + under, Style(text.SMALLEST, colour=MUTED)),
        ]
        alt = words.FIGURE_ALT.format(lang, name=mark + figure.name, shown=figure.shown)
        text.box(page.shapes, at, paragraphs, alt, "Figure")


def foot(page: Any, pack: Pack, slide: Slide, picture: bytes) -> None:  # noqa: ANN401
    """Write the foot: source, quality, snapshot and link, the page's number, and the QR code."""
    badge = content.badge(slide)
    bound = words.SNAPSHOT.format(slide.lang, snapshot=pack.snapshot)
    source = slide.source_line.removesuffix(f" · {bound}")
    source = source if len(source) <= SOURCE_MOST else source[: SOURCE_MOST - 1] + "…"
    line = " · ".join(p for p in (badge, bound, pack.link) if p)
    size = text.SMALLEST
    paragraphs = [(source, Style(size, colour=MUTED)), (line, Style(size, bold=slide.is_sample, colour=MUTED))]
    text.box(page.shapes, Box(0.6, 6.55, 10.6, 0.7), paragraphs, words.FOOT_ALT.get(slide.lang), "Foot")
    number = Style(size, colour=MUTED, align=PP_ALIGN.RIGHT)
    place = Box(11.2, 6.85, 0.6, 0.4)
    shape = text.box(page.shapes, place, [(str(slide.number), number)], words.PAGE_ALT.get(slide.lang), "Page")
    text.page_field(shape, page.part.package.presentation_part.presentation.slides.index(page) + 1)
    code(page, pack, Box(11.95, 6.5, 0.85, 0.85), picture)


def notes(page: Any, slide: Slide) -> None:  # noqa: ANN401
    """Write the speaker's notes."""
    own = slide.item.note(slide.lang)
    lines = [(line, Style(12)) for line in own.splitlines() if line.strip()]
    for name, said in content.notes_of(slide):
        lines += [(name, Style(12, bold=True)), *((each, Style(12)) for part in said for each in part.splitlines())]
    if lines:
        text.write(page.notes_slide.notes_text_frame, lines)
        for shape in page.notes_slide.shapes:
            text.describe(shape, shape.name)

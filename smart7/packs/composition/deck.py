"""A whole deck: title, slides, closing, annex, page by page, the same for the screen, PowerPoint and PDF."""

from collections.abc import Callable, Iterator
from typing import Final

from smart7.i18n import Lang
from smart7.meetings.slide import Notes, Slide
from smart7.packs.composition import annex, asked, compose, grid, measure, pieces, rows, texts
from smart7.packs.composition.grid import Box, Size
from smart7.packs.composition.parts import Code, Drawing, Ground, Kind, Line, Page, Placed, Words
from smart7.packs.content import Pack
from smart7.words import packs as words

SILENT: Final = Notes("", "", ())
TITLE_LINES: Final = 4
MOST: Final = 40
"""Pages of one table; what is more stands in the workbook."""


def pages(pack: Pack) -> list[Page]:
    """Return every page of a deck, its annex at the end."""
    total = len(pack.slides) + 2
    numbers = [words.PAGE_OF.format(pack.lang, number=at, total=total) for at in range(1, total + 1)]
    front = [cover(pack, numbers[0])]
    bound = words.SNAPSHOT.format(pack.lang, snapshot=pack.snapshot)
    front += [one(slide, at, numbers[at - 1], bound) for at, slide in enumerate(pack.slides, 2)]
    labels = [str(at) for at in range(2, total)]
    held = list(annexed(pack, labels))
    front.append(closing(pack, numbers[-1], len(held)))
    return [*front, *numbered(pack, held, total)]


def one(slide: Slide, at: int, label: str, bound: str) -> Page:
    """Return the page of a slide."""
    if slide.item.kind == "section":
        foot = Placed(grid.FOOT, Words((Line(bound, colour="surface"),), "source"))
        parts = (*compose.section(slide), foot, compose.number(label, "surface"))
    else:
        parts = (*compose.head(slide), *compose.body(slide), *compose.foot(slide, label, bound))
    return Page("slide", at, label, slide.lang, slide.headline, parts, slide.notes, slide)


def cover(pack: Pack, label: str) -> Page:
    """Return the first page: what meeting this is, of whom, when, and the city on a map."""
    at, width = grid.COVER, grid.COVER.width
    size: Size = "large" if measure.fits(pack.title, width, TITLE_LINES, "large", bold=True) else "middle"
    title = Line(measure.cut(pack.title, width, TITLE_LINES, size, bold=True), size, bold=True)
    high = measure.lines(title.text, width, size, bold=True) * grid.line(size)
    parts = [Placed(Box(0, 0, 0.22, grid.HIGH), Ground("accent"))]
    if pack.cover is not None:
        parts.append(Placed(grid.COVER_MAP, Ground("panel")))
        parts.append(Placed(grid.COVER_MAP, Drawing(pack.cover, pack.cover.alt, bleeds=True)))
    parts.append(Placed(Box(at.left, at.top, width, high), Words((title,), "headline")))
    body, day, known = pack.about
    lines = [Line(measure.cut(text, width, 2, "middle"), "middle", colour="muted") for text in (body, day) if text]
    parts += pieces.stacked(lines, Box(at.left, at.top + high + 0.35, width, 2.0), "text")
    small = [pieces.short(text, width, 2, "muted") for text in (known, sample_line(pack), empty_line(pack)) if text]
    parts += pieces.stacked(small, Box(at.left, parts[-1].box.bottom + 0.2, width, 1.8), "caption")
    parts += linked(pack, Box(grid.EDGE, 5.85, 0.95, 0.95))
    return Page("cover", 1, label, pack.lang, pack.title, tuple(parts), SILENT)


def sample_line(pack: Pack) -> str:
    """Return what sample figures are, '' where there are none."""
    return words.SAMPLE_ABOUT.get(pack.lang) if pack.is_sample else ""


def empty_line(pack: Pack) -> str:
    """Return that an agenda shows nothing, '' where it shows something."""
    return "" if pack.slides else words.EMPTY.get(pack.lang)


def linked(pack: Pack, at: Box) -> Iterator[Placed]:
    """Yield the link of a deck as a QR code, with its letters beside it."""
    yield Placed(at, Code(pack.link, words.QR_ALT.format(pack.lang, link=pack.link)))
    high = 2 * grid.line("small")
    place = Box(at.right + 0.25, at.top + (at.height - high) / 2, 5.2, high)
    yield Placed(place, Words((pieces.short(pack.link, place.width, 2, "muted"),), "link"))


def closing(pack: Pack, label: str, more: int) -> Page:
    """Return the last page of the meeting: where everything can be asked about further, and what the annex holds."""
    at = grid.CLOSING
    lines = [
        Line(words.CLOSING.get(pack.lang), "large", bold=True),
        Line(words.CLOSING_ABOUT.get(pack.lang), "middle", colour="muted"),
    ]
    told = words.CLOSING_ANNEX.format(pack.lang, count=more) if more else ""
    bound = words.SNAPSHOT.format(pack.lang, snapshot=pack.snapshot)
    said = [text for text in (pack.link, told, bound, sample_line(pack)) if text]
    parts = list(pieces.stacked(lines[:1], Box(at.left, at.top, at.width, 1.6), "headline"))
    parts += pieces.stacked(lines[1:], Box(at.left, parts[0].box.bottom + 0.3, at.width, 2.0), "text")
    small = [pieces.short(text, at.width, 2, "muted") for text in said]
    parts += pieces.stacked(small, Box(at.left, parts[1].box.bottom + 0.35, at.width, 2.0), "caption")
    parts.append(Placed(grid.CODE, Code(pack.link, words.QR_ALT.format(pack.lang, link=pack.link))))
    return Page(
        "closing", len(pack.slides) + 2, label, pack.lang, lines[0].text, (*parts, compose.number(label)), SILENT
    )


LONG: Final[dict[str, Callable[[Slide], tuple[tuple[Line, ...], ...]]]] = {
    "text": lambda slide: texts.paragraphs(slide.body),
    "question": asked.pages,
}
"""Kinds whose text may go on in the annex."""
Annexed = tuple[Lang, str, tuple[Placed, ...]]


def annexed(pack: Pack, labels: list[str]) -> Iterator[Annexed]:
    """Yield language, title and parts of each page of the annex: long texts, then tables."""
    for slide in pack.slides:
        whole = [(Line(slide.headline),)] if compose.is_cut(slide.headline) else []
        rest = LONG[slide.item.kind](slide)[1:] if slide.body and slide.item.kind in LONG else ()
        for more in (*whole, *rest):
            yield slide.lang, slide.headline, (Placed(grid.ANNEX, Words(more)),)
    for title, table in (*annex.tables(pack.slides, labels, pack.lang), *annex.grounds(pack)):
        held = list(rows.pages(table, words.TABLE_ALT.format(pack.lang, title=title)))
        left = len(table.rows) - sum(len(part.table.rows) for _, part in held[:MOST])
        for n, (at, part) in enumerate(held[:MOST]):
            said = words.CONTINUED.format(pack.lang, headline=title) if n else title
            yield pack.lang, said, (Placed(at, part), *(left_out(pack, left) if n == MOST - 1 else ()))


def left_out(pack: Pack, count: int) -> Iterator[Placed]:
    """Yield how many rows stand in the workbook only, where there are any."""
    if count:
        line = Line(words.MORE_ROWS.format(pack.lang, count=count), colour="muted")
        yield Placed(Box(grid.EDGE, 6.6, grid.ACROSS, grid.line("small")), Words((line,), "caption"))


def numbered(pack: Pack, held: list[Annexed], before: int) -> Iterator[Page]:
    """Yield the pages of the annex, counted by themselves."""
    kind: Kind = "annex"
    bound = words.SNAPSHOT.format(pack.lang, snapshot=pack.snapshot)
    for n, (lang, title, parts) in enumerate(held, 1):
        label = words.ANNEX_OF.format(pack.lang, number=n, total=len(held))
        said = measure.cut(title, grid.ACROSS, 1, "middle", bold=True)
        heading = compose.heading(words.ANNEX.get(pack.lang), said)
        foot = (Placed(grid.FOOT, Words((Line(bound, colour="muted"),), "source")), compose.number(label))
        yield Page(kind, before + n, label, lang, title, (*heading, *parts, *foot), SILENT)
